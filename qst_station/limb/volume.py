"""Limb volume from serial circumferences, in two conventions that cannot be mixed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from math import fsum, pi
from typing import TypeAlias

from protocols.battery import Provenance
from qst_station.documents import load_document

_TYPED = re.compile(r"([0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)\s*(.*)")
_TO_CM = {"mm": 0.1, "m": 100.0, "in": 2.54, "inch": 2.54, "inches": 2.54, '"': 2.54, "″": 2.54, "''": 2.54}


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeLimits:
    """What is taken for a circumference, a segment and a displaced volume; anything else is refused as a slip."""

    name: str
    version: str
    circumference_min_cm: float
    circumference_max_cm: float
    height_min_cm: float
    height_max_cm: float
    displaced_min_ml: float
    displaced_max_ml: float
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrustumMarks:
    """Circumferences at the two ends of every segment: n + 1 marks for n truncated cones.

    Attributes
    ----------
    height_cm : float
        Height of a segment, the distance between neighbouring marks.
    circumferences_cm : tuple of float
        In their order along the limb, at least two.
    """

    height_cm: float
    circumferences_cm: tuple[float, ...]

    def __post_init__(self) -> None:
        _check_positive(self.height_cm, self.circumferences_cm)
        if len(self.circumferences_cm) < 2:
            raise ValueError("a truncated cone has two ends: give at least two circumferences")

    @property
    def segments_ml(self) -> tuple[float, ...]:
        """Volume of each segment, h (a² + ab + b²) / 12π (geometry; medicalalgorithms.com)."""
        return tuple(
            self.height_cm * (a * a + a * b + b * b) / (12 * pi) for a, b in pairwise(self.circumferences_cm)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscMarks:
    """Circumferences at the middle of every segment: n marks for n discs, each half a height to both sides.

    Attributes
    ----------
    height_cm : float
        Height of a disc, the distance between neighbouring marks.
    circumferences_cm : tuple of float
        In their order along the limb, at least one.
    """

    height_cm: float
    circumferences_cm: tuple[float, ...]

    def __post_init__(self) -> None:
        _check_positive(self.height_cm, self.circumferences_cm)
        if not self.circumferences_cm:
            raise ValueError("give at least one circumference")

    @property
    def segments_ml(self) -> tuple[float, ...]:
        """Volume of each disc, h c² / 4π (Kuhnke's C² / π for 4 cm; mid-point marks: Royal Marsden Manual)."""
        return tuple(self.height_cm * c * c / (4 * pi) for c in self.circumferences_cm)


Marks: TypeAlias = FrustumMarks | DiscMarks
METHODS: dict[str, type[FrustumMarks] | type[DiscMarks]] = {"frustum": FrustumMarks, "disc": DiscMarks}


def volume_limits() -> VolumeLimits:
    """The packaged limits; unverified defaults, see their provenance."""
    name = "volume.toml"
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return load_document(text, VolumeLimits, place=name)


def volume_ml(marks: Marks) -> float:
    """Volume of the limb between the outer ends of the first and the last segment."""
    return fsum(marks.segments_ml)


def length_cm(marks: Marks) -> float:
    """Length of limb that the volume covers."""
    return marks.height_cm * len(marks.segments_ml)


def typed_circumference_cm(text: str, limits: VolumeLimits) -> float:
    """A circumference as typed: centimetres with a point or a comma, `cm` may follow.

    Inches that lie within the limits cannot be told from centimetres unless their unit is typed.

    Raises
    ------
    ValueError
        No number, another unit, or outside the limits; the message names what was probably meant.
    """
    return _typed_cm("circumference", text, limits.circumference_min_cm, limits.circumference_max_cm)


def typed_height_cm(text: str, limits: VolumeLimits) -> float:
    """The height of a segment as typed; see `typed_circumference_cm`."""
    return _typed_cm("height", text, limits.height_min_cm, limits.height_max_cm)


def _typed_cm(what: str, text: str, low_cm: float, high_cm: float) -> float:
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{what} {text[:20]!r} is no length in centimetres")
    number, unit = float(found[1].replace(",", ".")), found[2].strip().lower()
    if unit in _TO_CM:
        raise ValueError(f"{what} {text[:20]!r} is not in centimetres: type {number * _TO_CM[unit]:.1f}")
    if unit not in ("", "cm"):
        raise ValueError(f"{what} {text[:20]!r} has an unknown unit: type centimetres")
    if low_cm <= number <= high_cm:
        return number
    meant = [
        f"{number * factor:.1f} if it was read in {unit}"
        for factor, unit in ((0.1, "millimetres"), (2.54, "inches"))
        if low_cm <= number * factor <= high_cm
    ]
    hint = f": type {' or '.join(meant)}" if meant else ""
    raise ValueError(f"{what} {text[:20]!r} is outside {low_cm:g} to {high_cm:g} cm{hint}")


def _check_positive(height_cm: float, circumferences_cm: tuple[float, ...]) -> None:
    for value in (height_cm, *circumferences_cm):
        if not 0 < value < float("inf"):
            raise ValueError(f"{value!r} cm is no length above 0")
