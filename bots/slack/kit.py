"""What every part of the bot in Slack works with."""

from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from bots.parts import Parts
from bots.settings import SlackSettings
from bots.slack.guests import Guests
from bots.slack.identity import Identity
from bots.slack.running import Running


@dataclass(frozen=True, slots=True)
class Kit:
    """`running` does what may take longer than Slack waits; `me` is who we are.

    What comes of an answer within `pause` seconds is written in one go.
    """

    settings: SlackSettings
    parts: Parts
    client: AsyncWebClient
    guests: Guests
    me: Identity
    running: Running
    pause: float
