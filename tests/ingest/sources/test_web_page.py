"""What is seen in a page: links, marks, its text, and whether it is a login or an error."""

import pytest

from ingest.sources.web.judge import (
    asks_for_password,
    is_like,
    leads_to_login,
    tells_an_error,
)
from ingest.sources.web.names import name_of
from ingest.sources.web.page import Page, parse
from ingest.sources.web.robots import Rules, marks

HOPELESS = 60  # seconds; work that grows with the square of the page takes far longer
LONG = "Kommunerne er enige om taksterne for de specialiserede tilbud. " * 30


def test_a_page_gives_its_links_in_order_and_once() -> None:
    page = parse(b'<base href="/x/"><a href="b">B</a><map><area href="a"></map><a href="b"><a>')

    assert page.links == ("b", "a")
    assert page.base == "/x/"


def test_links_in_comments_and_scripts_are_none() -> None:
    assert parse(b"<!-- <a href=a> --><script>'<a href=b>'</script>").links == ()


def test_the_main_text_is_without_navigation_and_scripts() -> None:
    page = parse(
        b"<title>Referat</title><nav>Menu</nav><header>Log ind</header><h1>Punkt 3</h1>"
        b"<p>Takster</p><script>var x</script><footer>Kontakt</footer>"
    )

    assert page.called == "Referat Punkt 3"
    assert page.main == "Takster"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_letters_are_read_in_any_encoding(encoding: str) -> None:
    meta = "<meta charset=windows-1252>" if encoding != "utf-16" else ""

    assert parse(f"{meta}<title>Høring på Ærø</title>".encode(encoding)).called == "Høring på Ærø"


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"<", b"\xff\xfe\xff", b"<p" * 1000, b"]]>"])
def test_what_is_hardly_a_page_is_one_without_links(data: bytes) -> None:
    assert parse(data).links == ()


