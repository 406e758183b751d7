"""The ways in which people ask for a list or a count, each read as a whole.

A name in angles is a place: `lead` opens the question, `body` decides, `subject` is what it is
about, `done` what was done with it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import Any

from index import Kind
from service.answer import Outcome


class Listed(StrEnum):
    """What is listed: one of these for each entry.

    `DECISIONS` are items with what a meeting did, `TREATED` the items that a meeting treated,
    whatever it did, `ITEMS` what stood on an agenda. `NAMED` are annexes of which only the name is
    here.
    """

    DECISIONS = "decisions"
    TREATED = "treated"
    ITEMS = "items"
    MEETINGS = "meetings"
    DOCUMENTS = "documents"
    WITHOUT_MINUTES = "without minutes"
    NAMED = "named"


WHICH = r"(?:hvilke|which|what)"
MANY = r"(?:hvor mange|how many)"
EACH = rf"(?P<lead>{WHICH}|{MANY}|alle|samtlige|all)"
WHEN = r"(?P<lead>hvor (?:mange gange|ofte|tit)|hvornår|(?:på|ved) hvilke møder|hvilke møder)"
OFTEN = r"(?P<lead>hvor (?:mange gange|ofte|tit)|(?:på|ved) hvilke møder)"
WHEN_ENGLISH = r"(?P<lead>how (?:many times|often)|when|at which meetings|which meetings)"
BODY = r"(?P<body>(?!blevet|været|been)[\w-]+(?: [\w-]+){0,3}?)"
ABOUT = (
    r"(?:om|vedrørende|vedr\.?|angående|(?:der|som) (?:handler|drejer sig) om"
    r"|about|on|regarding|concerning)"
)
SUBJECT = r"(?P<subject>\S.*?)"
OF = rf"(?:,? {ABOUT} {SUBJECT})"
OWNER = r"(?P<body>[\w-]+?(?: [\w-]+){0,2}?)"
MEETING = (
    rf"(?:mødet|møderne|(?:{OWNER}-mødet)|(?:(?!et\b|hvert\b){OWNER}"
    r"(?:s['’]?|['’]s?) møde)|(?:the )?meetings?)(?: i (?P<body>[\w-]+(?: [\w-]+){0,2}))?"
)
AT = rf"(?:,? (?:på|til|ved|under|i|at|in|of) {MEETING})"
AGENDA = (
    r"(?: (?:på|i|on) (?:(?P<body>[\w-]+?)-)?(?:dagsordenen|the agenda)"
    rf"(?: (?:til|for|på|of|for) {MEETING})?)"
)
DONE = {
    Outcome.POSTPONED: r"(?:udsat|udskudt|postponed)",
    Outcome.DECIDED: r"(?:besluttet|godkendt|vedtaget|decided|approved|adopted)",
    Outcome.NOTED: r"(?:taget til (?:efterretning|orientering)|noted)",
    Outcome.PASSED_ON: r"(?:anbefalet|sendt|indstillet) videre",
}
OUTCOME = rf"(?P<done>{'|'.join(DONE.values())})"
TREATED = r"(?:drøftet|behandlet|diskuteret|talt om|taget op|haft oppe)"
RAISED = (
    r"(?:været|stået|kommet) (?:på (?:[\w-]+['’]? )?(?:dagsordenen|møde|mødet)|oppe|til drøftelse)"
)
HELD = r"(?:holdt|afholdt|haft)"
HERE = (
    r"(?: (?:her )?i (?:samlingen|arkivet|basen|systemet|databasen|aftalesvar)| her"
    r"| in (?:the collection|here))"
)
THERE = r"(?:er der|findes(?: der)?|har (?:i|vi|du)|ligger(?: der)?|indgår|are(?: there)?|exist)"
KINDS = {
    r"dokumenter|documents|filer": frozenset(),
    r"aftaler|agreements": frozenset({Kind.SOCIALAFTALE, Kind.STYRINGSAFTALE}),
    r"referater|minutes": frozenset({Kind.REFERAT}),
    r"dagsordener|agendas": frozenset({Kind.DAGSORDEN}),
    r"styringsaftaler": frozenset({Kind.STYRINGSAFTALE}),
    r"socialaftaler": frozenset({Kind.SOCIALAFTALE}),
    r"guider|vejledninger|guides": frozenset({Kind.GUIDE}),
}
EDITIONS = {
    r"styringsaftalen?": frozenset({Kind.STYRINGSAFTALE}),
    r"socialaftalen?": frozenset({Kind.SOCIALAFTALE}),
    r"(?:ramme)?aftalerne": frozenset({Kind.STYRINGSAFTALE, Kind.SOCIALAFTALE}),
    r"guiden": frozenset({Kind.GUIDE}),
}
NAMED = re.compile(r"\(\?P<[a-z]+>")
PREFIX = re.compile(
    r"^(?:(?:kan|vil) du )?(?:(?:vise?|liste?|finde?|giv|show|list|give|find)(?: (?:mig|me))? )"
    r"(?=(?:en |et |alle|samtlige|all|a |liste|oversigt|beslutninger|decisions))"
    r"|^(?=(?:en |et )?(?:liste|oversigt) over)",
    re.IGNORECASE,
)
OVERVIEW = re.compile(
    r"^(?:en |et |a )?(?:liste|oversigt|list) (?:over|of) (?:alle |de |all )?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to ask: `says` must be the whole question without its time.

    `times` says that the meetings count and not their items, `closed` that closed items are asked
    for, `needs_time` that it is a list only of one meeting. `kinds` are those of documents.
    """

    listed: Listed
    says: re.Pattern[str]
    times: bool = False
    closed: bool = False
    needs_time: bool = False
    kinds: frozenset[Kind] = frozenset()

    def read(self, question: str) -> dict[str, str] | None:
        """What the question says at each named place; `None` where it is another question."""
        said = self.says.fullmatch(question)
        if said is None:
            return None
        places = ((name.rstrip("0123456789"), at) for name, at in said.groupdict().items() if at)
        return dict(reversed(list(places)))


