"""Figures of systems side by side."""

from dataclasses import replace

import pytest

from eval.bench.figures import HEADS, Figures, Latency, figures, latency, rows

OURS = Figures(
    name="ours",
    passages=1000,
    build=2.0,
    disk=4e6,
    build_memory=80e6,
    open=0.25,
    search_memory=100e6,
    plain=Latency(0.001, 0.002, 0.004),
    filtered=Latency(0.001, 0.003, 0.004),
    questions=Latency(0.002, 0.012, 0.004),
)


def test_the_latency_is_that_of_the_warm_rounds() -> None:
    found = latency({"cold": [0.5, 0.7, 0.9], "warm": [n / 1000 for n in range(1, 101)]})

    assert found == Latency(p50=0.0505, p99=pytest.approx(0.09999), first=0.7)


def test_ours_stands_alone_and_others_as_times_ours() -> None:
    other = replace(OURS, name="other", build=1.0, plain=Latency(0.03, 0.1, 0.1))

    first, second = rows([OURS, other])

    assert first[:3] == ["ours", "2.00", "4.0"]
    assert first[6] == "1.00 / 2.00"
    assert second[1] == "1.00 (0.50×)"
    assert second[6] == "30.0 / 100 (30×)"
    assert len(first) == len(second) == len(HEADS)


def test_a_system_without_filters_has_no_figure_for_them() -> None:
    other = replace(OURS, name="other", filtered=None)

    assert rows([OURS, other])[1][7] == "–"


def test_figures_are_put_together_from_both_steps() -> None:
    times = {"cold": [0.004, 0.004], "warm": [0.001, 0.001]}
    built = {"passages": 1000, "build": 2.0, "disk": 4e6, "memory": 80e6}
    searched = {"open": 0.25, "memory": 100e6, "plain": times, "filtered": None, "questions": times}

    found = figures("ours", built, searched)

    same = Latency(0.001, 0.001, 0.004)
    assert found == replace(OURS, plain=same, filtered=None, questions=same)
