"""A reading becomes a force, and a force a pressure, in exactly one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.scale import NEWTON_PER_UNIT, Scale, UnknownUnit, pressure_kpa

# Newton in one unit; NIST SP 811, appendix B.8.
NEWTON = {
    "N": 1.0,
    "mN": 0.001,
    "kN": 1000.0,
    "gf": 0.00980665,
    "kgf": 9.80665,
    "ozf": 0.2780138509537812,
    "lbf": 4.4482216152605,
}
forces = st.floats(-1e5, 1e5)


@pytest.mark.parametrize("unit", sorted(NEWTON))
def test_units(unit: str) -> None:
    assert Scale().force_mn(1.0, unit) == pytest.approx(NEWTON[unit] * 1000.0, rel=1e-12)


def test_no_unit_goes_untested() -> None:
    assert set(NEWTON_PER_UNIT) == set(NEWTON)


@pytest.mark.parametrize("unit", ["", "n", "kg", "KGF", "N ", "kPa", "mm"])
def test_a_unit_that_is_no_force_is_refused_by_name(unit: str) -> None:
    with pytest.raises(UnknownUnit, match="kgf") as caught:
        Scale().force_mn(1.0, unit)
    assert caught.value.unit == unit


@given(forces)
def test_pressing_is_positive_whatever_the_gauge_shows(raw: float) -> None:
    assert Scale(compression_sign=-1).force_mn(-raw, "N") == Scale().force_mn(raw, "N")


def test_gain_comes_before_the_zero() -> None:
    scale = Scale(gain=1.02, zero_mn=20.0)
    assert scale.force_mn(1.0, "N") == pytest.approx(1000.0)
    assert Scale(gain=1.02, zero_mn=20.0, compression_sign=-1).force_mn(-1.0, "N") == pytest.approx(1000.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"compression_sign": 0},
        {"compression_sign": 2},
        {"gain": 0.0},
        {"gain": -1.0},
        {"gain": float("nan")},
    ],
)
def test_a_scale_that_turns_or_loses_the_force_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Scale(**wrong)


def test_one_newton_on_one_square_centimetre_is_ten_kilopascal() -> None:
    assert pressure_kpa([1000.0, 0.0], 1.0) == (10.0, 0.0)
    assert pressure_kpa([1000.0], 0.5) == (20.0,)


@given(st.lists(forces, max_size=8), st.floats(0.01, 100.0))
def test_pressure_times_area_is_the_force(force_mn: list[float], area_cm2: float) -> None:
    back = [p * area_cm2 * 100.0 for p in pressure_kpa(force_mn, area_cm2)]
    assert back == pytest.approx(force_mn, rel=1e-12)


@pytest.mark.parametrize("area_cm2", [0.0, -1.0, float("nan")])
def test_a_probe_without_area_is_refused(area_cm2: float) -> None:
    with pytest.raises(ValueError, match="area"):
        pressure_kpa([1.0], area_cm2)
