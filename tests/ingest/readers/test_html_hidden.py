"""What a page does not show is not in its text, and is told without being repeated."""

import pytest

from ingest.document import Concern, Finding
from ingest.extract import Extract, Options
from ingest.readers import html


def _read(markup: str) -> Extract:
    return html.extract(markup.encode(), "side.html", Options())


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ("hidden", "hidden"),
        ("aria-hidden=true", "aria-hidden"),
        ("style='display:none'", "display:none"),
        ("style='DISPLAY : None !important'", "display:none"),
        ("style='visibility:hidden'", "visibility:hidden"),
        ("style='font-size:0'", "font-size:0"),
        ("style='font-size:1px'", "font-size:0"),
        ("style='font: 0/0 a'", "font-size:0"),
        ("style='opacity:0.0'", "opacity:0"),
        ("style='text-indent:-9999px'", "off the page"),
        ("style='position:absolute;left:-999em'", "off the page"),
        ("style='position:absolute;clip:rect(0 0 0 0)'", "clipped away"),
        ("style='clip-path: inset(50%)'", "clipped away"),
        ("style='height:0;overflow:hidden'", "no width or height"),
        ("style='transform:scale(0)'", "transform:scale(0)"),
        ("style='mso-hide:all'", "mso-hide:all"),
        ("style='color:white'", "in the colour of its background"),
        ("style='color:#fefefe'", "in the colour of its background"),
        ("style='color:rgb(255, 255, 255)'", "in the colour of its background"),
        ("style='color:transparent'", "in the colour of its background"),
        ("style='color:rgba(0,0,0,0)'", "in the colour of its background"),
        ("style='color:#123456;background:#123457'", "in the colour of its background"),
    ],
)
def test_hidden_text_is_told_and_not_read(attributes: str, reason: str) -> None:
    extract = _read(f"<h1>Punkt 1</h1><p>Synlig</p><p {attributes}>Skjult ord</p><p>Slut")

    assert extract.text == "Punkt 1\n\nSynlig\n\nSlut\n"
    told = f"hidden text ({reason}): 1 place, 10 characters"
    assert extract.findings == (Finding(Concern.HIDDEN, told, "Punkt 1", 5),)


@pytest.mark.parametrize(
    ("css", "hidden"),
    [
        (".a {display:none}", True),
        ("#b {display:none}", True),
        ("i {display:none}", True),
        ("i.a#b {display:none}", True),
        ("b, i.a, u {color:red; display:none}", True),
        ("@media screen {.a{display:none}}", True),
        ("/* x */ .a{display:none} .a{display:inline}", False),
        ("#b{display:inline} .a{display:none}", False),
        (".a{display:none!important} #b{display:inline}", True),
        ("@media print {.a{display:none}}", False),
        ("@media (max-width: 9px) {.x{a:b} .a{display:none}} .x{a:b}", False),
        (".a:hover{display:none}", False),
        (".a.c{display:none}", False),
        ("p .a{color:red}", False),
        ("@import url(x.css); .a{display:none}", True),
        (".a{color:white}", True),
        (".a{color:white} .x .a{background:navy}", False),
        (".a{color:white;background:url(x.png)}", False),
        ("p{background:#fff} .a{color:#fff}", True),
        ("body{background:navy} .a{color:#fff}", False),
    ],
)
def test_rules_of_the_page_hide_text(css: str, hidden: bool) -> None:
    extract = _read(f"<style>{css}</style><body><p>a <i class='a' id='b'>Ord</i></p>")

    assert ("Ord" not in extract.text) is hidden
    assert bool(extract.findings) is hidden


@pytest.mark.parametrize(
    "markup",
    [
        "<td bgcolor=navy><font color=white>Ord</font>",
        "<div style='background-color:#003366'><p style='color:#fff'>Ord</div>",
        "<div style='font-size:0'><span style='font-size:16px'>Ord</span></div>",
        "<div style='visibility:hidden'><b style='visibility:visible'>Ord</b></div>",
        "<details><p>Ord</p></details>",
        "<div hidden='until-found'>Ord</div>",
        "<button aria-expanded=false aria-controls=x>A</button><p id=x aria-hidden=true>Ord",
        "<b role=tab aria-controls=x>A</b><div id=x hidden>Ord</div>",
        "<p style='text-indent:-2em'>Ord",
        "<div style='position:absolute;left:50%;margin-left:-600px'>Ord</div>",
        "<p style='background:linear-gradient(red,blue);color:transparent'>Ord",
    ],
)
def test_what_can_be_seen_is_read(markup: str) -> None:
    extract = _read(markup)

    assert "Ord" in extract.text
    assert extract.findings == ()


def test_hidden_passages_of_one_reason_are_counted_together() -> None:
    extract = _read("<p>a<i hidden>bcd</i> <b hidden>ef</b></p><p>g<i style='opacity:0'>h</i>")

    assert [finding.what for finding in extract.findings] == [
        "hidden text (hidden): 2 places, 5 characters",
        "hidden text (opacity:0): 1 place, 1 characters",
    ]


def test_hidden_signs_are_no_finding() -> None:
    assert _read("<p>a <i aria-hidden=true>›</i></p>").findings == ()


def test_a_hidden_cell_leaves_its_column_empty() -> None:
    extract = _read("<table><tr><td>a<td hidden>b<td>c<tr><td>d<td>e<td>f</table>")

    assert extract.text == "a\t\tc\nd\te\tf\n"
    assert [finding.line for finding in extract.findings] == [1]


def test_comments_of_a_word_processor_are_told_and_not_read() -> None:
    extract = _read("<p>Tekst</p><div style='mso-element:comment-list'>Er det rigtigt?</div>")

    assert extract.text == "Tekst\n"
    assert [finding.concern for finding in extract.findings] == [Concern.COMMENT]
