"""Crawls of a server on the loopback that misbehaves; each case says what must come of it."""

import gzip
import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, ip_address
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import Any

import pytest

from ingest.sources.source import Listing, SourceError
from ingest.sources.web import Site, WebSource
from ingest.sources.web.fetch import STEP, unzipped

HOPELESS = 60  # seconds
HERE = IPv4Address("127.0.0.2")  # the machine that may be reached
INSIDE = IPv4Address("127.0.0.1")  # the one that may not
PDF = b"%PDF-1.4\n1 0 obj\nReferat\nendobj\ntrailer\n%%EOF\n"
HTML = "text/html; charset=utf-8"
PROSE = (
    "Styregruppe Social i Region Østfjorden har drøftet belægningen på de specialiserede tilbud og "
    "besluttet at følge udviklingen i taksterne kvartalsvis. Sekretariatet udarbejder et notat om "
    "aftalen, som kommunerne får i høring inden næste møde."
)

Answerer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Reply:
    """What the server answers; `headers` in addition to type and length."""

    body: bytes = b""
    kind: str = HTML
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(self.status)
        if self.kind:
            handler.send_header("Content-Type", self.kind)
        handler.send_header("Content-Length", str(self.length or len(self.body)))
        for name, value in self.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(self.body)


def page(*links: str, text: str = PROSE, head: str = "") -> Reply:
    body = "".join(f'<a href="{link}">mere</a> ' for link in links)
    return Reply(f"<!doctype html><head>{head}</head><body><p>{text}</p>{body}</body>".encode())


def to(target: str) -> Reply:
    return Reply(status=302, headers={"Location": target})


def pdf(text: str = "Referat") -> Reply:
    return Reply(PDF.replace(b"Referat", text.encode()), "application/pdf")


class Server(ThreadingHTTPServer):
    """Answers from `routes`, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self, host: str, port: int = 0) -> None:
        super().__init__((host, port), Handler)
        self.routes: dict[str, Answerer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.missing: Answerer = Reply(b"<h1>404</h1>", status=404)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """The crawler hangs up on what is too large or too slow."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked.append((self.path, dict(self.headers)))
        self.close_connection = True
        server.routes.get(self.path, server.missing)(self)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- its name there
        """Nothing."""


