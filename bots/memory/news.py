"""The subjects that are followed, and what was told of them."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, and_, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.sql import ColumnElement

from bots.asker import Place
from bots.memory.file import Part
from bots.memory.tables import clean, followed, followed_of, here, place_row, told
from bots.ports import Followed
from service.access.visitor import Channel


class News(Part):
    """What is told where: of two subjects in one place the same thing is told once."""

    def follow(self, wanted: Followed, known: Collection[str]) -> bool:
        """Tell of it from now on; `False` where that was done already."""
        with self._file.begun() as connection:
            began = insert(followed).values(_row(wanted)).on_conflict_do_nothing()
            if connection.execute(began).rowcount:
                for news in known:
                    _claimed(connection, wanted.place, news)
                return True
            again = update(followed).where(_is(wanted.place, wanted.subject))
            connection.execute(again.values(address=wanted.address))
            return False

    def unfollow(self, place: Place, subject: str) -> bool:
        """Tell of it no more; `False` where it was not followed."""
        with self._file.begun() as connection:
            gone = connection.execute(delete(followed).where(_is(place, subject)))
            left = connection.execute(select(followed.c.folded).where(here(followed, place)))
            if left.first() is None:
                connection.execute(delete(told).where(here(told, place)))
            return bool(gone.rowcount)

    def following(self, platform: Channel, place: Place | None = None) -> list[Followed]:
        """What is followed there, or everywhere, by place and subject."""
        wanted = select(followed).where(followed.c.platform == platform.value)
        if place:
            wanted = wanted.where(here(followed, place))
        order = (followed.c.tenant, followed.c.conversation, followed.c.thread, followed.c.folded)
        with self._file.begun() as connection:
            rows = connection.execute(wanted.order_by(*order)).mappings()
            return [followed_of(row) for row in rows]

    def claim(self, of: Followed, news: Sequence[str]) -> list[str]:
        """Those that nobody has told there, in their order; none where it is followed no more."""
        still = select(followed.c.folded).where(_is(of.place, of.subject))
        with self._file.begun() as connection:
            if connection.execute(still).first() is None:
                return []
            return [each for each in news if _claimed(connection, of.place, each)]

    def unclaim(self, of: Followed, news: Sequence[str]) -> None:
        """They could not be told after all."""
        with self._file.begun() as connection:
            for each in news:
                one = delete(told).where(here(told, of.place), told.c.news == each)
                connection.execute(one)


def _row(wanted: Followed) -> dict[str, Any]:
    return {
        **place_row(wanted.place),
        "folded": _folded(wanted.subject),
        "subject": clean(wanted.subject),
        "private": wanted.place.private,
        "address": wanted.address,
    }


def _claimed(connection: Connection, place: Place, news: str) -> bool:
    row = insert(told).values(news=news, **place_row(place)).on_conflict_do_nothing()
    return bool(connection.execute(row).rowcount)


def _is(place: Place, subject: str) -> ColumnElement[bool]:
    return and_(here(followed, place), followed.c.folded == _folded(subject))


def _folded(subject: str) -> str:
    """A subject as it is compared."""
    return " ".join(clean(subject).casefold().split())
