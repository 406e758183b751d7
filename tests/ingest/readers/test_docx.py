"""Word documents: headings, breaks, notes and what stands at the edge of the pages."""

from io import BytesIO

import docx
import pytest

from ingest.document import Concern
from ingest.errors import NoText
from ingest.extract import Options
from ingest.readers.docx import extract
from tests.ingest.readers.docx_files import (
    RELATED,
    lines,
    p,
    parts,
    r,
    read,
    style,
    styled,
    word,
    zipped,
)

PAGE = '<w:r><w:br w:type="page"/></w:r>'
LINE = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"


def test_a_file_of_another_writer_is_read_with_levels_labels_and_title() -> None:
    file = BytesIO()
    made = docx.Document()
    made.core_properties.title = "Referat af mødet i Styregruppe Social"
    made.add_heading("Referat", 0)
    made.add_heading("Punkt 1", 1)
    made.add_paragraph("Region Østfjorden orienterede.")
    made.add_paragraph("takster", style="List Bullet")
    made.add_paragraph("pladser", style="List Bullet 2")
    made.add_paragraph("først", style="List Number")
    made.save(file)

    found = extract(file.getvalue(), "referat.docx", Options())

    assert found.title == "Referat af mødet i Styregruppe Social"
    assert found.paragraphs is True
    assert [(line.text, line.level) for line in found.lines] == [
        ("Referat", 1),
        ("", 0),
        ("Punkt 1", 1),
        ("", 0),
        ("Region Østfjorden orienterede.", 0),
        ("", 0),
        ("• takster", 0),
        ("• pladser", 0),
        ("1. først", 0),
    ]


def test_every_line_stands_where_it_says() -> None:
    body = p("Et", PAGE, "To") + p(
        "Å", '<w:del w:id="1"><w:r><w:delText>væk</w:delText></w:r></w:del>'
    )

    found = read(body, header1=p("Udkast"))

    assert all(found.text[x.start :].startswith(x.text) for x in found.lines)
    assert found.text.count("\n") == len(found.lines)


def test_no_line_goes_on_with_the_one_before() -> None:
    assert {line.joins for line in read(p("Delt over-") + p("gang")).lines if line.text} == {False}


