"""The model's text as it streams in, cut into sentences with the numbers they cite."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index import sentences

MARK = r"\[(?i:kilde |source )?[0-9]{1,3}(?:\s*[,;]\s*[0-9]{1,3}){0,8}\]"
MARKS = re.compile(MARK)
# A sentence ends at its marks: "… kr. [1] Next", "… kr [1]. Next", and at the end of a line.
END = re.compile(
    rf"(?:{MARK}\s*){{1,6}}[.!?][\"”’»“)]*(?=\s+[^\s\[])"
    rf"|[.!?][\"”’»“)]*\s*(?:{MARK}[ \t]*){{1,6}}(?=\s*[\"“”„»'(*•-]*[A-ZÆØÅ0-9§])"
    rf"|(?:{MARK}[ \t]*){{1,6}}\n(?=\s*[^\s\[])"
)
LEAD = re.compile(r"^(?:[-•*–]\s+|[0-9]{1,2}[.)]\s+(?=[A-ZÆØÅ]))")
# A text without an end to its sentences is nonsense, and so is what comes after it.
LONGEST = 1_500
THOUGHTS = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)
THINKING = "<think>"
NO_ANSWER = re.compile(r"\bINTET SVAR\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence without its marks, and the numbers in them, each once and in order."""

    text: str
    citations: tuple[int, ...]


class Stream:
    """Collects pieces of text and gives the sentences that are whole.

    Sentences that cite nothing are given with the next one that does, or at the end.
    """

    def __init__(self) -> None:
        self._held = ""
        self._said = ""
        self._full = False

    @property
    def no_answer(self) -> bool:
        """Whether the model said that the sources do not answer."""
        return bool(NO_ANSWER.search(self._said))

    def feed(self, piece: str) -> Iterator[Claim]:
        """The sentences that `piece` makes whole; what follows a sentence shows that it is."""
        self._held = THOUGHTS.sub("", self._held + piece)
        if THINKING.startswith(self._held.strip()[: len(THINKING)]):
            return
        if len(self._held) > LONGEST:
            self._full = True
        if self._full:
            self._held = ""
            return
        while match := END.search(self._held):
            whole, self._held = self._held[: match.end()], self._held[match.end() :]
            self._said += whole
            yield from claims(whole)

    def rest(self) -> Iterator[Claim]:
        """What is left when the model has ended well."""
        whole, self._held = THOUGHTS.sub("", self._held), ""
        if THINKING not in whole:
            self._said += whole
            yield from claims(whole)


def claims(text: str) -> Iterator[Claim]:
    """The sentences of a text that is whole; marks after a full stop belong to what is before."""
    plain, marks = _without_marks(text)
    ranges = sentences(plain)
    for at, (start, end) in enumerate(ranges):
        following = ranges[at + 1][0] if at + 1 < len(ranges) else len(plain) + 1
        numbers = [n for place, n in marks if (start if at else 0) <= place < following]
        said = LEAD.sub("", re.sub(r"\s+", " ", plain[start:end]).strip().replace("**", ""))
        said = re.sub(r"\s+(?=[.,;:!?])", "", said).strip()
        # "… 5 mio. kr. [1]." leaves the full stop of the abbreviation beside that of the sentence.
        yield Claim(re.sub(r"(?<!\.)\.\.$", ".", said), tuple(dict.fromkeys(numbers)))


def _without_marks(text: str) -> tuple[str, list[tuple[int, int]]]:
    plain = ""
    marks: list[tuple[int, int]] = []
    last = 0
    for match in MARKS.finditer(text):
        plain = (plain + text[last : match.start()]).rstrip(" \t")
        last = match.end()
        numbers = re.findall(r"[0-9]+", match[0])
        marks += [(len(plain), int(number)) for number in numbers]
    return plain + text[last:], marks
