"""What an update did to the files, told for a `Report`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from index.collect import Look, shown
from index.kept import content
from index.ledger import Known, Ledger
from index.report import Failure, Renamed, Report
from ingest.formats import FORMATS
from ingest.personal import masked_name


def told(
    looks: Sequence[Look],
    settled: Sequence[tuple[list[str], list[str], dict[str, str]]],
    after: Ledger,
) -> Report:
    """What was done to the files, without what is known only when the index is made."""
    done: dict[str, list[str]] = defaultdict(list)
    moved: list[Renamed] = []
    ignored: list[Failure] = []
    for look, (gone, withheld, moves) in zip(looks, settled, strict=True):
        done["removed"] += gone
        done["withheld"] += withheld
        moved += [Renamed(new, old) for new, old in sorted(moves.items())]
        for name, known in sorted(look.now.items()):
            if name in moves or name in withheld:
                continue
            done[_change(look.before.get(name), known)].append(name)
        if look.listing:
            ignored += [
                Failure(shown(one.name), one.code, masked_name(one.message), kept=False)
                for one in look.listing.skipped
            ]
    unreached = tuple(
        Failure(look.source.id, "unreached", look.problem, kept=bool(look.before))
        for look in looks
        if look.problem
    )
    return Report(
        "",
        added=tuple(done["added"]),
        changed=tuple(done["changed"]),
        moved=tuple(moved),
        removed=tuple(done["removed"]),
        unchanged=tuple(done["unchanged"]),
        duplicates=tuple(_duplicates(after)),
        ignored=tuple(ignored),
        unreached=unreached,
        withheld=tuple(done["withheld"]),
    )


def _change(before: Known | None, now: Known) -> str:
    if now.parsed is None:
        return "quarantined"
    if before is None or before.parsed is None:
        return "added"
    return "unchanged" if content(before) == content(now) else "changed"


def _duplicates(ledger: Ledger) -> Iterator[Renamed]:
    first: dict[str, str] = {}
    for name, known in ledger.files():
        if known.parsed and first.setdefault(known.id, name) != name:
            yield Renamed(name, first[known.id])


def nothing(report: Report) -> str:
    """Why there is nothing to index."""
    known = ", ".join(FORMATS)
    failures = report.failures
    if failures:
        return f"none of the {len(failures)} files could be read: {failures[0].message}"
    if report.held:
        return (
            f"all {len(report.held)} documents are held back for CPR numbers; read them, then let "
            "them in with 'aftalesvar release FILE'"
        )
    if report.ignored:
        return (
            f"the sources hold {len(report.ignored)} files, none of a known type ({known}); "
            f"the first is {report.ignored[0].file}"
        )
    return f"the sources are empty; put documents ({known}) in them"
