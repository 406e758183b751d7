"""A server that is slow, broken, busy or mad: what had passed is given, and the failure is told."""

import json
import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.leaving import AskerLeft, Leaving
from service.model import Failure, ModelFailed, ModelSettings, ModelWriter
from tests.service.model.conftest import KEY, Make
from tests.service.model.openai_server import (
    Act,
    ModelServer,
    body,
    cut_off,
    drips,
    finished_by,
    hangs,
    left,
    says,
    status,
)
from tests.service.model.sources import CASES

CASE = CASES[0]
FIRST = "Taksten gælder fra den 1. april 2024."
GOOD = f"{FIRST[:-1]} [1]."
TWO = f"{GOOD} Engholm Kommune betaler 3,2 mio. kr. [1]."


def ask(writer: ModelWriter) -> tuple[list[str], Failure | None]:
    """What came out, and how it failed."""
    found: list[str] = []
    try:
        for sentence in writer.write(CASE.question, [CASE.source]):
            found.append(sentence.text)
    except ModelFailed as failed:
        return found, failed.reason
    return found, None


def test_a_good_server_is_asked_once(writer: ModelWriter, served: ModelServer) -> None:
    served.will(says(TWO))

    found, failure = ask(writer)

    assert (found, failure) == ([FIRST, "Engholm Kommune betaler 3,2 mio. kr."], None)
    assert len(served.asked) == 1
    assert served.asked[0]["stream"] is True


def test_a_sentence_comes_before_the_answer_is_whole(
    writer: ModelWriter, served: ModelServer
) -> None:
    served.will(hangs(served, f"{GOOD} Engholm"))

    answer = writer.write(CASE.question, [CASE.source])

    assert next(answer).text == FIRST
    assert isinstance(answer, Iterator)
    answer.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("acts", "failure"),
    [
        ([status(500)], Failure.BROKEN),
        ([status(503, "<html>")], Failure.BROKEN),
        ([status(429)], Failure.BUSY),
        ([status(429, Retry_After="3600")], Failure.BUSY),
        ([status(401, json.dumps({"error": {"message": f"bad key {KEY}"}}))], Failure.REFUSED),
        ([status(404)], Failure.REFUSED),
        ([status(302, Location="http://127.0.0.1:9/")], Failure.REFUSED),
        ([body(b"")], Failure.EMPTY),
        ([body(b"data: [DONE]\n\n")], Failure.EMPTY),
        ([body(b"data: {nonsense\n\n")], Failure.GARBAGE),
        ([body(b"data: 17\n\n")], Failure.GARBAGE),
        ([body(b"\xff\xfe\x00\x01" * 50)], Failure.GARBAGE),
        ([body(b"<html>hej</html>", "text/html")], Failure.EMPTY),
        ([body(b'data: {"error": {"message": "nej"}}\n\n')], Failure.GARBAGE),
        ([body(b"\x1f\x8b\x08", Content_Encoding="gzip")], Failure.GARBAGE),
        ([says("INTET SVAR")], Failure.NO_ANSWER),
        ([says("Havnsø overtager alt [1].")], Failure.NOTHING_STANDS),
        ([says("<think>Mon dog? " + GOOD)], Failure.NOTHING_STANDS),
    ],
)
def test_what_fails_gives_nothing_and_says_why(
    writer: ModelWriter, served: ModelServer, acts: list[Act], failure: Failure
) -> None:
    served.will(*acts)

    assert ask(writer) == ([], failure)


@pytest.mark.parametrize(
    ("act", "failure"),
    [
        (cut_off(f"{GOOD} Engholm Kommune betaler 3,2", hard=True), Failure.CUT_OFF),
        (cut_off(f"{GOOD} Engholm Kommune betaler 3,2 mio. kr. [1].", hard=False), Failure.CUT_OFF),
        (finished_by(f"{GOOD} Engholm Kommune", "length"), Failure.CUT_OFF),
        (finished_by(f"{GOOD} Engholm Kommune", "content_filter"), Failure.CUT_OFF),
    ],
)
def test_an_answer_cut_off_keeps_what_was_whole(
    writer: ModelWriter, served: ModelServer, act: Act, failure: Failure
) -> None:
    served.will(act)

    assert ask(writer) == ([FIRST], failure)


@pytest.mark.parametrize("bad", [status(429, Retry_After="0"), status(500), status(503)])
def test_it_is_asked_again(writer: ModelWriter, served: ModelServer, bad: Act) -> None:
    served.will(bad, says(GOOD))

    assert ask(writer) == ([FIRST], None)
    assert len(served.asked) == 2


def test_it_is_not_asked_again_once_words_have_come(
    writer: ModelWriter, served: ModelServer
) -> None:
    served.will(cut_off(f"{GOOD} Og", hard=True), says(TWO))

    ask(writer)

    assert len(served.asked) == 1


