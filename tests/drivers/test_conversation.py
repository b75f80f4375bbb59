"""The dialogue: what is asked when, and what time an answer belongs to."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.catalogue import gauge
from drivers.conversation import ANSWER_WITHIN_NS, RETRIES, Conversation, Stamped
from drivers.messages import Garbled, Notice, Overload, Press, Reading
from drivers.simulated.behaviour import Behaviour
from drivers.simulated.device import SimulatedDevice, simulated, simulated_button
from drivers.simulated.dialects import Mark10
from drivers.simulated.memory import MemoryLink
from drivers.spec import Mode

MS = 1_000_000
S = 1_000 * MS


def talk(
    name: str, device: SimulatedDevice, *, until_ns: int, mode: Mode | None = None, seed: int = 0
) -> tuple[Conversation, list[Stamped]]:
    """A dialogue with a simulated device in virtual time, in steps of a millisecond."""
    now = 0
    conversation = Conversation(gauge(name), mode=mode)
    link = MemoryLink(device, random.Random(seed), lambda: now)
    link.write(conversation.opening(now))
    heard: list[Stamped] = []
    while now < until_ns:
        now += MS
        link.write(conversation.due(now))
        while data := link.read(0.0):
            heard += conversation.receive(data, now)
    return conversation, heard


def readings(heard: list[Stamped]) -> list[float]:
    return [stamped.message.raw for stamped in heard if isinstance(stamped.message, Reading)]


@pytest.mark.parametrize("seed", range(5))
def test_cutting_the_bytes_elsewhere_changes_nothing(seed: int) -> None:
    conversation, heard = talk("mark10", simulated("mark10", load="ramp:10:50"), until_ns=2 * S, seed=seed)
    assert readings(heard) == [round(0.2 * n, 2) for n in range(1, 101)]
    assert conversation.garbled == 0
    assert [s.t_ns for s in heard if isinstance(s.message, Reading)] == [20 * MS * n for n in range(1, 101)]


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("mark10", "stream"),
        ("mark10", "poll"),
        ("imada-ds2", "poll"),
        ("wagner-fpx", "poll"),
        ("text-line", "stream"),
    ],
)
def test_a_gauge_under_a_constant_load_reads_it(name: str, mode: Mode) -> None:
    conversation, heard = talk(name, simulated(name, load="hold:12.3"), until_ns=S, mode=mode)
    assert set(readings(heard)) == {12.3 * gauge(name).compression_sign}
    assert conversation.readings == len(readings(heard)) >= 19
    assert conversation.unanswered == 0


def test_a_polled_reading_belongs_to_the_midpoint() -> None:
    conversation = Conversation(gauge("imada-ds2"))
    conversation.opening(0)
    assert conversation.next_due_ns() == 50 * MS
    assert conversation.due(49 * MS) == b""
    assert conversation.due(50 * MS) == b"D\r"
    assert conversation.due(51 * MS) == b""
    (stamped,) = conversation.receive(b"+12.34NTO\r", 60 * MS)
    assert (stamped.asked_ns, stamped.t_ns) == (50 * MS, 55 * MS)
    assert conversation.next_due_ns() == 100 * MS


def test_a_streamed_reading_belongs_to_its_arrival() -> None:
    conversation = Conversation(gauge("mark10"))
    conversation.opening(0)
    *_, stamped = conversation.receive(b"*10\r\n1.00 N\r\n", 7 * MS)
    assert (stamped.asked_ns, stamped.t_ns) == (None, 7 * MS)


def test_a_request_without_answer_is_repeated_and_then_the_dialogue_begins_anew() -> None:
    conversation = Conversation(gauge("imada-ds2"))
    conversation.opening(0)
    sent = []
    now = 0
    while len(sent) < 2 * RETRIES + 3:
        now += 10 * MS
        if request := conversation.due(now):
            sent.append((now, request))
    assert [at for at, _ in sent[: RETRIES + 1]] == [50 * MS + n * ANSWER_WITHIN_NS for n in range(RETRIES + 1)]
    assert {request for _, request in sent} == {b"D\r"}
    assert conversation.rearmed == 2
    assert conversation.unanswered == 2 * RETRIES + 2


def test_a_silent_stream_is_started_again() -> None:
    behaviour = Behaviour(capacity_n=500.0, decimals_n=2, auto_off_ns=3 * S)
    device = simulated("mark10", load="hold:5", behaviour=behaviour)
    conversation, heard = talk("mark10", device, until_ns=7 * S)
    assert conversation.rearmed == 1
    assert [s.t_ns for s in heard if isinstance(s.message, Reading)][-1] == 7 * S


def test_a_gauge_that_cannot_stream_is_polled() -> None:
    conversation = Conversation(gauge("mark10"))
    assert conversation.opening(0) == b"LIST\rAOUT50\r"
    conversation.receive(b"*10\r\n*10\r\n", 5 * MS)
    assert conversation.mode == "poll"
    assert conversation.due(5 * MS) == b"AOUT0\r?\r"
    conversation.receive(b"*10\r\n1.00 N\r\n", 8 * MS)
    assert conversation.due(100 * MS) == b"?\r"


def test_an_error_in_a_running_stream_does_not_end_it() -> None:
    conversation = Conversation(gauge("mark10"))
    conversation.opening(0)
    conversation.receive(b"V1;N;B0\r\n1.00 N\r\n*10\r\n", 5 * MS)
    assert conversation.mode == "stream"


@pytest.mark.parametrize("name", ["mark10", "text-line"])
def test_half_a_line_before_a_pause_is_never_joined_to_the_next(name: str) -> None:
    conversation = Conversation(gauge(name))
    conversation.opening(0)
    heard = conversation.receive(b"1.00 N\r\n1.00 N\r\n1", 10 * MS)
    heard += conversation.receive(b"2.34 N\r\n2.34 N\r\n", 900 * MS)
    assert readings(heard) == [1.0, 2.34]
    assert [type(s.message) for s in heard].count(Garbled) == 3


def test_the_first_line_after_a_long_silence_is_not_trusted() -> None:
    conversation = Conversation(gauge("mark10"))
    conversation.opening(0)
    heard = conversation.receive(b"?\r\n12.34 N\r\n", 10 * MS)
    heard += conversation.receive(b"2.34 N\r\n12.34 N\r\n", 3 * S)
    assert readings(heard) == [12.34, 12.34]


def test_a_slow_stream_is_read_line_by_line() -> None:
    conversation = Conversation(gauge("text-line"))
    conversation.opening(0)
    heard = [s for n in range(1, 6) for s in conversation.receive(b"1.00 N\r\n", n * S)]
    assert readings(heard) == [1.0] * 4


def test_a_text_line_that_is_asked() -> None:
    spec = replace(gauge("text-line"), poll=b"<w>", unsolicited=False, default_unit="gf")
    conversation = Conversation(spec)
    assert conversation.opening(0) == b""
    assert conversation.due(50 * MS) == b"<w>"
    assert readings(conversation.receive(b"12.34\r\n", 60 * MS)) == []
    assert conversation.due(100 * MS) == b"<w>"
    (stamped,) = conversation.receive(b"12.34\r\n", 110 * MS)
    assert stamped.message == Reading(raw=12.34, unit="gf", text="12.34")
    assert (stamped.asked_ns, stamped.t_ns) == (100 * MS, 105 * MS)


def test_orders() -> None:
    device = simulated("mark10", load="hold:5")
    now = 0
    link = MemoryLink(device, random.Random(0), lambda: now)
    link.write(Conversation(gauge("mark10")).order("zero") + b"?\r")
    data = b"".join(iter(lambda: link.read(0.0), b""))
    assert data == b"0.00 N\r\n"
    with pytest.raises(ValueError, match="it takes: none"):
        Conversation(gauge("wagner-fpx")).order("zero")
    with pytest.raises(ValueError, match="it takes: zero"):
        Conversation(gauge("mark10")).order("save")


def test_closing_ends_the_stream() -> None:
    assert Conversation(gauge("mark10")).closing() == b"AOUT0\r"
    assert Conversation(gauge("mark10"), mode="poll").closing() == b""
    assert Conversation(gauge("button")).closing() == b""


def test_a_mode_that_the_device_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="'stream'; allowed: poll"):
        Conversation(gauge("imada-ds2"), mode="stream")


@pytest.mark.parametrize("mode", ["stream", "poll"])
def test_a_whole_dialogue_writes_no_memory(mode: Mode) -> None:
    device = simulated("mark10", faults="silence@1s:5s")
    talk("mark10", device, until_ns=8 * S, mode=mode)
    assert isinstance(device.dialect, Mark10)
    assert device.dialect.saved == 0


def test_an_overload_is_no_reading() -> None:
    device = simulated("imada-ds2", load="hold:5", faults="overload@500ms:200ms")
    _, heard = talk("imada-ds2", device, until_ns=S)
    overloads = [s for s in heard if isinstance(s.message, Overload)]
    assert [s.t_ns for s in overloads] == [500 * MS + 50 * MS * n for n in range(4)]
    assert set(readings(heard)) == {5.0}


@pytest.mark.parametrize("fault", ["garble@500ms", "half@500ms", "merge@500ms", "garble@500ms:100ms"])
@pytest.mark.parametrize(
    ("name", "mode"), [("mark10", "stream"), ("mark10", "poll"), ("imada-ds2", "poll"), ("wagner-fpx", "poll")]
)
def test_a_spoilt_line_is_counted_and_never_a_force(name: str, mode: Mode, fault: str) -> None:
    conversation, heard = talk(name, simulated(name, load="hold:12.3", faults=fault), until_ns=4 * S, mode=mode)
    assert set(readings(heard)) == {12.3 * gauge(name).compression_sign}
    assert conversation.garbled >= 1
    assert heard[-1].t_ns >= 3900 * MS


@given(data=st.binary(max_size=600), step=st.integers(1, 3_000))
def test_whatever_arrives_the_dialogue_goes_on(data: bytes, step: int) -> None:
    for name in ("mark10", "imada-ds2", "button-bitsi"):
        conversation = Conversation(gauge(name))
        conversation.opening(0)
        for n in range(0, len(data), 7):
            conversation.due(n * step * MS)
            for stamped in conversation.receive(data[n : n + 7], n * step * MS):
                assert stamped.t_ns <= n * step * MS
        conversation.due(10**15)


def test_a_gauge_whose_answers_were_lost_is_not_read_with_another_requests_time() -> None:
    spec = replace(gauge("imada-ds2"), poll_period_ns=20 * MS)
    conversation = Conversation(spec)
    conversation.opening(0)
    conversation.due(20 * MS)
    conversation.receive(b"\xff\xff\r", 25 * MS)
    (late,) = conversation.receive(b"+12.34NTO\r", 26 * MS)
    assert (late.asked_ns, late.t_ns) == (None, 26 * MS)


@pytest.mark.parametrize(("name", "clock"), [("button", [250, 370]), ("button-bitsi", [None, None])])
def test_a_press_and_its_release(name: str, clock: list[int | None]) -> None:
    device = simulated_button(name, presses_ns=[250 * MS])
    _, heard = talk(name, device, until_ns=S)
    presses = [s.message for s in heard if isinstance(s.message, Press)]
    assert [press.down for press in presses] == [True, False]
    assert [press.device_ms for press in presses] == clock
    assert not any(isinstance(s.message, Garbled) for s in heard)


def test_a_banner_is_a_notice() -> None:
    _, heard = talk("imada-ds2", simulated("imada-ds2"), until_ns=100 * MS)
    assert heard[0].message == Notice(kind="banner", text="Gauge Started.")
