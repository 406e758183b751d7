"""A verdict as JUnit XML, which build servers show: a test for each measure that is gated.

The dialect is that of the schema Jenkins, GitLab and Azure DevOps read (testsuite, testcase,
failure, system-out).
"""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from eval.gate.lines import reason, told
from eval.gate.verdict import Compared, Verdict

SUITE = "aftalesvar-eval.gate"
ANSWERED = "every question is answered"
# What XML 1.0 cannot hold, whatever a question says.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(verdict: Verdict, path: Path) -> None:
    """Write the verdict to `path`."""
    fell = sum(one.fell for one in verdict.compared) + bool(verdict.unanswered)
    counts = {"tests": str(len(verdict.compared) + 1), "failures": str(fell), "errors": "0"}
    suite = ET.Element("testsuite", {"name": SUITE, **counts})
    for one in verdict.compared:
        _measure(suite, one)
    case = ET.SubElement(suite, "testcase", {"classname": SUITE, "name": ANSWERED})
    if verdict.unanswered:
        without = [f"{one.id}  {one.error}: {one.question}" for one in verdict.unanswered]
        _failure(case, f"{len(without)} questions have no answer", without)
    tree = ET.ElementTree(suite)
    ET.indent(tree)
    tree.write(path, encoding="utf-8", xml_declaration=True)


def _measure(suite: ET.Element, one: Compared) -> None:
    case = ET.SubElement(suite, "testcase", {"classname": SUITE, "name": one.measure.name})
    worse = [told(change) for change in one.worse]
    if one.fell:
        _failure(case, reason(one), worse)
    elif worse:
        out = ET.SubElement(case, "system-out")
        out.text = _clean("\n".join([f"warning: {reason(one)}", *worse]))


def _failure(case: ET.Element, message: str, lines: list[str]) -> None:
    failure = ET.SubElement(case, "failure", {"message": _clean(message), "type": "fell"})
    failure.text = _clean("\n".join(lines))


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
