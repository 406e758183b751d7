"""Word documents: what is struck out, proposed or hidden."""

import pytest

from ingest.document import Concern
from tests.ingest.readers.docx_files import (
    cell,
    lines,
    p,
    r,
    read,
    row,
    style,
    styled,
    table,
)

DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
WHITE = '<w:color w:val="FFFFFF"/>'
DELETED_END = '<w:rPr><w:del w:id="9"/></w:rPr>'


def gone(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def new(text: str, of: str = "") -> str:
    return f'<w:ins w:id="2">{r(text, of)}</w:ins>'


def test_a_tracked_change_shows_what_was_and_what_is_proposed() -> None:
    body = p("Belægningen er ", gone("97"), new("98"), " pct.")

    assert lines(body) == ["Belægningen er ~~97~~{++98++} pct."]


@pytest.mark.parametrize(
    ("run", "styles", "text"),
    [
        (r("x", "<w:strike/>"), "", "~~x~~"),
        (r("x", "<w:dstrike/>"), "", "~~x~~"),
        (r("x", '<w:strike w:val="0"/>'), "", "x"),
        (r("x", '<w:strike w:val="false"/>'), style("P", "<w:rPr><w:strike/></w:rPr>"), "x"),
        (r("x"), style("P", "<w:rPr><w:strike/></w:rPr>"), "~~x~~"),
        (
            r("x"),
            style("P", '<w:basedOn w:val="Q"/>') + style("Q", "<w:rPr><w:dstrike/></w:rPr>"),
            "~~x~~",
        ),
        (
            r("x", '<w:rStyle w:val="C"/>'),
            style("C", "<w:rPr><w:strike/></w:rPr>", sort="character"),
            "~~x~~",
        ),
        (
            r("x", '<w:rStyle w:val="C"/>'),
            style("C", "<w:rPr><w:strike/></w:rPr>", sort="character")
            + style("P", "<w:rPr><w:strike/></w:rPr>"),
            "x",
        ),
        (
            r("x"),
            "<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>",
            "~~x~~",
        ),
    ],
)
def test_text_is_struck_where_its_own_format_or_a_style_says_so(
    run: str, styles: str, text: str
) -> None:
    assert lines(p(run, of=styled("P")), styles=styles) == [text]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (p(gone("en "), gone("to"), " tre"), "~~en to~~ tre"),
        (p(r("en", "<w:strike/>"), " ", r("to", "<w:strike/>")), "~~en to~~"),
        (p(new("en"), new(" to")), "{++en to++}"),
        (p(new("en", "<w:strike/>")), "~~en~~"),
        (p('<w:ins w:id="1">' + gone("en") + "</w:ins>"), "~~en~~"),
        (p('<w:moveFrom w:id="1">' + r("flyttet") + "</w:moveFrom>"), "~~flyttet~~"),
        (p('<w:moveTo w:id="1">' + r("flyttet") + "</w:moveTo>"), "{++flyttet++}"),
        (p("a", gone("<w:x/>")), "a"),
    ],
)
def test_neighbours_of_one_state_are_one_mark(content: str, text: str) -> None:
    assert lines(content) == [text]


def test_a_deleted_row_is_struck_and_a_new_one_proposed() -> None:
    body = table(
        row("Takst", "Kr."),
        row("A", "1", of='<w:del w:id="1"/>'),
        row("B", cell(p(gone("2"), "3")), of='<w:ins w:id="1"/>'),
    )

    assert lines(body) == ["Takst\tKr.", "~~A~~\t~~1~~", "{++B++}\t~~2~~{++3++}"]


def test_a_paragraph_whose_end_is_deleted_goes_on_with_the_next() -> None:
    body = p("Aftalen gælder ", gone("ikke."), of=DELETED_END) + p(gone("Den"), " fra 2027.")

    assert lines(body) == ["Aftalen gælder ~~ikke. Den~~ fra 2027."]


def test_a_paragraph_deleted_as_a_whole_stays_apart() -> None:
    body = p(gone("Udgår."), of=DELETED_END) + p("", of=DELETED_END) + p("Gælder.")

    assert lines(body) == ["~~Udgår.~~", "Gælder."]


def test_the_label_of_a_deleted_item_is_struck_with_it() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

    found = lines(
        p(gone("væk"), of=item) + p(new("ny"), of=item) + p("fast", gone("x"), of=item),
        numbering=numbering,
    )

    assert found == ["~~a) væk~~", "{++b) ny++}", "c) fast~~x~~"]


