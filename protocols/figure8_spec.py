"""The rules of a figure-of-8 measurement: what is plausible for a limb, how often and how closely it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from protocols.battery import Provenance

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """What is plausible for one limb segment, and how it may be measured.

    `soft_*` asks for a confirmation with a reason; outside `hard_*` a reading is refused.
    """

    segment: Literal["hand", "ankle"]
    soft_min_cm: float
    soft_max_cm: float
    hard_min_cm: float
    hard_max_cm: float
    variants: tuple[str, ...]
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure8Spec:
    """Rules of a figure-of-8 measurement.

    Attributes
    ----------
    repeats, most_repeats : int
        Readings of a side; readings at the most where they lie too far apart.
    spread_cm : float
        Range of the readings of a side above which more are asked for and the median is taken.
    repeat_hard_cm : float
        A reading further than this from the median of its side is taken for a slip and refused.
    resolution_cm : float
        Resolution of the tape.
    """

    name: str
    version: str
    repeats: int
    most_repeats: int
    spread_cm: float
    repeat_hard_cm: float
    resolution_cm: float
    segments: tuple[Segment, ...]
    exclusion_reasons: tuple[str, ...]
    not_done_reasons: tuple[str, ...]
    provenance: tuple[Provenance, ...]

    def segment(self, name: str) -> Segment:
        """The rules of a segment; ValueError names those that exist."""
        for segment in self.segments:
            if segment.segment == name:
                return segment
        raise ValueError(f"no limb segment {name!r}; there are {[s.segment for s in self.segments]}")


def unit_slip(segment: Segment, girth: float) -> tuple[float | None, str]:
    """What was meant, in centimetres, and the unit, where a number fits the segment only in another unit."""
    if segment.soft_min_cm <= girth <= segment.soft_max_cm:
        return None, ""
    for factor, unit in ((0.1, "millimetres"), (2.54, "inches")):
        meant = round(girth * factor, 1)
        if segment.soft_min_cm <= meant <= segment.soft_max_cm:
            return meant, unit
    return None, ""
