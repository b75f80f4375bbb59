"""Side difference of a girth, its change since another visit, and whether that is more than reading error."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, sqrt
from typing import Literal

from protocols.figure8 import SideValue
from qst_station.limb.reading_error import ReadingError, mdc95_cm, mdc95_of_difference_cm

Quantity = Literal["affected", "unaffected", "difference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Girths:
    """The girths of one visit; None where a side has no value.

    Attributes
    ----------
    affected_cm, unaffected_cm : float or None
    no_control : str
        Why the other limb is no control (affected too, injured, operated, amputated); empty where it is one.
    """

    affected_cm: float | None
    unaffected_cm: float | None
    no_control: str = ""

    def __post_init__(self) -> None:
        for girth_cm in (self.affected_cm, self.unaffected_cm):
            if girth_cm is not None and not 0 < girth_cm < float("inf"):
                raise ValueError(f"{girth_cm!r} cm is no girth above 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Affected against unaffected side; all None exactly where `reason` says why.

    Attributes
    ----------
    difference_cm : float or None
        Affected minus unaffected; negative where the affected limb is thinner.
    excess_percent, ratio : float or None
        The difference in per cent of the unaffected girth; affected over unaffected.
    """

    difference_cm: float | None = None
    excess_percent: float | None = None
    ratio: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Change from one visit to a later one; None where a girth of either visit is missing.

    Attributes
    ----------
    affected_cm, unaffected_cm : float or None
    affected_percent : float or None
        Change of the affected girth in per cent of its first value.
    difference_cm : float or None
        Change of the side difference.
    relative_girth_change : float or None
        (A₂ U₁) / (U₂ A₁) - 1, the relative volume change of Ancukiewicz 2011 (PMID 20605339) taken of girths.
    reason : str
        Why what needs the other side is None; empty where it is given.
    """

    affected_cm: float | None
    unaffected_cm: float | None
    affected_percent: float | None
    difference_cm: float | None
    relative_girth_change: float | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A change against the smallest detectable one, with the published error that this rests on."""

    quantity: Quantity
    change_cm: float
    mdc95_cm: float
    verdict: Literal["below", "above"]
    error: ReadingError


def girths(values: tuple[SideValue, SideValue], *, no_control: str = "") -> Girths:
    """The girths of a visit from the values of `protocols.figure8.values` (mean or median by its repeat rule)."""
    by_role = {value.affected: value.girth_cm for value in values}
    return Girths(affected_cm=by_role[True], unaffected_cm=by_role[False], no_control=no_control)


def visit_technical_error_cm(values: tuple[SideValue, SideValue]) -> float | None:
    """Technical error of the repeats of a visit, pooled over the sides; None without repeats."""
    sides = [(value.readings - 1, value.sd_cm) for value in values if value.sd_cm is not None]
    freedom = sum(k for k, _ in sides)
    return sqrt(fsum(k * sd * sd for k, sd in sides) / freedom) if freedom else None


def compare(visit: Girths) -> Comparison:
    """Affected against unaffected side of one visit."""
    a, u = visit.affected_cm, visit.unaffected_cm
    if visit.no_control:
        return Comparison(reason=f"the other limb is no control: {visit.no_control}")
    if a is None or u is None:
        return Comparison(reason="a side has no value")
    return Comparison(difference_cm=a - u, excess_percent=100 * (a - u) / u, ratio=a / u)


def change(first: Girths, later: Girths) -> Change:
    """The change between two visits."""
    before, after = compare(first), compare(later)
    difference = relative = None
    reason = before.reason or after.reason
    if not reason:
        assert before.difference_cm is not None and after.difference_cm is not None
        assert before.ratio is not None and after.ratio is not None
        difference = after.difference_cm - before.difference_cm
        relative = after.ratio / before.ratio - 1
    affected = _minus(later.affected_cm, first.affected_cm)
    percent = None
    if affected is not None:
        assert first.affected_cm is not None
        percent = 100 * affected / first.affected_cm
    return Change(
        affected_cm=affected,
        unaffected_cm=_minus(later.unaffected_cm, first.unaffected_cm),
        affected_percent=percent,
        difference_cm=difference,
        relative_girth_change=relative,
        reason=reason,
    )


def excess_reduction_percent(first: Girths, later: Girths, error: ReadingError) -> float | None:
    """How much of the first side difference is gone, 100 (D₀ - Dₜ) / D₀.

    None where a difference is missing, and where the first one is within its own reading error (1.96 √2 SEM): a
    quotient by what may be zero says nothing.
    """
    before, after = compare(first).difference_cm, compare(later).difference_cm
    if before is None or after is None or abs(before) <= mdc95_cm(error.sem_cm):
        return None
    return 100 * (before - after) / before


def verdicts(changed: Change, error: ReadingError) -> tuple[Verdict, ...]:
    """Every change that there is, against its smallest detectable change.

    `above` says that reading error alone would rarely do this; it names no cause. The SEM of single readings is
    used as published, also for means of repeats: what a reader or a day adds does not average out.
    """
    found: list[tuple[Quantity, float | None, float]] = [
        ("affected", changed.affected_cm, mdc95_cm(error.sem_cm)),
        ("unaffected", changed.unaffected_cm, mdc95_cm(error.sem_cm)),
        ("difference", changed.difference_cm, mdc95_of_difference_cm(error.sem_cm)),
    ]
    return tuple(
        Verdict(
            quantity=quantity,
            change_cm=value,
            mdc95_cm=limit,
            verdict="above" if abs(value) > limit else "below",
            error=error,
        )
        for quantity, value, limit in found
        if value is not None
    )


def _minus(later: float | None, first: float | None) -> float | None:
    return None if later is None or first is None else later - first
