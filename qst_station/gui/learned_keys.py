"""The keys that the pedals, presenters and buttons of this place type, kept with the settings of the window."""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent

from qst_station.gui.keys import BY_NAME, goes_with_others, is_combination, key_name, taken_by
from qst_station.gui.words import tr

LEARNABLE = ("space", "yes", "no", "undo", "pause", "stop")
_NAME = "learned_keys"
_BUTTONS = "learned_buttons"
# Keys that the window takes before any screen, or that Qt keeps for going from field to field.
_WINDOW_KEYS = frozenset(key.value for key in (Qt.Key.Key_F2, Qt.Key.Key_Tab, Qt.Key.Key_Backtab))


def learned_keys(settings: QSettings) -> dict[int, str]:
    """Action by Qt's code of the key.

    What cannot be read, is no longer an action, or is a key such as Shift, once learned as one, is left out.
    """
    try:
        stored = json.loads(str(settings.value(_NAME, "{}")))
        known = {int(code): str(action) for code, action in stored.items() if action in LEARNABLE}
    except (ValueError, AttributeError):
        return {}
    return {code: action for code, action in known.items() if not goes_with_others(code)}


def keep(settings: QSettings, learned: dict[int, str]) -> None:
    """Keep the keys for later starts."""
    settings.setValue(_NAME, json.dumps({str(code): action for code, action in learned.items()}))
    settings.sync()


def learned_buttons(settings: QSettings) -> dict[str, str]:
    """Action by device and button, for buttons that are attached as devices."""
    try:
        stored = json.loads(str(settings.value(_BUTTONS, "{}")))
        return {str(code): str(action) for code, action in stored.items() if action in LEARNABLE}
    except (ValueError, AttributeError):
        return {}


def keep_buttons(settings: QSettings, learned: dict[str, str]) -> None:
    """Keep the buttons for later starts."""
    settings.setValue(_BUTTONS, json.dumps(learned))
    settings.sync()


def objection(event: QKeyEvent, action: str) -> str:
    """Why a key cannot be learned for an action, and what to do; empty where it can."""
    code, text = event.key(), event.text()
    if is_combination(event):
        return tr(
            "This button types a combination of keys. Set the pedal to one key: F13, say. "
            "A presenter remote has other buttons."
        )
    if text and text in "0123456789.,\r\n":
        typed = text.strip() or tr("Enter")
        return tr(
            "This key types {typed}, which ratings and readings need. Set the pedal to F13; on a presenter remote "
            "take another of its buttons, page up or down.",
            typed=typed,
        )
    taken = taken_by(code)
    if code in _WINDOW_KEYS or (taken and taken != action):
        means = BY_NAME[taken].label if taken else tr("seen")
        return tr(
            "{key} already means “{means}”. Set the pedal to another: F13, say. A presenter remote has others.",
            key=key_name(code),
            means=means,
        )
    return ""
