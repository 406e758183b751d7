"""Who runs the service, as its pages say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """The public body behind a service, what it runs it for, and how to reach it.

    `contact` is an address of mail or the web, a telephone number, or words; `statement` the web
    address of the accessibility statement. What is empty is not shown.
    """

    operator: str = ""
    contact: str = ""
    statement: str = ""

    @property
    def contact_link(self) -> str:
        """Where a click on the contact leads; empty where it is only to be read."""
        if self.contact.startswith(("https://", "http://")):
            return self.contact
        return f"mailto:{self.contact}" if "@" in self.contact and " " not in self.contact else ""


NOBODY = House()
