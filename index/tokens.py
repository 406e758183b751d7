"""Danish words for searching: tokens, stems, and what tells nothing.

Aalborg and Ålborg are one word, in documents and in questions alike.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import Stemmer

TOKEN = re.compile(r"§{1,2} ?\d+(?: ?[a-hj-z](?![a-zæøå]))?|\d+(?:[.,/:-]\d+)+|\d+|[a-zæøåéèüóá]+")
LINES = re.compile(rf"\n|{TOKEN.pattern}")
GRAM = 4
# Function words and the words of questions; they tell nothing about the place asked for.
SMALL = frozenset(
    """ad af alle alt and anden andet andre at blev blive bliver da de dem den denne der deres
    det dette dig din disse dog du efter eller en end er et for fordi fra få får før gennem
    giver gør gøre går ham han hans har have havde hende hendes her hos hun hvad hvem hver
    hvilke hvilken hvilket hvis hvor hvordan hvorfor hvorledes hvornår i ifølge ift igen ikke
    ind ingen is jeg jer jo kan kom kommer kun kunne lige må man mange med meget mellem men
    mere mig min mit mod mon mv når nogen noget nogle nu nå ny og også om omkring op os over på
    samt sig sin sine sit skal skulle som så sådan the til ud under var ved vedr vedrørende vi
    vil ville vores være været""".split()
)
# Words that tell nothing even in a phrase; "op", "ikke" and "hvem" tell a lot in one.
EMPTY = frozenset(
    """af at da de dem den denne der deres det dette din dine disse dit du en end er et for fra ham
    han hans har have havde hende her hun hvis i jeg jo kan kunne man med mig min mine mit noget
    nogen nogle når og om os på samt sig sin sine sit skal skulle som så the til var ved vi vil
    ville vor vores være været blev blevet blive bliver""".split()
)
LETTERS = str.maketrans({"ä": "æ", "ö": "ø"})


@lru_cache(maxsize=1)
def _stemmer() -> "Stemmer.Stemmer":
    return Stemmer.Stemmer("danish")


def tokens(text: str) -> list[str]:
    """The tokens of `text`, lower case; "§ 107" and "5.3.2" are one token each."""
    found: list[str] = TOKEN.findall(text.lower().translate(LETTERS).replace("aa", "å"))
    return [_paragraph(token) for token in found] if "§" in text else found


def tokens_of(texts: Sequence[str]) -> list[list[str]]:
    """The tokens of each text, all read in one go."""
    read: list[list[str]] = [[]]
    joined = "\n".join(text.replace("\n", " ") for text in texts)
    for token in LINES.findall(joined.lower().translate(LETTERS).replace("aa", "å")):
        if token == "\n":
            read.append([])
        else:
            read[-1].append(_paragraph(token))
    return read if texts else []


def _paragraph(token: str) -> str:
    return token.replace("§§", "§").replace(" ", "") if token.startswith("§") else token


def stem(word: str) -> str:
    """The Snowball stem of a word; figures and short words as they are."""
    if not word.isalpha() or len(word) <= 3:
        return word
    found: str = _stemmer().stemWord(word)
    return found


def telling(text: str) -> list[str]:
    """The tokens that carry meaning."""
    return [token for token in tokens(text) if token not in SMALL]


def words(text: str) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(token) for token in telling(text)]


def phrasing(text: str) -> list[str]:
    """The tokens that count in a phrase."""
    return [token for token in tokens(text) if token not in EMPTY]


def grams(found: list[str]) -> Iterator[str]:
    """Runs of four characters of each word, its beginning and end marked."""
    for token in found:
        if token.isalpha():
            marked = f"_{token}_"
            yield from (marked[i : i + GRAM] for i in range(len(marked) - GRAM + 1))


def gram_count(found: list[str]) -> int:
    """How many runs `grams` gives."""
    return sum(len(token) + 3 - GRAM for token in found if token.isalpha())
