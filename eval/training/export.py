"""The trained student as the file the product reads: rows of units in int8, the rest in float16."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.training.student import HEADS, Student
from eval.training.vocabulary import Vocabulary

LEVELS = 127
# The product's names for torch's.
WEIGHTS = {
    "positions": "positions",
    "first": "first.weight",
    "first_bias": "first.bias",
    "pool": "pool.weight",
    "pool_bias": "pool.bias",
    "out": "out.weight",
    "out_bias": "out.bias",
}
OF_LAYER = {
    "attend": "self_attn.in_proj_weight",
    "attend_bias": "self_attn.in_proj_bias",
    "project": "self_attn.out_proj.weight",
    "project_bias": "self_attn.out_proj.bias",
    "widen": "linear1.weight",
    "widen_bias": "linear1.bias",
    "narrow": "linear2.weight",
    "narrow_bias": "linear2.bias",
    "before": "norm1.weight",
    "before_bias": "norm1.bias",
    "between": "norm2.weight",
    "between_bias": "norm2.bias",
}


def names(layers: int) -> dict[str, str]:
    """The product's name of every weight that is kept in float16, with torch's."""
    inner = {
        f"layer.{number}.{ours}": f"layers.{number}.{theirs}"
        for number in range(layers)
        for ours, theirs in OF_LAYER.items()
    }
    return WEIGHTS | inner


def export(student: Student, vocabulary: Vocabulary, path: Path) -> None:
    """Write the model to `path`."""
    state = {name: value.cpu().numpy() for name, value in student.state_dict().items()}
    units = state["units.weight"]
    # As the product reads them: rounded first, so that each row is the nearest it can be.
    scales = (np.maximum(np.abs(units).max(1), 1e-4) / LEVELS).astype(np.float16)
    rows = np.round(units / scales[:, None].astype(np.float32)).clip(-LEVELS, LEVELS)
    arrays: dict[str, Any] = {
        "units": rows.astype(np.int8),
        "scales": scales,
        "heads": np.array([HEADS], np.int8),
        "words": _bytes("\n".join(vocabulary.words)),
        "parts": _bytes("\n".join(f"{word} {n}" for word, n in vocabulary.parts.items())),
    }
    for ours, theirs in names(len(student.layers)).items():
        arrays[ours] = state[theirs].astype(np.float16)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)
