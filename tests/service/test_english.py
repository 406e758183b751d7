"""Answers in English: what we say is told in English, what is quoted is not touched."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index import EVERYTHING, Filters, Ref, Status, is_english
from service import english, texts
from service.answer import Answer, AnswerStatus, Citation, Outcome, Sentence
from service.assistant import ExtractiveAssistant
from service.english import in_english
from service.places import label
from service.telling import text

ROOT = Path(__file__).parent.parent.parent
QUESTIONS = ROOT / "eval" / "sample" / "questions.jsonl"
LISTS = (
    "Alle beslutninger om Fyrtårnet",
    "Hvilke dokumenter findes?",
    "Hvilke udgaver af styringsaftalen findes?",
    "Hvilke møder mangler referat?",
    "Which decisions were postponed?",
)
SAYING = (
    "telling",
    "places",
    "conditions",
    "disagreement",
    "assistant",
    "joined",
    "narrowing",
    "rewriting",
    "register/told",
)
ELSEWHERE = {
    "ABOUT_ITEM": "an example of a question",
    "DELETED_PART": "a mark inside a quote",
    **dict.fromkeys(("labels", "page_of"), "the page's own words of a source"),
}
PAIRS = {**english.SENTENCES, **english.FOLLOWING, **english.PHRASES, **english.LABELS}
FIELDS = {
    **dict.fromkeys(("n", "m", "count", "shown", "total"), ("2", "2")),
    **dict.fromkeys(("held", "asked", "first", "last", "date"), ("5. maj 2021", "5 May 2021")),
    "number": ("1 punkt", "1 item"),
    "times": ("2 møder", "2 meetings"),
    "when": ("maj 2021", "May 2021"),
    "days": (
        "5. maj 2021, 6. juni 2022 og 1. marts 2023",
        "5 May 2021, 6 June 2022 and 1 March 2023",
    ),
    "years": ("2019, 2020 og 2021", "2019, 2020 and 2021"),
    "place": ("det seneste møde, 5. maj 2021", "the latest meeting, 5 May 2021"),
    "what": ("punkt 6 på mødet 5. maj 2021", "item 6 of the meeting on 5 May 2021"),
    **{name: ("3. maj 2020 og {x}. 2 møder",) * 2 for name in english.QUOTED},
}


def constants(node: ast.AST) -> Iterator[str]:
    """The texts that a module uses in answers: not those of what it raises."""
    if isinstance(node, ast.Raise) or (
        isinstance(node, ast.FunctionDef) and node.name in ELSEWHERE
    ):
        return
    if (
        isinstance(node, ast.Attribute)
        and ast.unparse(node.value) == "texts"
        and (node.attr.isupper() and node.attr not in ELSEWHERE)
    ):
        yield node.attr
    for child in ast.iter_child_nodes(node):
        yield from constants(child)


def used() -> set[str]:
    files = [ROOT / "service" / f"{name}.py" for name in SAYING]
    return {name for file in files for name in constants(ast.parse(file.read_text("utf-8")))}


def one(text: str, *, note: str = "") -> Answer:
    """An answer that found nothing and says `text`."""
    notes = (note,) if note else ()
    return Answer("a1", "?", AnswerStatus.NOT_FOUND, text, (), (), notes, (), "extractive", "g1")


def told(said: str) -> str:
    """A text of ours in English."""
    return in_english(one(said)).text


@pytest.fixture(scope="module")
def answers(assistant: ExtractiveAssistant) -> list[Answer]:
    """The answers to the sample's Danish questions and to some that ask for lists."""
    every = [json.loads(line)["question"] for line in QUESTIONS.read_text("utf-8").splitlines()]
    asked = [question for question in every if not is_english(question)]
    asked.append("Blev guiden godkendt? Hvor stort var Fyrtårnets underskud i 2017?")
    return [assistant.ask(question, Filters()) for question in (*asked, *LISTS)]


@pytest.fixture(scope="module")
def labelled(minuted: Callable[..., Ref], cited: Citation) -> Callable[..., str]:
    """The English label of a quote from the place that the facts give."""

    def made(outcome: Outcome, **facts: object) -> str:
        ref = minuted(**facts)
        source = replace(
            cited,
            title=ref.annex or ref.title,
            body=ref.body,
            meeting_date=ref.held,
            punkt=ref.punkt,
            item_title=ref.item_title,
            outcome=outcome,
        )
        said = (Sentence("Citat.", (1,), label(ref, outcome)),)
        found = in_english(replace(one(""), sentences=said, citations=(source,)))
        assert found.sentences[0].text == "Citat."
        return found.sentences[0].label

    return made


@pytest.mark.parametrize("name", sorted(used()))
def test_every_text_that_can_reach_an_answer_has_its_english(name: str) -> None:
    said = getattr(texts, name)

    if isinstance(said, str):
        assert said.strip() in PAIRS or f"{said} {{number}}." in PAIRS
    else:
        assert set(said) == set(getattr(english, name))


