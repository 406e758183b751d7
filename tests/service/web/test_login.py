"""Logging in on the page, as browsers meet it: with a key, and at a real OpenID provider."""

import asyncio
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from service import build
from service.access.keys import Keys
from service.access.login.client import Client
from service.access.login.flow import AT_ONCE
from service.access.oidc import Oidc
from service.access.rules import Rules
from service.access.visitor import Scope
from service.settings import Settings
from tests.service.access.issuer import TENANT
from tests.service.conftest import hosting
from tests.service.web.provider import CLIENT, SECRET, Provider, providing

PUBLIC = "https://aftalesvar.example.dk"
PAGE = {"Accept": "text/html"}
SOURCE = "/kilder/referat-2025-03-12?fra=1&til=9"


def open_at(url: object) -> httpx.Client:
    """A browser; it has no list of authorities, which takes long to read and is not needed here."""
    return httpx.Client(base_url=str(url), headers=PAGE, verify=False)


@dataclass(frozen=True, slots=True)
class House:
    """A running service that lets nobody in without a log-in."""

    url: str
    keys: Keys
    home: Path

    def browser(self) -> httpx.Client:
        """A browser that has not been here before."""
        return open_at(self.url)


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with providing() as provider:
        yield provider


@pytest.fixture(autouse=True)
def as_usual(provider: Provider) -> None:
    """The provider tells the truth again, and answers."""
    provider.changes, provider.silent = {}, False


@pytest.fixture(scope="module")
def rules(provider: Provider) -> Rules:
    oidc = Oidc(provider.address, "api://aftalesvar", TENANT)
    return Rules(anonymous=False, questions_a_minute=0, oidc=oidc, client=Client(CLIENT, SECRET))


@pytest.fixture(scope="module")
def house(
    sample_home: Path, tmp_path_factory: pytest.TempPathFactory, rules: Rules, provider: Provider
) -> Iterator[House]:
    home = tmp_path_factory.mktemp("house") / "home"
    shutil.copytree(sample_home, home)
    settings = Settings(home, access=rules)
    with hosting(build.app(settings, "127.0.0.1")) as url:
        provider.back.add(f"{url}/log-ind/svar")
        yield House(url, build.keys(settings), home)


@pytest.fixture(scope="module")
def public(house: House, rules: Rules, provider: Provider) -> Iterator[House]:
    """The same house, as people meet it from outside."""
    settings = Settings(house.home, access=rules, public_url=PUBLIC)
    provider.back.add(f"{PUBLIC}/log-ind/svar")
    with hosting(build.app(settings, "127.0.0.1")) as url:
        yield House(url, house.keys, house.home)


@pytest.fixture
def browser(house: House) -> Iterator[httpx.Client]:
    with house.browser() as browser:
        yield browser


@pytest.fixture
def key(house: House) -> str:
    return house.keys.add("Karla fra sekretariatet", (Scope.READ,))[1]


def log_in(browser: httpx.Client, key: str, to: str = "/") -> httpx.Response:
    return browser.post("/log-ind", data={"noegle": key, "til": to})


def sent_away(browser: httpx.Client, to: str = "/") -> str:
    """The address at the provider that the browser is sent to."""
    return browser.get("/log-ind/start", params={"til": to}).headers["Location"]


def sent_back(away: str) -> str:
    """The path, with the answer, that the provider sends the browser back to."""
    back = urlsplit(httpx.get(away, verify=False).headers["Location"])
    return f"{back.path}?{back.query}"


def test_a_page_that_needs_a_log_in_offers_it_in_its_place(browser):
    response = browser.get(SOURCE)

    assert response.status_code == 401
    assert "<h1>Log ind for at bruge Aftalesvar</h1>" in response.text
    assert 'value="/kilder/referat-2025-03-12?fra=1&amp;til=9"' in response.text
    assert 'href="/log-ind/start?til=/kilder/referat-2025-03-12%3Ffra%3D1%26til%3D9"' in (
        response.text
    )
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_a_program_that_needs_a_key_is_told_in_json(browser):
    response = browser.get("/v1/documents")

    assert response.status_code == 401
    assert response.json()["error"]["code"] == "not_recognised"


