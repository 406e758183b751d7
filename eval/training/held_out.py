"""How well the texts are found that the training never saw."""

from collections.abc import Callable, Sequence

import numpy as np

from eval.training.pairs import Pair
from eval.training.student import Array


def mrr(embed: Callable[[Sequence[str]], Array], pairs: Sequence[Pair]) -> float:
    """The mean of 1 / the rank of a question's own text among all texts of `pairs`."""
    texts = embed([pair.text for pair in pairs])
    owners = [number for number, pair in enumerate(pairs) for _ in pair.questions]
    scores = embed([question for pair in pairs for question in pair.questions]) @ texts.T
    own = scores[np.arange(len(owners)), owners]
    return float((1 / (1 + (scores > own[:, None]).sum(1))).mean())
