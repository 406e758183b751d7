"""Word documents: the labels that a reader sees before headings and items."""

import pytest

from ingest.readers.docx.numbering import written
from tests.ingest.readers.docx_files import lines, p, read, style, styled


def level(ilvl: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, name: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(ilvl: int = 0, of: int = 1, text: str = "x") -> str:
    return p(text, of=numbered(ilvl, of))


def numbered(ilvl: int, of: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{of}"/></w:numPr>'


LEGAL = abstract(level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3"))


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    return [text.removesuffix(" x") for text in lines(body, numbering=numbering, styles=styles)]


def test_levels_count_within_the_level_above() -> None:
    found = labels("".join(item(n) for n in (0, 1, 2, 2, 1, 2, 0, 1)), LEGAL + num(1))

    assert found == ["1.", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2.", "2.1"]


def test_a_level_above_that_was_not_used_counts_as_its_first() -> None:
    assert labels(item(1) + item(1), LEGAL + num(1)) == ["1.1", "1.2"]


def test_items_stand_close_and_headings_apart() -> None:
    styles = style("H", f"<w:pPr>{numbered(1)}</w:pPr>", shown="heading 2")
    body = item() + item() + p("Titel", of=styled("H")) + p("To", of=styled("H")) + p("Brød")

    found = read(body, numbering=LEGAL + num(1), styles=styles)

    assert [(line.text, line.level) for line in found.lines] == [
        *(("1. x", 0), ("2. x", 0), ("", 0), ("2.1 Titel", 2), ("", 0), ("2.2 To", 2)),
        *(("", 0), ("Brød", 0)),
    ]


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        *(("decimal", 4, "4"), ("decimalZero", 4, "04"), ("ordinal", 4, "4."), ("none", 4, "")),
        *(("lowerLetter", 2, "b"), ("upperLetter", 28, "BB"), ("lowerLetter", 781, "781")),
        *(("lowerRoman", 14, "xiv"), ("upperRoman", 1999, "MCMXCIX"), ("upperRoman", 0, "0")),
        ("upperRoman", 999_999_999, "999999999"),
    ],
)
def test_numbers_are_written_in_the_form_of_their_level(form: str, value: int, text: str) -> None:
    assert written(value, form) == text


def test_bullets_are_bullets_whatever_their_glyph() -> None:
    bullets = abstract(level(0, "\uf0b7", "bullet"), level(1, "o", "bullet")) + num(1)

    assert labels(item() + item(1), bullets) == ["•", "•"]


def test_a_label_can_have_words_and_legal_figures() -> None:
    words = abstract(
        level(0, "Kapitel %1", "upperRoman"), level(1, "§ %1.%2", more="<w:isLgl/>")
    ) + num(1)

    assert labels(item() + item(0) + item(1), words) == ["Kapitel I", "Kapitel II", "§ 2.1"]


def test_lists_over_the_same_definition_count_on_unless_they_start_anew() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item(of=1) + item(of=2) + item(of=3) + item(of=3) + item(of=1)

    found = labels(body, LEGAL + num(1) + num(2) + num(3, more=start))

    assert found == ["1.", "2.", "5.", "6.", "7."]


def test_a_list_can_define_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter", start=3)}</w:lvlOverride>'

    assert labels(item(), LEGAL + num(1, more=own)) == ["c)"]


def test_a_level_restarts_after_the_level_it_names_or_never() -> None:
    def counted(restart: int) -> list[str]:
        more = f'<w:lvlRestart w:val="{restart}"/>'
        levels = abstract(level(0, "%1."), level(1, "%2."), level(2, "%3.", more=more))
        return labels("".join(item(n) for n in (0, 1, 2, 1, 2, 0, 2)), levels + num(1))

    assert counted(0)[2::2] == ["1.", "2.", "3."]
    assert counted(1)[2::2] == ["1.", "2.", "1."]


def test_a_style_puts_its_paragraphs_in_a_list() -> None:
    numbering = abstract(
        level(0, "%1", more='<w:pStyle w:val="A"/>'),
        level(1, "%1.%2", more='<w:pStyle w:val="B"/>'),
    ) + num(1)
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        style("A", in_list)
        + style("B", '<w:basedOn w:val="A"/>')
        + style("C", '<w:basedOn w:val="B"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
    )
    body = "".join(p("x", of=styled(name)) for name in "ABBC")

    assert labels(body, numbering, styles) == ["1", "1.1", "1.2", "x"]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    styles = style("A", f"<w:pPr>{numbered(0)}</w:pPr>")
    out = p("x", of=styled("A") + '<w:numPr><w:numId w:val="0"/></w:numPr>')

    assert labels(p("x", of=styled("A")) + out, LEGAL + num(1), styles) == ["1.", "x"]


def test_a_list_style_stands_for_a_list() -> None:
    numbering = (
        abstract(name=0, more='<w:numStyleLink w:val="L"/>')
        + abstract(level(0, "%1)"), name=1, more='<w:styleLink w:val="L"/>')
        + num(1, of=0)
        + num(2, of=1)
    )
    styles = style("L", f"<w:pPr>{numbered(0, of=2)}</w:pPr>", sort="numbering")

    assert labels(item() + item(), numbering, styles) == ["1)", "2)"]


def test_an_empty_paragraph_shows_its_number_and_no_bullet() -> None:
    numbering = LEGAL + abstract(level(0, "•", "bullet"), name=1) + num(1) + num(2, of=1)

    assert labels(item(text="") + item(of=2, text="") + item(), numbering) == ["1.", "2."]
