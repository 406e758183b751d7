"""All that a process that reads a file can reach: programs, fonts, its own folder; no network.

The kernel keeps it (Landlock, Linux 5.13 or later; the network from 6.7, signals from 6.12), also
where a file has taken hold of its reader. Where the kernel cannot, the other limits remain.
"""

import ctypes
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import ingest

# From linux/landlock.h; the numbers of the system calls are the same on all machines
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION_ONLY = 1
PATH_BENEATH = 1
READ = 1 << 0 | 1 << 2 | 1 << 3  # run, read a file, list a folder
FILE_ONLY = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14  # run, write, read, cut short
NETWORK = 1 << 0 | 1 << 1  # listen and connect, TCP
APART = 1 << 0 | 1 << 1  # no abstract sockets of others, and no signals to them
SOCKET = 1 << 5 | 1 << 9  # remove, make a socket
ACCESS_BITS = {1: 13, 2: 14, 3: 15, 4: 15}  # of the file system, by the kernel's version of this
LATER = 16

# Not all of /etc and /opt: programs of ours may have their settings there.
SYSTEM = """
/usr /lib /lib32 /lib64 /bin /sbin /nix/store
/proc/cpuinfo /proc/meminfo /proc/stat /proc/sys/vm /sys/dev/block /sys/devices/system/cpu
/etc/alternatives /etc/fonts /etc/group /etc/java /etc/ld.so.cache /etc/libreoffice /etc/localtime
/etc/nsswitch.conf /etc/papersize /etc/passwd
/var/lib/libreoffice /var/spool/libreoffice /var/cache/fontconfig
""".split()
PACKAGES = ("site-packages", "dist-packages")
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
LISTS = ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scope", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def version() -> int:
    """The kernel's version of Landlock; 0 where it has none."""
    return max(0, _call(CREATE_RULESET, None, 0, VERSION_ONLY))


class Fence:
    """Built once; every child then goes behind it."""

    def __init__(self, home: str) -> None:
        self._rules = -1
        has = version()
        if not has:
            return
        self._all = (1 << ACCESS_BITS.get(has, LATER)) - 1
        wanted = _Ruleset(self._all, NETWORK if has >= 4 else 0, APART if has >= 6 else 0)
        self._rules = _call(CREATE_RULESET, ctypes.byref(wanted), ctypes.sizeof(wanted), 0)
        if self._rules < 0:
            raise OSError("the readers cannot be fenced in")
        for path in _readable():
            self._allow(path, READ)
        for path in DEVICES:
            self._allow(path, FILE_ONLY)
        self._allow(home, self._all & ~1)
        self._allow("/tmp", SOCKET)  # LibreOffice does not ask where else it may have it

    def _allow(self, path: str, what: int) -> None:
        with suppress(OSError):  # not on this machine
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
            folder = stat.S_ISDIR(os.fstat(place).st_mode)
            rule = _Beneath(what if folder else what & FILE_ONLY & self._all, place)
            _call(ADD_RULE, self._rules, PATH_BENEATH, ctypes.byref(rule), 0)
            os.close(place)

    def enter(self) -> None:
        """Reach nothing else from now on; nor can what this process starts."""
        if self._rules < 0:
            return
        if _call(RESTRICT_SELF, self._rules, 0) != 0:
            raise OSError("the reader cannot be fenced in")
        os.close(self._rules)  # else one child could move the fence of the next


def _readable() -> Iterator[str]:
    yield from SYSTEM
    yield from (sys.prefix, sys.base_prefix)
    yield str(Path(ingest.__file__).parent)
    yield from map(str, Path("/opt").glob("libreoffice*"))
    # Not the rest of it: the folder a program was started in is among them.
    yield from (place for place in sys.path if Path(place).name in PACKAGES)
    for name in LISTS:
        listed = os.environ.get(name, "").split(os.pathsep)
        yield from (place for place in listed if len(Path(place).parts) > 1 and place[0] == "/")


def _call(number: int, *arguments: object) -> int:
    return int(ctypes.CDLL(None).syscall(number, *arguments))
