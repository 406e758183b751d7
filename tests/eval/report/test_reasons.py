from dataclasses import replace
from datetime import date

from eval.report.case import case
from eval.report.fate import Fate
from eval.runs.record import Cited, Passage, Record
from eval.sets import Item
from tests.eval.report.conftest import told_of
from tests.eval.report.test_page import ITEM, RIGHT

OTHER = "Taksterne stiger med to procent fra næste år, skrev udvalget."


def kinds(item: Item, record: Record) -> list[str]:
    """The causes of what went wrong."""
    return [reason.kind for reason in told_of([item], [record]).cases[0].reasons]


def test_a_right_answer_has_none():
    assert kinds(ITEM, RIGHT) == []


def test_a_place_that_was_not_found():
    record = replace(
        RIGHT,
        answer="Noget andet.",
        citations=(Cited(1, "a.txt", OTHER),),
        passages=(Passage("a.txt", OTHER),),
    )

    assert kinds(ITEM, record) == ["not found"]


def test_a_place_that_was_found_and_not_chosen_is_told_with_its_rank():
    passages = (Passage("a.txt", OTHER), *RIGHT.passages)
    record = replace(
        RIGHT, answer="Andet.", citations=(Cited(1, "a.txt", OTHER),), passages=passages
    )

    found = told_of([ITEM], [record]).cases[0].reasons[0]

    assert found.said.startswith("Fundet, men ikke valgt: det rette sted var nummer 2")


def test_the_right_place_without_a_nugget():
    item = replace(ITEM, nuggets=("guiden blev godkendt", "med 10 hverdage til svar"))

    found = told_of([item], [RIGHT]).cases[0]

    assert found.fate is Fate.PART
    assert [reason.said for reason in found.reasons] == [
        "Rette sted, men noget mangler i svaret: „med 10 hverdage til svar“"
    ]


def test_a_refusal_though_the_place_was_found():
    record = replace(RIGHT, status="not_found", answer="Dokumenterne svarer ikke.", citations=())

    assert kinds(ITEM, record) == ["refused seen"]


def test_a_refusal_and_nothing_found():
    record = replace(RIGHT, status="not_found", citations=(), passages=())

    assert kinds(ITEM, record) == ["refused unseen"]


def test_an_answer_to_what_the_documents_do_not_answer():
    item = replace(ITEM, answerable=False, references=(), nuggets=())

    assert kinds(item, RIGHT) == ["not refused"]


def test_what_must_never_be_said_misleads_even_with_every_nugget():
    item = replace(ITEM, must_not=("blev godkendt",))

    found = told_of([item], [RIGHT]).cases[0]

    assert found.fate is Fate.MISLEADING
    assert found.reasons[0].kind == "forbidden"


def test_a_recommendation_told_as_a_decision():
    item = replace(ITEM, section="Indstilling")
    cited = replace(RIGHT.citations[0], outcome="besluttet")

    assert kinds(item, replace(RIGHT, citations=(cited,))) == ["status"]


def test_the_right_words_from_another_meeting():
    item = replace(ITEM, meeting=date(2025, 3, 12), punkt="6")
    cited = replace(RIGHT.citations[0], meeting_date=date(2024, 9, 5), punkt="2")

    found = told_of([item], [replace(RIGHT, citations=(cited,))]).cases[0].reasons

    assert [reason.said for reason in found] == [
        "Forkert møde eller punkt: svaret nævner 5. september 2024, punkt 2, men det rette er "
        "12. marts 2025, punkt 6"
    ]


def test_a_quote_that_was_not_found_again():
    cited = replace(RIGHT.citations[0], verified=False)

    assert kinds(ITEM, replace(RIGHT, citations=(cited,))) == ["unverified"]


def test_the_first_right_passage_is_shown_however_far_down():
    passages = (*[Passage("a.txt", OTHER)] * 40, *RIGHT.passages)
    pair = told_of([ITEM], [replace(RIGHT, passages=passages)]).cases[0].pair

    found = case(pair, {}).found

    assert [(one.number, one.right) for one in found] == [
        (1, False),
        (2, False),
        (3, False),
        (41, True),
    ]
