"""How much one visitor may ask for: so many questions a minute, and two at the same time."""

from contextlib import AbstractAsyncContextManager

from service.access.rate import Rate
from service.access.turns import Turns
from service.access.visitor import Visitor


class VisitorLimits:
    """The limits of a service; without a rate only questions at the same time are limited."""

    def __init__(self, rate: Rate | None, turns: Turns) -> None:
        self._rate = rate
        self._turns = turns

    def count(self, visitor: Visitor) -> None:
        """Count a question; raises `TooMany`."""
        if self._rate:
            self._rate.count(visitor.name)

    def question(self, visitor: Visitor) -> AbstractAsyncContextManager[None]:
        """While a question of theirs is worked on; raises `TooMany`."""
        return self._turns.of(visitor.name)
