"""Foreign text does nothing in a message of Teams."""

import re

import pytest
from markdown_it import MarkdownIt

from bots.teams.plain import GAP, harmless, line, link, unlinked
from tests.bots.teams.limits import TAGS

# What Teams may make of markdown: all of CommonMark, tables, strikethrough, and HTML as it is.
TEAMS = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# What its clients link by themselves: schemes, addresses of mail and everything like a domain.
LINKED = re.compile(
    r"\w+:/{1,2}\w|//\w|\w@\w|(?:mailto|tel|sms|data|javascript):[\w/+]|\w\.[^\W\d_]{2}"
)
HOSTILE = [
    "<at>Alle</at>",
    "<at id='0'>Karla Kvist</at> skal se det",
    "&lt;at&gt;Alle&lt;/at&gt;",
    "<b>fed</b><script>alert(1)</script>",
    "<img src='https://ond.dk/p.png' onerror='alert(1)'>",
    "<a href='https://ond.dk'>her</a>",
    "<!-- skjult --><br><table><tr><td>1</td></tr></table>",
    "</blockquote></div>",
    "<quoted messageId='1'/>",
    "<https://ond.dk>",
    "<navn@ond.dk>",
    "[klik her](https://ond.dk)",
    "[klik her](<https://ond.dk> 'titel')",
    "![billede](https://ond.dk/p.png?q=hemmelig)",
    "[klik][1]\n\n[1]: https://ond.dk",
    "![x][y]\n[y]: https://ond.dk/p.png",
    "[^1]\n\n[^1]: fodnote",
    "se https://ond.dk/x?q=1 og HTTP://OND.DK",
    "www.ond.dk",
    "ond.dk/sti og under.ond.co.uk:8080",
    "//ond.dk/x",
    "ftp://ond.dk file:///etc/passwd",
    "http:\\\\ond.dk",
    "javascript:alert(1)",
    "mailto:navn@ond.dk tel:112",
    "data:text/html;base64,PHNjcmlwdD4=",
    "msteams:/l/chat/0/0?users=x",
    "bruger:kode@ond.dk",
    "**fed** __fed__ *skrå* _skrå_ ***begge***",
    "~~slettet~~ `kode` ``kode``",
    "```\nkode\n```",
    "~~~\nkode\n~~~",
    "    kode",
    "# Overskrift\n## To\n###### Seks",
    "Overskrift\n===\nTo\n---",
    "- punkt\n* punkt\n+ punkt",
    "1. et\n2) to\n  10. ti",
    "> citat\n>> to",
    "***\n---\n___\n* * *",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Kilde: Referat 12/3 [1]",
    "[ 2 ] og [3][4]",
    "\\*fed\\* \\[1\\](https://ond.dk)",
    "ho\u202emoc.dno\u202c",
    "[1\u200b] [\u200b1] [\u20601]",
    "a\u2028- b\u2029# c\x0bd\x85e",
    "{{DATE(2026-03-02T09:30:00Z, SHORT)}}",
    "&#60;at&#62;Alle&#60;/at&#62; &amp; &copy;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_is_paragraphs_and_nothing_else(text):
    kinds = {each.type for each in _tokens(TEAMS.parse(harmless(text)))}

    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "hardbreak"} | {
        "text_special",
        "softbreak",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_reads_as_it_is_written(text):
    assert _words(_shown(harmless(text))) == _words(unlinked(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_links_mentions_and_cites_nothing(text):
    shown = harmless(text)

    assert not LINKED.search(_shown(shown))
    assert not TAGS.search(shown)
    assert not re.search(r"\[\s*\d+\s*\]", _shown(shown).replace("\\", ""))


@pytest.mark.parametrize("text", HOSTILE)
def test_runs_of_cards_link_nothing_either(text):
    assert not LINKED.search(unlinked(text))
    assert "](" not in unlinked(text)
    assert "{{" not in unlinked(text)


def test_lines_stay_lines():
    assert harmless("Et\nTo\n\n\nTre") == "Et  \nTo  \n  \nTre"


def test_what_turns_the_reading_direction_is_gone():
    assert harmless("a\u202eb\u2066c\u200fd\x00e") == "abcde"


def test_a_family_stays_one_sign():
    assert harmless("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"


def test_danish_prose_is_left_alone():
    text = "Taksten er 1.234,50 kr. (§ 107), jf. punkt 3.2 den 12.3.2025 kl. 9 – „æøå“ m.m."

    assert harmless(text) == text


def test_a_link_of_ours_goes_where_it_should():
    shown = link(
        "Referat [1](https://ond.dk)", "https://svar.example.dk/kilder/x?fra=1&til=2#citat"
    )

    (only,) = [each for each in _tokens(TEAMS.parse(shown)) if each.type == "link_open"]
    assert only.attrs["href"] == "https://svar.example.dk/kilder/x?fra=1&til=2#citat"


def test_an_address_cannot_end_the_link():
    shown = link("Referat", "https://svar.example.dk/a) [b](https://ond.dk)")

    (only,) = [each for each in _tokens(TEAMS.parse(shown)) if each.type == "link_open"]
    assert str(only.attrs["href"]).startswith("https://svar.example.dk/a%29")


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "/kilder/x", "file:///etc/passwd"])
def test_what_is_no_address_of_the_web_is_no_link(url):
    assert link("Referat", url) == "Referat"


def test_a_title_that_is_a_number_is_no_citation():
    assert not re.search(r"\[\d+\]", link("12", "https://svar.example.dk"))


def test_a_title_is_one_line():
    assert line("Referat\n- punkt\t5") == "Referat - punkt 5"


def _tokens(tokens):
    for each in tokens:
        yield each
        yield from each.children or ()


def _shown(markdown):
    """The words that stand on the screen, lines with breaks between."""
    return "".join(
        "\n" if each.type in ("hardbreak", "softbreak", "paragraph_close") else each.content
        for each in _tokens(TEAMS.parse(markdown))
        if each.type != "inline"
    )


def _words(text):
    return text.replace(GAP, "").split()


def test_an_endless_word_is_gone_through_once():
    assert harmless("a-" * 100_000) == "a-" * 100_000
