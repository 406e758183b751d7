"""What pages load: where it comes from, and whether its colours can be told apart."""

import re
from pathlib import Path

import pytest

from service.web.app import STATIC

SCRIPTS = sorted(STATIC.glob("*.js"))
STYLES = sorted(STATIC.glob("*.css"))
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", (STATIC / "style.css").read_text()))
TEXT, SHAPE = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11


def light(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(COLOURS[one]), light(COLOURS[other])))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["paper", "wash", "accent-wash"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "accent", "accent-dark", "wrong"])
def test_text_can_be_read_on_every_ground(ink, ground):
    assert contrast(ink, ground) >= TEXT


@pytest.mark.parametrize("kind", ["good", "careful", "wrong", "info"])
def test_a_tag_and_a_box_can_be_read(kind):
    assert contrast(kind, f"{kind}-wash") >= TEXT
    assert contrast("ink", f"{kind}-wash") >= TEXT
    assert contrast("accent", f"{kind}-wash") >= TEXT


def test_a_button_and_the_quote_can_be_read():
    assert contrast("paper", "accent") >= TEXT
    assert contrast("ink", "mark") >= TEXT


@pytest.mark.parametrize("ground", ["paper", "wash", "accent-wash"])
def test_fields_and_the_focus_can_be_seen(ground):
    assert contrast("edge", ground) >= SHAPE
    assert contrast("accent", ground) >= SHAPE


@pytest.mark.parametrize("path", [*SCRIPTS, *STYLES], ids=lambda path: path.name)
def test_nothing_is_loaded_from_outside(path: Path):
    text = path.read_text("utf-8")

    assert "//" not in re.sub(r"^\s*//.*$|; // .*$", "", text, flags=re.M)
    assert "@import" not in text
    assert "url(" not in text


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_every_module_that_is_imported_is_served(client, path: Path):
    for name in re.findall(r'(?:from|import) "\./(.+?)"', path.read_text("utf-8")):
        assert client.get(f"/static/{name}").headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_keeps_nothing_in_the_browser(path: Path):
    stores = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\b|eval\(")

    assert not stores.search(path.read_text("utf-8"))
