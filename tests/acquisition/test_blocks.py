"""Blocks joined, and the history of a stream: nothing is lost, doubled or mixed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qst_station.acquisition.blocks import History, follows, in_one_piece, joined
from qst_station.session.events import ButtonPressed, ForceBlock

MS = 1_000_000


def block(index: int, times: list[int], unit: str = "N") -> ForceBlock:
    return ForceBlock(
        stream="gauge",
        index=index,
        unit=unit,
        t_ns=np.array(times, np.int64),
        raw=np.arange(index, index + len(times), dtype=np.float64),
        force_mn=np.arange(index, index + len(times)) * 1e3,
        flags=np.zeros(len(times), np.uint8),
        arrivals=np.array([[times[-1], 4]] if times else np.empty((0, 2)), np.int64),
        data=bytes([index % 256]) * 4 if times else b"",
    )


@st.composite
def stream(draw: st.DrawFn) -> list[ForceBlock]:
    blocks, index, now = [], 0, 0
    for _ in range(draw(st.integers(1, 40))):
        count = draw(st.integers(0, 5))
        times = [now + draw(st.integers(0, 20)) * MS for _ in range(count)]
        times = np.maximum.accumulate([now, *times])[1:].tolist()
        now = (times[-1] if times else now) + draw(st.sampled_from([1, 40, 300])) * MS
        blocks.append(block(index, times, draw(st.sampled_from(["N", "N", "N", "kgf"]))))
        index += count
    return blocks


@given(stream(), st.integers(0, 4_000), st.data())
def test_the_history_gives_every_sample_after_a_time_once_and_in_its_unit(
    blocks: list[ForceBlock], since_ms: int, data: st.DataObject
) -> None:
    history = History(10**12)
    for added in blocks:
        history.add(added)
        if data.draw(st.booleans()):
            history.since(0)
    expected = [
        (added.unit, float(raw), int(t_ns))
        for added in blocks
        for raw, t_ns in zip(added.raw, added.t_ns, strict=True)
        if t_ns > since_ms * MS
    ]
    found = [
        (kept.unit, float(raw), int(t_ns))
        for kept in history.since(since_ms * MS)
        for raw, t_ns in zip(kept.raw, kept.t_ns, strict=True)
    ]
    assert found == expected


def test_joined_blocks_are_one_stream() -> None:
    parts = [block(0, [1, 2]), block(2, [3]), block(3, []), block(3, [4, 5])]
    assert all(follows(before, after) for before, after in pairwise(parts))
    whole = joined(parts)
    assert whole.index == 0 and whole.t_ns.tolist() == [1, 2, 3, 4, 5] and whole.raw.tolist() == [0, 1, 2, 3, 4]
    assert whole.data == b"".join(part.data for part in parts) and len(whole.arrivals) == 3
    assert not follows(parts[0], block(3, [3])) and not follows(parts[0], block(2, [3], "kgf"))


def test_blocks_are_joined_up_to_whatever_comes_between() -> None:
    late = block(5, [6])
    late.flags[:] = 2
    press = ButtonPressed(t_ns=4, device="button", button="1", uncertainty_ns=0)
    events = [block(0, [1, 2]), block(2, [3]), press, block(3, [4]), block(4, [5]), late, block(6, [7])]
    first, pressed, second, flagged, last = in_one_piece(events)
    assert isinstance(first, ForceBlock) and first.t_ns.tolist() == [1, 2, 3]
    assert pressed is press and flagged is late
    assert isinstance(second, ForceBlock) and second.index == 3 and second.t_ns.tolist() == [4, 5]
    assert isinstance(last, ForceBlock) and last.index == 6
