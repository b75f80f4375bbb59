"""z-scores: the golden vectors, the sign, and a reason wherever no norm applies."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.scoring.norms import Stratum, load_norms
from qst_station.scoring.zscore import Score, score

NORMS = load_norms()
SCORED = [stratum for stratum in NORMS.strata.values() if stratum.parameter != "DMA"]
AGES = {"20-29": 25.0, "30-39": 35.0, "40-49": 45.0, "50-59": 55.0, ">=60": 70.0}

strata = st.sampled_from(SCORED)


def scored(stratum: Stratum, value: float) -> Score:
    return score(
        NORMS,
        parameter=stratum.parameter,
        site=stratum.site,
        sex=stratum.sex,
        age_y=AGES[stratum.age_band],
        value=value,
    )


def native(stratum: Stratum, x: float) -> float:
    """The value whose transform is x."""
    return x if stratum.parameter == "VDT" else 10.0**x


@pytest.mark.parametrize(
    ("parameter", "site", "sex", "age_band", "value", "z"),
    [
        ("MDT", "hand", "female", "40-49", 0.17678, 2.322),
        ("MDT", "hand", "female", "40-49", 4.0, -1.734),
        ("MPT", "hand", "male", "30-39", 22.63, 1.430),
        ("MPT", "foot", "female", ">=60", 362.04, -2.343),
        ("MPS", "hand", "female", "50-59", 8.5, 2.294),
        ("MPS", "foot", "male", "20-29", 0.1, -1.881),
        ("WUR", "hand", "male", "40-49", 4.0, 1.914),
        ("WUR", "foot", "female", "30-39", 1.0, -1.589),
        ("VDT", "foot", "male", "50-59", 4.333, -2.044),
        ("VDT", "hand", "female", "20-29", 8.0, 0.417),
        ("PPT", "hand", "female", "40-49", 210.0, 2.360),
        ("PPT", "foot", "male", ">=60", 900.0, -1.829),
    ],
)
def test_golden_vectors(parameter: str, site: str, sex: str, age_band: str, value: float, z: float) -> None:
    result = score(NORMS, parameter=parameter, site=site, sex=sex, age_y=AGES[age_band], value=value)
    assert result.z is not None
    assert round(result.z, 3) == z
    assert result.direction == ("gain" if z > 0 else "loss")
    assert result.outside_95 is (abs(z) > 1.96)
    assert result.stratum.startswith(f"{parameter} {site} {sex} {age_band} ")
    assert result.norm_sha256 == NORMS.sha256
    assert result.reason == ""


@given(strata)
def test_the_mean_scores_zero(stratum: Stratum) -> None:
    assert scored(stratum, native(stratum, stratum.mean)).z == pytest.approx(0.0, abs=1e-9)


@given(strata, st.floats(-5, 5), st.floats(-5, 5))
def test_a_low_threshold_is_gain_and_a_high_rating_is_gain(stratum: Stratum, a: float, b: float) -> None:
    low, high = (scored(stratum, native(stratum, stratum.mean + k * stratum.sd)) for k in sorted((a, b)))
    if low.z is None or high.z is None:
        assert low.reason or high.reason  # beyond the end of the scale
    elif stratum.parameter in ("MDT", "MPT", "PPT"):
        assert low.z >= high.z
    else:
        assert low.z <= high.z


@given(strata, st.floats(-3, 3))
def test_one_standard_deviation_is_one_z(stratum: Stratum, k: float) -> None:
    result = scored(stratum, native(stratum, stratum.mean + k * stratum.sd))
    if result.z is not None:
        sign = -1 if stratum.parameter in ("MDT", "MPT", "PPT") else 1
        assert result.z == pytest.approx(sign * k, abs=1e-6)


GOOD = {"parameter": "MPT", "site": "hand", "sex": "female", "age_y": 45.0, "value": 64.0}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"site": "face"}, "face"),
        ({"site": "trunk"}, "trunk"),
        ({"site": "back"}, "back"),
        ({"site": "knee"}, "no norm for site 'knee'; there are norms for hand, foot"),
        ({"site": ""}, "site missing"),
        ({"age_y": 19.99}, "age under 20"),
        ({"age_y": 0.0}, "age under 20"),
        ({"age_y": None}, "age missing"),
        ({"age_y": math.nan}, "age missing"),
        ({"age_y": -45.0}, "not plausible"),
        ({"age_y": 540.0}, "not plausible"),
        ({"sex": None}, "sex missing"),
        ({"sex": ""}, "sex missing"),
        ({"sex": "f"}, "unknown sex 'f'; known: female, male"),
        ({"parameter": "DMA", "value": 0.1}, "no z-score for DMA by rule"),
        ({"parameter": "CDT"}, "unknown parameter 'CDT'"),
        ({"parameter": "WUR", "value": None}, "wind-up ratio undefined"),
        ({"parameter": "WUR", "value": math.nan}, "wind-up ratio undefined"),
        ({"parameter": "WUR", "value": 0.0}, "no logarithm"),
        ({"value": None}, "value missing"),
        ({"value": 0.0}, "no logarithm"),
        ({"value": -64.0}, "no logarithm"),
        ({"value": math.inf}, "not finite"),
        ({"parameter": "VDT", "value": -1.0}, "below the scale of VDT"),
        ({"parameter": "VDT", "value": 8.5}, "above the scale of VDT"),
        ({"parameter": "MPS", "value": 0.05}, "below the scale of MPS"),
        ({"parameter": "MPS", "value": 101.0}, "above the scale of MPS"),
        ({"ramped": True}, "Pfau 2020"),
        ({"parameter": "MDT", "ramped": True}, "Pfau 2020"),
    ],
)
def test_no_z_without_a_norm_and_always_a_reason(change: dict[str, object], reason: str) -> None:
    result = score(NORMS, **(GOOD | change))  # type: ignore[arg-type]
    assert result.z is None
    assert result.direction == ""
    assert result.outside_95 is None
    assert result.stratum == ""
    assert reason in result.reason
    assert len(result.reason.encode()) <= 160
    assert (result.norm_set, result.norm_sha256) == (NORMS.identity, NORMS.sha256)


def test_the_transform_is_given_where_only_the_norm_is_missing() -> None:
    result = score(NORMS, **(GOOD | {"site": "face", "value": 100.0}))  # type: ignore[arg-type]
    assert result.x == 2.0


def test_a_pressure_ramp_keeps_its_norm() -> None:
    result = score(NORMS, **(GOOD | {"parameter": "PPT", "value": 400.0, "ramped": True}))  # type: ignore[arg-type]
    assert result.z is not None


def test_zero_ratings_survive_the_rounding_of_their_mean() -> None:
    mean_of_zero_ratings = math.exp(math.fsum([math.log(0.0 + 0.1)] * 35) / 35)
    for value in (mean_of_zero_ratings, math.nextafter(0.1, 0.0)):
        result = score(NORMS, **(GOOD | {"parameter": "MPS", "value": value}))  # type: ignore[arg-type]
        assert result.z is not None


finite_or_not = st.none() | st.floats()


@given(
    st.sampled_from(["MDT", "MPT", "MPS", "DMA", "WUR", "VDT", "PPT"]) | st.text(),
    st.sampled_from(["hand", "foot", "face"]) | st.text(),
    st.sampled_from(["female", "male", None]) | st.text(),
    finite_or_not,
    finite_or_not,
    st.booleans(),
)
def test_there_is_a_finite_z_or_a_reason(
    parameter: str, site: str, sex: str | None, age_y: float | None, value: float | None, ramped: bool
) -> None:
    result = score(NORMS, parameter=parameter, site=site, sex=sex, age_y=age_y, value=value, ramped=ramped)
    assert (result.z is None) == bool(result.reason)
    assert result.z is None or math.isfinite(result.z)
