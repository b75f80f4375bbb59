"""The drift of an instrument over the calibrations done here."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Mapping
from typing import Any

from calibration.trend import Calibrated as Point
from calibration.trend import TooFewCalibrations, trend
from qst_station.calibrating.entries import Adjusted, Calibrated
from qst_station.calibrating.history import History
from qst_station.calibrating.validity import due_date

# The row of the results that a statement of conformity is about, by kind; see calibration.evaluation.
_DEVIATIONS = ("deviation", "largest error")


def drift_view(history: History) -> dict[str, Any]:
    """Plain data for a plot.

    Returns
    -------
    dict
        `unit`, `points` (`date`, `deviation`, `expanded`, `certificate`, `adjusted`: since the point before),
        `tolerance` and `guard_band` of the last certificate (None without), `line`: None, or of the calibrations
        since the last adjustment `slope_per_year`, `expanded_per_year`, `significant`, `crossing` (last day within
        the tolerance, or None), `next_due`; and `why` there is no line.
    """
    rows = _points(history)
    last = _content(history.calibrations[-1]) if history.calibrations else {}
    conformity = last.get("conformity") or {}
    shown: dict[str, Any] = {
        "unit": rows[-1]["unit"] if rows else "",
        "points": [{name: value for name, value in row.items() if name != "unit"} for row in rows],
        "tolerance": conformity.get("tolerance"),
        "guard_band": conformity.get("guard_band"),
        "line": None,
        "why": "",
    }
    since = max((i for i, row in enumerate(rows) if row["adjusted"]), default=0)
    points = [
        Point(date=datetime.date.fromisoformat(r["date"]), deviation=r["deviation"], expanded=r["expanded"])
        for r in rows[since:]
    ]
    guard = shown["guard_band"] / points[-1].expanded if shown["guard_band"] is not None and points else 1.0
    try:
        line = trend(points, tolerance=shown["tolerance"], guard_band=guard, due=due_date(history))
    except TooFewCalibrations as few:
        return {**shown, "why": f"{few}."}
    found = {
        "slope_per_year": line.slope_per_year,
        "expanded_per_year": line.expanded_per_year,
        "significant": line.significant,
        "crossing": line.crossing.isoformat() if line.crossing else None,
        "next_due": line.next_due.isoformat() if line.next_due else None,
    }
    return {**shown, "line": found}


def drift_csv(history: History) -> str:
    """The points as CSV, one row a calibration."""
    text = io.StringIO()
    names = ("instrument", "date", "deviation", "expanded", "unit", "certificate", "adjusted")
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({"instrument": history.instrument.id, **row} for row in _points(history))
    return text.getvalue()


def _points(history: History) -> list[dict[str, Any]]:
    rows, adjusted = [], False
    for entry in history.entries:
        if isinstance(entry.event, Adjusted):
            adjusted = True
        elif isinstance(entry.event, Calibrated):
            found = _deviation(_content(entry.event))
            if found is not None:
                row = {
                    "date": entry.event.date.isoformat(),
                    "deviation": found["value"],
                    "expanded": found["expanded"],
                    "unit": found["unit"],
                    "certificate": entry.event.certificate,
                    "adjusted": adjusted,
                }
                rows.append(row)
                adjusted = False
    return rows


def _content(event: Calibrated) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(event.document)["content"]
    return content


def _deviation(content: Mapping[str, Any]) -> Mapping[str, Any] | None:
    rows = {row["name"]: row for row in content["results"]}
    return next((rows[name] for name in _DEVIATIONS if name in rows and rows[name]["expanded"]), None)
