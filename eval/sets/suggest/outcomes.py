"""Questions about what meetings decided, and where they did otherwise than recommended."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from eval.sets.row import Difficulty
from eval.sets.suggest.spot import ROUTINE, Proposal, Spot, clause, proposal, subject
from index import Kind, words
from ingest.terms import OUTCOMES, RECOMMENDATION
from service.answer import Outcome
from service.outcome import done

WORDINGS = {
    Outcome.DECIDED: (
        "Hvad blev der besluttet i sagen om {it} på mødet den {day}?",
        "Hvad endte {body} med at beslutte om {it} den {day}?",
        "Hvilken beslutning traf {body} om {it} den {day}?",
    ),
    Outcome.POSTPONED: (
        "Hvad skete der med sagen om {it} på mødet den {day}?",
        "Blev sagen om {it} afgjort på mødet den {day}?",
    ),
    Outcome.NOTED: (
        "Hvad gjorde {body} ved punktet om {it} den {day}?",
        "Hvad kom der ud af punktet om {it} på mødet den {day}?",
    ),
}
OTHERS = (
    "Hvad kom {body} frem til om {it} den {day}?",
    "Hvad var {body} enige om i sagen om {it} den {day}?",
)
FOLLOWED = (
    "Blev indstillingen fulgt i sagen om {it} den {day}?",
    "Fulgte {body} indstillingen om {it} på mødet den {day}?",
)
OTHERWISE = re.compile(
    r"\bmed (?:den|de|en) (?:ændring|bemærkning|tilføjelse|rettelse)(?:er)?\b|\bfor tidligt\b"
    r"|\btager forbehold\b|\bikke tilslutning\b|\b(?:kunne|kan) ikke (?:godkende|tilslutte|bakke)"
    r"|\b(?:punktet|sagen|beslutning(?:en)?|behandlingen) (?:udskyd|udsæt)\w*"
    r"|\bindgår (?:derfor )?ikke\b|\bbesluttede ikke\b|\bikke (?:godkendt|imødekom)",
    re.IGNORECASE,
)
# What others had done before is told in minutes too.
BEFORE = re.compile(r"\bhavde\b|\bhar tidligere\b|\bsig (?:dette|det)\b", re.IGNORECASE)
LITTLE = 0.4  # of the words of a recommendation
MODEST = (Outcome.DECIDED, Outcome.POSTPONED, Outcome.PASSED_ON, Outcome.NOTED, Outcome.AGREED)


def outcomes(spots: Iterable[Spot]) -> Iterator[Proposal | None]:
    """One question for each item with an outcome, and one where it differs from what was asked."""
    for number, group in enumerate(_by_item(spots)):
        told = [spot for spot in group if _said(spot)]
        asked = [spot for spot in group if spot.section and spot.section.label == RECOMMENDATION]
        if not told:
            continue
        where = {
            "it": subject(told[0].item.heading) if told[0].item else "",
            "body": told[0].paper.body or "mødet",
            "day": told[0].day,
        }
        yield _decision(told, where, number)
        if asked and (differing := _otherwise(told, asked)):
            yield _differing(differing, asked, where, number)


def _by_item(spots: Iterable[Spot]) -> Iterator[list[Spot]]:
    """The blocks of each agenda item of minutes that is about something, annexes apart."""
    wanted = (
        spot
        for spot in spots
        if spot.item
        and spot.annex is None
        and spot.paper.kind is Kind.REFERAT
        and spot.paper.held
        and not ROUTINE.search(spot.item.heading)
    )
    for _, group in groupby(wanted, key=lambda spot: (spot.paper.id, id(spot.item))):
        yield list(group)


def _said(spot: Spot) -> bool:
    block = spot.block
    outcome = spot.section is not None and spot.section.label in OUTCOMES
    return outcome and not block.struck and not block.inserted and bool(block.text.strip())


def _decision(told: list[Spot], where: dict[str, str], number: int) -> Proposal | None:
    """The sentence that says most of what was done."""
    said = [(spot, text, done(text)) for spot in told for text in spot.sentences if _whole(text)]
    strong = [one for kind in MODEST for one in said if one[2] is kind]
    if not strong:
        return None
    spot, sentence, outcome = strong[0]
    wordings = WORDINGS.get(outcome, OTHERS)
    return proposal(
        "outcome",
        spot,
        (sentence,),
        question=wordings[number % len(wordings)].format(**where),
        type="decision",
        answer=sentence,
        nuggets=[clause(sentence)],
        section=spot.section.heading.rstrip(":") if spot.section else None,
    )


def _whole(sentence: str) -> bool:
    """Whether it can be understood alone, as far as its beginning and its end tell."""
    first = sentence.split(" ", 1)[0].lower()
    own = first not in (
        "dette",
        "de",
        "den",
        "disse",
        "her",
        "herefter",
        "hertil",
        "indtil",
        "heraf",
    )
    own = own and not BEFORE.search(sentence)
    return own and len(sentence) >= 20 and not sentence.rstrip().endswith(":")


def _otherwise(told: list[Spot], asked: list[Spot]) -> tuple[Spot, str] | None:
    """The sentence that says so; else a decision that has little of what was recommended."""
    said = [(spot, text) for spot in told for text in spot.sentences if _whole(text)]
    wanted = set(words(" ".join(spot.block.text for spot in asked[-1:])))
    return next(
        (
            (spot, text)
            for spot, text in said
            if OTHERWISE.search(text) or (_decides(text) and _unlike(wanted, text))
        ),
        None,
    )


def _decides(sentence: str) -> bool:
    return done(sentence) is Outcome.DECIDED and "besluttede" in sentence


def _unlike(wanted: set[str], sentence: str) -> bool:
    """Whether it is about what was recommended, and yet has few of its words."""
    shared = len(wanted & set(words(sentence)))
    return 0 < shared <= LITTLE * len(wanted)


def _differing(
    differing: tuple[Spot, str], asked: list[Spot], where: dict[str, str], number: int
) -> Proposal | None:
    spot, sentence = differing
    wanted = next((s for s in asked if not s.block.text.lower().startswith("det indstilles")), None)
    was = f" Det var indstillet: {clause(wanted.block.text)}." if wanted else ""
    return proposal(
        "recommendation",
        spot,
        (sentence,),
        question=FOLLOWED[number % len(FOLLOWED)].format(**where),
        type="trap",
        answer=f"{sentence}{was}",
        nuggets=[clause(sentence)],
        section=spot.section.heading.rstrip(":") if spot.section else None,
        difficulty=Difficulty.HARD,
    )
