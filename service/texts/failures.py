"""What is said where something went wrong."""

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
    "literal_error": "har en værdi, der ikke kan bruges her. Brug {expected}.",
    "enum": "har en værdi, der ikke kendes. Brug {expected}.",
    "greater_than_equal": "skal være mindst {ge}.",
    "less_than_equal": "må højst være {le}.",
}
FIELD_INVALID = "har en ugyldig værdi. Se /docs."
