"""The register on the screen, the start form with known and new participants, the course as picture and tables."""

from __future__ import annotations

import datetime
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from qst_station.gui.course_picture import picture, save_picture
from qst_station.gui.course_plot import limb_panels, paint_course, places, z_panels
from qst_station.gui.course_screen import CourseScreen
from qst_station.gui.course_words import band_words, limb_cells, value_words, volume_rows
from qst_station.gui.participant_words import due_words
from qst_station.gui.participants_screen import ParticipantsScreen
from qst_station.gui.plain_table import Cell
from qst_station.gui.start_screen import StartScreen
from qst_station.gui.walk import Walk
from qst_station.session.events import Actor
from qst_station.station.attendance import index_sessions
from qst_station.station.limb_calibrations import keep
from qst_station.station.study_asks import plain_study
from qst_station.station.study_desk import StudyDesk
from tests.study.cohort import INCA, METHOD, NOW, VISITS, began, seal, summary

Key = Qt.Key
GROWING = 29  # 2.8 cm more at day 120, day 60 not done


def desk_in(folder: Path) -> StudyDesk:
    for number in (5, GROWING):
        for visit in VISITS:
            if (number, visit) != (GROWING, "day-60"):
                seal(folder, summary(number, visit, began(number, visit)))
    index_sessions(folder, INCA, utc=NOW)
    return StudyDesk(folder, lambda: NOW)


@pytest.fixture(scope="module")
def desk_of_study(tmp_path_factory: pytest.TempPathFactory) -> StudyDesk:
    return desk_in(tmp_path_factory.mktemp("data"))


@pytest.fixture
def course(desk_of_study: StudyDesk) -> Any:
    return desk_of_study.course(f"P-{GROWING:03}", Actor(who="IV", role="investigator"))


@pytest.fixture
def screen(qtbot: Any, desk: Any, desk_of_study: StudyDesk) -> ParticipantsScreen:
    shown = ParticipantsScreen(desk, lambda row: None, lambda who, actor: None, lambda: None)
    qtbot.addWidget(shown)
    shown.show_study(plain_study(desk_of_study))
    shown.show_participants(desk_of_study.participants())
    return shown


def named(screen: ParticipantsScreen) -> None:
    screen.initials.setText("IV")
    screen.role.setCurrentIndex(screen.role.findData("investigator"))


# The register


def test_every_participant_has_a_line_and_the_filter_finds_one(screen: ParticipantsScreen) -> None:
    assert [screen.table.row_texts(row)[0] for row in range(2)] == ["P-005", "P-029"]
    screen.search.setText("029")
    assert screen.table.rowCount() == 1 and screen.chosen()["participant_id"] == "P-029"  # type: ignore[index]
    screen.search.setText("nobody")
    assert screen.chosen() is None and not screen.to_course.isEnabled()


def test_what_is_due_is_said_in_words_and_late_has_a_mark() -> None:
    visit = {"title": "Day 30", "kind": "clinic", "status": "due", "deviation_days": 0}
    late = {**visit, "title": "Day 60", "status": "overdue", "deviation_days": 9}
    call = {**visit, "kind": "telephone"}
    assert due_words({"open": [visit, late, call]}) == "Day 30 due · ▲ Day 60 overdue, 9 days late · 1 call"
    assert due_words({"open": []}) == ""


def test_nothing_is_changed_or_shown_by_nobody(screen: ParticipantsScreen, desk: Any) -> None:
    before = len(desk.sent)
    for button in (screen.to_course, screen.amend, screen.call, screen.standing, screen.add, screen.look):
        button.click()
    screen.initials.setText("IV")
    screen.to_course.click()
    assert len(desk.sent) == before and desk.questions == []
    assert "initials" in desk.said[0] and "role" in desk.said[-1]


