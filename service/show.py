"""Answers and passages on a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import indent, shorten

from index import Asked
from service import texts
from service.answer import Answer, AnswerStatus, Found, Place
from service.outcome import outcome_of
from service.places import label, labels, page_of
from service.ports import Explained
from service.selection import Read
from service.weighing import WEIGHTS, Weighed

NEAREST = 3
EXCERPT = 240
SECTIONS_SHOWN, PIECES_SHOWN, SIGNS_SHOWN = 5, 4, 4
TELLING = 0.3  # weight of a concept that is told; those below hardly count


def answer_lines(answer: Answer) -> Iterator[str]:
    """An answer with its sources and remarks."""
    if answer.understood_as:
        yield f"{texts.UNDERSTOOD_AS.format(question=answer.understood_as)}\n"
    yield answer.text
    if answer.notes:
        yield f"\n{texts.WORTH_KNOWING}:"
        yield from (f"  - {note}" for note in answer.notes)
    if answer.status is AnswerStatus.NOT_FOUND:
        if answer.passages:
            yield f"\n{texts.NEAREST}:"
            yield from _numbered(answer.passages[:NEAREST])
        return
    if answer.citations:
        yield f"\n{texts.SOURCES}:"
    for cited in answer.citations:
        yield f"  [{cited.n}] {place(cited)}"
        yield f"      {texts.VERIFIED if cited.verified else texts.NOT_VERIFIED}"


def found_lines(found: Sequence[Found], *, explain: bool = False) -> Iterator[str]:
    """Passages, best first; with `explain` also their scores and what found them."""
    if not found:
        yield texts.NOTHING_AT_ALL
    yield from _numbered(found, explain=explain)


def understood_lines(asked: Asked) -> Iterator[str]:
    """How a question was understood."""
    found = [
        *(texts.UNDERSTOOD_LAW.format(**_law(place)) for place in asked.cited),
        *(texts.UNDERSTOOD_SPELLED.format(written=w, meant=m) for w, m in asked.spelled),
        *(texts.UNDERSTOOD_ENGLISH.format(word=w, danish=d) for w, d in asked.translated),
        *(
            texts.UNDERSTOOD_CONCEPT.format(
                term=meant.term, words=meant.words, kind=meant.kind, weight=meant.weight
            )
            for meant in asked.concepts
            if meant.weight >= TELLING
        ),
    ]
    yield f"{texts.UNDERSTOOD}:"
    yield from (f"  {line}" for line in found or [texts.NOTHING_UNDERSTOOD])


def reason_lines(explained: Explained) -> Iterator[str]:
    """How a question was understood, what was read, and why what of it was told."""
    yield from understood_lines(explained.asked)
    work = explained.work
    told = {id(piece) for picked in work.told for piece in picked.pieces}
    read = sorted((each for each in work.read if each[1]), key=_best, reverse=True)
    beliefs = {id(picked.section): picked.belief for picked in work.told}
    for section, pieces in read[:SECTIONS_SHOWN]:
        ref = section.first.ref
        said = label(ref, outcome_of(ref, section.text)).rstrip(":")
        yield texts.READ_IN.format(place=said, share=beliefs.get(id(section), 0.0))
        for piece in sorted(pieces, key=lambda each: -each.worth)[:PIECES_SHOWN]:
            chosen = texts.CHOSEN if id(piece) in told else texts.DROPPED
            text = shorten(piece.unit.told, EXCERPT, placeholder=" …")
            yield texts.TOLD_BY.format(worth=piece.worth, chosen=chosen, text=text)
            yield texts.SIGNS.format(signs=", ".join(_strongest(piece)))
    if work.unmet.refusal:
        yield texts.REFUSED_BECAUSE.format(why=work.unmet.refusal)
    yield ""


def _best(read: Read) -> float:
    return max(piece.worth for piece in read[1])


def _strongest(piece: Weighed) -> list[str]:
    """The signs that tell most for the piece, with what they add."""
    added = {name: WEIGHTS.get(name, 0.0) * sign for name, sign in piece.signs.items()}
    names = sorted(added, key=lambda name: -added[name])[:SIGNS_SHOWN]
    return [f"{name} {added[name]:+.1f}" for name in names]


def _law(place: str) -> dict[str, str]:
    """A paragraph's term, "§107=serviceloven", as its parts."""
    paragraph, _, law = place.removeprefix("§").partition("=")
    return {"law": law, "paragraph": paragraph}


def _numbered(found: Sequence[Found], *, explain: bool = False) -> Iterator[str]:
    for number, passage in enumerate(found, 1):
        marks = "".join(f" [{label}]" for label in labels(passage))
        yield f"  {number}. {place(passage)}{marks}"
        if explain:
            legs = " + ".join(texts.FOUND_BY[leg] for leg in passage.why)
            yield f"     {passage.score:.2f}: {legs}"
        yield indent(shorten(passage.text, EXCERPT, placeholder=" …"), "     ")


def place(cited: Place) -> str:
    """Where it stands: title, date, item, section, page and file."""
    known = [
        cited.title,
        texts.danish_date(cited.meeting_date) if cited.meeting_date else None,
        texts.PUNKT.format(number=cited.punkt).lower() if cited.punkt else None,
        cited.item_title,
        cited.section if cited.section != cited.title else None,
        page.lower() if (page := page_of(cited)) else None,
        cited.document,
    ]
    return ", ".join(text for text in known if text)
