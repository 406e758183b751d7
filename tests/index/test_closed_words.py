"""What closed text teaches (abbreviations, spellings, concepts, laws) changes nothing for others.

Two homes have the same open documents; one has a closed item besides, made of words that would
change every weight if they counted.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import pytest

from index import EVERYTHING, OPEN_ONLY, Filters, Hit, Index, Updater

MEETING = "Mødet den 05.09.2024 Styregruppe Social\n\n{access}\n\nPunkt {n}.\n\n{title}\n\n"
OPEN = "".join(
    f"{MEETING.format(access='Åben', n=n, title=title)}Sagsfremstilling\n\n{text}\n\n"
    "Beslutning:\n\nGodkendt.\n\n"
    for n, title, text in (
        (1, "Takster", "Taksten for et døgntilbud stiger med 3 pct., og ZLF er hørt om prisen."),
        (2, "Venteliste", "Ventelisten til Lysningen er på ni uger, jf. servicelovens § 107."),
        (3, "Medicin", "Medicininstruksen gennemgås hvert år af tilbuddets leder."),
        (5, "Zink", "Zinklageret flyttes, og brugen af det opgøres."),
    )
)
# It explains an abbreviation that open text uses, spells an open word differently and often, names
# the concepts of the open items, and cites their law.
SECRET = (
    "Zeppelinernes Landsforening (ZLF) ejer zeppelinværftet. "
    + "Døgntilbuddet og døgntilbudet har køen, ventelisten, taksten og prisen efter "
    "servicelovens § 107, barnets lov § 43 og medicinninstruksen. " * 30
)
CLOSED = (
    f"{MEETING.format(access='Lukket', n=4, title='Zeppelinværftet')}Beslutning:\n\n{SECRET}\n\n"
)
HOUSE = "[zeppelinværft]\nhverdag: luftskibsgård\n[medicininstruks]\nhverdag: pillebogen\n"
QUESTIONS = (
    *("ZLF", "zeppelin", "zeppelinværft", "Zeppelinernes Landsforening", "luftskibsgård"),
    *("døgntilbudet", "medicinninstruksen", "doegntilbud", "zeppelinvarft", "zink lager"),
    *("Hvor lang er køen?", "Hvad koster et døgntilbud?", "pillebogen", "servicelovens § 107"),
    *("barnets lov § 43", "§ 107", "How long is the waiting list?", "beslutning", "punkt 4"),
    *("hvad blev besluttet den 5. september 2024", "det seneste møde"),
)


def home(path: Path, text: str) -> Path:
    """A home with one document, and a house's own words."""
    (path / "dokumenter").mkdir(parents=True)
    (path / "dokumenter" / "referat.txt").write_text(text, "utf-8")
    (path / "home" / "fagordbog").mkdir(parents=True)
    (path / "home" / "fagordbog" / "egne.txt").write_text(HOUSE, "utf-8")
    assert Updater(path / "home").update(path / "dokumenter").fagordbog == ()
    return path / "home"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Index, Index]]:
    """The index with the closed item, and the one without."""
    made = tmp_path_factory.mktemp("closed-words")
    cut = OPEN.rindex("Mødet den")
    with (
        closing(Index(home(made / "with", f"{OPEN[:cut]}{CLOSED}{OPEN[cut:]}"))) as one,
        closing(Index(home(made / "without", OPEN))) as other,
    ):
        yield one, other


def test_those_with_access_learn_from_the_closed_item(both: tuple[Index, Index]) -> None:
    allowed = Filters(visibility=EVERYTHING)

    with both[0].snapshot() as state:
        terms = {concept.term for concept in state.asked("ZLF", allowed).concepts}
    hits = both[0].search("luftskibsgård", allowed, 10)

    assert "Zeppelinernes Landsforening" in terms
    assert any("zeppelinværftet" in hit.passage.text for hit in hits)


@pytest.mark.parametrize("question", QUESTIONS)
def test_open_rankings_are_the_same_byte_for_byte(
    both: tuple[Index, Index],
    told: Callable[[list[Hit]], list[tuple[object, ...]]],
    question: str,
) -> None:
    seen, alone = (repr(told(index.search(question, Filters(), 200))) for index in both)

    assert seen.encode() == alone.encode()


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_open_question_is_understood_the_same(both: tuple[Index, Index], question: str) -> None:
    understood = []
    for index in both:
        with index.snapshot() as state:
            understood.append(asdict(state.asked(question, Filters())))

    assert understood[0] == understood[1]


def test_open_facts_and_meetings_are_the_same(both: tuple[Index, Index]) -> None:
    told = []
    for index in both:
        facts = index.facts()
        with index.snapshot() as state:
            told.append(
                (facts.documents, facts.passages, facts.recent_items, state.meetings(OPEN_ONLY))
            )

    assert told[0] == told[1]
