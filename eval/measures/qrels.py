"""Rankings of judged entries, measured as the field does: by trec_eval, through ir-measures."""

from collections.abc import Mapping, Sequence

from ir_measures import RR, R, iter_calc, nDCG

JUDGED = (nDCG @ 10, R @ 10, RR @ 10)

Relevant = Mapping[str, Mapping[str, int]]
Ranked = Mapping[str, Sequence[str]]


def judged(relevant: Relevant, ranked: Ranked) -> dict[str, list[float]]:
    """nDCG@10, R@10 and RR@10 of the questions of `relevant` in order.

    `relevant` has the grades of the entries of each question, `ranked` its entries best first; a
    question that nothing was found for has 0.
    """
    run = {id_: {entry: -float(n) for n, entry in enumerate(ids)} for id_, ids in ranked.items()}
    found = {(str(m.measure), m.query_id): m.value for m in iter_calc(JUDGED, relevant, run)}
    return {name: [found.get((name, id_), 0.0) for id_ in relevant] for name in map(str, JUDGED)}
