"""Budgets, lines and rounding against published worked examples, and their laws."""

from __future__ import annotations

from decimal import Decimal
from math import inf, isinf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from calibration.line_fit import fit_line
from calibration.uncertainty import (
    Budget,
    Contribution,
    coverage_factor,
    rectangular,
    resolution,
    rounded,
)


def budget(unit: str, *parts: tuple[float, float], estimate: float = 0.0, probability: float = 0.95) -> Budget:
    """A budget of (standard uncertainty, degrees of freedom)."""
    return Budget(
        quantity="y",
        unit=unit,
        estimate=estimate,
        coverage_probability=probability,
        contributions=tuple(
            Contribution(name=f"x{i}", standard=u, unit=unit, degrees_of_freedom=v, source="example")
            for i, (u, v) in enumerate(parts)
        ),
    )


def test_end_gauge_of_the_gum() -> None:
    """JCGM 100:2008, H.1.6: combined 32 nm, 16 degrees of freedom, U99 = 2.92 x 32 nm = 93 nm.

    The components were taken from public excerpts of the clause.
    """
    gauge = budget("nm", (25.0, 18), (9.7, 25.6), (2.9, 50), (16.6, 2), estimate=50_000_838.0, probability=0.99)
    assert round(gauge.combined) == 32
    assert int(gauge.effective_degrees_of_freedom) == 16
    assert gauge.coverage_factor == pytest.approx(2.92, abs=0.005)
    assert rounded(gauge.estimate, gauge.expanded) == ("50000838", "93")


def test_product_of_three_means_of_the_gum() -> None:
    """JCGM 100:2008, G.4.1, example: 1.03 %, 19.0 degrees of freedom, U95 = 2.09 x 1.03 % = 2.2 %."""
    product = budget("%", (0.25, 9), (0.57, 4), (0.82, 14))
    assert product.combined == pytest.approx(1.03, abs=0.005)
    assert product.effective_degrees_of_freedom == pytest.approx(19.0, abs=0.05)
    # The guide rounds 18.997 to 19; cut to the next lower whole number, which it asks for, k is 2.10.
    assert coverage_factor(19.0) == pytest.approx(2.09, abs=0.005)
    assert product.coverage_factor == coverage_factor(18.0)
    assert rounded(0.0, product.expanded)[1] == "2.2"


def test_weight_of_ten_kilograms() -> None:
    """EA-4/02, S2: U = 45 mg, 15 and twice 10 mg rectangular, s = 25 mg over 3 readings: 29.3 mg, U = 59 mg."""
    weight = budget(
        "mg", (45.0 / 2, inf), (rectangular(15.0), inf), (25.0 / sqrt(3), inf), *[(rectangular(10.0), inf)] * 2
    )
    assert weight.combined == pytest.approx(29.3, abs=0.05)
    assert rounded(10_000_025.0, 2.0 * weight.combined) == ("10000025", "59")
    assert weight.coverage_factor == pytest.approx(1.96, abs=0.001)


def test_thermometer_of_the_gum() -> None:
    """JCGM 100:2008, H.3.2 and H.3.3: coefficients, their uncertainties and correlation, prediction at 30 C."""
    t = [21.521, 22.012, 22.512, 23.003, 23.507, 23.999, 24.513, 25.002, 25.503, 26.010, 26.511]
    b = [-0.171, -0.169, -0.166, -0.159, -0.164, -0.165, -0.156, -0.157, -0.159, -0.161, -0.160]
    line = fit_line([x - 20.0 for x in t], b)
    assert line.intercept == pytest.approx(-0.1712, abs=5e-5)
    assert line.intercept_standard == pytest.approx(0.0029, abs=5e-5)
    assert line.slope == pytest.approx(0.00218, abs=5e-6)
    assert line.slope_standard == pytest.approx(0.00067, abs=5e-6)
    assert line.covariance / line.intercept_standard / line.slope_standard == pytest.approx(-0.930, abs=5e-4)
    assert line.residual_standard == pytest.approx(0.0035, abs=5e-5)
    assert line.at(10.0) == pytest.approx(-0.1494, abs=5e-5)
    assert line.standard_at(10.0) == pytest.approx(0.0041, abs=5e-5)
    assert line.degrees_of_freedom == 9


