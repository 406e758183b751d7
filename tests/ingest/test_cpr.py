"""CPR numbers are found however they are written, and other numbers are left alone.

All numbers are made at run time: one that stood here could be somebody's.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from ingest.personal import cpr

HOPELESS = 60  # seconds; work that grows with the square of the text takes far longer
TODAY = date(2025, 5, 22)
FIRST = date(1905, 1, 1)
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def modulus_11(number: str) -> bool:
    return sum(int(d) * w for d, w in zip(number, WEIGHTS, strict=True)) % 11 == 0


def seventh(born: date, chance: random.Random) -> int:
    if born.year >= 2000:
        return chance.choice([4, 5, 6, 7, 8, 9])
    return chance.choice([0, 1, 2, 3, 4, 9] if born.year >= 1937 else [0, 1, 2, 3])


def number(chance: random.Random, *, new_year: bool = False, replacement: bool = False) -> str:
    """Ten digits; born on 1 January without modulus 11, or on any day and with it."""
    while True:
        born = FIRST + timedelta(days=chance.randrange((TODAY - FIRST).days))
        born = born.replace(month=1, day=1) if new_year else born
        day = born.day + 60 * replacement
        tail = chance.randrange(1000)
        made = f"{day:02}{born:%m%y}{seventh(born, chance)}{tail:03}"
        if modulus_11(made) is not new_year:
            return made


def full_width(text: str) -> str:
    return text.translate({ord("0") + d: 0xFF10 + d for d in range(10)})


def bengali(text: str) -> str:
    return text.translate({ord("0") + d: 0x09E6 + d for d in range(10)})


def parts(n: str) -> tuple[str, str, str, str]:
    return n[:2], n[2:4], n[4:6], n[6:]


HYPHENATED: list[Callable[[str], str]] = [
    lambda n: f"{n[:6]}-{n[6:]}",
    lambda n: f"{n[:6]}–{n[6:]}",
    lambda n: f"{n[:6]}−{n[6:]}",
    lambda n: f"{n[:6]}\u2011{n[6:]}",
    lambda n: f"{n[:6]} - {n[6:]}",
    lambda n: f"{n[:6]}-\n{n[6:]}",
    lambda n: f"{n[:6]}-\r\n{n[6:]}",
    lambda n: f"{n[:6]}\n-{n[6:]}",
    lambda n: f"{n[:6]}- \n \n {n[6:]}",
    lambda n: full_width(f"{n[:6]}-{n[6:]}"),
    lambda n: f"{n[:6]}－{n[6:]}",
    lambda n: bengali(f"{n[:6]}-{n[6:]}"),
    lambda n: "{} {} {}-{}".format(*parts(n)),
    lambda n: "{}.{}.{}-{}".format(*parts(n)),
    lambda n: "{}-{}-{}-{}".format(*parts(n)),
    lambda n: "{}. {}. {} - {}".format(*parts(n)),
    lambda n: f"~~{n[:6]}-{n[6:]}~~",
    lambda n: f"{n[:6]}-~~{n[6:]}~~",
]
BARE: list[Callable[[str], str]] = [
    lambda n: n,
    lambda n: f"{n[:6]} {n[6:]}",
    lambda n: f"{n[:6]}\u00a0{n[6:]}",
    lambda n: f"{n[:6]}\u202f{n[6:]}",
    lambda n: f"{n[:6]}\u2060{n[6:]}",
    lambda n: f"{n[:6]}\n{n[6:]}",
    lambda n: f"{n[:6]} \r\n{n[6:]}",
    full_width,
    bengali,
    lambda n: "{} {} {} {}".format(*parts(n)),
]
AROUND: list[Callable[[str], str]] = [
    lambda n: f"Borgeren med nummer {n} har søgt om støtte.",
    lambda n: f"CPR-nr. {n}, bopæl Østby",
    lambda n: f"(cpr: {n})",
    lambda n: f"Bo Test\t{n}\tbevilget",
    lambda n: f"Underskrevet af Bo Test\n{n} den 3. maj 2024\n",
    lambda n: f"Punkt 4: Klage fra {n}.",
    lambda n: f"referat_{n}_underskrevet.pdf",
    lambda n: f"Brev til {n}/kopi til sagen",
]


def settings(forms: list[Callable[[str], str]], count: int) -> Iterator[tuple[str, str]]:
    """Texts with one number each, and the number as it is written there."""
    chance = random.Random(54)
    for at in range(count):
        made = number(chance, new_year=at % 2 == 0, replacement=at % 10 == 9)
        written = chance.choice(forms)(made)
        yield chance.choice(AROUND)(written), written


def missed(forms: list[Callable[[str], str]], count: int) -> list[str]:
    return [
        text
        for text, written in settings(forms, count)
        if not any(
            sum(c.isdecimal() for c in text[a:b]) >= 10 and text[a:b] in written
            for a, b in cpr.find(text, today=TODAY)
        )
    ]


def test_of_hyphenated_numbers_one_in_a_thousand_may_be_missed() -> None:
    assert len(missed(HYPHENATED, 1000)) <= 1


def test_of_numbers_without_a_hyphen_one_in_a_hundred_may_be_missed() -> None:
    assert len(missed(BARE, 1000)) <= 10


def digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def day(chance: random.Random) -> date:
    return date(2015, 1, 1) + timedelta(days=chance.randrange(4000))


def looks(chance: random.Random) -> str:
    """A number of another kind that begins as a CPR number does."""
    return number(chance)


DECOYS: list[Callable[[random.Random], str]] = [
    lambda c: f"Tlf. {digits(c, 8)} eller +45 {digits(c, 2)} {digits(c, 2)} {digits(c, 4)}",
    lambda c: f"ring på +45{digits(c, 8)}",
    lambda c: f"CVR-nr. {digits(c, 8)}, P-nr. {looks(c)}",
    lambda c: f"P-nummer: {looks(c)}",
    lambda c: f"Produktionsenhed {looks(c)}",
    lambda c: f"P-numre: {looks(c)}, {looks(c)} og {looks(c)}",
    lambda c: f"EAN 57980{digits(c, 8)}",
    lambda c: f"EAN-nr. 57980 {digits(c, 4)} {digits(c, 4)}",
    lambda c: f"reg.nr. {digits(c, 4)} kontonr. {looks(c)}",
    lambda c: f"Konto {digits(c, 4)} {looks(c)} i Østbanken",
    lambda c: f"Kontonummer {digits(c, 4)}-{looks(c)}",
    lambda c: f"Sagsnr. 2024-{digits(c, 6)}",
    lambda c: f"Sagsnr. {looks(c)} i ESDH",
    lambda c: f"Journalnummer: {looks(c)}",
    lambda c: f"dok.nr. {looks(c)}",
    lambda c: f"sag 27.69.04-G01-1-{digits(c, 2)} og sagsnr. 15/{digits(c, 5)}",
    lambda c: f"27.{c.randrange(1, 13):02}.04-G01-{digits(c, 4)}-21",
    lambda c: f"ISBN 87-{digits(c, 4)}-{digits(c, 3)}-{digits(c, 1)}",
    lambda c: f"ISBN 978-87-{digits(c, 4)}-{digits(c, 3)}-{digits(c, 1)}",
    lambda c: f"ISBN-10: {looks(c)}",
    lambda c: f"1.{digits(c, 3)}.{digits(c, 3)}.{digits(c, 3)} kr.",
    lambda c: f"i alt {looks(c)} kr. og {looks(c)},50 kr.",
    lambda c: f"55.{looks(c)}, 12.{digits(c, 6)}",
    lambda c: f"perioden {day(c):%d%m%y}-{day(c):%d%m%y}",
    lambda c: f"{day(c):%d.%m.%Y}-{day(c):%d.%m.%Y}",
    lambda c: f"{day(c):%d.%m.%y} - {day(c):%d.%m.%y}",
    lambda c: f"{day(c):%d-%m-%Y} kl. {c.randrange(24):02}.{c.randrange(60):02}",
    lambda c: f"tidsstempel {day(c):%Y%m%d}{c.randrange(24):02}{c.randrange(60):02}",
    lambda c: f"takst {c.randrange(1000, 9999)}\t{day(c):%d%m%y}\t{digits(c, 4)}",
    lambda c: f"{day(c):%d%m%y}\n{digits(c, 4)}\n",
    lambda c: f"{digits(c, 2)} {day(c):%d%m%y} {digits(c, 4)} {digits(c, 3)}",
    lambda c: f"{day(c):%d.%m.%y} 9000 Østby",
    lambda c: f"sha256 {c.randbytes(32).hex()}",
]


def test_of_other_numbers_one_in_a_hundred_may_be_taken_for_a_cpr_number() -> None:
    chance = random.Random(11)
    texts = [DECOYS[at % len(DECOYS)](chance) for at in range(1000)]

    alarms = [text for text in texts if cpr.find(text, today=TODAY)]

    assert len(alarms) <= 10, alarms


@pytest.fixture
def made() -> str:
    return number(random.Random(7), new_year=True)


def test_the_range_reaches_from_the_first_digit_to_the_last(made: str) -> None:
    assert cpr.find(f"nr. {made[:6]}-{made[6:]}.", today=TODAY) == [(4, 15)]


@pytest.mark.parametrize("form", ["{}7", "7{}", "3{}"])
def test_an_eleventh_digit_hides_nothing(made: str, form: str) -> None:
    assert cpr.find(form.format(made), today=TODAY) == [(0, 11)]


def test_a_footnotes_mark_hides_nothing(made: str) -> None:
    assert cpr.find(f"{made[:6]}-{made[6:]}2", today=TODAY) == [(0, 12)]


def test_longer_runs_need_the_word_beside_them(made: str) -> None:
    run = f"99{made}99"

    assert cpr.find(f"Løbenummer {run}", today=TODAY) == []
    assert cpr.find(f"personnummer {run}", today=TODAY) == [(13, 27)]


def test_misread_letters_count_beside_the_word() -> None:
    made = "0101" + number(random.Random(3), new_year=True)[4:]
    misread = made.replace("0", "O", 1).replace("1", "l", 1)

    assert cpr.find(f"CPR-nr. {misread}", today=TODAY) == [(8, 18)]
    assert cpr.find(f"Vare {misread}", today=TODAY) == []


@pytest.mark.parametrize(
    "form",
    ["{0} {1} {2} {3} {4}", "{0}/{1}/{2}/{3}{4}", "{0}{1}{2}\n\n{3}{4}", "{0}.{1}.{2} {3}{4}"],
)
def test_beside_the_word_any_division_will_do(made: str, form: str) -> None:
    written = form.format(*(made[at : at + 2] for at in range(0, 10, 2)))

    assert cpr.find(f"Cpr: {written}", today=TODAY) == [(5, 5 + len(written))]


def test_beside_the_word_the_year_may_be_written_in_full() -> None:
    made = f"0203701{random.Random(5).randrange(1000):03}"

    assert len(cpr.find(f"CPR {made[:4]}19{made[4:6]}-{made[6:]}", today=TODAY)) == 1


@pytest.mark.parametrize(
    ("start", "possible"),
    [
        ("0101361", True),
        ("0101364", False),
        ("0101244", True),
        ("0101374", True),
        ("0101379", True),
        ("0101575", False),
        ("0101585", False),
        ("0101998", False),
        ("0101008", True),
        ("3002651", False),
        ("2902651", False),
        ("2902641", True),
        ("6101651", True),
        ("9201651", False),
        ("6001651", False),
        ("0013651", False),
        ("2205254", True),
        ("2305254", False),
    ],
)
def test_the_century_and_the_day_of_birth(start: str, possible: bool) -> None:
    number = f"{start}{random.Random(start).randrange(1000):03}"

    assert cpr.plausible(number, TODAY) is possible


def test_a_hyphenated_case_number_may_be_the_citizens_own(made: str) -> None:
    assert cpr.find(f"Sagsnr. {made[:6]}-{made[6:]}", today=TODAY)


def test_another_number_in_the_sentence_excuses_nothing(made: str) -> None:
    assert cpr.find(f"Sagsnr. 15/12345 vedr. {made}", today=TODAY)
    assert cpr.find(f"P-nr. 1012345678. Borger {made}", today=TODAY)


@pytest.mark.parametrize("form", ["9af{}", "{}f1", "ab3d{}c"])
def test_ten_digits_inside_a_code_are_part_of_it(made: str, form: str) -> None:
    assert cpr.find(form.format(made), today=TODAY) == []


def test_numbers_in_a_list_of_persons_are_all_found(made: str) -> None:
    assert len(cpr.find(f"{made},{made};{made}\n{made}", today=TODAY)) == 4


@pytest.mark.timeout(HOPELESS)
@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1 " * 50_000,
        "010165" * 16_000,
        "010165      -      " * 5_000,
        "01.01.65 " * 11_000,
        "CPR " * 25_000,
        "CPR 0 1 0 1 6 5 " * 6_000,
        "CPR OOOOOlllll" * 7_000,
        " " * 100_000,
        "010165-~~" * 11_000,
        "P-nr. " * 16_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    found = cpr.find(text, today=TODAY)

    assert all(0 <= one[0] < one[1] <= len(text) for one in found)
