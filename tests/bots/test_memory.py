"""What bots know again after a restart, and what they forget."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bots.memory import FileMemory, MemoryUnusable
from bots.ports import Followed, Remembered, Unfinished
from service.access.visitor import Channel
from service.conversation.earlier import MOST_EARLIER
from tests.bots.chats import ANNE, BO, OPENLY, PRIVATELY, answer, asked
from tests.service.processes import ENVIRONMENT, ROOT

HOUR = 3_600
WORDS = "hemmelighedskræmmer"
CPR = "0101901234"
TAXES = Followed(replace(OPENLY, thread=""), "takster")
# Takes the events it is given, one a line, and says which it was the first to take.
TAKER = """
import sys
from pathlib import Path
from bots.memory import FileMemory
from tests.bots.chats import asked
memory = FileMemory(Path(sys.argv[1]))
print("ready", flush=True)
for event in sys.stdin:
    print(event.strip() if memory.take(event.strip(), asked()) else "-", flush=True)
"""


class Clock:
    """A clock that is put forward by hand."""

    now = 1_750_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def memory(tmp_path: Path, clock: Clock) -> Iterator[FileMemory]:
    with closing(FileMemory(tmp_path / "bots", clock)) as made:
        yield made


def taker(folder: Path) -> subprocess.Popen[str]:
    """Another process over the same memory."""
    process = subprocess.Popen(
        [sys.executable, "-c", TAKER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def bytes_of(folder: Path) -> bytes:
    """All that stands in the memory's files."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_an_event_is_taken_once(memory: FileMemory) -> None:
    assert [memory.take("Ev1", asked()) for _ in range(4)] == [True, False, False, False]


def test_of_eight_threads_one_takes_an_event(memory: FileMemory) -> None:
    with ThreadPoolExecutor(8) as threads:
        for event in map(str, range(20)):
            took = list(threads.map(lambda _, event=event: memory.take(event, asked()), range(8)))

            assert took.count(True) == 1


def test_of_two_processes_one_takes_an_event(tmp_path: Path) -> None:
    events = [f"Ev{n}" for n in range(60)]
    with taker(tmp_path) as one, taker(tmp_path) as other:
        for process in (one, other):
            assert process.stdin
            process.stdin.write("".join(f"{event}\n" for event in events))
            process.stdin.flush()
        told = [*one.communicate(timeout=60)[0].split(), *other.communicate(timeout=60)[0].split()]

    assert sorted(each for each in told if each != "-") == sorted(events)


def test_a_question_outlives_a_process_that_is_killed(tmp_path: Path) -> None:
    with taker(tmp_path) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("Ev1\nEv2\n")
        process.stdin.flush()
        taken = [process.stdout.readline().strip() for _ in range(2)]
        process.kill()

    with closing(FileMemory(tmp_path)) as memory:
        assert taken == ["Ev1", "Ev2"]
        assert [each.event for each in memory.unfinished(Channel.SLACK)] == taken
        assert not memory.take("Ev1", asked())


def test_what_was_begun_is_told_with_its_message(memory: FileMemory) -> None:
    question = replace(asked(), earlier=("Hvad er TKO?",))
    memory.take("Ev1", question)
    memory.answering("Ev1", "1718.2")

    assert memory.unfinished(Channel.SLACK) == [Unfinished("Ev1", question, "1718.2")]
    assert memory.unfinished(Channel.TEAMS) == []


def test_what_is_finished_waits_no_more(memory: FileMemory) -> None:
    memory.take("Ev1", asked())
    waited = memory.waits("Ev1")
    memory.finish("Ev1")

    assert waited
    assert not memory.waits("Ev1")
    assert memory.unfinished(Channel.SLACK) == []
    assert not memory.take("Ev1", asked())


def test_a_click_is_seen_once(memory: FileMemory) -> None:
    assert [memory.seen("click"), memory.seen("click")] == [False, True]


def test_a_click_that_came_to_nothing_may_come_again(memory: FileMemory) -> None:
    memory.seen("click")
    memory.unseen("click")

    assert not memory.seen("click")


def test_a_question_that_waits_is_not_unseen(memory: FileMemory) -> None:
    memory.take("Ev1", asked())
    memory.unseen("Ev1")

    assert not memory.take("Ev1", asked())


def test_events_are_known_for_two_days(memory: FileMemory, clock: Clock) -> None:
    memory.take("Ev1", asked())
    clock.now += 47 * HOUR
    known = memory.take("Ev1", asked())
    clock.now += 2 * HOUR

    assert not known
    assert memory.take("Ev1", asked())


def test_an_answer_is_recalled_by_its_key(memory: FileMemory) -> None:
    key = memory.remember(asked(), answer())

    assert memory.recall(key) == Remembered(asked(), (), "a1", "g1", "extractive", "answered")
    assert memory.recall(key[:-1]) is None


def test_keys_cannot_be_guessed(memory: FileMemory) -> None:
    keys = {memory.remember(asked(), answer()) for _ in range(20)}

    assert len(keys) == 20
    assert {len(key) for key in keys} == {24}


