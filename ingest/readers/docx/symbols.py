"""Signs of fonts that hold pictures, as the letters of Unicode they stand for."""

BULLET = "•"
FIRST = 0xF000  # where such fonts put their signs
FONTS = {
    "wingdings": {
        **{0x4A: "☺", 0x4C: "☹", 0x6F: "☐", 0xA8: "☐", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
        **{0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "←", 0xE8: "→", 0xF0: "⇨", 0xF3: "⇔"},
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
    "symbol": {
        **{0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB9: "≠", 0xBB: "≈", 0xB4: "×", 0xB8: "÷", 0x2D: "−"},
        **{0xAC: "←", 0xAE: "→", 0xDB: "⇔", 0xDE: "⇒", 0xB0: "°", 0xA5: "∞", 0x44: "Δ", 0x53: "Σ"},
        **{0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "µ", 0x70: "π", 0x73: "σ", 0xE5: "∑"},
    },
}


def symbol(font: str, code: str) -> str:
    """The sign at a hexadecimal `code` in a font; a bullet where only the font knows it."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    known = FONTS.get(font.lower(), {}).get(place % 0x100)
    if known or FIRST <= place < FIRST + 0x100:
        return known or BULLET
    return chr(place) if 0x20 <= place < 0xD800 else ""
