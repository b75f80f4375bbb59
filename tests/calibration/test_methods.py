"""The packaged methods, and what a sponsor may set in them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from calibration.method import Method, MethodKind, NotSet
from calibration.methods import method_text
from calibration.site import weighing
from qst_station.documents import load_document
from qst_station.findings import Refused
from tests.calibration.bench import method, with_values

KINDS = get_args(MethodKind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_has_a_source_and_no_default_poses_as_published(kind: MethodKind) -> None:
    for setting in method(kind).settings:
        assert setting.source
        assert not (setting.grade == "published" and "proposal" in setting.source)
        given = setting.value is not None or bool(setting.values)
        assert setting.unverified == (given and setting.grade == "unverified")


@pytest.mark.parametrize("kind", ["pinprick", "force_gauge", "balance"])
def test_no_tolerance_is_made_up(kind: MethodKind) -> None:
    assert "tolerance" in method(kind).not_set
    with pytest.raises(NotSet, match="tolerance"):
        method(kind).value("tolerance")


def test_what_a_sponsor_sets_is_no_longer_unverified() -> None:
    before = method("hair")
    after = with_values(before, tolerance=0.05)
    assert "tolerance" in before.unverified
    assert "tolerance" not in after.unverified
    assert (after.value("tolerance"), after.setting("tolerance").set_by) == (0.05, "Sponsor")
    assert before.value("tolerance") == 0.10


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("readings", 10.5),
        ("readings", 4.0),
        ("readings_minimum", 2.0),
        ("tolerance", -0.1),
        ("tolerance", float("nan")),
        ("coverage_probability", 1.0),
        ("plausible_factor", 0.5),
        ("tolerence", 0.1),
        ("rest", (1.0, 2.0)),
    ],
)
def test_an_impossible_setting_is_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError):
        method("hair").with_setting(name, value, set_by="Sponsor", set_on="2026-01-01")


def test_nobody_is_no_sponsor() -> None:
    with pytest.raises(ValueError, match="who set it"):
        method("hair").with_setting("tolerance", 0.1, set_by="", set_on="2026-01-01")


@pytest.mark.parametrize(
    ("what", "by", "named"),
    [
        ('name = "rest"', 'name = "rests"', "rest"),
        ('unit = "s"', 'unit = "min"', "given in s"),
        ('grade = "derived"', 'grade = "known"', "grade"),
        ("value = 30.0", "value = -30.0", "rest"),
    ],
)
def test_a_spoilt_document_is_refused_by_name(what: str, by: str, named: str) -> None:
    text = method_text("hair").replace(what, by)
    with pytest.raises(Refused, match=named):
        load_document(text, Method, place="hair.toml")


def test_a_setting_given_twice_is_refused() -> None:
    text = method_text("tape")
    twice = text + "\n" + re.findall(r"\[\[settings\]\][^\[]*", text)[0]
    with pytest.raises(Refused, match="twice"):
        load_document(twice, Method, place="tape.toml")


def test_an_unknown_method_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"brush.*hair, pinprick"):
        method_text("brush")  # type: ignore[arg-type]


def test_local_gravity_needs_its_uncertainty() -> None:
    hairs = with_values(method("hair"), local_gravity=9.8127)
    with pytest.raises(NotSet, match="local_gravity_uncertainty"):
        weighing(hairs)
    site = weighing(with_values(hairs, local_gravity_uncertainty=0.0002))
    assert (site.gravity_m_per_s2, site.gravity_standard) == pytest.approx((9.8127, 0.0001 / 9.8127))


def test_conventional_gravity_covers_the_earth() -> None:
    site = weighing(method("hair"))
    for gravity in (9.780, 9.832):
        assert abs(gravity / site.gravity_m_per_s2 - 1.0) <= 3**0.5 * site.gravity_standard
