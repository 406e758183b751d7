"""English questions over Danish documents: word by word, weighted by probability."""

from index.english.lexicon import is_english, translations

__all__ = ["is_english", "translations"]
