"""The planted collection, services over it, and everybody who may come to them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index import Updater
from service import build
from service.access.login.client import Client
from service.access.oidc import Oidc
from service.access.rules import Rules
from service.access.visitor import Scope
from service.settings import Settings
from tests.service.access.issuer import AUDIENCE, TENANT, issuing
from tests.service.rights.planted import Order, Planted, Size, plant

SMALL = Size(minutes=8, closed_documents=2)
LOOPBACK = ("127.0.0.1", 50_000)
OPEN_TO_ALL = Rules(anonymous=True, questions_a_minute=0)
ROLE = "aftalesvar-lukkede"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Whether to ask all that can be asked, which takes minutes."""
    parser.addoption("--all-questions", action="store_true")


def service_over(home: Path, rules: Rules = OPEN_TO_ALL) -> FastAPI:
    """The service over the index in `home`, as it is started."""
    return build.app(Settings(home=home, access=rules), "127.0.0.1")


@contextmanager
def visiting(home: Path, rules: Rules = OPEN_TO_ALL) -> Iterator[TestClient]:
    """The service, without a server around it."""
    with TestClient(
        service_over(home, rules),
        base_url="http://127.0.0.1:8000",
        client=LOOPBACK,
        raise_server_exceptions=False,
        follow_redirects=False,
    ) as client:
        yield client


@dataclass(frozen=True, slots=True)
class Pair:
    """A service over open documents alone, and one over the same and closed ones, in `home`."""

    without: TestClient
    with_closed: TestClient
    planted: Planted
    home: Path


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """The originals are taken away: one that holds something closed is another file than without.

    That such a file is not given to who may not see all of it is tested where files are.
    """
    folder = tmp_path_factory.mktemp("pair")
    for order in (Order.WITHOUT, Order.END):
        planted = plant(folder / order.value, order, SMALL)
        Updater(folder / f"{order.value} home").update(folder / order.value)
        shutil.rmtree(folder / order.value)
    homes = [folder / f"{order.value} home" for order in (Order.WITHOUT, Order.END)]
    with visiting(homes[0]) as without, visiting(homes[1]) as closed:
        yield Pair(without, closed, planted, homes[1])


@dataclass(frozen=True, slots=True)
class Served:
    """A service over the planted collection, and how each kind of visitor says who they are.

    `home` and `documents` are where its index and its documents are.
    """

    client: TestClient
    planted: Planted
    roles: dict[str, dict[str, str]]
    rules: Rules
    home: Path
    documents: Path


# Who may not see what is closed, though some of them may see what is open.
WITHOUT_RIGHT = (
    *("nobody", "open key", "metrics key", "revoked key", "token without role"),
    *("token with too many groups", "expired token", "forged token", "nonsense", "session"),
)
WITH_RIGHT = ("closed key", "token with role", "session with right")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("planted")
    documents, home = folder / "documents", folder / "home"
    planted = plant(documents)
    Updater(home).update(documents)
    keys = build.keys(Settings(home=home))
    made = {
        "open key": keys.add("open"),
        "closed key": keys.add("closed", [Scope.CLOSED]),
        "metrics key": keys.add("metrics", [Scope.METRICS]),
        "revoked key": keys.add("revoked", [Scope.CLOSED]),
    }
    keys.revoke(made["revoked key"][0].id)
    with issuing() as issuer:
        whose = replace(Oidc.checked(issuer.address, AUDIENCE, TENANT), closed=ROLE)
        rules = replace(OPEN_TO_ALL, oidc=whose, client=Client("page"))
        tokens = {
            "token with role": issuer.token(roles=[ROLE]),
            "token without role": issuer.token(roles=["aftalesvar"]),
            "token with too many groups": issuer.token(groups=[ROLE], hasgroups=True),
            "expired token": issuer.token(roles=[ROLE], exp=1, iat=1, nbf=1),
            "forged token": issuer.token(roles=[ROLE])[:-8] + "AAAAAAAA",
            "nonsense": "aft_0123456789_" + 40 * "0",
        }
        credentials = {name: text for name, (_, text) in made.items()} | tokens
        roles = {name: {"Authorization": f"Bearer {text}"} for name, text in credentials.items()}
        with visiting(home, rules) as client:
            roles["session"] = log_in(client, made["open key"][1])
            roles["session with right"] = log_in(client, made["closed key"][1])
            yield Served(client, planted, {"nobody": {}} | roles, rules, home, documents)


def log_in(client: TestClient, key: str) -> dict[str, str]:
    """What the browser of somebody sends who logged in on the page with a key."""
    response = client.post("/log-ind", data={"noegle": key})
    assert response.status_code == 303
    client.cookies.clear()
    return {"Cookie": response.headers["set-cookie"].partition(";")[0]}
