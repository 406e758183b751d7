"""What was asked of what: the facts at the foot of a report."""

from dataclasses import dataclass
from datetime import datetime

from eval import texts
from eval.report import said
from eval.runs.folder import Run


@dataclass(frozen=True, slots=True)
class Subject:
    """The facts, and the settings that the answers were made with, each a name and its value."""

    facts: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]


def subject(run: Run) -> Subject:
    """The facts of a run."""
    product = run.about.product
    facts = {
        texts.SET: run.about.asked.name,
        texts.COUNTED: count(run),
        texts.MADE: said.moment(datetime.fromisoformat(run.about.when)),
        texts.GENERATION: product.generation,
        texts.DOCUMENTS: texts.DOCUMENTS_SAID.format(
            documents=said.number(product.documents), passages=said.number(product.passages)
        ),
        texts.HOW: product.how,
        texts.CODE: " · ".join(filter(None, (product.version, product.code))) or texts.NOT_SAID,
        texts.MACHINE: run.about.machine,
    }
    settings = sorted((product.settings or {}).items())
    return Subject(tuple(facts.items()), tuple((name, _value(value)) for name, value in settings))


def asked(run: Run) -> str:
    """The set and the day in one line."""
    when = said.moment(datetime.fromisoformat(run.about.when))
    return texts.OF_SET.format(set=run.about.asked.name, when=when)


def count(run: Run) -> str:
    """How many questions were asked, and of which kinds."""
    answerable = sum(pair.item.answerable for pair in run.pairs)
    told = texts.COUNT.format(
        all=len(run.records), answerable=answerable, unanswerable=len(run.records) - answerable
    )
    left = len(run.items) - len(run.records)
    return told + texts.NOT_ASKED.format(n=left) if left else told


def _value(value: str | int | None) -> str:
    return texts.NOT_SET if value is None else str(value)
