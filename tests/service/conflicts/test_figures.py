import pytest

from service.conflicts.figures import Claim, Sort, figures


def _only(text: str) -> Claim:
    (claim,) = figures(text)
    return claim


@pytest.mark.parametrize(
    ("text", "sort", "value", "unit", "written"),
    [
        ("på 36,1 mio. kr. i alt", Sort.MONEY, 36_100_000, "", "36,1 mio. kr."),
        ("kr. 2.415,50 pr. døgn", Sort.MONEY, 2415.5, "", "2.415,50"),
        ("er 80 pct. af", Sort.SHARE, 80, "", "80 pct."),
        ("steg 3,5 procentpoint", Sort.SHARE, 3.5, "point", "3,5 procentpoint"),
        ("har 22 pladser til", Sort.COUNT, 22, "plads", "22 pladser"),
        ("og seks pladser", Sort.COUNT, 6, "plads", "seks pladser"),
        ("31 faste pladser på", Sort.COUNT, 31, "fast plads", "31 faste pladser"),
        ("I alt 48.315", Sort.BARE, 48315, "", "48.315"),
    ],
)
def test_a_figure_is_read_with_what_it_counts(
    text: str, sort: Sort, value: float, unit: str, written: str
) -> None:
    claim = _only(text)

    assert (claim.sort, claim.value, claim.unit, claim.written) == (sort, value, unit, written)


@pytest.mark.parametrize("text", ["ca. 20 pladser", "op til 20 pladser", "mere end 20 pladser"])
def test_a_figure_that_is_not_exact_is_marked(text: str) -> None:
    assert _only(text).rounded
    assert not _only("netop 20 pladser").rounded


@pytest.mark.parametrize("text", ["kl. 12.30-15", "en plads", "DK12-34", "12/16"])
def test_what_looks_like_a_figure_is_none(text: str) -> None:
    assert not [claim for claim in figures(text) if claim.sort is not Sort.BARE]
