"""What is said about a device on its card."""

from __future__ import annotations

from datetime import datetime, timedelta

from qst_station.gui.json_lines import Json
from qst_station.gui.words import told, tr

COMPARISONS = 2


def reading_words(device: Json) -> str:
    """What the device reads now, in large digits."""
    if device["state"] in ("lost", "silent", "opening"):
        return "–"
    if device["kind"] == "button":
        return tr("{count} presses", count=device["presses"])
    if device["kind"] == "balance":
        return device["mass"] or "–"
    if device["force_n"] is None:
        return "–"
    return f"{round(device['force_n'], 2) + 0.0:.2f} N".replace("-", "−")  # never minus zero


def state_words(device: Json) -> str:
    """The state of a device, and how well it does, as one line."""
    parts = [_state(device["state"])]
    if device["state"] in ("lost", "silent") and device["state_age_s"] is not None:
        since = datetime.now().astimezone() - timedelta(seconds=device["state_age_s"])
        parts[0] = tr("{state} since {time}", state=parts[0], time=f"{since:%H:%M:%S}")
    if device["kind"] == "force" and device["state"] == "connected":
        if device["rate_hz"] is not None:
            parts.append(tr("{rate:.0f} readings/s", rate=device["rate_hz"]))
        if device["noise_mn"] is not None:
            parts.append(tr("noise {noise:.1f} mN", noise=device["noise_mn"]))
    if device["age_s"] is not None and not (device["kind"] == "button" and device["state"] == "connected"):
        parts.append(tr("last byte {age} ago", age=_age_words(device["age_s"])))
    if device["garbled"]:
        parts.append(tr("{count} unreadable", count=device["garbled"]))
    return " · ".join(parts)


def use_words(device: Json) -> str:
    """What the device is used for, how well its replies are known, and its battery."""
    parts = []
    if device["tests"]:
        tests = ", ".join(device["tests"])
        parts.append(tr("for {tests} on {area:g} cm²", tests=tests, area=device["probe_area_cm2"]))
    parts.append(grade_words(device))
    if device["battery"]:
        parts.append(tr("battery {level}", level=device["battery"]))
    return " · ".join(parts)


def grade_words(device: Json) -> str:
    """How well the replies of a gauge are known, in a few words."""
    match device["grade"]:
        case "manual":
            return tr("reply layout from the manual")
        case "code":
            return tr("reply layout unconfirmed (known from other software)")
        case "inferred" | "unconfirmed":
            return tr("reply layout unconfirmed")
    return told(str(device["grade"]))


def to_compare(device: Json) -> bool:
    """Whether the examiner has yet to see that the number on the screen is that of the display."""
    unconfirmed: bool = device["kind"] == "force" and device["grade"] != "manual"
    return unconfirmed and device["display_check"] != "agreed"


def alert_words(device: Json) -> str:
    """What the examiner must know or do now; empty where that is nothing."""
    if device["state"] == "silent":
        return tr("Is it switched on, on its main screen, its automatic power-off disabled?")
    if device["state"] == "lost":
        hindrance = told(device["hindrance"])
        if not hindrance:
            return tr("Plug it in: it goes on by itself.")
        return tr("▲ {why}. Choose it under Find a device.", why=f"{hindrance[:1].upper()}{hindrance[1:]}")
    if device["sign_check"] == "running":
        return tr("Press lightly now, then press the button again.")
    if device["unit_was"]:
        before, now = device["unit_was"], device["unit"]
        return tr("▲ The unit was changed on the device: {before} before, {now} now.", before=before, now=now)
    if device["display_check"] == "differed":
        return tr("✕ Its display shows something else. Do not measure with it.")
    if to_compare(device):
        return tr(
            "▲ Not confirmed: press, hold, and compare with its display ({which}).", which=_next_comparison(device)
        )
    return _sign_words(device["sign_check"]) or _agreed_words(device)


def _state(state: str) -> str:
    return {
        "connected": tr("● connected"),
        "opening": tr("◌ opening"),
        "silent": tr("▲ SILENT"),
        "lost": tr("✕ UNPLUGGED"),
    }[state]


def _sign_words(found: str | None) -> str:
    """What the check of the sign found; empty where there was none."""
    match found:
        case "rose":
            return tr("✓ Pressing reads as positive.")
        case "fell":
            return tr("▲ Pressing read as negative: the sign is turned.")
        case "unchanged":
            return tr("▲ The force did not change. Press again, or check the cable.")
    return ""


def _next_comparison(device: Json) -> str:
    done = len(device["display_agreed"])
    if done:
        return tr("{number} of {all}, at another load", number=done + 1, all=COMPARISONS)
    return tr("{number} of {all}", number=done + 1, all=COMPARISONS)


def _agreed_words(device: Json) -> str:
    agreed = ", ".join(f"{shown['raw']:g} {shown['unit']}" for shown in device["display_agreed"])
    return tr("✓ Compared with its display at {values}.", values=agreed) if agreed else ""


def sent_words(device: Json) -> str:
    """The number on the wire, as the display should show it."""
    if device["raw"] is None:
        return tr("nothing is sent now")
    return tr("sent: {value}", value=f"{device['raw']:g} {device['unit']}".replace("-", "−"))


def _age_words(age_s: float) -> str:
    number = f"{age_s:.1f}" if age_s < 10 else f"{age_s:.0f}" if age_s < 120 else f"{age_s / 60:.0f}"
    return f"{number}\u00a0{'s' if age_s < 120 else 'min'}"
