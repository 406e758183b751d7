"""Our word list: Danish words with what each is in English, the commonest sense first."""

from pathlib import Path

from index.tokens import stem, tokens

FILE = Path(__file__).with_name("glosses.tsv")
Glosses = dict[str, tuple[str, ...]]


def read(path: Path = FILE, most: int | None = None) -> Glosses:
    """The glosses under the stems of their words, of the first `most` words."""
    found: Glosses = {}
    for line in path.read_text(encoding="utf-8").splitlines()[:most]:
        word, _, said = line.partition("\t")
        stems = [stem(token) for token in tokens(word)]
        if len(stems) == 1:
            glosses = (*found.get(stems[0], ()), *(each.strip() for each in said.split(",")))
            found[stems[0]] = tuple(dict.fromkeys(filter(None, glosses)))
    return found
