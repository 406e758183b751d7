"""Markdown is read as the page it makes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError, NoText, TooMuchWork, WrongType
from ingest.extract import Extract, Options
from ingest.readers import markdown

FILE = """---
title: "Styringsaftale 2026"
status: udkast
---
# Styringsaftale

Taksten er ~~100 kr.~~ 200 kr.
pr. døgn[^1], se [aftalen](https://a.example/b).

1. Et
2. To
   - Under

| Tilbud | Takst |
|---|---:|
| Fjordhuset | **1.234** |

<details><summary>Mere</summary>Tekst</details>
"""


def _read(text: str | bytes) -> Extract:
    return markdown.extract(
        text.encode() if isinstance(text, str) else text, "aftale.md", Options()
    )


def _texts(text: str) -> list[str]:
    return [line.text for line in _read(text).lines if not line.blank]


def test_a_file_keeps_its_structure() -> None:
    extract = _read(FILE)

    assert _texts(FILE) == [
        "Styringsaftale",
        "Taksten er ~~100 kr.~~ 200 kr. pr. døgn[^1], se aftalen.",
        "1. Et",
        "2. To",
        "• Under",
        "Tilbud\tTakst",
        "Fjordhuset\t1.234",
        "Mere",
        "Tekst",
    ]
    assert extract.title == "Styringsaftale 2026"
    assert [line.level for line in extract.lines if line.level] == [1]
    assert [link.address for link in extract.links] == ["https://a.example/b"]


def test_front_matter_is_set_aside_and_not_lost() -> None:
    removed = [line.removed for line in _read(FILE).lines if line.removed]

    assert removed == ['title: "Styringsaftale 2026"', "status: udkast"]


def test_a_line_across_the_page_is_no_front_matter() -> None:
    text = "---\nSocialaftalen er vedtaget, og den gælder.\n\n---\nSlut"

    assert "Socialaftalen er vedtaget, og den gælder." in _texts(text)
    assert _read(text).title is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a {--b--} c", "a ~~b~~ c"),
        ("a {++b++} c", "a {++b++} c"),
        ("a {~~b~>c~~} d", "a ~~b~~{++c++} d"),
        ("a {++b *c* `d`++} e", "a {++b c d++} e"),
        ("a ~~b **c**~~ d", "a ~~b c~~ d"),
        ("a <del>b</del> <ins>c</ins>", "a ~~b~~ {++c++}"),
        ("{++a ~~b~~++}", "{++a++} ~~b~~"),
    ],
)
def test_changes_are_marked(text: str, line: str) -> None:
    assert _texts(text) == [line]


@pytest.mark.parametrize("text", ["a {--b c", "a b--} c", "a {++b--} c", "`{--a--}`", "{--"])
def test_a_sign_without_its_partner_and_code_are_no_change(text: str) -> None:
    (line,) = _texts(text)

    assert "~~" not in line
    assert "{++" not in line


def test_a_form_feed_begins_a_page() -> None:
    lines = [line for line in _read("a\n\fb").lines if not line.blank]

    assert [(line.text, line.opens_page) for line in lines] == [("a", True), ("b", True)]


def test_hidden_text_is_told() -> None:
    extract = _read("Synlig <span style='display:none'>skjult</span>")

    assert extract.text == "Synlig\n"
    assert len(extract.findings) == 1


def test_encodings_of_danish_offices_are_read() -> None:
    assert _texts("# Støtte på § 107") == ["Støtte på § 107"]
    assert _read("# Støtte på § 107".encode("cp1252")).lines[0].text == "Støtte på § 107"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NoText),
        (b"---\ntitle: a\n---\n", NoText),
        (b"%PDF-1.7", WrongType),
        (b">" * 3000 + b" a", TooMuchWork),
        (b"- " * 3000 + b" a", TooMuchWork),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, error: type[IngestError]) -> None:
    with pytest.raises(error, match=r"aftale\.md"):
        _read(data)


@pytest.mark.parametrize("sign", ["{--", "--}", "{~~", "{++a", "**a", "[a](", "`" * 3 + "\n", "~~"])
@pytest.mark.timeout(30)
def test_many_lone_signs_are_read_in_time(sign: str) -> None:
    assert _read("x " + sign * 5_000).lines


@given(
    st.lists(
        st.sampled_from("{-- --} {++ ++} {~~ ~> ~~} ~~ * ` [ ]( > - | # 1. a \n \n\n".split(" ")),
        max_size=40,
    )
)
@settings(max_examples=120, deadline=None)
def test_any_text_is_read_with_true_places_or_refused(atoms: list[str]) -> None:
    try:
        extract = _read(" ".join(atoms))
    except IngestError:
        return

    shown = [line for line in extract.lines if not line.removed]
    assert all(extract.text.startswith(f"{line.text}\n", line.start) for line in shown)
    assert all(line.text.count("~~") % 2 == 0 for line in shown)
