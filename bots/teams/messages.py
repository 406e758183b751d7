"""An answer as messages of Teams: markdown, citations, the AI label and the feedback buttons."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from microsoft_teams.api.activities.message import MessageActivityInput
from microsoft_teams.api.models import Account
from microsoft_teams.api.models.entity import CitationAppearance, CitationIconName

from bots.english import said
from bots.ports import Shelf
from bots.reply import Reply, Source, Statement
from bots.splitting import pieces
from bots.teams import cards
from bots.teams.plain import harmless, line, link, unlinked
from service import texts

MOST_CITATIONS = 20  # Teams refuses a message with more
NAME, ABSTRACT, KEYWORD = 80, 160, 28  # characters that a citation shows
# Teams takes 100 kB with all that is around the text, in UTF-16; this leaves room for 20 citations.
LONGEST = 24_000  # characters of one message's text
# What says at a glance how much a quote is worth; its words stand beside it.
MARKS = {"good": "✅", "careful": "⚠️", "wrong": "⛔"}
# The question of a part, which is known as one only when the whole answer is.
_PART = re.compile(r"(?:Spørgsmål|Question) \d+: ")
_NUMBER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Begins:
    """How a first message begins: with `before`, which is markdown of ours.

    `grew` says that its statements stand there already, and nothing can be put before them.
    """

    before: str = ""
    grew: bool = False


BARE = Begins()


def sentence(statement: Statement) -> str:
    """A statement as it is streamed; joined they are what a message begins with that grew."""
    if statement.heading or (_PART.match(statement.text) and not statement.citations):
        return f"**{line(statement.text)}**\n\n"
    marks = "".join(f"[{n}]" for n in statement.citations)
    if not statement.label:
        status = f" – *{line(statement.status)}*" if statement.status else ""
        return f"{harmless(statement.text)} {marks}".rstrip() + f"{status}\n\n"
    quoted = f"{_quoted(statement.text)} {marks}".rstrip()
    return f"{_label(statement)}\n\n{quoted}\n\n"


def _label(statement: Statement) -> str:
    """Where the quote stands, and below it what it is, which must not be read over."""
    if not (statement.place and statement.status):
        return f"**{line(statement.label.rstrip(':'))}**"
    mark = MARKS.get(statement.standing, "")
    return f"**{line(statement.place)}**  \n{mark} *{line(statement.status)}*".replace("\n ", "\n")


def final(
    reply: Reply, key: str, *, share: str = "", secretariat: bool = False, begins: Begins = BARE
) -> list[MessageActivityInput]:
    """The messages of an answer, mostly one; the last has buttons and asks for an opinion.

    `key` is what the memory knows the answer by, `share` what it knows the same question by in
    the conversation that it can be shared in. `secretariat` says whether it can be handed over.
    """
    messages = told(reply, begins)
    last = messages[-1].add_feedback(mode="custom")
    buttons = cards.buttons(share, key if secretariat else "")
    if buttons is not None:
        last.add_card(buttons)
    return messages


def told(reply: Reply, begins: Begins = BARE) -> list[MessageActivityInput]:
    """What an answer says. What must be known of it stands first, unless it grew already."""
    statements = chain.from_iterable(map(_sentences, reply.statements))
    known = [_known(reply)]
    order = (*statements, *known) if begins.grew else (*known, *statements)
    parts = _packed([begins.before, *order, *_around(reply)])
    return [*(_message(part, reply) for part in parts), *_more(reply)]


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A question for the secretariat: who asks, and whether they can be mentioned there."""

    who: Account
    question: str
    remark: str
    mentioned: bool


def handed_over(asked: HandedOver, found: Reply) -> list[MessageActivityInput]:
    """A question for the secretariat, and what is told of it with open rights."""
    name = line(asked.who.name or texts.TEAMS_SOMEBODY)
    who = f"<at>{name}</at>" if asked.mentioned else f"**{name}**"
    remark = f"**{texts.HANDED_OVER_REMARK}**\n\n{_quoted(asked.remark)}\n\n" * bool(asked.remark)
    before = (
        f"{texts.HANDED_OVER.format(who=who)}\n\n{_quoted(asked.question)}\n\n"
        f"{remark}**{texts.HANDED_OVER_FOUND}**\n\n"
    )
    messages = told(found, Begins(before))
    if asked.mentioned:
        account = Account(id=asked.who.id, name=name)
        messages[0].add_mention(account, name, add_text=False)
    return messages


def shared(name: str, question: str) -> str:
    """Who shared it and what was asked, to stand before the answer."""
    by = texts.ANSWER_SHARED.format(who=name or texts.TEAMS_SOMEBODY)
    return f"*{line(by)}*\n\n{_quoted(question)}\n\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {part}" for part in harmless(text).split("\n"))


def refused(text: str) -> MessageActivityInput:
    """What we say ourselves, such as that a question could not be answered."""
    return MessageActivityInput(text=harmless(text))


def welcome(shelf: Shelf) -> MessageActivityInput:
    """What the bot is and what can be asked, for who meets it first."""
    return MessageActivityInput(text=line(texts.TEAMS_WELCOME)).add_card(cards.shelf(shelf))


def size(message: MessageActivityInput) -> int:
    """Bytes that Teams counts of a message."""
    said = message.model_dump(by_alias=True, exclude_none=True)
    return len(json.dumps(said, ensure_ascii=False).encode("utf-16-le"))


