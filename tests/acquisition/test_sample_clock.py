"""Sample times from the sample index: smooth where arrivals are not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qst_station.acquisition.sample_clock import SampleClock

MS = 1_000_000


def batched(rate_hz: float, seconds: float, seed: int, *, latency_ms: int = 16) -> list[tuple[int, list[int]]]:
    """Reads of a gauge behind a bridge that hands on every so many ms: arrival, and true times of its samples."""
    chance = np.random.default_rng(seed)
    true_ns = np.round(np.arange(1, int(seconds * rate_hz)) * (1e9 / rate_hz)).astype(np.int64)
    due = (true_ns // (latency_ms * MS) + 1) * latency_ms * MS
    reads: dict[int, list[int]] = {}
    for t_ns, arrival in zip(true_ns.tolist(), due.tolist(), strict=True):
        reads.setdefault(arrival, []).append(t_ns)
    jitter = np.abs(chance.normal(0.0, 0.3 * MS, len(reads))).astype(np.int64).tolist()
    return [(arrival + late, times) for (arrival, times), late in zip(reads.items(), jitter, strict=True)]


@given(st.lists(st.tuples(st.integers(0, 400 * MS), st.integers(1, 20), st.booleans()), min_size=1, max_size=200))
def test_sample_times_never_fall_and_are_never_after_the_arrival(reads: list[tuple[int, int, bool]]) -> None:
    clock, now_ns, last = SampleClock(), 0, -1
    for pause_ns, count, lost in reads:
        now_ns += pause_ns
        if lost and count % 7 == 0:
            clock.restart()
        times = clock.stamp(now_ns, count)
        assert times.shape == (count,) and times.dtype == np.int64
        assert last <= times[0] and (np.diff(times) >= 0).all() and times[-1] <= now_ns
        last = int(times[-1])


@pytest.mark.parametrize("rate_hz", (100.0, 1000.0))
@settings(max_examples=10)
@given(seed=st.integers(0, 2**32))
def test_batching_does_not_reach_the_sample_times(rate_hz: float, seed: int) -> None:
    clock = SampleClock()
    errors, delays = [], []
    for arrival, true_ns in batched(rate_hz, 6.0, seed):
        found = clock.stamp(arrival, len(true_ns))
        if arrival > 2_000 * MS:
            errors += (found - np.array(true_ns)).tolist()
            delays += [arrival - t_ns for t_ns in true_ns]
    assert np.std(delays) > 4 * MS  # the batching that would reach the data otherwise
    assert np.std(errors) < 0.4 * MS
    assert abs(np.mean(errors)) < 3 * MS


def test_after_a_gap_samples_carry_their_arrival_until_the_line_is_known_again() -> None:
    clock = SampleClock()
    for arrival, true_ns in batched(100.0, 3.0, 1):
        clock.stamp(arrival, len(true_ns))
    later = arrival + 5_000 * MS
    assert clock.stamp(later, 3).tolist() == [later] * 3


def test_after_lost_samples_the_line_does_not_give_times_that_are_too_early() -> None:
    clock = SampleClock()
    errors = []
    for number, (arrival, true_ns) in enumerate(batched(100.0, 8.0, 2)):
        if number == 200:
            clock.restart()  # three samples were unreadable
            true_ns = true_ns[:0]
        if true_ns:
            errors.append(int(clock.stamp(arrival, len(true_ns))[-1]) - true_ns[-1])
    assert min(errors) > -2 * MS


def with_stalls(rate_hz: float, seconds: float, seed: int) -> list[tuple[int, list[int]]]:
    """The same with 3 % of the reads held up for 5 to 60 ms, and what comes meanwhile with them."""
    chance = np.random.default_rng(seed)
    reads: dict[int, list[int]] = {}
    latest = 0
    for arrival, times in batched(rate_hz, seconds, seed):
        late = int(chance.integers(5 * MS, 60 * MS)) if chance.random() < 0.03 else 0
        latest = max(latest, arrival + late)
        reads.setdefault(latest, []).extend(times)
    return list(reads.items())


@pytest.mark.parametrize("rate_hz", (50.0, 100.0, 1000.0, 2000.0))
def test_batches_and_stalls_change_neither_the_spacing_nor_the_loading_rate(rate_hz: float) -> None:
    spreads = [_spread_ns(rate_hz, seed) for seed in range(7)]
    # Single runs of eight seconds reach 0.4 ms: the bound is one on what is usual, and a wider one on every run.
    assert np.median(spreads) < 0.3 * MS
    assert max(spreads) < 0.5 * MS


def _spread_ns(rate_hz: float, seed: int) -> float:
    """Standard deviation of the error of the sample times; the loading rate is checked on the way."""
    clock = SampleClock()
    true: list[int] = []
    found: list[int] = []
    for arrival, times in with_stalls(rate_hz, 8.0, seed):
        stamped = clock.stamp(arrival, len(times))
        if arrival > 2_000 * MS:
            true += times
            found += stamped.tolist()
    one_second = int(rate_hz)
    for start in range(0, len(true) - one_second, one_second):
        part = slice(start, start + one_second)
        ramp_kpa = 50.0 * (np.array(true[part]) - true[start]) / 1e9
        rate = np.polyfit((np.array(found[part]) - found[start]) / 1e9, ramp_kpa, 1)[0]
        assert abs(rate / 50.0 - 1.0) < 0.01
    return float(np.std(np.array(found) - np.array(true)))


def test_a_session_of_hours_keeps_to_the_line() -> None:
    clock = SampleClock()
    for number in range(1, 60_000):
        times = clock.stamp(number * 4 * MS, 4)
    assert times.tolist() == pytest.approx([times[-1] - back * MS for back in (3, 2, 1, 0)], abs=10)


def test_a_gauge_that_leaves_out_samples_unseen_is_not_dated_too_early_for_long() -> None:
    clock = SampleClock()
    late = []
    for arrival, true_ns in batched(1000.0, 6.0, 3):
        if 3_000 * MS < arrival < 3_050 * MS:
            continue  # their lines never came, and nothing says so
        times = clock.stamp(arrival, len(true_ns))
        if arrival > 3_350 * MS:
            late.append(int(times[-1]) - true_ns[-1])
    assert min(late) > -2 * MS