def test_a_change_asks_what_and_why_and_says_who(screen: ParticipantsScreen, desk: Any) -> None:
    named(screen)
    screen.amend.click()
    for said in ("age in years", "46", "typing error"):
        desk.questions[-1][1](said)
    screen.standing.click()
    for said in ("withdrawn", "moved away"):
        desk.questions[-1][1](said)
    screen.call.click()
    for said in ("Call after day 0", "2026-03-31"):
        desk.questions[-1][1](said)
    actor = {"who": "IV", "role": "investigator"}
    known = {"participant_id": "P-005"}
    amended = {**known, "field": "age_y", "value": 46, "reason": "typing error"}
    assert [one for one in desk.sent if one[0] not in ("participant", "participants")] == [
        ("amend", {"said": amended, "actor": actor}),
        ("set_standing", {"said": {**known, "standing": "withdrawn", "reason": "moved away"}, "actor": actor}),
        ("contacted", {"said": {**known, "visit": "call-0", "date": "2026-03-31"}, "actor": actor}),
    ]


def test_somebody_is_enrolled_by_keyboard_and_nothing_is_chosen_for_them(
    qtbot: Any, screen: ParticipantsScreen, desk: Any
) -> None:
    named(screen)
    screen.show()
    screen.activateWindow()
    screen.add.click()
    form = screen.form
    qtbot.waitUntil(form.participant.hasFocus)
    for keys in ("P-0777", Key.Key_Right, Key.Key_Right, "52", Key.Key_Right, Key.Key_Right):
        _type(form.focusWidget(), keys)
    assert form.said() is None and "other limb" in form.missing.text()
    assert form.focusWidget() is form.person.control
    _type(form.focusWidget(), Key.Key_Right)
    assert form.focusWidget() is form.enrol
    QTest.keyClick(form.focusWidget(), Key.Key_Return)
    assert desk.sent[-1][0] == "enrol"
    assert desk.sent[-1][1]["said"] == {
        "participant_id": "P-0777",
        "age_y": 52,
        "sex": "female",
        "affected_side": "left",
        "affected_limb": "upper",
        "dominance": "left",
        "control_limb": "valid",
        "site": "",
    }


def _type(widget: Any, keys: str | Key) -> None:
    if isinstance(keys, str):
        QTest.keyClicks(widget, keys)
    else:
        QTest.keyClick(widget, keys)
    QTest.keyClick(widget, Key.Key_Return)


# The start form


@pytest.fixture
def start(qtbot: Any, desk_of_study: StudyDesk) -> StartScreen:
    form = StartScreen(lambda request: None, lambda folder: None, lambda folder: None)
    qtbot.addWidget(form)
    form.show_study(plain_study(desk_of_study))
    form.show_participants(desk_of_study.participants())
    return form


def test_a_known_participant_is_filled_in_and_taken_out_again(start: StartScreen) -> None:
    start.participant.setText("P-005")
    assert (start.side.value(), start.limb.value(), start.sex.value()) == ("right", "upper", "male")
    assert start.age.text() == "35" and start.person.dominance.isHidden()
    start.participant.setText("P-0055")
    assert (start.side.value(), start.limb.value(), start.sex.value(), start.age.text()) == ("", "", "", "")
    assert not start.person.dominance.isHidden()


def test_only_who_is_new_is_asked_for_enrolment_and_practice_enrols_nobody(start: StartScreen) -> None:
    start.visit.setCurrentIndex(1)
    start.initials.setText("AB")
    start.kind.choose("real")
    start.participant.setText("P-005")
    known = start.request()
    assert known is not None and known["enrol"] is None
    start.participant.setText("P-0777")
    start.person.side.choose("left")
    start.person.limb.choose("upper")
    start.person.sex.choose("female")
    assert start.request() is None and "dominant" in start.missing.text()
    start.person.dominance.choose("right")
    start.person.control.choose("valid")
    new = start.request()
    assert new is not None and new["enrol"] == {"dominance": "right", "control_limb": "valid", "site": ""}
    start.kind.choose("practice")
    practice = start.request()
    assert practice is not None and practice["enrol"] is None


def test_only_visits_in_the_clinic_can_be_opened(start: StartScreen) -> None:
    assert [start.visit.itemData(i) for i in range(1, start.visit.count())] == list(VISITS)


# The course


def test_a_gap_stays_a_gap_in_every_panel(course: Any) -> None:
    at = list(VISITS).index("day-60")
    girths, difference = limb_panels(course)
    for panel in (girths, difference, *z_panels(course)):
        assert all(trace.values[at] is None for trace in panel.traces)
    assert girths.band is not None and girths.band.limits[at] is None
    assert places(course)[1] == 0.0 and course["points"][at]["gap"] == "missed"


