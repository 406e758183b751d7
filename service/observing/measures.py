"""What is counted and measured, for Prometheus; no label holds a person, a path or a question.

A process counts for itself, or where `PROMETHEUS_MULTIPROC_DIR` is set, in files there that are
added up when somebody asks.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from index import SearchIndexError
from service.ports import Overview

PREFIX = "aftalesvar"
# Few, for they are multiplied by every route.
REQUEST_SECONDS = (0.1, 0.3, 1.0, 5.0)
ANSWER_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3.0, 6.0, 12.0, 30.0)


class Measures:
    """All that one application counts."""

    def __init__(self, shared: str | None = None) -> None:
        """`shared` is the folder where several processes add up; without one this one is alone."""
        # They double the series and tell nothing we need.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        own = CollectorRegistry()
        self._shared = shared
        self._own = own
        self.requests = Histogram(
            "http_request_duration_seconds",
            "Seconds from a request to the end of its response.",
            ("route", "method", "status"),
            namespace=PREFIX,
            buckets=REQUEST_SECONDS,
            registry=own,
        )
        self.in_flight = Gauge(
            "http_requests_in_flight",
            "Requests that are being answered.",
            namespace=PREFIX,
            registry=own,
            multiprocess_mode="livesum",
        )
        self.questions = _counter(
            own, "questions", "Questions, by how they ended.", "channel", "mode", "outcome"
        )
        self.answers = Histogram(
            "answer_duration_seconds",
            "Seconds from a question to its whole answer.",
            ("mode",),
            namespace=PREFIX,
            buckets=ANSWER_SECONDS,
            registry=own,
        )
        self.no_answer = _counter(own, "no_answer", "Questions the documents do not answer.")
        self.rate_limited = _counter(own, "rate_limited", "Requests refused for their number.")
        self.auth_failures = _counter(own, "auth_failures", "Visitors who were not let in.", "kind")
        self.llm = _counter(
            own, "llm_answers", "Answers a language model was asked to write.", "outcome"
        )
        self.feedback = _counter(own, "feedback", "Opinions of answers.", "verdict")

    def exposed(self, overview: Callable[[], Overview]) -> bytes:
        """Everything as text, with the state of the index that `overview` tells."""
        registry = self._own
        if self._shared:
            registry = CollectorRegistry()
            MultiProcessCollector(registry, self._shared)  # type: ignore[no-untyped-call]
        of_index = CollectorRegistry()
        of_index.register(_IndexState(overview))
        return generate_latest(registry) + generate_latest(of_index)


def _counter(registry: CollectorRegistry, name: str, what: str, *labels: str) -> Counter:
    return Counter(name, what, labels, namespace=PREFIX, registry=registry)


class _IndexState(Collector):
    """What everybody may know of the index, looked up when it is asked for."""

    def __init__(self, overview: Callable[[], Overview]) -> None:
        self._overview = overview

    def collect(self) -> Iterator[Metric]:
        usable = GaugeMetricFamily(f"{PREFIX}_index_usable", "Whether questions can be answered.")
        try:
            overview = self._overview()
        except SearchIndexError:
            usable.add_metric([], 0)
            yield usable
            return
        usable.add_metric([], 1)
        yield usable
        yield InfoMetricFamily(
            f"{PREFIX}_index", "The index in use.", value={"generation": overview.generation}
        )
        yield GaugeMetricFamily(
            f"{PREFIX}_index_built_timestamp_seconds",
            "When the index in use was built.",
            datetime.fromisoformat(overview.built).timestamp(),
        )
        yield GaugeMetricFamily(
            f"{PREFIX}_index_documents", "Documents that everybody may see.", overview.documents
        )
