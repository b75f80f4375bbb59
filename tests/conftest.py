"""Hygiene for every test: nothing may leak a thread, warn through Qt or touch the user's own folders."""

from __future__ import annotations

import gc
import re
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from tests.gui.monkey_seed import SECONDS, SEED

# Two busy cores make deadlines a coin toss. `make test` asks the same of every commit; `make soak` draws anew, and
# a failure prints how to repeat it.
settings.register_profile("commit", deadline=None, derandomize=True)
settings.register_profile("soak", deadline=None, print_blob=True)
settings.load_profile("commit")

THREAD_GRACE_S = 5.0
OWN_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TMPDIR")


# Tests that mostly wait, for real devices and processes. At the end of a run nobody would work meanwhile.
WAITING = (
    "tests/cli/test_calibrate_run.py",
    "tests/cli/test_ports.py",
    "tests/conformance/test_app.py",
    "tests/conformance/test_wires.py",
    "tests/station/test_device_identity.py",
    "tests/station/test_faults_on_the_wire.py",
    "tests/station/test_killed.py",
)


class OneScreen(LoadScopeScheduling):
    """Keep window tests in one worker: there is one screen, and so one keyboard focus.

    What has more tests begins earlier: the screen, then the files that wait, each as a whole, then single tests.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, _ = nodeid.partition("::")
        if file.startswith("tests/gui/"):
            return "screen"
        return file if file in WAITING else nodeid


def pytest_report_header() -> str:
    """Which seed repeats what the monkey did."""
    return f"monkey: {SECONDS:g} s, QST_MONKEY_SEED={SEED}"


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneScreen:
    """Distribute with `OneScreen`; pytest-xdist 3.8 ignores its own `xdist_group` mark under pytest 9.2."""
    return OneScreen(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What has been imported by now stays to the end; a test that looks for what it left open looks past it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Data, settings and what a killed child process cannot remove go to a folder that pytest removes."""
    with pytest.MonkeyPatch.context() as patch:
        for name in OWN_FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Every thread that a test starts ends with it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_S
    started = [thread for thread in threading.enumerate() if thread not in before and not _foreign(thread)]
    for thread in started:
        thread.join(timeout=max(0.0, deadline - time.monotonic()))
    leaked = [thread.name for thread in started if thread.is_alive()]
    if leaked:
        pytest.fail(f"threads still running after the test: {leaked}", pytrace=False)


def _foreign(thread: threading.Thread) -> bool:
    """A thread that Python did not start (Qt's own) never leaves the list once it has run Python code."""
    return isinstance(thread, threading._DummyThread)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail on what Qt complains of while a test is taken down; pytest-qt watches set-up and call."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return (yield)
    grave = (core.QtMsgType.QtWarningMsg, core.QtMsgType.QtCriticalMsg)
    complaints: list[str] = []

    def listen(kind: object, _context: object, message: str) -> None:
        if kind in grave:
            complaints.append(message)

    previous = core.qInstallMessageHandler(listen)
    try:
        result = yield
    finally:
        core.qInstallMessageHandler(previous)
    ignored = item.config.getini("qt_log_ignore")
    complaints = [text for text in complaints if not any(re.search(pattern, text) for pattern in ignored)]
    if complaints:
        pytest.fail(f"Qt messages during teardown: {complaints}", pytrace=False)
    return result
