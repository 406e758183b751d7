"""Word files built from their XML, for the tests of their reader."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from ingest.extract import Extract, Options
from ingest.readers.docx import extract

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ROOTS = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}


def parts(body: str, *, main: str = MAIN, links: str = "", **others: str) -> dict[str, str]:
    """The parts of a Word file; each of `others` is the content of a part of that name."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATED}/{name.rstrip("0123456789")}" '
        f'Target="{name}.xml"/>'
        for name in others
    )
    made = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
        ),
        "_rels/.rels": _relations(
            f'<Relationship Id="d" Type="{RELATED}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations(relations + links),
    }
    for name, content in others.items():
        made[f"word/{name}.xml"] = _root(ROOTS.get(name, name), content)
    return made


def zipped(made: dict[str, str] | dict[str, bytes]) -> bytes:
    """A zip archive with these parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, **others: str) -> bytes:
    """A Word file with this body."""
    return zipped(parts(body, **others))


def read(body: str, **others: str) -> Extract:
    """What the reader makes of such a file."""
    return extract(word(body, **others), "prøve.docx", Options())


def lines(body: str, **others: str) -> list[str]:
    """The lines with text that the reader makes of such a file."""
    return [line.text for line in read(body, **others).lines if not line.blank]


def p(*content: str, of: str = "") -> str:
    """A paragraph of runs, or of plain words; `of` are its properties."""
    inside = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p><w:pPr>{of}</w:pPr>{inside}</w:p>"


def r(text: str, of: str = "") -> str:
    """A run of text; `of` are its properties."""
    return f'<w:r><w:rPr>{of}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(style: str) -> str:
    """The property that gives a paragraph a style."""
    return f'<w:pStyle w:val="{style}"/>'


def style(name: str, content: str, *, sort: str = "paragraph", shown: str = "") -> str:
    """A style."""
    return (
        f'<w:style w:type="{sort}" w:styleId="{name}"><w:name w:val="{shown or name}"/>'
        f"{content}</w:style>"
    )


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, of: str = "") -> str:
    """A row of cells, or of plain words; `of` are its properties."""
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{of}</w:trPr>{inside}</w:tr>"


def cell(*content: str, of: str = "") -> str:
    """A cell of paragraphs, or of plain words; `of` are its properties."""
    inside = "".join(one if one.startswith("<") else p(one) for one in content)
    return f"<w:tc><w:tcPr>{of}</w:tcPr>{inside}</w:tc>"


def _root(name: str, content: str) -> str:
    return f"<w:{name} {SPACES}>{content}</w:{name}>"


def _relations(content: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{content}</Relationships>'
