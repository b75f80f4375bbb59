"""Numbers as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.form_document import Number, Refusal
from qst_station.gui.calibration_forms import number
from qst_station.gui.typed_number import off_scale, parsed, refuse_two_meanings, written

NRS = {"minimum": 0.0, "maximum": 100.0, "step": 0.1}


@pytest.mark.parametrize(
    ("text", "number"), [("41.2", 41.2), ("41,2", 41.2), ("412", 412.0), (",5", 0.5), ("7.", 7.0)]
)
def test_comma_and_dot(text: str, number: float) -> None:
    assert parsed(text) == number


@pytest.mark.parametrize("text", ["", ".", "4.1.2", "1,2,3", "-3", "1e3", "nan", "٣"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        parsed(text)


MARK = st.sampled_from(".,")


@given(st.integers(0, 999_999), st.integers(0, 99), MARK)
def test_comma_and_dot_are_the_same_up_to_hundredths(whole: int, hundredths: int, mark: str) -> None:
    assert parsed(f"{whole}{mark}{hundredths:02}") == parsed(f"{whole}.{hundredths:02}")


@given(st.integers(1, 999), st.integers(0, 999), MARK)
def test_what_may_be_thousands_is_refused_and_both_readings_can_be_typed(whole: int, rest: int, mark: str) -> None:
    text = f"{whole}{mark}{rest:03}"
    with pytest.raises(ValueError, match="type one of these") as caught:
        parsed(text)
    thousands, fraction = str(caught.value).removeprefix(f"{text} may be ").partition(":")[0].split(" or ")
    assert parsed(thousands) == 1000 * whole + rest
    assert parsed(fraction) == float(f"{whole}.{rest:03}")
    with pytest.raises(Refusal, match=f"may be {thousands} or {fraction}"):
        Number(unit="1", minimum=0.0, maximum=1e6, step=1e-3).read(text)


@given(st.integers(1, 999), st.lists(st.integers(0, 999), min_size=1, max_size=2), MARK, st.integers(0, 99))
def test_two_marks_are_never_a_number(whole: int, groups: list[int], mark: str, rest: int) -> None:
    other = "," if mark == "." else "."
    grouped = mark.join((str(whole), *(f"{group:03}" for group in groups)))
    for text in (f"{grouped}{other}{rest:02}", f"{grouped}{mark}{rest:03}"):
        for read in (parsed, number, Number(unit="1", minimum=0.0, maximum=1e9, step=1e-3).read):
            with pytest.raises(ValueError, match="no number"):
                read(text)


@given(st.floats(1e-7, 1e7))
def test_what_is_offered_again_is_read_as_the_same_number(value: float) -> None:
    assert parsed(written(value)) == value
    refuse_two_meanings(written(value))


@pytest.mark.parametrize("text", ["0.234", "0,001", "1.2340", "1.23", "12345", "1234,567", "012.345"])
def test_what_can_be_no_thousands_has_one_meaning(text: str) -> None:
    assert parsed(text) == float(text.replace(",", "."))


@given(st.integers(0, 1000))
def test_every_step_of_the_scale_fits(tenths: int) -> None:
    assert off_scale(parsed(f"{tenths / 10:.1f}"), NRS) == ""


@pytest.mark.parametrize("value", [100.1, 140.0, 0.25])
def test_off_the_scale_is_said(value: float) -> None:
    assert f"{value:g}" in off_scale(value, NRS)
