"""Pages as a browser without script reads them."""

from html.parser import HTMLParser

import httpx

BROWSER = {"Accept": "text/html"}
# Elements that have no end tag.
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """A page's elements with their attributes and their text."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.unused = 0
        self.feed(response.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, dict(attrs), [])
        # What stands in a template is on no page until a script puts it there.
        self.unused += tag == "template"
        if not self.unused:
            self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, f"</{tag}> closes something else"
        self.unused -= tag == "template"

    def handle_data(self, data: str) -> None:
        for _, _, text in self.open:
            text.append(data)

    def all(self, tag: str) -> list[str]:
        """The text of every `tag`, with single spaces."""
        return [" ".join("".join(text).split()) for name, _, text in self.elements if name == tag]

    def attributes(self, *names: str) -> list[str]:
        found = (attrs.get(name) for _, attrs, _ in self.elements for name in names)
        return [value for value in found if value]


def ask(client: httpx.Client, question: str, *earlier: str) -> httpx.Response:
    fields = {"spoergsmaal": question, "tidligere": earlier}
    return client.post("/", data=fields, headers=BROWSER)


def fields(page: Page, name: str) -> list[str | None]:
    """The values of all fields with that name, hidden ones too."""
    return [attrs.get("value") for _, attrs, _ in page.elements if attrs.get("name") == name]
