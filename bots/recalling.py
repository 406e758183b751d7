"""What a key of ours stands for, to whoever comes with it."""

from asyncio import to_thread

from bots.ports import Memory, Remembered


async def recalled(memory: Memory, key: str, user: str) -> Remembered | None:
    """The question of that key; one that was asked privately is known to its asker alone."""
    found = await to_thread(memory.recall, key)
    private = found is not None and found.asked.place.private
    return None if found and private and found.asked.asker.user != user else found
