"""Questions that were answered, for their buttons and for what is asked after them."""

from secrets import token_urlsafe

from sqlalchemy import Connection, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.sql import ColumnElement

from bots.asker import Asked, Asker, Place
from bots.memory.file import Part
from bots.memory.tables import answered, asked_row, here, inside, listed, remembered_of
from bots.ports import Remembered
from service.answer import Answer
from service.conversation.earlier import MOST_EARLIER

KEY_BYTES = 18  # 144 bits; 24 letters, which a button's value has room for

NEWEST: ColumnElement[int] = literal_column("rowid").desc()  # two may be of one moment


class Remembering(Part):
    """Questions that were answered, for a day."""

    def remember(self, asked: Asked, answer: Answer, ref: str = "") -> str:
        """Keep the question for its follow-ups and buttons; its key."""
        key, row = token_urlsafe(KEY_BYTES), asked_row(asked, ref)
        row |= {
            "key": key,
            "at": self._clock(),
            "message": "",
            "answer_id": answer.id,
            "generation": answer.generation,
            "mode": str(answer.mode),
            "status": str(answer.status),
        }
        with self._file.begun() as connection:
            before = self._earlier(connection, asked.place, asked.asker)
            row["before"] = listed(before) if row["earlier"] is None else row["earlier"]
            connection.execute(insert(answered).values(row))
        return key

    def recall(self, key: str) -> Remembered | None:
        """The question of that key."""
        known = select(answered).where(answered.c.key == key, answered.c.at >= self._oldest())
        with self._file.begun() as connection:
            row = connection.execute(known).mappings().one_or_none()
            return remembered_of(row) if row else None

    def told(self, key: str, message: str) -> None:
        """Our own message `message` tells the answer of that key."""
        with self._file.begun() as connection:
            change = update(answered).where(answered.c.key == key)
            connection.execute(change.values(message=message))

    def telling(self, place: Place, message: str) -> str | None:
        """The key of the answer that our message tells in that conversation."""
        known = (
            select(answered.c.key)
            .where(inside(answered, place), answered.c.message == message)
            .where(answered.c.message != "", answered.c.at >= self._oldest())
            .order_by(NEWEST)
        )
        with self._file.begun() as connection:
            return connection.execute(known).scalars().first()

    def earlier(self, place: Place, asker: Asker | None = None) -> tuple[str, ...]:
        """The questions of that place, oldest first; of a private one those of `asker` alone."""
        with self._file.begun() as connection:
            return self._earlier(connection, place, asker)

    def _earlier(
        self, connection: Connection, place: Place, asker: Asker | None
    ) -> tuple[str, ...]:
        known = select(answered.c.question).where(
            here(answered, place),
            answered.c.private == place.private,
            answered.c.at >= self._oldest(),
        )
        if place.private and asker is None:
            return ()
        if place.private and asker:
            own = answered.c.asker_tenant == asker.tenant, answered.c.asker_user == asker.user
            known = known.where(*own)
        newest = known.order_by(NEWEST).limit(MOST_EARLIER)
        return tuple(reversed(connection.execute(newest).scalars().all()))
