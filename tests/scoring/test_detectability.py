"""Which findings a stratum cannot show, against the published means and deviations."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from qst_station.scoring.detectability import Limits, detectability, reachable
from qst_station.scoring.norms import load_norms
from qst_station.scoring.zscore import score
from qst_station.station.opening import battery_documents

NORMS = load_norms()
TESTS = battery_documents().tests
AGES = {"20-29": 25.0, "30-39": 35.0, "40-49": 45.0, "50-59": 55.0, ">=60": 70.0}

Group = tuple[str, str, str]  # site, sex, age band


def limits_of(parameter: str) -> Limits:
    """What the packaged protocol of a test can give."""
    return reachable(TESTS[parameter].machine, parameter)


def groups_lacking(parameter: str, finding: str, limits: Limits) -> set[Group]:
    return {
        (site, sex, band)
        for name, site, sex, band in NORMS.strata
        if name == parameter
        and detectability(NORMS, parameter=name, site=site, sex=sex, age_y=AGES[band], limits=limits)
        in (finding, "both")
    }


def groups(wanted: Callable[[str, str, str], bool]) -> set[Group]:
    return {key[1:] for key in NORMS.strata if wanted(*key[1:])}


def test_what_a_test_can_give_follows_from_its_protocol() -> None:
    assert limits_of("MDT") == Limits(lowest=math.sqrt(0.125 * 0.25), highest=math.sqrt(512 * 1024))
    assert limits_of("MPT") == Limits(lowest=math.sqrt(4 * 8), highest=math.sqrt(512 * 1024))
    assert limits_of("MPS") == Limits(lowest=0.1, highest=100.1)
    assert limits_of("VDT") == Limits(lowest=0.0, highest=8.0)


def test_touch_gain_is_hidden_by_the_finest_hair() -> None:
    lacking = groups_lacking("MDT", "gain", limits_of("MDT"))
    assert lacking >= groups(lambda site, sex, _: (site, sex) == ("hand", "male"))
    assert lacking >= groups(lambda _, sex, band: sex == "female" and band in ("20-29", "30-39"))
    assert ("hand", "female", "40-49") not in lacking
    assert groups_lacking("MDT", "loss", limits_of("MDT")) == set()


def test_vibration_gain_is_never_found() -> None:
    assert groups_lacking("VDT", "gain", limits_of("VDT")) == groups(lambda *_: True)
    assert groups_lacking("VDT", "loss", limits_of("VDT")) == set()


def test_pinprick_loss_needs_more_than_the_largest_pinprick() -> None:
    capped = Limits(lowest=math.sqrt(4 * 8), highest=512.0)
    expected = groups(
        lambda site, sex, band: (
            sex == "male"
            and ((site == "hand" and band != ">=60") or (site == "foot" and band in ("30-39", "40-49")))
        )
    )
    assert groups_lacking("MPT", "loss", capped) == expected
    assert groups_lacking("MPT", "loss", limits_of("MPT")) == set()


def test_painless_pinpricks_are_within_the_norm_of_many_men() -> None:
    expected = groups(lambda site, sex, band: sex == "male" and (site == "foot" or band in ("40-49", "50-59")))
    assert groups_lacking("MPS", "loss", limits_of("MPS")) == expected


def test_no_wind_up_is_never_abnormal() -> None:
    assert groups_lacking("WUR", "loss", limits_of("WUR")) == groups(lambda *_: True)


def test_a_gauge_of_1000_kpa_hides_pressure_loss_where_the_norm_is_higher() -> None:
    expected = groups(
        lambda site, sex, band: (
            (site, sex, band) == ("hand", "male", "30-39")
            or (site == "foot" and sex == "male" and band != ">=60")
            or (site == "foot" and sex == "female" and band in ("40-49", "50-59"))
        )
    )
    assert groups_lacking("PPT", "loss", Limits(lowest=0.0, highest=1000.0)) == expected


@pytest.mark.parametrize(
    ("parameter", "value", "site", "sex", "band", "z"),
    [
        ("MDT", math.sqrt(0.125 * 0.25), "hand", "male", "20-29", 1.57),
        ("MDT", math.sqrt(0.125 * 0.25), "hand", "male", "40-49", 1.76),
        ("MDT", math.sqrt(0.125 * 0.25), "foot", "female", "30-39", 1.94),
        ("VDT", 8.0, "foot", "male", ">=60", 1.46),
        ("MPT", 512.0, "foot", "male", "40-49", -1.65),
        ("MPS", 0.1, "hand", "male", "40-49", -1.60),
    ],
)
def test_best_reachable_z(parameter: str, value: float, site: str, sex: str, band: str, z: float) -> None:
    result = score(NORMS, parameter=parameter, site=site, sex=sex, age_y=AGES[band], value=value)
    assert result.z == pytest.approx(z, abs=0.006)


def test_both_are_lacking_in_a_narrow_range() -> None:
    flag = detectability(
        NORMS, parameter="MPT", site="hand", sex="male", age_y=25, limits=Limits(lowest=60, highest=90)
    )
    assert flag == "both"


@pytest.mark.parametrize(
    ("parameter", "site", "age_y"),
    [("DMA", "hand", 45), ("MDT", "face", 45), ("MDT", "hand", 15), ("CDT", "hand", 45)],
)
def test_no_flag_without_a_norm(parameter: str, site: str, age_y: float) -> None:
    flag = detectability(
        NORMS, parameter=parameter, site=site, sex="male", age_y=age_y, limits=Limits(lowest=1, highest=2)
    )
    assert flag == ""


def test_limits_must_be_in_order() -> None:
    with pytest.raises(ValueError, match="must be below"):
        Limits(lowest=8.0, highest=8.0)
