"""The steps of a visit for the rail: how each stands and why, how long it took, its attempts. No results."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeAlias

from protocols.ramp_spec import ForceRampSpec, RampSpec
from qst_station.session.attempts import attempts_at
from qst_station.session.commands import UNEXPLAINED_STOP
from qst_station.session.instruments import Obstacle
from qst_station.session.plan import LIMB_STEP, SessionPlan, Step
from qst_station.session.running import blocked, obstacles_before
from qst_station.session.state import SessionState
from qst_station.station.answered import taken_back_since

Json: TypeAlias = dict[str, Any]


def rail(plan: SessionPlan, state: SessionState) -> list[Json]:
    """One entry for each step.

    `status` is that of the session; `state` and `why` are what a person needs to know, where a step that could go
    on is blocked. Of an attempt `answers` are those that stand, `taken_back` those after the last of them.
    """
    answers, taken_back = _answers(plan, state), taken_back_since(state)
    rows = []
    for i, (step, now) in enumerate(zip(plan.steps, state.steps, strict=True)):
        site = plan.sites[step.site_role] if step.site_role else None
        hindrance = hindered(plan, state, i)
        rows.append(
            {
                "step": i,
                "test": step.test,
                "label": label(plan, step),
                "title": title(plan, step),
                "site_role": step.site_role or "",
                "site": f"{site.side} {site.body_site}" if site else "",
                "status": now.status,
                "reason": now.reason,
                "state": "blocked" if hindrance else now.status,
                "why": hindrance or now.reason,
                "current": i == state.current,
                "used_ns": now.used_ns,
                "since_ns": now.since_ns,
                "attempts": [
                    {
                        "number": each.number,
                        "status": each.status,
                        "reason": each.reason,
                        "why": each.why,
                        "t_start_ns": each.t_start_ns,
                        "answers": answers[i, each.number],
                        "taken_back": taken_back[i, each.number],
                        "counts": each.number == now.counted,
                        "count_why": now.chosen_why if each.number == now.chosen else "",
                    }
                    for each in attempts_at(state, i)
                ],
            }
        )
    return rows


def hindered(plan: SessionPlan, state: SessionState, index: int) -> str:
    """Why a step cannot go on or begin although it should: an instrument that must not be used, a lost gauge."""
    step, status = plan.steps[index], state.steps[index].status
    if step.site_role is None or status not in ("ready", "running"):
        return ""
    due = blocked(plan, state) if status == "running" else None
    found = (due,) if due else obstacles_before(plan, state, index) if status == "ready" else ()
    if found:
        return _obstacle_words(found)
    gauge = plan.gauge_for(step.test)
    needed = isinstance(plan.tests[step.test].machine, RampSpec | ForceRampSpec)
    if needed and gauge is not None and gauge.stream in state.lost_streams:
        return f"the gauge {gauge.stream} is lost"
    return ""


def _obstacle_words(found: tuple[Obstacle, ...]) -> str:
    first = found[0]
    if len(found) == 1:
        return first.text
    return f"{len(found)} instruments must not be used, among them {first.instrument}: {first.reason}"


def _answers(plan: SessionPlan, state: SessionState) -> Counter[tuple[int, int]]:
    """How many answers each attempt holds that were not taken back."""
    found = Counter((t.step, t.attempt) for t in state.trials if not t.void_reason)
    for run in state.forms:
        found[run.step, run.attempt] += len(run.form.held())
    limbs = (*state.earlier_limbs, *((state.limb,) if state.limb else ()))
    limb_step = next((i for i, step in enumerate(plan.steps) if step.test == LIMB_STEP), -1)
    for number, limb in enumerate(limbs, 1):
        found[limb_step, number] += sum(not reading.excluded for reading in limb.readings)
    return found


def saved_answers(state: SessionState) -> int:
    """How many answers, readings and entries the visit holds, also those that do not count."""
    limbs = (*state.earlier_limbs, *((state.limb,) if state.limb else ()))
    readings = sum(len(limb.readings) for limb in limbs)
    return len(state.trials) + readings + sum(len(run.form.entries) for run in state.forms)


def counts(state: SessionState) -> dict[str, int]:
    """How much the visit holds, which tells no value: trials, those of them that do not count, and notes."""
    return {
        "trials": len(state.trials),
        "voided": sum(not trial.counts for trial in state.trials),
        "notes": len(state.notes),
    }


def note_codes(plan: SessionPlan) -> Json | None:
    """The lists that a note is chosen from; None in visits from before there were any."""
    codes = plan.note_codes
    if codes is None:
        return None
    return {
        kind: [{"code": entry.code, "label": entry.label} for entry in codes.of(kind)]
        for kind in ("deviation", "adverse", "pause", "stop")
    }


def stopped(plan: SessionPlan, state: SessionState) -> Json | None:
    """The step that was stopped last, as long as no other has begun, and whether it was said why."""
    if state.stopped is None:
        return None
    step = plan.steps[state.stopped]
    last = attempts_at(state, state.stopped)[-1]
    noted = any(note.kind == "stop" and note.t_ns >= last.t_end_ns for note in state.notes)
    explained = noted or last.reason != UNEXPLAINED_STOP
    return {"step": state.stopped, "label": label(plan, step), "reason": last.reason, "explained": explained}


def label(plan: SessionPlan, step: Step) -> str:
    """A step in a word."""
    form = plan.forms.get(step.key)
    return form.label if form else "Limb" if step.test == LIMB_STEP else step.test


def title(plan: SessionPlan, step: Step) -> str:
    """A step in a few words."""
    form = plan.forms.get(step.key)
    words = form.title if form else "Limb measurement" if step.test == LIMB_STEP else step.test
    return f"{words} (optional)" if step.optional else words
