"""The screens around a visit by keyboard alone and by pointer alone, in any language, theme and size of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from qst_station.gui import theme
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.course_picture import picture
from qst_station.gui.flow_row import flowing
from qst_station.gui.participants_screen import ParticipantsScreen
from qst_station.gui.plain_table import Cell, PlainTable
from qst_station.gui.start_screen import StartScreen
from tests.gui.layout import Longer
from tests.gui.people_screens import UNFINISHED, asked, enrolment, start_new

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def long_words(qapp: QApplication) -> Iterator[None]:
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    theme.write_larger(200)
    theme.dress(qapp)
    yield
    theme.write_larger(100)
    theme.dress(qapp)


@pytest.fixture
def register(qtbot: Any, desk: Any) -> Callable[..., ParticipantsScreen]:
    def made(choose: Callable[[Any], None] = lambda row: None) -> ParticipantsScreen:
        shown = ParticipantsScreen(desk, choose, lambda who, actor: None, lambda: None)
        qtbot.addWidget(shown)
        shown.show_study(asked()["study"])
        shown.show_participants(asked()["participants"])
        shown.initials.setText("IV")
        shown.role.setCurrentIndex(shown.role.findData("investigator"))
        return shown

    return made


# Choices are sent by their values, whatever words are shown


def test_what_is_chosen_by_its_word_is_sent_by_its_value(
    long_words: None, desk: Any, register: Callable[..., ParticipantsScreen]
) -> None:
    offers: list[tuple[str, ...]] = []
    answers: list[Callable[[str], None]] = []

    def inquire(_question: str, suggestions: tuple[str, ...], answer: Callable[[str], None]) -> None:
        offers.append(suggestions)
        answers.append(answer)

    desk.inquire = inquire
    screen = register()
    assert screen.role.currentText() == "investigatorüüüü"
    for button, picks in ((screen.amend, (5, 4)), (screen.standing, (0,))):
        button.click()
        for pick in picks:
            assert "ü" in offers[-1][pick]
            answers[-1](offers[-1][pick])
        answers[-1]("moved away")
    said = [args["said"] for name, args in desk.sent if name in ("amend", "set_standing")]
    assert [one["field"] for one in said[:1]] == ["control_limb"] and said[0]["value"] == "amputated"
    assert said[1]["standing"] == "withdrawn"
    assert all(args["actor"]["role"] == "investigator" for name, args in desk.sent if name == "amend")


def test_a_visit_is_asked_for_by_values_in_any_language(long_words: None, qtbot: Any, desk: Any) -> None:
    form = start_new(desk, None)
    qtbot.addWidget(form)
    form.visit.setCurrentIndex(2)
    for row in (form.side, form.limb, form.sex, form.person.dominance, form.person.control, form.kind):
        QTest.keyClick(row, Key.Key_Right)
        assert "ü" in row.accessibleName()
    form.person.site.setCurrentIndex(1)
    form.initials.setText("AB")
    for box in form.sets.lists.values():
        box.setCurrentIndex(1)
    request = form.request()
    assert request is not None, form.missing.text()
    assert not any("ü" in str(value) for value in request.values())
    assert (request["visit"], request["affected_side"], request["limb"]) == ("day-0", "left", "upper")
    assert request["enrol"] == {"dominance": "left", "control_limb": "valid", "site": "01"}


# Pointer alone


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())


def test_a_participant_is_chosen_by_pointer(qtbot: Any, register: Callable[..., ParticipantsScreen]) -> None:
    chosen: list[Any] = []
    screen = register(chosen.append)
    screen.resize(1280, 640)
    screen.show()
    place = screen.table.visualItemRect(screen.table.item(2, 1))
    click(screen.table.viewport(), place.center())
    click(screen.to_visit)
    assert [row["participant_id"] for row in chosen] == ["P-029"]


def test_every_unfinished_visit_can_be_chosen_by_pointer(qtbot: Any) -> None:
    taken: list[str] = []
    form = StartScreen(lambda request: None, taken.append, taken.append)
    qtbot.addWidget(form)
    form.show_study(asked()["study"])
    form.show_unfinished(UNFINISHED)
    form.initials.setText("AB")
    form.resize(1280, 640)
    form.show()
    area = form.findChild(QScrollArea)
    assert area is not None
    for button in form.findChildren(QPushButton):
        if button.accessibleName().startswith("seal"):
            area.ensureWidgetVisible(button)
            click(button)
    assert taken == [visit["folder"] for visit in UNFINISHED]


def test_a_tile_of_the_second_line_is_chosen_by_pointer(qtbot: Any) -> None:
    row = ChoiceRow("limb", tuple((name, f"{name} {name}") for name in ("first", "second", "third")))
    qtbot.addWidget(row)
    row.resize(row.minimumSizeHint().width(), row.heightForWidth(row.minimumSizeHint().width()))
    row.show()
    assert row.height() > 2.5 * row.sizeHint().height()
    click(row, QPoint(20, row.height() - 20))
    assert row.value() == "third"


# Keyboard alone


@pytest.mark.parametrize("make", [start_new, enrolment])
def test_tab_goes_as_the_eye_does_and_stays_in_sight(
    qtbot: Any, desk: Any, large: None, long_words: None, make: Callable[..., QWidget]
) -> None:
    form = make(desk, None)
    qtbot.addWidget(form)
    form.resize(1280, 552)
    form.show()
    form.activateWindow()
    area = next(one for one in form.findChildren(QScrollArea) if one.isVisible() and one.widget())
    inside = area.widget()
    first = next(w for w in (form.focusWidget(), getattr(form, "participant", None)) if w is not None)
    first.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    before = QRect()
    seen: list[QWidget] = []
    rounds = 0
    while (now := QApplication.focusWidget()) not in seen:
        assert now is not None
        seen.append(now)
        if inside.isAncestorOf(now):
            QApplication.processEvents()
            assert now.visibleRegion().contains(QPoint(10, min(10, now.height() // 2))), now.accessibleName()
            place = QRect(now.mapTo(inside, QPoint(0, 0)), now.size())
            went_on = place.top() >= before.bottom() - 4 or place.left() >= before.right() - 4
            rounds += not went_on
            assert rounds <= 1, now.accessibleName()  # from the bottom to the top again, once
            before = place
        QTest.keyClick(now, Key.Key_Tab)
    controls = [
        w for w in inside.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
    ]
    assert {w.accessibleName() for w in controls if w.isEnabled()} <= {w.accessibleName() for w in seen}


def test_what_has_no_room_goes_on_in_the_next_line(qtbot: Any) -> None:
    buttons = [QPushButton(f"Button {number}") for number in range(6)]
    row = flowing(*buttons)
    qtbot.addWidget(row)
    one_line = row.sizeHint()
    narrow = one_line.width() // 2
    assert row.heightForWidth(one_line.width()) == one_line.height()
    row.resize(narrow, row.heightForWidth(narrow))
    row.show()
    assert len({button.y() for button in buttons}) >= 2
    assert all(button.geometry().right() <= narrow for button in buttons)
    buttons[0].hide()
    QApplication.processEvents()
    assert buttons[1].x() == 0


# Theme


def test_the_cells_of_a_table_take_the_colours_of_a_new_theme(qapp: QApplication, qtbot: Any) -> None:
    table = PlainTable("visits", ("visit", "status"))
    qtbot.addWidget(table)
    table.fill([["Day 0", Cell(text="▲ late", ink=theme.INK, ground=theme.ORANGE_PALE)]])
    late = table.item(0, 1)
    try:
        theme.wear("dark")
        theme.dress(qapp)
        assert late.background().color().name() == theme.THEMES["dark"]["ORANGE_PALE"]
        assert late.foreground().color().name() == theme.THEMES["dark"]["INK"]
    finally:
        theme.wear("light")
        theme.dress(qapp)
    assert late.background().color().name() == theme.THEMES["light"]["ORANGE_PALE"]


def test_what_is_printed_is_dark_on_white_in_every_theme(qapp: QApplication) -> None:
    course = asked()["course"]
    usual = picture(course, ".png")
    theme.wear("dark")
    try:
        assert picture(course, ".png") == usual
        assert theme.PAPER.name() == theme.THEMES["dark"]["PAPER"]
    finally:
        theme.wear("light")
