"""Doubles of who asks: everybody is anybody, and may ask as much as they like."""

from contextlib import AbstractAsyncContextManager, nullcontext

from service.access.port import Presented
from service.access.visitor import Visitor, anonymous


class OpenAccess:
    """Takes everybody for anybody."""

    def visitor(self, presented: Presented) -> Visitor:
        """Anybody at that address."""
        return anonymous(presented.address)


class NoLimits:
    """Lets everybody ask as much as they like."""

    def count(self, visitor: Visitor) -> None:
        """Not counted."""

    def question(self, visitor: Visitor) -> AbstractAsyncContextManager[None]:
        """Nothing to wait for."""
        return nullcontext()
