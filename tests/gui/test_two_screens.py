"""On a display with two real monitors: the participant's window fills its own, and never the examiner's."""

from __future__ import annotations

import ctypes.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own; skipped where none can be had."""
    server = shutil.which("Xvfb")
    needed = {"Xvfb (package xvfb)": server, "libXrandr (package libxrandr2)": ctypes.util.find_library("Xrandr")}
    missing = [name for name, found in needed.items() if not found]
    if server is None or missing:
        pytest.skip(f"the participant's window was tried on no second monitor: {' and '.join(missing)} missing")
    reading, writing = os.pipe()
    screen = ("-screen", "0", "2304x800x24", "-noreset", "-nolisten", "tcp")
    process = subprocess.Popen(
        [server, "-displayfd", str(writing), *screen], pass_fds=(writing,), stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    process.terminate()
    process.wait(10)


def test_the_participants_window_fills_its_own_screen_and_no_other(display: str, tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.gui.two_screens", str(tmp_path)]
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        program, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, dict[str, Any]] = {line["what"]: line for line in map(json.loads, done.stdout.splitlines())}
    if len(told["chosen"]["screens"]) < 2:
        pytest.skip("this X server cannot be split into two monitors")
    chosen = told["chosen"]
    assert chosen["participant"] == [1280, 0, 1024, 768] and chosen["full"] and chosen["asked"]
    moved = told["examiner moved there"]
    assert moved["examiner"] == "RIGHT" and moved["participant"] is None
    assert "the one you work on" in moved["said"]
    assert told["examiner moved back"]["participant"] == [1280, 0, 1024, 768]
    assert told["examiner's own screen chosen"]["participant"] is None
