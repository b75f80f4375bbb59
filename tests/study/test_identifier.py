"""Identifiers: patterns that cannot take long, check characters, and what no study can allow."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qst_station.study.identifier import (
    LONGEST,
    MOST_WAYS,
    carries_check,
    check_character,
    check_pattern,
    looks_like_date,
    objection,
    reach,
)

INCA = "[A-Z][A-Z0-9]{0,5}-[0-9]{3,6}"

counts = st.one_of(
    st.just(""),
    st.just("?"),
    st.integers(1, 6).map(lambda n: f"{{{n}}}"),
    st.tuples(st.integers(0, 3), st.integers(3, 6)).map(lambda p: f"{{{p[0]},{p[1]}}}"),
)
atoms = st.sampled_from(["A", "x", "7", "-", "_", "[A-Z]", "[0-9]", "[A-Z0-9]", "[abc_-]", "\\d"])
sequences = st.lists(st.tuples(atoms, counts).map("".join), min_size=0, max_size=4).map("".join)
groups = st.lists(sequences, min_size=1, max_size=3).map(lambda s: f"({'|'.join(s)})")
patterns = st.lists(st.one_of(sequences, groups), min_size=1, max_size=4).map("".join)


@given(pattern=patterns, data=st.data())
def test_a_pattern_reaches_what_it_says_and_means_what_python_means(pattern: str, data: st.DataObject) -> None:
    found = reach(pattern)
    assume(found.longest <= 60)
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=string.printable))
    assert re.fullmatch(pattern, text, re.ASCII)
    assert found.shortest <= len(text) <= found.longest
    assert sum(c.isdigit() for c in text) >= found.digits
    assert set(text) <= set(string.ascii_letters + string.digits + "-_")


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "[A-Z]*",
        "[A-Z]+-[0-9]{3}",
        "([A-Z]{1,9}){1,9}[0-9]",
        "((A|B)|C)[0-9]",
        "(?=A)[0-9]",
        "(?P<x>A)[0-9]",
        r"(A)\1[0-9]",
        ".[0-9]",
        r"\w[0-9]",
        "[^A][0-9]",
        "[A-z][0-9]",
        "[9-0]",
        "[0-A]",
        "[A-Z-0-9]",
        "[-A][0-9]",
        "[]",
        "[A",
        "(A",
        "A)",
        "A|1",
        "A{2",
        "A{,2}1",
        "A{3,2}1",
        "A{0}1",
        "A??1",
        "É[0-9]",
        "A [0-9]",
        "A/[0-9]",
        "",
        "[A-Z]{3}",
        "(LIV|[0-9])",
        "[0-9]?",
        "[0-9]{25}",
        "A?" * 10 + "[0-9]",
        "[0-9]{1,20}" * 5,
        "A" * 201,
    ],
)
def test_a_pattern_that_could_take_long_or_allow_a_name_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        check_pattern(pattern)


@given(pattern=st.one_of(patterns, st.text(alphabet="A1[]{}()|?-,\\d:", max_size=20)))
def test_a_pattern_is_refused_or_small(pattern: str) -> None:
    try:
        check_pattern(pattern)
    except ValueError:
        return
    found = reach(pattern)
    assert found.ways <= MOST_WAYS and 1 <= found.shortest <= found.longest <= LONGEST and found.digits
    assert re.fullmatch(pattern, "\u202eP-001") is None


def test_check_characters_of_published_examples() -> None:
    # python-stdnum documents these for MOD 11,10; the Global Release Identifier Standard 2.1 for MOD 37,36.
    assert check_character("79462", "iso7064-mod11-10") == "3"
    assert check_character("00200667308", "iso7064-mod11-10") == "5"
    assert check_character("A1-2425G-ABC1234002", "iso7064-mod37-36") == "M"


@given(
    text=st.text(alphabet=string.digits + string.ascii_uppercase, min_size=1, max_size=12),
    at=st.integers(0, 12),
    other=st.sampled_from(string.digits + string.ascii_uppercase),
)
def test_a_wrong_character_never_keeps_its_check_character(text: str, at: int, other: str) -> None:
    whole = text + check_character(text, "iso7064-mod37-36")
    assert carries_check(whole, "iso7064-mod37-36")
    at %= len(whole)
    slipped = whole[:at] + other + whole[at + 1 :]
    assert carries_check(slipped, "iso7064-mod37-36") == (slipped == whole)


@given(number=st.integers(0, 10**9), at=st.integers(0, 9), digit=st.sampled_from(string.digits))
def test_a_wrong_digit_never_keeps_its_check_digit(number: int, at: int, digit: str) -> None:
    whole = f"{number}{check_character(str(number), 'iso7064-mod11-10')}"
    at %= len(whole)
    slipped = whole[:at] + digit + whole[at + 1 :]
    assert carries_check(slipped, "iso7064-mod11-10") == (slipped == whole)


@pytest.mark.parametrize("text", ["P-19800312", "12031980", "P-03121980", "1980-03-12", "12-3-80", "X_12_03_1980"])
def test_a_date_is_recognised(text: str) -> None:
    assert looks_like_date(text)


@pytest.mark.parametrize("text", ["P-0123", "P-120380", "01-02-034", "P-00000123", "S1-1234567", "99-99-99"])
def test_a_number_is_no_date(text: str) -> None:
    assert not looks_like_date(text)


@pytest.mark.parametrize(
    "identifier",
    [
        "",
        "Anna",
        "Anna 12.3.80",
        "../../x",
        "CON",
        "a/b",
        "P" * 300,
        "P-001\u202e",
        "\u200fP-001",
        "p-001",
        "P-001\n",
    ],
)
def test_what_is_no_identifier_has_an_objection(identifier: str) -> None:
    assert objection(identifier, INCA, None)


def test_names_of_windows_devices_and_dates_are_refused_whatever_the_pattern() -> None:
    assert "Windows" in objection("COM1", "[A-Z]{3}[0-9]", None)
    assert "date" in objection("12-03-80", "[0-9]{2}-[0-9]{2}-[0-9]{2}", None)
    assert "check" in objection("NTH-0017", "(NTH|STH)-[0-9]{4}", "iso7064-mod11-10")
    assert objection("NTH-0016", "(NTH|STH)-[0-9]{4}", "iso7064-mod11-10") == ""