@pytest.mark.parametrize(
    ("of", "why"),
    [
        ("<w:vanish/>", "formatted as hidden"),
        ("<w:specVanish/>", "formatted as hidden"),
        ('<w:rStyle w:val="C"/>', "formatted as hidden"),
        (WHITE, "in the colour of its background"),
        ('<w:color w:val="FEFEFE"/>', "in the colour of its background"),
        ('<w:color w:val="auto" w:themeColor="background1"/>', "in the colour of its background"),
        ('<w:sz w:val="2"/>', "smaller than 2 points"),
        ('<w:highlight w:val="black"/>', "in the colour of its background"),
        (
            '<w:color w:val="000000"/><w:shd w:val="solid" w:color="auto"/>',
            "in the colour of its background",
        ),
    ],
)
def test_what_nobody_sees_is_left_out_and_told(of: str, why: str) -> None:
    hidden = style("C", "<w:rPr><w:vanish/></w:rPr>", sort="character")

    found = read(p("Formål") + p("Ses", r(" hemmeligt her", of)), styles=hidden)

    assert [line.text for line in found.lines if line.text] == ["Formål", "Ses"]
    assert [(x.concern, x.what, x.line) for x in found.findings] == [
        (Concern.HIDDEN, f"hidden text: 12 characters {why}", 3)
    ]


def test_a_paragraph_style_can_hide_and_a_run_can_show_again() -> None:
    hidden = style("P", "<w:rPr><w:vanish/></w:rPr>")

    assert lines(
        p("skjult", r("synlig", '<w:vanish w:val="0"/>'), of=styled("P")), styles=hidden
    ) == ["synlig"]


@pytest.mark.parametrize(
    "body",
    [
        p(r("x", WHITE + DARK)),
        p(r("x", WHITE), of=DARK),
        p(r("x", WHITE), of=styled("Mørk")),
        table(row(cell(p(r("x", WHITE)), of=DARK), "")),
        f"<w:tbl><w:tblPr>{DARK}</w:tblPr>{row(cell(p(r('x', WHITE))))}</w:tbl>",
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="0020"/></w:tblPr>'
        + row(cell(p(r("x", WHITE))))
        + "</w:tbl>",
        p(r("x", '<w:highlight w:val="black"/>' + WHITE)),
        p(r("x", '<w:webHidden/><w:sz w:val="4"/>')),
    ],
)
def test_white_letters_on_dark_ground_are_seen(body: str) -> None:
    styles = style("Mørk", f"<w:pPr>{DARK}</w:pPr>") + style(
        "T",
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>',
        sort="table",
    )

    found = read(body, styles=styles)

    assert found.lines[0].text.strip() == "x"
    assert not found.findings


def test_a_text_box_is_read_on_its_own_ground() -> None:
    def box(fill: str) -> str:
        content = f"<wps:txbx><w:txbxContent>{p(r('hvid', WHITE))}</w:txbxContent></wps:txbx>"
        shape = f"<wps:wsp><wps:spPr>{fill}</wps:spPr>{content}</wps:wsp>"
        return f"<w:r><w:drawing>{shape}</w:drawing></w:r>"

    assert lines(p("Forside", box("<a:solidFill/>"))) == ["Forside", "hvid"]
    assert lines(p("Forside", box("<a:noFill/>"))) == ["Forside"]


def test_hidden_rows_and_text_in_merged_cells_are_told() -> None:
    body = table(
        row(cell("A", of='<w:vMerge w:val="restart"/>'), "1"),
        row(cell("skjult", of="<w:vMerge/>"), "2"),
        row("B", "3", of="<w:hidden/>"),
    )

    found = read(body)

    assert [line.text for line in found.lines] == ["A\t1", "A\t2"]
    assert [(x.what, x.line) for x in found.findings] == [
        ("hidden text: 6 characters in a cell merged with the one above", 2),
        ("hidden text: 2 characters formatted as hidden", 2),
    ]


def test_a_paragraph_hidden_as_a_whole_is_told_at_the_line_before() -> None:
    found = read(p("Et") + p(r("skjult", "<w:vanish/>")) + p("To"))

    assert [(x.line, x.what) for x in found.findings] == [
        (1, "hidden text: 6 characters formatted as hidden")
    ]
