"""What is wrong with concepts among each other, and what an editor should look at."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from index.fagordbog.concept import Concept, Relation
from index.fagordbog.text import Problem
from index.tokens import SMALL, telling

Place = tuple[str, int, Concept]  # file, line, and the concept as it stands there
CROWDED = 4  # concepts that may share an unmarked word; a word of more tells little
SHOWN = 6  # concepts that a message names
MOST_CYCLES = 50  # told at a time
PLAIN_WORD = re.compile("[a-zæøå]+")


def faults(places: Sequence[Place], concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    """What must be put right before the files can be used."""
    for name, line, concept in places:
        for said in (*_link_faults(concept, concepts), *_label_faults(concept)):
            yield Problem(name, line, said)
    last = {concept.term.casefold(): (name, line) for name, line, concept in places}
    order = {key: number for number, key in enumerate(last)}
    for cycle in islice(cycles(_broader(concepts)), MOST_CYCLES):
        name, line = last[max(cycle, key=lambda key: order[key])]
        yield Problem(name, line, _circle([concepts[key].term for key in cycle]))


def remarks(places: Sequence[Place], concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    """What may be as it should be, and is worth a look."""
    last = {concept.term.casefold(): (name, line) for name, line, concept in places}
    for name, line, concept in places:
        kept = concepts[concept.term.casefold()].term
        if concept.term != kept:
            yield Problem(
                name, line, f"[{concept.term}] is taken for [{kept}]; write both in the same way"
            )
    for word, keys in _unmarked(concepts).items():
        if len(keys) > CROWDED:
            yield Problem(
                *last[keys[-1]],
                f"'{word}' stands unmarked in {_named(keys, concepts)}, so it tells little; "
                "put a question mark after it where it mostly means something else",
            )
    same: dict[str, list[str]] = defaultdict(list)
    for key, concept in concepts.items():
        same[concept.preferred.text.casefold()].append(key)
    for keys in same.values():
        if len(keys) > 1:
            yield Problem(
                *last[keys[-1]],
                f"{_named(keys, concepts)} differ only by brackets; join them where they are one",
            )


def fit_label(text: str) -> bool:
    """Whether a label has a word that is searched."""
    # The quick look is right for most words; the other one knows "paa" and "§ 107".
    for piece in text.lower().split():
        if piece not in SMALL and "aa" not in piece and PLAIN_WORD.fullmatch(piece):
            return True
    return bool(telling(text))


def _label_faults(concept: Concept) -> Iterator[str]:
    for label in concept.labels:
        if not fit_label(label.text):
            yield (
                f"'{label.text}' of [{concept.term}] has only small words, which are never "
                "searched; take it out"
            )


def _link_faults(concept: Concept, concepts: Mapping[str, Concept]) -> Iterator[str]:
    own = concept.term.casefold()
    for _, term in concept.links:
        if term.casefold() == own:
            yield f"[{concept.term}] is linked to itself; take the link out"
        elif term.casefold() not in concepts:
            yield (
                f"[{concept.term}] is linked to '{term}', which is no concept; "
                f"add [{term}] or take the link out"
            )


def _circle(terms: list[str]) -> str:
    if len(terms) == 2:
        one, other = terms
        return f"[{one}] and [{other}] are each said to be the broader; take one of the links out"
    by = ", ".join(f"[{term}]" for term in terms[1:SHOWN])
    more = f" and {len(terms) - SHOWN} more" if len(terms) > SHOWN else ""
    return f"[{terms[0]}] is broader than itself by way of {by}{more}; take one of the links out"


def _broader(concepts: Mapping[str, Concept]) -> dict[str, list[str]]:
    """The broader concepts of each, whichever of the two says so."""
    up: dict[str, list[str]] = {key: [] for key in concepts}
    for key, concept in concepts.items():
        for relation, term in concept.links:
            other = term.casefold()
            if other in concepts and other != key:
                if relation is Relation.BROADER:
                    up[key].append(other)
                elif relation is Relation.NARROWER:
                    up[other].append(key)
    return {key: list(dict.fromkeys(others)) for key, others in up.items()}


def cycles(up: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Ways along `up` that come back to where they began; none is told twice."""
    done: set[str] = set()
    for start in up:
        path: dict[str, int] = {}
        way: list[str] = []
        waiting = [] if start in done else [(start, iter(up[start]))]
        while waiting:
            key, rest = waiting[-1]
            if key not in path:
                path[key] = len(way)
                way.append(key)
            for other in rest:
                if other in path:
                    yield way[path[other] :]
                elif other not in done:
                    waiting.append((other, iter(up[other])))
                    break
            else:
                done.add(key)
                path.pop(key, None)
                way.pop()
                waiting.pop()


def _unmarked(concepts: Mapping[str, Concept]) -> dict[str, list[str]]:
    """The words that are not marked as ambiguous, with the concepts they stand for."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, concept in concepts.items():
        labels = (concept.preferred, *concept.labels)
        for word in {label.text.casefold() for label in labels if not label.ambiguous}:
            found[word].append(key)
    return dict(sorted(found.items()))


def _named(keys: Sequence[str], concepts: Mapping[str, Concept]) -> str:
    *most, last = [f"[{concepts[key].term}]" for key in keys[:SHOWN]]
    return f"{', '.join(most)} and {last}" if len(keys) <= SHOWN else f"{len(keys)} concepts"
