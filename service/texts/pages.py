"""The frame of every page, the question, the answer and the source."""

from datetime import date

from ingest.dates import written as danish_date

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


def collection(documents: int, latest_meeting: date | None) -> str:
    """What the collection holds, in a sentence or two."""
    number = f"{documents:,}".replace(",", ".")
    holds = f"Samlingen har {number} {'dokument' if documents == 1 else 'dokumenter'}."
    if latest_meeting is None:
        return holds
    return f"{holds} Det seneste møde er fra {danish_date(latest_meeting)}."
