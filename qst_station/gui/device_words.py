"""What is said about a device on its card."""

from __future__ import annotations

from datetime import datetime, timedelta

from qst_station.gui.json_lines import Json

_STATES = {"connected": "● connected", "opening": "◌ opening", "silent": "▲ SILENT", "lost": "✕ UNPLUGGED"}
_SIGNS = {
    "running": "Press lightly now, then press the button again.",
    "rose": "✓ Pressing reads as positive.",
    "fell": "▲ Pressing read as negative: the sign is turned.",
    "unchanged": "▲ The force did not change. Press again, or check the cable.",
}
_GRADES = {
    "manual": "reply layout from the manual",
    "code": "reply layout unconfirmed (known from other software)",
    "inferred": "reply layout unconfirmed",
    "unconfirmed": "reply layout unconfirmed",
}
COMPARISONS = 2


def reading_words(device: Json) -> str:
    """What the device reads now, in large digits."""
    if device["state"] in ("lost", "silent", "opening"):
        return "–"
    if device["kind"] == "button":
        return f"{device['presses']} presses"
    if device["kind"] == "balance":
        return device["mass"] or "–"
    if device["force_n"] is None:
        return "–"
    return f"{round(device['force_n'], 2) + 0.0:.2f} N".replace("-", "−")  # never minus zero


def state_words(device: Json) -> str:
    """The state of a device, and how well it does, as one line."""
    parts = [_STATES[device["state"]]]
    if device["state"] in ("lost", "silent") and device["state_age_s"] is not None:
        since = datetime.now().astimezone() - timedelta(seconds=device["state_age_s"])
        parts[0] += f" since {since:%H:%M:%S}"
    if device["kind"] == "force" and device["state"] == "connected":
        if device["rate_hz"] is not None:
            parts.append(f"{device['rate_hz']:.0f} readings/s")
        if device["noise_mn"] is not None:
            parts.append(f"noise {device['noise_mn']:.1f} mN")
    if device["age_s"] is not None and not (device["kind"] == "button" and device["state"] == "connected"):
        parts.append(f"last byte {_age_words(device['age_s'])} ago")
    if device["garbled"]:
        parts.append(f"{device['garbled']} unreadable")
    return " · ".join(parts)


def use_words(device: Json) -> str:
    """What the device is used for, how well its replies are known, and its battery."""
    parts = []
    if device["tests"]:
        parts.append(f"for {', '.join(device['tests'])} on {device['probe_area_cm2']:g} cm²")
    parts.append(grade_words(device))
    if device["battery"]:
        parts.append(f"battery {device['battery']}")
    return " · ".join(parts)


def grade_words(device: Json) -> str:
    """How well the replies of a gauge are known, in a few words."""
    grade = str(device["grade"])
    return _GRADES.get(grade, grade)


def to_compare(device: Json) -> bool:
    """Whether the examiner has yet to see that the number on the screen is that of the display."""
    unconfirmed: bool = device["kind"] == "force" and device["grade"] != "manual"
    return unconfirmed and device["display_check"] != "agreed"


def alert_words(device: Json) -> str:
    """What the examiner must know or do now; empty where that is nothing."""
    if device["state"] == "silent":
        return "Is it switched on, on its main screen, its automatic power-off disabled?"
    if device["state"] == "lost":
        hindrance = device["hindrance"]
        chosen = f"▲ {hindrance[:1].upper()}{hindrance[1:]}. Choose it under Find a device."
        return chosen if hindrance else "Plug it in: it goes on by itself."
    if device["sign_check"] == "running":
        return _SIGNS["running"]
    if device["unit_was"]:
        return f"▲ The unit was changed on the device: {device['unit_was']} before, {device['unit']} now."
    if device["display_check"] == "differed":
        return "✕ Its display shows something else. Do not measure with it."
    if to_compare(device):
        return f"▲ Not confirmed: press, hold, and compare with its display ({_next_comparison(device)})."
    return _SIGNS.get(device["sign_check"] or "", "") or _agreed_words(device)


def _next_comparison(device: Json) -> str:
    done = len(device["display_agreed"])
    return f"{done + 1} of {COMPARISONS}" + (", at another load" if done else "")


def _agreed_words(device: Json) -> str:
    agreed = " and ".join(f"{shown['raw']:g} {shown['unit']}" for shown in device["display_agreed"])
    return f"✓ Compared with its display at {agreed}." if agreed else ""


def sent_words(device: Json) -> str:
    """The number on the wire, as the display should show it."""
    if device["raw"] is None:
        return "nothing is sent now"
    return f"sent: {device['raw']:g} {device['unit']}".replace("-", "−")


def _age_words(age_s: float) -> str:
    return f"{age_s:.1f} s" if age_s < 10 else f"{age_s:.0f} s" if age_s < 120 else f"{age_s / 60:.0f} min"
