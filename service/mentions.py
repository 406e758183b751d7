"""Figures, years and names as texts write them."""

import re

EDITION = re.compile(r"\b(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d\b")
PARAGRAPH = re.compile(r"§+ ?\d+[a-z]?(?:, stk\. ?\d+)?|\bstk\. ?\d+|\bpunkt \d+", re.IGNORECASE)
FIGURES = re.compile(r"\d[\d.,]*\d|\d")
YEAR = re.compile(r"(?:19|20)\d\d")
YEARS = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,]*\d| ?[-–/] ?(?:19|20)\d\d)")


def names_year(text: str, year: str) -> bool:
    """Whether `text` names the year, also as "24" in "17.3.24"; an edition is no year."""
    plain = EDITION.sub(" ", text)
    return bool(re.search(rf"(?<!\d){year}(?!\d)|\d[./]{year[2:]}(?!\d)", plain))


def has_figure(text: str, asked: str) -> bool:
    """Whether there is a figure that is no year, no paragraph and not the question's own."""
    known = set(FIGURES.findall(asked))
    plain = FIGURES.findall(PARAGRAPH.sub(" ", text))
    return any(figure not in known and not YEAR.fullmatch(figure) for figure in plain)


def has_name(name: str, said: str) -> bool:
    """Whether a text has a name: its last letters bend with grammar, hyphens come and go."""
    stem = re.escape(_plain(name)[: max(4, len(name) - 2)])
    return bool(re.search(rf"\b{stem}", _plain(said)))


def _plain(text: str) -> str:
    return text.lower().replace("-", " ").replace("aa", "å")
