"""What a text tells the system to do instead of asking; there is nothing to search for in it."""

import re

from service.conversation.leaning import content

# Told, not asked: at the beginning, or after a mark or a word that goes on.
BEGINS = (
    r"(?:(?<=^)|(?<=\n)|(?<=[\"“”„(])|(?<=[.!?:;,\n] )|(?<=\bog )|(?<=\band )|(?<=\bso )|(?<=\bså )"
    r"|(?<=\bplease )|(?<=\bvenligst ))"
)
RULES = (
    r"(?:instruks\w*|instruktion\w*|anvisning\w*|retningslinjer\w*|regler(?:ne)?|beskeder(?:ne)?"
    r"|system\W?prompt\w*|prompts?\b|instructions?|rules|guidelines|messages|begrænsninger(?:ne)?)"
)
OWN = (
    r"(?:dine?|dit|tidligere|foregående|forrige|ovenstående|alle?|systemets|your|previous|prior|all"
    r"|earlier|above|the above|any)"
)
SYSTEM_PROMPT = r"(?:system\W?(?:prompt|besked|instruks|message)\w*)"
# Up to where it goes on with what is wanted.
REST = (
    r"[^.?!\n]*?(?=[.?!\n]|\Z|,? (?:og|and) (?:fortæl|sig|svar|giv|vis|find|tell|answer|give|show"
    r"|what|who|hvad|hvem|hvor)\b)"
)
COMMANDS = re.compile(
    rf"{BEGINS}(?:ignor[eé]r|ignore|glem|forget|disregard|override"
    r"|bypass|omgå|tilsidesæt|se bort fra)"
    rf"(?: nu| please)?(?: {OWN}(?: of)?)+(?: {OWN}| de| the| givne| givet)*(?: {RULES})"
    r"(?: (?:ovenfor|above|du har fået|før dette|you were given))?"
    r"|(?:(?<=\bat )|(?<=\bdu )|(?<=\bto )|(?<=\byou ))"
    rf"(?:ignor[eé]re?|ignore|glemme|forget)(?: {OWN})+"
    r" (?:instruks\w*|instruktion\w*|prompts?\b|instructions?)"
    rf"|{BEGINS}(?:ignor[eé]r|ignore|glem|forget) (?:alt|everything)"
    r"(?: (?:ovenfor|above|det forrige|før dette|før|before"
    r"|(?:(?:hvad|det,?(?: som)?|that|what) )?(?:du|you) [^.?!\n]*))?"
    rf"|{BEGINS}(?:ignor[eé]r|ignore|glem|forget) (?:alle |all )?(?:dokumenterne|kilderne"
    r"|(?:the |your )(?:documents|sources))(?: (?:og|and) (?:svar|answer) (?:frit|freely))?"
    rf"|{BEGINS}(?:du er (?:nu|ikke længere)|you are (?:now|no longer)|fra nu af (?:er|skal) du"
    r"|from now on,? you|lad som om,? du|opfør dig som|spil rollen som|act as (?:an?|if)|pretend"
    rf" (?:to be|that you|you)){REST}"
    rf"|{BEGINS}(?:vis|skriv|udskriv|gengiv|gentag|fortæl|giv|oplys|print|reveal|show"
    rf"|repeat|output|tell|give)\b[^.?!\n]{{0,30}}\b(?:{SYSTEM_PROMPT}|(?:dine?|your)\s(?:egne?\s|own\s|skjulte\s|hidden\s)?"
    rf"(?:instruks\w*|instruktion\w*|prompt|instructions))\b(?: ordret| verbatim)?"
    r"(?: bagefter| først| til sidst| derefter| first| afterwards)?"
    rf"|{BEGINS}(?:hvad (?:er|står der i)|what (?:is|are)) (?:din|dine|your) (?:{SYSTEM_PROMPT}"
    r"|instruks\w*|instruktion\w*|prompt|instructions)"
    rf"|{BEGINS}(?:svar|besvar|answer|reply|respond) (?:kun|altid|bare|blot|udelukkende|frit"
    r"|only|always|just)\b[^.?!,;:\n]*"
    rf"|{BEGINS}(?:aktiv[eé]r|slå|enable|enter|activate)\b[^.?!\n]{{0,30}}(?:udviklertilstand|developer"
    r" mode|jailbreak|debug\W?mode)"
    r"|<\|[^|<>]{0,40}\|>|\[/?(?:INST|SYS)\]|<</?SYS>>|</?(?:system|instructions?)>"
    rf"|(?:^|(?<=[.!?\n] ))(?:#+ ?)?(?:system|assistant|developer)\s?:",
    re.I,
)
JOINING = re.compile(r"\A[\s,.:;!?–-]*(?:(?:og|and|så|so|men|but|then|derefter)\b[\s,:]*)*", re.I)
ENDING = re.compile(r"[\s,;:–-]*(?:\b(?:og|and|men|but))?[\s,;:–-]*\Z", re.I)


def without_commands(text: str) -> tuple[str, bool]:
    """`text` without what it tells the system to do, and whether there was any of that."""
    last, kept = 0, []
    for match in COMMANDS.finditer(text):
        kept.append(text[last : match.start()])
        last = match.end()
    if not kept:
        return text, False
    kept.append(JOINING.sub("", text[last:], count=1))
    first, *others = kept
    pieces = [first, *(JOINING.sub("", piece, count=1) for piece in others)]
    rest = " ".join(ENDING.sub("", piece) for piece in pieces if content(piece))
    return rest[:1].upper() + rest[1:], True
