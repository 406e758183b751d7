"""What Slack and Teams both say."""

from collections.abc import Mapping, Sequence
from datetime import date

from ingest.dates import written as danish_date
from service.texts.answers import listed
from service.texts.list_pages import number
from service.texts.pages import KINDS

# Where a question was not answered

BOT_INDEX_MISSING = (
    "Der er ingen dokumenter at søge i endnu. Skriv til dem, der driver Aftalesvar: "
    "Dokumenterne skal læses ind."
)
BOT_INDEX_UNUSABLE = (
    "Vi kan ikke søge i dokumenterne lige nu. Prøv igen om lidt. Går det galt igen, så skriv til "
    "dem, der driver Aftalesvar: Dokumenterne skal læses ind igen."
)
BOT_BROKEN = (
    "Noget gik galt hos os, så du fik ikke et svar. Prøv igen om lidt. "
    "Går det galt igen, så skriv til dem, der driver Aftalesvar."
)


def wait(seconds: int) -> str:
    """That many questions were asked, and when the next may be."""
    when = "ét sekund" if seconds == 1 else f"{seconds} sekunder"
    return f"Der er stillet mange spørgsmål på kort tid. Prøv igen om {when}."


MOST_MEETINGS = 5  # that are named


# What was looked through, and what is in the collection


def documents(count: int) -> str:
    """How many documents there are."""
    return "ét dokument" if count == 1 else f"{number(count)} dokumenter"


def searched(count: int, latest: date | None) -> str:
    """How many documents were looked through, and up to which meeting."""
    if not count:
        return "ingen dokumenter"
    meeting = f", senest mødet {danish_date(latest)}" if latest else ""
    return f"{documents(count)}{meeting}"


def kinds(counts: Mapping[str, int]) -> str:
    """How many there are of each kind of document."""
    return ", ".join(f"{KINDS.get(kind, kind)}: {count}" for kind, count in counts.items())


def latest_meeting(day: date) -> str:
    """Up to which meeting there is something."""
    return f"Seneste møde: {danish_date(day)}"


def read_in(day: date) -> str:
    """When the collection was last changed."""
    return f"Læst ind: {danish_date(day)}"


def without_minutes(meetings: Sequence[str]) -> str:
    """Of which meetings there are no minutes; of many only the latest are named."""
    shown = listed(meetings[:MOST_MEETINGS])
    more = len(meetings) - MOST_MEETINGS
    others = f" og {more} andre" if more > 0 else ""
    return f"Kun dagsordenen er her, så beslutningerne kendes ikke: {shown}{others}."


def drafts(count: int) -> str:
    """How many documents are drafts."""
    are = "Ét dokument er et udkast" if count == 1 else f"{number(count)} dokumenter er udkast"
    return f"{are} og ikke vedtaget."


# Following subjects

FOLLOW_STARTED = (
    "Fra nu af kommer nye beslutninger om „{subject}“ her, når dokumenterne er opdateret."
)
FOLLOW_NOTHING_YET = (
    "Der er ingen beslutninger om det i dokumenterne endnu. Tjek, at emnet er skrevet rigtigt."
)
FOLLOW_ONE_YET = "Der er én beslutning om det i forvejen. Den bliver ikke sendt."
FOLLOW_KNOWN = "Der er {count} beslutninger om det i forvejen. De bliver ikke sendt."
FOLLOW_STOP = "Alle her kan stoppe det igen. Skriv „{how}“."
FOLLOW_ASKED_BY = "{who} har bedt om det."
FOLLOW_WITHOUT_SUBJECT = "Skriv også, hvilket emne det skal være, for eksempel: følg takster"
STOP_WITHOUT_SUBJECT = "Skriv også, hvilket emne der skal stoppes, for eksempel: stop takster"
SUBJECT_UNFIT = "Skriv emnet kort, højst {limit} tegn, og uden cpr-numre."
FOLLOWED_ALREADY = "„{subject}“ bliver allerede fulgt her."
FOLLOWED_TOO_MANY = "Her kan højst følges {limit} emner. Stop et af dem først."
FOLLOWED_NOTHING = "Her bliver ingen emner fulgt."
FOLLOWED_HERE = "Her følges {subjects}."
FOLLOW_ENDED = "Der kommer ikke flere nyheder om „{subject}“ her."
NOT_FOLLOWED = "„{subject}“ bliver ikke fulgt her."
WAS_IT_A_QUESTION = "Ville du stille et spørgsmål? Så slut det med et spørgsmålstegn."

# Where nothing was asked

THANKED = "Selv tak. Du kan altid spørge igen."

# Around an answer

SHARE_BUTTON = "Del i kanalen"
HAND_OVER_BUTTON = "Spørg sekretariatet"
ANSWER_SHARED = "{who} har delt et svar. Det bygger kun på det, alle må se."
ASKED = "Spurgt: {question}"

# Asking the secretariat

HAND_OVER_TITLE = "Spørg sekretariatet"
HAND_OVER_HELP = (
    "Sekretariatet får dit spørgsmål, din bemærkning og dit navn. De får også det svar, vi finder "
    "i det, alle må se. Skriv ikke navne eller cpr-numre på borgere."
)
HAND_OVER_REMARK = "Bemærkning"
HAND_OVER_REMARK_HINT = "Skriv, hvad du mangler, eller hvorfor svaret ikke er nok."
HAND_OVER_SEND = "Send"
HANDED_OVER = "{who} har et spørgsmål til sekretariatet"
HANDED_OVER_REMARK = "Bemærkning"
HANDED_OVER_FOUND = "Det fandt maskinen i det, alle må se:"

# New decisions

NEWS = "Nyt om {subject}"
NEWS_ONE = "Der er kommet ét nyt punkt i dokumenterne."
NEWS_SEVERAL = "Der er kommet {count} nye punkter i dokumenterne."
NEWS_OLDER = "Her er de {shown} nyeste. De andre kan du spørge om, møde for møde."

# What is in the collection

HOME_MISSING = "Det mangler"
HOME_LATEST = "De seneste beslutninger"
HOME_KEPT_TITLE = "Det gemmer vi"
HOME_KEPT = (
    "Dit spørgsmål gemmes højst et døgn, så du kan spørge videre. Cpr-numre gemmes aldrig.",
    "Siger du, om svaret hjalp, gemmes det uden dit navn. Spørgsmålet følger kun med, hvis du "
    "sætter fluebenet.",
    "I en kanal får alle kun svar fra det, der er åbent for alle.",
)

# In a dialog

CANCEL = "Annullér"
CLOSE = "Luk"
TROUBLE_TITLE = "Det gik ikke"
