"""A comparison of two runs as one page in one file."""

from eval import texts
from eval.report import said
from eval.report.comparison import Compared
from eval.report.sheet import sheet
from eval.report.subject import subject
from eval.report.verdict import Line

LOOKS = {
    "better": "good",
    "worse": "wrong",
    "perhaps better": "careful",
    "perhaps worse": "careful",
    "same": "",
    "other": "careful",
}
TOLD = {
    "worse": texts.MEASURES_WORSE,
    "perhaps worse": texts.MEASURES_PERHAPS_WORSE,
    "better": texts.MEASURES_BETTER,
    "perhaps better": texts.MEASURES_PERHAPS_BETTER,
}


def page(found: Compared) -> str:
    """The comparison as HTML."""
    count = len(found.changes)
    return sheet(
        "comparison.html",
        {
            "asked": texts.COMPARED_OF.format(n=count, set=found.after.run.about.asked.name),
            "changes": found.changes,
            "verdict": verdict(found),
            "lines": lines(found),
            "left_out": found.left_out,
            "columns": texts.COMPARED_COLUMNS,
            "moved": found.moved,
            "looks": LOOKS,
            "worse": found.stepped(-1),
            "better": found.stepped(1),
            "before": subject(found.before.run),
            "after": subject(found.after.run),
        },
    )


def verdict(found: Compared) -> str:
    """How many questions went which way."""
    counts = {"better": 1, "worse": -1, "same": 0}
    told = {name: said.number(len(found.stepped(step))) for name, step in counts.items()}
    return texts.COMPARED_VERDICT.format(**told)


def lines(found: Compared) -> list[Line]:
    """The measures that changed, surely or perhaps."""
    told = [
        Line(LOOKS[how], heading, ", ".join(one.name for one in found.judged(how)))
        for how, heading in TOLD.items()
        if found.judged(how)
    ]
    return told or [Line("", texts.MEASURES_SAME, "")]
