"""Messages and views of Slack as a web page, to be looked at without Slack.

Nothing is taken from Slack; the page looks like it as far as its reference describes it. It also
reads text as Slack does: rich text and `plain_text` are never mark-up.
"""

from collections.abc import Callable, Iterable, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any

Json = Mapping[str, Any]
STYLE = Path(__file__).with_suffix(".css")
# Drawn here, since a machine without a screen has no font of emoji: colour, and a path on 18 x 18.
SIGNS = {
    "white_check_mark": ("#2bac76", "M2 2h14v14H2z", "M5 9l3 3l5-6"),
    "warning": ("#e8a33d", "M9 1.5L17 16H1z", "M9 6v5M9 13v.6"),
    "no_entry": ("#d1332e", "M9 1a8 8 0 1 0 0 16a8 8 0 0 0 0-16", "M5 9h8"),
}
STYLES = {"bold": "strong", "italic": "em", "strike": "s", "code": "code"}
WHO = "Aftalesvar"


def page(*parts: str) -> str:
    """The parts as a page of their own."""
    return (
        '<!doctype html><html lang="da"><meta charset="utf-8">'
        f"<style>{STYLE.read_text('utf-8')}</style><main>{''.join(parts)}</main></html>"
    )


def message(blocks: Iterable[Json], *, private: bool = False) -> str:
    """A message of the app; `private` is one that only one person sees."""
    only = '<p class="only">Kun synlig for dig</p>' if private else ""
    return (
        f'<section class="message"><span class="face">A</span><div>{only}<p class="who">{WHO}'
        f'<span class="app">APP</span><small>10.42</small></p>{_blocks(blocks)}</div></section>'
    )


def person(name: str, text: str) -> str:
    """What somebody wrote."""
    return (
        f'<section class="message"><span class="face">{escape(name[0])}</span><div><p class="who">'
        f"{escape(name)} <small>10.41</small></p><p>{escape(text)}</p></div></section>"
    )


def view(shown: Json) -> str:
    """A dialog or the App Home."""
    if shown["type"] == "home":
        return f'<section class="home">{_blocks(shown["blocks"])}</section>'
    close, send = (
        f'<span class="button {style}">{_plain(shown[name])}</span>' if name in shown else ""
        for name, style in (("close", ""), ("submit", "primary"))
    )
    return (
        f'<section class="modal"><header>{_plain(shown["title"])}<span>✕</span></header>'
        f"{_blocks(shown['blocks'])}<footer>{close}{send}</footer></section>"
    )


def _blocks(blocks: Iterable[Json]) -> str:
    return f'<div class="blocks">{"".join(KINDS[each["type"]](each) for each in blocks)}</div>'


def _header(block: Json) -> str:
    return f"<h1>{_plain(block['text'])}</h1>"


def _context(block: Json) -> str:
    return "".join(f'<p class="context">{_plain(each)}</p>' for each in block["elements"])


def _divider(_: Json) -> str:
    return "<hr>"


def _rich(block: Json) -> str:
    return "".join(RICH[each["type"]](each) for each in block["elements"])


def _paragraph(element: Json) -> str:
    return f"<p>{_parts(element)}</p>"


def _quote(element: Json) -> str:
    return f"<blockquote>{_parts(element)}</blockquote>"


def _list(element: Json) -> str:
    return f"<ul>{''.join(f'<li>{_parts(each)}</li>' for each in element['elements'])}</ul>"


def _parts(element: Json) -> str:
    return "".join(PARTS[each["type"]](each) for each in element["elements"])


def _words(part: Json) -> str:
    said = escape(part["text"])
    for style in part.get("style", {}):
        said = f"<{STYLES[style]}>{said}</{STYLES[style]}>"
    return said


def _link(part: Json) -> str:
    return f'<a href="{escape(part["url"])}">{escape(part.get("text", part["url"]))}</a>'


def _user(part: Json) -> str:
    return f'<span class="user">@{escape(part["user_id"])}</span>'


def _emoji(part: Json) -> str:
    colour, shape, sign = SIGNS[part["name"]]
    return (
        f'<svg class="emoji" viewBox="0 0 18 18"><path fill="{colour}" d="{shape}"/>'
        f'<path fill="none" stroke="#fff" stroke-width="2" d="{sign}"/></svg>'
    )


def _buttons(block: Json) -> str:
    said = (_plain(each["text"]) for each in block["elements"])
    return f'<p class="row">{"".join(f"<span class=button>{each}</span>" for each in said)}</p>'


def _thumbs(block: Json) -> str:
    both = block["elements"][0]
    said = [both[name]["text"] for name in ("positive_button", "negative_button")]
    return f'<p class="thumbs">{"".join(f"<span>{_plain(each)}</span>" for each in said)}</p>'


def _input(block: Json) -> str:
    optional = " <small>(valgfrit)</small>" if block.get("optional") else ""
    hint = f'<p class="hint">{_plain(block["hint"])}</p>' if "hint" in block else ""
    element = block["element"]
    field = FIELDS[element["type"]](element)
    return f'<div><p class="label">{_plain(block["label"])}{optional}</p>{field}{hint}</div>'


def _writing(element: Json) -> str:
    return f'<p class="field">{escape(element.get("initial_value", ""))}</p>'


def _choices(element: Json) -> str:
    kind = "choice box" if element["type"] == "checkboxes" else "choice"
    return "".join(f'<span class="{kind}">{_option(each)}</span>' for each in element["options"])


def _option(option: Json) -> str:
    more = f"<small>{_plain(option['description'])}</small>" if "description" in option else ""
    return f"{_plain(option['text'])}{more}"


def _plain(text: Json) -> str:
    """Slack reads its three control characters in it, and nothing else."""
    if text["type"] != "plain_text":
        raise ValueError(f"{text['type']} is not drawn here")
    return escape(unescape(text["text"]))


Draw = Callable[[Json], str]
KINDS: dict[str, Draw] = {
    "header": _header,
    "context": _context,
    "divider": _divider,
    "rich_text": _rich,
    "actions": _buttons,
    "context_actions": _thumbs,
    "input": _input,
}
RICH: dict[str, Draw] = {
    "rich_text_section": _paragraph,
    "rich_text_quote": _quote,
    "rich_text_list": _list,
}
PARTS: dict[str, Draw] = {"text": _words, "link": _link, "user": _user, "emoji": _emoji}
FIELDS: dict[str, Draw] = {
    "plain_text_input": _writing,
    "radio_buttons": _choices,
    "checkboxes": _choices,
}
