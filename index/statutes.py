"""Laws and their paragraphs as one term each: "servicelovens § 107", "SEL § 107" and "§ 107 i lov
om social service" are the same place, and "§ 107" of another law is another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

# "§ 107 i" is the paragraph and a small word; no "§ 107 i" with a letter is known.
NUMBERS = r"\d+(?: ?[a-hj-z](?![a-zæøå]))?"
LIST = rf"{NUMBERS}(?:(?:, stk\. ?\d+)?(?:, | og | eller | samt |-|–){NUMBERS})*"
PARAGRAPHS = re.compile(rf"§{{1,2}} ?({LIST})", re.IGNORECASE)
ONE = re.compile(rf"(?<!stk\. )(?<!stk\.)(?<!\d)({NUMBERS})", re.IGNORECASE)
NEAR = 60  # characters between a paragraph and the law it belongs to
# What a document says between two places where a law was renumbered.
RENUMBERED = re.compile(
    r"\b(?:tidligere|hidtidige?|nuværende|før|nu|erstatter|afløser|afløst af|svarer til)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph of a law, and where it stands in a text."""

    law: str
    paragraph: str
    start: int
    end: int

    @property
    def term(self) -> str:
        """The place as one term."""
        return f"§{self.paragraph}={self.law}"


class Statutes:
    """Finds places in laws; `names` are the words for a law, lower case, each with the law."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._law = names
        longest_first = sorted(self._law, key=len, reverse=True)
        joined = "|".join(re.escape(name) for name in longest_first)
        self._names = re.compile(rf"\b({joined})s?\b", re.IGNORECASE) if joined else None

    def cited(self, text: str) -> list[Cited]:
        """The paragraphs in `text` whose law stands near."""
        if "§" not in text or self._names is None:
            return []
        laws = [
            (m.start(), m.end(), self._law[m[1].casefold()]) for m in self._names.finditer(text)
        ]
        return list(_cited(text, laws)) if laws else []

    def same(self, texts: Iterable[str]) -> dict[str, str]:
        """Places that a document says to be the same under another number, both ways."""
        found: dict[str, str] = {}
        for text in texts:
            cited = self.cited(text)
            for one, other in pairwise(cited):
                between = text[one.end : other.start]
                if one.law != other.law and len(between) < NEAR and RENUMBERED.search(between):
                    found.setdefault(one.term, other.term)
                    found.setdefault(other.term, one.term)
        return found


def _cited(text: str, laws: list[tuple[int, int, str]]) -> Iterator[Cited]:
    for match in PARAGRAPHS.finditer(text):
        nearest = min(laws, key=lambda law: _between(text, match, law))
        law = nearest[2]
        if _between(text, match, nearest) < NEAR:
            for number in ONE.finditer(match[1]):
                plain = number[1].lower().replace(" ", "")
                yield Cited(law, plain, match.start(), match.end())


def _between(text: str, match: re.Match[str], law: tuple[int, int, str]) -> int:
    """Characters between; of two laws as near, the one before it counts ("servicelovens § 107").

    None where the paragraph is said to be in the law ("§ 107 i lov om social service").
    """
    start, end, _ = law
    if end <= match.start():
        return match.start() - end
    inside = text[match.end() : start].strip() in ("i", "efter", "af")
    return 0 if inside else start - match.end() + 1
