"""The headings and marks of the documents as they spell them."""

import re

RESUME = "Resumé"
BACKGROUND = "Baggrund"
CASE = "Sagsfremstilling"
DISCUSSION = "Drøftelse"
BRIEFING = "Orientering"
RECOMMENDATION = "Indstilling"
ANNEXES = "Bilag"
DECISION = "Beslutning"
MINUTES = "Referat"

# Parts that no heading announces: the first page of minutes, and a table of contents.
FRONT = "Forside"
CONTENTS = "Indhold"

# Spelling in the documents, folded, to the standard heading.
SECTIONS = {
    "resumé": RESUME,
    "resume": RESUME,
    "baggrund": BACKGROUND,
    "sagsfremstilling": CASE,
    "sagsbeskrivelse": CASE,
    "drøftelse": DISCUSSION,
    "orientering": BRIEFING,
    "indstilling": RECOMMENDATION,
    "bilag": ANNEXES,
    "beslutning": DECISION,
    "referat": MINUTES,
}

# Words of every day ("Baggrund: ...") head a paragraph too; these head a section alone.
UNMISTAKABLE = (RESUME, CASE, RECOMMENDATION, ANNEXES, DECISION, MINUTES)

# Only these record what a meeting did with an item.
OUTCOMES = (DECISION, MINUTES)

MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]

# Residue of word processors and agenda systems; nobody wrote it for a reader.
RESIDUE = re.compile(
    r"click here to enter text\.?|klik her for at (?:angive|skrive) tekst\.?"
    r"|dokument: neutral titel|\[skriv\]",
    re.IGNORECASE,
)

# "Side 23", "Side 3 af 4", "kl. 10.00 Side 3 af 4"
PAGE_LABEL = re.compile(r"(?:kl\. ?[\d.:]+ )?side \d+(?: af \d+)?", re.IGNORECASE)

# A footer that says which draft this is: "Udkast 1.0 (SGS 5.9.24)"
DRAFT_FOOTER = re.compile(r"udkast(?: \d+(?:\.\d+)*)? ?\([^)]*\)", re.IGNORECASE)