def test_a_key_logs_in_and_leads_to_the_page_that_was_asked_for(browser, key):
    response = log_in(browser, key, SOURCE)

    assert response.status_code == 303
    assert response.headers["Location"] == SOURCE
    assert browser.get("/").status_code == 200
    assert "Logget ind som Karla fra sekretariatet" in browser.get("/").text


def test_the_log_in_field_takes_a_pasted_key_and_a_password_manager(browser):
    text = browser.get("/log-ind").text
    (field,) = re.findall(r'<input type="password"[^>]*>', text)

    assert 'autocomplete="current-password"' in field
    assert "onpaste" not in text
    assert '<label for="noegle">Din nøgle</label>' in text


@pytest.mark.parametrize(
    "wrong", ["", "forkert", "aft_0123456789_" + "0" * 40, "' OR 1=1 --", "aft_\u0000", "å" * 3_000]
)
def test_a_wrong_key_is_said_at_the_field_and_never_repeated(browser, wrong):
    response = log_in(browser, wrong)

    assert response.status_code == 401
    assert 'id="noegle-fejl" role="alert">Nøglen passer ikke.' in response.text
    assert 'aria-describedby="noegle-fejl noegle-hjaelp" aria-invalid="true"' in response.text
    assert not browser.cookies
    assert not wrong or wrong not in response.text


def test_a_revoked_key_does_not_log_in(house, browser, key):
    house.keys.revoke(key.split("_")[1])

    assert log_in(browser, key).status_code == 401


def test_a_log_in_ends_when_its_key_is_revoked(house, browser, key):
    log_in(browser, key)
    assert browser.get("/").status_code == 200

    house.keys.revoke(key.split("_")[1])

    assert browser.get("/").status_code == 401


def test_the_cookie_is_for_this_machine_alone_and_for_no_script(browser, key):
    cookie = log_in(browser, key).headers["Set-Cookie"]

    assert re.fullmatch(r"aftalesvar=[\w-]{43}; HttpOnly; Path=/; SameSite=lax", cookie)


def test_over_https_the_cookie_is_one_that_no_other_site_can_set(public, key):
    with public.browser() as browser:
        cookie = log_in(browser, key).headers["Set-Cookie"]

    assert re.fullmatch(
        r"__Host-aftalesvar=[\w-]{43}; HttpOnly; Path=/; SameSite=lax; Secure", cookie
    )


def test_over_https_a_cookie_of_the_plain_name_counts_for_nothing(public, key):
    with public.browser() as browser:
        cookie = log_in(browser, key).cookies["__Host-aftalesvar"]

    for name, status in (("aftalesvar", 401), ("__Host-aftalesvar", 200)):
        with public.browser() as other:
            assert other.get("/", headers={"Cookie": f"{name}={cookie}"}).status_code == status


@pytest.mark.parametrize(
    "sent",
    [
        b"\xa0__Host-aftalesvar=%s",
        b"\x85__Host-aftalesvar=%s",
        b"__Host-aftalesvar\xa0=%s",
        b"__host-aftalesvar=%s",
        b"__Host-aftalesvar=%s; __Host-aftalesvar=x",
        b"__Host-aftalesvar=x; __Host-aftalesvar=%s",
    ],
)
def test_a_cookie_that_another_site_could_set_counts_for_nothing(public, key, sent):
    with public.browser() as browser:
        cookie = log_in(browser, key).cookies["__Host-aftalesvar"]

    with public.browser() as other:
        assert other.get("/", headers={"Cookie": sent % cookie.encode()}).status_code == 401


