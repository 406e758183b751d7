"""What the platforms' bots need of what is common to them."""

from collections.abc import AsyncGenerator, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from bots.asker import Asked, Asker, Place
from service.access.visitor import Channel
from service.answer import Answer, Ranking, Sentence, Sources
from service.feedback.opinion import Opinion


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A question that was taken and has no whole answer; `message` is ours that was begun."""

    event: str
    asked: Asked
    message: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """A question that was answered, what stood before it, and the answer's id.

    `generation`, `mode` and `status` are the answer's, for opinions of it.
    """

    asked: Asked
    earlier: tuple[str, ...]
    answer_id: str
    generation: str
    mode: str
    status: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A subject whose new decisions are told in a place; `address` is what a platform needs more.

    Teams needs the URL of its service to write first, for example.
    """

    place: Place
    subject: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A decision as it is told of: `text` is verbatim, `key` the same in every generation."""

    key: str
    title: str
    where: str
    status: str
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is in the collection for everybody, in Danish lines, and its latest decisions.

    `missing` says what is not there, `examples` are questions that can be asked.
    """

    holds: tuple[str, ...]
    missing: tuple[str, ...]
    latest: tuple[Item, ...]
    examples: tuple[str, ...]


class Newsroom(Protocol):
    """What everybody may know of the collection; closed material is never looked at."""

    async def generation(self) -> str:
        """The state of the index; raises `IndexMissing`."""
        ...

    async def decisions(self, subject: str) -> list[Item]:
        """What was decided about a subject, newest first; raises `QuestionRefused`."""
        ...

    async def shelf(self) -> Shelf:
        """What is here; raises `IndexMissing`."""
        ...


class Desk(Protocol):
    """Where questions are asked. The asker's rights and limits are looked up here, each time.

    Closed material is told only to an asker who may see it, in a place that is `private`.
    All raise `QuestionRefused`, `TooMany`, `IndexMissing` and what else the assistant does;
    `bots.faults.told` makes Danish of it.
    """

    def stream(self, asked: Asked) -> AsyncGenerator[Sources | Sentence | Answer]:
        """The answer as it comes, as the assistant's own `stream`, last the answer.

        A question in a place where others were asked before may be a follow-up to them.
        `Asked.earlier` names others.
        """
        ...

    async def answer(self, asked: Asked) -> Answer:
        """The whole answer."""
        ...

    async def search(self, asked: Asked, limit: int) -> Ranking:
        """The best passages for a text."""
        ...

    async def searched(self, asked: Asked) -> str:
        """What is looked through for such an asker, in Danish, for `Reply.searched`."""
        ...

    async def opinion(self, asker: Asker, opinion: Opinion) -> None:
        """Keep what somebody thinks of an answer."""
        ...


class Memory(Protocol):
    """What bots must know again after a restart: one file of the home, asked from threads.

    Words of people are kept for a day at most, CPR numbers never.
    """

    def take(self, event: str, asked: Asked, ref: str = "") -> bool:
        """Take the question of the platform's event; `False` where it was taken before.

        `ref` is the platform's own id of the asker's message, which `forget` knows it by.
        """
        ...

    def seen(self, event: str) -> bool:
        """Note an event that asks nothing, such as a click; `True` where it had come before."""
        ...

    def unseen(self, event: str) -> None:
        """What was noted with `seen` could not be done after all, and may be tried again."""
        ...

    def answering(self, event: str, message: str) -> None:
        """Our own message that answers it is `message`."""
        ...

    def finish(self, event: str) -> None:
        """It is answered, or needs no answer; its words are forgotten."""
        ...

    def waits(self, event: str) -> bool:
        """Whether it was taken, and neither finished nor forgotten: ask before answering it."""
        ...

    def unfinished(self, platform: Channel) -> list[Unfinished]:
        """What was taken and not finished: after a restart, what is still to be answered."""
        ...

    def remember(self, asked: Asked, answer: Answer, ref: str = "") -> str:
        """Keep the question for its follow-ups and buttons; a short id that nobody can guess."""
        ...

    def told(self, key: str, message: str) -> None:
        """Our own message `message` tells the answer of that id, in the place it was asked in."""
        ...

    def telling(self, place: Place, message: str) -> str | None:
        """The id of the answer that our message tells there; threads are not told apart.

        Teams says of an opinion only which message it is of.
        """
        ...

    def recall(self, key: str) -> Remembered | None:
        """The question of that id; `None` where there is none any more."""
        ...

    def earlier(self, place: Place, asker: Asker | None = None) -> tuple[str, ...]:
        """The questions asked in that place, oldest first; of a private one `asker`'s alone.

        Several people are answered privately in one channel; none may meet another's words.
        """
        ...

    def forget(self, place: Place, ref: str) -> None:
        """The asker took their message `ref` (the platform's own id) back: forget its words."""
        ...

    def follow(self, followed: Followed, known: Collection[str]) -> bool:
        """Tell of that subject there from now on; `known` are what is no news. `False` if it was.

        What is news is named by a text that is the same in every generation of the index.
        """
        ...

    def unfollow(self, place: Place, subject: str) -> bool:
        """Tell of it no more; `False` where it was not followed."""
        ...

    def following(self, platform: Channel, place: Place | None = None) -> list[Followed]:
        """What is followed there, or everywhere."""
        ...

    def claim(self, followed: Followed, news: Sequence[str]) -> list[str]:
        """Those of `news` that nobody has told there; they count as told from now on."""
        ...

    def unclaim(self, followed: Followed, news: Sequence[str]) -> None:
        """They could not be told after all."""
        ...

    def leave(self, place: Place) -> None:
        """We were taken out of that conversation: follow nothing there, forget its words."""
        ...
