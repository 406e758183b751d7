"""`python -m eval.training --materials FOLDER --out model.npz`: train the model of meaning."""

from argparse import ArgumentParser
from pathlib import Path

import torch

from eval.training import pairs
from eval.training.lessons import Source
from eval.training.plan import LARGE, QUICK, STANDARD
from eval.training.teacher import Teacher
from eval.training.training import train

FEW = 60  # pairs of a quick training


def main() -> None:
    """Train as the command line says."""
    parser = ArgumentParser(prog="python -m eval.training", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the model's file, .npz")
    parser.add_argument("--materials", type=Path, help="folder with the debates and parallel text")
    parser.add_argument("--cache", type=Path, help="file that keeps the teacher's vectors, .npz")
    parser.add_argument("--held-out", type=float, default=0.1, help="share of the pairs, or 0")
    parser.add_argument("--quick", action="store_true", help="show that every step works")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    known = pairs.read()[: FEW if asked.quick else None]
    learn, held_out = pairs.split(known, asked.held_out, asked.seed)
    plan = QUICK if asked.quick else LARGE if torch.cuda.is_available() else STANDARD
    source = Source(asked.materials, Teacher(asked.cache), plan)
    train(learn, held_out, source, asked.seed, asked.out, _told)


def _told(said: str) -> None:
    print(said, flush=True)


if __name__ == "__main__":
    main()
