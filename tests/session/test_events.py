"""An event is the same after a journey through the journal, to the last bit."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from qst_station.session.events import (
    Actor,
    ButtonPressed,
    ClockPair,
    Command,
    DeviceNews,
    ForceBlock,
    TimerDue,
    decode,
    encode,
)

times = st.integers(0, 2**62)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
fields = st.dictionaries(texts, plain, max_size=4)
actors = st.builds(Actor, who=texts, role=texts)
small_events = st.one_of(
    st.builds(Command, t_ns=times, name=texts, args=fields, actor=actors, source=texts),
    st.builds(
        ButtonPressed,
        t_ns=times,
        device=texts,
        button=texts,
        uncertainty_ns=times,
        device_ms=st.none() | times,
        late=st.booleans(),
    ),
    st.builds(TimerDue, t_ns=times),
    st.builds(DeviceNews, t_ns=times, device=texts, what=texts, detail=fields),
    st.builds(ClockPair, t_ns=times, utc=texts),
)


@st.composite
def force_blocks(draw) -> ForceBlock:
    n, m = draw(st.integers(0, 12)), draw(st.integers(0, 4))
    any_float = st.floats(allow_nan=True, allow_infinity=True)
    return ForceBlock(
        stream=draw(texts),
        index=draw(st.integers(0, 2**40)),
        unit=draw(st.sampled_from(["N", "mN", "kgf", "µN\n"])),
        t_ns=np.sort(draw(arrays.arrays(np.int64, n, elements=st.integers(0, 1000)))),
        raw=draw(arrays.arrays(np.float64, n, elements=any_float)),
        force_mn=draw(arrays.arrays(np.float64, n, elements=any_float)),
        flags=draw(arrays.arrays(np.uint8, n)),
        arrivals=draw(arrays.arrays(np.int64, (m, 2))),
        data=draw(st.binary(max_size=40)),
    )


def same_bits(one: ForceBlock, other: ForceBlock) -> bool:
    for field in dataclasses.fields(ForceBlock):
        left, right = getattr(one, field.name), getattr(other, field.name)
        if isinstance(left, np.ndarray):
            if left.shape != right.shape or left.dtype != right.dtype or left.tobytes() != right.tobytes():
                return False
        elif left != right:
            return False
    return True


@given(small_events)
def test_round_trip(event) -> None:
    kind, body = encode(event)
    assert decode(kind, body) == event
    assert encode(decode(kind, body)) == (kind, body)


@given(force_blocks())
def test_round_trip_of_force(block: ForceBlock) -> None:
    kind, body = encode(block)
    assert kind == "force"
    again = decode(kind, body)
    assert same_bits(again, block)
    assert encode(again) == (kind, body)


@given(force_blocks(), st.integers(-1, 1001))
def test_a_split_loses_no_reading_and_no_byte(block: ForceBlock, t_ns: int) -> None:
    head, tail = block.split(t_ns)
    assert (head.t_ns <= t_ns).all()
    assert (tail.t_ns > t_ns).all()
    assert (head.index, tail.index) == (block.index, block.index + len(head.t_ns))
    for name in ("t_ns", "raw", "force_mn", "flags", "arrivals"):
        joined = np.concatenate([getattr(head, name), getattr(tail, name)])
        assert joined.tobytes() == getattr(block, name).tobytes()
    assert head.data + tail.data == block.data
    for part in (head, tail):
        assert same_bits(decode(*encode(part)), part)


def test_a_body_does_not_depend_on_the_order_of_its_fields() -> None:
    one = Command(t_ns=1, name="rate", args={"a": 1, "b": 2}, actor=Actor(who="x", role="y"), source="key")
    two = dataclasses.replace(one, args={"b": 2, "a": 1})
    assert encode(one) == encode(two)


def test_a_number_that_is_none_cannot_be_written() -> None:
    actor = Actor(who="x", role="y")
    with pytest.raises(ValueError, match="JSON"):
        encode(Command(t_ns=1, name="rate", args={"value": float("nan")}, actor=actor, source="key"))


@given(force_blocks().filter(lambda block: len(block.t_ns) > 0), st.data())
def test_a_force_row_cut_inside_its_arrays_is_refused(block: ForceBlock, data) -> None:
    bare = dataclasses.replace(block, data=b"")
    body = encode(bare)[1]
    cut = data.draw(st.integers(0, len(body) - 1))
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode("force", body[:cut])


@pytest.mark.parametrize(
    ("kind", "fields"),
    [("timer", {}), ("timer", {"t_ns": 1, "more": 2}), ("command", {"t_ns": 1}), ("nonsense", {"t_ns": 1})],
)
def test_a_row_that_holds_something_else_is_refused(kind: str, fields: dict[str, int]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode(kind, json.dumps(fields).encode())
