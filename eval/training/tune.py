"""The student learns which text answers a question, without forgetting what words mean."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from eval.training.distil import DECAY, Lessons
from eval.training.pairs import Pair
from eval.training.plan import Plan
from eval.training.rate import rate
from eval.training.student import Student, Text
from index.meaning.units import Units

# Milder than in distillation: at 0.05 the held-out texts are found worse again after four epochs.
TEMPERATURE = 0.1
RISE = 20  # steps
EACH = 2  # questions of a text in a step
SENTENCES, OTHERS = 96, 160  # lessons kept up in a step
KEEP = 1.0  # how much they count


def tune(
    student: Student,
    pairs: Sequence[Pair],
    units: Units,
    kept_up: tuple[Lessons, Lessons],
    plan: Plan,
    seed: int,
    told: Callable[[str], None],
) -> None:
    """Train `student` on `pairs`; `kept_up` are the sentences and the other lessons it had."""
    rng = np.random.default_rng(seed)
    longest = len(student.positions)
    texts = [units.of(pair.text, longest) for pair in pairs]
    questions = [[units.of(each, longest) for each in pair.questions] for pair in pairs]
    optimizer = torch.optim.AdamW(
        student.parameters(), lr=plan.tuning_rate, weight_decay=DECAY, fused=True
    )
    size = min(plan.tuning_batch, len(pairs))
    steps = plan.tuning_epochs * (len(pairs) // size)
    step = 0
    student.train()
    for epoch in range(plan.tuning_epochs):
        losses = []
        for batch in rng.permutation(len(pairs))[: len(pairs) // size * size].reshape(-1, size):
            for group in optimizer.param_groups:
                group["lr"] = rate(plan.tuning_rate, step, steps, RISE)
            asked = [_some(questions[n], rng) for n in batch for _ in range(EACH)]
            loss = _told_apart(student([texts[n] for n in batch]), student(asked))
            kept = [
                _forgotten(student, lessons, count, rng)
                for lessons, count in zip(kept_up, (SENTENCES, OTHERS), strict=True)
            ]
            optimizer.zero_grad()
            torch.autograd.backward(torch.stack([loss, *(KEEP * each for each in kept)]).sum())
            optimizer.step()
            losses.append(loss.item())
            step += 1
        told(f"tune {epoch + 1}/{plan.tuning_epochs}: loss {np.mean(losses):.3f}")


def _some(questions: Sequence[Text], rng: np.random.Generator) -> Text:
    return questions[int(rng.integers(len(questions)))]


def _told_apart(texts: Tensor, questions: Tensor) -> Tensor:
    """The cross entropy of finding a question's text among the others, and the other way."""
    own = torch.arange(len(texts), device=texts.device)
    found = []
    for each in range(EACH):
        scored = questions[each::EACH] @ texts.T / TEMPERATURE
        found += [functional.cross_entropy(scored, own), functional.cross_entropy(scored.T, own)]
    return torch.stack(found).mean()


def _forgotten(student: Student, lessons: Lessons, count: int, rng: np.random.Generator) -> Tensor:
    """How far the student has gone from the targets of some of its lessons."""
    some = rng.choice(len(lessons.texts), min(count, len(lessons.texts)), replace=False)
    said = student([lessons.texts[n] for n in some])
    wanted = torch.from_numpy(lessons.targets[some]).to(said.device)
    far: Tensor = 1 - (said * wanted).sum(1).mean()
    return far
