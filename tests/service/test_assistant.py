"""The assistant over the sample documents: what a caseworker must be able to rely on."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index import EVERYTHING, Filters, Index, Updater, is_english
from service import texts
from service.answer import AnswerStatus, Outcome
from service.assistant import ExtractiveAssistant
from service.errors import UnknownFilter

QUESTIONS = Path(__file__).parent.parent.parent / "eval" / "sample" / "questions.jsonl"
FACTS = QUESTIONS.with_name("facts.json")
# What we say of the collection ourselves, and not in the words of a source.
OURS = re.compile(
    "|".join(
        re.sub(r"\\\{\w+\\\}", ".+", re.escape(said))
        for said in (
            texts.AGENDA_ONLY,
            texts.FIRST_READING,
            texts.NOTHING_DECIDED,
            texts.ONLY_DRAFT,
            texts.OTHER_MEETING,
            texts.PART_OF_QUESTION,
        )
    )
)


def all_questions() -> list[str]:
    return [json.loads(line)["question"] for line in QUESTIONS.read_text("utf-8").splitlines()]


def test_a_decision_is_quoted_with_meeting_item_and_section(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Blev guiden om midlertidigt botilbud godkendt?", Filters())

    cited = answer.citations[0]
    assert answer.status is AnswerStatus.ANSWERED
    assert (cited.punkt, cited.section, cited.outcome) == ("6", "Beslutning", Outcome.DECIDED)
    assert str(cited.meeting_date) == "2025-03-12"
    assert "godkendte guiden" in answer.text


def test_a_recommendation_the_meeting_did_not_follow_is_not_the_answer(
    assistant: ExtractiveAssistant,
) -> None:
    answer = assistant.ask("Blev det fælles vikarkorps nedlagt med udgangen af 2021?", Filters())

    assert answer.citations[0].section == "Referat"
    assert "videreføre vikarkorpset" in answer.text


def test_an_agenda_alone_says_that_the_decision_is_not_recorded(
    assistant: ExtractiveAssistant,
) -> None:
    answer = assistant.ask("Godkendte Styregruppe Social takstbilaget for 2024?", Filters())

    assert answer.citations[0].outcome is Outcome.AGENDA_ONLY
    assert answer.text.startswith("Beslutningen fremgår ikke. Kun dagsordenen fra mødet 16. novem")
    assert any("er fra en dagsorden" in note for note in answer.notes)
    assert "besluttet:" not in answer.text


def test_what_was_put_off_is_called_so(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask(
        "Hvad skete der med forslaget om et nyt takstskema på mødet 12.03.2025?", Filters()
    )

    assert answer.citations[0].outcome is Outcome.POSTPONED
    assert "udskydes" in answer.text


def test_the_embedded_meeting_answers_with_its_own_date(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Hvilke målgrupper blev godkendt på mødet 13. juni 2024?", Filters())

    assert str(answer.citations[0].meeting_date) == "2024-06-13"
    assert answer.citations[0].document == "referat-2024-09-05.txt"


def test_struck_text_is_quoted_only_where_it_is_asked_for(assistant: ExtractiveAssistant) -> None:
    plain = assistant.ask("Hvornår kan Forretningsudvalget give dispensation?", Filters())
    deleted = assistant.ask("Hvilke regler om dispensation er slettet i udkastet?", Filters())

    assert not any(cited.struck for cited in plain.citations)
    assert any(cited.struck for cited in deleted.citations)
    assert any("gælder ikke" in note for note in deleted.notes)


def test_a_draft_is_called_a_draft(assistant: ExtractiveAssistant) -> None:
    filters = Filters(editions=frozenset({"2025-2026"}), kinds=frozenset({"styringsaftale"}))

    answer = assistant.ask("Hvor stort et overskud må overføres?", filters)

    assert answer.citations[0].draft
    assert any("udkast" in note for note in answer.notes)
    assert "(udkast)" in answer.text


def test_a_figure_for_a_year_the_documents_do_not_have_is_not_given(
    assistant: ExtractiveAssistant,
) -> None:
    answer = assistant.ask("Hvor stort var Fyrtårnets underskud i 2017?", Filters())

    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.citations == ()
    assert answer.passages


def test_a_follow_up_is_answered_as_it_was_understood(assistant: ExtractiveAssistant) -> None:
    before = assistant.followed(["Hvad var belægningen på Birkegården i 2024?"], Filters())

    answer = assistant.ask("i 2023?", Filters(), before)

    full = assistant.ask("Hvad var belægningen på Birkegården i 2023?", Filters())
    assert (answer.understood_as, answer.text) == (full.question, full.text)
    assert "96,4 pct. i 2023" in answer.text


def test_a_question_about_something_else_is_not_answered(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Zebra xylofon quizmaster wolfram?", Filters())

    assert answer.status is AnswerStatus.NOT_FOUND
    assert "svarer ikke" in answer.text or "intet" in answer.text


def test_every_quote_of_every_answer_stands_in_its_document(
    assistant: ExtractiveAssistant,
) -> None:
    for question in all_questions():
        for cited in assistant.ask(question, Filters()).citations:
            assert cited.verified, (question, cited.quote)


def test_every_sentence_names_its_source(assistant: ExtractiveAssistant) -> None:
    for question in all_questions():
        answer = assistant.ask(question, Filters())
        known = {cited.n for cited in answer.citations}
        for sentence in answer.sentences:
            assert set(sentence.citations) <= known
            ours = OURS.fullmatch(sentence.text) or is_english(question)
            assert sentence.citations or ours, sentence.text


def test_closed_text_is_in_no_answer_passage_or_document(assistant: ExtractiveAssistant) -> None:
    facts = json.loads(FACTS.read_text("utf-8"))
    canaries = [c for f in facts.values() for c in f.get("canaries", [])] or _canaries(facts)
    assert canaries

    for canary in canaries:
        answer = assistant.ask(f"Hvad står der om {canary}?", Filters())
        shown = json.dumps([answer.text, [p.text for p in answer.passages]], ensure_ascii=False)
        assert canary not in shown
        document = assistant.document("referat-2025-03-12", Filters())
        assert document is not None
        assert canary not in repr(document)


def test_closed_text_is_found_by_those_who_may_see_it(assistant: ExtractiveAssistant) -> None:
    found = assistant.search("køb af ejendom", Filters(visibility=EVERYTHING), 5).passages

    assert any(passage.punkt == "7" for passage in found)


def _canaries(facts: object) -> list[str]:
    """The canary strings wherever the facts keep them."""
    if isinstance(facts, dict):
        own = [x for key, value in facts.items() if "canar" in key for x in value]
        return own + [x for value in facts.values() for x in _canaries(value)]
    if isinstance(facts, list):
        return [x for value in facts for x in _canaries(value)]
    return []


@pytest.mark.parametrize("question", ["What did the steering group decide?", "Czy jest decyzja?"])
def test_a_question_in_another_language_gets_a_result(
    assistant: ExtractiveAssistant, question: str
) -> None:
    assert assistant.ask(question, Filters()).status in AnswerStatus


def test_a_filter_value_no_document_has_is_refused(assistant: ExtractiveAssistant) -> None:
    with pytest.raises(UnknownFilter, match="Styregruppe Social"):
        assistant.ask("Hvad blev besluttet?", Filters(bodies=frozenset({"Byrådet"})))


def test_the_examples_are_questions_this_collection_answers(assistant: ExtractiveAssistant) -> None:
    examples = assistant.overview().examples

    assert len(examples) == 3
    for example in examples:
        answer = assistant.ask(example, Filters())
        assert answer.citations[0].section == "Beslutning"
        assert (answer.citations[0].item_title or "") in example


def test_a_figure_for_another_place_is_not_given(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Hvad koster en parkeringsbøde i Svendborg?", Filters())

    assert answer.status is AnswerStatus.NOT_FOUND


def test_an_answer_that_lacks_a_year_asked_for_says_so(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Hvad siger guiden om frister i 2031?", Filters())

    assert answer.status is AnswerStatus.PARTLY
    assert "De citerede steder nævner ikke 2031." in answer.notes


def test_an_answer_is_made_from_one_state_of_the_index(tmp_path: Path) -> None:
    folder, home = tmp_path / "documents", tmp_path / "home"
    folder.mkdir()

    def update(number: int) -> None:
        text = f"Notat om takster\n\nTaksten for aflastning er {number} kr. om dagen.\n"
        (folder / "notat.txt").write_text(text, "utf-8")
        Updater(home).update(folder)

    update(0)
    asking = ExtractiveAssistant(Index(home))
    numbers = iter(range(1, 13))
    with ThreadPoolExecutor() as pool:
        updating = pool.submit(lambda: [update(number) for number in numbers])
        answers = []
        while not updating.done():
            answers.append(asking.ask("Hvad er taksten for aflastning?", Filters()))

    assert answers
    assert all(cited.verified for answer in answers for cited in answer.citations)


@pytest.mark.parametrize(
    ("question", "none"),
    [
        ("Hvor stort var Fyrtårnets underskud i 2017?", False),
        ("Hvilke punkter blev udsat i 2024?", True),
        ("Blev guiden om midlertidigt botilbud godkendt? Hvad er TKO?", True),
        ("Har Mette Hansen en diagnose?", True),
    ],
)
def test_what_was_not_weighed_has_no_belief_and_what_was_not_found_none_of_it(
    assistant: ExtractiveAssistant, question: str, none: bool
) -> None:
    assert assistant.ask(question, Filters()).belief == (None if none else 0.0)


def test_belief_is_the_share_of_what_is_told(assistant: ExtractiveAssistant) -> None:
    question = "Blev guiden om midlertidigt botilbud godkendt?"
    told = assistant.reasons(question, Filters()).work.told

    answer = assistant.ask(question, Filters())

    assert answer.belief == pytest.approx(sum(one.belief for one in told), abs=1e-3)
    assert 0 < answer.belief <= 1
