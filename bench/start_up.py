"""From the first line of the program to the first paint: the app against a bare Qt window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from table import print_table

REPEATS = 5
LAZY = ("pandas", "scipy", "pyarrow", "matplotlib", "h5py")

# The same in both: a filter on the first window reports its first paint; in the app another one that of the form.
_WATCH = """
import time
START_NS = time.perf_counter_ns()
import json, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Watch(QObject):
    stamps = ()
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            if not self.stamps:
                self.stamp()
                if FORM:
                    QApplication.instance().installEventFilter(self)
            if type(watched).__name__ == FORM and len(self.stamps) == 1:
                self.stamp()
            if len(self.stamps) == 1 + bool(FORM):
                QTimer.singleShot(0, self.tell)
        return False
    def stamp(self):
        self.stamps += (time.perf_counter_ns(),)
        self.modules = sorted(sys.modules)
    def tell(self):
        took_ms = [(stamp - START_NS) / 1e6 for stamp in self.stamps]
        print(json.dumps({"ms": took_ms, "modules": self.modules}), flush=True)
        QApplication.closeAllWindows()
        QApplication.quit()

FORM = sys.argv[2]
WATCH = Watch()
EXEC = QApplication.exec

def watched_exec(*_):
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(WATCH)
    return EXEC()

QApplication.exec = watched_exec
"""
_BARE = """
application = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
application.exec()
"""
_APP = """
from qst_station.cli.main import main
main(["--data", sys.argv[1]])
"""


def paints(program: str, data: str, form: str) -> tuple[list[float], set[str]]:
    """Milliseconds to the first paint, and to that of the form; and the modules that were loaded by then."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-c", _WATCH + program, data, form]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    if not done.stdout:
        raise SystemExit(f"no window was painted: {done.stderr[-2000:]}")
    told = json.loads(done.stdout.splitlines()[0])
    return told["ms"], set(told["modules"])


def main() -> None:
    """Measure the two in turn; the first pair only warms the disk cache."""
    bare: list[float] = []
    app: list[list[float]] = []
    with tempfile.TemporaryDirectory(prefix="qst-bench-") as data:
        for turn in range(REPEATS + 1):
            plain, _ = paints(_BARE, data, "")
            ours, modules = paints(_APP, data, "StartScreen")
            if turn:
                bare += plain
                app.append(ours)
    rows = {
        "bare Qt window": bare,
        "QST Station, first paint": [ms[0] for ms in app],
        "QST Station, start form painted": [ms[1] for ms in app],
    }
    print_table(f"Start-up ({os.environ.get('QT_QPA_PLATFORM', 'offscreen')})", "ms", rows)
    early = [name for name in LAZY if name in modules]
    print(f"loaded before the form and not needed for it: {', '.join(early) or 'none'}")


if __name__ == "__main__":
    main()
