"""Presses in a stream: nothing is invented, nothing is cut in two, and what was held comes out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from calibration.press import LONGEST, Press, PressDetector, Sample, plateau

TICK_NS = 100_000_000
BEGINS = 1.0
SHORTEST_NS = 500_000_000

values = st.lists(st.one_of(st.none(), st.floats(-2.0, 12.0)), max_size=80)


def samples(series: list[float | None], *, stable: bool | None = None, first: int = 0) -> list[Sample]:
    return [Sample(t_ns=(first + i) * TICK_NS, value=v, stable=stable) for i, v in enumerate(series)]


def presses(stream: list[Sample]) -> list[Press]:
    detector = PressDetector(BEGINS)
    return [press for sample in stream if (press := detector.take(sample)) is not None]


def press_of(force: float, *, held: int = 20) -> list[float | None]:
    return [0.0, force * 0.3, force * 0.7, *[force] * held, force * 0.4, 0.0]


@given(values)
def test_a_press_rises_from_nothing_and_returns_to_nothing(series: list[float | None]) -> None:
    stream = samples(series)
    found = presses(stream)
    for press in found:
        first, last = press.trace[0][1], press.trace[-1][1]
        assert first <= BEGINS / 2.0 and last <= BEGINS / 2.0
        assert press.peak is not None and press.peak >= BEGINS
        assert all(value > BEGINS / 2.0 for _, value in press.trace[1:-1])
        assert set(press.samples) <= set(stream)
    ends = [(press.samples[0].t_ns, press.samples[-1].t_ns) for press in found]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))


@given(st.lists(st.floats(1.5, 100.0), min_size=1, max_size=6))
def test_every_press_is_found_once_with_the_force_that_was_held(forces: list[float]) -> None:
    stream = samples([value for force in forces for value in press_of(force)])
    found = presses(stream)
    assert len(found) == len(forces)
    for press, force in zip(found, forces, strict=True):
        held = plateau(press, band=0.05, shortest_ns=SHORTEST_NS)
        assert held is not None and abs(held.value - force) <= 1e-9 * force
        assert press.released and not held.settled


@given(values, st.floats(0.0, 0.5), st.integers(0, 10))
def test_a_plateau_holds_what_it_promises(series: list[float | None], band: float, ticks: int) -> None:
    for press in presses(samples([0.0, *series, 0.0])):
        held = plateau(press, band=band, shortest_ns=ticks * TICK_NS)
        if held is None:
            continue
        assert press.peak is not None and press.peak / 2.0 <= held.value <= press.peak * (1.0 + 1e-12)
        near = [v for _, v in press.trace if abs(v - held.value) <= band * press.peak + 1e-9]
        assert len(near) >= 3


@given(st.floats(2.0, 50.0), st.integers(1, 30))
def test_settled_samples_outweigh_those_on_the_way(force: float, moving: int) -> None:
    rise = [Sample(t_ns=i * TICK_NS, value=0.98 * force, stable=False) for i in range(1, moving + 1)]
    rest = [Sample(t_ns=(moving + i) * TICK_NS, value=force, stable=True) for i in range(1, 11)]
    last = Sample(t_ns=(moving + 11) * TICK_NS, value=0.0, stable=False)
    (press,) = presses([Sample(t_ns=0, value=0.0, stable=True), *rise, *rest, last])
    held = plateau(press, band=0.05, shortest_ns=SHORTEST_NS)
    assert held is not None and held.settled
    assert abs(held.value - force) <= 1e-9 * force


@given(values, values)
def test_nothing_is_read_across_an_interruption(before: list[float | None], after: list[float | None]) -> None:
    detector = PressDetector(BEGINS)
    for sample in samples(before):
        detector.take(sample)
    pressing = detector.pressing
    cut = detector.interrupt()
    assert (cut is not None) == bool(pressing)
    if cut is not None:
        assert not cut.released and cut.samples == pressing
    later = samples(after, first=1000)
    assert [p for s in later if (p := detector.take(s)) is not None] == presses(later)


def test_a_force_that_was_not_held_has_no_plateau() -> None:
    (press,) = presses(samples([0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 7.0, 4.0, 1.0, 0.0]))
    assert plateau(press, band=0.05, shortest_ns=SHORTEST_NS) is None
    assert press.peak == 10.0


def test_what_lies_on_from_the_beginning_is_no_press() -> None:
    assert presses(samples([5.0] * 30 + [0.0])) == []
    assert len(presses(samples([5.0] * 30 + press_of(5.0)))) == 1


def test_a_number_that_is_missing_does_not_end_a_press_and_an_overload_is_one() -> None:
    (press,) = presses(samples([0.0, 4.0, None, None, 4.0, 4.0, 0.0]))
    assert len(press.trace) == 5
    beyond = [*samples([0.0]), Sample(t_ns=TICK_NS, value=None, overloaded=True), *samples([0.0], first=2)]
    (press,) = presses(beyond)
    assert press.overloaded


def test_a_load_that_never_goes_ends_at_the_longest_record() -> None:
    (press,) = presses(samples([0.0, *[5.0] * (LONGEST + 5)]))
    assert not press.released and len(press.samples) == LONGEST
