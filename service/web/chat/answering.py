"""From a chat's messages to what is said, whole or as it comes."""

from collections.abc import Generator
from contextlib import closing

from index import Filters
from service import texts
from service.answer import Answer, Sentence, Sources
from service.conversation import resolved
from service.ports import Assistant
from service.telling import text
from service.web.chat.asked import ChatIn
from service.web.chat.given import Reply
from service.web.chat.told import content


def reply(assistant: Assistant, chat: ChatIn, filters: Filters) -> Reply:
    """What is said to the last question; raises as `Assistant.ask`."""
    if chat.asked.rewrite:
        return _rewritten(assistant, chat, filters)
    before = assistant.followed(chat.earlier, filters)
    answer = assistant.ask(chat.asked.question, filters, before)
    return Reply(chat.asked.question, content(answer), answer)


def spoken(assistant: Assistant, chat: ChatIn, filters: Filters) -> Generator[str | Reply]:
    """The content of the reply piece by piece, last the reply.

    The first piece is empty: all that `Assistant.ask` raises is raised before it.
    """
    if chat.asked.rewrite:
        full = _rewritten(assistant, chat, filters)
        yield from ("", full.content, full)
        return
    before = assistant.followed(chat.earlier, filters)
    said: list[str] = []
    begun = 0
    with closing(assistant.stream(chat.asked.question, filters, before)) as stream:
        for each in stream:
            match each:
                case Sources():
                    begun += 1
                    yield ""
                case Sentence() if begun == 1:
                    said.append(text([each]))
                    yield said[-1] if len(said) == 1 else f"\n\n{said[-1]}"
                case Answer():
                    whole = content(each)
                    yield _rest("\n\n".join(said), whole)
                    yield Reply(chat.asked.question, whole, each)


def _rewritten(assistant: Assistant, chat: ChatIn, filters: Filters) -> Reply:
    """A follow-up in full, for programs that want it so before they search."""
    asked = chat.asked
    full = resolved(asked.question, assistant.followed(asked.earlier, filters))
    return Reply(asked.question, full.understood_as or full.text, None)


def _rest(said: str, whole: str) -> str:
    """What is still to be said; what was said in vain cannot be taken back, so the rest says so."""
    if whole.startswith(said):
        return whole[len(said) :]
    return f"\n\n{texts.BEGUN_AFRESH}\n\n{whole}"
