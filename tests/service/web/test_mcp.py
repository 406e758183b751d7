"""The tools with the official client, against the running service."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent, Tool

from index import Index
from service import texts
from service.access.errors import TooMany
from service.access.port import Presented
from service.access.visitor import Channel, Scope, Visitor
from service.archive.of_index import IndexArchive
from service.assistant import ExtractiveAssistant
from service.web.app import create_app
from tests.service.conftest import Shelf, hosting, parts
from tests.service.open_access import NoLimits

GUIDE = "Blev guiden om midlertidigt botilbud godkendt?"
CLOSED = "køb af ejendommen Hejrevangen"
TITLE = "Drøftelse af køb af ejendom"  # of a closed item
KEYS = {"Bearer open": {Scope.READ}, "Bearer closed": {Scope.READ, Scope.CLOSED}}


class Keys:
    """Knows two keys."""

    def visitor(self, presented: Presented) -> Visitor:
        key = presented.authorization or ""
        return Visitor(key, Channel.KEY, frozenset(KEYS[key]))


class Few(NoLimits):
    """Counts the questions, and lets only so many be asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.most = 1_000

    def count(self, visitor: Visitor) -> None:
        self.asked += 1
        if self.asked > self.most:
            raise TooMany(30)


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls tools of the service at `url`, as the holder of a key."""

    url: str
    mode: str = "auto"

    async def _within(self, key: str, work: Callable[[Client], Any]) -> Any:
        headers = {"Authorization": f"Bearer {key}"}
        async with httpx.AsyncClient(headers=headers, timeout=30) as http:
            transport = streamable_http_client(f"{self.url}/mcp", http_client=http)
            async with Client(transport, mode=self.mode) as client:
                return await work(client)

    def call(self, tool: str, *, key: str = "open", **arguments: Any) -> CallToolResult:
        """What the tool gives."""
        work = self._within(key, lambda client: client.call_tool(tool, arguments))
        result: CallToolResult = asyncio.run(work)
        return result

    def tools(self) -> dict[str, Tool]:
        """The tools that are offered."""
        listed = asyncio.run(self._within("open", lambda client: client.list_tools()))
        return {tool.name: tool for tool in listed.tools}


def text(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


@pytest.fixture(scope="module")
def limits() -> Few:
    return Few()


@pytest.fixture(scope="module")
def url(assistant: ExtractiveAssistant, sample_home: Path, limits: Few) -> Iterator[str]:
    """The service over the sample documents, for who has a key."""
    index = Index(sample_home)
    made = parts(assistant)
    served = replace(made, archive=IndexArchive(index), recogniser=Keys(), limits=limits)
    with hosting(create_app(served)) as address:
        yield address
    index.close()


@pytest.fixture(scope="module")
def caller(url: str) -> Caller:
    return Caller(url)


def test_all_tools_only_read_and_say_what_they_give(caller: Caller) -> None:
    tools = caller.tools()

    assert list(tools) == ["search", "fetch", "ask", "decisions", "timeline"]
    for tool in tools.values():
        assert tool.title
        assert tool.description
        assert tool.output_schema
        assert tool.annotations
        assert (tool.annotations.read_only_hint, tool.annotations.open_world_hint) == (True, False)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_search_gives_places_as_connectors_want_them(url: str, mode: str) -> None:
    result = Caller(url, mode).call("search", query=GUIDE)

    assert list(result.structured_content) == ["results"]
    first = result.structured_content["results"][0]
    assert list(first) == ["id", "title", "url"]
    assert first["url"].startswith(f"{url}/kilder/")
    assert json.loads(text(result)) == result.structured_content


def test_fetch_gives_the_section_that_search_found(caller: Caller) -> None:
    found = caller.call("search", query=GUIDE).structured_content["results"][0]

    fetched = caller.call("fetch", id=found["id"]).structured_content

    assert list(fetched) == ["id", "title", "text", "url", "metadata"]
    assert fetched["id"] == found["id"]
    assert "guide" in fetched["text"].lower()
    assert fetched["metadata"]["meeting_date"] == "2025-03-12"
    assert httpx.get(fetched["url"], headers={"Authorization": "Bearer open"}).status_code == 200


def test_fetch_gives_a_whole_document_by_its_name(caller: Caller) -> None:
    fetched = caller.call("fetch", id="referat-2025-03-12").structured_content

    assert "godkendte guiden" in fetched["text"]
    assert fetched["metadata"]["document"] == "referat-2025-03-12.txt"


def test_ask_gives_the_answer_with_its_places(caller: Caller, url: str) -> None:
    result = caller.call("ask", question=GUIDE)

    assert result.structured_content["status"] == "answered"
    assert result.structured_content["citations"][0]["url"].startswith(f"{url}/kilder/")
    assert "\n\nKilder:\n[1] " in text(result)


def test_ask_follows_up(caller: Caller) -> None:
    earlier = ["Hvad var belægningen på Birkegården i 2024?"]

    result = caller.call("ask", question="i 2023?", earlier=earlier)

    assert "96,4" in result.structured_content["text"]


def test_decisions_are_listed(caller: Caller) -> None:
    listed = caller.call(
        "decisions", bodies=["Styregruppe Social"], outcomes=["besluttet"], limit=2
    )

    assert (listed.structured_content["total"], listed.structured_content["next_offset"]) == (15, 2)
    assert {each["outcome"] for each in listed.structured_content["decisions"]} == {"besluttet"}


def test_a_timeline_runs_from_the_oldest(caller: Caller) -> None:
    events = caller.call("timeline", subject="takster").structured_content["events"]

    dates = [event["when"] for event in events]
    assert dates == sorted(dates)
    assert len(dates) > 1


REFUSED = [
    ("search", {}, "Feltet query mangler."),
    ("search", {"query": "x" * 2_001}, "må højst være 2000 tegn"),
    ("search", {"query": "takster", "visibility": "closed"}, "visibility kendes ikke"),
    ("ask", {"question": GUIDE, "from": "i går"}, "skal være en dato"),
    ("ask", {"question": "???"}, "ingen ord i spørgsmålet"),
    ("ask", {"question": GUIDE, "bodies": ["Byrådet"]}, "Ingen dokumenter har værdien"),
    ("decisions", {"limit": 100_000}, "må højst være"),
    ("decisions", {"outcomes": ["vedtaget"]}, "Feltet outcomes"),
    ("fetch", {"id": "findes-ikke"}, "har ikke adgang"),
    ("fetch", {"id": "referat-2025-03-12:999999-9999999"}, "har ikke adgang"),
    ("slet", {}, "Værktøjet findes ikke"),
]


@pytest.mark.parametrize(("tool", "arguments", "why"), REFUSED)
def test_what_goes_wrong_is_told_in_danish(
    caller: Caller, tool: str, arguments: dict[str, Any], why: str
) -> None:
    result = caller.call(tool, **arguments)

    assert result.is_error
    assert why in text(result)


def test_a_fault_is_told_without_what_it_says(broken: str) -> None:
    result = Caller(broken).call("ask", question="gå i stykker?")

    assert result.is_error
    assert text(result) == texts.BROKEN


@pytest.fixture(scope="module")
def broken() -> Iterator[str]:
    """The service around an assistant that fails."""
    with hosting(create_app(replace(parts(Shelf()), recogniser=Keys()))) as url:
        yield url


def test_closed_text_is_found_with_the_right_key_alone(caller: Caller) -> None:
    open_ids, closed_ids = (
        {
            each["id"]
            for each in caller.call("search", key=key, query=CLOSED).structured_content["results"]
        }
        for key in ("open", "closed")
    )
    (hidden, *_) = [name for name in closed_ids - open_ids if _fails(caller, name)]

    assert not caller.call("fetch", key="closed", id=hidden).is_error
    assert caller.call("fetch", id=hidden) == caller.call("fetch", id="findes-ikke")


def _fails(caller: Caller, name: str) -> bool:
    return caller.call("fetch", id=name).is_error


@pytest.mark.parametrize(
    ("tool", "asked"),
    [
        ("ask", {"question": CLOSED}),
        ("search", {"query": CLOSED}),
        ("decisions", {"text": "ejendom"}),
        ("timeline", {"subject": "ejendom"}),
    ],
)
def test_no_tool_shows_what_is_closed_to_an_open_key(
    caller: Caller, tool: str, asked: dict[str, str]
) -> None:
    shown, hidden = (caller.call(tool, key=key, **asked) for key in ("closed", "open"))

    assert TITLE in text(shown)
    assert TITLE not in text(hidden)
    assert TITLE not in json.dumps(hidden.structured_content, ensure_ascii=False)


def test_a_call_counts_as_a_question_and_a_list_does_not(caller: Caller, limits: Few) -> None:
    before = limits.asked
    caller.tools()
    assert limits.asked == before

    caller.call("search", query="takster")

    assert limits.asked == before + 1


def test_too_many_questions_are_told_as_the_tools_error(caller: Caller, limits: Few) -> None:
    limits.most = limits.asked
    result = caller.call("search", query="takster")
    limits.most = 1_000

    assert result.is_error
    assert "om 30 sekunder" in text(result)


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_there_are_no_sessions_to_read_or_end(url: str, method: str) -> None:
    response = httpx.request(method, f"{url}/mcp", headers={"Authorization": "Bearer open"})

    assert (response.status_code, response.headers["Allow"]) == (405, "POST")


def test_no_browser_of_another_site_gets_in(url: str) -> None:
    response = httpx.post(
        f"{url}/mcp",
        json={},
        headers={"Authorization": "Bearer open", "Origin": "https://evil.example"},
    )

    assert response.status_code == 403
