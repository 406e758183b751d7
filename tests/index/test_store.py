"""What a store finds, with filters and with two legs."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from index import Embedder, Filters, Index, IndexDamaged, Kind, Passage, Updater
from index.analysis import index_of, words
from index.store import Store, Vectors, write


def terms(text: str) -> dict[int, float]:
    return {index_of(word): 1.0 for word in words(text)}


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Callable[[Sequence[Passage]], Store]]:
    """Passages in a store of their own, found by their words alone."""
    opened: list[Store] = []

    def made(passages: Sequence[Passage]) -> Store:
        path = tmp_path / str(len(opened))
        write(path, [(passage, Vectors(terms(passage.text))) for passage in passages])
        opened.append(Store.open(path))
        return opened[-1]

    yield made
    for store in opened:
        store.close()


def ids(store: Store, filters: Filters, text: str = "takst", limit: int = 10) -> list[int]:
    return [found.passage.id for found in store.lexical(terms(text), filters, limit)]


PLACES: list[dict[str, Any]] = [
    {"kind": Kind.REFERAT, "body": "DAS Social", "held": date(2025, 5, 22), "punkt": "6"},
    {"kind": Kind.DAGSORDEN, "body": "KKR", "held": date(2024, 1, 1), "section": "Beslutning"},
    {"kind": Kind.STYRINGSAFTALE, "edition": "2025-2026", "section": "Indstilling"},
]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), [1, 2, 3]),
        (Filters(kinds=frozenset({"referat", "styringsaftale"})), [1, 3]),
        (Filters(bodies=frozenset({"DAS Social"})), [1]),
        (Filters(punkt="6"), [1]),
        (Filters(section="Beslutning"), [2]),
        (Filters(editions=frozenset({"2025-2026"})), [3]),
        (Filters(start=date(2025, 5, 22)), [1]),
        (Filters(end=date(2024, 1, 1)), [2]),
        (Filters(start=date(2024, 1, 1), end=date(2025, 5, 22)), [1, 2]),
        (Filters(start=date(2024, 1, 2), end=date(2025, 5, 21)), []),
        (Filters(kinds=frozenset({"referat"}), bodies=frozenset({"KKR"})), []),
        (Filters(bodies=frozenset({"findes ikke"})), []),
    ],
)
def test_filters(
    stored: Callable[[Sequence[Passage]], Store],
    passage: Callable[..., Passage],
    filters: Filters,
    expected: list[int],
) -> None:
    store = stored([passage(n, "takst", **place) for n, place in enumerate(PLACES, 1)])

    assert ids(store, filters) == expected


def test_a_passage_comes_back_as_it_was_stored(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    kept = passage(1, "Taksten æøå § 107", headings=("A", "B"), held=date(2025, 5, 22), page=4)

    (found,) = stored([kept]).lexical(terms("taksten"), Filters(), 10)

    assert found.passage == kept


def test_equal_scores_come_in_reading_order(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    total = 500
    store = stored([passage(n, "takst") for n in range(1, total + 1)])

    assert ids(store, Filters(), limit=total) == list(range(1, total + 1))


def test_rare_words_count_for_more(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    texts = ["takst"] * 8 + ["lånegaranti"]
    store = stored([passage(n, text) for n, text in enumerate(texts, 1)])

    assert ids(store, Filters(), "takst lånegaranti", limit=1) == [9]


def test_a_question_without_words_finds_nothing(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    assert ids(stored([passage(1, "takst")]), Filters(), "?!") == []


def test_an_empty_store_finds_nothing(stored: Callable[[Sequence[Passage]], Store]) -> None:
    assert ids(stored([]), Filters()) == []


def test_no_store_is_a_damaged_index(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="make the index again with 'aftalesvar update FOLDER'"):
        Store.open(tmp_path)


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    folder = tmp_path / "dokumenter"
    folder.mkdir()
    for name, text in (
        ("a", "Kommunens hund bor på rådhuset."),
        ("b", "En vovse spiser gerne sko."),
        ("c", "Regionens skib ligger i havnen."),
    ):
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_the_dense_leg_finds_what_shares_no_word(
    tmp_path: Path, animals: Path, topics: Embedder
) -> None:
    Updater(tmp_path / "dense", embedder=topics).update(animals)
    Updater(tmp_path / "bare").update(animals)

    with (
        closing(Index(tmp_path / "dense", embedder=topics)) as dense,
        closing(Index(tmp_path / "bare")) as bare,
    ):
        both = {h.passage.ref.source: h.why for h in dense.search("hund", Filters(), 2)}
        lexical = {h.passage.ref.source: h.why for h in bare.search("hund", Filters(), 2)}

    assert both == {"a.txt": ("lexical", "dense"), "b.txt": ("dense",)}
    assert lexical == {"a.txt": ("lexical",)}


def test_the_dense_leg_keeps_to_the_filters(
    tmp_path: Path, animals: Path, topics: Embedder
) -> None:
    Updater(tmp_path, embedder=topics).update(animals)

    with closing(Index(tmp_path, embedder=topics)) as index:
        assert index.search("hund", Filters(kinds=frozenset({"referat"}))) == []


def test_without_its_embedder_a_dense_index_is_lexical(
    tmp_path: Path, animals: Path, topics: Embedder
) -> None:
    Updater(tmp_path, embedder=topics).update(animals)

    with closing(Index(tmp_path)) as index:
        (hit,) = index.search("hund", Filters())

    assert hit.why == ("lexical",)


def test_another_embedder_makes_a_new_generation(
    tmp_path: Path, animals: Path, topics: Embedder
) -> None:
    Updater(tmp_path).update(animals)

    report = Updater(tmp_path, embedder=topics).update(animals)

    assert (report.generation, len(report.unchanged)) == ("g000002", 3)
