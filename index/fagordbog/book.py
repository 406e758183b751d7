"""The whole fagordbog: the concepts of several files as one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from index.fagordbog import textfiles
from index.fagordbog.checks import Place, faults, remarks
from index.fagordbog.concept import Concept, Kind, Label, Relation
from index.fagordbog.text import MOST_PROBLEMS, Problem, parsed
from index.fagordbog.textfiles import ENDING

SHIPPED = Path(__file__).parent / "texts"
INVERSE = {
    Relation.BROADER: Relation.NARROWER,
    Relation.NARROWER: Relation.BROADER,
    Relation.RELATED: Relation.RELATED,
}


@dataclass(frozen=True, slots=True)
class Book:
    """The concepts by their terms, lower case, and what is wrong in the files they came from.

    `places` are the files and lines in which each concept stands.
    """

    concepts: dict[str, Concept]
    problems: tuple[Problem, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def words(self) -> int:
        """How many words and phrases stand for the concepts, their terms among them."""
        return sum(1 + len(concept.labels) for concept in self.concepts.values())

    def remarks(self) -> list[Problem]:
        """What may be as it should be, and is worth an editor's look."""
        return list(remarks(self.places, self.concepts))


def files(own: Path | None = None) -> list[Path]:
    """The shipped files and those in the folder `own`; one of a shipped file's name replaces it."""
    found = {path.name: path for path in sorted(SHIPPED.glob(f"*{ENDING}"))}
    if own and own.is_dir():
        found |= {path.name: path for path in sorted(own.glob(f"*{ENDING}"))}
    return list(found.values())


def load(paths: Iterable[Path]) -> Book:
    """The book in `paths`; a concept that stands in several files is one with all their words."""
    found = textfiles.read(paths)
    return joined(found.texts.items(), found.problems)


def joined(texts: Iterable[tuple[str, str]], problems: Iterable[Problem] = ()) -> Book:
    """The book in `texts`, each with its file's name; of two that contradict, the later is right.

    A link that is given one way is a link both ways.
    """
    concepts: dict[str, Concept] = {}
    wrong = list(problems)
    places: list[Place] = []
    for name, text in texts:
        read = parsed(text, name, area=name.removesuffix(ENDING))
        wrong += read.problems
        for line, concept in read.concepts:
            places.append((name, line, concept))
            key = concept.term.casefold()
            concepts[key] = _both(concepts[key], concept) if key in concepts else concept
    wrong += _first(faults(places, concepts))
    return Book(both_ways(concepts), tuple(wrong), tuple(places))


def _first(found: Iterable[Problem]) -> Iterator[Problem]:
    """Of each file's problems as many as somebody reads."""
    counts = Counter[str]()
    for problem in found:
        counts[problem.file] += 1
        if counts[problem.file] <= MOST_PROBLEMS:
            yield problem
        elif counts[problem.file] == MOST_PROBLEMS + 1:
            said = "there is more wrong in the file; correct what is told above first"
            yield replace(problem, said=said)


def _both(one: Concept, other: Concept) -> Concept:
    """One concept of two; what the other says of a word holds."""
    said = {_word(label) for label in other.labels}
    kept = (label for label in one.labels if _word(label) not in said)
    return replace(
        one,
        labels=(*kept, *other.labels),
        links=tuple(dict.fromkeys((*one.links, *other.links))),
        note=other.note or one.note,
    )


def _word(label: Label) -> tuple[str, bool]:
    """A word is another one in another language, however it is spelled."""
    return label.text.casefold(), label.kind is Kind.ENGLISH


def both_ways(concepts: Mapping[str, Concept]) -> dict[str, Concept]:
    """The concepts with each link also at the one it leads to, as SKOS has it."""
    found = {
        key: {(relation, term.casefold()): (relation, term) for relation, term in concept.links}
        for key, concept in concepts.items()
    }
    for key, relation, other in _links(concepts):
        back = INVERSE[relation]
        found[other].setdefault((back, key), (back, concepts[key].term))
    return {
        key: concept
        if len(found[key]) == len(concept.links)
        else replace(concept, links=tuple(found[key].values()))
        for key, concept in concepts.items()
    }


def _links(concepts: Mapping[str, Concept]) -> Iterator[tuple[str, Relation, str]]:
    """The links between concepts that there are."""
    for key, concept in concepts.items():
        for relation, term in concept.links:
            if (other := term.casefold()) in concepts and other != key:
                yield key, relation, other
