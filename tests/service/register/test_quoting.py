"""What is quoted of an item is what was said of it, with the page it stands on."""

from index import Block, Document, Kind, Part, PartKind
from ingest import Run
from service.register.quoting import quoted, whole

SAID = "Gruppen godkendte taksten. Gruppen drøftede maden."


def block(text: str, start: int, page: int = 2) -> Block:
    return Block(text, (Run(0, start, len(text)),), page)


def document(*sections: Part, head: Block | None = None) -> Document:
    item = Part(PartKind.ITEM, "Takster", head, parts=sections, number="1")
    return Document(
        "d", "Referat", Kind.REFERAT, "d.txt", "0", "", parts=(item,), labels=("i", "ii")
    )


def decision(*blocks: Block) -> Part:
    return Part(PartKind.SECTION, "Beslutning:", blocks=blocks, label="Beslutning")


def test_a_decision_is_whole_on_the_page_it_begins_on() -> None:
    passage = whole(document(decision(block(SAID, 40), block("Mødet sluttede.", 99))), 1)

    assert passage
    assert passage.text == f"{SAID}\nMødet sluttede."
    assert (passage.ref.page, passage.ref.page_label, passage.ref.section) == (
        2,
        "ii",
        "Beslutning",
    )


def test_an_item_with_a_title_alone_is_its_title() -> None:
    passage = whole(document(head=block("Takster", 7)), 1)

    assert passage
    assert (passage.text, passage.ref.section) == ("Takster", None)


def test_an_item_without_even_a_title_has_nothing_to_quote() -> None:
    bare = document()
    passage = whole(bare, 1)

    assert passage
    assert (passage.text, passage.runs) == ("", ())
    assert quoted(bare, 1) is None


def test_an_item_that_is_not_there_is_nothing() -> None:
    assert whole(document(), 2) is None