@pytest.mark.timeout(HOPELESS)
@pytest.mark.parametrize("part", [b"<a href=x>", b"<div>", b"<p>x", b"&amp;", b"<!--", b"<table>"])
def test_a_page_made_to_be_slow_is_not(part: bytes) -> None:
    assert not parse(part * (1_000_000 // len(part))).called


def test_a_digest_is_of_the_words_and_not_of_their_markup() -> None:
    one, two = parse(b"<p>Takster 2025</p>"), parse(b"<b>Takster</b>\n 2025")

    assert one.digest == two.digest
    assert one.digest != parse(b"<p>Takster 2026</p>").digest


@pytest.mark.parametrize(
    ("content", "target"),
    [("0;url=/login", "/login"), ("5; URL='x'", "x"), ("0, /a", "/a"), ("30", None)],
)
def test_a_refresh_is_a_link(content: str, target: str | None) -> None:
    page = parse(f'<meta http-equiv=Refresh content="{content}">'.encode())

    assert page.refresh == target
    assert page.links == ((target,) if target else ())


@pytest.mark.parametrize(
    "url",
    [
        "https://adfs.kommune.dk/adfs/ls/?wa=wsignin1.0",
        "https://www.kommune.dk/login",
        "https://www.kommune.dk/Login.aspx?ReturnUrl=x",
        "https://www.kommune.dk/bruger/log-ind",
        "https://login.microsoftonline.com/x/oauth2/authorize",
        "https://www.kommune.dk/saml2/sso",
        "https://nemlog-in.dk/",
        "https://www.kommune.dk/_layouts/15/signin?x",
    ],
)
def test_addresses_of_login_pages(url: str) -> None:
    assert leads_to_login(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.kommune.dk/blogindlaeg/3",
        "https://www.kommune.dk/samling/lov-om-social-service",
        "https://www.kommune.dk/psykologinddragelse",
        "https://www.kommune.dk/authority",
    ],
)
def test_addresses_of_other_pages(url: str) -> None:
    assert not leads_to_login(url)


@pytest.mark.parametrize(
    "page",
    [
        Page(called="Siden findes ikke", main="Prøv at søge"),
        Page(called="404"),
        Page(main="Der opstod en fejl. Prøv igen senere."),
        Page(called="Log ind", main="Brugernavn"),
        Page(called="Runtime Error", main="Server Error in '/' Application."),
        Page(called="Adgang nægtet"),
        Page(main="Sitet er under vedligeholdelse"),
        Page(main="Dokumentet er desværre slettet"),
    ],
)
def test_short_pages_that_tell_an_error(page: Page) -> None:
    assert tells_an_error(page)


@pytest.mark.parametrize(
    "page",
    [
        Page(called="Fejl i takstberegningen", main="Notat til styregruppen"),
        Page(called="Log ind", main=LONG),
        Page(),
    ],
)
def test_pages_that_do_not(page: Page) -> None:
    assert not tells_an_error(page)


@pytest.mark.parametrize(
    ("main", "known", "before", "is_login"),
    [
        ("", False, False, True),
        (LONG, False, False, False),
        (LONG, True, False, True),
        (LONG, True, True, False),
    ],
)
def test_a_password_field_makes_a_login_page(
    main: str, known: bool, before: bool, is_login: bool
) -> None:
    page = Page(password=True, main=main)

    assert asks_for_password(page, known=known, asked_before=before) is is_login


def test_a_page_is_like_another_whatever_time_it_shows() -> None:
    one = Page(main=f"Siden blev ikke fundet. /a/b kl. 12.03 {LONG}")
    two = Page(main=f"Siden blev ikke fundet. /c kl. 12.04 {LONG}")

    assert is_like(one, two)
    assert not is_like(one, Page(main="Referat fra mødet i styregruppen"))
    assert not is_like(Page(), two)


def test_robots_txt_is_read_for_our_name() -> None:
    rules = Rules("User-agent: Aftalesvar\nDisallow: /a*b$\nCrawl-delay: 99", "Aftalesvar/2 (x)")

    assert not rules.allow("https://h/a/x/b")
    assert rules.allow("https://h/a/x/b/c")
    assert rules.delay == 10


@pytest.mark.parametrize("text", ["", "\0\0", "<html>Log ind</html>", "Disallow: /", "x" * 10_000])
def test_a_robots_txt_that_is_none_allows_all(text: str) -> None:
    assert Rules(text, "Aftalesvar").allow("https://h/a")


@pytest.mark.parametrize(
    ("header", "metas", "found"),
    [
        ("", [("robots", "index, follow")], set()),
        ("none", [], {"noindex", "nofollow"}),
        ("unavailable_after: 25 Jun 2010 15:00:00 PST, nofollow", [], {"nofollow"}),
        ("otherbot: noindex, nofollow", [], set()),
        ("otherbot: noindex, aftalesvar: nofollow", [], {"nofollow"}),
        ("", [("googlebot", "noindex"), ("Robots", "NOFOLLOW")], {"nofollow"}),
    ],
)
def test_the_marks_of_a_page(header: str, metas: list[tuple[str, str]], found: set[str]) -> None:
    assert marks({"x-robots-tag": header}, metas, "Aftalesvar/1.0") == found


@pytest.mark.parametrize(
    ("url", "suffix", "name"),
    [
        ("https://www.h.dk/", ".html", "www.h.dk/index.html"),
        ("https://h.dk/a/", ".html", "h.dk/a/index.html"),
        ("https://h.dk/side.aspx?id=12&b=x", ".html", "h.dk/side_id=12&b=x.html"),
        ("https://h.dk/Referat.PDF", ".pdf", "h.dk/Referat.pdf"),
        ("https://h.dk/hent?id=3", ".pdf", "h.dk/hent_id=3.pdf"),
        ("https://h.dk/m%C3%B8de%20nr.%203", ".html", "h.dk/møde-nr.-3.html"),
        ("https://h.dk/..%2F..%2Fetc", ".txt", "h.dk/etc.txt"),
        ("https://h.dk/%00%0a%E2%80%AEfdp.exe", ".pdf", "h.dk/fdp.exe.pdf"),
        ("http://h.dk:8080/.htaccess", ".txt", "h.dk-8080/htaccess.txt"),
        ("http://[::1]/x", ".html", "1/x.html"),
    ],
)
def test_names_are_readable_and_harmless(url: str, suffix: str, name: str) -> None:
    assert name_of(url, suffix) == name


def test_a_name_that_is_taken_gets_a_digest() -> None:
    first = name_of("https://h.dk/a", ".html")

    second = name_of("https://h.dk/a.html", ".html", {first})

    assert first == "h.dk/a.html"
    assert second.startswith("h.dk/a-")
    assert second != first


def test_a_name_has_an_end() -> None:
    assert len(name_of(f"https://h.dk/{'a/' * 400}x?{'b' * 900}", ".html")) < 280
