"""An answer as the page shows it: its verdict, its conversation, and what else to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from service import texts
from service.answer import Answer, AnswerStatus, Citation, Found
from service.conversation.earlier import MOST_EARLIER
from service.english import SENTENCES
from service.intake import taken
from service.question import asks_in_english

NEXT_PASSAGES = 5
DOUBTS = (texts.UNSURE, SENTENCES[texts.UNSURE])


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with what the page says around it.

    `asked` is the question as it was asked, without what is never kept. `earlier` are the
    questions before it, oldest first. `made` is when, in Danish. `language` is that of what we say
    ourselves; quotes are always Danish.
    """

    answer: Answer
    asked: str
    earlier: tuple[str, ...]
    made: str
    language: str

    @classmethod
    def of(cls, answer: Answer, question: str, earlier: Sequence[str]) -> "Answered":
        """The answer to `question`, asked now after `earlier`."""
        return cls(
            answer,
            taken(question).text,
            tuple(filter(None, (taken(one).text for one in earlier))),
            texts.moment(datetime.now().astimezone()),
            "en" if asks_in_english(question) else "da",
        )

    @property
    def title(self) -> str:
        """What the page is called; never what was asked."""
        return f"{texts.VERDICTS[self.answer.status][0]} – {texts.NAME}"

    @property
    def found(self) -> bool:
        """Whether anything is told."""
        return self.answer.status is not AnswerStatus.NOT_FOUND

    @property
    def doubt(self) -> str:
        """The remark that says that we are not sure; empty where we are."""
        return next((note for note in self.answer.notes if note in DOUBTS), "")

    @property
    def notes(self) -> list[str]:
        """The other remarks."""
        return [note for note in self.answer.notes if note != self.doubt]

    @property
    def conversation(self) -> tuple[str, ...]:
        """What a follow-up to this answer follows, oldest first."""
        return (*self.earlier, self.asked)[-MOST_EARLIER:]

    @property
    def elsewhere(self) -> list[Found]:
        """The best passages that no citation of the answer was copied from."""
        cited = self.answer.citations if self.found else ()
        fresh = (
            found
            for found in self.answer.passages
            if not any(c.document_id == found.document_id and _shared(c, found) for c in cited)
        )
        return list(islice(fresh, NEXT_PASSAGES))


def _shared(cited: Citation, found: Found) -> bool:
    """Whether one's text is part of the other's: a quote may be several passages."""
    return cited.quote in found.text or found.text in cited.quote
