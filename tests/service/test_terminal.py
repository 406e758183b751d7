"""What the commands print, in a process that goes on."""

import signal
import subprocess
import sys

import pytest

from service.terminal import say

# Prints, and then writes where nobody reads.
PROGRAM = """
import socket
from service.terminal import say

say(["done"])
ours, theirs = socket.socketpair()
theirs.close()
try:
    ours.send(b"x")
except BrokenPipeError:
    say(["nobody is there"])
"""


def test_lines_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    say(["a", "b"])

    assert capsys.readouterr().out == "a\nb\n"


def test_what_signals_do_stays_as_it_was() -> None:
    before = signal.getsignal(signal.SIGPIPE)

    say(["a"])

    assert signal.getsignal(signal.SIGPIPE) == before


def test_a_connection_that_breaks_after_printing_ends_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, "done\nnobody is there\n")
