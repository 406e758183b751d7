from service.model.breaker import Breaker


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def opened(clock: Clock) -> Breaker:
    breaker = Breaker(2, 30.0, clock)
    breaker.failed()
    breaker.failed()
    return breaker


def test_it_opens_after_failures_in_a_row() -> None:
    assert not opened(Clock()).lets_through()


def test_a_success_between_begins_the_count_anew() -> None:
    breaker = Breaker(2, 30.0, Clock())
    breaker.failed()
    breaker.succeeded()
    breaker.failed()

    assert breaker.lets_through()


def test_after_the_pause_one_call_is_let_through() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 30

    assert [breaker.lets_through(), breaker.lets_through()] == [True, False]


def test_the_trial_closes_it_or_opens_it_again() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 30
    breaker.lets_through()
    breaker.failed()
    assert not breaker.lets_through()

    clock.now += 30
    breaker.lets_through()
    breaker.succeeded()
    assert [breaker.lets_through(), breaker.lets_through()] == [True, True]


def test_a_trial_nobody_waited_for_leaves_room_for_another() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 30
    breaker.lets_through()
    breaker.left()

    assert breaker.lets_through()
