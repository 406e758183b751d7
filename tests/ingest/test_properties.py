"""What holds for every text: places lead back to it, nothing written is lost, nothing raises."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import Block, Document
from ingest.clean import BULLET_GLYPHS
from ingest.errors import IngestError
from ingest.lines import furniture, split
from ingest.marking import mark
from ingest.meeting import CASE_NUMBER, MEETING
from ingest.punkt import punkt_of
from ingest.read import read_bytes

SAMPLE = """dagsorden-2023-11-16 guide-midlertidigt-botilbud referat-2021-05-20 referat-2024-09-05
    referat-2025-03-12 socialaftale-2025-2026 styringsaftale-2023-2024
    styringsaftale-2025-2026-udkast""".split()
CORPUS = ("000", "001", "002", "003", "004")

# What stands in no block, each for a reason; a line that leaves anything else is lost text.
LEFT_OUT = (
    re.compile(r"[¹²³⁰⁴-⁹]+"),  # footnote marks
    re.compile(r"</?[a-z][^<>\n]*>", re.IGNORECASE),  # tags
    re.compile(r"\]\([^)\s]*\)"),  # the address of a link, whose text is read
)

FRAGMENTS = [
    *("Mødet den 01.02.2024", "Styregruppen", "Åben", "Lukket", "Punkt 1.", "Punkt 2", "1. Titel"),
    *("Indstilling", "Bilag:", "- Notat om takster", "Notat om takster", "Beslutning:", "Referat"),
    *("a\tb\tc", "2023\t14\t-", "Tabel 1: Tal", "~~", "~~slettet~~", "• punkt", "\uf0b7 punkt"),
    *("tekst-", "videre", "Side 2", "12/16", "7", "\f", " Side", "Indhold", "1 Indledning .... 3"),
    *("1.1 Formål", "Udkast 1.0 (X)", "[Skriv]", "<b>fed</b>", "[her](http://x.dk)", "x¹", "\xad"),
    *("Et langt afsnit om tilbud og takster, som bliver ved til det ender med et punktum.", ""),
]
LINES = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=40), max_size=40)
TEXTS = st.builds(
    lambda lines, end: end.join(lines), LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r", " "])
)

Reader = Callable[[str], Document]
Blocks = Callable[[Document], list[Block]]


def same(shown: str, printed: str) -> bool:
    """Equal, but for white space of any kind and the shape of a bullet."""
    return (
        shown == printed
        or (shown == " " and printed.isspace())
        or (shown == "•" and printed in BULLET_GLYPHS)
    )


def assert_places_lead_back(document: Document, blocks: list[Block]) -> None:
    for block in blocks:
        assert sum(run.length for run in block.runs) == len(block.text)
        for run in block.runs:
            shown = block.text[run.clean : run.clean + run.length]
            printed = document.text[run.origin : run.origin + run.length]
            assert len(shown) == len(printed)
            assert all(same(a, b) for a, b in zip(shown, printed, strict=True))


def lost_lines(document: Document, blocks: list[Block]) -> list[tuple[int, str]]:
    """The lines with a letter or digit that is in no block and that no rule leaves out."""
    covered = bytearray(len(document.text))
    for block in blocks:
        for run in block.runs:
            covered[run.origin : run.origin + run.length] = b"\1" * run.length
    for pattern in LEFT_OUT:
        for match in pattern.finditer(document.text):
            covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return [
        (line.number, line.bare)
        for line in split(document.text)
        if any(c.isalnum() and not covered[line.start + i] for i, c in enumerate(line.text))
    ]


def is_header(document: Document, line: str) -> bool:
    """A line of an item's header, whose content is in the item's own fields."""
    bodies = {document.body, *(inner.body for inner in document.documents)}
    return bool(
        MEETING.fullmatch(line)
        or punkt_of(line)
        or CASE_NUMBER.fullmatch(line)
        or mark(line)
        or line in bodies
    )


def is_group_heading(document: Document, line: str) -> bool:
    """The heading of a group of items ("Afrunding"), which the agenda at the front has as well."""
    front = [part for part in document.parts if part.label == "Forside"]
    return any(line in block.text for part in front for x in part.walk() for block in x.blocks)


def accounted(document: Document, line: str) -> bool:
    page = furniture(split(line)[0]) or re.fullmatch(r"\d{1,3}(?: ?/ ?\d{1,3})?", line)
    return bool(page) or is_header(document, line) or is_group_heading(document, line)


@pytest.mark.parametrize("name", SAMPLE)
def test_places_in_the_sample(sample: Reader, printed_blocks: Blocks, name: str) -> None:
    document = sample(f"{name}.txt")

    assert_places_lead_back(document, printed_blocks(document))


@pytest.mark.parametrize("number", CORPUS)
def test_places_in_the_corpus(corpus: Reader, printed_blocks: Blocks, number: str) -> None:
    document = corpus(number)

    assert_places_lead_back(document, printed_blocks(document))


@pytest.mark.parametrize("name", SAMPLE)
def test_nothing_is_lost_in_the_sample(sample: Reader, printed_blocks: Blocks, name: str) -> None:
    document = sample(f"{name}.txt")
    lost = lost_lines(document, printed_blocks(document))

    assert [(number, line) for number, line in lost if not accounted(document, line)] == []


@pytest.mark.parametrize("number", CORPUS)
def test_nothing_is_lost_in_the_corpus(corpus: Reader, printed_blocks: Blocks, number: str) -> None:
    document = corpus(number)
    lost = lost_lines(document, printed_blocks(document))

    assert [(number, line) for number, line in lost if not accounted(document, line)] == []


@pytest.mark.parametrize("name", SAMPLE)
def test_no_text_stands_in_two_blocks(sample: Reader, printed_blocks: Blocks, name: str) -> None:
    spans = sorted(
        (run.origin, run.origin + run.length)
        for block in printed_blocks(sample(f"{name}.txt"))
        for run in block.runs
    )

    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_its_places_lead_back(text: str) -> None:
    try:
        document = read_bytes(text.encode("utf-8", "surrogatepass"), "x.txt")
    except IngestError:
        return
    blocks = [
        block
        for one in (document, *document.documents)
        for part in one.walk()
        for block in (part.head, *part.blocks)
        if block
    ]

    assert_places_lead_back(document, blocks)


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = read_bytes(data, "x.txt").source
    except IngestError:
        source = "x.txt"

    assert source == "x.txt"
