"""A site's own line from girth to volume: fitted, checked, and silent outside what it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import isclose

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from qst_station.documents import load_document
from qst_station.limb.site_calibration import EstimatedVolume, SiteCalibration, estimate, fitted

GIRTHS = (36.0, 38.5, 40.0, 41.5, 43.0, 45.0)
VOLUMES = (380.0, 455.0, 470.0, 540.0, 560.0, 655.0)
VARIANT = "ulnar-styloid-2nd-mcp"
DOCUMENT = """
segment = "hand"
variant = "ulnar-styloid-2nd-mcp"
slope_ml_per_cm = 29.77
intercept_ml = -700.6
n = 6
r_squared = 0.982
see_ml = 14.5
girth_mean_cm = 40.67
girth_sxx_cm2 = 51.83
girth_min_cm = 36.0
girth_max_cm = 45.0
done_on = 2026-11-02
done_by = "AB"
"""


def calibration() -> SiteCalibration:
    return fitted(GIRTHS, VOLUMES, segment="hand", variant=VARIANT, done_on=date(2026, 11, 2), done_by="AB")


def volume(girth_cm: float) -> EstimatedVolume:
    return estimate(calibration(), girth_cm, segment="hand", variant=VARIANT)


def test_the_line_is_that_of_least_squares() -> None:
    line = stats.linregress(GIRTHS, VOLUMES)
    found = calibration()
    assert isclose(found.slope_ml_per_cm, line.slope)
    assert isclose(found.intercept_ml, line.intercept)
    assert isclose(found.r_squared, line.rvalue**2)
    assert isclose(found.see_ml / found.girth_sxx_cm2**0.5, line.stderr)


def test_the_prediction_interval_is_narrowest_in_the_middle() -> None:
    widths = [v.high_ml - v.low_ml for v in (volume(36.0), volume(calibration().girth_mean_cm), volume(45.0))]
    assert widths[1] < widths[0] and widths[1] < widths[2]
    middle = volume(calibration().girth_mean_cm)
    half = stats.t.ppf(0.975, 4) * calibration().see_ml * (1 + 1 / 6) ** 0.5
    assert isclose(middle.high_ml - middle.volume_ml, half)
    assert isclose(middle.volume_ml, sum(VOLUMES) / 6)


@given(st.floats(min_value=36, max_value=45), st.floats(min_value=36, max_value=45))
def test_the_prediction_interval_widens_away_from_the_mean(one_cm: float, other_cm: float) -> None:
    mean_cm = calibration().girth_mean_cm
    near, far = sorted((one_cm, other_cm), key=lambda girth_cm: abs(girth_cm - mean_cm))
    assume(abs(far - mean_cm) - abs(near - mean_cm) > 1e-3)
    widths = [v.high_ml - v.low_ml for v in (volume(near), volume(far))]
    assert widths[0] < widths[1]


@given(st.floats(min_value=1, max_value=200))
def test_nothing_is_estimated_outside_the_range(girth_cm: float) -> None:
    assume(not 36.0 <= girth_cm <= 45.0)
    with pytest.raises(ValueError, match="outside the calibration"):
        volume(girth_cm)


def test_another_variant_or_segment_is_refused() -> None:
    with pytest.raises(ValueError, match="radial-styloid-no-wrist"):
        estimate(calibration(), 40.0, segment="hand", variant="radial-styloid-no-wrist")
    with pytest.raises(ValueError, match="ankle"):
        estimate(calibration(), 40.0, segment="ankle", variant=VARIANT)


def test_a_site_writes_it_as_a_document() -> None:
    found = load_document(DOCUMENT, SiteCalibration, place="site.toml")
    assert found.done_on == date(2026, 11, 2)
    near = estimate(found, 40.0, segment="hand", variant=VARIANT)
    assert abs(near.volume_ml - volume(40.0).volume_ml) < 1


@pytest.mark.parametrize(
    "fault",
    [
        {"n": 2},
        {"slope_ml_per_cm": -29.0},
        {"see_ml": 0.0},
        {"girth_min_cm": 50.0},
        {"done_by": " "},
        {"r_squared": 0.5},
        {"see_ml": 145.0},
        {"slope_ml_per_cm": 2.977},
        {"girth_sxx_cm2": 5.183},
    ],
)
def test_numbers_that_do_not_belong_together_are_refused(fault: dict[str, float]) -> None:
    with pytest.raises(ValueError):
        replace(calibration(), **fault)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("girths_cm", "volumes_ml"),
    [
        (GIRTHS, VOLUMES[:-1]),
        (GIRTHS[:2], VOLUMES[:2]),
        ((40.0,) * 6, VOLUMES),
        (GIRTHS, (500.0,) * 6),
        (GIRTHS, VOLUMES[::-1]),
        (GIRTHS, tuple(10 * g for g in GIRTHS)),
    ],
)
def test_pairs_that_make_no_calibration(girths_cm: tuple[float, ...], volumes_ml: tuple[float, ...]) -> None:
    with pytest.raises(ValueError):
        fitted(girths_cm, volumes_ml, segment="hand", variant=VARIANT, done_on=date(2026, 11, 2), done_by="AB")
