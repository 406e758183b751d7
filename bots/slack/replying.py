"""Response URLs: what is told over them is for one person, so they must be Slack's own."""

import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from typing import Any
from urllib.parse import urlsplit

from slack_bolt.response import BoltResponse

log = logging.getLogger(__name__)
Next = Callable[[], Awaitable[None]]
Middleware = Callable[[dict[str, Any], Next], Coroutine[Any, Any, BoltResponse | None]]


def answering_to(api: str) -> Middleware:
    """Lets requests through that are answered at the Slack whose Web API is at `api`.

    Whoever got hold of the signing secret could else have anybody's private answers sent to them.
    """
    parts = urlsplit(api)
    ours = tuple(f"{parts.scheme}://{host}/" for host in (f"hooks.{parts.netloc}", parts.netloc))

    async def looked(body: dict[str, Any], next_: Next) -> BoltResponse | None:
        if all(str(each).startswith(ours) for each in _addresses(body)):
            await next_()
            return None
        log.error("A request was refused: its response URL is none of Slack's")
        return BoltResponse(status=401)

    return looked


def _addresses(body: dict[str, Any]) -> Iterator[object]:
    """Where Slack says that it can be answered."""
    if "response_url" in body:
        yield body["response_url"]
    for each in body.get("response_urls") or ():
        yield each.get("response_url")
