"""Devices whose lines or frames say more than a pattern can: nothing that was damaged becomes a number."""

from __future__ import annotations

import itertools
import struct
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drivers.catalogue import gauge
from drivers.messages import Garbled, Message, Notice, Overload, Press, Reading, Unsettled, one_by_one

SAUTER = replace(gauge("sauter-fl"), default_unit="N")
FIXED: dict[str, list[bytes]] = {
    "lutron": [b"\x0241590200001234\r", b"\x0241591200000999\r", b"\x0241590150005678\r"],
    "imada-ds2": [b"+12.34NTO\r", b"-09.99NTO\r", b"+567.8NTO\r"],
    "imada-zta": [b"r+012.3........0....\r", b"r-009.9........0....\r", b"r+567.8........0....\r"],
    "wagner-fdv": [b" 012.34 lb\r\n", b"-009.99 lb\r\n", b" 0567.8 lb\r\n"],
    "mt-sics": [b"S S      12.34 g\r\n", b"S D     -99.90 g\r\n", b"S S     567.81 g\r\n"],
    "sartorius-sbi": [b"+    12.34 g  \r\n", b"-     9.99 g  \r\n", b"+   567.81 kg \r\n"],
    "and-standard": [b"ST,+00012.34  g\r\n", b"US,-00009.99  g\r\n", b"ST,+00567.81 kg\r\n"],
}
"""Three lines of each device whose lines have a fixed length."""


def readings(messages: list[Message]) -> list[tuple[float, str]]:
    return [(message.raw, message.unit) for message in messages if isinstance(message, Reading)]


def read(name: str, data: bytes) -> list[Message]:
    codec = gauge(name).codec(gauge(name))
    codec.feed(b"XFC020811000000\r" if name == "imada-zta" else b"")
    return one_by_one(codec.feed(data))


@pytest.mark.parametrize("name", FIXED)
@given(data=st.data())
def test_bytes_lost_from_a_line_of_fixed_length_never_make_another_number(name: str, data: st.DataObject) -> None:
    stream = b"".join(FIXED[name])
    whole = readings(read(name, stream))
    assert len(whole) == len(FIXED[name])
    lost = data.draw(st.integers(1, len(FIXED[name][0]) - 1))
    at = data.draw(st.integers(0, len(stream) - lost))
    left = readings(read(name, stream[:at] + stream[at + lost :]))
    assert set(left) <= set(whole)
    assert len(left) < len(whole) or lost == 1


@pytest.mark.parametrize("name", FIXED)
@given(data=st.data())
def test_a_byte_with_its_high_bit_set_never_makes_a_number(name: str, data: st.DataObject) -> None:
    frame = bytearray(FIXED[name][1])
    at = data.draw(st.integers(0, len(frame.rstrip(b"\r\n")) - 1))
    frame[at] |= 0x80
    assert readings(read(name, bytes(frame))) == []


@pytest.mark.parametrize("name", FIXED)
@given(data=st.data())
def test_the_first_line_may_be_trusted(name: str, data: st.DataObject) -> None:
    frame = FIXED[name][0]
    tail = frame[data.draw(st.integers(1, len(frame) - 1)) :]
    assert set(readings(read(name, tail + 2 * FIXED[name][1]))) == set(readings(read(name, FIXED[name][1])))


@pytest.mark.parametrize("name", ["ohaus", "kern"])
@given(values=st.lists(st.integers(-99_999, 99_999), min_size=4, max_size=9), data=st.data())
def test_a_character_lost_before_the_unit_never_makes_another_number(
    name: str, values: list[int], data: st.DataObject
) -> None:
    lines = [f"{value / 100:12.2f} g \r\n".encode() for value in values]
    damaged = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, 11))
    lines[damaged] = lines[damaged][:at] + lines[damaged][at + 1 :]
    found = readings(read(name, b"".join(lines)))
    assert set(found) <= {(value / 100, "g") for value in values}
    assert len(found) >= len(values) - 3


@given(junk=st.binary(max_size=40).filter(lambda junk: b"\r" not in junk))
def test_lutron_finds_its_frame_behind_whatever_precedes_it(junk: bytes) -> None:
    assert readings(read("lutron", junk + FIXED["lutron"][0])) == [(12.34, "N")]


