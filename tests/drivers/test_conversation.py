"""The dialogue: what is asked when, and what time an answer belongs to."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.catalogue import BUILT_IN, gauge
from drivers.conversation import ANSWER_WITHIN_NS, RETRIES, Conversation, Stamped
from drivers.messages import Garbled, Notice, Overload, Press, Reading, Unsettled
from drivers.simulated.behaviour import Behaviour
from drivers.simulated.device import SimulatedDevice, simulated, simulated_button
from drivers.simulated.mark10 import Mark10
from drivers.simulated.memory import MemoryLink
from drivers.spec import GaugeSpec, Mode

MS = 1_000_000
S = 1_000 * MS
STEP_NS = 5 * MS
"""Where no time is measured to the millisecond; a reader waits for bytes up to four times as long."""


SHOWN = {"loadstar-iload": 2.765, "openscale": 1.25}
"""What a gauge that is not in newton shows of 12.3 N."""
BALANCES = [name for name, spec in BUILT_IN.items() if spec.kind == "balance"]


def usable(name: str) -> GaugeSpec:
    """A gauge with the unit that its user says it shows, where it does not send it."""
    return replace(gauge(name), default_unit="N") if name == "sauter-fl" else gauge(name)


def talk(
    name: str,
    device: SimulatedDevice,
    *,
    until_ns: int,
    mode: Mode | None = None,
    seed: int = 0,
    step_ns: int = MS,
) -> tuple[Conversation, list[Stamped]]:
    """A dialogue with a simulated device in virtual time, in steps of a millisecond or in others."""
    now = 0
    conversation = Conversation(usable(name), mode=mode)
    link = MemoryLink(device, random.Random(seed), lambda: now)
    link.write(conversation.opening(now))
    heard: list[Stamped] = []
    while now < until_ns:
        now += step_ns
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
        ("wagner-fdx", "poll"),
        ("wagner-fdv", "stream"),
        ("wagner-fdix", "stream"),
        ("mark10-series4", "poll"),
        ("imada-dsv", "poll"),
        ("imada-zta", "poll"),
        ("imada-zta", "stream"),
        ("lutron", "stream"),
        ("loadstar-iload", "poll"),
        ("loadstar-di1000", "poll"),
        ("loadstar-di1000", "stream"),
        ("sauter-fl", "poll"),
        ("openscale", "stream"),
        ("text-line", "stream"),
    ],
)
def test_a_gauge_under_a_constant_load_reads_it(name: str, mode: Mode) -> None:
    conversation, heard = talk(name, simulated(name, load="hold:12.3"), until_ns=4 * S, mode=mode, step_ns=STEP_NS)
    assert set(readings(heard)) == {SHOWN.get(name, 12.3 * gauge(name).compression_sign)}
    assert conversation.readings == len(readings(heard)) >= 38
    assert conversation.unanswered == conversation.rearmed == 0


FORCES = [(name, mode) for name, spec in BUILT_IN.items() if spec.kind == "force" for mode in spec.modes]
SILENCES = [(name, mode, ms) for name, mode in FORCES for ms in (700, 2_500)]


@pytest.mark.parametrize(("name", "mode", "ms"), SILENCES)
def test_every_gauge_is_read_again_after_a_silence(name: str, mode: Mode, ms: int) -> None:
    device = simulated(name, load="hold:12.3", faults=f"silence@1013ms:{ms}ms")
    _, heard = talk(name, device, until_ns=(4_000 + ms) * MS, mode=mode, step_ns=STEP_NS)
    shown = SHOWN.get(name, 12.3 * gauge(name).compression_sign)
    values = [(s.message.raw, s.t_ns) for s in heard if isinstance(s.message, Reading)]
    assert {value for value, _ in values} == {shown}
    assert values[0][1] < 1_000 * MS
    assert sum(t_ns > (3_000 + ms) * MS for _, t_ns in values) >= 9


@pytest.mark.parametrize("name", BALANCES)
def test_a_balance_under_a_constant_load_reads_it(name: str) -> None:
    conversation, heard = talk(name, simulated(name, load="hold:0.980665"), until_ns=4 * S)
    values = [s.message for s in heard if isinstance(s.message, Reading)]
    assert {(value.raw, value.unit, value.stable) for value in values} == {(100.0, "g", True)}
    assert conversation.unanswered == 0


@pytest.mark.parametrize("name", BALANCES)
def test_a_balance_that_moves_says_so(name: str) -> None:
    conversation, heard = talk(name, simulated(name, load="ramp:0.1:2"), until_ns=4 * S)
    messages = [s.message for s in heard if isinstance(s.message, Reading | Unsettled)]
    assert len(messages) > 5
    assert not any(isinstance(message, Reading) and message.stable for message in messages)
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
    # Once into the silence, and once more when it ends: nobody knows whether the first arrived.
    assert conversation.rearmed == 2
    last_ns = [s.t_ns for s in heard if isinstance(s.message, Reading)][-1]
    assert 7 * S - 20 * MS <= last_ns <= 7 * S


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
    ("name", "mode"),
    [
        ("mark10", "stream"),
        ("mark10", "poll"),
        ("imada-ds2", "poll"),
        ("wagner-fpx", "poll"),
        ("wagner-fdv", "stream"),
        ("wagner-fdix", "stream"),
        ("imada-zta", "poll"),
        ("imada-zta", "stream"),
        ("lutron", "stream"),
        ("loadstar-iload", "poll"),
        ("loadstar-di1000", "poll"),
        ("loadstar-di1000", "stream"),
        ("sauter-fl", "poll"),
        ("openscale", "stream"),
    ],
)
def test_a_spoilt_line_is_counted_and_never_a_force(name: str, mode: Mode, fault: str) -> None:
    device = simulated(name, load="hold:12.3", faults=fault)
    conversation, heard = talk(name, device, until_ns=4 * S, mode=mode, step_ns=STEP_NS)
    assert set(readings(heard)) == {SHOWN.get(name, 12.3 * gauge(name).compression_sign)}
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


@pytest.mark.parametrize(
    ("name", "clock"),
    [
        ("button", [250, 370]),
        ("button-bitsi", [None, None]),
        ("cedrus-xid", [250, 370]),
        ("bbtk-tpad", [250, 370]),
    ],
)
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
