"""Make the shipped fagordbog ready for searching: `python -m index.fagordbog`."""

from index.fagordbog.book import SHIPPED, joined
from index.fagordbog.compiled import compile_book
from index.fagordbog.house import fingerprint_of
from index.fagordbog.ready import READY
from index.fagordbog.textfiles import folder

texts = folder(SHIPPED).texts
compile_book(READY, list(joined(texts.items()).concepts.values()), fingerprint_of(texts))
