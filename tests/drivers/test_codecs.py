"""Codecs: any chunking gives the same messages, nothing raises, no wrong number looks right."""

from __future__ import annotations

import ast
import itertools
import math
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.catalogue import GAUGES, gauge, with_pattern
from drivers.framing import TOO_LONG
from drivers.line_codec import LineCodec
from drivers.messages import Garbled, Message, Notice, Overload, Press, Reading, Unsettled, one_by_one
from drivers.spec import GaugeSpec

# The user has to say which unit a gauge shows that does not send it.
ALL = [replace(spec, default_unit="N") if spec.name == "sauter-fl" else spec for spec in GAUGES.values()]
SPECS = [pytest.param(spec, id=spec.name) for spec in ALL]
LINES = [spec.name for spec in ALL if spec.kind != "button" and spec.name not in ("sauter-fl", "lutron")]

TRANSCRIPTS = {path.stem: path for path in sorted((Path(__file__).parent / "transcripts").glob("*.txt"))}


def sent(name: str) -> list[bytes]:
    """What the device of a transcript sends."""
    text = TRANSCRIPTS[name].read_text(encoding="utf-8")
    return [ast.literal_eval(data) for data in re.findall(r"""^< (b"[^"]+"|b'[^']+')""", text, re.MULTILINE)]


VALID = [
    *itertools.chain.from_iterable(map(sent, TRANSCRIPTS)),
    b"12.34 N\r\n",
    b"-18.78 lbF\r\n",
    b"4.285\r\n",
    b"*10\r\n",
    b"*22\r\n",
    b"+12.34NTO\r",
    b"-01.50NPL\r",
    b"+55.00NTE\r",
    b"R\r",
    b"E\r",
    b"Gauge Started.\r",
    b"18.14 kgf\r\n",
    b"- 23.02 lbf\r\n",
    b"OL\r\n",
    b"B,1234,1\r\n",
    b"B,1299,0\r\n",
    b"A",
    b"a",
    b"BITSI mode, Ready!\r\n",
    b"\n\r",
    b"\r",
    b"\n",
]
PIECES = st.one_of(
    st.sampled_from(VALID),
    st.binary(max_size=12),
    st.sampled_from([b"9" * 300, b"\x00", b"\xff\xfe", "٣.١ N\r\n".encode(), b"\xef\xbb\xbf1.0 N\r\n"]),
)
BYTES = st.lists(PIECES, max_size=12).map(b"".join)


NUMBERS: dict[str, Callable[[str], float]] = {
    "lutron": lambda text: (-1 if text[4] == "1" else 1) * int(text[6:]) / 10 ** int(text[5]),
    "loadstar-iload": lambda text: int(text) / 1000,
    "sauter-fl": lambda text: (-1 if text[0] == "0" else 1) * float(text[1:]),
    "openscale": lambda text: float(re.split(",(?:kg|lbs),", text)[0].rpartition(",")[2]),
}
"""The number in a text, where it is not simply the only one in it."""


def number(spec: GaugeSpec, text: str) -> float:
    """The number that a text must give, found another way than the codecs do."""
    if spec.name in NUMBERS:
        return NUMBERS[spec.name](text)
    digits = re.search(r"[+-]? *(\d+\.?\d*|\.\d+)", text)
    assert digits is not None
    return float(digits[0].replace(" ", ""))


def feed(spec: GaugeSpec, data: bytes, cuts: list[int] | None = None) -> list[Message]:
    codec = spec.codec(spec)
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts or []), len(data)]
    return one_by_one(m for a, b in itertools.pairwise(edges) for m in codec.feed(data[a:b]))


def in_step(spec: GaugeSpec, data: bytes) -> list[Message]:
    """The messages of `data` after a first line."""
    return feed(spec, b"?" + (spec.terminator or b"\r\n") + data)[1:]


@pytest.mark.parametrize("spec", SPECS)
@settings(max_examples=40)
@given(data=BYTES, cuts=st.lists(st.integers(0, 10_000), max_size=20))
def test_any_chunking_gives_the_same_messages(spec: GaugeSpec, data: bytes, cuts: list[int]) -> None:
    assert feed(spec, data, cuts) == feed(spec, data)
    assert feed(spec, data, list(range(len(data)))) == feed(spec, data)


