"""Pages that answer "200 OK" and are no document: a login, an error page."""

import re

from ingest.sources.web.page import Page

SHORT = 60  # words of main text; an error page seldom has more
LONG = 200  # words; a page with so much to say is no login page, though it has a field for it
OPENING = 20  # words in which an error page says what it is
SAME = 0.9  # of the words; the rest is the address that was asked for, or the time

LOGIN = re.compile(
    r"(?:^|[/._?=&-])(log-?in|log-?on|log-?ind|log-?paa|sign-?in|adfs|saml2?|sso|oauth2?|openid|"
    r"idp|wayf|nemlog-?in\d?|mitid|simplesaml(php)?|authorize)(?:$|[/._?=&-])",
    re.IGNORECASE,
)
ERROR = re.compile(
    r"\b(4(01|03|04|10)\b|50\d\b|not found|forbidden|access denied|unauthorized|"
    r"(side|siden|dokumentet|filen|indholdet)\b.{0,30}\b(ikke|findes ikke|flyttet|slettet)\b|"
    r"ikke fundet|findes ikke|ikke findes|kunne ikke finde|(der )?opstod en fejl|"
    r"(er|skete) (der )?(sket )?en fejl|fejlside|server error|an error (has )?occurred|"
    r"ingen adgang|adgang nægtet|ikke adgang|log ind|log på|sign in|log in|"
    r"session(en)? (er )?udløbet|under vedligeholdelse|vedligehold(er|es)|maintenance|"
    r"midlertidigt (utilgængelig|lukket|ude af drift)|service unavailable)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{4,}")  # shorter ones are pieces of the address that was asked for


def leads_to_login(url: str) -> bool:
    """Whether an address is one at which people log in."""
    return LOGIN.search(url.partition("://")[2]) is not None


def asks_for_password(page: Page, *, known: bool, asked_before: bool) -> bool:
    """Whether a page is there to log in, and not only has a corner for it.

    What was a page without a password field and now has one is taken for a login page whatever
    its length.
    """
    if not page.password or asked_before:
        return False
    return known or len(page.main.split()) < LONG


def tells_an_error(page: Page) -> bool:
    """Whether a page is short and opens with the words of an error or login page."""
    words = page.main.split()
    opening = f"{page.called} {' '.join(words[:OPENING])}"
    return len(words) < SHORT and ERROR.search(opening) is not None


def is_like(page: Page, missing: Page) -> bool:
    """Whether a page says what the server says of a page that is not there."""
    ours, theirs = _words(page), _words(missing)
    if not ours or not theirs:
        return ours == theirs
    return len(ours & theirs) >= SAME * len(ours | theirs)


def _words(page: Page) -> set[str]:
    return set(WORD.findall(f"{page.called} {page.main}".lower()))
