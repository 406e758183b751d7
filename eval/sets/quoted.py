"""Checks of what is quoted: that it stands in the documents, and where."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from eval.measures.quotes import letters
from eval.sets.collection import Collection
from eval.sets.finding import Finding
from eval.sets.item import Item, Reference
from eval.sets.places import Lines, Text

FIGURE = re.compile(r"\d[\d.,]*\d|\d")
DAY = re.compile(r"\b(\d\d?)\.(\d\d?)\.(\d{4})\b")
SHOWN = 160  # characters of a passage


def quoted(item: Item, collection: Collection) -> Iterator[Finding]:
    """Quotes that are not in their document, or not in their lines."""
    for reference in item.references:
        text = collection.texts.get(reference.document)
        if text is None:
            yield Finding(item.id, _absent(reference.document, collection))
        elif not text.places(reference.quote):
            yield Finding(item.id, _elsewhere(reference, text, collection))
        elif reference.lines and not text.holds(reference.lines, reference.quote):
            at = " and ".join(map(told, text.places(reference.quote)))
            says = f"{_named(reference)} stands in {at}, not in {told(reference.lines)}"
            yield Finding(item.id, f"{says}; mend 'line_from' and 'line_to'")


def _absent(document: str, collection: Collection) -> str:
    like = get_close_matches(document, list(collection.texts), 1)
    hint = f"did you mean '{like[0]}'?" if like else "add the file, or mend 'doc'"
    return f"'{document}' is not among the documents; {hint}"


def _elsewhere(reference: Reference, text: Text, collection: Collection) -> str:
    """Where the quote, or something like it, stands instead."""
    said = f"{_named(reference)} does not stand in {reference.document}"
    for name, other in collection.texts.items():
        if places := other.places(reference.quote):
            return f"{said} but in {name}, {told(places[0])}; mend 'doc'"
    at = next(iter(text.places(reference.quote, letters)), None) or text.nearest(reference.quote)
    if at is None:
        return f"{said}, nor anything like it; copy it from the document"
    return f"{said} word for word; {told(at)} has “{cut(text.between(at))}”"


def expected(item: Item, collection: Collection) -> Iterator[Finding]:
    """Nuggets with figures that no quote has, and what must not be said but is quoted."""
    quotes = [reference.quote for reference in item.references]
    known = {figure for text in (*quotes, *_around(item, collection)) for figure in _figures(text)}
    for nugget in item.nuggets:
        missing = [figure for figure in _figures(nugget) if figure not in known]
        if missing:
            says = f"the nugget “{nugget}” has {', '.join(missing)}, which stands in no quote"
            yield Finding(item.id, f"{says}; add the quote that says so", doubt=True)
    places = [("a quote", *quotes), ("a nugget", *item.nuggets), ("the answer", item.answer)]
    for wrong in item.must_not:
        for name, *texts in places:
            if letters(wrong) and any(letters(wrong) in letters(text) for text in texts):
                says = f"'must_not' has “{wrong}”, but it stands in {name}"
                yield Finding(item.id, f"{says}; a right answer would be counted as wrong")


def _around(item: Item, collection: Collection) -> Iterator[str]:
    """What an answer may name beside its quotes: meetings and editions that they are from."""
    yield from (item.question, item.punkt or "", item.section or "")
    cited = {reference.document for reference in item.references}
    for file in filter(None, map(collection.named, cited)):
        yield from (f"{paper.held:%d %m %Y}" for paper in (file, *file.documents) if paper.held)
        yield from (paper.edition or "" for paper in (file, *file.documents))


def _figures(text: str) -> list[str]:
    """The figures of a text, each without points, and without the nought of a day's number."""
    days = DAY.sub(r"\1 \2 \3", text)
    return [re.sub(r"[.,]", "", figure).lstrip("0") for figure in FIGURE.findall(days)]


def _named(reference: Reference) -> str:
    return f"“{cut(reference.quote, 60)}”"


def told(lines: Lines) -> str:
    """The lines, in words."""
    return f"line {lines[0]}" if lines[0] == lines[1] else f"lines {lines[0]}-{lines[1]}"


def cut(text: str, most: int = SHOWN) -> str:
    """As much of a text as tells which it is."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
