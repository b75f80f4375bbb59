"""The screens of the course of a visit for the layout test: check-list, between the tests, the rail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.checklist_screen import CheckListScreen
from qst_station.gui.keys import Press
from qst_station.gui.rail import Rail
from tests.gui.layout import screen


def typed(text: str) -> Press:
    """A digit."""
    return Press(action="", text=text, source=f"key {text}", stamp_ns=1)


def key(action: str, *, stamp_ns: int = 1) -> Press:
    """A key that asks for something."""
    return Press(action=action, text="", source=f"key {action}", stamp_ns=stamp_ns)


def check_list(
    desk: Any, visit: Any, *, sound: tuple[bool, str] = (False, "no loudspeaker"), learned: bool = False
) -> CheckListScreen:
    """The check-list of a visit; where it turns to is remembered as something that was said."""
    made = CheckListScreen(
        desk, sound=lambda: sound, silence=lambda: "silence", learned=lambda: learned, turn_to=desk.said.append
    )
    made.show_status(visit.status())
    return made


class Asking:
    """Notes that wait for the reason of a stop."""

    def asks_why_stopped(self) -> bool:
        """They do."""
        return True


def between(desk: Any, visit: Any) -> BetweenScreen:
    """The screen between the tests."""
    made = BetweenScreen(desk, lambda reason: desk.said.append(f"review {reason}"))
    made.show_status(visit.status())
    return made


def tried_three_times(visit: Callable[..., Any]) -> Any:
    """A visit with three attempts at the fork: done, done again, stopped."""
    made = visit()
    for readings in (3, 3, 1):
        made.start("VDT").do("begin")
        for _ in range(readings):
            made.do("rate", value=6.0)
    return made.do("stop", reason="").do("explain", code="too_painful", text="in the last two readings")


@screen("check-list", beside_rail=True)
def _open(desk: Any, visit: Callable[..., Any]) -> QWidget:
    return check_list(desk, visit(checked=False))


@screen("check-list, temperature", beside_rail=True)
def _typing(desk: Any, visit: Callable[..., Any]) -> QWidget:
    made = check_list(desk, visit(checked=False))
    for text in "21.5":
        made.press(typed(text))
    return made


@screen("between, first", beside_rail=True)
def _first(desk: Any, visit: Callable[..., Any]) -> QWidget:
    return between(desk, visit())


@screen("between, attempts", beside_rail=True)
def _attempts(desk: Any, visit: Callable[..., Any]) -> QWidget:
    tried = tried_three_times(visit)
    made = between(desk, tried)
    made.select(tried.state.attempts[-1].step)
    return made


@screen("between, before a test", beside_rail=True)
def _before_a_test(desk: Any, visit: Callable[..., Any]) -> QWidget:
    made = visit()
    for index, step in enumerate(made.plan.steps):
        if step.site_role is None:
            made.do("skip", step=index, reason="no time")
    return between(desk, made.start("MDT").do("stop", reason=""))


@screen("between, stopped and asked why", beside_rail=True)
def _asked_why(desk: Any, visit: Callable[..., Any]) -> QWidget:
    made = between(desk, visit())
    made._notes = Asking()  # type: ignore[assignment]
    made.show_status(visit().start("MDT").do("begin").do("answer", yes=True).do("stop", reason="").status())
    return made


@screen("between, paused", beside_rail=True)
def _paused(desk: Any, visit: Callable[..., Any]) -> QWidget:
    return between(desk, visit().start("MPT").do("pause", reason=""))


@screen("rail", beside_rail=True)
def _rail(_desk: Any, visit: Callable[..., Any]) -> QWidget:
    status = tried_three_times(visit).status()
    made = Rail()
    made.show_steps(status["view"]["rail"], None, status["time"])
    return made
