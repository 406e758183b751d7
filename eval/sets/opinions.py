"""Questions whose answers did not help, as candidates for a set; nobody is told of with them."""

from collections.abc import Iterable

from eval.measures.quotes import letters
from eval.sets.row import Gold, Row, State
from service.feedback.opinion import Kept, Reason, Verdict
from service.intake import presentable

WHY = {
    Reason.WRONG: "svaret var forkert",
    Reason.OUTDATED: "svaret var forældet",
    Reason.INCOMPLETE: "svaret manglede noget",
    Reason.SOURCE: "kilden var forkert",
    Reason.UNCLEAR: "svaret var uklart",
    Reason.OTHER: "svaret hjalp ikke",
}
FILL_IN = "UDFYLD"  # stands in no document, so `check` points at it until somebody has


def candidates(kept: Iterable[Kept]) -> tuple[Row, ...]:
    """A proposal for each question that was kept with a thumbs-down, each once.

    Neither who asked nor when, nor the comment: those are free words about a person's day. Sorted
    by their words, so that not even the order tells when. Personal numbers are masked again, as an
    older release may have kept them.
    """
    asked = {
        letters(question): (question, one.opinion.reason)
        for one in kept
        if one.opinion.verdict is Verdict.DOWN
        and (question := presentable(one.opinion.question)[0].strip())
        and letters(question)
    }
    ordered = [asked[key] for key in sorted(asked)]
    return tuple(_row(number, *one) for number, one in enumerate(ordered, 1))


def _row(number: int, question: str, reason: Reason | None) -> Row:
    why = WHY[reason or Reason.OTHER]
    return Row(
        id=f"t-{number:03}",
        question=question,
        type="fact",
        answerable=True,
        answer=f"{FILL_IN} (tommelfinger ned: {why})",
        gold=[Gold(doc=FILL_IN, quote=FILL_IN)],
        status=State.PROPOSED,
    )