class Clock:
    """A clock that waits by moving on."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime(2025, 3, 12, 12, tzinfo=UTC) + timedelta(seconds=sum(self.slept))

    def monotonic(self) -> float:
        return sum(self.slept)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@dataclass
class Case:
    """A site on a server, a clock and a folder for the copies."""

    server: Server
    keep: Path
    clock: Clock = field(default_factory=Clock)
    hosts: dict[str, str] = field(default_factory=dict)

    @property
    def root(self) -> str:
        return f"http://moeder.test:{self.server.server_port}"

    @property
    def site(self) -> Site:
        return Site(start=(f"{self.root}/",), delay=0, seconds=1)

    def source(self, site: Site) -> WebSource:
        return WebSource(
            site,
            reachable=lambda address: address == HERE,
            resolve=lambda host: (ip_address(self.hosts.get(host, str(HERE))),),
            clock=self.clock,
        )

    def listed(self, site: Site | None = None, **changes: Any) -> Listing:
        return self.source(replace(site or self.site, **changes)).listed(self.keep)

    def routes(self, **routes: Answerer) -> None:
        """Routes by their paths, where `_` is the front page."""
        self.server.routes.update({f"/{'' if k == '_' else k}": v for k, v in routes.items()})


def serving(server: Server) -> Iterator[Server]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    yield from serving(Server(str(HERE)))


@pytest.fixture
def inside(server: Server) -> Iterator[Server]:
    """A machine behind the wall, at the same port; nobody may ever connect to it."""
    yield from serving(Server(str(INSIDE), server.server_port))


@pytest.fixture
def case(server: Server, tmp_path: Path) -> Case:
    server.routes["/robots.txt"] = Reply(status=404)
    return Case(server, tmp_path / "keep")


def names(listing: Listing) -> list[str]:
    return [entry.name.partition("/")[2] for entry in listing.entries]


def codes(listing: Listing) -> dict[str, str]:
    """What was skipped or failed, by the last part of its name."""
    return {one.name.rpartition("/")[2]: one.code for one in (*listing.skipped, *listing.failed)}


def contents(listing: Listing) -> list[bytes]:
    return [entry.path.read_bytes() for entry in listing.entries]


# What is listed


def test_documents_are_listed_by_readable_names_with_their_addresses(case: Case) -> None:
    case.routes(_=page("/moeder/referat.pdf", "/moeder/"))
    case.server.routes["/moeder/referat.pdf"] = pdf()
    case.server.routes["/moeder/"] = page(text="Oversigt over møderne i styregruppen. " + PROSE)

    listing = case.listed()

    assert names(listing) == ["index.html", "moeder/index.html", "moeder/referat.pdf"]
    assert listing.entries[2].address == f"{case.root}/moeder/referat.pdf"
    assert listing.entries[2].path.read_bytes() == PDF
    assert listing.entries[2].path.suffix == ".pdf"
    assert listing.failed == ()


def test_a_document_opens_as_its_bytes(case: Case) -> None:
    case.routes(_=pdf())
    source = case.source(case.site)

    entry = source.listed(case.keep).entries[0]

    with source.opened(replace(entry, name="referat.txt")) as file:
        assert file.read() == PDF


def test_relative_and_protocol_relative_and_encoded_links_are_one_page_each(case: Case) -> None:
    port = case.server.server_port
    links = (
        "a/b",
        "./a/b#top",
        "/x/../a/b",
        "/a/%62?",
        f"//moeder.test:{port}/a/b?utm_source=brev",
    )
    case.routes(_=page(*links, "/m%C3%B8de referat", "/m%c3%b8de%20referat"))
    case.server.routes["/a/b"] = page(text=PROSE + " Punkt b.")
    case.server.routes["/m%C3%B8de%20referat"] = page(text=PROSE + " Mødet.")

    listing = case.listed()

    assert names(listing) == ["a/b.html", "index.html", "møde-referat.html"]
    assert case.server.paths().count("/a/b") == 1


@pytest.mark.parametrize(
    "link",
    ["file:///etc/passwd", "gopher://moeder.test/1", "data:text/html,x", "javascript:alert(1)",
     "mailto:a@b.dk", "http://bruger:kode@moeder.test/x", "ftp://moeder.test/x", "http://[::1"],
)  # fmt: skip
def test_links_that_are_no_web_pages_are_not_followed(case: Case, link: str) -> None:
    case.routes(_=page(link))

    listing = case.listed()

    assert names(listing) == ["index.html"]
    assert set(case.server.paths()) == {"/robots.txt", "/"}


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd"]
)
def test_a_name_is_no_way_out_of_a_folder(case: Case, path: str) -> None:
    case.routes(_=page(path, text="Oversigt. " + PROSE))
    case.server.missing = page()

    listing = case.listed()

    for entry in listing.entries:
        assert ".." not in entry.name
        assert not entry.name.startswith("/")
        assert entry.path.resolve().is_relative_to(case.keep.resolve())


def test_patterns_say_which_pages_are_documents_and_start_pages_give_links(case: Case) -> None:
    case.routes(_=page("/referater/1", "/referater/kladde", "/nyheder/2"))
    case.server.missing = page(text="Referat af mødet.")
    patterns = {"include": ("/referater/*",), "exclude": ("*kladde*",)}

    listing = case.listed(start=(f"{case.root}/",), depth=1, **patterns)

    assert "/nyheder/2" not in case.server.paths()
    assert "/referater/kladde" not in case.server.paths()
    assert listing.failed == ()


def test_links_are_followed_to_the_depth_and_no_further(case: Case) -> None:
    case.routes(_=page("/a"), a=page("/b", text="A. " + PROSE), b=page("/c", text="B. " + PROSE))

    case.listed(depth=2)

    assert "/b" in case.server.paths()
    assert "/c" not in case.server.paths()


def test_a_canonical_page_stands_for_its_copies(case: Case) -> None:
    original = page(head='<link rel="canonical" href="/a">', text="Aftalen. " + PROSE)
    case.server.routes |= {"/": page("/a?print=1", "/a"), "/a": original, "/a?print=1": original}

    assert names(case.listed()) == ["a.html", "index.html"]


def test_a_wrong_canonical_link_hides_no_page(case: Case) -> None:
    other = page(head='<link rel="canonical" href="/">', text="Styringsaftalen. " + PROSE)
    case.routes(_=page("/a"), a=other)

    assert names(case.listed()) == ["a.html", "index.html"]


def test_a_redirect_and_its_target_are_one_document(case: Case) -> None:
    case.routes(_=page("/gammel", "/ny"), gammel=to("/ny"), ny=page(text="Ny. " + PROSE))

    listing = case.listed()

    assert names(listing) == ["index.html", "ny.html"]
    assert case.server.paths().count("/ny") == 1


def test_the_content_decides_what_a_document_is(case: Case) -> None:
    case.routes(_=page("/a", "/b", "/c.pdf"))
    case.server.routes["/a"] = Reply(PDF, HTML)
    case.server.routes["/b"] = replace(page(), kind="application/pdf")
    case.server.routes["/c.pdf"] = page()

    listing = case.listed()

    assert names(listing) == ["a.pdf", "index.html"]
    assert codes(listing) == {"b": "wrong_type", "c.pdf": "wrong_type"}


@pytest.mark.parametrize(
    ("body", "kind", "suffix"),
    [
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "application/zip", ".docx"),
        (b"PK\x03\x04.mimetypeapplication/vnd.oasis.opendocument.text", "application/zip", ".odt"),
        (b"{\\rtf1 Referat}", "application/msword", ".rtf"),
        ("Referat fra mødet".encode(), "text/plain", ".txt"),
        (b"# Referat", "text/markdown", ".md"),
        (b"Referat", "", ".txt"),
    ],
)
def test_kinds_of_documents(case: Case, body: bytes, kind: str, suffix: str) -> None:
    case.server.routes |= {"/": page("/fil.txt"), "/fil.txt": Reply(body, kind)}

    found = [entry for entry in case.listed().entries if "fil" in entry.name]

    assert [entry.path.suffix for entry in found] == [suffix]
    assert found[0].name.endswith(suffix)


@pytest.mark.parametrize(
    "body", [b"\x89PNG\r\n\0\0", b"PK\x03\x04 xl/workbook.xml", b"\xd0\xcf\x11\xe0"]
)
def test_what_is_no_document_is_told(case: Case, body: bytes) -> None:
    case.routes(_=page("/a"), a=Reply(body, HTML))

    assert codes(case.listed()) == {"a": "unknown_type"}


def test_an_encoding_that_only_the_header_names_is_not_lost(case: Case) -> None:
    latin = "<!doctype html><p>Høring på området</p>".encode("latin-1")
    case.routes(_=Reply(latin, "text/html; charset=ISO-8859-1"))

    assert contents(case.listed()) == ["\ufeff<!doctype html><p>Høring på området</p>".encode()]


@pytest.mark.parametrize("charset", ["klingon-8", "utf-8", "zip", "\u00e6"])
def test_a_wrong_encoding_leaves_the_bytes_as_they_are(case: Case, charset: str) -> None:
    latin = "<!doctype html><p>Høring på området</p>".encode("latin-1")
    case.routes(_=Reply(latin, f"text/html; charset={charset}"))

    assert contents(case.listed()) == [latin]


def test_a_compressed_page_is_kept_unpacked(case: Case) -> None:
    plain = page().body
    twice = gzip.compress(plain[:50]) + gzip.compress(plain[50:])
    case.routes(_=Reply(twice, headers={"Content-Encoding": "gzip"}))

    assert contents(case.listed())[0].endswith(plain)


def test_the_order_is_that_of_the_names(case: Case) -> None:
    case.routes(_=page("/c", "/a", "/b"))
    for name in "abc":
        case.server.routes[f"/{name}"] = page(text=f"{name} {PROSE}")

    first, second = case.listed(), case.listed()

    assert names(first) == ["a.html", "b.html", "c.html", "index.html"]
    assert names(second) == names(first)


# Robots


def test_robots_txt_is_obeyed_with_our_name(case: Case) -> None:
    rules = b"User-agent: *\nAllow: /\nUser-agent: aftalesvar\nDisallow: /lukket\nCrawl-delay: 3\n"
    case.server.routes["/robots.txt"] = Reply(rules, "text/plain")
    case.routes(_=page("/lukket/a", "/b"), b=page(text="B. " + PROSE))

    listing = case.listed(agent="Aftalesvar/1.0 (+https://eksempel.dk)")

    assert codes(listing) == {"a": "robots"}
    assert "/lukket/a" not in case.server.paths()
    assert case.clock.slept == [3.0, 3.0]  # before /b and before the page that is not there


def test_a_crawl_delay_beyond_reason_is_cut(case: Case) -> None:
    case.server.routes["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 86400", "text/plain")
    case.routes(_=page())

    case.listed()

    assert set(case.clock.slept) <= {10.0}


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_whose_robots_txt_fails_is_not_crawled(case: Case, status: int) -> None:
    case.server.routes["/robots.txt"] = Reply(status=status)
    case.routes(_=page())

    with pytest.raises(SourceError, match=r"robots\.txt"):
        case.listed()

    assert "/" not in case.server.paths()


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refused_robots_txt_allows_all(case: Case, status: int) -> None:
    case.server.routes["/robots.txt"] = Reply(status=status)
    case.routes(_=page())

    assert names(case.listed()) == ["index.html"]


@pytest.mark.parametrize(
    "marked",
    [
        page("/c", head='<meta name="robots" content="noindex">'),
        page("/c", head='<META NAME="AFTALESVAR" CONTENT="follow, NOINDEX">'),
        replace(page("/c"), headers={"X-Robots-Tag": "noindex"}),
        replace(page("/c"), headers={"X-Robots-Tag": "googlebot: nofollow, aftalesvar: noindex"}),
    ],
)
def test_a_page_marked_noindex_is_not_listed_but_its_links_are_followed(
    case: Case, marked: Reply
) -> None:
    case.routes(_=page("/b"), b=marked, c=page(text="C. " + PROSE))

    listing = case.listed()

    assert names(listing) == ["c.html", "index.html"]
    assert codes(listing) == {"b": "noindex"}


@pytest.mark.parametrize(
    "marked",
    [
        page("/c", head='<meta name="robots" content="nofollow">', text="B. " + PROSE),
        replace(page("/c", text="B. " + PROSE), headers={"X-Robots-Tag": "nofollow"}),
    ],
)
def test_links_of_a_page_marked_nofollow_are_not_followed(case: Case, marked: Reply) -> None:
    case.routes(_=page("/b"), b=marked)

    assert names(case.listed()) == ["b.html", "index.html"]
    assert "/c" not in case.server.paths()


def test_a_mark_for_another_robot_is_not_for_us(case: Case) -> None:
    marked = replace(page(), headers={"X-Robots-Tag": "googlebot: noindex, nofollow"})
    case.routes(_=marked)

    assert names(case.listed()) == ["index.html"]


# Where it does not go


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://moeder.test@127.0.0.1:{port}/",
        "http://moeder.test:{port}@127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:{port}/",
        "http://moeder.test:22/",
        "",
    ],
)
def test_a_redirect_to_an_unsafe_place_is_not_followed(
    case: Case, inside: Server, target: str
) -> None:
    case.routes(_=page("/a"), a=to(target.format(port=case.server.server_port)))

    listing = case.listed()

    assert names(listing) == ["index.html"]
    assert list(codes(listing)) == ["a"]
    assert inside.asked == []


def test_an_allowed_host_with_an_address_inside_is_not_asked(case: Case, inside: Server) -> None:
    case.hosts["intern.test"] = str(INSIDE)
    case.routes(_=page(f"http://intern.test:{case.server.server_port}/", "/a"), a=pdf())
    case.server.routes["/b"] = to(f"http://intern.test:{case.server.server_port}/")

    listing = case.listed(hosts=("moeder.test", "intern.test"))

    assert names(listing) == ["a.pdf", "index.html"]
    assert codes(listing) == {"index": "unsafe_address"}
    assert inside.asked == []


def test_a_name_service_that_changes_its_answer_leads_nowhere_else(
    case: Case, inside: Server
) -> None:
    answers = [HERE] * 3 + [INSIDE] * 100  # robots.txt, the front page, and the one not there
    case.routes(_=page("/a", "/b"), a=pdf("A"), b=pdf("B"))
    inside.missing = pdf("Hemmeligt")
    source = WebSource(
        case.site,
        reachable=lambda address: address == HERE,
        resolve=lambda host: (answers.pop(0),),
        clock=case.clock,
    )

    listing = source.listed(case.keep)

    assert inside.asked == []
    assert b"Hemmeligt" not in b"".join(contents(listing))
    assert set(codes(listing).values()) == {"unsafe_address"}


def test_one_address_inside_among_many_is_enough_to_refuse_a_host(
    case: Case, inside: Server
) -> None:
    source = WebSource(
        case.site, reachable=lambda a: a == HERE, resolve=lambda host: (HERE, INSIDE)
    )

    with pytest.raises(SourceError, match="not on the public internet"):
        source.listed(case.keep)

    assert case.server.asked == inside.asked == []


def test_without_the_argument_for_tests_the_loopback_is_out_of_reach(case: Case) -> None:
    source = WebSource(replace(case.site, start=(f"http://127.0.0.2:{case.server.server_port}/",)))

    with pytest.raises(SourceError, match="not on the public internet"):
        source.listed(case.keep)

    assert case.server.asked == []


def test_a_start_page_inside_is_no_case_for_the_browser(case: Case) -> None:
    source = WebSource(replace(case.site, start=("http://127.0.0.1/",)))

    with pytest.raises(SourceError) as caught:
        source.listed(case.keep)

    assert "Only addresses on the public internet are fetched" in str(caught.value)
    assert "browser" not in str(caught.value)


def test_a_proxy_in_the_environment_is_not_used(
    case: Case, inside: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{inside.server_port}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{inside.server_port}")
    case.routes(_=page())

    assert names(case.listed()) == ["index.html"]
    assert inside.asked == []


@pytest.mark.timeout(HOPELESS)
def test_a_resolver_that_hangs_is_not_waited_for(case: Case) -> None:
    over = Event()

    def hanging(host: str) -> tuple[IPv4Address, ...]:
        over.wait(HOPELESS)
        return (HERE,)

    source = WebSource(
        replace(case.site, seconds=0.2), resolve=hanging, reachable=lambda a: True, clock=case.clock
    )
    with pytest.raises(SourceError):
        source.listed(case.keep)

    assert not over.is_set()
    over.set()


@pytest.mark.parametrize("hops", [5, 6])
def test_five_redirects_are_followed_and_not_six(case: Case, hops: int) -> None:
    case.routes(_=page("/0"))
    for hop in range(hops):
        case.server.routes[f"/{hop}"] = to(f"/{hop + 1}")
    case.server.routes[f"/{hops}"] = pdf()

    listing = case.listed()

    assert names(listing) == (["5.pdf", "index.html"] if hops == 5 else ["index.html"])
    assert set(codes(listing).values()) == (set() if hops == 5 else {"redirects"})


def test_a_circle_of_redirects_ends(case: Case) -> None:
    case.routes(_=page("/a"), a=to("/b"), b=to("/a"))

    assert codes(case.listed()) == {"a": "redirects", "b": "redirects"}


def test_cookies_are_not_kept(case: Case) -> None:
    cookie = {"Set-Cookie": "id=1; Path=/"}
    case.routes(_=replace(page("/a"), headers=cookie), a=pdf())

    case.listed()

    assert all("Cookie" not in headers for _, headers in case.server.asked)


# Limits


def drip(handler: BaseHTTPRequestHandler) -> None:
    Reply(length=10_000)(handler)
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def drip_of_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(f"X-{number}: 1\r\n".encode())
        time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        handler.wfile.write(b"<p>mere og mere</p>" * 1000)


def huge_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 10**6 + b"\r\n\r\n")


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\x01\x02 hej\r\n\r\n")


def silence(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


BOMB = Reply(gzip.compress(b"x" * 50_000_000), headers={"Content-Encoding": "gzip"})
TWICE = Reply(gzip.compress(b"x"), headers={"Content-Encoding": "gzip, gzip"})
HALF_ZIP = Reply(gzip.compress(page().body)[:-20], headers={"Content-Encoding": "gzip"})


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (drip, "timeout"),
        (drip_of_headers, "timeout"),
        (endless, "too_large"),
        (BOMB, "too_large"),
        (TWICE, "protocol"),
        (HALF_ZIP, "cut"),
        (Reply(b"x" * 2_000_000), "too_large"),
        (Reply(b"%PDF-1.4", "application/pdf", length=10**12), "too_large"),
        (Reply(b"<p>", length=100), "cut"),
        (replace(pdf(), length=10_000), "cut"),
        (huge_headers, "cut"),
        (no_http, "cut"),
        (silence, "cut"),
        (Reply(status=500), "server_error"),
        (Reply(status=403), "forbidden"),
        (Reply(status=206, body=b"x"), "refused"),
    ],
)
def test_a_misbehaving_page_is_told_and_the_others_are_listed(
    case: Case, reply: Answerer, code: str
) -> None:
    case.routes(_=page("/a", "/b"), a=reply, b=pdf())

    listing = case.listed(page_largest=1_000_000, seconds=2)

    assert names(listing) == ["b.pdf", "index.html"]
    assert codes(listing) == {"a": code}


def test_a_bomb_is_unpacked_a_step_at_a_time() -> None:
    parts = unzipped([gzip.compress(b"x" * 10_000_000)])

    assert max(map(len, parts)) <= STEP


@pytest.mark.parametrize(
    "reply", [drip, endless, BOMB, Reply(status=500), replace(pdf(), length=10_000), silence,
              huge_headers, Reply(PDF[:-8], "application/pdf"), Reply(b"\0", "image/png"),
              to("http://127.0.0.1/"), to("/a"), to("https://login.test/adfs"), Reply(status=403)]
)  # fmt: skip
def test_a_known_document_that_misbehaves_stays_as_it_was(case: Case, reply: Answerer) -> None:
    case.routes(_=page("/a", "/b"), a=pdf("Godt referat"), b=pdf())
    before = case.listed()
    case.routes(a=reply)

    after = case.listed(page_largest=1_000_000, seconds=2)

    assert after.entries == before.entries
    assert contents(after)[0] == pdf("Godt referat").body
    assert [one.name for one in after.failed] == [before.entries[0].name]


def test_a_body_longer_than_declared_is_read_as_declared(case: Case) -> None:
    case.routes(_=replace(pdf(), length=len(PDF), body=PDF + b"GET / HTTP/1.1"))

    assert contents(case.listed()) == [PDF]


def test_an_endless_calendar_ends(case: Case) -> None:
    def calendar(handler: BaseHTTPRequestHandler) -> None:
        month = int(handler.path.rpartition("=")[2])
        links = [f"/kalender?m={month + step}" for step in range(1, 8)]
        page(*links, text=f"Kalender for måned {month} {'abcdefgh'[month % 8] * 9}. {PROSE}")(
            handler
        )

    case.routes(_=page("/kalender?m=1", "/a"), a=pdf())
    case.server.routes |= {f"/kalender?m={number}": calendar for number in range(1000)}

    listing = case.listed(depth=50, alike=12)

    asked = [path for path in case.server.paths() if path.startswith("/kalender")]
    assert len(asked) == 12
    assert "a.pdf" in names(listing)
    assert [one.code for one in listing.skipped] == ["many_alike"]


def test_the_number_of_pages_has_an_end_that_is_told(case: Case) -> None:
    case.routes(_=page(*(f"/side-{letter}" for letter in "abcdefgh")))
    case.server.missing = pdf()

    listing = case.listed(pages=4)

    assert len(listing.entries) == 4
    assert [one.code for one in listing.skipped] == ["page_limit"]
    assert listing.skipped[0].message.startswith("5 pages")


def test_the_bytes_of_a_crawl_have_an_end(case: Case) -> None:
    case.routes(_=page("/a", "/b", "/c"))
    case.server.missing = Reply(PDF + b"x" * 10_000 + b"%%EOF", "application/pdf")

    listing = case.listed(in_all=15_000)

    assert names(listing) == ["a.pdf", "b.pdf", "index.html"]


# Patience


def once(first: Answerer, then: Answerer) -> Answerer:
    """Answers otherwise the first time."""
    answers = [first]
    return lambda handler: (answers.pop() if answers else then)(handler)


@pytest.mark.parametrize(
    ("value", "waited"),
    [("7", 7.0), ("Wed, 12 Mar 2025 12:00:09 GMT", 9.0), ("", 1.0), ("snart", 1.0), ("-5", 1.0)],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_given_the_time_it_asks_for(
    case: Case, value: str, waited: float, status: int
) -> None:
    busy = Reply(status=status, headers={"Retry-After": value})
    case.routes(_=once(busy, pdf()))

    listing = case.listed()

    assert names(listing) == ["index.pdf"]
    assert case.clock.slept == [waited]


def test_a_host_that_wants_an_hour_is_left_alone_and_what_is_kept_stays(case: Case) -> None:
    case.routes(_=page("/a", "/b"), a=pdf("A"), b=pdf("B"))
    before = case.listed()
    case.routes(a=Reply(status=429, headers={"Retry-After": "3600"}))
    case.server.asked.clear()

    after = case.listed()

    assert after.entries == before.entries
    assert codes(after) == {"a.pdf": "busy", "b.pdf": "busy"}
    assert "/b" not in case.server.paths()
    assert sum(case.clock.slept) < 1


def test_a_host_that_is_down_is_not_asked_for_every_page(case: Case) -> None:
    case.routes(_=page(*(f"/side-{letter}" for letter in "abcdefghijkl")))
    case.server.missing = Reply(status=503)

    listing = case.listed()

    asked = [path for path in case.server.paths() if path.startswith("/side")]
    assert len(set(asked)) == 5
    assert len(asked) == 15  # each three times
    assert len(listing.failed) == 12


def test_requests_to_a_host_have_a_pause_between_them(case: Case) -> None:
    case.routes(_=page("/a", "/b"), a=pdf("A"), b=pdf("B"))

    case.listed(delay=2.0)

    assert case.clock.slept == [2.0] * (len(case.server.asked) - 1)


# Change


def tagged(handler: BaseHTTPRequestHandler) -> None:
    if handler.headers["If-None-Match"] == '"v1"':
        Reply(status=304, kind="")(handler)
    else:
        replace(page("/a"), headers={"ETag": '"v1"'})(handler)


def dated(handler: BaseHTTPRequestHandler) -> None:
    date = "Wed, 12 Mar 2025 12:00:00 GMT"
    if handler.headers["If-Modified-Since"] == date:
        handler.send_response(304)
        handler.end_headers()
    else:
        replace(page("/a"), headers={"Last-Modified": date})(handler)


@pytest.mark.parametrize("reply", [tagged, dated])
def test_an_unchanged_page_keeps_its_copy_and_its_links(case: Case, reply: Answerer) -> None:
    case.routes(_=reply, a=pdf())
    before = case.listed()

    after = case.listed()

    assert after == before
    assert names(after) == ["a.pdf", "index.html"]
    assert case.server.paths().count("/a") == 2


def test_an_unchanged_page_is_still_one_whose_links_are_not_to_be_followed(case: Case) -> None:
    once_marked = {"ETag": '"v1"', "X-Robots-Tag": "nofollow"}
    case.routes(_=once(replace(page("/a"), headers=once_marked), tagged), a=pdf())
    case.listed()

    assert names(case.listed()) == ["index.html"]


def test_not_modified_without_a_question_is_no_answer(case: Case) -> None:
    case.routes(_=page("/a"), a=Reply(status=304, kind=""))

    assert codes(case.listed()) == {"a": "refused"}


def test_an_etag_that_cannot_be_sent_back_is_not(case: Case) -> None:
    case.routes(_=replace(page(), headers={"ETag": '"\u00e6"'}))
    case.listed()

    assert names(case.listed()) == ["index.html"]


def test_a_changed_document_has_new_bytes_under_its_old_name(case: Case) -> None:
    case.routes(_=page("/a"), a=pdf("Udkast"))
    before = case.listed()
    case.routes(a=pdf("Endelig aftale"))

    after = case.listed()

    assert names(after) == names(before)
    assert b"Endelig aftale" in contents(after)[0]
    assert not before.entries[0].path.exists()


def known_site(case: Case) -> Listing:
    """A site of five pages that has been listed once."""
    case.routes(_=page("/a", "/b", "/c", "/d"), d=pdf("Aftale"))
    for name in "abc":
        case.server.routes[f"/{name}"] = page(text=f"Referat {name * 5}. {PROSE}")
    return case.listed()


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_the_server_says_is_gone_is_gone(case: Case, status: int) -> None:
    known_site(case)
    case.routes(a=Reply(b"<h1>Findes ikke</h1>", status=status))

    listing = case.listed()

    assert names(listing) == ["b.html", "c.html", "d.pdf", "index.html"]
    assert codes(listing) == {"a.html": "not_found"}
    assert listing.failed == ()


def test_a_page_no_longer_linked_to_but_still_there_stays(case: Case) -> None:
    known_site(case)
    case.routes(_=page("/b"))

    assert names(case.listed()) == ["a.html", "b.html", "c.html", "d.pdf", "index.html"]


def test_a_site_that_is_suddenly_empty_loses_nothing(case: Case) -> None:
    before = known_site(case)
    case.server.routes = {"/robots.txt": Reply(status=404), "/": page(text="Velkommen. " + PROSE)}

    after = case.listed()

    assert names(after) == names(before)
    assert {one.code for one in after.failed} == {"site_shrunk"}
    assert len(after.failed) == 4


def test_a_site_that_does_not_answer_is_an_error_and_loses_nothing(case: Case) -> None:
    before = known_site(case)
    routes = case.server.routes
    case.server.routes = {"/robots.txt": Reply(status=404)}

    with pytest.raises(SourceError, match="stays as it is"):
        case.listed()

    case.server.routes = routes
    assert case.listed() == before


def test_a_site_that_forbids_all_robots_loses_nothing_by_itself(case: Case) -> None:
    before = known_site(case)
    forbidden = Reply(b"User-agent: *\nDisallow: /\nAllow: /$", "text/plain")
    case.server.routes["/robots.txt"] = forbidden

    after = case.listed()

    assert after.entries == before.entries
    assert {one.code for one in after.failed} == {"site_shrunk"}


LOGIN = (
    "<!doctype html><title>Log ind</title><form><input name=u><input type=password name=p></form>"
)
LONG_LOGIN = LOGIN + f"<p>{PROSE * 20}</p>"
SOFT = "<!doctype html><title>Siden blev ikke fundet</title><p>Prøv at søge.</p>"
EMPTY_SOFT = "<!doctype html><h1>Der opstod en fejl</h1>"


@pytest.mark.parametrize("document", ["/a", "/d"])
@pytest.mark.parametrize(
    "reply",
    [
        Reply(LOGIN.encode()),
        Reply(LONG_LOGIN.encode()),
        Reply(SOFT.encode()),
        Reply(EMPTY_SOFT.encode()),
        to("https://adfs.kommune.test/adfs/ls/?wa=wsignin1.0"),
        to("/login?ReturnUrl=%2Fa"),
        to("https://andet.test/forside"),
        page(head='<meta http-equiv="refresh" content="0; url=/saml/sso">'),
    ],
)
def test_a_login_or_error_page_never_takes_the_place_of_a_document(
    case: Case, document: str, reply: Answerer
) -> None:
    before = known_site(case)
    kept = contents(before)
    case.server.routes |= {document: reply, "/login?ReturnUrl=%2Fa": Reply(LOGIN.encode())}

    after = case.listed()

    assert after.entries == before.entries
    assert contents(after) == kept
    assert len(after.failed) == 1
    assert after.failed[0].code in {"login", "elsewhere", "soft_404", "wrong_type"}


def test_a_page_like_the_one_for_missing_pages_is_missing(case: Case) -> None:
    before = known_site(case)
    case.server.missing = page(text=f"Brug menuen eller søgningen for at komme videre. {PROSE}")
    case.routes(a=case.server.missing)

    after = case.listed()

    assert after.entries == before.entries
    assert codes(after) == {"a.html": "soft_404"}
    assert len([p for p in case.server.paths() if len(p) == 25]) == 2  # once a listing


def test_pages_that_all_lead_to_the_front_page_have_not_moved_there(case: Case) -> None:
    before = known_site(case)
    case.routes(a=to("/"), b=to("/"), c=to("/"), d=to("/"))

    after = case.listed()

    assert after.entries == before.entries
    assert {one.code for one in after.failed} == {"site_shrunk"}


def test_a_document_that_moved_is_listed_at_its_new_place_only(case: Case) -> None:
    known_site(case)
    case.routes(a=to("/arkiv"), arkiv=page(text="Referat aaaaa. " + PROSE))

    listing = case.listed()

    assert names(listing) == ["arkiv.html", "b.html", "c.html", "d.pdf", "index.html"]
    assert listing.failed == listing.skipped == ()


def test_a_page_with_a_corner_for_logging_in_is_a_document(case: Case) -> None:
    corner = f"<form>Log ind <input type=password></form><p>{PROSE * 10}</p>"
    case.routes(_=Reply(corner.encode()))

    assert names(case.listed()) == ["index.html"]
    assert case.listed().failed == ()


def test_documents_the_settings_no_longer_want_are_let_go(case: Case) -> None:
    known_site(case)

    listing = case.listed(exclude=("/a", "/b", "/c"))

    assert names(listing) == ["d.pdf", "index.html"]
    assert set(codes(listing).values()) == {"outside"}


# What is kept


def test_a_kill_at_any_moment_leaves_whole_documents(case: Case) -> None:
    before = known_site(case)
    documents, records = case.keep / "documents", case.keep / "records"
    (documents / f"{'0' * 64}.pdf.part").write_bytes(b"%PDF half")
    (records / "half.json.part").write_bytes(b'{"url": "http')
    (records / "half.json").write_bytes(b'{"url": "http')
    (documents / before.entries[3].path.name).write_bytes(b"%PDF")  # a disk that lost its end

    after = case.listed()

    assert after == before
    assert contents(after)[3] == pdf("Aftale").body
    assert len(list(documents.iterdir())) == len(list(records.iterdir())) == 5


def test_a_record_that_names_a_file_elsewhere_is_not_believed(case: Case) -> None:
    for entry in known_site(case).entries:
        (case.keep / entry.path.name).write_bytes(entry.path.read_bytes())
    for record in (case.keep / "records").iterdir():
        record.write_text(record.read_text().replace('"file": "', '"file": "../'))
    case.routes(d=Reply(status=500))

    listing = case.listed()

    assert "d.pdf" not in names(listing)
    assert all(entry.path.parent == case.keep / "documents" for entry in listing.entries)


def test_the_name_of_a_kept_file_is_the_digest_of_its_content(case: Case) -> None:
    for entry in known_site(case).entries:
        assert entry.path.stem == hashlib.sha256(entry.path.read_bytes()).hexdigest()


# Settings


@pytest.mark.parametrize("start", ["", "moeder.test", "file:///x", "http://u:p@moeder.test/"])
def test_a_start_page_that_is_none_is_an_error_that_says_what_to_write(start: str) -> None:
    with pytest.raises(SourceError, match="https://"):
        WebSource(Site(start=(start,)))


def test_a_source_without_start_pages_is_an_error() -> None:
    with pytest.raises(SourceError, match="start page"):
        WebSource(Site(start=()))


def test_the_id_is_of_the_start_pages_alone() -> None:
    one = WebSource(Site(start=("HTTPS://Moeder.TEST:443/#a",), depth=3))
    two = WebSource(Site(start=("https://moeder.test/",), delay=5))

    assert one.id == two.id == "web:https://moeder.test/"


# TLS


def test_a_secure_connection_names_the_host_and_goes_to_the_checked_address(tmp_path: Path) -> None:
    hellos: list[bytes] = []

    class Hello(BaseRequestHandler):
        def handle(self) -> None:
            hellos.append(self.request.recv(4096))

    with ThreadingTCPServer((str(HERE), 0), Hello) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        start = f"https://moeder.test:{server.server_address[1]}/"
        source = WebSource(
            Site(start=(start,)), reachable=HERE.__eq__, resolve=lambda host: (HERE,), clock=Clock()
        )

        with pytest.raises(SourceError, match=r"robots\.txt could not be had"):
            source.listed(tmp_path)
        server.shutdown()

    assert b"moeder.test" in hellos[0]
    assert hellos[0].startswith(b"\x16\x03")
