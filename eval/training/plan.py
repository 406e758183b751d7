"""How much of what is learnt, and how fast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of a training; `words` and `concepts` are `None` where all are learnt."""

    sentences: int  # of Folketinget's debates
    parallel: int  # English-Danish pairs
    words: int | None
    concepts: int | None
    labels: int  # of the fagordbog, in an epoch
    epochs: int
    batch: int
    rate: float
    tuning_epochs: int
    tuning_batch: int
    tuning_rate: float


# Ten minutes of the teacher's reading, then six of training, on one core each.
STANDARD = Plan(
    sentences=14_000,
    parallel=9_000,
    words=None,
    concepts=None,
    labels=26_000,
    epochs=10,
    batch=160,
    rate=2e-3,
    tuning_epochs=8,
    tuning_batch=96,
    tuning_rate=1e-3,
)
# Shows that every step works; what it learns is of no use.
QUICK = Plan(
    sentences=100,
    parallel=100,
    words=200,
    concepts=200,
    labels=500,
    epochs=1,
    batch=64,
    rate=2e-3,
    tuning_epochs=1,
    tuning_batch=32,
    tuning_rate=6e-4,
)
# Meant for half an hour on a GPU; it has not been run yet.
LARGE = Plan(
    sentences=150_000,
    parallel=60_000,
    words=None,
    concepts=None,
    labels=50_000,
    epochs=40,
    batch=1024,
    rate=4e-3,
    tuning_epochs=30,
    tuning_batch=256,
    tuning_rate=1e-3,
)
