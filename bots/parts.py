"""What a bot is made of."""

from dataclasses import dataclass

from bots.ports import Desk, Memory, Newsroom


@dataclass(frozen=True, slots=True)
class Parts:
    """All that a bot asks; `bots.build` puts them together. `site` is the web page's address."""

    desk: Desk
    memory: Memory
    newsroom: Newsroom
    site: str | None = None
