"""The learning rate of a step: a short rise, then a straight fall."""

LEAST = 0.05  # of the highest rate, at the end


def rate(highest: float, step: int, steps: int, rise: int) -> float:
    """The rate at `step` of `steps`, of which the first `rise` climb to the highest."""
    return highest * min(1.0, (step + 1) / rise) * max(LEAST, 1 - step / steps)
