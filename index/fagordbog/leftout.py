"""What an import leaves out, told by the reason."""

from collections import defaultdict

from index.fagordbog.text import single

SHOWN, LONGEST = 3, 80  # examples, and characters of one


class LeftOut:
    """Counts what was left out, and keeps a few examples."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = defaultdict(int)
        self._examples: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, reason: str, example: str) -> None:
        """One more for that reason."""
        self._counts[reason] += 1
        examples = self._examples[reason]
        if len(examples) <= SHOWN:
            examples[single(example)[:LONGEST]] = None

    def told(self) -> tuple[str, ...]:
        """A line a reason."""
        return tuple(self._line(reason, count) for reason, count in self._counts.items())

    def _line(self, reason: str, count: int) -> str:
        examples = list(self._examples[reason])
        more = ", …" if len(examples) > SHOWN else ""
        return f"{reason}: {count} ({', '.join(examples[:SHOWN])}{more})"
