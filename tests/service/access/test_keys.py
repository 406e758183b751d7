"""API keys: let in while they hold, kept as a digest alone, and revoked at once."""

import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from index import EVERYTHING, OPEN_ONLY
from service.access.errors import BadName, KeysUnusable, NotRecognised, UnknownKey
from service.access.keys import FILE, Keys
from service.access.visitor import Channel, Scope
from service.keys_cli import keys as keys_command
from tests.service.access.conftest import House

ROOT = Path(__file__).parent.parent.parent.parent
DAY = 86_400


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "access"


@pytest.fixture
def keys(folder: Path) -> Keys:
    return Keys(folder)


def run(*arguments: str | Path) -> Result:
    """`aftalesvar keys`."""
    return CliRunner().invoke(keys_command, [str(each) for each in arguments])


def elsewhere(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """`aftalesvar keys` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "service.cli", "keys", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


def test_a_key_reads_what_is_open(house: House) -> None:
    _, text = house.keys.add("Testsystem")

    assert house.seen_with(text) == OPEN_ONLY


def test_a_key_for_closed_items_reads_the_open_ones_too(house: House) -> None:
    key, text = house.keys.add("Sekretariatet", [Scope.CLOSED])

    assert key.scopes == {Scope.READ, Scope.CLOSED}
    assert house.seen_with(text) == EVERYTHING


def test_a_key_for_metrics_reads_nothing_else(house: House) -> None:
    _, text = house.keys.add("Overvågning", [Scope.METRICS])
    headers = {"Authorization": f"Bearer {text}"}

    assert house.search(f"Bearer {text}").status_code == 403
    assert httpx.get(f"{house.url}/metrics", headers=headers).status_code == 200


def test_a_key_that_reads_sees_no_metrics(house: House) -> None:
    _, text = house.keys.add("Testsystem")
    headers = {"Authorization": f"Bearer {text}"}

    assert httpx.get(f"{house.url}/metrics", headers=headers).status_code == 403


def test_visitors_are_told_apart_by_their_key(keys: Keys) -> None:
    (first, text), (second, other) = keys.add("Testsystem"), keys.add("Testsystem")

    assert keys.visitor(text).name == f"key {first.id}"
    assert keys.visitor(other).name == f"key {second.id}"
    assert keys.visitor(text).channel is Channel.KEY


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1],
        lambda text: text + "0",
        lambda text: text[:-1] + ("0" if text[-1] != "0" else "1"),
        lambda text: text.upper(),
        lambda text: text.replace("aft_", "aft-"),
        lambda text: "aft_0000000000_" + text.split("_")[2],
        lambda text: text.rsplit("_", 1)[0],
        lambda text: "aft_",
        lambda text: f"{text}\n",
        lambda text: "aft_' OR 1=1 --_" + text.split("_")[2],
    ],
)
def test_what_is_not_quite_a_key_is_none(keys: Keys, spoil: object) -> None:
    _, text = keys.add("Testsystem")

    with pytest.raises(NotRecognised):
        keys.visitor(spoil(text))  # type: ignore[operator]


def test_a_key_ends_when_its_days_are_over(folder: Path) -> None:
    now = [1_000_000_000.0]
    keys = Keys(folder, clock=lambda: now[0])
    key, text = keys.add("Testsystem", days=2)

    now[0] += 2 * DAY - 1
    assert keys.visitor(text)
    now[0] += 1
    with pytest.raises(NotRecognised):
        keys.visitor(text)
    assert key.expires == datetime.fromtimestamp(1_000_000_000 + 2 * DAY, UTC)


def test_a_key_that_another_process_revokes_is_refused_at_once(house: House) -> None:
    key, text = house.keys.add("Testsystem")
    before = house.search(f"Bearer {text}")
    revoked = elsewhere("revoke", key.id, "--home", house.home)
    after = house.search(f"Bearer {text}")

    assert revoked.stdout == f"the key {key.id} of 'Testsystem' is revoked\n"
    assert (before.status_code, after.status_code) == (200, 401)


def test_a_key_that_is_made_meanwhile_is_taken_at_once(house: House) -> None:
    made = run("add", "Testsystem", "--closed", "--home", house.home)

    assert house.seen_with(made.stdout.strip()) == EVERYTHING
    assert made.stderr.startswith("This is the key of 'Testsystem' (read, closed).")


def test_a_file_that_is_restored_counts_from_then_on(keys: Keys, folder: Path) -> None:
    _, early = keys.add("Testsystem")
    backup = (folder / FILE).read_bytes()
    _, late = keys.add("Prøve")
    (folder / "restored").write_bytes(backup)
    (folder / "restored").replace(folder / FILE)

    assert keys.visitor(early)
    with pytest.raises(NotRecognised):
        keys.visitor(late)


def test_the_key_itself_is_in_no_file_list_or_error(folder: Path) -> None:
    home = folder.parent
    text = run("add", "Testsystem", "--home", home).stdout.strip()
    secret = text.rsplit("_", 1)[1]
    listed = run("list", "--home", home)
    wrong = run("revoke", text, "--home", home)
    again = run("add", f"Nøglen er {text}", "--home", home)

    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert len(secret) * 4 >= 128
    assert secret.encode() not in kept
    assert secret not in listed.output
    assert isinstance(wrong.exception, UnknownKey)
    assert isinstance(again.exception, BadName)
    assert secret not in str(wrong.exception) + str(again.exception)


def test_a_refused_key_is_told_to_no_log(keys: Keys, caplog: pytest.LogCaptureFixture) -> None:
    key, text = keys.add("Testsystem")
    keys.revoke(key.id)
    with caplog.at_level("DEBUG"), pytest.raises(NotRecognised):
        keys.visitor(text)

    assert text.rsplit("_", 1)[1] not in caplog.text


def test_only_the_own_user_may_read_the_file(keys: Keys, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    keys.add("Testsystem")

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_a_damaged_file_lets_nobody_in(keys: Keys, folder: Path) -> None:
    _, text = keys.add("Testsystem")
    (folder / FILE).write_bytes(b"kat" * 1000)

    with pytest.raises(NotRecognised):
        keys.visitor(text)
    with pytest.raises(KeysUnusable, match="cannot be used"):
        keys.listed()


def test_before_the_first_key_there_is_none_and_nothing_is_written(
    keys: Keys, folder: Path
) -> None:
    with pytest.raises(NotRecognised):
        keys.visitor(f"aft_{'0' * 10}_{'0' * 40}")

    assert keys.listed() == ()
    assert not folder.exists()


def test_the_list_tells_what_each_key_may_and_whether_it_holds(folder: Path) -> None:
    keys = Keys(folder)
    keys.add("Testsystem", days=30)
    keys.revoke(keys.add("Gammelt system", [Scope.CLOSED])[0].id)
    Keys(folder, clock=lambda: 1_000_000_000).add("Fra før", days=1)

    lines = run("list", "--home", folder.parent).stdout.splitlines()
    assert lines[0].split() == ["id", "may", "made", "ends", "state", "name"]
    assert {(line[12:36].strip(), line[60:]) for line in lines[1:]} == {
        ("read", "expired  Fra før"),
        ("read", "holds    Testsystem"),
        ("read, closed", "revoked  Gammelt system"),
    }


def test_without_keys_the_list_says_how_to_make_one(tmp_path: Path) -> None:
    assert "aftalesvar keys add NAME" in run("list", "--home", tmp_path).stdout


def test_a_key_may_be_revoked_twice(keys: Keys) -> None:
    key, _ = keys.add("Testsystem")
    first, second = keys.revoke(key.id), keys.revoke(key.id)

    assert first.revoked is None
    assert second.revoked is not None


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "to\nlinjer", "\x1b[2J", "a\u202eb"])
def test_a_name_that_cannot_be_shown_is_refused(keys: Keys, folder: Path, name: str) -> None:
    with pytest.raises(BadName, match="the name"):
        keys.add(name)

    assert not folder.exists()


def test_an_unknown_id_is_refused(keys: Keys) -> None:
    with pytest.raises(UnknownKey, match="'aftalesvar keys list' tells them"):
        keys.revoke("0000000000")


def test_a_home_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    refused = elsewhere("add", "Testsystem", "--home", tmp_path / "file")

    assert refused.returncode == 1
    assert refused.stdout == ""
    assert "keys.sqlite cannot be used (Not a directory); see that the home is right" in (
        refused.stderr
    )
