"""What the first window must not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = ("numpy", "h5py", "pandas", "pyqtgraph", "pydantic", "protocols", "drivers")


def test_the_first_window_loads_nothing_heavy() -> None:
    code = (
        "import sys, qst_station.gui.app, qst_station.gui.main_window;"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.strip() == "[]"


APP = """
import gc
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qst_station.gui import app

load = app.Shell.load

def loaded(shell, *args):
    load(shell, *args)
    inside = shell.inside
    QTimer.singleShot(0, lambda: 1 / 0)
    def wait():
        if inside.banner.text() and inside.start.visit.count():
            print(inside.banner.text(), "Python collects by itself:", gc.isenabled())
            QApplication.quit()
    timer = QTimer(shell, interval=20)
    timer.timeout.connect(wait)
    timer.start()

app.Shell.load = loaded
sys.exit(app.run([], data=Path(sys.argv[1]), demo=False, seed=1))
"""


def test_an_internal_error_is_told_and_logged_and_the_program_ends_cleanly(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", APP, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "internal error" in run.stdout
    assert "on disk" in run.stdout
    assert "collects by itself: False" in run.stdout  # a widget may not die in the thread of the sound
    assert "Traceback" not in run.stderr
    assert "ZeroDivisionError" in (tmp_path / "data" / "window.log").read_text(encoding="utf-8")
