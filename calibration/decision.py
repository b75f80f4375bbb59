"""A statement of conformity by a tolerance, a guard band and stated words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calibration.method import Method
from calibration.result import Result

Verdict = Literal["pass", "pass_with_correction", "fail", "not_stated"]

# A stimulus with such a finding fails whatever its force.
_REJECTING = ("pinprick.tip",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A verdict with the rule it follows from.

    Attributes
    ----------
    rule : str
        The rule in words.
    tolerance, guard_band, correction_limit : float or None
        In `unit`; None where nobody has set them.
    """

    verdict: Verdict
    rule: str
    unit: str
    tolerance: float | None
    guard_band: float | None
    correction_limit: float | None


def decide(method: Method, result: Result) -> Decision:
    """The verdict on a result.

    The rule is a binary one with guard band (ILAC-G8:09/2019, 4.2.2): the deviation, enlarged by a multiple of its
    expanded uncertainty, must lie within the tolerance. A larger deviation passes with correction, which is to say
    with the measured in place of the nominal value, where it lies as surely within the limit set for that.
    Without a tolerance there is no verdict, unless an inspection has already condemned the item.
    """
    deviation = result.quantity(result.deviation)
    assert deviation.expanded is not None  # every deviation is stated with U
    tolerance = _absolute(method, result, "tolerance")
    limit = _absolute(method, result, "correction_limit")
    guard = method.value("guard_band") * deviation.expanded
    reach = abs(deviation.value) + guard
    if any(finding.code in _REJECTING for finding in result.findings):
        verdict: Verdict = "fail"
    elif tolerance is None:
        verdict = "not_stated"
    elif reach <= tolerance:
        verdict = "pass"
    elif limit is not None and reach <= limit:
        verdict = "pass_with_correction"
    else:
        verdict = "fail"
    return Decision(
        verdict=verdict,
        rule=_words(method, deviation.unit, tolerance, limit),
        unit=deviation.unit,
        tolerance=tolerance,
        guard_band=guard if tolerance is not None else None,
        correction_limit=limit,
    )


def _absolute(method: Method, result: Result, name: str) -> float | None:
    """A limit in the unit of the deviation; one that is set as a share is a share of the nominal value."""
    setting = method.setting(name)
    if setting.value is None or setting.unit != "1":
        return setting.value
    if result.nominal is None:
        raise ValueError(f"{name} is a share, and a {result.kind} has no nominal value it could be a share of")
    return setting.value * result.nominal


def _words(method: Method, unit: str, tolerance: float | None, limit: float | None) -> str:
    if tolerance is None:
        return "No tolerance has been set; the result is reported with its uncertainty and without a verdict."
    setting = method.setting("tolerance")
    whose = f"set by {setting.set_by} on {setting.set_on}" if setting.set_by else "an unverified default"
    band = f"{method.value('guard_band'):g} U"
    words = (
        f"Pass: the deviation enlarged by a guard band of {band} is at most {tolerance:.4g} {unit} "
        f"(the tolerance, {whose})."
    )
    if limit is not None:
        words += f" Pass with correction: it is at most {limit:.4g} {unit}, and the measured value is used."
    return f"{words} Fail: otherwise."
