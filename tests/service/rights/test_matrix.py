"""Who may use which route, in one table: a route that is not in it, or is no route, fails."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.routing import RouteContext, iter_route_contexts
from starlette.routing import Mount
from starlette.testclient import TestClient

from service.access.doors import DOORS, door
from service.web.guarded import row
from tests.service.rights.conftest import Served, visiting
from tests.service.rights.ways import TOOLS, Call

# nobody: without a word, where open access is off; anybody: where it is on. The right of a key or
# a token counts in both. A scope of its own is needed for /metrics, and opens nothing else.
ROLES = (
    *("nobody", "anybody", "open key", "closed key", "metrics key", "revoked key"),
    *("token without role", "token with role", "forged token", "session", "session with right"),
)
TABLE = """
                             nobody any open closed metrics revoked token role forged in in+right
GET  /health                    200 200  200    200     200     200   200  200    200 200   200
GET  /ready                     200 200  200    200     200     200   200  200    200 200   200
GET  /metrics                   401 403  403    403     200     401   403  403    401 403   403
GET  /static/{*}                200 200  200    200     200     200   200  200    200 200   200
GET  /docs                      200 200  200    200     200     200   200  200    200 200   200
GET  /openapi.json              200 200  200    200     200     200   200  200    200 200   200
GET  /om                        200 200  200    200     200     200   200  200    200 200   200
GET  /log-ind                   200 200  200    200     200     200   200  200    200 200   200
POST /log-ind                   303 303  303    303     303     303   303  303    303 303   303
GET  /log-ind/start             303 303  303    303     303     303   303  303    303 303   303
GET  /log-ind/svar              401 401  401    401     401     401   401  401    401 401   401
POST /log-ud                    303 303  303    303     303     303   303  303    303 303   303
POST /v1/ask                    401 200  200    200     403     401   200  200    401 200   200
POST /v1/search                 401 200  200    200     403     401   200  200    401 200   200
POST /v1/chat/completions       401 200  200    200     403     401   200  200    401 200   200
GET  /v1/models                 401 200  200    200     403     401   200  200    401 200   200
GET  /v1/models/{}              401 200  200    200     403     401   200  200    401 200   200
GET  /v1/documents              401 200  200    200     403     401   200  200    401 200   200
GET  /v1/documents/{}           401 200  200    200     403     401   200  200    401 200   200
GET  /v1/documents/{}/text      401 200  200    200     403     401   200  200    401 200   200
GET  /v1/documents/{}/file      401 404  404    200     403     401   404  200    401 404   200
GET  /v1/decisions              401 200  200    200     403     401   200  200    401 200   200
POST /v1/decisions              401 200  200    200     403     401   200  200    401 200   200
GET  /v1/timeline               401 200  200    200     403     401   200  200    401 200   200
POST /v1/timeline               401 200  200    200     403     401   200  200    401 200   200
POST /v1/feedback               401 204  204    204     403     401   204  204    401 204   204
GET  /v1/status                 401 200  200    200     403     401   200  200    401 200   200
POST /mcp                       401 200  200    200     403     401   200  200    401 200   200
GET  /                          401 200  200    200     403     401   200  200    401 200   200
POST /                          401 200  200    200     403     401   200  200    401 200   200
GET  /soeg                      401 200  200    200     403     401   200  200    401 200   200
POST /soeg                      401 200  200    200     403     401   200  200    401 200   200
GET  /beslutninger              401 200  200    200     403     401   200  200    401 200   200
POST /beslutninger              401 200  200    200     403     401   200  200    401 200   200
GET  /forloeb                   401 200  200    200     403     401   200  200    401 200   200
POST /forloeb                   401 200  200    200     403     401   200  200    401 200   200
GET  /samling                   401 200  200    200     403     401   200  200    401 200   200
GET  /kilder/{*}                401 200  200    200     403     401   200  200    401 200   200
POST /vurdering                 401 200  200    200     403     401   200  200    401 200   200
"""
# What is sent along: as JSON, or as a form.
JSON = {
    "/v1/ask": {"question": "Hvad blev besluttet om takster?"},
    "/v1/search": {"text": "takster"},
    "/v1/decisions": {"text": "takster"},
    "/v1/timeline": {"subject": "takster"},
    "/v1/chat/completions": {
        "model": "aftalesvar",
        "messages": [{"role": "user", "content": "Hvad blev besluttet om takster?"}],
    },
    "/mcp": {"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
    "/v1/feedback": {"answer": 32 * "a", "verdict": "up"},
}
FORM = {
    "/": {"spoergsmaal": "Hvad blev besluttet om takster?"},
    "/soeg": {"emne": "takster"},
    "/beslutninger": {"emne": "takster"},
    "/forloeb": {"emne": "takster"},
    "/log-ind": {"noegle": "KEY"},
    "/log-ud": {"til": "/"},
    "/vurdering": {"svar": 32 * "a", "vurdering": "op"},
}
PARAMETERS = {("GET", "/v1/timeline"): "?subject=takster"}
REST = {"/static/{*}": "style.css", "/kilder/{*}": "referat-2021-01-14"}


def rows() -> dict[tuple[str, str], list[int]]:
    """The table: the status for each of `ROLES`, by method and path."""
    lines = (line.split() for line in TABLE.strip().splitlines()[1:])
    return {(method, path): list(map(int, cells)) for method, path, *cells in lines}


def routes(client: TestClient) -> Iterator[tuple[str, RouteContext]]:
    """Every route of the service with each of its methods; what is mounted is asked by GET."""
    for route in iter_route_contexts(client.app.routes):
        mounted = isinstance(route.original_route, Mount)
        methods = {"GET"} if mounted else (route.methods or set()) - {"HEAD"}
        yield from ((method, route) for method in methods)


@pytest.fixture(scope="module")
def strict(served: Served) -> Iterator[TestClient]:
    """The same service where nobody may come without a key or a token."""
    with visiting(served.home, replace(served.rules, anonymous=False)) as client:
        yield client


def test_every_route_has_a_row_and_every_row_is_a_route(served):
    assert rows().keys() == {(method, row(route)) for method, route in routes(served.client)}


def test_every_row_has_a_cell_for_each_role():
    assert {len(cells) for cells in rows().values()} == {len(ROLES)}


def test_every_row_comes_through_the_door_of_its_name():
    doors = {(method, each.path): each for each in DOORS for method in each.methods}
    for method, path in rows():
        concrete = path.replace("{*}", "a").replace("{}", "a")
        assert door(method, concrete) == doors[method, path]


def usual(method: str, path: str) -> Call:
    """The request of a row, as it is usually sent."""
    document = "aftalesvar" if "models" in path else "referat-2021-01-14"
    address = path.replace("{*}", REST.get(path, "")).replace("{}", document)
    address += PARAMETERS.get((method, path), "")
    kinds = TOOLS if path == "/mcp" else {}
    if method == "GET":
        return Call(method, address, headers=kinds)
    return Call(method, address, JSON.get(path), FORM.get(path), kinds)


@pytest.mark.parametrize(("method", "path"), rows())
def test_each_role_is_answered_as_the_table_says(served, strict, method, path):
    call, roles = usual(method, path), served.roles | {"anybody": {}}
    if path == "/log-ind" and call.form:
        call = replace(call, form={"noegle": bearer(served.roles["open key"])})
    if call.form and path.startswith("/log"):  # which would end the log-ins of the others
        roles |= {role: {} for role in roles if role.startswith("session")}

    told = {}
    for role in ROLES:
        client = served.client if role == "anybody" else strict
        told[role] = call.send(client, **roles[role]).status_code

    assert told == dict(zip(ROLES, rows()[method, path], strict=True))


def bearer(headers: dict[str, str]) -> str:
    """The key or the token in the headers."""
    return headers["Authorization"].removeprefix("Bearer ")


@pytest.mark.parametrize(("method", "path"), rows())
def test_who_is_refused_is_told_nothing_else(served, strict, method, path):
    """The answer to somebody without a key is the same whatever is asked, but for its name."""
    address = path.replace("{*}", "a").replace("{}", "a")
    if door(method, address).scope is None or "/v1/chat" in path or "/v1/models" in path:
        return  # anybody may, or the error has the form of the OpenAI API
    asked = strict.request(method, address, headers=served.roles["revoked key"])
    other = strict.get("/v1/status", headers=served.roles["revoked key"])

    name, known = asked.headers["x-request-id"], other.headers["x-request-id"]
    assert asked.content.replace(name.encode(), known.encode()) == other.content
    assert asked.headers["www-authenticate"] == "Bearer"
