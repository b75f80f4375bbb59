"""A simulated balance, a hand on its pan and one at the keyboard, for tests and pictures of a calibration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from drivers.simulated.device import simulated
from drivers.simulated.server import Server
from qst_station.gui.calibration_screen import CalibrationScreen
from qst_station.gui.calibration_words import named
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.instruments_screen import InstrumentsScreen
from qst_station.gui.json_lines import Json
from qst_station.gui.main_window import MainWindow
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.walk import Key, Walk
from qst_station.gui.workbench import CALIBRATION, REGISTER

_Made = TypeVar("_Made", bound=QWidget)

NEWTON_PER_GRAM = 9.80665e-3  # standard gravity, where the simulated balances stand
CHECK_G = 20.0
BALANCE = ("balance-1", "D-K-20391", "2099-12-31", "0.02", "2", "0.01")
CHECK_MASS = ("M-20g", "D-K-20392", "2099-12-31", "20.0", "0.001", "2")


class Hand:
    """What lies on the pan of a simulated balance: a load that a hand puts on and takes off."""

    def __init__(self) -> None:
        self.force_n = 0.0

    def __call__(self, _t_ns: int) -> float:
        """Newton now."""
        return self.force_n

    def put_on(self, gram: float) -> None:
        """Leave only this mass on the pan."""
        self.force_n = gram * NEWTON_PER_GRAM

    def press(self, force_mn: float) -> None:
        """Leave only this force on the pan."""
        self.force_n = force_mn * 1e-3


class Bench:
    """A window at its register, and the simulated balance beside it."""

    def __init__(self, walk: Walk, url: str, hand: Hand) -> None:
        self.walk = walk
        self.url = url
        self.hand = hand

    @property
    def register(self) -> InstrumentsScreen:
        """The register."""
        return self._made(REGISTER, InstrumentsScreen)

    @property
    def calibration(self) -> CalibrationScreen:
        """The calibration."""
        return self._made(CALIBRATION, CalibrationScreen)

    def _made(self, name: str, screen: type[_Made]) -> _Made:
        found = self.walk.window.made_screen(name)
        assert isinstance(found, screen)
        return found

    @property
    def view(self) -> Json:
        """The calibration that is under way; empty where there is none."""
        status = self.walk.window.status
        return (status or {}).get("calibration") or {}

    def due(self, key: str) -> Callable[[], bool]:
        """Whether this is what comes next."""
        return lambda: bool(self.view) and self.view["do"]["key"] == key

    def live(self, gram: float, *, stable: bool = True) -> Callable[[], bool]:
        """Whether the balance shows about this, settled."""

        def shows() -> bool:
            live = self.view.get("live")
            if not isinstance(live, dict) or live["value"] is None:
                return False
            return abs(live["value"] - gram) < 1e-3 and (live["stable"] or not stable)

        return shows

    def key(self, key: Key) -> None:
        """Press a key where the focus is; a form does not mind the same key twice."""
        QTest.keyClick(self.walk.window.focusWidget() or self.walk.window, key)

    def focused(self, widget: QWidget) -> Callable[[], bool]:
        """Whether the keys go to this widget; the window itself may be behind others."""
        return lambda: self.walk.window.focusWidget() is widget

    def enter(self, *texts: str) -> None:
        """Type into one field after the other; an empty text leaves a field as it is."""
        for text in texts:
            if text:
                self.walk.type(text)
            self.key(Key.Key_Return)

    def go_to(self, widget: QWidget) -> None:
        """Tab to a widget, once it is there."""
        self.walk.until(widget.isVisible)
        for _ in range(60):
            if self.walk.window.focusWidget() is widget:
                return
            self.key(Key.Key_Tab)
        raise LookupError(f"Tab does not lead to {widget.accessibleName() or widget}")

    def attach_balance(self) -> None:
        """Attach the balance."""
        device = {"name": "balance", "gauge": "mt-sics", "url": self.url, "tests": [], "probe_area_cm2": 1.0}
        window = self.walk.window
        window.orders.request("attach", device=device)
        self.walk.until(lambda: window.status and any(d["state"] == "connected" for d in window.status["devices"]))

    def add_hairs(self) -> None:
        """Register the set of hairs that ships as an example."""
        register = self.register
        self.go_to(register.initials)
        self.walk.type("AB")
        self.go_to(register.add)
        self.key(Key.Key_Return)
        self.key(Key.Key_Right)
        self.key(Key.Key_Return)
        self.enter("INCA-01", "optihair2-A", "LOT 12", "INCA site 1")
        self.walk.until(self.focused(register.add_form.accept))
        self.key(Key.Key_Return)
        self.walk.until(lambda: register.table.rowCount() == 12)

    def choose(self, name: str) -> None:
        """Go to an instrument with the arrow keys."""
        self.walk.until(self.focused(self.register.table))
        self._go_to_row(self.register.table, name)

    def _go_to_row(self, table: PlainTable, name: str) -> None:
        names = [table.row_texts(row)[0] for row in range(table.rowCount())]
        way = names.index(name) - table.currentRow()
        for _ in range(abs(way)):
            self.key(Key.Key_Down if way > 0 else Key.Key_Up)

    def set_setting(self, name: str, value: str) -> None:
        """Set one figure of the method on the first page."""
        page = self.calibration.begin
        self.walk.until(page.settings.rowCount)
        self.go_to(page.settings)
        self._go_to_row(page.settings, named(name))
        self.go_to(page.value)
        self.walk.type(value)
        self.key(Key.Key_Return)
        if not page.set_by.text():
            self.walk.type("sponsor, protocol 3.2")
        self.go_to(page.set)
        self.key(Key.Key_Return)

    def begin(self) -> None:
        """Begin with what is on the first page."""
        page = self.calibration.begin
        self.go_to(page.condition)
        self.walk.type("clean, straight")
        self.go_to(page.begin)
        self.key(Key.Key_Return)
        self.walk.until(self.due("conditions"))
        self.walk.until(self.focused(self.calibration.conditions.temperature))

    def note_conditions(self) -> None:
        """Fill in the room."""
        self.enter("22.5", "48", "")
        self.key(Key.Key_Return)
        self.walk.until(self.due("reference"))

    def enter_reference(self, values: tuple[str, ...]) -> None:
        """Fill in a standard."""
        form = self.calibration.reference
        self.walk.until(self.focused(form.chosen))
        self.key(Key.Key_Return)
        self.enter(*values, "")
        self.key(Key.Key_Return)

    def enter_balance(self) -> None:
        """Fill in the balance, which is all that a daily check rests on."""
        self.enter_reference(BALANCE)
        self.walk.until(lambda: bool(self.view) and not self.due("reference")())

    def take(self, gram: float) -> None:
        """Put a mass on, wait until it has settled, and take the reading."""
        before = len(self.view["readings"])
        self.hand.put_on(gram)
        self.walk.until(self.live(gram))
        self.walk.until(self.focused(self.calibration.readings.take))
        self.key(Key.Key_Return)
        self.walk.until(lambda: len(self.view["readings"]) > before)

    def press(self, force_mn: float, held_ms: int = 600) -> None:
        """Press the hair once and let go."""
        self.walk.until(self.live(0.0, stable=False))  # a press whose beginning was not seen is none
        before = len(self.view["readings"])
        self.hand.press(force_mn)
        self.walk.until(lambda: self.view["pressing"])
        QTest.qWait(held_ms)
        self.hand.put_on(0.0)
        self.walk.until(lambda: len(self.view["readings"]) > before)

    def prepare(self, before_reference: Callable[[], None] = lambda: None) -> None:
        """From the conditions to the first press."""
        self.note_conditions()
        before_reference()
        self.enter_reference(BALANCE)
        self.walk.until(lambda: self.view["do"]["role"] == "check_mass")
        self.enter_reference(CHECK_MASS)
        self.walk.until(self.due("check"))
        self.take(CHECK_G)
        self.walk.until(self.due("zero"))
        self.take(0.0)
        self.walk.until(self.due("press"))


@contextmanager
def bench(data: Path, out: Path | None, size: tuple[int, int]) -> Iterator[Bench]:
    """A window with the real engine at an empty register, and a balance at a pseudo-terminal."""
    hand = Hand()
    window = MainWindow(EngineClient(["-m", "qst_station.station.server", "--data", str(data)]))
    window.resize(*size)
    window.show()
    with Server(simulated("mt-sics", load=hand)) as server:
        window.start_engine()
        walk = Walk(window, out)
        try:
            walk.until(lambda: window.status and window.start.visit.count())
            window.start.instruments.click()
            walk.until(walk.shows(REGISTER))
            yield Bench(walk, server.url, hand)
        finally:
            window.end()
