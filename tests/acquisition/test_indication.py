"""What a display showed: every reading once, in order, with what the device says about it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drivers.catalogue import gauge
from drivers.conversation import Stamped
from drivers.messages import Message, Notice, Overload, Reading, Unsettled
from drivers.reader import Received
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device
from qst_station.acquisition.indication import KEPT, forces
from qst_station.session.events import FLAG_OVERLOAD, FLAG_PEAK, ForceBlock

messages = st.one_of(
    st.builds(
        Reading,
        raw=st.floats(-10, 200),
        unit=st.sampled_from(("g", "kg")),
        text=st.just(""),
        stable=st.sampled_from((True, False)),
    ),
    st.just(Overload(text="S +")),
    st.just(Unsettled(text="")),
    st.just(Notice(kind="ack", text="Z A")),
)


def balance() -> AttachedDevice:
    device = Device(name="balance", gauge="mt-sics", url="memory://b", options={})
    return AttachedDevice(device, gauge("mt-sics"))


def received(t_ns: int, said: list[Message]) -> Received:
    return Received(
        device="balance", t_ns=t_ns, data=b"x", stamped=tuple(Stamped(message=one, t_ns=t_ns) for one in said)
    )


@given(st.lists(st.lists(messages, max_size=5), max_size=20), st.integers(0, 30))
def test_a_balance_shows_every_reading_once_and_in_order(reads: list[list[Message]], first: int) -> None:
    device = balance()
    for number, said in enumerate(reads, start=1):
        device.take(received(number, said))
    valued = [message for said in reads for message in said if not isinstance(message, Notice)]
    shown = device.indications(0)
    assert [one.index for one in shown] == list(range(len(valued)))
    assert [one.t_ns for one in shown] == sorted(one.t_ns for one in shown)
    for one, message in zip(shown, valued, strict=True):
        assert one.overloaded == isinstance(message, Overload)
        assert (one.value, one.unit, one.stable) == (
            (message.raw, message.unit, message.stable)
            if isinstance(message, Reading)
            else (None, "", False if isinstance(message, Unsettled) else None)
        )
    assert device.indications(first) == shown[first:]


def test_only_the_last_readings_are_kept_and_they_keep_their_number() -> None:
    device = balance()
    reading = Reading(raw=1.0, unit="g", text="", stable=True)
    for t_ns in range(KEPT + 10):
        device.take(received(t_ns, [reading]))
    assert [one.index for one in device.indications(0)] == list(range(10, KEPT + 10))
    assert device.health(KEPT + 10)["stable"] is True


def test_a_force_gauge_shows_its_own_numbers_not_forces() -> None:
    block = ForceBlock(
        stream="gauge",
        index=7,
        unit="lbf",
        t_ns=np.array([1, 2, 3], np.int64),
        raw=np.array([-1.5, np.nan, 9.0]),
        force_mn=np.array([6672.3, np.nan, np.nan]),
        flags=np.array([0, FLAG_OVERLOAD, FLAG_PEAK], np.uint8),
        arrivals=np.empty((0, 2), np.int64),
        data=b"",
    )
    shown = list(forces([block], 7))
    assert [(one.index, one.value, one.unit) for one in shown] == [
        (7, -1.5, "lbf"),
        (8, None, "lbf"),
        (9, 9.0, "lbf"),
    ]
    assert [one.overloaded for one in shown] == [False, True, False]
    assert [one.stable for one in shown] == [None, None, False]  # a held peak is not the force now
    assert [one.index for one in forces([block], 9)] == [9]
