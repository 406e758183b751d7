"""The socket that the service listens on."""

import socket

from service.errors import ServiceError
from service.settings import Address


def listening(wanted: Address) -> socket.socket:
    """A socket that takes connections at once; raises `ServiceError` where the place is taken."""
    family = socket.AF_INET6 if ":" in wanted.host else socket.AF_INET
    try:
        return socket.create_server((wanted.host, wanted.port), family=family)
    except (OSError, UnicodeError) as error:
        raise ServiceError(
            f"cannot listen on {wanted.host} port {wanted.port} ({error}); "
            "stop what uses it or give another with --port"
        ) from error


def url_of(listening: socket.socket) -> str:
    """The address a browser is given."""
    name, port = listening.getsockname()[:2]
    shown = f"[{name}]" if listening.family == socket.AF_INET6 else name
    return f"http://{shown}:{port}"
