"""Many lines at once mean what each of them means alone, whatever the bytes and however they are cut."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.catalogue import GAUGES, gauge, with_pattern
from drivers.line_codec import LineCodec
from drivers.messages import Message, Reading, Run, one_by_one
from drivers.spec import GaugeSpec

TEXT = gauge("text-line")
SPECS = {
    **{name: spec for name, spec in GAUGES.items() if spec.codec is LineCodec},
    "cr": replace(TEXT, terminator=b"\r"),
    "lf": replace(TEXT, terminator=b"\n"),
    "short": replace(TEXT, terminator=b"\r\n", max_frame=9),
    "9999 is overload": replace(TEXT, overload=("9999 N",)),
    "unit of its own": replace(TEXT, default_unit="kgf"),
    "framed": with_pattern(TEXT, r"F=(?P<value>[+-]?\d+\.\d+)(?P<unit>[A-Za-z]+);"),
    "channel 1 only": with_pattern(TEXT, r"1:(?P<value>\d+\.\d) N", unit="N"),
    "first digit apart": with_pattern(TEXT, r"\d*(?P<value>\d+\.\d) N", unit="N"),
    "below 50": with_pattern(TEXT, r"(?P<value>[0-4]\d\.\d) N", unit="N"),
    "twice the same": with_pattern(TEXT, r"(?P<value>\d\.\d) (?P=value)", unit="N"),
    "digits in a set": with_pattern(TEXT, r"(?P<value>\d+\.\d)[ {5}]N", unit="N"),
    "peak": with_pattern(TEXT, r"(?P<value>\d+\.\d) N(?P<peak>P)?", unit="N"),
}
NUMBERS = st.from_regex(r"\A[+-]?[0-9]{0,4}\.?[0-9]{0,2}\Z")
AFFIXES = st.sampled_from(["", " N", " N;", " kgf", " n", " mN", "N;", " NP", " kPa", " 1.1", "5N", ";"])
PREFIXES = st.sampled_from(["", "", "", " ", "F=", "1:", "2:", "r", "+"])
# Of one shape each, and in some grammar not of one meaning.
TWINS = (
    ("1:12.3 N", "2:12.3 N", "1:45.6 N"),
    ("45.6 N", "55.6 N", "12.3 N"),
    ("1.1 1.1", "1.1 1.2", "2.2 2.2"),
    ("12.35N", "12.36N", "12.3 N"),
    ("9999 N", "9998 N", "1234 N"),
    ("12.3 NP", "45.6 NP", "12.3 N"),
)
LINES = re.compile(rb"[^\r\n]*[\r\n]|[^\r\n]+")
ENDS = st.sampled_from(["\r\n", "\r\n", "\r", "\n", "\n\r", "\r\n\r\n"])


@st.composite
def streams(draw: st.DrawFn) -> bytes:
    """Lines mostly alike, with others and with garbage between them."""
    prefix, affix, end = draw(PREFIXES), draw(AFFIXES), draw(ENDS)
    alike = NUMBERS.map(lambda number: (prefix + number + affix + end).encode())
    others = st.builds(lambda p, n, a, e: (p + n + a + e).encode(), PREFIXES, NUMBERS, AFFIXES, ENDS)
    garbage = st.one_of(st.binary(max_size=6), st.sampled_from([b"9999 N\r\n", b"OL\r\n", b"*10\r\n"]))
    twins = st.sampled_from(TWINS).flatmap(lambda lines: st.lists(st.sampled_from(lines), min_size=2, max_size=6))
    doubles = twins.map(lambda lines: b"".join((line + end).encode() for line in lines))
    runs = st.lists(alike, max_size=8).map(b"".join)
    pieces = draw(st.lists(st.one_of(runs, doubles, others, garbage), max_size=8))
    return b"".join(pieces)


def line_by_line(spec: GaugeSpec, data: bytes) -> list[Message]:
    """The messages of a codec that never sees two lines at once."""
    codec = spec.codec(spec)
    messages = [message for piece in LINES.findall(data) for message in codec.feed(piece)]
    assert not any(isinstance(message, Run) for message in messages)
    return messages


# Every grammar reads every stream: making one up costs more than all of them take to read it.
@settings(max_examples=200)
@given(data=streams(), cuts=st.lists(st.integers(0, 10_000), max_size=6))
def test_a_run_is_exactly_the_readings_of_its_lines(data: bytes, cuts: list[int]) -> None:
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    for name, spec in SPECS.items():
        codec = spec.codec(spec)
        read = one_by_one(m for a, b in itertools.pairwise(edges) for m in codec.feed(data[a:b]))
        assert read == line_by_line(spec, data), name
        # Once more on a codec that has seen the shapes of all these lines.
        knowing = spec.codec(spec)
        known = one_by_one([*knowing.feed(data + b"\r\n"), *knowing.feed(data)])
        assert known == line_by_line(spec, data + b"\r\n" + data), name


@settings(max_examples=80)
@given(
    lines=st.sampled_from(TWINS).flatmap(lambda twins: st.lists(st.sampled_from(twins), min_size=4, max_size=9))
)
def test_lines_of_one_shape_are_not_taken_for_each_other(lines: list[str]) -> None:
    for name, spec in SPECS.items():
        end = spec.terminator or b"\n"
        first, *rest = (line.encode() + end for line in lines)
        codec = spec.codec(spec)
        messages = [*codec.feed(b"?" + end), *codec.feed(first), *codec.feed(b"".join(rest))]
        assert one_by_one(messages) == line_by_line(spec, b"?" + end + first + b"".join(rest)), name


def test_lines_that_look_alike_come_as_one_run() -> None:
    codec = LineCodec(gauge("mark10"))
    codec.feed(b"?\r\n1.11 N\r\n-22.22 N\r\n")
    (run,) = codec.feed(b"3.33 N\r\n-44.44 N\r\n5.55 N\r\n6.")
    assert run == Run(values=(3.33, -44.44, 5.55), unit="N", data=b"3.33 N\r\n-44.44 N\r\n5.55 N\r\n")


@pytest.mark.parametrize("name", ["channel 1 only", "below 50", "twice the same", "digits in a set"])
def test_a_grammar_that_names_a_digit_is_read_line_by_line(name: str) -> None:
    codec = SPECS[name].codec(SPECS[name])
    messages = codec.feed(b"?\n")
    for line in (b"1:12.3 N\n", b"12.3 N\n", b"1.1 1.1\n", b"12.35N\n"):
        messages += codec.feed(line * 5) + codec.feed(line * 5)
    assert any(isinstance(message, Reading) for message in messages)
    assert not any(isinstance(message, Run) for message in messages)


@pytest.mark.parametrize(
    "odd", [r"\x31", r"[+-0-9]", r"[^]5]", r"(?(value)1|2)", "5", r"\{5}", "[]{5}]", r"\N{DIGIT ONE}"]
)
def test_what_may_name_a_digit_counts_as_naming_one(odd: str) -> None:
    spec = with_pattern(TEXT, r"(?P<value>\d+\.\d) N(?:" + odd + ")?", unit="N")
    codec = spec.codec(spec)
    messages = codec.feed(b"?\n1.1 N\n2.2 N\n") + codec.feed(b"3.3 N\n4.4 N\n")
    assert len(messages) == 5
    assert not any(isinstance(message, Run) for message in messages)
