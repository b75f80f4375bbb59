"""A ramp of force on the screen: the same lane in millinewton, and its limit named while it runs."""

from __future__ import annotations

import copy
import math
from typing import Any

import pytest
from PySide6.QtGui import QImage

from qst_station.gui import ramp_screen, theme
from qst_station.gui.keys import Press
from qst_station.gui.ramp_plot import hand_words, lane_at
from qst_station.gui.ramp_screen import RampScreen
from qst_station.gui.ramp_trace import loads, newest_load

SECOND = 1_000_000_000
LIMIT = "limit 300 mN, set by the study"


def status_of(visit: Any, phase: str, *, trace: Any = None) -> Any:
    """A status of an electronic von Frey with a gauge, contact at one second."""
    status = copy.deepcopy(visit.status())
    view = status["view"]
    view["phase"] = view["ramp"]["phase"] = phase
    view["entry"], view["gauge"] = None, "attached"
    view["test"]["limit"] = LIMIT
    view["ramp"] |= {"unit": "mN", "limit": 300.0, "contact_ns": SECOND, "rate_per_s": 50.0, "contact": 10.0}
    if phase != "ready":
        view["words"] = None  # the participant has been told
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
    return made


def ramp(screen: RampScreen, visit: Any, force_n: list[float | None]) -> None:
    times = [SECOND + i * SECOND // 100 for i in range(len(force_n))]
    trace = {"t_ns": times, "kpa": [1e6] * len(times), "force_n": force_n}
    screen.show_status(status_of(visit, "armed"))
    screen.show_status(status_of(visit, "ramping", trace=trace))
    screen.tick(times[-1])


def test_the_force_is_shown_in_millinewton_and_hidden_after_the_ramp(screen: RampScreen, visit: Any) -> None:
    ramp(screen, visit, [0.01 + 0.0005 * i for i in range(200)])
    assert (screen.pressure.text(), screen.hand.text()) == ("110", "mN")
    assert screen.plot.accessibleName() == "force against time with the lane to follow"
    after = status_of(visit, "ready")
    after["view"]["ramp"]["last"] = {"verdict": "good", "repeat": False, "text": "said"}
    after["view"]["words"] = None
    screen.show_status(after)
    screen.tick(4 * SECOND)
    assert screen.pressure.text() == "–"


def test_the_lane_is_in_the_unit_and_rate_of_the_test(visit: Any, screen: RampScreen) -> None:
    shown = status_of(visit, "ramping")["view"]["ramp"]
    low, high = lane_at(shown, 2.0)
    assert (low, high) == pytest.approx((80.0, 140.0))
    assert [hand_words(shown, 2.0, load) for load in (70.0, 110.0, 150.0)] == ["FASTER", "", "SLOWER"]
    ramp(screen, visit, [0.3] * 10)
    assert screen.hand.text() == "▼ SLOWER"


def test_the_limit_is_said_beside_the_plot_and_on_it_while_the_ramp_runs(screen: RampScreen, visit: Any) -> None:
    screen.show_status(status_of(visit, "ready"))
    assert LIMIT in screen.ready.limit.text()
    ramp(screen, visit, [0.25] * 100)
    limit, running = round(screen.plot.level(300.0)), screen.plot.grab().toImage()
    screen.show_status(status_of(visit, "ready"))
    screen.plot.draw(screen._trace, screen.view["ramp"], 2 * SECOND, contact_ns=SECOND, running=False)
    over = screen.plot.grab().toImage()
    left = screen.plot.field().left()
    assert written(running, left, limit) > 20 > written(over, left, limit)
    assert running.pixelColor(left + 4, limit) == theme.RED
    assert all(over.pixelColor(left + 4, y) != theme.RED for y in range(over.height())), "its height would tell it"


def written(image: QImage, left: int, limit: int) -> int:
    """Dark pixels above the line of the limit, where its load is named."""
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(left + 8, left + 100)
        for y in range(limit - 18, limit - 3)
    )


def test_no_ramp_begins_under_an_alarm(
    screen: RampScreen, visit: Any, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ramp_screen, "SPACE_REST_S", 0.0)
    ramp(screen, visit, [0.3] * 10)
    alarmed = status_of(visit, "ready")
    alarmed["view"]["alarm"] = {"since_ns": 2 * SECOND, "reason": "safety limit"}
    screen.show_status(alarmed)
    space = Press(action="space", text="", source="key", stamp_ns=1)
    screen.press(space)
    assert desk.sent == [] and desk.said
    monkeypatch.setattr(ramp_screen, "AFTER_ALARM_S", 0.0)
    screen.press(space)
    assert desk.sent == [("begin", {})]


def test_readings_of_a_status_are_taken_in_the_unit_of_the_ramp() -> None:
    trace = {"kpa": [1.0, None], "force_n": [0.02, None]}
    assert loads(trace, "kPa")[0] == 1.0 and loads(trace, "mN")[0] == 20.0
    assert math.isnan(loads(trace, "mN")[1])
    assert newest_load(trace, "mN") is None and newest_load(None, "kPa") is None
    assert newest_load({"kpa": [1.0], "force_n": [0.02]}, "mN") == 20.0
