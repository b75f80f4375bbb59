"""An open question has the keyboard, and shows it; STOP, pedals and the response to a ramp go past it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.inline_question import CHOICE_REST_NS
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.ramp_screen import RampScreen
from qst_station.gui.rating_screen import RatingScreen
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame, moments

Key = Qt.Key
LETTERS = tuple(Key(code) for code in range(Key.Key_A.value, Key.Key_Z.value + 1))
DIGITS = (*(Key(code) for code in range(Key.Key_0.value, Key.Key_9.value + 1)), Key.Key_Comma, Key.Key_Period)
OTHERS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Backspace)
PEDAL, PRESENTER = Key.Key_F13, Key.Key_PageDown
OPEN_STEPS = (
    "limits",
    "rating",
    "fork",
    "single",
    "beating",
    "typed pressure",
    "ramp",
    "ramp verdict",
    "girth",
    "girth doubt",
    "form number",
    "form yes or no",
    "form choice",
    "form doubt",
    "blocked",
)


@pytest.fixture(scope="module")
def statuses(qapp: QApplication) -> dict[str, dict[str, Any]]:
    """A status of every kind of moment, made once and only shown."""
    return moments(Visit)


@pytest.fixture
def frame(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Frame]:
    monkeypatch.setattr("qst_station.gui.keys.DEBOUNCE_NS", 0)
    made = Frame(1280, 800)
    yield made
    made.end()


@pytest.fixture
def asked(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Json, Callable[[Json], None]]]:
    """What the window asks of an engine, and who waits for the answer."""
    kept: list[tuple[Json, Callable[[Json], None]]] = []

    def request(ask: str, callback: Callable[[Json], None], **arguments: Any) -> int:
        kept.append(({"ask": ask, **arguments}, callback))
        return len(kept)

    monkeypatch.setattr(frame.client, "request", request)
    return kept


def press(target: QWidget, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(target, key)


def test_no_letter_and_no_digit_reaches_the_test_and_what_must_does(
    frame: Frame, statuses: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = frame.window
    reached: list[Press] = []
    monkeypatch.setattr(window.conduct, "act", reached.append)
    window.conduct.learned({PEDAL.value: "yes", PRESENTER.value: "no", Key.Key_B.value: "pause"})
    for name in OPEN_STEPS:
        frame.show(statuses[name])
        window.inquire("Deviation", (), lambda _text: None)
        for target in (window, window.question.field):  # also where a touch has taken the focus away
            press(target, Key.Key_Space, Key.Key_Escape, PEDAL, PRESENTER, Key.Key_B)
            assert [each.action for each in reached] == ["space", "stop", "yes", "no", "pause"], name
            reached.clear()
            press(target, Key.Key_A, *LETTERS, *DIGITS, Key.Key_Space, *OTHERS)
            assert reached == [] and len(window.question.field.text()) >= len(LETTERS) + len(DIGITS), name
            press(target, Key.Key_Escape, PEDAL, PRESENTER)
            assert [each.action for each in reached] == ["stop", "yes", "no"], name
            reached.clear()
            window.question.field.clear()
        press(window, Key.Key_Return)
        assert not window.question.question() and reached == [], name


def test_a_touched_screen_leaves_the_keyboard_to_the_question(
    frame: Frame, statuses: Any, asked: list[Any]
) -> None:
    window = frame.window
    answers: list[str] = []
    screen = frame.show(statuses["rating"])
    assert isinstance(screen, RatingScreen)
    window.inquire("Deviation", (), answers.append)
    QTest.mouseClick(screen.card, Qt.MouseButton.LeftButton)
    press(window.focusWidget() or window, Key.Key_4, Key.Key_Return)
    assert answers == ["4"] and screen.field.text == "" and asked == []
    press(window.focusWidget() or window, Key.Key_5, Key.Key_Return)
    assert [each["args"] for each, _ in asked if each["ask"] == "command"] == [{"value": 5.0}]


def test_space_answers_a_ramp_and_its_tile_says_whether_it_does(
    frame: Frame, statuses: Any, asked: list[Any]
) -> None:
    window = frame.window
    screen = frame.show(statuses["ramp"])
    assert isinstance(screen, RampScreen)
    window.inquire("Deviation", (), lambda _text: None)
    assert screen.go.keyed and screen.go.live
    press(window.question.field, Key.Key_Space)
    assert [each["name"] for each, _ in asked] == ["mark"]
    press(window.question.field, Key.Key_X)
    assert not screen.go.keyed and screen.go.live
    QTest.mouseClick(screen.go, Qt.MouseButton.LeftButton)
    assert [each["name"] for each, _ in asked] == ["mark", "mark"]


def test_what_stands_on_keys_looks_so_only_where_they_reach_it(frame: Frame, statuses: Any) -> None:
    window, edge = frame.window, frame.window.edge
    screen: Any = frame.show(statuses["limits"])
    tiles = (screen.tiles.no, screen.tiles.yes)
    usual = screen.tiles.no.grab().toImage()
    window.inquire("Deviation", ("stimulus slipped",), lambda _text: None)
    assert not any(tile.keyed for tile in tiles) and all(tile.live for tile in tiles)
    assert screen.tiles.no.grab().toImage() != usual
    assert window.question.save.keyed and all(offer.keyed for offer in window.question.offers)
    screen = frame.show(statuses["form choice"])  # made while the question stands
    assert screen.options.tiles and not any(tile.keyed for tile in screen.options.tiles)
    note, stop = edge.key("note"), edge.key("stop")
    assert note is not None and stop is not None and stop.keyed and not note.keyed
    press(window, Key.Key_Return)
    assert all(tile.keyed for tile in (*tiles, *screen.options.tiles)) and note.keyed


def test_a_number_field_has_no_cursor_while_a_question_has_the_keyboard(frame: Frame, statuses: Any) -> None:
    screen: Any = frame.show(statuses["rating"])
    digits = screen.field._digits
    usual = digits.grab().toImage()
    frame.window.inquire("Deviation", (), lambda _text: None)
    frame.show(statuses["rating"])
    assert digits.grab().toImage() != usual and "not now" in digits.accessibleName()
    QTest.mouseClick(screen.pad.keys["7"], Qt.MouseButton.LeftButton)  # the pad still types into it
    assert screen.field.text == "7"
    press(frame.window, Key.Key_Return)
    assert "not now" not in digits.accessibleName()


def test_nothing_is_handed_over_with_a_question_open(frame: Frame, statuses: Any) -> None:
    frame.show(statuses["rating"])
    frame.window.inquire("Deviation", (), lambda _text: None)
    frame.window.conduct.click("hand_over")
    assert not frame.window.participant.handed_over
    assert "question first" in frame.window.said.text()


def test_the_confirmation_of_a_note_says_what_was_noted(frame: Frame, statuses: Any, asked: list[Any]) -> None:
    window = frame.window
    frame.show(statuses["limits"])
    press(window, Key.Key_N, Key.Key_J, Key.Key_Return)
    (order, answered) = asked[-1]
    assert (order["name"], order["args"]["text"]) == ("deviation", "j")
    answered({"ok": True})
    assert window.said.text() == "✓ Noted: j."


def test_space_starts_no_step_while_it_is_asked_why_one_was_stopped(
    frame: Frame, asked: list[tuple[Json, Callable[[Json], None]]]
) -> None:
    frame.show(Visit().start("MDT").do("begin").do("stop", reason="").status())
    frame.window.inquire("STOPPED. Why?", ("too painful",), lambda _text: None)
    press(frame.window, Key.Key_Space)
    assert [ask for ask, _ in asked if ask["ask"] == "command"] == []
    assert frame.window.question.question()


def test_enter_behind_a_choice_starts_no_step(
    frame: Frame, asked: list[tuple[Json, Callable[[Json], None]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    now_ns = [10**12]
    monkeypatch.setattr("qst_station.gui.inline_question.time.monotonic_ns", lambda: now_ns[0])
    monkeypatch.setattr(BetweenScreen, "rests", lambda _screen: False)
    told: list[str] = []
    frame.show(Visit().status())
    frame.window.inquire("STOPPED. Why?", ("too painful", "no time"), told.append)
    press(frame.window.question.field, Key.Key_1)
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        now_ns[0] += 100_000_000
        press(frame.window, key)
    assert told == ["too painful"] and [ask for ask, _ in asked if ask["ask"] == "command"] == []
    now_ns[0] += CHOICE_REST_NS
    press(frame.window, Key.Key_Return)
    assert [ask["name"] for ask, _ in asked if ask["ask"] == "command"] == ["start"]


def test_the_response_to_a_ramp_is_taken_right_behind_a_choice(
    frame: Frame, statuses: Any, asked: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.inline_question.time.monotonic_ns", lambda: 10**12)
    frame.show(statuses["ramp"])
    frame.window.inquire("Deviation", ("stimulus slipped",), lambda _text: None)
    press(frame.window.question.field, Key.Key_1)
    press(frame.window, Key.Key_Space)
    assert [each["name"] for each, _ in asked] == ["mark"]


def test_a_blank_before_the_digit_does_not_turn_a_choice_into_words(frame: Frame) -> None:
    told: list[str] = []
    frame.show(Visit().start("MDT").do("begin").do("stop", reason="").status())
    frame.window.inquire("STOPPED. Why?", ("too painful", "no time"), told.append)
    press(frame.window.question.field, Key.Key_Space, Key.Key_2)
    assert told == ["no time"]


def test_the_rest_of_a_number_after_a_choice_is_no_rating(
    frame: Frame, statuses: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_ns = [10**12]
    monkeypatch.setattr("qst_station.gui.inline_question.time.monotonic_ns", lambda: now_ns[0])
    screen = frame.show(statuses["rating"])
    assert isinstance(screen, RatingScreen)
    frame.window.inquire("Deviation", ("participant moved", "wrong stimulus"), lambda _text: None)
    press(frame.window.question.field, Key.Key_2)
    now_ns[0] += 120_000_000
    press(frame.window, Key.Key_5)
    assert screen.field.text == ""
    now_ns[0] += CHOICE_REST_NS
    press(frame.window, Key.Key_5)
    assert screen.field.text == "5"
