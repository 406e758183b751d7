"""Sets asked in process: the record is whole, and the same however it was made."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import BadRun, Broken
from eval.runs.asked_set import Questions, questions
from eval.runs.asking import Way
from eval.runs.asking import asked as ask
from eval.runs.folder import Run, read
from eval.runs.in_process import InProcess
from eval.runs.port import Came, Put
from service import batch
from service.assistant import ExtractiveAssistant
from service.settings import Settings
from tests.eval.runs.conftest import answers, ids, silent


class Failing(InProcess):
    """The real thing, but for one question that ends in an error, and one after which it ends."""

    wrong = ""
    last = ""

    def ask(self, questions: Sequence[Put]) -> Iterator[Came]:
        """As it is, with what is to go wrong."""
        for came in super().ask(questions):
            if came.id == self.wrong:
                yield Came(came.id, came.seconds, error="ValueError: a fault of ours")
            else:
                yield came
            if came.id == self.last:
                raise Broken("the machine went away")


@pytest.fixture(scope="module")
def whole(sample_home: Path, asked: Questions, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run that nothing disturbed."""
    folder = tmp_path_factory.mktemp("whole") / "run"
    return ask(InProcess(Settings(sample_home), 1), asked, folder, Way(), silent)


@pytest.fixture
def failing(sample_home: Path, asked: Questions) -> Failing:
    return Failing(Settings(sample_home), 1)


def test_every_question_has_its_answer_in_the_order_of_the_set(
    whole: Run, asked: Questions
) -> None:
    assert [record.id for record in whole.records] == [item.id for item in asked.items]
    assert whole.whole
    assert all(record.seconds is not None and not record.error for record in whole.records)


def test_the_answers_are_those_of_batch(
    whole: Run, small: Path, assistant: ExtractiveAssistant
) -> None:
    rows = batch.answered(assistant, batch.questions(small), silent)
    written = [json.loads(batch.line(row)) for row in rows]
    lines = (whole.folder / "answers.jsonl").read_text("utf-8").splitlines()

    kept = [json.loads(line) for line in lines]

    assert [{n: v for n, v in row.items() if n not in ("seconds", "error")} for row in kept] == (
        written
    )


def test_a_run_says_what_was_asked_of_what(whole: Run, asked: Questions) -> None:
    about = whole.about

    assert (about.asked.name, about.asked.questions) == ("small.jsonl", len(asked.items))
    assert about.product.generation == "g000001"
    assert about.product.passages > 100
    assert about.product.settings is not None
    assert "cores" in about.machine
    assert "python" in about.versions


def test_the_set_is_kept_as_it_was(whole: Run, small: Path) -> None:
    assert (whole.folder / "questions.jsonl").read_bytes() == small.read_bytes()


def test_every_quote_stands_in_the_texts_that_are_kept(whole: Run) -> None:
    cited = [one for record in whole.records for one in record.citations]
    texts = [whole.documents.text(one.document) or "" for one in cited]

    assert cited
    assert all(one.quote in text for one, text in zip(cited, texts, strict=True))


def test_several_processes_answer_the_same(
    sample_home: Path, sample: Path, whole: Run, tmp_path: Path
) -> None:
    every = questions(sample.parent / "questions.jsonl")
    some = replace(every, items=every.items[:21])

    run = ask(InProcess(Settings(sample_home), 2), some, tmp_path / "run", Way(), silent)

    theirs = {answer[0]: answer for answer in answers(run)}
    assert len(theirs) == 21
    assert [theirs[one[0]] for one in answers(whole) if one[0] in theirs] == [
        one for one in answers(whole) if one[0] in theirs
    ]


def test_what_was_answered_is_kept_when_answering_ends(
    failing: Failing, asked: Questions, tmp_path: Path
) -> None:
    failing.last = asked.items[2].id

    with pytest.raises(Broken, match="went away"):
        ask(failing, asked, tmp_path, Way(), silent)

    assert ids(tmp_path) == [item.id for item in asked.items[:3]]


def test_a_run_that_was_stopped_goes_on_where_it_was(
    failing: Failing, asked: Questions, tmp_path: Path, whole: Run
) -> None:
    failing.last = asked.items[2].id
    with pytest.raises(Broken):
        ask(failing, asked, tmp_path, Way(), silent)
    failing.last = ""

    run = ask(failing, asked, tmp_path, Way(), silent)

    assert answers(run) == answers(whole)
    assert len(ids(tmp_path)) == len(asked.items)


