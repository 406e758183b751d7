"""The whole way from what we wrote down to a model."""

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from eval.training.distil import Lessons, distil
from eval.training.export import export
from eval.training.held_out import mrr
from eval.training.lessons import Learnt, Source, Told, learnt
from eval.training.pairs import Pair
from eval.training.student import LONGEST, SIZE, Student
from eval.training.tune import tune
from index.meaning import OwnEmbedder


def train(
    learn: Sequence[Pair],
    held_out: Sequence[Pair],
    source: Source,
    seed: int,
    out: Path,
    told: Told,
) -> None:
    """Write a model to `out` that learnt from `learn`; `told` hears how it does on the others."""
    torch.manual_seed(seed)
    known = learnt(learn, source, random.Random(seed), told)
    units = known.vocabulary.units
    student = _student(known, units.count)
    distil(student, _joined(known.sentences, known.others), source.plan, seed, told)
    if held_out:
        found = mrr(lambda texts: student.vectors([units.of(t, LONGEST) for t in texts]), held_out)
        told(f"held out {len(held_out)} texts: MRR {found:.3f} before tuning")
    tune(student, learn, units, (known.sentences, known.others), source.plan, seed, told)
    export(student, known.vocabulary, out)
    if held_out:
        model = OwnEmbedder(out)
        found = mrr(lambda texts: np.array(model.embed_passages(texts), np.float32), held_out)
        told(f"held out {len(held_out)} texts: MRR {found:.3f} after tuning, as exported")
    told(f"{units.count} units, {out.stat().st_size / 1e6:.1f} MB")


def _student(known: Learnt, units: int) -> Student:
    """A student to whom words with a gloss look like their meaning from the start."""
    student = Student(units)
    with torch.no_grad():
        for number, word in enumerate(known.vocabulary.words, 1):
            if word in known.first:
                student.units.weight[number] = torch.from_numpy(known.first[word][:SIZE])
    return student.to("cuda" if torch.cuda.is_available() else "cpu")


def _joined(one: Lessons, other: Lessons) -> Lessons:
    return Lessons(
        [*one.texts, *other.texts],
        np.concatenate([one.targets, other.targets]),
        np.concatenate([one.shares, other.shares]),
    )
