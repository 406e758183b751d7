"""What is said in Teams alone."""

TEAMS_WELCOME = (
    "Hej. Jeg svarer med kilder fra referater, dagsordener og aftaler på socialområdet. Skriv et "
    "spørgsmål her, eller nævn mig i en kanal. En maskine svarer, så læs kilden, før du bruger "
    "svaret. Skriv ikke navne eller cpr-numre på borgere."
)
MORE_SOURCES = "Flere kilder"
TEAMS_NO_FILES = "Jeg kan ikke læse filer og billeder. Skriv spørgsmålet som tekst."
TEAMS_HOLDS = "Det er i samlingen"
TEAMS_SOMEBODY = "En kollega"

# Words that are no question

TEAMS_HELP_TITLE = "Det kan du skrive til mig"
TEAMS_HELP = {
    "Hvad blev besluttet om takster?": (
        "Skriv dit spørgsmål. I en kanal nævner du mig først, og der svarer jeg kun ud fra det, "
        "der er åbent for alle."
    ),
    "privat: Hvad er taksten?": "Så svarer jeg dig alene, og du kan dele svaret bagefter.",
    "følg takster": "Nye beslutninger om takster kommer her, når dokumenterne er opdateret.",
    "stop takster": "Så kommer de ikke mere.",
    "følger": "Viser, hvad der bliver fulgt her.",
    "Find kilder til dette": "Står i menuen på en besked under flere handlinger.",
}
TEAMS_KEPT = (
    "Dit spørgsmål gemmes højst et døgn, så du kan spørge videre. Cpr-numre gemmes aldrig. "
    "En maskine svarer, så læs kilden, før du bruger svaret."
)
TEAMS_CONVERSATION = "Samtalens id er {id}"
TEAMS_FOUND_IN_BEGINNING = "Beskeden er lang. Der er kun søgt ud fra begyndelsen af den."

# Answers for one person, and sharing them

TEAMS_ANSWERED_ALONE = "Svaret kommer i din chat med mig. Derfra kan du dele det her."
TEAMS_PRIVATE_WITHOUT_QUESTION = (
    "Skriv også dit spørgsmål, for eksempel: privat: Hvad er taksten? Så svarer jeg dig alene."
)
TEAMS_NO_PERSONAL = (
    "Jeg kan ikke skrive til dig alene. Tilføj Aftalesvar under Apps i Teams, og prøv igen."
)
TEAMS_TOO_OLD = "Svaret er for gammelt til det. Stil spørgsmålet igen."
TEAMS_SHARED = "Svaret er delt. Det bygger kun på det, alle må se, så det kan afvige fra dit."
TEAMS_SHARED_ALREADY = "Svaret er allerede delt."
TEAMS_NOT_THERE = "Svaret er ikke delt. Enten du eller jeg er ikke længere med i samtalen."
TEAMS_SHARE_UNSURE = "Vi ved ikke, om svaret blev delt. Se efter i samtalen."

# Asking the secretariat

TEAMS_HANDED = "Spørgsmålet er sendt til sekretariatet."
TEAMS_HANDED_SOON = "Spørgsmålet bliver sendt nu. Går det galt, skriver jeg til dig."
TEAMS_HANDED_ALREADY = "Spørgsmålet er allerede sendt til sekretariatet."
TEAMS_NOT_HANDED = "Spørgsmålet blev ikke sendt til sekretariatet. Prøv igen om lidt."

# The app's manifest; Teams takes 30, 100, 80 and 4,000 characters, and 32 and 128 of a command

TEAMS_FULL_NAME = "Aftalesvar: svar med kilder fra referater og aftaler"
TEAMS_SHORT = "Svar med kilder fra referater, dagsordener og aftaler på socialområdet."
TEAMS_LONG = (
    "Spørg om møder, beslutninger og aftaler på det specialiserede socialområde. Hvert svar er "
    "citater med kilde: udvalg, dato, punkt og side. Det står altid, om noget er besluttet, "
    "indstillet eller et udkast. I kanaler og gruppechats svares kun ud fra det, der er åbent for "
    "alle. En maskine svarer, så læs kilden, før du bruger svaret."
)
TEAMS_COMMANDS = {
    "privat:": "Stil et spørgsmål, som kun du ser svaret på",
    "følg": "Få nye beslutninger om et emne her, for eksempel: følg takster",
    "stop": "Stop nye beslutninger om et emne, for eksempel: stop takster",
    "følger": "Se, hvad der bliver fulgt her",
    "hjælp": "Se, hvad du kan skrive til mig",
}
