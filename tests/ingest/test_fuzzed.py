"""What fuzzing found, each as its smallest example; the harnesses are in `tests/fuzz`."""

from itertools import product

import pytest

from ingest.extract import WORD_JOINER as J
from ingest.extract import Extract, Options
from ingest.formats import extracted
from ingest.lines import split
from ingest.personal import cpr, masked
from ingest.read import read_bytes
from tests.ingest.readers import docx_files as word

REFUSED_BEFORE = {
    "a list that a cell ends": "<table><tr><td>a<ol><li>b<td>c</ol></table>",
    "no number in a colour": '<p style="color:rgb(nan,1,1)">a</p>',
    "a colour without end": '<p style="color:rgb(inf,1,1)">a</p>',
    "a colour too large": '<p style="color:rgb(1,1e999%,1)">a</p>',
    "a background without end": '<p style="background-color:rgb(1,1,-infinity)">a</p>',
}
CHARSETS = [
    *(f"iso{dash}8859-{part}" for dash, part in product(("-", ""), range(1, 18))),
    *(f"windows-125{part}" for part in range(10)),
    *("macintosh", "koi8-r", "koi8-u"),
]
GUARDED = [("~", f"{J}~{J}"), ("+", f"{J}+{J}"), ("{", f"{{{J}"), ("}", f"{J}}}")]
GUARDED += [(f" {sign} ", guarded) for sign, guarded in GUARDED]


def read(markup: str, name: str = "x.html") -> Extract:
    return extracted(markup.encode(), name, Options())


def bare(made: Extract) -> str:
    """The only line with text, without its spaces."""
    (line,) = (line.text for line in made.lines if not line.blank)
    return line.replace(" ", "")


@pytest.mark.parametrize("markup", REFUSED_BEFORE.values(), ids=REFUSED_BEFORE)
def test_an_odd_page_is_read(markup: str) -> None:
    assert "a" in read(markup).text


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_page_may_declare_any_charset(charset: str) -> None:
    page = b'<meta charset="' + charset.encode() + b'"><p>14 pladser \xe6</p>'

    assert "14 pladser" in extracted(page, "x.html", Options()).text


def test_a_list_goes_on_after_a_table_whose_cell_ended_another_list() -> None:
    made = read("<ol><li>a<table><tr><td><ul><li>b<td>c</ul></table><li>d</ol>")

    assert made.lines[-1].text == "2. d"


@pytest.mark.parametrize(("sign", "guarded"), GUARDED)
def test_a_sign_in_a_page_is_no_part_of_the_mark_around_it(sign: str, guarded: str) -> None:
    struck, proposed = read(f"<p>a<s>{sign}</s>b"), read(f"<p>a<ins>{sign}</ins>b")

    assert bare(struck) == f"a~~{guarded}~~b"
    assert bare(proposed) == f"a{{++{guarded}++}}b"


@pytest.mark.parametrize(("sign", "guarded"), GUARDED)
def test_a_sign_in_a_word_file_is_no_part_of_the_mark_around_it(sign: str, guarded: str) -> None:
    struck = word.read(word.p("a", word.r(sign, "<w:strike/>"), "b"))
    proposed = word.read(word.p("a", f"<w:ins>{word.r(sign)}</w:ins>", "b"))

    assert bare(struck) == f"a~~{guarded}~~b"
    assert bare(proposed) == f"a{{++{guarded}++}}b"


def test_a_tilde_before_a_strike_is_no_part_of_it() -> None:
    (line,) = read("<p>ca. ~<s>14</s> pladser</p>").lines

    assert line.text == f"ca. ~{J}~~14~~ pladser"


def test_a_row_of_numbers_with_blanks_between_is_masked_as_a_whole() -> None:
    text = "1 010190 1234 020290 2345 030390 3456 2"

    assert cpr.find(text) == []
    assert cpr.find(text[2:-2]) == [(0, 11), (12, 23), (24, 35)]
    assert cpr.find(text[:-2]) == [(2, 13), (14, 25), (26, 37)]


@pytest.mark.parametrize("text", ["7CPR0101901234", "7cpr0101901234", "7personnr0101901234"])
def test_a_figure_before_the_word_makes_no_code_of_the_number(text: str) -> None:
    assert cpr.find(text) == [(len(text) - 10, len(text))]


@pytest.mark.parametrize("text", ["1 010190 1234 020290 2345", "4 010190~~1234 0101901234"])
def test_no_number_shows_up_when_another_is_masked(text: str) -> None:
    made = masked(Extract(text, tuple(split(text))))

    assert cpr.find(made.text) == []


@pytest.mark.parametrize("top", ["\u200b", "\xad", "<br>", "~~"])
def test_a_page_that_begins_with_nothing_has_no_heading(top: str) -> None:
    text = f"Punkt 1\nIndstilling\n- at det sker\n\n\f{top}\ntekst"

    assert read_bytes(text.encode(), "x.txt").items


@pytest.mark.timeout(60)  # seconds; work that grows with the square of the text takes far longer
@pytest.mark.parametrize(
    "text",
    [
        "<b>fed</b>\nMødet den 01.02.2024\nPunkt 1.\n" * 12_000,
        "Punkt 1. Titel\n" + "Bilag:\n" * 60_000,
        "Åben\nPunkt 1.\n" * 25_000,
    ],
)
def test_no_long_text_of_headers_takes_for_ever(text: str) -> None:
    assert read_bytes(text.encode(), "x.txt").text == text
