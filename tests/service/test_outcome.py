from collections.abc import Callable

import pytest

from index import Ref
from service.answer import Outcome
from service.outcome import done, outcome_of, tells_outcome

Minuted = Callable[..., Ref]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Styregruppen godkendte taksterne.", Outcome.DECIDED),
        ("Det blev besluttet at vente.", Outcome.DECIDED),
        ("Orienteringen blev taget til efterretning.", Outcome.NOTED),
        ("Sagen blev drøftet.", Outcome.DISCUSSED),
        ("Der var generelt opbakning til forslaget.", Outcome.AGREED),
        ("DAS bakkede generelt op om aftalen.", Outcome.AGREED),
        ("Gruppen indstiller overfor KKR, at planen fremmes.", Outcome.PASSED_ON),
        ("Gruppen anbefaler over for KKR, at planen fremmes.", Outcome.PASSED_ON),
        ("Gruppen indstiller over for KKR, at planen godkendes.", Outcome.PASSED_ON),
        ("Arbejdsgruppen foreslår, at planen godkendes. Taget til efterretning.", Outcome.NOTED),
        ("Revisionen af aftalen udskydes til 2026, anbefaler gruppen.", Outcome.MINUTED),
        ("Antallet af kritiske drøftelser er i stigning.", Outcome.MINUTED),
        ("Punktet udskydes til næste møde. Styregruppen godkendte bilaget.", Outcome.POSTPONED),
        ("Fire udsatte unge blev nævnt.", Outcome.MINUTED),
        ("Ingen bemærkninger.", Outcome.MINUTED),
        ("Der var ingen beslutning.", Outcome.MINUTED),
    ],
)
def test_what_a_meeting_did_is_read_off_the_minutes(
    said: str, outcome: Outcome, minuted: Minuted
) -> None:
    assert outcome_of(minuted(), said) is outcome


def test_a_recommendation_is_never_a_decision(minuted: Minuted) -> None:
    minutes = minuted(section="Indstilling")
    agenda = minuted(section="Indstilling", agenda_only=True)

    assert outcome_of(minutes, "godkender taksterne") is Outcome.RECOMMENDED
    assert outcome_of(agenda, "godkender taksterne") is Outcome.AGENDA_ONLY


def test_an_annex_decides_nothing(minuted: Minuted) -> None:
    annex = minuted(section="Beslutning", annex="Notat om takster")

    assert outcome_of(annex, "Det blev besluttet.") is Outcome.ANNEX


def test_a_sentence_tells_the_outcome_or_leads_up_to_it() -> None:
    assert tells_outcome("Det blev besluttet at vente.")
    assert not tells_outcome("Formanden indledte punktet.")
    assert done("") is Outcome.MINUTED
