"""Who comes in without saying who they are, and what counts before what."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import openai
import pytest

from index import OPEN_ONLY
from service.access.addresses import is_loopback
from service.access.errors import NotRecognised
from service.access.keys import Keys
from service.access.port import Presented
from service.access.recogniser import Anybody, FrontDoor
from service.access.visitor import Channel, Scope, Visitor, anonymous
from service.web.site import Site
from tests.service.access.conftest import House, opened

ROOT = Path(__file__).parent.parent.parent.parent
COMMAND = [sys.executable, "-m", "service.cli", "serve"]
HERE, EVERYWHERE = True, False
DIRECT = Presented(address="127.0.0.1")
FORWARDED = Presented(address="127.0.0.1", forwarded=True)
BO = Visitor("person bo", Channel.SESSION, frozenset({Scope.READ}), "Bo Lind")


class Cookies:
    """The log-ins of one person."""

    def visitor(self, cookie: str) -> Visitor | None:
        return BO if cookie == "bo" else None


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path)


@pytest.mark.parametrize(
    ("allowed", "listening", "presented", "comes_in"),
    [
        (None, HERE, DIRECT, True),
        (None, HERE, FORWARDED, False),
        (None, EVERYWHERE, DIRECT, False),
        (None, EVERYWHERE, FORWARDED, False),
        (True, HERE, FORWARDED, True),
        (True, EVERYWHERE, DIRECT, True),
        (True, EVERYWHERE, FORWARDED, True),
        (False, HERE, DIRECT, False),
        (False, EVERYWHERE, FORWARDED, False),
    ],
)
def test_anybody_comes_in_where_the_house_says_so_or_on_its_own_machine(
    allowed: bool | None, listening: bool, presented: Presented, comes_in: bool
) -> None:
    assert Anybody(allowed, listening).may_come(presented) is comes_in


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer nonsense",
        "Bearer Anonymous",
        "bearer anonymous",
        "Bearer  anonymous",
        "Bearer anonymous, Bearer anonymous",
        "Bearer a b",
        "Bearer aft_0000000000_" + "0" * 40,
        "Bearer a.b.c",
        "Basic Ym86Ym8=",
        "bo",
        "Bearer blåbær",
    ],
)
@pytest.mark.parametrize("session", [None, "bo"])
def test_a_bad_key_or_token_is_never_taken_for_none(
    keys: Keys, authorization: str, session: str | None
) -> None:
    door = FrontDoor(keys, Anybody(True), sessions=Cookies())

    with pytest.raises(NotRecognised):
        door.visitor(Presented(authorization, session, "127.0.0.1"))


@pytest.mark.parametrize("session", [None, "bo"])
def test_who_says_to_be_nobody_is_anybody(keys: Keys, session: str | None) -> None:
    nobody = Presented("Bearer anonymous", session, "127.0.0.1")

    assert FrontDoor(keys, Anybody(True), sessions=Cookies()).visitor(nobody) == (
        anonymous("127.0.0.1")
    )
    with pytest.raises(NotRecognised):
        FrontDoor(keys, Anybody(False), sessions=Cookies()).visitor(nobody)


def test_a_key_counts_before_a_session(keys: Keys) -> None:
    key, text = keys.add("Testsystem")
    door = FrontDoor(keys, Anybody(True), sessions=Cookies())

    assert door.visitor(Presented(f"Bearer {text}", "bo")).name == f"key {key.id}"
    assert door.visitor(Presented(session="bo")) == BO


def test_a_session_that_is_over_is_none(keys: Keys) -> None:
    over = Presented(session="over", address="127.0.0.1")

    assert FrontDoor(keys, Anybody(True), sessions=Cookies()).visitor(over) == (
        anonymous("127.0.0.1")
    )
    with pytest.raises(NotRecognised):
        FrontDoor(keys, Anybody(False), sessions=Cookies()).visitor(over)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "::1"])
def test_names_of_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["", "0.0.0.0", "::", "192.0.2.7", "localhost.evil.example", "127.0.0.1.evil.example"]
)
def test_names_of_others(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("", "no address", False),
    ],
)
def test_anybody_at_one_network_of_ipv6_is_one_visitor(one: str, other: str, same: bool) -> None:
    assert (anonymous(one) == anonymous(other)) is same


@contextmanager
def served(home: Path, settings: dict[str, str]) -> Iterator[str]:
    """The service as the command starts it: what stands before the application counts too."""
    process = subprocess.Popen(
        [*COMMAND, "--no-watch", "--port", "0", "--home", str(home)],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        yield process.stdout.readline().split()[0]
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A service on this machine, with nothing set."""
    with opened(tmp_path_factory.mktemp("home"), Anybody(loopback=True)) as house:
        yield house


def test_on_this_machine_anybody_reads_what_is_open(local: House) -> None:
    assert local.search().status_code == 200
    assert local.shelf.filters.visibility == OPEN_ONLY


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Forwarded-For", "127.0.0.1"),
        ("X-Forwarded-Host", "localhost"),
        ("X-Real-IP", "127.0.0.1"),
        ("Forwarded", "for=127.0.0.1"),
        ("Via", "1.1 proxy"),
        ("Host", "svar.das.example"),
        ("Host", "evil.example:8000"),
        ("Host", "127.0.0.1.evil.example"),
        ("Host", "[::1"),
        ("Host", ""),
    ],
)
def test_nobody_comes_from_elsewhere_through_a_proxy(local: House, name: str, value: str) -> None:
    assert local.search(**{name: value}).status_code in (400, 401, 421)


def test_nobody_comes_by_the_name_a_proxy_answers_to(tmp_path: Path) -> None:
    site = Site("https://svar.das.example")
    with opened(tmp_path, Anybody(loopback=True), site=site) as house:
        _, text = house.keys.add("Testsystem")
        by_name = {"Host": "svar.das.example"}

        assert house.search(**by_name).status_code == 401
        assert house.search(f"Bearer {text}", **by_name).status_code == 200


def test_a_client_that_insists_on_a_key_can_say_that_it_has_none(local: House) -> None:
    with openai.OpenAI(base_url=f"{local.url}/v1", api_key="anonymous") as api:
        assert [model.id for model in api.models.list()] == ["aftalesvar"]


def test_a_bad_key_is_refused_where_anybody_may_come(local: House) -> None:
    assert local.search("Bearer aft_nonsense").status_code == 401
    assert local.search("").status_code == 401


def test_of_two_headers_none_counts(local: House) -> None:
    _, text = local.keys.add("Testsystem")

    assert local.search(f"Bearer {text}").status_code == 200
    assert local.search(f"Bearer {text}", f"Bearer {text}").status_code == 401


def test_a_header_gives_nobody_another_address(tmp_path: Path) -> None:
    settings = {"AFTALESVAR_ANONYMOUS": "yes", "AFTALESVAR_QUESTIONS_PER_MINUTE": "1"}
    with served(tmp_path, settings) as url:
        statuses = [
            httpx.post(
                f"{url}/v1/search",
                json={"text": "takster"},
                headers={"X-Forwarded-For": f"192.0.2.{n}", "X-Real-IP": f"192.0.2.{n}"},
                timeout=60,
            ).status_code
            for n in range(3)
        ]

    assert statuses == [503, 429, 429]  # there is no index; a question counts all the same
