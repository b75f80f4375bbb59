"""Volume of a limb: known bodies, laws of geometry, and entries that cannot be meant."""

from __future__ import annotations

from math import isclose, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.limb.volume import (
    DiscMarks,
    FrustumMarks,
    length_cm,
    typed_circumference_cm,
    typed_height_cm,
    volume_limits,
    volume_ml,
)

LIMITS = volume_limits()
lengths = st.floats(min_value=1, max_value=120)
series = st.lists(lengths, min_size=2, max_size=12).map(tuple)


def frustum(height_cm: float, *circumferences_cm: float) -> float:
    return volume_ml(FrustumMarks(height_cm=height_cm, circumferences_cm=circumferences_cm))


def disc(height_cm: float, *circumferences_cm: float) -> float:
    return volume_ml(DiscMarks(height_cm=height_cm, circumferences_cm=circumferences_cm))


def test_worked_examples() -> None:
    assert round(frustum(4, 16, 18, 20, 22, 24), 4) == 516.0864
    assert round(frustum(4, 20, 22), 4) == 140.4808
    assert isclose(disc(4, 17, 19, 21, 23), 1620 / pi)  # Kuhnke: with 4 cm, C² / π
    assert round(disc(4, 20), 4) == 127.3240


def test_a_cone_that_comes_to_a_point_is_approached() -> None:
    """A third of base area times height."""
    base_cm2 = 30**2 / (4 * pi)
    assert isclose(frustum(12, 30, 1e-9), base_cm2 * 12 / 3)


@given(height=lengths, a=lengths, b=lengths)
def test_a_frustum_exceeds_the_cylinder_on_its_mean_circumference(height: float, a: float, b: float) -> None:
    excess = height * (a - b) ** 2 / (48 * pi)
    assert isclose(frustum(height, a, b), disc(height, (a + b) / 2) + excess, rel_tol=1e-9)


@given(height=lengths, circumference=lengths, segments=st.integers(min_value=1, max_value=10))
def test_the_conventions_meet_in_a_cylinder(height: float, circumference: float, segments: int) -> None:
    ends = FrustumMarks(height_cm=height, circumferences_cm=(circumference,) * (segments + 1))
    middles = DiscMarks(height_cm=height, circumferences_cm=(circumference,) * segments)
    assert isclose(volume_ml(ends), volume_ml(middles))
    assert length_cm(ends) == length_cm(middles) == height * segments


@given(height=lengths, marks=series, factor=st.floats(min_value=0.1, max_value=10))
def test_volume_grows_with_the_cube_of_lengths(height: float, marks: tuple[float, ...], factor: float) -> None:
    for kind in (frustum, disc):
        assert isclose(kind(height * factor, *(factor * c for c in marks)), factor**3 * kind(height, *marks))


@given(height=lengths, marks=series)
def test_direction_along_the_limb_does_not_matter(height: float, marks: tuple[float, ...]) -> None:
    for kind in (frustum, disc):
        assert isclose(kind(height, *marks), kind(height, *reversed(marks)))


@given(height=lengths, lower=series, upper=series)
def test_frustums_add_up_at_a_shared_mark(
    height: float, lower: tuple[float, ...], upper: tuple[float, ...]
) -> None:
    shared = lower[-1]
    whole = frustum(height, *lower, *upper)
    assert isclose(whole, frustum(height, *lower) + frustum(height, shared, *upper))


@pytest.mark.parametrize("circumferences", [(), (40.0,), (40.0, 0.0), (40.0, -1.0), (40.0, float("nan"))])
def test_marks_that_make_no_frustum(circumferences: tuple[float, ...]) -> None:
    with pytest.raises(ValueError):
        FrustumMarks(height_cm=4, circumferences_cm=circumferences)


def test_marks_that_make_no_disc() -> None:
    with pytest.raises(ValueError, match="at least one"):
        DiscMarks(height_cm=4, circumferences_cm=())
    with pytest.raises(ValueError, match="no length above 0"):
        DiscMarks(height_cm=0, circumferences_cm=(40,))


@given(
    tenths=st.integers(min_value=100, max_value=1200),
    mark=st.sampled_from(".,"),
    unit=st.sampled_from(("", " cm", "CM")),
)
def test_centimetres_are_taken_as_typed(tenths: int, mark: str, unit: str) -> None:
    text = f"{tenths // 10}{mark}{tenths % 10}{unit}"
    assert typed_circumference_cm(text, LIMITS) == float(f"{tenths // 10}.{tenths % 10}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("412", "type 41.2 if it was read in millimetres"),
        ("412 mm", "type 41.2"),
        ('16"', "type 40.6"),
        ("16.5in", "type 41.9"),
        ("8", "type 20.3 if it was read in inches"),
        ("41.2 kg", "unknown unit"),
        ("1e2", "unknown unit"),
        ("", "no length"),
        ("forty", "no length"),
        ("-41", "no length"),
        ("nan", "no length"),
        ("12345", "outside 10 to 120 cm"),
    ],
)
def test_what_cannot_be_meant_is_named(text: str, said: str) -> None:
    with pytest.raises(ValueError) as refusal:
        typed_circumference_cm(text, LIMITS)
    assert said in str(refusal.value)


@given(st.text(max_size=12))
def test_any_text_is_a_length_within_limits_or_refused(text: str) -> None:
    try:
        height = typed_height_cm(text, LIMITS)
    except ValueError:
        return
    assert LIMITS.height_min_cm <= height <= LIMITS.height_max_cm


def test_limits_are_labelled_as_ours() -> None:
    assert {note.grade for note in LIMITS.provenance} == {"unverified"}
