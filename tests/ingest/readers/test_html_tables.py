"""A table of data is a line a row; one that only places text is its paragraphs."""

import pytest

from ingest.extract import Options
from ingest.readers import html


def _text(markup: str) -> str:
    return html.extract(markup.encode(), "side.html", Options()).text


def test_merged_headings_are_repeated_and_merged_cells_leave_columns_empty() -> None:
    markup = """<table><caption>Takster</caption><thead>
        <tr><th rowspan=2>Tilbud<th colspan=2>Takst<tr><th>2025<th>2026</thead>
        <tbody><tr><td rowspan=2>Fjordhuset<td>1<td>2<tr><td>3<td>4
        <tr><td colspan=3>I alt 10<tr><td>Havnen<td colspan=2>5</table>"""

    assert _text(markup) == (
        "Takster\n\nTilbud\tTakst\tTakst\nTilbud\t2025\t2026\n"
        "Fjordhuset\t1\t2\nFjordhuset\t3\t4\nI alt 10\t\t\nHavnen\t5\t\n"
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<tr><td><p>a</p><p>b<br>c</p><td>d", "a b c\td\n"),
        ("<tr><td>a<td><ul><li>b<li>c</ul>", "a\t• b • c\n"),
        ("<tr><td>a<td><pre>b\tc</pre>", "a\tb c\n"),
        ("<tr><td>a<td><del>b</del> <ins>c</ins>", "a\t~~b~~ {++c++}\n"),
        ("<tr><td>a<s>b<td>c<tr><td>d<td>e", "a~~b~~\tc\nd\te\n"),
        ("<tr><td>a<td>b<tr><td> <td>&nbsp;<tr><td>c<td>d", "a\tb\nc\td\n"),
        ("<tfoot><tr><td>I alt<td>3</tfoot><tr><td>a<td>3", "a\t3\nI alt\t3\n"),
        ("<tr><td>a<td>b<tr><td colspan=99>c", "a\tb\nc\t\n"),
        ("<tr><td rowspan=0>a<td>b<tr><td>c", "a\tb\na\tc\n"),
        ("<tr><td rowspan=99>a<td>b</tr><tbody><tr><td>c<td>d", "a\tb\nc\td\n"),
        ("<thead><tr><td colspan=2>a<tbody><tr><td>b<td>c", "a\ta\nb\tc\n"),
        ("<tr><th><h4>a</h4><th><h4>b</h4><tr><td>c<td>d", "a\tb\nc\td\n"),
        ("<tr><th>a<th>b<tr><td>c<td><table><tr><td>d<td>e</table>", "a\tb\nc\td e\n"),
    ],
)
def test_a_row_is_a_line(markup: str, text: str) -> None:
    assert _text(f"<table>{markup}</table>") == text


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>a<td>b</table>",
        "<table role=none><tr><td>a<tr><td>b</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table><tr><td colspan=2>a</td></tr><tr><td>b</td></tr></table>",
    ],
)
def test_a_table_that_places_text_is_its_paragraphs(table: str) -> None:
    assert _text(table) == "a\n\nb\n"


def test_a_table_with_headings_in_its_cells_is_its_paragraphs() -> None:
    markup = "<table><tr><td>Menu<td><h2>Punkt 1</h2><p>Tekst<p>Mere</table>"

    assert _text(markup) == "Menu\n\nPunkt 1\n\nTekst\n\nMere\n"


def test_a_table_of_data_inside_one_that_places_it_keeps_its_rows() -> None:
    markup = "<table><tr><td>Side<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>"

    assert _text(markup) == "Side\n\na\tb\nc\td\n"


def test_a_table_around_the_main_part_does_not_hide_it() -> None:
    markup = "<table><tr><td><nav>Menu</nav><td><main><p>Tekst om takster</main></table>"

    assert _text(markup) == "Tekst om takster\n"


def test_a_page_break_in_a_table_stands_at_its_row() -> None:
    markup = """<table><tr><td>a<td>b<tr style='page-break-before:always'><td>c<td>d</table>"""

    lines = html.extract(markup.encode(), "side.html", Options()).lines
    assert [(line.text, line.opens_page) for line in lines] == [("a\tb", True), ("c\td", True)]
