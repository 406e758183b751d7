"""Questions that a collection asks itself: of each it is known which passages answer it.

The words of such questions come from the documents, which favours the lexical leg; people ask in
other words. Therefore what is asked never stands in the text that is searched: titles and contexts
are left out of it, the outcome that asks for its case, and the sentence that asks for what stood
around it (the inverse cloze task of Lee, Chang and Toutanova 2019). And half of the questions are
asked in other words, as far as leaving out can do that: without the rare words that they share
with their answers. It stays a comparison of models on one collection, no measure of its quality.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from index.passage import Passage, Ref
from index.sentences import sentences
from index.tokens import TOKEN, telling, words
from ingest.terms import ANNEXES, FRONT, OUTCOMES

WORD = re.compile(TOKEN.pattern, re.IGNORECASE)
QUESTIONS = 200
POOL = 1_000  # passages; embedding more takes long on a processor and changes little
FEWEST_WORDS = 3
LONG_ENOUGH = 6  # telling words of a sentence that says something
SPREAD = 3  # documents; a title that stands in more ("Eventuelt") tells nothing
RARE = 0.05  # of the passages
LISTS = (ANNEXES, FRONT)  # name everything and say nothing

Bare = dict[int, Passage]


@dataclass(frozen=True, slots=True)
class Question:
    """A text, and the ids of the passages that answer it."""

    text: str
    answers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Quiz:
    """Questions, and the passages to search in, as far as they may be read."""

    questions: tuple[Question, ...]
    pool: tuple[Passage, ...]


def quiz(passages: Sequence[Passage]) -> Quiz:
    """Questions to `passages`, the same for the same passages."""
    bare = {p.id: _bare(p) for p in passages if not p.ref.struck and p.ref.section not in LISTS}
    taken: set[int] = set()
    asked = list(islice(_asked(bare, taken), QUESTIONS))
    answers = {id_ for question in asked for id_ in question.answers} - taken
    others = sorted(bare.keys() - answers - taken, key=_shuffled)
    ids = sorted([*answers, *others[: max(0, POOL - len(answers))]])
    pool = {id_: bare[id_] for id_ in ids}
    found = [replace(question, answers=question.answers - taken) for question in asked]
    return Quiz(tuple(_worded(found, pool)), tuple(pool.values()))


def _shuffled(seed: object) -> int:
    """An order that has nothing to do with what the documents say."""
    return zlib.crc32(str(seed).encode())


def _title(ref: Ref) -> str | None:
    return ref.headings[-1] if ref.headings else ref.annex or ref.item_title


def _bare(passage: Passage) -> Passage:
    """Without its context, and without the titles above it where its text repeats them."""
    ref = passage.ref
    above = {ref.title, ref.item_title, ref.annex, *ref.headings}
    lines = [line for line in passage.text.split("\n") if line.strip() not in above]
    return replace(passage, text="\n".join(lines), context="", rows=())


def _asked(bare: Bare, taken: set[int]) -> Iterator[Question]:
    """Questions of all kinds in turn.

    `bare` loses the sentences that are asked, `taken` gains the passages that are.
    """
    times = Counter(sentence for p in bare.values() for sentence in _sentences(p.text))
    once = frozenset(sentence for sentence, found in times.items() if found == 1)
    kinds = (_by_title(bare), _by_outcome(bare, taken, once), _by_sentence(bare, taken, once))
    for one in zip_longest(*kinds):
        yield from (question for question in one if question)


def _by_title(bare: Bare) -> Iterator[Question]:
    """A title asks for the text under it."""
    return _places((_title(passage.ref), passage) for passage in bare.values())


def _by_outcome(bare: Bare, taken: set[int], once: frozenset[str]) -> Iterator[Question]:
    """What was decided asks for the case it decides."""
    for item in _places((passage.ref.item_title, passage) for passage in bare.values()):
        of_item = [bare[id_] for id_ in sorted(item.answers)]
        decided = [p for p in of_item if p.ref.section in OUTCOMES and p.ref.annex is None]
        said = [(p.id, s) for p in decided for s in _saying(p.text) if s in once]
        if said and len(decided) < len(of_item):
            taken.add(said[0][0])
            yield replace(item, text=said[0][1])


def _by_sentence(bare: Bare, taken: set[int], once: frozenset[str]) -> Iterator[Question]:
    """A sentence asks for the passage it was taken out of."""
    for id_ in sorted(bare, key=_shuffled):
        text = bare[id_].text
        inside = [s for s in _saying(text) if s in once and len(s) < len(text) / 2]
        if inside and id_ not in taken:
            said = inside[len(inside) // 2]
            bare[id_] = replace(bare[id_], text=text.replace(said, " "))
            yield Question(said, frozenset({id_}))


def _places(titled: Iterable[tuple[str | None, Passage]]) -> Iterator[Question]:
    """The titles that tell something, and the passages under them in whatever document."""
    under: dict[str, list[Passage]] = defaultdict(list)
    for title, passage in titled:
        if title and passage.text.strip():
            under[title].append(passage)
    for title in sorted(under, key=_shuffled):
        documents = {passage.ref.document for passage in under[title]}
        if len(telling(title)) >= FEWEST_WORDS and len(documents) <= SPREAD:
            yield Question(title, frozenset(passage.id for passage in under[title]))


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _saying(text: str) -> list[str]:
    """Its sentences that say something."""
    return [said for said in _sentences(text) if len(telling(said)) >= LONG_ENOUGH]


def _worded(asked: Iterable[Question], pool: Mapping[int, Passage]) -> Iterator[Question]:
    """The questions as they are asked, every second one in other words."""
    there = {id_: frozenset(words(passage.text)) for id_, passage in pool.items()}
    counts = Counter(word for found in there.values() for word in found)
    rare = {word for word, times in counts.items() if times < RARE * len(there)}
    for question in asked:
        if _shuffled(question.text) % 2:
            shared = rare & frozenset().union(*(there[answer] for answer in question.answers))
            question = replace(question, text=_without(shared, question.text))
        if question.answers and len(telling(question.text)) >= FEWEST_WORDS:
            yield question


def _without(dropped: frozenset[str] | set[str], text: str) -> str:
    return " ".join(token for token in WORD.findall(text) if dropped.isdisjoint(words(token)))
