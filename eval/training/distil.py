"""The student learns to say in Danish what the teacher says in English (Reimers, Gurevych 2020)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from eval.training.plan import Plan
from eval.training.rate import rate
from eval.training.student import Array, Student, Text

NEAR = 2.0  # how much the nearness to the own target counts,
APART = 0.3  # and the distance to the targets of others (InfoNCE)
TEMPERATURE = 0.05
SAME = 0.95  # targets nearer than this are one thing, which nobody is to tell apart
RISE = 100  # steps
JITTER = 4  # tokens; texts of about one length are a batch, but not always the same ones
DECAY = 0.01


@dataclass(frozen=True, slots=True)
class Lessons:
    """Texts as units, what the student is to say of each, and the share of epochs it is met in."""

    texts: Sequence[Text]
    targets: Array
    shares: Array

    def batches(self, size: int, rng: np.random.Generator) -> list[list[int]]:
        """The numbers of an epoch's texts in batches."""
        lengths = np.array([len(text) for text in self.texts])
        met = np.flatnonzero(rng.random(len(self.texts)) < self.shares)
        order = met[np.argsort(lengths[met] + rng.random(len(met)) * JITTER, kind="stable")]
        found = [order[start : start + size].tolist() for start in range(0, len(order), size)]
        rng.shuffle(found)
        return found


def distil(
    student: Student, lessons: Lessons, plan: Plan, seed: int, told: Callable[[str], None]
) -> None:
    """Train `student`; `told` hears how near it comes to its targets."""
    rng = np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(
        student.parameters(), lr=plan.rate, weight_decay=DECAY, fused=True
    )
    device = student.positions.device
    targets = torch.from_numpy(lessons.targets).to(device)
    step = 0
    student.train()
    for epoch in range(plan.epochs):
        near = []
        batches = lessons.batches(plan.batch, rng)
        for batch in batches:
            for group in optimizer.param_groups:
                group["lr"] = rate(plan.rate, step, plan.epochs * len(batches), RISE)
            said, wanted = student([lessons.texts[n] for n in batch]), targets[batch]
            cosine = (said * wanted).sum(1).mean()
            loss = NEAR * (1 - cosine) + APART * _apart(said, wanted)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            optimizer.step()
            near.append(cosine.item())
            step += 1
        told(f"distil {epoch + 1}/{plan.epochs}: cosine {np.mean(near):.3f}")


def _apart(said: Tensor, wanted: Tensor) -> Tensor:
    """The cross entropy of telling one's own target from those of others."""
    own = torch.eye(len(said), dtype=torch.bool, device=said.device)
    same = (wanted @ wanted.T > SAME) & ~own
    scored = (said @ wanted.T / TEMPERATURE).masked_fill(same, -1e4)
    return functional.cross_entropy(scored, torch.arange(len(said), device=said.device))
