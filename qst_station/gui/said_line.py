"""One line above the lower edge that says for a few seconds why something is not possible, or what was done."""

from __future__ import annotations

import time

from qst_station.gui import theme
from qst_station.gui.fitted_text import FittedText

SAY_S = 5.0


class SaidLine(FittedText):
    """A sentence with a mark before it; it goes by itself."""

    def __init__(self) -> None:
        super().__init__("", most=24, bold=True, ground=theme.ALARM)
        self._since_s = self._until_s = 0.0
        self.setFixedHeight(theme.roomy(42))
        self.hide()

    def say(self, text: str) -> None:
        """Say why something is not possible."""
        self.set_colours(theme.INK, theme.ALARM)
        self._begin(f"▲ {text}")

    def confirm(self, text: str) -> None:
        """Say what has been done."""
        self.set_colours(theme.INK, theme.BLUE_PALE)
        self._begin(f"✓ {text}")

    def _begin(self, text: str) -> None:
        self.set_text(text)
        self.show()
        self._since_s = time.monotonic()
        self._until_s = self._since_s + SAY_S

    def outlive(self, order_s: float) -> None:
        """An order that was given at ``order_s`` has been taken: what was said before it is no longer so."""
        if self._since_s < order_s:
            self.hide()

    def fade(self) -> None:
        """Go, where it has been read for long enough."""
        if self.isVisible() and time.monotonic() > self._until_s:
            self.hide()
