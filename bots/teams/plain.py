"""Foreign text in messages of Teams: it formats, links, mentions and cites nothing."""

import re
import unicodedata
from urllib.parse import quote, urlsplit

GAP = "\u200b"  # unseen; links and citation marks end where it stands
_KEPT = "\n\t\u200d"  # the last makes one emoji of several
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EMPTY = re.compile(r"\n(?:[ \t]*\n)+")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ANYWHERE = re.compile(r"[\\`*_~\[\]|]")
_LINE_START = re.compile(
    r"^([ \t]*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=]{2,}\s*$|\d+[.)](?=\s|$)|:)", re.M
)
_SAFE = ":/?#@!$&'*+,;=%~-._"  # of an address; brackets and quotes would end the link
# `[1]` is how Teams knows a citation, whatever stands around it.
_CITED = re.compile(r"\[(?=[\s\\]*\d+[\s\\]*\])")
# What a client links by itself, and the dates that cards write out: a gap after each of these.
_LIVE = re.compile(
    r"\](?=[(\[:])|\{(?=\{)|/(?=/)|@(?=\w)|[\w-]\.(?=[^\W\d_]{2})|\b[a-z][a-z\d+-]{1,30}:(?=\S)",
    re.IGNORECASE,
)


def unlinked(text: str) -> str:
    """`text` with nothing unseen in it, and nothing a client makes a link or a citation of."""
    lines = _BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    shown = "".join(each for each in lines if each in _KEPT or not _unseen(each))
    return _LIVE.sub(rf"\g<0>{GAP}", _CITED.sub(f"[{GAP}", shown))


def _unseen(character: str) -> bool:
    """Whether it only steers: turns the reading direction, hides, or is no character at all."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}


def harmless(text: str) -> str:
    """Foreign text as the markdown of a message; it reads as it is written."""
    shown = _ANYWHERE.sub(r"\\\g<0>", unlinked(text).translate(_HTML))
    shown = _LINE_START.sub(_escaped, shown)
    return _lined(shown)


def line(text: str) -> str:
    """The same on one line, such as a title."""
    return harmless(" ".join(text.split()))


def link(text: str, url: str | None) -> str:
    """Our own link with foreign text, the text alone where there is no address of the web."""
    if url is None or urlsplit(url).scheme not in {"http", "https"}:
        return line(text)
    # A title that is a number would be taken for a citation.
    return f"[{GAP if text.strip().isdigit() else ''}{line(text)}]({quote(url, safe=_SAFE)})"


def _escaped(match: re.Match[str]) -> str:
    before, mark = match.groups()
    # Of "1." the dot is what makes a list.
    return before + (f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}")


def _lined(text: str) -> str:
    # Four blanks before a line would make code of it; without two after it lines run together.
    return "  \n".join(part.strip() for part in _EMPTY.sub("\n\n", text).split("\n"))
