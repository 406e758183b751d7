"""The marking that ships is large enough, has both kinds, and fits its answers."""

from collections import Counter

import pytest

from eval.errors import BadSet
from eval.marks import read
from eval.marks.agree import Agreement, measures
from eval.marks.reading import OURS, write
from eval.marks.units import Aspect, units, verdict
from eval.runs.folder import Run
from eval.runs.folder import read as read_run


@pytest.fixture(scope="module")
def run() -> Run:
    return read_run(OURS)


@pytest.fixture(scope="module")
def found(run: Run) -> list[Agreement]:
    return measures(run.pairs, "first", read(OURS / "marks" / "first.jsonl"))


def test_at_least_a_hundred_answers_are_marked_twice(run: Run) -> None:
    ids = {pair.record.id for pair in run.pairs}

    assert len(ids) >= 100
    assert (
        ids == read(OURS / "marks/first.jsonl").keys() == read(OURS / "marks/second.jsonl").keys()
    )


@pytest.mark.parametrize("aspect", Aspect)
def test_there_are_right_and_wrong_ones_of_every_aspect(run: Run, aspect: Aspect) -> None:
    marks = read(OURS / "marks" / "first.jsonl")
    said = Counter(
        verdict(marks[pair.record.id], unit)
        for pair in run.pairs
        for unit in units(pair)
        if unit.aspect is aspect
    )

    assert min(said[True] + said["yes"], said[False] + said["no"]) >= 15


@pytest.mark.parametrize("name", ["first", "second"])
def test_every_nugget_and_citation_has_its_mark(run: Run, name: str) -> None:
    marks = read(OURS / "marks" / f"{name}.jsonl")

    for pair in run.pairs:
        mark = marks[pair.record.id]
        assert len(mark.nuggets) == len(pair.item.nuggets)
        assert len(mark.citations) == len(pair.record.citations)


# The lower ends of what docs/evaluation.md states: a change of a measure that agrees less with
# readers is to be looked at, and the document told.
@pytest.mark.parametrize(
    ("measure", "least"),
    [
        ("nuggets, right_abstain", 0.75),
        ("nuggets", 0.85),
        ("cite_precision", 0.8),
        ("verbatim_said", 0.85),
        ("provenance", 0.75),
    ],
)
def test_measure_agrees_with_the_reader_as_is_stated(
    found: list[Agreement], measure: str, least: float
) -> None:
    kappa = next(one for one in found if one.second == measure).kappa

    assert kappa is not None
    assert kappa.value >= least


def test_marks_come_back_as_they_were_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    marks = read(OURS / "marks" / "first.jsonl")
    path = tmp_path_factory.mktemp("marks") / "again.jsonl"

    write(path, marks.values())

    assert read(path) == marks


def test_line_that_is_no_mark_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("marks") / "bad.jsonl"
    path.write_text('{"id": "a"}\n{"id": "b", "answers": "perhaps"}\n{"id": "a"}\n')

    with pytest.raises(BadSet, match=r"line 2: no mark .*\n.*line 3: 'a' is marked twice"):
        read(path)
