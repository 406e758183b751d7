"""Log-ins and how they end."""

import sqlite3
from pathlib import Path

import pytest

from service.access.keys import Keys
from service.access.login.sessions import FILE, LIFE, LogIns
from service.access.visitor import Channel, Scope, Visitor

PERSON = Visitor(
    "person 1", Channel.SESSION, frozenset({Scope.READ, Scope.CLOSED}), "Karla Nørgård"
)


class Clock:
    """A time that only passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keys(tmp_path: Path, clock: Clock) -> Keys:
    return Keys(tmp_path, clock)


@pytest.fixture
def log_ins(tmp_path: Path, keys: Keys, clock: Clock) -> LogIns:
    return LogIns(tmp_path, keys, clock)


def test_who_logged_in_is_known_by_the_cookie(log_ins: LogIns) -> None:
    cookie = log_ins.begin(PERSON)

    assert log_ins.visitor(cookie) == PERSON


def test_a_log_in_lives_eight_hours_however_much_it_is_used(log_ins: LogIns, clock: Clock) -> None:
    cookie = log_ins.begin(PERSON)

    for _ in range(8):
        assert log_ins.visitor(cookie)
        clock.now += LIFE / 8
    assert log_ins.visitor(cookie) is None


def test_a_holder_of_a_key_is_named_as_with_the_key_itself(log_ins: LogIns, keys: Keys) -> None:
    key, text = keys.add("Karla", (Scope.CLOSED,))

    logged_in = log_ins.visitor(log_ins.begin_with_key(key.id))

    assert logged_in
    assert logged_in.name == keys.visitor(text).name
    assert logged_in.scopes == keys.visitor(text).scopes
    assert (logged_in.channel, logged_in.shown) == (Channel.SESSION, "Karla")


def test_a_log_in_ends_with_its_key(log_ins: LogIns, keys: Keys, clock: Clock) -> None:
    revoked, expired = keys.add("a")[0], keys.add("b", days=1)[0]
    clock.now += 86_000
    cookies = [log_ins.begin_with_key(key.id) for key in (revoked, expired)]
    assert all(map(log_ins.visitor, cookies))

    keys.revoke(revoked.id)
    clock.now += 500

    assert not any(map(log_ins.visitor, cookies))


def test_a_log_out_ends_one_log_in_and_no_other(log_ins: LogIns) -> None:
    one, other = log_ins.begin(PERSON), log_ins.begin(PERSON)

    log_ins.end(one)

    assert log_ins.visitor(one) is None
    assert log_ins.visitor(other) == PERSON


def test_another_process_knows_the_log_in_and_its_end(
    log_ins: LogIns, tmp_path: Path, keys: Keys, clock: Clock
) -> None:
    other = LogIns(tmp_path, keys, clock)
    cookie = log_ins.begin(PERSON)
    assert other.visitor(cookie) == PERSON

    log_ins.end(cookie)

    assert other.visitor(cookie) is None


def test_names_do_not_stay_behind(log_ins: LogIns, tmp_path: Path, clock: Clock) -> None:
    log_ins.begin(PERSON)
    clock.now += LIFE
    log_ins.end(log_ins.begin(Visitor("person 2", Channel.SESSION, frozenset())))

    assert "Nørgård".encode() not in (tmp_path / FILE).read_bytes()


@pytest.mark.parametrize("file", [b"", b"ingen database" * 100, None])
def test_a_file_that_cannot_be_read_lets_nobody_in(
    log_ins: LogIns, tmp_path: Path, file: bytes | None
) -> None:
    cookie = log_ins.begin(PERSON)
    path = tmp_path / FILE
    path.unlink()
    if file is not None:
        path.write_bytes(file)

    assert log_ins.visitor(cookie) is None


def test_a_copy_of_the_file_opens_nothing(log_ins: LogIns, tmp_path: Path) -> None:
    cookie = log_ins.begin(PERSON)

    with sqlite3.connect(tmp_path / FILE) as file:
        digest = file.execute("SELECT digest FROM sessions").fetchone()[0]

    assert cookie.encode() not in (tmp_path / FILE).read_bytes()
    assert log_ins.visitor(digest.hex()) is None
