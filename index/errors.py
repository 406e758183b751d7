"""What can be wrong with an index; each message says what to do.

SearchIndexError
├── IndexMissing     nothing has been indexed in this home
├── IndexBusy        another process is building it
├── NoDocuments      a folder without a single readable document
├── FolderUnreadable the folder is missing, no folder, or closed to us
└── OtherFolder      the index holds another folder
"""


class SearchIndexError(Exception):
    """Something is wrong with the index or with the folder it is made from."""


class IndexMissing(SearchIndexError):
    """There is no index yet."""


class IndexBusy(SearchIndexError):
    """Another process is building the index."""


class NoDocuments(SearchIndexError):
    """The folder holds nothing that can be read."""


class FolderUnreadable(SearchIndexError):
    """The folder cannot be listed."""


class OtherFolder(SearchIndexError):
    """The index was made from another folder."""
