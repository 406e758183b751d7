"""What the reader of a PDF should know of it: what was hidden, not readable or left out."""

from collections.abc import Iterator, Mapping

from ingest.document import Concern, Finding
from ingest.readers.pdf.page import Page

Notice = tuple[Concern, str]


def notices(
    pages: list[Page], recognised: Mapping[int, object], begins: dict[int, int], attached: int
) -> tuple[Finding, ...]:
    """The findings of all pages; `begins` gives the first line of each."""
    found = [
        Finding(concern, what, f"page {page.number}", begins[page.number], page.number)
        for page in pages
        for concern, what in _of(page, recognised=bool(recognised.get(page.number)))
    ]
    if attached:
        files = "1 attached file is" if attached == 1 else f"{attached} attached files are"
        found.append(Finding(Concern.UNREAD, f"{files} not read", "attachments", 1, None))
    return tuple(found)


def _of(page: Page, *, recognised: bool) -> Iterator[Notice]:
    for why, count in sorted(page.hidden.items()):
        characters = "1 character" if count == 1 else f"{count} characters"
        yield Concern.HIDDEN, f"hidden text left out: {characters}, {why}"
    if page.unsure:
        yield Concern.HIDDEN, f"not looked at whether text is seen: {page.unsure} characters"
    if page.broken:
        yield Concern.UNREAD, "page cannot be loaded; nothing of it is read"
    elif recognised:
        yield Concern.SCANNED, "read by text recognition"
    elif page.garbled:
        yield Concern.SCANNED, "page with text that does not say which letters it has"
    elif page.empty and page.picture:
        yield Concern.SCANNED, "page without text"
    elif page.scan:
        yield Concern.SCANNED, "read from an unseen text layer over a scan"
    if page.comments:
        comments = "1 comment" if page.comments == 1 else f"{page.comments} comments"
        yield Concern.COMMENT, f"{comments} left out"
