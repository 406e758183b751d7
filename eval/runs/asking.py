"""A set asked, question by question, into a folder; one that was stopped is gone on with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eval.errors import BadRun, Broken
from eval.runs.about import About, Product
from eval.runs.asked_set import Questions
from eval.runs.folder import Run, read
from eval.runs.port import Answering, Came, Put
from eval.runs.recording import Recording, recording
from eval.runs.surroundings import machine, versions

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Way:
    """How a set is asked: anew, and whether a question that ends in an error ends the run."""

    fresh: bool = False
    keep_going: bool = False
    workers: int = 1


def asked(
    answering: Answering, questions: Questions, folder: Path, way: Way, progress: Progress
) -> Run:
    """The run in `folder`, all of its questions asked.

    Raises `BadRun` where the folder has another one, and `Broken` where answering ends; what was
    answered until then is kept, and is not asked again.
    """
    product = answering.product()
    about = About(
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        asked=questions.asked,
        product=product,
        machine=machine(),
        versions=versions(),
        workers=way.workers,
    )
    with recording(folder, about, questions.data, fresh=way.fresh) as record:
        _know(answering, questions, record)
        _ask(answering, questions, record, way, progress)
    return read(folder)


def _know(answering: Answering, questions: Questions, record: Recording) -> None:
    """Keep the texts of the documents that the set names; raises `BadRun` where none is here."""
    named = {one.document for item in questions.items for one in item.references}
    for document in sorted(named):
        if not record.has(document):
            record.keep(document, answering.text(document))
    if named and named <= set(record.unknown):
        raise BadRun(
            f"none of the documents that {questions.name} is about is in the index "
            f"({', '.join(sorted(named)[:5])} …); give the --home or --documents that it is about"
        )


def _ask(
    answering: Answering, questions: Questions, record: Recording, way: Way, progress: Progress
) -> None:
    left = {i.id: i.question for i in questions.items if i.id not in record.answered}
    total = len(questions.items)
    product = answering.product()
    progress(total - len(left), total)
    puts = [Put(id_, question) for id_, question in left.items()]
    for done, came in enumerate(answering.ask(puts), total - len(left) + 1):
        _same_index(came, product)
        if came.error and not way.keep_going:
            raise Broken(_stopped(came))
        _keep_cited(answering, came, record)
        record.add(came, left[came.id])
        progress(done, total)


def _same_index(came: Came, product: Product) -> None:
    """Raise `Broken` where an answer is from a newer index than the first ones."""
    generation = (came.row or {}).get("generation", product.generation)
    if generation != product.generation:
        raise Broken(
            f"the index changed while it was asked (from {product.generation} to {generation}); "
            "begin again with --fresh while nothing updates it"
        )


def _stopped(came: Came) -> str:
    return (
        f"the question '{came.id}' ended in an error: {came.error}; run the same command again to "
        "go on, with --keep-going to note such errors and ask the rest"
    )


def _keep_cited(answering: Answering, came: Came, record: Recording) -> None:
    """Keep the texts that a quote is looked up in, before the answer that has it."""
    cited: Sequence[dict[str, str]] = (came.row or {}).get("citations", ())
    for document in dict.fromkeys(one["document"] for one in cited):
        if not record.has(document):
            record.keep(document, answering.text(document))
