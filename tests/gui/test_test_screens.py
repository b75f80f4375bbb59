"""Each test screen on views of a real session."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractScrollArea

from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.fitted_text import unbroken
from qst_station.gui.form_screen import FormScreen
from qst_station.gui.keys import Press
from qst_station.gui.limb_screen import LimbScreen
from qst_station.gui.limits_screen import LimitsScreen
from qst_station.gui.number_field import EMPTY_REST_NS
from qst_station.gui.pace_ring import seconds_words
from qst_station.gui.ramp_screen import RampScreen
from qst_station.gui.rating_screen import RatingScreen
from qst_station.gui.screen import Screen
from qst_station.gui.train_screen import TrainScreen
from tests.gui.conftest import Visit

BODY = (1084, 616)  # what the frame leaves of 1280 x 800


def press(action: str = "", text: str = "", *, stamp_ns: int = 1) -> Press:
    return Press(action=action, text=text, source="key", stamp_ns=stamp_ns)


def show(qtbot: Any, screen: Screen, visit: Any) -> None:
    qtbot.addWidget(screen)
    screen.resize(*BODY)
    screen.show_status(visit.status())
    screen.tick(visit.t_ns)
    screen.show()
    screen.grab()


def test_the_stimulus_is_readable_from_afar(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimitsScreen(desk)
    show(qtbot, screen, visit.start("MDT").do("begin"))
    assert screen.card.label_px() >= 96
    assert "16 mN" in screen.card.accessibleName()


@pytest.mark.parametrize(("action", "yes"), [("no", False), ("yes", True)])
def test_f_and_j_answer(qtbot: Any, desk: Any, visit: Any, action: str, yes: bool) -> None:
    screen = LimitsScreen(desk)
    show(qtbot, screen, visit.start("MPT").do("begin"))
    assert screen.tiles.no.text() == "BLUNT"
    assert screen.press(press(action))
    assert desk.sent == [("answer", {"yes": yes})]


def test_the_instruction_stands_before_the_first_stimulus(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimitsScreen(desk)
    show(qtbot, screen, visit.start("MDT"))
    assert not screen.card.isVisible()
    screen.press(press("space"))
    assert desk.sent == [("begin", {})]


def test_a_rating_is_digits_and_enter(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = RatingScreen(desk)
    show(qtbot, screen, visit.start("MPS").do("begin"))
    for digit in "3,5":
        screen.press(press(text=digit))
    screen.press(press("enter"))
    assert desk.sent == [("rate", {"value": 3.5})]
    assert screen.field.text == ""


@pytest.mark.parametrize(
    ("typed", "said"), [("101", "outside 0 to 100"), ("", "type a number"), ("3,5,1", "no number")]
)
def test_a_wrong_rating_is_refused_on_the_spot(qtbot: Any, desk: Any, visit: Any, typed: str, said: str) -> None:
    screen = RatingScreen(desk)
    show(qtbot, screen, visit.start("MPS").do("begin"))
    for digit in typed:
        screen.press(press(text=digit))
    screen.press(press("enter"))
    assert desk.sent == []
    assert said in desk.said[0]
    for digit in "41":  # another number, not more of the same
        screen.press(press(text=digit))
    assert screen.field.text == "41"


@pytest.mark.parametrize("step", ["FIG8", "spontaneous_pain"])
def test_a_number_that_the_engine_refuses_is_replaced_or_rubbed_out(
    qtbot: Any, desk: Any, visit: Any, step: str
) -> None:
    desk.send = lambda name, press, done=None, **args: desk.sent.append(args)  # never taken
    screen: Any = LimbScreen(desk) if step == "FIG8" else FormScreen(desk)
    show(qtbot, screen, visit.start(step))
    field = screen.field if step == "FIG8" else screen.number
    for typed in ("99", "41"):
        for digit in typed:
            screen.press(press(text=digit))
        assert field.text == typed
        screen.press(press("enter"))
    screen.press(press("undo"))
    screen.press(press(text="2"))
    assert field.text == "42" and len(desk.sent) == 2


def test_backspace_rubs_out_before_it_undoes(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = RatingScreen(desk)
    show(qtbot, screen, visit.start("MPS").do("begin"))
    screen.press(press(text="7"))
    assert screen.press(press("undo"))
    assert screen.field.text == ""
    assert screen.press(press("undo", stamp_ns=EMPTY_REST_NS))  # a hurried one too many takes nothing back
    assert not screen.press(press("undo", stamp_ns=EMPTY_REST_NS + 1))  # now it is the window's undo


def test_no_earlier_rating_is_on_the_screen(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = RatingScreen(desk)
    show(qtbot, screen, visit.start("MPS").do("begin").do("rate", value=87.5))
    texts = [child.accessibleName() for child in screen.findChildren(type(screen.do))]
    assert not any("87" in text for text in texts)


def test_the_dots_fill_with_the_beat(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = TrainScreen(desk)
    show(qtbot, screen, visit.start("WUR").do("begin"))
    assert screen.card.isVisible()
    visit.do("rate", value=10.0).do("begin")
    status = visit.status()
    screen.show_status(status)
    first_ns = status["view"]["train"]["first_beat_ns"]
    for since_s, called in ((-0.1, 0), (0.0, 1), (3.9, 4), (9.0, 10), (60.0, 10)):
        screen.tick(first_ns + round(since_s * 1e9))
        assert screen.dots.accessibleName() == f"touch {called} of 10"
    assert screen.dots.isVisible() and "256 mN, tray slot 6" in screen.card.accessibleName()


def test_no_number_of_a_beat_stands_beside_a_rating(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = TrainScreen(desk)
    show(qtbot, screen, visit.start("WUR").do("begin").do("rate", value=10.0).do("begin"))
    status = visit.status()
    status["view"]["phase"] = "train"  # all ten have been given
    screen.show_status(status)
    screen.tick(status["view"]["train"]["first_beat_ns"] + 12_000_000_000)
    assert screen.card.isVisible() and screen.field.isVisible() and not screen.dots.isVisible()


@pytest.mark.parametrize(
    ("test", "limb", "place"),
    [
        ("MDT", "upper", "LEFT HAND · back of the hand"),
        ("MPS", "lower", "LEFT FOOT · back of the foot"),
        ("VDT", "upper", "LEFT HAND · ulnar styloid: outer wrist bone"),
        (
            "PPT",  # without a gauge: the limit is for the hand that presses
            "lower",
            "LEFT FOOT · abductor hallucis: inner edge of the foot · limit 1000 kPa, set by the protocol",
        ),
    ],
)
def test_the_screen_says_where_on_the_limb(qtbot: Any, desk: Any, test: str, limb: str, place: str) -> None:
    visit = Visit(limb=limb).start(test)
    screen = LimitsScreen(desk) if test == "MDT" else RatingScreen(desk) if test != "PPT" else RampScreen(desk)
    show(qtbot, screen, visit)
    assert screen.where.text() == place


def test_a_paced_test_begins_at_once_and_keeps_its_pace_from_then_on(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = RatingScreen(desk)
    show(qtbot, screen, visit.start("MPS").do("begin"))
    assert screen.pace.isVisible() and screen.pace.accessibleName() == "pace: APPLY"
    screen.show_status(visit.do("rate", value=10.0).status())
    screen.tick(visit.t_ns)
    assert screen.pace.accessibleName() == "pace: WAIT"


def test_seconds_are_counted_down_to_one() -> None:
    assert [seconds_words(left_s) for left_s in (2.0, 1.6, 1.0, 0.1)] == ["2 s", "2 s", "1 s", "1 s"]


def test_a_girth_is_sent_as_typed(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimbScreen(desk)
    show(qtbot, screen, visit.start("FIG8"))
    for digit in "412":
        screen.press(press(text=digit))
    screen.press(press("enter"))
    assert desk.sent == [("limb_enter", {"girth_cm": 412.0, "entered": "412"})]


def test_what_was_taken_is_echoed_with_its_side(
    qtbot: Any, desk: Any, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.limb_screen.ECHO_S", 600.0)  # it does not go while the computer stalls
    screen = LimbScreen(desk)
    show(qtbot, screen, visit.start("FIG8"))
    send = desk.send

    def taken(name: str, press: Press, done: Any, **args: Any) -> None:
        visit.do(name, **args)
        screen.show_status(visit.status())
        send(name, press, done, **args)

    desk.send = taken
    for digit in "41,2":
        screen.press(press(text=digit))
    screen.press(press("enter"))
    assert screen.side.text() == f"RIGHT · {unbroken('reading 1 of 3')}"
    assert screen.echo.isVisible() and screen.echo.text() == "✓ LEFT 1: 41.2\N{NO-BREAK SPACE}cm"
    screen.press(press("exclude"))
    assert desk.questions[0][0] == "LEFT reading 1 (41.2\N{NO-BREAK SPACE}cm) does not count. Why?"


def test_a_doubt_is_a_question_with_two_keys(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimbScreen(desk)
    show(qtbot, screen, visit.start("FIG8").do("limb_enter", girth_cm=412.0, entered="412"))
    assert screen.doubt.isVisible()
    assert screen.tiles.yes.text() == f"TAKE {unbroken('41.2 cm')}"
    assert not screen.field.isVisible()
    screen.press(press("enter"))
    assert "Answer the question first" in desk.said[0]
    screen.press(press("yes"))
    assert desk.sent == [("limb_correct", {"take": True})]


def test_an_unusual_girth_is_kept_only_with_a_reason(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimbScreen(desk)
    show(qtbot, screen, visit.start("FIG8").do("limb_enter", girth_cm=58.0, entered="58"))
    screen.press(press("yes"))
    assert desk.sent == []
    desk.questions[0][1]("swelling")
    assert desk.sent == [("limb_confirm", {"reason": "swelling"})]


def test_excluding_needs_a_reading_and_a_reason(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = LimbScreen(desk)
    show(qtbot, screen, visit.start("FIG8"))
    screen.press(press("exclude"))
    assert "no reading" in desk.said[0]
    visit.do("limb_enter", girth_cm=41.2, entered="41.2")
    screen.show_status(visit.status())
    screen.press(press("undo"))
    assert desk.questions[0][0] == "LEFT reading 1 does not count. Why?"
    desk.questions[0][1]("typing error")
    assert desk.sent == [("limb_exclude", {"reason": "typing error", "number": 1})]


def test_another_order_needs_a_reason(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = BetweenScreen(desk, lambda reason: None)
    show(qtbot, screen, visit)
    assert "Pain by the diary" in screen.do.text()
    screen.press(press("down"))
    screen.press(press("enter"))
    assert desk.sent == []
    desk.questions[0][1]("positioning")
    assert desk.sent == [("start", {"step": 1, "reason": "positioning"})]


def test_skipping_needs_a_reason(qtbot: Any, desk: Any, visit: Any) -> None:
    screen = BetweenScreen(desk, lambda reason: None)
    show(qtbot, screen, visit)
    screen.press(press("skip"))
    assert desk.sent == []
    desk.questions[0][1]("refused")
    assert desk.sent == [("skip", {"step": 0, "reason": "refused"})]


@pytest.mark.parametrize(
    ("kind", "test"),
    [
        (LimitsScreen, "MDT"),
        (RatingScreen, "MPS"),
        (RatingScreen, "VDT"),
        (TrainScreen, "WUR"),
        (LimbScreen, "FIG8"),
    ],
)
def test_nothing_scrolls_and_everything_has_a_name(
    qtbot: Any, desk: Any, visit: Any, kind: type[Screen], test: str
) -> None:
    screen = kind(desk)
    visit.start(test)
    if test != "FIG8":
        visit.do("begin")
    show(qtbot, screen, visit)
    assert screen.findChildren(QAbstractScrollArea) == []
    assert screen.minimumSizeHint().width() <= BODY[0]
    assert screen.minimumSizeHint().height() <= BODY[1]
    assert "\n".join(cap for _, cap, *_ in screen.legends()).count("Esc") == 1
