"""What readers of reports read, in plain Danish."""

from datetime import date

from ingest import dates

danish_date = dates.written

NONE = "–"
MOMENT = "{day} kl. {time}"
NAME = "Aftalesvar"
TAGLINE = "Måling af svar"
SKIP_LINK = "Gå til indholdet"
CONTENTS = "På siden"
NOT_SAID = "ikke oplyst"

# The head of the report
TITLE = "Hvor gode er svarene?"
OF_SET = "Spørgsmål fra {set}, stillet {when}"
VERDICT = "Kort sagt"
ASKED = "Hvad der blev spurgt om, og af hvem"
SET, MADE, HOW, MACHINE = "Sæt af spørgsmål", "Stillet", "Spurgt", "Maskine"
GENERATION = "Dokumenternes udgave (index generation)"
DOCUMENTS, DOCUMENTS_SAID = "Samling", "{documents} dokumenter, {passages} tekststykker"
CODE = "Udgave af programmet"
NOT_SET = "ikke sat"
COUNT = (
    "{all} spørgsmål, {answerable} som dokumenterne svarer på, og {unanswerable} som de ikke svarer"
    " på"
)
NOT_ASKED = " ({n} er endnu ikke stillet)"
SETTINGS = "Indstillinger"
SETTINGS_CAPTION = "Indstillinger, som svarene blev lavet med"
SETTING, VALUE = "Indstilling", "Værdi"

# The verdict
EMPTY = "Der er ingen spørgsmål i målingen, og derfor heller ingen tal."
ANSWERED_RIGHT = "fik et svar med alle de oplysninger, der skal til, og med kilden til dem."
ANSWERED_PART = (
    "fik et svar, som kun har noget af det, der skal til, eller som ikke viser det rette sted."
)
ANSWERED_WRONG = "fik et svar uden nogen af de oplysninger, der skal til."
REFUSED = "fik at vide, at dokumenterne ikke svarer, selv om de gør."
RIGHTLY_REFUSED = "som dokumenterne ikke svarer på, blev rigtigt afvist."
MISLEADING = (
    "fik et svar, som kan vildlede: det siger noget, et svar aldrig må sige, har et tal uden "
    "kilde, eller gengiver en indstilling, et udkast eller en slettet tekst, som om den gjaldt."
)
ERRORS = "fik slet intet svar, fordi noget gik galt undervejs."
OF = "{part} af {whole} spørgsmål"
OF_UNANSWERABLE = "{part} af {whole} spørgsmål,"
HALF_WIDTH = (
    "Med {n} spørgsmål er tallene ikke helt sikre: et interval på 95 % er det, som tallet med stor "
    "sandsynlighed ligger inden for, hvis man stillede andre spørgsmål af samme slags."
)

# What became of a question
FATES = {
    "right": "Rigtigt og fuldt svar",
    "part": "Delvist svar",
    "wrong": "Forkert svar",
    "misleading": "Vildledende svar",
    "refused": "Afvist med urette",
    "rightly refused": "Rigtigt afvist",
    "not refused": "Svaret, hvor der skulle være afvist",
    "error": "Intet svar på grund af fejl",
}
FATE_CLASS = {
    "right": "good",
    "part": "careful",
    "wrong": "wrong",
    "misleading": "wrong",
    "refused": "careful",
    "rightly refused": "good",
    "not refused": "wrong",
    "error": "wrong",
}
FATES_CAPTION = "Hvordan det gik med spørgsmålene"

