"""Words that turn a statement, and words that claim nothing, in Danish and English."""

import re

FLAGS = re.IGNORECASE


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", FLAGS)


NEGATION = _words(
    r"ikke\w*", r"ing(?:en|et)", r"intet", r"aldrig", r"uden(?! for\b)", r"hverken", r"næppe",
    r"ej", r"undtag\w*", r"bortset", r"afvis\w*", r"afslå\w*", r"afslog\w*", r"forkast\w*",
    r"nægt\w*", r"undlad\w*", r"ophæv\w*", r"annuller\w*", r"not", r"no", r"never", r"without",
    r"none", r"neither", r"nor", r"cannot", r"reject\w*", r"refus\w*", r"except", r"\w+n[’']t",
)  # fmt: skip
# What a decision is told with. "godkendes" may also be what is recommended or what a rule says.
DECIDED = _words(
    r"beslutte[drt]e?", r"beslutning\w*", r"besluttede", r"vedt(?:og|ager|aget|agne|agelse\w*)",
    r"godkend(?:te|er|t|else\w*)", r"tiltr(?:ådte|æder|ådt)", r"tilslutte(?:de|r|t|de)",
    r"udpeg(?:ede|er|et|ning\w*)", r"bevilg(?:ede|er|et|ede)", r"bevilling\w*", r"afgj(?:orde|ort)",
    r"afgør(?:else\w*)?", r"bestem(?:te|mer|t)", r"fastsatte?", r"fastlagde?", r"aftalte",
    r"aftalt", r"accepter(?:ede|et)", r"approv(?:ed|es|al)", r"decid(?:ed|es)", r"decisions?",
    r"adopted", r"resolved", r"passed", r"endorsed", r"agreed", r"granted", r"appointed",
)  # fmt: skip
DECIDABLE = _words(
    r"godkende[s]?", r"vedtage[s]?", r"beslutte[s]?", r"tiltræde[s]?", r"tilslutte[s]?",
    r"bevilge[s]?", r"udpege[s]?", r"approve", r"adopt", r"decide",
)  # fmt: skip
PROPOSED = _words(
    r"indstil\w*", r"anbefal\w*", r"foresl\w*", r"forslag\w*", r"lægge[sr]? op til",
    r"recommend\w*", r"propos\w*",
)  # fmt: skip
HEDGED = _words(
    r"indstil\w*", r"anbefal\w*", r"foresl\w*", r"forslag\w*", r"overvej\w*", r"påtænk\w*",
    r"forvent\w*", r"forud(?:sat|sætning\w*)", r"såfremt", r"hvis", r"medmindre", r"betinge\w*",
    r"forbehold\w*", r"eventuel\w*", r"evt", r"mulig(?:vis|t|heden?)", r"måske", r"kan", r"kunne",
    r"bør", r"burde", r"ønsk\w*", r"risiko\w*", r"skøn\w*", r"plan(?:lægg\w*|lagt|er)", r"ansøg\w*",
    r"recommend\w*", r"propos\w*", r"expect\w*", r"if", r"unless", r"may", r"might", r"could",
    r"can", r"should", r"perhaps", r"possibl\w*", r"plan(?:s|ned)?", r"consider\w*", r"estimat\w*",
)  # fmt: skip
DRAFT = _words(r"udkast\w*", r"forslag\w*", r"drafts?")
STRUCK = _words(r"slette(?:de|t) \w+", r"(?:deleted|struck) (?:text|rule|passage)")
IN_FORCE = _words(
    r"gælde\w*", r"gjaldt", r"gyldig\w*", r"kraft", r"vedtaget", r"besluttet", r"godkendt",
    r"in force", r"valid", r"appl(?:y|ies)", r"effective", r"adopted", r"approved",
)  # fmt: skip
# Small words that search leaves out and that turn what is said: each must stand in the source.
TURNS = tuple(
    _words(*group)
    for group in (
        (r"skal", r"skulle", r"pligt\w*", r"forpligt\w*", r"must", r"shall", r"required"),
        (r"må", r"måtte", r"tillad\w*", r"allowed"),
        (r"kan", r"kunne", r"can", r"could", r"may", r"might"),
        (r"kun", r"alene", r"udelukkende", r"only", r"solely"),
        (r"alle", r"samtlige", r"hver", r"hvert", r"all", r"every", r"each"),
        (r"mere", r"flere", r"more"),
        (r"over", r"above"),
        (r"under", r"below"),
        (r"før", r"inden", r"before"),
        (r"efter", r"after"),
        (r"mod", r"imod", r"against"),
        (r"fordi", r"derfor", r"dermed", r"because", r"therefore", r"thus"),
        (r"hvis", r"såfremt", r"medmindre", r"if", r"unless"),
    )
)
# Words of a writer about what he read. None of them says anything of the matter.
NEUTRAL = frozenset(
    """møde mødet fremgår fremgik ifølge jævnfør kilde kilden
    kilder oplyst oplyser oplyses står skriver skrev
    nævnt nævner nævnes nævnte omtaler omtales omtalt beskrevet beskriver beskrives angivet angiver
    angives lyder lød handler handlede drejer vedrører vedrørende angår omhandler desuden endvidere
    derudover dog herunder nemlig således altså dvs jf heraf hertil hermed dertil samlet set bl
    blandt udgør udgjorde udgøre beløber drejede tale del dele samme anført fremhæves fremhævede
    according stated states states says said source sources mentioned mentions described describes
    concerns regarding furthermore moreover also however amounts amounted namely thereof""".split()
)
# Nouns that begin a sentence with a capital and are nobody's name.
NO_NAMES = frozenset(
    """administrationen aftalen beslutningen bestyrelsen budgettet dagsordenen forslaget gruppen
    indstillingen kommunen kommunerne kredsen mødet ordningen planen projektet punktet rammeaftalen
    rapporten regionen sagen samarbejdet sekretariatet styregruppen taksten takster taksterne
    tilbuddet udgiften udgifterne udvalget underskuddet overskuddet""".split()
)
