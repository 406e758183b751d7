"""What is said of the collection's lists: decisions, timelines, documents and their exports."""

SUBJECT_WITHOUT_WORDS = "Der er ingen ord at lede efter. Skriv et emne, for eksempel takster."
NO_ITEMS_ABOUT = (
    "Ingen punkter handler om „{subject}“. Et punkt er kun med, når titlen, indstillingen eller "
    "beslutningen siger det. Søg i dokumenterne for at finde steder, der nævner emnet."
)
NO_ITEMS_FIT = "Ingen punkter passer til det, du har valgt. Fjern en betingelse, og prøv igen."
NOTHING_ABOUT = (
    "Ingen møder eller dokumenter handler om „{subject}“. "
    "Søg i dokumenterne for at finde steder, der nævner emnet."
)
OUTCOME_IMPOSSIBLE = "har en værdi, der ikke kendes. Brug en af disse: {known}."
NUMBER_UNREADABLE = "skal være et helt tal skrevet med cifre, for eksempel 50."

# The decisions as a file

EXPORT_LIST = "Beslutninger"
EXPORT_ABOUT = "Om listen"
EXPORT_TITLE = "Beslutninger fra referater og dagsordener."
EXPORT_SUBJECT = "Emne"
EXPORT_BODIES = "Udvalg"
EXPORT_FROM = "Fra"
EXPORT_TO = "Til"
EXPORT_OUTCOMES = "Udfald"
EXPORT_MADE = "Hentet {day} kl. {clock}."
EXPORT_CUT = "Listen er skåret af efter {most} punkter. Vælg en kortere periode for at få resten."
EXPORT_CARE = (
    "En indstilling er ikke en beslutning. Læs kilden, før du handler på det, der står her."
)
EXPORT_OPEN = "Åbn kilden"
COLUMN_DATE = "Mødedato"
COLUMN_BODY = "Udvalg"
COLUMN_PUNKT = "Punkt"
COLUMN_ITEM = "Titel"
COLUMN_OUTCOME = "Udfald"
COLUMN_DECISION = "Beslutning"
COLUMN_RECOMMENDATION = "Indstilling"
COLUMN_DRAFT = "Udkast"
COLUMN_KIND = "Kilde"
COLUMN_DOCUMENT = "Fil"
COLUMN_PAGE = "Side"
COLUMN_LINK = "Link"
YES = "ja"


def export_counts(items: int, meetings: int, missing: int) -> str:
    """How many items there are, and for how many of the meetings there are no minutes."""
    listed = f"{items} {'punkt' if items == 1 else 'punkter'}"
    of = f"{meetings} {'møde' if meetings == 1 else 'møder'}"
    return f"{listed}. Gennemsøgt: {of}, hvoraf {missing} mangler referat."
