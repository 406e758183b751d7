"""Sources of an invented region, and true sentences a language model may write from them."""

from dataclasses import dataclass

from service.answer import Outcome
from service.model import Source

BODY = "Fællesudvalget for Social"


@dataclass(frozen=True, slots=True)
class Case:
    """A question, the source that answers it, and sentences that say no more than it does."""

    name: str
    question: str
    source: Source
    true: tuple[str, ...]


def _source(
    label: str, text: str, outcome: Outcome, *, draft: bool = False, struck: bool = False
) -> Source:
    return Source(1, label, text, outcome, draft, struck)


CASES = (
    Case(
        "takst",
        "Hvad koster et døgn på Birkegården?",
        _source(
            f"{BODY} 12. marts 2024, punkt 4, Takster på Birkegården – besluttet:",
            "Fællesudvalget godkendte døgntaksten på 2.450 kr. for Birkegården. "
            "Taksten gælder fra 1. april 2024. "
            "Strandvig Kommune betaler 6,7 mio. kr. til driften i 2024, "
            "og Engholm Kommune betaler 3,2 mio. kr. "
            "Taksten stiger med 2,5 pct. i 2025.",
            Outcome.DECIDED,
        ),
        (
            "Fællesudvalget godkendte døgntaksten på 2.450 kr. for Birkegården",
            "Døgntaksten på Birkegården er 2.450 kr.",
            "Taksten gælder fra den 1. april 2024",
            "Strandvig Kommune betaler 6,7 mio. kr. til driften i 2024",
            "Engholm Kommune betaler 3,2 mio. kr.",
            "Strandvig Kommune betaler 6.700.000 kr. til driften",
            "Taksten stiger med 2,5 % i 2025",
            "Taksten stiger ifølge kilden med 2,5 procent i 2025",
        ),
    ),
    Case(
        "lukning",
        "Bliver Fyrskibet lukket?",
        _source(
            f"{BODY} 3. september 2025, punkt 7, Fyrskibet – indstilling, ikke beslutning:",
            "Sekretariatet indstiller, at afdelingen Fyrskibet lukkes den 31. december 2026. "
            "Det indstilles, at de tolv pladser flyttes til Ny Mølleby. "
            "Det anbefales, at personalet tilbydes arbejde på Birkegården.",
            Outcome.RECOMMENDED,
        ),
        (
            "Sekretariatet indstiller, at afdelingen Fyrskibet lukkes den 31. december 2026",
            "Det indstilles, at Fyrskibet lukkes den 31. december 2026",
            "Det indstilles, at de 12 pladser flyttes til Ny Mølleby",
            "Det anbefales, at personalet tilbydes arbejde på Birkegården",
            "Det er indstillet, at afdelingen Fyrskibet lukkes",
            "Det indstilles, at Fyrskibet lukkes 31.12.2026",
        ),
    ),
    Case(
        "ramme",
        "Hvad siger udkastet om ventetid?",
        _source(
            "Rammeaftale 2027 (udkast), Ventetid:",
            "Ventetiden må højst være 8 uger fra den dag, hvor visitationen er afsluttet. "
            "Kommunen skal have svar inden 10 arbejdsdage. "
            "Oplysninger efter servicelovens § 107 sendes digitalt.",
            Outcome.RULE,
            draft=True,
        ),
        (
            "I udkastet står, at ventetiden højst må være 8 uger",
            "Ifølge udkastet skal kommunen have svar inden 10 arbejdsdage",
            "Ifølge udkastet må ventetiden højst være otte uger",
            "Oplysninger efter servicelovens § 107 sendes digitalt ifølge udkastet",
            "Udkastet angiver, at oplysninger efter servicelovens § 107 sendes digitalt",
        ),
    ),
    Case(
        "afslag",
        "Fik Engholm ekstra pladser?",
        _source(
            f"{BODY} 5. juni 2023, punkt 2, Pladser i Engholm – besluttet:",
            "Fællesudvalget godkendte ikke ansøgningen fra Engholm om 14 ekstra pladser. "
            "Udvalget besluttede at undersøge behovet igen i 2025. "
            "Belægningen i Engholm var 82 pct. i 2022.",
            Outcome.DECIDED,
        ),
        (
            "Fællesudvalget godkendte ikke ansøgningen fra Engholm om 14 ekstra pladser",
            "Udvalget besluttede at undersøge behovet igen i 2025",
            "Belægningen i Engholm var 82 pct. i 2022",
            "Belægningen var 82 procent i 2022",
            "Ansøgningen fra Engholm om fjorten ekstra pladser blev ikke godkendt",
        ),
    ),
    Case(
        "regnskab",
        "Hvordan gik det Birkegården i 2022?",
        _source(
            f"{BODY} 20. april 2023, punkt 9, Regnskab 2022 – sagsfremstilling, ikke beslutning:",
            "Birkegården havde i 2022 et underskud på 1,9 mio. kr. "
            "Underskuddet skyldes lavere belægning og højere udgifter til vikarer. "
            "Udgifterne til vikarer steg med 640.000 kr. "
            "Egenkapitalen faldt fra 5,1 mio. kr. til 3,2 mio. kr.",
            Outcome.CASE,
        ),
        (
            "Birkegården havde i 2022 et underskud på 1,9 mio. kr.",
            "I 2022 havde Birkegården et underskud på 1,9 mio. kr.",
            "Underskuddet skyldes lavere belægning og højere udgifter til vikarer",
            "Udgifterne til vikarer steg med 640.000 kr.",
            "Egenkapitalen faldt fra 5,1 mio. kr. til 3,2 mio. kr.",
            "Det fremgår, at underskuddet skyldes „lavere belægning“",
        ),
    ),
    Case(
        "formand",
        "Hvem er formand for styregruppen?",
        _source(
            f"{BODY} 8. januar 2026, punkt 1, Konstituering – besluttet:",
            "Fællesudvalget udpegede Karen Vestergaard som formand for styregruppen. "
            "Jonas Brink fra Strandvig blev udpeget som næstformand. "
            "Udpegningen gælder i 2 år fra den 1. februar 2026.",
            Outcome.DECIDED,
        ),
        (
            "Fællesudvalget udpegede Karen Vestergaard som formand for styregruppen",
            "Karen Vestergaard blev udpeget som formand for styregruppen",
            "Jonas Brink fra Strandvig blev udpeget som næstformand",
            "Udpegningen gælder i 2 år fra den 1. februar 2026",
            "Udpegningen gælder i to år fra 1. februar 2026",
        ),
    ),
    Case(
        "udsat",
        "Hvad blev der af sagen om Kystvejen?",
        _source(
            f"{BODY} 14. november 2024, punkt 6, Kystvejen – udsat:",
            "Behandlingen af punktet om botilbuddet Kystvejen udsættes til mødet "
            "den 16. januar 2025. Strandvig afleverer nye tegninger inden jul.",
            Outcome.POSTPONED,
        ),
        (
            "Behandlingen af punktet om Kystvejen udsættes til mødet den 16. januar 2025",
            "Behandlingen af punktet om Kystvejen blev udsat til mødet 16. januar 2025",
            "Behandlingen af punktet om Kystvejen er udsat til 16.01.2025",
        ),
    ),
    Case(
        "aftale",
        "Hvad er opsigelsesvarslet?",
        _source(
            "Styringsaftale 2025-2026, Opsigelse:",
            "En kommune kan opsige aftalen med 6 måneders varsel. "
            "Opsigelsen skal være skriftlig. "
            "Ved opsigelse betaler kommunen for pladsen i 3 måneder. "
            "Uenighed om regningen behandles i Voldgiftsrådet for Nordkysten.",
            Outcome.RULE,
        ),
        (
            "En kommune kan opsige aftalen med 6 måneders varsel",
            "Aftalen kan opsiges med seks måneders varsel",
            "Opsigelsen skal være skriftlig",
            "Ved opsigelse betaler kommunen for pladsen i 3 måneder",
            "Uenighed om regningen behandles i Voldgiftsrådet for Nordkysten",
        ),
    ),
    Case(
        "slettet",
        "Hvad stod der om gebyr?",
        _source(
            "Samarbejdsaftale 2024, Gebyr, slettet tekst:",
            "Kommunen betaler et gebyr på 1.200 kr. for en sen afmelding. "
            "Gebyret opkræves hver måned.",
            Outcome.RULE,
            struck=True,
        ),
        (
            "I den slettede tekst betaler kommunen et gebyr på 1.200 kr. for en sen afmelding",
            "Ifølge den slettede tekst opkræves gebyret hver måned",
            "Den slettede tekst nævner et gebyr på 1.200 kr. for en sen afmelding",
        ),
    ),
    Case(
        "orientering",
        "Hvor mange unge venter på en plads?",
        _source(
            f"{BODY} 22. maj 2025, punkt 3, Ventelister – taget til efterretning:",
            "Orienteringen om ventelister blev taget til efterretning. "
            "I Strandvig venter 23 unge på en plads, og i Engholm venter 9 unge. "
            "Den gennemsnitlige ventetid er 11 uger. "
            "Halvdelen af de unge får hjælp i hjemmet.",
            Outcome.NOTED,
        ),
        (
            "Orienteringen om ventelister blev taget til efterretning",
            "I Strandvig venter 23 unge på en plads",
            "I Engholm venter 9 unge",
            "I Engholm venter ni unge",
            "Den gennemsnitlige ventetid er 11 uger",
            "Halvdelen af de unge får hjælp i hjemmet",
        ),
    ),
    Case(
        "projekt",
        "Hvad er planen for Lyset?",
        _source(
            f"{BODY} 2. oktober 2025, punkt 5, Projekt Lyset – drøftet:",
            "Fællesudvalget drøftede projekt Lyset. "
            "Projektet forventes at koste 4,4 mio. kr. og at vare 18 måneder. "
            "Der var ønske om flere oplysninger om rekruttering. "
            "Lena Holst præsenterede projektet.",
            Outcome.DISCUSSED,
        ),
        (
            "Fællesudvalget drøftede projekt Lyset",
            "Projektet forventes at koste 4,4 mio. kr.",
            "Lena Holst præsenterede projektet",
            "Der var ønske om flere oplysninger om rekruttering",
        ),
    ),
    Case(
        "kvalitet",
        "Hvad viste tilsynet på Solgaven?",
        _source(
            "Årsrapport 2024, Tilsyn på Solgaven:",
            "Tilsynet besøgte Solgaven den 7. maj 2024. "
            "Tilsynet gav Solgaven 4,2 ud af 5 i kvalitet. "
            "Der var ingen påbud. "
            "To medarbejdere manglede et kursus i medicin. "
            "Kurset blev holdt i juni 2024.",
            Outcome.OTHER,
        ),
        (
            "Tilsynet besøgte Solgaven den 7. maj 2024",
            "Tilsynet gav Solgaven 4,2 ud af 5 i kvalitet",
            "Der var ingen påbud",
            "To medarbejdere manglede et kursus i medicin",
            "Kurset blev holdt i juni 2024",
            "Tilsynet besøgte Solgaven den 7.5.2024",
        ),
    ),
)
