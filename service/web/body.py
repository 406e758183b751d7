"""The body of a request, whole before anything is done with it."""

from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive


class TooLarge(Exception):
    """A body over the limit."""


async def whole(receive: Receive, limit: int) -> bytes:
    """The body; raises `TooLarge`, and `ClientDisconnect` where the client goes away."""
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > limit:
            raise TooLarge
        more = message.get("more_body", False)
    return body


def again(body: bytes, receive: Receive) -> Receive:
    """`receive` from the beginning, after the whole `body` was read from it."""
    unread: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        return unread.pop() if unread else await receive()

    return receive_again
