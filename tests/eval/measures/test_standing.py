"""A quote stands in a document word for word, or it does not."""

import pytest

from eval.measures.standing import stands

DOCUMENT = """Beslutning:
Styregruppen godkendte guiden med den ændring, at til-
buddet har 10 hverdage til at svare på
Side 4 af 12
Referat, Styregruppe Social
en forespørgsel. Det gælder ikke akutte sager.¹
• Taksten er 1.412 kr.
"""


@pytest.mark.parametrize(
    "quote",
    [
        "godkendte guiden med den ændring, at tilbuddet har 10 hverdage",  # a word at a line's end
        "tilbuddet har 10 hverdage til at svare på en forespørgsel. Det gælder",  # over two pages
        "Det gælder ikke akutte sager.1\n- Taksten er 1.412 kr.",  # another bullet, a mark
    ],
)
def test_layout_is_no_difference(quote: str) -> None:
    assert stands(quote, DOCUMENT)


@pytest.mark.parametrize(
    "quote",
    [
        "tilbuddet har 8 hverdage til at svare",  # changed
        "Det gælder akutte sager.",  # left out
        "Styregruppen godkendte ikke guiden",  # put in
        "at svare på forespørgsel",  # left out, at a line's end
        "Taksten er 1.412 kr. Beslutning:",  # another order
        "",
    ],
)
def test_a_word_more_or_less_is_one(quote: str) -> None:
    assert not stands(quote, DOCUMENT)


@pytest.mark.parametrize(("between", "right"), [(0, True), (5, True), (6, False)])
def test_the_lines_left_out_are_those_between_two_pages_and_no_more(
    between: int, right: bool
) -> None:
    first, last = "Taksten for botilbud fastsættes", "en gang om året af driftsherren"
    lines = [first, *(f"Linje {number}" for number in range(between)), last]

    assert stands(f"{first} {last}", "\n".join(lines)) == right
