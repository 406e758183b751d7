"""Questions for a list or a count, answered from the catalogue."""

from service.register.asked import Register, register
from service.register.forms import Listed
from service.register.listing import Entry, Listing, entries

__all__ = ["Entry", "Listed", "Listing", "Register", "entries", "register"]
