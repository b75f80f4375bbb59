"""The presses of one button or pedal, without its bounces."""

from __future__ import annotations

from drivers.messages import Press
from qst_station.session.events import ButtonPressed

BOUNCE_NS = 80_000_000
# Stamped at the read call, behind a USB bridge that may batch for 16 ms (FTDI, default latency timer).
BUTTON_UNCERTAINTY_NS = 20_000_000


class Button:
    """Tells presses from bounces.

    Parameters
    ----------
    name : str
        The device that it belongs to.

    Attributes
    ----------
    presses : int
        How many there were.
    newest : ButtonPressed or None
        The last of them.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.presses = 0
        self.newest: ButtonPressed | None = None
        self._last: Press | None = None
        self._last_ns = 0

    def take(self, press: Press, t_ns: int) -> ButtonPressed | None:
        """The press that a message means; None for a release or a bounce."""
        if not press.down or self._bounces(press, t_ns):
            return None
        self._last, self._last_ns = press, t_ns
        self.presses += 1
        self.newest = ButtonPressed(
            t_ns=t_ns,
            device=self._name,
            button=press.button,
            uncertainty_ns=BUTTON_UNCERTAINTY_NS,
            device_ms=press.device_ms,
        )
        return self.newest

    def _bounces(self, press: Press, t_ns: int) -> bool:
        """Whether a press comes too soon after the last one, by the clock of the button where it has one."""
        before = self._last
        if before is None:
            return False
        if press.device_ms is None or before.device_ms is None or press.device_ms < before.device_ms:
            return t_ns - self._last_ns < BOUNCE_NS
        return (press.device_ms - before.device_ms) * 1_000_000 < BOUNCE_NS
