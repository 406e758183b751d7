"""An answer that comes to a page that is already open, over real HTTP."""

import json
import re
from collections.abc import Generator

import httpx

from index import Filters
from service import texts
from service.answer import Answer, Sentence, Sources
from service.conversation import Turn
from tests.service.conftest import Shelf, serving
from tests.service.web.parsed import Page

STREAM = {"Accept": "text/event-stream, text/html"}
ASKED = "Hvad blev besluttet om takster?"


def stream(client: httpx.Client, question: str, *earlier: str) -> httpx.Response:
    fields = {"spoergsmaal": question, "tidligere": earlier}
    return client.post("/", data=fields, headers=STREAM)


def events(response: httpx.Response) -> list[tuple[str, dict[str, object]]]:
    """Each event's name and data."""
    return [
        (lines[0].removeprefix("event: "), json.loads(lines[1].removeprefix("data: ")))
        for lines in (text.split("\n") for text in response.text.strip().split("\n\n"))
    ]


class Stumbling(Shelf):
    """An assistant that breaks after its first sentence."""

    def stream(
        self, question: str, filters: Filters, before: Turn | None = None
    ) -> Generator[Sources | Sentence | Answer]:
        yield from list(super().stream(question, filters, before))[:2]
        raise RuntimeError("hemmelig sti /srv/aftaler")


def timeless(html: str) -> str:
    """A page without the minute it was made in."""
    return re.sub("Svaret er lavet .+? ud fra", "", html)


def test_sentences_come_before_the_answer(client):
    response = stream(client, ASKED)

    assert response.headers["content-type"].startswith("text/event-stream")
    assert [name for name, _ in events(response)] == ["sources", "text", "html"]


def test_the_last_event_is_what_the_page_without_script_shows(client):
    (*_, (_, shown)) = events(stream(client, ASKED, "Hvad er TKO?"))

    plain = client.post("/", data={"spoergsmaal": ASKED, "tidligere": "Hvad er TKO?"})
    streamed = Page(httpx.Response(200, text=str(shown["html"])))
    for tag in ("h1", "h2", "h3", "p", "li", "blockquote", "button"):
        assert set(streamed.all(tag)) <= set(Page(plain).all(tag))
    assert shown["title"] in Page(plain).all("title")
    assert timeless(str(shown["html"])).strip() in timeless(plain.text)


def test_the_page_is_told_the_question_without_what_is_never_kept(client):
    (*_, (_, shown)) = events(stream(client, "Hvad fik 010190-1234 bevilget?"))

    assert "010190" not in json.dumps(shown)


def test_a_refused_question_is_refused_before_anything_is_sent(client):
    response = stream(client, "?!")

    assert response.status_code == 422
    assert response.json()["error"]["message"] == "Skriv et spørgsmål med ord."


def test_what_goes_wrong_is_told_as_a_page(client):
    response = stream(client, "gå i stykker")

    assert response.status_code == 500
    assert "Noget gik galt hos os" in Page(response).all("h1")
    assert "data-failure" in response.text


def test_an_answer_that_breaks_off_says_so_in_its_last_event():
    with serving(Stumbling()) as url, httpx.Client(base_url=url) as client:
        *begun, last = events(stream(client, ASKED))

    assert [name for name, _ in begun] == ["sources", "text"]
    assert last == ("error", {"message": texts.BROKEN})
