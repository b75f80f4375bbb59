"""Thinning for the screen loses no peak and no time."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qst_station.gui.ramp_trace import RampTrace

SECOND = 1_000_000_000


@given(
    kpa=st.lists(st.floats(-50, 2000), min_size=1, max_size=3000),
    pixels=st.integers(50, 400),
)
def test_extremes_stay_and_points_are_few(kpa: list[float], pixels: int) -> None:
    trace = RampTrace()
    trace.append([i * 1_000_000 for i in range(len(kpa))], list(kpa), keep_ns=10 * SECOND)
    t_s, drawn = trace.drawn(3 * SECOND, 6.0, pixels)
    assert len(drawn) <= 3 * pixels
    assert (drawn.min(), drawn.max()) == (min(kpa), max(kpa))
    assert np.all(np.diff(t_s) >= 0)


def test_old_samples_are_forgotten() -> None:
    trace = RampTrace()
    trace.append([0, SECOND], [1.0, 2.0], keep_ns=SECOND // 2)
    assert len(trace.drawn(SECOND, 6.0, 100)[0]) == 1


def test_a_sample_without_a_value_is_a_gap() -> None:
    trace = RampTrace()
    trace.append([0, 1], [1.0, None], keep_ns=SECOND)
    assert trace.last is None
