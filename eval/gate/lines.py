"""A verdict told to the person whose build it is."""

from collections.abc import Iterator, Sequence

from eval.gate.verdict import Change, Compared, Verdict

MOST = 10  # questions listed where nothing has to be done about them
HEADS = ("", "questions", "before", "now", "worse", "better", "p")


def rows(verdict: Verdict) -> list[list[str]]:
    """A line for each measure; "any" stands where single questions count and not chance."""
    return [
        [
            one.measure.name,
            str(one.questions),
            number(one.before),
            number(one.after),
            str(len(one.worse)),
            str(len(one.better)),
            "any" if one.p is None else f"{one.p:.3f}",
        ]
        for one in verdict.compared
    ]


def lines(verdict: Verdict) -> Iterator[str]:
    """What fell and on which questions, what to look at, what got better, and the verdict."""
    for one in verdict.compared:
        if one.fell:
            yield from _told(f"FELL: {reason(one)}", one.worse, len(one.worse))
    if verdict.unanswered:
        yield f"NO ANSWER: {len(verdict.unanswered)} questions that the baseline has answers to"
        yield from (f"  {one.id}  {one.error}: {one.question}" for one in verdict.unanswered)
    for one in verdict.compared:
        if one.worse and not one.fell:
            yield from _told(f"warning: {reason(one)}; it may be chance", one.worse, MOST)
    for one in verdict.compared:
        if one.better:
            many = f"{len(one.better)} of {one.questions} questions are better"
            yield from _told(f"better: {one.measure.name}: {many}", one.better, MOST)
    yield _verdict(verdict)


def reason(one: Compared) -> str:
    """What became worse of a measure, in one line."""
    many = f"{len(one.worse)} of {one.questions} questions are worse"
    if one.p is None:
        return f"{one.measure.name}: {many}, and none may be ({one.measure.meaning})"
    chance = f"{len(one.better)} better, p {one.p:.3f}"
    return f"{one.measure.name} {number(one.before)} → {number(one.after)}: {many}, {chance}"


def _told(head: str, changes: Sequence[Change], most: int) -> Iterator[str]:
    yield head
    yield from (f"  {told(change)}" for change in changes[:most])
    if len(changes) > most:
        yield f"  … and {len(changes) - most} more"


def told(change: Change) -> str:
    """A question that changed, with what it was and is."""
    moved = f"{number(change.before)} → {number(change.after)}"
    return f"{change.question.id}  {moved}  {change.question.question}"


def number(value: float | None) -> str:
    """A number of any unit; "–" where there was none."""
    if value is None:
        return "–"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.0f}"


def _verdict(verdict: Verdict) -> str:
    fell = [one.measure.name for one in verdict.compared if one.fell]
    fell += ["questions without an answer"] if verdict.unanswered else []
    if fell:
        return f"The gate is shut: {', '.join(fell)}."
    return f"The gate is open: nothing fell over {verdict.questions} questions."