def test_where_others_can_read_along_nobody_logs_in(house, rules, key):
    async def got() -> list[httpx.Response]:
        app = build.app(Settings(house.home, access=rules), "10.0.0.7")
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://10.0.0.7:8000", headers=PAGE
        ) as browser:
            return [
                await browser.get("/log-ind"),
                await browser.post("/log-ind", data={"noegle": key}),
                await browser.get("/log-ind/start"),
            ]

    page, with_key, away = asyncio.run(got())

    assert "andre kan læse med" in page.text
    assert "<input" not in page.text
    assert (with_key.status_code, away.status_code) == (403, 403)
    assert "Set-Cookie" not in with_key.headers


def test_a_cookie_that_was_there_before_the_log_in_does_not_become_one(browser, key):
    browser.cookies.set("aftalesvar", "valgt-af-en-anden", domain="127.0.0.1", path="/")

    log_in(browser, key)

    with open_at(browser.base_url) as other:
        cookie = {"Cookie": "aftalesvar=valgt-af-en-anden"}
        assert other.get("/", headers=cookie).status_code == 401


def test_a_second_log_in_ends_the_first(browser, key):
    first = log_in(browser, key).cookies["aftalesvar"]
    second = log_in(browser, key).cookies["aftalesvar"]

    assert first != second
    with open_at(browser.base_url) as other:
        assert other.get("/", headers={"Cookie": f"aftalesvar={first}"}).status_code == 401


def test_a_log_out_is_for_good(browser, key):
    cookie = log_in(browser, key).cookies["aftalesvar"]

    response = browser.post("/log-ud")

    assert response.status_code == 303
    assert 'aftalesvar=""; HttpOnly; Max-Age=0; Path=/' in response.headers["Set-Cookie"]
    assert browser.get("/").status_code == 401
    with open_at(browser.base_url) as thief:
        assert thief.get("/", headers={"Cookie": f"aftalesvar={cookie}"}).status_code == 401


@pytest.mark.parametrize(
    "sent",
    [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}],
)
def test_no_other_site_logs_anybody_in_or_out(browser, key, sent):
    log_in(browser, key)

    assert browser.post("/log-ud", headers=sent).status_code == 403
    assert browser.post("/log-ind", data={"noegle": key}, headers=sent).status_code == 403
    assert browser.get("/").status_code == 200


def test_nothing_is_changed_by_a_link(browser, key):
    log_in(browser, key)

    assert browser.get("/log-ud").status_code == 405
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize("cookie", ["x", "", "a" * 43, "../../../keys", "å", '"', "a" * 5_000])
def test_a_cookie_that_was_made_up_lets_nobody_in(browser, cookie):
    sent = {"Cookie": f"aftalesvar={cookie}".encode("latin-1")}

    assert browser.get("/", headers=sent).status_code == 401


def test_a_log_in_that_has_ended_is_forgotten_by_the_browser(browser):
    browser.cookies.set("aftalesvar", "udloebet", domain="127.0.0.1", path="/")

    assert "Max-Age=0" in browser.get("/").headers["Set-Cookie"]


def test_pages_for_anybody_say_who_is_logged_in(browser, key):
    assert "Log ud" not in browser.get("/om").text
    log_in(browser, key)

    for path in ("/om", "/docs", "/log-ind", "/findes-ikke"):
        assert '<button class="quiet" type="submit">Log ud</button>' in browser.get(path).text


def test_the_file_of_log_ins_opens_nothing(house, browser, key):
    cookie = log_in(browser, key).cookies["aftalesvar"]
    file = house.home / "access" / "sessions.sqlite"

    assert file.stat().st_mode & 0o777 == 0o600
    assert cookie.encode() not in file.read_bytes()
    assert key.split("_")[2].encode() not in file.read_bytes()


