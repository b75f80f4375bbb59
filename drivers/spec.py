"""What is known of a gauge: link settings, grammar, orders, and how well each is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, Protocol, TypeAlias, get_args

from drivers.messages import Message, NoticeKind

Mode: TypeAlias = Literal["stream", "poll"]
Kind: TypeAlias = Literal["force", "balance", "button"]
Grade: TypeAlias = Literal["manual", "code", "inferred", "unconfirmed"]

FORCE_UNITS: Final[Mapping[str, str]] = {
    unit.lower(): unit for unit in ("N", "mN", "kN", "kgf", "gf", "lbf", "ozf")
}
"""Spelling on the wire in lower case -> canonical spelling."""

MASS_UNITS: Final[Mapping[str, str]] = {"mg": "mg", "g": "g", "kg": "kg"}
"""The same for balances."""

ANY_NEWLINE: Final = b""
"""Terminator of a line that may end in CR, LF or any mixture of them."""

_TERMINATORS: Final = (b"\r\n", b"\r", b"\n", ANY_NEWLINE)
_GROUPS: Final = ("value", "unit", "peak", "overload", "button", "down", "t_ms", "stable")
_PARITIES: Final = ("N", "E", "O")
_FORMAT: Final = re.compile(r"([78])([NEO])([12])", re.ASCII)
_LINK: Final = re.compile(r"[1-9]\d{1,6} [78][NEO][12]", re.ASCII)


class SpecError(ValueError):
    """A gauge description that cannot work.

    Attributes
    ----------
    field, value : str, object
        The field and what it was set to.
    allowed : str
        What may stand there.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        super().__init__(f"{field}: {value!r} cannot be used; allowed: {allowed}")
        self.field = field
        self.value = value
        self.allowed = allowed


