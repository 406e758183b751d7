"""Which elements of HTML break a line, hold no text of the document, or belong to the page."""

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li
    listing main menu nav noframes ol p plaintext pre search section summary table tbody td text
    tfoot th thead tr ul xmp""".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
PRE = frozenset({"pre", "listing", "plaintext", "xmp"})
SECTIONS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})
ROW = CELLS | {"tr"}
TABLE_PARTS = SECTIONS | {"table", "tr"}

# Nothing in them is shown, or it is a control and no text.
SILENT = frozenset(
    """annotation annotation-xml area base button canvas col colgroup datalist defs desc head input
    link meta metadata meter noscript option param progress rp script select source style template
    textarea title track""".split()
)
# What they show comes from elsewhere; text inside is for browsers that cannot.
EMBEDDED = frozenset({"applet", "audio", "embed", "frame", "iframe", "object", "video"})

MENU_TAGS = frozenset({"nav", "search"})
MENU_ROLES = frozenset({"navigation", "search", "menu", "menubar"})
PAGE_TAGS = frozenset({"header", "footer", "aside", "dialog"})
PAGE_ROLES = frozenset({"banner", "contentinfo", "complementary", "dialog", "alertdialog"})
ROOMS = frozenset({"article", "aside", "main", "nav", "section"})  # a header in one is its own
