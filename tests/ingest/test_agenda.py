"""The agenda at the front says under which numbers the items stand."""

from ingest.agenda import agenda_of
from ingest.lines import split


def test_the_agenda_is_read_off_the_front() -> None:
    front = "1. Dagsorden (side 2)\nTil drøftelse 2. Takster for\nnæste år (side 3)\nPunkt 1\n"

    assert agenda_of(split(front)) == {1: "Dagsorden", 2: "Takster for næste år"}
