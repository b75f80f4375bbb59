"""A threshold on the measured forces of its stimuli, beside the one on nominal forces and never in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import hypot

from protocols.limits import LimitsSpec, TurningPoint
from protocols.summaries import summarise

COVERAGE_FACTOR = 2.0
"""k of the expanded uncertainties here: about 95 % where certificates rest on many readings (JCGM 100, 6.2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredForce:
    """Force of one stimulus by its certificate, in mN, with its standard uncertainty."""

    force_mn: float
    standard_mn: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredThreshold:
    """A threshold on measured forces.

    Attributes
    ----------
    value_mn : float or None
        None where it cannot be known; `reason` says why.
    expanded_mn : float or None
        Its expanded uncertainty with k = 2, of the forces alone: not of the participant.
    """

    value_mn: float | None = None
    expanded_mn: float | None = None
    reason: str = ""


def measured_threshold(
    spec: LimitsSpec, points: Sequence[TurningPoint], force_of: Callable[[float], MeasuredForce | None]
) -> MeasuredThreshold:
    """The summary of the turning points with each nominal force replaced by the measured one.

    The forces of different instruments count as independent, the same instrument at several turning points as one
    and the same error (law of propagation, JCGM 100:2008, 5.1.2 and 5.2.2, with numerical sensitivities).

    Parameters
    ----------
    points : sequence of TurningPoint
        All of the test.
    force_of : callable
        Measured force of the stimulus of a nominal force in mN; None where it has no certificate.
    """
    if any(point.censored for point in points):
        return MeasuredThreshold(reason="a turning point lies beyond the set: there is no force to measure")
    nominal = sorted({point.force_mn for point in points})
    forces = {force_mn: force_of(force_mn) for force_mn in nominal}
    unknown = [f"{force_mn:g}" for force_mn, measured in forces.items() if measured is None]
    if unknown or not nominal:
        return MeasuredThreshold(reason=f"no measured force of the stimulus of {', '.join(unknown) or 'any'} mN")
    known = {force_mn: measured for force_mn, measured in forces.items() if measured is not None}

    def value(shifted_mn: float, by_mn: float) -> float:
        """The threshold with the force of one instrument shifted."""
        return summarise(
            spec.summary,
            [known[p.force_mn].force_mn + (by_mn if p.force_mn == shifted_mn else 0.0) for p in points],
        )

    parts = []
    for force_mn, measured in known.items():
        shift_mn = measured.standard_mn
        parts.append((value(force_mn, shift_mn) - value(force_mn, -shift_mn)) / 2.0)
    return MeasuredThreshold(value_mn=value(0.0, 0.0), expanded_mn=COVERAGE_FACTOR * hypot(*parts))
