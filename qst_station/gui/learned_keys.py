"""The keys that the pedals, presenters and buttons of this place type, kept with the settings of the window."""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings

from qst_station.gui.keys import BY_NAME, key_name, taken_by

LEARNABLE = ("space", "yes", "no", "undo", "pause", "stop")
_NAME = "learned_keys"


def learned_keys(settings: QSettings) -> dict[int, str]:
    """Action by Qt's code of the key; what cannot be read or is no longer an action is left out."""
    try:
        stored = json.loads(str(settings.value(_NAME, "{}")))
        return {int(code): str(action) for code, action in stored.items() if action in LEARNABLE}
    except (ValueError, AttributeError):
        return {}


def keep(settings: QSettings, learned: dict[int, str]) -> None:
    """Keep the keys for later starts."""
    settings.setValue(_NAME, json.dumps({str(code): action for code, action in learned.items()}))
    settings.sync()


def objection(code: int, text: str, action: str) -> str:
    """Why a key cannot be learned for an action; empty where it can."""
    if text and text in "0123456789.,\r\n":
        return f"The key types {text.strip() or 'Enter'}, which ratings and readings need. Set the pedal to F13."
    taken = taken_by(code)
    if taken and taken != action:
        return f"{key_name(code)} already means “{BY_NAME[taken].label}”. Set the pedal to another: F13, say."
    return ""
