"""The content of a page is told from its menus and its head and foot, and never lost with them."""

import pytest

from ingest.document import Concern
from ingest.extract import Extract, Options
from ingest.readers import html

TEXT = "Styregruppen bakker op om taksten for 2026. " * 5


def _read(markup: str) -> Extract:
    return html.extract(markup.encode(), "side.html", Options())


def _texts(markup: str) -> list[str]:
    return [line.text for line in _read(markup).lines if not line.blank]


def _aside(markup: str) -> list[str]:
    return [line.removed for line in _read(markup).lines if line.removed]


def test_head_and_foot_of_the_page_are_set_aside_and_its_menu_dropped() -> None:
    markup = f"""<header>Region Østfjorden</header><nav>Menu</nav><h1>Takster</h1><p>{TEXT}</p>
        <aside>Læs også</aside><footer><p>Udkast 1.1</p></footer>"""

    assert _texts(markup) == ["Takster", TEXT.strip()]
    assert _aside(markup) == ["Region Østfjorden", "Læs også", "Udkast 1.1"]
    assert "Menu" not in _read(markup).text


@pytest.mark.parametrize(
    "landmark", ["<main>{}</main>", "<div role=main>{}</div>", "<article>{}</article>"]
)
def test_text_outside_the_landmark_is_set_aside(landmark: str) -> None:
    markup = f"<div>Du er her: Forside</div>{landmark.format(f'<h1>A</h1><p>{TEXT}')}"

    assert _texts(markup) == ["A", TEXT.strip()]
    assert _aside(markup) == ["Du er her: Forside"]


def test_a_landmark_with_little_of_the_text_is_none() -> None:
    markup = f"<main><p>Kort</p></main><div><p>{TEXT}</p></div>"

    assert _texts(markup) == ["Kort", TEXT.strip()]


def test_all_articles_of_a_page_are_read() -> None:
    markup = f"<article><h2>A</h2>{TEXT}</article><article><h2>B</h2>{TEXT}</article>"

    assert _texts(markup) == ["A", TEXT.strip(), "B", TEXT.strip()]


def test_much_text_outside_the_main_part_is_told() -> None:
    markup = f"<main><p>{TEXT * 4}</p></main><div><p>{TEXT * 3}</p></div>"

    (finding,) = _read(markup).findings
    assert finding.concern is Concern.UNREAD
    assert finding.what == (
        "not read: text outside the page's main part: 1 place, "
        f"{len((TEXT * 3).strip())} characters"
    )


def test_a_title_outside_the_main_part_is_text_where_the_part_has_none() -> None:
    lone = f"<header><h1>Takster</h1>Region</header><main><p>{TEXT}</main>"
    own = f"<header><h1>Region</h1></header><main><h1>Takster</h1><p>{TEXT}</main>"

    assert _texts(lone)[0] == "Takster"
    assert _aside(lone) == ["Region"]
    assert _texts(own)[0] == "Takster"
    assert _aside(own) == ["Region"]


def test_head_foot_and_box_of_an_article_are_its_text() -> None:
    markup = f"""<main><article><header><h1>A</h1><p>1. maj</p></header><p>{TEXT}</p>
        <aside><p>Fakta</p></aside><footer>Kilde: B</footer></article></main>"""

    assert _texts(markup) == ["A", "1. maj", TEXT.strip(), "Fakta", "Kilde: B"]


@pytest.mark.parametrize(
    "box",
    [
        "<div role=dialog>Vi bruger cookies</div>",
        "<dialog>Vi bruger cookies</dialog>",
        "<div role=banner>Vi bruger cookies</div>",
        "<div role=contentinfo>Vi bruger cookies</div>",
    ],
)
def test_boxes_of_the_page_are_set_aside(box: str) -> None:
    markup = f"{box}<p>{TEXT}"

    assert _texts(markup) == [TEXT.strip()]
    assert _aside(markup) == ["Vi bruger cookies"]


@pytest.mark.parametrize(
    "part",
    [
        "<script>var a</script>",
        "<style>p{}</style>",
        "<template><p>a</template>",
        "<noscript>a</noscript>",
        "<select><option>a</select>",
        "<textarea>a</textarea>",
        "<button>a</button>",
        "<input value=a>",
        "<div role=navigation>a</div>",
        "<div role=search>a</div>",
        "<svg><title>a</title></svg>",
    ],
)
def test_controls_menus_and_scripts_are_no_text(part: str) -> None:
    extract = _read(f"<p>Tekst</p>{part}<p>mere")

    assert extract.text == "Tekst\n\nmere\n"


def test_a_form_around_the_page_is_no_reason_to_lose_it() -> None:
    assert _texts("<form><fieldset><legend>A</legend><p>Tekst</p></fieldset></form>") == [
        "A",
        "Tekst",
    ]


def test_a_button_that_is_a_heading_is_text() -> None:
    markup = "<h2><button aria-expanded=false aria-controls=a>Afsnit</button></h2><p>Tekst"

    assert _texts(markup) == ["Afsnit", "Tekst"]


def test_a_menu_that_was_never_closed_does_not_swallow_the_page() -> None:
    assert _texts(f"<nav><a>Menu</a><main><p>{TEXT}</main>") == [TEXT.strip()]
    assert _texts("<nav><a>Menu</a><p>Tekst") == ["Menu", "Tekst"]


def test_a_page_all_in_its_header_is_read() -> None:
    assert _texts("<header><h1>Takster</h1><p>Tekst</header>") == ["Takster", "Tekst"]
