"""The lists over real HTTP: what each route gives, to whom, and what it refuses."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import openpyxl
import pytest

from index import Index, Updater
from service.access.port import Presented
from service.access.visitor import Channel, Scope, Visitor
from service.archive.of_index import IndexArchive
from service.web.app import create_app
from service.web.downloads import attachment
from service.web.parts import Parts
from tests.service.conftest import Shelf, hosting
from tests.service.meetings import write
from tests.service.open_access import NoLimits, OpenAccess

CSV, XLSX = (
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
CLOSED = "Kastanjegården"
READ_ONLY = (
    "/v1/documents",
    "/v1/documents/referat-januar",
    "/v1/documents/referat-januar/text",
    "/v1/decisions",
    "/v1/decisions?format=csv",
    "/v1/timeline?subject=takster",
    "/v1/status",
)


class Insiders(OpenAccess):
    """Takes everybody for somebody who may see closed items."""

    def visitor(self, presented: Presented) -> Visitor:
        return Visitor("sekretariat", Channel.KEY, frozenset({Scope.READ, Scope.CLOSED}))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IndexArchive]:
    home = tmp_path_factory.mktemp("hjem")
    Updater(home).update(write(tmp_path_factory.mktemp("moeder")))
    with closing(Index(home)) as index:
        yield IndexArchive(index)


@pytest.fixture(scope="module")
def client(archive: IndexArchive) -> Iterator[httpx.Client]:
    """Somebody who may see open items."""
    app = create_app(Parts(Shelf(), archive, OpenAccess(), NoLimits()))
    with hosting(app) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.fixture(scope="module")
def insider(archive: IndexArchive) -> Iterator[httpx.Client]:
    """Somebody who may see closed items too."""
    app = create_app(Parts(Shelf(), archive, Insiders(), NoLimits()))
    with hosting(app) as url, httpx.Client(base_url=url) as client:
        yield client


def refused(response: httpx.Response) -> str:
    assert response.status_code == 422
    return response.json()["error"]["message"]


def without_its_name(response: httpx.Response) -> tuple[int, str, dict[str, str]]:
    """A response without what tells one request from another."""
    name = response.headers["X-Request-Id"]
    own = {"x-request-id", "date"}
    headers = {key: value for key, value in response.headers.items() if key not in own}
    return response.status_code, response.text.replace(name, ""), headers


def test_decisions_come_with_their_number_and_where_they_go_on(client):
    first = client.get("/v1/decisions", params={"limit": 2}).json()
    last = client.get("/v1/decisions", params={"limit": 2, "offset": 4}).json()

    assert (first["total"], len(first["decisions"]), first["next_offset"]) == (5, 2, 2)
    assert (len(last["decisions"]), last["next_offset"]) == (1, None)


def test_a_decision_says_what_it_is_and_where(client):
    found = client.post("/v1/decisions", json={"outcomes": ["udsat"]}).json()

    (one,) = found["decisions"]
    assert one["decision"] == "Punktet udskydes til marts."
    assert one["recommendation"].endswith("1. Godkender taksterne")
    assert (one["meeting_date"], one["punkt"], one["outcome"]) == ("2025-01-10", "1", "udsat")
    assert one["url"] == f"/kilder/referat-januar?fra={one['start']}&til={one['end']}#citat"


def test_decisions_are_the_same_by_get_and_by_post(client):
    asked = {"bodies": ["Styregruppe Nord"], "from": "2025-02-01", "text": "takster"}

    assert (
        client.get("/v1/decisions", params=asked).json()
        == client.post("/v1/decisions", json=asked).json()
    )


def test_a_list_says_what_it_was_made_from(client):
    found = client.get("/v1/decisions").json()

    assert (found["meetings"], found["without_minutes"]) == (2, ["2025-03-14"])
    assert found["facets"]["year"] == {"2025": 5}


def test_a_course_comes_oldest_first(client):
    found = client.post("/v1/timeline", json={"subject": "takster"}).json()

    assert [event["when"] for event in found["events"]] == [
        "2025-01-01",
        "2025-01-10",
        "2025-03-14",
    ]
    assert (found["subject"], found["without_minutes"]) == ("takster", ["2025-03-14"])


def test_documents_are_listed_and_opened(client):
    listed = client.get("/v1/documents", params={"kinds": ["referat", "dagsorden"]}).json()
    opened = client.get("/v1/documents/udkast-aftale").json()

    assert (listed["total"], listed["next_offset"]) == (3, None)
    assert (opened["status"], opened["edition"], opened["file"]) == ("udkast", "2025-2026", True)
    assert [heading["heading"] for heading in opened["headings"]] == ["Takster"]


def test_lines_come_with_their_places(client):
    found = client.get("/v1/documents/udkast-aftale/text", params={"limit": 1}).json()

    assert (found["total"], found["next_offset"]) == (4, 1)
    (line,) = found["lines"]
    assert (line["text"], line["start"], line["end"]) == ("Styringsaftale 2025-2026", 0, 24)


def test_the_state_of_the_collection_is_told(client):
    found = client.get("/v1/status").json()

    assert found["kinds"] == {"dagsorden": 2, "referat": 1, "styringsaftale": 1}
    assert found["meetings"][1] == {
        "body": "Styregruppe Nord",
        "held": "2025-03-14",
        "agenda": True,
        "minutes": False,
    }


def test_a_file_is_saved_and_never_shown(client):
    response = client.get("/v1/documents/udkast-aftale/file")

    assert response.text.startswith("Styringsaftale 2025-2026")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Content-Disposition"] == (
        "attachment; filename=\"udkast-aftale.txt\"; filename*=UTF-8''udkast-aftale.txt"
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_name_that_no_header_can_carry_is_written_so_that_it_can():
    headers = attachment('mål "1"\r\nX: y.pdf', "application/pdf", b"").headers

    assert headers["Content-Disposition"] == (
        'attachment; filename="m_l _1___X_ y.pdf"; '
        "filename*=UTF-8''m%C3%A5l%20%221%22%0D%0AX%3A%20y.pdf"
    )


@pytest.mark.parametrize("path", READ_ONLY)
def test_closed_items_are_shown_to_those_who_may_see_them_alone(client, insider, path):
    assert CLOSED not in client.get(path).text

    if path != "/v1/timeline?subject=takster" and path != "/v1/status":
        assert CLOSED in insider.get(path).text


@pytest.mark.parametrize("rest", ["", "/text", "/file"])
def test_what_may_not_be_seen_is_as_what_is_not_there(client, insider, rest):
    closed, unknown = (f"/v1/documents/{one}{rest}" for one in ("lukket-notat", "andet-notat"))

    assert insider.get(closed).status_code == 200
    assert without_its_name(client.get(closed)) == without_its_name(client.get(unknown))


def test_a_file_with_closed_items_is_as_one_that_is_not_there(client):
    partly, unknown = (f"/v1/documents/{one}/file" for one in ("referat-januar", "andet"))

    assert without_its_name(client.get(partly)) == without_its_name(client.get(unknown))


def test_who_may_see_all_of_a_file_gets_it(insider):
    assert CLOSED in insider.get("/v1/documents/referat-januar/file").text


@pytest.mark.parametrize("document_id", ["a%2Fb", "..%2F..%2Fetc", "%C3%A6", "a%20b", "x" * 3_000])
def test_an_id_that_no_document_can_have_is_not_found(client, document_id):
    assert client.get(f"/v1/documents/{document_id}").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        "limit=0",
        "limit=201",
        "limit=5.0",
        "limit=+5",
        "limit=",
        "offset=-1",
        "offset=1000001",
        "from=2025",
        "from=2025-02-01&to=2025-01-01",
        "outcomes=bilag",
        "outcomes=",
        "bodies=",
        "bodies=Styregruppe+Syd",
        "format=pdf",
        "visibility=closed",
        "text=%3F",
    ],
)
def test_a_parameter_that_cannot_be_meant_is_refused(client, wrong):
    assert refused(client.get(f"/v1/decisions?{wrong}"))


@pytest.mark.parametrize(
    "wrong",
    [{"limit": "5"}, {"limit": True}, {"offset": 1.5}, {"visibility": "closed"}, {"text": None}],
    ids=str,
)
def test_a_field_that_cannot_be_meant_is_refused(client, wrong):
    assert refused(client.post("/v1/decisions", json=wrong))


@pytest.mark.parametrize(
    "path", ["/v1/status", "/v1/documents/udkast-aftale", "/v1/documents/udkast-aftale/file"]
)
def test_a_parameter_where_there_is_none_is_refused(client, path):
    assert refused(client.get(path, params={"visibility": "closed"}))


def test_a_refusal_says_what_would_do(client):
    assert refused(client.get("/v1/decisions?outcomes=bilag")).startswith(
        "Feltet outcomes har en værdi, der ikke kendes. Brug en af disse: besluttet, "
    )


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/v1/decisions?format=csv", {}), ("/v1/decisions", {"Accept": f"text/html, {CSV};q=0.9"})],
)
def test_the_whole_list_is_a_file_whatever_part_is_asked_for(client, path, headers):
    response = client.get(path, params={"limit": 1} if headers else None, headers=headers)
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))

    assert response.headers["Content-Type"] == f"{CSV}; charset=utf-8"
    assert "beslutninger-20" in response.headers["Content-Disposition"]
    assert len(rows) == 2 + 5


def test_a_workbook_is_a_file_too(client):
    response = client.post("/v1/decisions", json={"format": "xlsx"}, headers={"Accept": CSV})

    assert response.headers["Content-Type"] == XLSX
    assert openpyxl.load_workbook(io.BytesIO(response.content)).active.max_row == 1 + 5


def test_the_words_of_a_subject_may_stay_out_of_the_address(client):
    spec = client.get("/openapi.json").json()
    given = spec["paths"]["/v1/decisions"]["get"]["parameters"]

    (text,) = [one for one in given if one["name"] == "text"]
    assert "Send it by POST" in text["description"]


def test_every_refusal_of_a_route_is_described(client):
    paths = client.get("/openapi.json").json()["paths"]
    counted = {"200", "400", "401", "403", "413", "422", "429", "503"}

    assert counted <= set(paths["/v1/decisions"]["post"]["responses"])
    assert {"200", "401", "403", "404", "422", "503"} <= set(
        paths["/v1/documents/{document_id}/file"]["get"]["responses"]
    )


def test_examples_of_the_description_are_taken(client):
    schemas = client.get("/openapi.json").json()["components"]["schemas"]

    for path, name in (("/v1/decisions", "DecisionsIn"), ("/v1/timeline", "TimelineIn")):
        body = json.dumps(schemas[name]["example"])
        sent = client.post(path, content=body, headers={"Content-Type": "application/json"})
        assert sent.status_code == 200


def test_before_anything_is_indexed_there_are_no_lists(tmp_path: Path):
    with closing(Index(tmp_path)) as index:
        app = create_app(Parts(Shelf(), IndexArchive(index), OpenAccess(), NoLimits()))
        with hosting(app) as url, httpx.Client(base_url=url) as client:
            statuses = [client.get(path).status_code for path in READ_ONLY]

    assert statuses == [503] * len(READ_ONLY)


def test_every_type_a_file_can_have_is_described(client):
    spec = client.get("/openapi.json").json()
    file = spec["paths"]["/v1/documents/{document_id}/file"]["get"]["responses"]["200"]

    assert {"text/plain", "application/pdf", "application/octet-stream"} <= set(file["content"])
