"""A running step by touch alone: targets in millimetres, one press a contact, and each the equal of its key."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qst_station.gui import keys, number_field, theme, touch
from qst_station.gui.answer_tiles import AnswerTiles
from qst_station.gui.blocked_card import BlockedCard
from qst_station.gui.form_screen import FormScreen
from qst_station.gui.inline_question import InlineQuestion
from qst_station.gui.limb_screen import LimbScreen
from qst_station.gui.limits_screen import LimitsScreen
from qst_station.gui.number_pad import NumberPad
from qst_station.gui.ramp_screen import RampScreen
from qst_station.gui.rating_screen import RatingScreen
from qst_station.gui.screen import Screen
from qst_station.gui.train_screen import TrainScreen

BODY = (1084, 616)  # what the frame leaves of 1280 x 800
LEFT = Qt.MouseButton.LeftButton
DPI = 113.5  # 1280 x 800 on 13.3 inches


@pytest.fixture
def dpi(monkeypatch: pytest.MonkeyPatch) -> float:
    """Let every screen have the pixels of a 13.3-inch laptop."""
    monkeypatch.setattr(touch, "px_per_mm", lambda _screen: DPI / 25.4)
    return DPI


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let touches follow one another as fast as a test makes them."""
    monkeypatch.setattr(keys, "DEBOUNCE_NS", 0)
    monkeypatch.setattr(number_field, "EMPTY_REST_NS", 0)


def show(qtbot: Any, screen: Screen, visit: Any) -> None:
    qtbot.addWidget(screen)
    screen.resize(*BODY)
    screen.show_status(visit.status())
    screen.tick(visit.t_ns)
    screen.show()
    screen.grab()


def tap(widget: QWidget) -> None:
    assert widget.isVisible() and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    QTest.mouseClick(widget, LEFT)


def type_on(pad: NumberPad, text: str) -> None:
    for glyph in text:
        tap(pad.keys[glyph])
    tap(pad.enter)


def millimetres(px: int) -> float:
    return px * 25.4 / DPI


def gap_between(one: QWidget, other: QWidget) -> int:
    """Pixels between two widgets that stand side by side or one above the other."""
    a = one.geometry().translated(one.parentWidget().mapTo(one.window(), QPoint()))
    b = other.geometry().translated(other.parentWidget().mapTo(other.window(), QPoint()))
    across = max(a.left(), b.left()) - min(a.right(), b.right()) - 1
    down = max(a.top(), b.top()) - min(a.bottom(), b.bottom()) - 1
    return max(across, down)


# Sizes


def test_two_answers_are_as_large_as_a_hand_needs(qtbot: Any, desk: Any, visit: Any, dpi: float) -> None:
    screen = LimitsScreen(desk)
    show(qtbot, screen, visit.start("MDT").do("begin"))
    for tile in (screen.tiles.no, screen.tiles.yes):
        assert millimetres(tile.width()) >= 40.0 and millimetres(tile.height()) >= 30.0
    assert millimetres(gap_between(screen.tiles.no, screen.tiles.yes)) >= 3.0


def test_keys_of_the_pad_are_for_gloves(qtbot: Any, desk: Any, visit: Any, dpi: float) -> None:
    screen = RatingScreen(desk)
    show(qtbot, screen, visit.start("MPS").do("begin"))
    for key in screen.pad.keys.values():
        assert 18.0 <= millimetres(key.height()) <= 25.5 and millimetres(key.width()) >= 18.0
    assert millimetres(gap_between(screen.pad.keys["1"], screen.pad.keys["2"])) >= 2.9
    assert millimetres(gap_between(screen.pad.keys["1"], screen.pad.keys["4"])) >= 2.9


@pytest.mark.parametrize("claimed", [0.0, 20.0, 5000.0])
def test_a_screen_that_does_not_know_its_size_is_taken_for_a_laptop(claimed: float) -> None:
    class Claims:
        def physicalDotsPerInch(self) -> float:
            return claimed

    assert touch.px_per_mm(Claims()) == pytest.approx(DPI / 25.4 * theme.scale())  # type: ignore[arg-type]
    assert touch.px_per_mm(None) == pytest.approx(DPI / 25.4 * theme.scale())


def test_a_screen_is_believed_where_it_can_be_true() -> None:
    class Claims:
        def physicalDotsPerInch(self) -> float:
            return 254.0

    assert touch.px_per_mm(Claims()) == 10.0  # type: ignore[arg-type]


# One press a contact


def test_a_bouncing_touch_answers_once_and_a_quick_second_one_counts() -> None:
    contacts = touch.Contacts()
    taken = [contacts.takes(t_ms * 1_000_000) for t_ms in (0, 40, 79, 200, 281)]
    assert taken == [True, False, False, True, True]


