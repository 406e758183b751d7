"""The list of all measures."""

from pathlib import Path

import eval.measures
from eval.measures.catalogue import MEASURES, by_name, scored
from tests.eval.measures.made import cited, item, pair, record

UNITS = {"share", "characters", "seconds", "points", "tokens"}


def test_every_measure_has_a_name_of_its_own_and_says_what_it_is() -> None:
    assert len({measure.name for measure in MEASURES}) == len(MEASURES)
    assert all(measure.meaning.endswith(".") for measure in MEASURES)
    assert {measure.unit for measure in MEASURES} <= UNITS


def test_every_module_with_a_measure_is_in_it() -> None:
    folder = Path(eval.measures.__file__).parent
    made = [path.stem for path in folder.glob("*.py") if "-> float | None" in path.read_text()]

    used = {measure.of.__module__.rsplit(".", 1)[1] for measure in MEASURES}

    assert used == set(made)


def test_a_share_is_between_nought_and_one() -> None:
    quote = "Det indstilles, at taksten bliver 1.412 kr. fra 2025."
    asked = pair(item(quote, nuggets=("1.412 kr",), section="Beslutning"), record(cited(quote)))

    numbers = scored([asked]).of["q"]

    assert all(
        0 <= number <= 1
        for name, number in numbers.items()
        if number is not None and by_name(name).unit == "share"
    )
    assert numbers["outcome_error"] == 0
    assert numbers["right_abstain"] is None


def test_a_wrong_status_is_that_measures_and_no_others() -> None:
    quote = "Det indstilles, at guiden godkendes af gruppen."
    asked = item(quote, section="Indstilling")
    right, wrong = (
        scored([pair(asked, record(cited(quote, outcome=outcome)), a=quote)]).of["q"]
        for outcome in ("indstillet", "besluttet")
    )

    assert {name for name in right if right[name] != wrong[name]} == {"outcome_error"}
