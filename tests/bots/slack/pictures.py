"""Pictures of what the bot says in Slack, over the sample documents.

    python -m tests.bots.slack.pictures FOLDER

needs Chromium (`AFTALESVAR_CHROMIUM`, else /usr/bin/chromium) and writes a picture a scene, each
as wide as a window and, ending in `-phone`, as wide as a phone.
"""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bots.ports import Item, Shelf
from bots.reply import Reply, reply
from bots.slack import blocks, front, notices, views
from bots.slack.message import Message
from bots.slack.offers import Offers
from index import Filters, Index, Updater
from service import texts
from service.assistant import ExtractiveAssistant
from tests.bots.slack import looks

SAMPLE = Path(__file__).parents[3] / "eval" / "sample" / "documents"
SITE = "https://svar.example.dk"
ALL = Offers("Kx3f9", share=True, secretariat=True)
ANSWERS = {
    "decided": "Hvad blev besluttet om guiden til sagsbehandlere?",
    "postponed": "Hvad blev besluttet om takster?",
    "agenda": "Hvad blev besluttet på mødet 16. november 2023?",
    "draft": "Hvad står der i udkastet til rammeaftalen?",
    "not-found": "Hvad koster en kop kaffe på Månen?",
    "list": "Hvilke beslutninger er der truffet?",
    "several": "Hvad blev besluttet om vikarkorpset? Hvad er TKO?",
    "english": "What was decided about the substitute pool?",
}
WIDTHS = {"": 760, "-phone": 390}


def scenes(assistant: ExtractiveAssistant) -> Mapping[str, str]:
    """A page for each thing that is said."""

    def told(question: str) -> Reply:
        answer = assistant.ask(question, Filters())
        return reply(answer, texts.searched(6, None), SITE)

    found = told(ANSWERS["decided"])
    ranking = assistant.search("takstskema og indmelding", Filters(), 3)
    asked = notices.HandedOver("Mette", ANSWERS["not-found"], "Det står måske i et bilag?")
    return {
        **{
            name: looks.person("Mette", question) + said(blocks.answered(told(question), ALL))
            for name, question in ANSWERS.items()
        },
        "shared": said(notices.shared_by("Mette", ANSWERS["decided"], found, Offers("Kx3f9"))),
        "handed-over": said(notices.handed_over(asked, told(asked.question))),
        "news": said(notices.news("takster", items())),
        "passages": said(blocks.passages(ranking, SITE)),
        "refused": said([blocks.refused(texts.ABOUT_PERSON)]),
        "opinion": looks.view(views.opinion_dialog("Kx3f9")),
        "hand-over": looks.view(views.hand_over_dialog("Kx3f9", ANSWERS["decided"])),
        "trouble": looks.view(views.trouble(texts.TRY_AGAIN)),
        "home": looks.view(front.home(shelf())),
    }


def said(messages: list[Message]) -> str:
    """The messages below each other."""
    return "".join(looks.message(each.blocks) for each in messages)


def items() -> tuple[Item, ...]:
    """Two decisions of the sample as the newsroom tells them."""
    return (
        Item(
            "a",
            "Nyt fælles takstskema fra 2026",
            "Styregruppe Social, 12. marts 2025, punkt 5",
            texts.OUTCOMES["udsat"],
            "Punktet udskydes til mødet den 11. juni 2025. Sekretariatet undersøger inden da, om "
            "kommuner, der ønsker det, kan vente til indmeldingen for 2027.",
            f"{SITE}/kilder/referat-2025-03-12?fra=6058&til=6471#citat",
        ),
        Item(
            "b",
            "Guide til sagsbehandlere om midlertidigt botilbud",
            "Styregruppe Social, 12. marts 2025, punkt 6",
            texts.OUTCOMES["besluttet"],
            "Styregruppe Social godkendte guiden med den ændring, at tilbuddet har 10 hverdage "
            "til at svare på en forespørgsel.",
            f"{SITE}/kilder/referat-2025-03-12?fra=7562&til=7781#citat",
        ),
    )


def shelf() -> Shelf:
    """What is in the sample."""
    return Shelf(
        ("6 dokumenter", "Referat: 4, Dagsorden: 1, Guide: 1", "Seneste møde: 12. marts 2025"),
        ("Kun dagsordenen er her, så beslutningerne kendes ikke: 16. november 2023.",),
        items(),
        ("Hvad blev besluttet om „Nyt fælles takstskema fra 2026“?",),
    )


def draw(browser: Browser, folder: Path) -> None:
    """All scenes into the folder."""
    with tempfile.TemporaryDirectory() as home:
        Updater(Path(home)).update(SAMPLE)
        pages = scenes(ExtractiveAssistant(Index(Path(home))))
    for end, width in WIDTHS.items():
        page = browser.new_page(viewport={"width": width, "height": 200})
        for name, shown in pages.items():
            page.set_content(looks.page(shown))
            page.screenshot(path=folder / f"{name}{end}.png", full_page=True)
        page.close()


def main(folder: str) -> None:
    """Draw into the folder."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("AFTALESVAR_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        draw(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
