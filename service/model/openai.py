"""An OpenAI-compatible server as a LlamaIndex model, with the connection under our control.

Importing this module imports LlamaIndex and openai (2 seconds); only who has a model set does.
"""

import time
from collections.abc import Callable, Iterator

import httpx
from llama_index.core.llms import LLM
from llama_index.llms.openai_like import OpenAILike

from service.model.call import UNDER_WAY
from service.model.options import ModelSettings

# openai adds what the machine is, and an organisation from the environment; nobody asked for that.
SENT = frozenset(
    "accept accept-encoding authorization connection content-length content-type host".split()
)
OVERHEAD = 400  # bytes on the wire for a character: each comes in a JSON chunk of its own
TOKENS = 900


def http_client(
    settings: ModelSettings, clock: Callable[[], float] = time.monotonic
) -> httpx.Client:
    """Connections that follow no redirect and no proxy, and end in time; close it at the end."""
    # Each call has a line of its own, so that cutting it off ends nothing else; beside what a model
    # takes, a new one costs little.
    lines = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
    transport = Bounded(lines, settings.deadline, settings.longest * OVERHEAD, clock)
    return httpx.Client(transport=transport, follow_redirects=False, trust_env=False)


def openai_like(settings: ModelSettings, client: httpx.Client) -> LLM:
    """The model of `settings`, without retries of its own."""
    llm: LLM = OpenAILike(
        model=settings.model,
        api_base=settings.base_url,
        api_key=settings.key or "none",
        is_chat_model=True,
        temperature=0.0,
        max_tokens=TOKENS,
        max_retries=0,
        timeout=settings.deadline,
        http_client=client,
    )
    return llm


class Bounded(httpx.BaseTransport):
    """Ends every answer after `seconds` and `most` bytes, whatever the server drips.

    A read timeout begins anew with each byte, so without this a thread could wait for ever.
    """

    def __init__(
        self,
        inner: httpx.BaseTransport,
        seconds: float,
        most: int,
        clock: Callable[[], float],
    ) -> None:
        self._inner = inner
        self._seconds = seconds
        self._most = most
        self._clock = clock

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send what is needed; packed answers are refused, they can unpack to any size."""
        for name in [name for name in request.headers if name not in SENT]:
            del request.headers[name]
        request.headers["accept-encoding"] = "identity"
        if call := UNDER_WAY.get():
            request.extensions = {**request.extensions, "trace": call.traced}
        until = self._clock() + self._seconds
        response = self._inner.handle_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            response.close()
            raise httpx.DecodingError("a packed answer", request=request)
        assert isinstance(response.stream, httpx.SyncByteStream)
        response.stream = _Limited(response.stream, until, self._most, self._clock)
        return response

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


class _Limited(httpx.SyncByteStream):
    def __init__(
        self, inner: httpx.SyncByteStream, until: float, most: int, clock: Callable[[], float]
    ) -> None:
        self._inner = inner
        self._until = until
        self._left = most
        self._clock = clock

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._inner:
            self._left -= len(piece)
            if self._left < 0 or self._clock() > self._until:
                raise httpx.ReadTimeout("the answer does not end")
            yield piece

    def close(self) -> None:
        self._inner.close()
