"""The merge: time order out of any order of arrival."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qst_station.acquisition.merge import Merge
from qst_station.session.events import FLAG_LATE, ButtonPressed, DeviceNews, ForceBlock, SessionEvent

MS = 1_000_000
HORIZON = 20 * MS


def block(index: int, times: list[int], arrival: int, data: bytes, stream: str = "gauge") -> ForceBlock:
    n = len(times)
    return ForceBlock(
        stream=stream,
        index=index,
        unit="N",
        t_ns=np.array(times, np.int64),
        raw=np.arange(index, index + n, dtype=np.float64),
        force_mn=np.arange(index, index + n, dtype=np.float64),
        flags=np.zeros(n, np.uint8),
        arrivals=np.array([[arrival, len(data)]], np.int64),
        data=data,
    )


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[int, SessionEvent]]:
    """Events with their arrivals, none later than the horizon; blocks of a stream arrive in order."""
    arriving: list[tuple[int, SessionEvent]] = []
    index, now = 0, 0
    for number in range(draw(st.integers(0, 12))):
        count = draw(st.integers(0, 4))
        before, now = now, now + draw(st.integers(1, 15)) * MS
        times = [before + (now - before) * (i + 1) // max(count, 1) for i in range(count)]
        arriving.append((now, block(index, times, now, bytes([number]) * draw(st.integers(1, 5)))))
        index += count
    for number in range(draw(st.integers(0, 8))):
        t_ns = draw(st.integers(0, now)) // 16 * 16 + number + 1  # no two at once
        event: SessionEvent = (
            ButtonPressed(t_ns=t_ns, device=f"button-{number}", button="1", uncertainty_ns=0)
            if draw(st.booleans())
            else DeviceNews(t_ns=t_ns, device=f"gauge-{number}", what="error", detail={})
        )
        arriving.append((t_ns + draw(st.integers(0, HORIZON - 3 * MS)), event))
    return sorted(arriving, key=lambda entry: entry[0])


def released(history: list[tuple[int, SessionEvent]], turns: list[int]) -> list[SessionEvent]:
    """What a merge gives that is asked at these moments and, long after, once more."""
    merge, out, queue = Merge(HORIZON), [], list(history)
    for now in [*sorted(turns), 10**12, 10**12 + 1]:
        while queue and queue[0][0] <= now:
            merge.push(queue.pop(0)[1])
        out += merge.release(now)
    return out


def flat(events: list[SessionEvent]) -> list[tuple[Any, ...]]:
    """Samples and events one by one, however the blocks were cut."""
    found: list[tuple[Any, ...]] = []
    for event in events:
        if isinstance(event, ForceBlock):
            found += [("sample", event.stream, event.index + i, int(t)) for i, t in enumerate(event.t_ns)]
        else:
            found.append((type(event).__name__, event.t_ns, getattr(event, "late", False)))
    return found


# The merge is asked at least as often as things arrive late: every 2 ms.
TURNS = [now * MS for now in range(0, 260, 2)]


def _kinds(events: list[SessionEvent]) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The samples and the other events, each in their order."""
    found = flat(events)
    return [e for e in found if e[0] == "sample"], [e for e in found if e[0] != "sample"]


