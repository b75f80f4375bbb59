"""When a gauge that still sends is suspected, and when it is left alone."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.conversation import Stamped
from drivers.messages import Garbled, Message, Notice, Overload, Reading
from drivers.reader import Received, Returned, Silent
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device, device_spec
from qst_station.acquisition.watch import GapWatch, UnreadableWatch, WatchLimits
from qst_station.session.events import DeviceNews

MS = 1_000_000
S = 1_000 * MS
LIMITS = WatchLimits()
BAD = Garbled(data=b"\xff", why="noise")


class Watched:
    """A gauge that is read every so often."""

    def __init__(self, *, tests: tuple[str, ...] = ("PPT",), gauge: str = "mark10") -> None:
        self.now_ns = S
        self.told: list[tuple[int, str]] = []
        self._device = AttachedDevice(
            Device(name="gauge", gauge=gauge, url="x", tests=tests, options={}), device_spec(gauge, {})
        )

    @property
    def what(self) -> list[str]:
        return [what for _, what in self.told]

    def hear(self, *messages: Message, every_ns: int = 20 * MS) -> None:
        """One read."""
        self.now_ns += every_ns
        stamped = tuple(Stamped(message=message, t_ns=self.now_ns) for message in messages)
        self.take(Received(device="gauge", t_ns=self.now_ns, data=b"....", stamped=stamped))

    def take(self, event: Received | Silent | Returned) -> None:
        told = [news for news in self._device.take(event) if isinstance(news, DeviceNews)]
        self.told += [(news.t_ns, news.what) for news in told if news.what != "garbled"]

    def show(self, newtons: Iterable[float], *, every_ns: int = 20 * MS) -> None:
        """Readings, one a read."""
        for newton in newtons:
            self.hear(Reading(raw=newton, unit="N", text=f"{newton:.2f} N"), every_ns=every_ns)


def ramp(start_n: float, rate_n_per_s: float, seconds: float, *, hz: int = 50) -> list[float]:
    return [round(start_n + rate_n_per_s * i / hz, 2) for i in range(int(seconds * hz))]


def test_a_number_that_stops_in_a_ramp_is_told_once_and_so_is_its_end() -> None:
    gauge = Watched()
    gauge.show(ramp(0.0, 5.0, 4.0))
    stuck_at = gauge.now_ns
    gauge.show([19.9] * 300)
    ((told_ns, what),) = gauge.told
    assert what == "stuck" and LIMITS.stuck_ns <= told_ns - stuck_at <= LIMITS.stuck_ns + 100 * MS
    gauge.show(ramp(20.0, 5.0, 1.0))
    assert gauge.what == ["stuck", "recovered"]
    gauge.show([24.9] * 150)
    assert gauge.what == ["stuck", "recovered", "stuck"]


@settings(max_examples=15)
@given(newton=st.floats(-400, 400).map(lambda n: round(n, 2)))
def test_a_gauge_at_rest_may_show_any_number_for_a_minute(newton: float) -> None:
    gauge = Watched()
    gauge.show([newton] * (60 * 10), every_ns=100 * MS)
    assert "stuck" not in gauge.what


@settings(max_examples=15)
@given(rate=st.floats(5.0, 60.0), top=st.floats(3.0, 90.0), hz=st.sampled_from([10, 50]))
def test_a_ramp_and_its_way_back_to_rest_are_no_suspicion(rate: float, top: float, hz: int) -> None:
    gauge = Watched()
    up = ramp(0.0, rate, top / rate, hz=hz)
    gauge.show([*up, *reversed(up), *[0.0] * (5 * hz)], every_ns=S // hz)
    assert gauge.what == []


def test_a_last_digit_that_moves_is_enough() -> None:
    gauge = Watched()
    gauge.show(ramp(0.0, 5.0, 4.0))
    gauge.show([20.00, 20.01] * 300)
    assert gauge.what == []


def test_under_a_weight_on_the_bench_or_hanging_on_a_hook_nothing_is_wrong() -> None:
    bench = Watched(tests=())
    bench.show([*ramp(0.0, 50.0, 0.4), *[20.0] * 500, *[-20.0] * 500])
    assert bench.what == []


def test_a_pull_is_told_after_half_a_second_and_again_after_it_was_over() -> None:
    gauge = Watched()
    gauge.show([-5.0] * 20)
    assert gauge.what == []
    gauge.show([-5.0] * 100)
    assert gauge.what == ["negative"]
    gauge.show([0.0, *[-5.0] * 100])
    assert gauge.what == ["negative", "negative"]


@given(newtons=st.lists(st.floats(-1.99, 1.99), min_size=50, max_size=80))
def test_a_zero_that_is_a_little_off_is_no_pull(newtons: list[float]) -> None:
    gauge = Watched()
    gauge.show(newtons)
    assert gauge.what == []


def test_twenty_unreadable_pieces_in_a_row_are_told_once_until_a_value_comes() -> None:
    gauge = Watched()
    gauge.show([1.0])
    for _ in range(19):
        gauge.hear(BAD)
    assert gauge.what == []
    for _ in range(200):
        gauge.hear(BAD)
    assert gauge.what == ["unreadable"]
    gauge.show([1.0])
    assert gauge.what == ["unreadable", "recovered"]
    for _ in range(100):
        gauge.hear(BAD)
        gauge.show([1.0])
    assert gauge.what == ["unreadable", "recovered"]


def test_a_burst_of_noise_is_no_wrong_baud_rate() -> None:
    gauge = Watched()
    gauge.hear(*[BAD] * 50)
    gauge.show([1.0] * 10)
    assert gauge.what == []


@pytest.mark.parametrize("message", [None, Notice(kind="error", text="E")])
def test_bytes_without_a_value_for_two_seconds_are_told(message: Message | None) -> None:
    gauge = Watched()
    for _ in range(99):
        gauge.hear(*filter(None, [message]))
    assert "unreadable" not in gauge.what
    for _ in range(10):
        gauge.hear(*filter(None, [message]))
    assert gauge.what.count("unreadable") == 1


def test_an_overload_is_a_value_and_a_busy_balance_can_be_read() -> None:
    gauge, balance = Watched(), Watched(tests=(), gauge="mt-sics")
    for _ in range(200):
        gauge.hear(Overload(text="OVER"))
        balance.hear(Notice(kind="error", text="S I"), every_ns=100 * MS)
    assert gauge.what == [] and set(balance.what) == {"error"}


@given(pauses=st.lists(st.integers(0, 10 * S), max_size=30))
def test_what_is_not_sent_is_not_unreadable(pauses: list[int]) -> None:
    watch, t_ns = UnreadableWatch(LIMITS), 0
    for pause_ns in pauses:
        t_ns += LIMITS.unreadable_ns + pause_ns
        assert watch.take(t_ns, valued=False, bad=0) is None


@given(reads=st.lists(st.tuples(st.integers(1, 5 * S), st.booleans()), min_size=2, max_size=30))
def test_a_gap_is_told_where_nobody_told_the_silence(reads: list[tuple[int, bool]]) -> None:
    watch, t_ns = GapWatch(2 * S), 0
    moments: list[int] = []
    for pause_ns, told in reads:
        t_ns += pause_ns
        moments.append(t_ns)
        gap = watch.take(t_ns, told=told)
        before = moments[-2] if len(moments) > 1 else t_ns
        assert (gap == "gap") == (t_ns - before >= 2 * S and not told)


def test_a_silence_that_was_told_is_no_gap_as_well() -> None:
    gauge = Watched()
    gauge.show([1.0])
    gauge.take(Silent(device="gauge", t_ns=gauge.now_ns + 2 * S, for_ns=2 * S))
    gauge.show([1.0], every_ns=3 * S)
    assert gauge.what == ["silent", "returned"]
    gauge.show([1.0], every_ns=3 * S)
    assert gauge.what == ["silent", "returned", "gap"]


def test_a_device_that_returns_is_judged_anew() -> None:
    gauge = Watched()
    gauge.show(ramp(0.0, 5.0, 4.0))
    gauge.show([19.9] * 200)
    gauge.now_ns += 20 * S
    gauge.take(Returned(device="gauge", t_ns=gauge.now_ns))
    gauge.show([0.0] * 200)
    assert gauge.what == ["stuck", "returned"]


def test_a_flood_is_told_once_and_a_burst_after_a_stall_is_none() -> None:
    gauge = Watched()
    gauge.show([1.0, 2.0] * 100)
    gauge.hear(*[Reading(raw=1.0, unit="N", text="1.00 N")] * 75, every_ns=1_500 * MS)
    gauge.show([1.0, 2.0] * 50)
    assert gauge.what == []
    gauge.show([1.0, 2.0] * 2_000, every_ns=MS)
    assert gauge.what == ["flood"]
    gauge.show([1.0, 2.0] * 100)
    gauge.show([1.0, 2.0] * 2_000, every_ns=MS)
    assert gauge.what == ["flood", "flood"]


def test_a_banner_in_the_middle_is_a_restart_and_one_at_the_beginning_is_none() -> None:
    gauge = Watched(gauge="imada-ds2")
    banner = Notice(kind="banner", text="Gauge Started.")
    gauge.hear(banner)
    assert gauge.what == []
    gauge.show([1.0])
    gauge.hear(banner)
    assert gauge.what == ["restarted"]
    gauge.take(Returned(device="gauge", t_ns=gauge.now_ns))
    gauge.hear(banner)
    assert gauge.what == ["restarted", "returned"]
