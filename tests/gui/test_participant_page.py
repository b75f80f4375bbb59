"""What the participant sees and can do: one question, two anchors, one number, confirmed once; else black."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.participant_pad import MARK_KEYS, PadText, ParticipantPage
from tests.gui.conftest import Visit
from tests.gui.visit_frame import worn

GERMAN: Json = {
    "by": "keypad",
    "moment": "4.1.0.9",
    "opens_ns": 0,
    "language": "de",
    "question": "Wie schmerzhaft war das?",
    "anchor_low": "kein Schmerz",
    "anchor_high": "stärkster Schmerz, den Sie sich vorstellen können",
    "minimum": 0.0,
    "maximum": 100.0,
    "step": 1.0,
    "confirm": "Fertig",
    "delete": "Löschen",
}
LINE = {**GERMAN, "by": "slider"}


@pytest.fixture
def page(qapp: QApplication, qtbot: Any) -> Iterator[ParticipantPage]:
    made = ParticipantPage()
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()
    made.deleteLater()


def colours(page: ParticipantPage) -> set[str]:
    image: QImage = page.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def said(page: ParticipantPage) -> str:
    """Everything that a screen reader finds on the page."""
    widgets = [w for w in (page, *page.findChildren(QWidget)) if w.isVisible()]
    return " | ".join(w.accessibleName() or w.windowTitle() for w in widgets)


def press(page: ParticipantPage, *texts: str) -> None:
    for text in texts:
        action = {"⌫": "undo", "⏎": "enter"}.get(text, "")
        page.press(Press(action=action, text="" if action else text, source="test", stamp_ns=1))


def confirmed(page: ParticipantPage) -> list[tuple[str, float, str]]:
    got: list[tuple[str, float, str]] = []
    page.confirmed.connect(lambda moment, value, by, _t: got.append((moment, value, by)))
    return got


def test_it_is_black_when_nothing_is_asked(page: ParticipantPage) -> None:
    assert colours(page) == {"#000000"} and said(page).strip(" |") == ""
    page.ask(GERMAN)
    assert "#ffffff" in colours(page)
    page.ask(None)
    assert colours(page) == {"#000000"} and said(page).strip(" |") == ""


@pytest.mark.parametrize("question", [GERMAN, LINE], ids=["keypad", "slider"])
def test_nothing_on_it_prompts_by_colour_in_either_theme(page: ParticipantPage, question: Json) -> None:
    page.ask(question)
    for look in ("dark", "light"):
        theme.wear(look)
        for name in colours(page):
            red, green, blue = (int(name[i : i + 2], 16) for i in (1, 3, 5))
            assert red == green == blue, f"{name} is no grey"


def test_the_two_anchors_are_there_and_no_other_number(page: ParticipantPage) -> None:
    page.ask(GERMAN)
    assert "0 = kein Schmerz" in said(page) and "100 = stärkster Schmerz" in said(page)
    page.ask(LINE)
    assert not any(character.isdigit() for character in said(page)), "a line prompts by no number"
    assert {t.text() for t in page.findChildren(PadText) if t.isVisible()} == {
        GERMAN["question"],
        GERMAN["anchor_low"],
        GERMAN["anchor_high"],
    }


def test_both_anchors_are_written_in_the_same_size(page: ParticipantPage) -> None:
    for percent in (75, 100, 200):
        page.set_percent(percent)
        for question in (GERMAN, LINE):
            page.ask({**question, "moment": str(percent)})
            QApplication.processEvents()
            assert page.low.px() == page.high.px()


def test_the_keypad_takes_whole_numbers_of_the_scale(page: ParticipantPage) -> None:
    page.ask(GERMAN)
    assert page.value() is None and not page.confirm.live
    press(page, "⏎")
    press(page, "0", "7", "3", "5")
    assert page.number.text() == "73", "735 is not on the scale"
    press(page, "⌫", "⌫", "1", "0", "0", "0")
    assert page.value() == 100.0
    press(page, ",")
    assert page.value() == 100.0


def test_keys_of_the_page_are_touched(page: ParticipantPage) -> None:
    got = confirmed(page)
    page.ask(GERMAN)
    for key in (page.digits["4"], page.digits["2"], page.confirm):
        QTest.mousePress(key, Qt.MouseButton.LeftButton, delay=0)
        QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
        QTest.qWait(90)  # sooner it is the same contact
    assert got == [("4.1.0.9", 42.0, "keypad")]


def test_the_line_has_no_mark_before_it_is_touched(page: ParticipantPage) -> None:
    got = confirmed(page)
    page.ask(LINE)
    before = page.grab().toImage()
    assert page.line.share is None and not page.confirm.live
    press(page, "⏎")
    assert got == []
    QTest.mousePress(page.line, Qt.MouseButton.LeftButton, pos=QPoint(page.line.width() // 2, 30))
    assert page.value() == 50.0 and page.grab().toImage() != before
    QTest.mouseRelease(page.line, Qt.MouseButton.LeftButton)
    press(page, "⏎")
    assert got == [("4.1.0.9", 50.0, "slider")]
    page.ask({**LINE, "moment": "4.1.1.12"})
    assert page.line.share is None, "the next stimulus begins without a mark"


def test_keys_move_the_mark_by_whole_steps_to_both_ends(page: ParticipantPage) -> None:
    page.ask(LINE)
    assert page.line.accessibleName() == LINE["question"]
    got = []
    left, right, home, end = MARK_KEYS
    for key in (right, left, right, end, right, left, home):
        page.move_mark(key)
        got.append(page.value())
    assert got == [0.0, 0.0, 1.0, 100.0, 100.0, 99.0, 0.0]
    page.ask({**LINE, "moment": "4.1.1.12", "step": 5.0})
    assert page.value() is None
    page.move_mark(left)
    page.move_mark(left)
    assert page.value() == 95.0
    QTest.mousePress(page.line, Qt.MouseButton.LeftButton, pos=QPoint(page.line.width() // 3, 30))
    assert page.value() == 30.0, "on the scale, or the number would be refused"


@pytest.mark.parametrize(("at", "value"), [(-50, 0.0), (0, 0.0), (100_000, 100.0)])
def test_the_ends_of_the_line_are_the_ends_of_the_scale(page: ParticipantPage, at: int, value: float) -> None:
    page.ask(LINE)
    QTest.mousePress(page.line, Qt.MouseButton.LeftButton, pos=QPoint(min(at, page.line.width() - 1), 30))
    assert page.value() == value


def test_the_confirm_key_is_as_wide_as_the_scale(page: ParticipantPage) -> None:
    for question, scale in ((GERMAN, page._keys), (LINE, page.line)):
        page.ask(question)
        QApplication.processEvents()
        assert page.confirm.width() == scale.width() and page.confirm.height() >= 60


def test_what_was_typed_stays_while_the_same_is_asked_and_goes_with_it(page: ParticipantPage) -> None:
    page.ask(GERMAN)
    press(page, "5")
    page.ask({**GERMAN, "opens_ns": 5})
    assert page.value() == 5.0
    page.ask({**GERMAN, "moment": "4.1.1.12"})
    assert page.value() is None


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080), (800, 1280)])
@pytest.mark.parametrize("percent", [75, 200])
def test_nothing_is_clipped(page: ParticipantPage, size: tuple[int, int], percent: int) -> None:
    page.resize(*size)
    page.set_percent(percent)
    for question in (GERMAN, LINE):
        page.ask({**question, "moment": question["by"]})
        QApplication.processEvents()
        for widget in page.findChildren(QWidget):
            if widget.isVisible():
                corner = widget.mapTo(page, QPoint(0, 0))
                assert page.rect().contains(widget.rect().translated(corner)), widget.accessibleName()
        for key in (*page.digits.values(), page.confirm):
            assert not key.isVisible() or key.height() >= 28


@pytest.mark.parametrize(("window", "words", "other"), [("en", "de", "en"), ("de", "en", "de")])
def test_it_speaks_the_language_of_the_participant_whatever_the_window_speaks(
    qapp: QApplication, page: ParticipantPage, window: str, words: str, other: str
) -> None:
    lines = {
        "en": {"How painful was that?", "no pain", "Done"},
        "de": {"Wie schmerzhaft war das?", "kein Schmerz", "Fertig"},
    }
    with worn(qapp, language=window):
        page.ask(Visit(words=words).start("MPS").do("begin").status()["view"]["participant"])
        shown = said(page)
    assert all(line in shown for line in lines[words])
    assert not any(line in shown for line in lines[other])