@pytest.mark.parametrize("cut", [1, 5_000])
def test_a_line_that_was_cut_off_is_asked_again(
    failing: Failing, asked: Questions, tmp_path: Path, whole: Run, cut: int
) -> None:
    ask(failing, asked, tmp_path, Way(), silent)
    path = tmp_path / "answers.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])

    run = ask(failing, asked, tmp_path, Way(), silent)

    assert answers(run) == answers(whole)
    assert ids(tmp_path) == [item.id for item in asked.items]


def test_a_question_that_ends_in_an_error_ends_the_run(
    failing: Failing, asked: Questions, tmp_path: Path
) -> None:
    failing.wrong = asked.items[1].id

    with pytest.raises(Broken, match=rf"'{asked.items[1].id}' .* a fault of ours.*--keep-going"):
        ask(failing, asked, tmp_path, Way(), silent)

    assert ids(tmp_path) == [asked.items[0].id]


def test_an_error_can_be_noted_and_is_asked_again_next_time(
    failing: Failing, asked: Questions, tmp_path: Path, whole: Run
) -> None:
    failing.wrong = asked.items[1].id
    run = ask(failing, asked, tmp_path, Way(keep_going=True), silent)
    assert [record.id for record in run.records if record.error] == [asked.items[1].id]
    failing.wrong = ""

    again = ask(failing, asked, tmp_path, Way(), silent)

    assert answers(again) == answers(whole)


def test_another_set_is_not_asked_into_the_same_folder(
    failing: Failing, asked: Questions, tmp_path: Path
) -> None:
    ask(failing, asked, tmp_path, Way(), silent)
    other = replace(asked, data=asked.data + b"\n")

    with pytest.raises(BadRun, match=r"another set of questions .*--fresh"):
        ask(failing, other, tmp_path, Way(), silent)


def test_other_settings_are_not_asked_into_the_same_folder(
    sample_home: Path, asked: Questions, tmp_path: Path
) -> None:
    ask(InProcess(Settings(sample_home), 1), asked, tmp_path, Way(), silent)

    with pytest.raises(BadRun, match="other settings"):
        ask(InProcess(Settings(sample_home, ocr="dan"), 1), asked, tmp_path, Way(), silent)


def test_fresh_begins_again(failing: Failing, asked: Questions, tmp_path: Path) -> None:
    ask(failing, asked, tmp_path, Way(), silent)
    few = replace(asked, items=asked.items[:2], data=b"\n".join(asked.data.split(b"\n")[:2]))

    run = ask(failing, few, tmp_path, Way(fresh=True), silent)

    assert ids(tmp_path) == [item.id for item in few.items]
    assert len(run.items) == 2


def test_a_folder_with_files_of_its_own_is_left_alone(
    failing: Failing, asked: Questions, tmp_path: Path
) -> None:
    (tmp_path / "answers.jsonl").write_text("mine")

    with pytest.raises(BadRun, match=r"answers\.jsonl and is no run"):
        ask(failing, asked, tmp_path, Way(fresh=True), silent)

    assert (tmp_path / "answers.jsonl").read_text() == "mine"


def test_a_set_about_other_documents_is_refused(
    failing: Failing, asked: Questions, tmp_path: Path
) -> None:
    items = [
        replace(item, references=tuple(replace(r, document="x.txt") for r in item.references))
        for item in asked.items
    ]

    with pytest.raises(BadRun, match=r"none of the documents .* \(x\.txt"):
        ask(failing, replace(asked, items=tuple(items)), tmp_path, Way(), silent)


def test_a_document_that_is_not_in_the_index_is_named(
    failing: Failing, asked: Questions, tmp_path: Path
) -> None:
    data = asked.data.replace(b"referat-2025-03-12.txt", b"referat-2025-03-13.txt", 1)
    (tmp_path / "set.jsonl").write_bytes(data)

    run = ask(failing, questions(tmp_path / "set.jsonl"), tmp_path / "run", Way(), silent)

    assert run.missing_documents == ["referat-2025-03-13.txt"]
    assert read(tmp_path / "run").missing_documents == ["referat-2025-03-13.txt"]
