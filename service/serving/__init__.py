"""The service as processes: where it listens, who answers, and how it stops."""

from service.serving.running import serve

__all__ = ["serve"]
