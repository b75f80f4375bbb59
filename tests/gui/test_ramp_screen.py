"""The pressure ramp on the screen."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QStackedWidget

from protocols.effects import RampFit
from qst_station.gui import ramp_screen, theme
from qst_station.gui.keys import Press
from qst_station.gui.ramp_offer import repeat_offer
from qst_station.gui.ramp_plot import hand_words, lane_at
from qst_station.gui.ramp_screen import KEY_MARK_UNCERTAINTY_NS, RampScreen
from qst_station.session.plan import GaugeUse

SECOND = 1_000_000_000
GAUGE = GaugeUse(stream="algometer", tests=("PPT",), probe_area_cm2=1.0)


def press(action: str) -> Press:
    return Press(action=action, text="", source="key", stamp_ns=1)


def status_of(visit: Any, phase: str, *, verdict: str = "", trace: Any = None, contact_s: float = 0.0) -> Any:
    """A status of a ramp with a gauge, in any phase."""
    status = copy.deepcopy(visit.status())
    view = status["view"]
    view["phase"] = view["ramp"]["phase"] = phase
    view["entry"] = None
    view["gauge"] = "attached"
    view["ramp"]["contact_ns"] = int(contact_s * SECOND)
    view["ramp"]["last"] = {"verdict": verdict, "repeat": verdict != "good", "text": "said"} if verdict else None
    view["allowed"]["begin"] = "" if phase == "ready" else "not now"
    view["allowed"]["undo"] = ""
    status["trace"] = trace
    return status


@pytest.fixture
def screen(qtbot: Any, desk: Any, visit: Any) -> RampScreen:
    visit.start("PPT")
    made = RampScreen(desk)
    qtbot.addWidget(made)
    made.resize(1084, 616)
    made.show_status(status_of(visit, "ready"))
    made.show()
    made.tick(0)
    return made


def ramp_to(screen: RampScreen, visit: Any, seconds: float) -> None:
    """Press at 50 kPa/s from 1 s on."""
    screen.show_status(status_of(visit, "armed"))
    times = [1.0 + i / 100 for i in range(int(100 * seconds))]
    trace = {"t_ns": [int(t * SECOND) for t in times], "kpa": [10 + 50 * (t - 1) for t in times]}
    screen.show_status(status_of(visit, "ramping", trace=trace, contact_s=1.0))
    screen.tick(int((1.0 + seconds) * SECOND))


def test_the_value_is_large_during_the_ramp_and_hidden_after_it(screen: RampScreen, visit: Any) -> None:
    ramp_to(screen, visit, 3.0)
    assert screen.pressure.text() == "160"
    assert screen.hand.text() == "kPa"
    screen.show_status(status_of(visit, "ready", verdict="good"))
    screen.tick(5 * SECOND)
    assert screen.pressure.text() == "–"
    assert "160" not in screen.verdict.text()


def test_space_begins_then_marks(screen: RampScreen, visit: Any, desk: Any) -> None:
    screen.press(press("space"))
    ramp_to(screen, visit, 2.0)
    screen.press(press("space"))
    assert desk.sent == [("begin", {}), ("mark", {"uncertainty_ns": KEY_MARK_UNCERTAINTY_NS})]


def test_a_late_space_does_not_begin_the_next_ramp(
    screen: RampScreen, visit: Any, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ramp_screen, "SPACE_REST_S", 600.0)
    ramp_to(screen, visit, 2.0)
    screen.show_status(status_of(visit, "ready", verdict="good"))
    screen.press(press("space"))
    assert desk.sent == []
    monkeypatch.setattr(ramp_screen, "SPACE_REST_S", 0.0)
    screen.press(press("space"))
    assert desk.sent == [("begin", {})]


def test_what_a_typed_number_needs_takes_no_room_from_a_page_in_front_of_it(
    qtbot: Any, qapp: QApplication, desk: Any, visit: Any
) -> None:
    theme.write_larger(200)
    try:
        visit.start("PPT")
        window = QStackedWidget()
        qtbot.addWidget(window)
        window.resize(920, 487)
        window.show()
        made = RampScreen(desk)
        window.addWidget(made)  # laid out before it knows what is due
        window.setCurrentWidget(made)
        made.show_status(status_of(visit, "ready"))
        for _ in range(3):
            qapp.processEvents()
        assert made.ready.isVisible() and made.where.height() >= 30
    finally:
        theme.write_larger(100)


def test_repeat_is_offered_only_for_a_ramp_off_the_rate(screen: RampScreen, visit: Any, desk: Any) -> None:
    assert "repeat" not in {action for action, *_ in screen.legends()}  # there is no ramp yet
    screen.show_status(status_of(visit, "ready", verdict="good"))
    assert "repeat" in {action for action, *_ in screen.legends()}
    screen.press(press("repeat"))
    assert desk.sent == []
    assert not screen.again.isVisible()
    screen.show_status(status_of(visit, "ready", verdict="too_fast"))
    assert screen.again.isVisible() and screen.again.live
    screen.press(press("repeat"))
    assert desk.sent == [("undo", {"reason": "ramp: too fast"})]


def test_the_protocol_says_after_which_ramps_a_repeat_is_offered(visit: Any) -> None:
    visit.start("PPT").do("rate", value=312.0)
    fit = RampFit(contact_ns=0, rate_per_s=52.0, in_band=0.09, verdict="uneven")
    kept = visit.state.trials[-1]
    visit.state = replace(visit.state, trials=(replace(kept, trial=replace(kept.trial, ramp=fit)),))
    ppt = visit.plan.tests["PPT"]
    for repeat_after, offered in ((("uneven",), "uneven"), (("too_fast", "too_slow"), "")):
        changed = replace(ppt, ramp=replace(ppt.ramp, repeat_after=repeat_after))
        visit.plan = replace(visit.plan, tests={**visit.plan.tests, "PPT": changed}, gauges=(GAUGE,))
        assert repeat_offer(visit.status()["view"])[0] == offered


def test_the_lane_starts_at_contact_and_rises_with_the_rate(visit: Any) -> None:
    ramp = visit.start("PPT").status()["view"]["ramp"]
    low, high = lane_at(ramp, 0.0)
    assert low <= ramp["contact"] <= high
    assert hand_words(ramp, 4.0, 210.0) == ""
    assert hand_words(ramp, 4.0, 300.0) == "SLOWER"
    assert hand_words(ramp, 4.0, 100.0) == "FASTER"


def test_without_a_gauge_the_pressure_is_typed(qtbot: Any, desk: Any, visit: Any) -> None:
    made = RampScreen(desk)
    qtbot.addWidget(made)
    made.show_status(visit.start("PPT").status())
    made.show()
    assert made.field.isVisible()
    assert not made.plot.isVisible()
    for digit in "312":
        made.press(Press(action="", text=digit, source="key", stamp_ns=1))
    made.press(press("enter"))
    assert desk.sent == [("rate", {"value": 312.0})]


@pytest.mark.parametrize(
    ("rate", "verdict", "words"),
    [
        (51.4, "good", "Ramp good: 51 kPa/s (40 to 60 asked for)."),
        (70.6, "too_fast", "Too fast: 71 kPa/s (40 to 60 asked for)."),
        (32.0, "too_slow", "Too slow: 32 kPa/s (40 to 60 asked for)."),
        (52.0, "uneven", "Uneven: within 40 to 60 kPa/s for only 9 % of the time."),
    ],
)
def test_the_verdict_names_the_rule_of_the_protocol(visit: Any, rate: float, verdict: Any, words: str) -> None:
    visit.start("PPT").do("rate", value=312.0)
    kept = visit.state.trials[-1]
    fit = RampFit(contact_ns=0, rate_per_s=rate, in_band=0.09, verdict=verdict)
    judged = replace(kept, trial=replace(kept.trial, ramp=fit))
    visit.state = replace(visit.state, trials=(judged,))
    visit.plan = replace(visit.plan, gauges=(GAUGE,))
    view = visit.status()["view"]
    shown = view["ramp"]["last"]
    assert shown == {"verdict": verdict, "repeat": verdict != "good", "text": words}
    assert ("Repeat this trial?" in view["do"]) == (verdict != "good")
    assert "312" not in words


def test_the_rest_between_ramps_is_counted_and_begin_stays_possible(qtbot: Any, desk: Any, visit: Any) -> None:
    visit.start("PPT").do("rate", value=312.0)
    made = RampScreen(desk)
    qtbot.addWidget(made)
    made.show_status(status_of(visit, "ready", verdict="good"))
    made.show()
    for since_s, word in ((0.0, "WAIT"), (9.9, "WAIT"), (10.1, "")):
        made.tick(visit.t_ns + round(since_s * SECOND))
        assert made.rest.isVisible() == bool(word) != made.pressure.isVisible(), since_s
        assert made.go.live and made.go.text() == "BEGIN"
        assert not word or word in made.rest.accessibleName()


def test_after_a_repeat_the_rest_is_counted_too(qtbot: Any, desk: Any, visit: Any) -> None:
    visit.start("PPT").do("rate", value=312.0).do("undo", reason="ramp: too fast")
    made = RampScreen(desk)
    qtbot.addWidget(made)
    made.show_status(status_of(visit, "ready"))
    made.show()
    assert made.rest.isVisible() and made.verdict.text() == ""
    visit.do("stop", reason="other").start("PPT")
    assert visit.status()["view"]["ramp"]["rest"] is None, "a new attempt begins with its instruction"


def test_where_the_pressure_is_typed_the_rest_is_told_in_words(qtbot: Any, desk: Any, visit: Any) -> None:
    made = RampScreen(desk)
    qtbot.addWidget(made)
    made.show_status(visit.start("PPT").do("rate", value=312.0).status())
    made.show()
    made.tick(visit.t_ns + 1_500_000_000)
    assert made.verdict.text() == "✓  Recorded.   WAIT 9 s" and not made.rest.isVisible()
    made.tick(visit.t_ns + 11 * SECOND)
    assert made.verdict.text() == "✓  Recorded."


def test_a_typed_pressure_of_another_size_is_asked_about_without_the_one_before(
    qtbot: Any, desk: Any, visit: Any
) -> None:
    made = RampScreen(desk)
    qtbot.addWidget(made)
    made.show()
    made.show_status(visit.start("PPT").do("rate", value=437.0).status())
    assert "kPa, not N, not kg" in made.field.prompt.text() and not made.tiles.isVisible()
    made.show_status(visit.do("rate", value=43.0).status())
    assert made.do.text() == "43 kPa is far from the trial before. Keep it?"
    assert "437" not in str(visit.status()["view"])
    assert made.tiles.isVisible() and not made.field.isVisible() and not made.pad.isVisible()
    assert [made.tiles.no.text(), made.tiles.yes.text()] == ["TYPE AGAIN", "KEEP IT"]
    for action in ("enter", "space"):
        made.press(press(action))
    made.press(Press(action="", text="7", source="key 7", stamp_ns=1))
    assert desk.sent == [] and desk.said == ["Answer the question first: F or J."] * 3
    for action in ("yes", "no", "undo"):
        made.press(press(action))
    assert desk.sent == [("settle", {"keep": True}), ("settle", {"keep": False}), ("settle", {"keep": False})]
    made.show_status(visit.do("settle", keep=False).status())
    assert made.field.isVisible() and made.field.text == "" and not made.tiles.isVisible()
    made.press(press("undo"))  # one Backspace too many, where two digits were to be rubbed out
    assert len(desk.sent) == 3


def test_the_trace_freezes_at_the_mark(screen: RampScreen, visit: Any, desk: Any) -> None:
    ramp_to(screen, visit, 2.0)
    desk.now_ns = lambda: 3 * SECOND
    late = {"t_ns": [3 * SECOND - 1, 3 * SECOND + 1], "kpa": [110.0, 0.0]}
    screen.show_status(status_of(visit, "ready", verdict="good", trace=late))
    assert screen._trace.last == (3 * SECOND - 1, 110.0)


def test_no_force_is_no_minus_zero(screen: RampScreen, visit: Any) -> None:
    trace = {"t_ns": [SECOND], "kpa": [-0.3]}
    screen.show_status(status_of(visit, "armed", trace=trace))
    screen.tick(SECOND)
    assert screen.pressure.text() == "0"
