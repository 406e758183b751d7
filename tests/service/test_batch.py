import json
from pathlib import Path

import pytest

from service.assistant import ExtractiveAssistant
from service.batch import BadQuestions, BadTarget, answered, questions, target, write


def silent(_done: int, _of: int) -> None:
    pass


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_an_answer_has_the_fields_evaluation_suites_read(
    assistant: ExtractiveAssistant, tmp_path: Path
) -> None:
    asked = tmp_path / "q.jsonl"
    asked.write_text('{"id": "a", "question": "Blev guiden godkendt?"}\n', "utf-8")

    write(tmp_path / "a.jsonl", answered(assistant, questions(asked), silent))

    row = lines(tmp_path / "a.jsonl")[0]
    cited, passage = row["citations"][0], row["passages"][0]  # type: ignore[index]
    assert row["id"] == "a"
    assert {"status", "answer", "citations", "passages"} <= set(row)
    assert {
        "document",
        "quote",
        "meeting_date",
        "punkt",
        "section",
        "page",
        "title",
        "kind",
    } <= set(cited)
    assert {"document", "text", "meeting_date", "punkt", "section", "score"} <= set(passage)
    assert cited["document"].endswith(".txt")
    assert cited["meeting_date"] == "2025-03-12"


def test_the_ranking_has_12000_characters(assistant: ExtractiveAssistant, tmp_path: Path) -> None:
    asked = tmp_path / "q.jsonl"
    asked.write_text('{"id": 1, "question": "takster for botilbud i Østfjorden"}', "utf-8")

    row = next(answered(assistant, questions(asked), silent))

    assert sum(len(passage["text"]) for passage in row["passages"]) >= 12_000


def test_a_refused_question_gets_a_row_with_the_reason(
    assistant: ExtractiveAssistant, tmp_path: Path
) -> None:
    asked = tmp_path / "q.jsonl"
    asked.write_text('{"id": "a", "question": "???"}', "utf-8")

    row = next(answered(assistant, questions(asked), silent))

    assert (row["status"], row["citations"]) == ("unclear", [])
    assert "ingen ord" in row["answer"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "no questions"),
        ("{", "line 1: no JSON"),
        ('{"id": "a", "question": "x"}\n["b"]', "line 2: give an object"),
        ('{"question": "x"}', 'line 1: give an object with "id"'),
        ('{"id": "a", "question": "x"}\n{"id": "a", "question": "y"}', "'a' stands twice"),
        ("[" * 200_000, "line 1: no JSON"),
        ("1" * 5_000, "line 1: no JSON"),
        ('{"id": "a", "question": "x\\ud800"}', "line 1: no JSON"),
        ('{"id": null, "question": "x"}', "line 1: give an id"),
        ('{"id": {}, "question": "x"}', "line 1: give an id"),
        ('{"id": true, "question": "x"}', "line 1: give an id"),
    ],
)
def test_bad_questions_are_refused_with_line_and_reason(
    tmp_path: Path, content: str, problem: str
) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(content, "utf-8")

    with pytest.raises(BadQuestions, match=problem):
        questions(path)


def test_a_line_separator_in_a_question_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"id": 1, "question": "x\u2028y"}\r\n{"id": 2, "question": "z"}', "utf-8")

    assert [asked.question for asked in questions(path)] == ["x\u2028y", "z"]


def test_answers_never_replace_the_questions_or_what_is_no_file(tmp_path: Path) -> None:
    asked, link, loop = (tmp_path / name for name in ("q.jsonl", "link.jsonl", "loop"))
    asked.touch()
    link.symlink_to(asked)
    loop.symlink_to(loop)

    for bad, problem in (
        (asked, "is the file of questions"),
        (link, "is the file of questions"),
        (loop, "is no regular file"),
        (tmp_path, "is no regular file"),
        (Path("/dev/null"), "is no regular file"),
        (tmp_path / "missing" / "a.jsonl", "there is no folder"),
    ):
        with pytest.raises(BadTarget, match=problem):
            target(bad, asked)


def test_a_link_stays_and_the_file_behind_it_is_written(tmp_path: Path) -> None:
    asked, link = tmp_path / "q.jsonl", tmp_path / "link.jsonl"
    link.symlink_to("answers.jsonl")

    write(target(link, asked), iter([{"id": "a"}]))

    assert link.is_symlink()
    assert lines(tmp_path / "answers.jsonl") == [{"id": "a"}]


def test_a_file_named_like_an_unfinished_one_survives(tmp_path: Path) -> None:
    asked = tmp_path / ".a.jsonl.part"
    asked.write_text("questions")

    write(target(tmp_path / "a.jsonl", asked), iter([{"id": "a"}]))

    assert asked.read_text() == "questions"


def test_a_file_half_written_is_never_left(tmp_path: Path) -> None:
    def broken() -> object:
        yield {"id": "a"}
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(tmp_path / "a.jsonl", broken())  # type: ignore[arg-type]

    assert list(tmp_path.iterdir()) == []
