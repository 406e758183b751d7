"""A run as one page in one file, which a browser opens without a network."""

from collections.abc import Sequence

from eval.measures.measure import Measure
from eval.report import drawings, said
from eval.report.case import Case
from eval.report.causes import causes
from eval.report.figures import Figure, grouped
from eval.report.kinds import kinds
from eval.report.sheet import sheet
from eval.report.subject import asked, subject
from eval.report.told import Told
from eval.report.verdict import tally, verdict
from eval.report.worst import worst


def page(told: Told) -> str:
    """The report as HTML."""
    cases = told.cases
    found = kinds(cases, told.measures)
    figures = found[0].figures
    shown = worst(cases)
    return sheet(
        "report.html",
        {
            "asked": asked(told.run),
            "subject": subject(told.run),
            "cases": cases,
            "verdict": verdict(cases),
            "tally": tally(cases),
            "causes": causes(cases),
            "figures": figures,
            "groups": grouped(figures),
            "headings": found[0].headline,
            "kinds": found,
            "drawings": _drawings(told, figures),
            "worst": shown,
            "worst_ids": {one.item.id for one in shown},
            "anchors": {one.item.id: f"s{n}" for n, one in enumerate(cases, 1)},
            "value": value,
            "sorted_by": sorted_by,
        },
    )


def value(case: Case, measure: Measure) -> str:
    """A question's figure in words."""
    return said.of_unit(case.scores.get(measure.name), measure.unit)


def sorted_by(case: Case, measure: Measure) -> str:
    """The figure as a script sorts it; nothing where there is none."""
    found = case.scores.get(measure.name)
    return "" if found is None else f"{found:017.6f}"


def _drawings(told: Told, figures: Sequence[Figure]) -> list[drawings.Drawing]:
    return [
        drawings.of_risk(told.cases),
        drawings.of_evidence(figures),
        drawings.of_latency(told.cases),
    ]
