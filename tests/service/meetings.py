"""A small collection of invented meetings, with all that a list must keep apart."""

from pathlib import Path

BODY = "Styregruppe Nord"


def item(
    number: int, title: str, *, mark: str = "Åben", asked: str = "", told: str = "", held: str
) -> str:
    """An agenda item as agenda systems write it."""
    lines = [f"Mødet den {held} {BODY}", mark, f"Punkt {number}.", title]
    lines += ["Indstilling", "Det indstilles, at Styregruppe Nord", asked] if asked else []
    lines += ["Beslutning:", told] if told else []
    return "\n\n".join(lines) + "\n\n"


MINUTES = "".join(
    (
        item(
            1,
            "Takster for pladser i 2026",
            asked="1. Godkender taksterne",
            told="~~Styregruppe Nord godkendte taksten på 500 kr.~~\n\nPunktet udskydes til marts.",
            held="10.01.2025",
        ),
        item(
            2,
            "Skovhuset",
            asked="1. Godkender ombygningen",
            told="~~Styregruppe Nord godkendte ombygningen.~~",
            held="10.01.2025",
        ),
        item(
            3,
            "Køb af Kastanjegården",
            mark="Lukket",
            asked="1. Giver mandat til at byde på Kastanjegården",
            told="Styregruppe Nord besluttede at byde på Kastanjegården.",
            held="10.01.2025",
        ),
        item(
            4,
            "Lånepuljen",
            asked="1. Godkender puljen",
            told="{++Styregruppe Nord godkendte puljen.++}",
            held="10.01.2025",
        ),
        item(5, "Sund mad", told="=HYPERLINK(A1) blev drøftet af gruppen.", held="10.01.2025"),
        item(6, "Eventuelt", told="Ingen bemærkninger.", held="10.01.2025"),
    )
)
SAME_MEETING = item(1, "Takster for pladser i 2026", asked="1. Godkender", held="10.01.2025")
AGENDA = item(1, "Nye takster", asked="1. Godkender de nye takster", held="14.03.2025")
AGREEMENT = """Styringsaftale 2025-2026

Udkast

1. Takster

Taksten beregnes efter aftalens regler. Taksten reguleres en gang om året.
"""
CLOSED = "Lukket\n\nNotat om Kastanjegården\n\nKastanjegården koster ni millioner kroner.\n"
FILES = {
    "referat-januar.txt": MINUTES,
    "dagsorden-januar.txt": SAME_MEETING,
    "dagsorden-marts.txt": AGENDA,
    "udkast-aftale.txt": AGREEMENT,
    "lukket-notat.txt": CLOSED,
}


def write(folder: Path) -> Path:
    """Put the documents into a folder."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
