"""A route that is in no row of the table of doors is not served."""

from collections.abc import Callable

import pytest
from fastapi import FastAPI, WebSocket
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from service.access.errors import RouteWithoutDoor
from service.web.guarded import check_doors

Application = Callable[..., FastAPI]


@pytest.fixture
def app(application: Application, shelf: object) -> FastAPI:
    return application(shelf)


def test_an_application_whose_routes_all_have_doors_starts(app):
    check_doors(app)


def test_a_route_without_a_door_stops_the_application(app):
    app.get("/v1/secrets")(lambda: "")

    with pytest.raises(RouteWithoutDoor, match="GET /v1/secrets"):
        check_doors(app)


def test_so_does_a_method_without_one(app):
    app.delete("/v1/ask")(lambda: "")

    with pytest.raises(RouteWithoutDoor, match="DELETE /v1/ask"):
        check_doors(app)


def test_so_does_a_mount_without_one(app):
    app.router.routes.append(Mount("/kilder", PlainTextResponse("")))
    app.router.routes.append(Mount("/extra", PlainTextResponse("")))

    with pytest.raises(RouteWithoutDoor, match="/extra"):
        check_doors(app)


def test_so_does_a_web_socket_which_the_doorman_does_not_see(app):
    @app.websocket("/v1/ask")
    async def talk(socket: WebSocket) -> None: ...

    with pytest.raises(RouteWithoutDoor, match="/v1/ask"):
        check_doors(app)


@pytest.mark.parametrize("path", ["/v1/secrets", "/metrics/all", "/v1/ask/", "/v1/ask%0A"])
def test_what_was_added_later_is_not_reached(app, path):
    app.router.routes.insert(0, Route("/{any:path}", PlainTextResponse("secret")))

    with TestClient(app) as client:
        replies = [
            client.request(method, path) for method in ("GET", "POST", "OPTIONS", "PROPFIND")
        ]

    assert {reply.status_code for reply in replies} <= {400, 404}
    assert not any("secret" in reply.text for reply in replies)


@pytest.mark.parametrize("method", ["GET", "DELETE", "OPTIONS", "TRACE", "get"])
def test_neither_is_another_method_of_a_route(app, method):
    app.router.routes.insert(0, Route("/{any:path}", PlainTextResponse("secret")))

    with TestClient(app) as client:
        reply = client.request(method, "/v1/search")

    assert (reply.status_code, reply.headers["Allow"]) == (405, "POST")
