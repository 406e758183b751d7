"""What reading one file may take."""

import resource
from dataclasses import dataclass

MIB = 2**20
MB = 10**6


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of memory, seconds of processor time, seconds on the clock, bytes of a file written
    on the way, open files, and bytes of the answer."""

    memory: int = 1024 * MIB
    cpu: int = 30
    clock: int = 120
    written: int = 512 * MB
    handles: int = 256
    answer: int = 64 * MB

    def impose(self) -> None:
        """Limit this process. The hard limits stay: the converter of old files sets its own."""
        for what, limit in (
            (resource.RLIMIT_AS, self.memory),
            (resource.RLIMIT_CPU, self.cpu),
            (resource.RLIMIT_FSIZE, self.written),
            (resource.RLIMIT_NOFILE, self.handles),
            (resource.RLIMIT_CORE, 0),
        ):
            hard = resource.getrlimit(what)[1]
            soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(what, (soft, hard))
