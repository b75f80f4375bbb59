"""Mass and force at one site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.conversion import UnfitUnit, Weighing, in_mm, log_unit


@pytest.mark.parametrize(
    ("force_mn", "mass_g"),
    [(8, 0.816), (16, 1.63), (32, 3.26), (64, 6.53), (128, 13.1), (256, 26.1), (512, 52.2)],
)
def test_expected_masses_of_the_pinprick_set(force_mn: float, mass_g: float) -> None:
    """F / g with conventional gravity, to three digits."""
    assert float(f"{Weighing(air_buoyancy=False).mass_g(force_mn):.3g}") == mass_g


def test_air_carries_fifteen_parts_in_a_hundred_thousand_of_a_weight() -> None:
    """1.2 / 8000 by the definition of conventional mass (OIML D 28)."""
    assert Weighing().mn_per_g / Weighing(air_buoyancy=False).mn_per_g == pytest.approx(1.0 - 1.5e-4, rel=1e-12)


@given(st.floats(1e-3, 1e3), st.floats(9.78, 9.833), st.booleans())
def test_there_and_back(mass_g: float, gravity: float, buoyancy: bool) -> None:
    site = Weighing(gravity_m_per_s2=gravity, air_buoyancy=buoyancy)
    assert site.mass_g(site.force_mn(mass_g)) == pytest.approx(mass_g, rel=1e-12)


def test_units() -> None:
    site = Weighing(gravity_m_per_s2=9.81, air_buoyancy=False)
    assert site.in_mn(500.0, "mg") == pytest.approx(4.905)
    assert site.in_mn(0.5, "kg") == pytest.approx(4905.0)
    assert site.in_mn(2.5, "N") == pytest.approx(2500.0)
    assert site.in_mn(1.0, "gf") == pytest.approx(9.80665)  # a unit of force knows no site
    assert in_mm(20.0, "cm") == pytest.approx(200.0)


@pytest.mark.parametrize("unit", ["", "oz", "mm", "kPa", "G"])
def test_a_unit_that_is_neither_mass_nor_force_is_refused(unit: str) -> None:
    with pytest.raises(UnfitUnit, match="mg, g, kg"):
        Weighing().in_mn(1.0, unit)


def test_a_unit_that_is_no_length_is_refused() -> None:
    with pytest.raises(UnfitUnit, match="mm, cm, m"):
        in_mm(1.0, "g")


@pytest.mark.parametrize("wrong", [{"gravity_m_per_s2": 98.1}, {"air_density_kg_per_m3": 8000.0}])
def test_gravity_and_air_of_another_planet_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"Earth|lighter"):
        Weighing(**wrong)


def test_log_units() -> None:
    """By the convention: 10 g are log10 of ten times 10,000 mg."""
    assert log_unit(98.0665) == pytest.approx(5.0)
    assert log_unit(9.80665 * 2.0) == pytest.approx(4.301, abs=5e-4)
    with pytest.raises(ValueError, match="positive"):
        log_unit(0.0)
