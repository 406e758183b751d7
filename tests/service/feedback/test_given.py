"""Opinions over HTTP, from programs and from the form, and the command that lists them."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from service.cli import cli
from service.feedback.opinion import Opinion, Reason, Verdict
from service.feedback.store import Feedback
from service.web.app import create_app
from tests.service.conftest import Shelf, hosting, parts

QUESTION = "Hvad blev besluttet om takster?"
FORM = {"svar": "a1", "vurdering": "ned", "grund": "kilde", "kommentar": "Forkert side."}


@pytest.fixture
def feedback(tmp_path: Path) -> Feedback:
    return Feedback(tmp_path)


@pytest.fixture
def client(feedback: Feedback) -> Iterator[httpx.Client]:
    app = create_app(replace(parts(Shelf()), feedback=feedback))
    with hosting(app) as url, httpx.Client(base_url=url, headers={"Origin": url}) as client:
        yield client


def opinions(feedback: Feedback) -> list[Opinion]:
    return [kept.opinion for kept in feedback.all()]


def test_a_program_gives_an_opinion(client: httpx.Client, feedback: Feedback) -> None:
    sent = {"answer": "a1", "verdict": "down", "reason": "uklart", "status": "answered"}
    replied = client.post("/v1/feedback", json=sent)

    assert (replied.status_code, replied.content) == (204, b"")
    assert opinions(feedback) == [Opinion("a1", Verdict.DOWN, Reason.UNCLEAR, status="answered")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer": ""},
        {"answer": "../etc"},
        {"verdict": "maybe"},
        {"reason": "fordi"},
        {"comment": "x" * 1_001},
        {"question": "x" * 2_001},
        {"generation": "g 1"},
        {"mode": "guessing"},
        {"visitor": "admin"},
    ],
)
def test_what_is_no_opinion_is_refused(
    client: httpx.Client, feedback: Feedback, wrong: dict[str, str]
) -> None:
    replied = client.post("/v1/feedback", json={"answer": "a1", "verdict": "up", **wrong})

    assert replied.status_code == 422
    assert replied.json()["error"]["code"] == "invalid_request"
    assert opinions(feedback) == []


def test_a_person_gives_an_opinion_with_the_form(client: httpx.Client, feedback: Feedback) -> None:
    page = client.post("/vurdering", data=FORM, headers={"Accept": "text/html"})

    assert page.status_code == 200
    assert "Tak for din vurdering" in page.text
    assert opinions(feedback) == [Opinion("a1", Verdict.DOWN, Reason.SOURCE, "Forkert side.")]


def test_the_question_is_kept_only_where_it_was_ticked(
    client: httpx.Client, feedback: Feedback
) -> None:
    without = client.post("/vurdering", data={**FORM, "spoergsmaal": QUESTION})
    kept_without = opinions(feedback)[0].question
    client.post("/vurdering", data={**FORM, "spoergsmaal": QUESTION, "medsend": "1"})

    assert "ikke gemt" in without.text
    assert (kept_without, opinions(feedback)[0].question) == ("", QUESTION)


@pytest.mark.parametrize("wrong", [{"svar": ""}, {"vurdering": "måske"}, {"grund": "fordi"}])
def test_a_broken_form_is_refused(
    client: httpx.Client, feedback: Feedback, wrong: dict[str, str]
) -> None:
    refused = client.post("/vurdering", data={**FORM, **wrong}, headers={"Accept": "text/html"})

    assert refused.status_code == 422
    assert opinions(feedback) == []


def run(*arguments: str | Path) -> str:
    done = CliRunner().invoke(cli, ["feedback", *map(str, arguments)])
    assert done.exit_code == 0
    return done.output


def test_the_command_lists_what_people_think(tmp_path: Path, feedback: Feedback) -> None:
    from service.access.visitor import anonymous

    feedback.keep(anonymous("x"), Opinion("a1", Verdict.DOWN, Reason.WRONG, "=SUM(A1)\nNej."))

    listed = run("--home", tmp_path)
    [told] = json.loads(run("--home", tmp_path, "--json"))
    run("--home", tmp_path, "--csv", tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)

    assert listed.startswith("1 opinions: 0 up, 1 down\n")
    assert "comment: =SUM(A1) Nej." in listed
    assert told["reason"] == "forkert"
    assert row["comment"] == "'=SUM(A1)\nNej."  # no formula in a spreadsheet
