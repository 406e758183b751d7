import pytest

from bots.orders import Order, Wish, order


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", Order(Wish.HELP)),
        ("  ", Order(Wish.HELP)),
        ("?", Order(Wish.HELP)),
        ("Hjælp", Order(Wish.HELP)),
        ("følger", Order(Wish.LIST)),
        ("følg takster", Order(Wish.FOLLOW, "takster")),
        ("Følg   „magt og  anvendelse“", Order(Wish.FOLLOW, "magt og anvendelse")),
        ("følg", Order(Wish.FOLLOW)),
        ("stop takster", Order(Wish.STOP, "takster")),
        ("stop med takster.", Order(Wish.STOP, "takster")),
        ("stop", Order(Wish.STOP)),
        ("Hvad er TKO?", Order(Wish.ANSWER, "Hvad er TKO?")),
        ("takster 2025", Order(Wish.ANSWER, "takster 2025")),
        ("hej", Order(Wish.GREET)),
        ("Hej med dig!", Order(Wish.GREET)),
        ("God morgen", Order(Wish.GREET)),
        ("tak", Order(Wish.THANK)),
        ("Tusind tak for hjælpen :+1:", Order(Wish.THANK)),
        ("ok, tak", Order(Wish.THANK)),
        ("thanks!", Order(Wish.THANK)),
    ],
)
def test_line_is_understood_as(line, wanted):
    assert order(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "følg op på takster",
        "følg op på taksterne for 2025?",
        "følg takster?",
        "stop for indtag på Birkegården?",
        "følges taksterne op",
        "stopper indtaget",
        "følger kommunerne aftalen",
        "hjælp til borgere med autisme",
        "hej, hvad er taksten",
        "tak, hvem besluttede det",
        "tak for takstoversigten",
        "og i 2024",
        "ok med leasing",
    ],
)
def test_question_that_begins_like_an_order_is_a_question(line):
    assert order(line) == Order(Wish.ANSWER, line)
