"""The rows of the tables, from the state of a session."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from protocols import figure8
from protocols.effects import Parameter
from protocols.figure8 import Figure8State
from protocols.limits import LimitsSpec, turning_points
from protocols.ramp_spec import ForceRampSpec, RampSpec
from protocols.rating import RatingSpec, ResponseScale
from protocols.train import TrainSpec
from qst_station.scoring.detectability import detectability, reachable
from qst_station.scoring.measured import MeasuredForce, MeasuredThreshold, measured_threshold
from qst_station.scoring.norms import NormSet
from qst_station.scoring.zscore import score
from qst_station.session.attempts import counted_limb
from qst_station.session.plan import SessionPlan, TestSite
from qst_station.session.state import SessionState, SessionTrial
from qst_station.tables import Column

NAN = math.nan


def fitted(columns: tuple[Column, ...], row: dict[str, Any]) -> dict[str, Any]:
    """The row with texts cut to the bytes that their columns keep; the whole text is in the events."""
    return {
        column.name: _cut(row[column.name], column.length) if column.kind == "text" else row[column.name]
        for column in columns
    }


def _cut(text: str, length: int) -> str:
    # A cut must not leave half a character, and fixed-length text cannot end with NUL.
    return text.encode()[:length].decode(errors="ignore").rstrip("\0")


def _float(value: float | None) -> float:
    return NAN if value is None else float(value)


def _site(site: TestSite) -> dict[str, Any]:
    return {"site_role": site.role, "body_site": site.body_site, "side": site.side}


def parameter_rows(plan: SessionPlan, state: SessionState, norms: NormSet) -> list[dict[str, Any]]:
    """One row per parameter and test site of the plan, with its z-score or the reason why there is none."""
    rows = []
    for index, (step, now) in enumerate(zip(plan.steps, state.steps, strict=True)):
        if step.site_role is None:
            continue
        site = plan.sites[step.site_role]
        found = {p.name: p for p in now.parameters}
        measured = _measured(plan, state, index)
        for name, unit in _parameters_of(plan, step.test):
            reason = f"test {now.status}" + (f": {now.reason}" if now.reason else "")
            missing = Parameter(name=name, unit=unit, value=None, trials=0, reason=reason)
            rows.append(_parameter_row(plan, norms, index, site, found.get(name, missing)) | measured)
    return rows


def _measured(plan: SessionPlan, state: SessionState, index: int) -> dict[str, Any]:
    """The threshold of a step on measured forces; empty for a test that has no force of a set as its value."""
    spec, now = plan.test_at(index).machine, state.steps[index]
    if not isinstance(spec, LimitsSpec):
        return {"measured_value": NAN, "measured_expanded": NAN, "measured_reason": ""}
    found = MeasuredThreshold(reason=f"test {now.status}")
    if now.counted:
        counted = [kept.trial for kept in state.trials if kept.step == index and kept.counts]
        points = turning_points(spec, [bool(trial.answer) for trial in counted])
        found = measured_threshold(spec, points, lambda force_mn: _certified(plan, spec, force_mn))
    return {
        "measured_value": _float(found.value_mn),
        "measured_expanded": _float(found.expanded_mn),
        "measured_reason": found.reason,
    }


def _certified(plan: SessionPlan, spec: LimitsSpec, nominal_mn: float) -> MeasuredForce | None:
    """Force of the instrument behind a nominal force, by its certificate."""
    stimulus = next(s for s in spec.stimuli if s.nominal_force_mn == nominal_mn)
    behind = plan.instruments.behind(stimulus)
    if behind is None or behind.measured_mn is None or not behind.expanded_mn or not behind.coverage_factor:
        return None
    return MeasuredForce(force_mn=behind.measured_mn, standard_mn=behind.expanded_mn / behind.coverage_factor)


def _parameters_of(plan: SessionPlan, test: str) -> list[tuple[str, str]]:
    match plan.tests[test].machine:
        case RatingSpec(values=values):
            return [(value.parameter, value.unit) for value in values]
        case TrainSpec(parameter=name):
            return [(name, "1")]
        case LimitsSpec(parameter=name, unit=unit):
            return [(name, unit)]
        case RampSpec() | ForceRampSpec() as spec:
            return [(spec.parameter, spec.unit)]


def _parameter_row(
    plan: SessionPlan, norms: NormSet, index: int, site: TestSite, parameter: Parameter
) -> dict[str, Any]:
    participant = plan.opening["participant"]
    who = {"site": site.body_site, "sex": participant["sex"], "age_y": participant["age_y"]}
    # A hand-held stimulus with a force gauge under it is an electronic one: the norms are those of the other kind.
    test, machine = plan.steps[index].test, plan.test_at(index).machine
    by_hand = test in ("MDT", "MPT", "MPS") and plan.gauge_for(test) is not None
    ramped = by_hand or isinstance(machine, ForceRampSpec)
    scored = score(norms, parameter=parameter.name, value=parameter.value, ramped=ramped, **who)
    blind = ""
    if scored.stratum:
        limits = reachable(machine, parameter.name)
        blind = detectability(norms, parameter=parameter.name, limits=limits, **who)
    return {
        "parameter": parameter.name,
        **_site(site),
        "value": _float(parameter.value),
        "unit": parameter.unit,
        "censored": parameter.censored,
        "bound": _float(parameter.bound),
        "trials": parameter.trials,
        "painful_strokes": -1 if parameter.painful_strokes is None else parameter.painful_strokes,
        "x": _float(scored.x),
        "z": _float(scored.z),
        "direction": scored.direction,
        "outside_95": "" if scored.outside_95 is None else str(scored.outside_95).lower(),
        "stratum": scored.stratum,
        "norm_set": scored.norm_set,
        "norm_sha256": scored.norm_sha256,
        "reason": (parameter.reason or scored.reason),
        "detectability": blind,
    }


def trial_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per trial, the voided ones too."""
    return [_trial_row(plan, trial) for trial in state.trials]


