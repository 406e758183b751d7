"""An issuer, and a service that believes its tokens and has keys of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from index import Visibility
from service.access.keys import Keys
from service.access.keyset import KeySet
from service.access.oidc import Oidc
from service.access.recogniser import Anybody, FrontDoor
from service.access.tokens import Tokens
from service.web.app import create_app
from tests.service.access.issuer import AUDIENCE, TENANT, Issuer, issuing
from tests.service.conftest import Shelf, hosting, parts

CLOSED, CLIENT = "Aftalesvar.Lukket", "fagsystem"


@pytest.fixture(scope="session")
def issuer() -> Iterator[Issuer]:
    with issuing() as issuer:
        yield issuer


@pytest.fixture(scope="session")
def oidc(issuer: Issuer) -> Oidc:
    trusted = Oidc.checked(issuer.address, AUDIENCE, TENANT)
    return replace(trusted, closed=CLOSED, clients=frozenset({CLIENT}))


@pytest.fixture(scope="session")
def tokens(oidc: Oidc) -> Iterator[Tokens]:
    with httpx.Client() as client:
        yield Tokens(oidc, KeySet(oidc, client))


@dataclass(frozen=True, slots=True)
class House:
    """A running service, and its keys, which are kept in `home`."""

    home: Path
    url: str
    keys: Keys
    shelf: Shelf

    def search(self, *authorization: str, **headers: str) -> httpx.Response:
        """What a search is answered with; whoever may come in at all may search."""
        given = [*(("Authorization", value) for value in authorization), *headers.items()]
        return httpx.post(f"{self.url}/v1/search", json={"text": "takster"}, headers=given)

    def seen_with(self, credential: str) -> frozenset[Visibility]:
        """What the holder of a key or token searches in."""
        assert self.search(f"Bearer {credential}").status_code == 200
        return self.shelf.filters.visibility


@contextmanager
def opened(
    home: Path, anybody: Anybody, tokens: Tokens | None = None, **others: Any
) -> Iterator[House]:
    """A service with the keys in a home, and `others` of its parts."""
    shelf, keys = Shelf(), Keys(home / "access")
    made = replace(parts(shelf), recogniser=FrontDoor(keys, anybody, tokens), **others)
    with hosting(create_app(made)) as url:
        yield House(home, url, keys, shelf)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, tokens: Tokens) -> Iterator[House]:
    """A service that lets nobody in without a key or a token."""
    with opened(tmp_path_factory.mktemp("home"), Anybody(False), tokens) as house:
        yield house
