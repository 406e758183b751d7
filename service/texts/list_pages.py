"""The pages of lists: search, decisions, the course of a subject, and the collection."""

from collections.abc import Iterable, Sequence
from datetime import date

from ingest.dates import written as danish_date
from ingest.terms import MONTHS
from service.texts.answers import listed

# Forms

FACETS = {"art": "Type", "organ": "Udvalg", "udfald": "Udfald", "aar": "År"}
FILTERS = "Filtre"
USE_FILTERS = "Brug filtrene"
CLEAR_FILTERS = "Fjern alle filtre"
PERIOD = "Periode"
FROM = "Fra"
TO = "Til"
DAY_HINT = "For eksempel 1. maj 2024 eller bare 2024"
FILTERS_CHOSEN = "{count} valgt"
MORE_CHOICES = "Vis alle"
ORDER = "Rækkefølge"
BEST_FIRST = ("bedst", "Bedste først")
NEWEST_FIRST = ("nyest", "Nyeste først")
OUTCOME_UNKNOWN = "Et af de udfald, der er valgt, kendes ikke. Vælg igen."
KIND_UNKNOWN = "En af de typer, der er valgt, kendes ikke. Vælg igen."
ANY = "Alle"
ONE_YEAR = "Vælg ét år, eller skriv en periode."
YEAR_UNKNOWN = "Et af de år, der er valgt, kan ikke læses. Vælg igen."
DAY_UNREADABLE = "Datoen kan ikke læses. Skriv den som 1. maj 2024 eller bare 2024."
PERIOD_BACKWARDS = "Perioden slutter, før den begynder. Ret en af datoerne."
EARLIER = "Forrige"
LATER = "Næste"
PAGES = "Sider"
PAGE_OF = "Side {page} af {last}"
SUBJECT_HINT = "Skriv ikke navne eller cpr-numre på borgere."

# Search

SEARCH_TITLE = "Søg i dokumenterne"
SEARCH_LEAD = "Find de steder i referater, dagsordener og aftaler, der passer bedst til dine ord."
SEARCH_LABEL = "Søg efter"
SEARCH_BUTTON = "Søg"
COUNTED_AMONG = "Tallene er talt blandt de {most} bedste fund."
SHOW_MORE = "Vis flere"
MARKED_WORDS = "Dine ord er markeret, også i andre former og i sammensatte ord."
NOT_NAMED = "Ingen af stederne har dine ord. Det er det nærmeste, vi fandt."
NOTHING_SEARCHED = "Vi fandt ikke noget"
NOTHING_SEARCHED_HELP = (
    "Prøv færre eller andre ord.",
    "Skriv hele ordet, og tjek stavningen.",
    "Fjern filtre, hvis du har valgt nogen.",
)
SEARCH_INSTEAD = "Søg efter „{words}“ i dokumenterne"


def found_places(shown: int, total: int, most: int) -> str:
    """How much was found, and how much of it is shown."""
    what = f"De {most} bedste fund" if total == most else f"{total} fund"
    return what if shown == total else f"{what}, her de første {shown}"


# Decisions

DECISIONS_TITLE = "Beslutninger"
DECISIONS_LEAD = (
    "Punkterne fra møderne, nyeste først, og hvad der blev besluttet. Punkter, som referatet intet "
    "siger om, er ikke med."
)
DECISIONS_LABEL = "Emne"
DECISIONS_HINT = "For eksempel takster. Lad feltet stå tomt for at se alle punkter."
DECISIONS_BUTTON = "Vis beslutninger"
DECISIONS_CAPTION = "Punkter {first}-{last} af {total}"
HEAD_MEETING = "Møde"
HEAD_ITEM = "Punkt"
HEAD_OUTCOME = "Udfald"
HEAD_TEXT = "Tekst"
READ_BOTH = "Læs beslutning og indstilling"
READ_DECISION = "Læs beslutningen"
READ_RECOMMENDATION = "Læs indstillingen"
DECISION = "Beslutning"
RECOMMENDATION = "Indstilling"
NO_DECISION = "Referatet har ingen beslutning om punktet."
NO_DECISION_YET = "Kun dagsordenen er i samlingen, så beslutningen kendes ikke her."
NO_RECOMMENDATION = "Punktet har ingen indstilling."
READ_ITEM = "Læs punktet i dokumentet"
EXPORT = "Hent hele listen"
EXPORT_HELP = "Filen har alle punkter, der passer til dine valg, også dem på de andre sider."
AS_CSV = "Hent som CSV"
AS_XLSX = "Hent til Excel"
NO_DECISIONS = "Ingen punkter passer"
UNDATED_MEETING = "Uden dato"
ITEM_WITHOUT_TITLE = "Punkt uden titel"


def items(total: int, subject: str) -> str:
    """How many items a list has, and what they are about where that was asked for."""
    many = "Ét punkt" if total == 1 else f"{number(total)} punkter"
    return f"{many} om „{subject}“" if subject else many


def looked_through(meetings: int, missing: int) -> str:
    """How many meetings a list was made of, and of how many there are no minutes."""
    held = "Ét møde" if meetings == 1 else f"{meetings} møder"
    said = f"{held} er gennemgået."
    if not missing:
        return said
    lacking = "Fra ét af dem" if missing == 1 else f"Fra {missing} af dem"
    return f"{said} {lacking} er kun dagsordenen i samlingen, så beslutningerne kendes ikke."