# Why a question failed, and what may be done about it
WHY_HEADING = "Hvorfor det gik galt"
WHY = {
    "error": "Der kom intet svar: {detail}",
    "not refused": "Burde være afvist: dokumenterne svarer ikke på spørgsmålet.",
    "refused unseen": "Afvist med urette: det rette sted var ikke blandt det fundne.",
    "refused seen": (
        "Afvist med urette: det rette sted var fundet som nummer {detail}, men blev ikke brugt."
    ),
    "forbidden": "Siger noget, som svaret ikke må sige: {detail}",
    "status": "Forkert status: {detail}",
    "not found": "Ikke fundet: det rette sted er ikke blandt de {detail} steder, der blev fundet.",
    "not chosen": (
        "Fundet, men ikke valgt: det rette sted var nummer {detail} af det fundne, men står ikke "
        "som kilde i svaret."
    ),
    "missing": "Rette sted, men noget mangler i svaret: {detail}",
    "place": "Forkert møde eller punkt: {detail}",
    "year": "Forkert år: svaret er fra et andet år eller en anden udgave end den, der spørges om.",
    "provenance": "Et tal eller en dato i svaret står ikke i de kilder, svaret nævner for det.",
    "unverified": "Et citat står ikke ordret i dokumentet: {detail}",
}
WHY_SHORT = {
    "error": "Intet svar på grund af en fejl",
    "not refused": "Burde være afvist",
    "refused unseen": "Afvist med urette, ikke fundet",
    "refused seen": "Afvist med urette, men fundet",
    "forbidden": "Siger noget, det ikke må",
    "status": "Forkert status",
    "not found": "Ikke fundet",
    "not chosen": "Fundet, men ikke valgt",
    "missing": "Noget mangler i svaret",
    "place": "Forkert møde eller punkt",
    "year": "Forkert år",
    "provenance": "Tal uden kilde",
    "unverified": "Citat står ikke i dokumentet",
}
ADVICE = {
    "error": (
        "Se i tjenestens log, hvad der gik galt, og kør målingen igen; det, der er svaret på, "
        "spørges der ikke om igen."
    ),
    "not refused": (
        "Læs, hvad svaret bygger på. Det er den farligste slags fejl: brugeren får et svar, som "
        "dokumenterne ikke giver."
    ),
    "refused unseen": (
        "Står dokumentet i samlingen, og bruger det andre ord end spørgsmålet? Så hjælper det at "
        "føje ordene til fagordbogen."
    ),
    "refused seen": (
        "Stedet blev fundet, men systemet turde ikke bruge det. Giv et eksempel videre til dem, der"
        " udvikler."
    ),
    "forbidden": (
        "Læs svaret og stedet ved siden af hinanden. Det kan være en fejl i svaret, eller at "
        "spørgsmålet kan forstås på to måder."
    ),
    "status": "Se, om dokumentet selv siger klart, hvad der er indstilling, udkast og beslutning.",
    "not found": (
        "Står dokumentet i samlingen, og bruger det andre ord end spørgsmålet? Så hjælper det at "
        "føje ordene til fagordbogen."
    ),
    "not chosen": (
        "Stedet blev fundet, men et andet blev anset for bedre. Giv et eksempel videre til dem, der"
        " udvikler."
    ),
    "missing": "Stedet er det rette, men citatet er for kort, eller svaret står flere steder.",
    "place": "Se, om dokumentets møde og punkt er læst rigtigt.",
    "year": "Se, om dokumentet selv siger, hvilket år det gælder for.",
    "provenance": (
        "Hold tallet op mod kilden. Det kan være en fejl i svaret, eller en tabel, der er svær at "
        "læse."
    ),
    "unverified": (
        "Det må aldrig ske: citater skal stå ordret i dokumentet. Giv det videre til dem, der "
        "udvikler."
    ),
}
REASONS = "Hvad der oftest gik galt"
REASONS_CAPTION = "Årsager, de hyppigste først; et spørgsmål kan have flere"
REASON, QUESTIONS, ADVICE_NAME = "Årsag", "Spørgsmål", "Hvad man kan gøre"
NO_REASONS = "Intet gik galt."
AND_MORE = "og {n} til"

OUTCOME_ERROR = "en indstilling er kaldt en beslutning, eller omvendt."
FORCE_ERROR = "et udkast, et forslag eller en slettet tekst er gengivet, som om det gjaldt."
QUOTED = "„{text}“"
NAMED = "svaret nævner {named}, men det rette er {meant}"

