"""What presses on a simulated gauge: newton, positive in compression, as a function of time."""

from __future__ import annotations

import csv
import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from drivers.simulated.pressed_hair import PressedHair

Load: TypeAlias = Callable[[int], float]
"""Device time in ns -> newton."""

_FORMS: Final = (
    "hold:NEWTON, ramp:NEWTON_PER_S:MAX_NEWTON, csv:FILE, "
    "hair:MILLINEWTON[:fatigue=SHARE][:presses=COUNT][:every=SECONDS][:check=GRAM]"
)
_HAIR: Final = {"fatigue": "fatigue", "presses": "presses", "every": "every_s", "check": "check_g"}
_COLUMNS: Final = ["t_s", "force_n"]


class LoadError(ValueError):
    """A load that cannot be used; the text names the value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A constant force."""

    force_n: float

    def __call__(self, _t_ns: int) -> float:
        """Newton at any time."""
        return self.force_n


@dataclass(frozen=True, slots=True)
class Ramp:
    """A force that grows from zero at t = 0 and then holds."""

    rate_n_per_s: float
    max_n: float

    def __call__(self, t_ns: int) -> float:
        """Newton at `t_ns`."""
        return min(max(0.0, self.rate_n_per_s * t_ns / 1e9), self.max_n)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A force read from a table, linear between its rows and constant outside."""

    t_ns: tuple[int, ...]
    force_n: tuple[float, ...]

    def __call__(self, t_ns: int) -> float:
        """Newton at `t_ns`."""
        after = bisect_right(self.t_ns, t_ns)
        if after == 0:
            return self.force_n[0]
        if after == len(self.t_ns):
            return self.force_n[-1]
        t0, t1 = self.t_ns[after - 1], self.t_ns[after]
        f0, f1 = self.force_n[after - 1], self.force_n[after]
        return f0 + (f1 - f0) * (t_ns - t0) / (t1 - t0)


def parse_load(text: str) -> Load:
    """A load from its short form.

    Parameters
    ----------
    text : str
        `hold:NEWTON`, `ramp:NEWTON_PER_S:MAX_NEWTON`, `csv:FILE` with the columns `t_s,force_n`, or
        `hair:MILLINEWTON` with the fields of `PressedHair` as `:fatigue=0.01:presses=5:every=6:check=20`.

    Raises
    ------
    LoadError
    """
    kind, _, rest = text.partition(":")
    if kind == "hold":
        return Hold(_finite(rest, text))
    if kind == "ramp":
        rate, _, limit = rest.partition(":")
        ramp = Ramp(_finite(rate, text), _finite(limit, text))
        if ramp.rate_n_per_s <= 0 or ramp.max_n <= 0:
            raise LoadError(f"load {text!r}: a ramp needs a rate and a maximum above 0")
        return ramp
    if kind == "csv":
        return _read_csv(Path(rest))
    if kind == "hair":
        return _hair(rest, text)
    raise LoadError(f"load {text!r} is unknown; allowed: {_FORMS}")


def _hair(rest: str, whole: str) -> PressedHair:
    force, *given = rest.split(":")
    fields: dict[str, Any] = {"force_mn": _finite(force, whole)}
    for part in given:
        name, _, value = part.partition("=")
        if name not in _HAIR:
            raise LoadError(f"load {whole!r}: a hair has no {name!r}; allowed: {', '.join(_HAIR)}")
        fields[_HAIR[name]] = _finite(value, whole)
    try:
        return PressedHair(**fields)
    except ValueError as error:
        raise LoadError(f"load {whole!r}: {error}") from error


def _finite(text: str, whole: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise LoadError(f"load {whole!r}: {text!r} is not a number; allowed: {_FORMS}") from None
    if not math.isfinite(number):
        raise LoadError(f"load {whole!r}: {text!r} is not finite")
    return number


def _read_csv(path: Path) -> Recorded:
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = [row for row in csv.reader(file) if row]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LoadError(f"load csv:{path} cannot be read: {error}") from error
    if not rows or [cell.strip() for cell in rows[0]] != _COLUMNS:
        raise LoadError(f"load csv:{path}: the first line must be {','.join(_COLUMNS)}")
    times: list[int] = []
    forces: list[float] = []
    for number, row in enumerate(rows[1:], start=2):
        where = f"csv:{path} row {number}"
        if len(row) != len(_COLUMNS):
            raise LoadError(f"load {where}: {len(row)} columns; allowed: {','.join(_COLUMNS)}")
        times.append(round(_finite(row[0], where) * 1e9))
        forces.append(_finite(row[1], where))
        if len(times) > 1 and times[-1] <= times[-2]:
            raise LoadError(f"load {where}: t_s {row[0]!r} does not come after the row before")
    if not times:
        raise LoadError(f"load csv:{path} has no rows")
    return Recorded(tuple(times), tuple(forces))
