"""The errors of an index that cannot be asked, for programs that know answers alone."""

from index import IndexMissing, SearchIndexError

__all__ = ["IndexMissing", "SearchIndexError"]
