"""Scales and ratings: a value never loses its scale and is never moved to another one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.documents import load_document
from qst_station.findings import Refused
from qst_station.ratings.scales import OtherScale, Rating, Scale, Scales, packaged_scales

SCALES = packaged_scales()
NRS = SCALES.scale("nrs-0-10-now")
VAS = SCALES.scale("vas-0-100-mm-now")


def pain(scale: Scale, value: float, body_site: str = "") -> Rating:
    return Rating(scale=scale, value=value, of="spontaneous pain", body_site=body_site)


def test_the_packaged_scales() -> None:
    ends = {scale.id: (scale.minimum, scale.maximum, scale.length_mm) for scale in SCALES.scales}
    assert ends["nrs-0-10-now"] == ends["nrs-0-10-24h"] == (0, 10, None)
    assert ends["nrs-0-100-now"] == (0, 100, None)
    assert ends["vas-0-100-mm-now"] == (0, 100, 100)
    assert ends["vas-0-10-now"] == (0, 10, None)
    assert len(SCALES.scale("five-point-now").words) == 5
    assert any(note.grade == "unverified" and "Anchors" in note.what for note in SCALES.provenance)


@given(scale=st.sampled_from(SCALES.scales), data=st.data())
def test_every_step_of_a_scale_can_be_given(scale: Scale, data: st.DataObject) -> None:
    steps = round((scale.maximum - scale.minimum) / scale.step)
    step = data.draw(st.integers(min_value=0, max_value=steps))
    value = scale.minimum + step * scale.step
    assert pain(scale, value).value == value


@given(scale=st.sampled_from(SCALES.scales), value=st.floats())
def test_any_other_number_is_refused_and_never_moved(scale: Scale, value: float) -> None:
    try:
        rating = pain(scale, value)
    except ValueError as fault:
        assert scale.title in str(fault)
        return
    steps = (value - scale.minimum) / scale.step
    assert rating.value == value and scale.minimum <= value <= scale.maximum
    assert abs(steps - round(steps)) <= 1e-6


@given(first=st.sampled_from(SCALES.scales), second=st.sampled_from(SCALES.scales))
def test_ratings_on_two_scales_are_not_compared(first: Scale, second: Scale) -> None:
    a, b = pain(first, 4), pain(second, 3)
    if first.id == second.id:
        assert a.minus(b) == 1
    else:
        with pytest.raises(OtherScale, match=first.id):
            a.minus(b)


@pytest.mark.parametrize("change", [{"recall_period": "24 h"}, {"low_anchor": "none"}, {"language": "de"}])
def test_another_wording_is_another_scale(change: dict[str, str]) -> None:
    with pytest.raises(OtherScale):
        pain(NRS, 4).minus(pain(replace(NRS, **change), 3))  # type: ignore[arg-type]


def test_another_place_is_not_compared() -> None:
    with pytest.raises(OtherScale, match="left hand"):
        pain(NRS, 4, "left hand").minus(pain(NRS, 3, "right hand"))


@pytest.mark.parametrize(
    "change",
    [
        {"minimum": 10.0},
        {"step": 0.0},
        {"step": 3.0},
        {"kind": "verbal"},
        {"words": ("none", "some")},
        {"length_mm": 100.0},
    ],
)
def test_a_scale_that_contradicts_itself(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="nrs-0-10-now"):
        replace(NRS, **change)  # type: ignore[arg-type]


def test_scales_are_named_and_single() -> None:
    with pytest.raises(ValueError, match="vas-0-10-now"):
        SCALES.scale("vas")
    with pytest.raises(ValueError, match="twice"):
        Scales(name="x", version="1", scales=(NRS, NRS), provenance=())


def test_a_study_writes_a_scale_of_its_own() -> None:
    text = """
    name = "endometriosis"
    version = "1"
    provenance = []
    [[scales]]
    id = "vas"
    title = "Pelvic pain"
    kind = "visual"
    minimum = 0
    maximum = 100
    step = 1
    unit = "mm"
    low_anchor = "no pain"
    high_anchor = "worst pain"
    recall_period = "7 d"
    language = "en"
    length_mm = 100
    """
    assert load_document(text, Scales, place="scales.toml").scale("vas").recall_period == "7 d"
    with pytest.raises(Refused, match=r"scales\.toml"):
        load_document(text.replace("length_mm = 100", "length_cm = 10"), Scales, place="scales.toml")
