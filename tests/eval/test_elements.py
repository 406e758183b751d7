"""A source is read as the headings, lists, tables and footers of a file with styles."""

from pathlib import Path

from eval.sample.elements import Element, PageBreak, Run, Table, Text, elements, furniture
from eval.sample.markup import Page, read_source


def pages(body: str) -> list[Page]:
    return read_source(f"---\nlayout: flow\n---\n{body}", Path())


def read(body: str) -> list[Element]:
    return elements(pages(body))


def test_headings_have_their_depth() -> None:
    found = read("# Punkt 1.\n\n## Beslutning:\n\n### 2.2.1 Frister")

    assert [(x.kind, x.level, x.text) for x in found if isinstance(x, Text)] == [
        ("heading", 1, "Punkt 1."),
        ("heading", 2, "Beslutning:"),
        ("heading", 3, "2.2.1 Frister"),
    ]


def test_every_bullet_of_a_source_is_one_and_has_its_depth() -> None:
    found = read("- A\n-- B\n* C\no D\n\n➤ E\n\n3. F")

    assert [(x.kind, x.level, x.number, x.text) for x in found if isinstance(x, Text)] == [
        ("bullet", 1, None, "A"),
        ("bullet", 1, None, "B"),
        ("bullet", 1, None, "C"),
        ("bullet", 2, None, "D"),
        ("bullet", 1, None, "E"),
        ("number", 0, 3, "F"),
    ]


def test_text_falls_into_runs_of_one_look() -> None:
    (found,) = read("I ~~14~~ *21* dage, 2 * 3 og $$\\text{a} \\times b$$")

    assert isinstance(found, Text)
    assert [(run.text, run.look) for run in found.runs] == [
        ("I ", ""),
        ("14", "struck"),
        (" ", ""),
        ("21", "strong"),
        (" dage, 2 * 3 og ", ""),
        ("a × b", "formula"),
    ]


def test_a_table_gets_the_corner_that_a_converter_left_out() -> None:
    assert read("|2021|2022|\n|Budget|20|21|") == [
        Table((("", "2021", "2022"), ("Budget", "20", "21")), headed=True)
    ]


def test_page_labels_are_the_pages_footer() -> None:
    label = "<label> Gruppen Møde den 1.2.2023\n<label> Side"
    source = f"A\n\n{label} 1 af 2\n\n<page>\n\nB\n\n{label} 2 af 2"

    assert furniture(pages(source)) == ("Gruppen Møde den 1.2.2023", "Side {page} af {pages}")
    assert [x.text if isinstance(x, Text) else x for x in read(source)] == ["A", PageBreak(), "B"]


def test_an_address_at_a_pages_foot_is_a_link() -> None:
    (found,) = read("Referatet kan findes her\n\n<label> http://a.example/b")

    assert isinstance(found, Text)
    assert found.runs[-1] == Run("her", link="http://a.example/b")


def test_a_name_printed_over_itself_is_left_out() -> None:
    assert read("<label> GruppenGruppenGruppen") == []
