"""An answer is chosen from what was found, what stands beside it, and whole items."""

from itertools import pairwise

import pytest

from index import EVERYTHING, OPEN_ONLY, Filters, Hit, Kind, Passage, Snapshot
from service.pool import BEST, LONGEST, pool

EVERY = Filters(visibility=EVERYTHING)


@pytest.fixture(scope="module")
def every(state: Snapshot) -> list[Passage]:
    """All passages of the sample collection."""
    return state.passages(range(1, 1000), EVERY)


def hits(*passages: Passage) -> list[Hit]:
    return [Hit(one, 1.0 / place, ("lexical",)) for place, one in enumerate(passages, 1)]


def test_nothing_found_is_nothing_to_choose_from(state: Snapshot) -> None:
    assert pool(state, [], Filters()) == []


def test_the_item_of_the_best_hit_is_read_whole(state: Snapshot, every: list[Passage]) -> None:
    outcome = next(p for p in every if "omlægges efter model B" in p.text)
    item = [p for p in every if p.group == outcome.group]
    assert 1 < len(item) <= LONGEST

    assert pool(state, hits(outcome), EVERY) == item


def test_a_long_agreement_is_not_read_whole(state: Snapshot, every: list[Passage]) -> None:
    groups: dict[int, list[Passage]] = {}
    for one in every:
        groups.setdefault(one.group, []).append(one)
    longest = max(groups.values(), key=len)
    assert len(longest) > LONGEST
    assert longest[0].ref.kind is Kind.STYRINGSAFTALE

    assert len(pool(state, hits(longest[3]), EVERY)) <= 3


def test_neighbours_of_a_section_are_read_and_of_another_are_not(
    state: Snapshot, every: list[Passage]
) -> None:
    first = next(
        a
        for a, b in pairwise(every)
        if a.group == b.group
        and a.ref.section == b.ref.section
        and a.ref.headings == b.ref.headings
    )
    fillers = [p for p in every if p.group != first.group][:40:20]

    found = pool(state, hits(*fillers, first), EVERY)

    assert first.id + 1 in {one.id for one in found}
    beside = [one for one in found if one.id == first.id - 1]
    assert all(one.ref.section == first.ref.section for one in beside)


def test_passages_come_in_reading_order_and_none_twice(
    state: Snapshot, every: list[Passage]
) -> None:
    found = pool(state, hits(*reversed(every[10:30])), EVERY)

    numbers = [one.id for one in found]
    assert numbers == sorted(set(numbers))


def test_what_was_found_far_down_is_left_out(state: Snapshot, every: list[Passage]) -> None:
    late = every[-1]
    assert late.group != every[0].group

    found = pool(state, hits(*every[:BEST], late), EVERY)

    assert late not in found


def test_what_is_closed_is_not_read_beside_what_is_open(
    state: Snapshot, every: list[Passage]
) -> None:
    for question in ("køb af ejendom", "Opfølgning på omlægningen", "Orienteringspunkter"):
        found = pool(state, state.search(question, Filters(), 60), Filters())

        assert found
        assert {one.ref.visibility for one in found} <= OPEN_ONLY
