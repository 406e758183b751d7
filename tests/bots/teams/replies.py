"""Replies for the tests of how they look."""

from typing import Any

from bots.reply import Reply, Source, Statement


def source(n: int = 1, **more: Any) -> Source:
    """A source of a made-up body."""
    usual: dict[str, Any] = {
        "title": "Referat Styregruppe Social",
        "where": "Styregruppe Social, 12. marts 2025, punkt 5, side 4",
        "status": "Besluttet",
        "binding": True,
        "quote": "Styregruppen besluttede taksten.",
        "url": f"https://svar.example.dk/kilder/referat?fra={n}#citat",
    }
    return Source(n=n, **usual | more)


def statement(text: str = "Taksten stiger.", *citations: int, **more: Any) -> Statement:
    """A statement with the numbers of its sources."""
    return Statement(**{"label": "", "text": text, "citations": citations} | more)


def reply(*statements: Statement, **more: Any) -> Reply:
    """A reply with one source, unless other fields are given."""
    usual: dict[str, Any] = {
        "answer_id": "a" * 32,
        "verdict": "Fundet i dokumenterne",
        "hint": "Læs, om citaterne svarer på det, du spørger om.",
        "doubt": "",
        "statements": statements or (statement("Taksten stiger.", 1),),
        "notes": (),
        "sources": (source(),),
        "near": (),
        "searched": "Gennemsøgt: alle åbne dokumenter.",
        "made": "En maskine har valgt svaret som citater fra dokumenterne.",
        "understood_as": None,
        "language": "da",
    }
    return Reply(**usual | more)
