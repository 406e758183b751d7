"""The index on a Qdrant server: what is sent, what becomes of its collections, and its failures.

`qdrant_server.py` says what the server of these tests proves and what it does not.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from index import (
    EVERYTHING,
    Filters,
    Hit,
    Index,
    IndexDamaged,
    IndexElsewhere,
    Passage,
    SearchIndexError,
    Server,
    ServerRefused,
    ServerUnreachable,
    Updater,
)
from index.store import Vectors, engine
from tests.index.qdrant_server import Refused, StandIn

ROOT = Path(__file__).parent.parent.parent
QUESTION = "midlertidigt botilbud"
UPDATE = "import sys; from pathlib import Path; from index import Server, Updater; "
UPDATE += "home, folder, *server = sys.argv[1:]; "
UPDATE += "Updater(Path(home), server=Server(*server)).update(Path(folder))"
Told = Callable[[list[Hit]], list[tuple[object, ...]]]


@pytest.fixture
def home(tmp_path: Path, folder: Path, server: Server) -> Path:
    """A home whose passages are on the server."""
    Updater(tmp_path / "home", server=server).update(folder)
    return tmp_path / "home"


def found(home: Path, server: Server | None) -> list[Hit]:
    with closing(Index(home, server=server)) as index:
        return index.search(QUESTION, Filters(visibility=EVERYTHING), 50)


def publish(home: Path, folder: Path, server: Server, number: int = 1) -> None:
    (folder / "ny.txt").write_text(f"Udgave {number} om midlertidigt botilbud.")
    Updater(home, server=server).update(folder)


def generations(stand_in: StandIn) -> list[str]:
    return [name.split("-")[2] for name in stand_in.names()]


def test_a_write_and_a_question_in_the_requests_of_qdrant(
    tmp_path: Path, stand_in: StandIn, server: Server, passage: Callable[..., Passage]
) -> None:
    (tmp_path / "index").mkdir()
    kept = engine(server, tmp_path)

    kept.writing("g000007")(tmp_path / "open", [(passage(1, "x"), Vectors({5: 1.0}, [0.5]))], 1)
    with closing(kept.open(tmp_path / "open")) as store:
        store.lexical({5: 1.0}, Filters(), 3)
        store.lexical({5: 2.0}, Filters(), 3)  # the passage is remembered

    (name,) = stand_in.names()
    there = f"/collections/{name}"
    assert name.endswith("-g000007-open")
    assert stand_in.asked == [
        ("DELETE", there),
        ("PUT", there),
        *[("PUT", f"{there}/index")] * 7,
        ("PUT", f"{there}/points"),
        ("POST", f"{there}/points/count"),
        ("POST", f"{there}/points/query"),
        ("POST", f"{there}/points"),
        ("POST", f"{there}/points/query"),
    ]
    assert stand_in.indexed[name] == {
        **dict.fromkeys(("visibility", "kind", "body", "punkt", "section", "edition"), "keyword"),
        "held": "datetime",
    }
    assert stand_in.made[name].model_dump(exclude_none=True, mode="json") == {
        "vectors": {"dense": {"size": 1, "distance": "Cosine"}},
        "sparse_vectors": {"lexical": {"modifier": "idf"}},
        "shard_number": 1,
    }


def test_an_index_on_a_server_finds_what_one_in_the_home_finds(
    tmp_path: Path, home: Path, folder: Path, server: Server, told: Told
) -> None:
    Updater(tmp_path / "edge").update(folder)

    there, here = told(found(home, server)), told(found(tmp_path / "edge", None))

    assert [(text, *place) for text, _, *place in there] == [(t, *place) for t, _, *place in here]
    assert [fact[1] for fact in there] == pytest.approx([fact[1] for fact in here], rel=1e-5)


def test_more_passages_than_go_into_one_request_are_all_there(
    tmp_path: Path, server: Server, passage: Callable[..., Passage]
) -> None:
    (tmp_path / "index").mkdir()
    kept, total = engine(server, tmp_path), 300
    points = ((passage(n, "takst"), Vectors({1: 1.0})) for n in range(total))

    assert kept.writing("g000001")(tmp_path / "open", points) == total
    with closing(kept.open(tmp_path / "open")) as store:
        assert [one.passage.id for one in store.lexical({1: 1.0}, Filters(), total)] == [
            *range(total)
        ]


def test_closed_passages_have_a_collection_of_their_own(
    tmp_path: Path, stand_in: StandIn, server: Server, folder: Path
) -> None:
    text = "Referat\n\nMødet den 01.05.2025\n\nGruppen\n\n"
    for number, mark, title in (("1", "Åben", "Botilbud"), ("2", "Lukket", "Køb af zeppeliner")):
        text += f"{mark}\n\nPunkt {number}.\n\n{title}\n\nBeslutning:\n\nGodkendt\n\n"
    (folder / "referat.txt").write_text(text)
    Updater(tmp_path / "home", server=server).update(folder)

    with closing(Index(tmp_path / "home", server=server)) as index:
        seen = index.search("zeppeliner", Filters())
        known = index.search("zeppeliner", Filters(visibility=EVERYTHING))

    assert [name.rsplit("-")[-1] for name in stand_in.names()] == ["all", "open"]
    assert "Køb af zeppeliner" in known[0].passage.context
    assert "zeppelin" not in repr(seen)


def test_only_the_collections_of_the_last_two_generations_stay(
    home: Path, folder: Path, stand_in: StandIn, server: Server
) -> None:
    for number in range(3):
        publish(home, folder, server, number)

    assert generations(stand_in) == ["g000003", "g000004"]


def test_collections_of_others_are_left_alone(
    tmp_path: Path, home: Path, folder: Path, stand_in: StandIn, server: Server
) -> None:
    other = tmp_path / "other"
    Updater(other, server=server).update(folder)
    strange = stand_in.names()
    for number in range(3):
        publish(home, folder, server, number)

    assert len(set(stand_in.names()) & set(strange)) == 1
    assert found(other, server)


@pytest.mark.parametrize("damage", ["", "aftalesvar-", "\0" * 8])
def test_a_damaged_note_of_the_homes_names_costs_no_other_collection(
    home: Path, folder: Path, stand_in: StandIn, server: Server, damage: str
) -> None:
    (home / "index" / "COLLECTIONS").write_text(damage)
    before = stand_in.names()

    publish(home, folder, server)

    assert set(before) < set(stand_in.names())
    assert found(home, server)


def test_an_update_killed_while_it_writes_leaves_nothing_in_use(
    home: Path, folder: Path, stand_in: StandIn, server: Server, told: Told
) -> None:
    expected = told(found(home, server))
    (folder / "ny.txt").write_text("En udgave om midlertidigt botilbud.")
    writing = threading.Event()
    killed = threading.Event()

    def hold(method: str, path: str) -> None:
        if (method, path.rsplit("/")[-1]) == ("PUT", "points"):
            writing.set()
            killed.wait(60)

    stand_in.before = hold
    command = [
        sys.executable,
        "-c",
        UPDATE,
        str(home),
        str(folder),
        server.url,
        server.api_key or "",
    ]
    with subprocess.Popen(command, cwd=ROOT) as update:
        assert writing.wait(60)
        update.kill()
    killed.set()
    stand_in.before = lambda method, path: None

    assert generations(stand_in) == ["g000001", "g000002"]
    assert told(found(home, server)) == expected
    (folder / "ny.txt").unlink()
    Updater(home, server=server).update(folder, confirm=True)
    assert generations(stand_in) == ["g000001"]
    assert told(found(home, server)) == expected


def test_a_failed_update_leaves_the_index_in_use(
    home: Path, folder: Path, stand_in: StandIn, server: Server, told: Told
) -> None:
    expected = told(found(home, server))

    def full(method: str, path: str) -> None:
        if (method, path.rsplit("/")[-1]) == ("PUT", "points"):
            raise Refused(507, "Insufficient storage")

    stand_in.before = full
    with pytest.raises(ServerUnreachable, match="507: Insufficient storage"):
        publish(home, folder, server)
    stand_in.before = lambda method, path: None

    assert told(found(home, server)) == expected


def test_a_server_that_fails_once_all_is_in_use_costs_nothing(
    home: Path, folder: Path, stand_in: StandIn, server: Server
) -> None:
    publish(home, folder, server, 1)

    def busy(method: str, path: str) -> None:
        if method == "DELETE" and "g000001" in path:
            raise Refused(503, "Shard is not available")

    stand_in.before = busy
    publish(home, folder, server, 2)
    stand_in.before = lambda method, path: None

    assert any(hit.passage.text.startswith("Udgave 2") for hit in found(home, server))
    publish(home, folder, server, 3)
    assert generations(stand_in) == ["g000003", "g000004"]


def gone(stand_in: StandIn) -> None:
    stand_in.drop(stand_in.names()[0])


def lacking(stand_in: StandIn) -> None:
    stand_in.lose(stand_in.names()[0], 1)


@pytest.mark.parametrize("damage", [gone, lacking])
def test_a_damaged_collection_is_told_and_made_anew(
    home: Path, folder: Path, stand_in: StandIn, server: Server, damage: Callable[[StandIn], None]
) -> None:
    expected = found(home, server)
    damage(stand_in)

    with pytest.raises(IndexDamaged, match=r"collection aftalesvar-.* 'aftalesvar update FOLDER'"):
        found(home, server)
    Updater(home, server=server).update(folder)

    assert found(home, server) == expected


def test_a_collection_that_goes_while_it_is_open_is_told_and_made_anew(
    home: Path, folder: Path, stand_in: StandIn, server: Server
) -> None:
    with closing(Index(home, server=server)) as index:
        expected = index.search(QUESTION, Filters())
        gone(stand_in)

        with pytest.raises(IndexDamaged, match="collection aftalesvar-"):
            index.search(QUESTION, Filters())
        Updater(home, server=server).update(folder)

        assert index.search(QUESTION, Filters()) == expected


def test_a_changed_setting_is_told_and_an_update_follows_it(
    tmp_path: Path, folder: Path, server: Server, told: Told
) -> None:
    home = tmp_path / "home"
    Updater(home).update(folder)

    for before, after in ((None, server), (server, None)):
        expected = [fact[0] for fact in told(found(home, before))]
        with pytest.raises(IndexElsewhere, match="'aftalesvar update'"):
            found(home, after)
        Updater(home, server=after).update(folder)
        assert [fact[0] for fact in told(found(home, after))] == expected


@pytest.mark.parametrize("wrong", [None, "noegle-2"])
def test_a_wrong_key_is_told(home: Path, folder: Path, server: Server, wrong: str | None) -> None:
    other = Server(server.url, wrong)

    with pytest.raises(ServerRefused, match="AFTALESVAR_QDRANT_API_KEY") as asked:
        found(home, other)
    with pytest.raises(ServerRefused, match="AFTALESVAR_QDRANT_API_KEY") as updated:
        publish(home, folder, other)

    assert "noegle" not in f"{asked.value} {updated.value}"


class Page(BaseHTTPRequestHandler):
    """A web server that is no Qdrant."""

    def do_request(self) -> None:
        page = b"<!doctype html>Velkommen"
        self.send_response(404 if self.path.endswith("count") else 200)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_GET = do_PUT = do_POST = do_request

    def log_message(self, *_: Any) -> None:
        """Nothing on the terminal."""


@pytest.fixture(params=["another", "none"])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[Server]:
    """An address with another server, or with none, behind it."""
    with HTTPServer(("127.0.0.1", 0), Page) as http:
        if request.param == "none":
            http.server_close()
        running = threading.Thread(target=http.serve_forever, args=(0.01,))
        if request.param == "another":
            running.start()
        yield Server(f"http://127.0.0.1:{http.server_port}")
        if request.param == "another":
            http.shutdown()
            running.join()


def test_a_server_that_is_not_there_or_is_none_is_told(
    home: Path, folder: Path, server: Server, elsewhere: Server
) -> None:
    manifest = home / "index" / "g000001" / "manifest.json"
    manifest.write_text(manifest.read_text().replace(server.url, elsewhere.url))

    with pytest.raises(ServerUnreachable, match=f"{elsewhere.url} .*AFTALESVAR_QDRANT_URL"):
        found(home, elsewhere)
    with pytest.raises(ServerUnreachable, match=f"{elsewhere.url} .*AFTALESVAR_QDRANT_URL"):
        publish(home, folder, elsewhere)


def test_a_server_that_comes_back_is_found_again(
    home: Path, stand_in: StandIn, server: Server
) -> None:
    with closing(Index(home, server=server)) as index:
        expected = index.search(QUESTION, Filters())

        def down(method: str, path: str) -> None:
            raise Refused(503, "Service unavailable")

        stand_in.before = down
        with pytest.raises(SearchIndexError, match="503"):
            index.search(QUESTION, Filters())
        stand_in.before = lambda method, path: None

        assert index.search(QUESTION, Filters()) == expected


def test_a_key_is_not_shown() -> None:
    assert "noegle" not in repr(Server("http://127.0.0.1:6333", "noegle-1"))


def test_the_client_is_imported_only_where_a_server_is_set() -> None:
    program = (
        "import sys; from pathlib import Path; from index import Index, Updater; "
        "Index(Path('home')), Updater(Path('home')); sys.exit('qdrant_client' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT).returncode == 0