# Measures
MEASURES = "Alle mål"
MEASURES_CAPTION = "Alle mål over hele sættet, med 95 % interval"
MEASURE, FIGURE, INTERVAL, DRAWN = "Mål", "Tal", "95 % interval", "0 til 100 %"
COUNTED = "Antal spørgsmål"
TOO_FEW = "for få til at sige meget"
BETTER_NAME, BETTER_SHORT = "Bedst", {1: "højt", -1: "lavt", 0: NONE}
MEANING = "Hvad det betyder"
BETTER = {1: "højere er bedre", -1: "lavere er bedre", 0: "hverken højt eller lavt er bedst"}
BY_TYPE = "Efter slags spørgsmål"
BY_TYPE_CAPTION = "De vigtigste mål for hver slags spørgsmål, med 95 % interval"
BY_TYPE_ALL = "Alle mål for hver slags spørgsmål"
BY_TYPE_ALL_CAPTION = "Alle mål for hver slags spørgsmål, med 95 % interval og antal spørgsmål (n)"
TYPE = "Slags"
ALL = "Alle spørgsmål"
FINE_NAME = "Gik godt"
PART_OF = "{part} af {whole}"
TYPES = {
    "decision": "Beslutning",
    "rule": "Regel",
    "fact": "Oplysning",
    "unanswerable": "Uden svar i dokumenterne",
    "number": "Tal",
    "timeline": "Forløb",
    "trap": "Faldgrube",
    "paraphrase": "Omskrevet",
    "list": "Liste",
    "definition": "Begreb",
    "keyword": "Stikord",
}

OF_ANSWERS, OF_SOURCES, OF_GRAVE = "Svarene", "Kilderne", "Alvorlige fejl"
OF_REFUSALS, OF_SEARCH, OF_STYLE, OTHER = (
    "At sige fra",
    "Søgningen",
    "Form, tid og pris",
    "Andre mål",
)
GROUPS = (OF_ANSWERS, OF_SOURCES, OF_GRAVE, OF_REFUSALS, OF_SEARCH, OF_STYLE, OTHER)
MEASURE_WORDS = {
    "nuggets": (
        OF_ANSWERS,
        "Oplysninger, der er med",
        "Et rigtigt svar har nogle oplysninger, som skal være med. Tallet er, hvor stor en del af"
        " dem der står i svarets første 1.500 tegn.",
    ),
    "cited_gold": (
        OF_SOURCES,
        "Svar med den rette kilde",
        "Hvor stor en del af spørgsmålene der fik et svar med mindst én kilde, som svarer på "
        "spørgsmålet.",
    ),
    "cite_precision": (
        OF_SOURCES,
        "Kilder, der er rette",
        "Hvor stor en del af kilderne i svaret der svarer på spørgsmålet. Flere kilder end "
        "nødvendigt trækker ned, også når de ikke er forkerte.",
    ),
    "cite_recall": (
        OF_SOURCES,
        "Rette steder, der er kilder",
        "Hvor stor en del af de steder, der svarer på spørgsmålet, som står som kilde i svaret.",
    ),
    "attribution": (
        OF_SOURCES,
        "Rette møde og punkt",
        "Hvor tit en ret kilde også nævner det rette møde og punkt.",
    ),
    "verbatim": (
        OF_SOURCES,
        "Citater, der står i dokumentet",
        "Hvor stor en del af citaterne der står ord for ord i det dokument, de siges at være fra.",
    ),
    "verbatim_said": (
        OF_SOURCES,
        "Svarets ord, der står i citatet",
        "Hvor stor en del af det, svaret gengiver som citat, der står i kilden under det.",
    ),
    "must_not": (
        OF_GRAVE,
        "Siger noget, det ikke må",
        "Hvor tit svaret siger noget, som spørgsmålets forfatter har skrevet, at det aldrig må: et "
        "andet års tal, en slettet regel, indhold af et lukket punkt.",
    ),
    "outcome_error": (
        OF_GRAVE,
        "Indstilling kaldt beslutning, eller omvendt",
        "Hvor tit svaret siger, at noget er besluttet, når det kun er indstillet eller står i "
        "sagsfremstillingen, eller omvendt.",
    ),
    "force_error": (
        OF_GRAVE,
        "Udkast eller slettet tekst gengivet som gældende",
        "Hvor tit svaret bygger på et udkast, et forslag til ændring eller en slettet tekst uden "
        "at sige det.",
    ),
    "year_error": (
        OF_GRAVE,
        "Forkert år",
        "Hvor tit alle kilder i svaret er fra et andet år eller en anden udgave end den, der "
        "spørges om.",
    ),
    "provenance": (
        OF_SOURCES,
        "Tal og datoer, der har en kilde",
        "Hvor stor en del af tallene og datoerne i svaret der står i de kilder, som svaret nævner"
        " for dem.",
    ),
    "right_abstain": (
        OF_REFUSALS,
        "Rigtigt afvist",
        "Hvor tit systemet siger, at dokumenterne ikke svarer, når de ikke gør.",
    ),
    "wrong_abstain": (
        OF_REFUSALS,
        "Afvist med urette",
        "Hvor tit systemet siger, at dokumenterne ikke svarer, selv om de gør.",
    ),
    "evidence": (
        OF_SEARCH,
        "Rette steder i {at} tegn",
        "Hvor stor en del af de steder, der svarer på spørgsmålet, som står i de første {at} tegn"
        " af det fundne. Det er, hvad der er at svare ud fra.",
    ),
    "R": (
        OF_SEARCH,
        "Rette steder i de første {at}",
        "Hvor stor en del af de steder, der svarer på spørgsmålet, som er blandt de første {at} "
        "fundne.",
    ),
    "RR": (
        OF_SEARCH,
        "Hvor højt det første rette sted står",
        "1, når det første fundne er et ret sted, ½, når det er det andet, og så videre; 0, når "
        "der er intet blandt de første {at}.",
    ),
    "nDCG": (
        OF_SEARCH,
        "Rækkefølgen af det fundne",
        "Hvor højt de rette steder står blandt de første {at}; 100 % er den bedst mulige "
        "rækkefølge.",
    ),
    "chars": (OF_STYLE, "Svarets længde", "Antal tegn i hele svaret med citater og kilder."),
    "LIX": (
        OF_STYLE,
        "Læsbarhed (lix)",
        "Hvor svært det er at læse det, systemet selv skriver, citater ikke regnet med. 25 er en "
        "børnebog, 45 en avis, 55 og mere en lovtekst.",
    ),
    "tokens": (
        OF_STYLE,
        "Sprogmodellens forbrug",
        "Hvor mange ordstykker (tokens) en sprogmodel læste og skrev for et svar; der er kun tal,"
        " når en sprogmodel blev spurgt.",
    ),
    "latency": (OF_STYLE, "Svartid", "Tiden, til hele svaret er der."),
}