parts = st.lists(st.tuples(st.floats(1e-3, 1e3), st.integers(1, 60) | st.just(inf)), min_size=1, max_size=8)


@given(parts)
def test_effective_degrees_of_freedom_lie_between_the_least_and_the_sum(given_parts) -> None:
    freedom = budget("mN", *given_parts).effective_degrees_of_freedom
    degrees = [v for _, v in given_parts]
    assert freedom >= min(degrees) * (1.0 - 1e-9)
    assert freedom <= sum(degrees) * (1.0 + 1e-9) or isinf(sum(degrees))


@given(parts, st.floats(1e-3, 1e3))
def test_one_more_contribution_never_makes_the_uncertainty_smaller(given_parts, more: float) -> None:
    assert budget("mN", *given_parts, (more, inf)).combined >= budget("mN", *given_parts).combined


@given(st.integers(1, 200), st.sampled_from([0.683, 0.9, 0.95, 0.99]))
def test_coverage_factors_are_those_of_the_t_distribution(freedom: int, probability: float) -> None:
    assert coverage_factor(freedom, probability) == pytest.approx(stats.t.interval(probability, freedom)[1])


@pytest.mark.parametrize(
    ("estimate", "expanded", "printed"),
    [
        (64.2249, 0.9876, ("64.22", "0.99")),
        (0.5, 0.0996, ("0.50", "0.10")),
        (512.34, 123.4, ("510", "120")),
        (-0.0001, 0.12, ("0.00", "0.12")),
        (1e-7, 3.14e-9, ("0.0000001000", "0.0000000031")),
        (12.5, 0.0, ("12.5", "0")),
    ],
)
def test_printed_results(estimate: float, expanded: float, printed: tuple[str, str]) -> None:
    assert rounded(estimate, expanded) == printed


@given(st.floats(-1e6, 1e6), st.floats(1e-9, 1e6), st.integers(1, 3))
def test_rounding_changes_a_result_by_less_than_its_last_digit(
    estimate: float, expanded: float, digits: int
) -> None:
    number, uncertainty = rounded(estimate, expanded, digits)
    significant = Decimal(uncertainty).normalize()
    assert len(significant.as_tuple().digits) <= digits
    assert abs(float(uncertainty) - expanded) <= 0.5 * 10.0 ** (1 - digits) * expanded * (1.0 + 1e-9)
    step = 10.0 ** (Decimal(repr(expanded)).adjusted() - digits + 1)
    assert abs(float(number) - estimate) <= 5.001 * step


def test_resolution_is_a_division_over_the_root_of_twelve() -> None:
    assert resolution(0.1) == pytest.approx(0.1 / sqrt(12.0))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Contribution(name="x", standard=-1.0, unit="g", source=""),
        lambda: Contribution(name="x", standard=inf, unit="g", source=""),
        lambda: Contribution(name="x", standard=1.0, unit="g", degrees_of_freedom=0.5, source=""),
        lambda: budget("g"),
        lambda: budget("g", (1.0, 9), probability=1.0),
        lambda: Budget(quantity="y", unit="mN", estimate=0.0, contributions=budget("g", (1.0, 9)).contributions),
        lambda: coverage_factor(0.9),
        lambda: rounded(1.0, -0.1),
        lambda: rounded(inf, 0.1),
        lambda: rounded(1.0, 0.1, 0),
        lambda: fit_line([1.0], [1.0]),
        lambda: fit_line([1.0, 1.0, 1.0], [1.0, 2.0, 3.0]),
        lambda: fit_line([1.0, 2.0], [1.0, 2.0, 3.0]),
    ],
)
def test_what_has_no_uncertainty_is_refused(wrong) -> None:
    with pytest.raises(ValueError):
        wrong()


@given(
    st.lists(st.floats(-100.0, 100.0), min_size=3, max_size=20, unique=True).filter(
        lambda x: max(x) - min(x) > 1.0
    ),
    st.floats(-10.0, 10.0),
    st.floats(-10.0, 10.0),
)
def test_a_line_is_found_again(x: list[float], intercept: float, slope: float) -> None:
    line = fit_line(x, [intercept + slope * value for value in x])
    assert (line.intercept, line.slope) == pytest.approx((intercept, slope), abs=1e-6)
    assert line.residual_standard < 1e-6
