"""Items of lists carry the labels that a browser shows, and stand close."""

import pytest
from lxml import etree

from ingest.extract import Options
from ingest.readers import html
from ingest.readers.html.labels import Items


def _text(markup: str) -> str:
    return html.extract(markup.encode(), "side.html", Options()).text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<ul><li>a<li>b</ul>", "• a\n• b\n"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b\n"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b\n"),
        ("<ol type=a><li>a<li>b</ol>", "a) a\nb) b\n"),
        ("<ol type=A start=27><li>a</ol>", "AA) a\n"),
        ("<ol type=i start=4><li>a<li>b</ol>", "iv) a\nv) b\n"),
        ("<ol type=I><li>a</ol>", "I) a\n"),
        ("<ol reversed><li>a<li>b</ol>", "2. a\n1. b\n"),
        ("<ol><li value=7>a<li>b</ol>", "7. a\n8. b\n"),
        ("<ol style='list-style-type:lower-latin'><li>a</ol>", "a) a\n"),
        ("<ol><li style='list-style:upper-roman inside'>a</ol>", "I) a\n"),
        ("<ul style='list-style:none'><li>a</ul>", "a\n"),
        ("<ol start=x type=? ><li value=>a</ol>", "1. a\n"),
        ("<ol type=i start=4000><li>a</ol>", "4000. a\n"),
        ("<ul><li>a<ol><li>b<li>c</ol>d<li>e</ul>", "• a\n1. b\n2. c\nd\n• e\n"),
        ("<ul><li>a</li><ul><li>b</ul><li>c</ul>", "• a\n• b\n• c\n"),
        ("<ul><li><p>a</p></li><li><p>b</p><p>c</p></li><li>d</ul>", "• a\n• b\n\nc\n• d\n"),
        ("<ul><li></li><li>b</ul>", "• b\n"),
        ("<ol><li></li><li>b</ol>", "2. b\n"),
        ("<ol><li><ul><li>a</ul><li>b</ol>", "1. • a\n2. b\n"),
        ("a<ul><li>b</ul>c", "a\n\n• b\n\nc\n"),
        ("<ul><li>a<br>b</ul>", "• a\nb\n"),
        ("<ul><li><del>a</del> b</ul>", "• ~~a~~ b\n"),
        ("<table><tr><td><ul><li>a</ul><td>b</table><ul><li>c</ul>", "• a\tb\n\n• c\n"),
    ],
)
def test_items_have_their_labels(markup: str, text: str) -> None:
    assert _text(markup) == text


def test_the_labels_that_word_writes_are_labels() -> None:
    def item(label: str, text: str) -> str:
        return (
            f"<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>{label}"
            f"<span style='font:7.0pt Arial'>&nbsp;&nbsp; </span></span><![endif]>{text}"
        )

    assert _text(item("·", "Et") + item("2.", "To")) == "• Et\n\n2. To\n"


@pytest.mark.parametrize(
    ("count", "label"), [(1, "a) "), (26, "z) "), (27, "aa) "), (702, "zz) "), (703, "aaa) ")]
)
def test_letters_go_on_after_the_last(count: int, label: str) -> None:
    items = Items(ordered=True, style="lower-alpha", number=count)

    assert items.label(etree.Element("li"), None) == label
