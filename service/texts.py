"""Everything users read, in plain Danish."""

from collections.abc import Sequence
from datetime import date

from ingest.dates import written as danish_date

__all__ = ["danish_date"]

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
NO_FIGURE = "Dokumenterne har ikke det tal, der spørges om."
NO_FIGURE_OF = "Dokumenterne har ikke det tal, der spørges om, for {what}."
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


# Web pages

NAME = "Aftalesvar"
TAGLINE = "Svar med kilder fra referater, dagsordener og aftaler"
SKIP_LINK = "Gå til indholdet"
TO_FRONT = "Stil et nyt spørgsmål"
FOOTER = (
    "Svarene bygger kun på de dokumenter, der er læst ind. Læs kilden, før du handler på et svar."
)

FRONT_TITLE = "Hvad vil du vide?"
FRONT_HELP = (
    "Spørg til møder, beslutninger og aftaler på det specialiserede socialområde. "
    "Du får svar med kilder."
)
QUESTION_LABEL = "Dit spørgsmål"
QUESTION_HINT = "Skriv et helt spørgsmål. Skriv ikke navne eller cpr-numre på borgere."
ASK = "Find svar"
ASK_AGAIN = "Ret spørgsmålet, eller stil et nyt"
EXAMPLES = "Prøv et eksempel"
REFUSED_TITLE = "Ret spørgsmålet"

YOUR_QUESTION = "Du spurgte"
ANSWER = "Svar"
ANSWER_PARTLY = "Dokumenterne svarer kun på en del af spørgsmålet."
ANSWER_UNCLEAR = "Spørgsmålet kan forstås på flere måder. Skriv det gerne mere præcist."
NOT_FOUND = "Dokumenterne svarer ikke på spørgsmålet"
NOT_FOUND_HELP = "Vi gætter ikke. Prøv andre ord, eller nævn møde, år eller aftale."
WORTH_KNOWING = "Vær opmærksom på"
SOURCES = "Kilder"
SOURCE = "Kilde"
VERIFIED = "Citatet står ordret i dokumentet"
NOT_VERIFIED = "Citatet er ikke slået op i dokumentet. Læs kilden, før du bruger det."
READ_QUOTE = "Læs citatet i dokumentet"
READ_PASSAGE = "Læs stedet i dokumentet"
ELSEWHERE = "Andre steder at se"
NEAREST = "Det nærmeste, vi fandt"
NEAREST_HELP = "Teksterne her ligger tæt på dine ord. De er ikke et svar."
NOTHING_NEAR = "Vi fandt heller ikke noget, der ligger tæt på."

PUNKT = "Punkt {number}"
PAGE = "Side {page}"
FILE = "Fil: {name}"
FETCHED = "Hentet fra {address}"
LABELLED_PAGE = "Side {label} (filens side {page})"
EDITION = "Udgave {edition}"

DRAFT = "Udkast, ikke vedtaget"
STRUCK = "Slettet tekst, gælder ikke"
PROPOSED = "Foreslået ændring, ikke vedtaget"
OUTCOMES = {
    "besluttet": "Besluttet",
    "taget til efterretning": "Taget til efterretning",
    "anbefalet videre": "Anbefalet videre",
    "enighed": "Enighed eller opbakning",
    "drøftet": "Drøftet",
    "udsat": "Udsat",
    "referat": "Referat",
    "indstillet": "Indstillet, ikke besluttet",
    "ikke registreret": "Kun dagsorden",
    "sagsfremstilling": "Sagsfremstilling, ikke besluttet",
    "bilag": "Bilag",
    "aftaletekst": "Aftaletekst",
    "tekst": "",
}
KINDS = {
    "referat": "Referat",
    "dagsorden": "Dagsorden",
    "socialaftale": "Socialaftale",
    "styringsaftale": "Styringsaftale",
    "guide": "Guide",
    "aarsrapport": "Årsrapport",
    "notat": "Notat",
    "kommissorium": "Kommissorium",
    "andet": "Andet dokument",
}
ANNEX = "Bilag"
CASE = "Sag {number}"
CONTENTS = "Indhold"
DELETED_TEXT = "(slettet tekst)"
INSERTED_TEXT = "(tilføjet tekst)"
TABLE = "Tabel"
QUOTE_MARKED = "Citatet er markeret med gult."
TO_QUOTE = "Gå til citatet"
INNER_DOCUMENTS = "Hele referater blandt bilagene"
WITHIN = (
    "Dette møde er trykt som bilag til punkt {within} på et andet møde. "
    "Det andet møde har ikke besluttet det, der står her."
)

