"""Settings of the bots from the environment; the only module of this floor that reads it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How the bot reaches Slack, and Slack the bot.

    With `app_token` it connects by itself (Socket Mode); else Slack calls it, and `signing_secret`
    proves that it is Slack. `secretariat` is the channel that questions are handed over to.
    `api` is where the Web API is.
    """

    bot_token: str = field(repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)
    secretariat: str | None = None
    api: str = "https://slack.com/api/"


@dataclass(frozen=True, slots=True)
class TeamsSettings:
    """How the bot is known to Teams.

    `client_id` and `client_secret` are its registration in Entra, in `tenant`. `secretariat` is
    the conversation that questions are handed over to. `keys` is where the Bot Framework tells
    which keys it signs with, `login` where the bot fetches its own tokens.
    """

    client_id: str
    tenant: str
    client_secret: str = field(repr=False)
    secretariat: str | None = None
    keys: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    login: str = "https://login.microsoftonline.com"
