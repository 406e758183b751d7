"""The fagordbog's labels as they are looked for in texts: stems that stand near each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from index.compounds import Splitter
from index.fagordbog.concept import Concept, Kind, Label
from index.tokens import EMPTY, SMALL, stem, tokens_of

APART = 0.7  # how surely a compound is meant whose parts stand apart


Stems = tuple[tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A label as stems, the number of its concept, and the label itself.

    `share` is less than 1 where other concepts have the same label, or where the label's parts
    stand for it.
    """

    stems: tuple[str, ...]
    concept: int
    text: str
    kind: Kind
    ambiguous: bool
    share: float


def phrases(
    concepts: Sequence[Concept], splitter: Splitter, stems: Mapping[str, Stems] | None = None
) -> dict[str, list[Phrase]]:
    """The phrases of all concepts, each under the rarest of its stems.

    `stems` are `all_stems` of the concepts, where they are known already.
    """
    stems = stems or all_stems(concepts)
    found: dict[tuple[int, frozenset[str]], _Said] = {}
    for number, concept in enumerate(concepts):
        for label in (concept.preferred, *concept.labels):
            said, worn = stems[label.text]
            if not said:
                continue
            ambiguous = label.ambiguous or worn
            found.setdefault((number, frozenset(said)), (said, label, ambiguous, 1.0))
            parts = splitter.parts(said[0]) if len(said) == 1 else ()
            if len(parts) > 1:
                apart = tuple(dict.fromkeys(parts))
                found.setdefault((number, frozenset(apart)), (apart, label, ambiguous, APART))
    return _arranged(found)


_Said = tuple[tuple[str, ...], Label, bool, float]


def _arranged(found: Mapping[tuple[int, frozenset[str]], _Said]) -> dict[str, list[Phrase]]:
    """Under the rarest stem, each with its share among the concepts of the same label."""
    owners = Counter(stems for _, stems in found)
    common = Counter(chain.from_iterable(stems for _, stems in found))
    under: dict[str, list[Phrase]] = defaultdict(list)
    for (number, key), (stems, label, ambiguous, share) in found.items():
        many = owners[key]
        rarest = stems[0] if len(stems) == 1 else min(stems, key=lambda s: (common[s], s))
        under[rarest].append(
            Phrase(
                stems,
                number,
                label.text,
                label.kind,
                ambiguous,
                share if many == 1 else share * many**-0.5,
            )
        )
    return dict(under)


def all_stems(concepts: Iterable[Concept]) -> dict[str, Stems]:
    """The stems of every label, none where it has only function words, and whether it is worn.

    What is left of "hvem er de ansatte" is one word, and says less than the phrase did. All labels
    are read in one go, which takes a fifth of the time.
    """
    labels = (label.text for concept in concepts for label in (concept.preferred, *concept.labels))
    texts = list(dict.fromkeys(labels))
    read = tokens_of(texts)
    stem_of = {token: stem(token) for token in set(chain.from_iterable(read))}
    made: dict[str, Stems] = {}
    for text, found in zip(texts, read, strict=True):
        telling = any(token not in SMALL for token in found)
        said = dict.fromkeys(stem_of[token] for token in found if token not in EMPTY)
        stems = tuple(said) if telling else ()
        made[text] = stems, len(stems) == 1 and len(found) > 1
    return made