def test_the_texts_of_answers_are_found_where_they_are_used() -> None:
    assert {"NOTHING_FOUND", "UNSURE", "SHOWN_OF", "STATUS_LABELS", "WITHOUT_MODEL"} <= used()
    assert not {"QUESTION_WITHOUT_WORDS", "ABOUT_ITEM", "OUTCOMES"} & used()


@pytest.mark.parametrize(("danish", "said"), PAIRS.items())
def test_both_languages_have_the_same_fields(danish: str, said: str) -> None:
    assert sorted(english.FIELD.findall(danish)) == sorted(english.FIELD.findall(said))


def filled(danish: str, said: str) -> list[str]:
    """The two templates with something in their fields."""
    return [
        template.format(**{name: both[at] for name, both in FIELDS.items()})
        for at, template in enumerate((danish, said))
    ]


@pytest.mark.parametrize(("danish", "said"), english.SENTENCES.items())
def test_every_text_is_known_again_with_its_fields_filled(danish: str, said: str) -> None:
    before, after = filled(danish, said)

    assert told(before) == after
    assert in_english(one("", note=before)).notes == (after,)


@pytest.mark.parametrize(("danish", "said"), english.FOLLOWING.items())
def test_every_text_that_follows_another_is_known_again(danish: str, said: str) -> None:
    before, after = filled(danish, said)

    assert told(f"3 møder. {before}") == f"3 meetings. {after}"
    assert told(f"1 punkt handler om to. 3 ting. {before} {before}") == (
        f"1 item about to. 3 ting. {after} {after}"
    )


def test_no_quote_title_or_source_of_an_answer_changes(answers: list[Answer]) -> None:
    for answer in answers:
        found = in_english(answer)
        assert replace(found, text="", notes=(), sentences=()) == replace(
            answer, text="", notes=(), sentences=()
        )
        for before, after in zip(answer.sentences, found.sentences, strict=True):
            assert after.citations == before.citations
            assert after.text == before.text or not before.label


def test_all_that_we_say_of_the_sample_is_told_in_english(answers: list[Answer]) -> None:
    # The only word of ours in it is the same in English.
    same = re.compile(r"– .*, Guide, [\w-]+\.txt")
    for answer in answers:
        found = in_english(answer)
        assert not set(found.notes) & set(answer.notes)
        assert found.sentences or found.text != answer.text
        for before, after in zip(answer.sentences, found.sentences, strict=True):
            assert before.label or after.text != before.text or same.fullmatch(before.text)
            assert not re.search(r", punkt \d| \d{4} punkt \d|bilag til|\(udkast", after.label)
            assert not re.search(english.DAY, after.label)


def test_the_text_is_that_of_the_english_sentences(answers: list[Answer]) -> None:
    for answer in map(in_english, answers):
        assert not answer.sentences or answer.text == text(answer.sentences)


def test_an_answer_is_its_english_sentences(assistant: ExtractiveAssistant) -> None:
    answer = in_english(
        assistant.ask("Godkendte Styregruppe Social takstbilaget for 2024?", Filters())
    )

    assert answer.text.startswith(
        "The decision is not recorded here. Only the agenda of the meeting on 16 November 2023 is "
        "in the collection, and an agenda has no decisions.\n\n"
        "Styregruppe Social 16 November 2023, item 3, Godkendelse af tilbud og takster 2024 – "
    )
    assert answer.notes[0] == (
        "Source 1 is from an agenda. "
        "The minutes of the meeting on 16 November 2023 are not in the collection."
    )


