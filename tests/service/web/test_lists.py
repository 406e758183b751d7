"""The pages of lists as a browser gets them, over real HTTP, with the sample's documents."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest
from lxml import html

from index import Index, Updater
from service.access.port import Presented
from service.access.visitor import Scope, Visitor
from service.archive.of_index import IndexArchive
from service.assistant import ExtractiveAssistant
from service.web.app import create_app
from tests.service.conftest import hosting, parts
from tests.service.open_access import OpenAccess

BROWSER = {"Accept": "text/html"}
PAGES = ("/soeg", "/beslutninger", "/forloeb", "/samling")
MARKUP = "<script>alert(1)</script>"
HOSTILE = f"""Referat

Styregruppe Social

Mødet den 5. maj 2025, kl. 12.00 - 15.30

Punkt 1.

Godkendelse af dagsorden

Beslutning:

Godkendt

Punkt 2.

Nye takster {MARKUP}

Indstilling

Det indstilles, at Styregruppe Social

1. Godkender takster <img src=x onerror=alert(2)>

Beslutning:

Taksterne {MARKUP} blev godkendt.
"""


class Insider(OpenAccess):
    """Takes everybody for somebody who may see closed items too."""

    def visitor(self, presented: Presented) -> Visitor:
        everything = frozenset({Scope.READ, Scope.CLOSED})
        return replace(super().visitor(presented), scopes=everything)


@pytest.fixture(scope="module")
def served(sample_home: Path) -> Iterator[Callable[..., httpx.Client]]:
    """Serves a home until the tests of this module are done."""
    with ExitStack() as until:

        def serve(home: Path = sample_home, **others: object) -> httpx.Client:
            index = Index(home)
            until.callback(index.close)
            made = replace(parts(ExtractiveAssistant(index)), archive=IndexArchive(index), **others)
            url = until.enter_context(hosting(create_app(made)))
            client = httpx.Client(base_url=url, headers=BROWSER, timeout=30)
            return until.enter_context(client)

        yield serve


@pytest.fixture(scope="module")
def web(served: Callable[..., httpx.Client]) -> httpx.Client:
    return served()


@pytest.fixture(scope="module")
def hostile(
    served: Callable[..., httpx.Client], tmp_path_factory: pytest.TempPathFactory
) -> httpx.Client:
    folder, home = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("home")
    (folder / "referat-2025-05-05.txt").write_text(HOSTILE, "utf-8")
    Updater(home).update(folder)
    return served(home)


def read(response: httpx.Response) -> html.HtmlElement:
    """The page, which must be one."""
    assert response.headers["content-type"].startswith("text/html")
    return html.fromstring(response.text)


def all_of(page: html.HtmlElement, path: str) -> list[str]:
    """The texts at an XPath, with single spaces."""
    found = page.xpath(path)
    texts = (one if isinstance(one, str) else one.text_content() for one in found)
    return [" ".join(text.split()) for text in texts]


def boxes(page: html.HtmlElement, field: str) -> dict[str, str]:
    """The label of each box of a field, by its value."""
    ids = page.xpath(f"//input[@name='{field}' and @type!='hidden']")
    return {box.get("value"): all_of(page, f"//label[@for='{box.get('id')}']")[0] for box in ids}


def send(client: httpx.Client, path: str, **fields: object) -> html.HtmlElement:
    return read(client.post(path, data=fields, follow_redirects=True))


# Every page


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_built_for_a_screen_reader(web, path):
    page = read(web.get(path))

    ids = page.xpath("//@id")
    pointed = " ".join(page.xpath("//@for | //@aria-labelledby | //@aria-describedby")).split()
    assert len(page.xpath("//h1")) == 1
    assert len(ids) == len(set(ids))
    assert set(pointed) <= set(ids)


@pytest.mark.parametrize("path", PAGES)
def test_the_menu_says_which_page_is_open(web, path):
    assert read(web.get(path)).xpath("//nav//a[@aria-current='page']/@href") == [path]


@pytest.mark.parametrize("path", PAGES)
def test_unknown_parameters_change_nothing(web, path):
    assert web.get(f"{path}?utm_source=x&q=takster").text == web.get(path).text


@pytest.mark.parametrize("path", PAGES[:3])
def test_words_in_an_address_are_not_used(web, path):
    page = web.get(f"{path}?emne=takster")

    assert page.text == web.get(path).text


@pytest.mark.parametrize("path", [f"{path}/x" for path in PAGES])
def test_there_is_nothing_below_a_list(web, path):
    assert web.get(path).status_code == 404


@pytest.mark.parametrize("path", PAGES[:3])
@pytest.mark.parametrize("words", [MARKUP, '"><img src=x onerror=alert(1)>'])
def test_markup_in_the_words_stays_text(web, path, words):
    page = send(web, path, emne=words)

    assert page.xpath("//input[@name='emne' and @type='text']/@value") == [words]
    assert page.xpath("//script[not(@src)] | //img | //@onerror") == []


@pytest.mark.parametrize("path", PAGES[:3])
def test_control_characters_are_taken_out_of_the_words(web, path):
    page = send(web, path, emne="tak\x00ster\x1b[31m \u202e nye\x08")

    assert page.xpath("//input[@name='emne' and @type='text']/@value") == ["tak ster [31m nye"]


@pytest.mark.parametrize("path", PAGES[:3])
def test_words_without_letters_are_refused_at_the_field(web, path):
    response = web.post(path, data={"emne": "???"})

    page = read(response)
    (field,) = page.xpath("//input[@name='emne']")
    (said,) = page.xpath("//*[@role='alert']")
    assert response.status_code == 422
    assert (field.get("aria-invalid"), said.get("id")) == ("true", "emne-fejl")
    assert said.get("id") in field.get("aria-describedby")


@pytest.mark.parametrize("path", PAGES[:3])
@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"fra": "i går"}, "fra"),
        ({"til": "2024-02-31"}, "til"),
        ({"fra": "2025", "til": "2024"}, "til"),
        ({"organ": "Rådet for Intet"}, "organ"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(web, path, fields, field):
    response = web.post(path, data={"emne": "takster", **fields})

    assert response.status_code == 422
    assert f'id="{field}-fejl" role="alert"' in response.text


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"udfald": "vundet"}, "udfald"), ({"art": "roman"}, "art"), ({"aar": "20x4"}, "aar")],
)
def test_a_box_that_is_none_is_said_at_its_group(web, fields, field):
    response = web.post("/soeg", data={"emne": "takster", **fields})

    assert response.status_code == 422
    assert f'id="{field}-fejl" role="alert"' in response.text


@pytest.mark.parametrize("path", PAGES[1:])
def test_a_field_that_a_page_does_not_have_says_nothing(web, path):
    field = "art" if path == "/beslutninger" else "udfald"

    if path == "/samling":
        response = web.get(path, params={field: "vundet"})
    else:
        response = web.post(path, data={"emne": "takster", field: "vundet"})

    assert response.status_code == 200


def test_a_form_with_too_many_values_is_refused(web):
    assert web.post("/soeg", data={"emne": "x", "art": ["referat"] * 200}).status_code == 422


def test_before_anything_is_indexed_the_lists_say_so(served, tmp_path):
    bare = served(tmp_path)

    for path in PAGES[1:]:
        response = bare.get(path)
        assert response.status_code == 503
        assert all_of(read(response), "//h1") == ["Der er ingen dokumenter endnu"]


# Closed items


def test_the_sample_has_a_closed_item_that_some_may_see(served):
    page = send(served(recogniser=Insider()), "/beslutninger", emne="køb af ejendom")

    assert any("køb af ejendom" in title for title in all_of(page, "//tbody//th"))


@pytest.mark.parametrize("path", PAGES[:3])
def test_a_closed_item_is_not_felt_by_others(web, path):
    page = send(web, path, emne="drøftelse køb ejendom")

    assert "Drøftelse af køb af ejendom" not in page.text_content()


def test_counts_are_of_what_may_be_seen(web, served):
    insider = served(recogniser=Insider())

    counted = [boxes(read(one.get("/beslutninger")), "aar")["2025"] for one in (web, insider)]

    assert counted == ["2025 (9)", "2025 (10)"]


# Search


def test_search_marks_the_words_in_other_forms_and_in_compounds(web):
    marked = {text.casefold() for text in all_of(send(web, "/soeg", emne="takst"), "//mark")}

    assert {"taksten", "basistaksten"} <= marked
    assert all("takst" in text for text in marked)


def test_search_marks_nothing_for_words_the_documents_do_not_have(web):
    page = send(web, "/soeg", emne="kvantefysik")

    assert page.xpath("//mark") == []
    assert "Vi fandt" in " ".join(all_of(page, "//h2")) or page.xpath("//*[@class='alert warning']")


def test_what_is_found_opens_the_source_at_the_passage(web):
    (link, *_) = send(web, "/soeg", emne="takstskema").xpath("//ol//h3/a/@href")

    assert link.startswith("/kilder/")
    assert read(web.get(link)).xpath("//mark")


def test_search_shows_ten_and_more_on_request(web):
    first = send(web, "/soeg", emne="takster")
    (more,) = first.xpath("//button[@name='antal']/@value")

    second = send(web, "/soeg", emne="takster", antal=more)

    assert len(first.xpath("//ol[contains(@class, 'results')]/li")) == 10
    assert len(second.xpath("//ol[contains(@class, 'results')]/li")) == 20


def test_newest_first_is_by_the_meetings_day(web):
    page = send(web, "/soeg", emne="Fyrtårnet", orden="nyest", antal=50)

    years = [
        int(year)
        for place in page.xpath("//ol[contains(@class, 'results')]//ul[@class='place']")
        for year in re.findall(r"\. \w+ (20\d\d)", place.text_content())[:1]
    ]
    assert len(set(years)) > 1
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("art", "referat", "Referat"), ("udfald", "besluttet", "Besluttet"), ("aar", "2024", "2024")],
)
def test_a_box_leaves_only_what_it_says(web, field, value, said):
    counted = boxes(send(web, "/soeg", emne="Fyrtårnet"), field)[value]

    page = send(web, "/soeg", emne="Fyrtårnet", antal=50, **{field: value})

    cards = all_of(page, "//ol[contains(@class, 'results')]/li")
    assert len(cards) >= int(counted.split("(")[1].rstrip(")"))
    assert all(said in card for card in cards)


def test_a_chosen_box_stays_where_it_leaves_nothing(web):
    page = send(web, "/soeg", emne="takster", udfald="udsat", aar="2021")

    assert page.xpath("//input[@checked and @type='checkbox']/@value") == ["udsat", "2021"]
    assert all_of(page, "//section//h2") == ["Vi fandt ikke noget"]


def test_nothing_found_says_what_to_do(web):
    page = send(web, "/soeg", emne="takster", fra="1950", til="1951")

    assert "Fjern filtre, hvis du har valgt nogen." in all_of(page, "//section//li")


def test_a_cpr_number_is_taken_out_and_said(web):
    page = send(web, "/soeg", emne="takster for 010190-1234")

    assert "cpr-nummer er fjernet" in " ".join(all_of(page, "//*[contains(@class, 'alert')]"))


# Decisions


def test_decisions_come_newest_first_with_what_became_of_them(web):
    page = read(web.get("/beslutninger"))

    first = page.xpath("//tbody/tr")[0]
    assert all_of(first, "./*")[:3] == [
        "12. marts 2025 Styregruppe Social",
        "Punkt 1 Godkendelse af dagsorden",
        "Besluttet",
    ]


def test_a_row_opens_to_decision_and_recommendation_side_by_side(web):
    row = read(web.get("/beslutninger")).xpath("//tbody/tr")[0]

    assert all_of(row, ".//details//h3") == ["Beslutning", "Indstilling"]
    assert len(row.xpath(".//details//p[@class='verbatim']")) == 2


def test_a_row_tells_first_what_the_meeting_did(web):
    page = send(web, "/beslutninger", emne="fælles takstskema")

    (first, *_) = all_of(page, "//p[@class='teaser']")
    assert first == "… Punktet udskydes til mødet den 11. juni 2025."


def test_an_item_with_only_an_agenda_is_told_apart_in_words(web):
    page = read(web.get("/beslutninger?udfald=ikke+registreret"))

    assert set(all_of(page, "//tbody//td[@class='became']")) == {"Kun dagsorden"}
    assert "Kun dagsordenen er i samlingen, så beslutningen kendes ikke her." in all_of(
        page, "//tbody//details//p"
    )


def test_meetings_without_minutes_are_counted_and_named(web):
    page = read(web.get("/beslutninger"))

    assert "5 møder er gennemgået. Fra ét af dem" in page.text_content()
    assert all_of(page, "//details[@class='missing']//li") == ["16. november 2023"]


def test_without_words_the_choice_has_an_address(web):
    response = web.post("/beslutninger", data={"emne": "", "aar": "2024", "organ": ""})

    assert response.status_code == 303
    assert response.headers["location"] == "/beslutninger?aar=2024"


def test_words_are_never_sent_on_in_an_address(web):
    response = web.post("/beslutninger", data={"emne": "takster", "aar": "2023"})

    assert response.status_code == 200
    assert "takster" not in "".join(html.fromstring(response.text).xpath("//@href | //@action"))


def test_a_long_list_comes_a_page_at_a_time(web):
    first, second = (read(web.get(f"/beslutninger?side={side}")) for side in (1, 2))

    assert all_of(first, "//caption") == ["Punkter 1-25 af 35"]
    assert all_of(second, "//caption") == ["Punkter 26-35 af 35"]
    assert len(second.xpath("//tbody/tr")) == 10
    assert "Side 2 af 2" in all_of(second, "//nav[@aria-label='Sider']//span")


def test_a_page_after_the_last_is_the_last(web):
    page = read(web.get("/beslutninger?side=99"))

    assert all_of(page, "//caption") == ["Punkter 26-35 af 35"]
    assert page.xpath("//button[@name='side']/@value") == ["1"]


@pytest.mark.parametrize("side", ["0", "-1", "x", "99999999"])
def test_a_page_that_is_none_is_refused(web, side):
    assert web.get(f"/beslutninger?side={side}").status_code == 422


def test_a_year_is_a_condition_and_counts_as_it_says(web):
    page = read(web.get("/beslutninger"))
    said = boxes(page, "aar")["2023"]

    found = read(web.get("/beslutninger?aar=2023")).xpath("//tbody/tr")

    assert said == f"2023 ({len(found)})"


def test_decisions_are_of_one_year_or_a_period(web):
    response = web.get("/beslutninger?aar=2021&aar=2025")

    assert response.status_code == 422
    assert all_of(read(response), "//*[@id='aar-fejl']") == ["Vælg ét år, eller skriv en periode."]


def test_decisions_are_taken_along_as_csv(web):
    response = web.post("/beslutninger", data={"format": "csv", "emne": "takster"})

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert response.headers["content-type"].startswith("text/csv")
    assert "attachment" in response.headers["content-disposition"]
    assert any("Nyt fælles takstskema fra 2026" in cell for row in rows for cell in row)


def test_decisions_are_taken_along_as_a_workbook(web):
    response = web.post("/beslutninger", data={"format": "xlsx", "aar": "2024"})

    with ZipFile(io.BytesIO(response.content)) as book:
        assert "xl/workbook.xml" in book.namelist()


def test_an_unknown_format_is_refused(web):
    assert web.post("/beslutninger", data={"format": "exe"}).status_code == 422


# The course of a subject


def test_a_course_is_drawn_and_told_in_the_same_order(web):
    page = send(web, "/forloeb", emne="takster")

    across, down = (
        page.xpath(f"//svg[contains(@class, '{way}')]//a/@href") for way in ("across", "down")
    )
    told = [f"#{one}" for one in page.xpath("//ol//li[contains(@class, 'step')]/@id")]
    assert len(told) > 3
    assert (sorted(across), down) == (told, told)


def test_each_mark_says_in_words_what_became_of_it(web):
    page = send(web, "/forloeb", emne="takster")

    words = all_of(page, "//svg[contains(@class, 'across')]//text[@class='word']")
    assert {"Aftale", "Udkast", "Udsat", "Referat mangler"} <= set(words)


def test_the_drawing_is_for_the_eye_and_the_list_for_everybody(web):
    page = send(web, "/forloeb", emne="takster")

    for drawing in page.xpath("//svg[contains(@class, 'course')]"):
        assert drawing.get("aria-hidden") == "true"
        assert set(drawing.xpath(".//a/@tabindex")) == {"-1"}


def test_a_course_says_from_which_meetings_minutes_are_missing(web):
    page = send(web, "/forloeb", emne="takster")

    assert "Referat mangler fra 16. november 2023." in page.text_content()


def test_a_subject_nobody_treated_says_so_and_draws_nothing(web):
    page = send(web, "/forloeb", emne="kvantefysik")

    assert "Intet møde har behandlet emnet" in all_of(page, "//h2")
    assert page.xpath("//figure") == []


@pytest.mark.parametrize("path", ["/beslutninger", "/forloeb"])
def test_where_a_list_has_nothing_the_documents_can_be_searched(web, path):
    page = send(web, path, emne="kvantefysik")

    (form,) = page.xpath("//main//form[@action='/soeg']")
    assert form.xpath("./input/@value") == ["kvantefysik"]


def test_a_course_keeps_to_its_period(web):
    page = send(web, "/forloeb", emne="takster", fra="1. januar 2024", til="2024")

    assert all_of(page, "//h3[@class='year']") == ["2024"]


# The collection


def test_the_collection_says_what_is_here_and_what_is_missing(web):
    page = read(web.get("/samling"))

    facts = dict(zip(all_of(page, "//dt"), all_of(page, "//dd"), strict=True))
    assert facts["Dokumenter"] == "9"
    assert facts["Seneste møde"] == "12. marts 2025"
    assert facts["Møder uden referat"] == "1"


def test_the_matrix_has_every_year_between_the_first_and_the_last(web):
    rows = read(web.get("/samling")).xpath("//table[contains(@class, 'matrix')]/tbody/tr")

    told = {all_of(row, "./th")[0]: all_of(row, "./td")[0] for row in rows}
    assert list(told) == ["2025", "2024", "2023", "2022", "2021"]
    assert "1 kun dagsorden 16. nov." in told["2023"]
    assert "ingen" in told["2022"]


def test_drafts_and_editions_are_named(web):
    page = read(web.get("/samling"))

    assert all_of(page, "//section[@aria-labelledby='udgaver']//li") == ["2023-2024", "2025-2026"]
    assert "Styringsaftalen | 2025-2026" in all_of(page, "//section[@aria-labelledby='udkast']//li")


def test_documents_are_found_by_kind_and_open(web):
    page = read(web.get("/samling?art=guide"))

    (link,) = page.xpath("//table[contains(@class, 'documents')]//a/@href")
    assert all_of(page, "//tbody//td[1]")[-1] == "Guide"
    assert web.get(link).status_code == 200


def test_a_kind_without_documents_says_what_to_do(web):
    page = read(web.get("/samling?art=kommissorium"))

    assert "Fjern et filter, og prøv igen." in page.text_content()


# Documents that mean harm


@pytest.mark.parametrize("path", PAGES)
def test_markup_in_documents_stays_text(hostile, path):
    page = send(hostile, path, emne="takster") if path != "/samling" else read(hostile.get(path))

    assert page.xpath("//script[not(@src)] | //img | //@onerror") == []


def test_markup_in_a_title_is_shown_as_it_is_written(hostile):
    page = send(hostile, "/beslutninger", emne="takster")

    assert f"Punkt 2 Nye takster {MARKUP}" in all_of(page, "//tbody//th")
