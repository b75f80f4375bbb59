"""Drift of one instrument over its calibrations: deviations with U, the tolerance, and where the line leads."""

from __future__ import annotations

import datetime

from qst_station.gui.chart import Band, Chart, Dot, Level
from qst_station.gui.json_lines import Json
from qst_station.gui.words import told, tr

_DAYS_PER_YEAR = 365.25


def trend_chart(trend: Json) -> Chart:
    """The chart of a trend; its horizontal axis counts days and reaches to the day of the forecast."""
    points = [(_day(point["date"]), point) for point in trend["points"]]
    if not points:
        return Chart(title=tr("Deviation over the calibrations"), spoken=tr("there is no calibration yet"))
    first, last = points[0][0], points[-1][0]
    line = trend["line"] or {}
    ahead = _day(line["crossing"]) if line.get("crossing") else last
    room = max(1.0, 0.06 * (ahead - first))
    tolerance = trend["tolerance"]
    shaded = tr("shaded: tolerance") if tolerance is not None else tr("no tolerance set")
    ticks = [(day, point["date"]) for day, point in points]
    if ahead > last:
        ticks.append((ahead, line["crossing"]))
    return Chart(
        title=f"{tr('Deviation from nominal with U, {unit}', unit=trend['unit'])} · {shaded}",
        x_low=first - room,
        x_high=max(ahead, last) + room,
        ticks=tuple(ticks),
        bands=() if tolerance is None else (Band(low=-tolerance, high=tolerance),),
        levels=(Level(value=0.0, name=tr("nominal")),),
        dots=tuple(Dot(x=day, value=point["deviation"], half=point["expanded"]) for day, point in points),
        line=_drift(points[since(trend["points"]) :], line, ahead),
        spoken=trend_words(trend),
    )


def trend_words(trend: Json) -> str:
    """What the trend says, in one or two sentences."""
    line = trend["line"]
    if line is None:
        return told(str(trend["why"]))
    slope = f"{line['slope_per_year']:+.3g}".replace("-", "−")
    value = f"{slope} ± {line['expanded_per_year']:.2g} {trend['unit']}"
    if line["significant"]:
        drift = tr("Drift {value} per year.", value=value)
    else:
        drift = tr("Drift {value} per year, which is no more than its uncertainty.", value=value)
    if trend["tolerance"] is None:
        return f"{drift} {tr('No tolerance is set, so that there is no forecast.')}"
    if line["crossing"] is None:
        return f"{drift} {tr('It does not lead out of the tolerance.')}"
    leaves = tr("On this line it leaves the tolerance after {day} (forecast).", day=line["crossing"])
    due = tr("Next due: {day}.", day=line["next_due"]) if line["next_due"] else ""
    return " ".join(part for part in (drift, leaves, due) if part)


def since(points: list[Json]) -> int:
    """The first point that the line is drawn through: an adjustment begins anew."""
    return max((i for i, point in enumerate(points) if point["adjusted"]), default=0)


def _drift(points: list[tuple[float, Json]], line: Json, ahead: float) -> tuple[tuple[float, float], ...]:
    """The line of the fit: it goes through the mean of the points with the slope that was found."""
    if not line:
        return ()
    slope = line["slope_per_year"] / _DAYS_PER_YEAR
    day = sum(day for day, _ in points) / len(points)
    value = sum(point["deviation"] for _, point in points) / len(points)
    return tuple((x, value + slope * (x - day)) for x in (points[0][0], max(ahead, points[-1][0])))


def _day(text: str) -> float:
    return float(datetime.date.fromisoformat(text).toordinal())
