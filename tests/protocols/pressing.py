"""Samples of a probe that is pressed, for the tests of the ramp."""

from __future__ import annotations

import bisect

from protocols.events import Begin, Mark, Samples

S = 10**9
PERIOD_NS = 10_000_000


def pressed(
    rate_kpa_per_s: float, seconds: float, *, start_ns: int = S, lead_ns: int = S
) -> list[tuple[int, float]]:
    """Samples of a straight ramp at 100 Hz: `lead_ns` of nothing, then `seconds` of pressure."""
    lead = [(start_ns - t, 0.0) for t in range(lead_ns, 0, -PERIOD_NS)]
    count = round(seconds * S / PERIOD_NS)
    return lead + [(start_ns + i * PERIOD_NS, rate_kpa_per_s * i * PERIOD_NS / S) for i in range(count + 1)]


def block(points: list[tuple[int, float]]) -> Samples:
    return Samples(t_ns=tuple(t for t, _ in points), load=tuple(p for _, p in points))


def in_time_order(points: list[tuple[int, float]], marks: list[Mark], cuts: list[int]) -> list[Samples | Mark]:
    """Samples cut at the indices `cuts`, and marks between those before and after them."""
    edges = {0, len(points), *(cut for cut in cuts if cut < len(points))}
    times = [t for t, _ in points]
    where = {mark: bisect.bisect_right(times, mark.t_ns) for mark in marks}
    edges |= set(where.values())
    bounds, events = sorted(edges), []
    for start, stop in zip(bounds, [*bounds[1:], bounds[-1]], strict=True):
        events += [mark for mark in marks if where[mark] == start]
        if stop > start:
            events.append(block(points[start:stop]))
    return events


def press_until(test, points: list[tuple[int, float]], mark_ns: int) -> None:
    """One trial, up to the first sample at or after the mark."""
    before = [point for point in points if point[0] < mark_ns]
    test.send(Begin(t_ns=0), block(before), Mark(t_ns=mark_ns, uncertainty_ns=3_000_000))
    test.send(block([points[len(before)]]))