def test_what_is_refused_is_not_asked_again(writer: ModelWriter, served: ModelServer) -> None:
    served.will(status(401), says(GOOD))

    ask(writer)

    assert len(served.asked) == 1


def test_a_server_that_is_not_there_cannot_be_reached(make: Make) -> None:
    assert ask(make(base_url="http://127.0.0.1:9/v1")) == ([], Failure.UNREACHABLE)


def test_a_server_that_hangs_is_left(make: Make, served: ModelServer) -> None:
    served.will(hangs(served))

    assert ask(make(first=0.2)) == ([], Failure.LATE)


def test_a_connection_kept_awake_is_left(make: Make, served: ModelServer) -> None:
    served.will(drips(served, None))

    assert ask(make(first=0.2, deadline=0.4)) == ([], Failure.LATE)


def test_a_slow_answer_keeps_what_came_in_time(make: Make, served: ModelServer) -> None:
    served.will(hangs(served, f"{GOOD} Engholm Kommune"))

    assert ask(make(deadline=0.5, first=0.5)) == ([FIRST], Failure.LATE)


def test_an_answer_without_end_is_ended(make: Make, served: ModelServer) -> None:
    served.will(drips(served, "og ", every=0.0001))

    assert ask(make(longest=500)) == ([], Failure.TOO_LONG)


def test_no_thread_stays_with_a_server_that_drips(make: Make, served: ModelServer) -> None:
    served.will(drips(served, None))
    before = set(threading.enumerate())

    ask(make(first=0.1, deadline=0.2))

    for thread in [t for t in set(threading.enumerate()) - before if "_work" in t.name]:
        thread.join(5)
        assert not thread.is_alive()


@pytest.mark.parametrize("before", ["", f"{GOOD} Engholm"], ids=["unanswered", "half answered"])
def test_a_connection_is_cut_when_the_asker_leaves(
    writer: ModelWriter, served: ModelServer, before: str
) -> None:
    gone, asker = threading.Event(), Leaving()
    served.will(left(gone, before))

    def asking() -> None:
        with asker.here():
            ask(writer)

    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(asking)
        while not served.asked:
            pass
        asker.leave()

        assert isinstance(waiting.exception(5), AskerLeft)
    assert gone.wait(5)


def test_a_connection_is_cut_when_nobody_reads_on(writer: ModelWriter, served: ModelServer) -> None:
    gone = threading.Event()
    served.will(left(gone, f"{GOOD} Engholm"))
    answer = writer.write(CASE.question, [CASE.source])
    next(answer)

    answer.close()  # type: ignore[attr-defined]

    assert gone.wait(5)


def test_after_failures_in_a_row_it_is_left_alone(make: Make, served: ModelServer) -> None:
    served.will(status(401), status(401), says(GOOD))
    writer = make(failures=2)

    assert [ask(writer)[1] for _ in range(3)] == [Failure.REFUSED, Failure.REFUSED, Failure.PAUSED]
    assert len(served.asked) == 2


def test_a_sentence_that_does_not_stand_is_no_failure_of_the_server(
    make: Make, served: ModelServer
) -> None:
    served.will(says("Havnsø overtager alt [1]."))
    writer = make(failures=1)

    assert [ask(writer)[1] for _ in range(2)] == [Failure.NOTHING_STANDS] * 2


def test_no_more_than_so_many_wait_at_once(make: Make, served: ModelServer) -> None:
    served.will(hangs(served, f"{GOOD} Engholm"))
    writer = make(at_once=1)
    first = writer.write(CASE.question, [CASE.source])
    next(first)

    assert ask(writer) == ([], Failure.BUSY)
    first.close()  # type: ignore[attr-defined]


def test_the_key_is_sent_and_stands_nowhere_else(
    writer: ModelWriter,
    settings: ModelSettings,
    served: ModelServer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    served.will(status(401, json.dumps({"error": {"message": f"bad key {KEY}"}})))
    caplog.set_level(logging.DEBUG)

    with pytest.raises(ModelFailed) as failed:
        list(writer.write(CASE.question, [CASE.source]))

    assert served.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in f"{failed.value!r} {settings!r} {settings}"
    assert KEY not in caplog.text


def test_nothing_of_this_machine_is_sent_along(
    writer: ModelWriter, served: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    served.will(says(GOOD))

    assert ask(writer) == ([FIRST], None)
    assert not [name for name in served.headers[0] if name.startswith(("x-", "openai", "user-"))]


@pytest.mark.parametrize(
    "url", ["ftp://a/v1", "file:///etc", "a", "http://", "https://u:p@a/v1", "https://a/v1?key=1"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="address of the language model"):
        ModelSettings(url, "m")
