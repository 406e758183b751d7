"""The columns of a table of questions, as a secretary reads them: headings, choices, help."""

from dataclasses import dataclass

from eval.sets.row import Difficulty, State

QUESTIONS, GUIDE = "Spørgsmål", "Vejledning"
YES, NO = "ja", "nej"
TYPES = {
    "beslutning": "decision",
    "regel": "rule",
    "oplysning": "fact",
    "tal": "number",
    "forløb": "timeline",
    "fælde": "trap",
    "andre ord": "paraphrase",
    "liste": "list",
    "begreb": "definition",
    "stikord": "keyword",
    "uden svar": "unanswerable",
}
DIFFICULTIES = {
    "let": Difficulty.EASY.value,
    "middel": Difficulty.MEDIUM.value,
    "svær": Difficulty.HARD.value,
}
STATES = {state.value: state.value for state in State}
ANSWERABLE = {YES: True, NO: False}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it fills, its heading, width, choices, help, and an example.

    `each` says that a cell may have several, one a line.
    """

    field: str
    heading: str
    width: int
    help: str
    example: str = ""
    each: bool = False
    choices: tuple[str, ...] = ()


COLUMNS = (
    Column("id", "Nr.", 9, "Spørgsmålets navn. Hvert spørgsmål har sit eget.", "eksempel"),
    Column(
        "question",
        "Spørgsmål",
        44,
        "Skriv det, som en kollega ville spørge. Brug helst andre ord end dokumentets.",
        "Hvornår skal guiden offentliggøres?",
    ),
    Column(
        "type",
        "Type",
        13,
        "Hvad der spørges om. 'fælde' er et spørgsmål, man let svarer forkert på: en indstilling "
        "der ikke blev fulgt, et udkast, overstreget tekst. 'andre ord' bruger ingen af "
        "dokumentets ord. 'uden svar' står ikke i dokumenterne.",
        "beslutning",
        choices=tuple(TYPES),
    ),
    Column(
        "answerable",
        "Kan besvares",
        13,
        "'ja', hvis svaret står i dokumenterne, ellers 'nej'.",
        YES,
        choices=(YES, NO),
    ),
    Column("answer", "Svar", 44, "Et rigtigt svar med dine ord.", "Senest den 1. april 2025."),
    Column(
        "nuggets",
        "Skal med",
        34,
        "De oplysninger, et svar skal have med, så korte som muligt. En linje til hver "
        "(Alt+Enter giver en ny linje i feltet).",
        "senest den 1. april 2025",
        each=True,
    ),
    Column(
        "must_not",
        "Må ikke siges",
        24,
        "Det, et svar aldrig må sige, for eksempel et tal fra et udkast. En linje til hver.",
        each=True,
    ),
    Column(
        "doc",
        "Dokument",
        28,
        "Navnet på den fil, svaret står i. En linje til hvert citat; er det samme fil til alle "
        "citater, er én linje nok.",
        "referat-2025-03-12.txt",
        each=True,
    ),
    Column(
        "quote",
        "Citat",
        60,
        "Det sted, der svarer, ord for ord. En linje til hvert citat.",
        "Guiden offentliggøres senest den 1. april 2025",
        each=True,
    ),
    Column(
        "lines",
        "Linjer",
        11,
        "Første og sidste linje i filen, for eksempel 99-101. Kan stå tomt. En linje til hvert "
        "citat; skriv '-' for et citat uden.",
        "255-256",
        each=True,
    ),
    Column(
        "alt",
        "Kan erstatte",
        13,
        "'ja' ud for et citat, der siger det samme som et andet, så ét af dem er nok. En linje "
        "til hvert citat. Tomt betyder nej.",
        each=True,
    ),
    Column(
        "meeting", "Møde", 12, "Mødets dato, dd-mm-åååå, hvis svaret er fra et møde.", "12-03-2025"
    ),
    Column("punkt", "Punkt", 8, "Punktets nummer på dagsordenen.", "6"),
    Column("section", "Afsnit", 20, "Overskriften over svaret. Kan stå tomt.", "Beslutning"),
    Column(
        "difficulty",
        "Sværhed",
        10,
        "Hvor svært du mener, det er.",
        "let",
        choices=tuple(DIFFICULTIES),
    ),
    Column(
        "status",
        "Status",
        11,
        "'forslag' er foreslået af programmet og bruges ikke, før du har læst det. Skriv "
        "'godkendt', når det er rigtigt (ret det gerne først), eller 'kasseret'. Tomt betyder "
        "godkendt.",
        State.DROPPED.value,
        choices=tuple(STATES),
    ),
)
REQUIRED = ("id", "question", "type", "answerable")
GUIDE_LINES = (
    "Sådan udfyldes arket",
    f"Skriv et spørgsmål i hver række i arket „{QUESTIONS}“. Eksemplet i første række bruges "
    "ikke, fordi dets status er „kasseret“; det kan slettes.",
    "Felter, der skal udfyldes: "
    + ", ".join(column.heading for column in COLUMNS if column.field in REQUIRED)
    + "; ved „ja“ i „Kan besvares“ også Dokument og Citat.",
    "Kontrollér arket bagefter: aftalesvar-eval check FIL --documents MAPPE",
)
