"""Take a picture of every screen from a simulated visit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "screenshots"

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "qst_station.gui.screenshots", "--out", str(FOLDER)]
    raise SystemExit(subprocess.run(command, check=False).returncode)
