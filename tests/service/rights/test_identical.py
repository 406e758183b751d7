"""Who may see only what is open is told the same, byte by byte, whether or not more is there.

What is new in every reply is left out of the comparison: see `compared.NEW_EACH_TIME`. Closed items
stand at the end of their minutes, so that they move nothing: the places of open text in a file do
tell how long what stands between is.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import Kind
from tests.service.rights.asked import Question, questions
from tests.service.rights.compared import first_difference, reply
from tests.service.rights.conftest import SMALL, Pair
from tests.service.rights.ways import TEXT, Call, of_document, places

WORDS = (
    *("takster", "Fjordby", "Birkegården", "botilbud", "pladser", "besluttet", "hvor mange"),
    *("lukkede punkter", "møder", "2021", "8. juli 2021", "Punkt 5", "Hvad", "referat", "?", "*"),
)


def differences(pair: Pair, calls: Sequence[Call]) -> list[str]:
    """The calls that are answered otherwise where more is there, and how."""
    told = []
    for call in calls:
        one, other = reply(pair.without, call), reply(pair.with_closed, call)
        assert one.status < 500, call
        if one.said != other.said:
            told.append(f"{call}: {first_difference(one.said, other.said)}")
    return told


def test_the_two_collections_do_differ(pair):
    assert len(pair.planted.files) == SMALL.minutes + SMALL.closed_documents
    assert pair.planted.closed_files


def test_every_place_says_the_same(pair):
    assert differences(pair, places()) == []


def test_every_document_is_the_same_and_the_closed_ones_are_not_there(pair):
    ids = [name.removesuffix(".txt") for name in pair.planted.files]
    inner = [f"{ids[1]}.2021-02-09", f"{ids[5]}.2021-06-29"]

    assert differences(pair, [c for one in (*ids, *inner) for c in of_document(one)]) == []


@pytest.mark.parametrize("way", TEXT)
def test_every_question_is_answered_the_same(pair, way):
    asked = list(questions(pair.planted.closed[: SMALL.closed]))
    some = random.Random(way).sample(asked, 5)

    assert differences(pair, [TEXT[way](question) for question in some]) == []


def texts(pair: Pair) -> st.SearchStrategy[str]:
    """Words of open and of closed text, put together anyhow."""
    closed = pair.planted.closed[: SMALL.closed]
    said = [word for one in closed for word in (one.place, one.title, one.word, one.case)]
    return st.lists(st.sampled_from([*WORDS, *said]), min_size=1, max_size=5).map(" ".join)


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "kinds": st.lists(st.sampled_from([*map(str, Kind)]), max_size=2),
        "bodies": st.lists(
            st.sampled_from(["Styregruppe Social", "Grundfondsudvalget", "Ingen"]), max_size=2
        ),
        "from": st.sampled_from(["2021-01-01", "2021-07-09", "2024-01-01"]),
        "punkt": st.sampled_from(["1", "4", "5", "8"]),
        "section": st.sampled_from(["Beslutning", "Bilag", "Resumé"]),
        "editions": st.sampled_from([["2031-2032"], ["2021"]]),
    },
)


SEARCHING = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SEARCHING
@given(data=st.data())
def test_whatever_is_asked_is_answered_the_same(pair, data):
    way = data.draw(st.sampled_from([*TEXT.values()]))
    earlier = data.draw(st.lists(texts(pair), max_size=2))
    call = way(Question("any", data.draw(texts(pair)), tuple(earlier)))
    filters = data.draw(FILTERS) if call.path in ("/v1/ask", "/v1/search") else {}

    assert differences(pair, [replace(call, json=call.json and call.json | filters)]) == []


def test_a_difference_would_be_seen(pair):
    closed = pair.planted.closed[0]
    call = TEXT["search"](Question("title", closed.title))
    told = reply(pair.with_closed, call).said

    assert first_difference(told, told.replace("referat", "Referat")) != ""
