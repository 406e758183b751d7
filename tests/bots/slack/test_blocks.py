from collections.abc import Sequence
from typing import Any

from bots.slack import names
from bots.slack.blocks import answered, closing, passages, refused, stated
from bots.slack.message import BLOCKS, LETTERS, Message, letters, spoken
from bots.slack.offers import Offers
from service import texts
from service.answer import Ranking
from tests.bots.slack import everything, limits, reading
from tests.bots.teams.replies import reply, source, statement

QUOTED = statement(
    "Taksten blev godkendt.",
    1,
    label="Styregruppe Social 12. marts 2025 – besluttet:",
    place="Styregruppe Social 12. marts 2025",
    status="Besluttet",
    standing="good",
    quoted=True,
)
LONG = "Styregruppen besluttede, at taksten stiger. " * 700


def whole(messages: Sequence[Message]) -> str:
    return "\n".join(reading.words(message.blocks) for message in messages)


def elements(message: Message, kind: str) -> list[dict[str, Any]]:
    return [each for block in message.blocks if block["type"] == kind for each in block["elements"]]


def test_the_first_line_says_whether_it_is_decided() -> None:
    (message,) = answered(reply(QUOTED))

    assert message.text.startswith("Besluttet\nStyregruppe Social 12. marts 2025\nTaksten blev")


def test_what_is_not_decided_is_marked_before_its_words() -> None:
    recommended = statement("X", 1, status="Indstillet, ikke besluttet", standing="careful")

    first = answered(reply(recommended))[0].blocks[0]["elements"][0]["elements"]

    assert first[0] == {"type": "emoji", "name": "warning"}
    assert first[2]["text"] == "Indstillet, ikke besluttet"


def test_the_words_of_a_document_are_a_quotation() -> None:
    kinds = [each["type"] for each in stated(QUOTED, {})[0]["elements"]]

    assert kinds == ["rich_text_section", "rich_text_quote"]


def test_what_a_model_wrote_is_no_quotation() -> None:
    kinds = [each["type"] for each in stated(statement("Taksten stiger.", 1), {})[0]["elements"]]

    assert kinds == ["rich_text_section"]


def test_deleted_text_is_struck_through() -> None:
    gone = statement("Taksten falder.", quoted=True, standing="wrong")

    (quote,) = stated(gone, {})[0]["elements"]

    assert quote["elements"][0]["style"] == {"strike": True}


def test_a_number_leads_to_the_page_of_its_source() -> None:
    *_, number = stated(QUOTED, {1: "https://svar.example.dk/kilder/a"})[0]["elements"][1][
        "elements"
    ]

    assert number == {"type": "link", "url": "https://svar.example.dk/kilder/a", "text": "[1]"}


def test_a_number_without_a_page_is_text() -> None:
    assert reading.words(stated(QUOTED, {})).endswith("godkendt. [1]")


def test_doubt_comes_before_the_answer() -> None:
    (message,) = answered(reply(QUOTED, doubt=texts.UNSURE))

    assert message.text.startswith(texts.UNSURE)


def test_half_an_answer_says_so_first() -> None:
    (message,) = answered(reply(QUOTED, verdict="Delvist besvaret", partly=True))

    assert message.text.startswith("Delvist besvaret. ")


def test_a_follow_up_says_how_it_was_understood() -> None:
    (message,) = answered(reply(QUOTED, understood_as="Hvad blev besluttet i 2023?"))

    assert message.text.startswith("Forstået som: Hvad blev besluttet i 2023?")


def test_remarks_stand_before_the_sources() -> None:
    said = whole(answered(reply(QUOTED, notes=("Kilde 1 er et udkast.",))))

    assert 0 < said.index("Kilde 1 er et udkast.") < said.index(texts.SOURCES)


def test_a_source_has_its_number_its_place_and_what_it_is() -> None:
    said = whole(answered(reply(QUOTED, sources=(source(where="Styregruppe, punkt 5, side 4"),))))

    assert "[1] Referat Styregruppe Social, Styregruppe, punkt 5, side 4 – Besluttet" in said


def test_a_message_does_not_end_with_the_heading_of_the_sources() -> None:
    found = reply(sources=[source(n) for n in range(1, 60)])

    blocks = [block for message in answered(found) for block in message.blocks]
    (headed,) = [each for each in blocks if texts.SOURCES in spoken([each])]

    assert "[1]" in spoken([headed])


def test_a_body_that_the_title_names_is_not_named_again() -> None:
    where = "Styregruppe Social, 12. marts 2025, punkt 5"

    said = whole(answered(reply(QUOTED, sources=(source(where=where),))))

    assert "[1] Referat Styregruppe Social, 12. marts 2025, punkt 5 – Besluttet" in said


def test_words_that_were_told_are_not_told_again_as_a_source() -> None:
    said = whole(answered(reply(QUOTED, sources=(source(quote=QUOTED.text),))))

    assert said.count(QUOTED.text) == 1


