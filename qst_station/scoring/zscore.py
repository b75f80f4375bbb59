"""The z-score of a parameter value, or the reason why there is none."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from qst_station.scoring.norms import SEXES, NormSet, ParameterRule, Stratum

Direction = Literal["", "gain", "loss", "none"]

_RAMPED = "ramped (electronic) stimulus: the norms hold for stepped stimuli only (Pfau 2020)"

# Outside the 95 % interval of the norm (Konopka, thesis, p. 31).
OUTSIDE_95 = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One scored value.

    Attributes
    ----------
    x : float or None
        The value transformed like the norm; also given where there is no z, if the transform is possible.
    z : float or None
        Positive for gain of function. None exactly where `reason` is filled.
    direction : {"", "gain", "loss", "none"}
        Sign of z; empty without z.
    outside_95 : bool or None
        |z| > 1.96; None without z.
    stratum : str
        The group compared with; empty without z.
    norm_set, norm_sha256 : str
        The norm set consulted, also where it has no z to give.
    reason : str
        Why there is no z; empty with z.
    """

    x: float | None = None
    z: float | None = None
    direction: Direction = ""
    outside_95: bool | None = None
    stratum: str = ""
    norm_set: str
    norm_sha256: str
    reason: str = ""


def score(
    norms: NormSet,
    *,
    parameter: str,
    site: str,
    sex: str | None,
    age_y: float | None,
    value: float | None,
    ramped: bool = False,
) -> Score:
    """Score a value against a norm set.

    z = (x - mean) / SD with x transformed like the reference, multiplied by -1 for thresholds where a low
    value is gain (MDT, MPT, PPT). Nothing is extrapolated or borrowed: where no norm applies, `z` is None and
    `reason` says why.

    Parameters
    ----------
    norms : NormSet
    parameter : str
        MDT, MPT, MPS, DMA, WUR, VDT or PPT.
    site : str
        Body site: hand or foot.
    sex : str or None
        female or male; None or empty where it is missing.
    age_y : float or None
        Age in years.
    value : float or None
        The value in the unit of the parameter (mN, NRS with the 0.1 that was added to ratings, ratio, x/8,
        kPa); None or NaN where it is missing or undefined.
    ramped : bool
        The stimulus was ramped (electronic pinprick or von Frey).
    """
    blank = Score(norm_set=norms.identity, norm_sha256=norms.sha256)
    rule = norms.rule(parameter)
    if rule is None and ramped:
        return replace(blank, reason=_RAMPED)
    if rule is None:
        known = ", ".join(norms.document.parameters)
        return replace(blank, reason=f"unknown parameter {parameter!r}; known: {known}")
    if value is None or math.isnan(value):
        why = "wind-up ratio undefined: the value is missing" if parameter == "WUR" else "value missing"
        return replace(blank, reason=why)
    fault = _value_fault(parameter, rule, value)
    if fault:
        return replace(blank, reason=fault)
    x = rule.transformed(value)
    blank = replace(blank, x=x)
    stratum = rule.no_z or _ramped_fault(rule, ramped) or _group(norms, parameter, site, sex, age_y)
    if isinstance(stratum, str):
        return replace(blank, reason=stratum)
    z = stratum.z(x, rule)
    return replace(
        blank,
        z=z,
        direction="gain" if z > 0 else "loss" if z < 0 else "none",
        outside_95=abs(z) > OUTSIDE_95,
        stratum=norms.described(stratum),
    )


def _value_fault(parameter: str, rule: ParameterRule, value: float) -> str:
    if not math.isfinite(value):
        return f"value {value!r} is not finite"
    if rule.transform == "log10" and value <= 0:
        return f"value {value!r} has no logarithm: {parameter} must be above 0"
    # Mean values carry rounding: 35 ratings of 0 may give 0.09999999999999999.
    if rule.lowest is not None and value < rule.lowest and not math.isclose(value, rule.lowest):
        return f"value {value!r} is below the scale of {parameter}, which starts at {rule.lowest:g}"
    if rule.highest is not None and value > rule.highest and not math.isclose(value, rule.highest):
        return f"value {value!r} is above the scale of {parameter}, which ends at {rule.highest:g}"
    return ""


def _ramped_fault(rule: ParameterRule, ramped: bool) -> str:
    if ramped and rule.stepped_only:
        return _RAMPED
    return ""


def _group(norms: NormSet, parameter: str, site: str, sex: str | None, age_y: float | None) -> Stratum | str:
    """The stratum of this participant and site, or why there is none."""
    for absent in norms.document.absent_sites:
        if site == absent.site:
            return absent.why
    if not site:
        return "site missing"
    if site not in norms.sites:
        return f"no norm for site {site!r}; there are norms for {', '.join(norms.sites)}"
    if not sex:
        return "sex missing"
    if sex not in SEXES:
        return f"unknown sex {sex!r}; known: {', '.join(SEXES)}"
    if age_y is None or math.isnan(age_y):
        return "age missing"
    youngest, oldest = norms.document.age_bands[0].from_y, norms.document.age_bands[-1].below_y
    if not 0 <= age_y < oldest:
        return f"age {age_y:g} years is not plausible"
    if age_y < youngest:
        return f"age under {youngest:g}: the norm set starts at {youngest:g} years"
    stratum = norms.stratum(parameter=parameter, site=site, sex=sex, age_y=age_y)
    return stratum or f"no stratum for {parameter}, {site}, {sex}, {age_y:g} years"
