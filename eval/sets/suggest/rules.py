"""Questions about the rules of agreements and guides, in force, in draft and struck."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from eval.sets.row import Difficulty
from eval.sets.suggest.spot import Proposal, Spot, clause, proposal, subject, verbatim
from index import Kind, Status

AGREED = (Kind.STYRINGSAFTALE, Kind.SOCIALAFTALE, Kind.GUIDE)
GENERAL = re.compile(
    r"\b(?:forord|resum[eé]|formål|indledning|vision|fokusområder?|baggrund|om aftalen|kontakt"
    r"|ændringer i)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\b(?:skal|senest|højst|mindst|må(?: ikke)?|kan ikke|betaler|dækkes"
    r"|\d+ (?:pct|dage|uger|måneder|år|hverdage|timer))\b",
    re.IGNORECASE,
)
WORDINGS = (
    "Hvad gælder om {it} efter {title}?",
    "Hvad siger {title} om {it}?",
    "Hvilken regel har {title} om {it}?",
)
DRAFT = (
    "Gælder det, der står i {title} om {it}?",
    "Hvad lægger udkastet til {title} op til om {it}, og er det vedtaget?",
)
WHOLE = "Gælder reglen om {it} i afsnit {number} i {title}?"
INSIDE = "Hvad ændres der i udkastet til {title} om {it} (afsnit {number})?"
PERIOD = re.compile(
    r"\b(?:dette|denne|disse|blandt andet|heraf|herudover|derudover|hertil|derfor)\b", re.IGNORECASE
)


def rules(spots: Iterable[Spot]) -> Iterator[Proposal | None]:
    """One question for each chapter of an agreement that has a rule."""
    for number, chapter in enumerate(_chapters(spots)):
        standing = [spot for spot in chapter if not (spot.block.struck or spot.block.inserted)]
        said = [(s, text) for s in standing for text in s.sentences if _is_rule(text)]
        if said:
            best = max(said, key=lambda pair: len(STRONG.findall(pair[1])))
            yield _rule(*best, number)
        yield from _struck(chapter)


def _chapters(spots: Iterable[Spot]) -> Iterator[list[Spot]]:
    wanted = (
        spot
        for spot in spots
        if spot.chapter
        and spot.about.kind in AGREED
        and not spot.block.cells
        and not GENERAL.search(spot.chapter.heading)
    )
    for _, group in groupby(wanted, key=lambda spot: id(spot.chapter)):
        yield list(group)


def _is_rule(sentence: str) -> bool:
    alone = (
        not PERIOD.match(sentence)
        and sentence[:1].isupper()
        and not sentence.rstrip().endswith(":")
    )
    return alone and 40 <= len(sentence) <= 300 and bool(STRONG.search(sentence))


def _where(spot: Spot) -> dict[str, str]:
    heading = spot.chapter.heading if spot.chapter else ""
    number = (spot.chapter.number if spot.chapter else None) or ""
    return {"it": subject(heading), "title": spot.title, "number": number}


def _rule(spot: Spot, sentence: str, number: int) -> Proposal | None:
    draft = spot.about.status is Status.UDKAST
    wordings = DRAFT if draft else WORDINGS
    short = [clause(sentence)]
    told = f"{sentence} Det er et udkast og ikke vedtaget." if draft else sentence
    quote = sentence if sentence in verbatim(spot) else verbatim(spot)
    return proposal(
        "draft" if draft else "rule",
        spot,
        (quote,),
        question=wordings[number % len(wordings)].format(**_where(spot)),
        type="trap" if draft else "rule",
        answer=told,
        nuggets=[*short, "udkast"] if draft else short,
    )


def _struck(chapter: list[Spot]) -> Iterator[Proposal | None]:
    """A struck sentence, and struck words inside a sentence that stands."""
    for before, spot in zip([None, *chapter], chapter, strict=False):
        if not spot.block.struck:
            continue
        if len(spot.block.text) >= 40:
            yield _whole(spot)
        elif before and not before.block.struck and spot.block.text[:1].isdigit():
            yield _inside(before, spot.block.text)


def _whole(spot: Spot) -> Proposal | None:
    return proposal(
        "struck",
        spot,
        (spot.block.text,),
        question=WHOLE.format(**_where(spot)),
        type="trap",
        answer=f"Nej, teksten er overstreget i udkastet: {spot.block.text}",
        nuggets=["overstreget"],
        difficulty=Difficulty.HARD,
    )


def _inside(spot: Spot, struck: str) -> Proposal | None:
    """The sentence around struck words; the struck value is not what the draft proposes."""
    text = verbatim(spot)
    around = next(
        (part for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", text) if struck in part), ""
    )
    after = re.sub(r"\s+", " ", re.sub(r"~~.*?~~", "", around)).strip()
    if not around or struck in after:
        return None
    return proposal(
        "struck",
        spot,
        (around,),
        question=INSIDE.format(**_where(spot)),
        type="trap",
        answer=f"{after} (overstreget: {struck}). Det er et udkast.",
        nuggets=[clause(after)],
        difficulty=Difficulty.HARD,
    )
