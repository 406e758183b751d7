"""Who took part in a meeting, as the front page of its minutes names them.

Til stede<tab>Anne Holm (formand), Bo Lind         a row, or a line after its word
Øvrige deltagere<tab>Eva Juul, Sekretariatet, ...  name and house in turn
Deltagere: / • Anne Holm, Fjordby Kommune          a person a line below the word
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from ingest.document import Block, Part

TOOK_PART = re.compile(
    r"(?:(?:møde|øvrige )?deltagere?|til ?stede(?:værende)?|fremmødte)\b\s*:?\s*(?P<names>.*)",
    re.IGNORECASE,
)
LONGEST = 5000  # characters; a longer text is no list of people
COMMA = re.compile(r",\s+(?![^()]*\))")  # not one inside brackets
AND = re.compile(r"\s+(?:og|samt)\s+(?![^()]*\))")
LIST_MARK = re.compile(r"[•–-]\s+")
CAPITAL = r"[A-ZÆØÅÉ][\w.’'-]*"
NAME = re.compile(rf"{CAPITAL}(?: (?:{CAPITAL}|von|van|de|af))+(?: ?\(.*\))?")
# What a name does not have and the house or office of a person does.
HOUSE = re.compile(
    r"kommune\b|\bregion\b|sekretariat|tilsyn|styrelse|forvaltning|\bKKR\b|\bKL\b|chef\b|direktør"
    r"|konsulent|formand|referent",
    re.IGNORECASE,
)
LOWER = re.compile(r"[a-zæøå]")


def present(front: Part) -> tuple[str, ...]:
    """The people with what is printed about them, in order; none where the page names none."""
    blocks = [block for part in front.walk() for block in part.blocks if not block.struck]
    found: list[str] = []
    for index, block in enumerate(blocks):
        named = _names(block)
        if named is not None:
            rest = " ".join(_rest(blocks[index + 1 :]))
            found += people(f"{named} {rest}") if named else _below(blocks[index + 1 :])
    return tuple(dict.fromkeys(found))


def people(text: str) -> list[str]:
    """The people in a list of names; empty where the text is no such list."""
    pieces = [piece for one in COMMA.split(_bare(text[:LONGEST])) for piece in _parted(one)]
    if len(text) > LONGEST or not NAME.fullmatch(pieces[0]):
        return []
    houses = [bool(HOUSE.search(_outside(piece)) or LOWER.match(piece)) for piece in pieces]
    in_turn = len(pieces) % 2 == 0 and houses[1] and not any(houses[::2])
    found: list[str] = []
    for place, piece in enumerate(pieces):
        if found and (place % 2 if in_turn else houses[place]):
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found


def _names(block: Block) -> str | None:
    """What follows the word for those who took part; `None` where the block is about others."""
    if block.cells:
        word, *others = (cell.text for cell in block.cells)
        found = TOOK_PART.fullmatch(word)
        return ", ".join(filter(None, others)) if found and not found["names"] else None
    found = TOOK_PART.fullmatch(block.text)
    return found["names"] if found else None


def _rest(blocks: list[Block]) -> Iterator[str]:
    """The rows under a row of names that go on with it: their first cell is empty."""
    for block in takewhile(lambda block: block.cells and not block.cells[0].text, blocks):
        yield from (cell.text for cell in block.cells[1:])


def _below(blocks: list[Block]) -> Iterator[str]:
    """The people in the lines under the word, as long as each line is one."""
    for block in blocks:
        found = [] if block.cells else people(block.text)
        if len(found) != 1:
            return
        yield from found


def _parted(piece: str) -> list[str]:
    """Two people with "og" between them; anything else stays whole."""
    both = AND.split(piece)
    return both if all(NAME.fullmatch(one) for one in both) else [piece]


def _bare(text: str) -> str:
    """Without the mark of a list item and without the full stop, which an initial keeps."""
    return re.sub(r"(?<=[a-zæøå)]{2})\.$|(?<=\))\.$", "", LIST_MARK.sub("", text, count=1).strip())


def _outside(piece: str) -> str:
    return re.sub(r"\(.*\)", "", piece)
