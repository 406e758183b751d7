"""Any sentence-transformers model, by its name on the hub or from a folder.

A model on the hub is downloaded once; what lies in the cache is used without asking the network.
Code that comes with a model is never run.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from index.embedders.failing import as_unusable
from index.embedders.fingerprint import fingerprint
from index.embedders.prefixes import Prefixes, of_family, own
from index.errors import ModelUnusable

log = logging.getLogger(__name__)
PATIENCE = 10  # seconds; the libraries' own tries take over a minute without a network


class SentenceTransformerEmbedder:
    """Loaded when the first text is embedded; texts are embedded one call at a time.

    What is not given of the prefixes is what the model's configuration says, or its family.
    """

    def __init__(
        self,
        model: str,
        *,
        query_prefix: str | None = None,
        passage_prefix: str | None = None,
        dimension: int | None = None,
    ) -> None:
        self._said = model
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix
        self._dimension = dimension
        self._lock = threading.RLock()
        self._told = False

    @cached_property
    def name(self) -> str:
        """The model's name, with what was set otherwise; a folder's with its fingerprint."""
        folder = self._folder
        called = f"{folder.name} {fingerprint(folder)}" if folder else self._said
        settings = {
            "query": self._query_prefix,
            "passage": self._passage_prefix,
            "dimension": self._dimension,
        }
        said = [f"{key}={value!r}" for key, value in settings.items() if value is not None]
        return " ".join([called, *said])

    @cached_property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return len(self.embed_query("a"))

    @cached_property
    def prefixes(self) -> Prefixes:
        """What is put before questions and passages."""
        usual = own(self._model.prompts) or of_family(self._said)
        return Prefixes(
            usual.query if self._query_prefix is None else self._query_prefix,
            usual.passage if self._passage_prefix is None else self._passage_prefix,
        )

    def embed_query(self, text: str) -> Sequence[float]:
        """The vector of a question."""
        with self._lock:
            return self._vectors([f"{self.prefixes.query}{text}"])[0]

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        """The vectors of passages, in order; the log tells where the model reads only part."""
        with self._lock:
            prefixed = [f"{self.prefixes.passage}{text}" for text in texts]
            self._tell_cut(prefixed)
            return self._vectors(prefixed)

    def _vectors(self, texts: list[str]) -> list[Sequence[float]]:
        model = self._model
        with as_unusable(self._said):
            # Half of a character that is written as two is no text to a tokenizer.
            clean = [text.encode("utf-8", "replace").decode() for text in texts]
            found = model.encode(clean, normalize_embeddings=True, show_progress_bar=False)
            if not (found == found).all():
                raise ModelUnusable(self._said, "gives vectors that are no numbers")
            vectors: list[Sequence[float]] = found.tolist()
        return vectors

    def _tell_cut(self, texts: list[str]) -> None:
        """Warn once where passages are longer than what the model reads."""
        limit, tokenizer = self._model.max_seq_length, self._model.tokenizer
        if self._told or not isinstance(limit, int) or not callable(tokenizer):
            return
        with as_unusable(self._said):
            ids = tokenizer(texts, truncation=False, verbose=False)["input_ids"]
        cut = sum(len(each) > limit for each in ids)
        if cut:
            self._told = True
            log.warning(
                "the model %s reads the first %d tokens of a passage: "
                "of %d passages %d are longer, and what stands behind is not read",
                self._said,
                limit,
                len(texts),
                cut,
            )

    @cached_property
    def _folder(self) -> Path | None:
        """The folder that was named; `None` for a name on the hub."""
        path = Path(self._said).expanduser()
        if path.is_dir():
            return path.absolute()
        if path.is_absolute() or self._said.startswith((".", "~")):
            raise ModelUnusable(self._said, "is not there; name a folder or a model on the hub")
        return None

    @cached_property
    def _model(self) -> Any:
        """The model, loaded."""
        folder = self._folder
        try:
            library = import_module("sentence_transformers")
            logging_of = import_module("transformers.utils.logging")
        except ImportError as error:
            raise ModelUnusable(
                self._said, "needs sentence-transformers; install aftalesvar[models]"
            ) from error
        logging_of.disable_progress_bar()
        make = library.SentenceTransformer
        model = self._from_folder(make, folder) if folder else self._from_hub(make)
        whole = model.get_embedding_dimension()
        if self._dimension and whole and self._dimension > whole:
            raise ModelUnusable(self._said, f"has {whole} dimensions, {self._dimension} are set")
        model.truncate_dim = self._dimension
        return model

    def _from_folder(self, make: Callable[..., Any], folder: Path) -> Any:
        if not (folder / "config.json").exists() and not (folder / "modules.json").exists():
            raise ModelUnusable(self._said, "holds no sentence-transformers model")
        with as_unusable(self._said, "its folder may be damaged; fetch it anew"):
            return make(str(folder), local_files_only=True)

    def _from_hub(self, make: Callable[..., Any]) -> Any:
        name, _, revision = self._said.partition("@")
        try:
            return make(name, revision=revision or None, local_files_only=True)
        except Exception as error:  # not all of it is in the cache; libraries raise anything
            log.info("%s is fetched from the hub, the cache says: %s", self._said, error)
        with as_unusable(self._said, "look at its name and the network, or name a folder"):
            hub = import_module("huggingface_hub").HfApi()
            hub.model_info(name, revision=revision or None, timeout=PATIENCE)
            return make(name, revision=revision or None)
