"""The Bot Framework's keys: when they are fetched, kept and not believed."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as new_ec
from jwt.algorithms import ECAlgorithm

from bots.teams.keys import FRESH, KEPT, PAUSE, Key, KeySet, keys
from service.access.published import NotPublished
from tests.bots.teams.server import BotFramework
from tests.bots.teams.signing import Signer

T = TypeVar("T")


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def asked(teams: BotFramework, watch: Watch, *steps: tuple[float, str]) -> list[Key | None]:
    """The keys that are found when each is asked for at its time."""

    async def ask() -> list[Key | None]:
        async with httpx.AsyncClient() as client:
            known = KeySet(teams.metadata, client, watch)
            found = []
            for when, kid in steps:
                watch.now = when
                if when >= 1000:
                    teams.keys_down = True
                found.append(await known.key(kid))
            return found

    return run(ask())


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def fetches(teams: BotFramework) -> int:
    return len(teams.asked("keys"))


def test_a_listed_key_is_found_with_its_channels(teams: BotFramework) -> None:
    (key,) = asked(teams, Watch(), (0, "key-1"))

    assert key is not None
    assert key.endorsements == {"msteams"}


def test_a_thousand_unknown_names_are_one_fetch(teams: BotFramework) -> None:
    async def ask() -> set[Key | None]:
        async with httpx.AsyncClient() as client:
            known = KeySet(teams.metadata, client, Watch())
            return set(await asyncio.gather(*(known.key(f"no-{n}") for n in range(1000))))

    assert run(ask()) == {None}
    assert fetches(teams) == 1


def test_an_unknown_name_is_looked_for_again_after_a_pause(teams: BotFramework) -> None:
    asked(teams, Watch(), (0, "key-2"), (PAUSE - 1, "key-2"), (PAUSE, "key-2"))

    assert fetches(teams) == 2


def test_a_new_key_is_found_when_it_is_named(teams: BotFramework) -> None:
    watch = Watch()

    async def ask() -> Key | None:
        async with httpx.AsyncClient() as client:
            known = KeySet(teams.metadata, client, watch)
            await known.key("key-1")
            teams.more_signers.append(Signer("app", "", "key-2"))
            watch.now = PAUSE
            return await known.key("key-2")

    assert run(ask()) is not None


def test_known_keys_are_kept_while_none_can_be_fetched(teams: BotFramework) -> None:
    first, late, gone = asked(
        teams, Watch(), (0, "key-1"), (FRESH + 1, "key-1"), (KEPT + 1, "key-1")
    )

    assert first is late is not None
    assert gone is None


def test_who_names_a_known_key_does_not_wait_for_a_fetch(teams: BotFramework) -> None:
    watch = Watch()

    async def ask() -> Key | None:
        async with httpx.AsyncClient() as client:
            known = KeySet(teams.metadata, client, watch)
            await known.key("key-1")
            teams.fail("keys", delay=60.0)
            watch.now = PAUSE
            slow = asyncio.create_task(known.key("key-2"))
            while fetches(teams) < 2:
                await asyncio.sleep(0.01)
            found = await known.key("key-1")
            assert not slow.done()
            slow.cancel()
            return found

    assert run(ask()) is not None


@pytest.mark.parametrize("fault", [{"status": 500}, {"drop": True, "status": 200}, {"status": 302}])
def test_without_keys_nothing_is_believed(teams: BotFramework, fault: dict[str, Any]) -> None:
    teams.fail("keys", **fault)

    assert asked(teams, Watch(), (0, "key-1")) == [None]


def test_metadata_of_another_issuer_is_not_believed() -> None:
    told = {"issuer": "https://ond.dk", "jwks_uri": "https://ond.dk/keys"}

    assert _of(told) is None


def test_keys_are_not_fetched_without_a_lock_on_the_way() -> None:
    told = {"issuer": "https://api.botframework.com", "jwks_uri": "http://login.example/keys"}

    assert _of(told) is None


def _of(told: dict[str, str]) -> Key | None:
    """The key that is found where the metadata says that."""

    async def ask() -> Key | None:
        transport = httpx.MockTransport(lambda request: httpx.Response(200, json=told))
        async with httpx.AsyncClient(transport=transport) as client:
            return await KeySet("https://login.example", client).key("key-1")

    return run(ask())


@pytest.mark.parametrize(
    "changed",
    [{"use": "enc"}, {"alg": "RS512"}, {"kid": 7}, {"n": "short"}, {"kty": "oct", "k": "c2Vj"}],
)
def test_what_is_no_key_for_rs256_is_left_out(changed: dict[str, Any]) -> None:
    jwk = Signer("app", "").published()

    with pytest.raises(NotPublished):
        keys({"keys": [jwk | changed]})


def test_a_key_of_another_kind_is_left_out() -> None:
    curve = ECAlgorithm.to_jwk(new_ec(SECP256R1()).public_key(), as_dict=True) | {"kid": "ec"}
    good = Signer("app", "").published()

    assert set(keys({"keys": [curve, "text", good]})) == {"key-1"}


def test_a_key_without_endorsements_is_for_no_channel() -> None:
    jwk = Signer("app", "").published()
    del jwk["endorsements"]

    assert keys({"keys": [jwk]})["key-1"].endorsements == frozenset()
