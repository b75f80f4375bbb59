"""The charts of a calibration: the readings about the nominal line, and the daily values between limits."""

from __future__ import annotations

from qst_station.gui.chart import Band, Chart, Dot, Level, Mark
from qst_station.gui.json_lines import Json
from qst_station.gui.words import tr

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
    if not banded:
        shaded = tr("no tolerance set")
    elif chart["tolerance_set_by"]:
        shaded = tr("shaded: tolerance")
    else:
        shaded = tr("shaded: tolerance, UNVERIFIED default")
    return Chart(
        title=f"{tr('Force, {unit}', unit=chart['unit'])} · {shaded}",
        x_low=0.5,
        x_high=last + 0.5,
        ticks=tuple((float(i), str(i)) for i in range(1, last + 1)),
        bands=(Band(low=chart["low"], high=chart["high"]),) if banded else (),
        levels=() if chart["nominal"] is None else (Level(value=chart["nominal"], name=tr("nominal")),),
        dots=tuple(
            Dot(x=float(i), value=point["value"], mark="used" if point["used"] else "refused")
            for i, point in enumerate(points, 1)
        ),
        spoken=_spoken_readings(chart),
    )


def _spoken_readings(chart: Json) -> str:
    used = [f"{point['value']:.4g}" for point in chart["points"] if point["used"]]
    refused = sum(not point["used"] for point in chart["points"])
    said = tr("readings {values}; {refused} not used", values=", ".join(used) or "–", refused=refused)
    return said if chart["nominal"] is None else f"{tr('nominal {force:g}', force=chart['nominal'])}; {said}"


def control_chart(daily: Json) -> Chart:
    """The daily values since the last calibration, today's last, between the limits of warning and stopping."""
    limits, unit = daily["limits"], daily["unit"]
    earlier = [(day["date"], day["value"], _DAILY_MARKS.get(day["result"], "used")) for day in daily["history"]]
    values = [*earlier, ("", daily["value"], _DAILY_MARKS.get(daily["signal"], "used"))]
    shaded = tr("shaded: within the warning limits") if limits else tr("no limits yet")
    return Chart(
        title=f"{tr('Daily value, {unit}', unit=unit)} · {shaded}",
        x_low=0.5,
        x_high=len(values) + 0.5,
        ticks=tuple((float(i), day[5:] or tr("today")) for i, (day, _, _) in enumerate(values, 1)),
        bands=(Band(low=limits["warn_low"], high=limits["warn_high"]),) if limits else (),
        levels=_limit_levels(limits) if limits else (),
        dots=tuple(Dot(x=float(i), value=value, mark=mark) for i, (_, value, mark) in enumerate(values, 1)),
        spoken=f"{tr('today')} {daily['value']:.4g} {unit}: {signal_words(daily['signal'])}",
    )


def _limit_levels(limits: Json) -> tuple[Level, ...]:
    return (
        Level(value=limits["mean"], name=tr("mean")),
        Level(value=limits["warn_low"], name=tr("warn"), style="dash"),
        Level(value=limits["warn_high"], name=tr("warn"), style="dash"),
        Level(value=limits["stop_low"], name=tr("stop"), style="stop"),
        Level(value=limits["stop_high"], name=tr("stop"), style="stop"),
    )


def signal_words(signal: str) -> str:
    """What today's value says, in words."""
    return {
        "baseline": tr("○ A FIRST DAY: there are no limits yet, so it proves nothing"),
        "in_control": tr("✓ WITHIN THE LIMITS"),
        "warn": tr("▲ BEYOND THE WARNING LIMIT"),
        "stop": tr("■ BEYOND THE STOP LIMIT, it must not be used"),
    }.get(signal, signal)