@pytest.mark.parametrize(
    ("style_xml", "level"),
    [
        (style("X", "", shown="heading 3"), 3),
        (style("X", "", shown="Overskrift 2"), 2),
        (style("X", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'), 4),
        (style("X", '<w:basedOn w:val="Y"/>') + style("Y", "", shown="Heading 2"), 2),
        (style("X", "", shown="Title"), 1),
        (style("X", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', shown="heading 1"), 0),
        (style("X", '<w:basedOn w:val="X"/>', shown="Brødtekst"), 0),
    ],
)
def test_a_heading_is_as_deep_as_its_style_says(style_xml: str, level: int) -> None:
    found = read(p("Formål", of=styled("X")), styles=style_xml)

    assert found.lines[0].level == level


def test_a_paragraph_can_be_a_heading_by_itself() -> None:
    assert read(p("Formål", of='<w:outlineLvl w:val="1"/>')).lines[0].level == 2


def test_a_line_break_begins_a_line_without_space() -> None:
    found = read(p("Punkt 3", LINE, "Takster for 2027") + p("Tekst"))

    assert [line.text for line in found.lines] == ["Punkt 3", "Takster for 2027", "", "Tekst"]


@pytest.mark.parametrize(
    "body",
    [
        p("Før") + p(PAGE) + p("Efter"),
        p("Før", PAGE) + p("Efter"),
        p("Før", PAGE, "Efter"),
        p("Før") + p("Efter", of="<w:pageBreakBefore/>"),
        p("Før", of="<w:sectPr/>") + p("Efter") + "<w:sectPr/>",
        p("Før", of='<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
        + p("Efter")
        + "<w:sectPr/>",
    ],
)
def test_a_page_begins_after_a_break(body: str) -> None:
    opens = [line.text for line in read(body).lines if line.opens_page]

    assert opens == ["Før", "Efter"]


def test_a_section_on_the_same_page_begins_no_page() -> None:
    body = (
        p("Før", of="<w:sectPr/>")
        + p("Efter")
        + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    )

    assert [line.text for line in read(body).lines if line.opens_page] == ["Før"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (p("1.", TAB, "Indledning"), "1. Indledning"),
        (p("§ 4", TAB, "Betaling"), "§ 4 Betaling"),
        (p(TAB, "Indrykket"), "Indrykket"),
        (p("Dato:", TAB, TAB, "5. maj"), "Dato:\t5. maj"),
        (p("ny", TAB, "side"), "ny\tside"),
        (p("2025", TAB, "2026"), "2025\t2026"),
        (p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>"), "a-b"),
        (p("<w:r><w:t>an</w:t><w:softHyphen/><w:t>svar</w:t></w:r>"), "ansvar"),
        (p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', " et"), "• et"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " Åben"), "☑ Åben"),
        (p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 5"), "≥ 5"),
        (p("100 m", r("2", '<w:vertAlign w:val="superscript"/>')), "100 m²"),
        (
            p(
                "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
                "</m:den></m:f></m:oMath>",
                " plads",
            ),
            "1/2 plads",
        ),
        (p("A~~B{++C++}"), "A~\u2060~B{\u2060++C+\u2060+}"),
        (p("A~", r("~B", "<w:strike/>")), "A~\u2060~~\u2060~B~~"),
    ],
)
def test_signs_stand_as_a_reader_sees_them(content: str, text: str) -> None:
    assert lines(content) == [text]


def test_an_entry_of_the_table_of_contents_has_a_tab_before_its_page() -> None:
    entry = p("1", TAB, "Formål", TAB, "3", of=styled("X"))

    found = read(entry + entry, styles=style("X", "", shown="toc 1"))

    assert [line.text for line in found.lines] == ["1 Formål\t3", "1 Formål\t3"]


def test_a_prompt_in_a_content_control_is_no_text() -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    body = (
        f"<w:sdt>{prompt}<w:sdtContent>{p('Skriv her')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{p('Valgt tekst')}</w:sdtContent></w:sdt>"
        + p("Dato: ", f"<w:sdt>{prompt}<w:sdtContent>{r('Vælg')}</w:sdtContent></w:sdt>", "i dag")
    )

    assert lines(body) == ["Valgt tekst", "Dato: i dag"]


def test_the_result_of_a_field_is_text_and_its_code_is_not() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> PAGEREF x </w:instrText></w:r>"
    body = p("Se side ", mark("begin"), code, "kode", mark("separate"), "7", mark("end"), ".")
    never_closed = p("Åben", mark("begin"), code) + p("Dette ses")

    assert lines(body + never_closed) == ["Se side 7.", "Åben", "Dette ses"]


def test_a_choice_in_a_form_is_text() -> None:
    chosen = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="Åben"/><w:listEntry w:val="Lukket"/></w:ddList></w:ffData>'
        "</w:fldChar></w:r>"
    )

    assert lines(p("Punktet er: ", chosen)) == ["Punktet er: Lukket"]


def test_one_of_two_renderings_is_read() -> None:
    def box(text: str) -> str:
        inside = f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox>"
        return f"<w:pict><v:shape>{inside}</v:shape></w:pict>"

    def either(needed: str) -> str:
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="{needed}">{box("Valgt")}</mc:Choice>'
            f"<mc:Fallback>{box('Ellers')}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    assert lines(p("Før", either("wps"), " efter")) == ["Før efter", "Valgt"]
    assert lines(p("Før", either("v"), " efter")) == ["Før efter", "Ellers"]
    assert lines(p("Før", either("w16se"), " efter")) == ["Før efter", "Ellers"]


def test_a_link_leads_to_the_web_only() -> None:
    def link(name: str, text: str) -> str:
        return f'<w:hyperlink r:id="{name}">{r(text)}</w:hyperlink>'

    def leads(name: str, target: str, mode: str = ' TargetMode="External"') -> str:
        return f'<Relationship Id="{name}" Type="{RELATED}/hyperlink" Target="{target}"{mode}/>'

    found = read(
        p("Se ", link("a", "aftalen"), ", ", link("b", "filen"), " og ", link("c", "delen"))
        + p('<w:ins w:id="1">' + link("d", " skriv") + r(" nu") + "</w:ins>"),
        links=leads("a", "https://example.org/aftale")
        + leads("b", "file:///etc/passwd")
        + leads("c", "http://example.org", "")
        + leads("d", "mailto:post@example.org"),
    )

    assert [line.text for line in found.lines if line.text][1] == "{++skriv nu++}"
    assert [(found.text[x.start : x.end], x.address) for x in found.links] == [
        ("aftalen", "https://example.org/aftale"),
        ("skriv", "mailto:post@example.org"),
    ]


def test_a_link_made_by_a_field_leads_there_too() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    code = '<w:r><w:instrText> HYPERLINK "https://example.org" </w:instrText></w:r>'
    result = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    found = read(p("Se ", begin, code, result, "her", end, " nu"))

    assert [(found.text[x.start : x.end], x.address) for x in found.links] == [
        ("her", "https://example.org")
    ]


def test_a_note_stands_after_the_paragraph_that_calls_it() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    own_mark = "<w:r><w:footnoteRef/></w:r>"
    last = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    found = read(
        p("Taksten", call, " stiger.") + p("Efter", last),
        footnotes=f'<w:footnote w:id="2">{p(own_mark, " Uden moms.")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p("Til sidst.")}</w:endnote>',
    )

    assert [line.text for line in found.lines] == [
        *("Taksten¹ stiger.", "", "¹ Uden moms.", "", "Efter²", "", "² Til sidst."),
    ]


def test_a_note_to_struck_text_is_struck() -> None:
    call = '<w:r><w:delText>Væk</w:delText><w:footnoteReference w:id="2"/></w:r>'
    body = p("Bliver ", f'<w:del w:id="1">{call}</w:del>')

    found = lines(body, footnotes=f'<w:footnote w:id="2">{p("Note.")}</w:footnote>')

    assert found == ["Bliver ~~Væk¹~~", "~~¹ Note.~~"]


def test_heads_and_feet_of_pages_are_set_aside_once() -> None:
    margins = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )
    drawn = '<w:r><w:pict><v:shape><v:textpath string="UDKAST"/></v:shape></w:pict></w:r>'

    found = read(
        p("Første afsnit", of=margins) + p("Tekst") + margins,
        header1=p("Styregruppe Social") + p(drawn),
        header2=p("Vises ikke"),
        footer1=p("Udkast 1.1") + p("Styregruppe Social"),
    )

    assert [x.removed for x in found.lines if x.removed] == [
        *("Styregruppe Social", "UDKAST", "Udkast 1.1"),
    ]
    assert found.lines[3].text == "Første afsnit"
    assert found.lines[3].opens_page


def test_comments_are_counted_and_not_read() -> None:
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    found = read(
        p("Formål", of='<w:outlineLvl w:val="0"/>') + p("Tekst", comment, comment),
        comments=f'<w:comment w:id="0">{p("Hemmelig bemærkning")}</w:comment>',
    )

    assert "Hemmelig" not in found.text
    assert [(x.concern, x.what, x.where, x.line) for x in found.findings] == [
        (Concern.COMMENT, "comments set aside: 2", "Formål", 3)
    ]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<w:altChunk/>", "embedded file that is not read"),
        (p("<w:r><w:object><o:OLEObject/></w:object></w:r>"), "embedded file that is not read"),
        (
            p('<w:r><w:drawing><a:graphicData uri="http://x/chart"/></w:drawing></w:r>'),
            "chart or diagram that is not read",
        ),
    ],
)
def test_what_is_not_read_is_told(content: str, what: str) -> None:
    found = read(p("Tekst") + content)

    assert [(x.concern, x.what, x.line) for x in found.findings] == [(Concern.UNREAD, what, 1)]


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(NoText, match="tom"):
        extract(word(p()), "tom.docx", Options())


def test_the_strict_kind_of_file_is_read_alike() -> None:
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    made = {
        name: part.replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, part in parts(p("Ens ", r("væk", "<w:strike/>"))).items()
    }

    found = extract(zipped(made), "streng.docx", Options())

    assert found.lines[0].text == "Ens ~~væk~~"
