"""The pages as a browser gets them, over real HTTP."""

from dataclasses import replace
from itertools import starmap
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from index import Document
from ingest import Block, Cell, Kind, Part, PartKind, Run, Status
from ingest.read import read_bytes
from service.answer import Outcome
from service.house import NOBODY
from service.places import labels
from service.web.pages.reading import in_block, reading, shape, stretches
from service.web.pages.showing import environment, local
from tests.service.web.parsed import BROWSER, Page, ask

PAYLOAD = '<script>alert("x")</script><img src=https://evil.example/a onerror=alert(1)>'
SOURCE = "/kilder/das-2025-05-22"


def pages(client: httpx.Client) -> list[Page]:
    """One of every kind of page."""
    return [
        Page(response)
        for response in (
            client.get("/"),
            ask(client, "Hvad blev besluttet?"),
            ask(client, "Hvad med månen?"),
            ask(client, "?"),
            client.get(f"{SOURCE}?fra=78&til=135"),
            client.get("/kilder/das-2025-05-22.1"),
            client.get("/docs"),
            client.get("/nope", headers=BROWSER),
        )
    ]


def test_the_front_page_offers_examples_and_says_what_it_holds(client):
    page = Page(client.get("/"))

    assert page.all("button") == [
        "Find svar",
        "Hvad blev besluttet om takster for 2026?",
        "Hvornår skal takster indmeldes?",
        "Hvem finansierer de sikrede institutioner?",
    ]
    assert "Samlingen har 1.240 dokumenter. Det seneste møde er fra 22. maj 2025." in page.all("p")


def test_an_answer_shows_each_statement_with_its_source_and_standing(client, place):
    page = Page(ask(client, "Hvad blev besluttet om takster?"))

    assert "Et nyt takstskema udarbejdes til 2026. [Kilde 1]" in page.all("p")
    assert "Besluttet" in page.all("p")
    assert "Der er kommet en nyere udgave af takstskemaet." in page.all("li")
    assert page.all("blockquote") == ["Et nyt takstskema udarbejdes til 2026."]
    assert "Citatet står ordret i dokumentet" in page.all("p")
    assert f"{place('Et nyt takstskema udarbejdes til 2026.')}#citat" in page.attributes("href")


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ({}, ["Besluttet"]),
        ({"outcome": Outcome.RECOMMENDED}, ["Indstillet, ikke besluttet"]),
        ({"outcome": Outcome.AGENDA_ONLY}, ["Kun dagsorden"]),
        ({"outcome": Outcome.RULE, "draft": True}, ["Udkast, ikke vedtaget", "Aftaletekst"]),
        ({"outcome": Outcome.OTHER, "struck": True}, ["Slettet tekst, gælder ikke"]),
    ],
)
def test_a_quote_is_called_what_it_is(cited, standing, said):
    assert labels(replace(cited, **standing)) == said


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_name_for_the_reader(cited, outcome):
    assert isinstance(labels(replace(cited, outcome=outcome)), list)


def test_a_source_names_its_place_down_to_the_page(client):
    items = Page(ask(client, "Hvad blev besluttet om takster?")).all("li")

    place = ["Referat", "DAS Social", "22. maj 2025", "Punkt 6: Nyt takstskema", "Beslutning"]
    start = items.index("Referat")
    assert items[start : start + 6] == [*place, "Side 4"]


def test_next_passages_leave_out_what_is_already_cited(client):
    page = Page(ask(client, "Hvad blev besluttet om takster?"))

    assert "Andre steder at se" in page.all("h2")
    assert page.all("p").count("Takster indmeldes senest 1. oktober.") == 1
    assert page.all("p").count("Et nyt takstskema udarbejdes til 2026.") == 0


def test_what_is_not_found_is_said_and_nothing_is_claimed(client):
    page = Page(ask(client, "Hvad siger aftalen om månen?"))

    assert page.all("strong") == ["Ikke besvaret"]
    assert page.all("h2")[:2] == ["Svar", "Det nærmeste, vi fandt"]
    assert "Takster indmeldes senest 1. oktober." in page.all("p")
    assert page.all("blockquote") == []


