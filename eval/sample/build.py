"""Writes the sample documents from their sources, in the layouts that PDF converters leave.

    python -m eval.sample.build [FOLDER]

How a source is written stands in `markup.py`.
"""

import sys
from pathlib import Path

from eval.sample.layouts import page_text
from eval.sample.markup import Page, read_source

HERE = Path(__file__).parent
SOURCES = HERE / "source"
DOCUMENTS = HERE / "documents"


def document_text(pages: list[Page]) -> str:
    """The document as its converter writes it."""
    texts = [page_text(page) for page in pages]
    if pages[0][0].layout == "paragraphs":
        return "\n\n" + "\n\n\n\n".join(texts)
    # The form feed of a new page has become one space.
    return " " + "\n ".join(texts) + "\n "


def sources(folder: Path = SOURCES) -> dict[str, list[Page]]:
    """The name of every sample document and the pages of its source."""
    return {
        path.stem: read_source(path.read_text("utf-8"), folder)
        for path in sorted(folder.glob("*.md"))
    }


def build() -> dict[str, str]:
    """The name and the text of every sample document."""
    return {f"{name}.txt": document_text(pages) for name, pages in sources().items()}


def main(target: Path = DOCUMENTS) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, text in build().items():
        (target / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
