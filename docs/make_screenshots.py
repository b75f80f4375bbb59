"""Take a picture of every screen: in both languages, both sizes and both themes.

Those in English, light, at 1280 x 800 are kept in `docs/screenshots`; of every kind a sheet with all pictures
in small. The pictures themselves stay in `build/screenshots`.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402

from qst_station.simulation.demo_visit import demo_request  # noqa: E402
from qst_station.simulation.examiner import EXAMINER, SimulatedExaminer  # noqa: E402
from qst_station.simulation.participant import SimulatedParticipant  # noqa: E402
from qst_station.simulation.stage import virtual_engine  # noqa: E402
from qst_station.simulation.trainee import Habits, Trainee  # noqa: E402
from qst_station.simulation.training_visit import TrainingChoice, training_request  # noqa: E402
from qst_station.station.attendance import index_sessions  # noqa: E402
from tests.study.cohort import INCA, seal_cohort  # noqa: E402

FOLDER = ROOT / "docs" / "screenshots"
ALL = ROOT / "build" / "screenshots"
LANGUAGES = ("en", "de")
SIZES = ("1280x800", "1920x1080")
THEMES = ("light", "dark")
KEPT = ("en", "1280x800", "light")
SEED = 7
BEFORE = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=3)
"""When what is made in virtual time began: it must be over before it is opened again in real time."""
_COLUMNS, _THUMB_PX, _GAP_PX = 6, 320, 8


def unsigned_visit(data: Path) -> None:
    """A visit in which every test is done and only the signature is missing."""
    with virtual_engine(data, seed=SEED, start=BEFORE) as (engine, stage, apparatus):
        engine.open_visit(demo_request(SEED), EXAMINER)
        SimulatedExaminer(engine, stage, SimulatedParticipant(SEED), apparatus).test()


def unsigned_training(data: Path) -> None:
    """A training in which all is done, too fast and with two slips, and only the signature is missing."""
    choice = TrainingChoice(profile="crps_pressure_hyperalgesia", tests=("MPT", "VDT", "PPT"), seed=SEED)
    habits = Habits(rate=1.3, pause=0.6, wrong=(5, 9))
    with virtual_engine(data, seed=SEED, start=BEFORE) as (engine, stage, apparatus):
        engine.open_visit(training_request(choice), EXAMINER)
        participant = SimulatedParticipant(SEED, choice.profile)
        Trainee(engine, stage, participant, apparatus, habits=habits).test()


def cohort(data: Path) -> None:
    """A register with participants whose drift is known; one visit of one of them is missing."""
    data.mkdir(parents=True)
    seal_cohort(data, kind="simulated")
    next(data.glob("P-029_day-60_*")).unlink()
    index_sessions(data, INCA, utc=datetime.datetime.now(datetime.UTC).isoformat())


def taken(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Begin to take the pictures of each language and size, in both themes."""
    unsigned_visit(folder / "unsigned")
    unsigned_training(folder / "training")
    cohort(folder / "cohort")
    for language in LANGUAGES:
        for size in SIZES:
            own = folder / f"{language}-{size}"
            for data in ("unsigned", "training", "cohort"):
                shutil.copytree(folder / data, own / data)
            # Settings of their own, so that nothing chosen on this computer shows; a crash tells where it was.
            environment = {**os.environ, "XDG_CONFIG_HOME": str(own / "config"), "PYTHONFAULTHANDLER": "1"}
            command = [
                *(sys.executable, "-m", "qst_station.gui.screenshots"),
                *("--out", str(ALL / f"{language}-{size}")),
                *("--language", language, "--size", size),
                *("--unfinished", str(own / "unsigned"), "--training", str(own / "training")),
                *("--cohort", str(own / "cohort")),
            ]
            yield subprocess.Popen(command, env=environment)


def sheet(pictures: list[Path]) -> QImage:
    """All pictures in small."""
    whole_size = [QImage(str(path)) for path in pictures]
    height = min(_THUMB_PX * image.height() // image.width() for image in whole_size)  # a printed page is upright
    fit, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    thumbs = [image.scaled(_THUMB_PX, height, fit, smooth) for image in whole_size]
    rows = -(-len(thumbs) // _COLUMNS)
    whole = QImage(_COLUMNS * (_THUMB_PX + _GAP_PX), rows * (height + _GAP_PX), QImage.Format.Format_RGB32)
    whole.fill(QColor("#808080"))
    painter = QPainter(whole)
    for i, thumb in enumerate(thumbs):
        painter.drawImage(i % _COLUMNS * (_THUMB_PX + _GAP_PX), i // _COLUMNS * (height + _GAP_PX), thumb)
    painter.end()
    return whole


def main() -> int:
    """Take all pictures; 1 where a walk failed."""
    application = QGuiApplication([])
    shutil.rmtree(ALL, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        # One after the other: they look for the keyboard on the same screen.
        failed = [walk.args for walk in taken(Path(folder)) if walk.wait()]
    if failed:
        sys.stderr.write(f"no pictures: {failed}\n")
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "sheets").mkdir(parents=True)
    for language in LANGUAGES:
        for size in SIZES:
            for theme in THEMES:
                pictures = sorted((ALL / f"{language}-{size}" / theme).glob("*.png"))
                if (language, size, theme) == KEPT:
                    for picture in pictures:
                        shutil.copy(picture, FOLDER)
                # JPEG: eight sheets as PNG are larger than all pictures that are kept.
                sheet(pictures).save(str(FOLDER / "sheets" / f"{language}-{size}-{theme}.jpg"), quality=70)
    application.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
