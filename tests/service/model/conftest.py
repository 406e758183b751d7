"""A language model of OpenAI's kind on loopback, and writers that ask it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from service.model import ModelSettings, ModelWriter, model_writer
from tests.service.model.openai_server import ModelServer, model_server

KEY = "sk-hemmelig-noegle-4711"
Make = Callable[..., ModelWriter]


@pytest.fixture(scope="package")
def served() -> Iterator[ModelServer]:
    with model_server() as server:
        yield server


@pytest.fixture
def settings(served: ModelServer) -> ModelSettings:
    """Limits short enough that a test of them is soon over."""
    return ModelSettings(served.url, "m", KEY, deadline=5.0, first=2.0, failures=100)


@pytest.fixture
def make(settings: ModelSettings) -> Iterator[Make]:
    """Makes writers with other limits, and closes them."""
    made: list[ModelWriter] = []

    def writer(**changes: Any) -> ModelWriter:
        made.append(model_writer(replace(settings, **changes)))
        return made[-1]

    yield writer
    for each in made:
        each.close()


@pytest.fixture
def writer(make: Make) -> ModelWriter:
    return make()
