"""Every way in which a question can be put to the service, and every place it can be met."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

import httpx

from tests.service.rights.asked import Question

PAGE = {"Accept": "text/html,application/xhtml+xml"}
TOOLS = {
    "Accept": "application/json, text/event-stream",
    "MCP-Protocol-Version": "2025-06-18",
}
EVENTS = {"Accept": "text/event-stream"}


@dataclass(frozen=True, slots=True)
class Call:
    """A request, as it is sent by whoever sends it."""

    method: str
    path: str
    json: Any = None
    form: Mapping[str, str | list[str]] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """All that it says; a reply may repeat it."""
        return json.dumps([unquote(self.path), self.json, self.form], ensure_ascii=False)

    def send(self, client: httpx.Client, **headers: str) -> httpx.Response:
        """The reply to it, with what tells who sends it among the `headers`, and nothing kept."""
        client.cookies.clear()
        return client.request(
            self.method,
            self.path,
            json=self.json,
            data=self.form,
            headers={**self.headers, **headers},
        )


Way = Callable[[Question], Call]


def _ask(question: Question, **more: Any) -> Call:
    asked = {"question": question.text, "earlier": list(question.earlier), **more}
    return Call("POST", "/v1/ask", json=asked)


def _form(path: str, field_name: str, **more: str) -> Way:
    return lambda question: Call(
        "POST", path, form={field_name: question.text, **more}, headers=PAGE
    )


def _decisions(form: str | None = None) -> Way:
    return lambda question: Call(
        "POST", "/v1/decisions", json={"text": question.text, "limit": 200, "format": form}
    )


def _chat(question: Question, **more: Any) -> Call:
    said = [*question.earlier, question.text]
    messages = [{"role": "user", "content": each} for each in said]
    return Call(
        "POST", "/v1/chat/completions", {"model": "aftalesvar", "messages": messages, **more}
    )


def _tool(name: str, **arguments: Any) -> Call:
    asked = {"name": name, "arguments": arguments}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": asked}
    return Call("POST", "/mcp", body, headers=TOOLS)


# A question that is put in one of these ways is answered where it is one.
TEXT: dict[str, Way] = {
    "ask": _ask,
    "ask, as events": lambda question: _ask(question, stream=True),
    "search": lambda question: Call("POST", "/v1/search", json={"text": question.text}),
    "decisions": _decisions(),
    "decisions in the address": lambda question: Call(
        "GET", f"/v1/decisions?text={quote(question.text)}"
    ),
    "decisions as CSV": _decisions("csv"),
    "decisions as XLSX": _decisions("xlsx"),
    "timeline": lambda question: Call("POST", "/v1/timeline", json={"subject": question.text}),
    "timeline in the address": lambda question: Call(
        "GET", f"/v1/timeline?subject={quote(question.text)}"
    ),
    "chat": _chat,
    "chat, in pieces": lambda question: _chat(question, stream=True),
    "tool: search": lambda question: _tool("search", query=question.text),
    "tool: ask": lambda question: _tool(
        "ask", question=question.text, earlier=list(question.earlier)
    ),
    "tool: decisions": lambda question: _tool("decisions", text=question.text, limit=200),
    "tool: timeline": lambda question: _tool("timeline", subject=question.text),
    "page": lambda question: Call(
        "POST",
        "/",
        form={"spoergsmaal": question.text, "tidligere": list(question.earlier)},
        headers=PAGE,
    ),
    "page, as events": lambda question: Call(
        "POST",
        "/",
        form={"spoergsmaal": question.text, "tidligere": list(question.earlier)},
        headers=EVENTS,
    ),
    "search page": _form("/soeg", "emne", antal="50"),
    "decisions page": _form("/beslutninger", "emne"),
    "decisions page as CSV": _form("/beslutninger", "emne", format="csv"),
    "decisions page as XLSX": _form("/beslutninger", "emne", format="xlsx"),
    "timeline page": _form("/forloeb", "emne"),
    # Words at places where they are none, so that an error tells of them.
    "opinion": lambda question: Call(
        "POST",
        "/v1/feedback",
        json={"answer": 32 * "a", "verdict": "up", "question": question.text[:2_000]},
    ),
    "opinion page": lambda question: Call(
        "POST",
        "/vurdering",
        form={
            "svar": 32 * "a",
            "vurdering": "ned",
            "kommentar": question.text,
            "spoergsmaal": question.text,
            "medsend": "ja",
        },
        headers=PAGE,
    ),
    "document of a tool": lambda question: _tool("fetch", id=question.text),
    "unknown field": lambda question: Call("POST", "/v1/ask", json={question.text: 1}),
    "unknown body": lambda question: _ask(question, bodies=[question.text[:200] or "x"]),
    "body on a page": lambda question: Call(
        "GET", f"/samling?organ={quote(question.text)}&organ={quote(question.text)}", headers=PAGE
    ),
    "body of decisions": lambda question: Call(
        "POST", "/beslutninger", form={"organ": question.text}, headers=PAGE
    ),
    "document id": lambda question: Call("GET", f"/v1/documents/{quote(question.text, safe='')}"),
    "unknown address": lambda question: Call("GET", f"/{quote(question.text)}", headers=PAGE),
}
# What can be asked of a document by its id.
OF_DOCUMENT = (
    "/v1/documents/{id}",
    "/v1/documents/{id}/text",
    "/v1/documents/{id}/text?limit=1&offset=5",
    "/v1/documents/{id}/file",
    "/kilder/{id}",
    "/kilder/{id}?fra=0&til=400",
)
# What is there without being asked anything.
PLACES = (
    *("/", "/health", "/ready", "/metrics", "/docs", "/openapi.json", "/static/style.css"),
    *("/v1/documents", "/v1/documents?limit=200", "/v1/documents?offset=40", "/v1/status"),
    *("/v1/decisions", "/v1/decisions?limit=200", "/v1/decisions?format=csv"),
    *("/v1/decisions?format=xlsx", "/soeg", "/forloeb", "/om", "/samling", "/samling?side=2"),
    *("/log-ind", "/log-ind?til=/samling", "/v1/models", "/v1/models/aftalesvar"),
    *("/samling?organ=Grundfondsudvalget", "/beslutninger", "/beslutninger?udfald=besluttet"),
    *("/beslutninger?side=9", "/beslutninger?organ=Grundfondsudvalget", "/beslutninger?aar=2024"),
)


def of_document(document_id: str) -> list[Call]:
    """Everything that can be asked of a document."""
    name = quote(document_id)
    told = [
        Call("GET", path.format(id=name), headers=PAGE if "/kilder/" in path else {})
        for path in OF_DOCUMENT
    ]
    ranges = (document_id, f"{document_id}?fra=0&til=400", f"/kilder/{document_id}?fra=0&til=99")
    return told + [_tool("fetch", id=each) for each in ranges]


def places() -> list[Call]:
    """Every place that needs no question, as programs and as people come to it."""
    programs = [Call("GET", path) for path in PLACES]
    listed = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    programs.append(Call("POST", "/mcp", listed, headers=TOOLS))
    return programs + [Call("GET", p, headers=PAGE) for p in PLACES if not p.startswith("/v1")]
