"""Those without access learn nothing of closed items, not even by the order of what they see."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from eval.sample.build import DOCUMENTS, HERE
from index import EVERYTHING, Filters, Hit, Index, Updater, Visibility

NAME = "referat-2025-03-12.txt"
CANARIES = ("Hejrevangen", "8.735.000", "8,2 mio", "7,9 mio", "lånegaranti")
CANARIES += ("køb af ejendom", "Ejendomsmægleren")
CLOSED = re.compile(r"\f? ?Mødet den 12\.03\.2025 [^\n]*\n\nLukket\n.*?(?=\f? ?Mødet den)", re.S)
# An agenda of another meeting, printed as an annex of a closed item.
NESTED = """Mødet den 05.09.2024 Styregruppe Social

Åben

Punkt 1.

Godkendelse af dagsorden

Beslutning:

Godkendt

Mødet den 05.09.2024 Styregruppe Social

Lukket

Punkt 2.

Salg af zeppeliner

2024-014420

Bilag:
- Referat 13.06.2024

Beslutning:

Der blev givet mandat.

Mødet den 13.06.2024 Styregruppe Social

Åben

Punkt 1.

Zeppelinerens pris

Beslutning:

Zeppelineren sælges for en krone.

Mødet den 05.09.2024 Styregruppe Social

Åben

Punkt 3.

Eventuelt

Beslutning:

Intet.
"""
QUESTIONS = [
    json.loads(line)["question"]
    for line in (HERE / "questions.jsonl").read_text("utf-8").splitlines()
] + [
    *("ejendom", "køb", "mandat", "fortrolig drøftelse", "Skovlund Kommune", "Centerhuset Lyngen"),
    *("punkt 7", "12. marts 2025", "beslutning marts 2025", "Hejrevangen 27", "udbudspris"),
    *("takst", "belægning", "hvad blev besluttet om Fyrtårnet", "orientering"),
]


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The sample collection as it would be had the closed item never been written."""
    made = tmp_path_factory.mktemp("without")
    folder = shutil.copytree(DOCUMENTS, made / "dokumenter")
    text, cuts = CLOSED.subn("", (folder / NAME).read_text("utf-8"))
    assert cuts == 1
    (folder / NAME).write_text(text, "utf-8")
    Updater(made).update(folder)
    with closing(Index(made)) as index:
        yield index


@pytest.fixture(scope="module")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    made = tmp_path_factory.mktemp("nested")
    folder = made / "dokumenter"
    folder.mkdir()
    (folder / "referat.txt").write_text(NESTED, "utf-8")
    Updater(made).update(folder)
    with closing(Index(made)) as index:
        yield index


def betrayed(seen: Any, canaries: tuple[str, ...] = CANARIES) -> list[str]:
    said = repr(seen).casefold()
    return [canary for canary in canaries if canary.casefold() in said]


def test_there_is_something_to_hide(index: Index) -> None:
    hits = index.search(" ".join(CANARIES), Filters(visibility=EVERYTHING), 50)

    assert betrayed(hits) == list(CANARIES)


@pytest.mark.parametrize("canary", CANARIES)
def test_open_search_never_returns_a_closed_item(index: Index, canary: str) -> None:
    assert betrayed(index.search(canary, Filters(), 200)) == []


def test_open_document_has_nothing_of_a_closed_item(index: Index) -> None:
    name = NAME.removesuffix(".txt")

    shown, whole = index.document(name), index.document(name, EVERYTHING)

    assert betrayed(shown) == []
    assert betrayed(whole) == list(CANARIES)


def test_facts_count_only_what_may_be_seen(index: Index, without: Index) -> None:
    assert index.facts().passages == without.facts().passages < index.facts(EVERYTHING).passages


def test_closed_items_change_no_open_ranking(
    index: Index, without: Index, told: Callable[[list[Hit]], list[tuple[object, ...]]]
) -> None:
    assert len(QUESTIONS) == 138
    for question in QUESTIONS:
        seen = told(index.search(question, Filters(), 200))
        assert seen == told(without.search(question, Filters(), 200)), question


def test_a_meeting_inside_a_closed_item_is_closed(nested: Index) -> None:
    canary = ("zeppelin", "014420")

    assert betrayed(nested.search("zeppeliner pris krone 2024-014420", Filters()), canary) == []
    assert betrayed(nested.document("referat"), canary) == []
    assert nested.document("referat.2024-06-13") is None
    assert nested.document("referat.2024-06-13", EVERYTHING)


def test_a_meeting_shown_alone_has_nothing_of_the_outer_meetings_closed_items(
    tmp_path: Path,
) -> None:
    (tmp_path / "referat.txt").write_text(NESTED.replace("Lukket", "Åben", 1), "utf-8")
    text = (tmp_path / "referat.txt").read_text("utf-8")
    (tmp_path / "referat.txt").write_text(
        text.replace("Åben\n\nPunkt 3.\n\nEventuelt", "Lukket\n\nPunkt 3.\n\nFyring"), "utf-8"
    )
    Updater(tmp_path / "home").update(tmp_path)

    with closing(Index(tmp_path / "home")) as index:
        shown = index.document("referat.2024-06-13")

    assert shown
    assert "Zeppelineren sælges" in shown.text
    assert betrayed(shown, ("Fyring", "Intet.")) == []


def test_those_with_access_get_one_ranking_of_open_and_closed(index: Index) -> None:
    hits = index.search("fortrolig drøftelse om køb af ejendom", Filters(visibility=EVERYTHING), 5)

    assert hits[0].passage.ref.visibility is Visibility.CLOSED


def test_where_nothing_is_closed_there_is_one_store(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "notat.txt").write_text("Notat om takster\n\nTaksten er 5 kr.\n", "utf-8")
    home = tmp_path / "home"
    Updater(home).update(tmp_path / "a")

    stores = [path.name for path in (home / "index").glob("g*/*") if path.is_dir()]

    assert stores == ["open"]
    assert Index(home).search("takst", Filters(visibility=EVERYTHING), 5)
