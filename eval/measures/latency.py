"""How long a person waits for the whole answer."""

from eval.measures.measure import Measure, Pair


def of(pair: Pair) -> float | None:
    """Seconds of wall clock; `None` where the run did not take the time.

    Machines differ and are shared: compare figures of one machine.
    """
    return pair.record.seconds


LATENCY = Measure("latency", "Time until the whole answer is there.", "seconds", -1, of)
