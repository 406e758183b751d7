"""The fagordbog's text form: a block a concept, a key a line.

    [takst]
    fagord: døgntakst; enhedspris
    hverdag: pris pr. plads; regning?
    før: amtstakst (kommunalreformen 2007)
    bredere: finansiering

A question mark after a word says that it mostly means something else; brackets after an older or
newer term name the reform. A line that begins with "#" is a comment.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from index.fagordbog.concept import Concept, Kind, Label, Relation

NOTE = "note"
LABELS = {kind.value: kind for kind in Kind if kind is not Kind.PREFERRED}
RELATIONS = {relation.value: relation for relation in Relation}
KEYS = (*LABELS, *RELATIONS, NOTE)
HEADING = re.compile(r"\[(.*)\]")
SINCE = re.compile(r"(.+?) \(([^()]+)\)")
SIGN = re.compile(r"[^\W_]")  # a letter or a figure
NOT_IN_TERMS = re.compile(r"[;\[\]]")  # links could not name one, nor headings end at the other
REFORMED = (Kind.OLDER, Kind.NEWER)
LONGEST = 80  # characters of a word or phrase
MOST_PROBLEMS = 50  # of one file; who has more has given another kind of file
LINE_END = re.compile(r"\r\n?|\n")
# What word processors leave inside of words: soft hyphens, joiners, marks of the byte order.
INVISIBLE = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")
# No word has these, some cannot be written as XML, and others turn the order on a terminal.
UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in which line of which file, and what to do."""

    file: str
    line: int
    said: str

    def __str__(self) -> str:
        shown = f"{self.file} line {self.line}: {self.said}"
        return UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", shown)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file: the concepts with the lines they begin in, and what is wrong."""

    concepts: tuple[tuple[int, Concept], ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Draft:
    """A concept while its lines are read."""

    line: int
    term: str
    labels: list[Label] = field(default_factory=list)
    links: list[tuple[Relation, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, key: str, rest: str) -> None:
        """Take in a line; raises `ValueError` with what is wrong in it."""
        if key == NOTE:
            self.notes.append(_single(rest))
            return
        values = [value for each in rest.split(";") if (value := _single(each))]
        if key in RELATIONS:
            self.links += ((RELATIONS[key], value) for value in values)
        else:
            kind = LABELS[key]
            self.labels += [label_of(value, kind) for value in values]

    def made(self, area: str) -> Concept:
        """The concept as it was read."""
        return Concept(
            self.term,
            tuple(dict.fromkeys(self.labels)),
            tuple(dict.fromkeys(self.links)),
            " ".join(filter(None, self.notes)) or None,
            area,
        )


def parsed(text: str, file: str, area: str = "") -> Read:
    """The concepts in `text`; lines that cannot be understood become problems."""
    drafts: list[_Draft] = []
    problems: list[Problem] = []
    known: dict[str, int] = {}
    for number, line in enumerate(LINE_END.split(_normal(text)), 1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        try:
            _line(drafts, known, number, said)
        except ValueError as error:
            problems.append(Problem(file, number, str(error)))
            if len(problems) == MOST_PROBLEMS:
                problems.append(Problem(file, number, _stopped()))
                break
    return Read(tuple((draft.line, draft.made(area)) for draft in drafts), tuple(problems))


def _normal(text: str) -> str:
    """The text with its letters as one character each, and nothing between them."""
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def _line(drafts: list[_Draft], known: dict[str, int], number: int, said: str) -> None:
    if odd := UNSHOWABLE.search(said):
        raise ValueError(
            f"the line has a character that cannot be shown (U+{ord(odd[0]):04X}); type it anew"
        )
    if heading := HEADING.fullmatch(said):
        _begin(drafts, known, number, _single(heading[1]))
        return
    key, colon, rest = said.partition(":")
    key = key.rstrip()
    if not colon or key not in KEYS:
        raise ValueError(f"'{said[:40]}' is no line of a concept; begin it with {_one_of(KEYS)}")
    if not drafts:
        raise ValueError(f"'{key}' stands before the first concept; write [its term] above it")
    drafts[-1].add(key, rest)


def _begin(drafts: list[_Draft], known: dict[str, int], number: int, term: str) -> None:
    before = known.setdefault(term.casefold(), number)
    drafts.append(_Draft(number, term))
    if wrong := unfit_term(term):
        raise ValueError(wrong)
    if before != number:
        raise ValueError(f"[{term}] stands in line {before} already; join the two")


def unfit_term(term: str) -> str | None:
    """Why no concept can be called that."""
    if not SIGN.search(term):
        return f"[{term}] has no word; write the concept's term in it"
    if odd := NOT_IN_TERMS.search(term):
        return f"[{term[:40]}] has a '{odd[0]}' in it, which no term may have; take it out"
    if len(term) > LONGEST:
        return f"[{term[:40]} …] is a sentence and no term; take its telling words"
    return None


def label_of(value: str, kind: Kind) -> Label:
    """The label that `value` writes; raises `ValueError` where it writes none."""
    text = value.rstrip("? ")
    since = SINCE.fullmatch(text) if kind in REFORMED else None
    if not SIGN.search(text):
        raise ValueError(f"'{value[:40]}' is no word; take it out")
    if len(text) > LONGEST:
        raise ValueError(f"'{text[:40]} …' is a sentence and never found; take its telling words")
    if since:
        return Label(since[1], kind, value.endswith("?"), since[2])
    return Label(text, kind, value.endswith("?"))


def writable(text: str) -> str:
    """Words from elsewhere as the text form can write them.

    A semicolon would end the word there and becomes a comma, which counts as little when the word
    is looked for.
    """
    return single(text).strip("; ").replace(";", ",")


def single(text: str) -> str:
    """A text of one line, without what cannot be shown."""
    return _single(UNSHOWABLE.sub(" ", _normal(text)))


def _single(text: str) -> str:
    return " ".join(text.split())


def _stopped() -> str:
    return f"the rest of the file was not read after {MOST_PROBLEMS} problems; correct these first"


def _one_of(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"


def written(concepts: Iterable[Concept]) -> str:
    """The concepts in text form, to be read again to the same."""
    return "\n\n".join("\n".join(lines(concept)) for concept in concepts) + "\n"


def lines(concept: Concept) -> Iterator[str]:
    """The lines of a concept in text form."""
    yield f"[{concept.term}]"
    for key, kind in LABELS.items():
        values = [value_of(label) for label in concept.labels if label.kind is kind]
        if values:
            yield f"{key}: {'; '.join(values)}"
    for key, relation in RELATIONS.items():
        linked = [term for each, term in concept.links if each is relation]
        if linked:
            yield f"{key}: {'; '.join(linked)}"
    if concept.note:
        yield f"{NOTE}: {concept.note}"


def value_of(label: Label) -> str:
    """The label as it is written."""
    since = f" ({label.since})" if label.since else ""
    return f"{label.text}{since}{'?' if label.ambiguous else ''}"
