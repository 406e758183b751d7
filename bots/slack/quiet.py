"""The SDK's own log, without what people wrote.

The SDK logs whole requests: at DEBUG each call with its text, at INFO the body of every request
whose signature is wrong, and in what it raises whatever Slack answered.
"""

import logging

from service.web.faults import places

LOG = "bots.slack.sdk"
# Loggers that the SDK makes itself where none is given to it.
OWN = (
    "slack_sdk.web.async_base_client",
    "slack_sdk.web.async_slack_response",
    "slack_sdk.webhook.async_client",
)


class Wordless(logging.Filter):
    """Lets nothing through that is no warning, and of a warning only where it comes from."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the words out of the record; `False` drops it."""
        if record.levelno < logging.WARNING:
            return False
        fault = record.exc_info[1] if record.exc_info else None
        told = f"\n{places(fault)}" if fault else ""
        record.msg = f"{record.module} line {record.lineno}{told}"
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        return True


def quiet() -> logging.Logger:
    """The logger that the SDK is given; it hands its filter on to those it makes itself."""
    for name in (LOG, *OWN):
        log = logging.getLogger(name)
        if not any(isinstance(each, Wordless) for each in log.filters):
            log.addFilter(Wordless())
    ours = logging.getLogger(LOG)
    ours.setLevel(logging.WARNING)
    return ours
