"""The drawings of a report, each with the table of the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval import texts
from eval.measures.risk_coverage import risk_coverage
from eval.report import evidence, latency, risk, said
from eval.report.axes import Plot
from eval.report.case import Case
from eval.report.figures import Figure

TENTHS = [number / 10 for number in range(1, 11)]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing and its table; without figures `missing` says so instead."""

    title: str
    plot: Plot | None
    missing: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


def of_evidence(figures: Sequence[Figure]) -> Drawing:
    """Evidence by budget."""
    columns = texts.BUDGET, texts.FIGURE, texts.INTERVAL, texts.COUNTED
    rows = tuple(
        (said.number(budget), one.value, one.interval, str(one.n))
        for budget, one in evidence.by_budget(figures)
    )
    plot = evidence.plot(figures)
    title, missing, caption = texts.EVIDENCE, texts.NO_EVIDENCE, texts.EVIDENCE_CAPTION
    return Drawing(title, plot, missing, caption, columns, rows)


def of_risk(cases: Sequence[Case]) -> Drawing:
    """The risk-coverage curve; in the table at each tenth of the questions that it reaches."""
    pairs = [case.pair for case in cases]
    curve, best = risk_coverage(pairs), risk.best(pairs)
    plot = risk.plot(curve, best)
    rows = tuple(
        (
            said.percent(tenth),
            said.percent(_at(risk.steps(curve), tenth)),
            said.percent(_at(best, tenth)),
        )
        for tenth in TENTHS
        if plot and tenth <= best[-1][0]
    )
    columns = texts.COVERAGE, texts.RISK_CURVE, texts.RISK_IDEAL
    return Drawing(texts.RISK, plot, texts.NO_BELIEFS, texts.RISK_CAPTION, columns, rows)


def of_latency(cases: Sequence[Case]) -> Drawing:
    """The distribution of times."""
    times = [one.record.seconds for one in cases if one.record.seconds is not None]
    rows = tuple(
        (str(of), said.seconds(latency.percentile(times, of))) for of in latency.OF_HUNDRED if times
    )
    columns = texts.OF_HUNDRED, texts.TIME
    plot = latency.plot(times)
    return Drawing(texts.LATENCY, plot, texts.NO_TIMES, texts.LATENCY_CAPTION, columns, rows)


def _at(points: Sequence[tuple[float, float]], coverage: float) -> float:
    """The risk at the first point that covers so much."""
    return next(risk for share, risk in points if share >= coverage)
