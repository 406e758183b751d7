"""Right and wrong abstention."""

import pytest

from eval.measures import right_abstain, wrong_abstain
from tests.eval.measures.made import item, pair, record


@pytest.mark.parametrize(("status", "wrong"), [("not_found", 1), ("answered", 0), ("partly", 0)])
def test_it_is_wrong_where_the_documents_answer(status: str, wrong: float) -> None:
    asked = pair(item("x"), record(status=status))

    assert wrong_abstain.of(asked) == wrong
    assert right_abstain.of(asked) is None


@pytest.mark.parametrize(("status", "right"), [("not_found", 1), ("answered", 0), ("unclear", 0)])
def test_it_is_right_where_they_do_not(status: str, right: float) -> None:
    asked = pair(item(), record(status=status))

    assert right_abstain.of(asked) == right
    assert wrong_abstain.of(asked) is None
