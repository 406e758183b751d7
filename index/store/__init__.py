"""Passages in a search engine: in this process, or on a Qdrant server."""

from pathlib import Path

from index.store.edge import EdgeEngine
from index.store.points import Scored, Vectors
from index.store.port import Engine, Server, Store, Write

__all__ = ["Engine", "Scored", "Server", "Store", "Vectors", "Write", "engine"]


def engine(server: Server | None, home: Path) -> Engine:
    """What keeps the passages of `home`: the server where one is given, else Qdrant Edge."""
    if server is None:
        return EdgeEngine()
    from index.store.server import ServerEngine  # its client takes a second or two to import

    return ServerEngine(server, home)
