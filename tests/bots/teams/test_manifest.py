"""The app package for Teams."""

import json
import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from bots.cli import cli
from bots.teams import icons
from bots.teams.manifest import THREADS, manifest, package
from service.errors import BadSetting
from tests.bots.teams.activities import APP

DOMAIN = "svar.example.dk"


def shape(png: bytes) -> tuple[int, int, int, int]:
    """Width, height, depth and kind of colour, once every checksum of the picture was counted."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        data, check = png[at + 8 : at + 8 + length], png[at + 8 + length : at + 12 + length]
        assert zlib.crc32(name + data) == int.from_bytes(check)
        at += 12 + length
    return struct.unpack(">IIBB", png[16:26])


def pixels(png: bytes, size: int) -> list[bytes]:
    """Red, green, blue and how much is seen of each point."""
    length = struct.unpack(">I", png[33:37])[0]
    raw = zlib.decompress(png[41 : 41 + length])
    rows = [raw[y * (4 * size + 1) + 1 : (y + 1) * (4 * size + 1)] for y in range(size)]
    return [row[at : at + 4] for row in rows for at in range(0, len(row), 4)]


def test_the_package_has_the_manifest_and_two_icons() -> None:
    with ZipFile(BytesIO(package(APP, DOMAIN))) as archive:
        names = archive.namelist()
        read = json.loads(archive.read("manifest.json"))

    assert names == ["manifest.json", "color.png", "outline.png"]
    assert read == manifest(APP, DOMAIN)


def test_the_same_package_is_the_same_bytes() -> None:
    assert package(APP, DOMAIN) == package(APP, DOMAIN)


def test_the_coloured_icon_is_a_square_that_nothing_shows_through() -> None:
    assert shape(icons.colour()) == (192, 192, 8, 6)
    assert {each[3] for each in pixels(icons.colour(), 192)} == {255}


def test_the_outline_is_white_on_nothing() -> None:
    assert shape(icons.outline()) == (32, 32, 8, 6)
    points = pixels(icons.outline(), 32)
    assert {each[:3] for each in points} == {b"\xff\xff\xff"}
    assert {0, 255} <= {each[3] for each in points}


def test_texts_keep_the_lengths_that_teams_takes() -> None:
    made = manifest(APP, DOMAIN)

    assert len(made["name"]["short"]) <= 30
    assert len(made["name"]["full"]) <= 100
    assert len(made["description"]["short"]) <= 80
    assert len(made["description"]["full"]) <= 4_000
    listed = [each for one in made["bots"][0]["commandLists"] for each in one["commands"]]
    assert all(len(each["title"]) <= 32 and len(each["description"]) <= 128 for each in listed)
    (entry,) = made["composeExtensions"][0]["commands"]
    assert len(entry["title"]) <= 32
    assert len(entry["description"]) <= 128


def test_the_bot_is_in_personal_chats_teams_and_groups() -> None:
    assert manifest(APP, DOMAIN)["bots"][0]["scopes"] == ["personal", "team", "groupChat"]


def test_a_private_question_is_offered_where_others_read_along() -> None:
    lists = manifest(APP, DOMAIN)["bots"][0]["commandLists"]

    titles = {one["scopes"][0]: [each["title"] for each in one["commands"]] for one in lists}
    assert "privat:" not in titles["personal"]
    assert titles["team"][0] == titles["groupChat"][0] == "privat:"


def test_it_asks_for_no_rights_unless_that_is_wished() -> None:
    assert "authorization" not in manifest(APP, DOMAIN)


def test_reading_along_is_all_it_asks_for() -> None:
    asked = manifest(APP, DOMAIN, threads=True)["authorization"]["permissions"]

    names = [each["name"] for each in asked["resourceSpecific"]]
    assert names == [each.name for each in THREADS]
    assert names == ["ChannelMessage.Read.Group", "ChatMessage.Read.Chat"]


def test_the_documentation_names_each_right_and_what_it_is_for() -> None:
    told = (Path(__file__).parents[3] / "docs" / "teams.md").read_text(encoding="utf-8")

    assert all(f"| `{each.name}` | {each.why} |" in told for each in THREADS)


@pytest.mark.parametrize(
    "domain",
    [
        "",
        "https://svar.example.dk",
        "svar",
        "svar.example.dk/",
        "svar..dk",
        "a b.dk",
        "-a.dk",
        "x" * 300 + ".dk",
    ],
)
def test_what_is_no_domain_is_refused(domain: str) -> None:
    with pytest.raises(BadSetting, match="is no domain"):
        manifest(APP, domain)


@pytest.mark.parametrize("client_id", ["", "aftalesvar", APP + "0", APP[:-1]])
def test_what_is_no_id_is_refused(client_id: str) -> None:
    with pytest.raises(BadSetting, match="is no id of Entra"):
        manifest(client_id, DOMAIN)


def test_the_command_writes_the_package(tmp_path: Path) -> None:
    out = tmp_path / "aftalesvar-teams.zip"

    done = CliRunner().invoke(
        cli, ["teams", "manifest", "--id", APP, "--domain", DOMAIN, "--out", str(out)]
    )

    assert done.exit_code == 0
    assert out.read_bytes() == package(APP, DOMAIN)
    assert str(out) in done.output
