"""Passages follow the structure, and every one of their characters has a place."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.sample.build import DOCUMENTS
from index import Block, Document, Kind, Part, PartKind, Passage, Status, Visibility
from index.split import LONGEST, passages
from ingest import About
from ingest.read import read
from ingest.terms import CONTENTS

NAMES = sorted(path.name for path in DOCUMENTS.glob("*.txt"))


@pytest.fixture(params=NAMES)
def document(request: pytest.FixtureRequest) -> Document:
    return read(Path(DOCUMENTS, request.param))


def section(*blocks: Block, label: str | None = None, **features: Any) -> Part:
    return Part(PartKind.SECTION, label or "", blocks=blocks, label=label, **features)


def item(number: str, heading: str, *parts: Part, **features: Any) -> Part:
    return Part(PartKind.ITEM, heading, number=number, parts=parts, **features)


def texts(found: list[Passage]) -> list[str]:
    return [passage.text for passage in found]


def characters(passage: Passage) -> set[int]:
    return {r.origin + i for r in passage.runs for i in range(r.length)}


def test_every_block_of_the_sample_is_in_a_passage(document: Document) -> None:
    covered = set().union(*(characters(passage) for passage in passages(document)))
    parts = [part for one in (document, *document.documents) for part in one.walk()]
    blocks = [block for part in parts if part.label != CONTENTS for block in part.blocks]

    assert [b.text for b in blocks if not {*range(*b.span)} & covered] == []


def test_passages_of_the_sample_keep_to_one_part(document: Document) -> None:
    parts = [part for one in (document, *document.documents) for part in one.walk()]
    owner = {block.runs[0].origin: part for part in parts for block in part.blocks}

    for passage in passages(document):
        owners = {id(owner[r.origin]) for r in passage.runs if r.origin in owner}
        assert len(owners) <= 1, passage.text


def test_runs_of_the_sample_lead_to_the_same_characters(document: Document) -> None:
    for passage in passages(document):
        for run in passage.runs:
            said = passage.text[run.clean : run.clean + run.length]
            there = document.text[run.origin : run.origin + run.length]
            # A bullet may have another glyph, and any white space is a blank.
            assert all(
                a == b or (a in "• " and not b.isalnum()) for a, b in zip(said, there, strict=True)
            )


def test_only_white_space_of_a_passage_has_no_place(document: Document) -> None:
    for passage in passages(document):
        placed = {r.clean + i for r in passage.runs for i in range(r.length)}
        assert not "".join(c for i, c in enumerate(passage.text) if i not in placed).strip()


def test_struck_and_live_text_of_the_sample_are_apart(document: Document) -> None:
    parts = [part for one in (document, *document.documents) for part in one.walk()]
    struck = {r.origin for p in parts for b in p.blocks if b.struck for r in b.runs}

    for passage in passages(document):
        assert {r.origin in struck for r in passage.runs} == {passage.ref.struck}


def test_ids_run_in_reading_order(document: Document) -> None:
    found = passages(document, 7)
    starts: dict[str, list[int]] = {}
    for passage in found:
        starts.setdefault(passage.ref.document, []).append(passage.runs[0].origin)

    assert [passage.id for passage in found] == list(range(7, 7 + len(found)))
    assert all(places == sorted(places) for places in starts.values())


def test_sections_are_never_joined(manuscript: Any) -> None:
    one, two = manuscript.block("Kort."), manuscript.block("Også kort.")
    meeting = manuscript.document(
        item("1", "Budget", section(one, label="Indstilling"), section(two, label="Beslutning"))
    )

    found = passages(meeting)

    assert [(p.text, p.ref.section) for p in found] == [
        ("Kort.", "Indstilling"),
        ("Også kort.", "Beslutning"),
    ]


def test_passages_of_an_item_are_one_group_and_its_annex_another(manuscript: Any) -> None:
    a, b, c, d = (manuscript.block(text) for text in ("En.", "To.", "Tre.", "Fire."))
    annex = Part(PartKind.ANNEX, "Notat", blocks=(c,))
    first = item("1", "Budget", section(a, label="Resumé"), section(b, label="Bilag"), annex)

    found = passages(manuscript.document(first, item("2", "Eventuelt", section(d))))

    assert [passage.group for passage in found] == [1, 1, 3, 4]


def test_table_passages_repeat_caption_and_columns(manuscript: Any) -> None:
    caption = manuscript.block("Tabel 1: Takster", page=1)
    rows = [manuscript.row("Tilbud", "Takst", page=1)]
    for n in range(40):
        rows.append(
            manuscript.row(f"Botilbud nummer {n}", "2.000", columns=rows[0].text.split(), page=2)
        )
    table = Part(PartKind.TABLE, "Tabel 1: Takster", caption, tuple(rows))

    found = passages(manuscript.document(table))

    assert len(found) > 1
    assert {tuple(p.text.split("\n")[:2]) for p in found} == {("Tabel 1: Takster", "Tilbud Takst")}
    assert [passage.ref.page for passage in found] == [1, *[2] * (len(found) - 1)]


def test_a_tables_passages_stand_where_the_table_stands(manuscript: Any) -> None:
    before, row, after = (
        manuscript.block("F" * 500),
        manuscript.row("Takst", "2.000"),
        manuscript.block("E" * 500),
    )
    chapter = Part(
        PartKind.CHAPTER,
        "Takster",
        blocks=(before, after),
        parts=(Part(PartKind.TABLE, "", blocks=(row,)),),
    )

    found = passages(manuscript.document(chapter))

    assert [passage.text[:5] for passage in found] == ["FFFFF", "Takst", "EEEEE"]


def test_lead_sentence_of_a_parted_list_is_in_the_context(manuscript: Any) -> None:
    lead = manuscript.block("Gruppen godkendte følgende tilbud:")
    entries = [manuscript.block(f"• {'Botilbud ' * 20}{n}") for n in range(6)]

    found = passages(manuscript.document(section(lead, *entries)))

    assert len(found) > 1
    assert all("Gruppen godkendte følgende tilbud:" in p.context for p in found[1:])


def test_annex_passages_say_what_the_annex_is(manuscript: Any) -> None:
    text = manuscript.block("Taksten er 2.000 kr.")
    about = About(Kind.STYRINGSAFTALE, Status.UDKAST, "2025-2026")
    annex = Part(PartKind.ANNEX, "Udkast til styringsaftale", blocks=(text,), about=about)
    meeting = manuscript.document(
        item("5", "Styringsaftale", annex), kind=Kind.REFERAT, status=Status.VEDTAGET
    )

    (found,) = passages(meeting)

    assert (found.ref.kind, found.ref.status, found.ref.edition) == (
        Kind.STYRINGSAFTALE,
        Status.UDKAST,
        "2025-2026",
    )
    assert (found.ref.punkt, found.ref.annex) == ("5", "Udkast til styringsaftale")


def test_meeting_inside_another_keeps_its_own_date(manuscript: Any) -> None:
    outer, inner = manuscript.block("Den ydre."), manuscript.block("Den indre.")
    inside = manuscript.document(item("1", "A", section(inner)), id="d.1", held=date(2024, 6, 13))
    meeting = manuscript.document(
        item("2", "B", section(outer)), held=date(2024, 9, 5), documents=(inside,)
    )

    found = passages(meeting)

    assert [(p.text, p.ref.document, p.ref.held) for p in found] == [
        ("Den ydre.", "d", date(2024, 9, 5)),
        ("Den indre.", "d.1", date(2024, 6, 13)),
    ]


def test_everything_in_a_closed_item_is_closed(manuscript: Any) -> None:
    a, b = manuscript.block("Hemmeligt."), manuscript.block("Bilag.")
    annex = Part(PartKind.ANNEX, "Notat", blocks=(b,))
    closed = item("7", "Ejendom", section(a), annex, visibility=Visibility.CLOSED)

    found = passages(manuscript.document(closed))

    assert {passage.ref.visibility for passage in found} == {Visibility.CLOSED}


def test_an_open_heading_is_not_closed_with_the_text_below_it(manuscript: Any) -> None:
    head, a, b = (manuscript.block(text) for text in ("Ejendomme", "Hemmeligt.", "Åbent."))
    closed = Part(PartKind.SECTION, "", blocks=(a,), visibility=Visibility.CLOSED)
    chapter = Part(PartKind.CHAPTER, "Ejendomme", head, parts=(closed, section(b)))

    found = passages(manuscript.document(chapter))

    assert [(p.text, p.ref.visibility) for p in found] == [
        ("Ejendomme\nÅbent.", Visibility.OPEN),
        ("Hemmeligt.", Visibility.CLOSED),
    ]


def test_a_long_paragraph_is_parted_between_sentences(manuscript: Any) -> None:
    text = " ".join(f"Sætning {n} handler om takster og om belægning." for n in range(60))

    found = passages(manuscript.document(section(manuscript.block(text))))

    assert len(found) > 1
    assert all(len(p.text) <= LONGEST and p.text.endswith("belægning.") for p in found)


@pytest.mark.parametrize("text", ["ord " * 2_000, "a" * 8_000], ids=["words", "one word"])
def test_a_paragraph_without_sentences_is_parted_too(manuscript: Any, text: str) -> None:
    found = passages(manuscript.document(section(manuscript.block(text.strip()))))

    assert all(len(passage.text) <= LONGEST for passage in found)
    assert "".join(texts(found)).replace(" ", "") == text.replace(" ", "")


def test_a_document_without_text_has_no_passages(manuscript: Any) -> None:
    assert passages(manuscript.document()) == []


def test_a_table_row_is_told_with_its_headings() -> None:
    found = passages(read(DOCUMENTS / "referat-2024-09-05.txt"))

    rows = [(passage, row) for passage in found for row in passage.rows]
    assert rows
    for passage, row in rows:
        label = passage.text[row.start : row.end].split()[0]
        assert label in row.told
    assert any(": " in row.told and "(" in row.told for _, row in rows)


def test_what_is_proposed_is_a_passage_of_its_own(manuscript: Any) -> None:
    live = manuscript.block("Taksten er fast.")
    proposed = manuscript.block("Taksten er 98 kr.", inserted=True)
    after = manuscript.block("Den betales forud.")

    found = passages(manuscript.document(section(live, proposed, after)))

    assert [(p.text, p.ref.proposed) for p in found] == [
        ("Taksten er fast.\nDen betales forud.", False),
        ("Taksten er 98 kr.", True),
    ]


def test_a_page_keeps_the_number_that_is_printed_on_it(manuscript: Any) -> None:
    parts = [section(manuscript.block(f"Side {page}.", page=page)) for page in (1, 2, 3)]

    found = passages(manuscript.document(*parts, labels=("i", "2", "1")))

    assert [(p.ref.page, p.ref.page_label) for p in found] == [(1, "i"), (2, None), (3, "1")]
