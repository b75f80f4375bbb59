"""What an undo took back is said once the engine has taken it; nothing says a number that was given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from qst_station.gui.keys import Press
from qst_station.session.events import TimerDue
from qst_station.session.machine import step
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame, worn


@pytest.fixture
def frame(qapp: QApplication) -> Iterator[Frame]:
    made = Frame(1280, 800)
    yield made
    made.end()


def follow(frame: Frame, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the window order what the visit does at once."""

    def send(name: str, press: Press, done: Callable[[], None] | None = None, **args: Any) -> None:
        visit.do(name, **args)
        frame.show(visit.status())
        if done is not None:
            done()

    monkeypatch.setattr(frame.window.orders, "send", send)
    frame.show(visit.status())


def rated(test: str, *values: float) -> Visit:
    visit = Visit().start(test).do("begin")
    for value in values:
        visit.do("rate", value=value)
    return visit


def train(visit: Visit) -> Visit:
    """A train with all its touches, that waits for its number."""
    visit.do("begin")
    while (due_ns := visit.state.wake_ns) is not None:
        visit.t_ns = due_ns
        visit.state, _ = step(visit.plan, visit.state, TimerDue(t_ns=due_ns))
    return visit


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Visit().start("MDT").do("begin").do("answer", yes=False), "16 mN, not felt."),
        (lambda: Visit().start("MPT").do("begin").do("answer", yes=True), "8 mN, sharp."),
        (lambda: rated("MPS", 87.0, 3.0), "the number of stimulus 2."),
        (lambda: rated("WUR", 87.0), "the number of single touch 1."),
        (
            lambda: rated("WUR", 87.0).do("begin"),
            "the number of single touch 1. The train was cut.",
        ),
        (lambda: train(rated("WUR", 87.0)).do("rate", value=40.0), "the number of train 1."),
        (lambda: Visit().start("PPT").do("rate", value=400.0), "ramp 1."),
    ],
)
def test_the_window_says_what_was_taken_back(
    frame: Frame, monkeypatch: pytest.MonkeyPatch, make: Callable[[], Visit], said: str
) -> None:
    visit = make()
    follow(frame, visit, monkeypatch)
    frame.window.conduct.click("undo")
    assert frame.window.said.text() == f"✓ Taken back: {said}"
    visit.do("note", kind="remark", text="the next command")
    assert visit.status()["view"]["taken_back"] is None


def test_an_undo_that_takes_back_what_was_answered_anew_names_that(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = Visit().start("MDT").do("begin").do("answer", yes=True).do("undo", reason="").do("answer", yes=False)
    follow(frame, visit, monkeypatch)
    frame.window.conduct.click("undo")
    assert frame.window.said.text() == "✓ Taken back: 16 mN, not felt."


def test_pause_and_undo_stay_in_reach_in_large_text_while_something_is_said(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with worn(qapp, percent=200, language="de"):
        frame = Frame(1280, 800)
        visit = Visit().start("MDT").do("begin").do("answer", yes=True).do("answer", yes=True)
        follow(frame, visit, monkeypatch)
        edge = frame.window.edge
        places = {action: edge.key(action).geometry() for action in ("pause", "undo", "stop")}  # type: ignore[union-attr]
        frame.window.conduct.click("undo")
        frame.show(visit.status())
        assert frame.window.said.isVisible()
        assert frame.window.rect().contains(edge.geometry())
        for action, place in places.items():
            key = edge.key(action)
            assert key is not None and key.isVisible() and not key.why_not(), action
            assert edge.rect().contains(key.geometry()) and key.geometry() == place, action
        frame.end()
