"""Why a page is not listed, or not anew."""

# For a document that is known, these say that it is gone; all others that it stays as it was.
GONE = frozenset({"not_found", "robots", "noindex", "moved", "outside"})

# A page that was never seen and fails so is a document that could not be given now.
PASSING = frozenset(
    {
        "busy",
        "cut",
        "forbidden",
        "host_down",
        "protocol",
        "robots_unreachable",
        "server_error",
        "timeout",
        "too_large",
        "unreachable",
    }
)


class FetchError(Exception):
    """A page that could not be had or is not to be listed; `code` is the reason for machines."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
