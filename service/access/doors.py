"""What each route needs of who asks: one table, and a route that is not in it is not served."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from service.access.visitor import Scope


@dataclass(frozen=True, slots=True)
class Door:
    """The routes under `path` (`{}` stands for one step, `{*}` for the rest), by any of `methods`.

    `scope` is what a visitor needs, `None` where anybody may come in without being asked who they
    are. `counted` says that a use of it is a question, which a visitor may ask only so many of.
    """

    path: str
    methods: frozenset[str]
    scope: Scope | None
    counted: bool = False

    def opens(self, method: str, path: str) -> bool:
        """Whether a request comes through here."""
        return method in self.methods and self.leads(path)

    def leads(self, path: str) -> bool:
        """Whether `path` is behind it, by whatever method."""
        pattern = re.escape(self.path).replace(r"\{\*\}", ".*").replace(r"\{\}", "[^/]+")
        return re.fullmatch(pattern, path, re.DOTALL) is not None


def _door(methods: str, path: str, scope: Scope | None, *, counted: bool = False) -> Door:
    return Door(path, frozenset(methods.split()), scope, counted)


DOORS = (
    _door("GET", "/health", None),
    _door("GET", "/ready", None),
    _door("GET", "/metrics", Scope.METRICS),
    _door("GET", "/static/{*}", None),
    _door("GET", "/docs", None),
    _door("GET", "/openapi.json", None),
    # For programs
    _door("POST", "/v1/ask", Scope.READ, counted=True),
    _door("POST", "/v1/search", Scope.READ, counted=True),
    _door("GET", "/v1/documents", Scope.READ),
    _door("GET", "/v1/documents/{}", Scope.READ),
    _door("GET", "/v1/documents/{}/text", Scope.READ),
    _door("GET", "/v1/documents/{}/file", Scope.READ, counted=True),  # up to 200 MB in memory
    _door("GET POST", "/v1/decisions", Scope.READ, counted=True),
    _door("GET POST", "/v1/timeline", Scope.READ, counted=True),
    _door("POST", "/v1/feedback", Scope.READ, counted=True),
    _door("GET", "/v1/status", Scope.READ),
    _door("POST", "/v1/chat/completions", Scope.READ, counted=True),
    _door("GET", "/v1/models", Scope.READ),
    _door("GET", "/v1/models/{}", Scope.READ),
    _door("POST", "/mcp", Scope.READ),  # a tool that is called counts itself
    # For people
    _door("GET", "/", Scope.READ),
    _door("POST", "/", Scope.READ, counted=True),
    _door("GET", "/soeg", Scope.READ),
    _door("POST", "/soeg", Scope.READ, counted=True),
    _door("GET", "/beslutninger", Scope.READ),
    _door("POST", "/beslutninger", Scope.READ, counted=True),
    _door("GET", "/forloeb", Scope.READ),
    _door("POST", "/forloeb", Scope.READ, counted=True),
    _door("GET", "/samling", Scope.READ),
    _door("GET", "/kilder/{*}", Scope.READ),
    _door("POST", "/vurdering", Scope.READ, counted=True),
    _door("GET", "/om", None),
    _door("GET POST", "/log-ind", None),
    _door("GET", "/log-ind/start", None),
    _door("GET", "/log-ind/svar", None),
    _door("POST", "/log-ud", None),
)


def methods(path: str, doors: Iterable[Door] = DOORS) -> frozenset[str]:
    """By which methods there is a door at `path`."""
    return frozenset(method for door in doors if door.leads(path) for method in door.methods)


def door(method: str, path: str, doors: Iterable[Door] = DOORS) -> Door | None:
    """The door a request comes through; `None` where there is none."""
    asked = "GET" if method == "HEAD" else method
    return next((door for door in doors if door.opens(asked, path)), None)
