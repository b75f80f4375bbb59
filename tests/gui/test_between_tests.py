"""Between the tests: what is read before the next one stands there, and one press starts it and begins."""

from __future__ import annotations

from typing import Any

import pytest

from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.keys import Press
from tests.gui.conftest import RememberingDesk, Visit

SPACE = Press(action="space", text="", source="key Space", stamp_ns=1)
ENTER = Press(action="enter", text="", source="key Return", stamp_ns=1)


@pytest.fixture
def after_pressure(visit: Visit) -> Visit:
    """PPT at the control area has just been done; everything before it was skipped."""
    steps = visit.plan.steps
    ppt = next(i for i, step in enumerate(steps) if step.test == "PPT")
    for index in range(ppt):
        visit.do("skip", step=index, reason="for the test")
    visit.do("start", step=ppt, reason="")
    for _ in range(3):
        visit.do("rate", value=300.0)
    assert visit.state.steps[ppt].status == "done"
    return visit


@pytest.fixture
def screen(qtbot: Any, desk: RememberingDesk, after_pressure: Visit) -> BetweenScreen:
    made = BetweenScreen(desk, lambda _reason: None)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.status = after_pressure.status()
    made.enter()
    made.show_status(after_pressure.status())
    return made


def test_the_next_test_and_its_words_are_there_to_be_read(screen: BetweenScreen) -> None:
    test = screen.view["next_test"]
    assert test["test"] == "MDT"
    assert screen.ready.isVisible() and not screen.go.isVisible()
    assert screen.ready.read_aloud.text().startswith(screen.view["words"]["read_aloud"][:40])
    assert "threads" in screen.ready.read_aloud.text()


def test_space_starts_and_begins_and_enter_only_starts(
    screen: BetweenScreen, desk: RememberingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.between_screen.SPACE_REST_S", 0.0)
    screen.press(SPACE)
    assert [name for name, _ in desk.sent] == ["start", "begin"]
    desk.sent.clear()
    screen.press(ENTER)
    assert [name for name, _ in desk.sent] == ["start"]


def test_a_late_response_to_the_last_ramp_begins_no_test(screen: BetweenScreen, desk: RememberingDesk) -> None:
    screen.press(SPACE)
    assert desk.sent == []
    assert "just ended" in desk.said[-1]


def test_another_step_that_is_selected_shows_no_words_of_the_one_that_is_due(screen: BetweenScreen) -> None:
    screen.select(screen.view["next_step"] + 1)
    assert not screen.ready.isVisible() and screen.go.isVisible()
