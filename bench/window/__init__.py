"""The real window at one test of a practice visit, with an engine process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from visit import REQUEST

from qst_station.gui.engine_client import EngineClient
from qst_station.gui.main_window import MainWindow


class BenchWindow:
    """A window that lives only while something is waited for.

    Attributes
    ----------
    window : MainWindow
    step : int
        The first step of the test, once the visit is open.
    """

    def __init__(self, application: QApplication, data: Path, **options: Any) -> None:
        self._application = application
        self._client = EngineClient(["-m", "qst_station.station.server", "--data", str(data)])
        self.step = -1
        self.window = MainWindow(self._client, **options)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.start_engine()

    def open_visit(self, test: str) -> None:
        """Open a visit, and know the step of a test in it."""
        self.window.orders.actor = REQUEST["actor"]
        shown = self.ask("open_visit", request=REQUEST)
        self.step = next(int(step["step"]) for step in shown["view"]["rail"] if step["test"] == test)

    def attach(self, name: str, url: str, *tests: str, gauge: str = "mark10") -> None:
        """Attach a gauge, or something else that is read."""
        self.ask("attach", device={"name": name, "gauge": gauge, "url": url, "tests": list(tests)})

    def order(self, name: str, **args: Any) -> None:
        """Give a command past the window, which takes it from the next status."""
        self.ask("command", name=name, args=args, actor=REQUEST["actor"], source="bench")

    def ask(self, ask: str, **arguments: Any) -> dict[str, Any]:
        """The answer of the engine; a refusal ends the bench."""
        answers: list[dict[str, Any]] = []
        self._client.request(ask, answers.append, **arguments)
        self.until(lambda: bool(answers), 30.0)
        if not answers[0]["ok"]:
            raise SystemExit(f"{ask}: {answers[0]['finding']['happened']}")
        return answers[0]

    def rest(self, seconds: float) -> None:
        """Let the window live."""
        until = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > until, seconds + 1.0)

    def until(self, done: Callable[[], bool], seconds: float) -> None:
        """Let the window live until something is so; where it does not come, the bench ends."""
        until = time.monotonic() + seconds
        while not done():
            if time.monotonic() > until:
                raise SystemExit(f"nothing happens; the window says {self.window.said.text()!r}")
            self._application.processEvents()
            time.sleep(0.0002)  # the event loop of the product sleeps too
