"""What an answer is chosen from: the best passages, those beside them, and their whole items."""

from collections.abc import Sequence

from index import Filters, Hit, Passage, Snapshot, goes_on

BEST = 25  # hits
WITH_NEIGHBOURS = 8  # of them
WHOLE = 2  # items or annexes that are read whole
LONGEST = 20  # passages of what is read whole; an agreement is longer


def pool(state: Snapshot, hits: Sequence[Hit], filters: Filters) -> list[Passage]:
    """The passages to choose from, in reading order."""
    found = {hit.passage.id: hit.passage for hit in hits[:BEST]}
    beside = [hit.passage for hit in hits[:WITH_NEIGHBOURS]]
    items = list(dict.fromkeys(hit.passage.group for hit in hits))[:WHOLE]
    wanted = {one.id + step for one in beside for step in (-1, 1)}
    wanted.update(number for item in items for number in range(item, item + LONGEST + 1))
    read = {one.id: one for one in state.passages(sorted(wanted - found.keys()), filters)}
    known = {**found, **read}
    for passage in beside:
        for step in (-1, 1):
            near = read.get(passage.id + step)
            if near and goes_on(near, passage):
                found[near.id] = near
    for item in items:
        whole = [one for one in known.values() if one.group == item]
        if len(whole) <= LONGEST:
            found.update((one.id, one) for one in whole)
    wanted_section = filters.section
    return [
        one
        for _, one in sorted(found.items())
        if wanted_section is None or one.ref.section == wanted_section
    ]
