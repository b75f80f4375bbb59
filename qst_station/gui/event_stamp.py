"""When a key went down or a pointer touched, however late the window came to hear of it."""

from __future__ import annotations

import time

from PySide6.QtGui import QInputEvent

_WRAP_MS = 2**32
_LONGEST_DELAY_MS = 1_000


def stamp_ns(event: QInputEvent) -> int:
    """The moment of an input event, on the clock that the window shares with the engine.

    The window system stamps events when they happen, in milliseconds; X11 and Wayland do so by the computer's
    monotonic clock, which is ours as well. A window that was busy painting hears of them late, and its own clock
    would carry that delay into the record. Stamps of another clock, told by lying in the future or more than a
    second back, are left alone: then the moment of delivery counts.
    """
    now_ns = time.perf_counter_ns()
    late_ms = (now_ns // 1_000_000 - event.timestamp()) % _WRAP_MS
    if late_ms > _LONGEST_DELAY_MS:
        return now_ns
    return min(now_ns, (now_ns // 1_000_000 - late_ms) * 1_000_000 + 500_000)