@pytest.mark.parametrize("wrong", ["forkert", "aft_0123456789_{:040x}"])
def test_attempts_are_limited(sample_home, tmp_path, wrong):
    home = shutil.copytree(sample_home, tmp_path / "home")
    settings = Settings(home, access=Rules(anonymous=False))
    with hosting(build.app(settings, "127.0.0.1")) as url, open_at(url) as browser:
        tried = [log_in(browser, wrong.format(number)) for number in range(45)]
        other = log_in(browser, build.keys(settings).add("En anden")[1])

    assert other.status_code == 303
    # The bucket fills up a little while it is emptied.
    refused = [response for response in tried[30:] if response.status_code == 429]
    assert {response.status_code for response in tried[:30]} == {401}
    assert len(refused) >= 5
    assert 0 < int(refused[0].headers["Retry-After"]) <= 60
    assert "Der er prøvet for mange gange." in refused[0].text


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/%5c/evil.example",
        "\\\\evil.example",
        "///evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "kilder/x",
        "/kilder/x\r\nSet-Cookie: a=b",
        "/log-ud",
        "/v1/ask",
        "/v1/documents",
        "/metrics",
        "/log-ind/start",
        "",
    ],
)
def test_a_log_in_leads_to_no_other_place_than_a_page_of_ours(browser, key, to):
    assert log_in(browser, key, to).headers["Location"] == "/"
    away = sent_away(browser, to)
    assert browser.get(sent_back(away)).headers["Location"] == "/"


def test_the_provider_logs_in_and_leads_to_the_page_that_was_asked_for(browser):
    response = browser.get(sent_back(sent_away(browser, SOURCE)))

    assert response.status_code == 303
    assert response.headers["Location"] == SOURCE
    assert "Logget ind som Karla Nørgård" in browser.get("/").text


def test_the_provider_is_asked_with_a_proof_for_this_browser_alone(browser, house):
    asked = [parse_qs(urlsplit(sent_away(browser)).query) for _ in "ab"]

    assert asked[0]["code_challenge_method"] == ["S256"]
    assert asked[0]["redirect_uri"] == [f"{house.url}/log-ind/svar"]
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
        assert len(asked[0][name][0]) >= 43


def test_behind_a_proxy_people_come_back_to_the_public_address(public):
    with public.browser() as browser:
        away = sent_away(browser)
        cookie = browser.cookies["__Host-aftalesvar-log-ind"]
        sent = {"Cookie": f"__Host-aftalesvar-log-ind={cookie}", "Host": "aftalesvar.example.dk"}
        response = browser.get(sent_back(away), headers=sent)

    assert parse_qs(urlsplit(away).query)["redirect_uri"] == [f"{PUBLIC}/log-ind/svar"]
    assert "__Host-aftalesvar=" in response.headers["Set-Cookie"]


def test_the_cookie_of_a_log_in_under_way_is_short_lived_and_sealed(browser):
    response = browser.get("/log-ind/start")

    state = parse_qs(urlsplit(response.headers["Location"]).query)["state"][0]
    cookie = response.headers["Set-Cookie"]
    assert re.search("HttpOnly; Max-Age=600; Path=/; SameSite=lax", cookie)
    assert state not in cookie


def refused(browser: httpx.Client, back: str) -> bool:
    """Whether an answer is refused, with a page that says so, and nobody is logged in."""
    response = browser.get(back)
    assert response.status_code == 401
    assert "Log-in lykkedes ikke." in response.text
    return "aftalesvar" not in response.cookies and browser.get("/").status_code == 401


@pytest.mark.parametrize("state", ["", "x", "å", "A" * 43])
def test_a_forged_state_logs_nobody_in(browser, state):
    back = sent_back(sent_away(browser))

    assert refused(browser, re.sub(r"state=[^&]*", f"state={state}", back))


def test_an_answer_without_its_state_logs_nobody_in(browser):
    back = sent_back(sent_away(browser))

    assert refused(browser, re.sub(r"&state=[^&]*", "", back))


def test_an_answer_for_another_browser_logs_nobody_in(house, browser):
    with house.browser() as attacker:
        back = sent_back(sent_away(attacker))
    sent_away(browser)

    assert refused(browser, back)


def test_an_answer_nobody_waits_for_logs_nobody_in(house, browser):
    with house.browser() as attacker:
        back = sent_back(sent_away(attacker))

    assert refused(browser, back)


