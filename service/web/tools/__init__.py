"""The service as tools for language models, over the Model Context Protocol."""

from service.web.tools.endpoint import Tools

__all__ = ["Tools"]
