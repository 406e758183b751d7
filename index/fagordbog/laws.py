"""The names of laws among the concepts."""

import re
from collections.abc import Iterable

from index.fagordbog.concept import Concept, Kind, Label

LAW = re.compile(r"(?:lov|loven)$", re.IGNORECASE)
OFFICIAL = (Kind.PREFERRED, Kind.PROFESSIONAL, Kind.ABBREVIATION)


def names_of_laws(concepts: Iterable[Concept]) -> dict[str, str]:
    """The words for each law among the concepts, lower case, with the law's term."""
    return {
        label.text.casefold(): concept.term
        for concept in concepts
        if LAW.search(concept.preferred.text)
        for label in (concept.preferred, *concept.labels)
        if label.kind in OFFICIAL and not label.ambiguous and _is_name(label)
    }


def _is_name(label: Label) -> bool:
    """Whether a word for a law is its name and not what the law is about."""
    named = label.kind is Kind.ABBREVIATION or "lov" in label.text.casefold()
    return named and "§" not in label.text
