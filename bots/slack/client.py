"""The Web API's client: waits where Slack says so, repeats what may be repeated."""

import asyncio
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from bots.settings import SlackSettings
from bots.slack.quiet import quiet
from service.errors import ServiceError


class TokenRefused(ServiceError):
    """Slack does not take one of our tokens; the message says which and what to do."""


# All that a call can raise where Slack cannot be asked, or does not do it.
FAILED = (SlackClientError, aiohttp.ClientError, TimeoutError)
UNREACHED = (aiohttp.ClientError, TimeoutError)  # of these, where nothing of Slack's was heard
TIMEOUT = 10  # seconds for one call
TIMES = 4
PATIENCE = 60  # seconds of one wait that Slack may ask for
# Of a stream the reader waits for the next words, and the whole answer comes another way.
STREAM_PATIENCE = 3
STREAMS = frozenset(
    {"chat.startStream", "chat.appendStream", "chat.stopStream", "assistant.threads.setStatus"}
)
# What Slack says of itself; all other codes are about what it was asked for.
PASSING = frozenset(
    {"ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable"}
    | {"request_timeout", "messaging_processing_failed", "update_failed"}
)
# Repeated where it is not known whether they were done, they would do it twice.
ONCE = frozenset(
    {
        "chat.postMessage",
        "chat.postEphemeral",
        "chat.startStream",
        "chat.appendStream",
        "views.open",
    }
)


class Waits(AsyncRetryHandler):
    """Waits as long as a 429 says, where that is bearable."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is None or response.status_code != 429:
            return False
        patience = STREAM_PATIENCE if method(request) in STREAMS else PATIENCE
        return asked_to_wait(response) <= patience

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        state.next_attempt_requested = True
        await asyncio.sleep(asked_to_wait(response) if response else 1.0)
        state.increment_current_attempt()


class RepeatsAfterFault(AsyncServerErrorRetryHandler):
    """Repeats after Slack's own faults what does no harm twice."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        return method(request) not in ONCE and response is not None and response.status_code >= 500


class RepeatsAfterBreak(AsyncConnectionErrorRetryHandler):
    """Repeats over a new connection what does no harm twice."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        return method(request) not in ONCE and await super()._can_retry_async(
            state=state, request=request, response=response, error=error
        )


def method(request: HttpRequest) -> str:
    """The method of the Web API that is called."""
    return urlsplit(request.url).path.rsplit("/", 1)[-1]


def asked_to_wait(response: HttpResponse) -> float:
    """The seconds that Slack asks to wait; 1 where it says nothing that can be read."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    named = headers.get("retry-after", ["1"])
    try:
        return max(0.0, float(named if isinstance(named, str) else named[0]))
    except ValueError:
        return 1.0


def code(error: BaseException) -> str:
    """Slack's code for what was wrong; the kind of error where it gave none."""
    return _told(error) or type(error).__name__


def passing(error: BaseException) -> bool:
    """Whether a call that failed may go well later."""
    return isinstance(error, FAILED) and (_told(error) or "service_unavailable") in PASSING


def _told(error: BaseException) -> str:
    """Slack's code; a page of HTML has none."""
    data = getattr(error.response, "data", None) if isinstance(error, SlackApiError) else None
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def bot_token_refused(why: str) -> str:
    """What to do where Slack does not take the bot's token; a new installation makes a new one."""
    return (
        f"Slack refuses the bot's token ({why}): copy it again from the app's page, under "
        "'Install App', to AFTALESVAR_SLACK_BOT_TOKEN"
    )


def app_token_refused(why: str) -> str:
    """What to do where Slack opens no connection for the app's token."""
    return (
        f"Slack refuses the app-level token ({why}): switch Socket Mode on, make a token with "
        "connections:write and set it as AFTALESVAR_SLACK_APP_TOKEN"
    )


def client(settings: SlackSettings, token: str | None) -> AsyncWebClient:
    """A client of the Web API."""
    return AsyncWebClient(
        token,
        base_url=settings.api,
        timeout=TIMEOUT,
        logger=quiet(),
        retry_handlers=[Waits(TIMES), RepeatsAfterFault(TIMES), RepeatsAfterBreak(TIMES)],
    )
