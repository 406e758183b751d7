"""A verdict as people and build servers read it."""

from pathlib import Path
from xml.etree import ElementTree as ET

from eval.gate import junit
from eval.gate.lines import lines
from eval.gate.verdict import judged
from tests.eval.gate.made import of, ruled, scored, sheet


def test_what_fell_is_told_with_its_questions() -> None:
    verdict = judged(of("must_not", 0.0, 0.0), of("must_not", 0.0, 1.0), ruled("must_not"))

    told = list(lines(verdict))

    assert told[0].startswith("FELL: must_not: 1 of 2 questions are worse, and none may be")
    assert told[1:] == ["  q1  0.000 → 1.000  Spørgsmål q1?", "The gate is shut: must_not."]


def test_a_small_loss_is_a_warning_and_a_gain_is_told_too() -> None:
    verdict = judged(of("nuggets", 1.0, 0.5, 0.0), of("nuggets", 0.5, 0.5, 0.5), ruled("nuggets"))

    assert list(lines(verdict)) == [
        "warning: nuggets 0.500 → 0.500: 1 of 3 questions are worse, 1 better, p 1.000; "
        "it may be chance",
        "  q0  1.000 → 0.500  Spørgsmål q0?",
        "better: nuggets: 1 of 3 questions are better",
        "  q2  0.000 → 0.500  Spørgsmål q2?",
        "The gate is open: nothing fell over 3 questions.",
    ]


def test_a_build_server_gets_a_test_for_each_measure(tmp_path: Path) -> None:
    file = tmp_path / "gate.xml"
    before = sheet(scored("a", {"must_not": 0.0, "nuggets": 1.0}), scored("b", {"nuggets": 1.0}))
    after = sheet(
        scored("a", {"must_not": 1.0, "nuggets": 0.5}), scored("b", {}, error="bad \x00 end")
    )

    junit.write(judged(before, after, ruled("must_not", "nuggets")), file)

    suite = ET.parse(file).getroot()
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    assert [
        case.get("name") for case in suite.iter("testcase") if case.find("failure") is not None
    ] == [
        "must_not",
        "every question is answered",
    ]
    assert "warning: nuggets" in (suite.findtext(".//system-out") or "")
