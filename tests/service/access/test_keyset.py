"""The issuer's keys: fetched seldom, kept while it is down, and only its own."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from jwt.algorithms import RSAAlgorithm

from service.access.errors import NotRecognised
from service.access.keyset import FRESH, KEPT, PAUSE, KeySet
from service.access.oidc import Oidc
from service.access.published import NotPublished
from service.access.tokens import Tokens
from tests.service.access.issuer import AUDIENCE, TENANT, Issuer, issuing


class Clock:
    """A time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with issuing() as issuer:
        yield issuer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keys(issuer: Issuer, clock: Clock) -> Iterator[KeySet]:
    with httpx.Client() as client:
        yield KeySet(Oidc.checked(issuer.address, AUDIENCE, TENANT), client, clock)


def fetches(issuer: Issuer) -> int:
    return issuer.fetched.count("/keys")


def test_nothing_is_fetched_before_it_is_needed(issuer: Issuer, keys: KeySet) -> None:
    assert issuer.fetched == []
    assert keys.key("rsa")
    assert fetches(issuer) == 1


def test_a_thousand_unknown_keys_are_one_fetch_in_half_a_minute(
    issuer: Issuer, keys: KeySet, clock: Clock
) -> None:
    found = []
    for n in range(1000):
        found.append(keys.key(f"unknown {n}"))
        clock.now += 0.029

    assert set(found) == {None}
    assert fetches(issuer) == 1


def test_a_new_key_is_found_after_the_pause(issuer: Issuer, keys: KeySet, clock: Clock) -> None:
    keys.key("rsa")
    issuer.keys.append(issuer.keys[0] | {"kid": "new"})

    assert keys.key("new") is None
    clock.now += PAUSE
    assert keys.key("new")


def test_a_key_that_is_withdrawn_goes_in_time(issuer: Issuer, keys: KeySet, clock: Clock) -> None:
    keys.key("rsa")
    del issuer.keys[0]
    clock.now += FRESH + 1

    assert keys.key("rsa") is None


def test_keys_do_for_an_hour_while_the_issuer_is_down(
    issuer: Issuer, keys: KeySet, clock: Clock
) -> None:
    keys.key("rsa")
    issuer.down = True

    clock.now += KEPT - 1
    assert keys.key("rsa")
    clock.now += 2
    with pytest.raises(NotPublished):
        keys.key("rsa")


def test_an_issuer_that_is_down_lets_nobody_in_and_is_told_to_the_log(
    issuer: Issuer, keys: KeySet, caplog: pytest.LogCaptureFixture
) -> None:
    issuer.down = True
    tokens = Tokens(Oidc.checked(issuer.address, AUDIENCE, TENANT), keys)

    for _ in range(50):
        with pytest.raises(NotRecognised):
            tokens.visitor(issuer.token())
    assert caplog.text.count("The keys of the token issuer cannot be had") == 1
    assert len(issuer.fetched) == 1


def test_an_issuer_that_comes_back_is_believed_again(
    issuer: Issuer, keys: KeySet, clock: Clock
) -> None:
    issuer.down = True
    with pytest.raises(NotPublished):
        keys.key("rsa")

    issuer.down = False
    clock.now += PAUSE
    assert keys.key("rsa")


def test_a_page_log_in_finds_the_addresses(issuer: Issuer, keys: KeySet) -> None:
    found = keys.published().discovery

    assert found.authorization == f"{issuer.address}/authorize"
    assert found.token == f"{issuer.address}/token"


@pytest.mark.parametrize(
    "told",
    [
        {"issuer": "http://127.0.0.1:9"},
        {"issuer": None},
        {"jwks_uri": "http://keys.evil.example/keys"},
        {"jwks_uri": "file:///etc/passwd"},
        {"jwks_uri": None},
        {"jwks_uri": "http://127.0.0.1:1/keys"},
        {"jwks_uri": "https://[::1/keys"},
    ],
)
def test_a_discovery_document_that_is_not_right_gives_no_keys(
    issuer: Issuer, keys: KeySet, told: dict[str, Any]
) -> None:
    issuer.discovery = told

    with pytest.raises(NotPublished):
        keys.key("rsa")


@pytest.mark.parametrize(
    "changed",
    [
        {"use": "enc"},
        {"kty": "oct", "k": "c2VjcmV0"},
        {"alg": "HS256"},
        {"kid": 7},
        {"n": "AQAB"},
        {"n": None},
        {"kty": ["RSA"]},
        {"issuer": "https://login.microsoftonline.com/another/v2.0"},
    ],
)
def test_a_key_that_is_not_for_these_signatures_is_none(
    issuer: Issuer, keys: KeySet, changed: dict[str, Any]
) -> None:
    issuer.keys[0] |= changed
    tokens = Tokens(Oidc.checked(issuer.address, AUDIENCE, TENANT), keys)

    with pytest.raises(NotRecognised):
        tokens.visitor(issuer.token())


def test_a_key_serves_the_algorithm_it_names_alone(issuer: Issuer, keys: KeySet) -> None:
    issuer.keys[0] = RSAAlgorithm.to_jwk(issuer.rsa.public_key(), as_dict=True) | {
        "kid": "rsa",
        "alg": "PS256",
    }
    tokens = Tokens(Oidc.checked(issuer.address, AUDIENCE, TENANT), keys)

    assert tokens.visitor(issuer.signed(issuer.claims(), alg="PS256"))
    with pytest.raises(NotRecognised):
        tokens.visitor(issuer.token())


@pytest.mark.parametrize("told", [[], {"keys": {}}, {"keys": ["kat", 7]}, "kat"])
def test_what_is_no_set_of_keys_gives_none(issuer: Issuer, keys: KeySet, told: Any) -> None:
    issuer.keys = told if isinstance(told, list) else [told]

    with pytest.raises(NotPublished):
        keys.key("rsa")
