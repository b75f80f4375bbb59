"""A changed, missing, moved or added row is found and named; canonical JSON has one spelling."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.recording.canonical import canonical, read_strict
from qst_station.recording.chain import GENESIS, Row, chained, check_chain, examine, row_hash

contents = st.lists(st.tuples(st.text(max_size=6), st.binary(max_size=12)), min_size=1, max_size=8)


def chain_of(content: list[tuple[str, bytes]]) -> list[Row]:
    rows: list[Row] = []
    for kind, body in content:
        previous = rows[-1].hash if rows else GENESIS
        rows.append(chained(previous, len(rows) + 1, kind, body))
    return rows


@given(content=contents)
def test_an_untouched_chain_has_no_finding(content: list[tuple[str, bytes]]) -> None:
    rows = chain_of(content)
    assert check_chain(rows, "journal") == []
    assert examine(rows)[0] == rows


@given(content=contents, data=st.data())
def test_any_flipped_bit_is_found_in_its_row_and_the_others_are_kept(
    content: list[tuple[str, bytes]], data: st.DataObject
) -> None:
    rows = chain_of(content)
    index = data.draw(st.integers(0, len(rows) - 1))
    row = rows[index]
    field = data.draw(st.sampled_from(["body", "hash"] if row.body else ["hash"]))
    value = bytearray(getattr(row, field))
    bit = data.draw(st.integers(0, 8 * len(value) - 1))
    value[bit // 8] ^= 1 << bit % 8
    changed = replace(row, body=bytes(value)) if field == "body" else replace(row, hash=bytes(value))
    damaged = [*rows[:index], changed, *rows[index + 1 :]]

    findings = check_chain(damaged, "journal")

    assert [finding.place for finding in findings] == [f"journal, row {row.seq}"]
    assert examine(damaged)[0] == [*rows[:index], *rows[index + 1 :]]


@given(content=contents, kind=st.text(max_size=6), data=st.data())
def test_a_changed_kind_is_found(content: list[tuple[str, bytes]], kind: str, data: st.DataObject) -> None:
    rows = chain_of(content)
    index = data.draw(st.integers(0, len(rows) - 1))
    if kind == rows[index].kind:
        kind += "x"
    rows[index] = replace(rows[index], kind=kind)
    assert check_chain(rows, "journal")[0].place == f"journal, row {index + 1}"


@given(content=st.lists(st.tuples(st.text(max_size=6), st.binary(max_size=12)), min_size=3, max_size=8))
def test_a_missing_row_is_named_and_the_row_after_it_is_not_vouched_for(content: list[tuple[str, bytes]]) -> None:
    rows = chain_of(content)
    del rows[1]
    findings = check_chain(rows, "journal")
    assert [finding.code for finding in findings] == ["chain.missing", "chain.unverifiable"]
    assert findings[0].place == "journal, row 2"
    assert findings[1].place == "journal, row 3"
    assert examine(rows)[0] == [rows[0], *rows[2:]]


def test_a_row_that_comes_twice_is_found() -> None:
    rows = chain_of([("a", b"1"), ("b", b"2")])
    assert check_chain([rows[0], rows[0], rows[1]], "journal")[0].place == "journal, row 1"


def test_a_chain_that_begins_late_is_found() -> None:
    assert check_chain(chain_of([("a", b"1"), ("b", b"2")])[1:], "journal")[0].code == "chain.missing"


@given(first=st.tuples(st.text(), st.binary()), second=st.tuples(st.text(), st.binary()))
def test_no_two_rows_hash_alike(first: tuple[str, bytes], second: tuple[str, bytes]) -> None:
    def digest(kind: str, body: bytes) -> bytes:
        return row_hash(GENESIS, 1, kind, body)

    assert (digest(*first) == digest(*second)) == (first == second)
    kind, body = "ab", b"cd"
    assert len({digest(kind, body), digest("a", b"bcd"), digest("abc", b"d")}) == 3


documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(document=documents)
def test_canonical_json_reads_back_and_has_one_spelling(document: object) -> None:
    data = canonical(document)
    assert read_strict(data) == document
    assert canonical(read_strict(data)) == data


@pytest.mark.parametrize(
    "data",
    [b'{"a":1,"a":1}', b'{"b":{"a":1,"a":2}}', b"NaN", b"-Infinity", b"[1", b"\xff", b"[" * 100_000],
)
def test_doubtful_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_strict(data)


def test_numbers_that_json_does_not_have_are_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical({"value": float("nan")})
    assert json.loads(canonical({"b": 1, "a": "µ"})) == {"a": "µ", "b": 1}
    assert canonical({"b": 1, "a": "µ"}) == '{"a":"µ","b":1}'.encode()
