"""Open access without limits, for trying things and for tests."""

from contextlib import AbstractContextManager, nullcontext

from service.access.port import Presented
from service.access.visitor import Visitor, anonymous


class OpenAccess:
    """Takes everybody for anybody."""

    def visitor(self, presented: Presented) -> Visitor:
        """Anybody at that address."""
        return anonymous(presented.address)


class NoLimits:
    """Lets everybody ask as much as they like."""

    def question(self, visitor: Visitor) -> AbstractContextManager[None]:
        """Nothing to wait for."""
        return nullcontext()
