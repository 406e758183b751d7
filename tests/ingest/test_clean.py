"""Text is cleaned for reading, and every character leads back to where it stood."""

import pytest

from ingest.clean import clean, cleaned, cut, joined
from ingest.document import Run
from ingest.lines import split


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("en forlæn-\ngelse af", "en forlængelse af"),
        ("en forlæn-  \n\n \ngelse af", "en forlængelse af"),
        ("videns- og\nerfaringsdeling", "videns- og erfaringsdeling"),
        ("videns-\nog erfaringsdeling", "videns- og erfaringsdeling"),
        ("pris-\neller lønudvikling", "pris- eller lønudvikling"),
        ("2024-\n2025", "2024-2025"),
        ("10-\n11 pladser", "10-11 pladser"),
        ("Brandt-\nMikkelsen", "Brandt- Mikkelsen"),
        ("takst\xadbilag", "takstbilag"),
        ("§\xa0107 og\u202f§ 108", "§ 107 og § 108"),
        ("med  dobbelt   luft", "med dobbelt luft"),
        ("19¹ nye og uger²,", "19¹ nye og uger,"),
        ("10² kvadrat", "10² kvadrat"),
        ("2*3 pladser og 1.5*10", "2*3 pladser og 1.5*10"),
        ("346* og *56 af dem", "346* og *56 af dem"),
        ("**Om *skolen* og *hjemmet***³ (**5%**)", "Om skolen og hjemmet (5%)"),
        ("300 m²", "300 m²"),
        ("\uf0b7 punkt", "• punkt"),
        ("➤ **Vigtigt** og *skråt*", "• Vigtigt og skråt"),
        ("<ul style='x'> • En</ul>", "• En"),
        ("under <50 pct. og <navn@by.dk>", "under <50 pct. og <navn@by.dk>"),
        ("se [rapporten](https://x.dk/a) her", "se rapporten her"),
        ("[Skema] (bilag)", "[Skema] (bilag)"),
        ("\t \n ", ""),
    ],
)
def test_cleaned(raw: str, read: str) -> None:
    assert cleaned(raw) == read


def test_runs_lead_back_over_what_was_left_out() -> None:
    text, runs = clean("for-\nlæng  et", (Run(0, 100, 13),))

    assert text == "forlæng et"
    assert runs == (Run(0, 100, 3), Run(3, 105, 5), Run(8, 111, 2))


def test_joined_lines_keep_their_places() -> None:
    lines = split("xx\nførste\n\nanden")

    text, places = joined([lines[1], lines[3]])

    assert text == "første\nanden"
    assert places == (Run(0, 3, 7), Run(7, 11, 6))


def test_cut_keeps_the_ranges_and_their_places() -> None:
    assert cut("0123456789", (Run(0, 50, 10),), [(1, 3), (7, 9)]) == (
        "1278",
        (Run(0, 51, 2), Run(2, 57, 2)),
    )
