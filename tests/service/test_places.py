from datetime import date

from index import Kind, Ref, Status, Visibility
from service.answer import Outcome
from service.places import label, notes_on


def place(**facts: object) -> Ref:
    known: dict[str, object] = {
        "document": "referat",
        "source": "referat.txt",
        "title": "Referat Styregruppen",
        "kind": Kind.REFERAT,
        "status": Status.UKENDT,
        "visibility": Visibility.OPEN,
        "body": "Styregruppen",
        "held": date(2025, 5, 22),
        "punkt": "6",
        "item_title": "Takster",
        "section": "Beslutning",
    }
    return Ref(**{**known, **facts})  # type: ignore[arg-type]


def test_the_label_names_meeting_item_and_status() -> None:
    assert (
        label(place(), Outcome.DECIDED)
        == "Styregruppen 22. maj 2025, punkt 6, Takster – besluttet:"
    )


def test_the_label_of_a_draft_says_so() -> None:
    draft = place(
        held=None, body=None, punkt=None, item_title=None, status=Status.UDKAST,
        title="Styringsaftale 2025-2026", section="5.3", headings=("5.3 Overskud",),
    )  # fmt: skip

    assert label(draft, Outcome.RULE) == "Styringsaftale 2025-2026 (udkast), 5.3 Overskud:"


def test_the_reader_is_warned_of_drafts_and_struck_text() -> None:
    warned = place(status=Status.UDKAST, struck=True, annex="Aftalen")

    notes = notes_on(warned, Outcome.ANNEX, 2, decision=False)

    assert [note for note in notes if "Kilde 2" in note] == notes
    assert len(notes) == 2


def test_case_text_of_an_agenda_does_not_pass_for_a_decision() -> None:
    agenda = place(section="Sagsfremstilling", agenda_only=True)

    assert "ikke beslutning" in label(agenda, Outcome.CASE)
    assert notes_on(agenda, Outcome.CASE, 1, decision=True)
    assert not notes_on(agenda, Outcome.CASE, 1, decision=False)
