"""Tables that lost their lines: rows stay apart, and no row becomes the heading of others."""

from collections.abc import Callable

from ingest import Concern, Document, PartKind

Parsed = Callable[[str], Document]

WIDE = "Denne linje er lang nok til, at teksten er brudt ved kanten af en side på hundrede tegn og"
PROSE = f"{WIDE}\nfortsætter på den næste linje.\n\n"


def texts(document: Document) -> list[str]:
    return [block.text for part in document.walk() for block in part.blocks]


def headings(document: Document) -> list[str]:
    return [part.heading for part in document.walk() if part.kind is PartKind.CHAPTER]


def test_rows_of_figures_are_blocks_of_their_own(parsed: Parsed) -> None:
    row = (
        "Botilbuddet Centerhuset Lyngen på Hedevej i Østby Niveau {0} § 107 95 1.80{0} 1.85{0} 2,8%"
    )
    rows = [row.format(n) for n in (1, 2, 3)]

    document = parsed(PROSE + "\n\n".join(rows))

    assert texts(document)[-3:] == rows


def test_text_under_a_row_of_figures_is_not_part_of_the_row(parsed: Parsed) -> None:
    row = "Botilbuddet Centerhuset Lyngen på Hedevej i Østby § 107 Døgn 95 1.800 1.850 2,8%"

    document = parsed(f"{PROSE}{row}\n\nStigningen skyldes, at\n\nlønnen er steget.")

    assert texts(document)[-2:] == [row, "Stigningen skyldes, at lønnen er steget."]


def test_a_name_broken_within_brackets_is_one_with_its_row(parsed: Parsed) -> None:
    document = parsed(f"{PROSE}Centerhuset 7 (tidl.\n\nLyngen) § 107 Døgn 95 1.800 1.850 2,8%")

    assert texts(document)[-1] == "Centerhuset 7 (tidl. Lyngen) § 107 Døgn 95 1.800 1.850 2,8%"


def test_an_open_bracket_does_not_join_what_closes_none(parsed: Parsed) -> None:
    document = parsed(f"{PROSE}Centerhuset (tidl.\n\nDet nye hus åbner til maj.")

    assert texts(document)[-1] == "Det nye hus åbner til maj."


def test_text_between_rows_heads_nothing(parsed: Parsed) -> None:
    row = "Centerhuset Lyngen § 107 Døgn 95 1.800 1.850 2,8%"
    between = f"Ændringen hænger sammen med\n\nHedehuset. {WIDE} slut."

    document = parsed(f"{PROSE}{row}\n\n{between}\n\n{row}\n\n{row}\n")

    assert headings(document) == []


def test_a_heading_above_rows_that_stand_close_is_one(parsed: Parsed) -> None:
    row = f"{WIDE} 95 1.800 1.850 2,8%"

    document = parsed(f"{PROSE}{row}\n{row}\n\nTakster for unge\n{row}\n{row}\n")

    assert headings(document) == ["Takster for unge"]


def test_rows_that_begin_alike_head_nothing(parsed: Parsed) -> None:
    said = f"Lukket med årets udgang. {WIDE} slut."
    rows = [f"Østby Husene i {place}\n\n{said}" for place in ("Hede", "Lund", "Eng")]

    document = parsed(f"{PROSE}Tilbud der lukker\n\nEjer Tilbud Bemærkning\n\n" + "\n\n".join(rows))

    assert headings(document) == []


def test_the_lines_of_a_programme_stay_apart(parsed: Parsed) -> None:
    talk = f"Kl. 09.00: Oplæg. {WIDE}"
    programme = [talk, "Kl. 10.00: Drøftelse i grupper", "Kl. 11.30: Afrunding af dagen"]

    document = parsed(PROSE + "\n\n".join(programme) + f"\n\n{WIDE} slut.")

    assert texts(document)[-4:-1] == programme
    assert headings(document) == []


def test_a_list_item_in_a_narrow_column_goes_on_below(parsed: Parsed) -> None:
    document = parsed(f"{PROSE}20/1 \uf0b7 Drøftelse af\nSocialaftalen\n\n\uf0b7 Budget\n")

    assert texts(document)[-2:] == ["20/1 • Drøftelse af Socialaftalen", "• Budget"]


def test_a_figure_in_the_first_column_keeps_its_year(parsed: Parsed) -> None:
    document = parsed("Tilsyn med huse\t\t\n2023\t2024\t2025\n1.000 kr.\t1.100 kr.\t1.200 kr.")
    row = next(b for p in document.walk() for b in p.blocks if b.text.startswith("1.000"))

    assert [cell.heading for cell in row.cells] == ["Tilsyn med huse, 2023", "2024", "2025"]


def test_a_paragraph_number_with_a_mark_in_it_is_told(parsed: Parsed) -> None:
    document = parsed("Det følger af servicelovens § 13 c, stk. 21.\n\nSe også § 5, stk. 12.")

    assert [(f.concern, f.line) for f in document.findings] == [(Concern.UNCLEAR, 1)]
