"""The sample grown to size is the same at every call, and no two copies say the same."""

import pytest

from eval.bench.grown import grown, sample
from eval.questions import SAMPLE
from index import Passage


@pytest.fixture(scope="module")
def originals() -> list[Passage]:
    """The sample's own passages."""
    return sample(SAMPLE / "documents")


def test_the_sample_comes_first(originals: list[Passage]) -> None:
    assert grown(originals, len(originals)) == originals


def test_there_are_as_many_as_wanted_with_numbers_in_order(originals: list[Passage]) -> None:
    made = grown(originals, 1000)

    assert [passage.id for passage in made] == list(range(1, 1001))
    assert made == grown(originals, 1000)


def test_a_copy_is_another_document_in_other_words(originals: list[Passage]) -> None:
    made = grown(originals, 2 * len(originals))
    copies = made[len(originals) :]

    assert {p.ref.document for p in copies}.isdisjoint(p.ref.document for p in originals)
    assert {p.group for p in copies}.isdisjoint(p.group for p in originals)
    differing = [a.text != b.text for a, b in zip(originals, copies, strict=True)]
    assert sum(differing) > 0.7 * len(originals)


def test_neighbours_stay_neighbours(originals: list[Passage]) -> None:
    copies = grown(originals, 2 * len(originals))[len(originals) :]

    shape = [passage.group - passage.id for passage in originals]
    assert [passage.group - passage.id for passage in copies] == shape


def test_the_vocabulary_grows_with_the_collection(originals: list[Passage]) -> None:
    def words(count: int) -> int:
        return len({word for p in grown(originals, count) for word in p.text.split()})

    assert words(10 * len(originals)) > 2 * words(len(originals))


def test_meetings_are_spread_over_the_years(originals: list[Passage]) -> None:
    years = {p.ref.held.year for p in grown(originals, 20 * len(originals)) if p.ref.held}

    assert len(years) >= 15
