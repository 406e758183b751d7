"""The search as a LlamaIndex retriever."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.response_synthesizers import BaseSynthesizer, CompactAndRefine
from llama_index.core.response_synthesizers.no_text import NoText
from llama_index.core.schema import MetadataMode, NodeWithScore

from index import EVERYTHING, Filters, Hit, Index, IndexMissing, Passage
from index.llama import TOLD, AftalesvarRetriever, node

ROOT = Path(__file__).parent.parent.parent
QUESTION = "Hvad blev besluttet om midlertidigt botilbud?"
CODE = re.compile(r"```python\n(.*?)```", re.S)


def facts(found: list[NodeWithScore]) -> list[tuple[object, ...]]:
    return [(one.text, one.score, one.metadata["source"]) for one in found]


def test_it_finds_what_the_index_finds(index: Index) -> None:
    found = AftalesvarRetriever(index, limit=7).retrieve(QUESTION)

    assert facts(found) == [
        (hit.passage.text, hit.score, hit.passage.ref.source)
        for hit in index.search(QUESTION, Filters(), 7)
    ]
    assert len(found) == 7


def test_a_home_is_as_good_as_an_index(home: Path, index: Index) -> None:
    retriever = AftalesvarRetriever(str(home))

    assert retriever.retrieve(QUESTION) == AftalesvarRetriever(index).retrieve(QUESTION)
    retriever.close()


def test_a_home_without_an_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="aftalesvar update FOLDER"):
        AftalesvarRetriever(tmp_path).retrieve(QUESTION)


def test_filters_hold(index: Index) -> None:
    minutes = Filters(kinds=frozenset({"referat"}), start=date(2025, 1, 1))

    found = AftalesvarRetriever(index, filters=minutes).retrieve("takster")

    assert found
    assert {(one.metadata["kind"], one.metadata["held"][:4]) for one in found} == {
        ("referat", "2025")
    }


def test_closed_passages_are_found_only_by_who_may_see_them(index: Index) -> None:
    def seen(filters: Filters) -> set[str]:
        found = AftalesvarRetriever(index, filters=filters, limit=200).retrieve("Hejrevangen køb")
        return {one.metadata["visibility"] for one in found}

    assert seen(Filters()) == {"open"}
    assert seen(Filters(visibility=EVERYTHING)) == {"open", "closed"}


def test_the_place_is_flat_fields(passage: Callable[..., Passage]) -> None:
    found = passage(
        3, "Taksten er 5 kr.", held=date(2025, 5, 22), punkt="6", headings=("A", "B"), page=4
    )

    made = node(Hit(found, 1.5, ("lexical", "dense")))

    assert made.metadata == {
        "document": "d",
        "source": "d.txt",
        "title": "T",
        "kind": "referat",
        "status": "ukendt",
        "visibility": "open",
        "held": "2025-05-22",
        "punkt": "6",
        "headings": "A / B",
        "page": 4,
        "struck": False,
        "proposed": False,
        "agenda_only": False,
        "context": "",
        "why": "lexical, dense",
    }
    assert {type(value) for value in made.metadata.values()} == {str, int, bool}
    assert (made.node_id, made.ref_doc_id) == ("d:0-16", "d")


def test_a_node_leads_back_into_its_document(index: Index) -> None:
    for found in AftalesvarRetriever(index).retrieve(QUESTION):
        document = index.document(found.metadata["document"])
        made = found.node

        assert document
        assert made.ref_doc_id == document.id
        first = found.text.split()[0]
        assert document.text[made.start_char_idx : made.end_char_idx].startswith(first)  # type: ignore[attr-defined]


def test_a_model_is_shown_the_text_and_what_the_place_is_called(index: Index) -> None:
    (found,) = AftalesvarRetriever(index, limit=1).retrieve(QUESTION)

    shown = found.node.get_content(MetadataMode.LLM)

    names = re.findall(r"(?m)^(\w+): ", shown.removesuffix(found.text))
    assert shown.endswith(found.text)
    assert names == [name for name in found.metadata if name in TOLD]
    assert found.node.get_content(MetadataMode.EMBED) == found.text


@pytest.mark.parametrize(("synthesizer", "says"), [(NoText, ""), (CompactAndRefine, "botilbud")])
def test_a_query_engine_answers_with_it(
    index: Index, synthesizer: Callable[..., BaseSynthesizer], says: str
) -> None:
    retriever = AftalesvarRetriever(index, limit=3)
    engine = RetrieverQueryEngine(
        retriever=retriever, response_synthesizer=synthesizer(llm=MockLLM())
    )

    response = engine.query(QUESTION)

    assert facts(response.source_nodes) == facts(retriever.retrieve(QUESTION))
    assert says in str(response)


def test_the_documented_example_runs(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "\n".join(CODE.findall((ROOT / "docs" / "notebooks.md").read_text("utf-8")))
    (tmp_path / ".aftalesvar").symlink_to(home)
    monkeypatch.chdir(tmp_path)

    exec(compile(code, "notebooks.md", "exec"), {})

    shown = capsys.readouterr().out
    assert "referat-2025-03-12.txt" in shown
    assert shown.endswith("10 passages\n")


def test_every_field_of_a_place_is_documented(index: Index) -> None:
    text = (ROOT / "docs" / "notebooks.md").read_text("utf-8")
    found = AftalesvarRetriever(index, limit=50).retrieve(QUESTION)

    assert [name for one in found for name in one.metadata if f"`{name}`" not in text] == []


def test_llamaindex_is_imported_only_by_who_asks_for_it() -> None:
    program = "import sys, index; sys.exit('llama_index' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT).returncode == 0
