"""The check-list of the open visit: what the engine finds for its lines now, and what has been entered."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from protocols.checklist import CheckLine, CheckState
from qst_station.acquisition.attached import AttachedDevice
from qst_station.session.checking import check_due, check_lines, held_checks, open_lines
from qst_station.session.instruments import obstacles, stimuli_of
from qst_station.session.plan import SessionPlan
from qst_station.session.state import SessionState

_EARLIEST = "2026-01-01T00:00:00+00:00"  # before this program: a clock that says so is wrong
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the engine looks at.

    Attributes
    ----------
    devices : mapping
        The attached devices by name.
    data : Path
        The folder that takes the visit.
    utc : str
        What the clock of the computer says.
    last_utc : str
        When the last visit in the data folder began; empty where there is none.
    """

    devices: Mapping[str, AttachedDevice]
    data: Path
    utc: str
    last_utc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found for a line: its state, and of what it is said."""

    state: CheckState
    detail: str = ""


def checklist_view(plan: SessionPlan, state: SessionState, around: Surroundings) -> dict[str, Any] | None:
    """The check-list as a screen needs it; None where it does not come next."""
    if plan.checklist is None or not check_due(plan, state):
        return None
    held = held_checks(state)
    lines = []
    for line in check_lines(plan):
        entered = held.get(line.id)
        found = Found(state=entered.state if entered else "open", detail=entered.said if entered else "")
        if line.by == "engine":
            found = look(plan, line, around)
        lines.append(
            {
                **{key: getattr(line, key) for key in ("id", "by", "optional", "mend", "mend_label")},
                "state": found.state,
                "text": line.done if found.state == "ok" else line.missing,
                "texts": {"ok": line.done, "open": line.missing},
                "detail": found.detail,
                "number": asdict(line.number) if line.number else None,
            }
        )
    return {
        "lines": lines,
        "reasons": list(plan.checklist.open_reasons),
        "unverified": list(plan.checklist.unverified),
        "needs_reason": [line.id for line in open_lines(plan, state)],
    }


def engine_checks(plan: SessionPlan, state: SessionState, around: Surroundings) -> Iterator[dict[str, str]]:
    """The arguments of the `check` commands for what the engine finds, to be entered when the list is closed."""
    if plan.checklist is None or state.checked is not None:
        return
    for line in check_lines(plan):
        if line.by == "engine":
            found = look(plan, line, around)
            said = found.detail.encode()[:150].decode(errors="ignore")
            yield {"line": line.id, "state": found.state, "said": said, "reason": ""}


def look(plan: SessionPlan, line: CheckLine, around: Surroundings) -> Found:
    """How a line of the engine stands now."""
    match line.id:
        case "devices":
            return _devices(plan, around)
        case "gauge":
            return Found(state="ok", detail=", ".join(g.stream for g in plan.gauges)) if plan.gauges else _OPEN
        case "zero":
            return _zero(plan, around)
        case "instruments":
            return _instruments(plan)
        case "disk":
            free_mb = shutil.disk_usage(around.data).free / 1e6
            enough = line.limit is None or free_mb >= line.limit
            return Found(state="ok" if enough else "open", detail=f"{free_mb:.0f} MB")
        case "clock":
            return _clock(around)
    return _OPEN  # a line of a newer document that this program cannot look at


_OPEN = Found(state="open")


def _named(names: Iterable[str]) -> Found:
    found = list(names)
    more = f" (+{len(found) - _NAMED})" if len(found) > _NAMED else ""
    return Found(state="open" if found else "ok", detail=", ".join(found[:_NAMED]) + more)


def _devices(plan: SessionPlan, around: Surroundings) -> Found:
    names = [device["name"] for device in plan.opening["devices"]]
    states = {name: around.devices[name].state if name in around.devices else "lost" for name in names}
    return _named(f"{name}: {state}" for name, state in states.items() if state != "connected")


def _zero(plan: SessionPlan, around: Surroundings) -> Found:
    gauges = [gauge.stream for gauge in plan.gauges]
    return _named(name for name in gauges if name not in around.devices or not around.devices[name].zeroed)


def _instruments(plan: SessionPlan) -> Found:
    """Also in practice visits, where the gate is open."""
    gated = replace(plan.instruments, gate=True)
    found: dict[str, None] = {}
    for test in dict.fromkeys(step.test for step in plan.steps if step.site_role is not None):
        gauge = plan.gauge_for(test)
        for stimulus in stimuli_of(plan.tests[test].machine):
            for obstacle in obstacles(gated, stimulus, (gauge.stream, gauge.instrument) if gauge else None):
                found[obstacle.instrument] = None
    return _named(found)


def _clock(around: Surroundings) -> Found:
    now = datetime.fromisoformat(around.utc)
    last = datetime.fromisoformat(around.last_utc or _EARLIEST)
    state: CheckState = "ok" if now >= max(last, datetime.fromisoformat(_EARLIEST)) else "open"
    return Found(state=state, detail=f"{now.astimezone():%Y-%m-%d %H:%M}")
