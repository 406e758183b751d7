"""A set of questions held against the documents that it is about."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from eval.sets.collection import Collection
from eval.sets.finding import Finding
from eval.sets.item import Item
from eval.sets.placed import placed
from eval.sets.quoted import expected, quoted
from eval.sets.sourceless import Sentences, sourceless
from index import words

TYPES = (
    "decision rule fact number timeline trap paraphrase list definition keyword unanswerable"
).split()


def checked(items: Sequence[Item], collection: Collection) -> list[Finding]:
    """All that is wrong with the questions or to be doubted, in the order of the questions."""
    sentences = Sentences(collection)
    order = {item.id: number for number, item in enumerate(items)}
    found = [*_same(items)]
    for item in items:
        found += [*_typed(item), *quoted(item, collection), *expected(item, collection)]
        found += [*placed(item, collection), *sourceless(item, sentences)]
    return sorted(found, key=lambda finding: (order[finding.id], finding.doubt))


def unindexed(items: Sequence[Item], index: Collection) -> Iterator[Finding]:
    """Documents that are quoted and that the index does not have; nobody can find those quotes."""
    for item in items:
        for document in dict.fromkeys(reference.document for reference in item.references):
            if index.named(document) is None:
                says = f"'{document}' is not in the index; run 'aftalesvar update' with its folder"
                yield Finding(item.id, says)


def _typed(item: Item) -> Iterator[Finding]:
    """A type that is nobody else's: the report would show it as a group of its own."""
    if item.type not in TYPES:
        like = get_close_matches(item.type, TYPES, 1)
        hint = f"did you mean '{like[0]}'?" if like else f"the usual ones are {', '.join(TYPES)}"
        yield Finding(item.id, f"the type '{item.type}' is not a usual one; {hint}", doubt=True)
    elif (item.type == "unanswerable") == item.answerable:
        says = f"the type is '{item.type}', but 'answerable' is {str(item.answerable).lower()}"
        yield Finding(item.id, f"{says}; mend one of them", doubt=item.answerable is False)


def _same(items: Sequence[Item]) -> Iterator[Finding]:
    """Questions that are asked before, whatever the order of their words."""
    before: dict[tuple[str, ...], str] = {}
    for item in items:
        known = before.setdefault(tuple(sorted(words(item.question))) or (item.id,), item.id)
        if known != item.id:
            yield Finding(item.id, f"the question is asked already in '{known}'; drop one")
