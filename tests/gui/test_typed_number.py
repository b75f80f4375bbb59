"""Numbers as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.gui.typed_number import off_scale, parsed

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


@given(st.integers(0, 1000))
def test_every_step_of_the_scale_fits(tenths: int) -> None:
    assert off_scale(parsed(f"{tenths / 10:.1f}"), NRS) == ""


@pytest.mark.parametrize("value", [100.1, 140.0, 0.25])
def test_off_the_scale_is_said(value: float) -> None:
    assert f"{value:g}" in off_scale(value, NRS)
