"""Which paragraphs are headings, and how high they stand."""

from collections.abc import Iterable, Iterator

from ingest.readers.pdf.paragraphs import LARGER, Printed, Setting, rounded

MAX_HEADING = 160  # characters
LEVELS = 6


def rank(lines: list[Printed], setting: Setting) -> None:
    """Give headings their levels: the larger, the higher; then those that are only bold."""
    groups = list(_paragraphs(lines))
    heads = [group for group in groups if _is_heading(group, setting)]
    sizes = {rounded(group[0].size) for group in heads}
    larger = sorted((s for s in sizes if s > LARGER * setting.size), reverse=True)
    levels = {size: min(number, LEVELS) for number, size in enumerate(larger, 1)}
    bold = min(len(larger) + 1, LEVELS)
    for group in heads:
        for line in group:
            line.level = levels.get(rounded(line.size), bold)


def _paragraphs(lines: Iterable[Printed]) -> Iterator[list[Printed]]:
    group: list[Printed] = []
    for line in lines:
        if line.furniture:
            continue
        if group and not line.joins:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_heading(group: list[Printed], setting: Setting) -> bool:
    first = group[0]
    text = " ".join(line.plain for line in group)
    if not first.body or len(text) > MAX_HEADING or not any(map(str.isalpha, text)):
        return False
    if rounded(first.size) > LARGER * setting.size:
        return True
    bold = all(line.bold for line in group) and not setting.bold
    return bold and first.size >= setting.size * 0.95 and not text.endswith((".", ",", ";"))
