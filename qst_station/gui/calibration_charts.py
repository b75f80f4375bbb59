"""The charts of a calibration: the readings about the nominal line, and the daily values between limits."""

from __future__ import annotations

from qst_station.gui.chart import Band, Chart, Dot, Level, Mark
from qst_station.gui.json_lines import Json

_DAILY_MARKS: dict[str, Mark] = {"warn": "warn", "fail": "stop", "stop": "stop"}


def readings_chart(chart: Json, of: int) -> Chart:
    """The readings of a calibration view, in their order.

    Parameters
    ----------
    chart : dict
        `unit`, `nominal`, `low`, `high` (None without a tolerance) and `points`.
    of : int
        How many readings the method takes, so that the dots do not move when the next comes.
    """
    points = chart["points"]
    last = max(of, len(points), 1)
    banded = chart["low"] is not None and chart["high"] is not None
    whose = "tolerance" if chart["tolerance_set_by"] else "tolerance, UNVERIFIED default"
    return Chart(
        title=f"Force, {chart['unit']} · {f'shaded: {whose}' if banded else 'no tolerance set'}",
        x_low=0.5,
        x_high=last + 0.5,
        ticks=tuple((float(i), str(i)) for i in range(1, last + 1)),
        bands=(Band(low=chart["low"], high=chart["high"]),) if banded else (),
        levels=() if chart["nominal"] is None else (Level(value=chart["nominal"], name="nominal"),),
        dots=tuple(
            Dot(x=float(i), value=point["value"], mark="used" if point["used"] else "refused")
            for i, point in enumerate(points, 1)
        ),
        spoken=_spoken_readings(chart),
    )


def _spoken_readings(chart: Json) -> str:
    used = [f"{point['value']:.4g}" for point in chart["points"] if point["used"]]
    refused = sum(not point["used"] for point in chart["points"])
    nominal = "" if chart["nominal"] is None else f"nominal {chart['nominal']:g}; "
    return f"{nominal}readings {', '.join(used) or 'none'}; {refused} not used"


def control_chart(daily: Json) -> Chart:
    """The daily values since the last calibration, today's last, between the limits of warning and stopping."""
    limits, unit = daily["limits"], daily["unit"]
    earlier = [(day["date"], day["value"], _DAILY_MARKS.get(day["result"], "used")) for day in daily["history"]]
    values = [*earlier, ("today", daily["value"], _DAILY_MARKS.get(daily["signal"], "used"))]
    shaded = "shaded: within the warning limits" if limits else "no limits yet"
    return Chart(
        title=f"Daily value, {unit} · {shaded}",
        x_low=0.5,
        x_high=len(values) + 0.5,
        ticks=tuple((float(i), name[5:] if name != "today" else name) for i, (name, _, _) in enumerate(values, 1)),
        bands=(Band(low=limits["warn_low"], high=limits["warn_high"]),) if limits else (),
        levels=_limit_levels(limits) if limits else (),
        dots=tuple(Dot(x=float(i), value=value, mark=mark) for i, (_, value, mark) in enumerate(values, 1)),
        spoken=f"today {daily['value']:.4g} {unit}: {signal_words(daily['signal'])}",
    )


def _limit_levels(limits: Json) -> tuple[Level, ...]:
    return (
        Level(value=limits["mean"], name="mean"),
        Level(value=limits["warn_low"], name="warn", style="dash"),
        Level(value=limits["warn_high"], name="warn", style="dash"),
        Level(value=limits["stop_low"], name="stop", style="stop"),
        Level(value=limits["stop_high"], name="stop", style="stop"),
    )


def signal_words(signal: str) -> str:
    """What today's value says, in words."""
    return {
        "baseline": "○ A FIRST DAY: there are no limits yet, so it proves nothing",
        "in_control": "✓ WITHIN THE LIMITS",
        "warn": "▲ BEYOND THE WARNING LIMIT",
        "stop": "■ BEYOND THE STOP LIMIT, it must not be used",
    }.get(signal, signal)