# Drawings
PLOTS = "Tegninger"
SAME_FIGURES = "De samme tal som tabel"
RISK = "Hvor sikkert er det, når systemet er sikkert?"
RISK_SAID = (
    "Kurven viser, hvor mange svar der ikke har den rette kilde, hvis man kun viser de svar, "
    "systemet er mest sikkert på. Jo lavere kurve, jo bedre ved systemet selv, hvornår det tager "
    "fejl. Den ender, hvor systemet selv siger fra. Arealet under kurven (AURC) er {aurc}; samme "
    "svar i den bedst mulige rækkefølge giver {ideal}, og i tilfældig rækkefølge {random}."
)
RISK_ACROSS = "Andel af spørgsmålene, der vises svar på"
RISK_UP = "Op ad: andel af de viste svar uden den rette kilde"
RISK_CURVE, RISK_IDEAL, RISK_RANDOM = "Systemet", "Bedst mulige", "Tilfældig rækkefølge"
RISK_CAPTION = "Andel forkerte svar efter hvor mange svar der vises"
NO_BELIEFS = (
    "Systemet siger ikke, hvor sikkert det er på sine svar, så der er ingen kurve over det."
)
COVERAGE, RISK_NAME = "Vist", "Forkerte"
LATENCY = "Hvor længe tager et svar?"
LATENCY_SAID = (
    "Halvdelen af de {n} svar var der inden {p50} (p50), 95 af 100 inden {p95} (p95) og 99 af 100 "
    "inden {p99} (p99)."
)
LATENCY_ACROSS = "Tid, til hele svaret var der"
LATENCY_UP = "Op ad: antal svar"
LATENCY_CAPTION = "Svartider"
NO_TIMES = "Der er ingen svartider i målingen."
OF_HUNDRED, TIME = "Så mange af 100 svar", "Var der inden"
EVIDENCE = "Står svaret i det, der blev fundet?"
EVIDENCE_SAID = (
    "Så stor en del af de steder, der svarer på spørgsmålet, står blandt de første så og så mange "
    "tegn af det fundne: {points}. Stregerne er 95 % intervaller."
)
EVIDENCE_POINT = "{share} i {budget} tegn"
EVIDENCE_ACROSS = "Tegn, der læses af det fundne"
EVIDENCE_UP = "Op ad: del af de rette steder"
EVIDENCE_CAPTION = "Rette steder blandt de første tegn"
BUDGET = "Tegn"
NO_EVIDENCE = "Der er ingen spørgsmål med kendte steder, så her er intet at tegne."

