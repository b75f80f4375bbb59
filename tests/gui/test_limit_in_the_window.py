"""A limit of the study in a real window: said before the ramp, drawn beside it, loud when it is reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.gui.main_window import MainWindow
from qst_station.gui.ramp_screen import RampScreen
from qst_station.simulation.examiner import Apparatus
from qst_station.simulation.stage import virtual_engine
from tests.gui.local_engine import LocalClient, open_simulated, window_on
from tests.study.documents import as_toml, document

ACTOR = {"who": "AB", "role": "examiner"}
pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[MainWindow, LocalClient, Apparatus]]:
    """A window at the pressure test of a visit whose study allows 150 kPa."""
    limit = {"test": "PPT", "limit_kpa": 150.0, "grade": "protocol", "source": "a test"}
    text = as_toml({**document(), "force_limits": [limit]})
    (tmp_path / "study.toml").write_text(text, encoding="utf-8")
    with virtual_engine(tmp_path, seed=7) as (engine, stage, apparatus):
        client = LocalClient(engine, stage)
        open_simulated(client)
        assert engine.visit is not None
        step = next(i for i, s in enumerate(engine.visit.plan.steps) if s.key == "PPT@control")
        with window_on(client, qapp) as window:
            start = {"name": "start", "args": {"step": step, "reason": "this test only"}}
            client.request("command", lambda _: None, **start, actor=ACTOR, source="test")
            yield window, client, apparatus


def test_a_limit_is_said_drawn_and_sounds_when_it_is_reached(opened: Any, qtbot: Any) -> None:
    window, client, apparatus = opened
    qtbot.waitUntil(lambda: isinstance(window.visit_screen(), RampScreen), timeout=5000)
    screen = window.visit_screen()
    assert window.view["test"]["limit"] == "limit 150 kPa, set by the study"
    qtbot.waitUntil(lambda: "150 kPa, set by the study" in screen.ready.limit.text(), timeout=5000)
    client.request("command", lambda _: None, name="begin", args={}, actor=ACTOR, source="test")
    qtbot.waitUntil(lambda: window.view["phase"] == "armed", timeout=5000)
    assert window.view["ramp"]["limit"] == 150.0
    apparatus.hand.press(client.engine.clock.now_ns() + 300_000_000, 20.0)
    alarm = window.pacer.alarm
    qtbot.waitUntil(lambda: alarm.on, timeout=5000)
    assert alarm.card.accessibleName() == "Release: limit 150 kPa, set by the study"
    assert alarm.card.isVisible() and alarm.card.size() == window.stack.size()
    assert window.pacer.moving, "it has to be seen when the force has left"
    assert not window.edge.visibleRegion().isEmpty()  # Stop stays in sight
    assert "150" in screen._limit.text()
    apparatus.hand.let_go(client.engine.clock.now_ns())
    qtbot.waitUntil(lambda: not alarm.on, timeout=5000)
    assert not alarm.card.isVisible()
    assert window.view["ramp"]["last"]["verdict"] == "limit"
    client.request("command", lambda _: None, name="begin", args={}, actor=ACTOR, source="test")
    qtbot.waitUntil(lambda: window.view["alarm"] is None, timeout=5000)
    QTest.qWait(20)
    assert not alarm.on


def test_a_ramp_that_nobody_watches_any_more_sounds_too(opened: Any, qtbot: Any) -> None:
    window, client, _ = opened
    alarm = window.pacer.alarm
    qtbot.waitUntil(lambda: isinstance(window.visit_screen(), RampScreen), timeout=5000)
    client.silent.emit(2.5)
    assert not alarm.on, "no ramp runs"
    client.request("command", lambda _: None, name="begin", args={}, actor=ACTOR, source="test")
    qtbot.waitUntil(lambda: window.view["phase"] == "armed", timeout=5000)
    client.died.emit("killed by the test")
    assert alarm.on and "engine" in alarm.card.accessibleName()
    alarm.end()
