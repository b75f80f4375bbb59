"""Thinning for the screen loses no peak and no time, and is the same in every frame."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qst_station.gui import ramp_trace
from qst_station.gui.ramp_trace import RampTrace, extremes

SECOND = 1_000_000_000
MS = 1_000_000
LONGEST_BIN = 16  # of 18 000 samples

values = st.lists(st.floats(-50, 2000), min_size=1, max_size=300)
cuts = st.lists(st.integers(40, 700), min_size=1, max_size=12)


def grown(kpa: np.ndarray, chunks: list[int], keep_ns: int = 1000 * SECOND) -> RampTrace:
    """A trace at 1 kHz that came in chunks."""
    trace = RampTrace(keep_ns)
    at, turn = 0, 0
    while at < len(kpa):
        stop = at + chunks[turn % len(chunks)]
        trace.append(np.arange(at, min(stop, len(kpa))) * MS, kpa[at:stop])
        at, turn = stop, turn + 1
    return trace


@given(kpa=values, repeats=st.integers(1, 60), chunks=cuts)
def test_extremes_stay_and_points_are_few(kpa: list[float], repeats: int, chunks: list[int]) -> None:
    samples = np.array(kpa * repeats) + np.arange(len(kpa) * repeats) % 7
    t_ns, kept = grown(samples, chunks).points(0)
    assert len(kept) <= ramp_trace.MOST_POINTS + 2 * max(chunks)
    assert (kept.min(), kept.max()) == (samples.min(), samples.max())
    assert np.all(np.diff(t_ns) >= 0)
    assert np.array_equal(kept, samples[t_ns // MS])


@given(kpa=values, repeats=st.integers(1, 60), chunks=cuts)
def test_what_one_frame_left_out_no_later_frame_shows(kpa: list[float], repeats: int, chunks: list[int]) -> None:
    samples = np.array(kpa * repeats)
    trace = RampTrace(1000 * SECOND)
    shown = np.empty(0, np.int64)
    at, turn, thinned = 0, 0, 0
    while at < len(samples):
        stop = min(at + chunks[turn % len(chunks)], len(samples))
        trace.append(np.arange(at, stop) * MS, samples[at:stop])
        now = trace.points(0)[0] // MS
        old = now[now < at]
        assert set(old.tolist()) <= set(shown.tolist())
        settled = shown[(shown >= old[0]) & (shown < at - LONGEST_BIN)] if len(old) else shown[:0]
        thinned += not set(settled.tolist()) <= set(old.tolist())
        shown, at, turn = now, stop, turn + 1
    assert thinned <= np.log2(len(samples))


def test_old_samples_are_forgotten() -> None:
    trace = RampTrace(SECOND)
    for second in range(5):
        trace.append(np.arange(1000) * MS + second * SECOND, np.zeros(1000))
    t_ns, _ = trace.points(0)
    assert t_ns[0] + SECOND >= 4 * SECOND - 10 * MS
    assert t_ns[0] >= 3 * SECOND


def test_a_sample_without_a_value_is_a_gap() -> None:
    trace = RampTrace(SECOND)
    trace.append([0, 1], [1.0, None])
    assert trace.last is None
    assert np.isnan(trace.points(0)[1][1])


def test_one_missing_value_is_a_gap_and_hides_no_peak() -> None:
    t_ns, kept = extremes(np.arange(4), np.array([1.0, np.nan, 9.0, 2.0]), 4)
    assert np.array_equal(kept, [np.nan, 9.0], equal_nan=True)
    assert t_ns.tolist() == [1, 2]
