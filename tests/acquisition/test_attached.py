"""One attached device: what its messages become."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.scale import NEWTON_PER_UNIT, Scale
from drivers.conversation import Conversation, Stamped
from drivers.framing import TORN
from drivers.messages import Garbled, Message, Notice, Overload, Press, Reading, Run
from drivers.reader import Lost, Received, Returned, Silent
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.button import BOUNCE_NS
from qst_station.acquisition.device import Device, device_spec
from qst_station.session.events import FLAG_OVERLOAD, FLAG_PEAK, ButtonPressed, DeviceNews, ForceBlock

MS = 1_000_000


def device(gauge: str = "mark10", **options: Any) -> AttachedDevice:
    """A device as it is after being attached."""
    return AttachedDevice(Device(name="gauge", gauge=gauge, url="x", options=options), device_spec(gauge, options))


def n(newton: float, unit: str = "N", *, peak: bool = False) -> Reading:
    return Reading(raw=newton, unit=unit, text=f"{newton} {unit}", peak=peak)


def read(attached: AttachedDevice, t_ns: int, *messages: Message, data: bytes = b"....") -> list[Any]:
    """What one read that brought these messages means."""
    stamped = tuple(Stamped(message=message, t_ns=t_ns) for message in messages)
    return list(attached.take(Received(device="gauge", t_ns=t_ns, data=data, stamped=stamped)))


def blocks(events: Sequence[Any]) -> list[ForceBlock]:
    return [event for event in events if isinstance(event, ForceBlock)]


def news(events: Sequence[Any]) -> list[str]:
    return [event.what for event in events if isinstance(event, DeviceNews)]


@given(raw=st.floats(-999, 999), unit=st.sampled_from(sorted(NEWTON_PER_UNIT)))
def test_every_unit_becomes_millinewton(raw: float, unit: str) -> None:
    (block,) = blocks(read(device(), MS, n(raw, unit)))
    assert block.unit == unit and block.raw[0] == raw
    assert math.isclose(block.force_mn[0], raw * NEWTON_PER_UNIT[unit] * 1e3, abs_tol=1e-9)


def test_overload_has_no_force_and_hides_the_last_one() -> None:
    gauge = device()
    read(gauge, MS, n(5.0))
    assert gauge.health(2 * MS)["force_n"] == 5.0
    (block,) = blocks(read(gauge, 3 * MS, Overload(text="OL")))
    assert block.flags.tolist() == [FLAG_OVERLOAD] and np.isnan(block.force_mn[0]) and np.isnan(block.raw[0])
    health = gauge.health(4 * MS)
    assert health["force_n"] is None and health["raw"] is None


def test_a_held_peak_is_no_force() -> None:
    gauge = device()
    (block,) = blocks(read(gauge, MS, n(7.0, peak=True)))
    assert block.flags.tolist() == [FLAG_PEAK] and block.raw[0] == 7.0 and np.isnan(block.force_mn[0])
    assert gauge.health(2 * MS)["force_n"] is None


def test_a_changed_unit_is_told_and_no_block_mixes_two() -> None:
    gauge = device()
    events = read(gauge, MS, n(1.0), n(2.0), n(0.2, "kgf"), n(0.3, "kgf"), data=b"abcd")
    assert news(events) == ["unit"]
    first, second = blocks(events)
    assert (first.unit, first.raw.tolist(), first.index, first.data) == ("N", [1.0, 2.0], 0, b"abcd")
    assert (second.unit, second.raw.tolist(), second.index, second.data) == ("kgf", [0.2, 0.3], 2, b"")
    assert second.force_mn[0] == pytest.approx(0.2 * 9806.65)
    assert len(second.arrivals) == 0 and first.arrivals.tolist() == [[MS, 4]]


def test_what_cannot_be_read_is_counted_told_once_per_read_and_makes_no_reading() -> None:
    gauge = device()
    pieces = [Garbled(data=b"\xff" * 80, why="noise") for _ in range(30)]
    events = read(gauge, MS, *pieces, n(1.0))
    assert news(events) == ["garbled"] and gauge.garbled == 30
    (told,) = (event for event in events if isinstance(event, DeviceNews))
    assert told.detail["pieces"] == 30 and len(told.detail["bytes"]) <= 128
    assert blocks(events)[0].raw.tolist() == [1.0]
    assert news(read(gauge, 2 * MS, Notice(kind="error", text="E1"))) == ["error"]


def test_the_line_that_opening_cut_into_is_counted_and_no_fault() -> None:
    gauge = device()
    half = Garbled(data=b"2.5 N", why=f"{TORN}: the first one after opening")
    assert news(read(gauge, MS, half)) == [] and gauge.garbled == 1
    assert news(read(gauge, 2 * MS, half)) == ["garbled"]
    assert news(gauge.take(Returned(device="gauge", t_ns=3 * MS))) == ["returned"]
    assert news(read(gauge, 4 * MS, half)) == []


def test_bytes_are_kept_though_they_complete_nothing() -> None:
    (block,) = blocks(read(device(), MS, data=b"12."))
    assert block.data == b"12." and len(block.t_ns) == 0 and block.arrivals.tolist() == [[MS, 3]]


def test_a_press_counts_once_however_it_bounces() -> None:
    button = device("button")
    seen: list[ButtonPressed] = []
    down, up = Press(button="1", down=True), Press(button="1", down=False)
    start = 1_000 * MS
    for t_ns, press in (
        (start, down),
        (start + 2 * MS, up),
        (start + 3 * MS, down),
        (start + BOUNCE_NS - 1, down),
        (start + BOUNCE_NS + MS, down),
        (start + 2 * BOUNCE_NS, up),
    ):
        seen += read(button, t_ns, press)
    assert [press.t_ns for press in seen] == [start, start + BOUNCE_NS + MS]
    assert button.presses == 2 and all(press.uncertainty_ns > 0 for press in seen)


def test_a_button_with_a_clock_of_its_own_tells_bounces_from_presses_that_were_read_late() -> None:
    button = device("button")
    seen: list[ButtonPressed] = []
    for device_ms in (5, 9, 200):
        seen += read(button, 1_000 * MS, Press(button="B", down=True, device_ms=device_ms))
    assert [press.device_ms for press in seen] == [5, 200]


def test_zero_takes_the_force_of_now_away_and_needs_a_reading() -> None:
    gauge = device()
    assert gauge.zero(MS) is None
    read(gauge, 100 * MS, n(0.4), n(0.6))
    told = gauge.zero(101 * MS)
    assert told is not None and told.what == "scale" and told.detail["zero_mn"] == pytest.approx(500.0)
    (block,) = blocks(read(gauge, 102 * MS, n(2.5)))
    assert block.force_mn[0] == pytest.approx(2000.0) and block.raw[0] == 2.5
    assert gauge.zero(5_000 * MS) is None  # the readings are old


@pytest.mark.parametrize(
    ("pressed", "verdict", "sign"), [(5.5, "rose", 1), (-5.5, "fell", -1), (0.6, "unchanged", 1)]
)
def test_the_sign_check_turns_a_gauge_over_that_falls_when_pressed(
    pressed: float, verdict: str, sign: int
) -> None:
    gauge = device()
    read(gauge, 100 * MS, n(0.5))
    gauge.zero(101 * MS)
    gauge.start_sign_check(110 * MS)
    assert gauge.health(111 * MS)["sign_check"] == "running"
    read(gauge, 200 * MS, n(pressed))
    told = gauge.finish_sign_check(300 * MS)
    assert gauge.sign_check == verdict and (told is not None) == (verdict == "fell")
    assert gauge.scale.compression_sign == sign
    (unloaded, loaded) = blocks(read(gauge, 400 * MS, n(0.5)))[0], blocks(read(gauge, 401 * MS, n(pressed)))[0]
    assert unloaded.force_mn[0] == pytest.approx(0.0)
    assert loaded.force_mn[0] > 0


def test_states_follow_the_reader() -> None:
    gauge = device()
    assert gauge.state == "opening"
    read(gauge, MS, n(1.0))
    assert gauge.state == "connected"
    assert news(gauge.take(Silent(device="gauge", t_ns=2 * MS, for_ns=MS))) == ["silent"]
    assert gauge.state == "silent"
    assert news(gauge.take(Lost(device="gauge", t_ns=3 * MS, why="pulled"))) == ["lost"]
    assert (gauge.state, gauge.health(4 * MS)["why"]) == ("lost", "pulled")
    assert news(gauge.take(Returned(device="gauge", t_ns=5 * MS))) == ["returned"]
    assert gauge.state == "connected"


def test_the_history_is_bounded_and_gives_what_came_after() -> None:
    gauge = device()
    for second in range(60):
        read(gauge, second * 1_000 * MS, n(float(second)))
    kept = gauge.recent(0)
    assert [float(block.raw[0]) for block in kept] == [float(second) for second in range(44, 60)]
    assert [float(block.raw[0]) for block in gauge.recent(57_000 * MS)] == [58.0, 59.0]


def test_a_pattern_and_a_unit_of_ones_own_are_used_and_bad_ones_named() -> None:
    gauge = device("text-line", pattern=r"F=(?P<value>\d+\.\d)", unit="lbf")
    conversation = Conversation(gauge.spec)
    conversation.opening(0)
    conversation.receive(b"F=1.0\r\n", 1)
    (stamped,) = conversation.receive(b"F=2.5\r\n", 2)
    assert stamped.message == Reading(raw=2.5, unit="lbf", text="F=2.5")
    for options in ({"pattern": "("}, {"pattern": "no value"}, {"unit": "stone"}):
        with pytest.raises(ValueError):
            device_spec("text-line", options)
    with pytest.raises(ValueError, match="mark10"):
        device_spec("mark1O", {})


@given(
    values=st.lists(st.integers(-99_999, 99_999).map(lambda n: n / 100), min_size=2, max_size=30),
    unit=st.sampled_from(sorted(NEWTON_PER_UNIT)),
    zero=st.floats(-500, 500),
)
def test_a_run_becomes_the_same_block_as_its_readings(values: list[float], unit: str, zero: float) -> None:
    data = b"".join(f"{value} {unit}\r\n".encode() for value in values)
    run = Run(values=tuple(values), unit=unit, data=data)
    together, apart = device(), device()
    for gauge in (together, apart):
        gauge.scale = Scale(compression_sign=-1, gain=1.01, zero_mn=zero)
    (one,) = blocks(read(together, MS, run, data=data))
    (other,) = blocks(read(apart, MS, *run.readings(), data=data))
    for name in ("t_ns", "raw", "force_mn", "flags", "arrivals"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    assert (one.unit, one.index, one.data) == (other.unit, other.index, other.data)
    assert together.readings == apart.readings == len(values)


def test_a_run_in_another_unit_is_told() -> None:
    gauge = device()
    read(gauge, MS, n(1.0))
    events = read(gauge, 2 * MS, Run(values=(0.1, 0.2), unit="kgf", data=b"0.1 kgf\r\n0.2 kgf\r\n"))
    assert news(events) == ["unit"]
    assert [(b.unit, b.raw.tolist()) for b in blocks(events) if len(b.t_ns)] == [("kgf", [0.1, 0.2])]
