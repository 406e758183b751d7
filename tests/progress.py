"""What a run says while it goes on: one that is cut short has no summary at its end."""

import faulthandler
import os
import signal
from types import FrameType
from typing import NoReturn

import pytest

LINES = 10  # of an error; the rest is in the summary


class Progress:
    """Tells each failure when it comes, and what was running when the run was cut."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self._terminal = terminal
        self._running: set[str] = set()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._running.add(nodeid)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self._running.discard(nodeid)

    @pytest.hookimpl(trylast=True)  # its letter comes first
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            lines = report.longreprtext.splitlines()
            errors = [line for line in lines if line.startswith("E ")][:LINES]
            told = [f"FAILED {report.nodeid} ({report.when})", *errors, *lines[-1:]]
            self._terminal.write_line("\n" + "\n".join(told))

    def cut(self, number: int, frame: FrameType | None) -> NoReturn:
        """Whoever ends the run still gets its summary."""
        running = ", ".join(sorted(self._running)) or "nothing"
        pytest.exit(f"the run was cut short while running {running}", pytest.ExitCode.INTERRUPTED)


@pytest.hookimpl(trylast=True)  # the terminal is there
def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        # Says where each thread stands, on what is stderr while no test's output is caught.
        faulthandler.register(signal.SIGTERM, os.dup(2), chain=True)
    elif terminal := config.pluginmanager.get_plugin("terminalreporter"):
        progress = Progress(terminal)
        config.pluginmanager.register(progress)
        signal.signal(signal.SIGTERM, progress.cut)