def test_the_question_stays_in_the_field_and_out_of_the_address(client):
    response = ask(client, "Hvad blev besluttet?")

    page = Page(response)
    assert page.all("textarea")[0] == "Hvad blev besluttet?"
    assert str(response.url).endswith("/")
    assert not any("besluttet" in link for link in page.attributes("href", "action"))


def test_a_refused_question_says_why_beside_the_field(client):
    response = ask(client, "?!")

    page = Page(response)
    assert response.status_code == 422
    assert page.all("textarea") == ["?!"]
    (alert,) = [element for element in page.elements if element[1].get("role") == "alert"]
    assert "".join(alert[2]) == "Ret spørgsmålet: Skriv et spørgsmål med ord."
    assert f"{alert[1]['id']} spoergsmaal-hjaelp" in page.attributes("aria-describedby")


def test_an_empty_form_is_a_refused_question(client):
    assert client.post("/", headers=BROWSER).status_code == 422


def test_a_file_in_place_of_a_question_is_refused(client):
    response = client.post("/", files={"spoergsmaal": b"x"}, headers=BROWSER)

    assert response.status_code == 422
    assert "Vi kunne ikke læse det, du sendte" in response.text


@pytest.mark.parametrize("question", [PAYLOAD, "{{ 7 * 7 }}", "</textarea><b>x</b>", '"><b>'])
def test_a_question_is_text_whatever_it_holds(client, question):
    page = Page(ask(client, f"Hvad er {question}"))

    assert page.all("h1") == [f"Hvad er {question}"]
    assert page.all("textarea")[0] == f"Hvad er {question}"
    assert {"img", "b"}.isdisjoint(tag for tag, _, _ in page.elements)
    assert page.all("script") == [""]


def test_a_document_is_text_whatever_it_holds(client):
    page = Page(client.get(SOURCE))

    assert f"Punkt 7. {PAYLOAD}" in page.all("h2")
    assert PAYLOAD in page.all("p")
    assert "img" not in [tag for tag, _, _ in page.elements]
    assert page.all("script") == [""]


def test_no_page_leads_or_loads_from_outside(client):
    for page in pages(client):
        for url in page.attributes("href", "src", "action"):
            assert urlsplit(url)[:2] == ("", "")
            assert url.startswith(("/", "#"))
            assert not url.startswith("//")


def test_no_page_has_script_or_style_of_its_own(client):
    for page in pages(client):
        tags = {tag for tag, _, _ in page.elements}
        attributes = {name for _, attrs, _ in page.elements for name in attrs}

        assert {"style", "iframe", "img", "object"}.isdisjoint(tags)
        assert page.all("script") == [""]
        assert not any(name == "style" or name.startswith("on") for name in attributes)


def test_every_page_is_built_for_a_screen_reader(client):
    for page in pages(client):
        ids = page.attributes("id")

        assert page.elements[0][:2] == ("html", {"lang": "da"})
        assert len(page.all("h1")) == 1
        assert [len(page.all(tag)) for tag in ("header", "main", "footer")] == [1, 1, 1]
        assert len(ids) == len(set(ids))
        assert set(page.attributes("for", "aria-labelledby")) <= set(ids)
        fragments = {url[1:] for url in page.attributes("href") if url.startswith("#")}
        assert fragments <= set(ids)


def test_docs_show_every_route_and_field_without_script(client):
    page = Page(client.get("/docs"))

    routes = {"POST /v1/ask", "POST /v1/search", "GET /health", "GET /ready"}
    assert routes <= set(page.all("h3"))
    assert "question required" in page.all("dt")
    assert "AnswerOut" in page.all("a")


