"""What the web application is made of."""

from dataclasses import dataclass, field

from service.access.login.entry import Entry
from service.access.port import Limits, Recogniser
from service.archive.port import Archive
from service.feedback.store import Feedback
from service.house import NOBODY, House
from service.observing.measures import Measures
from service.observing.pseudonyms import Pseudonyms
from service.ports import Assistant
from service.web.site import UNNAMED, Site


@dataclass(frozen=True, slots=True)
class Parts:
    """All that the application asks; `service.build` puts them together."""

    assistant: Assistant
    archive: Archive
    recogniser: Recogniser
    limits: Limits
    house: House = NOBODY
    site: Site = UNNAMED
    entry: Entry | None = None
    feedback: Feedback = field(default_factory=Feedback)
    measures: Measures = field(default_factory=Measures)
    pseudonyms: Pseudonyms = field(default_factory=Pseudonyms)
