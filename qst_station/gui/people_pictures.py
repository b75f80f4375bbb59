"""Pictures of the register of participants, of enrolling and of a course, from a cohort with known drift."""

from __future__ import annotations

from PySide6.QtTest import QTest

from qst_station.gui.course_screen import CourseScreen
from qst_station.gui.participants_screen import ParticipantsScreen
from qst_station.gui.walk import Key, Walk


def picture_people(walk: Walk) -> None:
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
    course.tabs.setCurrentWidget(course.parameters)
    walk.shot("course_tests")
