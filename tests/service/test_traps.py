"""What misleads a reader of such documents, each as a fact about the answer.

An agenda is no minutes, an annex decides nothing, a draft and a struck rule are not in force, a
figure belongs to its year.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from index import EVERYTHING, Filters, Index, Updater
from service import texts
from service.answer import Answer, AnswerStatus, Citation, Outcome
from service.assistant import ExtractiveAssistant
from tests.service.sound import sound

Ask = Callable[[str], Answer]
AGENDA = "dagsorden-2023-11-16.txt"
IN_FORCE = "styringsaftale-2023-2024.txt"
SEPTEMBER = "5. september 2024"
WITHOUT_MINUTES = "Referatet fra mødet 16. november 2023 er ikke i samlingen."
ANNOUNCED = "Hvornår blev den tidlige varsling om Fyrtårnet udsendt?"
OF_TARGET_GROUP = "Et tilbud kan ændre målgruppe i løbet af året"


def quoted(answer: Answer) -> str:
    """What the answer quotes, without what it says in its own words."""
    return "\n".join(said.text for said in answer.sentences if said.label)


def own_words(answer: Answer) -> str:
    return "\n".join([*(s.text for s in answer.sentences if not s.citations), *answer.notes])


def decided(answer: Answer) -> list[Citation]:
    return [cited for cited in answer.citations if cited.outcome is Outcome.DECIDED]


# Agendas


@pytest.mark.parametrize(
    ("question", "recommended"),
    [
        ("Godkendte SGS takstbilaget for 2024?", "SGS godkender takstbilag 2024"),
        ("Blev møderækken for 2024 godkendt?", "SGS godkender møderækken for 2024"),
        (
            "Hvad blev besluttet om Fyrtårnet på mødet den 16. november 2023?",
            "SGS beder Region Østfjorden om at udarbejde en handleplan",
        ),
    ],
)
def test_a_recommendation_of_an_agenda_is_told_first_and_not_as_a_decision(
    ask: Ask, question: str, recommended: str
) -> None:
    answer = ask(question)

    first = answer.citations[0]
    assert (first.document, first.outcome) == (AGENDA, Outcome.AGENDA_ONLY)
    assert recommended in quoted(answer)
    assert WITHOUT_MINUTES in own_words(answer)


def test_a_meeting_with_an_agenda_alone_is_listed_without_decisions(ask: Ask) -> None:
    answer = ask("Hvilke beslutninger blev truffet på mødet den 16. november 2023?")

    assert {cited.outcome for cited in answer.citations} == {Outcome.AGENDA_ONLY}
    assert "Referatet mangler" in own_words(answer)


# A meeting inside a meeting


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet om Fyrtårnet på mødet den 13. juni 2024?",
        "På hvilket møde blev målgrupperne til socialaftalen vedtaget, og hvilke blev det?",
        "Hvilke beslutninger blev truffet på mødet den 13. juni 2024?",
    ],
)
def test_what_the_annexed_minutes_decided_has_their_own_date(ask: Ask, question: str) -> None:
    answer = ask(question)

    assert {str(cited.meeting_date) for cited in decided(answer)} == {"2024-06-13"}


def test_what_the_outer_meeting_decided_has_not_the_inner_date(ask: Ask) -> None:
    answer = ask("Hvilke beslutninger blev truffet på mødet den 5. september 2024?")

    assert {str(cited.meeting_date) for cited in answer.citations} == {"2024-09-05"}
    assert "nedsætte en arbejdsgruppe" not in quoted(answer)


# Annexes


def test_what_an_annex_advises_is_not_decided(ask: Ask) -> None:
    answer = ask("Blev det besluttet, at Fyrtårnet udvikler gruppeforløb for forældre?")

    advising = [cited for cited in answer.citations if "gruppeforløb" in cited.quote]
    assert {cited.outcome for cited in advising} == {Outcome.ANNEX}
    assert any("Det er ikke mødets beslutning" in note for note in answer.notes)


def test_what_is_advised_is_told_with_what_the_meeting_made_of_it(ask: Ask) -> None:
    answer = ask("Er botilbuddene forpligtet til at gennemgå medicininstruksen hvert år?")

    assert "ikke tilslutning til et fælles krav" in quoted(answer)


@pytest.mark.parametrize(
    ("punkt", "item"),
    [
        ("3", "Årsrapport 2023 fra Socialtilsyn Østfjorden"),
        ("4", "Fremtiden for Fyrtårnet"),
        ("5", "Anden behandling af Styringsaftale 2025-2026"),
        ("6", "Kortlægning af tomme pladser"),
    ],
)
def test_an_item_asked_for_by_number_is_not_a_chapter_of_an_annex(
    ask: Ask, punkt: str, item: str
) -> None:
    answer = ask(f"Hvad blev besluttet under punkt {punkt} på mødet den {SEPTEMBER}?")

    assert {(cited.punkt, cited.item_title) for cited in answer.citations} == {(punkt, item)}
    assert answer.citations[0].section == "Beslutning"


def test_a_chapter_of_an_annex_is_told_with_the_item_it_belongs_to(ask: Ask) -> None:
    cited = ask("Hvor mange påbud gav socialtilsynet i 2023?").citations[0]

    assert (cited.punkt, cited.section, cited.outcome) == ("3", "3.2 Sanktioner", Outcome.ANNEX)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad står der i årsrapporten for Centerhuset Lyngen 2024 om sygefraværet blandt"
        " personalet?",
        "Hvad står der i brugervejledningen til takstskemaet?",
    ],
)
def test_an_annex_known_by_name_alone_gives_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)

    assert answer.status is not AnswerStatus.ANSWERED


# Drafts, editions and struck text


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("Hvornår er fristen for indmelding efter udkastet til ny styringsaftale?", "15. august"),
        ("Hvor stort et overskud må overføres efter udkastet til ny styringsaftale?", "3 pct."),
        ("Hvor mange dage betales fuld takst ved fravær efter udkastet?", "21 dage"),
    ],
)
def test_a_rule_of_a_draft_is_told_as_a_draft(ask: Ask, question: str, rule: str) -> None:
    answer = ask(question)

    telling = [cited for cited in answer.citations if rule in cited.quote]
    assert telling
    assert all(cited.draft for cited in telling)
    assert any("er et udkast" in note for note in answer.notes)


def test_a_draft_the_council_put_off_is_not_called_adopted(ask: Ask) -> None:
    answer = ask("Er Styringsaftale 2025-2026 vedtaget?")

    assert "udskød godkendelsen" in quoted(answer)
    assert "kun som udkast" in own_words(answer)


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("Hvor stort et overskud må en driftsherre føre med til næste år?", "5 pct."),
        ("Hvor mange dage betales fuld takst ved fravær?", "14 dage"),
        ("Hvor stor en andel må central administration udgøre?", "6,5 pct."),
        ("Over hvor mange år indregnes et underskud i taksten?", "højst to år"),
        ("Hvor stor en belægning skal døgntilbud budgettere med?", "95 pct."),
        ("Hvad er fristen for indmelding af tilbud?", "1. september"),
        ("Hvornår skal nye tilbud meldes ind efter den gældende styringsaftale?", "1. september"),
    ],
)
def test_the_edition_in_force_is_told_first(ask: Ask, question: str, rule: str) -> None:
    first = ask(question).citations[0]

    assert (first.document, first.draft) == (IN_FORCE, False)
    assert rule in first.quote


def test_a_superseded_edition_is_not_told_before_its_successor(
    sample: Path, tmp_path: Path
) -> None:
    successor = (sample / IN_FORCE).read_text("utf-8")
    older = successor.replace("2023", "2021").replace("2024", "2022").replace("14 dage", "10 dage")
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / IN_FORCE).write_text(successor, "utf-8")
    (tmp_path / "documents" / "styringsaftale-2021-2022.txt").write_text(older, "utf-8")
    Updater(tmp_path / "home").update(tmp_path / "documents")
    asking = ExtractiveAssistant(Index(tmp_path / "home"))

    answer = sound(asking.ask("Hvor mange dage betales fuld takst ved fravær?", Filters()))

    assert answer.citations[0].edition == "2023-2024"
    assert "14 dage" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår kan Forretningsudvalget give dispensation fra fristen?",
        "Kan et tilbud ændre målgruppe i løbet af året?",
        "Hvor mange dage betales fuld takst ved fravær?",
    ],
)
def test_struck_text_is_not_told_unasked(ask: Ask, question: str) -> None:
    answer = ask(question)

    assert answer.citations
    assert not any(cited.struck for cited in answer.citations)


@pytest.mark.parametrize(
    ("question", "struck"),
    [
        ("Hvilke regler om dispensation er slettet i udkastet?", "dispensation i op til 30 dage"),
        ("Hvilken tekst er slettet i udkastet om ændring af målgruppe?", OF_TARGET_GROUP),
        ("Hvad er slettet i udkastet om betaling ved fravær?", "14"),
    ],
)
def test_struck_text_that_is_asked_for_is_called_struck(
    ask: Ask, question: str, struck: str
) -> None:
    answer = ask(question)

    assert struck in quoted(answer)
    assert all(cited.struck for cited in answer.citations)
    assert all("slettet tekst" in said.label for said in answer.sentences if said.label)
    assert any("slettet tekst. Den gælder ikke" in note for note in answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "Må et tilbud ændre målgruppe i løbet af året efter udkastet til Styringsaftale 2025-2026?",
        "Hvad siger afsnit 2.2.3 i udkastet om ændring af målgruppe?",
    ],
)
def test_a_rule_struck_under_a_heading_that_is_not_does_not_stand(ask: Ask, question: str) -> None:
    answer = ask(question)

    standing = [cited for cited in answer.citations if OF_TARGET_GROUP in cited.quote]
    assert {cited.document for cited in standing if not cited.struck} <= {IN_FORCE}
    assert "slettet tekst" in own_words(answer)


def test_a_struck_word_is_not_told_beside_its_successor(ask: Ask) -> None:
    answer = ask("Hvor mange dage betales fuld takst ved fravær efter udkastet?")

    assert "de første 21 dage" in quoted(answer)
    assert any("slettede ord udeladt" in note for note in answer.notes)


# Figures


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Hvad var belægningen på Birkegården i 2020?", "97,2 pct. i 2020"),
        ("Hvad var belægningen på Birkegården i 2023?", "96,4 pct. i 2023"),
        ("Hvad var belægningen på Birkegården i 2024?", "98,1 pct. i 2024"),
        ("Hvor stort var Fyrtårnets underskud i 2022?", "2022 viste et underskud på 2,1 mio. kr."),
        ("Hvor stort var Fyrtårnets underskud i 2024?", "2,9 mio. kr. i 2024"),
    ],
)
def test_a_figure_is_told_with_its_year(ask: Ask, question: str, figure: str) -> None:
    assert figure in quoted(ask(question))


def test_a_figure_of_another_year_is_not_given(ask: Ask) -> None:
    answer = ask("Hvad var belægningen på Birkegården i 2022?")

    assert (answer.status, answer.citations) == (AnswerStatus.NOT_FOUND, ())


@pytest.mark.parametrize("year", ["2020", "2024"])
def test_a_figure_of_another_place_is_not_told_without_the_place(ask: Ask, year: str) -> None:
    told = quoted(ask(f"Hvad var belægningen på Birkegården i {year}?"))

    assert "101,2 pct." not in told or "Centerhuset Lyngen" in told
    assert "98 pct. i 2020" not in told or "Fyrtårnet" in told


def test_a_course_of_years_has_each_years_figure(ask: Ask) -> None:
    told = quoted(ask("Hvordan har belægningen på Fyrtårnet udviklet sig fra 2020 til 2024?"))

    assert "98 pct. i 2020" in told
    assert "fra 81 pct. i 2022 til 72 pct. i 2023" in told
    assert "78 pct. i 2024" in told


def test_a_year_asked_for_without_its_figure_is_named(ask: Ask) -> None:
    answer = ask("fyrtårnet belægning 2020 2022 2023 2024")

    figures = {"2020": "98 pct.", "2022": "81 pct.", "2023": "72 pct.", "2024": "78 pct."}
    lacking = [year for year, figure in figures.items() if figure not in quoted(answer)]
    assert [year for year in lacking if year not in own_words(answer)] == []


@pytest.mark.parametrize(
    ("question", "row", "figure"),
    [
        (
            "Hvad kostede det årlige tilsyn i 2023 for et tilbud med 10-29 pladser?",
            "Tilsyn med tilbud, 10-29 pladser",
            "2023: 48.540 kr.",
        ),
        (
            "Hvad kostede godkendelse af et nyt tilbud med 0-9 pladser i 2022?",
            "Godkendelse af nyt tilbud, 0-9 pladser",
            "2022: 30.700 kr.",
        ),
        ("Hvor mange uanmeldte besøg var der i 2022?", "Uanmeldte besøg", "2022: 281"),
    ],
)
def test_a_table_row_is_told_with_its_headings(
    ask: Ask, question: str, row: str, figure: str
) -> None:
    rows = [line for line in quoted(ask(question)).splitlines() if line.startswith(row)]

    assert len(rows) == 1
    assert figure in rows[0]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad koster Kompasrosen?",
        "Hvad er taksten for aflastning på Kompasrosen i Sundmark?",
        "Wie viel kostet Kompasrosen pro Tag?",
    ],
)
def test_a_row_of_a_flat_table_is_told_with_its_name(ask: Ask, question: str) -> None:
    before, rate, _ = quoted(ask(question)).partition("Taksten er 3.045 kr.")

    assert rate
    assert "Kompasrosen" in before


def test_two_years_side_by_side_are_told_with_their_years(ask: Ask) -> None:
    told = quoted(ask("Hvad var Socialtilsyn Østfjordens samlede budget i 2021 og 2022?"))

    years, budget = told.find("År 2021 År 2022"), told.find("Budget samlet 20.097.000 20.599.000")
    assert 0 <= years < budget


# Contradictions


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (ANNOUNCED, "3. oktober 2023", "30. oktober 2023"),
        (
            "Hvilken dag blev den tidlige varsling om Fyrtårnet sendt ud?",
            "3. oktober 2023",
            "30. oktober 2023",
        ),
        ("Hvor stort var Fyrtårnets underskud i 2023?", "3,8 mio. kr.", "3,6 mio. kr."),
        ("Hvor mange pladser havde de sociale tilbud ved udgangen af 2023?", "1.412", "1.421"),
        (
            "Hvor mange pladser havde de sociale tilbud under Socialtilsyn Østfjorden ved udgangen"
            " af 2023?",
            "1.412",
            "1.421",
        ),
    ],
)
def test_sources_that_disagree_are_both_told_with_their_places(
    ask: Ask, question: str, one: str, other: str
) -> None:
    answer = ask(question)

    places = [
        {cited.n for cited in answer.citations if re.search(rf"(?<!\d){re.escape(v)}", cited.quote)}
        for v in (one, other)
    ]
    assert all(places)
    assert places[0] != places[1]


def test_a_disagreement_is_told_once(ask: Ask) -> None:
    said = [each.text for each in ask(ANNOUNCED).sentences if "uenige" in each.text]

    assert len(said) == 1


def test_a_total_whose_parts_do_not_add_up_is_told_with_its_parts(ask: Ask) -> None:
    answer = ask("Hvor mange pladser købte kommunerne uden for egen kommune i 2024?")

    assert texts.PARTS_DISAGREE.format(n=1, value="23 pladser", against="15 + seks") in answer.text


# What was not decided


@pytest.mark.parametrize(
    "question",
    [
        "Hvad skete der med forslaget om et nyt takstskema på mødet 12.03.2025?",
        "Hvornår blev det nye takstskema godkendt?",
    ],
)
def test_what_was_put_off_is_not_decided(ask: Ask, question: str) -> None:
    answer = ask(question)

    assert answer.citations[0].outcome is Outcome.POSTPONED
    assert "udskydes til mødet den 11. juni 2025" in quoted(answer)
    assert not decided(answer)


def test_an_empty_decision_is_said_to_be_none(ask: Ask) -> None:
    answer = ask("Blev temadrøftelserne om dobbeltdiagnose og velfærdsteknologi godkendt?")

    assert {cited.punkt for cited in answer.citations} == {"9"}
    assert not decided(answer)
    assert "beslutning" in own_words(answer)


# Words


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Hvad betyder trækingsret?", IN_FORCE),
        ("Er der fælles underskudsdekning mellem driftsherrerne?", IN_FORCE),
        ("Hvornår skal en standartkontrakt underskrives?", "guide-midlertidigt-botilbud.txt"),
        ("Hvad var belægningen på Birkegaarden i 2024?", "referat-2025-03-12.txt"),
        ("Hvad refererede Lone Brandt-Mikkelsen fra koordinationsforum?", "referat-2025-03-12.txt"),
    ],
)
def test_a_word_spelt_otherwise_finds_what_is_meant(ask: Ask, question: str, document: str) -> None:
    assert ask(question).citations[0].document == document


# What is closed or personal

CLOSED = ("8,2 mio", "8.735.000", "7,9 mio", "Hejrevangen", "lånegaranti")


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet om køb af ejendom?",
        "Hvad blev besluttet under punkt 7 på mødet den 12. marts 2025?",
        "Hvor meget må Skovlund Kommune byde for ejendommen?",
        "Vil kommunerne stå bag en garanti ved udvidelsen af Centerhuset Lyngen?",
    ],
)
def test_nothing_of_a_closed_item_is_shown(ask: Ask, question: str) -> None:
    answer = ask(question)

    shown = "\n".join([answer.text, *answer.notes, *(found.text for found in answer.passages)])
    assert [secret for secret in CLOSED if secret in shown] == []


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet om køb af ejendom?",
        "Hvad blev besluttet under punkt 7 på mødet den 12. marts 2025?",
    ],
)
def test_another_items_decision_does_not_stand_for_a_closed_one(ask: Ask, question: str) -> None:
    answer = ask(question)

    assert (answer.status, answer.citations) == (AnswerStatus.NOT_FOUND, ())


def test_a_closed_item_is_told_to_those_who_may_see_it(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask(
        "Hvad blev besluttet om køb af ejendommen Hejrevangen 27?", Filters(visibility=EVERYTHING)
    )

    assert "8,2 mio. kr." in quoted(sound(answer))


@pytest.mark.parametrize("released", [False, True])
def test_a_cpr_number_of_a_document_is_shown_nowhere(tmp_path: Path, released: bool) -> None:
    folder, home = tmp_path / "documents", tmp_path / "home"
    folder.mkdir()
    private = "Notat om udslusning\n\nDer er aftalt udslusning for 010165-1234 i marts.\n"
    (folder / "privat.txt").write_text(private, "utf-8")
    (folder / "notat.txt").write_text("Notat om takster\n\nTaksten er 512 kr. om dagen.\n", "utf-8")
    Updater(home).update(folder)
    if released:
        Updater(home).release(["privat.txt"])

    answer = sound(ExtractiveAssistant(Index(home)).ask("Hvad er aftalt om udslusning?", Filters()))

    assert ("udslusning" in quoted(answer)) is released
    assert "010165" not in repr(answer)
    assert "1234" not in repr(answer.citations)


@pytest.mark.parametrize("question", ["Hvem er den unge B.?", "Hvem er borger B i sagen?"])
def test_who_stands_behind_a_letter_is_not_told(ask: Ask, question: str) -> None:
    answer = ask(question)

    assert (answer.status, answer.citations) == (AnswerStatus.NOT_FOUND, ())


def test_what_a_case_teaches_is_told_of_that_case_alone(ask: Ask) -> None:
    answer = ask("Hvad skete der med B.?")

    assert all("B." in cited.quote for cited in answer.citations)
