"""What is said in Slack alone."""

# The app's manifest; Slack takes 140 characters of the first, at most 24 of the shortcut's name

SLACK_DESCRIPTION = "Svar med kilder fra referater, dagsordener og aftaler på socialområdet."
SLACK_LONG_DESCRIPTION = (
    "Spørg om møder, beslutninger og aftaler på det specialiserede socialområde. Hvert svar er "
    "citater med kilde: udvalg, dato, punkt og side. Det står altid, om noget er besluttet, "
    "indstillet eller et udkast. En maskine svarer, så læs kilden, før du bruger svaret."
)
SLACK_COMMAND_DESCRIPTION = "Spørg, så kun du ser svaret, eller følg et emne"
SLACK_COMMAND_HINT = "[spørgsmål] | følg [emne] | stop [emne] | følger | hjælp"
FIND_SOURCES = "Find kilder til dette"
FIND_SOURCES_DESCRIPTION = "Viser de steder i dokumenterne, der ligner beskeden mest"

# The App Home

SLACK_HOW_TITLE = "Sådan spørger du"
SLACK_HOW = (
    "Skriv til mig under Beskeder. Du kan spørge videre i den samme tråd.",
    "Nævn mig i en kanal, når alle i kanalen må se svaret.",
    "Skriv /aftale og dit spørgsmål, når kun du skal se svaret. Du kan dele det bagefter.",
    "Vælg „Find kilder til dette“ på en besked for at se, hvad dokumenterne siger om den.",
    "Skriv /aftale følg takster for at få nye beslutninger om takster i kanalen.",
)

# The command

COMMAND_HELP = (
    "Skriv /aftale og dit spørgsmål. Så er det kun dig, der ser svaret.\n"
    "Skriv /aftale følg takster for at få nye beslutninger om takster i kanalen. Alle kan stoppe "
    "det igen med /aftale stop takster. Skriv /aftale følger for at se, hvad der følges.\n"
    "Du kan også skrive til appen i en privat besked. Skal alle se svaret, så nævn appen i "
    "kanalen. Der skriver du det samme uden /aftale."
)
FOLLOW_INVITE = (
    "Appen er ikke med her, så den kan ikke skrive her. I en kanal: Skriv /invite @Aftalesvar, og "
    "prøv igen."
)
ANSWER_CUT = (
    "Svaret er for langt til at blive vist her. Spørg appen i en privat besked for at se det."
)

# Sharing, opinions, dialogs

ANSWER_TOO_OLD = "Svaret er for gammelt til det. Stil spørgsmålet igen."
SHARED = "Svaret er delt i kanalen."
SHARED_DIFFERS = (
    "Det er ikke helt det samme som dit: Det bygger kun på det, alle må se, så lukkede punkter er "
    "ikke med."
)
SHARED_ALREADY = "Svaret er allerede delt, eller det er ved at blive det."
SHARE_INVITE = (
    "Appen er ikke med i kanalen, så svaret er ikke delt. Skriv /invite @Aftalesvar i kanalen, og "
    "tryk igen."
)
SHARE_UNSURE = "Vi ved ikke, om svaret er delt. Står det ikke i kanalen, så tryk igen."
DIALOG_CLOSED = "Vi nåede ikke at åbne felterne. Tryk igen."
HAND_OVER_SENDING = "Spørgsmålet bliver sendt."
HAND_OVER_DONE = "Sekretariatet har fået dit spørgsmål. De svarer dig i Slack."
HAND_OVER_UNREACHED = (
    "Spørgsmålet er ikke sendt, for appen er ikke med i sekretariatets kanal. Skriv til dem, der "
    "driver Aftalesvar."
)
HAND_OVER_UNSURE = "Vi ved ikke, om sekretariatet har fået dit spørgsmål. Prøv igen om lidt."
HANDED_OVER_WHERE = "Se, hvor der blev spurgt"

# Where nothing was asked

SLACK_ASK = (
    "Skriv dit spørgsmål, så svarer jeg med citater og kilder. Du kan spørge videre i den samme "
    "tråd."
)
SLACK_ONLY_TEXT = "Jeg kan ikke læse filer og billeder. Skriv dit spørgsmål som tekst."

# The message shortcut and private conversations

MESSAGE_WITHOUT_TEXT = "Der er ingen tekst i beskeden at søge på."
MESSAGE_CUT = "Beskeden er lang. Der er kun søgt på de første {count} tegn."
ASSISTANT_HELLO = (
    "Spørg om møder, beslutninger og aftaler. Hvert svar har sine kilder, og en maskine svarer, "
    "så læs kilden, før du bruger svaret. Skriv ikke navne eller cpr-numre på borgere."
)

# A dialog; Slack itself says that a field may be left empty

SLACK_COMMENT = "Fortæl mere"
