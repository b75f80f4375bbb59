"""What the charts of a calibration show: readings, daily checks and the trend over calibrations."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from qst_station.gui.calibration_charts import control_chart, readings_chart, signal_words
from qst_station.gui.chart import Band, Chart, Dot, value_ticks
from qst_station.gui.trend_plot import trend_chart, trend_words


@given(low=st.floats(-1e6, 1e6), span=st.floats(1e-3, 1e6))
def test_ticks_are_few_round_and_inside(low: float, span: float) -> None:
    high = low + span
    ticks = value_ticks(low, high)
    assert len(ticks) <= 6
    margin = 1e-6 * (abs(low) + span)
    assert all(low - margin <= tick <= high + margin for tick in ticks)
    steps = [after - before for before, after in pairwise(ticks)]
    assert max(steps, default=0.0) - min(steps, default=0.0) <= margin


def test_a_refused_reading_never_flattens_the_used_ones() -> None:
    dots = (Dot(x=1, value=63.0), Dot(x=2, value=61.0), Dot(x=3, value=4000.0, mark="refused"))
    low, high = Chart(title="", bands=(Band(low=57.6, high=70.4),), dots=dots).span()
    assert 50.0 < low < 57.6
    assert 70.4 < high < 80.0


def test_readings_keep_their_places_while_more_come_and_name_an_unverified_tolerance() -> None:
    chart = {"unit": "mN", "nominal": 64.0, "low": 57.6, "high": 70.4, "tolerance_set_by": ""}
    points = [{"value": 63.0, "used": True}, {"value": 30.0, "used": False}]
    drawn = readings_chart({**chart, "points": points}, 10)
    assert (drawn.x_low, drawn.x_high) == (0.5, 10.5)
    assert [dot.mark for dot in drawn.dots] == ["used", "refused"]
    assert "UNVERIFIED" in drawn.title
    assert "UNVERIFIED" not in readings_chart({**chart, "points": [], "tolerance_set_by": "sponsor"}, 10).title
    bare = readings_chart({**chart, "points": [], "low": None, "high": None}, 10)
    assert bare.bands == ()
    assert "no tolerance set" in bare.title


def test_the_control_chart_marks_warning_and_stop_by_shape() -> None:
    limits = {"mean": 61.5, "warn_low": 60.0, "warn_high": 63.0, "stop_low": 59.0, "stop_high": 64.0}
    history = [{"date": "2026-05-01", "value": 63.2, "result": "warn"}]
    daily = {"value": 66.0, "unit": "mN", "signal": "stop", "limits": limits, "history": history}
    chart = control_chart(daily)
    assert [dot.mark for dot in chart.dots] == ["warn", "stop"]
    assert [level.name for level in chart.levels].count("stop") == 2
    assert "must not be used" in signal_words("stop")
    first = control_chart({**daily, "signal": "baseline", "limits": None})
    assert first.levels == ()
    assert "proves nothing" in first.spoken


def trend(**more: Any) -> dict[str, Any]:
    days = ("2025-01-01", "2025-07-01", "2026-01-01", "2026-07-01")
    points = [
        {"date": day, "deviation": -0.5 * i, "expanded": 0.4, "adjusted": False} for i, day in enumerate(days)
    ]
    line = {
        "slope_per_year": -1.0,
        "expanded_per_year": 0.3,
        "significant": True,
        "crossing": "2029-02-01",
        "next_due": "2027-01-01",
    }
    return {"unit": "mN", "points": points, "tolerance": 6.4, "line": line, "why": "", **more}


def test_a_trend_shows_u_tolerance_and_the_day_of_the_forecast() -> None:
    chart = trend_chart(trend())
    assert [dot.half for dot in chart.dots] == [0.4] * 4
    assert chart.bands == (Band(low=-6.4, high=6.4),)
    assert chart.ticks[-1][1] == "2029-02-01"
    assert chart.line[-1][0] == chart.ticks[-1][0]
    assert "2029-02-01 (forecast)" in trend_words(trend())


def test_too_few_calibrations_forecast_nothing_and_say_why() -> None:
    few = trend(line=None, why="a trend needs 3 calibrations")
    assert trend_chart(few).line == ()
    assert trend_words(few) == "a trend needs 3 calibrations"


def test_the_line_of_a_trend_begins_after_the_last_adjustment() -> None:
    adjusted = trend()
    adjusted["points"][2]["adjusted"] = True
    assert trend_chart(adjusted).line[0][0] == trend_chart(adjusted).dots[2].x
