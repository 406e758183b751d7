"""What the styles of a page do to an element's text: hide it, strike it out, break the page.

Known are the `style` attribute and the rules of `<style>` whose selector is one element, class or
id, or several of them on the same element. Style sheets of their own are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.readers.html.colors import Color, color, see_through
from ingest.readers.html.markup import Element

Declarations = dict[str, str]
Ranked = tuple[tuple[bool, int, int], str, str]  # rank, property, value

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.S)
SHOWN_MEDIA = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*\Z", re.I)
SIMPLE = re.compile(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)", re.I)
LAST_PART = re.compile(r"[^\s>+~]*\Z")
PART = re.compile(r"([.#])([\w-]+)")
LENGTH = re.compile(r"(-?\d*\.?\d+)\s*([a-z%]*)")
POINTS = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "ex": 8.0, "%": 0.16, "": 1.0}
# Pixels off the page's edge; a page is put in its middle by a margin of minus half its width.
FAR = {"text-indent": 900, "left": 900, "top": 900, "right": 900, "margin-left": 2000}
TINY = 2  # pixels; smaller letters cannot be read
MAX_RULES = 20_000
UNKNOWN = "unknown"  # a background that is a picture, or depends on where the element stands
NO_BOX = re.compile(r"rect\((?:\s*[01](?:px)?[\s,]*){3,4}\)|inset\(\s*(?:50|100)%")
FONT_SIZE = re.compile(r"(?:\A|\s)(0|\d*\.?\d+(?:px|pt|r?em|%))(?=[\s/])")
COMMENTS = "comments of a word processor"
BREAKS = frozenset({"always", "page", "left", "right", "recto", "verso"})
BLOCK_DISPLAY = re.compile(r"(?:block|flex|grid|list-item|table(?:-row|-caption)?)\b")
BREAK_CLASS = re.compile(r"(?:\A|\s)page-?break(?:-?before)?(?:\s|\Z)", re.I)


@dataclass(frozen=True, slots=True)
class Look:
    """What an element's own styles say; `None` where they leave it to the elements around it.

    `hides` is the reason why nothing inside is shown; `label` says that Word wrote a list's label.
    """

    hides: str | None = None
    invisible: bool | None = None
    tiny: bool | None = None
    color: Color | str | None = None
    background: Color | str | None = None
    struck: bool = False
    block: bool = False
    pre: bool | None = None
    page_before: bool = False
    page_after: bool = False
    marker: str | None = None
    label: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for an element that has all of `needs`; `tag` is `None` where any element will do."""

    tag: str | None
    needs: frozenset[str]
    ranked: tuple[Ranked, ...]


class Styles:
    """The rules of a page's `<style>` elements."""

    def __init__(self, css: str) -> None:
        self._rules: dict[str, list[Rule]] = {}
        self._known: dict[tuple[str | None, ...], Look] = {}
        for rule in _rules(css):
            key = min(rule.needs) if rule.needs else rule.tag or "*"
            self._rules.setdefault(key, []).append(rule)

    def look(self, element: Element) -> Look:
        """What the element's own styles say."""
        get = element.get
        key = (element.tag, get("class"), get("id"), get("style"), get("color"), get("bgcolor"))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._look(key)
        return found

    def _look(self, key: tuple[str | None, ...]) -> Look:
        tag, classes, name, style, front, back = (part or "" for part in key)
        given = {f".{c}" for c in classes.split()} | ({f"#{name}"} if name else set())
        ranked: list[Ranked] = []
        for bucket in ("*", tag, *given):
            for rule in self._rules.get(bucket, ()):
                if rule.tag in (None, tag) and rule.needs <= given:
                    ranked.extend(rule.ranked)
        ranked.extend(_ranked(style, 1_000_000, 0))
        values = {"color": front, "background-color": back}
        values |= {name: value for _, name, value in sorted(ranked)}
        if BREAK_CLASS.search(classes):
            values.setdefault("break-before", "page")
        return _look_of(values) if any(values.values()) else PLAIN


