"""Rankings are measured as ir-measures, which asks trec_eval, measures them."""

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, R, nDCG

from eval.measures import ndcg
from eval.measures.catalogue import by_name
from tests.eval.measures.made import item, pair, ranked

IDS = [f"sted{letter}" for letter in "abcdefghijklmno"]
rankings = st.permutations(IDS).flatmap(
    lambda ids: st.integers(0, len(ids)).map(lambda many: ids[:many])
)
NAMED = {"nDCG@10": nDCG @ 10, "R@5": R @ 5, "R@10": R @ 10, "RR@10": RR @ 10}


def theirs(name: str, relevant: dict[str, int], ids: list[str]) -> float:
    """The number that ir-measures gives, the ids ranked in their order."""
    run = {"q": {id_: float(-rank) for rank, id_ in enumerate(ids)}}
    found = list(ir_measures.iter_calc([NAMED[name]], {"q": relevant}, run))
    return found[0].value if ids else 0.0


@given(st.dictionaries(st.sampled_from(IDS), st.integers(0, 3), min_size=1), rankings)
def test_ndcg_of_graded_entries(relevant: dict[str, int], ids: list[str]) -> None:
    assert ndcg(relevant, ids) == pytest.approx(theirs("nDCG@10", relevant, ids))


@pytest.mark.parametrize("name", NAMED)
@given(relevant=st.sets(st.sampled_from(IDS), min_size=1), ids=rankings)
def test_quotes_that_stand_in_a_passage_each(name: str, relevant: set[str], ids: list[str]) -> None:
    ours = by_name(name).of(pair(item(*sorted(relevant)), ranked(*ids)))

    assert ours == pytest.approx(theirs(name, dict.fromkeys(relevant, 1), ids))
