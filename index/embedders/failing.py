"""What models, their libraries and services raise, as an error of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from index.errors import ModelUnusable

LONGEST = 200  # characters of what a library says


@contextmanager
def as_unusable(model: str, advice: str = "") -> Iterator[None]:
    """Raise `ModelUnusable` for whatever goes wrong inside: of damaged files nearly anything."""
    try:
        yield
    except ModelUnusable:
        raise
    except Exception as error:
        first = (str(error).strip() or type(error).__name__).splitlines()[0][:LONGEST]
        said = f"cannot be used ({first})"
        raise ModelUnusable(model, "; ".join(filter(None, (said, advice)))) from error