def test_words_that_a_model_went_by_stand_at_the_source() -> None:
    said = whole(answered(reply(statement("Den stiger.", 1), sources=(source(quote="Ordret."),))))

    assert "Ordret." in said
    assert said.count("[1] Referat") == 1


def test_a_quote_that_was_not_looked_up_is_said_to_be_so() -> None:
    assert texts.NOT_VERIFIED in whole(answered(reply(QUOTED, sources=(source(verified=False),))))


def test_what_was_looked_through_and_the_machine_are_named() -> None:
    said = whole(answered(reply(QUOTED)))

    assert "Gennemsøgt: alle åbne dokumenter." in said
    assert texts.MODES["extractive"] in said


def test_where_nothing_is_found_the_nearest_places_are_no_answer() -> None:
    missing = reply(statement("Vi fandt det ikke."), found=False, sources=(), near=(source(),))

    said = whole(answered(missing))

    assert texts.NEAREST_HELP in said
    assert "1. Referat Styregruppe Social" in said


def test_where_nothing_is_near_that_is_said() -> None:
    assert texts.NOTHING_NEAR in whole(answered(reply(QUOTED, found=False, sources=(), near=())))


def test_an_english_answer_has_english_words_around_it() -> None:
    said = whole(answered(reply(QUOTED, language="en"), Offers("k", secretariat=True)))

    assert "Sources" in said
    assert "Ask the secretariat" in said


def test_lines_of_a_list_are_dots() -> None:
    listed = [statement(f"– Møde {number}") for number in range(7)]

    (message,) = answered(reply(*listed, sources=()))

    assert [len(each["elements"]) for each in elements(message, "rich_text")[:2]] == [5, 2]


def test_without_offers_there_is_no_button() -> None:
    (message,) = answered(reply(QUOTED))

    assert elements(message, "actions") == elements(message, "context_actions") == []


def test_an_opinion_carries_the_key() -> None:
    (message,) = answered(reply(QUOTED), Offers("Kx3f9"))

    (thumbs,) = elements(message, "context_actions")
    assert thumbs["action_id"] == names.OPINION
    assert thumbs["positive_button"]["value"] == "up Kx3f9"
    assert thumbs["negative_button"]["value"] == "down Kx3f9"


def test_sharing_and_the_secretariat_are_offered_where_they_can_be_had() -> None:
    (message,) = answered(reply(QUOTED), Offers("Kx3f9", share=True, secretariat=True))

    offered = [(each["action_id"], each["value"]) for each in elements(message, "actions")]
    assert offered == [(names.SHARE, "Kx3f9"), (names.HAND_OVER, "Kx3f9")]


def test_what_cannot_be_had_is_not_offered() -> None:
    (message,) = answered(reply(QUOTED), Offers("Kx3f9"))

    assert elements(message, "actions") == []


def test_nothing_of_a_long_answer_is_lost() -> None:
    parts = answered(reply(statement(LONG, 1, quoted=True)), Offers("k"))

    assert LONG.strip() in "".join(reading.words(message.blocks) for message in parts)
    assert len(parts) > 1


def test_a_long_answer_has_its_buttons_at_the_end_only() -> None:
    parts = answered(reply(*[statement(LONG, 1)] * 3), Offers("k"))

    assert [bool(elements(part, "context_actions")) for part in parts] == [False] * (
        len(parts) - 1
    ) + [True]


def test_every_part_of_a_long_answer_is_within_the_limits() -> None:
    parts = answered(reply(*[statement("Kort.", 1)] * 120, statement(LONG)), Offers("k"))

    assert [limits.of_message({"text": each.text, "blocks": each.blocks}) for each in parts] == [
        []
    ] * len(parts)


def test_what_closes_a_stream_has_all_but_the_statements() -> None:
    streamed = stated(QUOTED, {})

    (end,) = closing(reply(QUOTED, notes=("Bemærk.",)), Offers("k"), streamed)

    assert QUOTED.text not in reading.words(end.blocks)
    assert "Bemærk." in end.text


def test_what_closes_a_long_stream_goes_on_in_a_message_of_its_own() -> None:
    streamed = stated(statement(LONG[:7_900]), {})

    first, *more = closing(reply(QUOTED, notes=("N" * 900,) * 5), Offers("k"), streamed)

    assert letters([*streamed, *first.blocks]) <= LETTERS
    assert more


def test_a_stream_with_many_blocks_leaves_room_for_its_end() -> None:
    streamed = [block for _ in range(BLOCKS) for block in stated(statement("x"), {})]

    first, second = closing(reply(QUOTED), Offers("k"), streamed)

    assert first.blocks == ()
    assert second.blocks


def test_passages_are_told_as_near_and_not_as_answers() -> None:
    found = Ranking((everything.passage("Taksten"),), "g1", ("Søgt først i 2024.",))

    said = whole(passages(found, "https://svar.example.dk"))

    assert said.startswith(texts.NEAREST)
    assert said.endswith("Søgt først i 2024.")


def test_a_refusal_is_a_line() -> None:
    assert refused(texts.ABOUT_PERSON).text == texts.ABOUT_PERSON
