"""What becomes of a fault in a listener: the log gets where it was, Slack gets a 500."""

import logging

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.response import BoltResponse

from service.web.faults import places

log = logging.getLogger(__name__)


def watch(app: AsyncApp) -> None:
    """Take bolt's own handling away: it logs the error's text, which may be what was asked."""

    async def failed(error: Exception) -> BoltResponse | None:
        log.error("A request of Slack's failed\n%s", places(error))
        return None

    app.error(failed)