def test_a_document_is_shown_as_read(client):
    page = Page(client.get(SOURCE))

    assert page.all("h1") == ["Referat af DAS Social"]
    assert page.all("h2")[1] == "Punkt 6. Nyt takstskema"
    assert page.all("h3")[:2] == ["Beslutning:", "Bilag Udkast til styringsaftale"]
    assert "Sekretariatet indkalder arbejdsgruppen." in page.all("li")
    assert page.all("th") == ["Kommune", "Pladser", "Belagt"]
    assert page.all("td") == ["Fjordby", "22", "14"]
    assert page.all("del") == ["(slettet tekst) Overhead afregnes efter den gamle regel."]
    assert [text for text in page.all("p") if text.startswith("Side")] == [
        f"Side {number}" for number in (4, 5, 6, 7, 8)
    ]


def shown(
    blocks: tuple[Block, ...],
    head: Block | None = None,
    marked: tuple[int, int] | None = None,
    **facts: Any,
) -> Page:
    """The page of a document with one chapter."""
    chapter = Part(PartKind.CHAPTER, "Takster", head=head, blocks=blocks)
    document = Document(
        "d", "Aftale", Kind.ANDET, "mappe/aftale.pdf", "0", "", parts=(chapter,), **facts
    )
    template = environment().get_template("source.html")
    frame = {"house": NOBODY, "visitor": None, "entry": None}
    html = template.render(reading=reading(document, marked), file=False, **frame)
    return Page(httpx.Response(200, text=html))


def row(*cells: tuple[str, str]) -> Block:
    return Block(
        " ".join(text for _, text in cells), (Run(0, 0, 9),), cells=tuple(starmap(Cell, cells))
    )


def test_the_row_that_names_the_columns_is_the_tables_head():
    page = shown(
        (row(("", "Tilbud"), ("", "Pladser")), row(("Tilbud", "Ankeret"), ("Pladser", "9")))
    )

    assert page.all("th") == ["Tilbud", "Pladser"]
    assert page.all("td") == ["Ankeret", "9"]


def test_a_row_without_rows_below_it_is_a_row():
    page = shown((row(("", "Tilbud"), ("", "Pladser")),))

    assert (page.all("th"), page.all("td")) == ([], ["Tilbud", "Pladser"])


def test_a_page_is_marked_above_the_heading_it_begins_with():
    head = Block("2 Takster", (Run(0, 0, 9),), page=2)
    below = Block("Taksten er 9 kr.", (Run(0, 10, 16),), page=2)

    page = shown((below,), head, labels=("i", "ii"))

    tags = [tag for tag, attrs, _ in page.elements if tag == "h2" or attrs.get("class") == "page"]
    assert tags == ["p", "h2"]
    assert "Side ii (filens side 2)" in page.all("p")


def test_a_quote_from_a_draft_says_so_where_the_reader_lands():
    above = Block("Den gælder i 2026.", (Run(0, 0, 18),))
    quoted = Block("Taksten er 9 kr.", (Run(0, 20, 16),))

    page = shown((above, quoted), marked=(20, 36), status=Status.UDKAST).all("p")

    place = page.index("Taksten er 9 kr.")
    assert page[place - 2 : place] == ["Den gælder i 2026.", "Udkast, ikke vedtaget"]


def test_a_document_says_which_file_it_is():
    assert "Fil: mappe/aftale.pdf" in shown(()).all("p")


def test_a_quote_is_marked_through_a_removed_hyphen(client, place):
    page = Page(client.get(place("forlæn-\ngelse af det")))

    assert page.all("mark") == ["forlængelse af det"]


def test_a_quote_is_marked_in_every_block_it_touches(client, text):
    start, end = text.index("takstskema."), text.index("indkalder")

    page = Page(client.get(f"{SOURCE}?fra={start}&til={end}"))

    marks = [attrs.get("id") for tag, attrs, _ in page.elements if tag == "mark"]
    assert page.all("mark") == [
        "takstskema.",
        "Et nyt takstskema udarbejdes til 2026.",
        "Sekretariatet",
    ]
    assert marks == ["citat", None, None]


def test_a_quoted_heading_is_marked(client, place):
    page = Page(client.get(place("Beslutning:")))

    assert page.all("mark") == ["Beslutning:"]
    assert page.attributes("id").count("citat") == 1


