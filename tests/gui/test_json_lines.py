"""Bytes to objects, whatever the chunks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qst_station.gui import json_lines
from qst_station.gui.json_lines import Garbage, JsonLines, encoded

MESSAGES = st.lists(
    st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=8), max_size=3), max_size=6
)


@given(messages=MESSAGES, cuts=st.lists(st.integers(0, 400), max_size=8))
def test_any_chunking_gives_the_same_messages(messages: list[dict[str, object]], cuts: list[int]) -> None:
    data = b"".join(encoded(message) for message in messages)
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    lines = JsonLines()
    got = [m for a, b in pairwise(edges) for m in lines.feed(data[a:b])]
    assert got == messages


def test_a_broken_line_is_told_and_the_next_is_read() -> None:
    got = JsonLines().feed(b'{"id": 1, \n[1]\n\xff\xfe\n\n{"id": 2}\n')
    assert [type(m) for m in got] == [Garbage, Garbage, Garbage, dict]
    assert got[-1] == {"id": 2}


def test_a_line_without_end_does_not_fill_the_memory() -> None:
    lines = JsonLines()
    got = lines.feed(b"x" * (json_lines.LONGEST_LINE + 1))
    assert [type(m) for m in got] == [Garbage]
    assert lines.feed(b'{"id": 2}\n') == [{"id": 2}]
