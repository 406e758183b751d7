"""The fagordbog as SKOS (W3C Recommendation, 18 August 2009), for other thesaurus tools.

Every Danish word is a `skos:altLabel`. Whose word it is, whether it is ambiguous and which reform
changed it is said a second time with properties of ours, whose values are the words as the text
form writes them; so a book survives the way out and in again. Of what comes from elsewhere, the
alternative labels become professional words and the hidden ones everyday words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from index.fagordbog.book import both_ways
from index.fagordbog.checks import fit_label
from index.fagordbog.concept import Concept, Kind, Label, Relation
from index.fagordbog.leftout import LeftOut
from index.fagordbog.rdf import NotSkos, read
from index.fagordbog.text import LABELS, label_of, single, unfit_term, value_of, writable

OURS = Namespace("urn:aftalesvar:fagordbog#")
SCHEME = "urn:aftalesvar:fagordbog:"
CONCEPT = "urn:aftalesvar:begreb:"
DANISH, ENGLISH = "da", "en"
READ_AS = (DANISH, ENGLISH, None)
LINKS = {
    Relation.BROADER: SKOS.broader,
    Relation.NARROWER: SKOS.narrower,
    Relation.RELATED: SKOS.related,
}
KINDS: dict[Node, Kind] = {OURS[kind.name.lower()]: kind for kind in LABELS.values()}
FOREIGN: dict[Node, Kind] = {
    SKOS.prefLabel: Kind.PROFESSIONAL,
    SKOS.altLabel: Kind.PROFESSIONAL,
    SKOS.hiddenLabel: Kind.EVERYDAY,
}
ROUND = str.maketrans("[]", "()")  # a term stands in square brackets itself
NOTES = (SKOS.definition, SKOS.scopeNote)
NO_CONCEPTS = frozenset({SKOS.ConceptScheme, SKOS.Collection, SKOS.OrderedCollection})
# What is read, and what only says in which scheme a concept stands.
KNOWN = {*KINDS, *FOREIGN, *NOTES, *LINKS.values(), RDF.type, SKOS.inScheme, SKOS.topConceptOf}


@dataclass(frozen=True, slots=True)
class Imported:
    """The concepts of a file by their terms, and what of the file is not in them, and why."""

    concepts: tuple[Concept, ...]
    left_out: tuple[str, ...]


def graph(concepts: Iterable[Concept]) -> Graph:
    """The concepts as SKOS; an area is a concept scheme."""
    made = Graph()
    made.bind("skos", SKOS)
    made.bind("fagordbog", OURS)
    for concept in concepts:
        subject = _address(concept.term)
        for verb, value in _said(concept):
            made.add((subject, verb, value))
        if concept.area:
            scheme = URIRef(SCHEME + quote(concept.area))
            made.add((scheme, RDF.type, SKOS.ConceptScheme))
            made.add((subject, SKOS.inScheme, scheme))
    return made


def _said(concept: Concept) -> Iterator[tuple[URIRef, Node]]:
    yield RDF.type, SKOS.Concept
    yield SKOS.prefLabel, Literal(concept.term, DANISH)
    for label in concept.labels:
        language = ENGLISH if label.kind is Kind.ENGLISH else DANISH
        yield OURS[label.kind.name.lower()], Literal(value_of(label), language)
        if (label.text, language) != (concept.term, DANISH):  # SKOS wants it apart from prefLabel
            yield SKOS.altLabel, Literal(label.text, language)
    for relation, term in concept.links:
        yield LINKS[relation], _address(term)
    if concept.note:
        yield SKOS.scopeNote, Literal(concept.note, DANISH)


def _address(term: str) -> URIRef:
    return URIRef(CONCEPT + quote(term.casefold()))


def imported(path: Path) -> Imported:
    """The concepts of a SKOS file in Turtle, RDF/XML, JSON-LD or N-Triples, told by its ending.

    Nothing that the file names is fetched. Raises `NotSkos`, and `OSError` where it cannot be
    opened.
    """
    found = read(path)
    left = LeftOut()
    terms = _terms(found, left)
    if not terms:
        raise NotSkos(f"{path.name} holds no skos:Concept with a Danish skos:prefLabel")
    made = {
        term.casefold(): _concept(found, subject, terms, left) for subject, term in terms.items()
    }
    ordered = sorted(both_ways(made).items())
    return Imported(tuple(concept for _, concept in ordered), left.told())


def _terms(found: Graph, left: LeftOut) -> dict[Node, str]:
    """The concepts' addresses and terms; of two with one term the second gets a number."""
    terms: dict[Node, str] = {}
    taken: set[str] = set()
    for subject in sorted(_subjects(found), key=str):
        labels = [
            (value.language is None, writable(str(value)).translate(ROUND))
            for value in found.objects(subject, SKOS.prefLabel)
            if isinstance(value, Literal) and _language(value) in (DANISH, None)
        ]
        if not labels:
            left.add("concepts without a Danish skos:prefLabel", str(subject))
            continue
        term = min(labels)[1]
        if why := unfit_term(term):
            left.add("concepts whose skos:prefLabel cannot be a term", why.partition("; ")[0])
            continue
        fitting = _free(term, taken)
        if fitting != term:
            left.add("second concepts of one skos:prefLabel, written apart", f"[{fitting}]")
        taken.add(fitting.casefold())
        terms[subject] = fitting
    return terms