# Cases
WORST = "De værste tilfælde"
WORST_SAID = (
    "De {n} svar, som ligger længst fra det, de skulle være. De alvorligste først: svar, der kan "
    "vildlede, så svar, hvor der skulle være afvist, så forkerte svar og til sidst de afviste."
)
NO_WORST = "Ingen spørgsmål gik galt."
REFERENCE = "Det rigtige svar"
NO_REFERENCE = "Dokumenterne svarer ikke på spørgsmålet. Det rigtige er at sige det."
NUGGETS = "Skal være med"
HAS, LACKS = "er med", "mangler"
PLACES = "Hvor det står"
GIVEN = "Hvad der blev svaret"
NO_ANSWER = "Intet svar."
CITED = "Kilder i svaret"
NOTHING_CITED = "Ingen kilder."
FOUND = "Hvad der blev fundet"
FOUND_SAID = "Det rette sted er nummer {rank} af {n}."
FOUND_NOT = "Det rette sted er ikke blandt de {n} fundne."
NOTHING_FOUND = "Intet blev fundet."
RIGHT_PLACE = "det rette sted"
MUST_NOT = "Må ikke siges"
LINES = "linje {first}–{last}"
LINE = "linje {first}"
PUNKT = "punkt {punkt}"
DRAFT, STRUCK, PROPOSED, UNVERIFIED = (
    "udkast",
    "slettet tekst",
    "foreslået ændring",
    "ikke genfundet i dokumentet",
)
TOOK = "Tid: {time}"
STATUS = {
    "answered": "besvaret",
    "partly": "delvist besvaret",
    "not_found": "ikke fundet",
    "unclear": "uklart spørgsmål",
}

# All questions
EVERY = "Alle spørgsmål"
EVERY_SAID = "Åbn en slags for at se dens spørgsmål."
OF_TYPE = "{type}: {n} spørgsmål, {fine} gik godt"
OF_TYPE_CAPTION = "Spørgsmål af slagsen {type}"
ONLY_FAILED = "Vis kun spørgsmål, hvor noget gik galt"
QUESTION, FATE, ID = "Spørgsmål", "Hvordan det gik", "Nr."
SEE = "Se svaret"
SORT = "Sortér efter {column}"

# Two runs
COMPARED = "Er svarene blevet bedre?"
BEFORE, AFTER = "Før", "Efter"
COMPARED_OF = "{n} spørgsmål fra {set}, stillet to gange"
CHANGES = "Hvad der har ændret sig"
CHANGES_CAPTION = (
    "Mål før og efter, på de spørgsmål som målet gælder i begge, med 95 % interval om forskellen"
)
LEFT_OUT = "{n} spørgsmål er ikke ens i de to målinger og er ikke med."
JUDGED = "Dom"
COMPARED_COLUMNS = (BEFORE, AFTER, "Forskel", INTERVAL, "p-værdi", COUNTED)
FROM_TO_INTERVAL = "{low} til {high}"
JUDGEMENTS = {
    "better": "bedre",
    "worse": "dårligere",
    "perhaps better": "måske bedre",
    "perhaps worse": "måske dårligere",
    "same": "ingen sikker forskel",
    "other": "ændret",
}
COMPARED_VERDICT = (
    "{better} spørgsmål gik bedre end før, {worse} gik dårligere, og {same} gik som før."
)
MEASURES_BETTER = "Sikkert bedre:"
MEASURES_WORSE = "Sikkert dårligere:"
MEASURES_PERHAPS_BETTER, MEASURES_PERHAPS_WORSE = "Måske bedre:", "Måske dårligere:"
MEASURES_SAME = "Intet mål har ændret sig så meget, at det ikke kan være tilfældigt."
TINY = "under 0,001"
P_SAID = (
    "Forskelle i procent er i procentpoint. p-værdien siger, hvor ofte en så stor forskel ville "
    "komme af sig selv, hvis de to var lige gode. Under 0,05 kaldes målet måske bedre eller "
    "dårligere: ser man på mange mål på én gang, vil omkring ét af tyve se sådan ud ved et "
    "tilfælde. Bedre eller dårligere uden forbehold er det, som også holder, når der er taget "
    "højde for det (Holms metode)."
)
GOT_WORSE, GOT_BETTER = "Gik dårligere", "Gik bedre"
NONE_WORSE, NONE_BETTER = "Ingen spørgsmål gik dårligere.", "Ingen spørgsmål gik bedre."
FROM_TO = "{before} → {after}"
CHANGED = "Hvad der ændrede sig"
ANSWER_SAME = "Svaret er det samme ord for ord; det er kilderne eller det fundne, der er andre."
GAINED_NUGGET, LOST_NUGGET = "nu med: {nugget}", "mangler nu: {nugget}"
NEW_SOURCE, LOST_SOURCE = "ny kilde: {source}", "ikke længere kilde: {source}"
NEW_FAULT, OLD_FAULT = "ny fejl: {fault}", "ikke længere fejl: {fault}"
RANK_MOVED = "det rette sted er nummer {after} af det fundne, før var det {before}"
NOT_RANKED = "ikke blandt det fundne"

