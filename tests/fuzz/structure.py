"""Texts of the genre's lines and of any others: `python -m tests.fuzz.structure text`.

The `long` ones repeat a few lines to 30 kB, to find what takes more than time in proportion.
"""

from datetime import date

import atheris

from tests.fuzz.drive import Target, check, reading, run
from tests.fuzz.words import PERSONAL, repeated, spelled

with atheris.instrument_imports(include=["ingest"]):
    from ingest.extract import Extract
    from ingest.lines import split
    from ingest.personal import contact, cpr, masked, pseudonym
    from tests.ingest.test_properties import FRAGMENTS

ENDS = ("\n", "\n\n", "\r\n", "\r", " ", "\t", "")
LINES = (
    *FRAGMENTS,
    *(
        "\u200b",
        "<br>",
        "Lukkede punkter",
        "Dagsorden",
        "Referat af møde",
        "Bilag 1",
        "Sagsfremstilling",
    ),
    *(
        "Punkt 3. Lukket",
        "Fortroligt",
        "Deltagere: Anne Lund, Bo Vig",
        "1.1.1 Titel",
        "Bilag 2: Takster",
    ),
)
TODAY = date(2025, 6, 1)


def _text(data: bytes) -> bytes:
    end = ENDS[data[0] % len(ENDS)] if data else ""
    return spelled(data[1:], LINES, end)


def _personal(data: bytes) -> bytes:
    return spelled(data, PERSONAL)


def _check_personal(file: bytes) -> None:
    """What is found stands in the text, in order; masked, the text is as long, and without it."""
    text = file.decode()
    found = (cpr.find(text, today=TODAY), [x[:2] for x in contact.find(text)], pseudonym.find(text))
    for ranges in found:
        assert ranges == sorted(ranges), "not in order"
        assert all(0 <= start < end <= len(text) for start, end in ranges), "not in the text"
    made = masked(Extract(text, tuple(split(text))))
    assert len(made.text) == len(text), "another length"
    assert not cpr.find(made.text), "a number is left"
    check(made)


if __name__ == "__main__":
    run(
        {
            "text": Target(_text, reading("x.txt")),
            "text-long": Target(repeated(_text), reading("x.txt")),
            "personal": Target(_personal, _check_personal),
            "personal-long": Target(repeated(_personal), _check_personal),
        }
    )
