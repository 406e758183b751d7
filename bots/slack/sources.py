"""Where an answer stands: its sources, or the places that are nearest where there is none."""

from collections.abc import Iterator, Sequence

from bots.english import said
from bots.reply import Reply, Source
from bots.slack.rich import (
    MARKS,
    Block,
    Part,
    beginning,
    emoji,
    link,
    quotation,
    rich,
    section,
    words,
)
from service import texts

QUOTE = 700  # characters of a quote that can be read whole on the page
LINE = 300  # characters of a title or a place
TOGETHER = 8  # short sources in a block


def sources(reply: Reply) -> list[Block]:
    """The sources; those whose words were told above are told in short."""
    if not reply.found:
        return near(reply.near, reply.language)
    told = {n for each in reply.statements if each.quoted for n in each.citations}
    short = [_short(each, reply.language) for each in reply.sources if each.n in told]
    whole = [_whole(each, reply.language) for each in reply.sources if each.n not in told]
    blocks = [*_grouped(short), *whole]
    if blocks:  # in one block with the first source, so that no message ends with the heading
        title = section(words(said(texts.SOURCES, reply.language), "bold"))
        blocks[0] = rich(title, *blocks[0]["elements"])
    return blocks


def near(found: Sequence[Source], language: str) -> list[Block]:
    """The nearest places; we say that they are no answer."""
    if not found:
        return [rich(section(words(said(texts.NOTHING_NEAR, language))))]
    title = words(said(texts.NEAREST, language), "bold")
    help_ = words(f"\n{said(texts.NEAREST_HELP, language)}")
    return [rich(section(title, help_)), *(_whole(each, language, "{}. {}") for each in found)]


def _grouped(lines: Sequence[list[Part]]) -> Iterator[Block]:
    for at in range(0, len(lines), TOGETHER):
        yield rich(*(section(*line) for line in lines[at : at + TOGETHER]))


def _short(source: Source, language: str) -> list[Part]:
    return [
        words(f"[{source.n}] {beginning(source.title, LINE)}", "bold"),
        words(f", {_place(source)} – {source.status}"),
        *_page(source, language),
    ]


def _whole(source: Source, language: str, numbered: str = "[{}] {}") -> Block:
    """With its number, its place, what it is, its quote and its page."""
    mark = MARKS.get(source.standing)
    title = numbered.format(source.n, beginning(source.title, LINE))
    lines = [words(title, "bold"), words(f"\n{_place(source)}\n")]
    lines += [emoji(mark), words(" ")] if mark else []
    lines += [words(source.status), *_page(source, language)]
    quote = [quotation(words(beginning(source.quote, QUOTE)))] if source.quote else []
    return rich(section(*lines), *quote)


def _place(source: Source) -> str:
    """Where it is, without the body where the title ends with it."""
    body, _, rest = source.where.partition(", ")
    named = rest and source.title.endswith(body)
    return beginning(rest if named else source.where, LINE)


def _page(source: Source, language: str) -> Iterator[Part]:
    if source.url:
        yield words(" · ")
        yield link(source.url, said(texts.READ_QUOTE, language))
    if not source.verified:
        yield words(f"\n{said(texts.NOT_VERIFIED, language)}", "italic")
