"""A list as an answer: how many of how much, then each entry with its quote."""

from datetime import date
from functools import partial

import pytest

from index import OPEN_ONLY, Filters, Kind, Snapshot
from service import texts
from service.answer import Answer, AnswerStatus, Outcome
from service.assistant import ExtractiveAssistant
from service.register.asked import Register, register
from service.register.forms import Listed
from service.register.listing import Entry, Listing, entries
from service.register.told import answers, listed, summary

TODAY, DAY = date(2025, 6, 1), date(2024, 5, 2)
ENTRY = Entry("d", "d.txt", "Referat", Kind.REFERAT)
BLANK = Answer("a1", "?", AnswerStatus.NOT_FOUND, "", (), (), (), (), "extractive", "g1")


def asked(question: str) -> Register:
    found = register(question, TODAY)
    assert found
    return found


def told(state: Snapshot, question: str) -> Answer:
    wanted = asked(question)
    listing = entries(wanted, state, OPEN_ONLY)
    assert answers(wanted, listing)
    return listed(BLANK, wanted, listing, partial(state.document, allowed=OPEN_ONLY))


def test_a_list_begins_with_how_many_and_how_much_was_looked_through(state: Snapshot) -> None:
    answer = told(state, "Alle beslutninger om Fyrtårnet")

    assert answer.status is AnswerStatus.ANSWERED
    first = answer.sentences[0]
    assert first.text.startswith("3 punkter handler om Fyrtårnet.")
    assert "Gennemsøgt: 5 møder fra 20. maj 2021 til 12. marts 2025." in first.text
    assert first.citations == ()


def test_every_entry_is_quoted_from_its_meeting_and_verified(state: Snapshot) -> None:
    answer = told(state, "Alle beslutninger om Fyrtårnet")

    said = answer.sentences[1:]
    assert [s.citations for s in said] == [(n,) for n in range(1, len(said) + 1)]
    assert all(cited.verified for cited in answer.citations)
    assert [s.text for s in said] == [cited.quote for cited in answer.citations]
    assert all(s.label for s in said)


def test_what_only_an_agenda_has_is_told_apart(state: Snapshot) -> None:
    answer = told(state, "Alle beslutninger om Fyrtårnet")

    assert answer.citations[-1].outcome is Outcome.AGENDA_ONLY
    assert "beslutningen kendes ikke" in answer.sentences[-1].label
    assert "16. november 2023" in answer.sentences[0].text


def test_what_has_no_quote_is_a_line_of_its_own(state: Snapshot) -> None:
    answer = told(state, "Hvilke udgaver af styringsaftalen findes?")

    lines = [s.text for s in answer.sentences[1:]]
    assert len(lines) == 2
    assert all(line.startswith("– ") for line in lines)
    assert "2023-2024" in lines[0]
    assert "styringsaftale-2023-2024.txt" in lines[0]
    assert answer.citations == ()


def test_a_text_shows_all_that_is_said(state: Snapshot) -> None:
    answer = told(state, "Alle beslutninger om Fyrtårnet")

    assert all(s.text in answer.text and s.label in answer.text for s in answer.sentences)


def test_a_body_nobody_knows_or_a_subject_without_entries_is_searched_for_instead() -> None:
    about = Register(Listed.DECISIONS, subject="månen")

    assert not answers(about, Listing(unknown="KKR"))
    assert not answers(about, Listing())
    assert not answers(about, Listing(searched=5))
    assert answers(about, Listing(searched=5, entries=(ENTRY,), total=1))
    assert answers(about, Listing(searched=5, proposed=(ENTRY,)))
    assert answers(Register(Listed.DECISIONS), Listing(searched=5))


@pytest.mark.parametrize(("number", "said"), [(1, "1 punkt"), (2, "2 punkter"), (0, "0 punkter")])
def test_numbers_bend(number: int, said: str) -> None:
    listing = Listing(total=number, searched=3, first=DAY, last=TODAY)

    assert summary(Register(Listed.DECISIONS), listing)[0] == f"{said}."


def test_more_than_are_shown_are_counted() -> None:
    listing = Listing(total=40, searched=10, first=DAY, last=TODAY, entries=(ENTRY,))

    assert summary(Register(Listed.DECISIONS), listing)[-1] == texts.SHOWN_OF.format(
        shown=1, total=40
    )


def test_a_list_of_closed_items_says_what_it_cannot_show() -> None:
    listing = Listing(total=0, searched=1, first=DAY, last=DAY)

    assert summary(Register(Listed.ITEMS, closed=True), listing)[0] == texts.CLOSED_LIST


def test_documents_without_dates_are_looked_through_too() -> None:
    found = summary(Register(Listed.DOCUMENTS), Listing(total=2, searched=8))

    assert any("8 dokumenter" in line for line in found)


def test_the_assistant_answers_with_the_list(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Alle beslutninger om Fyrtårnet", Filters())

    assert answer.text.startswith("3 punkter handler om Fyrtårnet.")
    assert answer.passages
    assert len(answer.citations) == 4
