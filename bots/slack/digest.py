"""New decisions, posted where their subject is followed."""

from collections.abc import Sequence

from slack_sdk.web.async_client import AsyncWebClient

from bots.digest import NotTold, TakenOut, Tell
from bots.ports import Followed, Item
from bots.slack.client import FAILED, code
from bots.slack.notices import news
from bots.slack.posting import GONE, post, under

# What Slack answers before it does anything; after everything else the news may be there.
REFUSED = frozenset(
    {"ratelimited", "rate_limited", "service_unavailable", "invalid_auth", "token_revoked"}
)


def telling(client: AsyncWebClient) -> Tell:
    """How `bots.digest.Digest` tells news in Slack."""

    async def tell(followed: Followed, items: Sequence[Item]) -> None:
        first, *more = news(followed.subject, items)
        try:
            posted = await post(client, followed.place, first)
        except FAILED as error:
            if code(error) in GONE:
                raise TakenOut(code(error)) from None
            if code(error) in REFUSED:
                raise NotTold(code(error)) from None
            raise
        for message in more:
            await post(client, under(followed.place, posted), message)

    return tell
