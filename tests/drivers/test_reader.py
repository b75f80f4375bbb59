"""The reader thread over real ports: streams, polls, unplugging, silence, garbage."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pytest

from drivers.catalogue import gauge
from drivers.conversation import Conversation, Stamped
from drivers.link import Link, LinkLost, LinkUnavailable, open_link
from drivers.messages import Garbled, Message, Overload, Press, Reading, one_by_one
from drivers.reader import Lost, Reader, ReaderEvent, Received, Returned, Silent
from drivers.simulated.device import SimulatedDevice, simulated, simulated_button
from drivers.simulated.server import Server, Transport
from drivers.spec import GaugeSpec, Mode
from tests.drivers.clocks import SharedClock

pytestmark = pytest.mark.usefixtures("no_leaked_handles")

MS = 1_000_000
S = 1_000 * MS
Wait = Callable[[Callable[[], object]], None]
GAUGES = [
    *("mark10", "mark10-series4", "imada-ds2", "imada-zta", "wagner-fpx", "wagner-fdv", "wagner-fdix"),
    *("lutron", "loadstar-di1000", "text-line"),
]


@dataclass
class Log:
    """A reader and what it has said."""

    reader: Reader
    events: list[ReaderEvent] = field(default_factory=list)

    @property
    def stamped(self) -> list[Stamped]:
        stamped = [s for event in self.events if isinstance(event, Received) for s in event.stamped]
        return [replace(s, message=message) for s in stamped for message in one_by_one([s.message])]

    def of(self, kind: type) -> list[Stamped]:
        return [stamped for stamped in self.stamped if isinstance(stamped.message, kind)]

    @property
    def forces(self) -> list[float]:
        return [s.message.raw for s in self.stamped if isinstance(s.message, Reading)]

    def said(self, kind: type) -> list[ReaderEvent]:
        return [event for event in list(self.events) if isinstance(event, kind)]


@contextmanager
def reading(
    name: str,
    device: SimulatedDevice,
    *,
    transport: Transport = "pty",
    mode: Mode | None = None,
    speed: float = 1.0,
) -> Iterator[Log]:
    """A reader on a served device, both on one clock."""
    clock = SharedClock(speed)
    spec = gauge(name)
    events: list[ReaderEvent] = []

    def sink(event: ReaderEvent) -> None:
        events.append(event)
        if isinstance(event, Lost):
            clock.leave()

    with Server(device, transport=transport, clock_ns=clock.device) as server:
        reader = Reader(
            name,
            lambda: open_link(server.url, spec),
            Conversation(spec, mode=mode),
            clock_ns=clock.reader,
            sink=sink,
        )
        reader.start()
        try:
            yield Log(reader, events)
        finally:
            reader.stop()
    assert not reader.alive


@pytest.mark.parametrize("transport", ["pty", "tcp"])
@pytest.mark.parametrize("name", GAUGES)
def test_every_gauge_is_read_through_pyserial(name: str, transport: Transport, wait_until: Wait) -> None:
    with reading(name, simulated(name, load="hold:12.3"), transport=transport, speed=3.0) as log:
        wait_until(lambda: len(log.forces) >= 10)
    assert set(log.forces) == {12.3 * gauge(name).compression_sign}
    assert not log.said(Lost)
    polled = log.reader.conversation.mode == "poll"
    for stamped in log.of(Reading):
        assert (stamped.asked_ns is not None) == polled
    times = [stamped.t_ns for stamped in log.of(Reading)]
    assert times == sorted(times)


@pytest.mark.parametrize("name", ["mark10", "text-line"])
def test_the_bytes_are_handed_on_as_they_came(name: str, wait_until: Wait) -> None:
    with reading(name, simulated(name, load="ramp:50:100"), speed=4.0) as log:
        wait_until(lambda: len(log.forces) >= 100)
    data = b"".join(event.data for event in log.events if isinstance(event, Received))
    codec = gauge(name).codec(gauge(name))
    assert one_by_one(codec.feed(data)) == [stamped.message for stamped in log.stamped]
    assert log.forces == sorted(log.forces)


@pytest.mark.parametrize("transport", ["pty", "tcp"])
@pytest.mark.parametrize("name", ["mark10", "imada-ds2"])
def test_an_unplugged_gauge_is_lost_and_comes_back(name: str, transport: Transport, wait_until: Wait) -> None:
    device = simulated(name, load="hold:5", faults="unplug@200ms:300ms")
    with reading(name, device, transport=transport) as log:
        wait_until(lambda: log.said(Returned))
        returned = len(log.forces)
        wait_until(lambda: len(log.forces) > returned + 5)
    assert [type(event) for event in log.events if not isinstance(event, Received)] == [Lost, Returned]
    assert set(log.forces) == {5.0}


def test_a_device_that_never_comes_back_can_be_left(wait_until: Wait) -> None:
    with reading("mark10", simulated("mark10", faults="unplug@200ms:1000s")) as log:
        wait_until(lambda: log.said(Lost))
    assert not log.said(Returned)


def test_silence_is_told_once_and_ends_when_the_stream_is_started_again(wait_until: Wait) -> None:
    device = simulated("mark10", load="hold:5", faults="silence@1s:4s")
    with reading("mark10", device, speed=2.0) as log:
        wait_until(lambda: log.of(Reading) and log.of(Reading)[-1].t_ns > 6 * S)
    (silent,) = log.said(Silent)
    assert isinstance(silent, Silent)
    assert silent.for_ns >= 2 * S
    assert log.reader.conversation.rearmed >= 1
    assert not log.said(Lost)


def test_a_button_that_rests_is_not_silent(wait_until: Wait) -> None:
    device = simulated_button(presses_ns=[4 * S])
    with reading("button", device, speed=8.0) as log:
        wait_until(lambda: len(log.of(Press)) == 2)
    assert not log.said(Silent)


def test_a_press_planned_from_another_thread_arrives(wait_until: Wait) -> None:
    device = simulated_button("button-bitsi")
    with reading("button-bitsi", device, transport="tcp") as log:
        device.press(300 * MS)
        wait_until(lambda: len(log.of(Press)) == 2)
    down = log.of(Press)[0]
    assert down.t_ns >= 300 * MS


def test_overload_garbage_and_a_changed_unit_arrive_as_such(wait_until: Wait) -> None:
    faults = "garble@1s,half@1500ms,overload@2s:300ms,unit@3s"
    with reading("mark10", simulated("mark10", load="hold:9.80665", faults=faults), speed=4.0) as log:
        wait_until(lambda: log.of(Reading) and log.of(Reading)[-1].t_ns > 4 * S)
    assert {(s.message.raw, s.message.unit) for s in log.stamped if isinstance(s.message, Reading)} == {
        (9.81, "N"),
        (1.0, "kgf"),
    }
    assert len(log.of(Garbled)) >= 2
    assert len(log.of(Overload)) == 15


def test_an_order_goes_out(wait_until: Wait) -> None:
    with reading("mark10", simulated("mark10", load="hold:5")) as log:
        wait_until(lambda: 5.0 in log.forces)
        log.reader.order("zero")
        wait_until(lambda: 0.0 in log.forces)
    with pytest.raises(ValueError, match="it takes: zero"):
        log.reader.order("save")


def test_the_stream_is_stopped_before_the_link_is_closed(wait_until: Wait) -> None:
    device = simulated("mark10", load="hold:5")
    spec = gauge("mark10")
    events: list[ReaderEvent] = []
    with Server(device) as server:
        reader = Reader(
            "g",
            lambda: open_link(server.url, spec),
            Conversation(spec),
            clock_ns=time.perf_counter_ns,
            sink=events.append,
        )
        reader.start()
        wait_until(lambda: len(events) > 3)
        reader.stop()
        wait_until(lambda: device.dialect.advance(server.now_ns()) == b"")
        port = open_link(server.url, spec)
        port.write(b"LIST\r")
        reply = b""
        while not reply.endswith(b"B0\r\n"):
            reply += port.read(1.0)
        port.close()
    assert b"AOUT00" in reply


def test_a_port_that_cannot_be_opened_starts_nothing() -> None:
    spec = gauge("mark10")
    reader = Reader(
        "g", lambda: open_link("/nowhere", spec), Conversation(spec), clock_ns=lambda: 0, sink=lambda _: None
    )
    with pytest.raises(LinkUnavailable):
        reader.start()
    assert not reader.alive
    reader.stop()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_failing_sink_ends_the_reader_loudly(wait_until: Wait) -> None:
    spec = gauge("text-line")
    told: list[ReaderEvent] = []

    def sink(event: ReaderEvent) -> None:
        told.append(event)
        if isinstance(event, Received):
            raise RuntimeError("the inbox is gone")

    with Server(simulated("text-line")) as server:
        reader = Reader(
            "g", lambda: open_link(server.url, spec), Conversation(spec), clock_ns=time.perf_counter_ns, sink=sink
        )
        reader.start()
        wait_until(lambda: not reader.alive)
        reader.stop()
    assert isinstance(reader.failure, RuntimeError)
    assert isinstance(told[-1], Lost)
    assert "the inbox is gone" in told[-1].why


class FailingCodec:
    """A codec with a bug."""

    def __init__(self, _spec: GaugeSpec) -> None: ...

    def feed(self, _data: bytes) -> list[Message]:
        raise ZeroDivisionError

    def interrupted(self) -> list[Message]:
        return []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_bytes_that_a_failing_codec_could_not_read_are_handed_on(wait_until: Wait) -> None:
    spec = replace(gauge("text-line"), codec=FailingCodec)
    told: list[ReaderEvent] = []
    with Server(simulated("text-line", load="hold:5")) as server:
        reader = Reader(
            "g",
            lambda: open_link(server.url, spec),
            Conversation(spec),
            clock_ns=time.perf_counter_ns,
            sink=told.append,
        )
        reader.start()
        wait_until(lambda: not reader.alive)
        reader.stop()
    received, lost = told
    assert isinstance(received, Received)
    assert received.data
    assert received.stamped == ()
    assert isinstance(lost, Lost)
    assert "ZeroDivisionError" in lost.why


class BreakingLink:
    """A link that breaks at its `n`-th call."""

    url = "breaking://"

    def __init__(self, n: int) -> None:
        self._left = n
        self.closed = False

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            raise LinkLost(self.url, "broken")

    def read(self, _max_wait_s: float) -> bytes:
        self._count()
        return b"1.00 N\r\n"

    def write(self, _data: bytes) -> None:
        self._count()

    def flush_input(self) -> None:
        self._count()

    def close(self) -> None:
        self.closed = True


def test_a_link_may_break_at_any_call(wait_until: Wait) -> None:
    links = [BreakingLink(n) for n in range(1, 4)]
    opened: list[Link] = []
    events: list[ReaderEvent] = []

    def factory() -> Link:
        if len(opened) == len(links):
            raise LinkUnavailable("breaking://", "missing", "no more")
        opened.append(links[len(opened)])
        return opened[-1]

    reader = Reader("g", factory, Conversation(gauge("mark10")), clock_ns=time.perf_counter_ns, sink=events.append)
    reader.start()
    wait_until(lambda: sum(isinstance(event, Lost) for event in list(events)) == len(links))
    reader.stop()
    assert all(link.closed for link in links)
    assert sum(isinstance(event, Returned) for event in events) == len(links) - 1