@pytest.mark.parametrize("spec", SPECS)
@settings(max_examples=40)
@given(data=BYTES)
def test_a_reading_is_always_a_whole_line_with_its_number(spec: GaugeSpec, data: bytes) -> None:
    lines = [line.decode("latin-1") for line in re.split(rb"[\r\n]", data)]
    complete = lines[:-1]
    for message in feed(spec, data):
        if isinstance(message, Reading):
            if spec.name == "sauter-fl":
                assert message.text.encode() in data
            else:
                assert any(line.endswith(message.text) for line in complete)
            assert math.isfinite(message.raw)
            assert number(spec, message.text) == message.raw
            assert (message.stable is None) == (spec.kind != "balance")
            assert message.unit in ("mg", "g", "kg") or spec.kind == "force"
        elif isinstance(message, Garbled):
            assert message.data
            assert message.data in data
        elif isinstance(message, Press):
            assert spec.kind == "button"


@pytest.mark.parametrize("spec", SPECS)
@settings(max_examples=40)
@given(data=BYTES)
def test_no_byte_is_read_twice(spec: GaugeSpec, data: bytes) -> None:
    messages = feed(spec, data)
    assert sum(len(m.data) for m in messages if isinstance(m, Garbled)) <= len(data)
    assert len(messages) <= len(data)


@pytest.mark.parametrize("name", ["mark10", "wagner-fpx", "text-line"])
@given(start=st.integers(0, 8))
def test_a_half_line_after_opening_is_never_a_force(name: str, start: int) -> None:
    stream = b"12.34 N\r\n" * 3
    readings = [m for m in feed(gauge(name), stream[start:]) if isinstance(m, Reading)]
    assert {reading.raw for reading in readings} == {12.34}
    assert 1 <= len(readings) <= 2


@given(start=st.integers(0, 9))
def test_a_half_imada_line_is_never_a_force(start: int) -> None:
    readings = [m for m in feed(gauge("imada-ds2"), (b"+12.34NTO\r" * 3)[start:]) if isinstance(m, Reading)]
    assert {reading.raw for reading in readings} == {12.34}
    assert len(readings) == (3 if start == 0 else 2)


@given(start=st.integers(0, 9))
def test_a_half_button_line_is_never_a_press(start: int) -> None:
    presses = [m for m in feed(gauge("button"), (b"B,1234,1\r\n" * 3)[start:]) if isinstance(m, Press)]
    assert {press.device_ms for press in presses} == {1234}


@pytest.mark.parametrize(
    "text",
    [
        "nan N",
        "inf N",
        "-inf N",
        "1_000 N",
        "1e400 N",
        "1e3 N",
        "0x10 N",
        "+ N",
        "-. N",
        ". N",
        " N",
        "-N",
        "4" * 40 + " N",
        "1.2.3 N",
        "--1 N",
        "1- N",
        "1 2 N",
        "1,5 N",
        "1.000,5 N",
        "12.34 N 5",
        "12.34 kPa",
        "12.34 \x1b[31mN",
        "12.34\x00 N",
        "٣ N",
    ],
)
@pytest.mark.parametrize("name", LINES)
def test_what_is_no_number_never_becomes_one(name: str, text: str) -> None:
    spec = gauge(name)
    line = text.encode() + (spec.terminator or b"\r\n")
    assert [type(m) for m in in_step(spec, line) if not isinstance(m, Notice)] == [Garbled]


@pytest.mark.parametrize("terminator", [b"\r", b"\n", b"\r\n", b"\n\r"])
def test_a_text_line_may_end_in_any_newline(terminator: bytes) -> None:
    stream = terminator.join([b"?", b"1.5 N", b"2.5 N", b""])
    assert [m.raw for m in feed(gauge("text-line"), stream) if isinstance(m, Reading)] == [1.5, 2.5]


def test_a_line_without_end_is_counted_and_the_next_one_read() -> None:
    messages = in_step(gauge("mark10"), b"5" * 5_000 + b"\r\n1.5 N\r\n")
    assert [m.why for m in messages[:-1]] == [TOO_LONG] * 20
    assert max(len(m.data) for m in messages[:-1]) == 256
    assert messages[-1] == Reading(raw=1.5, unit="N", text="1.5 N")


def test_a_set_high_bit_spoils_the_line_and_names_the_link() -> None:
    (message,) = in_step(gauge("mark10"), b"12.3\xb4 N\r\n")
    assert isinstance(message, Garbled)
    assert "parity" in message.why


def test_a_unit_changed_on_the_device_is_seen() -> None:
    messages = in_step(gauge("mark10"), b"1.00 N\r\n0.10 KGF\r\n")
    assert [(m.raw, m.unit) for m in messages] == [(1.0, "N"), (0.1, "kgf")]


