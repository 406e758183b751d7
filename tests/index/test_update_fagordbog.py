"""A house's own words in HOME/fagordbog: in use after the next update, and only while right."""

from contextlib import closing
from pathlib import Path

import pytest

from index import Filters, Index, Report, Updater

# No document has a run of four letters of these, so without the concept they find nothing.
RIGHT = "[vikarkorps]\nhverdag: qyxwam\n"
BROKEN = f"{RIGHT}\ndette er ingen linje\n"
ANOTHER = "[vikarkorps]\nhverdag: zjuqlo\n"


@pytest.fixture
def home(tmp_path: Path, folder: Path) -> Path:
    """A home that was updated once, without own words."""
    made = tmp_path / "home"
    Updater(made).update(folder)
    return made


def write(home: Path, text: str) -> Path:
    path = home / "fagordbog" / "egne.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def update(home: Path, folder: Path) -> Report:
    return Updater(home).update(folder)


def understood(home: Path, word: str) -> bool:
    """Whether passages on the corps are found by `word` itself, not only by what it resembles."""
    with closing(Index(home)) as index:
        hits = index.search(word, Filters(), 200)
    return "vikarkorps" in " ".join(h.passage.text.lower() for h in hits if "lexical" in h.why)


def test_own_words_are_in_use_after_the_next_update(home: Path, folder: Path) -> None:
    before = understood(home, "qyxwam")
    write(home, RIGHT)
    unread = understood(home, "qyxwam")

    report = update(home, folder)

    assert (before, unread) == (False, False)
    assert understood(home, "qyxwam")
    assert report.fagordbog == ()
    assert report.generation == "g000002"


def test_an_open_index_takes_them_up_by_itself(home: Path, folder: Path) -> None:
    with closing(Index(home)) as index:
        assert index.search("qyxwam", Filters()) == []
        write(home, RIGHT)
        update(home, folder)

        hits = index.search("qyxwam", Filters(), 10)

    assert any("vikarkorps" in hit.passage.text.lower() for hit in hits)


def test_words_that_did_not_change_make_no_new_generation(home: Path, folder: Path) -> None:
    write(home, RIGHT)
    first = update(home, folder)

    assert update(home, folder).generation == first.generation


def test_a_broken_file_is_told_with_its_line_and_the_last_good_one_stays(
    home: Path, folder: Path
) -> None:
    write(home, RIGHT)
    good = update(home, folder)
    write(home, BROKEN)

    report = update(home, folder)

    assert len(report.fagordbog) == 1
    assert report.fagordbog[0].startswith("egne.txt line 4: 'dette er ingen linje'")
    assert report.generation == good.generation
    assert report.whole
    assert understood(home, "qyxwam")


def test_new_words_of_a_broken_file_wait_until_it_is_right(home: Path, folder: Path) -> None:
    write(home, RIGHT)
    update(home, folder)
    write(home, f"{ANOTHER}sludder\n")
    update(home, folder)
    waiting = understood(home, "zjuqlo"), understood(home, "qyxwam")
    write(home, ANOTHER)

    report = update(home, folder)

    assert waiting == (False, True)
    assert report.fagordbog == ()
    assert (understood(home, "zjuqlo"), understood(home, "qyxwam")) == (True, False)


def test_a_file_that_was_never_right_leaves_the_shipped_words(home: Path, folder: Path) -> None:
    write(home, BROKEN)

    report = update(home, folder)

    assert report.fagordbog[0].startswith("egne.txt line 4:")
    assert not understood(home, "qyxwam")
    with closing(Index(home)) as index, index.snapshot() as state:
        meant = state.asked("penge op af lommen", Filters()).concepts
    assert "egenbetaling" in {concept.term for concept in meant}


def test_new_documents_are_read_with_the_last_good_words(home: Path, folder: Path) -> None:
    write(home, RIGHT)
    update(home, folder)
    write(home, BROKEN)
    (folder / "nyt.txt").write_text("Notat\n\nEt vikarkorps får ti nye cykler.\n", "utf-8")

    report = update(home, folder)

    assert report.fagordbog
    with closing(Index(home)) as index:
        hits = index.search("qyxwam", Filters(), 10)
    assert "nyt.txt" in {hit.passage.ref.source for hit in hits}


def test_own_words_that_are_taken_away_are_forgotten(home: Path, folder: Path) -> None:
    path = write(home, RIGHT)
    update(home, folder)
    path.unlink()

    report = update(home, folder)

    assert report.fagordbog == ()
    assert not understood(home, "qyxwam")
