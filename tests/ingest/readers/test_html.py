"""Web pages become the lines that their readers see."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Concern
from ingest.errors import IngestError, NoText, NotText, TooMuchWork, WrongType
from ingest.extract import WORD_JOINER, Extract, Options
from ingest.readers import html

PAGE = """<!DOCTYPE html><html lang="da"><head><meta charset="utf-8">
<title> Referat –  Styregruppe Social </title><base href="https://ostfjorden.example/moeder/"></head>
<body><main><h1>Styregruppe Social</h1>
<h2>Punkt 1. <em>Takster</em> 2026</h2>
<p>Styregruppen <b>bakker op</b> om
   taksten, jf. <a href="aftale.html">aftalen <i>for 2026</i></a>.</p>
<blockquote><p>Et citat</p></blockquote><dl><dt>Frist</dt><dd>1. maj</dd><dt>Sted</dt>
<dd>Rådhuset</dd></dl><ul><li>Et</li><li>To</li></ul>
<table><tr><th>Tilbud</th><th>Takst</th></tr><tr><td>Fjordhuset</td><td>1.234</td></tr></table>
<figure><img src="x.png" alt=""><figcaption>Figur 1. Takster</figcaption></figure>
</main></body></html>"""


def _read(markup: str | bytes) -> Extract:
    data = markup.encode() if isinstance(markup, str) else markup
    return html.extract(data, "side.html", Options())


def _texts(markup: str | bytes) -> list[str]:
    return [line.text for line in _read(markup).lines if not line.blank]


def test_a_page_is_read_paragraph_by_paragraph() -> None:
    extract = _read(PAGE)

    assert extract.text == (
        "Styregruppe Social\n\nPunkt 1. Takster 2026\n\n"
        "Styregruppen bakker op om taksten, jf. aftalen for 2026.\n\nEt citat\n\n"
        "Frist\n1. maj\nSted\nRådhuset\n\n• Et\n• To\n\n"
        "Tilbud\tTakst\nFjordhuset\t1.234\n\nFigur 1. Takster\n"
    )
    assert extract.title == "Referat – Styregruppe Social"
    assert extract.paragraphs is True
    assert [line.level for line in extract.lines if line.level] == [1, 2]
    assert {line.page for line in extract.lines} == {None}


def test_a_heading_by_role_is_one() -> None:
    extract = _read("<div role='heading' aria-level='3'>Indstilling</div><p>Det indstilles")

    assert extract.lines[0].level == 3


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>a <b> b</b> c", ["a b c"]),
        ("<p>a<b>b</b>c", ["abc"]),
        ("<p>\n  a\t b \n</p>", ["a b"]),
        ("<p>10&nbsp;kr.&nbsp; i alt", ["10\u00a0kr.\u00a0 i alt"]),
        ("<p>a<br>b<br/>c", ["a", "b", "c"]),
        ("<div>a<p>b</div>c", ["a", "b", "c"]),
        ("a<div>b</div>c", ["a", "b", "c"]),
        ("<h2>Punkt 1<br>Takster</h2>", ["Punkt 1 Takster"]),
        ("<pre>et\n  to\n</pre>", ["et", "  to"]),
        ("<p style='white-space: pre-line'>et\nto", ["et", "to"]),
        ("<p>sammen<wbr>sat<!-- aldrig --> ord", ["sammensat ord"]),
        ("<p>Han siger <q>ja</q>.", ["Han siger “ja”."]),
        ("<span style='display:block'>a</span><span>b</span>", ["a", "b"]),
        ("<p>&aelig;&oslash;&aring; &#230; &lt;b&gt;", ["æøå æ <b>"]),
        ("<details><summary>Mere</summary>Skjult nej</details>", ["Mere", "Skjult nej"]),
        ("<address>Rådhuspladsen 1</address>9999 By", ["Rådhuspladsen 1", "9999 By"]),
    ],
)
def test_text_is_as_a_browser_shows_it(markup: str, texts: list[str]) -> None:
    assert _texts(markup) == texts


def test_an_empty_line_of_the_page_is_one_and_a_broken_line_goes_on() -> None:
    extract = _read("<p>Afbud:<br>Bo Hansen<br><br>Referent:<br>Ida Friis</p>")

    assert extract.text == "Afbud:\nBo Hansen\n\nReferent:\nIda Friis\n"
    assert [line.joins for line in extract.lines if not line.blank] == [False, None, None, None]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("28<sup>1</sup> pladser", "28¹ pladser"),
        ("ord <sup><a href='#f1'>[12]</a></sup>.", "ord¹²."),
        ("5 m<sup>2</sup>", "5 m²"),
        ("1<sup>ste</sup> gang", "1ste gang"),
        ("CO<sub>2</sub>", "CO2"),
        ("se<sup>1,2</sup>", "se¹,²"),
    ],
)
def test_a_raised_figure_stays_at_its_word(markup: str, text: str) -> None:
    assert _texts(f"<p>{markup}") == [text]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>Takst <del>100</del> kr.", ["Takst ~~100~~ kr."]),
        ("<p><s>a</s> <strike>b</strike> <del>c</del>", ["~~a b c~~"]),
        ("<p>Takst <ins>200</ins> kr.", ["Takst {++200++} kr."]),
        ("<p><del>a <ins>b</ins></del><ins>c <del>d</del></ins>", ["~~a b~~{++c++} ~~d~~"]),
        ("<p>a <span style='text-decoration: underline line-through'>b</span>", ["a ~~b~~"]),
        ("<style>.ud{text-decoration:line-through}</style><p>a <i class='x ud'>b", ["a ~~b~~"]),
        ("<del><p>a</p><p>b</p></del><p>c", ["~~a~~", "~~b~~", "c"]),
        ("<p>a <s>b<p>c</s> d", ["a ~~b~~", "~~c~~ d"]),
        ("<p><del>a<br>b</del>", ["~~a~~", "~~b~~"]),
        ("<ul><li><del>a</del></ul>", ["• ~~a~~"]),
        ("<table><tr style='text-decoration:line-through'><td>a<td>b</table>", ["~~a~~\t~~b~~"]),
        ("<p>a<del> b </del>c", ["a ~~b~~ c"]),
    ],
)
def test_changes_are_marked(markup: str, texts: list[str]) -> None:
    assert _texts(markup) == texts


def test_what_looks_like_a_mark_on_the_page_is_none() -> None:
    (text,) = _texts("<p>~~a~~ {++b++} ~<i>~</i>c")

    assert "~~" not in text
    assert "{++" not in text
    assert text.replace(WORD_JOINER, "") == "~~a~~ {++b++} ~~c"


def test_links_stand_where_their_words_stand() -> None:
    markup = """<base href="https://a.example/b/"><ul><li>Se <a href="c.html"> aftalen </a>
        </li></ul>
        <p><del>og <a href="mailto:x@a.example">skriv</a></del> <a href="javascript:x()">nej</a>
        <a href="#top">op</a> <a href="/d"><b>hele</b> <i>vejen</i></a></p>
        <table><tr><td>x<td><a href="https://e.example">e</a></table>"""

    extract = _read(markup)

    assert [(extract.text[link.start : link.end], link.address) for link in extract.links] == [
        ("aftalen", "https://a.example/b/c.html"),
        ("skriv", "mailto:x@a.example"),
        ("hele vejen", "https://a.example/d"),
        ("e", "https://e.example"),
    ]


def test_a_relative_link_needs_the_pages_own_address() -> None:
    own = "<link rel=canonical href='https://a.example/x/y'>"

    assert _read("<a href='z'>z</a>").links == ()
    assert _read(f"{own}<a href='z'>z</a>").links[0].address == "https://a.example/x/z"


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='page-break-before: always'>b",
        "<div style='break-before:page'><p>b</div>",
        "<hr class='pagebreak'><p>b",
        "<style>.ny{break-before:page}</style><h1 class=ny>b</h1>",
        "<br style='page-break-before:always'>b",
        "<p style='page-break-after:always'></p><p>b",
    ],
)
def test_a_page_break_is_kept(markup: str) -> None:
    lines = [line for line in _read(f"<p>a</p>{markup}").lines if not line.blank]

    assert [(line.text, line.opens_page) for line in lines] == [("a", True), ("b", True)]


def test_what_is_embedded_is_told() -> None:
    extract = _read("<h1>Film</h1><iframe src='x'>gammel browser</iframe><p>Tekst")

    (finding,) = extract.findings
    assert finding.concern is Concern.UNREAD
    assert (finding.what, finding.where) == ("not read: embedded iframe: 1 place", "Film")
    assert "gammel" not in extract.text


@pytest.mark.parametrize(
    "data",
    [
        "<p>Støtte på § 107 – æøå".encode(),
        "\ufeff<p>Støtte på § 107 – æøå".encode("utf-16"),
        "<meta charset=utf-8><p>Støtte på § 107 – æøå".encode("cp1252"),
        "<meta charset=iso-8859-1><p>Støtte på § 107 – æøå".encode(),
        "<meta charset='iso-8859-1'><p>Støtte på § 107 – æøå".encode("cp1252"),
        "<meta charset='macintosh'><p>Støtte på § 107 – æøå".encode("mac_roman"),
        '<?xml version="1.0" encoding="ISO-8859-15"?><html><body><p>Støtte på § 107 – æøå'.encode(),
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1257"><p>Støtte '
        "på § 107 – æøå".encode("cp1257"),
        "<meta charset=unicode_escape><p>Støtte på § 107 – æøå".encode(),
    ],
)
def test_letters_are_right_whatever_the_page_declares(data: bytes | str) -> None:
    assert _texts(data)[-1].lstrip("\ufeff") == "Støtte på § 107 – æøå"


def test_a_cut_letter_does_not_spoil_the_others() -> None:
    data = "<meta charset=utf-8><p>Støtte på § 107 – æøå".encode() + b"\xc3"

    assert _texts(data) == ["Støtte på § 107 – æøå\ufffd"]


def test_xhtml_with_empty_elements_loses_nothing() -> None:
    markup = """<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>
        <script src="a.js"/></head><body><a name="x"/><p class="y"/><p>Tekst<br/>mere</p>
        <del/><p>Slut</p></body></html>"""

    assert _texts(markup) == ["Tekst", "mere", "Slut"]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>a<p>b<div>c", ["a", "b", "c"]),
        ("<ul><li>a<li>b", ["• a", "• b"]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d", ["a\tb", "c\td"]),
        ("<b><p>a</b>b</p></div>c", ["ab", "c"]),
        ("a < b & c", ["a < b & c"]),
        ("<p>a</body></html><p>b", ["a", "b"]),
        ("<table>a<tr><td>b<td>c</table>", ["a", "b\tc"]),
        ("<td>a<li>b", ["a", "• b"]),
        ("bare tekst", ["bare tekst"]),
    ],
)
def test_broken_markup_is_read(markup: str, texts: list[str]) -> None:
    assert _texts(markup) == texts


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"%PDF-1.7 ...", WrongType),
        (b"PK\x03\x04...", WrongType),
        (b"<p>\x00\x01\x02\x03" * 99, NotText),
        (b"", NoText),
        (b"<html><body><script>document.write('x')</script></body>", NoText),
        (b"<frameset><frame src=x></frameset>", NoText),
        (b"<div>" * 100_000 + b"x", TooMuchWork),
        (b"<ul><li>" * 100_000 + b"x", TooMuchWork),
        (b"<table>" + b"<tr><td colspan=1000 rowspan=0>abc<td>d" * 9000, TooMuchWork),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, error: type[IngestError]) -> None:
    with pytest.raises(error, match=r"side\.html"):
        _read(data)


@pytest.mark.parametrize("between", [" ", "=1 ", '="x" ', "='a>b'/"])
def test_an_element_of_very_many_attributes_is_refused(between: str) -> None:
    attributes = between.join(f"a{number}" for number in range(500_000))

    with pytest.raises(TooMuchWork, match="10000 attributes"):
        _read(f"<p {attributes}>Referat</p>")


def test_many_words_after_a_sign_in_a_script_are_no_attributes() -> None:
    words = ", ".join(f"n{number}" for number in range(20_000))

    assert (
        _read(f"<p>Referat</p><script>if (i <n) {{ x = [{words}] }}</script>").text == "Referat\n"
    )


def test_deep_tables_are_read() -> None:
    assert "inderst" in _read("<table><tr><td>x" * 500 + "inderst").text


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "<i>ord</i> " * 50_000,
        "<p>" + "<a href=https://a.example>~</a>" * 20_000,
        "<style>" + "a" * 10**6 + "{" + "@import" * 10**5 + "</style><p>x",
        "<a '" * 200_000 + ">x",
        "<?xml version='1.0'?><a \"" + "<a ''" * 100_000 + "><p>x",
        "&" * 10**6,
    ],
    ids=["words", "links", "css", "quotes", "xhtml", "entities"],
)
@pytest.mark.timeout(20)
def test_work_grows_no_faster_than_the_page(markup: str) -> None:
    assert _read(markup).lines


ATOMS = st.sampled_from(
    """<p> </p> <del> </del> <s> </s> <ins> <table> <tr> <td> <td_colspan=3> <th_rowspan=2>
    </table> <ul> <ol_start=3> <li> </ul> <main> <nav> </nav> <footer> <h1> </h1> <br> <pre>
    </pre> <sup> <a_href='http://[::1'> <a_href='https://a.example/'> </a> <div_hidden>
    </div> <style>p{color:#fff}</style> <!-- --> <b_style='color:white'> ~~ {++ ++} 1 å tekst
    &nbsp; &amp <span_style='display:none'> </span> <button> <dialog> <iframe> <title>
    <thead> <q>""".split()
)


@given(st.lists(ATOMS, max_size=40), st.sampled_from(["", " ", "\n"]))
@settings(max_examples=150, deadline=None)
def test_any_markup_is_read_with_true_places_or_refused(atoms: list[str], between: str) -> None:
    try:
        extract = _read(between.join(atoms).replace("_", " "))
    except IngestError:
        return

    shown = [line for line in extract.lines if not line.removed]
    assert all(extract.text.startswith(f"{line.text}\n", line.start) for line in shown)
    assert all("~~" not in line.text or line.text.count("~~") % 2 == 0 for line in shown)
    assert all(extract.text[link.start : link.end].strip() for link in extract.links)
    assert all("\n" not in extract.text[link.start : link.end] for link in extract.links)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_page_with_any_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    page = bytearray(PAGE.encode())
    for _ in range(data.draw(st.integers(1, 12))):
        page[data.draw(st.integers(0, len(page) - 1))] = data.draw(st.integers(0, 255))

    try:
        found = len(_read(bytes(page)).lines)
    except IngestError as error:
        found = len(str(error))

    assert found
