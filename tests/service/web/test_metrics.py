"""What Prometheus reads: the right names, bounded, and nothing of who asked or what."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from service.access.doors import DOORS
from service.access.errors import NotAllowed, NotRecognised, TooMany
from service.access.port import Presented
from service.access.visitor import Scope, Visitor, anonymous
from service.observing.assistant import Measured
from service.observing.measures import Measures
from service.web.app import create_app
from tests.service.conftest import EmptyShelf, Shelf, hosting, parts, serving

CANARY = "zeppelinerparkering"
METHODS = ("GET", "HEAD", "POST", "DELETE", "BREW")


class Watchman:
    """Lets everybody do everything, but who presents a bad key, asks too much or may too little."""

    def visitor(self, presented: Presented) -> Visitor:
        match presented.authorization:
            case "Bearer aft_bad" | "Bearer anonymous":
                raise NotRecognised
            case "Bearer poor":
                raise NotAllowed
            case "Bearer eager":
                raise TooMany(9)
        return replace(anonymous(presented.address), scopes=frozenset(Scope))


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    measures = Measures()
    made = replace(parts(Measured(Shelf(), measures)), recogniser=Watchman(), measures=measures)
    with hosting(create_app(made)) as url, httpx.Client(base_url=url) as client:
        yield client


def sample(client: httpx.Client, name: str, **labels: str) -> float:
    """The value of one series; 0 where it was never counted."""
    for family in text_string_to_metric_families(client.get("/metrics").text):
        for each in family.samples:
            if each.name == f"aftalesvar_{name}" and each.labels == labels:
                return each.value
    return 0.0


def ask(client: httpx.Client, question: str, key: str = "good") -> httpx.Response:
    headers = {"Authorization": f"Bearer {key}"}
    return client.post("/v1/ask", json={"question": question}, headers=headers)


def test_who_was_not_given_the_measures_may_not_read_them() -> None:
    with serving(Shelf()) as url:
        assert httpx.get(f"{url}/metrics").status_code == 403


def test_a_request_is_measured_under_the_name_of_its_route(client: httpx.Client) -> None:
    client.get("/kilder/das-2025-05-22")

    name = "http_request_duration_seconds_count"
    assert sample(client, name, route="/kilder/{*}", method="GET", status="2xx") == 1


def test_questions_are_counted_by_how_they_ended(client: httpx.Client) -> None:
    ask(client, "Hvad blev besluttet?")
    ask(client, "Er månen af ost?")
    ask(client, "?")
    ask(client, "Kan den gå i stykker?")

    ended = ("answered", "not_found", "refused", "failed")
    modes = ("extractive", "extractive", "none", "none")
    assert [
        sample(client, "questions_total", channel="anonymous", mode=mode, outcome=outcome)
        for mode, outcome in zip(modes, ended, strict=True)
    ] == [1, 1, 1, 1]
    assert sample(client, "no_answer_total") == 1
    assert sample(client, "answer_duration_seconds_count", mode="extractive") == 2


def test_who_is_not_let_in_is_counted_by_what_was_presented(client: httpx.Client) -> None:
    for key in ("aft_bad", "anonymous", "poor", "eager"):
        ask(client, "Hvad blev besluttet?", key)

    assert sample(client, "auth_failures_total", kind="key") == 1
    assert sample(client, "auth_failures_total", kind="nothing") == 1
    assert sample(client, "auth_failures_total", kind="not_allowed") == 1
    assert sample(client, "rate_limited_total") == 1


def test_the_index_in_use_is_told(client: httpx.Client) -> None:
    assert sample(client, "index_info", generation="g1") == 1
    assert sample(client, "index_built_timestamp_seconds") == 1748761200
    assert sample(client, "index_usable") == 1


def test_without_an_index_the_measures_say_so() -> None:
    app = create_app(replace(parts(EmptyShelf()), recogniser=Watchman()))
    with hosting(app) as url, httpx.Client(base_url=url) as client:
        assert sample(client, "index_usable") == 0
        assert "aftalesvar_index_info" not in client.get("/metrics").text


def test_a_request_that_is_being_answered_is_in_flight(client: httpx.Client) -> None:
    assert sample(client, "http_requests_in_flight") == 1  # the one that asks


def test_the_series_are_bounded_whatever_is_sent(client: httpx.Client) -> None:
    def send(method: str, path: str, key: str) -> None:
        headers = {"Authorization": f"Bearer {key}", "Accept": CANARY}
        client.request(method, path, headers=headers, content=CANARY, params={"q": CANARY})

    paths = [door.path.replace("{*}", CANARY).replace("{}", CANARY) for door in DOORS]
    paths += [f"/{CANARY}", f"/v1/documents/{CANARY}/{CANARY}", "/v1/ask/"]
    every = [(m, p, k) for m in METHODS for p in paths for k in ("good", "aft_bad")]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda each: send(*each), every))
    before = client.get("/metrics").text
    for number in range(50):
        send("GET", f"/{CANARY}/{number}", f"{CANARY}-{number}")
    after = client.get("/metrics").text

    lines = [line for line in after.splitlines() if not line.startswith("#")]
    assert len(lines) <= 1_000
    assert len(before.splitlines()) == len(after.splitlines())
    assert CANARY not in after


def test_the_names_follow_the_rules_of_prometheus(client: httpx.Client) -> None:
    ask(client, "Hvad blev besluttet?")

    for family in text_string_to_metric_families(client.get("/metrics").text):
        assert re.fullmatch("aftalesvar_[a-z_]+", family.name)
        assert family.documentation
        assert family.type != "unknown"
        assert all(set(each.labels) <= LABELS for each in family.samples)


LABELS = {"route", "method", "status", "channel", "mode", "outcome", "kind", "verdict"} | {
    "le",
    "generation",
}
