"""What a check found out about a question."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with the question `id`, and what to do.

    A `doubt` is for a person to look at, and may be right as it is.
    """

    id: str
    says: str
    doubt: bool = False