def test_a_bounce_that_lands_on_another_target_is_none(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "DEBOUNCE_NS", 600 * 10**9)  # however long the computer stalls between the two
    tiles = AnswerTiles()
    qtbot.addWidget(tiles)
    tiles.set_answers("BLUNT", "SHARP", live=True)
    tiles.show()
    chosen: list[bool] = []
    tiles.chosen.connect(lambda yes, _press: chosen.append(yes))
    QTest.mouseClick(tiles.yes, LEFT)
    QTest.mouseClick(tiles.no, LEFT)
    QTest.mouseDClick(tiles.yes, LEFT)
    assert chosen == [True]


def test_the_second_half_of_a_double_click_is_a_digit_like_any_other(qtbot: Any, quick: None) -> None:
    pad = NumberPad()
    qtbot.addWidget(pad)
    pad.set_pad(live=True, step=1.0)
    pad.show()
    typed: list[str] = []
    pad.pressed.connect(lambda press: typed.append(press.text))
    QTest.mouseClick(pad.keys["5"], LEFT)
    QTest.mouseDClick(pad.keys["5"], LEFT)  # what Qt makes of the second touch
    assert typed == ["5", "5"]


def test_a_touch_tells_where_it_came_from_and_when(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimitsScreen(desk)
    show(qtbot, screen, visit.start("MPT").do("begin"))
    presses: list[Any] = []
    screen.tiles.chosen.connect(lambda _yes, press: presses.append(press))
    tap(screen.tiles.yes)
    assert desk.sent == [("answer", {"yes": True})]
    assert presses[0].source == "pointer on answer tile" and presses[0].stamp_ns > 0


def test_what_is_not_taken_now_does_nothing(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimitsScreen(desk)
    show(qtbot, screen, visit.start("MPT").do("begin"))
    screen.tiles.set_answers("BLUNT", "SHARP", live=False)
    QTest.mouseClick(screen.tiles.yes, LEFT)
    assert desk.sent == [] and "not now" in screen.tiles.yes.accessibleName()


def test_a_screen_reader_presses_like_a_finger(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimitsScreen(desk)
    show(qtbot, screen, visit.start("MPT").do("begin"))
    screen.tiles.no.click()
    assert desk.sent == [("answer", {"yes": False})]


# Each screen by touch


@pytest.mark.parametrize("test", ["MDT", "MPS", "WUR"])
def test_begin_is_a_large_target(qtbot: Any, desk: Any, visit: Any, dpi: float, test: str) -> None:
    screen = {"MDT": LimitsScreen, "MPS": RatingScreen, "WUR": TrainScreen}[test](desk)
    show(qtbot, screen, visit.start(test))
    assert millimetres(screen.ready.begin.height()) >= 14.0
    tap(screen.ready.begin)
    assert desk.sent == [("begin", {})]


@pytest.mark.parametrize(
    ("test", "typed", "value"), [("MPS", "35", 35.0), ("MPS", "3.5", 3.5), ("VDT", "6.5", 6.5)]
)
def test_a_number_is_touched_in(
    qtbot: Any, desk: Any, visit: Any, quick: None, test: str, typed: str, value: float
) -> None:
    screen = RatingScreen(desk)
    show(qtbot, screen, visit.start(test).do("begin"))
    type_on(screen.pad, typed)
    assert desk.sent == [("rate", {"value": value})]


def test_the_pad_rubs_out_and_then_undoes_as_the_key_does(qtbot: Any, desk: Any, visit: Any, quick: None) -> None:
    screen = RatingScreen(desk)
    show(qtbot, screen, visit.start("MPS").do("begin"))
    tap(screen.pad.keys["7"])
    tap(screen.pad.rub_out)
    assert screen.field.text == "" and desk.acted == []
    tap(screen.pad.rub_out)
    assert [press.action for press in desk.acted] == ["undo"]


def test_the_train_is_started_and_rated_by_touch(qtbot: Any, desk: Any, visit: Any, quick: None) -> None:
    screen = TrainScreen(desk)
    show(qtbot, screen, visit.start("WUR").do("begin"))
    type_on(screen.pad, "12")
    assert desk.sent.pop() == ("rate", {"value": 12.0})
    screen.show_status(visit.do("rate", value=12.0).status())
    assert not screen.pad.isVisible()
    tap(screen.ready.begin)  # with the words for the train
    status = visit.status()
    status["view"]["words"] = None
    screen.show_status(status)
    tap(screen.begin)
    assert desk.sent == [("begin", {}), ("begin", {})]


def ramp_status(visit: Any, phase: str, verdict: str = "") -> Any:
    status = copy.deepcopy(visit.status())
    view = status["view"]
    view["phase"] = view["ramp"]["phase"] = phase
    view["entry"] = None
    view["ramp"]["last"] = {"verdict": verdict, "repeat": verdict != "good", "text": "said"} if verdict else None
    view["allowed"] |= {"begin": "" if phase == "ready" else "not now", "undo": "", "mark": ""}
    return status


def test_a_ramp_is_begun_marked_and_repeated_by_touch(qtbot: Any, desk: Any, visit: Any, quick: None) -> None:
    screen = RampScreen(desk)
    show(qtbot, screen, visit.start("PPT"))
    screen.show_status(ramp_status(visit, "ready"))
    tap(screen.ready.begin)
    screen.show_status(ramp_status(visit, "ramping"))
    assert screen.go.text() == "RESPONSE" and not screen.again.isVisible()
    tap(screen.go)
    screen.show_status(ramp_status(visit, "ready", "too_slow"))
    assert (screen.again.text(), screen.go.text()) == ("REPEAT IT", "KEEP IT, BEGIN THE NEXT")
    tap(screen.again)
    assert [name for name, _ in desk.sent] == ["begin", "mark", "undo"]


def test_a_typed_pressure_is_touched_in(qtbot: Any, desk: Any, visit: Any, quick: None) -> None:
    screen = RampScreen(desk)
    show(qtbot, screen, visit.start("PPT"))
    type_on(screen.pad, "312")
    assert desk.sent == [("rate", {"value": 312.0})]


def test_a_girth_its_doubt_and_the_end_of_the_set_by_touch(qtbot: Any, desk: Any, visit: Any, quick: None) -> None:
    screen = LimbScreen(desk)
    show(qtbot, screen, visit.start("FIG8"))
    type_on(screen.pad, "412")
    assert desk.sent.pop() == ("limb_enter", {"girth_cm": 412.0, "entered": "412"})
    screen.show_status(visit.do("limb_enter", girth_cm=412.0, entered="412").status())
    assert not screen.pad.isVisible()
    tap(screen.keep)
    assert "Why" in desk.questions.pop()[0]
    tap(screen.tiles.yes)
    assert desk.sent.pop() == ("limb_correct", {"take": True})
    visit.do("limb_correct", take=True)
    while visit.status()["view"]["limb"]["side"]:
        visit.do("limb_enter", girth_cm=41.2, entered="41.2")
    screen.show_status(visit.status())
    tap(screen.close_set)
    assert desk.sent == [("limb_close", {})]


def test_a_form_is_filled_by_touch(qtbot: Any, desk: Any, visit: Any, quick: None) -> None:
    screen = FormScreen(desk)
    show(qtbot, screen, visit.start("limb_context"))
    assert not screen.pad.decimal.isVisible()  # whole minutes
    type_on(screen.pad, "15")
    name, args = desk.sent.pop()
    screen.show_status(visit.do(name, **args).status())
    screen._stop_echo()
    assert not screen.pad.isVisible()
    tap(screen.options.tiles[1])
    assert desk.sent.pop()[1]["answer"] == "removed"


def test_the_words_and_the_end_of_a_form_have_a_target(qtbot: Any, desk: Any, visit: Any, quick: None) -> None:
    screen = FormScreen(desk)
    show(qtbot, screen, visit.start("skin_temperature"))
    tap(screen.enter_tile)
    assert "Place" in desk.questions.pop()[0] and "palm" in desk.suggested.pop()
    other = FormScreen(desk)
    visit.do("form_enter", field="place", answer="palm", reason="")
    for side in ("unaffected", "affected"):
        visit.do("form_enter", field=side, answer="32.4", reason="")
    show(qtbot, other, visit)
    tap(other.enter_tile)
    assert desk.sent == [("form_close", {})]


def test_signing_for_a_blocked_stimulus_has_a_target(qtbot: Any) -> None:
    card = BlockedCard()
    qtbot.addWidget(card)
    card.show_obstacle({"why": "It expired.", "remedy": "Take another.", "roles": ["monitor"]}, refused="")
    card.show()
    presses: list[str] = []
    card.sign.touched.connect(lambda press: presses.append(press.action))
    tap(card.sign)
    assert presses == ["override"]
    card.show_obstacle({"why": "It expired.", "remedy": "Take another.", "roles": []}, refused="")
    assert not card.sign.isVisible()


# Questions


@pytest.fixture
def question(qtbot: Any, dpi: float, quick: None) -> tuple[InlineQuestion, list[str]]:
    asked, answers = InlineQuestion(), []  # type: InlineQuestion, list[str]
    qtbot.addWidget(asked)
    asked.resize(1280, 220)
    asked.ask("STOPPED. Why?", ("too painful", "device failed"), answers.append, closed=lambda: None)
    asked.grab()
    return asked, answers


def test_a_reason_is_touched(question: tuple[InlineQuestion, list[str]]) -> None:
    asked, answers = question
    for tile in asked.offers:
        assert millimetres(tile.width()) >= 30.0 and millimetres(tile.height()) >= 12.0
    tap(asked.offers[1])
    assert answers == ["device failed"] and not asked.isVisible()


def test_a_question_is_closed_by_touch_and_typed_words_are_saved_by_it(
    question: tuple[InlineQuestion, list[str]],
) -> None:
    asked, answers = question
    assert asked.save.text() == "cancel"
    QTest.keyClicks(asked.field, "slipped")
    assert asked.save.text() == "save"
    tap(asked.save)
    assert answers == ["slipped"] and asked.question() == ""
    asked.ask("Note", (), answers.append, closed=lambda: None)
    tap(asked.save)
    assert answers == ["slipped"] and not asked.isVisible()
