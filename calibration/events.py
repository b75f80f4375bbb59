"""What can happen during a calibration. Times are nanoseconds since its start."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from math import isfinite
from typing import Literal, TypeAlias

ReferenceRole = Literal["balance", "check_mass", "loads", "calliper", "rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The room. The latest conditions are those that hold."""

    t_ns: int
    temperature_c: float
    humidity_percent: float
    note: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.humidity_percent <= 100.0:
            raise ValueError(f"relative humidity lies between 0 and 100 %, not {self.humidity_percent}")
        if not -20.0 <= self.temperature_c <= 60.0:
            raise ValueError(f"a room has between -20 and 60 degrees Celsius, not {self.temperature_c}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A standard that the calibration rests on, with its own certificate.

    Attributes
    ----------
    due : str
        Last day of its validity, ISO 8601.
    expanded, unit, coverage_factor : float, str, float
        Expanded uncertainty of its certificate with any error that is not corrected for, its unit ("1": a share of
        the value) and its coverage factor.
    division : float
        Last digit of its display, in `unit` (of a balance or a calliper).
    nominal : float
        Value of a check mass, in `unit`.
    """

    t_ns: int
    role: ReferenceRole
    id: str
    certificate: str
    due: str
    expanded: float
    unit: str
    coverage_factor: float = 2.0
    division: float = 0.0
    nominal: float = 0.0

    def __post_init__(self) -> None:
        if not self.id or not self.certificate:
            raise ValueError(
                f"a reference needs its identity and its certificate: {self.id!r}, {self.certificate!r}"
            )
        datetime.date.fromisoformat(self.due)
        if not (isfinite(self.expanded) and self.expanded > 0.0 and self.coverage_factor >= 1.0):
            raise ValueError(
                f"{self.id}: expanded uncertainty is positive and coverage factor at least 1, "
                f"not {self.expanded} and {self.coverage_factor}"
            )
        if self.role in ("balance", "calliper") and not self.division > 0.0:
            raise ValueError(f"{self.id}: a {self.role} needs the division of its display, not {self.division}")
        if self.role == "check_mass" and not self.nominal > 0.0:
            raise ValueError(f"{self.id}: a check mass needs its value, not {self.nominal}")

    @property
    def standard(self) -> float:
        """Standard uncertainty, in `unit`."""
        return self.expanded / self.coverage_factor


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A value of the balance or gauge, sent by it or typed.

    Attributes
    ----------
    value : float or None
        None where the device gave no value: overloaded, or not settled.
    stable : bool or None
        As the device says; None where it does not say, or where the value is the peak of a trace.
    load : float or None
        The reference load that the operator says lies on, in the item's unit of loads or mm on a rule.
    trace : tuple of (int, float)
        Time in ns and value of each sample under this reading.
    """

    t_ns: int
    value: float | None
    unit: str
    stable: bool | None = None
    overloaded: bool = False
    typed: bool = False
    load: float | None = None
    trace: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        if self.value is not None:
            _refuse_infinite(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zero:
    """The reading with nothing on."""

    t_ns: int
    value: float
    unit: str
    stable: bool | None = None

    def __post_init__(self) -> None:
        _refuse_infinite(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The check mass as the balance shows it."""

    t_ns: int
    value: float
    unit: str
    stable: bool | None = None

    def __post_init__(self) -> None:
        _refuse_infinite(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspect:
    """The answer to a question of the eye (tip flat and without burr?)."""

    t_ns: int
    yes: bool
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """The operator has looked again: the item is the right one although its readings do not fit."""

    t_ns: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclude:
    """A person takes a reading out, with a reason. It stays in the record."""

    t_ns: int
    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enough:
    """The operator leaves out the readings of this round that the method does not need."""

    t_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """The operator has done what the method asks."""

    t_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """The item was adjusted or repaired after a finished round; what follows is a new round."""

    t_ns: int
    text: str


Event: TypeAlias = (
    Conditions | Reference | Reading | Zero | Check | Inspect | Identified | Exclude | Enough | Finish | Adjusted
)


def _refuse_infinite(value: float) -> None:
    if not isfinite(value):
        raise ValueError(f"a reading is finite, not {value}")
