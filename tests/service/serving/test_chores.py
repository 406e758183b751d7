"""What is done from time to time while the service runs."""

import threading

import pytest

from service.serving.chores import repeated

PATIENCE = 10  # seconds


def test_a_chore_is_done_at_once_and_again() -> None:
    done = threading.Semaphore(0)

    with repeated(lambda: done.release(), seconds=0.01):
        assert done.acquire(timeout=PATIENCE)
        assert done.acquire(timeout=PATIENCE)


def test_a_chore_that_fails_is_logged_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    tried = threading.Semaphore(0)

    def fail() -> None:
        tried.release()
        raise OSError("disk")

    with repeated(fail, seconds=0.01):
        assert tried.acquire(timeout=PATIENCE)
        assert tried.acquire(timeout=PATIENCE)

    assert "could not be deleted" in caplog.text


def test_a_chore_ends_with_the_service() -> None:
    before = threading.active_count()

    with repeated(lambda: None, seconds=60):
        assert threading.active_count() == before + 1

    assert threading.active_count() == before
