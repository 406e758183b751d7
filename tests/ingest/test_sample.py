"""The sample documents are read as the facts say, which somebody else wrote by hand."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest import Document, Part, PartKind, Visibility
from ingest.names import alike, section_label
from ingest.terms import ANNEXES, OUTCOMES

FACTS_FILE = Path(__file__).parents[2] / "eval" / "sample" / "facts.json"
FACTS: dict[str, Any] = json.loads(FACTS_FILE.read_text("utf-8"))
MEETINGS = [
    pytest.param(name, inner.get("in_item"), inner, id=f"{name}-{inner.get('in_item', 'outer')}")
    for name, fact in FACTS.items()
    for inner in (fact, *fact["embedded"])
]
ITEMS = [
    pytest.param(*meeting.values[:2], item, id=f"{meeting.id}-{item['number']}")
    for meeting in MEETINGS
    for item in meeting.values[2]["items"]
]
ANNEXED = [
    pytest.param(*case.values, annex, id=f"{case.id}-{annex['kind']}")
    for case in ITEMS
    for annex in case.values[2]["annexes_in_text"]
    if not annex.get("embedded")
]
AGREEMENTS = [name for name, fact in FACTS.items() if not fact["items"]]
# "Kontakt" stands above an address. A reader of the text cannot tell it from a letter's closing
# words above the names of its signers, so the address stays in the chapter before it.
ABOVE_ADDRESS = {"Kontakt"}
# The heading "Bilag" of this list was lost in the text; only the annex's name stands there, at the
# end of the case. The facts know it from the source, a reader of the text cannot.
UNANNOUNCED = {("dagsorden-2023-11-16.txt", "3")}

Reader = Callable[[str], Document]


def one(document: Document, within: str | None) -> Document:
    if within is None:
        return document
    return next(inner for inner in document.documents if inner.within == within)


def item_of(document: Document, within: str | None, fact: dict[str, Any]) -> Part:
    return next(x for x in one(document, within).items if x.number == fact["number"])


def labelled(item: Part) -> Iterator[Part]:
    """The item's sections, and those of the memo that stands without a title after its decision.

    The facts count the memo's Baggrund and Sagsfremstilling among the item's sections; the reader
    puts them in an annex, as they were not decided.
    """
    for part in item.parts:
        if part.label:
            yield part
        elif is_memo(part):
            yield from (inner for inner in part.parts if section_label(inner.heading))


def is_memo(part: Part) -> bool:
    """Whether an annex has no title in the text and goes by its listed name."""
    return part.kind is PartKind.ANNEX and part.head is None and bool(part.parts)


def annex_of(item: Part, fact: dict[str, Any]) -> Part:
    annexes = [x for x in item.parts if x.kind is PartKind.ANNEX and not is_memo(x)]
    return next(x for x in annexes if alike(x.heading, fact["title"]))


def texts(part: Part) -> str:
    return "\n".join(block.text for one in part.walk() for block in one.blocks)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_kind(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    assert one(sample(name), within).kind == fact["kind"]


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_body(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    assert one(sample(name), within).body == fact["body"]


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_date(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    held = one(sample(name), within).held

    assert (held and held.isoformat()) == fact["held"]


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_status(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    assert one(sample(name), within).status == (fact["status"] or "ukendt")


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_edition(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    assert one(sample(name), within).edition == fact["edition"]


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_validity(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    seen = one(sample(name), within).validity

    assert (seen and [seen.start.isoformat(), seen.end.isoformat()]) == fact["validity"]


@pytest.mark.parametrize(("name", "within", "fact"), MEETINGS)
def test_items(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    seen = [item.number for item in one(sample(name), within).items]

    assert seen == [item["number"] for item in fact["items"]]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_title(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    assert item_of(sample(name), within, fact).heading == fact["title"]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_visibility(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    closed = item_of(sample(name), within, fact).visibility is Visibility.CLOSED

    assert closed == (fact["visibility"] == "lukket")


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_case_number(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    assert item_of(sample(name), within, fact).case_number == fact["case"]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_sections(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    seen = [part.heading.rstrip(":") for part in labelled(item_of(sample(name), within, fact))]

    assert seen == fact["sections"]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_outcome(sample: Reader, name: str, within: str | None, fact: dict[str, Any]) -> None:
    item = item_of(sample(name), within, fact)

    assert any(part.label in OUTCOMES and texts(part) for part in item.parts) == fact["has_outcome"]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_text_before_the_sections(
    sample: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    parts = item_of(sample(name), within, fact).parts

    assert bool(parts and not parts[0].heading) == fact.get("text_before_sections", False)


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_listed_annexes(
    sample: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    expected = [] if (name, fact["number"]) in UNANNOUNCED else fact["annexes_listed"]

    assert list(item_of(sample(name), within, fact).listed) == expected


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_annexes_in_the_text(
    sample: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    item = item_of(sample(name), within, fact)
    seen = [x.heading for x in item.parts if x.kind is PartKind.ANNEX and not is_memo(x)]
    expected = [annex["title"] for annex in fact["annexes_in_text"]]

    assert len(seen) == len(expected)
    assert all(alike(a, b) for a, b in zip(seen, expected, strict=True))


@pytest.mark.parametrize(("name", "within", "fact", "annex"), ANNEXED)
def test_annex(
    sample: Reader, name: str, within: str | None, fact: dict[str, Any], annex: dict[str, Any]
) -> None:
    part = annex_of(item_of(sample(name), within, fact), annex)

    assert part.about
    assert part.about.kind == annex["kind"]
    assert part.about.status == annex.get("status", "ukendt")
    assert part.about.edition == annex.get("edition")


@pytest.mark.parametrize(("name", "within", "fact", "annex"), ANNEXED)
def test_annex_chapters(
    sample: Reader, name: str, within: str | None, fact: dict[str, Any], annex: dict[str, Any]
) -> None:
    part = annex_of(item_of(sample(name), within, fact), annex)
    numbered = [x for x in part.walk() if x.kind is PartKind.CHAPTER and x.number]

    assert [[x.number, x.heading] for x in numbered] == annex["chapters"]


@pytest.mark.parametrize("name", AGREEMENTS)
def test_chapters(sample: Reader, name: str) -> None:
    walked = [part for part in sample(name).walk() if part.kind is PartKind.CHAPTER]
    numbered = any(number for number, _ in FACTS[name]["chapters"])
    seen = [[x.number, x.heading] for x in walked if x.number or not numbered]

    assert seen == [fact for fact in FACTS[name]["chapters"] if fact[1] not in ABOVE_ADDRESS]


@pytest.mark.parametrize(("name", "fact"), FACTS.items())
def test_struck_text(sample: Reader, name: str, fact: dict[str, Any]) -> None:
    seen = [block.text for part in sample(name).walk() for block in part.blocks if block.struck]

    assert seen == fact["struck"]


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_closed_words_stand_in_the_closed_item_alone(
    sample: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    closed = item_of(sample(name), within, fact)
    others = [part for part in one(sample(name), within).parts if part is not closed]

    for word in fact.get("canary", ()):
        assert letters(word) in letters(texts(closed))
        assert not any(letters(word) in letters(texts(part)) for part in others)


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_parts_of_an_outcome_stay_inside_it(
    sample: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    item = item_of(sample(name), within, fact)
    outcome = "\n".join(texts(part) for part in item.parts if part.label in OUTCOMES)
    headings = [part.heading for part in item.walk()]

    for number, heading in fact.get("outcome_parts", ()):
        assert f"Punkt {number}" in outcome or any(f"Punkt {number}" in x for x in headings)
        assert not heading or heading in outcome or any(heading in x for x in headings)


@pytest.mark.parametrize(("name", "within", "fact"), ITEMS)
def test_listed_annexes_come_from_a_section(
    sample: Reader, name: str, within: str | None, fact: dict[str, Any]
) -> None:
    item = item_of(sample(name), within, fact)

    assert bool(item.listed) == any(part.label == ANNEXES for part in item.parts)
