import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from eval.measures.estimate import estimate
from eval.measures.risk_coverage import risk_coverage
from eval.report import axes, said
from eval.report.page import page
from eval.report.told import Told, told
from eval.runs.record import Cited, Passage, Record, Said
from eval.sets import Item, Reference
from tests.eval.report.conftest import told_of

HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' onload=alert(3) {{ 7777*7 }}"
)
ITEM = Item(
    "q1",
    "Hvad blev besluttet om guiden?",
    "decision",
    True,
    "Guiden blev godkendt.",
    ("guiden blev godkendt",),
    (Reference("referat.txt", "Styregruppen godkendte guiden om midlertidigt botilbud.", (4, 5)),),
)
RIGHT = Record(
    "q1",
    "answered",
    "Guiden blev godkendt. [1]",
    (Said("Guiden blev godkendt.", (1,)),),
    (Cited(1, "referat.txt", "Styregruppen godkendte guiden om midlertidigt botilbud."),),
    (Passage("referat.txt", "Styregruppen godkendte guiden om midlertidigt botilbud."),),
    seconds=0.25,
    belief=0.75,
)


@pytest.fixture(scope="module")
def of_sample(run_folder: Path) -> Told:
    return told(run_folder)


def row(html: str, measure: str) -> str:
    """The row of a measure in the table of all of them, without its markup."""
    found = re.search(rf'<tr data-measure="{measure}">(.*?)</tr>', html, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


@pytest.mark.parametrize("measure", ["nuggets", "cited_gold", "right_abstain", "evidence@6000"])
def test_figures_are_the_scores(run_folder: Path, of_sample: Told, measure: str):
    scores = json.loads((run_folder / "scores.json").read_text("utf-8"))["of"]
    values = [each[measure] for each in scores.values() if each[measure] is not None]
    found = estimate(values)
    assert found

    told_row = row(page(of_sample), measure)

    figures = f"{said.percent(found.mean)} {said.between(found.low, found.high, 'share')}"
    assert f"{figures} {len(values)}" in told_row


def test_every_question_has_its_row(of_sample: Told):
    html = page(of_sample)

    assert html.count('<td class="id">') == len(of_sample.cases)


def test_drawn_points_are_the_curve(of_sample: Told):
    curve = risk_coverage(case.pair for case in of_sample.cases)
    x = axes.across(0, 1)
    y = axes.up(0, axes.top_of([*(point.risk for point in curve.points), 0.1]))

    html = page(of_sample)

    path = "M" + "L".join(f"{x(p.coverage):g} {y(p.risk):g}" for p in curve.points)
    assert len(curve.points) > 5
    assert f'd="{path}"' in html


def test_what_is_told_is_escaped():
    item = replace(
        ITEM,
        id=HOSTILE,
        question=HOSTILE,
        type=HOSTILE,
        answer=HOSTILE,
        nuggets=(HOSTILE,),
        must_not=(HOSTILE,),
        references=(Reference(HOSTILE, HOSTILE, (1, 1)),),
    )
    cited = Cited(1, HOSTILE, HOSTILE, punkt=HOSTILE, outcome=HOSTILE)
    record = replace(
        RIGHT, id=HOSTILE, answer=HOSTILE, citations=(cited,), passages=(Passage(HOSTILE, HOSTILE),)
    )

    html = page(told_of([item], [record]))

    assert html.count("<script") == 1
    assert "<img" not in html
    assert "54439" not in html


def test_a_run_of_no_question_says_so():
    html = page(told_of([], []))

    assert "Der er ingen spørgsmål i målingen" in html


def test_a_run_of_errors_says_how_many_and_why():
    failed = Record("q1", "", "", error="no answer within 30 s")

    html = page(told_of([ITEM], [failed]))

    assert "<strong>1 af 1 spørgsmål</strong> fik slet intet svar" in html
    assert "Der kom intet svar: no answer within 30 s" in html


def test_one_right_answer_has_no_worst_case():
    html = page(told_of([ITEM], [RIGHT]))

    assert "<strong>1 af 1 spørgsmål</strong> fik et svar med alle de oplysninger" in html
    assert "Ingen spørgsmål gik galt." in html


def test_without_beliefs_there_is_no_curve():
    html = page(told_of([ITEM], [replace(RIGHT, belief=None)]))

    assert "Systemet siger ikke, hvor sikkert det er" in html
    assert 'class="curve system"' not in html


def test_without_times_there_is_no_drawing_of_them():
    html = page(told_of([ITEM], [replace(RIGHT, seconds=None)]))

    assert "Der er ingen svartider i målingen." in html


def test_nothing_is_fetched_from_elsewhere(of_sample: Told):
    html = page(of_sample)

    assert not re.findall(r'(?:src|href)="(?!#|data:,")[^"]*"', html)
    assert "default-src &#39;none&#39;" in html