def _form(listed: Listed, *ways: str, **features: Any) -> list[Form]:
    """A form for each of the `ways`; a place may be named in several of their branches."""
    numbers = count()
    return [
        Form(
            listed,
            re.compile(NAMED.sub(lambda m: f"{m[0][:-1]}{next(numbers)}>", way), re.IGNORECASE),
            **features,
        )
        for way in ways
    ]


DECISIONS = r"(?:beslutninger(?:ne)?|decisions)"
ITEMS = r"(?:dagsordens?punkter|punkter(?:ne)?|agenda items|items)"
CASES = r"(?:dagsordens?punkter|punkter|sager|emner|agenda items|items)"
FORMS = (
    *_form(
        Listed.DECISIONS,
        rf"(?P<lead>alle|samtlige|all) (?:de |the )?{DECISIONS}"
        rf"(?: (?:der|som) (?:er|blev|har været) (?:truffet|taget))?{OF}?{AT}?",
        rf"{DECISIONS}{OF}{AT}?",
        rf"{EACH} {DECISIONS} (?:er|blev|har|were|has|have)(?: der)?(?: {BODY})?"
        rf"(?: (?:blevet|været|been))? (?:truffet|taget|made|taken){OF}?{AT}?",
        rf"{EACH} {DECISIONS} (?:traf|tog|did) {BODY}(?: (?:make|take))?{OF}?{AT}?",
        rf"{EACH} {DECISIONS} (?:er der|findes(?: der)?|are there){OF}{AT}?",
    ),
    *_form(
        Listed.DECISIONS,
        rf"hvad (?:blev|er)(?: der)?(?: blevet)? besluttet{AT}",
        rf"what (?:was|has been) decided{AT}",
        needs_time=True,
    ),
    *_form(
        Listed.TREATED,
        r"(?P<lead>hvad) blev(?: der)? (?:drøftet|behandlet) på mødet",
        r"(?P<lead>what) was discussed at the meeting",
        needs_time=True,
    ),
    *_form(
        Listed.ITEMS,
        rf"{EACH} {CASES} (?:var|er|stod|står|blev|were|are|was)(?: der| there)?"
        rf"(?: {TREATED})?(?:{AT}|{AGENDA})",
        rf"(?P<lead>hvad) (?:stod|står|var)(?: der)?{AGENDA}",
        rf"(?P<lead>what) was{AGENDA}",
        needs_time=True,
    ),
    *_form(
        Listed.DECISIONS,
        rf"{EACH} {ITEMS} (?:er|blev|har|were|has|have)(?: der)?(?: {BODY})?"
        rf"(?: (?:blevet|været|been))? {OUTCOME}{AT}?",
        rf"{EACH} (?:sager|cases) (?:er|blev|har|were|has|have)(?: der)?(?: {BODY})?"
        rf"(?: (?:blevet|været|been))? (?P<done>{DONE[Outcome.POSTPONED]}){AT}?",
        rf"{EACH} (?:sager|cases) (?:blev|were) {OUTCOME}{AT}",
    ),
    *_form(
        Listed.ITEMS,
        rf"{EACH} {ITEMS}(?: (?:der|som))? (?:handler|handlede|har handlet|drejer sig)"
        rf" om {SUBJECT}",
        rf"{EACH} {ITEMS} (?:er|har|findes|var) der(?: været)? {ABOUT} {SUBJECT}",
        rf"{EACH} {ITEMS} {ABOUT} {SUBJECT}(?: (?:har|er) {RAISED}| (?:er der|findes))?",
    ),
    *_form(
        Listed.MEETINGS,
        rf"{EACH} (?:ordinære )?møder (?:har|er|blev)(?: der)?(?: {BODY})?(?: blevet)? {HELD}"
        r"(?: i (?P<body>[\w-]+(?: [\w-]+){0,2}))?",
        rf"{EACH} møder holdt {BODY}",
        rf"{EACH} møder har der været",
        r"(?P<lead>hvornår|hvor (?:mange gange|ofte)) (?:har|er)(?: der)?(?: (?:I|vi|"
        r"(?P<body>[\w-]+(?: [\w-]+){0,3}?)))? "
        r"(?:blevet )?(?:holdt møder?|afholdt møder?|mødtes|haft møder?)",
        r"(?P<lead>hvornår|hvor (?:mange gange|ofte)) (?:holdt|afholdt|mødtes)"
        r" (?P<body>[\w-]+(?: [\w-]+){0,3}?)(?: møder?)?",
        rf"{EACH} (?:meetings) (?:did|has|have) {BODY} (?:hold|held|had)",
        rf"{EACH} meetings were held",
        rf"{EACH} (?:møder|meetings) {THERE}{HERE}?",
    ),
    *_form(
        Listed.TREATED,
        rf"{WHEN} har {BODY} (?:sidst )?{TREATED} {SUBJECT}(?: på (?:dagsordenen|møder?))?",
        rf"{WHEN} (?:er|har) (?:været )?{SUBJECT} (?:sidst )?(?:blevet |været )?"
        rf"(?:drøftet|behandlet|diskuteret|taget op)(?: (?:i|af) {BODY})?",
        rf"{WHEN} har (?:handlet om|drøftet|behandlet) {SUBJECT}",
        rf"(?P<lead>hvilke møder) (?:drøftede|behandlede) {SUBJECT}",
        rf"{WHEN} (?:drøftede|diskuterede) (?P<body>[\w-]+) {SUBJECT}",
        rf"{OFTEN} blev {SUBJECT} (?:drøftet|behandlet|diskuteret|taget op)(?: (?:i|af) {BODY})?",
        rf"{WHEN_ENGLISH} (?:has|have) {BODY} (?:discussed|treated|dealt with) {SUBJECT}",
        rf"{WHEN_ENGLISH} did {BODY} discuss {SUBJECT}",
        times=True,
    ),
    *_form(
        Listed.DECISIONS,
        rf"{WHEN} (?:er|blev) {SUBJECT} (?:blevet )?(?P<done>{DONE[Outcome.POSTPONED]})"
        rf"(?: (?:i|af) {BODY})?",
        rf"{WHEN} har {BODY} (?P<done>{DONE[Outcome.POSTPONED]}) {SUBJECT}",
        times=True,
    ),
    *_form(
        Listed.ITEMS,
        rf"{WHEN} har {SUBJECT} (?:sidst )?{RAISED}(?: (?:i|hos) {BODY})?",
        rf"{WHEN} (?:var|stod) {SUBJECT} på (?:(?P<body>[\w-]+?)['’]?s? )?dagsordenen",
        rf"{WHEN} har {BODY} haft {SUBJECT} (?:oppe )?på (?:dagsordenen|mødet|møderne|bordet)",
        rf"{WHEN_ENGLISH} (?:has|have|was|were) {SUBJECT} (?:been )?on the agenda",
        times=True,
    ),
    *_form(
        Listed.WITHOUT_MINUTES,
        r"hvor mangler (?:der )?(?:et )?referat(?:er|et|erne)?",
        r"(?P<lead>hvilke|hvor mange) referater mangler(?: der)?",
        r"mangler der (?:nogen )?referater(?: (?:fra|af|til) (?:nogen|nogle) møder)?",
        r"(?P<lead>hvilke|hvor mange) møder"
        r" (?:mangler(?: der| vi| I)?|er uden|har (?:ikke|intet)(?: noget)?)"
        r" (?:et )?referat(?:er|et)?(?: (?:fra|af|til|for))?",
        r"(?:for|fra|af) hvilke møder mangler (?:der )?referat(?:er|et|erne)?",
        r"(?P<lead>hvilke|hvor mange) møder (?:er der|findes der|har (?:vi|I)) kun (?:en )?"
        r"dagsorden(?:en)?(?: (?:fra|til|af|for))?",
        r"(?:where|for which meetings) are (?:the )?minutes missing",
        r"which minutes are missing",
    ),
    *_form(
        Listed.NAMED,
        r"(?P<lead>hvilke|hvor mange) bilag (?:er|står|findes) kun(?: nævnt| med| opført)?"
        r"(?: (?:ved|med|som) navn)?",
        rf"(?P<lead>hvilke|hvor mange) bilag (?:mangler(?: der)?|er (?:der )?ikke(?: med)?){HERE}?",
        r"(?P<lead>which|how many) annexes (?:are|is) (?:only (?:named|listed)|missing)",
    ),
    *_form(
        Listed.ITEMS,
        r"(?P<lead>hvilke|hvor mange|alle) (?:lukkede|fortrolige)"
        r" (?:dagsordens?punkter|punkter|sager)"
        r"(?: (?:er|var|har|findes|blev)(?: der)?(?: været| behandlet)?)?"
        rf"(?:{AT}|{AGENDA}|{HERE})?",
        rf"(?P<lead>hvilke|hvor mange) {ITEMS} (?:var|er) (?:lukkede|fortrolige){AT}?",
        rf"(?P<lead>which|how many) closed items (?:are|were)(?: there)?(?:{AT}|{AGENDA}|{HERE})?",
        closed=True,
    ),
    *_form(
        Listed.DOCUMENTS,
        rf"{EACH} møder (?:er der|har (?:I|vi)) referat(?:er)? (?:fra|af|til)",
        kinds=frozenset({Kind.REFERAT}),
    ),
    *(
        form
        for name, kinds in KINDS.items()
        for form in _form(
            Listed.DOCUMENTS, rf"{EACH} (?:slags )?(?:{name}) {THERE}{HERE}?", kinds=kinds
        )
    ),
    *(
        form
        for name, kinds in EDITIONS.items()
        for form in _form(
            Listed.DOCUMENTS,
            rf"{EACH} (?:udgaver|versioner) af {name} {THERE}{HERE}?",
            rf"{EACH} (?:udgaver|versioner) {THERE} af {name}{HERE}?",
            rf"{EACH} (?:editions|versions) of {name} {THERE}{HERE}?",
            kinds=kinds,
        )
    ),
)  # fmt: skip