FOOTER = (
    "Siden er én fil og henter intet andre steder fra. Den kan rumme tekst fra dokumenterne: del "
    "den kun med dem, der må læse dem."
)
FOOTER_MEASURES = "Hvordan tallene er regnet ud, står under hvert mål og i docs/evaluation.md."

# The sheet in which a person marks answers
MARK_SHEET, MARK_HELP = "Svar", "Vejledning"
MARK_HEADINGS = ("Nr.", "Hvad skal bedømmes", "Din dom")
MARK_QUESTION = "SPØRGSMÅL: {question}\n\nDET RIGTIGE SVAR: {reference}\n\nSVARET: {answer}"
MARK_NO_ANSWER = "Dokumenterne svarer ikke på det."
MARK_ANSWERS = "Får den, der spurgte, det rigtige svar?"
MARK_NUGGET = "Fremgår det rigtigt af svaret: „{nugget}“?"
MARK_CITATION = "Kilde {n} ({place}): Har citatet noget af det rigtige svar?\n„{quote}“"
MARK_SUPPORTED = "Står alt, hvad svaret siger, i de citater, der er sat ved?"
MARK_STATUS = (
    "Passer det, hvad der kaldes besluttet, indstillet, udkast eller gældende, og er møder, år og "
    "udgaver de rigtige?"
)
MARK_YES, MARK_PARTLY, MARK_NO = "ja", "delvist", "nej"
MARK_GUIDE = (
    "Læs spørgsmålet, det rigtige svar og svaret i den farvede række. Vælg en dom i hver række "
    "under den.",
    "Er spørgsmålet et, som dokumenterne ikke svarer på, er det rigtige svar, at det ikke fremgår.",
    "„delvist“ findes kun i den første række: Noget af svaret er der, og det er rigtigt.",
    "Er du i tvivl, så lad feltet stå tomt. Det tæller ikke med.",
    "Du kan gemme og fortsætte en anden dag. Kør kommandoen igen, når du vil have dine domme talt"
    " med.",
    "Ret ikke i de andre kolonner, og slet ingen rækker.",
)


def place(meeting: date | None, punkt: str | None) -> str:
    """A meeting and an item of it, as far as they are known."""
    said = [danish_date(meeting)] if meeting else []
    return ", ".join([*said, PUNKT.format(punkt=punkt)] if punkt else said)


def type_name(type_: str) -> str:
    """A type of questions in Danish; one that a set made up itself as it is."""
    return TYPES.get(type_, type_)


def measure(name: str) -> tuple[str, str]:
    """A measure in plain words, and what it means; as itself and "" where it is not known here.

    What stands behind "@" is how far is read, and stands in the words where "{at}" does.
    """
    bare, _, at = name.partition("@")
    said = MEASURE_WORDS.get(bare)
    at = f"{int(at):,}".replace(",", ".") if at.isdecimal() else at
    return (said[1].format(at=at), said[2].format(at=at)) if said else (name, "")


def group(name: str) -> str:
    """The heading that a measure stands under."""
    said = MEASURE_WORDS.get(name.partition("@")[0])
    return said[0] if said else OTHER
