"""Which bodies of the collection a question means by the name it gives one."""

import re
from collections.abc import Iterable

from index import Filters, Paper, Snapshot, Visibility, words

# Whoever asks means the bodies whose meetings are here.
ANY = frozenset(
    """i vi du man de der gruppen udvalget rådet styregruppen styregruppe møderne parterne we you
    they the group committee""".split()
)
LETTERS = re.compile(r"[^\W\d_]+")


def of_body(
    called: str, papers: Iterable[Paper], state: Snapshot, allowed: frozenset[Visibility]
) -> frozenset[str] | None:
    """The bodies meant by `called`; `None` where that is any of them, none where it is unknown.

    A body is called by words of its name, by its initials, or by what the documents shorten it to.
    """
    if called.casefold().removeprefix("the ") in ANY:
        return None
    known = {paper.body for paper in papers if paper.body and paper.held}
    meant = [called]
    meant += [m.term for m in state.asked(called, Filters(visibility=allowed)).concepts]
    return frozenset(body for body in known if any(_is_called(body, name) for name in meant))


def _is_called(body: str, name: str) -> bool:
    initials = "".join(word[0] for word in LETTERS.findall(body)).casefold()
    asked = set(words(name))
    return bool(asked) and (asked <= set(words(body)) or name.casefold().rstrip("s'’") == initials)
