"""What a store finds, with filters and with two legs; the same on Edge and on a server.

`qdrant_server.py` says what the server of the tests proves and what it does not.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from index import (
    OPEN_ONLY,
    Embedder,
    Filters,
    Index,
    IndexDamaged,
    Kind,
    Passage,
    Server,
    Updater,
    Visibility,
)
from index.analysis import index_of
from index.store import Engine, Store, Vectors, engine
from index.tokens import words
from index.weights import STANDARD


def terms(text: str) -> dict[int, float]:
    return {index_of(word): 1.0 for word in words(text)}


@pytest.fixture(params=["edge", "server"])
def where(request: pytest.FixtureRequest) -> Server | None:
    """The server that keeps the passages, or `None` for Edge."""
    return request.getfixturevalue("server") if request.param == "server" else None


@pytest.fixture
def keeper(where: Server | None, tmp_path: Path) -> Engine:
    (tmp_path / "index").mkdir()
    return engine(where, tmp_path)


@pytest.fixture
def stored(keeper: Engine, tmp_path: Path) -> Iterator[Callable[[Sequence[Passage]], Store]]:
    """Passages in a store of their own, found by their words alone."""
    opened: list[Store] = []

    def made(passages: Sequence[Passage]) -> Store:
        path = tmp_path / str(len(opened))
        points = [(passage, Vectors(terms(passage.text))) for passage in passages]
        keeper.writing("g000001")(path, points)
        opened.append(keeper.open(path))
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


def test_who_may_see_nothing_finds_nothing(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    store = stored([passage(1, "takst", visibility=Visibility.OPEN)])

    assert ids(store, Filters(visibility=frozenset())) == []
    assert ids(store, Filters(visibility=OPEN_ONLY)) == [1]


def test_closed_passages_are_found_alone_by_who_asks_for_them_alone(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    seen = [Visibility.OPEN, Visibility.CLOSED]
    store = stored([passage(n, "takst", visibility=v) for n, v in enumerate(seen)])

    assert ids(store, Filters(visibility=frozenset({Visibility.CLOSED}))) == [1]


def test_passages_are_read_by_their_numbers_in_reading_order(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    kept = [passage(n, f"takst {n}", headings=("A",), page=n) for n in range(1, 6)]
    store = stored(kept)

    assert store.passages([4, 2, 3]) == kept[1:4]


def test_a_number_given_twice_is_one_passage(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    kept = passage(1, "takst")

    assert stored([kept]).passages([1, 1]) == [kept]


def test_numbers_that_no_passage_has_are_left_out(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    kept = passage(2, "takst")
    store = stored([kept])

    assert store.passages([1, 2, 3, 10**12]) == [kept]
    assert store.passages([99]) == []
    assert store.passages([]) == []


def test_passages_that_a_search_has_shown_are_read_as_well(
    stored: Callable[[Sequence[Passage]], Store], passage: Callable[..., Passage]
) -> None:
    kept = [passage(n, "takst") for n in (1, 2)]
    store = stored(kept)

    (shown,) = (found.passage for found in store.lexical(terms("takst"), Filters(), 1))

    assert shown in kept
    assert store.passages([1, 2]) == kept


def test_no_store_is_a_damaged_index(keeper: Engine, tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="make the index again with 'aftalesvar update FOLDER'"):
        keeper.open(tmp_path)


def test_both_engines_give_the_same_scores(
    tmp_path: Path, server: Server, passage: Callable[..., Passage], topics: Embedder
) -> None:
    texts = ["takst hund", "takst takst", "vovse og bil", "skib", "bil bil takst", "båd hund bil"]
    points = [
        (passage(n, text), Vectors(terms(text), topics.embed_query(text)))
        for n, text in enumerate(texts, 1)
    ]
    (tmp_path / "index").mkdir()
    found = []
    for each in (engine(None, tmp_path), engine(server, tmp_path)):
        path = tmp_path / each.name.partition(" at ")[0]
        assert each.writing("g000001")(path, points, topics.dimension) == len(points)
        with closing(each.open(path)) as store:
            found.append(store.lexical(terms("takst bil"), Filters(), 10))
            found.append(store.dense(topics.embed_query("køter"), Filters(), 10))

    assert [f.passage.id for f in found[0]] == [f.passage.id for f in found[2]]
    assert [f.passage.id for f in found[1]] == [f.passage.id for f in found[3]]
    scores = [[f.score for f in one] for one in found]
    assert scores[2:] == [pytest.approx(one, rel=1e-5) for one in scores[:2]]


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
    tmp_path: Path, animals: Path, topics: Embedder, where: Server | None
) -> None:
    Updater(tmp_path / "dense", embedder=topics, server=where).update(animals)
    words_alone = replace(STANDARD, meaning=0.0)
    Updater(tmp_path / "bare", server=where, weights=words_alone).update(animals)

    with (
        closing(Index(tmp_path / "dense", embedder=topics, server=where)) as dense,
        closing(Index(tmp_path / "bare", server=where, weights=words_alone)) as bare,
    ):
        both = {h.passage.ref.source: h.why for h in dense.search("hund", Filters(), 2)}
        lexical = {h.passage.ref.source: h.why for h in bare.search("hund", Filters(), 2)}

    assert both == {"a.txt": ("lexical", "dense"), "b.txt": ("dense",)}
    assert lexical == {"a.txt": ("lexical",)}


def test_the_dense_leg_keeps_to_the_filters(
    tmp_path: Path, animals: Path, topics: Embedder, where: Server | None
) -> None:
    Updater(tmp_path, embedder=topics, server=where).update(animals)

    with closing(Index(tmp_path, embedder=topics, server=where)) as index:
        assert index.search("hund", Filters(kinds=frozenset({"referat"}))) == []


def test_without_its_embedder_a_dense_index_is_lexical(
    tmp_path: Path, animals: Path, topics: Embedder, where: Server | None
) -> None:
    Updater(tmp_path, embedder=topics, server=where).update(animals)

    with closing(Index(tmp_path, server=where)) as index:
        (hit,) = index.search("hund", Filters())

    assert hit.why == ("lexical",)


def test_another_embedder_makes_a_new_generation(
    tmp_path: Path, animals: Path, topics: Embedder, where: Server | None
) -> None:
    Updater(tmp_path, server=where).update(animals)

    report = Updater(tmp_path, embedder=topics, server=where).update(animals)

    assert (report.generation, len(report.unchanged)) == ("g000002", 3)
