"""Every weight of search in one place. A weight of 0 switches its part off.

They were chosen by hand where several sets of questions together did best, each in a range that is
flat, and not by folds. `aftalesvar-eval ablate` shows what each part is worth.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts.

    Of terms: `context` is the share of a passage's surroundings (meeting, item, headings), `part`
    that of a compound's parts, `gram` that of runs of four characters, `concept` that of the
    fagordbog's concepts, `linked` that of concepts linked to one, `statute` that of a paragraph
    of a law, `spelled` that of a word the question may mean, `translated` that of a Danish word
    for an English one. `k1`, `b` and `gram_b` are BM25's (Robertson et al. 1994).

    Of meaning: what the nearness of our own model is worth beside the words' score, `meaning` where
    the question's words stand in no passage together, `meaning_least` where they do.

    Of surroundings: `neighbour` is the share of the neighbours' scores, `item` that of the best of
    the item, `outcome` and `asked_outcome` the same for what a meeting decided, the latter where a
    decision is asked for.

    Of places: `day`, `month`, `year`, `punkt`, `edition`, `kind` are shares of a
    passage's score that agreement with the question adds; `draft`, `annexes`, `front` and
    `recommendation` are factors on drafts (`draft_for_rule` where the question asks what
    applies), lists of annexes, front pages and recommendations of what was decided.
    """

    context: float = 0.5
    part: float = 0.5
    gram: float = 0.3
    concept: float = 1.0
    linked: float = 1.0
    statute: float = 1.0
    spelled: float = 0.7
    translated: float = 1.0
    k1: float = 1.2
    b: float = 0.6
    gram_b: float = 0.75

    meaning: float = 100.0
    meaning_least: float = 8.0

    neighbour: float = 0.1
    item: float = 0.2
    outcome: float = 0.5
    asked_outcome: float = 0.8

    day: float = 0.35
    month: float = 0.30
    year: float = 0.08
    punkt: float = 0.15
    edition: float = 0.2
    kind: float = 0.05
    draft: float = 0.95
    draft_for_rule: float = 0.8
    annexes: float = 0.6
    front: float = 0.8
    recommendation: float = 0.9


STANDARD = Weights()
