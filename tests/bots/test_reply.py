"""Answers of the sample, and of sources of every kind, as they are told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bots.places import binds
from bots.reply import Reply, nearest, reply, statement
from index import Filters
from service import texts
from service.answer import Answer, AnswerStatus, Citation, Found, Mode, Outcome, Sentence
from service.assistant import ExtractiveAssistant

SITE = "https://svar.example.dk"
CITED = Citation(
    document="referat.pdf",
    document_id="referat",
    title="Referat Styregruppe Social",
    kind="referat",
    body="Styregruppe Social",
    meeting_date=date(2025, 3, 12),
    punkt="6",
    item_title="Takster",
    section="Beslutning",
    page=4,
    page_label=None,
    url="/kilder/referat?fra=1&til=9#citat",
    outcome=Outcome.DECIDED,
    draft=False,
    struck=False,
    proposed=False,
    edition=None,
    n=1,
    quote="Taksten blev godkendt.",
    start=1,
    end=9,
    verified=True,
)
Tell = Callable[[str], Reply]


def answer(*cited: Citation, **more: object) -> Answer:
    label = "Styregruppe Social 12. marts 2025, punkt 6, Takster – besluttet:"
    usual: dict[str, object] = {
        "id": "a1",
        "question": "Hvad blev besluttet om takster?",
        "status": AnswerStatus.ANSWERED,
        "text": "Taksten blev godkendt. [1]",
        "sentences": (Sentence("Taksten blev godkendt.", (1,), label),),
        "citations": cited,
        "notes": (),
        "passages": (),
        "mode": Mode.EXTRACTIVE,
        "generation": "g1",
    }
    return Answer(**usual | more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def tell(assistant: ExtractiveAssistant) -> Tell:
    return lambda asked: reply(assistant.ask(asked, Filters()), "8 dokumenter", SITE)


def test_a_source_has_body_date_item_and_page() -> None:
    (source,) = reply(answer(CITED), "").sources

    assert source.where == "Styregruppe Social, 12. marts 2025, punkt 6: Takster, side 4"


def test_a_page_with_a_number_of_its_own_is_told_by_both() -> None:
    (source,) = reply(answer(replace(CITED, page_label="ii")), "").sources

    assert source.where.endswith("side ii (filens side 4)")


def test_an_edition_is_told() -> None:
    rule = replace(CITED, outcome=Outcome.RULE, edition="2023-2024", meeting_date=None)

    assert "udgave 2023-2024" in reply(answer(rule), "").sources[0].where


def test_a_source_leads_to_the_page_of_the_service() -> None:
    assert reply(answer(CITED), "", f"{SITE}/").sources[0].url == f"{SITE}{CITED.url}"


def test_without_the_services_address_a_source_has_none() -> None:
    assert reply(answer(CITED), "").sources[0].url is None


def test_no_source_leads_away_from_the_service() -> None:
    away = replace(CITED, url="https://ond.example/kilder/referat")

    assert reply(answer(away), "", SITE).sources[0].url is None


def test_a_decision_binds() -> None:
    (source,) = reply(answer(CITED), "").sources

    assert (source.status, source.binding, source.standing) == ("Besluttet", True, "good")


@pytest.mark.parametrize(
    ("facts", "status", "standing"),
    [
        ({"draft": True}, "Udkast, ikke vedtaget", "careful"),
        ({"struck": True}, "Slettet tekst, gælder ikke", "wrong"),
        ({"proposed": True}, "Foreslået ændring, ikke vedtaget", "careful"),
        (
            {"struck": True, "draft": True},
            "Slettet tekst, gælder ikke. Udkast, ikke vedtaget",
            "wrong",
        ),
        ({"outcome": Outcome.RECOMMENDED}, "Indstillet, ikke besluttet", "careful"),
        ({"outcome": Outcome.AGENDA_ONLY}, "Kun dagsorden", "careful"),
        ({"outcome": Outcome.CASE}, "Sagsfremstilling, ikke besluttet", "careful"),
        ({"outcome": Outcome.POSTPONED}, "Udsat", "careful"),
        ({"outcome": Outcome.DISCUSSED}, "Drøftet", ""),
        ({"outcome": Outcome.OTHER, "kind": "guide"}, "Guide", ""),
        ({"outcome": Outcome.RULE, "draft": True}, "Udkast, ikke vedtaget", "careful"),
    ],
)
def test_what_does_not_bind_is_never_called_decided(
    facts: dict[str, object], status: str, standing: str
) -> None:
    (source,) = reply(answer(replace(CITED, **facts)), "").sources  # type: ignore[arg-type]

    assert (source.status, source.binding, source.standing) == (status, False, standing)


@pytest.mark.parametrize("outcome", Outcome)
def test_only_decisions_and_agreements_bind(outcome: Outcome) -> None:
    assert binds(replace(CITED, outcome=outcome)) == (outcome in {Outcome.DECIDED, Outcome.RULE})


def test_a_statement_is_told_with_its_place_and_its_status_apart() -> None:
    (statement,) = reply(answer(CITED), "").statements

    assert statement.place == "Styregruppe Social 12. marts 2025, punkt 6, Takster"
    assert statement.status == "Besluttet"


def test_a_statement_with_a_recommendation_among_its_sources_does_not_bind() -> None:
    second = replace(CITED, n=2, outcome=Outcome.RECOMMENDED)
    both = answer(CITED, second, sentences=(Sentence("Taksten stiger.", (1, 2)),))

    assert reply(both, "").statements[0].standing == "careful"
    assert not reply(both, "").statements[0].binding


def test_what_we_say_of_sources_ourselves_has_no_status() -> None:
    line = texts.PARTS_DISAGREE.format(n=1, value="22 pladser", against="14 + 6")

    (statement,) = reply(answer(CITED, sentences=(Sentence(line, (1,)),)), "").statements

    assert (statement.status, statement.binding, statement.citations) == ("", False, (1,))


def test_what_a_model_says_has_the_status_of_its_sources() -> None:
    written = answer(CITED, sentences=(Sentence("Taksten stiger.", (1,)),), mode=Mode.MODEL)

    assert reply(written, "").statements[0].status == "Besluttet"


def test_an_answer_that_is_not_found_names_no_sources() -> None:
    missing = reply(answer(CITED, status=AnswerStatus.NOT_FOUND), "")

    assert missing.sources == ()
    assert missing.statements[0].citations == ()


def test_what_was_looked_through_is_a_sentence() -> None:
    assert reply(answer(CITED), "8 dokumenter").searched == "Gennemsøgt: 8 dokumenter."


@pytest.mark.parametrize("mode", Mode)
def test_every_answer_says_that_a_machine_made_it(mode: Mode) -> None:
    assert reply(answer(CITED, mode=mode), "").made == texts.MODES[mode]


def test_doubt_is_told_by_itself() -> None:
    doubted = reply(answer(CITED, notes=(texts.UNSURE, "Kilde 1 er et udkast.")), "")

    assert (doubted.doubt, doubted.notes) == (texts.UNSURE, ("Kilde 1 er et udkast.",))


def test_a_follow_up_says_how_it_was_understood() -> None:
    asked = "Hvad blev besluttet om takster i 2023?"

    assert reply(answer(CITED, understood_as=asked), "").understood_as == asked


def test_nearest_places_are_cut_between_words() -> None:
    known = {name: getattr(CITED, name) for name in Found.__mro__[1].__dataclass_fields__}
    found = Found(**known, text="ord " * 200, score=1.0)

    (near,) = nearest([found], "da", SITE)

    assert near.quote.endswith("ord …")
    assert len(near.quote) <= 360


@pytest.mark.parametrize(
    "asked",
    [
        "Blev guiden om midlertidigt botilbud godkendt?",
        "Hvad blev besluttet om vikarkorpset? Hvad er TKO?",
        "Hvilke punkter blev udsat?",
        "What was decided about the substitute pool?",
    ],
)
def test_what_is_streamed_is_what_the_whole_answer_has(
    assistant: ExtractiveAssistant, asked: str
) -> None:
    made = assistant.ask(asked, Filters())
    whole = reply(made, "", SITE, asked)

    streamed = [
        statement(s, {c.n: c for c in made.citations}, whole.language) for s in made.sentences
    ]

    assert tuple(streamed) == whole.statements


def test_parts_of_an_english_question_have_headings(tell: Tell) -> None:
    told = tell("What was decided about the substitute pool? What is TKO?")

    assert [each.text[:11] for each in told.statements if each.heading] == [
        "Question 1:",
        "Question 2:",
    ]


def test_an_english_question_gets_english_labels(tell: Tell) -> None:
    told = tell("What was decided about the guide for case workers?")

    assert told.verdict == "Found in the documents"
    assert told.made == "A machine chose the answer as quotes from the documents."
    assert all("punkt" not in source.where for source in told.sources)


def test_a_follow_up_is_told_in_the_language_it_was_asked_in() -> None:
    full = "What was decided about the rates in 2023?"
    asked = answer(CITED, question=full, understood_as=full)

    assert reply(asked, "", SITE, "og i 2023?").language == "da"


def test_a_question_of_the_sample_is_answered_with_a_decision(tell: Tell) -> None:
    told = tell("Blev guiden om midlertidigt botilbud godkendt?")

    assert told.statements[0].binding
    assert "godkendte guiden" in told.statements[0].text


def test_what_is_not_there_is_told_with_the_nearest_places(tell: Tell) -> None:
    told = tell("Hvad koster en kop kaffe på Månen?")

    assert told.verdict == "Ikke besvaret"
    assert 0 < len(told.near) <= 3


def test_several_questions_have_headings(tell: Tell) -> None:
    told = tell("Hvad blev besluttet om vikarkorpset? Hvad er TKO?")

    assert [each.text for each in told.statements if each.heading] == [
        "Spørgsmål 1: Hvad blev besluttet om vikarkorpset?",
        "Spørgsmål 2: Hvad er TKO?",
    ]
