"""Where a quote stands in a text: its lines, whatever the layout has done to its white space."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz import fuzz

from eval.measures.quotes import letters

Lines = tuple[int, int]
LAYOUT = re.compile(r"[\s\-\N{SOFT HYPHEN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}]+")
ALIKE = 70.0  # of a hundred; below that the nearest words are others


def printed(text: str) -> str:
    """`text` without white space and hyphens, which layout puts in and takes away."""
    return LAYOUT.sub("", text)


class Text:
    """A text of which it is asked many times where something stands; lines end with `\\n` alone."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self.search = lru_cache(maxsize=None)(self._flattened)

    def places(self, quote: str, flat: Callable[[str], str] = printed) -> list[Lines]:
        """First and last line of each place where the quote stands, as `flat` compares them."""
        whole, starts = self.search(flat)
        wanted = flat(quote)
        found: list[Lines] = []
        at = whole.find(wanted) if wanted else -1
        while at >= 0:
            found.append((bisect_right(starts, at), bisect_right(starts, at + len(wanted) - 1)))
            at = whole.find(wanted, at + 1)
        return found

    def nearest(self, quote: str) -> Lines | None:
        """The lines that are most like the quote; `None` where nothing is much like it."""
        whole, starts = self.search(letters)
        found = fuzz.partial_ratio_alignment(letters(quote), whole, score_cutoff=ALIKE)
        if found is None or found.dest_start == found.dest_end:
            return None
        return bisect_right(starts, found.dest_start), bisect_right(starts, found.dest_end - 1)

    def holds(self, lines: Lines, quote: str) -> bool:
        """Whether the quote stands within `lines`."""
        return any(lines[0] <= first and last <= lines[1] for first, last in self.places(quote))

    def between(self, lines: Lines) -> str:
        """What stands in `lines`, as one line."""
        return " ".join(" ".join(self._lines[lines[0] - 1 : lines[1]]).split())

    def _flattened(self, flat: Callable[[str], str]) -> tuple[str, list[int]]:
        """All of it, and where each line begins there."""
        whole, starts, length = [], [], 0
        for line in self._lines:
            starts.append(length)
            whole.append(flat(line))
            length += len(whole[-1])
        return "".join(whole), starts
