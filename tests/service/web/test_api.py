"""The web API over real HTTP: what it gives, what it refuses, and what every response carries."""

import asyncio
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from index import OPEN_ONLY, Filters, IndexDamaged, IndexOutdated, SearchIndexError

QUESTION = "Hvad blev besluttet om takster?"
BROWSER = {"Accept": "text/html,application/xhtml+xml"}
ROUTES = (
    ("GET", "/", 200),
    ("GET", "/docs", 200),
    ("GET", "/openapi.json", 200),
    ("GET", "/health", 200),
    ("GET", "/ready", 200),
    ("GET", "/kilder/das-2025-05-22", 200),
    ("GET", "/kilder/nope", 404),
    ("GET", "/static/style.css", 200),
    ("GET", "/static/nope.css", 404),
    ("GET", "/static/../app.py", 404),
    ("GET", "/v1/nope", 404),
    ("GET", "/v1/ask", 405),
    ("POST", "/v1/ask", 422),
    ("POST", "/", 422),
    ("DELETE", "/", 405),
)


def post(client: httpx.Client, path: str, fields: dict[str, object]) -> httpx.Response:
    """Post `fields` as JSON in ASCII, which can carry what UTF-8 cannot."""
    headers = {"Content-Type": "application/json"}
    return client.post(path, content=json.dumps(fields), headers=headers)


def ask(client: httpx.Client, **fields: object) -> httpx.Response:
    return post(client, "/v1/ask", {"question": QUESTION} | fields)


def error(response: httpx.Response) -> dict[str, str]:
    """The error of a response, which must have the one shape."""
    (kind, problem), *others = response.json().items()
    assert (kind, others) == ("error", [])
    assert list(problem) == ["code", "message", "request_id"]
    assert problem["request_id"] == response.headers["X-Request-Id"]
    return problem


def test_an_answer_says_how_sure_it_is(client):
    assert ask(client).json()["belief"] == 0.75


def test_an_answer_comes_whole(client):
    answer = ask(client).json()

    assert (answer["id"], answer["status"], answer["generation"]) == ("a1", "answered", "g1")
    assert answer["sentences"] == [
        {"text": "Et nyt takstskema udarbejdes til 2026.", "citations": [1], "label": ""}
    ]
    assert answer["passages"][1]["text"] == "Takster indmeldes senest 1. oktober."
    assert answer["citations"] == [
        {
            "n": 1,
            "quote": "Et nyt takstskema udarbejdes til 2026.",
            "document": "das-2025-05-22.pdf",
            "document_id": "das-2025-05-22",
            "title": "Referat af DAS Social",
            "kind": "referat",
            "body": "DAS Social",
            "meeting_date": "2025-05-22",
            "punkt": "6",
            "item_title": "Nyt takstskema",
            "section": "Beslutning",
            "page": 4,
            "page_label": None,
            "start": 90,
            "end": 128,
            "url": "/kilder/das-2025-05-22?fra=90&til=128#citat",
            "outcome": "besluttet",
            "draft": False,
            "struck": False,
            "proposed": False,
            "edition": None,
            "verified": True,
        }
    ]


def test_search_gives_the_passages_and_the_generation(client):
    found = post(client, "/v1/search", {"text": "takster", "limit": 1}).json()

    assert (found["query"], found["count"], found["generation"]) == ("takster", 1, "g1")
    assert [passage["page"] for passage in found["results"]] == [5]


def test_filters_reach_the_search(client, shelf):
    filters = {"kinds": ["referat"], "bodies": ["DAS Social"], "editions": ["2025-2026"]}
    period = {"from": "2024-01-01", "to": "2025-12-31"}

    ask(client, punkt="6", section="beslutning", **filters, **period).raise_for_status()

    asked = shelf.filters
    assert (asked.kinds, asked.bodies, asked.editions) == (
        {"referat"},
        {"DAS Social"},
        {"2025-2026"},
    )
    assert (asked.start, asked.end) == (date(2024, 1, 1), date(2025, 12, 31))
    assert (asked.punkt, asked.section) == ("6", "Beslutning")


def test_only_open_text_is_asked_for_on_every_route(client, shelf):
    seen = []
    unseen = Filters(visibility=frozenset())
    for request in (
        lambda: ask(client),
        lambda: post(client, "/v1/search", {"text": "takster"}),
        lambda: client.post("/", data={"spoergsmaal": QUESTION, "visibility": "closed"}),
        lambda: client.get("/kilder/das-2025-05-22?visibility=closed"),
    ):
        shelf.filters = unseen
        assert request().status_code == 200
        seen.append(shelf.filters.visibility)

    assert seen == [OPEN_ONLY] * 4


