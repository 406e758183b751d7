"""Who runs the service, as every page says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import httpx
import pytest

from service.errors import BadSetting
from service.house import House
from service.settings import settings
from service.web.app import create_app
from tests.service.conftest import Shelf, hosting, parts
from tests.service.web.parsed import BROWSER, Page

HOUSE = House("Sekretariatet", "post@das.example", "https://www.was.example/das.example")


@contextmanager
def run_by(house: House) -> Iterator[httpx.Client]:
    app = create_app(replace(parts(Shelf()), house=house))
    with hosting(app) as url, httpx.Client(base_url=url, headers=BROWSER) as client:
        yield client


def test_the_page_says_that_a_machine_answers_and_that_nothing_asked_is_kept(client):
    said = " ".join(Page(client.get("/om")).all("main"))

    assert "Svarene bliver til automatisk" in said
    assert "Dine spørgsmål og svarene bliver ikke gemt" in said


def test_every_page_leads_to_the_statement_and_the_contact():
    with run_by(HOUSE) as client:
        for path in ("/", "/om", "/nope", "/docs"):
            links = Page(client.get(path)).attributes("href")

            assert "https://www.was.example/das.example" in links
            assert "mailto:post@das.example" in links


def test_the_page_names_who_runs_the_service():
    with run_by(HOUSE) as client:
        assert "Aftalesvar drives af Sekretariatet." in Page(client.get("/om")).all("p")


def test_what_is_not_set_is_not_shown(client):
    page = Page(client.get("/om"))

    assert "Tilgængelighedserklæring" not in page.all("a")
    assert not any("mailto:" in link for link in page.attributes("href"))


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("https://das.example/kontakt", "https://das.example/kontakt"),
        ("post@das.example", "mailto:post@das.example"),
        ("Ring til 12 34 56 78", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_only_an_address_can_be_clicked(contact, link):
    assert House(contact=contact).contact_link == link


def test_the_house_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("AFTALESVAR_OPERATOR", HOUSE.operator)
    monkeypatch.setenv("AFTALESVAR_CONTACT", HOUSE.contact)
    monkeypatch.setenv("AFTALESVAR_ACCESSIBILITY_URL", HOUSE.statement)

    assert settings().house == HOUSE


@pytest.mark.parametrize("statement", ["das.example", "javascript:alert(1)", "https://"])
def test_a_statement_without_an_address_ends_the_command(monkeypatch, statement):
    monkeypatch.setenv("AFTALESVAR_ACCESSIBILITY_URL", statement)

    with pytest.raises(BadSetting, match="AFTALESVAR_ACCESSIBILITY_URL"):
        settings()
