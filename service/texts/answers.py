"""What answers say in our own words, and what is said of questions."""

from collections.abc import Sequence

# Questions

ABOUT_ITEM = "Hvad blev besluttet om „{title}“?"

QUESTION_EMPTY = "Skriv et spørgsmål."
QUESTION_WITHOUT_WORDS = "Der er ingen ord i spørgsmålet. Skriv, hvad du vil vide, med ord."


def question_too_long(length: int, limit: int) -> str:
    """How long the question is, and how long it may be."""
    return (
        f"Spørgsmålet er på {length} tegn. Det må højst være {limit}. "
        "Skriv kun det, du vil vide, uden sagens tekst."
    )


def unknown_value(value: str, known: list[str]) -> str:
    """A filter value that no document has, and those that do."""
    return (
        f"Ingen dokumenter har værdien „{value}“. Brug en af disse: {', '.join(known) or 'ingen'}."
    )


def masked(count: int) -> str:
    """That CPR numbers were taken out of the question."""
    if count == 1:
        return "Et cpr-nummer er fjernet fra dit spørgsmål. Det er hverken søgt på eller gemt."
    return f"{count} cpr-numre er fjernet fra dit spørgsmål. De er hverken søgt på eller gemt."


# Answers

NOTHING_FOUND = "Dokumenterne svarer ikke på spørgsmålet."
NOTHING_OF = "Dokumenterne svarer ikke på spørgsmålet for {what}."
ITEM_OF = "punkt {punkt} på mødet {when}"
NO_MEETING = "Referatet fra mødet {when} er ikke i samlingen, så beslutningen kendes ikke her."
NO_FIGURE = "Vi fandt ikke det tal, der spørges om."
NO_FIGURE_OF = "Vi fandt ikke det tal, der spørges om, for {what}."
FIGURES_OF = " Der er tal for {years}."
NOTHING_AT_ALL = "Der er intet i dokumenterne, der ligner spørgsmålet."
AGENDA_ONLY = (
    "Beslutningen fremgår ikke. Kun dagsordenen fra mødet {held} er i samlingen, "
    "og en dagsorden har ingen beslutninger."
)
AGENDA_ONLY_NOTE = "Kilde {n} er fra en dagsorden. Referatet fra mødet {held} er ikke i samlingen."
OTHER_MEETING = (
    "Der er ikke fundet en beslutning om det fra mødet {asked}. Det her er fra mødet {held}."
)
FIRST_READING = "Sagen var til første behandling på mødet {held}."
NOTHING_DECIDED = "Referatet har ingen udtrykkelig beslutning om det."
NOT_DECIDED_NOTE = "Kilde {n} er en indstilling, ikke en beslutning."
DRAFT_NOTE = "Kilde {n} er et udkast. Kilden viser ikke, at det er vedtaget."
ONLY_DRAFT = "„{title}“ er her i samlingen kun som udkast. Det fremgår ikke, om det er vedtaget."
STRUCK_NOTE = "Kilde {n} er slettet tekst. Den gælder ikke."
PROPOSED_NOTE = "Kilde {n} har ændringer, der er foreslået og ikke godkendt i dokumentet."
STRUCK_SKIPPED = "Der findes også slettet tekst om emnet. Den gælder ikke og er ikke brugt."
SEARCHED_IN = "Søgt først i {place}."
WIDENED = "Intet fundet i {place}. Der er søgt bredere."
THE_MEETING = "mødet {date}"
LATEST_MEETING = "det seneste møde, {date}"
OF_YEAR = "{kind} fra {year}"
UNDERSTOOD = "Forstået som"
UNDERSTOOD_CONCEPT = "{term} (af “{words}”, {kind}, {weight})"
UNDERSTOOD_SPELLED = "“{written}” kan være “{meant}”"
UNDERSTOOD_ENGLISH = "“{word}” på dansk: {danish}"
UNDERSTOOD_LAW = "{law} § {paragraph}"
NOTHING_UNDERSTOOD = "kun spørgsmålets egne ord"
CHAT_PROMPT = "> "
READ_IN = "Læst i {place} ({share:.0%} af vægten):"
CHOSEN, DROPPED = "valgt", "ikke valgt"
TOLD_BY = "  {worth:+.1f} {chosen}: {text}"
SIGNS = "      mest af: {signs}"
REFUSED_BECAUSE = "Ikke svaret: {why}"
FOUND_BY = {"lexical": "ord", "dense": "betydning"}
CUT_NOTE = "I kilde {n} er slettede ord udeladt. Se dem i dokumentet."
ANNEX_NOTE = "Kilde {n} er et bilag til punktet. Det er ikke mødets beslutning."
NOT_MENTIONED = "De citerede steder nævner ikke {what}."
UNDERSTOOD_AS = "Forstået som: {question}"
INSTRUCTIONS_CUT = "Vi har set bort fra den del af teksten, der ikke er et spørgsmål."
ONLY_INSTRUCTIONS = "Der er intet spørgsmål i teksten. Skriv, hvad du vil vide om dokumenterne."
ABOUT_PERSON = (
    "Her svares ikke på spørgsmål om enkelte borgeres forhold. "
    "Spørg om regler, beslutninger og aftaler, og skriv ikke navne eller cpr-numre på borgere."
)
TOO_MANY_QUESTIONS = "Du stiller {count} spørgsmål. Stil højst {limit} ad gangen."
PART_OF_QUESTION = "Spørgsmål {n}: {question}"
SOURCES_DISAGREE = "Kilderne er uenige: kilde {n} skriver „{value}“, kilde {m} skriver „{against}“."
PARTS_DISAGREE = "I kilde {n} passer tallene ikke: „{value}“ i alt, men delene er {against}."
UNSURE = "Vi er usikre på, om det her er svaret. Læs kilderne, før du bruger det."
LISTED_ONLY = "Bilaget er kun nævnt ved navn. Det, der står i det, er ikke i samlingen."
WITHOUT_MODEL = "Svaret er skrevet uden sprogmodel."
DELETED_PART = "[…]"


