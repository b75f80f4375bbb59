"""Identifiers of participants: the pattern a study may write, check characters, and what no study can allow.

An identifier becomes part of file names and stands for a person whose name must not be in the data. So the
pattern is a small part of the regular expressions: ASCII letters, digits, hyphen and underscore; classes such
as `[A-Z0-9]`; `\\d`; the counts `?`, `{3}` and `{3,6}`; one level of alternatives such as `(LIV|LON)`. There is
no unbounded repetition and no nesting, hence no pattern whose matching takes long.
"""

from __future__ import annotations

import datetime
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import Final, Literal

CheckSystem = Literal["iso7064-mod11-10", "iso7064-mod37-36"]

LONGEST: Final = 24
MOST_WAYS: Final = 1000
_LONGEST_PATTERN: Final = 200
ALLOWED: Final = (
    "letters, digits, - and _; classes like [A-Z0-9]; \\d; ?, {3} and {3,6}; alternatives like (LIV|LON)"
)

_GROUP = re.compile(r"\((?:\?:)?([^()]*)\)")
_ATOM = re.compile(
    r"(?:\[(?P<class>[A-Za-z0-9_-]+)\]|(?P<digit>\\d)|(?P<one>[A-Za-z0-9_-]))(?P<count>\?|\{[0-9,]*\})?"
)
_COUNT = re.compile(r"\{(\d{1,2})(?:,(\d{1,2}))?\}")
_DIGITS_OF_DATE = re.compile(r"(?<!\d)\d{8}(?!\d)")
_PARTS_OF_DATE = re.compile(r"(?<!\d)(\d{1,4})[-_](\d{1,2})[-_](\d{1,4})(?!\d)")
_RESERVED = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))})
_ALPHABETS: dict[CheckSystem, str] = {
    "iso7064-mod11-10": string.digits,
    "iso7064-mod37-36": string.digits + string.ascii_uppercase,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a pattern, or a part of one, can match.

    Attributes
    ----------
    ways : int
        In how many ways it can be laid over a text; bounds the time of a match.
    shortest, longest : int
        Characters of a match.
    digits : int
        Digits that every match has at least.
    """

    ways: int
    shortest: int
    longest: int
    digits: int


def reach(pattern: str) -> Reach:
    """What `pattern` can match.

    Raises
    ------
    ValueError
        It holds something that is not allowed; the message names it.
    """
    if len(pattern) > _LONGEST_PATTERN:
        raise ValueError(f"it has {len(pattern)} characters; at most {_LONGEST_PATTERN} are allowed")
    parts = list(_parts(pattern))
    return Reach(
        ways=prod(part.ways for part in parts),
        shortest=sum(part.shortest for part in parts),
        longest=sum(part.longest for part in parts),
        digits=sum(part.digits for part in parts),
    )


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that cannot be matched quickly, or that allows what may be a name.

    Raises
    ------
    ValueError
    """
    found = reach(pattern)
    if found.ways > MOST_WAYS:
        raise ValueError(f"it can be read in {found.ways} ways; at most {MOST_WAYS} are allowed: use fixed counts")
    if not 1 <= found.shortest <= found.longest <= LONGEST:
        raise ValueError(f"it matches {found.shortest} to {found.longest} characters; allowed: 1 to {LONGEST}")
    if not found.digits:
        raise ValueError("it allows an identifier without a digit, which may be a name")


def objection(identifier: str, pattern: str, check: CheckSystem | None) -> str:
    """Why `identifier` is none under this rule; empty where it is one."""
    if len(identifier) > LONGEST or not re.fullmatch(pattern, identifier, re.ASCII):
        return "it does not have the form"
    if identifier.upper() in _RESERVED:
        return "it is the name of a device of Windows"
    if looks_like_date(identifier):
        return "it looks like a date, perhaps of birth"
    if check is not None and not carries_check(identifier, check):
        return "its check character is wrong: a slip of the pen or of the keyboard"
    return ""


def check_character(text: str, system: CheckSystem) -> str:
    """The check character that belongs behind `text`.

    The hybrid systems of ISO/IEC 7064:2003 (MOD 11,10 over digits, MOD 37,36 over digits and capital letters).
    Characters outside the alphabet of the system, such as hyphens, do not count.
    """
    alphabet = _ALPHABETS[system]
    modulus = len(alphabet)
    product = modulus
    for character in text.upper():
        if character in alphabet:
            product = 2 * ((product + alphabet.index(character)) % modulus or modulus) % (modulus + 1)
    return alphabet[(1 - product) % modulus]


def carries_check(identifier: str, system: CheckSystem) -> bool:
    """Whether the last character of `identifier` is the check character of those before it."""
    return check_character(identifier[:-1], system) == identifier[-1:].upper()


def looks_like_date(identifier: str) -> bool:
    """Whether a date stands in `identifier`: eight digits in a row, or three numbers with hyphens between them."""
    candidates = [
        parts
        for digits in _DIGITS_OF_DATE.findall(identifier)
        for parts in ((digits[:4], digits[4:6], digits[6:]), (digits[:2], digits[2:4], digits[4:]))
    ]
    candidates += _PARTS_OF_DATE.findall(identifier)
    return any(
        _is_date(year, month, day)
        for first, second, third in candidates
        for year, month, day in ((first, second, third), (third, second, first), (third, first, second))
    )


def _is_date(year: str, month: str, day: str) -> bool:
    if len(year) not in (2, 4) or len(month) > 2 or len(day) > 2:
        return False
    # Of two digits any century will do: 2000 was a leap year.
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        datetime.date(full, int(month), int(day))
    except ValueError:
        return False
    return 1900 <= full < 2100


def _parts(pattern: str) -> Iterator[Reach]:
    at = 0
    while at < len(pattern):
        if group := _GROUP.match(pattern, at):
            choices = [reach(choice) for choice in group[1].split("|")]
            yield Reach(
                ways=sum(choice.ways for choice in choices),
                shortest=min(choice.shortest for choice in choices),
                longest=max(choice.longest for choice in choices),
                digits=min(choice.digits for choice in choices),
            )
            at = group.end()
        elif atom := _ATOM.match(pattern, at):
            yield _atom(atom)
            at = atom.end()
        else:
            raise ValueError(f"{pattern[at : at + 12]!r} is not allowed there; allowed: {ALLOWED}")


def _atom(atom: re.Match[str]) -> Reach:
    least, most = _count(atom["count"])
    characters = _class(atom["class"]) if atom["class"] else {atom["one"]} if atom["one"] else set(string.digits)
    return Reach(
        ways=most - least + 1,
        shortest=least,
        longest=most,
        digits=least if characters <= set(string.digits) else 0,
    )


def _count(text: str | None) -> tuple[int, int]:
    if text is None:
        return 1, 1
    if text == "?":
        return 0, 1
    found = _COUNT.fullmatch(text)
    least, most = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if most < max(1, least):
        raise ValueError(f"{text!r} is no count; allowed: {{3}} and {{3,6}}")
    return least, most


def _class(inside: str) -> set[str]:
    """The characters of a class, written as its content is."""
    found: set[str] = set()
    for piece in re.findall(r"[A-Za-z0-9]-[A-Za-z0-9]|.", inside):
        if len(piece) == 1:
            found.add(piece)
            continue
        low, high = piece[0], piece[2]
        kinds = (string.digits, string.ascii_uppercase, string.ascii_lowercase)
        if low > high or not any(low in kind and high in kind for kind in kinds):
            raise ValueError(f"{piece!r} is no range; allowed: such as A-Z, a-f and 0-9")
        found.update(chr(code) for code in range(ord(low), ord(high) + 1))
    # A hyphen that is neither part of a range nor last reads differently to different people.
    if any(a == "-" for a, _ in pairwise(re.findall(r"[A-Za-z0-9]-[A-Za-z0-9]|.", inside))):
        raise ValueError(f"in [{inside}] a hyphen must stand at the end")
    return found
