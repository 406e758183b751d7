"""A set is held against its documents: what is wrong is told with where it really stands."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eval.questions import SAMPLE
from eval.sets import Item, Reference, read
from eval.sets.checking import checked, unindexed
from eval.sets.collection import Collection, NoCollection, of_folder

SOFT = "\N{SOFT HYPHEN}"
MINUTES = "referat-2025-03-12.txt"
ASKED = Item(
    id="q",
    question="Blev guiden godkendt?",
    type="decision",
    answerable=True,
    references=(Reference(MINUTES, "Guiden offentliggøres senest den 1. april 2025", (255, 255)),),
    meeting=date(2025, 3, 12),
    punkt="6",
)


@pytest.fixture(scope="module")
def collection() -> Collection:
    return of_folder(SAMPLE / "documents")


def told(item: Item, collection: Collection) -> list[str]:
    return [finding.says for finding in checked([item], collection)]


def quoting(quote: str, lines: tuple[int, int] | None = None, document: str = MINUTES) -> Item:
    return replace(ASKED, references=(Reference(document, quote, lines),), punkt=None)


def test_the_sample_has_nothing_to_mend_or_to_look_at(collection: Collection) -> None:
    assert checked(read(SAMPLE / "questions.jsonl"), collection) == []


@pytest.mark.parametrize(
    "quote",
    [
        "Guiden   offentliggøres\nsenest den 1. april 2025",
        "Guiden offentlig-\ngøres senest den 1. april 2025",
        f"Guiden offentlig{SOFT}gøres senest den 1. april 2025",
    ],
)
def test_white_space_and_hyphens_do_not_matter(quote: str, collection: Collection) -> None:
    assert told(quoting(quote), collection) == []


def test_wrong_lines_are_told_with_the_right_ones(collection: Collection) -> None:
    (said,) = told(quoting("Guiden offentliggøres senest den 1. april 2025", (1, 9)), collection)

    assert "stands in line 255, not in lines 1-9" in said


def test_a_quote_with_another_figure_is_told_with_what_stands_there(
    collection: Collection,
) -> None:
    (said,) = told(quoting("Guiden offentliggøres senest den 2. april 2025"), collection)

    assert "word for word; line 255 has “Guiden offentliggøres senest den 1. april 2025" in said


def test_a_quote_of_another_document_is_found_there(collection: Collection) -> None:
    (said,) = told(quoting("Klagefristen er fire uger."), collection)

    assert "but in guide-midlertidigt-botilbud.txt, line 56; mend 'doc'" in said


def test_a_quote_that_is_nowhere_is_told(collection: Collection) -> None:
    (said,) = told(quoting("Aldrig har nogen skrevet sådan noget om zebraer"), collection)

    assert said.endswith("nor anything like it; copy it from the document")


def test_a_missing_document_is_told_with_the_one_meant(collection: Collection) -> None:
    (said,) = told(quoting("x", document="referat-2025-03-21.txt"), collection)

    assert said.endswith(f"did you mean '{MINUTES}'?")


def test_a_meeting_that_is_not_here_is_told_with_those_that_are(collection: Collection) -> None:
    (said,) = told(replace(ASKED, meeting=date(2025, 3, 13)), collection)

    assert said.startswith("there is no meeting of 2025-03-13; the meetings are 2021-05-20, ")


def test_an_item_the_meeting_does_not_have_is_told(collection: Collection) -> None:
    (said,) = told(replace(ASKED, punkt="17"), collection)

    assert said.startswith("the meeting of 2025-03-12 has no item 17; it has 1, 2, 3")


def test_a_quote_of_another_item_is_to_be_looked_at(collection: Collection) -> None:
    (finding,) = checked([replace(ASKED, punkt="5")], collection)

    assert finding.doubt
    assert finding.says.startswith("no quote stands in item 5 of the meeting of 2025-03-12")


def test_a_nugget_with_a_figure_of_no_quote_is_to_be_looked_at(collection: Collection) -> None:
    (finding,) = checked([replace(ASKED, nuggets=("efter 14 dage",))], collection)

    assert finding.doubt
    assert "has 14, which stands in no quote" in finding.says


def test_what_must_not_be_said_may_not_stand_in_a_quote(collection: Collection) -> None:
    (said,) = told(replace(ASKED, must_not=("1. april",)), collection)

    assert said.startswith("'must_not' has “1. april”, but it stands in a quote")


def test_an_unanswerable_question_that_is_answered_is_told_with_the_sentence(
    collection: Collection,
) -> None:
    item = Item("q", "Hvor mange pladser stod tomme på voksenområdet pr. 1. juni 2024?", "x", False)

    (said,) = told(replace(item, type="unanswerable"), collection)

    assert "referat-2024-09-05.txt says “Pr. 1. juni 2024 stod 63 af 1.124 pladser" in said


def test_what_stands_only_in_a_closed_item_answers_nothing(collection: Collection) -> None:
    closed = quoting("Ejendomsmægleren har sat udbudsprisen til 8.735.000 kr.")

    assert told(closed, collection)[0].endswith("nor anything like it; copy it from the document")


def test_the_same_question_in_another_order_is_told(collection: Collection) -> None:
    again = replace(ASKED, id="r", question="Godkendt blev guiden?")

    (finding,) = checked([ASKED, again], collection)

    assert (finding.id, finding.says) == ("r", "the question is asked already in 'q'; drop one")


def test_a_document_that_is_not_indexed_is_told(collection: Collection, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Notat\n\nNoget andet.\n", "utf-8")

    (finding,) = unindexed([ASKED], of_folder(tmp_path))

    assert finding.says.startswith(f"'{MINUTES}' is not in the index")


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoCollection, match="has no documents"):
        of_folder(tmp_path)
