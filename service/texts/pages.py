"""The frame of every page, the question, the answer and the source."""

from datetime import date, datetime

from ingest.dates import written as danish_date

NAME = "Aftalesvar"
TAGLINE = "Svar med kilder fra referater, dagsordener og aftaler"
SKIP_LINK = "Gå til indholdet"
MENU = "Hovedmenu"
# What `here` is set to on a page, its address and its name.
PLACES = (
    ("spoerg", "/", "Spørg"),
    ("soeg", "/soeg", "Søg"),
    ("beslutninger", "/beslutninger", "Beslutninger"),
    ("forloeb", "/forloeb", "Forløb"),
    ("samling", "/samling", "Samling"),
    ("om", "/om", "Om"),
)
TO_FRONT = "Stil et nyt spørgsmål"
TO_TOP = "Til toppen"
FOOTER = (
    "Svarene bygger kun på de dokumenter, der er læst ind. Læs kilden, før du handler på et svar."
)
ABOUT_LINK = f"Om {NAME}"
STATEMENT_LINK = "Tilgængelighedserklæring"
CONTACT_LINK = "Kontakt"
CONTACT = "Kontakt: {contact}"
DOCS_LINK = "For programmører (på engelsk)"

FRONT_TITLE = "Hvad vil du vide?"
FRONT_HELP = (
    "Spørg til møder, beslutninger og aftaler på det specialiserede socialområde. "
    "Du får svar med kilder."
)
QUESTION_LABEL = "Dit spørgsmål"
QUESTION_HINT = "Skriv et helt spørgsmål. Skriv ikke navne eller cpr-numre på borgere."
BY_KEYS = "Tryk Enter for at spørge. Skift og Enter giver en ny linje."
COUNTER = "{left} tegn tilbage"
COUNTER_OVER = "{over} tegn for meget"
ASK = "Find svar"
EXAMPLES = "Prøv et eksempel"
REFUSED_TITLE = "Ret spørgsmålet"
IN_COLLECTION = "Det kan du spørge i"
TO_COLLECTION = "Se hele samlingen"
BY_MACHINE = "En maskine svarer"
BY_MACHINE_HELP = (
    "Svarene sættes sammen automatisk af citater fra dokumenterne. De kan være forkerte eller "
    "mangle noget. Åbn kilden, og læs den, før du bruger et svar."
)
TO_ABOUT = "Læs, hvordan svarene bliver til"

# While an answer is on its way

SEARCHING = "Søger i dokumenterne …"
STOP = "Stop"
STOPPED = "Du stoppede søgningen. Spørgsmålet står her endnu."
READY = "Svaret er klar."
FAILED_TITLE = "Vi fik ikke svaret"
LOST = "Forbindelsen gik tabt. Dit spørgsmål står her endnu. Tjek dit netværk, og prøv igen."
TRY_AGAIN = "Prøv igen om lidt. Dit spørgsmål står her endnu."

# The answer

YOUR_QUESTION = "Du spurgte"
EDIT_QUESTION = "Ret spørgsmålet"
ANSWER = "Svar"
VERDICTS = {
    # That it answers is more than can be checked: the conditions are met, the reader judges.
    "answered": ("Fundet i dokumenterne", "Læs, om citaterne svarer på det, du spørger om."),
    "partly": ("Delvist besvaret", "Dokumenterne svarer kun på en del af spørgsmålet."),
    "unclear": (
        "Uklart spørgsmål",
        "Spørgsmålet kan forstås på flere måder. Skriv det mere præcist.",
    ),
    "not_found": (
        "Ikke besvaret",
        "Vi gætter ikke. Prøv andre ord, eller nævn møde, år eller aftale.",
    ),
}
UNSURE_TITLE = "Vi er usikre"
MODES = {
    "extractive": "En maskine har valgt svaret som citater fra dokumenterne.",
    "list": "En maskine har lavet listen ud fra dokumenternes møder og punkter.",
    "several questions": "En maskine har delt dit spørgsmål op og valgt citater til hver del.",
    "language model": (
        "En sprogmodel har skrevet svaret ud fra kilderne. "
        "Hver sætning er holdt op mod den kilde, den henviser til."
    ),
}
WORTH_KNOWING = "Vær opmærksom på"
SOURCES = "Kilder"
SOURCE = "Kilde"
VERIFIED = "Citatet står ordret i dokumentet"
NOT_VERIFIED = "Citatet er ikke slået op i dokumentet. Læs kilden, før du bruger det."
READ_QUOTE = "Læs citatet i dokumentet"
ELSEWHERE = "Andre steder at se"
NEAREST = "Det nærmeste, vi fandt"
NEAREST_HELP = "Teksterne her ligger tæt på dine ord. De er ikke et svar."
NOTHING_NEAR = "Vi fandt heller ikke noget, der ligger tæt på."
COPY_ANSWER = "Kopiér svar med kilder"
COPY_QUOTE = "Kopiér citat"
COPIED = "Kopieret"
PRINT = "Udskriv"
MADE = "Svaret er lavet {when} ud fra samlingens udgave {generation}."
PRINTED = "Udskrevet {when}."

# A conversation

FOLLOW_UP = "Spørg videre"
FOLLOW_UP_HINT = "Du kan skrive kort, for eksempel „og i 2023?“. Skriv ikke navne eller cpr-numre."
EARLIER_QUESTIONS = "Tidligere i samtalen"
NEW_CONVERSATION = "Ny samtale"

# What the reader thinks of the answer

FEEDBACK = "Hjalp svaret?"
FEEDBACK_GOOD = "Ja, det hjalp"
FEEDBACK_BAD = "Nej, der er noget galt"
FEEDBACK_REASON = "Hvad er galt?"
FEEDBACK_COMMENT = "Fortæl mere (valgfrit)"
FEEDBACK_COMMENT_HINT = "Højst 1.000 tegn. Skriv ikke navne eller cpr-numre på borgere."
FEEDBACK_QUESTION = "Send mit spørgsmål med"
FEEDBACK_QUESTION_HINT = "Uden fluebenet gemmer vi ikke, hvad du spurgte om."
FEEDBACK_SEND = "Send"

# The source

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
YOU_ARE_HERE = "Du er her"
AROUND = "Om dokumentet"
COLLECTION = "Samling"
ORIGINAL = "Hent den oprindelige fil"
DELETED_TEXT = "(slettet tekst)"
INSERTED_TEXT = "(tilføjet tekst)"
TABLE = "Tabel"
QUOTE_MARKED = "Citatet er markeret med gult."
QUOTE_ON = "Det begynder på {page}."
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


def moment(when: datetime) -> str:
    """A day and the time of day."""
    return f"{danish_date(when.date())} kl. {when:%H.%M}"
