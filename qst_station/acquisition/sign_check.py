"""The check that pressing makes the force rise."""

from __future__ import annotations

from typing import Literal

from qst_station.session.events import Floats

_SIGN_RISE_MN = 500.0


class SignCheck:
    """The examiner presses lightly between start and finish.

    Attributes
    ----------
    state : {"", "running", "rose", "fell", "unchanged"}
        Empty where it was never started.
    since_ns : int
        When it was started.
    """

    def __init__(self) -> None:
        self.state: Literal["", "running", "rose", "fell", "unchanged"] = ""
        self.since_ns = 0
        self._baseline_mn = 0.0

    def start(self, now_ns: int, force_mn: Floats) -> None:
        """Remember the force of now: the mean of the last readings, or none."""
        self._baseline_mn = float(force_mn.mean()) if len(force_mn) else 0.0
        self.since_ns = now_ns
        self.state = "running"

    def finish(self, force_mn: Floats) -> None:
        """Say which way the force went, from the readings since the start."""
        shown = force_mn - self._baseline_mn
        rise, fall = (float(shown.max()), float(-shown.min())) if len(shown) else (0.0, 0.0)
        if max(rise, fall) < _SIGN_RISE_MN:
            self.state = "unchanged"
        else:
            self.state = "rose" if rise >= fall else "fell"
