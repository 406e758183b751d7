"""A mark after a figure is a footnote's only where the document has the footnote."""

from collections.abc import Callable

import pytest

from ingest import Document

Reader = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("I alt 28¹ familier.\n\n¹ Heraf syv nye.", "I alt 28 familier."),
        ("I alt 12 ²⁵ familier.\n\n²⁵ Heraf syv nye.", "I alt 12 familier."),
        ("I alt 10² familier.", "I alt 10² familier."),
        ("I alt 10² kvadrat.\n\n¹ Heraf syv nye.", "I alt 10² kvadrat."),
        ("I alt 10² km.\n\n² Heraf syv nye.", "I alt 10² km."),
    ],
)
def test_marks_after_a_figure(parsed: Reader, text: str, read: str) -> None:
    (part,) = parsed(text).parts

    assert part.blocks[0].text == read
