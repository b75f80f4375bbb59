"""How instruments, methods and readings are spoken of: a mark and a word for each state, digits as displayed."""

from __future__ import annotations

import math

from PySide6.QtGui import QColor

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.words import told, tr

_COLOURS: dict[str, tuple[QColor, QColor]] = {
    "valid": (theme.INK, theme.PAPER),
    "due_soon": (theme.INK, theme.ORANGE_PALE),
    "expired": (theme.RED, theme.RED_PALE),
    "failed": (theme.RED, theme.RED_PALE),
    "unchecked": (theme.INK, theme.ORANGE_PALE),
    "retired": (theme.QUIET, theme.FIELD),
}
UNKNOWN = "–"
SILENT_S = 2.0  # an older reading is not what the device shows now


def state_words(state: str) -> str:
    """A state as mark and word."""
    return {
        "valid": tr("✓ valid"),
        "due_soon": tr("▲ due soon"),
        "expired": tr("■ expired"),
        "failed": tr("✕ failed"),
        "unchecked": tr("○ unchecked"),
        "retired": tr("– retired"),
    }.get(state, state)


def state_colours(state: str) -> tuple[QColor, QColor]:
    """Ink and ground of a state."""
    return _COLOURS.get(state, (theme.INK, theme.PAPER))


def verdict_words(verdict: str) -> str:
    """What a decision means for the instrument, with its mark."""
    return {
        "pass": tr("✓ PASS"),
        "pass_with_correction": tr("✓ PASS WITH CORRECTION: the measured force is used"),
        "fail": tr("■ FAIL: it must not be used"),
        "not_stated": tr("NO VERDICT: the sponsor has set no tolerance"),
    }[verdict]


def kinds() -> dict[str, str]:
    """The kinds of instruments by what the register calls them."""
    return {
        "hair": tr("von Frey hair"),
        "pinprick": tr("weighted pinprick"),
        "force_gauge": tr("force gauge, algometer"),
        "tape": tr("tape"),
        "balance": tr("balance"),
        "reference_mass": tr("reference mass"),
        "rule": tr("steel rule"),
        "thermo_hygrometer": tr("thermo-hygrometer"),
    }


def named(code: str) -> str:
    """A name of the engine as words: those of a setting, of an entry, of what is due."""
    return told(code.replace("_", " "))


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
        return tr("NOT SET: the sponsor must set it")
    days, every = rule["recalibrate_after_days"], rule["check_every_days"]
    parts = [tr("calibrate every {days} days", days=days) if days is not None else tr("interval NOT SET")]
    if every is not None:
        often = tr("check on each day of use") if every == 1 else tr("check every {days} days", days=every)
        parts.append(often)
    return f"{', '.join(parts)} ({rule['set_by']})"


def setting_words(setting: Json) -> tuple[str, str, str]:
    """A setting of a method as table cells: name, value with unit, and whose it is."""
    unit = "" if setting["unit"] in ("1", "switch") else f" {setting['unit']}"
    values = setting["values"] or ([] if setting["value"] is None else [setting["value"]])
    shown = f"{', '.join(f'{value:g}' for value in values)}{unit}" if values else UNKNOWN
    return named(setting["name"]), shown, _whose(setting)


def _whose(setting: Json) -> str:
    if setting["value"] is None and not setting["values"]:
        return tr("NOT SET: the sponsor must set it")
    if setting["set_by"]:
        return tr("set by {who} on {day}", who=setting["set_by"], day=setting["set_on"])
    return tr("UNVERIFIED default") if setting["unverified"] else told(str(setting["grade"]))


def warning_words(method: Json, most: int = 4) -> str:
    """What of a method nobody has set, and what nobody has confirmed, by name up to ``most``; or nothing."""
    said = []
    if method["not_set"]:
        said.append(
            tr("The sponsor has not set: {names}", names=_listed(method["not_set"], len(method["not_set"])))
        )
    if method["unverified"]:
        count, names = len(method["unverified"]), _listed(method["unverified"], most)
        said.append(tr("{count} UNVERIFIED defaults in use: {names}", count=count, names=names))
    return " · ".join(said)


def _listed(names: list[str], most: int) -> str:
    """Names in words, those that decide a verdict first."""
    first = [name for name in ("tolerance", "guard_band", "warn_limit", "stop_limit", "rest") if name in names]
    ordered = [*first, *(name for name in names if name not in first)]
    return ", ".join(named(name) for name in ordered[:most]) + (" …" if len(names) > most else "")


def shown_value(value: float) -> str:
    """A value as it was sent: no digit more than the device shows."""
    return f"{value:.10g}".replace("-", "−")


def live_words(live: Json | None) -> tuple[str, str]:
    """What the device shows now: the digits, and whether they stand still."""
    if live is None:
        return UNKNOWN, tr("◌ no reading yet")
    if live["age_s"] is not None and live["age_s"] > SILENT_S:
        return UNKNOWN, tr("▲ no reading for {age:.0f} s", age=live["age_s"])
    if live["overloaded"]:
        return tr("OVERLOAD"), tr("■ take the load off")
    if live["value"] is None:
        return UNKNOWN, tr("◌ not settled")
    if live["stable"] is None:
        mark = tr("the device does not say whether it is stable")
    else:
        mark = tr("● stable") if live["stable"] else tr("◌ moving")
    return f"{shown_value(live['value'])} {live['unit']}", mark