class Codec(Protocol):
    """Bytes to messages, for one open link.

    The messages depend on the bytes alone, never on how they were cut into chunks (but for readings that come
    together as a `Run`), and nothing raises.
    """

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes; give the messages that they complete."""

    def interrupted(self) -> list[Message]:
        """Drop a half line, because what comes next may not be the rest of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GaugeSpec:
    """One gauge or response button.

    Attributes
    ----------
    name, title : str
        Name on the command line; name for a person.
    kind : "force", "balance" or "button"
        What its readings are: a force, a mass, or none.
    grade, grade_note, source : str
        How well the wire format is known, what exactly is not, and where it was read.
    codec : callable
        Makes the codec of an opened link from this spec.
    pattern : str
        Regular expression for one whole line (or frame), with the named groups `value`, `unit`, `peak`,
        `overload`, `stable`, `button`, `down` and `t_ms`. A line with a value is a reading, one without a
        press. `peak`, `overload`, `stable` and `down` are true when they match at least one character. ASCII
        only; `value` is checked again as a strict number.
    self_marking : bool
        The tail of a valid line is never a valid line, so that the first line after opening may be
        trusted. Where false, a reading in the first line is thrown away: `2.34 N` may be half of `12.34 N`.
    notices : mapping of str to (kind, text)
        Patterns of well-formed lines that carry no value, with what they mean. Each that matches is told; where
        the pattern has a group, that part of the line is quoted instead of the whole.
    overload : tuple of str
        Lines that mean "beyond the range", compared without case.
    units : mapping of str to str
        Unit on the wire (lower case) to canonical unit: `FORCE_UNITS` of a force gauge, `MASS_UNITS` of a
        balance. Neither may speak in the units of the other.
    default_unit : str or None
        Unit of lines that carry none; None makes such lines unreadable.
    decimal : "." or ","
    compression_sign : +1 or -1
        Sign of the raw number when the gauge is pushed. Makers differ and manuals are vague: the user must
        press lightly and look before it is relied on.
    baud, bytesize, parity, stopbits
        Link settings.
    variants : tuple of str
        Link settings of other models or from other menus of it, as `2400 7E1`, for the user to choose.
    usb : tuple of (int, int)
        Vendor and product numbers of its own USB port; never those of a common adapter.
    terminator, max_frame : bytes, int
        End of a line (`ANY_NEWLINE`: any of CR and LF; LF: a CR before it belongs to it), longest line.
    identify, poll, stream_start, stream_stop, zero : bytes or None
        Requests; None where the device has none. None of them writes non-volatile memory.
    unsolicited : bool
        The device talks without being asked.
    poll_period_ns : int
        From one request to the next.
    silence_ns : int or None
        No byte for so long means silent; None for a device that rests between events.
    """

    name: str
    title: str
    kind: Kind = "force"
    grade: Grade
    grade_note: str
    source: str
    codec: Callable[[GaugeSpec], Codec]
    pattern: str
    self_marking: bool = False
    notices: Mapping[str, tuple[NoticeKind, str]] = field(default_factory=dict)
    overload: tuple[str, ...] = ("OL", "OVER", "OVERLOAD", "----")
    units: Mapping[str, str] = field(default_factory=lambda: FORCE_UNITS)
    default_unit: str | None = None
    decimal: Literal[".", ","] = "."
    compression_sign: Literal[1, -1] = 1
    baud: int = 115_200
    bytesize: Literal[7, 8] = 8
    parity: Literal["N", "E", "O"] = "N"
    stopbits: Literal[1, 2] = 1
    variants: tuple[str, ...] = ()
    usb: tuple[tuple[int, int], ...] = ()
    terminator: bytes = b"\r\n"
    max_frame: int = 256
    identify: bytes | None = None
    poll: bytes | None = None
    poll_period_ns: int = 50_000_000
    stream_start: bytes | None = None
    stream_stop: bytes | None = None
    zero: bytes | None = None
    unsolicited: bool = False
    silence_ns: int | None = 2_000_000_000

    def __post_init__(self) -> None:
        self._check_grammar()
        _one_of("kind", self.kind, get_args(Kind))
        units = tuple((MASS_UNITS if self.kind == "balance" else FORCE_UNITS).values())
        if self.default_unit is not None and self.default_unit not in units:
            raise SpecError("default_unit", self.default_unit, ", ".join(units))
        for unit in self.units.values():
            if unit not in units:
                raise SpecError("units", unit, ", ".join(units))
        _one_of("terminator", self.terminator, _TERMINATORS)
        _one_of("parity", self.parity, _PARITIES)
        _one_of("decimal", self.decimal, (".", ","))
        _one_of("compression_sign", self.compression_sign, (1, -1))
        for variant in self.variants:
            if not _LINK.fullmatch(variant):
                raise SpecError("variants", variant, "baud rate, data bits, parity and stop bits as in 2400 7E1")
        for name in ("baud", "max_frame", "poll_period_ns"):
            if getattr(self, name) <= 0:
                raise SpecError(name, getattr(self, name), "a number above 0")
        if not self.modes:
            raise SpecError("poll", None, "a request, a stream_start, or unsolicited=True")

    def _check_grammar(self) -> None:
        try:
            groups = re.compile(self.pattern, re.ASCII).groupindex
        except re.error as error:
            raise SpecError("pattern", self.pattern, f"a regular expression ({error})") from error
        needed = "down" if self.kind == "button" else "value"
        if needed not in groups:
            raise SpecError("pattern", self.pattern, f"a pattern with a group (?P<{needed}>...)")
        for group in groups:
            _one_of("pattern group", group, _GROUPS)

    @property
    def link(self) -> str:
        """The link settings in the form of `variants`."""
        return f"{self.baud} {self.bytesize}{self.parity}{self.stopbits}"

    def with_link(self, *, baud: int | None = None, byte_format: str | None = None) -> GaugeSpec:
        """The same gauge at other link settings; None keeps what it has.

        Parameters
        ----------
        baud : int, optional
        byte_format : str, optional
            Data bits, parity and stop bits, as in `7E1`.

        Raises
        ------
        SpecError
            The baud rate or the format is none.
        """
        changed: dict[str, Any] = {}
        if baud is not None:
            changed["baud"] = baud
        if byte_format is not None:
            parts = _FORMAT.fullmatch(byte_format)
            if parts is None:
                allowed = "data bits 7 or 8, parity N, E or O and stop bits 1 or 2, as in 7E1"
                raise SpecError("format", byte_format, allowed)
            changed |= {"bytesize": int(parts[1]), "parity": parts[2], "stopbits": int(parts[3])}
        return replace(self, **changed)

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The ways to get readings, the better one first."""
        modes: list[Mode] = []
        if self.unsolicited or self.stream_start is not None:
            modes.append("stream")
        if self.poll is not None:
            modes.append("poll")
        return tuple(modes)


def _one_of(field: str, value: object, allowed: tuple[object, ...]) -> None:
    if value not in allowed:
        raise SpecError(field, value, ", ".join(repr(item) for item in allowed))