def test_a_message_of_ours_tells_its_answer(memory: FileMemory) -> None:
    key = memory.remember(asked(), answer())
    memory.told(key, "m1")

    assert memory.telling(OPENLY, "m1") == key
    assert memory.telling(PRIVATELY, "m1") is None
    assert memory.telling(OPENLY, "m2") is None


def test_a_message_without_a_name_tells_nothing(memory: FileMemory) -> None:
    memory.remember(asked(), answer())

    assert memory.telling(OPENLY, "") is None


def test_the_last_questions_of_a_place_are_known_in_their_order(memory: FileMemory) -> None:
    for n in range(MOST_EARLIER + 2):
        memory.remember(asked(f"Spørgsmål {n}"), answer())

    expected = tuple(f"Spørgsmål {n}" for n in range(2, MOST_EARLIER + 2))
    assert memory.earlier(OPENLY) == expected
    assert memory.earlier(replace(OPENLY, thread="another")) == ()


def test_an_answer_knows_what_was_asked_before_it(memory: FileMemory) -> None:
    memory.remember(asked("Hvad er TKO?"), answer())
    key = memory.remember(asked("Og i 2023?"), answer())
    found = memory.recall(key)

    assert found
    assert found.earlier == ("Hvad er TKO?",)


def test_what_was_asked_anew_keeps_the_questions_it_brought(memory: FileMemory) -> None:
    memory.remember(asked("Noget andet"), answer())
    key = memory.remember(replace(asked("Og i 2023?"), earlier=("Hvad er TKO?",)), answer())
    found = memory.recall(key)

    assert found
    assert found.earlier == ("Hvad er TKO?",)


def test_private_questions_in_one_channel_are_their_askers_own(memory: FileMemory) -> None:
    place = replace(OPENLY, private=True)
    memory.remember(asked("Annes", ANNE, place), answer())
    memory.remember(asked("Bos", BO, place), answer())

    assert memory.earlier(place, ANNE) == ("Annes",)
    assert memory.earlier(place, BO) == ("Bos",)
    assert memory.earlier(place) == ()
    assert memory.earlier(OPENLY, ANNE) == ()


def test_words_are_forgotten_after_a_day(memory: FileMemory, clock: Clock, tmp_path: Path) -> None:
    memory.take("Ev1", asked(WORDS))
    key = memory.remember(asked(WORDS), answer())
    clock.now += 25 * HOUR
    memory.sweep()

    assert memory.recall(key) is None
    assert memory.earlier(OPENLY) == ()
    assert memory.unfinished(Channel.SLACK) == []
    assert WORDS.encode() not in bytes_of(tmp_path / "bots")


def test_what_is_too_old_is_not_told_before_it_is_swept(memory: FileMemory, clock: Clock) -> None:
    memory.take("Ev1", asked())
    key = memory.remember(asked(), answer())
    clock.now += 25 * HOUR

    assert memory.recall(key) is None
    assert memory.earlier(OPENLY) == ()
    assert memory.unfinished(Channel.SLACK) == []


def test_old_words_go_when_a_question_comes(
    memory: FileMemory, clock: Clock, tmp_path: Path
) -> None:
    memory.remember(asked(WORDS), answer())
    clock.now += 25 * HOUR
    memory.take("Ev1", asked())
    memory.close()

    assert WORDS.encode() not in bytes_of(tmp_path / "bots")


def test_a_message_that_is_taken_back_is_forgotten(memory: FileMemory, tmp_path: Path) -> None:
    memory.take("Ev1", asked(WORDS), "1718.1")
    key = memory.remember(asked(WORDS), answer(), "1718.1")
    memory.forget(replace(OPENLY, thread=""), "1718.1")

    assert not memory.waits("Ev1")
    assert memory.recall(key) is None
    assert not memory.take("Ev1", asked())
    assert WORDS.encode() not in bytes_of(tmp_path / "bots")


def test_what_is_taken_back_stands_before_no_other_question(
    memory: FileMemory, tmp_path: Path
) -> None:
    memory.remember(asked(WORDS), answer(), "1718.1")
    memory.remember(asked("Hvad er TKO?"), answer(), "1718.2")
    key = memory.remember(asked("Og i 2023?"), answer(), "1718.3")
    memory.forget(OPENLY, "1718.1")
    found = memory.recall(key)

    assert found
    assert found.earlier == ("Hvad er TKO?",)
    assert WORDS.encode() not in bytes_of(tmp_path / "bots")


def test_others_messages_stay_where_one_is_taken_back(memory: FileMemory) -> None:
    memory.take("Ev1", asked(), "1718.1")
    memory.take("Ev2", asked(), "")
    memory.forget(OPENLY, "1718.9")
    memory.forget(OPENLY, "")

    assert memory.waits("Ev1")
    assert memory.waits("Ev2")


