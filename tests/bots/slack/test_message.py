from bots.slack.message import SPOKEN, Message, messages, spoken
from bots.slack.rich import actions, button, context, emoji, link, person, rich, section, words
from service import texts


def test_blocks_that_fit_are_one_message() -> None:
    block = rich(section(words("Taksten stiger.")))

    assert messages([block]) == [Message("Taksten stiger.", (block,))]


def test_the_notification_says_what_is_seen() -> None:
    blocks = [
        rich(section(emoji("warning"), words("Udkast", "bold"), link("https://a.dk", "Læs"))),
        context("Gennemsøgt: 8 <dokumenter>."),
        actions(button("a", "Del", "k")),
    ]

    assert spoken(blocks) == "UdkastLæs\nGennemsøgt: 8 &lt;dokumenter&gt;."


def test_a_mention_of_ours_is_one_in_the_notification_as_well() -> None:
    assert spoken([rich(section(person("U0METTE"), words(" spørger <@U1>")))]) == (
        "<@U0METTE> spørger &lt;@\u2060U1&gt;"
    )


def test_a_long_notification_is_cut_at_a_word() -> None:
    said = spoken([rich(section(words("ord & " * 2_000)))])

    assert said.endswith(" …")
    assert len(said) <= SPOKEN + 2


def test_a_notification_is_never_empty() -> None:
    assert messages([actions(button("a", "Del", "k"))])[0].text == texts.NAME
