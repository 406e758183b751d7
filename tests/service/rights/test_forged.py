"""Whatever a request claims of rights, it changes nothing, or the request is refused."""

from dataclasses import replace
from urllib.parse import quote

import pytest

from tests.service.rights.asked import Question
from tests.service.rights.compared import first_difference, reply
from tests.service.rights.test_matrix import FORM, JSON, bearer, door, rows, usual
from tests.service.rights.traces import Marks
from tests.service.rights.ways import TEXT

CLAIMS = {
    "visibility": "closed",
    "allowed": "closed",
    "acl": "lukket",
    "groups": "aftalesvar-lukkede",
    "roles": "aftalesvar-lukkede",
    "scope": "closed",
    "scopes": "read closed metrics",
    "user": "admin",
    "admin": "true",
    "filters": '{"visibility": ["open", "closed"]}',
}
HEADERS = {
    "X-User": "admin",
    "X-Remote-User": "admin",
    "Remote-User": "admin",
    "X-Forwarded-User": "admin",
    "X-Forwarded-Groups": "aftalesvar-lukkede",
    "X-Auth-Request-Groups": "aftalesvar-lukkede",
    "X-MS-CLIENT-PRINCIPAL-NAME": "admin",
    "X-Original-URL": "/metrics",
    "X-Rewrite-URL": "/metrics",
    "X-HTTP-Method-Override": "GET",
    "X-Forwarded-Prefix": "/v1",
    "X-Forwarded-For": "127.0.0.1",
    "X-Forwarded-Host": "127.0.0.1",
    "X-Forwarded-Proto": "https",
    "X-Real-IP": "127.0.0.1",
    "Forwarded": "for=127.0.0.1;host=localhost;proto=https",
    "Visibility": "closed",
    "X-Scopes": "closed metrics",
    "X-Request-Id": "0123456789abcdef",
    "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
}
COOKIES = {
    "aftalesvar": "closed",
    "__Host-aftalesvar": '{"scopes": ["closed"]}',
    "visibility": "closed",
    "session": "admin",
    "user": "admin",
}


@pytest.fixture(params=["nobody", "open key"])
def role(request: pytest.FixtureRequest) -> str:
    """Two who see what is open: one of whom nothing is known, and one who is known."""
    return str(request.param)


# Logging in says nothing of what may be seen, and where it leads is new each time.
OTHER = ("/metrics", "/log-ind/start", "/log-ind/svar", "/log-ud")
ROWS = pytest.mark.parametrize(
    ("method", "path"), [row for row in rows() if row[1] not in OTHER and row[1] != "/mcp"]
)


@ROWS
def test_headers_change_nothing(served, method, path):
    call, own = usual(method, path), served.roles["open key"]

    plain = reply(served.client, call, **own)
    forged = reply(served.client, call, **own, **HEADERS)

    assert first_difference(plain.said, forged.said) == "one ends before the other"


@ROWS
def test_cookies_change_nothing(served, method, path):
    call, own = usual(method, path), served.roles["open key"]
    cookies = "; ".join(f"{name}={value}" for name, value in COOKIES.items())

    plain = reply(served.client, call, **own)
    forged = reply(served.client, call, **own, Cookie=cookies)

    assert first_difference(plain.said, forged.said) == "one ends before the other"


@ROWS
def test_parameters_change_nothing_or_are_refused(served, method, path):
    call, own = usual(method, path), served.roles["open key"]
    sign = "&" if "?" in call.path else "?"
    claims = [f"{name}={quote(value)}" for name, value in CLAIMS.items()]
    plain = reply(served.client, call, **own)

    for claim in (*(claims if method == "GET" else ()), "&".join(claims)):
        asked = replace(call, path=f"{call.path}{sign}{claim}")
        forged = reply(served.client, asked, **own)
        assert forged.status == 422 or forged.said == plain.said, claim


@pytest.mark.parametrize("path", [path for path in JSON if path != "/mcp"])
@pytest.mark.parametrize("name", CLAIMS)
def test_fields_of_an_object_are_refused(served, role, path, name):
    """But for `user`, which clients of the OpenAI API may send, and which changes nothing."""
    call, own = usual("POST", path), served.roles[role]
    asked = replace(call, json=call.json | {name: CLAIMS[name]})

    forged = reply(served.client, asked, **own)

    known = (path, name) == ("/v1/chat/completions", "user")
    assert forged.status == 422 or (known and forged.said == reply(served.client, call, **own).said)


@pytest.mark.parametrize("path", [path for path in FORM if not path.startswith("/log")])
def test_fields_of_a_form_change_nothing_or_are_refused(served, role, path):
    call, own = usual("POST", path), served.roles[role]
    asked = replace(call, form=call.form | CLAIMS)

    plain, forged = reply(served.client, call, **own), reply(served.client, asked, **own)

    assert forged.status == 422 or forged.said == plain.said


def test_no_claim_opens_what_is_closed(served, role):
    one = served.planted.closed[7]
    call = TEXT["search"](Question("any", one.case_sentence))
    cookies = "; ".join(f"{name}={value}" for name, value in COOKIES.items())

    response = call.send(served.client, **served.roles[role], **HEADERS, Cookie=cookies)

    assert response.status_code == 200
    assert Marks.of(served.planted.closed).traces(response, call.said) == set()


@pytest.mark.parametrize(
    "given",
    [
        ("open key", "closed key"),
        ("closed key", "open key"),
        ("closed key", "closed key"),
        ("open key", "token with role"),
    ],
)
def test_who_says_two_things_of_themselves_is_nobody(served, given):
    headers = [("Authorization", served.roles[role]["Authorization"]) for role in given]

    response = served.client.get("/v1/status", headers=headers)

    assert response.status_code == 401


def test_a_key_in_any_other_place_is_no_key(served):
    key = bearer(served.roles["closed key"])
    marks = Marks.of(served.planted.closed)
    places = [
        {"headers": {"X-API-Key": key}},
        {"headers": {"Api-Key": key}},
        {"headers": {"Proxy-Authorization": f"Bearer {key}"}},
        {"headers": {"Cookie": f"aftalesvar={key}; __Host-aftalesvar={key}"}},
        {"params": {"limit": "200", "key": key}},
        {"params": {"limit": "200", "access_token": key}},
    ]

    replies = [served.client.get("/v1/documents", **place) for place in places]

    assert {reply.status_code for reply in replies} <= {200, 401, 422}
    assert [marks.traces(reply, "") for reply in replies] == [set()] * len(replies)


def test_metrics_are_for_their_own_key_whatever_is_claimed(served):
    assert door("GET", "/metrics").scope == "metrics"
    for role in ("nobody", "open key", "closed key", "token with role"):
        response = served.client.get("/metrics", headers=served.roles[role] | HEADERS)
        assert response.status_code in (401, 403)
