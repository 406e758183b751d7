"""How many questions a minute, for each visitor, over all processes."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from service.access.errors import TooMany
from service.access.rate import FILE, Rate

ROOT = Path(__file__).parent.parent.parent.parent


class Clock:
    """A time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def let_through(rate: Rate, name: str, tries: int) -> int:
    """How many of so many questions at once."""
    count = 0
    for _ in range(tries):
        try:
            rate.count(name)
            count += 1
        except TooMany:
            pass
    return count


@pytest.mark.parametrize("a_minute", [1, 7, 30, 1000])
def test_a_minutes_questions_may_come_at_once(tmp_path: Path, clock: Clock, a_minute: int) -> None:
    rate = Rate(tmp_path, a_minute, clock)

    assert let_through(rate, "bo", a_minute + 5) == a_minute


def test_each_visitor_has_their_own(tmp_path: Path, clock: Clock) -> None:
    rate = Rate(tmp_path, 30, clock)

    assert let_through(rate, "bo", 100) == 30
    assert let_through(rate, "eva", 100) == 30


def test_the_bucket_fills_up_again(tmp_path: Path, clock: Clock) -> None:
    rate = Rate(tmp_path, 30, clock)
    let_through(rate, "bo", 30)

    clock.now += 4.1
    assert let_through(rate, "bo", 30) == 2
    clock.now += 3600
    assert let_through(rate, "bo", 100) == 30


@pytest.mark.parametrize("a_minute", [1, 7, 30])
def test_it_says_when_to_try_again_and_is_right(
    tmp_path: Path, clock: Clock, a_minute: int
) -> None:
    rate = Rate(tmp_path, a_minute, clock)
    let_through(rate, "bo", a_minute)
    with pytest.raises(TooMany) as refused:
        rate.count("bo")

    clock.now += refused.value.seconds - 1
    assert let_through(rate, "bo", 1) == 0
    clock.now += 1
    assert let_through(rate, "bo", 1) == 1


def test_who_is_refused_does_not_wait_the_longer_for_it(tmp_path: Path, clock: Clock) -> None:
    rate = Rate(tmp_path, 30, clock)
    let_through(rate, "bo", 1000)

    clock.now += 2.1
    assert let_through(rate, "bo", 1) == 1


def test_a_clock_that_is_set_back_locks_nobody_out(tmp_path: Path, clock: Clock) -> None:
    rate = Rate(tmp_path, 30, clock)
    let_through(rate, "bo", 30)

    clock.now -= 86_400
    with pytest.raises(TooMany) as refused:
        rate.count("bo")
    assert refused.value.seconds == 2


def test_all_processes_count_together(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from service.access.errors import TooMany\n"
        "from service.access.rate import Rate\n"
        "rate, passed = Rate(Path(sys.argv[1]), 40, lambda: 1e9), 0\n"
        "for _ in range(60):\n"
        "    try: rate.count('bo'); passed += 1\n"
        "    except TooMany: pass\n"
        "print(passed)"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    passed = [int(process.communicate(timeout=60)[0]) for process in started]

    assert sum(passed) == 40


def test_those_who_ask_no_more_are_forgotten(tmp_path: Path, clock: Clock) -> None:
    rate = Rate(tmp_path, 30, clock)
    for n in range(2000):
        rate.count(f"anonymous 192.0.2.{n}")
    clock.now += 120
    for _ in range(501):
        rate.count("bo")
        clock.now += 2

    with sqlite3.connect(tmp_path / FILE) as file:
        assert file.execute("SELECT count(*) FROM asked").fetchone() == (1,)
    file.close()


def test_no_address_stands_in_the_file(tmp_path: Path, clock: Clock) -> None:
    Rate(tmp_path, 30, clock).count("anonymous 192.0.2.7")

    assert not any(b"192.0.2.7" in path.read_bytes() for path in tmp_path.iterdir())


def test_a_file_that_cannot_be_used_keeps_nobody_from_an_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_bytes(b"kat" * 1000)

    Rate(tmp_path, 30).count("bo")

    assert "Questions are not counted" in caplog.text
