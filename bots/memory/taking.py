"""Events that came, and the questions among them that wait for their answer."""

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from bots.asker import Asked
from bots.memory.file import Part
from bots.memory.tables import asked_row, events, taken, unfinished_of
from bots.ports import Unfinished
from service.access.visitor import Channel


class Taking(Part):
    """Each event counts once, in whatever process it comes."""

    def take(self, event: str, asked: Asked, ref: str = "") -> bool:
        """Take the question of an event; `False` where it was taken before."""
        row = asked_row(asked, ref)
        with self._file.begun() as connection:
            first = self._first(connection, event)
            if first:
                new = insert(taken).values(event=event, at=self._clock(), message="", **row)
                connection.execute(new)
            return first

    def seen(self, event: str) -> bool:
        """Note an event that asks nothing; `True` where it had come before."""
        with self._file.begun() as connection:
            return not self._first(connection, event)

    def unseen(self, event: str) -> None:
        """It could not be done after all, and may come again."""
        with self._file.begun() as connection:
            waiting = select(taken.c.event).where(taken.c.event == event).exists()
            connection.execute(delete(events).where(events.c.id == event, ~waiting))

    def answering(self, event: str, message: str) -> None:
        """Our own message that answers it is `message`."""
        with self._file.begun() as connection:
            change = update(taken).where(taken.c.event == event)
            connection.execute(change.values(message=message))

    def finish(self, event: str) -> None:
        """It needs no answer any more."""
        with self._file.begun() as connection:
            connection.execute(delete(taken).where(taken.c.event == event))

    def waits(self, event: str) -> bool:
        """Whether it was taken, and neither finished nor forgotten."""
        with self._file.begun() as connection:
            known = select(taken.c.event).where(taken.c.event == event)
            return connection.execute(known).first() is not None

    def unfinished(self, platform: Channel) -> list[Unfinished]:
        """What is still to be answered, oldest first."""
        waiting = (
            select(taken)
            .where(taken.c.platform == platform.value, taken.c.at >= self._oldest())
            .order_by(taken.c.at)
        )
        with self._file.begun() as connection:
            return [unfinished_of(row) for row in connection.execute(waiting).mappings()]

    def _first(self, connection: Connection, event: str) -> bool:
        """Whether this event comes for the first time: one insertion decides, for all processes."""
        row = insert(events).values(id=event, at=self._clock()).on_conflict_do_nothing()
        return bool(connection.execute(row).rowcount)
