"""Where the window keeps what belongs to this place and not to a study: sound, pedals."""

from __future__ import annotations

from PySide6.QtCore import QSettings


def window_settings() -> QSettings:
    """The settings of this user on this computer."""
    return QSettings("QST Station", "window")