def _known(reply: Reply) -> str:
    """What must be known before the statements are read, where anything must."""
    understood = said(texts.UNDERSTOOD_AS, reply.language).format(question=reply.understood_as)
    lines = (
        f"*{line(understood)}*" if reply.understood_as else "",
        "" if reply.found else f"**{line(reply.verdict)}**",
        f"**{line(reply.verdict)}.** {line(reply.hint)}" if reply.found and reply.partly else "",
        f"{MARKS['careful']} **{line(reply.doubt)}**" if reply.doubt else "",
    )
    return "".join(f"{each}\n\n" for each in lines if each)


def _around(reply: Reply) -> list[str]:
    """What stands after the statements: remarks, sources, and how far it answers."""
    language = reply.language
    sources = reply.sources[:MOST_CITATIONS]
    return [
        *([] if reply.found else [f"{line(reply.hint)}\n\n"]),
        *_listed(texts.WORTH_KNOWING, language, [f"- {line(note)}" for note in reply.notes]),
        *_listed(texts.SOURCES, language, [_source(each, language) for each in sources]),
        *_near(reply),
        _standing(reply),
    ]


def _near(reply: Reply) -> list[str]:
    """The nearest places, where nothing was found; we say that they are no answer."""
    if reply.found:
        return []
    if not reply.near:
        return [f"{line(said(texts.NOTHING_NEAR, reply.language))}\n\n"]
    help_ = f"{line(said(texts.NEAREST_HELP, reply.language))}\n"
    places = [_place(each, reply.language) for each in reply.near]
    return _listed(texts.NEAREST, reply.language, [help_, *places])


def _listed(title: str, language: str, lines: Sequence[str]) -> list[str]:
    """A heading and its lines; nothing where there is none."""
    head = f"**{line(said(title, language))}**\n\n"
    return [head, *(f"{each}\n" for each in lines), "\n"] if lines else []


def _source(source: Source, language: str) -> str:
    doubt = "" if source.verified else f" {line(said(texts.NOT_VERIFIED, language))}"
    status = f" – *{line(source.status)}*" if source.status else ""
    return f"{source.n}. {link(source.title, source.url)}, {line(source.where)}{status}{doubt}"


def _place(near: Source, language: str) -> str:
    """A place that is only near, with its first words: the reader judges whether it is of use."""
    return f"{_source(near, language)}  \n   {line(near.quote)}"


def _standing(reply: Reply) -> str:
    meaning = f"**{line(reply.verdict)}.** {line(reply.hint)}".rstrip()
    lines = (
        meaning if reply.found and not reply.partly else "",
        *(f"*{line(each)}*" for each in (reply.searched, reply.made) if each),
    )
    return "  \n".join(filter(None, lines))


def _message(text: str, reply: Reply) -> MessageActivityInput:
    message = MessageActivityInput(text=text.strip(), text_format="markdown").add_ai_generated()
    cited = {int(n) for n in _NUMBER.findall(text)}
    for source in reply.sources[:MOST_CITATIONS]:
        if source.n in cited:
            message.add_citation(source.n, _appearance(source))
    return message


def _appearance(source: Source) -> CitationAppearance:
    return CitationAppearance(
        name=_cut(f"{source.title}, {source.where}", NAME),
        abstract=_cut(source.quote, ABSTRACT),
        url=source.url,
        keywords=[_mark(each) for each in source.status.split(". ") if each][:3] or None,
        icon=CitationIconName.TEXT,
    )


def _mark(status: str) -> str:
    # "ikke besluttet" cut after "ikke" would say the opposite or nothing.
    return status if len(status) <= KEYWORD else _cut(status.partition(",")[0], KEYWORD)


def _more(reply: Reply) -> list[MessageActivityInput]:
    """Cards with the sources beyond those that a message may cite."""
    more = reply.sources[MOST_CITATIONS:]
    title = said(texts.MORE_SOURCES, reply.language)
    return [
        MessageActivityInput().add_ai_generated().add_card(cards.sources(title, each))
        for each in (more[at : at + cards.MOST] for at in range(0, len(more), cards.MOST))
    ]


def _cut(text: str, length: int) -> str:
    """`text` on one line; where it is longer than that, its beginning up to a word."""
    shown = unlinked(" ".join(text.split()))
    if len(shown) <= length:
        return shown
    return (shown[: length - 1].rpartition(" ")[0] or shown[: length - 1]) + "…"


def _packed(blocks: Iterable[str]) -> list[str]:
    """Blocks put into as few texts as they need, none longer than `LONGEST`."""
    packed = [""]
    for piece in chain.from_iterable(pieces(block, LONGEST) for block in blocks):
        if len(packed[-1]) + len(piece) > LONGEST:
            packed.append("")
        packed[-1] += piece
    return [text for text in packed if text.strip()]


def _sentences(statement: Statement) -> Iterator[str]:
    """The statement, in several where one message has no room for it; each says where it is from.

    It is cut before it is made markdown, so that no sign of it is cut from what makes it harmless.
    """
    room = LONGEST - len(sentence(replace(statement, text="")))
    *firsts, last = pieces(statement.text, room, lambda text: len(_quoted(text))) or [""]
    for first in firsts:
        yield sentence(replace(statement, text=first, citations=(), status=""))
    yield sentence(replace(statement, text=last))
