"""Who may not see what is closed finds no trace of it, whatever they ask and wherever they look."""

import logging
import random
from collections.abc import Iterable, Iterator
from itertools import cycle

import pytest

from service.observing.lines import Lines
from tests.service.rights.asked import Question, questions
from tests.service.rights.closed_items import CLOSED_BODY
from tests.service.rights.conftest import WITH_RIGHT, WITHOUT_RIGHT, Served
from tests.service.rights.traces import Marks
from tests.service.rights.ways import OF_DOCUMENT, PLACES, TEXT, Call, of_document, places

ASKED = 200  # closed items that are asked about, ten questions each
SAMPLE = 300  # of them, in an everyday run


@pytest.fixture(scope="module")
def marks(served: Served) -> Marks:
    return Marks.of(served.planted.closed)


def calls(served: Served) -> Iterator[tuple[str, Call]]:
    """Every question in one of the ways, so that every kind comes in every way; with their kind."""
    ways = {kind: cycle(TEXT.values()) for kind in {q.kind for q in asked(served)}}
    return ((question.kind, next(ways[question.kind])(question)) for question in asked(served))


def asked(served: Served) -> Iterator[Question]:
    return questions(served.planted.closed[:ASKED])


def traces(served: Served, marks: Marks, role: str, told: Iterable[Call]) -> list[str]:
    """The calls whose reply has a mark of something closed, and which; none may fail inside."""
    found = []
    for call in told:
        response = call.send(served.client, **served.roles[role])
        assert response.status_code < 500, call
        if left := marks.traces(response, call.said):
            found.append(f"{role}: {call} tells {sorted(left)}")
    return found


def logged(records: Iterable[logging.LogRecord]) -> Iterator[str]:
    """What stands in the service's log of all that was said, however little it mattered."""
    ours = (record for record in records if not record.name.startswith("http"))
    return map(Lines().format, ours)


@pytest.fixture
def chosen(served: Served, request: pytest.FixtureRequest) -> list[Call]:
    """All questions, or some of every kind."""
    every = [call for _, call in calls(served)]
    if request.config.getoption("--all-questions", default=False):
        return every
    return random.Random(6).sample(every, SAMPLE)


def test_there_are_two_thousand_questions(served):
    kinds = [kind for kind, _ in calls(served)]

    assert len(kinds) >= 2_000
    assert len(served.planted.closed) >= 200


def test_no_question_tells_who_has_no_right(served, marks, chosen, request, caplog):
    caplog.set_level(logging.DEBUG)
    everybody = request.config.getoption("--all-questions", default=False)
    roles = cycle(WITHOUT_RIGHT)

    for call in chosen:
        for role in WITHOUT_RIGHT if everybody else (next(roles),):
            assert traces(served, marks, role, [call]) == []
    assert marks.found("\n".join(logged(caplog.records))) == set()


@pytest.mark.parametrize("role", WITHOUT_RIGHT)
def test_no_place_tells_them(served, marks, role):
    told = places() if role == "open key" else random.Random(role).sample(places(), 15)

    assert traces(served, marks, role, told) == []


@pytest.mark.parametrize("role", WITHOUT_RIGHT)
def test_no_document_tells_them(served, marks, role):
    every = [call for name in served.planted.files for call in of_document(name[:-4])]

    told = random.Random(role).sample(every, 150 if role == "open key" else 30)

    assert traces(served, marks, role, told) == []


ANSWERING = [way for way in TEXT if not way.startswith(("unknown", "document", "opinion", "body"))]


@pytest.mark.parametrize("role", WITH_RIGHT)
@pytest.mark.parametrize("way", ANSWERING)
def test_with_the_right_it_is_found(served, marks, role, way):
    one = served.planted.closed[7]
    call = TEXT[way](Question("any", one.place))

    response = call.send(served.client, **served.roles[role])

    assert marks.traces(response, call.said) & set(one.marks)


def test_with_the_right_an_error_names_the_bodies_of_closed_documents(served, marks):
    call = TEXT["unknown body"](Question("any", "Ingen"))

    response = call.send(served.client, **served.roles["closed key"])

    assert marks.traces(response, call.said) == {CLOSED_BODY.casefold()}


@pytest.mark.parametrize("path", [path for path in OF_DOCUMENT if "offset" not in path])
def test_with_the_right_closed_documents_are_there(served, marks, path):
    name = served.planted.closed_files[0].removesuffix(".txt")

    response = served.client.get(path.format(id=name), headers=served.roles["closed key"])

    assert response.status_code == 200
    assert marks.traces(response, "")


@pytest.mark.parametrize("path", [path for path in PLACES if "documents" in path or "dec" in path])
def test_with_the_right_places_tell_of_them(served, marks, path):
    response = served.client.get(path, headers=served.roles["closed key"])

    assert marks.traces(response, "")
