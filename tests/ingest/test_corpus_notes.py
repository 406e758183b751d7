"""What is known of the five real documents holds of them as they are read, one line a fact.

The facts were read out of the files by eye. A place is a line's number, counted by `\\n`; no text
of the documents stands here. Items, sections, chapters and struck lines: see `test_corpus.py`.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import pytest

from ingest import Concern, Document
from tests.ingest.corpus_reading import (
    Read,
    Seen,
    alike,
    annexes,
    apart,
    as_printed,
    bullet,
    cases,
    cells,
    chapter,
    closed,
    columns,
    dates,
    decided,
    gone,
    group,
    heads,
    item,
    label,
    lines,
    marks,
    role,
    spaced,
    status,
    struck,
    told_of,
    whole,
    word_over,
)


class Fact(NamedTuple):
    """In document `file`, `seen` is `known`."""

    name: str
    file: str
    seen: Seen
    known: object
    unmet: str = ""  # why it does not hold yet


PRIVATE = (Concern.PSEUDONYM, Concern.CONTACT, Concern.CPR)
ALL = ("000", "001", "002", "003", "004")
OUTER, INNER = "2024-05-27", "2024-04-04"
ANNEX_RANGES = [
    *[(94, 128), (178, 800), (887, 1859), (1911, 2250), (2294, 2546), (2591, 3471)],
    *[(3515, 3603), (3654, 3674), (3747, 3783), (3807, 3827)],
]
SHORT = "its first line is too short to be known as full"
NARROW = "a column narrower than the page"
WRAPPED = "nothing in the text tells a wrapped name from the name of a group of rows"

# fmt: off
FACTS = [
    # A meeting inside a meeting
    Fact("002-inner-contents-are-no-items", "002", role(200), "Indhold"),
    Fact("002-inner-item-1", "002", item(232), (INNER, "1")),
    Fact("002-inner-item-1-is-not-the-outer", "002", item(54), (OUTER, "1")),
    Fact("002-inner-ends-at-800", "002", item(796), (INNER, "14")),
    Fact("002-outer-goes-on-at-804", "002", item(812), (OUTER, "4")),
    # Annexes without a separator
    *[Fact(f"002-{a}-annex", "002", annexes(a, b), True) for a, b in ANNEX_RANGES],
    *[Fact(f"002-{a}-not-decided", "002", decided(a, b), False) for a, b in ANNEX_RANGES],
    Fact("002-item6-baggrund-after-decision", "002", role(2294), "annex"),
    Fact("002-item7-sagsfremstilling-after-decision", "002", role(2591), "annex"),
    Fact("002-item8-baggrund-after-decision", "002", role(3515), "annex"),
    Fact("002-item8-sagsfremstilling-after-decision", "002", role(3521), "annex"),
    # Annexes have numbers of their own
    Fact("002-report-1-is-no-item", "002", heads(897), [(897, "chapter", "1")]),
    Fact("002-report-8-is-no-item", "002", heads(1690), [(1690, "chapter", "8")]),
    Fact("002-styringsaftale-1-is-no-item", "002", heads(2696), [(2696, "chapter", "1")]),
    Fact("002-styringsaftale-5.4.4", "002", heads(3022), [(3022, "chapter", "5.4.4")]),
    Fact("002-styringsaftale-9-is-no-item", "002", heads(3356), [(3356, "chapter", "9")]),
    Fact("003-model-1-is-no-item", "003", heads(1048), [(1048, "chapter", "1")]),
    Fact("003-model-6-over-two-lines", "003", heads(1390), [(1390, "chapter", "6")]),
    Fact("003-model-contents", "003", role(1030), "annex"),
    Fact("003-model-contents-are-no-chapters", "003", heads(1018, 1032), []),
    Fact("002-contents-are-no-items", "002", role(20), "Indhold"),
    Fact("002-report-contents-are-no-chapters", "002", heads(978, 990), []),
    Fact("001-schedule-is-no-item", "001", item(477), ("2019-08-26", "5")),
    Fact("004-schedule-is-no-item", "004", item(348), ("2022-11-10", "5")),
    # Item headings vary
    Fact("000-punkt-and-title-below", "000", heads(44), [(44, "item", "3")]),
    Fact("000-title-over-two-lines", "000", lines(170), (170, 171)),
    Fact("001-punkt-and-number-again", "001", heads(138), [(138, "item", "3")]),
    Fact("001-punkt-1-of-1-and-2", "001", heads(66), [(66, "item", "1")]),
    Fact("001-punkt-2-of-1-and-2", "001", heads(88), [(88, "item", "2")]),
    Fact("001-item6-without-punkt-line", "001", heads(535), [(535, "item", "6")]),
    Fact("001-item7-without-punkt-line", "001", heads(599), [(599, "item", "7")]),
    Fact("001-afslutning-11", "001", heads(994), [(994, "item", "11")]),
    Fact("001-afslutning-12", "001", heads(1022), [(1022, "item", "12")]),
    Fact("000-13.1-to-13.5-are-no-items", "000", heads(982, 1038), []),
    *[Fact(f"000-{n}-part-of-decision-13", "000", role(n), "Beslutning") for n in (982, 1040)],
    # Section labels vary
    Fact("000-resumé", "000", label(48), "Resumé"),
    Fact("002-resume-without-accent", "002", label(232), "Resumé"),
    Fact("001-referat-holds-the-decision", "001", role(508), "Referat"),
    Fact("000-beslutning-with-colon", "000", label(980), "Beslutning"),
    Fact("001-referat-heads-a-decision", "001", label(507), "Referat"),
    # The meeting date
    Fact("001-date-on-line-5", "001", dates(5), ["2019-08-26"]),
    Fact("001-date-is-the-meeting's", "001", item(508), ("2019-08-26", "5")),
    Fact("004-date-in-footers-only", "004", item(198), ("2022-11-10", "4")),
    Fact("004-dated-footers-are-no-text", "004", gone(190, 191, 537, 538), True),
    Fact("004-day-and-month-with-a-stroke", "004", dates(137), ["2022-10-01"]),
    Fact("002-a-quarter-is-no-date", "002", dates(1158), []),
    # Open and closed, case numbers
    *[Fact(f"{file}-every-item-is-open", file, closed, []) for file in ALL],
    Fact("002-case-numbers-belong-to-the-year", "002", cases, (1, 9)),
    # An annex only listed
    Fact("000-listed-annexes", "000", told_of(Concern.ABSENT), [
        *[33, 126, 330, 331, 332, 429, 525, 526, 527, 528, 590, 739, 841, 945, 977, 978]]),
    Fact("001-listed-annexes", "001", told_of(Concern.ABSENT), [102, 313, 315, 591, 593, 751]),
    Fact("002-listed-annexes", "002", told_of(Concern.ABSENT), [
        *[360, 408, 409, 410, *range(466, 475), 516, 517, 518, 575, 687, 727, 728, 760]]),
    Fact("003-every-listed-annex-is-here", "003", told_of(Concern.ABSENT), []),
    Fact("004-listed-annexes-above-their-heading", "004", told_of(Concern.ABSENT), [527, 529, 531]),
    # A memo that stands twice; both items list it, item 12 decides on it
    Fact("002-memo-under-item-9", "002", item(3656), (OUTER, "9")),
    Fact("002-memo-under-item-12", "002", item(3809), (OUTER, "12")),
    Fact("002-memo-is-the-same", "002", alike(3662, 3815), True),
    Fact("002-memo-is-no-decision-of-9", "002", role(3656), "annex"),
    Fact("002-memo-is-no-decision-of-12", "002", role(3809), "annex"),
    Fact("002-item-13-decides-nothing-more", "002", lines(3845), (3845, 3845)),
    # Struck out, superseded
    Fact("002-struck-lines-are-told", "002", told_of(Concern.STRUCK), [
        *[2796, 2816, 2818, 2820, 2988, 3022, 3025, 3025, 3025, 3027, 3159, 3161, 3162, 3314]]),
    Fact("002-2.2.4-heading-stands", "002", struck(2816), "none"),
    Fact("002-2.2.4-text-is-struck", "002", struck(2818), "all"),
    Fact("002-2.2.4-text-is-struck-to-its-end", "002", struck(2820), "all"),
    Fact("002-2796-struck", "002", struck(2796), "all"),
    Fact("002-2892-in-force", "002", struck(2892), "none"),
    Fact("002-2892-in-chapter-5", "002", chapter(2892), "5"),
    Fact("002-2896-in-force", "002", struck(2896), "none"),
    Fact("002-2818-is-not-2896", "002", alike(2818, 2896), False),
    Fact("002-2820-is-2898", "002", alike(2820, 2898), True),
    *[Fact(f"002-{n}-partly-struck", "002", struck(n), "some") for n in (2988, 3022, 3025, 3314)],
    # Marks were lost: the words stay as they run together, and nothing is guessed to be struck
    *[Fact(f"002-{n}-as-printed", "002", as_printed(n), True)
      for n in (2890, 3031, 3033, 3164, 3272, 3312)],
    *[Fact(f"002-{n}-not-struck", "002", struck(n), "none")
      for n in (2890, 3031, 3033, 3164, 3272, 3312)],
    # Drafts, by their footers
    Fact("002-socialaftale-is-a-draft", "002", status(1966), "udkast"),
    Fact("002-styringsaftale-is-a-draft", "002", status(2892), "udkast"),
    Fact("002-draft-footers-are-no-text", "002", gone(2830, 2932, 3097, 3232, 3306, 3472), True),
    Fact("002-the-meeting-only-supports", "002", role(2585), "Beslutning"),
    # The year belongs to a figure
    Fact("002-tabel-5-years", "002", columns(1296), ["2023", "2022", "2021", "2020"]),
    Fact("002-tabel-12-years", "002", columns(1661), ["2020", "2021", "2022", "2023"]),
    Fact("002-tabel-13-first-year-too", "002", columns(1682), ["2021", "2022", "2023"]),
    Fact("002-tabel-14-years", "002", columns(1703), ["2023", "2022", "2021", "2020", "2019"]),
    # Paragraphs and words broken at the line's end
    Fact("001-9-to-15-one-paragraph", "001", lines(9), (9, 15)),
    Fact("001-hyphen-10", "001", word_over(10, 11), True),
    Fact("001-hyphen-11", "001", word_over(11, 12), True),
    Fact("001-hyphen-over-a-blank-line-156", "001", word_over(156, 158), True),
    Fact("001-hyphen-over-a-blank-line-483", "001", word_over(483, 485), True),
    Fact("001-17-to-21-one-paragraph", "001", lines(17), (17, 21), SHORT),
    Fact("003-paragraph-over-blank-lines", "003", lines(270), (270, 280)),
    Fact("004-paragraph-over-blank-lines", "004", lines(570), (570, 572)),
    Fact("003-paragraph-over-a-page", "003", lines(2023), (2019, 2042)),
    Fact("000-page-label-23", "000", gone(866), True),
    Fact("001-page-label-12-of-16", "001", gone(703), True),
    Fact("003-page-labels", "003", gone(994, 1038, 1380, 1527, 2025, 2784, 3021), True),
    Fact("003-stray-page-numbers", "003", gone(998, 1045, 1387, 1534, 2037, 2974), True),
    Fact("001-template-residue", "001", gone(698, 699), True),
    Fact("003-template-residue", "003", gone(267, 635), True),
    Fact("004-repeated-footer", "004", gone(188, 533), True),
    # Bullets and spaces
    Fact("004-private-use-bullet", "004", bullet(755), "•"),
    Fact("000-hollow-bullet", "000", bullet(1009), "•"),
    Fact("001-bullet-after-a-page-break", "001", lines(526), (526, 526)),
    Fact("002-dash-stays", "002", bullet(2986), "-"),
    Fact("000-single-spaces", "000", spaced(186, 222), True),
    Fact("000-justified-paragraph", "000", lines(190), (190, 193)),
    Fact("000-programme-lines-apart", "000", apart(197, 199, 204, 206, 211, 213, 215), True),
    Fact("000-programme-heads-nothing", "000", heads(195, 222), []),
    # Tables that lost their lines: rows apart, no cell lost, no row a heading of others
    Fact("004-table-82-whole", "004", whole(82, 182), True),
    Fact("004-table-82-heads-of-rows", "004", heads(82, 132), []),
    Fact("004-calendar-whole", "004", whole(344, 384), True),
    Fact("004-calendar-heads-of-rows", "004", heads(344, 390), []),
    Fact("004-calendar-cell-over-two-lines", "004", lines(377), (377, 378)),
    Fact("004-questions-whole", "004", whole(750, 897), True),
    Fact("003-tariffs-whole", "003", whole(2418, 2782), True),
    Fact("003-tariff-rows-apart", "003", apart(2464, 2466, 2468, 2470, 2472), True),
    Fact("003-tariff-row-without-its-explanation", "003", lines(2434), (2434, 2434)),
    Fact("003-tariff-name-over-two-lines", "003", lines(2476), (2474, 2476)),
    Fact("003-tariff-explanations-head-nothing", "003", heads(2416, 2782), []),
    Fact("003-tariff-name-without-brackets", "003", lines(2583), (2581, 2583), WRAPPED),
    Fact("003-tariff-explanation-one-text", "003", lines(2436), (2436, 2444), NARROW),
    Fact("003-two-years-side-by-side", "003", apart(*range(3003, 3014), 3015), True),
    Fact("002-tab-table-cells", "002", cells(424), (2, False)),
    Fact("002-html-in-cells-2380", "002", cells(2380), (2, False)),
    Fact("002-html-in-cells-3110", "002", cells(3110), (2, False)),
    Fact("002-html-in-cells-keep-their-text", "002", whole(3110), True),
    *[Fact(f"002-{n}-names-its-sub-table", "002", group(n, of), True)
      for n, of in ((1655, 1653), (1664, 1659), (1667, 1665), (1676, 1671))],
    # Footnote marks and formulas
    Fact("002-mark-at-a-figure", "002", as_printed(948), True),
    Fact("002-mark-at-a-figure-in-a-cell", "002", marks(1296), False),
    Fact("002-mark-as-a-digit-stays", "002", as_printed(392), True),
    Fact("002-mark-as-a-digit-is-told", "002", told_of(Concern.UNCLEAR), [392, 2141]),
    Fact("002-formula-3452", "002", whole(3452), True),
    Fact("002-formula-3466", "002", whole(3466), True),
    Fact("002-captions-of-lost-figures", "002", apart(1712, 1716), True),
    # Contradictions: both places stand, each for itself
    Fact("004-two-announcements-29-september", "004", apart(554, 574), True),
    Fact("003-announcements-27-september", "003", apart(93, 270), True),
    Fact("002-announcement-2020", "002", apart(1966, 1967), True),
    Fact("002-adult-places", "002", apart(1104, 1158, 1731), True),
    Fact("002-fewer-tilbud", "002", apart(1102, 1701, 1702, 1703), True),
    Fact("004-22-places-or-20", "004", apart(475, 481), True),
    Fact("003-objective-financing", "003", apart(2951, 3015), True),
    Fact("002-rates-once-a-year-or-within-it", "002", apart(2890, 3304), True),
    Fact("002-6.3.3-is-another-chapter", "002", chapter(3304), "6.3.3"),
    Fact("000-a-year-that-must-be-wrong-stays", "000", whole(293), True),
    # Personal data
    Fact("003-first-name-slips-through", "003", told_of(*PRIVATE), [856]),
    *[Fact(f"{file}-nothing-private", file, told_of(*PRIVATE), [])
      for file in ("000", "001", "002", "004")],
    Fact("001-work-addresses-stay", "001", whole(1012, 1013), True),
    Fact("002-office-phone-and-address-stay", "002", whole(1853, 1857), True),
    Fact("003-identifiable-case-stays", "003", whole(494, 509), True),
    Fact("002-small-groups-stay", "002", apart(424, 3525), True),
]
# fmt: on

Reader = Callable[[str], Document]


READ: dict[str, Read] = {}  # reading takes longer than a fact


def marked(fact: Fact) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=fact.unmet)] if fact.unmet else []


@pytest.mark.parametrize(
    "fact", [pytest.param(fact, id=fact.name, marks=marked(fact)) for fact in FACTS]
)
def test_fact(corpus: Reader, fact: Fact) -> None:
    read = READ.get(fact.file) or READ.setdefault(fact.file, Read(corpus(fact.file)))

    assert fact.seen(read) == fact.known


def test_every_fact_has_a_name_of_its_own() -> None:
    names = sorted(fact.name for fact in FACTS)

    assert [one for one, other in pairwise(names) if one == other] == []
