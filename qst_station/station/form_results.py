"""What was entered in the forms of a session, and what follows from answers that are complete."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from protocols.form_document import Choice, Field, FormSpec, Number
from qst_station.documents import load_document
from qst_station.limb.volume import METHODS, volume_ml
from qst_station.ratings import forms
from qst_station.ratings.run_in import RunInGate, run_in
from qst_station.ratings.scales import Rating, Scale, Scales
from qst_station.session.attempts import counted_form
from qst_station.session.plan import SessionPlan
from qst_station.session.state import FormRun, SessionState
from qst_station.station.forms import DAYS_BEFORE, SCALES, SCORED

NAN = math.nan


def check_forms(plan: SessionPlan) -> None:
    """Look up everything that scores take from the opening row.

    Raises
    ------
    Refused, KeyError, TypeError, ValueError
        Something is missing, or is not what it should be.
    """
    for key, spec in plan.forms.items():
        if spec.form in SCORED:
            _scored(plan, key)
    if plan.opening.get("run_in") is not None:
        _gate(plan)
    marks = plan.opening.get("circumferences")
    if marks is not None:
        METHODS[marks["convention"]](height_cm=marks["height_cm"], circumferences_cm=(1.0,) * marks["marks"])
        str(marks["first_mark"])


def entry_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per entry in a form, the corrected ones and those of earlier attempts too."""
    rows: list[dict[str, Any]] = []
    for run in state.forms:
        spec, held = plan.forms[plan.steps[run.step].key], run.form.held()
        repeated = run is not counted_form(state, run.step)
        for entry in run.form.entries:
            field = spec.field(entry.field)
            stands = entry is held[entry.field]
            rows.append(
                {
                    "entry": len(rows) + 1,
                    "form": spec.form,
                    "moment": spec.moment,
                    "attempt": run.attempt,
                    "field": field.id,
                    "label": field.label,
                    "limb_role": field.limb_role,
                    "side": field.side,
                    "kind": field.answer.kind,
                    "value": NAN if entry.value is None else entry.value,
                    "answer": entry.answer,
                    "entered": entry.entered,
                    "status": "repeated" if repeated else "counted" if stands else "corrected",
                    "declined": entry.declined,
                    "reason": entry.reason,
                    "t_ns": entry.t_ns,
                    "actor": entry.actor,
                    **_scale_of(field),
                }
            )
    return rows


def _scale_of(field: Field) -> dict[str, Any]:
    """Unit and scale of a field; a rating never goes without them."""
    answer = field.answer
    scale = answer.scale if isinstance(answer, Number | Choice) else None
    ends = (NAN, NAN)
    if isinstance(answer, Number):
        ends = (answer.minimum, answer.maximum)
    elif isinstance(answer, Choice) and scale is not None:
        numbers = [option.number for option in answer.options if option.number is not None]
        ends = (min(numbers), max(numbers))
    return {
        "unit": answer.unit if isinstance(answer, Number) else "",
        "minimum": ends[0],
        "maximum": ends[1],
        "scale": scale.id if scale else "",
        "low_anchor": scale.low_anchor if scale else "",
        "high_anchor": scale.high_anchor if scale else "",
        "recall_period": scale.recall_period if scale else "",
        "scale_length_mm": scale.length_mm if scale and scale.length_mm is not None else NAN,
    }


def derived_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """Scores, conclusions, volumes, differences; with the reason instead of a value where an answer is missing."""
    rows: list[dict[str, Any]] = []
    for index, step in enumerate(plan.steps):
        spec = plan.forms.get(step.key)
        if spec is None:
            continue
        run = counted_form(state, index)
        if spec.form in SCORED:
            rows += _of_checklist(plan, step.key, run)
        elif step.test == "circumferences":
            rows += _volumes(plan, spec, run)
        elif step.test == "skin_temperature":
            rows.append(_between_sides(spec, run))
        elif step.test == "daily_nrs" and plan.opening["run_in"] is not None:
            rows.append(_run_in(plan, spec, run))
        elif spec.moment == "after" and isinstance(spec.field("pain").answer, Number):
            rows.append(_after_minus_before(plan, state, step.test, spec, run))
    return rows


def _row(quantity: str, form: str, **more: Any) -> dict[str, Any]:
    empty = {"side": "", "value": NAN, "unit": "1", "verdict": "", "method": "", "reason": ""}
    return {"quantity": quantity, "form": form, **empty, **more}


def _scored(plan: SessionPlan, key: str) -> forms.Form:
    """The document that the session carries for a form; an installed one may be another by then."""
    name = plan.opening["documents"]["forms"][key]
    return _parsed(plan.opening["inputs"][name], name)


@lru_cache(maxsize=8)
def _parsed(text: str, name: str) -> forms.Form:
    return load_document(text, forms.Form, place=name)


