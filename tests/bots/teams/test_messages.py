"""Answers as messages of Teams."""

import pytest

from bots.ports import Item, Shelf
from bots.teams import messages
from bots.teams.plain import GAP
from service import texts
from tests.bots.teams.limits import broken
from tests.bots.teams.replies import reply, source, statement

LONG = " ".join(f"Sætning {n} om *takster* & <tilbud>." for n in range(4_000))


def sent(messages_):
    """The messages as Teams gets them; each keeps the limits."""
    wire = [each.model_dump(by_alias=True, exclude_none=True) for each in messages_]
    assert [broken(each) for each in wire] == [[] for _ in wire]
    return wire


def test_an_answer_is_one_message():
    (only,) = sent(messages.final(reply(), "k"))

    assert only["text"].startswith("Taksten stiger. [1]\n\n**Kilder**\n\n1. [Referat Styregruppe")


def test_what_was_streamed_begins_the_final_message():
    told = (
        statement("Spørgsmål 1: Hvad?", heading=True),
        statement("Et\nTo", 1, label="Styregruppe 12. marts 2025 – besluttet:"),
        statement("Tre", 1, status="Udkast, ikke vedtaget"),
    )

    (only,) = sent(messages.final(reply(*told), "k"))

    assert only["text"].startswith("".join(map(messages.sentence, told)))


@pytest.mark.parametrize("text", ["Spørgsmål 1: Hvad er TKO?", "Question 2: What is TKO?"])
def test_the_question_of_a_part_is_streamed_as_it_stands_in_the_end(text):
    streamed, final = statement(text), statement(text, heading=True)

    assert messages.sentence(streamed) == messages.sentence(final) == f"**{text}**\n\n"


def test_a_quote_stands_under_its_label():
    told = statement("Et\nTo", 1, label="Styregruppe 12. marts 2025 – besluttet:")

    shown = messages.sentence(told)

    assert shown == "**Styregruppe 12. marts 2025 – besluttet**\n\n> Et  \n> To [1]\n\n"


@pytest.mark.parametrize(
    ("standing", "mark"), [("good", "✅ "), ("careful", "⚠️ "), ("wrong", "⛔ "), ("", "")]
)
def test_what_a_quote_is_stands_below_where_it_is_from(standing, mark):
    told = statement(
        "Et", 1, label="Styregruppe – x:", place="Styregruppe", status="Udsat", standing=standing
    )

    assert messages.sentence(told) == f"**Styregruppe**  \n{mark}*Udsat*\n\n> Et [1]\n\n"


def test_a_written_sentence_says_what_its_source_is():
    told = statement("Taksten stiger.", 2, status="Udkast, ikke vedtaget")

    assert messages.sentence(told) == "Taksten stiger. [2] – *Udkast, ikke vedtaget*\n\n"


def test_everything_that_must_be_said_is_said():
    asked = reply(
        doubt="Vi er usikre på, om det her er svaret.",
        notes=("Kilde 1 er et udkast.",),
        understood_as="Hvad var taksten i 2023?",
        sources=(source(verified=False),),
    )

    (only,) = sent(messages.final(asked, "k"))

    for each in (
        asked.doubt,
        *asked.notes,
        texts.NOT_VERIFIED,
        "Forstået som: Hvad var taksten i 2023?",
        f"**{asked.verdict}.** {asked.hint}",
        asked.searched,
        asked.made,
    ):
        assert each in only["text"]


def test_an_answer_is_marked_as_made_by_a_machine():
    (only,) = sent(messages.final(reply(), "k"))

    assert only["entities"][0]["additionalType"] == ["AIGeneratedContent"]


def test_an_answer_asks_for_an_opinion_in_a_dialog_of_ours():
    (only,) = sent(messages.final(reply(), "k"))

    assert only["channelData"] == {"feedbackLoop": {"type": "custom"}}


def test_a_citation_opens_the_place_in_the_document():
    (only,) = sent(messages.final(reply(), "k"))

    (cited,) = only["entities"][0]["citation"]
    assert cited["position"] == 1
    assert cited["appearance"]["url"] == "https://svar.example.dk/kilder/referat?fra=1#citat"
    assert cited["appearance"]["keywords"] == ["Besluttet"]


def test_a_long_citation_is_cut_at_a_word():
    long = source(title="Referat af " + "et møde " * 20, quote="ord " * 100)

    (only,) = sent(messages.final(reply(sources=(long,)), "k"))

    shown = only["entities"][0]["citation"][0]["appearance"]
    assert shown["abstract"] == "ord " * 38 + "ord…"
    assert shown["name"].startswith("Referat af et møde et møde")
    assert shown["name"].endswith(("et…", "møde…"))


def test_the_status_of_a_citation_is_never_cut_to_its_opposite():
    told = source(status="Sagsfremstilling, ikke besluttet")

    (only,) = sent(messages.final(reply(sources=(told,)), "k"))

    assert only["entities"][0]["citation"][0]["appearance"]["keywords"] == ["Sagsfremstilling"]


def test_sources_that_the_text_does_not_name_are_not_cited():
    (only,) = sent(messages.final(reply(sources=(source(), source(2))), "k"))

    assert [each["position"] for each in only["entities"][0]["citation"]] == [1]


def test_more_than_twenty_sources_go_into_a_card():
    told = [statement(f"Sætning {n}.", n) for n in range(1, 31)]
    asked = reply(*told, sources=tuple(source(n, title=f"Referat {n}") for n in range(1, 31)))

    text, card = sent(messages.final(asked, "k"))

    assert len(text["entities"][0]["citation"]) == 20
    shown = str(card["attachments"][0]["content"])
    assert all(f"{n}. Referat {n}" in shown for n in range(21, 31))