def test_bands_and_marks_are_those_of_the_verdicts(course: Any) -> None:
    girths, difference = limb_panels(course)
    assert girths.band is not None and difference.band is not None
    # Hand, one reader: SEM 0.47 cm. Day 0 is 43.0 cm, 2.0 cm more than the other side.
    assert girths.band.limits[-1] == pytest.approx((43.0 - 1.30277, 43.0 + 1.30277), abs=1e-4)
    assert difference.band.limits[-1] == pytest.approx((2.0 - 1.8424, 2.0 + 1.8424), abs=1e-4)
    assert girths.above == difference.above == (False, False, False, False, True, True)
    assert "SEM 0.47 cm" in band_words(course) and "Dewey 2007" in band_words(course)


def test_cells_say_the_same_in_words(course: Any) -> None:
    cells = [limb_cells(*pair) for pair in zip(course["points"], course["limb"], strict=True)]
    texts = [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in cells]
    assert texts[-1][5:] == [
        "▲ +2.80 cm, above 1.30",
        "▲ +2.80 cm, above 1.84",
        "difference +140 % since day 0",
    ]
    assert texts[1][-1] == "the baseline" and texts[3][-1] == "missed"
    value = {"value": 64.0, "unit": "mN", "censored": "", "bound": None, "reason": "", "z": 1.5}
    assert value_words(value) == "64 mN   z +1.50"
    bound = {**value, "value": None, "censored": "high", "bound": 512.0, "z": None}
    assert value_words(bound) == "≥ 512 mN"
    assert value_words({**bound, "bound": None, "reason": "skipped"}) == "skipped" and value_words(None) == "–"


lengths = st.none() | st.floats(20.0, 60.0)
verdict = st.fixed_dictionaries(
    {
        "quantity": st.sampled_from(["affected", "unaffected", "difference"]),
        "change_cm": st.floats(-9.0, 9.0),
        "mdc95_cm": st.floats(0.1, 4.0),
        "verdict": st.sampled_from(["above", "below"]),
    }
)
limb_row = st.fixed_dictionaries(
    {"affected_cm": st.floats(20.0, 60.0), "unaffected_cm": lengths, "difference_cm": st.floats(-9.0, 9.0)}
    | {"verdicts": st.lists(verdict, max_size=3)}
)
point = st.fixed_dictionaries(
    {"title": st.text(max_size=30), "day": st.none() | st.integers(-300, 9000)}
    | {"gap": st.sampled_from(["", "missed", "file cannot be read"])}
)


