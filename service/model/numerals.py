"""Numbers written as words, Danish and English; articles ("en", "one") count nothing."""

import re
from decimal import Decimal

ONES = (
    "nul én to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten"
)
ONES += " atten nitten"
TENS = {
    "tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60, "halvfjerds": 70,
    "firs": 80, "halvfems": 90,
}  # fmt: skip
ENGLISH_ONES = """zero _ two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen""".split()
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = {
    "første": 1, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8,
    "niende": 9, "tiende": 10,
}  # fmt: skip
OTHERS = {"halvanden": Decimal("1.5"), "halvandet": Decimal("1.5"), "ét": Decimal(1)}
OTHERS |= {"hundrede": Decimal(100), "tusind": Decimal(1000), "tusinde": Decimal(1000)}


def _danish() -> dict[str, Decimal]:
    ones = {word: Decimal(n) for n, word in enumerate(ONES.split())}
    low = {word: n for word, n in ones.items() if 0 < n < 10} | {"en": Decimal(1)}
    both = {f"{one}og{ten}": Decimal(n) + m for one, m in low.items() for ten, n in TENS.items()}
    tens = {word: Decimal(n) for word, n in TENS.items()}
    return ones | tens | both | {word: Decimal(n) for word, n in ORDINALS.items()} | OTHERS


def _english() -> dict[str, Decimal]:
    ones = {word: Decimal(n) for n, word in enumerate(ENGLISH_ONES) if word != "_"}
    tens = {word: Decimal(20 + 10 * n) for n, word in enumerate(ENGLISH_TENS)}
    low = {word: n for word, n in ones.items() if 0 < n < 10} | {"one": Decimal(1)}
    both = {f"{ten}-{one}": n + m for ten, n in tens.items() for one, m in low.items()}
    return ones | tens | both | {"hundred": Decimal(100), "thousand": Decimal(1000)}


DANISH = _danish()
ENGLISH = _english()


def in_figures(text: str, *, english: bool) -> str:
    """The text with its number words as figures in Danish notation."""
    words = ENGLISH if english else DANISH
    pattern = r"\b(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b"
    return re.sub(
        pattern, lambda m: str(words[m[1].lower()]).replace(".", ","), text, flags=re.IGNORECASE
    )