def test_a_source_without_an_address_is_no_link():
    (only,) = sent(messages.final(reply(sources=(source(url=None),)), "k"))

    assert "1. Referat Styregruppe Social, Styregruppe Social, 12. marts" in only["text"]
    assert "url" not in only["entities"][0]["citation"][0]["appearance"]


def test_what_must_be_known_comes_before_the_statements():
    asked = reply(understood_as="Hvad er taksten i 2023?", doubt=texts.UNSURE, partly=True)

    text = sent(messages.final(asked, "k"))[0]["text"]

    places = [text.index(each) for each in ("taksten i 2023", "Fundet i", texts.UNSURE, "stiger")]
    assert places == sorted(places)
    assert text.count("Fundet i dokumenterne") == 1


def test_before_what_grew_nothing_is_put():
    asked = reply(statement("Taksten stiger."), doubt=texts.UNSURE)

    text = sent(messages.final(asked, "k", begins=messages.Begins(grew=True)))[0]["text"]

    assert text.startswith("Taksten stiger.")
    assert texts.UNSURE in text


def test_where_nothing_is_found_that_is_said_first():
    asked = reply(statement("Vi fandt det ikke."), verdict="Ikke besvaret", sources=(), found=False)

    text = sent(messages.final(asked, "k"))[0]["text"]

    assert text.startswith("**Ikke besvaret**\n\nVi fandt det ikke.")
    assert texts.NOTHING_NEAR in text


def test_nothing_found_shows_what_is_near_and_no_citation():
    near = (source(status="Referat"),)
    asked = reply(statement(texts.NOTHING_FOUND), sources=(), near=near, found=False)

    (only,) = sent(messages.final(asked, "k"))

    assert f"**{texts.NEAREST}**\n\n{texts.NEAREST_HELP}\n\n1. [Referat" in only["text"]
    assert "  \n   Styregruppen besluttede taksten.\n" in only["text"]
    assert texts.NEAREST_HELP in only["text"]
    assert "citation" not in only["entities"][0]


def test_headings_speak_the_language_of_the_answer():
    (only,) = sent(messages.final(reply(language="en"), "k"))

    assert "**Sources**" in only["text"]


@pytest.mark.parametrize("text", [LONG, "x" * 90_000, "*<&[1]" * 15_000, "Et\n\n" * 20_000])
def test_of_a_long_answer_nothing_is_lost(text):
    parts = sent(messages.final(reply(statement(text, 1), statement("Til sidst.", 1)), "k"))

    assert len(parts) > 1
    shown = "".join(each["text"] for each in parts)
    assert _bare(shown).startswith(_bare(messages.sentence(statement(text, 1))))


def test_every_message_of_a_long_quote_says_where_it_is_from():
    parts = sent(messages.final(reply(statement(LONG, 1, label="Referat")), "k"))

    quoting = [each["text"] for each in parts if "Sætning" in each["text"]]
    assert len(quoting) > 1
    assert all(each.startswith("**Referat**\n\n> ") for each in quoting)


def test_only_the_last_text_of_a_long_answer_has_buttons():
    parts = sent(messages.final(reply(statement(LONG, 1)), "k", secretariat=True))

    assert ["attachments" in each for each in parts] == [False] * (len(parts) - 1) + [True]
    assert ["channelData" in each for each in parts] == [False] * (len(parts) - 1) + [True]


def test_buttons_carry_the_key_alone():
    (only,) = sent(messages.final(reply(), "kort-id", share="andet-id", secretariat=True))

    sets = only["attachments"][0]["content"]["body"]
    share, secretariat = (each["actions"][0] for each in sets)
    assert share["data"] == {"flow": "share", "key": "andet-id"}
    assert secretariat["data"] == {
        "flow": "secretariat",
        "key": "kort-id",
        "msteams": {"type": "task/fetch"},
    }


def test_an_answer_without_flows_has_no_card():
    (only,) = sent(messages.final(reply(), "k"))

    assert "attachments" not in only


def test_forty_thousand_characters_of_a_question_understood_fit():
    parts = sent(messages.final(reply(understood_as="ord " * 10_000), "k"))

    assert "".join(each["text"] for each in parts).count("ord") == 10_000


def test_hostile_titles_and_notes_stay_text():
    bad = "<at>Alle</at> [klik](https://ond.dk) **fed** [1]"
    asked = reply(
        statement(bad, 1, label=bad),
        sources=(source(title=bad, where=bad, status=bad, quote=bad),),
        notes=(bad,),
        doubt=bad,
        understood_as=bad,
    )

    (only,) = sent(messages.final(asked, "k"))

    assert "](https://ond.dk" not in only["text"]
    assert "<" not in only["text"]
    assert only["text"].count("[1]") == 1
    assert only["text"].count(f"\\[{GAP}1") == 8


def test_what_we_say_ourselves_is_no_answer():
    (only,) = sent([messages.refused("Skriv et spørgsmål. [1] <b>")])

    assert "entities" not in only
    assert only["text"] == f"Skriv et spørgsmål. \\[{GAP}1\\] &lt;b&gt;"


def test_the_welcome_says_what_is_here_and_that_a_machine_answers():
    item = Item("k", "Nyt takstskema", "Styregruppe Social, 12. marts", "Udsat", "Teksten", None)
    here = Shelf(("12 referater",), ("Bilag mangler",), (item,), ("Hvad er TKO?",))

    (only,) = sent([messages.welcome(here)])

    assert "maskine" in only["text"]
    shown = str(only["attachments"][0]["content"])
    assert all(each in shown for each in ("12 referater", "Bilag mangler", "Nyt takstskema"))


def _bare(text):
    return "".join(text.replace("> ", "").replace(GAP, "").split())
