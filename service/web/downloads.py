"""Files that are handed out: saved by the browser, never shown as a page of ours."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from service.archive import export
from service.archive.port import Allowed, Archive
from service.archive.records import DecisionsQuery, Window
from service.web.lists import Format

TYPES = {
    Format.CSV: "text/csv",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NAME = "beslutninger-{day}.{suffix}"
PIECE = 256 * 1024  # bytes; the time that a client has to read counts for each anew


def wanted_format(request: Request, asked: Format | None) -> Format:
    """How a list is given: as asked, else by the first type of the Accept header that is known."""
    if asked:
        return asked
    accepted = (
        each.partition(";")[0].strip() for each in request.headers.get("accept", "").split(",")
    )
    by_type = {kind: form for form, kind in TYPES.items()} | {"application/json": Format.JSON}
    return next((by_type[each] for each in accepted if each in by_type), Format.JSON)


def decisions_file(
    archive: Archive, query: DecisionsQuery, allowed: Allowed, form: Format, site: str | None
) -> Response:
    """All decisions that fit as a file, up to `export.MOST`; raises as `Archive.decisions`."""
    found = archive.decisions(query, Window(0, export.MOST), allowed)
    made = datetime.now(UTC).astimezone()
    sheet = export.sheet(query, found, made, site)
    data = export.as_csv(sheet) if form is Format.CSV else export.as_xlsx(sheet)
    return attachment(
        NAME.format(day=made.date().isoformat(), suffix=form.value), TYPES[form], data
    )


def attachment(name: str, media_type: str, data: bytes) -> Response:
    """`data` as a file to be saved under `name` (RFC 6266)."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"Content-Disposition": disposition, "Content-Length": str(len(data))}
    return StreamingResponse(_pieces(data), media_type=media_type, headers=headers)


async def _pieces(data: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(data), PIECE):
        yield data[start : start + PIECE]
