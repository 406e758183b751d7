"""What is told of the service itself: what it does, what it does not, and what it keeps."""

from service.texts.pages import DRAFT, NAME, OUTCOMES, PROPOSED, STRUCK

ABOUT_LEAD = (
    f"{NAME} svarer på spørgsmål om møder, beslutninger og aftaler på det specialiserede "
    "socialområde. Hvert svar viser, hvor det står."
)
ABOUT = (
    (
        "En maskine svarer",
        "Svarene bliver til automatisk, og intet menneske læser dem, før du får dem. "
        "De kan være forkerte eller mangle noget. Du har selv ansvaret for at læse kilden.",
    ),
    (
        "Sådan bliver et svar til",
        (
            "Dit spørgsmål bliver søgt i de dokumenter, du har adgang til. Intet hentes andre "
            "steder fra.",
            "Svaret sættes sammen af citater. Hvert citat bliver slået op igen i dokumentet, "
            "ord for ord.",
            "Er en sprogmodel sat til, kan den skrive svaret. Så bliver hver sætning holdt op mod "
            "sin kilde, og det, der ikke står i kilden, bliver fjernet. Det står ved svaret, når "
            "en sprogmodel har skrevet det.",
            "Ved hver kilde står, hvad teksten er: om noget er besluttet, eller om det kun er "
            "indstillet, et udkast eller slettet.",
        ),
    ),
    (
        "Det gør den ikke",
        (
            "Den finder ikke på noget. Men den kan vise et sted, der ikke svarer på dit spørgsmål, "
            "og den kan overse et, der gør.",
            "Den afgør ingen sager og regner ikke noget ud. Den viser reglen, og du bruger den.",
            "Den svarer ikke på spørgsmål om enkelte borgere.",
            "Den kender kun de dokumenter, der er læst ind. Mangler et referat, kendes "
            "beslutningen ikke her.",
        ),
    ),
    (
        "Det bliver gemt",
        (
            "Dine spørgsmål og svarene bliver ikke gemt, heller ikke når du spørger videre.",
            "Cpr-numre bliver fjernet fra spørgsmålet, før der søges.",
            "Vurderer du et svar, gemmer vi din vurdering. Spørgsmålet følger kun med, hvis du "
            "selv sætter flueben.",
            "Logger du ind, husker din browser det i en cookie. Andre cookies bruger siden ikke.",
        ),
    ),
)
ABOUT_LABELS = "Det betyder mærkerne"
ABOUT_TERMS = (
    (OUTCOMES["besluttet"], "Mødet har besluttet, godkendt eller vedtaget det."),
    (OUTCOMES["udsat"], "Mødet har skudt det til et senere møde. Det er ikke besluttet."),
    (OUTCOMES["indstillet"], "Mødet blev bedt om det. Det siger ikke, hvad mødet gjorde."),
    (OUTCOMES["ikke registreret"], "Referatet er her ikke. Beslutningen kendes ikke."),
    (
        OUTCOMES["sagsfremstilling"],
        "Sådan blev sagen lagt frem for mødet.",
    ),
    (DRAFT, "Teksten er fra et udkast. Det fremgår ikke, at den er vedtaget."),
    (PROPOSED, "Teksten har rettelser, som nogen har foreslået."),
    (STRUCK, "Teksten er streget ud i dokumentet."),
)
ABOUT_OPERATOR = "Hvem står bag"
RUN_BY = f"{NAME} drives af {{operator}}."
RUN_BY_NOBODY = "Spørg dem, der har givet dig adressen, hvis du har brug for hjælp."
ABOUT_ACCESS = "Tilgængelighed"
ACCESS = (
    "Siderne er bygget til at kunne bruges med tastatur, skærmlæser og stor skrift, og uden "
    "JavaScript. Møder du noget, du ikke kan bruge, så sig det til dem, der står bag."
)
