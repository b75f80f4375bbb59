"""The rows of the tables that tell how a visit went: steps, attempts, notes, the check-list."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

from protocols.note_codes import NoteKind
from qst_station.session.checking import check_lines, held_checks
from qst_station.session.noting import without_due
from qst_station.session.plan import SessionPlan
from qst_station.session.state import SessionState, Struck


def _where(plan: SessionPlan, index: int) -> dict[str, Any]:
    step = plan.steps[index]
    site = plan.sites[step.site_role] if step.site_role else None
    return {
        "step": step.key,
        "test": step.test,
        "site_role": site.role if site else "",
        "body_site": site.body_site if site else "",
        "side": site.side if site else "",
    }


def cadence_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per beat of a pace: when it was due, and when it was first seen and first heard."""
    rows: dict[tuple[object, ...], dict[str, Any]] = {}
    for beat in state.cadence:
        row = rows.setdefault(
            (beat.step, beat.kind, beat.number, beat.intended_ns),
            {
                "step": "" if beat.step is None else plan.steps[beat.step].key,
                "trial": _trial_under(state, beat),
                "kind": beat.kind,
                "number": beat.number,
                "intended_ns": beat.intended_ns,
                "seen_ns": -1,
                "heard_ns": -1,
            },
        )
        moment = "heard_ns" if beat.by == "sound" else "seen_ns"
        row[moment] = beat.actual_ns if row[moment] == -1 else row[moment]
    return list(rows.values())


def _trial_under(state: SessionState, beat: Struck) -> int:
    """The trial during which a beat was due; -1 where that stimulus has no answer."""
    found = (
        kept.number
        for kept in reversed(state.trials)
        if kept.step == beat.step and kept.trial.t_presented_ns <= beat.intended_ns <= kept.trial.t_answered_ns
    )
    return next(found, -1)


def step_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per step, also of those that were never begun."""
    return [
        {
            **_where(plan, index),
            "moment": plan.steps[index].moment,
            "status": now.status,
            "reason": now.reason,
            "attempts": now.attempt,
            "counted_attempt": now.counted or -1,
            "used_s": used_s(state, index),
        }
        for index, now in enumerate(state.steps)
    ]


def used_s(state: SessionState, index: int) -> float:
    """Seconds for which a step has run up to the last event, pauses left out."""
    now = state.steps[index]
    return (now.used_ns + (state.t_ns - now.since_ns if now.since_ns is not None else 0)) / 1e9


def attempt_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per attempt at a step, in the order in which they were begun."""
    trials = Counter((t.step, t.attempt) for t in state.trials)
    counted = Counter((t.step, t.attempt) for t in state.trials if t.counts)
    return [
        {
            **_where(plan, each.step),
            "attempt": each.number,
            "status": each.status,
            "reason": each.reason,
            "why": each.why,
            "counts": each.number == state.steps[each.step].counted,
            "count_reason": state.steps[each.step].chosen_why
            if each.number == state.steps[each.step].counted == state.steps[each.step].chosen
            else "",
            "trials": trials[each.step, each.number],
            "trials_counted": counted[each.step, each.number],
            "t_start_ns": each.t_start_ns,
            "t_end_ns": each.t_end_ns,
        }
        for each in state.attempts
    ]


def note_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per note."""
    return [
        {
            "note": number,
            "kind": note.kind,
            "code": note.code,
            "label": _label(plan, note.kind, note.code),
            "text": note.text,
            "step": plan.steps[note.step].key if note.step >= 0 else "",
            "trial": note.trial or -1,
            "t_ns": note.t_ns,
            "actor": note.actor,
        }
        for number, note in enumerate(without_due(state).notes, 1)
    ]


def _label(plan: SessionPlan, kind: str, code: str) -> str:
    kinds: tuple[NoteKind, ...] = ("deviation", "adverse", "pause", "stop")
    known = next((each for each in kinds if each == kind), None)
    return plan.note_codes.label(known, code) if plan.note_codes is not None and code and known else ""


def check_rows(plan: SessionPlan, state: SessionState) -> list[dict[str, Any]]:
    """One row per entry in the check-list, then one for each line that was never answered."""
    lines = {line.id: line for line in check_lines(plan)}
    held = held_checks(state)
    closed = state.checked
    rows = [
        {
            "line": each.line,
            "text": lines[each.line].done if each.state == "ok" else lines[each.line].missing,
            "found_by": lines[each.line].by,
            "optional": lines[each.line].optional,
            "state": each.state,
            "said": each.said,
            "value": _value(lines[each.line].number, each.said) if each.state == "ok" else math.nan,
            "unit": _unit(lines[each.line].number),
            "reason": each.reason,
            "holds": each is held[each.line],
            "t_ns": each.t_ns,
            "actor": each.actor,
        }
        for each in state.checks
    ]
    rows += [
        {
            "line": line.id,
            "text": line.missing,
            "found_by": line.by,
            "optional": line.optional,
            "state": "open",
            "said": "",
            "value": math.nan,
            "unit": _unit(line.number),
            "reason": "",
            "holds": True,
            "t_ns": -1,
            "actor": "",
        }
        for line in lines.values()
        if line.id not in held
    ]
    for row in rows:
        if closed is not None and row["holds"] and row["line"] in closed.open_lines:
            row["reason"] = closed.reason
    return rows


def _value(number: Any, said: str) -> float:
    return float(number.read(said)) if number is not None else math.nan


def _unit(number: Any) -> str:
    return str(number.unit) if number is not None else ""