def which(missing: int) -> str:
    """What opens the list of the meetings without minutes."""
    return "Se hvilket møde" if missing == 1 else f"Se hvilke {missing} møder"


def number(count: int) -> str:
    """A whole number as it is written in Danish: "1.240"."""
    return f"{count:,}".replace(",", ".")


# The course of a subject

TIMELINE_TITLE = "Forløb"
TIMELINE_LEAD = (
    "Følg en sag fra møde til møde: hvad der blev drøftet, indstillet, udsat og besluttet."
)
TIMELINE_HINT = "For eksempel takster eller kommunikationsområdet. Brug få ord."
TIMELINE_BUTTON = "Vis forløbet"
TIMELINE_OF = "Forløbet for „{subject}“"
TIMELINE_CAPTION = "Tegningen viser det samme som listen under den. Klik på et mærke for at læse."
TIMELINE_LIST = "Trin for trin"
TIMELINE_UNDATED = "Uden dato"
NO_EVENTS = "Intet møde har behandlet emnet"
READ_EVENT = "Læs det i dokumentet"
OF_NO_BODY = "Uden udvalg"
OF_DOCUMENTS = "Aftaler og andre dokumenter"
OTHER_BODIES = "Andre udvalg"
MISSING_MINUTES = "Referat mangler"
OTHER_MEETINGS = "Andre møder uden referat"
DRAFT_WORD = "Udkast"
EVENT_WORDS = {
    "besluttet": "Besluttet",
    "anbefalet videre": "Anbefalet videre",
    "enighed": "Enighed",
    "taget til efterretning": "Til efterretning",
    "drøftet": "Drøftet",
    "udsat": "Udsat",
    "referat": "Omtalt",
    "indstillet": "Kun indstillet",
    "ikke registreret": "Referat mangler",
    "sagsfremstilling": "Sagsfremstilling",
    "bilag": "Bilag",
    "aftaletekst": "Aftale",
    "tekst": "Dokument",
}


def course_holds(events: int, meetings: int) -> str:
    """How long a course is, and of how many meetings it was made."""
    steps = "Ét trin" if events == 1 else f"{events} trin"
    held = "Ét møde" if meetings == 1 else f"{meetings} møder"
    return f"{steps}. {held} er gennemgået."


def course_lacks(held: Sequence[date]) -> str:
    """The meetings of a course of which there are no minutes."""
    return f"Referat mangler fra {listed(days(held)[::-1])}."


def month_of(day: date) -> str:
    """A month and its year, short: "apr. 2024"."""
    name = MONTHS[day.month - 1]
    return f"{name if len(name) < 5 else f'{name[:3]}.'} {day.year}"


def short_date(day: date) -> str:
    """A day without its year: "5. sep."."""
    name = MONTHS[day.month - 1]
    return f"{day.day}. {name if len(name) < 5 else f'{name[:3]}.'}"


def years_without(first: int, last: int) -> str:
    """One year or several in which nothing happened."""
    return f"{first}: intet" if first == last else f"{first}-{last}: intet"


# The collection

COLLECTION_TITLE = "Samlingen"
COLLECTION_LEAD = "Hvad Aftalesvar kan svare ud fra, og hvad der mangler."
COLLECTION_BUILT = "Læst ind"
COLLECTION_DOCUMENTS = "Dokumenter"
COLLECTION_LATEST = "Seneste møde"
COLLECTION_EDITIONS = "Udgaver af aftaler"
COLLECTION_DRAFTS = "Udkast, ikke vedtaget"
COLLECTION_WITHOUT_MINUTES = "Møder uden referat"
COLLECTION_MATRIX = "Møder efter udvalg og år"
COLLECTION_LEGEND = (
    "Et møde med kun dagsorden mangler sit referat. Møder, som hverken har dagsorden eller referat "
    "her, kan vi ikke tælle."
)
COLLECTION_MEETINGS = "Møder"
COLLECTION_LIST = "Find et dokument"
COLLECTION_NONE = "Ingen dokumenter passer"
COLLECTION_NONE_HELP = "Fjern et filter, og prøv igen."
COLLECTION_CAPTION = "Dokumenter {first}-{last} af {total}"
HEAD_YEAR = "År"
HEAD_DOCUMENT = "Dokument"
HEAD_KIND = "Type"
HEAD_BODY = "Udvalg"
HEAD_DATE = "Dato eller udgave"
NO_MEETINGS = "ingen"
INSIDE = "Trykt som bilag"


def minuted(count: int) -> str:
    """Meetings of which the minutes are here."""
    return f"{count} med referat"


def agenda_only(count: int) -> str:
    """Meetings of which only the agenda is here."""
    return f"{count} kun dagsorden"


def days_of(held: Iterable[date]) -> str:
    """Some days of one year: "4. apr., 5. sep."."""
    return ", ".join(map(short_date, held))


def days(held: Sequence[date]) -> list[str]:
    """Meetings' days in words, newest first."""
    return [danish_date(day) for day in sorted(set(held), reverse=True)]
