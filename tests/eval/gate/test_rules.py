"""What is gated."""

import pytest

from eval.gate.rules import FALLING, NEVER, UnknownMeasure, rules


def test_all_are_gated_where_none_is_named() -> None:
    assert [one.name for one in rules().measures] == [*NEVER, *FALLING]


def test_one_that_is_named_keeps_its_kind() -> None:
    found = rules(["must_not", "RR@10"])

    assert [one.name for one in found.never] == ["must_not"]
    assert [one.name for one in found.falling] == ["RR@10"]


@pytest.mark.parametrize("name", ["another", "chars"])
def test_what_is_no_quality_cannot_be_gated(name: str) -> None:
    with pytest.raises(UnknownMeasure, match=f"'{name}' cannot be gated; choose of .*nuggets"):
        rules([name])
