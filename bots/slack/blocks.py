"""Answers and what is found, as messages of Slack."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bots.english import said
from bots.reply import Reply, Statement, nearest
from bots.slack.message import Message, messages
from bots.slack.offers import Offers, buttons
from bots.slack.rich import (
    LONGEST,
    MARKS,
    Block,
    Part,
    beginning,
    bullets,
    context,
    emoji,
    link,
    quotation,
    rich,
    section,
    words,
)
from bots.slack.sources import LINE, near, sources
from bots.splitting import pieces, utf16
from service import texts
from service.answer import Ranking

ENTRY = "– "  # begins a line of a list
TOGETHER, REMARK = 5, 1_000  # remarks or lines of a list in a block, and letters of each


def answered(reply: Reply, offers: Offers | None = None) -> list[Message]:
    """The whole answer. Without `offers` it has no buttons."""
    return messages(told(reply, offers))


def told(reply: Reply, offers: Offers | None = None) -> list[Block]:
    """The blocks of a whole answer, where something of ours stands before them."""
    return [*_before(reply), *_statements(reply), *_after(reply, offers)]


def closing(reply: Reply, offers: Offers, streamed: Sequence[Block]) -> list[Message]:
    """What ends an answer whose statements were streamed already, as these blocks.

    The blocks of the first message belong to the streamed one, the rest are messages after it.
    """
    return messages([*_before(reply), *_after(reply, offers)], streamed)


def stated(statement: Statement, links: Mapping[int, str | None]) -> list[Block]:
    """A statement, as it is streamed in a chunk of blocks; `links` are its sources' pages."""
    styles = ["bold"] if statement.heading else []
    styles += ["strike"] if statement.quoted and statement.standing == "wrong" else []
    paragraph = quotation if statement.quoted else section
    *most, last = pieces(statement.text, LONGEST, utf16) or [""]
    lines = [paragraph(words(piece, *styles)) for piece in most]
    lines.append(paragraph(words(last.rstrip(), *styles), *_numbers(statement, links)))
    head = _head(statement)
    first = [section(*head), lines[0]] if head else [lines[0]]
    return [rich(*first), *map(rich, lines[1:])]


def passages(ranking: Ranking, site: str | None = None) -> list[Message]:
    """The places that are nearest to a text; none of them is an answer."""
    notes = [context(*ranking.notes)] if ranking.notes else []
    return messages([*near(nearest(ranking.passages, site=site), "da"), *notes])


def refused(text: str) -> Message:
    """Why there is no answer, or what went wrong; `text` is ours."""
    return messages([rich(section(words(beginning(text, LONGEST))))])[0]


def _before(reply: Reply) -> Iterator[Block]:
    """What must be known before the answer is read, where anything must."""
    if reply.understood_as:
        understood = said(texts.UNDERSTOOD_AS, reply.language)
        yield context(understood.format(question=reply.understood_as))
    if not reply.found:
        yield rich(section(words(reply.verdict, "bold")))
    elif reply.partly:
        yield rich(section(words(f"{reply.verdict}. ", "bold"), words(reply.hint)))
    if reply.doubt:
        yield rich(section(emoji(MARKS["careful"]), words(f" {reply.doubt}", "bold")))


def _statements(reply: Reply) -> Iterator[Block]:
    links = {each.n: each.url for each in reply.sources}
    for listed, group in groupby(reply.statements, _is_entry):
        if listed:
            yield from _listed([_entry(each, links) for each in group])
        else:
            for each in group:
                yield from stated(each, links)


def _after(reply: Reply, offers: Offers | None) -> Iterator[Block]:
    if not reply.found:
        yield rich(section(words(reply.hint)))
    if reply.notes:
        title = words(f" {said(texts.WORTH_KNOWING, reply.language)}", "bold")
        yield rich(section(emoji(MARKS["careful"]), title))
        yield from _listed([[words(beginning(note, REMARK))] for note in reply.notes])
    yield from sources(reply)
    meaning = f"{reply.verdict}. {reply.hint}".strip() if reply.found and not reply.partly else ""
    yield context(*filter(None, (meaning, reply.searched, reply.made)))
    if offers:
        yield from buttons(offers, reply.language)


def _listed(lines: Sequence[list[Part]]) -> Iterator[Block]:
    for at in range(0, len(lines), TOGETHER):
        yield rich(bullets(lines[at : at + TOGETHER]))


def _head(statement: Statement) -> list[Part]:
    """What it is and where it stands, for the line above it."""
    mark = MARKS.get(statement.standing)
    signs = [emoji(mark), words(" ")] if mark else []
    status = [*signs, words(statement.status, "bold")] if statement.status else []
    place = [words(beginning(statement.place, LINE))] if statement.place else []
    return [*status, *([words("\n")] if status and place else []), *place]


def _numbers(statement: Statement, links: Mapping[int, str | None]) -> Iterator[Part]:
    for n in statement.citations:
        url = links.get(n)
        yield words(" ")
        yield link(url, f"[{n}]") if url else words(f"[{n}]")


def _is_entry(statement: Statement) -> bool:
    return statement.text.startswith(ENTRY) and not statement.label


def _entry(statement: Statement, links: Mapping[int, str | None]) -> list[Part]:
    entry = beginning(statement.text.removeprefix(ENTRY), REMARK)
    return [words(entry), *_numbers(statement, links)]
