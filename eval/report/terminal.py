"""A run, and two runs side by side, as tables in a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from eval import texts
from eval.report.case import Case
from eval.report.changes import Change
from eval.report.comparison import Compared
from eval.report.comparison_page import lines, verdict
from eval.report.figures import Figure, grouped
from eval.report.kinds import Kind, kinds
from eval.report.told import Told
from eval.report.verdict import verdict as of_run
from eval.report.worst import worst

WORST = 5


def show(parts: Iterable[RenderableType]) -> None:
    """Print the parts, as wide as they are where the output is no terminal."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=160)
    for part in parts:
        console.print(part)
        console.print()


def report(told: Told) -> list[RenderableType]:
    """The verdict, all measures, the types, and the worst cases."""
    if not told.cases:
        return [Text(texts.EMPTY)]
    found = kinds(told.cases, told.measures)
    said = [Text(f"{line.count} {line.said}") for line in of_run(told.cases)]
    return [Group(*said), measures(found[0].figures), types(found), cases(worst(told.cases, WORST))]


def comparison(found: Compared) -> list[RenderableType]:
    """The verdict, the measures before and after, and the questions that changed."""
    said = [Text(f"{line.count} {line.said}".strip()) for line in lines(found)]
    changed = [
        changes(texts.GOT_WORSE, found.stepped(-1)),
        changes(texts.GOT_BETTER, found.stepped(1)),
    ]
    return [Group(Text(verdict(found)), *said), _moved(found), *changed]


def measures(figures: Sequence[Figure]) -> Table:
    """A line a measure, those without a figure left out."""
    made = _table(
        texts.MEASURES, texts.MEASURE, texts.FIGURE, texts.INTERVAL, "n", texts.BETTER_NAME
    )
    for _, found in grouped([one for one in figures if one.n]):
        made.add_section()
        for one in found:
            name = Text.assemble(one.name, (f"  {one.measure.name}", "dim"))
            made.add_row(
                name, one.value, one.interval, str(one.n), texts.BETTER_SHORT[one.measure.better]
            )
    return made


def types(found: Sequence[Kind]) -> Table:
    """A line a type, with the measures that tell most."""
    headings = [one.name for one in found[0].headline if one.n]
    made = _table(texts.BY_TYPE, texts.TYPE, texts.FINE_NAME, *headings)
    for kind in found:
        said = texts.PART_OF.format(part=kind.fine, whole=len(kind.cases))
        shown = [one for one, of in zip(kind.headline, found[0].headline, strict=True) if of.n]
        made.add_row(Text(kind.name), said, *(_figure(one) for one in shown))
    return made


def cases(found: Sequence[Case]) -> Table:
    """A line each: the question, and why it failed."""
    made = Table(title=texts.WORST, title_justify="left")
    for name in (texts.ID, texts.QUESTION, texts.REASON):
        made.add_column(name, overflow="fold")
    for case in found:
        why = case.reasons[0].said if case.reasons else texts.FATES[case.fate]
        made.add_row(Text(case.item.id), Text(case.item.question), Text(why))
    return made


def changes(title: str, found: Sequence[Change]) -> RenderableType:
    """A line a question: what changed."""
    if not found:
        return Text(f"{title}: 0")
    made = Table(title=f"{title} ({len(found)})", title_justify="left")
    for name in (texts.ID, texts.QUESTION, texts.CHANGED):
        made.add_column(name, overflow="fold")
    for one in found:
        item = one.after.item
        made.add_row(Text(item.id), Text(item.question), Text("\n".join(one.said)))
    return made


def _moved(found: Compared) -> Table:
    made = _table(texts.CHANGES, texts.MEASURE, *texts.COMPARED_COLUMNS, texts.JUDGED)
    for one in found.moved:
        name = Text.assemble(one.name, (f"  {one.measure.name}", "dim"))
        made.add_row(name, *one.figures, texts.JUDGEMENTS[one.judged])
    return made


def _figure(one: Figure) -> str:
    return f"{one.value} ({one.interval})" if one.n else texts.NONE


def _table(title: str, first: str, *figures: str) -> Table:
    made = Table(title=title, title_justify="left")
    made.add_column(first, overflow="fold")
    for name in figures:
        made.add_column(name, justify="right", overflow="fold")
    return made
