from collections.abc import Callable

from index import Ref, Status
from service.answer import Outcome
from service.places import label, notes_on

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

    notes = notes_on(warned, Outcome.ANNEX, 2, decision=False)

    assert [note for note in notes if "Kilde 2" in note] == notes
    assert len(notes) == 2


def test_case_text_of_an_agenda_does_not_pass_for_a_decision(minuted: Minuted) -> None:
    agenda = minuted(section="Sagsfremstilling", agenda_only=True)

    assert "ikke beslutning" in label(agenda, Outcome.CASE)
    assert notes_on(agenda, Outcome.CASE, 1, decision=True)
    assert not notes_on(agenda, Outcome.CASE, 1, decision=False)
