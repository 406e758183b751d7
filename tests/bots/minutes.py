"""Minutes of the planted region, all of them open, and an index that follows them."""

from pathlib import Path

from index import Updater
from tests.service.rights.closed_items import closed_items
from tests.service.rights.planted import Order, Size, minutes

OPEN = Size(minutes=1, closed_documents=0)
NOTHING = closed_items(1)[0]


class Collection:
    """A folder of minutes and the home that they are indexed in."""

    def __init__(self, folder: Path) -> None:
        self.documents, self.home = folder / "documents", folder / "home"
        self.documents.mkdir()

    def write(self, n: int, name: str = "", **changed: str) -> Path:
        """Minutes number `n`, with words `changed` for others."""
        text = minutes(n, [], NOTHING, Order.WITHOUT, OPEN)
        for word, other in changed.items():
            text = text.replace(word, other)
        path = self.documents / (name or f"referat-{n}.txt")
        path.write_text(text, "utf-8")
        return path

    def index(self) -> None:
        """Bring the index in step."""
        Updater(self.home).update(self.documents, confirm=True)
