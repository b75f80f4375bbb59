"""A force gauge described by a document instead of a Python module: it prints a number per line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from drivers.line_codec import LineCodec
from drivers.messages import Garbled, Reading, one_by_one
from drivers.spec import ANY_NEWLINE, FORCE_UNITS, GaugeSpec, SpecError

_NAME: Final = re.compile(r"[a-z][a-z0-9-]{1,39}")
_TERMINATORS: Final[Mapping[object, bytes]] = {"CRLF": b"\r\n", "CR": b"\r", "LF": b"\n", "any": ANY_NEWLINE}
_LONGEST_MS: Final = 3_600_000
_FIELD: Final = {"default_unit": "unit", "poll_period_ns": "poll_period_ms"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextGaugeDocument:
    """The fields of such a document; `to_spec` checks them.

    Attributes
    ----------
    name, title, source : str
        Name on the command line; name for a person; where the line was read (manual and page, capture).
    pattern : str
        Regular expression for one whole line with the group `value` and, where the line has them, `unit`,
        `peak` and `overload`; see `drivers.spec.GaugeSpec`.
    example : str
        A line of the device, without its end, and
    example_value : float
        the number that it must give. Tried before the gauge is used.
    unit : str
        Unit of lines that carry none; empty where every line carries its own.
    overload : tuple of str
        Lines that mean "beyond the range".
    decimal, compression_sign, baud, bytesize, parity, stopbits, self_marking
        As in `GaugeSpec`.
    terminator : str
        End of a line: "CRLF", "CR", "LF" or "any".
    poll, stream_start, stream_stop : str
        What is sent, each with its own line end; empty for nothing. Without `poll` and `stream_start` the
        device talks unasked.
    poll_period_ms, silence_ms : int
        From one request to the next; no byte for so long means silent.
    note : str
        What a user should know.
    """

    name: str
    title: str
    source: str
    pattern: str
    example: str
    example_value: float
    unit: str = ""
    overload: tuple[str, ...] = ("OL", "OVER", "OVERLOAD", "----")
    decimal: str = "."
    compression_sign: int = 1
    baud: int = 115_200
    bytesize: int = 8
    parity: str = "N"
    stopbits: int = 1
    terminator: str = "any"
    self_marking: bool = False
    poll: str = ""
    stream_start: str = ""
    stream_stop: str = ""
    poll_period_ms: int = 50
    silence_ms: int = 2_000
    note: str = ""

    def to_spec(self) -> GaugeSpec:
        """The gauge.

        Raises
        ------
        SpecError
            With the field of the document, its value and what is allowed.
        """
        if not _NAME.fullmatch(self.name):
            raise SpecError("name", self.name, "2 to 40 small letters, digits and hyphens, a letter first")
        for field in ("title", "source", "example"):
            if not getattr(self, field).strip():
                raise SpecError(field, getattr(self, field), "a text")
        for field in ("poll_period_ms", "silence_ms"):
            if not 0 < getattr(self, field) <= _LONGEST_MS:
                raise SpecError(field, getattr(self, field), f"1 to {_LONGEST_MS}")
        for field, allowed in (("bytesize", (7, 8)), ("stopbits", (1, 2))):
            if getattr(self, field) not in allowed:
                raise SpecError(field, getattr(self, field), " or ".join(map(str, allowed)))
        if self.terminator not in _TERMINATORS:
            raise SpecError("terminator", self.terminator, ", ".join(map(repr, _TERMINATORS)))
        if self.unit and self.unit not in FORCE_UNITS.values():
            raise SpecError("unit", self.unit, ", ".join(FORCE_UNITS.values()))
        try:
            spec = GaugeSpec(**self._spec_fields())
        except SpecError as error:
            raise SpecError(_FIELD.get(error.field, error.field), error.value, error.allowed) from error
        self._try_example(spec)
        return spec

    def _spec_fields(self) -> dict[str, Any]:
        poll, start, stop = (self._request(field) for field in ("poll", "stream_start", "stream_stop"))
        same = ("name", "title", "source", "pattern", "overload", "decimal", "compression_sign")
        link = ("baud", "bytesize", "parity", "stopbits", "self_marking")
        return {
            **{field: getattr(self, field) for field in (*same, *link)},
            "grade": "unconfirmed",
            "grade_note": self.note.strip() or "Described by a user's document.",
            "codec": LineCodec,
            "default_unit": self.unit or None,
            "terminator": _TERMINATORS[self.terminator],
            "poll": poll,
            "stream_start": start,
            "stream_stop": stop,
            "unsolicited": poll is None and start is None,
            "poll_period_ns": self.poll_period_ms * 1_000_000,
            "silence_ns": self.silence_ms * 1_000_000,
        }

    def _request(self, field: str) -> bytes | None:
        text: str = getattr(self, field)
        try:
            return text.encode("ascii") or None
        except UnicodeEncodeError as error:
            raise SpecError(field, text, "ASCII characters") from error

    def _try_example(self, spec: GaugeSpec) -> None:
        end = spec.terminator or b"\n"
        codec = spec.codec(spec)
        # The first line after opening may not be trusted.
        codec.feed(b"?" + end)
        messages = one_by_one(codec.feed(self.example.encode("latin-1", "replace") + end))
        if len(messages) != 1 or not isinstance(messages[0], Reading):
            why = next((m.why for m in messages if isinstance(m, Garbled)), "it gives no reading")
            raise SpecError("example", self.example, f"a line that the pattern reads ({why})")
        if messages[0].raw != self.example_value:
            raise SpecError("example_value", self.example_value, f"{messages[0].raw}, which the pattern reads")
