"""What the web application is made of."""

from dataclasses import dataclass

from service.access.port import Limits, Recogniser
from service.archive.port import Archive
from service.ports import Assistant


@dataclass(frozen=True, slots=True)
class Parts:
    """All that the application asks; `service.build` puts them together."""

    assistant: Assistant
    archive: Archive
    recogniser: Recogniser
    limits: Limits