@given(histories(), st.randoms(use_true_random=False))
def test_any_arrival_within_the_horizon_gives_the_same_order(
    history: list[tuple[int, SessionEvent]], chance: Any
) -> None:
    samples, others = _kinds(released(sorted(history, key=lambda entry: entry[0]), []))
    assert [entry[1] for entry in others] == sorted(entry[1] for entry in others)
    some_turns = sorted(chance.sample(TURNS, len(TURNS) // 2))
    for turns in (TURNS, some_turns):
        assert _kinds(released(history, turns)) == (samples, others)
        assert not any(entry[2] is True for entry in others)


@given(histories())
def test_an_event_comes_after_all_samples_that_are_older(history: list[tuple[int, SessionEvent]]) -> None:
    entries = flat(released(history, TURNS))
    for number, (kind, *rest) in enumerate(entries):
        if kind != "sample":
            assert all(later[0] != "sample" or later[3] > rest[0] for later in entries[number:])


@given(histories())
def test_what_a_stream_has_passed_waits_no_longer_and_nothing_waits_beyond_the_horizon(
    history: list[tuple[int, SessionEvent]],
) -> None:
    merge, waiting, queue, passed_ns, entries = Merge(HORIZON), list[int](), list(history), -1, list[Any]()
    merge.awaited = "gauge"
    for now in [*TURNS, 10**12]:
        while queue and queue[0][0] <= now:
            event = queue.pop(0)[1]
            merge.push(event)
            if not isinstance(event, ForceBlock):
                waiting.append(event.t_ns)
            elif len(event.t_ns):
                passed_ns = int(event.t_ns[-1])
        out = flat(merge.release(now))
        entries += out
        for kind, t_ns, *_ in out:
            if kind != "sample":
                waiting.remove(t_ns)
        assert all(t_ns > max(passed_ns, now - HORIZON) for t_ns in waiting)
        assert (merge.due_ns is None) == (not waiting)
    for number, (kind, *rest) in enumerate(entries):
        if kind != "sample":
            assert all(later[0] != "sample" or later[3] > rest[0] for later in entries[number:])


def test_another_stream_is_not_the_one_that_is_awaited() -> None:
    merge = Merge(HORIZON)
    merge.awaited = "gauge"
    merge.push(ButtonPressed(t_ns=99 * MS, device="button", button="1", uncertainty_ns=0))
    merge.push(block(0, [98 * MS, 100 * MS], 100 * MS, b"a", stream="other"))
    assert [kind for kind, *_ in flat(merge.release(101 * MS))] == ["sample", "sample"]
    merge.push(block(0, [98 * MS, 100 * MS], 101 * MS, b"b"))
    assert [kind for kind, *_ in flat(merge.release(102 * MS))] == ["sample", "ButtonPressed", "sample"]


def test_samples_wait_for_nothing() -> None:
    merge = Merge(HORIZON)
    merge.push(ButtonPressed(t_ns=99 * MS, device="button", button="1", uncertainty_ns=0))
    merge.push(block(0, [98 * MS, 100 * MS], 100 * MS, b"a"))
    (at_once,) = merge.release(100 * MS)
    assert isinstance(at_once, ForceBlock) and len(at_once.t_ns) == 2
    assert merge.due_ns == 119 * MS
    (press,) = merge.release(119 * MS)
    assert isinstance(press, ButtonPressed) and not press.late
    assert merge.due_ns is None


@given(histories())
def test_no_byte_is_lost_or_moved_and_every_read_keeps_its_length(history: list[tuple[int, SessionEvent]]) -> None:
    sent = b"".join(event.data for _, event in history if isinstance(event, ForceBlock))
    blocks = [event for event in released(history, TURNS) if isinstance(event, ForceBlock)]
    assert b"".join(part.data for part in blocks) == sent
    assert sum(int(part.arrivals[:, 1].sum()) for part in blocks) == len(sent)
    numbers = [number for part in blocks for number in range(part.index, part.index + len(part.t_ns))]
    assert numbers == list(range(len(numbers)))


def test_what_comes_after_the_horizon_is_let_go_at_once_and_flagged() -> None:
    merge = Merge(HORIZON)
    merge.push(DeviceNews(t_ns=80 * MS, device="gauge", what="error", detail={}))
    merge.release(100 * MS)
    merge.push(ButtonPressed(t_ns=50 * MS, device="button", button="1", uncertainty_ns=0))
    merge.push(block(1, [60 * MS, 95 * MS], 101 * MS, b"b"))
    press, samples = merge.release(101 * MS)
    assert isinstance(press, ButtonPressed) and press.late
    assert isinstance(samples, ForceBlock) and samples.flags.tolist() == [FLAG_LATE, 0]


def test_bytes_without_a_reading_are_recorded_after_a_while() -> None:
    merge = Merge(HORIZON)
    merge.push(block(4, [], 10 * MS, b"noise"))
    assert merge.release(150 * MS) == []
    (alone,) = merge.release(400 * MS)
    assert isinstance(alone, ForceBlock) and alone.data == b"noise" and len(alone.t_ns) == 0
    assert merge.release(900 * MS) == []