def test_a_missing_unit_is_not_guessed() -> None:
    (message,) = in_step(gauge("mark10"), b"4.285\r\n")
    assert message == Garbled(data=b"4.285", why="unit missing")
    (message,) = in_step(replace(gauge("mark10"), default_unit="kgf"), b"4.285\r\n")
    assert message == Reading(raw=4.285, unit="kgf", text="4.285")


def test_an_ambiguous_imada_unit_is_refused_with_its_name() -> None:
    (message,) = in_step(gauge("imada-ds2"), b"+12.34KTO\r")
    assert isinstance(message, Garbled)
    assert "'K'" in message.why


def test_a_decimal_comma_is_read_only_where_the_spec_says_so() -> None:
    comma = replace(gauge("text-line"), decimal=",")
    assert [m.raw for m in in_step(comma, b"12,34 N\r\n") if isinstance(m, Reading)] == [12.34]
    assert isinstance(in_step(comma, b"12.34 N\r\n")[0], Garbled)
    assert isinstance(in_step(comma, b"1.012,34 N\r\n")[0], Garbled)


def test_a_pattern_of_the_users_own_is_still_a_strict_number() -> None:
    loose = with_pattern(gauge("text-line"), r"val: (?P<value>.*)", unit="N")
    assert in_step(loose, b"val: 12.5\r\n") == [Reading(raw=12.5, unit="N", text="val: 12.5")]
    for bad in (b"val: nan\r\n", b"val: 1e5\r\n", b"val: \r\n"):
        assert isinstance(in_step(loose, bad)[0], Garbled)


@pytest.mark.parametrize("token", [b"OL", b"over", b"----", b"Overload"])
def test_display_codes_of_overload_are_overload(token: bytes) -> None:
    assert in_step(gauge("mark10"), token + b"\r\n") == [Overload(text=token.decode())]


def test_a_bitsi_restart_in_the_middle_is_no_press() -> None:
    messages = feed(gauge("button-bitsi"), b"AaBITSI mode, Ready!\r\nA")
    assert [type(m) for m in messages] == [Press, Press, Notice, Press]


def test_a_bitsi_press_is_read_at_its_own_byte() -> None:
    assert feed(gauge("button-bitsi"), b"A") == [Press(button="A", down=True)]


@pytest.mark.parametrize("spec", SPECS)
def test_half_a_line_that_was_interrupted_is_counted_and_forgotten(spec: GaugeSpec) -> None:
    codec = spec.codec(spec)
    codec.feed(b"?\r\n")
    codec.interrupted()
    halves = {"button-bitsi": b"BI", "cedrus-xid": b"k0"}
    assert codec.feed(halves.get(spec.name, b"12.")) == []
    assert [type(m) for m in codec.interrupted()] == [Garbled]
    assert codec.interrupted() == []
    assert not any(isinstance(m, Reading) for m in codec.feed(b"34 N\r\n"))


class Tenths(LineCodec):
    """The number without its decimal point."""

    def meaning(self, text: str, match: re.Match[str]) -> Message:
        return self.in_unit(text, int(match["value"]) / 10, "N")


@given(values=st.lists(st.integers(0, 99_999), min_size=3, max_size=9))
def test_lines_with_a_meaning_of_their_own_are_never_read_many_at_once(values: list[int]) -> None:
    spec = replace(gauge("text-line"), codec=Tenths, pattern=r"(?P<value>\d{5})", self_marking=True)
    codec = spec.codec(spec)
    for _ in range(2):
        messages = codec.feed(b"".join(b"%05d\n" % value for value in values))
        assert [m.raw for m in messages if isinstance(m, Reading)] == [value / 10 for value in values]


def test_a_line_may_tell_several_things() -> None:
    (identity, battery) = in_step(gauge("mark10"), b"V1.00;LBF;CUR;AOUT00;B3\r\n")
    assert isinstance(identity, Notice) and identity.kind == "identity"
    assert battery == Notice(kind="battery", text="B3: at its minimum")
    (other,) = in_step(gauge("mark10"), b"V1.00;LBF;CUR;AOUT00;B4\r\n")
    assert isinstance(other, Garbled)


def test_a_balance_that_never_sends_a_unit_may_have_one_named() -> None:
    bare = replace(gauge("ohaus"), codec=LineCodec, pattern=r" *(?P<value>\d+\.\d)", default_unit="g")
    assert in_step(bare, b"   12.5\r\n") == [Reading(raw=12.5, unit="g", text="   12.5")]
    named = replace(bare, pattern=r" *(?P<value>\d+\.\d)(?: (?P<unit>g))?")
    assert in_step(named, b"   12.5\r\n") == [Unsettled(text="   12.5")]