def _subjects(found: Graph) -> set[Node]:
    """What is called a concept, and what has a preferred label and is called nothing else."""
    named = set(found.subjects(SKOS.prefLabel, None))
    others = {s for kind in NO_CONCEPTS for s in found.subjects(RDF.type, kind)}
    return set(found.subjects(RDF.type, SKOS.Concept)) | named - others


def _free(term: str, taken: set[str]) -> str:
    number, free = 1, term
    while free.casefold() in taken:
        number += 1
        free = f"{term} ({number})"
    return free


def _concept(found: Graph, subject: Node, terms: dict[Node, str], left: LeftOut) -> Concept:
    for verb in found.predicates(subject, None):
        if verb not in KNOWN:
            left.add("statements of other properties", str(verb))
    areas = sorted(
        unquote(str(scheme).removeprefix(SCHEME))
        for scheme in found.objects(subject, SKOS.inScheme)
        if str(scheme).startswith(SCHEME)
    )
    return Concept(
        terms[subject],
        tuple(_labels(found, subject, terms[subject], left)),
        tuple(_links(found, subject, terms, left)),
        " ".join(_notes(found, subject, left)) or None,
        areas[0] if areas else "",
    )


def _links(
    found: Graph, subject: Node, terms: dict[Node, str], left: LeftOut
) -> Iterator[tuple[Relation, str]]:
    for relation, verb in LINKS.items():
        others = sorted(found.objects(subject, verb), key=str)
        for other in others:
            if other == subject:
                left.add("links of a concept to itself", f"[{terms[subject]}]")
            elif other not in terms:
                left.add("links to what is no concept of the file", str(other))
            else:
                yield relation, terms[other]


def _notes(found: Graph, subject: Node, left: LeftOut) -> Iterator[str]:
    for verb in NOTES:
        for value in sorted(found.objects(subject, verb), key=str):
            if not isinstance(value, Literal) or _language(value) not in (DANISH, None):
                left.add("definitions and notes that are not in Danish", str(value))
            elif note := single(str(value)):
                yield note


def _labels(found: Graph, subject: Node, term: str, left: LeftOut) -> Iterator[Label]:
    """The labels with their kinds; those that only SKOS's own properties tell come last."""
    told = {(term, False)}
    for verb, kind in (KINDS | FOREIGN).items():
        for value in sorted(found.objects(subject, verb), key=str):
            if verb in KINDS:
                label = _label(writable(str(value)), kind, left)
            elif isinstance(value, Literal) and _language(value) in READ_AS:
                english = _language(value) == ENGLISH
                text = writable(str(value))
                plain = text.rstrip("? ")  # there it would say that the word is ambiguous
                if {(text, english), (plain, english)} & told:
                    continue
                label = _label(plain, Kind.ENGLISH if english else kind, left)
            else:
                left.add("labels that are neither Danish nor English", str(value))
                continue
            if label:
                told.add((label.text, label.kind is Kind.ENGLISH))
                yield label


def _label(value: str, kind: Kind, left: LeftOut) -> Label | None:
    try:
        label = label_of(value, kind)
    except ValueError as error:
        left.add("labels that are no words to look for", str(error).partition("; ")[0])
        return None
    if not fit_label(label.text):
        left.add("labels that have only small words", f"'{label.text}'")
        return None
    return label


def _language(value: Literal) -> str | None:
    """The language without the country."""
    return value.language.partition("-")[0].lower() if value.language else None