def test_a_quoted_table_row_is_marked_whole(client, place):
    page = Page(client.get(place("Fjordby")))

    assert page.all("mark") == ["Fjordby", "22", "14"]
    assert page.attributes("id").count("citat") == 1


@pytest.mark.parametrize(
    "query",
    [
        "",
        "fra=9&til=3",
        "fra=-1&til=5",
        "fra=x&til=y",
        "fra=0",
        f"fra=0&til={9**99}",
        "fra=²&til=9",
    ],
)
def test_a_range_that_is_none_marks_nothing(client, query):
    response = client.get(f"{SOURCE}?{query}")

    assert response.status_code == 200
    assert Page(response).all("mark") == []


def test_an_unknown_document_is_a_danish_page(client):
    response = client.get("/kilder/nope", headers=BROWSER)

    assert response.status_code == 404
    assert Page(response).all("h1") == ["Dokumentet findes ikke her"]


def test_a_meeting_inside_an_annex_says_so(client):
    page = Page(client.get("/kilder/das-2025-05-22.1"))

    assert (
        "Dette møde er trykt som bilag til punkt 3 på et andet møde. "
        "Det andet møde har ikke besluttet det, der står her."
    ) in page.all("p")


def test_the_outer_meeting_leads_to_the_meeting_inside(client):
    page = Page(client.get(SOURCE))

    assert "Referat af DAS Social, 4. april 2024" in page.all("a")
    assert "/kilder/das-2025-05-22.1" in page.attributes("href")


def test_a_document_from_a_site_says_where_it_was_fetched(client):
    assert "Hentet fra https://das.example/referat.pdf" in Page(client.get(SOURCE)).all("p")
    assert "https://das.example" not in client.get("/kilder/das-2025-05-22.1").text


def test_a_range_comes_back_from_every_place_a_block_has():
    block = Block("forlængelse af", (Run(0, 10, 6), Run(6, 18, 8)))
    places = [*range(10, 16), *range(18, 26)]  # of each character of the block's text

    for start in range(14):
        for end in range(start + 1, 15):
            assert in_block(block, (places[start], places[end - 1] + 1)) == (start, end)


def test_a_document_of_300_kb_is_read_in_a_moment():
    line = "Styringsaftalegruppen anbefaler en ny takst. "
    blocks = tuple(
        Block(line, (Run(0, place, len(line)),)) for place in range(0, 300_000, len(line))
    )
    part = Part(PartKind.ITEM, "Takster", blocks=blocks, number="1")
    document = Document("d", "D", Kind.REFERAT, "d.txt", "0", line * len(blocks), parts=(part,))

    (stretch,) = stretches(document, (150_000, 150_100))

    assert [line.first for line in stretch.lines if line.marked] == [True, False, False]


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("/kilder/a?fra=1&til=2#citat", "/kilder/a?fra=1&til=2#citat"),
        ("https://svar.example.dk/kilder/a?fra=1", "/kilder/a?fra=1"),
        ("https://evil.example/a", ""),
        ("javascript:alert(1)", ""),
        ("//evil.example", ""),
        ("", ""),
    ],
)
def test_links_stay_on_this_site(url, here):
    assert local(url) == here


def test_struck_text_between_live_paragraphs_is_not_marked_as_quoted() -> None:
    text = "Aftale\n\nTaksten er seks kroner.\n\n~~Taksten er fem kroner.~~\n\nDen gælder i år.\n"
    document = read_bytes(text.encode(), "aftale.txt")

    lines = [line for s in stretches(document, (8, len(text))) for line in s.lines]

    assert [line.block.text for line in lines if line.marked] == [
        "Taksten er seks kroner.",
        "Den gælder i år.",
    ]


def test_rows_whose_first_cell_names_the_second_are_one_table():
    rows = [
        Block(f"{name} {said}", (Run(0, 0, 9),), cells=(Cell("", name), Cell(name, said)))
        for name, said in (("Tid", "kl. 9"), ("Sted", "Kajen"))
    ]

    assert {shape(row) for row in rows} == {("table", None, ())}