def _rules(css: str) -> Iterator[Rule]:
    for count, (selectors, body) in enumerate(_blocks(COMMENT.sub("", css))):
        if count == MAX_RULES:
            return
        for selector in selectors.split(","):
            if rule := _rule(selector.strip(), body, count):
                yield rule


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations that are for the screen at any size; other at-rules are not."""
    shown, selectors = [True], ""
    pieces = re.split(r"([{}])", css)
    for before, brace in zip(pieces[::2], pieces[1::2], strict=False):
        before = before.rpartition(";")[2].strip() if brace == "{" else before
        if brace == "{":
            at = before.startswith("@")
            shown.append(shown[-1] and (not at or bool(SHOWN_MEDIA.match(before))))
            selectors = "" if at else before
        elif len(shown) > 1:
            if shown.pop() and selectors:
                yield selectors, before
            selectors = ""


def _rule(selector: str, body: str, order: int) -> Rule | None:
    """The rule for one selector; of one that says more than `Rule` can, only its background."""
    if simple := SIMPLE.fullmatch(selector):
        return _made(simple, tuple(_ranked(body, _weight(simple), order))) if selector else None
    last = SIMPLE.fullmatch(LAST_PART.findall(selector)[0])
    if last and last[0] and "background" in body:
        return _made(last, (((False, _weight(last), order), "background-image", UNKNOWN),))
    return None


def _made(simple: re.Match[str], ranked: tuple[Ranked, ...]) -> Rule:
    tag = (simple[1] or "*").lower()
    needs = frozenset(kind + name for kind, name in PART.findall(simple[2]))
    return Rule(None if tag == "*" else tag, needs, ranked)


def _weight(simple: re.Match[str]) -> int:
    return 10_000 * simple[2].count("#") + 100 * simple[2].count(".") + bool(simple[1])


def _ranked(body: str, weight: int, order: int) -> Iterator[Ranked]:
    for place, declaration in enumerate(body.lower().split(";")):
        name, colon, value = declaration.partition(":")
        if colon:
            plain = value.replace("!important", "").strip()
            rank = ("!important" in value, weight, order * 1000 + place)
            yield from ((rank, *one) for one in _longhand(name.strip(), plain))


def _longhand(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The properties that a short form sets."""
    if name == "background":
        picture = "url(" in value or "gradient" in value
        yield "background-image", "picture" if picture else "none"
        yield "background-color", value
    elif name == "font":
        yield "font-size", "".join(FONT_SIZE.findall(value)[:1])
    else:
        yield name, value


def _look_of(values: Declarations) -> Look:
    visibility, white_space = values.get("visibility"), values.get("white-space")
    size = _pixels(values.get("font-size", ""))
    before = values.get("break-before") or values.get("page-break-before")
    after = values.get("break-after") or values.get("page-break-after")
    decoration = values.get("text-decoration", "") + values.get("text-decoration-line", "")
    return Look(
        hides=_hides(values),
        invisible=visibility in ("hidden", "collapse") if visibility else None,
        tiny=None if size is None else size < TINY,
        color=_front(values.get("color", "")),
        background=_background(values),
        struck="line-through" in decoration,
        block=bool(BLOCK_DISPLAY.match(values.get("display", ""))),
        pre=white_space.startswith(("pre", "break")) if white_space else None,
        page_before=before in BREAKS,
        page_after=after in BREAKS,
        marker=values.get("list-style-type") or values.get("list-style"),
        label=values.get("mso-list") == "ignore",
    )


def _hides(values: Declarations) -> str | None:
    """Why nothing of the element can be seen."""
    if values.get("display") == "none":
        return "display:none"
    if values.get("mso-element") == "comment-list":
        return COMMENTS
    if values.get("mso-hide") == "all":
        return "mso-hide:all"
    if _zero(values.get("opacity", "")):
        return "opacity:0"
    if re.match(r"scale[xy]?\(0(?:[,)]|\.0*[,)])", values.get("transform", "")):
        return "transform:scale(0)"
    if NO_BOX.match(values.get("clip", "")) or NO_BOX.match(values.get("clip-path", "")):
        return "clipped away"
    if values.get("overflow") in ("hidden", "clip") and _no_room(values):
        return "no width or height"
    return "off the page" if _far(values) else None


def _far(values: Declarations) -> bool:
    placed = values.get("position") in ("absolute", "fixed", "relative")
    edges = FAR if placed else ("text-indent", "margin-left")
    far = ((_pixels(values.get(edge, "")), FAR[edge]) for edge in edges)
    return any(pixels is not None and pixels <= -limit for pixels, limit in far)


def _no_room(values: Declarations) -> bool:
    sides = (_pixels(values.get(side, "")) for side in ("width", "height"))
    return any(pixels is not None and pixels <= 1 for pixels in sides)


def _zero(value: str) -> bool:
    found = LENGTH.fullmatch(value)
    return found is not None and float(found[1]) < 0.02


def _pixels(value: str) -> float | None:
    found = LENGTH.fullmatch(value)
    return float(found[1]) * POINTS.get(found[2], 16.0) if found else None


def _front(value: str) -> Color | str | None:
    return "transparent" if see_through(value) else color(value)


def _background(values: Declarations) -> Color | str | None:
    """The background's colour, `UNKNOWN` where it is a picture or depends on the page."""
    if values.get("background-image", "none") != "none":
        return UNKNOWN
    value = values.get("background-color", "")
    if see_through(value) or value in ("", "none", "inherit", "initial", "unset"):
        return None
    first = re.match(r"rgba?\([^()]*\)|\S+", value)
    return (color(first[0]) if first else None) or UNKNOWN
