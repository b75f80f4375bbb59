"""A whole window without an engine, showing a visit: what the frame leaves to a screen is as it will be."""

from __future__ import annotations

import copy
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtWidgets import QApplication

from qst_station.gui import theme, words
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.main_window import MainWindow
from qst_station.gui.screen import Screen

SECOND = 1_000_000_000


@contextmanager
def worn(
    application: QApplication, *, look: str = "light", percent: int = 100, language: str = "en", scale: float = 1.0
) -> Iterator[None]:
    """Another theme, size of text, language and screen, and back to what there was."""
    before = theme.scale()
    theme.fit_to(round(1280 * scale), round(800 * scale))
    theme.write_larger(percent)
    theme.wear(look)
    theme.dress(application)
    words.speak(language)
    try:
        yield
    finally:
        words.speak("en")
        theme.wear("light")
        theme.write_larger(100)
        theme.fit_to(round(1280 * before), round(800 * before))
        theme.dress(application)


class Frame:
    """A window of a size, and the statuses that it is shown."""

    def __init__(self, width: int, height: int) -> None:
        self.client = EngineClient(["-c", "pass"])
        self.window = MainWindow(self.client)
        self.window.resize(width, height)
        self.window.show()
        self.window.turn_to("visit")

    def end(self) -> None:
        """Leave nothing behind."""
        self.window.end()
        self.window.hide()
        self.window.deleteLater()
        QApplication.processEvents()

    def show(self, status: dict[str, Any]) -> Screen:
        """Show a status on the screen that it belongs to."""
        shown = {"time": None, **status, "calibration": None}
        self.client.clock.now_ns, self.client.clock.clock_ns = shown["now_ns"], time.perf_counter_ns()
        self.client.status.emit(shown)
        QApplication.processEvents()  # a layout that has changed settles
        screen = self.window.visit_screen()
        assert screen is not None
        self.window.grab()
        return screen


def moments(make: Any) -> dict[str, dict[str, Any]]:
    """A status of every kind of moment in a running step; ``make`` opens a visit."""
    train = make().start("WUR").do("begin")
    single = train.status()
    train.do("rate", value=10.0)
    limb = make().start("FIG8")
    girth = limb.status()
    limb.do("limb_enter", girth_cm=412.0, entered="412")
    form = make().start("skin_temperature")
    words_due = form.status()
    form.do("form_enter", field="place", answer="palm", reason="")
    form.do("form_enter", field="unaffected", answer="404", reason="")
    context = make().start("limb_context").do("form_enter", field="rest_min", answer="15", reason="")
    return {
        "limits ready": make().start("MDT").status(),
        "limits": make().start("MDT").do("begin").status(),
        "rating": make().start("MPS").do("begin").status(),
        "fork": make().start("VDT").do("begin").status(),
        "single": single,
        "train ready": train.status(),
        "beating": train.do("begin").status(),
        "typed pressure": make().start("PPT").status(),
        "pressure doubt": make().start("PPT").do("rate", value=437.0).do("rate", value=43.0).status(),
        "ramp": ramp_status(make().start("PPT"), "ramping"),
        "ramp verdict": ramp_status(make().start("PPT"), "ready", "too_fast"),
        "girth": girth,
        "girth doubt": limb.status(),
        "form number": make().start("spontaneous_pain").status(),
        "form yes or no": make().start("css").status(),
        "form choice": context.status(),
        "form words": words_due,
        "form doubt": form.status(),
        "blocked": blocked_status(make().start("MPT").do("begin")),
    }


def ramp_status(visit: Any, phase: str, verdict: str = "") -> dict[str, Any]:
    """A status of a ramp with a gauge."""
    status: dict[str, Any] = copy.deepcopy(visit.status())
    view = status["view"]
    view["phase"] = view["ramp"]["phase"] = phase
    view["entry"] = None
    text = "Too fast: 71 kPa/s (40 to 60 asked for)."
    view["ramp"]["last"] = {"verdict": verdict, "repeat": verdict != "good", "text": text} if verdict else None
    view["do"] = "Too fast. Repeat this trial?" if verdict else view["do"]
    view["progress"]["done"] = int(bool(verdict))
    view["allowed"] |= {"begin": "" if phase == "ready" else "not now", "undo": "", "mark": ""}
    return status


def blocked_status(visit: Any) -> dict[str, Any]:
    """A status with a stimulus that must not be used."""
    status: dict[str, Any] = copy.deepcopy(visit.status())
    status["view"]["blocked"] = {
        "instrument": "pinprick-8",
        "why": "The calibration of the pinprick of 8 mN expired on 2026-10-01.",
        "remedy": "Calibrate it, or put another set on the tray.",
        "roles": ["principal_investigator"],
    }
    status["view"]["allowed"]["override"] = ""
    return status
