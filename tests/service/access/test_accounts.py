"""Accounts of chat platforms: who sees what is closed, for how long, and where."""

import stat
from pathlib import Path

import pytest

from index import EVERYTHING, OPEN_ONLY, Visibility
from service.access.account import Account, account
from service.access.accounts import FILE, Accounts
from service.access.errors import AccountsUnusable, BadAccount, BadName, UnknownAccount
from service.access.visitor import Channel

DAY = 86_400
TENANT, PERSON = "5b0e3f4a-1c2d-4e5f-8a9b-0c1d2e3f4a5b", "0f9e8d7c-6b5a-4c3d-9e1f-0a1b2c3d4e5f"
SLACK = account(Channel.SLACK, "T0123ABCD", "U0123ABCD")
TEAMS = account(Channel.TEAMS, TENANT, PERSON)


class Clock:
    """A clock that is put forward by hand."""

    now = 1_750_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Accounts:
    return Accounts(tmp_path / "access", clock)


def seen(
    accounts: Accounts, of: Account = SLACK, *, guest: bool = False, private: bool = True
) -> frozenset[Visibility]:
    """What the account may see."""
    visitor = accounts.visitor(of.platform, of.tenant, of.user, guest=guest, private=private)
    return visitor.visibility


@pytest.mark.parametrize("of", [SLACK, TEAMS])
def test_an_account_with_rights_sees_closed_items_in_private(
    accounts: Accounts, of: Account
) -> None:
    accounts.add(of, "Anne")

    assert seen(accounts, of) == EVERYTHING


def test_in_a_channel_it_sees_what_is_open(accounts: Accounts) -> None:
    accounts.add(SLACK, "Anne")

    assert seen(accounts, private=False) == OPEN_ONLY


def test_a_guest_sees_what_is_open(accounts: Accounts) -> None:
    accounts.add(SLACK, "Anne")

    assert seen(accounts, guest=True) == OPEN_ONLY


def test_an_account_without_rights_sees_what_is_open(accounts: Accounts) -> None:
    assert seen(accounts) == OPEN_ONLY

    accounts.add(TEAMS, "Bo")
    assert seen(accounts) == OPEN_ONLY


def test_a_right_ends_with_its_last_day(accounts: Accounts, clock: Clock) -> None:
    accounts.add(SLACK, "Anne", days=30)
    clock.now += 30 * DAY - 1
    last = seen(accounts)
    clock.now += 1

    assert last == EVERYTHING
    assert seen(accounts) == OPEN_ONLY


def test_a_right_that_is_removed_counts_no_more_at_once(accounts: Accounts, tmp_path: Path) -> None:
    accounts.add(SLACK, "Anne")
    before = seen(accounts)
    Accounts(tmp_path / "access").remove(SLACK)

    assert before == EVERYTHING
    assert seen(accounts) == OPEN_ONLY


def test_an_account_that_has_no_rights_cannot_lose_them(accounts: Accounts) -> None:
    with pytest.raises(UnknownAccount):
        accounts.remove(SLACK)

    accounts.add(TEAMS, "Bo")
    with pytest.raises(UnknownAccount):
        accounts.remove(SLACK)


def test_an_account_that_is_added_again_has_its_new_end(accounts: Accounts, clock: Clock) -> None:
    accounts.add(SLACK, "Anne")
    accounts.add(SLACK, "Anne Holm", days=1)

    (linked,) = accounts.listed()
    assert linked.name == "Anne Holm"
    assert linked.expires
    assert linked.expires.timestamp() == clock.now + DAY


def test_ids_of_entra_are_the_same_in_capitals(accounts: Accounts) -> None:
    accounts.add(account(Channel.TEAMS, TENANT.upper(), PERSON), "Bo")

    assert seen(accounts, Account(Channel.TEAMS, TENANT, PERSON.upper())) == EVERYTHING


def test_accounts_are_told_apart_for_limits(accounts: Accounts) -> None:
    names = {
        accounts.visitor(of.platform, of.tenant, of.user, guest=True, private=False).name
        for of in (SLACK, TEAMS, account(Channel.SLACK, "T0123ABCD", "U0123ABCE"))
    }

    assert len(names) == 3


def test_an_account_is_one_visitor_wherever_it_asks(accounts: Accounts) -> None:
    accounts.add(SLACK, "Anne")
    names = {
        accounts.visitor("slack", SLACK.tenant, SLACK.user, guest=guest, private=private).name  # type: ignore[arg-type]
        for guest in (True, False)
        for private in (True, False)
    }

    assert names == {SLACK.visitor}


@pytest.mark.parametrize(
    ("platform", "tenant", "user"),
    [
        (Channel.SLACK, "T0123ABCD", ""),
        (Channel.SLACK, "t0123abcd", "U0123ABCD"),
        (Channel.SLACK, "T0123ABCD", "B0123ABCD"),
        (Channel.SLACK, "T0123ABCD", "U0123ABCD\n"),
        (Channel.SLACK, "T0123ABCD", "U' OR '1'='1"),
        (Channel.SLACK, TENANT, PERSON),
        (Channel.TEAMS, "T0123ABCD", "U0123ABCD"),
        (Channel.TEAMS, TENANT, "29:1abc"),
        (Channel.TEAMS, TENANT, PERSON + "0"),
        (Channel.KEY, TENANT, PERSON),
    ],
)
def test_what_is_no_account_is_refused(platform: Channel, tenant: str, user: str) -> None:
    with pytest.raises(BadAccount):
        account(platform, tenant, user)


def test_who_is_no_account_sees_what_is_open(accounts: Accounts) -> None:
    accounts.add(SLACK, "Anne")

    assert seen(accounts, Account(Channel.SLACK, "T0123ABCD", "U0123ABCD\n")) == OPEN_ONLY


@pytest.mark.parametrize("name", ["", " ", "x" * 61, "a\nb"])
def test_a_name_that_cannot_be_shown_is_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(BadName):
        accounts.add(SLACK, name)


def test_a_damaged_file_gives_nobody_rights_and_is_named(
    accounts: Accounts, tmp_path: Path
) -> None:
    path = tmp_path / "access" / FILE
    accounts.add(SLACK, "Anne")
    path.write_bytes(b"no database " * 1_000)

    assert seen(accounts) == OPEN_ONLY
    with pytest.raises(AccountsUnusable, match=FILE):
        accounts.listed()


def test_only_its_owner_may_read_the_file(accounts: Accounts, tmp_path: Path) -> None:
    accounts.add(SLACK, "Anne")

    assert stat.S_IMODE((tmp_path / "access" / FILE).stat().st_mode) == 0o600


def test_asking_makes_no_file(accounts: Accounts, tmp_path: Path) -> None:
    seen(accounts)

    assert accounts.listed() == ()
    assert not (tmp_path / "access").exists()
