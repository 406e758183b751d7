"""The API does what its description says, whatever is sent: Schemathesis finds no fault.

`--all-questions` sends a thousand requests of each sort to every route.
"""

from dataclasses import replace
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import positive_data_acceptance

from service import build, texts
from service.settings import Settings
from tests.service.rights.conftest import OPEN_TO_ALL, Pair, service_over

FEW, MANY = 10, 1_000
# What can be sent to these is bounded by their description; nothing is against that of the others.
BOUNDED = (
    *("POST /v1/ask", "POST /v1/search", "POST /v1/chat/completions", "POST /v1/feedback"),
    *("GET /v1/documents", "GET /v1/documents/{document_id}/text", "GET /v1/decisions"),
    *("POST /v1/decisions", "GET /v1/timeline", "POST /v1/timeline"),
)
OTHERS = (
    *("GET /health", "GET /ready", "GET /v1/status", "GET /v1/models", "GET /v1/models/{name}"),
    *("GET /v1/documents/{document_id}", "GET /v1/documents/{document_id}/file"),
)
REFUSALS = [400, 401, 403, 404, 405, 413, 414, 415, 422, 429, 431]
CONFIG = {"checks": {"negative_data_rejection": {"expected-statuses": REFUSALS}}}
# What no description can say: that a text has no words, that a body is not here, that a period
# ends before it begins, that nobody in a chat asks anything.
SAYS_NOTHING = ("question_refused", "unknown_filter")
MEANS_NOTHING = (texts.PERIOD_REVERSED, texts.CHAT_WITHOUT_QUESTION)


@pytest.fixture(scope="module")
def api(pair: Pair) -> Any:
    """The service as it describes itself."""
    config = SchemathesisConfig.from_dict(CONFIG)
    rules = replace(OPEN_TO_ALL, anonymous=False)
    app = service_over(pair.home, rules)  # of its own: it is started and stopped for each request
    return schemathesis.openapi.from_asgi("/openapi.json", app, config=config)


@pytest.fixture(scope="module")
def key(pair: Pair) -> dict[str, str]:
    """The headers of somebody who may ask."""
    _, text = build.keys(Settings(home=pair.home)).add("Schemathesis")
    return {"Authorization": f"Bearer {text}"}


@pytest.fixture
def searching(request: pytest.FixtureRequest) -> settings:
    """How much is sent to each route."""
    return settings(
        max_examples=MANY if request.config.getoption("--all-questions", default=False) else FEW,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def test_every_described_route_is_tried(api):
    described = {
        f"{each.method.upper()} {each.path}" for each in map(_ok, api.get_all_operations())
    }

    assert described == {*BOUNDED, *OTHERS}


def means_nothing(response: Any) -> bool:
    """Whether what was sent was as described, and refused for what it means."""
    error = response.json().get("error", {}) if response.status_code == 422 else {}
    return error.get("code") in SAYS_NOTHING or error.get("message", "").endswith(MEANS_NOTHING)


def _ok(result: Any) -> Any:
    return result.ok()


@pytest.mark.parametrize("route", [*BOUNDED, *OTHERS])
def test_what_is_as_described_is_answered_as_described(api, key, searching, route):
    method, path = route.split()

    @searching
    @given(case=api[path][method].as_strategy(generation_mode=GenerationMode.POSITIVE))
    def holds(case: Any) -> None:
        response = case.call_and_validate(headers=key, excluded_checks=[positive_data_acceptance])
        assert response.status_code in (200, 204, 404) or means_nothing(response), response.text

    holds()


@pytest.mark.parametrize("route", BOUNDED)
def test_what_is_not_is_refused_as_described(api, key, searching, route):
    method, path = route.split()

    @searching
    @given(case=api[path][method].as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def holds(case: Any) -> None:
        case.call_and_validate(headers=key)

    holds()
