from datetime import date

import pytest

from index import Kind, Ref, Status, Visibility
from service.answer import Outcome
from service.places import label, notes_on, outcome_of


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


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Styregruppen godkendte taksterne.", Outcome.DECIDED),
        ("Det blev besluttet at vente.", Outcome.DECIDED),
        ("Orienteringen blev taget til efterretning.", Outcome.NOTED),
        ("Sagen blev drøftet.", Outcome.DISCUSSED),
        ("Punktet udskydes til næste møde. Styregruppen godkendte bilaget.", Outcome.POSTPONED),
        ("Fire udsatte unge blev nævnt.", Outcome.MINUTED),
        ("Ingen bemærkninger.", Outcome.MINUTED),
        ("Der var ingen beslutning.", Outcome.MINUTED),
    ],
)
def test_what_a_meeting_did_is_read_off_the_minutes(said: str, outcome: Outcome) -> None:
    assert outcome_of(place(), said) is outcome


def test_a_recommendation_is_never_a_decision() -> None:
    minutes = place(section="Indstilling")
    agenda = place(section="Indstilling", agenda_only=True)

    assert outcome_of(minutes, "godkender taksterne") is Outcome.RECOMMENDED
    assert outcome_of(agenda, "godkender taksterne") is Outcome.AGENDA_ONLY


def test_an_annex_decides_nothing() -> None:
    annex = place(section="Beslutning", annex="Notat om takster")

    assert outcome_of(annex, "Det blev besluttet.") is Outcome.ANNEX


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


def test_the_reader_is_warned_of_drafts_struck_text_and_annexes() -> None:
    warned = place(status=Status.UDKAST, struck=True, annex="Aftalen")

    notes = notes_on(warned, Outcome.ANNEX, 2)

    assert [note for note in notes if "Kilde 2" in note] == notes
    assert len(notes) == 3
