"""From a crawl to a listing: what is listed, what stays as it was, and what is gone."""

from collections import Counter
from dataclasses import replace

from ingest.sources.source import Entry, Listing, Skipped
from ingest.sources.web.crawl import Outcome
from ingest.sources.web.errors import GONE, PASSING, FetchError
from ingest.sources.web.kept import Kept, Record
from ingest.sources.web.names import name_of
from ingest.sources.web.site import Scope

MOST_AT_ONCE = 0.5  # of the known documents; where more fail or go, the site is not itself


def listing(outcome: Outcome, kept: Kept, scope: Scope, known: frozenset[str]) -> Listing:
    """What the source holds after a crawl with this outcome; `known` were kept before it.

    A known document that could not be had stays an entry with its old copy, and is in `failed`.
    """
    fates = _fates(outcome, scope, known)
    skipped: list[Skipped] = []
    failed: list[Skipped] = []
    for url, error in sorted({**_new_errors(outcome, known), **fates}.items()):
        stays = error.code not in GONE if url in known else error.code in PASSING
        (failed if stays else skipped).append(_told(kept, url, error))
    for url in known - outcome.given:
        if url not in fates or fates[url].code in GONE:
            kept.drop(url)
    entries = _entries(kept)
    kept.sweep()
    return Listing(entries, (*skipped, *_limits(outcome)), tuple(failed))


def _new_errors(outcome: Outcome, known: frozenset[str]) -> dict[str, FetchError]:
    """Of pages never kept; a start page that is outside the patterns is as it should be."""
    return {
        url: error
        for url, error in outcome.errors.items()
        if url not in known and error.code != "outside"
    }


def _fates(outcome: Outcome, scope: Scope, known: frozenset[str]) -> dict[str, FetchError]:
    """Why known documents are not given anew; those that are, or go on elsewhere, are not in it."""
    arrivals = Counter(outcome.moved[url] for url in known if url in outcome.moved)
    fates = {}
    for url in sorted(known):
        error = _fate(url, outcome, scope, known, arrivals)
        if error:
            fates[url] = error
    outside = sum(error.code == "outside" for error in fates.values())
    if len(fates) - outside > MOST_AT_ONCE * (len(known) - outside):
        return {url: _doubted(url, error) for url, error in fates.items()}
    return fates


def _fate(
    url: str, outcome: Outcome, scope: Scope, known: frozenset[str], arrivals: Counter[str]
) -> FetchError | None:
    if url in outcome.errors:
        return outcome.errors[url]
    if url in outcome.moved:
        target = outcome.moved[url]
        # Many pages that all lead to one, or to a page there was before, have not moved there.
        if target in known or arrivals[target] > 1:
            return FetchError("moved", f"{url}: leads to {target} now")
        return None
    if url in outcome.given:
        return None
    return FetchError("outside", f"{url}: is outside what the settings want")


def _doubted(url: str, error: FetchError) -> FetchError:
    """Too much is gone at once to believe it."""
    if error.code not in GONE or error.code == "outside":
        return error
    return FetchError(
        "site_shrunk",
        f"{error}; more than half of the site's documents failed or went at once, so it is kept. "
        "If they are gone for good, remove the source and add it again",
    )


def _told(kept: Kept, url: str, error: FetchError) -> Skipped:
    record = kept.records.get(url)
    name = (record.name if record else "") or name_of(url, "")
    return Skipped(name, error.code, str(error))


def _limits(outcome: Outcome) -> list[Skipped]:
    told = [
        Skipped(shape, "many_alike", f"{shape}: {count} more pages of this shape were not read")
        for shape, count in sorted(outcome.alike.items())
    ]
    if outcome.unasked:
        message = f"{outcome.unasked} pages were not read: the limits of the source are reached"
        told.append(Skipped("", "page_limit", message))
    return told


def _entries(kept: Kept) -> tuple[Entry, ...]:
    """The documents by name. A name once given is kept as long as the document is."""
    taken: set[str] = set()
    entries = []
    for record in sorted(kept.records.values(), key=lambda r: (not r.name, r.url)):
        name = "" if _is_copy(record, kept) else _named(record, taken)
        if name != record.name:
            kept.save(replace(record, name=name))
        if name:
            taken.add(name)
            entries.append(Entry(name, kept.path(record), record.url))
    return tuple(sorted(entries, key=lambda entry: entry.name))


def _named(record: Record, taken: set[str]) -> str:
    if record.name and record.name.endswith(record.suffix) and record.name not in taken:
        return record.name
    return name_of(record.url, record.suffix, taken)


def _is_copy(record: Record, kept: Kept) -> bool:
    """Whether the page names another as the original, and it is one: its words are the same."""
    original = kept.records.get(record.canonical)
    if original is None or original.url == record.url or original.text != record.text:
        return False
    return original.canonical in ("", original.url)
