from collections.abc import Callable
from dataclasses import replace

import pytest

from index import Ref, Status
from service.answer import Found, Outcome
from service.places import label, notes_on, page_of

Minuted = Callable[..., Ref]


def test_the_label_names_meeting_item_and_status(minuted: Minuted) -> None:
    assert (
        label(minuted(), Outcome.DECIDED)
        == "Styregruppen 22. maj 2025, punkt 6, Takster – besluttet:"
    )


def test_the_label_of_a_draft_says_so(minuted: Minuted) -> None:
    draft = minuted(
        held=None, body=None, punkt=None, item_title=None, status=Status.UDKAST,
        title="Styringsaftale 2025-2026", section="5.3", headings=("5.3 Overskud",),
    )  # fmt: skip

    assert label(draft, Outcome.RULE) == "Styringsaftale 2025-2026 (udkast), 5.3 Overskud:"


def test_the_reader_is_warned_of_drafts_and_struck_text(minuted: Minuted) -> None:
    warned = minuted(status=Status.UDKAST, struck=True, annex="Aftalen")

    notes = notes_on(warned, Outcome.ANNEX, 2)

    assert [note for note in notes if "Kilde 2" in note] == notes
    assert len(notes) == 2


def test_case_text_of_an_agenda_does_not_pass_for_a_decision(minuted: Minuted) -> None:
    agenda = minuted(section="Sagsfremstilling", agenda_only=True)

    assert "ikke beslutning" in label(agenda, Outcome.CASE)
    assert notes_on(agenda, Outcome.CASE, 1) == [
        "Kilde 1 er fra en dagsorden. Referatet fra mødet 22. maj 2025 er ikke i samlingen."
    ]


def test_a_recommendation_is_noted_as_no_decision(minuted: Minuted) -> None:
    recommended = minuted(section="Indstilling")

    assert notes_on(recommended, Outcome.RECOMMENDED, 3) == [
        "Kilde 3 er en indstilling, ikke en beslutning."
    ]


def test_an_annex_of_a_meeting_is_noted_as_no_decision(minuted: Minuted) -> None:
    annex = minuted(section="Beslutning", annex="Notat om takster")

    assert notes_on(annex, Outcome.ANNEX, 1) == [
        "Kilde 1 er et bilag til punktet. Det er ikke mødets beslutning."
    ]


def test_a_tracked_insertion_is_called_a_proposal(minuted: Minuted) -> None:
    proposed = minuted(proposed=True)

    assert "foreslået ændring" in label(proposed, Outcome.RULE)
    assert any("foreslået" in note for note in notes_on(proposed, Outcome.RULE, 1))


@pytest.mark.parametrize(
    ("page", "printed", "said"),
    [
        (None, None, None),
        (5, None, "Side 5"),
        (5, "iii", "Side iii (filens side 5)"),
    ],
)
def test_a_page_is_told_as_it_is_printed_and_as_it_is_found(
    page: int | None, printed: str | None, said: str | None
) -> None:
    assert page_of(replace(passage_place(), page=page, page_label=printed)) == said


def passage_place() -> Found:
    return Found(
        document="d.pdf", document_id="d", title="T", kind="referat", body=None, meeting_date=None,
        punkt=None, item_title=None, section=None, page=None, page_label=None, url="",
        outcome=Outcome.OTHER, draft=False, struck=False, proposed=False, edition=None, text="",
        score=1.0,
    )  # fmt: skip
