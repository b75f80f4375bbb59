"""What happens to a window from outside while a monkey plays: cables, buttons, hands, screens, colours, sizes."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qst_station.gui import preferences
from qst_station.gui.main_window import MainWindow
from qst_station.gui.screen_choice import Display
from qst_station.simulation.examiner import Apparatus
from qst_station.simulation.stage import ALGOMETER, BUTTON, VirtualStage
from tests.gui.local_engine import LocalClient

_MS = 1_000_000
_ATTACH = {
    ALGOMETER: {"name": ALGOMETER, "gauge": "mark10", "url": "memory://algometer"},
    BUTTON: {"name": BUTTON, "gauge": "button", "url": "memory://button"},
}
EXAMINERS = Display(name="LEFT", serial="1", geometry=(0, 0, 1920, 1080))
PARTICIPANTS = Display(name="RIGHT", serial="2", geometry=(1920, 0, 1024, 768))


class TwoScreens:
    """Two screens of which the second comes and goes; see `qst_station.gui.displays.Displays`."""

    def __init__(self) -> None:
        self.connected = True

    def all(self) -> tuple[Display, ...]:
        """The screens that are there now."""
        return (EXAMINERS, PARTICIPANTS) if self.connected else (EXAMINERS,)

    def under(self, _widget: QWidget) -> Display | None:
        """The examiner's window stays where it is."""
        return EXAMINERS

    def fill(self, window: QWidget, _display: Display) -> bool:
        """Show it, smaller: the virtual screen has one."""
        if not self.connected:
            return False
        window.resize(1024, 768)
        window.show()
        return True


class WindowTricks:
    """What a desktop and its user do to a window; each trick says what it did."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self.window = window
        self.chance = chance
        self.screens = TwoScreens()
        window.participant.displays = self.screens

    @property
    def all(self) -> tuple[Callable[[], str], ...]:
        """Every trick, as often as it is to be done."""
        return (
            self.resize,
            self.resize,
            self.dress,
            self.choose_participants_screen,
            self.plug_screen,
            self.hand_over,
            self.touch_there,
            self.touch_there,
        )

    def resize(self) -> str:
        """From the smallest window to the largest."""
        size = self.chance.randrange(1024, 1921), self.chance.randrange(640, 1081)
        self.window.resize(*size)
        return f"resize to {size}"

    def dress(self) -> str:
        """The other colours."""
        worn = self.chance.choice(("light", "dark"))
        application = QGuiApplication.instance()
        assert isinstance(application, QApplication)
        preferences.wear(application, preferences.Preferences(theme=worn))
        return f"wear {worn}"

    def choose_participants_screen(self) -> str:
        """Open the participant's window, or close it."""
        chosen = self.chance.choice((None, PARTICIPANTS))
        self.window.participant.choose(chosen)
        return f"participant's screen: {chosen and chosen.name}"

    def plug_screen(self) -> str:
        """The participant's screen is unplugged, or comes back."""
        self.screens.connected = not self.screens.connected
        self.window.participant.refresh()
        return f"participant's screen connected: {self.screens.connected}"

    def touch_there(self) -> str:
        """The participant touches their own screen, anywhere, with or without reason."""
        own = self.window.participant.own
        if own is None:
            return "no participant's window"
        spot = QPoint(self.chance.randrange(own.width()), self.chance.randrange(own.height()))
        hit = own.childAt(spot) or own
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(own, spot))
        return f"participant touches {type(hit).__name__} at {spot.x()},{spot.y()}"

    def hand_over(self) -> str:
        """The window goes to the participant and back."""
        if self.window.view is None:
            return "nothing to hand over"
        self.window.participant.hand_over()
        return "hand over"


class BenchTricks:
    """What happens to the devices of a virtual bench; each trick says what it did."""

    def __init__(self, client: LocalClient, stage: VirtualStage, apparatus: Apparatus, window: MainWindow) -> None:
        self.chance = random.Random()
        self._client = client
        self._stage = stage
        self._apparatus = apparatus
        self._window = window
        self._pulled: set[str] = set()

    @property
    def all(self) -> tuple[Callable[[], str], ...]:
        """Every trick, as often as it is to be done."""
        return (
            self.push_button,
            self.push_button,
            self.press,
            self.press,
            self.jab,
            self.cable,
            self.detach,
            self.zero,
        )

    def push_button(self) -> str:
        """The participant responds, to whatever."""
        at_ms = self.chance.randrange(0, 4000)
        self._apparatus.button.press(self._now_ns() + at_ms * _MS)
        return f"button in {at_ms} ms"

    def press(self) -> str:
        """A ramp as the lane asks for, with a response in it or at its end."""
        self._hand(rate_n_per_s=5.0, seconds=self.chance.uniform(0.1, 12.0))
        return self.push_button()

    def jab(self) -> str:
        """A hand far too fast, up to the limit and beyond."""
        self._hand(rate_n_per_s=self.chance.choice((50.0, 200.0)), seconds=self.chance.uniform(0.1, 2.0))
        return "a jab"

    def cable(self) -> str:
        """A cable is pulled, or plugged in again."""
        name = self.chance.choice((ALGOMETER, ALGOMETER, BUTTON))
        if name not in self._client.engine.devices:
            return f"no cable of {name}"
        if name in self._pulled:
            self._pulled.discard(name)
            self._stage.plug_in(name)
            return f"plug in {name}"
        self._pulled.add(name)
        self._stage.unplug(name)
        return f"unplug {name}"

    def detach(self) -> str:
        """A device is let go of by name, or attached again."""
        name = self.chance.choice((ALGOMETER, BUTTON))
        if name in self._client.engine.devices:
            self._window.request("detach", lambda _answer: None, name=name)
            return f"detach {name}"
        self._pulled.discard(name)
        tests = self.chance.choice((["PPT"], ["PPT", "EVF"], [])) if name == ALGOMETER else []
        self._window.request("attach", lambda _answer: None, device={**_ATTACH[name], "tests": tests})
        return f"attach {name}"

    def zero(self) -> str:
        """The gauge is set to zero, at the worst of times."""
        self._window.request("zero", lambda _answer: None, name=ALGOMETER)
        return "zero"

    def _hand(self, *, rate_n_per_s: float, seconds: float) -> None:
        start_ns = self._now_ns() + self.chance.randrange(0, 1500) * _MS
        self._apparatus.hand.press(start_ns, rate_n_per_s)
        self._apparatus.hand.let_go(start_ns + round(seconds * 1e9))

    def _now_ns(self) -> int:
        return self._client.engine.clock.now_ns()