@settings(max_examples=60)
@given(data=st.data(), points=st.lists(point, max_size=9), known=st.booleans(), wide=st.integers(1, 1500))
def test_any_course_can_be_painted(qapp: object, data: Any, points: list[Any], known: bool, wide: int) -> None:
    def for_each(values: Any) -> Any:
        return data.draw(st.lists(values, min_size=len(points), max_size=len(points)))

    z = st.none() | st.builds(lambda z: {"z": z}, st.none() | st.floats(-1e6, 1e6))
    course = {
        "points": points,
        "limb": for_each(st.none() | limb_row),
        "parameters": [{"parameter": "MPT", "site_role": "affected", "values": for_each(z)}],
        "baseline": {"title": "Day 0", "on": "2026-01-01" if known else None},
        "with_z": True,
    }
    image = QImage(wide, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        paint_course(painter, QRectF(0, 0, wide, 300), course)
    finally:
        painter.end()


def test_the_picture_is_a_file_of_each_kind(qapp: object, course: Any, tmp_path: Path) -> None:
    texts = "".join(ET.parse(io.BytesIO(picture(course, ".svg"))).getroot().itertext())
    assert "P-029" in texts and "Girth, cm" in texts and "missed" in texts and "not for diagnosis" in texts
    image = QImage.fromData(picture(course, ".png"))
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert image.width() >= 2000 and "#e69f00" in colours
    pdf = picture(course, ".pdf")
    assert pdf.startswith(b"%PDF-") and len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    with pytest.raises(ValueError, match="gif"):
        picture(course, ".gif")
    save_picture(course, tmp_path / "x.svg")
    assert [path.name for path in tmp_path.iterdir()] == ["x.svg"]


def test_the_course_of_one_is_not_shown_for_another(qtbot: Any, desk: Any, course: Any, tmp_path: Path) -> None:
    screen = CourseScreen(desk, lambda: None, lambda name: str(tmp_path / "course.txt"))
    qtbot.addWidget(screen)
    screen.show_course(course)
    screen.save.click()
    assert "Not saved" in desk.said[-1] and list(tmp_path.iterdir()) == []
    screen.grab()
    screen.enter("P-005", {"who": "IV", "role": "examiner"})
    assert screen.plot.course is None and screen.limb.rowCount() == 0 and not screen.save.isEnabled()
    assert screen.parameters.rowCount() == 0


def test_estimated_volumes_are_shown_only_where_the_site_has_a_calibration(
    qtbot: Any, desk: Any, course: Any, tmp_path: Path
) -> None:
    screen = CourseScreen(desk, lambda: None)
    qtbot.addWidget(screen)
    place = screen.tabs.indexOf(screen.volumes)
    screen.show_course(course)
    assert not screen.tabs.isTabVisible(place) and volume_rows(course) == []
    keep(
        tmp_path,
        segment="hand",
        variant=METHOD["hand"][0],
        done_on=datetime.date(2026, 1, 5),
        done_by="AB",
        girths_cm=(38.0, 39.5, 41.0, 42.5, 44.0),
        volumes_ml=(400.0, 450.0, 480.0, 540.0, 570.0),
    )
    actor = Actor(who="IV", role="investigator")
    screen.show_course(desk_in(tmp_path).course(f"P-{GROWING:03}", actor))
    assert screen.tabs.isTabVisible(place)
    day_0, day_120 = (screen.volumes.row_texts(row) for row in (1, screen.volumes.rowCount() - 1))
    assert "estimated" in screen.tabs.tabText(place).casefold().replace("&", "")
    assert day_0[0] == "Day 0" and day_0[2].startswith("≈ 545 ml (") and day_0[3].startswith("≈ 488 ml (")
    assert "SEE 8.0 ml" in day_0[4] and "n 5, 2026-01-05, AB" in day_0[4]
    assert day_120[2] == "outside 38 to 44 cm" and day_120[3] == day_0[3]
    screen.clear("P-005")
    assert not screen.tabs.isTabVisible(place) and screen.volumes.rowCount() == 0


def test_a_role_without_z_scores_has_no_z_panels(course: Any) -> None:
    assert z_panels({**course, "with_z": False}) == () and len(z_panels(course)) == 1


# With the real engine


def test_from_enrolment_to_the_visit_and_back_to_the_register(open_window: Callable[..., Walk]) -> None:
    walk = open_window()
    window = walk.window
    walk.until(lambda: window.start.visit.count() > 1)
    window.start.participant.setFocus()
    walk.key(Key.Key_F3)
    walk.until(walk.shows("participants"))
    screen = window.made_screen("participants")
    assert isinstance(screen, ParticipantsScreen)
    walk.until(screen.role.count)
    named(screen)
    screen.add.click()
    for keys in ("P-0777", Key.Key_Right, Key.Key_Right, "52", Key.Key_Right, Key.Key_Right, Key.Key_Right):
        _type(screen.form.focusWidget(), keys)
    walk.key(Key.Key_Return)
    walk.until(lambda: screen.chosen() is not None)
    screen.call.click()
    walk.until(window.question.question)
    walk.type("1")
    walk.type("2026-03-31")
    walk.key(Key.Key_Return)
    walk.until(lambda: screen.history.rowCount() == 2)
    assert window.focusWidget() is screen.table and screen.history.row_texts(0)[2] == "contacted"
    screen.to_course.click()
    walk.until(walk.shows("course"))
    course = window.made_screen("course")
    assert isinstance(course, CourseScreen)
    walk.until(lambda: course.plot.course)
    assert course.limb.rowCount() == 0
    walk.key(Key.Key_Return)  # the button in focus leads back
    walk.until(walk.shows("participants"))
    screen.table.setFocus()
    walk.key(Key.Key_Return)
    walk.until(walk.shows("start"))
    assert window.start.participant.text() == "P-0777" and window.start.side.value() == "left"
    assert "screened" in window.start.help_text() and window.start.person.dominance.isHidden()
