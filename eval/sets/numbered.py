"""Questions of a file with their places in it, before they are taken for a set."""

from dataclasses import dataclass
from pathlib import Path

from eval.errors import BadSet, Fault
from eval.sets.item import Item
from eval.sets.row import Row, State


@dataclass(frozen=True, slots=True)
class Numbered:
    """The rows that could be read, each with its place ("line 3"), and the faults of the others."""

    rows: tuple[tuple[str, Row], ...]
    faults: tuple[Fault, ...] = ()

    def items(self, path: Path, *, proposals: bool = False) -> tuple[Item, ...]:
        """The questions, those left out that a person dropped.

        Raises `BadSet` with all faults; a proposal that nobody has accepted is one, unless
        `proposals` are wanted too.
        """
        faults = [*self.faults, *self._doubled(), *([] if proposals else self._open())]
        kept = [row.item() for _, row in self.rows if row.status is not State.DROPPED]
        if not kept and not faults:
            faults = [Fault("", "no questions in it; write one in each line")]
        if faults:
            raise BadSet(path, faults)
        return tuple(kept)

    def places(self) -> dict[str, str]:
        """Where each question stands, by its id."""
        return {str(row.id): place for place, row in self.rows}

    def _doubled(self) -> list[Fault]:
        first: dict[str, str] = {}
        return [
            Fault(place, f"the id '{row.id}' stands already in {before}; give each its own")
            for place, row in self.rows
            if (before := first.setdefault(str(row.id), place)) != place
        ]

    def _open(self) -> list[Fault]:
        """One fault for all that nobody has judged; forty of the same kind would bury the rest."""
        waiting = [place for place, row in self.rows if row.status is State.PROPOSED]
        if not waiting:
            return []
        span = waiting[0] if len(waiting) == 1 else f"{waiting[0]} to {waiting[-1]}"
        says = (
            f"{len(waiting)} of {len(self.rows)} are proposals; read each, and set its status to "
            f"'{State.ACCEPTED}' or '{State.DROPPED}'"
        )
        return [Fault(span, says)]