def test_no_personal_number_is_kept(memory: FileMemory, tmp_path: Path) -> None:
    memory.take("Ev1", asked(f"Hvad med {CPR}?"))
    memory.remember(replace(asked(f"Hvad med {CPR}?"), earlier=(f"Og {CPR}?",)), answer())
    memory.follow(replace(TAXES, subject=f"sag {CPR}"), [])

    assert memory.unfinished(Channel.SLACK)[0].asked.question == "Hvad med […]?"
    assert CPR.encode() not in bytes_of(tmp_path / "bots")


def test_a_subject_is_followed_once(memory: FileMemory) -> None:
    assert memory.follow(TAXES, [])
    assert not memory.follow(replace(TAXES, subject=" Takster ", address="new"), [])
    assert memory.following(Channel.SLACK) == [replace(TAXES, address="new")]
    assert memory.following(Channel.SLACK, OPENLY) == []


def test_what_was_known_is_no_news(memory: FileMemory) -> None:
    memory.follow(TAXES, ["a", "b"])

    assert memory.claim(TAXES, ["c", "b", "d"]) == ["c", "d"]
    assert memory.claim(TAXES, ["c", "b", "d"]) == []


def test_two_subjects_tell_the_same_news_once_in_a_place(memory: FileMemory) -> None:
    places = replace(TAXES, subject="pladser")
    memory.follow(TAXES, [])
    memory.follow(places, [])

    assert memory.claim(TAXES, ["a"]) == ["a"]
    assert memory.claim(places, ["a"]) == []


def test_two_places_are_told_the_same_news(memory: FileMemory) -> None:
    other = replace(TAXES, place=replace(TAXES.place, conversation="C9999ZZZZ"))
    memory.follow(TAXES, [])
    memory.follow(other, [])

    assert [memory.claim(TAXES, ["a"]), memory.claim(other, ["a"])] == [["a"], ["a"]]


def test_of_eight_threads_one_tells_a_news(memory: FileMemory) -> None:
    memory.follow(TAXES, [])
    with ThreadPoolExecutor(8) as threads:
        claimed = list(threads.map(lambda _: memory.claim(TAXES, ["a", "b"]), range(8)))

    assert sorted(news for claim in claimed for news in claim) == ["a", "b"]


def test_news_that_was_not_told_is_news_again(memory: FileMemory) -> None:
    memory.follow(TAXES, [])
    memory.claim(TAXES, ["a", "b"])
    memory.unclaim(TAXES, ["b"])

    assert memory.claim(TAXES, ["a", "b"]) == ["b"]


def test_nothing_is_claimed_where_nothing_is_followed(memory: FileMemory) -> None:
    memory.follow(TAXES, [])

    assert memory.unfollow(TAXES.place, "TAKSTER")
    assert memory.claim(TAXES, ["a"]) == []
    assert not memory.unfollow(TAXES.place, "takster")


def test_news_of_a_subject_is_known_after_the_other_is_let_go(memory: FileMemory) -> None:
    memory.follow(TAXES, ["a"])
    memory.follow(replace(TAXES, subject="pladser"), [])
    memory.unfollow(TAXES.place, "pladser")

    assert memory.claim(TAXES, ["a"]) == []


def test_a_place_that_we_left_is_forgotten(memory: FileMemory, tmp_path: Path) -> None:
    memory.follow(TAXES, ["a"])
    memory.take("Ev1", asked(WORDS))
    memory.remember(asked(WORDS), answer())
    memory.leave(TAXES.place)

    assert memory.following(Channel.SLACK) == []
    assert memory.unfinished(Channel.SLACK) == []
    assert memory.earlier(OPENLY) == ()
    assert WORDS.encode() not in bytes_of(tmp_path / "bots")


def test_other_places_stay_when_one_is_left(memory: FileMemory) -> None:
    memory.follow(TAXES, [])
    memory.leave(PRIVATELY)

    assert memory.following(Channel.SLACK) == [TAXES]


def test_what_is_followed_outlives_a_restart(tmp_path: Path) -> None:
    with closing(FileMemory(tmp_path)) as memory:
        memory.follow(TAXES, ["a"])

    with closing(FileMemory(tmp_path)) as again:
        assert again.claim(TAXES, ["a", "b"]) == ["b"]


def test_only_its_owner_may_read_the_file(memory: FileMemory, tmp_path: Path) -> None:
    memory.take("Ev1", asked())

    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "bots").iterdir()}
    assert modes == {0o600}


def test_a_file_that_was_taken_away_is_begun_anew(memory: FileMemory, tmp_path: Path) -> None:
    memory.take("Ev1", asked())
    for path in (tmp_path / "bots").iterdir():
        path.unlink()

    assert memory.take("Ev1", asked())


def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"no database " * 1_000)
    with closing(FileMemory(tmp_path)) as memory, pytest.raises(MemoryUnusable) as raised:
        memory.take("Ev1", asked())

    assert str(path) in str(raised.value)
    assert "move it away" in str(raised.value)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "bots").write_text("a file")
    memory = FileMemory(tmp_path / "bots")

    with pytest.raises(MemoryUnusable, match="bots"):
        memory.take("Ev1", asked())
