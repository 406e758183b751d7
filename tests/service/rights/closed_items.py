"""Closed items of our own making, each with words that stand nowhere else in the world."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

# What only closed documents have: a body, an edition, and an abbreviation with its meaning.
CLOSED_BODY, CLOSED_EDITION = "Grundfondsudvalget", "2031-2032"
CLOSED_NAME, CLOSED_SHORT = "Ejendomsgarantipuljen", "EGPØ"
CLOSED_MARKS = tuple(map(str.casefold, (CLOSED_BODY, CLOSED_EDITION, CLOSED_NAME)))
BEGIN, VOWELS, MIDDLE, END = "bdfghjklmnprstv", "aeiou", "bdfglmnprstv", "fgklmnprst"


@dataclass(frozen=True, slots=True)
class ClosedItem:
    """What a closed item says, each in a word, a figure or a number that it alone has.

    `word` is the place it is about, `person` a surname, `figure` an amount, `case` the case's
    number; the others stand in its title, in the name of its annex and in a cell of its table.
    """

    word: str
    person: str
    figure: str
    case: str
    titled: str
    annexed: str
    cell: str

    @property
    def title(self) -> str:
        """The item's title."""
        return f"Køb af {self.titled.capitalize()}gården"

    @property
    def annex(self) -> str:
        """The name of its annex, which follows it in full."""
        return f"Notat om {self.annexed}planen"

    @property
    def place(self) -> str:
        """The name of what it is about."""
        return f"{self.word.capitalize()}huset"

    @property
    def name(self) -> str:
        """Who is named in it."""
        return f"Vagn {self.person.capitalize()}"

    @property
    def case_sentence(self) -> str:
        """What its case says."""
        return f"{self.name} ønsker at sælge {self.place} for {self.figure} kr."

    @property
    def decision(self) -> str:
        """What was decided."""
        return f"Det blev besluttet at købe {self.place} for {self.figure} kr."

    @property
    def marks(self) -> tuple[str, ...]:
        """What must not be found in any reply, in small letters."""
        bare = self.figure.replace(".", "")
        words = (self.word, self.person, self.titled, self.annexed, self.cell)
        return (*words, self.figure, bare, self.case)


def closed_items(count: int, seed: int = 6) -> tuple[ClosedItem, ...]:
    """So many closed items, of which no two share a word or a figure."""
    chance = random.Random(seed)
    words = _words(chance)
    figures = chance.sample(range(3_000_000, 9_000_000), count)
    return tuple(
        ClosedItem(
            *islice(words, 2), f"{figure:_}".replace("_", "."), f"2025-9{n:05d}", *islice(words, 3)
        )
        for n, figure in enumerate(figures)
    )


def _words(chance: random.Random) -> Iterator[str]:
    """Words that can be said and that are none, such as "bafomil", each once."""
    letters = (BEGIN, VOWELS, MIDDLE, VOWELS, MIDDLE, VOWELS, END)
    said: set[str] = set()
    while True:
        word = "".join(chance.choice(those) for those in letters)
        if word[:5] not in said:
            said.add(word[:5])
            yield word
