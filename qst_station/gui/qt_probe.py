"""Refuse a pair of PySide6 and Python that would abort in the middle of a session.

PySide6 6.12.0 on Python 3.11 gives away one reference to `True` with each `Signal.emit` and one to `None`
with each Qt call that returns nothing; once the count is used up the process dies. The probe makes
few enough calls to be harmless even then.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import PySide6
from PySide6.QtCore import QObject, Signal

CALLS = 100
TOLERATED = 20  # other threads change the counts a little while we look


class _Sender(QObject):
    sent = Signal(object)


def references_changed(value: object, call: Callable[[], object]) -> int:
    """By how much `CALLS` calls of `call` change the reference count of `value` (negative: given away)."""
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(value) - before


def unsafe_qt() -> str | None:
    """Why this PySide6 must not be used with this Python, or None where it is safe.

    Needs no application object. On Python 3.12 and later `True` and `None` are immortal and cannot run out.
    """
    sender = _Sender()
    changed = {
        "True": references_changed(True, lambda: sender.sent.emit(1)),
        "None": references_changed(None, lambda: sender.setObjectName("probe")),
    }
    lost = [f"{name} by {count:+d}" for name, count in changed.items() if abs(count) > TOLERATED]
    if not lost:
        return None
    import platform  # its own import takes milliseconds, and is wasted where all is well

    return (
        f"PySide6 {PySide6.__version__} on Python {platform.python_version()} miscounts references "
        f"({' and '.join(lost)} in {CALLS} calls) and would abort during a session. "
        "Install the locked packages again (make venv)."
    )
