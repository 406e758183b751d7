"""The five real documents are read as they stand.

`corpus_facts.json` was read out of the files by eye and holds no text of theirs: a title, body,
case number or piece of text is given as the numbers of the lines where it stands, counted by `\n`.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest import Block, Document, Part, PartKind, Visibility
from ingest.terms import OUTCOMES

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "corpus_facts.json").read_text("utf-8"))
MEETINGS = [
    pytest.param(name, inner.get("in_item"), inner, id=f"{name}-{inner['held']}")
    for name, fact in FACTS.items()
    for inner in (fact, *fact["inside"])
]
ITEMS = [
    pytest.param(*meeting.values[:2], item, id=f"{meeting.id}-{item['number']}")
    for meeting in MEETINGS
    for item in meeting.values[2]["items"]
]
CHAPTERS = [(name, fact) for name in FACTS for fact in FACTS[name]["chapters"]]
ABOUT = [(name, fact) for name in FACTS for fact in FACTS[name]["annex_about"]]
OUTCOME = [
    (name, number, lines)
    for name in FACTS
    for number, lines in FACTS[name]["outcome_lines"].items()
]

Reader = Callable[[str], Document]
Blocks = Callable[[Document], list[Block]]


def one(document: Document, within: str | None) -> Document:
    if within is None:
        return document
    return next(inner for inner in document.documents if inner.within == within)


def item_of(document: Document, number: str, within: str | None = None) -> Part:
    return next(item for item in one(document, within).items if item.number == number)


def annex_of(document: Document, fact: dict[str, Any]) -> Part:
    annexes = [x for x in item_of(document, fact["item"]).parts if x.kind is PartKind.ANNEX]
    return annexes[fact["annex"]]


def printed(document: Document, first: int, last: int | None = None) -> str:
    """The file's own lines, white space and line-end hyphens aside."""
    lines = document.text.split("\n")[first - 1 : last or first]
    return " ".join(" ".join(lines).split())


def letters(text: str) -> str:
    return re.sub(r"[\W_¹²³⁰⁴-⁹]+", "", re.sub(r"~~.*?~~", "", text))