def _of_checklist(plan: SessionPlan, key: str, run: FormRun | None) -> Iterator[dict[str, Any]]:
    form = _scored(plan, key)
    state = forms.FormState(form=form)
    for entry in run.form.entries if run else ():
        reply: forms.Reply = "not_assessed" if entry.declined else "yes" if entry.answer == "yes" else "no"
        state = forms.answer(
            state, entry.field, reply, actor=entry.actor or "-", t_ns=entry.t_ns, reason=entry.declined
        )
    if form.score_title:
        found = forms.score(state)
        value = NAN if found.value is None else float(found.value)
        yield _row(f"{key}_total", key, value=value, method=form.score_title, reason=found.reason)
    for conclusion in forms.conclusions(state):
        verdict = "" if conclusion.met is None else "met" if conclusion.met else "not met"
        rule = conclusion.rule
        needed = f"symptoms in {rule.symptom_categories} and signs in {rule.sign_categories} categories"
        method = f"{rule.title}: {needed}"
        yield _row(f"{key}_{rule.id}", key, verdict=verdict, method=method, reason=conclusion.reason)


def _values(run: FormRun | None) -> dict[str, float]:
    """The numbers that hold, by field."""
    held = run.form.held() if run else {}
    return {id_: entry.value for id_, entry in held.items() if entry.value is not None}


def _missing(fields: Sequence[Field], values: Mapping[str, float]) -> str:
    waiting = [field.id for field in fields if field.id not in values]
    return f"no number for: {', '.join(waiting)}" if waiting else ""


def _volumes(plan: SessionPlan, spec: FormSpec, run: FormRun | None) -> Iterator[dict[str, Any]]:
    marks, values = plan.opening["circumferences"], _values(run)
    taken = f"{marks['marks']} marks {marks['height_cm']:g} cm apart, the first {marks['first_mark']}"
    method = f"{marks['convention']}: {taken}"
    for role in ("unaffected", "affected"):
        fields = [field for field in spec.fields if field.limb_role == role]
        reason, volume = _missing(fields, values), NAN
        if not reason:
            girths = tuple(values[field.id] for field in fields)
            volume = volume_ml(
                METHODS[marks["convention"]](height_cm=marks["height_cm"], circumferences_cm=girths)
            )
        yield _row(
            "limb_volume", spec.form, side=fields[0].side, value=volume, unit="ml", method=method, reason=reason
        )


def _between_sides(spec: FormSpec, run: FormRun | None) -> dict[str, Any]:
    values = _values(run)
    reason = _missing([field for field in spec.fields if field.limb_role], values)
    value = NAN if reason else round(values["affected"] - values["unaffected"], 6)
    method = "affected minus unaffected side"
    return _row("skin_temperature_difference", spec.form, value=value, unit="°C", method=method, reason=reason)


def _gate(plan: SessionPlan) -> tuple[RunInGate, Scale]:
    """What a diary must show, and the scale that it is kept on."""
    gate = RunInGate(**plan.opening["run_in"])
    return gate, _parsed_scales(plan.opening["inputs"][SCALES]).scale(gate.scale_id)


@lru_cache(maxsize=4)
def _parsed_scales(text: str) -> Scales:
    return load_document(text, Scales, place=SCALES)


def _run_in(plan: SessionPlan, spec: FormSpec, run: FormRun | None) -> dict[str, Any]:
    """Whether the diary meets the run-in; the days of the diary are those before the day of the visit, in UTC."""
    (gate, scale), values = _gate(plan), _values(run)
    method = f"{gate.days} days, mean at least {gate.mean_at_least:g}, none below {gate.none_below:g}, {scale.id}"
    row = _row("run_in", spec.form, unit=scale.unit, method=method, reason=_missing(spec.fields, values))
    if row["reason"]:
        return row
    today = datetime.fromisoformat(plan.opening["utc"]).astimezone(UTC).date()
    diary = [
        (today - timedelta(days=int(id_.removeprefix(DAYS_BEFORE))), Rating(scale=scale, value=value, of="pain"))
        for id_, value in values.items()
    ]
    found = run_in(gate, diary, day_0=today)
    mean = NAN if found.mean is None else round(found.mean, 6)
    return row | {"value": mean, "verdict": "met" if found.met else "not met", "reason": found.reason}


def _after_minus_before(
    plan: SessionPlan, state: SessionState, test: str, spec: FormSpec, run: FormRun | None
) -> dict[str, Any]:
    """The change of a rating in numbers; both steps have the same scale, and words have no difference."""
    first = next(i for i, step in enumerate(plan.steps) if step.test == test and step.moment == "before")
    earlier = counted_form(state, first)
    before, after = _values(earlier).get("pain"), _values(run).get("pain")
    waiting = [name for name, value in (("before", before), ("after", after)) if value is None]
    scale = _scale_of(spec.field("pain"))
    return _row(
        f"{test}_change",
        spec.form,
        value=NAN if before is None or after is None else round(after - before, 6),
        unit=scale["unit"] or "1",
        method=f"after minus before testing, {scale['scale']}",
        reason=f"not rated: {', '.join(waiting)}" if waiting else "",
    )