DRAFT_LABEL = "udkast"
STRUCK_LABEL = "slettet tekst"
PROPOSED_LABEL = "foreslået ændring"
PUNKT_LABEL = "punkt {number}"
ANNEX_LABEL = "bilag til {place}"
STATUS_LABELS = {
    "besluttet": "besluttet",
    "taget til efterretning": "taget til efterretning",
    "anbefalet videre": "anbefalet videre",
    "enighed": "enighed eller opbakning",
    "drøftet": "drøftet",
    "udsat": "udsat",
    "referat": "referat",
    "indstillet": "indstilling, ikke beslutning",
    "ikke registreret": "indstilling i dagsordenen, beslutningen kendes ikke",
    "sagsfremstilling": "sagsfremstilling, ikke beslutning",
}


# Keys are the values of `register.Listed`; one and several.
LISTED = {
    "decisions": ("punkt", "punkter"),
    "treated": ("punkt", "punkter"),
    "items": ("punkt", "punkter"),
    "meetings": ("møde", "møder"),
    "documents": ("dokument", "dokumenter"),
    "without minutes": ("møde uden referat", "møder uden referat"),
    "named": ("bilag, der kun er nævnt ved navn", "bilag, der kun er nævnt ved navn"),
}
LISTED_ABOUT = "{number} handler om {subject}."
LISTED_TIMES = "{number} handler om {subject}, på {times}."
SEARCHED = "Gennemsøgt: {number} fra {first} til {last}."
SEARCHED_ONE = "Gennemsøgt: {number}, {first}."
SEARCHED_UNDATED = "Gennemsøgt: {number}."
PROPOSED_TOO = "Desuden {number}, som kun står på en dagsorden. Referatet mangler."
ONLY_AGENDA_ONE = "For mødet {days} er kun dagsordenen her."
ONLY_AGENDAS = "For møderne {days} er kun dagsordenen her."
SHOWN_OF = "Her vises {shown} af {total}."
CLOSED_LIST = (
    "Listen viser kun det, du har adgang til. Lukkede punkter vises kun for dem, der har adgang."
)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "a, b og c"."""
    return " og ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