@pytest.mark.parametrize(
    "fields",
    [
        {"visibility": ["closed"]},
        {"start": "2024-01-01"},
        {"kinds": ["referat", "digt"]},
        {"section": "Efterord"},
        {"from": "22.05.2025"},
        {"from": "2025-02-30"},
        {"from": 0},
        {"from": "2025-01-02", "to": "2025-01-01"},
        {"punkt": "seks"},
        {"punkt": "٣"},
        {"editions": ["næste"]},
        {"editions": ["٢٠٢٥"]},
        {"bodies": [""]},
        {"bodies": "DAS Social"},
        {"question": ""},
        {"question": "a" * 2_001},
        {"question": None},
        {"question": "\ud800"},
        {"\ud800": 1},
    ],
    ids=str,
)
def test_a_field_that_cannot_be_meant_is_refused(client, fields):
    response = ask(client, **fields)

    assert response.status_code == 422
    assert error(response)["code"] == "invalid_request"


@pytest.mark.parametrize("limit", [0, 51, -1, "10", 1.5, True, float("nan"), None])
def test_a_limit_is_a_whole_number_from_1_to_50(client, limit):
    response = post(client, "/v1/search", {"text": "takster", "limit": limit})

    assert response.status_code == 422
    assert error(response)["message"].startswith("Feltet limit ")


def test_a_refusal_says_in_danish_what_to_do(client):
    messages = [
        error(ask(client, **fields))["message"]
        for fields in ({"bogstav": 1}, {"from": "i går"}, {"question": "a" * 2_001}, {"punkt": "x"})
    ]

    assert messages == [
        "Feltet bogstav kendes ikke. Se /docs for de felter, der gør.",
        "Feltet from skal være en dato skrevet som 2025-05-22.",
        "Feltet question må højst være 2000 tegn.",
        "Feltet punkt er skrevet på en måde, der ikke kendes. Se /docs.",
    ]


def test_an_unknown_kind_is_told_the_known_ones(client):
    message = error(ask(client, kinds=["digt"]))["message"]

    assert "'referat'" in message
    assert "eller 'andet'" in message
    assert "digt" not in message


@pytest.mark.parametrize("question", ["   ", "?!", "\n\t"])
def test_a_question_without_words_is_refused_with_its_reason(client, question):
    response = ask(client, question=question)

    assert response.status_code == 422
    assert error(response)["code"] == "question_refused"
    assert error(response)["message"] == "Skriv et spørgsmål med ord."


@pytest.mark.parametrize(
    "body",
    ["", "{", "null", "[]", "1" * 5_000, "[" * 60_000, "\ud800".encode("utf-8", "surrogatepass")],
)
def test_a_body_that_is_no_object_is_refused(client, body):
    response = client.post("/v1/ask", content=body, headers={"Content-Type": "application/json"})

    assert response.status_code in (400, 422)
    assert error(response)["message"].startswith("Indholdet kunne ikke læses.")


