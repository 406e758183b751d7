"""What is closed while the service runs is gone from the next reply on, also by old addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index import Updater
from tests.service.rights.asked import questions
from tests.service.rights.compared import reply
from tests.service.rights.conftest import SMALL, Served, visiting
from tests.service.rights.planted import Order, Planted, plant
from tests.service.rights.traces import Marks
from tests.service.rights.ways import OF_DOCUMENT, TEXT, Call, of_document, places


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Planted]:
    """A home and its documents, in which everything is marked as open."""
    folder = tmp_path_factory.mktemp("closing")
    documents, home = folder / "documents", folder / "home"
    planted = plant(documents, Order.BETWEEN, SMALL)
    for file in documents.iterdir():
        file.write_text(opened(file.read_text("utf-8")), "utf-8")
    Updater(home).update(documents)
    return documents, home, planted


def opened(text: str) -> str:
    """The text with every mark that closes turned into one that opens."""
    for mark, instead in (("Lukket møde", "Møde"), ("Lukket", "Åben"), (" (lukket)", "")):
        text = text.replace(mark, instead)
    return text.replace("Fortroligt\n\n", "")


@pytest.fixture(scope="module")
def told(house: tuple[Path, Path, Planted]) -> Iterator[tuple[TestClient, list[str], list[str]]]:
    """The service after everything was closed, the addresses it gave before, and ids of then."""
    documents, home, planted = house
    with visiting(home) as client:
        asked = [TEXT["search"](question) for question in questions(planted.closed[:8])]
        results = [one for call in asked for one in call.send(client).json().get("results", ())]
        assert Marks.of(planted.closed).found(str(results))
        ids = [one["id"] for one in client.get("/v1/documents?limit=200").json()["documents"]]
        plant(documents, Order.BETWEEN, SMALL)
        Updater(home).update(documents)
        yield client, sorted({one["url"].partition("#")[0] for one in results}), ids


def test_old_addresses_show_nothing_of_it(told, house):
    client, addresses, _ = told
    marks = Marks.of(house[2].closed)

    replies = [client.get(address, headers={"Accept": "text/html"}) for address in addresses]

    assert len(replies) > 10
    assert {reply.status_code for reply in replies} == {200, 404}
    assert [marks.traces(reply, "") for reply in replies] == [set()] * len(replies)


@pytest.mark.parametrize("way", TEXT)
def test_no_way_of_asking_shows_it(told, house, way):
    client, planted = told[0], house[2]
    marks = Marks.of(planted.closed)

    calls = [TEXT[way](question) for question in list(questions(planted.closed[:3]))[::4]]

    assert [marks.traces(call.send(client), call.said) for call in calls] == [set()] * len(calls)


def test_no_place_shows_it(told, house):
    client, _, ids = told
    marks = Marks.of(house[2].closed)
    calls = [*places(), *(call for name in ids for call in of_document(name)[::2])]

    assert [marks.traces(call.send(client), call.said) for call in calls] == [set()] * len(calls)


@pytest.mark.parametrize("path", OF_DOCUMENT)
@pytest.mark.parametrize("role", ["nobody", "open key", "token without role"])
def test_the_id_of_what_is_closed_is_as_good_as_none(served: Served, path, role):
    """Of a closed file, and of minutes printed inside a closed item."""
    ids = ["lukket-2024-06-27", "lukket-2024-08-01", "referat-2021-02-18.2021-02-09"]
    for one in ids:
        known = served.client.get(f"/v1/documents/{one}", headers=served.roles["closed key"])
        assert known.json()["id"] == one

    own = served.roles[role]
    for kind in ({}, {"Accept": "text/html"}):
        unknown = reply(served.client, Call("GET", path.format(id="nope"), headers=kind), **own)
        told = [
            reply(served.client, Call("GET", path.format(id=one), headers=kind), **own)
            for one in ids
        ]
        assert unknown.status == 404
        assert {each.said for each in told} == {unknown.said}


def test_a_file_with_closed_items_is_not_given_to_who_may_not_see_them(served: Served):
    path = "/v1/documents/referat-2021-01-14/file"

    assert served.client.get(path, headers=served.roles["open key"]).status_code == 404
    assert served.client.get(path, headers=served.roles["closed key"]).status_code == 200
