import pytest

from eval import texts
from eval.measures.catalogue import MEASURES
from eval.report.fate import Fate
from eval.report.reasons import GRAVE


@pytest.mark.parametrize("name", [measure.name for measure in MEASURES])
def test_every_measure_has_plain_words(name: str):
    said, meaning = texts.measure(name)

    assert said != name
    assert meaning.endswith(".")
    assert texts.group(name) != texts.OTHER


def test_every_fate_has_words():
    assert texts.FATES.keys() == texts.FATE_CLASS.keys() == set(Fate)


def test_every_cause_has_words_and_advice():
    assert texts.WHY.keys() == texts.WHY_SHORT.keys() == texts.ADVICE.keys()
    assert set(GRAVE) <= texts.WHY.keys()