def test_a_body_that_is_not_called_json_is_refused(client):
    response = client.post("/v1/ask", content=b'{"question": "Hvad?"}')

    assert response.status_code == 422
    assert "Content-Type" in error(response)["message"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/v1/ask", "application/json"),
        ("/v1/search", "application/json"),
        ("/", "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_over_64_kib_is_too_large(client, path, kind):
    response = client.post(path, content=b" " * 65_537, headers={"Content-Type": kind})

    assert response.status_code == 413
    assert error(response)["code"] == "too_large"


def test_a_body_over_64_kib_is_too_large_without_a_length(client):
    def chunks() -> Iterator[bytes]:
        for _ in range(1_000):
            yield b" " * 1_000

    response = client.post(
        "/v1/ask", content=chunks(), headers={"Content-Type": "application/json"}
    )

    assert response.status_code == 413
    assert error(response)["code"] == "too_large"


def test_a_body_of_64_kib_is_read(client):
    padded = json.dumps({"question": QUESTION}).encode().ljust(65_536)

    response = client.post("/v1/ask", content=padded, headers={"Content-Type": "application/json"})

    assert response.status_code == 200


@pytest.mark.parametrize(("method", "path", "status"), ROUTES)
def test_every_response_is_hardened_and_named(client, method, path, status):
    headers = client.request(method, path, headers=BROWSER).headers

    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
        "connect-src 'self'; script-src 'self'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == ("no-cache" if path == "/static/style.css" else "no-store")
    assert len(headers["X-Request-Id"]) == 16


@pytest.mark.parametrize(("method", "path", "status"), ROUTES)
def test_every_error_has_the_one_shape_for_programs(client, method, path, status):
    response = client.request(method, path)

    assert response.status_code == status
    if status >= 400 and (method, path) != ("POST", "/"):
        error(response)


def test_each_request_has_a_name_of_its_own(client):
    names = {
        client.get("/health", headers={"X-Request-Id": "mit"}).headers["X-Request-Id"] for _ in "ab"
    }

    assert len(names) == 2
    assert "mit" not in names


def test_an_unknown_address_is_an_error_for_programs_and_a_page_for_people(client):
    program = client.get("/nope")
    person = client.get("/nope", headers=BROWSER)

    assert error(program)["code"] == "not_found"
    assert person.status_code == 404
    assert "Siden findes ikke" in person.text


def test_the_api_answers_browsers_in_json_too(client):
    response = client.get("/v1/nope", headers=BROWSER)

    assert error(response)["code"] == "not_found"


def test_a_refused_method_says_which_are_allowed(client):
    response = client.get("/v1/ask")

    assert error(response)["code"] == "method_not_allowed"
    assert response.headers["Allow"] == "POST"


@pytest.mark.parametrize("headers", [{}, BROWSER])
def test_a_fault_tells_nothing_and_stops_nothing(client, headers):
    response = client.post("/", headers=headers, data={"spoergsmaal": "gå i stykker"})

    assert response.status_code == 500
    assert "hemmelig" not in response.text
    assert "Traceback" not in response.text
    assert response.headers["X-Request-Id"] in response.text
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert client.get("/health").json() == {"status": "alive"}


def test_ready_tells_nobody_what_the_collection_holds(client):
    assert client.get("/ready").json() == {"status": "ready"}


def test_without_an_index_the_service_lives_and_says_what_to_do(empty):
    ready, asked, page = empty.get("/ready"), ask(empty), empty.get("/", headers=BROWSER)

    assert empty.get("/health").status_code == 200
    assert [ready.status_code, asked.status_code, page.status_code] == [503] * 3
    assert error(ready)["code"] == error(asked)["code"] == "index_missing"
    assert "aftalesvar update" in error(ready)["message"]
    assert "aftalesvar update" in page.text


class BrokenShelf:
    """An assistant whose index cannot be opened."""

    def __init__(self, error: SearchIndexError) -> None:
        self.error = error

    def overview(self) -> None:
        raise self.error


@pytest.mark.parametrize("wrong", [IndexDamaged(Path("x")), IndexOutdated()])
def test_an_index_that_cannot_be_used_is_not_called_missing(application, wrong):
    async def got() -> tuple[httpx.Response, httpx.Response]:
        transport = httpx.ASGITransport(application(BrokenShelf(wrong)))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get("/ready"), await client.get("/", headers=BROWSER)

    ready, page = asyncio.run(got())

    assert [ready.status_code, page.status_code] == [503] * 2
    assert error(ready)["code"] == "index_unusable"
    assert "læses ind igen" in error(ready)["message"]
    assert "ingen dokumenter" not in page.text


@pytest.mark.parametrize(("method", "path", "status"), ROUTES)
def test_head_is_get_without_the_body(client, method, path, status):
    head, get = client.head(path), client.get(path)

    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


def test_the_api_describes_every_field_it_takes_and_gives(client):
    spec = client.get("/openapi.json").json()

    routes = {path: list(methods) for path, methods in spec["paths"].items()}
    assert routes == {
        "/v1/ask": ["post"],
        "/v1/search": ["post"],
        "/v1/chat/completions": ["post"],
        "/v1/models": ["get"],
        "/v1/models/{name}": ["get"],
        "/v1/documents": ["get"],
        "/v1/documents/{document_id}": ["get"],
        "/v1/documents/{document_id}/text": ["get"],
        "/v1/documents/{document_id}/file": ["get"],
        "/v1/decisions": ["get", "post"],
        "/v1/timeline": ["get", "post"],
        "/v1/status": ["get"],
        "/v1/feedback": ["post"],
        "/health": ["get"],
        "/ready": ["get"],
    }
    assert "HTTPValidationError" not in spec["components"]["schemas"]
    for schema in spec["components"]["schemas"].values():
        assert schema["description"]
        for field in schema.get("properties", {}).values():
            assert field.keys() & {"description", "examples", "$ref"}