PAGE_MISSING_TITLE = "Siden findes ikke"
PAGE_MISSING = "Tjek adressen, eller gå til forsiden og stil et spørgsmål."
DOCUMENT_MISSING_TITLE = "Dokumentet findes ikke her"
DOCUMENT_MISSING = (
    "Det kan være flyttet, eller du har ikke adgang til det. "
    "Stil spørgsmålet igen for at finde det."
)
METHOD_REFUSED_TITLE = "Siden kan ikke bruges på den måde"
METHOD_REFUSED = "Gå til forsiden, og stil dit spørgsmål der."
TOO_LARGE_TITLE = "Teksten er for lang"
TOO_LARGE = "Teksten fylder mere end 64 KB. Stil et kortere spørgsmål."
UNREADABLE_TITLE = "Vi kunne ikke læse det, du sendte"
UNREADABLE = "Gå til forsiden, og prøv igen."
INDEX_MISSING_TITLE = "Der er ingen dokumenter endnu"
INDEX_MISSING = (
    "Dokumenterne er ikke læst ind. Den, der driver systemet, skal køre: aftalesvar update MAPPE"
)
INDEX_UNUSABLE_TITLE = "Vi kan ikke søge i dokumenterne lige nu"
INDEX_UNUSABLE = (
    "Dokumenterne skal læses ind igen. Den, der driver systemet, skal køre: aftalesvar update MAPPE"
)
BROKEN_TITLE = "Noget gik galt hos os"
BROKEN = (
    "Prøv igen om lidt. Går det galt igen, så skriv til dem, der driver systemet. "
    "Oplys nummeret på fejlen."
)
ERROR_NUMBER = "Fejlnummer"

NOT_FOUND_JSON = "Adressen findes ikke. Se /docs for dem, der gør."
METHOD_REFUSED_JSON = "Metoden kan ikke bruges på denne adresse. Se /docs."
BODY_UNREADABLE = (
    "Indholdet kunne ikke læses. Send et JSON-objekt med Content-Type: application/json."
)
DATE_UNREADABLE = "skal være en dato skrevet som 2025-05-22."
SECTION_UNKNOWN = "har et afsnit, der ikke kendes. Brug et af disse: {known}."
PERIOD_REVERSED = "Perioden slutter, før den begynder. Ret from eller to."
FIELD = "Feltet {field} {problem}"
FIELD_PROBLEMS = {
    "missing": "mangler.",
    "extra_forbidden": "kendes ikke. Se /docs for de felter, der gør.",
    "string_too_short": "må ikke være tomt.",
    "string_too_long": "må højst være {max_length} tegn.",
    "string_pattern_mismatch": "er skrevet på en måde, der ikke kendes. Se /docs.",
    "too_long": "må højst have {max_length} værdier.",
    "enum": "har en værdi, der ikke kendes. Brug {expected}.",
    "greater_than_equal": "skal være mindst {ge}.",
    "less_than_equal": "må højst være {le}.",
}
FIELD_INVALID = "har en ugyldig værdi. Se /docs."


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


def collection(documents: int, latest_meeting: date | None) -> str:
    """What the collection holds, in a sentence or two."""
    number = f"{documents:,}".replace(",", ".")
    holds = f"Samlingen har {number} {'dokument' if documents == 1 else 'dokumenter'}."
    if latest_meeting is None:
        return holds
    return f"{holds} Det seneste møde er fra {danish_date(latest_meeting)}."
