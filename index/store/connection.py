"""A connection to a Qdrant server, whose failures are told as errors of ours."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from qdrant_client import QdrantClient
from qdrant_client.common.client_exceptions import ResourceExhaustedResponse
from qdrant_client.http.exceptions import ResponseHandlingException, UnexpectedResponse

from index.errors import IndexDamaged, SearchIndexError, ServerRefused, ServerUnreachable
from index.store.port import Server

TIMEOUT = 20  # seconds for one request; a cluster may take several to make a collection
NO_ENTRY, NOT_FOUND = (401, 403), 404
SHOWN = 200  # characters of what a server says


class Connection:
    """A client of one server."""

    def __init__(self, server: Server) -> None:
        # The key goes as a header: given as a key, the client warns of plain http each time, which
        # is how servers inside one machine or network are reached.
        headers = {"api-key": server.api_key} if server.api_key else None
        self._url = server.url
        self._client = QdrantClient(
            url=server.url, headers=headers, timeout=TIMEOUT, check_compatibility=False
        )

    @contextmanager
    def asking(self, collection: str = "") -> Iterator[QdrantClient]:
        """The client, for one thing to ask about `collection`.

        Raises `ServerUnreachable`, `ServerRefused`, and `IndexDamaged` where the server has no
        such collection any more.
        """
        try:
            yield self._client
        except ResponseHandlingException as error:
            raise ServerUnreachable(self._url, str(error.source)) from error
        except ResourceExhaustedResponse as error:
            raise ServerUnreachable(self._url, "it is busy") from error
        except UnexpectedResponse as error:
            raise self._told(error, collection) from error
        except ValueError as error:  # what came is no JSON
            raise ServerUnreachable(self._url, "what answers there is no Qdrant") from error

    def damaged(self, collection: str) -> IndexDamaged:
        """The error for a collection that does not hold what was written to it."""
        return IndexDamaged(f"collection {collection} at {self._url}")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _told(self, error: UnexpectedResponse, collection: str) -> SearchIndexError:
        said = _said(error.content)
        if error.status_code in NO_ENTRY:
            return ServerRefused(self._url, said or str(error.status_code))
        if said is None:
            return ServerUnreachable(self._url, f"what answers there says {error.status_code}")
        if error.status_code == NOT_FOUND and collection:
            return self.damaged(collection)
        return ServerUnreachable(self._url, f"{error.status_code}: {said}")


def _said(content: bytes) -> str | None:
    """What Qdrant gives as the reason; `None` where it was not Qdrant that answered."""
    try:
        return str(json.loads(content)["status"]["error"])[:SHOWN]
    except (ValueError, KeyError, TypeError):
        return None
