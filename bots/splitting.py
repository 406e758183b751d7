"""Long plain text in pieces that a platform takes, cut where a reader would pause."""

import re
from collections.abc import Callable, Iterator

# Where a piece may end, best first: after a paragraph, a line, a sentence, a word.
PAUSES = tuple(map(re.compile, (r"\n{2,}", r"\n", r"[.!?:;][\"”“»)\]]*\s+", r"\s+")))
LEAST = 0.5  # of the limit; a piece that is shorter for the sake of its end looks torn
# What hangs on the sign before it: combining marks, joiners, variation selectors, skin tones.
HANGING = re.compile(r"[\u0300-\u036f\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
JOINER = "\u200d"


def pieces(text: str, limit: int, size: Callable[[str], int] = len) -> list[str]:
    """`text` in pieces of at most `limit`, which joined are `text` again.

    `size` is how long a platform holds a text to be, where that is more than the number of its
    characters; it must grow with the text. A word is cut only where it alone is longer.
    """
    return list(_pieces(text, limit, size))


def utf16(text: str) -> int:
    """The length as JavaScript and C# count it: signs outside the basic plane count as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _pieces(text: str, limit: int, size: Callable[[str], int]) -> Iterator[str]:
    while len(text) > limit or size(text) > limit:
        end = _end(text, _most(text, limit, size))
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def _most(text: str, limit: int, size: Callable[[str], int]) -> int:
    """How many characters fit, one at least."""
    low, high = 1, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if size(text[:middle]) <= limit else (low, middle - 1)
    return low


def _end(text: str, most: int) -> int:
    """Where the piece of at most `most` characters ends."""
    for pause in PAUSES:
        ends = [found.end() for found in pause.finditer(text, 0, most)]
        if ends and ends[-1] >= most * LEAST:
            return ends[-1]
    ends = [found.end() for found in PAUSES[-1].finditer(text, 0, most)]
    return ends[-1] if ends else _whole_sign(text, most)


def _whole_sign(text: str, most: int) -> int:
    """Back to where no sign is cut from what hangs on it."""
    end = most
    while end > 1 and (HANGING.match(text, end) or text[end - 1] == JOINER):
        end -= 1
    return end if end > 1 else most
