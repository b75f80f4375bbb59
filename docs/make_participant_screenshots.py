"""Take pictures of the register, of enrolling and of a course, from a simulated cohort with known drift."""

from __future__ import annotations

import datetime
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from qst_station.gui import theme  # noqa: E402
from qst_station.gui.course_screen import CourseScreen  # noqa: E402
from qst_station.gui.engine_client import EngineClient  # noqa: E402
from qst_station.gui.main_window import MainWindow  # noqa: E402
from qst_station.gui.participants_screen import ParticipantsScreen  # noqa: E402
from qst_station.gui.walk import Key, Walk  # noqa: E402
from qst_station.station.attendance import index_sessions  # noqa: E402
from tests.study.cohort import INCA, seal_cohort  # noqa: E402

FOLDER = ROOT / "docs" / "screenshots"
SIZE = (1280, 800)


def picture(walk: Walk) -> None:
    """The start form with a known and a new participant, the register, enrolling, a course."""
    window = walk.window
    walk.until(lambda: window.start.visit.count() > 1)
    for name, typed in (("start_known", "P-004"), ("start_new", "P-0777")):
        window.start.participant.clear()
        window.start.participant.setFocus()
        QTest.qWait(600)  # the register is on its way
        walk.type(typed)
        walk.shot(name)
    walk.key(Key.Key_F3)
    walk.until(walk.shows("participants"))
    screen = window.made_screen("participants")
    assert isinstance(screen, ParticipantsScreen)
    walk.until(screen.visits.rowCount)
    screen.initials.setText("IV")
    screen.role.setCurrentIndex(screen.role.findData("investigator"))
    walk.shot("participants")
    screen.add.click()
    walk.shot("participants_enrol")
    screen.close_form()
    screen.search.setText("P-029")
    screen.to_course.click()
    walk.until(walk.shows("course"))
    course = window.made_screen("course")
    assert isinstance(course, CourseScreen)
    walk.until(lambda: course.plot.course)
    walk.shot("course")
    course.tabs.setCurrentIndex(1)
    walk.shot("course_tests")


def main() -> int:
    """Take all pictures."""
    application = QApplication([])
    theme.fit_to(*SIZE)
    theme.dress(application)
    theme.dress_forms(application)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        seal_cohort(data, kind="simulated")
        next(data.glob("P-029_day-60_*")).unlink()
        index_sessions(data, INCA, utc=datetime.datetime.now(datetime.UTC).isoformat())
        window = MainWindow(EngineClient(["-m", "qst_station.station.server", "--data", str(data)]))
        window.resize(*SIZE)
        window.show()
        window.start_engine()
        try:
            picture(Walk(window, FOLDER))
        finally:
            window.end()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