def test_a_code_is_good_once(browser):
    away = sent_away(browser)
    cookie = browser.cookies["aftalesvar-log-ind"]
    back = sent_back(away)
    assert browser.get(back).status_code == 303
    assert "aftalesvar-log-ind" not in browser.cookies

    with open_at(browser.base_url) as again:
        again.cookies.set("aftalesvar-log-ind", cookie, domain="127.0.0.1", path="/")
        assert refused(again, back)


@pytest.mark.parametrize("place", [4, 20, 60, 300])
def test_an_altered_cookie_logs_nobody_in(browser, place):
    back = sent_back(sent_away(browser))
    cookie = browser.cookies["aftalesvar-log-ind"]
    altered = f"{cookie[:place]}{'A' if cookie[place] != 'A' else 'B'}{cookie[place + 1 :]}"
    browser.cookies.clear()
    browser.cookies.set("aftalesvar-log-ind", altered, domain="127.0.0.1", path="/")

    assert refused(browser, back)


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "en anden"},
        {"nonce": ""},
        {"aud": "en anden side"},
        {"aud": [CLIENT, "en anden side"]},
        {"azp": "en anden side"},
        {"iss": "https://evil.example"},
        {"tid": "99999999-2222-3333-4444-555555555555"},
        {"exp": 1},
        {"oid": "", "sub": ""},
    ],
)
def test_an_id_token_that_is_not_for_this_log_in_logs_nobody_in(browser, provider, claims):
    provider.changes = claims

    assert refused(browser, sent_back(sent_away(browser)))


def test_an_answer_from_another_issuer_logs_nobody_in(browser):
    back = sent_back(sent_away(browser))

    assert refused(browser, re.sub(r"iss=[^&]*", "iss=https://evil.example", back))


def test_a_log_in_that_was_broken_off_says_so(browser):
    state = parse_qs(urlsplit(sent_away(browser)).query)["state"][0]

    assert refused(browser, f"/log-ind/svar?error=access_denied&state={state}")


def test_the_text_of_the_provider_is_not_shown(browser):
    response = browser.get("/log-ind/svar?error=%3Cscript%3E&error_description=Ring+til+os")

    assert "script>" not in response.text.replace('src="/static/page.js"></script>', "")
    assert "Ring til os" not in response.text


def test_a_provider_that_redeems_no_code_logs_nobody_in(browser, provider):
    back = sent_back(sent_away(browser))
    provider.silent = True

    response = browser.get(back)

    assert response.status_code in (401, 503)
    assert 'role="alert"' in response.text


def test_a_slow_provider_takes_no_more_than_a_few_threads(house, browser, provider):
    state = parse_qs(urlsplit(sent_away(browser)).query)["state"][0]
    made_up = f"{house.url}/log-ind/svar?state={state}&code="
    headers = {**PAGE, "Cookie": f"aftalesvar-log-ind={browser.cookies['aftalesvar-log-ind']}"}
    before = provider.asked
    provider.hurries.clear()
    try:
        with ThreadPoolExecutor(60) as many:
            tried = [many.submit(httpx.get, f"{made_up}{n}", headers=headers) for n in range(60)]
            refused = list(islice(as_completed(tried, 20), 60 - AT_ONCE))
            reached = provider.asked - before
            health = browser.get("/om").status_code
            provider.hurries.set()
    finally:
        provider.hurries.set()

    assert {one.result().status_code for one in refused} == {503}
    assert (reached, health) == (AT_ONCE, 200)


def test_who_may_not_read_is_logged_in_and_told_so(house, rules, provider, browser):
    oidc = replace(rules.oidc, read="Aftalesvar.Laeser")
    settings = Settings(house.home, access=replace(rules, oidc=oidc))
    with hosting(build.app(settings, "127.0.0.1")) as url:
        provider.back.add(f"{url}/log-ind/svar")
        with open_at(url) as other:
            other.get(sent_back(sent_away(other)))
            response = other.get("/")

    assert response.status_code == 403
    assert "Logget ind som Karla Nørgård" in response.text
