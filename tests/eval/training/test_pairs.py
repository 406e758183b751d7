"""Our own pairs and word list are what they should be."""

import re
from collections import Counter
from pathlib import Path

import pytest

from eval.training import glosses, pairs

PERSONAL = re.compile(r"\d{6}-\d{4}|\S@\S|https?:|www\.")


def test_every_shipped_text_has_questions() -> None:
    found = pairs.read()

    assert len(found) > 1000
    assert all(len(pair.questions) >= 3 for pair in found)


def test_no_text_is_there_twice() -> None:
    counts = Counter(pair.text for pair in pairs.read())

    assert [text for text, n in counts.items() if n > 1] == []


def test_pairs_hold_no_numbers_of_persons_and_no_addresses() -> None:
    said = [text for pair in pairs.read() for text in (pair.text, *pair.questions)]

    assert [text for text in said if PERSONAL.search(text)] == []


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"text": "Taksten stiger."}',
        '{"text": " ", "q": ["Hvad?"]}',
        '{"text": "A", "q": []}',
    ],
)
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(f"{line}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"a\.jsonl line 1"):
        pairs.read(tmp_path)


def test_what_is_held_out_is_not_learnt() -> None:
    found = pairs.read()

    learn, held_out = pairs.split(found, 0.1, seed=3)

    assert len(held_out) == round(len(found) / 10)
    assert not set(learn) & set(held_out)
    assert pairs.split(found, 0.1, seed=3) == (learn, held_out)


def test_the_word_list_is_sorted_and_has_each_word_once() -> None:
    lines = glosses.FILE.read_text(encoding="utf-8").splitlines()
    words = [line.split("\t")[0] for line in lines]

    assert words == sorted(set(words))


def test_every_word_has_a_gloss() -> None:
    lines = glosses.FILE.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not re.fullmatch(r"\w+\t[^\t]*\w[^\t]*", line)] == []


def test_the_commonest_sense_comes_first() -> None:
    assert glosses.read()["sag"][0] == "case"