@pytest.mark.parametrize(
    ("code", "unit"), [("55", "kgf"), ("56", "lbf"), ("57", "gf"), ("58", "ozf"), ("59", "N")]
)
def test_lutron_units(code: str, unit: str) -> None:
    assert readings(read("lutron", f"\x0241{code}1100001234\r".encode())) == [(-123.4, unit)]


@given(millipounds=st.integers(-(10**9) + 1, 10**9 - 1))
def test_millipounds_are_exact(millipounds: int) -> None:
    data = b"A\r\n%d\r\n" % millipounds
    text = f"{'-' if millipounds < 0 else ''}{abs(millipounds) // 1000}.{abs(millipounds) % 1000:03d}"
    assert readings(read("loadstar-iload", data)) == [(float(text), "lbf")]


def test_a_load_cell_that_has_not_named_its_unit_gives_no_number() -> None:
    codec = gauge("loadstar-di1000").codec(gauge("loadstar-di1000"))
    assert [type(m) for m in codec.feed(b"1.500\r\n1.500\r\n")] == [Garbled, Garbled]
    assert readings(codec.feed(b"LB\r\n1.500\r\n")) == [(1.5, "lbf")]
    assert readings(codec.feed(b"Kg\r\n1.500\r\n1.600\r\n")) == [(1.5, "kgf"), (1.6, "kgf")]


def test_an_imada_value_is_in_the_unit_that_its_list_names() -> None:
    codec = gauge("imada-zta").codec(gauge("imada-zta"))
    (unknown,) = codec.feed(b"r+012.3........0....\r")
    assert isinstance(unknown, Garbled)
    assert isinstance(codec.feed(b"XFC010210110405\r")[0], Notice)
    units = [readings(codec.feed(b"r+012.3........%d....\r" % place)) for place in range(6)]
    assert units == [[(12.3, "mN")], [(12.3, "N")], [(12.3, "ozf")], [(12.3, "lbf")], [], []]


@pytest.mark.parametrize(
    ("name", "line"), [("imada-zta", b"r+012.3........0....\r"), ("loadstar-di1000", b"1.500\r\n")]
)
def test_a_unit_that_the_user_names_does_not_replace_the_one_of_the_device(name: str, line: bytes) -> None:
    spec = replace(gauge(name), default_unit="kN")
    assert [type(m) for m in spec.codec(spec).feed(line + line)] == [Garbled, Garbled]


def sauter(*frames: bytes) -> list[tuple[float, str]]:
    """The readings of frames that come one per request, each after the next; a pause where one gives nothing."""
    codec = SAUTER.codec(SAUTER)
    found: list[Message] = []
    for frame in frames:
        messages = codec.feed(frame)
        found += messages or codec.interrupted()
    return readings(found)


def test_a_sauter_frame_needs_a_unit_and_a_frame_before_it() -> None:
    frames = [b"0011.70", b"0011.70\r\n", b"\r\n1021.15"]
    assert sauter(*frames) == [(-11.7, "N"), (21.15, "N")]
    codec = gauge("sauter-fl").codec(gauge("sauter-fl"))
    (_, message) = codec.feed(b"0011.700011.70")
    assert isinstance(message, Garbled)
    assert "unit" in message.why


@given(
    values=st.lists(st.integers(0, 99_999), min_size=3, max_size=8),
    damaged=st.integers(0, 7),
    lost=st.sets(st.integers(0, 6), min_size=1, max_size=7),
)
def test_bytes_lost_from_a_sauter_frame_never_make_another_number(
    values: list[int], damaged: int, lost: set[int]
) -> None:
    frames = [f"{n % 2}{value / 100:06.2f}".encode() for n, value in enumerate(values)]
    true = {((1 if n % 2 else -1) * value / 100, "N") for n, value in enumerate(values)}
    damaged %= len(frames)
    frames[damaged] = bytes(byte for n, byte in enumerate(frames[damaged]) if n not in lost)
    found = sauter(*frames)
    assert set(found) <= true
    assert len(found) >= len(frames) - damaged - 4


def test_a_unit_changed_on_a_sauter_gauge_is_refused_for_good() -> None:
    assert sauter(*[b"0011.70"] * 3, *[b"001.193"] * 20) == [(-11.7, "N")] * 2


def test_a_balance_says_whether_its_value_has_settled() -> None:
    for name in ("mt-sics", "and-standard"):
        stable = [m.stable for m in read(name, b"".join(FIXED[name])) if isinstance(m, Reading)]
        assert stable == [True, False, True]
    assert read("sartorius-sbi", b"+   123.57    \r\n") == [Unsettled(text="+   123.57    ")]


