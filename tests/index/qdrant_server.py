"""A stand-in for a Qdrant server on loopback, as no real one can be installed for the tests.

Requests travel over HTTP and are taken only in the form of Qdrant's published interface (the models
of `qdrant-client`, which forbid what they do not know), on its paths, with its errors. What is
found is up to the client's own local mode.

Proved with it: what is sent and how answers and errors are taken, the life of collections, the same
results as Edge. Not proved: a real server's own behaviour, its speed, a cluster of several nodes.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic import BaseModel, ValidationError
from qdrant_client import QdrantClient, models
from qdrant_client.http.models import (
    CountRequest,
    CreateCollection,
    CreateFieldIndex,
    PointRequest,
    PointsList,
    QueryRequest,
)

from index import Server


class Refused(Exception):
    """An answer that is none: its status and what it says."""


class StandIn:
    """Collections behind the paths of Qdrant; `asked` is every request as method and path."""

    def __init__(self, key: str | None) -> None:
        self.key = key
        self.asked: list[tuple[str, str]] = []
        self.indexed: dict[str, dict[str, str]] = {}
        self.made: dict[str, Any] = {}
        self.before: Callable[[str, str], None] = lambda method, path: None
        self._lock = threading.Lock()
        self._local = QdrantClient(":memory:")

    def answer(self, method: str, path: str, body: Any) -> Any:
        """What Qdrant would give as `result`; raises `Refused`."""
        self.before(method, path)
        with self._lock:
            self.asked.append((method, path))
            match method, path.strip("/").split("/"):
                case "GET", ["collections"]:
                    return self._local.get_collections()
                case _, ["collections", name, *rest]:
                    return self._collection(method, name, "/".join(rest), body)
        raise Refused(404, "Not found")

    def names(self) -> list[str]:
        """The collections there are."""
        return sorted(one.name for one in self._local.get_collections().collections)

    def drop(self, name: str) -> None:
        """As an operator would, behind our back."""
        self._local.delete_collection(name)

    def lose(self, name: str, point: int) -> None:
        """Lose one of the points."""
        self._local.delete(name, [point])

    def close(self) -> None:
        self._local.close()

    def _collection(self, method: str, name: str, rest: str, body: Any) -> Any:
        if (method, rest) == ("DELETE", ""):
            return self._local.delete_collection(name)
        if (method, rest) == ("PUT", ""):
            return self._create(name, self._checked(CreateCollection, body))
        if not self._local.collection_exists(name):
            raise Refused(404, f"Not found: Collection `{name}` doesn't exist!")
        match method, rest:
            case "PUT", "index":
                wanted = self._checked(CreateFieldIndex, body)
                self.indexed.setdefault(name, {})[wanted.field_name] = wanted.field_schema
                return _done()
            case "PUT", "points":
                self._local.upsert(name, self._checked(PointsList, body).points)
                return _done()
            case "POST", "points":
                got = self._checked(PointRequest, body)
                return self._local.retrieve(name, got.ids, got.with_payload, bool(got.with_vector))
            case "POST", "points/query":
                return self._found(name, self._checked(QueryRequest, body))
            case "POST", "points/count":
                return self._local.count(name, self._checked(CountRequest, body).filter)
        raise Refused(404, "Not found")

    def _create(self, name: str, wanted: CreateCollection) -> bool:
        if self._local.collection_exists(name):
            raise Refused(409, f"Wrong input: Collection `{name}` already exists!")
        self.made[name] = wanted
        return self._local.create_collection(name, wanted.vectors, wanted.sparse_vectors)

    def _found(self, name: str, wanted: QueryRequest) -> Any:
        return self._local.query_points(
            name,
            query=wanted.query,
            using=wanted.using,
            query_filter=wanted.filter,
            limit=wanted.limit or 10,
            with_payload=bool(wanted.with_payload),
        )

    @staticmethod
    def _checked(form: type[Any], body: Any) -> Any:
        try:
            return form.model_validate(body)
        except ValidationError as error:
            raise Refused(400, f"Format error in JSON body: {error}") from error


def _done() -> models.UpdateResult:
    return models.UpdateResult(operation_id=0, status=models.UpdateStatus.COMPLETED)


@contextmanager
def serving(stand_in: StandIn) -> Iterator[Server]:
    """The stand-in on a free port of this machine, for as long as this lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_request(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            if stand_in.key not in (None, self.headers.get("api-key")):
                self.reply(401, b"Must provide an API key or an Authorization bearer token")
                return
            try:
                result = stand_in.answer(self.command, self.path.partition("?")[0], body)
            except Refused as refused:
                status, said = refused.args
                self.reply(status, json.dumps({"status": {"error": said}, "time": 0.0}).encode())
            else:
                told = {"result": _plain(result), "status": "ok", "time": 0.0}
                self.reply(200, json.dumps(told).encode())

        do_GET = do_PUT = do_POST = do_DELETE = do_request

        def reply(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        running = threading.Thread(target=http.serve_forever, args=(0.01,))
        running.start()
        try:
            yield Server(f"http://127.0.0.1:{http.server_port}", stand_in.key)
        finally:
            http.shutdown()
            running.join()


def _plain(result: Any) -> Any:
    if isinstance(result, BaseModel):
        return json.loads(result.model_dump_json(exclude_none=True))
    return [_plain(one) for one in result] if isinstance(result, list) else result