@cache
def line_ends(document_text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", document_text)]


def line_of(document: Document, position: int) -> int:
    return bisect_left(line_ends(document.text), position) + 1


def first_line(document: Document, part: Part) -> int | None:
    starts = [block.span[0] for block in own_blocks(part)]
    return line_of(document, min(starts)) if starts else None


def covered(document: Document, blocks: list[Block]) -> set[int]:
    """The lines of which some letter or digit stands in one of the blocks."""
    return {
        line_of(document, run.origin + offset)
        for block in blocks
        for run in block.runs
        for offset in range(run.length)
        if document.text[run.origin + offset].isalnum()
    }


def own_blocks(part: Part) -> list[Block]:
    return [block for x in part.walk() for block in (x.head, *x.blocks) if block]


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_kind(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    assert one(corpus(name), within).kind == fact["kind"]


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_date(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    held = one(corpus(name), within).held

    assert held
    assert held.isoformat() == fact["held"]


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_body(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    body = one(corpus(name), within).body

    assert body
    assert len(body) >= 10
    assert body in printed(corpus(name), fact["body"])


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_items(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    seen = [item.number for item in one(corpus(name), within).items]

    assert seen == [item["number"] for item in fact["items"]]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_title(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    document = corpus(name)
    line = re.sub(rf"^{fact['number']}\. ", "", printed(document, *fact["title"]))

    assert item_of(document, fact["number"], within).heading == line


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_case_number(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    document = corpus(name)
    expected = printed(document, fact["case"]) if fact["case"] else None

    assert item_of(document, fact["number"], within).case_number == expected


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_sections(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    parts = item_of(corpus(name), fact["number"], within).parts

    assert [part.label for part in parts if part.label] == fact["labels"]
    assert bool(parts and not parts[0].heading) == fact.get("text_first", False)


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_outcome(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    parts = item_of(corpus(name), fact["number"], within).parts
    outcome = [part for part in parts if part.label in OUTCOMES]

    assert any(x.blocks for part in outcome for x in part.walk()) == fact["outcome"]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_listed_annexes(
    corpus: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    assert len(item_of(corpus(name), fact["number"], within).listed) == fact["listed"]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_annexes(corpus: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    document = corpus(name)
    item = item_of(document, fact["number"], within)
    annexes = [part for part in item.parts if part.kind is PartKind.ANNEX]
    embedded = {inner["lines"][0] for inner in FACTS[name]["inside"]}
    # The text of a meeting inside an annex stands in a document of its own.
    expected = [None if line in embedded else line for line in fact["annexes"]]

    assert [first_line(document, annex) for annex in annexes] == expected


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_items_are_open(
    corpus: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    item = item_of(corpus(name), fact["number"], within)

    assert all(part.visibility is Visibility.OPEN for part in item.walk())


@pytest.mark.parametrize(("name", "number", "lines"), OUTCOME)
def test_text_belongs_to_the_outcome(
    corpus: Reader, name: str, number: str, lines: list[int]
) -> None:
    document = corpus(name)
    parts = [part for part in item_of(document, number).parts if part.label in OUTCOMES]
    blocks = [block for part in parts for block in own_blocks(part)]

    assert set(lines) <= covered(document, blocks)


@pytest.mark.parametrize(("name", "fact"), FACTS.items())
def test_no_outcome_reaches_into_an_annex(corpus: Reader, name: str, fact: dict[str, Any]) -> None:
    document = corpus(name)

    for item in document.items:
        parts = [part for part in item.parts if part.label in OUTCOMES]
        lines = covered(document, [block for part in parts for block in own_blocks(part)])
        own = next(x["annexes"] for x in fact["items"] if x["number"] == item.number)
        assert not lines or not own or max(lines) < min(own)


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_a_meeting_inside_is_no_part_of_the_outer_one(
    corpus: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    document = corpus(name)
    if within is None:
        assert len(document.documents) == len(fact["inside"])
        return
    outer = [block for part in document.walk() for block in (part.head, *part.blocks) if block]
    first, last = fact["lines"]

    assert not {line for line in covered(document, outer) if first <= line <= last}
    inner = [b for part in one(document, within).walk() for b in (part.head, *part.blocks) if b]
    assert all(first <= line <= last for line in covered(document, inner))


@pytest.mark.parametrize(("name", "fact"), FACTS.items())
def test_struck_lines(
    corpus: Reader, printed_blocks: Blocks, name: str, fact: dict[str, Any]
) -> None:
    document = corpus(name)
    struck = [block for block in printed_blocks(document) if block.struck]

    assert sorted(covered(document, struck)) == fact["struck"]


@pytest.mark.parametrize(("name", "fact"), FACTS.items())
def test_text_beside_struck_text_is_in_force(
    corpus: Reader, printed_blocks: Blocks, name: str, fact: dict[str, Any]
) -> None:
    document = corpus(name)
    live = [block for block in printed_blocks(document) if not block.struck]

    assert set(fact["live_beside_struck"]) <= covered(document, live)


@pytest.mark.parametrize(("name", "fact"), FACTS.items())
def test_no_struck_word_is_in_force(
    corpus: Reader, printed_blocks: Blocks, name: str, fact: dict[str, Any]
) -> None:
    document = corpus(name)
    marked = [match.span() for match in re.finditer(r"~~.*?~~", document.text)]
    live = [block for block in printed_blocks(document) if not block.struck]
    places = {run.origin + i for block in live for run in block.runs for i in range(run.length)}

    assert not any(place in places for start, end in marked for place in range(start, end))


@pytest.mark.parametrize(("name", "fact"), FACTS.items())
def test_page_furniture_is_in_no_block(
    corpus: Reader, printed_blocks: Blocks, name: str, fact: dict[str, Any]
) -> None:
    document = corpus(name)

    assert not set(fact["furniture"]) & covered(document, printed_blocks(document))


@pytest.mark.parametrize(("name", "fact"), FACTS.items())
def test_people_stay_on_the_front_page(corpus: Reader, name: str, fact: dict[str, Any]) -> None:
    document = corpus(name)
    front = [part for part in document.parts if part.label == "Forside"]

    lines = covered(document, [block for part in front for block in own_blocks(part)])

    assert set(fact["front_lines"]) <= lines


@pytest.mark.parametrize(("name", "fact"), CHAPTERS)
def test_chapters(corpus: Reader, name: str, fact: dict[str, Any]) -> None:
    document = corpus(name)
    chapters = [x for x in annex_of(document, fact).walk() if x.kind is PartKind.CHAPTER]
    seen = [[x.number, first_line(document, x)] for x in chapters if x.number]

    assert seen == fact["headings"]


@pytest.mark.parametrize(("name", "fact"), ABOUT)
def test_what_an_annex_is(corpus: Reader, name: str, fact: dict[str, Any]) -> None:
    about = annex_of(corpus(name), fact).about

    assert about
    assert (about.kind, about.status, about.edition) == (
        fact["kind"],
        fact["status"],
        fact["edition"],
    )


@pytest.mark.parametrize("name", [name for name in FACTS if FACTS[name]["kind"] == "dagsorden"])
def test_an_agenda_decides_nothing(corpus: Reader, name: str) -> None:
    assert not any(part.label in OUTCOMES for part in corpus(name).walk())