@pytest.mark.parametrize("name", ["mark10", "wagner-fpx", "text-line", "wagner-fdv"])
@pytest.mark.parametrize("unit", ["g", "mg", "g "])
def test_a_force_gauge_reads_no_mass(name: str, unit: str) -> None:
    (_, message) = read(name, b"?\r\n" + f" 012.34 {unit}".encode() + b"\r\n")
    assert isinstance(message, Garbled)


@pytest.mark.parametrize("name", ["mt-sics", "sartorius-sbi", "and-standard", "ohaus", "kern"])
@given(
    data=st.lists(
        st.sampled_from([b"1.0 N\r\n", b"S S       1.00 N\r\n", b"+     1.00 N  \r\n", b"ST,+00001.00  N\r\n"])
    )
)
def test_a_balance_reads_no_force(name: str, data: list[bytes]) -> None:
    assert readings(read(name, b"".join(data))) == []


def packet(key: int, down: bool, ms: int) -> bytes:
    return b"k" + bytes([(key % 8) << 5 | down << 4]) + struct.pack("<I", ms)


@given(
    events=st.lists(st.tuples(st.integers(1, 8), st.booleans(), st.integers(0, 2**30 - 1)), max_size=6),
    cuts=st.lists(st.integers(0, 40), max_size=6),
)
def test_cedrus_packets_hold_any_byte(events: list[tuple[int, bool, int]], cuts: list[int]) -> None:
    data = b"".join(packet(*event) for event in events)
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    codec = gauge("cedrus-xid").codec(gauge("cedrus-xid"))
    messages = [m for a, b in itertools.pairwise(edges) for m in codec.feed(data[a:b])]
    assert messages == [Press(button=str(key), down=down, device_ms=ms) for key, down, ms in events]


def _without_a_start(ms: int) -> bool:
    """A clock without the byte that begins a packet: where two of them hold it, nobody could tell them apart."""
    return b"k" not in struct.pack("<I", ms)


@given(
    lost=st.integers(0, 5),
    times=st.tuples(st.integers(0, 10**7), *[st.integers(0, 10**7).filter(_without_a_start)] * 2),
)
@example(lost=0, times=(107, 0, 0))
@example(lost=0, times=(0x106B, 5, 0))
@example(lost=0, times=(0x6B00, 5, 0))
def test_a_cedrus_packet_that_lost_a_byte_is_no_press(lost: int, times: tuple[int, int, int]) -> None:
    broken = packet(1, True, times[0])
    data = broken[:lost] + broken[lost + 1 :] + packet(1, False, times[1]) + packet(2, True, times[2])
    messages = read("cedrus-xid", data)
    presses = [(m.button, m.down, m.device_ms) for m in messages if isinstance(m, Press)]
    assert set(presses) <= {("1", False, times[1]), ("2", True, times[2])}


def test_behind_a_torn_cedrus_packet_the_next_is_read_once_it_is_sure() -> None:
    codec = gauge("cedrus-xid").codec(gauge("cedrus-xid"))
    assert not any(isinstance(m, Press) for m in codec.feed(packet(1, True, 5)[1:] + packet(3, True, 7)))
    assert codec.feed(packet(3, False, 9)) == [
        Press(button="3", down=True, device_ms=7),
        Press(button="3", down=False, device_ms=9),
    ]
    assert codec.feed(b"?") == [Garbled(data=b"?", why="not a packet of this pad")]
    assert codec.interrupted() == []
    assert codec.feed(packet(4, True, 11)) == [Press(button="4", down=True, device_ms=11)]


def test_the_other_inputs_of_a_pad_are_no_presses() -> None:
    assert not any(isinstance(m, Press) for m in read("cedrus-xid", b"k\x31\x00\x00\x00\x00"))
    assert [type(m) for m in read("bbtk-tpad", b"C P [ 5\r\nA P 1 5\r\n")] == [Garbled, Press]


def test_a_help_is_an_overload_and_a_peak_is_told() -> None:
    messages = read("wagner-fdv", b" HELP lb\r\n HELP N  Peak\r\n 012.34 N  Peak\r\n 012.34 lb Peak\r\n")
    assert [type(m) for m in messages] == [Overload, Overload, Reading, Reading]
    assert all(m.peak for m in messages if isinstance(m, Reading))
