"""The fagordbog: the concepts of the field and the words people use for them.

Its SKOS form is in `skos`, apart, as reading RDF takes a package that searching does not need.
"""

from index.fagordbog.book import Book
from index.fagordbog.concept import Concept, Kind, Label, Relation
from index.fagordbog.house import Checked, HouseBook, checked, in_use, own_texts, seen
from index.fagordbog.text import Problem, lines, written

__all__ = [
    "Book",
    "Checked",
    "Concept",
    "HouseBook",
    "Kind",
    "Label",
    "Problem",
    "Relation",
    "checked",
    "in_use",
    "lines",
    "own_texts",
    "seen",
    "written",
]
