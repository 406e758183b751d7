"""The weights of an answer's pieces are fitted to the sample's questions in a few steps."""

import ast
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from eval import fitting
from eval.fitting import Example, example, fitted, main
from eval.questions import SAMPLE, questions
from index import Index
from service.weighing import WEIGHTS

FILE = SAMPLE / "questions.jsonl"


@pytest.fixture(scope="module")
def examples(sample_home: Path) -> list[Example]:
    """The pieces of the sample's questions."""
    with closing(Index(sample_home)) as index, index.snapshot() as state:
        found = [example(state, question) for question in questions(FILE)]
    return [each for each in found if any(each.right)]


def numbers(examples: list[Example]) -> tuple[list[str], list[np.ndarray], list[np.ndarray]]:
    """As `main` makes them: names of signs, signs by their spread, and what is right."""
    names = sorted({name for each in examples for its in each.signs for name in its})
    given = [
        np.array([[its.get(name, 0.0) for name in names] for its in each.signs])
        for each in examples
    ]
    spread = np.vstack(given).std(axis=0) + 1e-6
    return names, [its / spread for its in given], [np.array(e.right, float) for e in examples]


def right(signs: list[np.ndarray], rights: list[np.ndarray], weights: np.ndarray) -> int:
    """How many questions have a right piece as their best."""
    return sum(bool(is_[np.argmax(its @ weights)]) for its, is_ in zip(signs, rights, strict=True))


def test_a_piece_is_right_where_a_gold_quote_covers_it(examples: list[Example]) -> None:
    asked = len(questions(FILE))

    assert len(examples) >= 0.9 * asked
    for each in examples:
        assert len(each.signs) == len(each.right)
        assert 0 < sum(each.right) < len(each.right)


def test_only_signs_that_are_weighed_are_fitted(examples: list[Example]) -> None:
    names, _, _ = numbers(examples)

    assert set(names) <= set(WEIGHTS)


def test_a_fit_in_few_steps_beats_equal_weights(
    examples: list[Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "STEPS", 40)
    names, signs, rights = numbers(examples)

    found = fitted(signs, rights)

    assert found.shape == (len(names),)
    assert right(signs, rights, found) > right(signs, rights, np.ones(len(names)))


def test_a_sign_that_only_right_pieces_have_gets_the_weight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fitting, "STEPS", 50)
    signs = [np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])] * 40
    rights = [np.array([1.0, 0.0, 0.0])] * 40

    good, bad = fitted(signs, rights)

    assert good > 0 > bad


def test_a_stronger_ridge_keeps_the_weights_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "STEPS", 50)
    signs, rights = [np.array([[1.0], [0.0]])] * 40, [np.array([1.0, 0.0])] * 40
    (free,) = fitted(signs, rights)

    monkeypatch.setattr(fitting, "RIDGE", 16.0)

    assert 0 < fitted(signs, rights)[0] < free


def test_the_table_that_is_printed_is_the_one_that_is_weighed_with(
    sample_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fitting, "STEPS", 5)
    monkeypatch.setattr(fitting, "FOLDS", 2)

    main(str(sample_home), str(FILE))

    lines = capsys.readouterr().out.splitlines()
    table = ast.literal_eval("{" + "".join(line for line in lines if line[:1] == " ") + "}")
    assert table.keys() <= WEIGHTS.keys()
    assert lines[0].endswith("with a right piece among those found")