def test_a_refusal_is_told_in_english(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Hvor stort var Fyrtårnets underskud i 2017?", Filters())

    found = in_english(answer)

    assert answer.status is AnswerStatus.NOT_FOUND
    assert found.text.startswith("For 2017, we did not find the figure asked for.")
    assert "Der er tal" not in found.text


def test_the_head_of_a_list_is_told_in_english(assistant: ExtractiveAssistant) -> None:
    found = in_english(assistant.ask("Alle beslutninger om Fyrtårnet", Filters()))

    assert found.sentences[0].text == (
        "3 items about Fyrtårnet. Searched: 5 meetings from 20 May 2021 to 12 March 2025. "
        "Also 1 item found only on an agenda. The minutes are missing. "
        "Of the meeting on 16 November 2023, only the agenda is here."
    )


def test_entries_without_quotes_keep_their_titles(assistant: ExtractiveAssistant) -> None:
    found = in_english(assistant.ask("Hvilke dokumenter findes?", Filters(visibility=EVERYTHING)))

    lines = [sentence.text for sentence in found.sentences]
    assert (
        "– Dagsorden Styregruppe Social, Styregruppe Social, 16 November 2023, Agenda, "
        "dagsorden-2023-11-16.txt"
    ) in lines


def test_a_date_in_a_title_of_an_entry_stays() -> None:
    said = "– Møde, 2. maj 2020, Gruppen, 3. maj 2021, 2025-2026, Referat, a.txt"

    assert told(said) == "– Møde, 2. maj 2020, Gruppen, 3 May 2021, 2025-2026, Minutes, a.txt"


@pytest.mark.parametrize(
    ("outcome", "facts", "said"),
    [
        (Outcome.DECIDED, {}, "Styregruppen 22 May 2025, item 6, Takster – decided:"),
        (
            Outcome.MINUTED,
            {"struck": True, "proposed": True},
            "Styregruppen 22 May 2025, item 6, Takster, deleted text, proposed change – minutes:",
        ),
        (
            Outcome.NOTED,
            {"item_title": "Bilag til punkt 6, bilag til 3. maj 2020 – besluttet", "body": None},
            "Referat Styregruppen 22 May 2025, item 6, "
            "Bilag til punkt 6, bilag til 3. maj 2020 – besluttet – noted:",
        ),
        (
            Outcome.ANNEX,
            {"annex": "Takster, punkt 2", "headings": ("Tal fra 2. maj 2020",)},
            "Takster, punkt 2, Tal fra 2. maj 2020, annex to Styregruppen 22 May 2025 item 6:",
        ),
        (
            Outcome.ANNEX,
            {"annex": "Aftale", "status": Status.UDKAST, "body": None, "title": "Af 2. maj 2020"},
            "Aftale (draft), annex to Af 2. maj 2020 22 May 2025 item 6:",
        ),
        (
            Outcome.RULE,
            {"held": None, "punkt": None, "item_title": None, "headings": ("punkt 6",)},
            "Referat Styregruppen, punkt 6:",
        ),
        (
            Outcome.RULE,
            {"held": None, "punkt": None, "item_title": None, "status": Status.UDKAST},
            "Referat Styregruppen (draft):",
        ),
        (
            Outcome.ANNEX,
            {"held": None, "punkt": None, "annex": "Aftale", "status": Status.UDKAST},
            "Aftale (draft), annex to Referat Styregruppen (draft):",
        ),
    ],
)
def test_a_label_is_told_in_english_but_for_its_titles(
    labelled: Callable[..., str], outcome: Outcome, facts: dict[str, object], said: str
) -> None:
    assert labelled(outcome, **facts) == said


def test_every_status_of_a_label_has_its_english(labelled: Callable[..., str]) -> None:
    for outcome in Outcome:
        if outcome.value in texts.STATUS_LABELS:
            assert labelled(outcome).endswith(f" – {english.STATUS_LABELS[outcome.value]}:")


def test_a_label_of_another_form_stays(cited: Citation) -> None:
    said = (Sentence("Citat.", (1,), "Et sted, punkt 6:"), Sentence("Citat.", (2,), "Et andet:"))

    found = in_english(replace(one(""), sentences=said, citations=(cited,)))

    assert found.sentences == said


def test_a_question_of_several_keeps_its_words() -> None:
    said = "Spørgsmål 2: Hvad med {alt}. Der er tal for 2021."

    assert told(said) == "Question 2: Hvad med {alt}. Der er tal for 2021."


@pytest.mark.parametrize(
    ("danish", "said"),
    [
        ("Søgt først i mødet 12. marts 2025.", "Searched first in the meeting on 12 March 2025."),
        ("Søgt først i referater fra 2024.", "Searched first in minutes from 2024."),
        ("De citerede steder nævner ikke maj 2025.", "The places quoted do not mention May 2025."),
        (
            texts.NO_FIGURE_OF.format(what="A og B"),
            english.SENTENCES[texts.NO_FIGURE_OF].format(what="A and B"),
        ),
        (texts.masked(1), english.SENTENCES[texts.masked(1)]),
        (
            texts.masked(13),
            "13 CPR numbers were removed from your question. "
            "They were neither searched for nor stored.",
        ),
        ("1 bilag, der kun er nævnt ved navn.", "1 annex that is only named."),
        ("2 bilag, der kun er nævnt ved navn.", "2 annexes that are only named."),
    ],
)
def test_what_stands_in_a_sentence_of_ours_is_told_in_english(danish: str, said: str) -> None:
    assert told(danish) == said


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Gruppen godkendte taksten 22. maj 2025.",
        "The group approved the rate. 3 punkter.",
        texts.NOTHING_FOUND[:-1],
        f"{texts.NOTHING_DECIDED} Gruppen mødes 22. maj 2025.",
    ],
)
def test_what_is_not_ours_stays(said: str) -> None:
    assert told(said) == said


def test_english_dates_have_no_dot_and_english_months() -> None:
    days = [date(2024, month, 1) for month in range(1, 13)]

    said = [told(texts.FIRST_READING.format(held=texts.danish_date(day))) for day in days]

    template = english.SENTENCES[texts.FIRST_READING]
    months = english.ENGLISH_MONTHS
    assert said == [template.format(held=f"1 {month} 2024") for month in months]


def test_a_long_text_of_many_sentences_is_read_at_once() -> None:
    said = f"{texts.NOT_MENTIONED.format(what='x')} " * 500 + "slut"

    assert told(said) == said
