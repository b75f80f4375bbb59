"""Leak checks and waiting for the driver tests."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator

import pytest


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Every thread that a test starts has ended with it."""
    before = set(threading.enumerate())
    yield
    leaked = [thread.name for thread in threading.enumerate() if thread not in before]
    assert not leaked, f"threads still running: {leaked}"


@pytest.fixture
def no_leaked_handles() -> Iterator[None]:
    """A port that was not closed warns in the test that opened it."""
    yield
    gc.collect()


@pytest.fixture
def wait_until() -> Callable[[Callable[[], object]], None]:
    """Wait for a condition; fail after 20 s."""

    def wait(condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + 20.0
        while not condition():
            assert time.monotonic() < deadline, "the condition did not come true within 20 s"
            time.sleep(0.002)

    return wait