def _trial_row(plan: SessionPlan, kept: SessionTrial) -> dict[str, Any]:
    trial, ramp = kept.trial, kept.trial.ramp
    behind = plan.instruments.behind(trial.stimulus)
    return {
        "trial": kept.number,
        "test": kept.test,
        "attempt": kept.attempt,
        **_site(kept.site),
        "stimulus": trial.stimulus.id,
        "stimulus_kind": trial.stimulus.kind,
        "nominal_force_mn": _float(trial.stimulus.nominal_force_mn),
        "instrument": kept.instrument,
        "measured_force_mn": _float(behind.measured_mn if behind else None),
        "measured_expanded_mn": _float(behind.expanded_mn if behind else None),
        "measured_k": _float(behind.coverage_factor if behind else None),
        "certificate": behind.certificate if behind else "",
        "series": trial.series,
        "direction": trial.direction or "",
        "answer": "" if trial.answer is None else "yes" if trial.answer else "no",
        "rating": _float(trial.rating),
        "value": _float(trial.value),
        "unit": trial.unit,
        "censored": trial.censored,
        "status": "counted" if kept.counts else "voided",
        "void_reason": kept.void_reason or kept.set_aside,
        "t_presented_ns": trial.t_presented_ns,
        "t_answered_ns": trial.t_answered_ns,
        "t_mark_ns": -1 if trial.t_mark_ns is None else trial.t_mark_ns,
        "mark_uncertainty_ns": -1 if trial.mark_uncertainty_ns is None else trial.mark_uncertainty_ns,
        "stream": kept.stream,
        "sample_first": kept.sample_first,
        "sample_stop": kept.sample_stop,
        "peak_force_mn": _float(kept.peak_force_mn),
        "ramp_rate_kpa_per_s": _float(ramp.rate_per_s if ramp and trial.unit == "kPa" else None),
        "ramp_rate_mn_per_s": _float(ramp.rate_per_s if ramp and trial.unit == "mN" else None),
        "ramp_in_band": _float(ramp.in_band if ramp else None),
        "ramp_verdict": ramp.verdict if ramp else "",
        "source": kept.source,
        "actor": kept.actor,
        "flags": " ".join(kept.flags),
    }


def rating_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per rating of pain or reading of the fork, with its scale."""
    rows = []
    for kept in state.trials:
        scale = _scale(plan, kept.test)
        if kept.trial.rating is None or scale is None:
            continue
        rows.append(
            {
                "trial": kept.number,
                "test": kept.test,
                **_site(kept.site),
                "stimulus": kept.trial.stimulus.id,
                "scale": scale.id,
                "scale_minimum": scale.minimum,
                "scale_maximum": scale.maximum,
                "anchor_low": scale.anchor_low,
                "anchor_high": scale.anchor_high,
                "rating": kept.trial.rating,
                "status": "counted" if kept.counts else "voided",
                "t_answered_ns": kept.trial.t_answered_ns,
            }
        )
    return rows


def _scale(plan: SessionPlan, test: str) -> ResponseScale | None:
    spec = plan.tests[test].machine
    return spec.scale if isinstance(spec, RatingSpec | TrainSpec) else None


def beat_rows(state: SessionState) -> list[Mapping[str, int]]:
    """One row per beat of a train: when it was due and when the engine's timer turned."""
    return [
        {"trial": kept.number, "beat": beat.number, "intended_ns": beat.intended_ns, "actual_ns": beat.actual_ns}
        for kept in state.trials
        for beat in kept.trial.beats
    ]


def limb_reading_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per laying of the tape, the excluded ones and those of earlier attempts too."""
    rows: list[dict[str, Any]] = []
    counted = counted_limb(plan, state)
    for limb in (*state.earlier_limbs, *((state.limb,) if state.limb else ())):
        repeated = limb is not counted
        for reading in limb.readings:
            excluded = reading.excluded or repeated
            rows.append(
                {
                    "reading": len(rows) + 1,
                    "segment": limb.plan.segment,
                    "side": reading.side,
                    "limb_role": _limb_role(limb, reading.side),
                    "repeat": reading.repeat,
                    "girth_cm": reading.girth_cm,
                    "entered": reading.entered,
                    "status": "excluded" if excluded else "counted",
                    "reason": (reading.reason or ("measurement repeated" if repeated else "")),
                    "landmark_variant": limb.plan.variant,
                    "position": limb.plan.position,
                    "t_ns": reading.t_ns,
                    "actor": reading.actor,
                }
            )
    return rows


def _limb_role(limb: Figure8State, side: str) -> str:
    return "affected" if side == limb.plan.affected_side else "unaffected"


def limb_side_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per side: its value by the repeat rule, or why there is none."""
    limb = counted_limb(plan, state)
    if plan.limb is None:
        return []
    if limb is None:
        limb = figure8.init(plan.figure8, plan.limb)
    return [
        {
            "segment": limb.plan.segment,
            "side": value.side,
            "limb_role": _limb_role(limb, value.side),
            "readings": value.readings,
            "girth_cm": _float(value.girth_cm),
            "statistic": value.statistic,
            "range_cm": _float(value.range_cm),
            "sd_cm": _float(value.sd_cm),
            "status": value.status if value.readings or value.status != "incomplete" else "not_done",
            "reason": value.reason,
            "landmark_variant": limb.plan.variant,
            "position": limb.plan.position,
        }
        for value in figure8.values(plan.figure8, limb)
    ]
