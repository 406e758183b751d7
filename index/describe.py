"""A passage as what it is found by: its words, the concepts it names, the laws it cites."""

from dataclasses import dataclass

from index.analysis import Analyzer, Lengths, vector
from index.concepts import written
from index.fagordbog.matcher import Matcher
from index.passage import Passage
from index.statutes import Statutes
from index.weights import STANDARD, Weights


def concept_term(number: int) -> str:
    """The term a concept has in sparse vectors."""
    return f"={number}"


@dataclass(frozen=True, slots=True)
class Describer:
    """Makes the sparse vectors of one audience's passages; `mean` are their mean lengths."""

    analyzer: Analyzer
    matcher: Matcher
    statutes: Statutes
    mean: Lengths
    weights: Weights = STANDARD

    def vector(self, passage: Passage) -> dict[int, float]:
        """The passage's sparse vector; what only surrounds it counts for less."""
        text, around = passage.text, passage.context
        terms = self.analyzer.document_terms(text, around, self.mean)
        for said, share in ((around, self.weights.context), (text, 1.0)):
            if self.weights.concept:
                for number, sure in written(self.matcher, said).items():
                    term = concept_term(number)
                    terms[term] = max(terms.get(term, 0.0), share * sure)
            for cited in self.statutes.cited(said) if self.weights.statute else ():
                terms[cited.term] = max(terms.get(cited.term, 0.0), share)
        return vector(terms)
