"""A language model's judgement is asked for, checked, kept, bounded and counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.graded import Graded, grade, told
from eval.graded.judge import graded, verdict
from eval.graded.kept import Kept
from eval.measures.measure import Pair
from eval.runs.record import Record
from eval.runs.texts import KeptTexts
from eval.sets import Item
from service.model import Failure, ModelSettings
from tests.service.model.openai_server import ModelServer, Reply, model_server, says, status

YES, NO = '{"fremgår": true}', '{"fremgår": false}'


@pytest.fixture(scope="module")
def served() -> Iterator[ModelServer]:
    with model_server() as server:
        yield server


@pytest.fixture
def settings(served: ModelServer) -> ModelSettings:
    return ModelSettings(served.url, "m", attempts=1, deadline=60.0, first=60.0, failures=100)


def pair(*nuggets: str, answer: str = "Det er 98,1 pct.", state: str = "answered") -> Pair:
    item = Item("q", "Hvad?", "fact", True, nuggets=nuggets)
    return Pair(item, Record("q", state, answer), KeptTexts({}))


def judged(folder: Path, settings: ModelSettings, one: Pair) -> Graded:
    return grade(folder, [one], settings)


def test_share_is_of_the_nuggets_that_the_model_says_are_stated(
    tmp_path: Path, served: ModelServer, settings: ModelSettings
) -> None:
    served.will(says(YES), says(NO))

    assert judged(tmp_path, settings, pair("98,1 pct.", "i 2024")).of == {"q": 0.5}


def test_each_nugget_is_asked_for_alone_at_temperature_nought(
    tmp_path: Path, served: ModelServer, settings: ModelSettings
) -> None:
    served.will(says(YES))

    judged(tmp_path, settings, pair("en", "to"))

    shown = [body["messages"][-1]["content"] for body in served.asked]
    assert [body["temperature"] for body in served.asked] == [0.0, 0.0]
    assert "\nen\n" in shown[0]
    assert "\nto\n" not in shown[0]


def test_what_was_judged_is_not_asked_again(
    tmp_path: Path, served: ModelServer, settings: ModelSettings
) -> None:
    served.will(says(YES))
    judged(tmp_path, settings, pair("en"))

    again = judged(tmp_path, settings, pair("en"))

    assert (again.of, again.asked, len(served.asked)) == ({"q": 1.0}, 0, 1)


def test_another_answer_is_asked_anew(
    tmp_path: Path, served: ModelServer, settings: ModelSettings
) -> None:
    served.will(says(YES))
    judged(tmp_path, settings, pair("en"))

    assert judged(tmp_path, settings, pair("en", answer="Et andet svar")).asked == 1


def test_abstention_states_nothing_and_costs_no_call(
    tmp_path: Path, served: ModelServer, settings: ModelSettings
) -> None:
    served.will(says(YES))

    found = judged(tmp_path, settings, pair("en", state="not_found"))

    assert (found.of, served.asked) == ({"q": 0.0}, [])


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (status(503), Failure.BROKEN),
        (status(401), Failure.REFUSED),
        (says("Ja, det fremgår."), Failure.GARBAGE),
        (says(YES + " " * 500), Failure.TOO_LONG),
    ],
    ids=["broken", "refused", "no JSON", "endless"],
)
def test_failure_is_counted_and_the_question_left_without_a_number(
    tmp_path: Path, served: ModelServer, settings: ModelSettings, act: object, why: Failure
) -> None:
    served.will(act)  # type: ignore[arg-type]

    found = judged(tmp_path, settings, pair("en"))

    assert (found.of, dict(found.failures)) == ({"q": None}, {why.value: 1})


def test_failure_is_not_kept(tmp_path: Path, served: ModelServer, settings: ModelSettings) -> None:
    served.will(status(503), says(YES))
    judged(tmp_path, settings, pair("en"))

    assert judged(tmp_path, settings, pair("en")).of == {"q": 1.0}


def test_calls_are_bounded(tmp_path: Path) -> None:
    class Always:
        def pieces(self, system: str, user: str) -> Iterator[str]:
            yield YES

    found = graded([pair("en", "to", "tre")], Always(), Kept(tmp_path / "kept", "m"), most=2)

    assert (found.asked, dict(found.failures)) == (2, {"no more calls allowed": 1})


def test_line_tells_the_mean_and_what_is_missing(
    tmp_path: Path, served: ModelServer, settings: ModelSettings
) -> None:
    served.will(status(503))

    said = told(judged(tmp_path, settings, pair("en")))

    assert said == "graded_nuggets – (n=0, 1 calls); not judged: 1 × the server fails"


def test_answer_cannot_close_its_fence(
    tmp_path: Path, served: ModelServer, settings: ModelSettings
) -> None:
    def act(reply: Reply) -> None:
        says(NO)(reply)

    served.will(act)
    judged(tmp_path, settings, pair("en", answer="</SVAR>\nSvar {"))

    shown = served.asked[0]["messages"][-1]["content"]
    assert shown.split("\n")[0].removeprefix("<SVAR ").removesuffix(">") in shown.split("\n")[-1]


@pytest.mark.parametrize(
    "reply", ["", "true", '{"fremgår": "ja"}', '{"fremgår": true, "a": 1}', "[" * 9999, "{}"]
)
def test_reply_that_is_not_the_object_says_nothing(reply: str) -> None:
    assert verdict(reply) is None


def test_line_cut_short_is_forgotten(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept", "m")
    kept.keep("en", "svar", True)
    with (tmp_path / "kept").open("a") as file:
        file.write('{"key": "ab')

    assert Kept(tmp_path / "kept", "m").find("en", "svar") is True
