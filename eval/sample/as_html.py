"""The sample documents as pages of a municipality's web site.

    python -m eval.sample.as_html FOLDER

What stands at the foot of a printed page stands once under the page's own heading.
"""

import sys
from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from eval.sample.build import sources
from eval.sample.elements import (
    Element,
    PageBreak,
    Run,
    Table,
    Text,
    elements,
    furniture,
    runs,
    spans,
)
from eval.sample.markup import Page

TAGS = {"struck": "del", "strong": "strong", "italic": "em", "formula": "em"}
LISTS = {"bullet": "ul", "number": "ol", "contents": "ul"}
STYLE = """body { font: 16px/1.5 sans-serif; margin: 0 } header, footer { background: #dfe8ee;
padding: 12px 48px } nav a { margin-right: 24px } main { max-width: 760px; padding: 12px 48px }
table { border-collapse: collapse } th, td { border: 1px solid #999; padding: 4px 10px;
text-align: left; vertical-align: top } .dato { color: #555 } .indhold { list-style: none }"""
PAGE = """<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<title>{title} | Rammeaftale Østfjorden</title>
<style>{style}</style>
<script>window.besøg = "{title}";</script>
</head>
<body>
<header><a href="/">Rammeaftale Østfjorden</a>
<nav aria-label="Hovedmenu"><ul><li><a href="/moeder">Møder</a></li>
<li><a href="/aftaler">Aftaler</a></li><li><a href="/kontakt">Kontakt</a></li></ul></nav></header>
<nav aria-label="Brødkrumme"><a href="/">Forside</a> &gt; <a href="/moeder">Dokumenter</a></nav>
<main>
{body}
</main>
<footer><p>Rammeaftale Østfjorden, Rådhuset i Fjordby</p>
<p><a href="/cookies">Cookies</a> <a href="/tilgaengelighed">Tilgængelighed</a></p></footer>
</body>
</html>
"""


def as_html(pages: list[Page], title: str) -> bytes:
    """The document as a page; `title` stands in its head."""
    dated = [text for text in furniture(pages) if "{" not in text]
    body = [f'<p class="dato">{escape(text)}</p>' for text in dated]
    whole = [element for element in elements(pages) if not isinstance(element, PageBreak)]
    for tag, group in groupby(whole, key=_list_tag):
        together = list(group)
        body += _list(tag, together) if tag else map(_block, together)
    return PAGE.format(title=escape(title), style=STYLE, body="\n".join(body)).encode()


def _list_tag(element: Element) -> str:
    return LISTS.get(element.kind, "") if isinstance(element, Text) else ""


def _list(tag: str, items: Sequence[Element]) -> list[str]:
    """A list; items of the second level stand in a list inside the item before them."""
    texts = [item for item in items if isinstance(item, Text)]
    made = [f"<{tag}{_start(texts[0])}{_contents(texts[0])}>"]
    levels = [item.level for item in texts]
    for item, below in zip(texts, [*levels[1:], levels[0]], strict=True):
        made.append(f"<li>{_inline(item.runs)}" + ("<ul>" if below > item.level else "</li>"))
        made += ["</ul></li>"] if below < item.level else []
    return [*made, f"</{tag}>"]


def _start(first: Text) -> str:
    return f' start="{first.number}"' if (first.number or 1) > 1 else ""


def _contents(first: Text) -> str:
    return ' class="indhold"' if first.kind == "contents" else ""


def _block(element: Element) -> str:
    if isinstance(element, Table):
        return _table(element)
    assert isinstance(element, Text)
    tag = f"h{element.level}" if element.kind == "heading" else "p"
    return f"<{tag}>{_inline(element.runs)}</{tag}>"


def _inline(pieces: tuple[Run, ...]) -> str:
    return "".join(map(_run, pieces))


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.link:
        return f'<a href="{escape(run.link)}">{text}</a>'
    tag = TAGS.get(run.look)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _table(table: Table) -> str:
    rows = ["<table>"]
    for row in table.rows:
        tag = "th" if table.headed and row is table.rows[0] else "td"
        if spans(row):
            rows.append(f'<tr><th colspan="{len(row)}">{_cell(row[0])}</th></tr>')
        else:
            first = f'<th scope="row">{_cell(row[0])}</th>' if tag == "td" else ""
            rest = row[1:] if first else row
            made = "".join(f"<{tag}>{_cell(text)}</{tag}>" for text in rest)
            rows.append(f"<tr>{first}{made}</tr>")
    return "\n".join([*rows, "</table>"])


def _cell(text: str) -> str:
    if "• " not in text:
        return _inline(runs(text))
    items = [item.strip() for item in text.split("• ") if item.strip()]
    return f"<ul>{''.join(f'<li>{_inline(runs(item))}</li>' for item in items)}</ul>"


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, pages in sources().items():
        (folder / f"{name}.html").write_bytes(as_html(pages, name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
