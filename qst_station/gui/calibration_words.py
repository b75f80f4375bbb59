"""How instruments, methods and readings are spoken of: a mark and a word for each state, digits as displayed."""

from __future__ import annotations

import math

from PySide6.QtGui import QColor

from qst_station.gui import theme
from qst_station.gui.json_lines import Json

_STATES: dict[str, tuple[str, QColor, QColor]] = {
    "valid": ("✓ valid", theme.INK, theme.PAPER),
    "due_soon": ("▲ due soon", theme.INK, theme.ORANGE_PALE),
    "expired": ("■ expired", theme.RED, theme.RED_PALE),
    "failed": ("✕ failed", theme.RED, theme.RED_PALE),
    "unchecked": ("○ unchecked", theme.INK, theme.ORANGE_PALE),
    "retired": ("– retired", theme.QUIET, theme.FIELD),
}
VERDICTS = {
    "pass": "✓ PASS",
    "pass_with_correction": "✓ PASS WITH CORRECTION: the measured force is used",
    "fail": "■ FAIL: it must not be used",
    "not_stated": "NO VERDICT: the sponsor has set no tolerance",
}
KINDS = (
    ("hair", "von Frey hair"),
    ("pinprick", "weighted pinprick"),
    ("force_gauge", "force gauge, algometer"),
    ("tape", "tape"),
    ("balance", "balance"),
    ("reference_mass", "reference mass"),
    ("rule", "steel rule"),
    ("thermo_hygrometer", "thermo-hygrometer"),
)
KIND_WORDS = dict(KINDS)
UNKNOWN = "–"
SILENT_S = 2.0  # an older reading is not what the device shows now


def state_words(state: str) -> str:
    """A state as mark and word."""
    return _STATES[state][0] if state in _STATES else state


def state_colours(state: str) -> tuple[QColor, QColor]:
    """Ink and ground of a state."""
    return _STATES[state][1:] if state in _STATES else (theme.INK, theme.PAPER)


def measured_words(row: Json) -> str:
    """A measured force in mN with its U, rounded as U is."""
    value, expanded = row["measured_mn"], row["expanded_mn"]
    if value is None or not expanded:
        return UNKNOWN
    places = max(0, 1 - math.floor(math.log10(expanded)))
    return f"{value:.{places}f} ± {expanded:.{places}f}"


def due_words(rule: Json) -> str:
    """The rule of an instrument; what the sponsor has not decided is said."""
    if rule["recalibrate_after_days"] is None and rule["check_every_days"] is None:
        return "NOT SET: the sponsor must set it"
    days, every = rule["recalibrate_after_days"], rule["check_every_days"]
    parts = [f"calibrate every {days} days" if days is not None else "interval NOT SET"]
    if every is not None:
        parts.append("check on each day of use" if every == 1 else f"check every {every} days")
    return f"{', '.join(parts)} ({rule['set_by']})"


def setting_words(setting: Json) -> tuple[str, str, str]:
    """A setting of a method as table cells: name, value with unit, and whose it is."""
    unit = "" if setting["unit"] in ("1", "switch") else f" {setting['unit']}"
    values = setting["values"] or ([] if setting["value"] is None else [setting["value"]])
    shown = f"{', '.join(f'{value:g}' for value in values)}{unit}" if values else UNKNOWN
    return setting["name"].replace("_", " "), shown, _whose(setting)


def _whose(setting: Json) -> str:
    if setting["value"] is None and not setting["values"]:
        return "NOT SET: the sponsor must set it"
    if setting["set_by"]:
        return f"set by {setting['set_by']} on {setting['set_on']}"
    return "UNVERIFIED default" if setting["unverified"] else str(setting["grade"])


def warning_words(method: Json, most: int = 4) -> str:
    """What of a method nobody has set, and what nobody has confirmed, by name up to ``most``; or nothing."""
    said = []
    if method["not_set"]:
        said.append(f"The sponsor has not set: {_listed(method['not_set'], len(method['not_set']))}")
    if method["unverified"]:
        count = len(method["unverified"])
        said.append(f"{count} UNVERIFIED defaults in use: {_listed(method['unverified'], most)}")
    return " · ".join(said)


def _listed(names: list[str], most: int) -> str:
    """Names in words, those that decide a verdict first."""
    first = [name for name in ("tolerance", "guard_band", "warn_limit", "stop_limit", "rest") if name in names]
    ordered = [*first, *(name for name in names if name not in first)]
    return ", ".join(name.replace("_", " ") for name in ordered[:most]) + (" …" if len(names) > most else "")


def shown_value(value: float) -> str:
    """A value as it was sent: no digit more than the device shows."""
    return f"{value:.10g}".replace("-", "−")


def live_words(live: Json | None) -> tuple[str, str]:
    """What the device shows now: the digits, and whether they stand still."""
    if live is None:
        return UNKNOWN, "◌ no reading yet"
    if live["age_s"] is not None and live["age_s"] > SILENT_S:
        return UNKNOWN, f"▲ no reading for {live['age_s']:.0f} s"
    if live["overloaded"]:
        return "OVERLOAD", "■ take the load off"
    if live["value"] is None:
        return UNKNOWN, "◌ not settled"
    stable = {True: "● stable", False: "◌ moving", None: "the device does not say whether it is stable"}
    return f"{shown_value(live['value'])} {live['unit']}", stable[live["stable"]]
