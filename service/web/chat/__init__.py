"""The service as a model of the OpenAI API: chat completions with citations."""

from service.web.chat.routes import chat

__all__ = ["chat"]
