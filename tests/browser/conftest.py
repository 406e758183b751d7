"""The service as people meet it: real processes, and a real browser in front of them."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from service.access.keys import Keys
from tests.service.model.openai_server import Act, ModelServer, Reply, model_server
from tests.service.processes import service

# Debian's browser in a container: as root, without a screen, and without asking its maker anything.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAWS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PATIENCE = 15_000  # milliseconds, on a machine that does much else

Open = Callable[..., Page]
Opening = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="session")
def site(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `aftalesvar serve` over the sample documents, in a process of its own."""
    log = tmp_path_factory.mktemp("site") / "log"
    with service(sample_home, log, "--no-watch") as running:
        yield running.url


@dataclass(frozen=True, slots=True)
class Written:
    """A service whose answers a language model writes; `model` says what, and when."""

    url: str
    model: ModelServer


@pytest.fixture(scope="session")
def written(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    """Another one, with a language model."""
    log = tmp_path_factory.mktemp("written") / "log"
    with (
        model_server() as model,
        service(sample_home, log, "--no-watch", **by(model)) as running,
    ):
        yield Written(running.url, model)


def by(model: ModelServer) -> dict[str, str]:
    """What a service is told so that `model` writes its answers."""
    return {"AFTALESVAR_LLM_URL": model.url, "AFTALESVAR_LLM_MODEL": "m"}


class Pausing:
    """A language model that says one sentence, and the rest when it may."""

    def __init__(self, first: str, rest: str) -> None:
        self.go_on = threading.Event()
        self.left = threading.Event()
        self._first = first
        self._rest = rest

    def __call__(self, reply: Reply) -> None:
        reply.head(200, "text/event-stream")
        reply.chunk(self._first)
        while not self.go_on.wait(0.05):
            try:
                reply.raw(b": still here\n\n")
            except OSError:
                self.left.set()
                raise
        reply.chunk(self._rest)
        reply.chunk(None, "stop")
        reply.event("[DONE]")


@pytest.fixture
def pausing(written: Written) -> Iterator[Pausing]:
    """The language model stops after its first sentence, at the latest until the test is over."""
    act = Pausing(
        "Styregruppe Social besluttede, at Fyrtårnet omlægges efter model B. [1] Udgiften ",
        "til omstillingen på 1,4 mio. kr. indregnes i taksten over to år. [1]",
    )
    as_act: Act = act
    written.model.will(as_act)
    yield act
    act.go_on.set()


@dataclass(frozen=True, slots=True)
class Closed:
    """A service that lets nobody in without a log-in, and each ask twice a minute."""

    url: str
    keys: Keys

    def key(self) -> str:
        """A new key, of somebody who has asked nothing yet."""
        return self.keys.add("Birgit")[1]


@pytest.fixture(scope="session")
def closed(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Closed]:
    """A third, with a door."""
    folder = tmp_path_factory.mktemp("closed")
    home = folder / "home"
    shutil.copytree(sample_home, home)
    settings = {"AFTALESVAR_ANONYMOUS": "no", "AFTALESVAR_QUESTIONS_PER_MINUTE": "2"}
    with service(home, folder / "log", "--no-watch", **settings) as running:
        yield Closed(running.url, Keys(home / "access"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it the test is skipped.

    It does not outlive its module: Playwright keeps an event loop running in this thread, and while
    it does no other test can start one.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


class Watched:
    """What a browser asked for and complained of while a test ran."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.abroad: list[str] = []
        self.complaints: list[str] = []
        context.on("request", lambda r: r.url.startswith(site) or self.abroad.append(r.url))
        context.on("weberror", lambda e: self.complaints.append(str(e.error)))
        context.on("console", lambda m: m.type == "error" and self._heard(m.text))
        context.on("response", lambda r: r.status >= 400 and self._refused(r.url))

    def _heard(self, text: str) -> None:
        # That a page came with an error status, or never, is told as an error too; tests want it.
        if not text.startswith("Failed to load resource:"):
            self.complaints.append(text)

    def _refused(self, url: str) -> None:
        if "/static/" in url:
            self.complaints.append(url)


@pytest.fixture(scope="module")
def opening(browser: Browser, site: str) -> Opening:
    """A page in a browser of its own, in which nothing goes abroad or is complained of.

    `at` is the service, where it is not the usual one; the rest are Playwright's options.
    """

    @contextmanager
    def open_(path: str = "/", at: str = site, **options: object) -> Iterator[Page]:
        context = browser.new_context(base_url=at, locale="da-DK", **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        watched = Watched(context, at)
        page = context.new_page()
        page.goto(path)
        yield page
        context.close()
        assert (watched.abroad, watched.complaints) == ([], [])

    return open_


@pytest.fixture
def opened(opening: Opening) -> Iterator[Open]:
    """Opens pages that are closed and looked after when the test is over."""
    open_pages: list[AbstractContextManager[Page]] = []

    def open_(path: str = "/", **options: object) -> Page:
        page = opening(path, **options)
        open_pages.append(page)
        return page.__enter__()

    yield open_
    for page in open_pages:
        page.__exit__(None, None, None)


@pytest.fixture(scope="session")
def faults() -> Callable[[Page], list[str]]:
    """What axe finds on a page against WCAG 2.2 AA, a line each."""
    axe = Axe()

    def found(page: Page) -> list[str]:
        result = axe.run(page, options={"runOnly": {"type": "tag", "values": LAWS}})
        return [
            f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
            for violation in result.response["violations"]
            for node in violation["nodes"]
        ]

    return found
