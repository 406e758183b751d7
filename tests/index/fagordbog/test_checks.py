"""What is told about concepts among each other."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fagordbog import Book
from index.fagordbog.checks import MOST_CYCLES, cycles, fit_label
from index.tokens import telling

Made = Callable[..., Book]


def problems(made: Book) -> list[str]:
    return [str(problem) for problem in made.problems]


def test_a_book_without_faults_has_no_problems(book: Made) -> None:
    assert problems(book(a="[kat]\nfagord: mis\nbredere: dyr\n[dyr]\nsnævrere: kat")) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a1]\nbredere: b1", "a.txt line 1: [a1] is linked to 'b1', which is no concept; add"),
        ("[a1]\nbeslægtet: A1", "a.txt line 1: [a1] is linked to itself; take the link out"),
        ("[a1]\nhverdag: hvad er det", "'hvad er det' of [a1] has only small words"),
        ("[a1]\nhverdag: paa", "'paa' of [a1] has only small words"),
        ("[a1]\nbredere: b1\n[b1]\nbredere: a1", "line 3: [a1] and [b1] are each said to be"),
        ("[a1]\nbredere: b1\nsnævrere: b1\n[b1]", "[a1] and [b1] are each said to be the broader"),
        (
            "[a1]\nbredere: b1\n[b1]\nbredere: c1\n[c1]\nbredere: a1",
            "a.txt line 5: [a1] is broader than itself by way of [b1], [c1]",
        ),
        (
            "[a1]\nbredere: b1\n[b1]\nbredere: c1\n[a2]\n[c1]\nsnævrere: a2\nbredere: a1",
            "itself by",
        ),
    ],
)
def test_a_fault_is_told_with_its_line(book: Made, text: str, message: str) -> None:
    [problem] = problems(book(a=text))

    assert message in problem


def test_a_circle_over_two_files_is_told_in_the_later(book: Made) -> None:
    made = book(a="[kat]\nbredere: dyr\n[dyr]", b="# Egne\n[dyr]\nbredere: kat")

    assert [(p.file, p.line) for p in made.problems] == [("b.txt", 2)]


def test_a_long_circle_names_its_beginning(book: Made) -> None:
    rows = [f"[n{n}]\nbredere: n{(n + 1) % 100}" for n in range(100)]

    [problem] = problems(book(a="\n".join(rows)))

    assert "by way of [n1], [n2], [n3], [n4], [n5] and 94 more" in problem


def test_a_chain_of_any_length_is_looked_through(book: Made) -> None:
    rows = [f"[n{n}]\nbredere: n{n + 1}" for n in range(20_000)]

    assert problems(book(a="\n".join([*rows, "[n20000]"]))) == []


def test_of_a_thousand_circles_some_are_told(book: Made) -> None:
    rows = [f"[a{n}]\nbredere: b{n}\n[b{n}]\nbredere: a{n}" for n in range(1000)]

    assert len(problems(book(a="\n".join(rows)))) == MOST_CYCLES


Links = st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=4), max_size=10)


@given(Links)
def test_a_circle_is_found_exactly_where_there_is_one(links: dict[int, list[int]]) -> None:
    up = {str(n): [str(o) for o in links.get(n, []) if o != n] for n in range(10)}
    over = {key: set(others) for key, others in up.items()}
    for _ in up:
        over = {k: {far for near in vs for far in over[near]} | vs for k, vs in over.items()}

    found = list(cycles(up))

    assert bool(found) == any(key in reached for key, reached in over.items())
    assert all(b in up[a] for way in found for a, b in zip(way, [*way[1:], way[0]], strict=True))


@given(st.text("apålhver døg§1.-", max_size=12))
def test_a_label_fits_where_it_has_a_telling_word(text: str) -> None:
    assert fit_label(text) == bool(telling(text))


def remarks(made: Book) -> list[str]:
    return [str(remark) for remark in made.remarks()]


def test_a_word_of_five_concepts_is_a_remark_and_no_problem(book: Made) -> None:
    made = book(a="\n".join(f"[a{n}]\nfagord: Ting" for n in range(5)))

    assert problems(made) == []
    assert remarks(made) == [
        "a.txt line 9: 'ting' stands unmarked in [a0], [a1], [a2], [a3] and [a4], so it tells "
        "little; put a question mark after it where it mostly means something else"
    ]


def test_a_word_of_four_or_a_marked_one_is_no_remark(book: Made) -> None:
    marked = "\n".join(f"[a{n}]\nfagord: ting?" for n in range(9))
    few = "\n".join(f"[b{n}]\nfagord: sag" for n in range(4))

    assert remarks(book(a=marked, b=few)) == []


def test_terms_that_differ_only_by_brackets_or_case_are_remarks(book: Made) -> None:
    made = book(a="[plan]\n[Plan (økonomi)]", b="[Plan]")

    assert remarks(made) == [
        "b.txt line 1: [Plan] is taken for [plan]; write both in the same way",
        "a.txt line 2: [plan] and [Plan (økonomi)] differ only by brackets; "
        "join them where they are one",
    ]
