"""From the rows of a journal to everything that is reported: one way, and the same for seal, verify and replay."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from calibration.scale import Scale
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.chain import Row
from qst_station.scoring.norms import NormSet, parse_norms
from qst_station.session.events import ClockPair, DeviceNews, ForceBlock, SessionEvent, decode
from qst_station.session.machine import first_state, step
from qst_station.session.plan import SessionPlan, plan_from_opening
from qst_station.session.running import Consequence
from qst_station.session.state import SessionState
from qst_station.station import flow_results, form_results, results
from qst_station.tables import TABLES

OPENING_KIND = "open"
BOOK_KEEPING = frozenset({OPENING_KIND, "end", "loss"})  # rows that are no event of the session
SUMMARY_FORMAT = "qst-summary/1"


class Unreplayable(ValueError):
    """A row that the machines do not take. `seq` is its number in the journal."""

    def __init__(self, seq: int, why: str) -> None:
        super().__init__(f"row {seq}: {why}")
        self.seq = seq


def unreplayable(place: Path, fault: Unreplayable) -> Finding:
    """The finding for rows that the machines do not take."""
    return Finding(
        code="journal.unreplayable",
        severity=Severity.STOP,
        place=f"{place}: row {fault.seq}",
        happened=f"The events cannot be run again ({fault}).",
        safe="Nothing was changed; all rows are still in the journal.",
        remedy="Open it with the program version that its first row names, or send it to support.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A session run again from its rows.

    Attributes
    ----------
    events : tuple of (int, SessionEvent)
        Row numbers with their events.
    recorded : tuple of (int, Consequence)
        Row numbers with what followed from them.
    closed : bool
        Whether the journal has its end row.
    """

    plan: SessionPlan
    state: SessionState
    events: tuple[tuple[int, SessionEvent], ...]
    recorded: tuple[tuple[int, Consequence], ...]
    closed: bool
    last: Row


def replay_rows(rows: Sequence[Row], *, place: str) -> Replayed:
    """Run the machines again on the rows of a journal.

    Raises
    ------
    Unreplayable
        A row cannot be decoded, or its command is one that the machines refuse: the journal was not written by
        this program as it stands.
    """
    if not rows or rows[0].kind != OPENING_KIND:
        raise Unreplayable(rows[0].seq if rows else 0, "the journal does not begin with an opening row")
    try:
        plan = plan_from_opening(json.loads(rows[0].body), place=place)
        _check_described(plan)
    except (Refused, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise Unreplayable(rows[0].seq, f"the opening row cannot be read ({fault!r})") from fault
    state = first_state(plan)
    events: list[tuple[int, SessionEvent]] = []
    recorded: list[tuple[int, Consequence]] = []
    for row in rows[1:]:
        if row.kind in BOOK_KEEPING:
            continue
        try:
            event = decode(row.kind, row.body)
            state, consequences = step(plan, state, event)
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise Unreplayable(row.seq, f"{row.kind} cannot be replayed ({fault})") from fault
        events.append((row.seq, event))
        recorded += [(row.seq, consequence) for consequence in consequences]
    return Replayed(
        plan=plan,
        state=state,
        events=tuple(events),
        recorded=tuple(recorded),
        closed=rows[-1].kind == "end",
        last=rows[-1],
    )


def _check_described(plan: SessionPlan) -> None:
    """Look up everything that the tables and the summary take from the opening row."""
    opening = plan.opening
    for key in ("session_uuid", "kind", "study", "visit", "utc", "app_version", "seed", "affected", "inputs"):
        opening[key]
    for key in ("id", "age_y", "sex"):
        opening["participant"][key]
    norms_of(plan)
    form_results.check_forms(plan)
    for device in opening["devices"]:
        for key in ("gauge", "grade", "options"):
            device[key]
        Scale(**device["scale"])


def norms_of(plan: SessionPlan) -> NormSet:
    """The norm set that the session carries; an installed one of the same name may be another by then.

    Raises
    ------
    ValueError
        The text that the session carries is not the one that it names.
    """
    opening = plan.opening
    document = opening["documents"]["norms"]
    norms = _parsed_norms(opening["inputs"][document], document)
    if norms.sha256 != opening["norms"]["sha256"]:
        raise ValueError(f"{document} has sha256 {norms.sha256}, not {opening['norms']['sha256']}")
    return norms


@lru_cache(maxsize=4)
def _parsed_norms(text: str, document: str) -> NormSet:
    return parse_norms(text.encode(), place=document)


def tables(plan: SessionPlan, state: SessionState) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table in `qst_station.tables`."""
    norms = norms_of(plan)
    found = {
        "parameters": results.parameter_rows(plan, state, norms),
        "trials": results.trial_rows(plan, state),
        "ratings": results.rating_rows(plan, state),
        "limb_readings": results.limb_reading_rows(plan, state),
        "limb_sides": results.limb_side_rows(plan, state),
        "entries": form_results.entry_rows(plan, state),
        "derived": form_results.derived_rows(plan, state),
        "steps": flow_results.step_rows(plan, state),
        "attempts": flow_results.attempt_rows(plan, state),
        "notes": flow_results.note_rows(plan, state),
        "checks": flow_results.check_rows(plan, state),
        "cadence": flow_results.cadence_rows(plan, state),
    }
    return {name: [results.fitted(TABLES[name], row) for row in rows] for name, rows in found.items()}


def summary(replayed: Replayed, found: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The session in one JSON document: who, when, how it ended, every parameter and limb value.

    Missing numbers are null. Nothing in it depends on when or where it is made.
    """
    plan, state, opening = replayed.plan, replayed.state, replayed.plan.opening
    trials = state.trials
    return {
        "format": SUMMARY_FORMAT,
        "notice": "Research data; not for diagnosis or treatment decisions.",
        **{key: opening[key] for key in ("session_uuid", "kind", "study", "visit", "utc", "app_version", "seed")},
        "participant": dict(opening["participant"]),
        "affected": dict(opening["affected"]),
        "sites": {role: {"body_site": s.body_site, "side": s.side} for role, s in plan.sites.items()},
        "norms": dict(opening["norms"]),
        **({"force_limits": dict(limits)} if (limits := opening.get("force_limits")) else {}),
        "devices": [
            {
                **{key: device[key] for key in ("name", "gauge", "tests", "probe_area_cm2", "grade", "scale")},
                "instrument": (device.get("instrument") or {}).get("id", ""),
            }
            for device in opening["devices"]
        ],
        "complete": state.closed and all(s.status == "done" for s in state.steps),
        "interrupted": not state.closed,
        "signed_by": state.signed_by,
        "duration_s": state.t_ns / 1e9,
        "steps": [
            {key: row[key] for key in ("step", "status", "attempts", "counted_attempt", "reason", "used_s")}
            for row in found["steps"]
        ],
        "counts": {
            "trials": len(trials),
            "voided": sum(not t.counts for t in trials),
            "limb_readings": len(found["limb_readings"]),
            "entries": len(found["entries"]),
            "rows": replayed.last.seq,
        },
        "parameters": [without_nan(row) for row in found["parameters"]],
        "limb_sides": [without_nan(row) for row in found["limb_sides"]],
        "derived": [without_nan(row) for row in found["derived"]],
        "notes": [
            {
                **{key: row[key] for key in ("t_ns", "kind", "code", "step", "trial", "actor")},
                "text": ": ".join(part for part in (row["label"], row["text"]) if part),
            }
            for row in found["notes"]
        ],
        "checks": [without_nan(row) for row in found["checks"] if row["holds"]],
        "check_list_closed": asdict(state.checked) if state.checked else None,
        "instruments": [asdict(piece) for piece in plan.instruments.pieces],
        "overrides": [asdict(override) for override in state.overrides],
        **_words(plan, state),
        "unverified": {
            **{name: list(spec.unverified) for name, spec in plan.tests.items()},
            **{key: list(spec.unverified) for key, spec in plan.forms.items()},
        },
        "journal_head": {"seq": replayed.last.seq, "hash": replayed.last.hash.hex()},
    }


def _words(plan: SessionPlan, state: SessionState) -> dict[str, Any]:
    """The participant's words and what was read aloud; nothing in a session from before there were any."""
    if plan.words is None:
        return {}
    return {"words": dict(plan.opening["words"]), "read_aloud": [asdict(said) for said in state.read_aloud]}


def blocks(replayed: Replayed) -> dict[str, list[ForceBlock]]:
    """The readings of each stream, block by block as they were recorded."""
    streams: dict[str, list[ForceBlock]] = {}
    for _, event in replayed.events:
        if isinstance(event, ForceBlock):
            streams.setdefault(event.stream, []).append(event)
    return streams


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRecord:
    """How a device stood at the end of a journal: its scale, and the number of its next reading."""

    gauge: str
    options: Mapping[str, Any]
    probe_area_cm2: float
    scale: Scale
    next_reading: int


def device_records(replayed: Replayed) -> dict[str, DeviceRecord]:
    """The devices of a session by name, as its last row left them."""
    scales = {device["name"]: Scale(**device["scale"]) for device in replayed.plan.opening["devices"]}
    following = dict.fromkeys(scales, 0)
    for _, event in replayed.events:
        if isinstance(event, ForceBlock):
            following[event.stream] = event.index + len(event.t_ns)
        elif isinstance(event, DeviceNews) and event.device in scales:
            scales[event.device] = scale_after(scales[event.device], event)
    return {
        device["name"]: DeviceRecord(
            gauge=device["gauge"],
            options=device["options"],
            probe_area_cm2=device["probe_area_cm2"],
            scale=scales[device["name"]],
            next_reading=following[device["name"]],
        )
        for device in replayed.plan.opening["devices"]
    }


def scale_after(scale: Scale, news: DeviceNews) -> Scale:
    """The scale of a device once it has said ``news``."""
    if news.what not in ("scale", "attached"):
        return scale
    return Scale(**{field.name: news.detail[field.name] for field in fields(Scale)})


def clock_pairs(replayed: Replayed) -> list[ClockPair]:
    """The pairs of session time and wall clock, from the start on."""
    start = ClockPair(t_ns=0, utc=str(replayed.plan.opening["utc"]))
    return [start, *(event for _, event in replayed.events if isinstance(event, ClockPair))]


def without_nan(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row of a table with None where a number is missing, as JSON needs it."""
    return {k: None if isinstance(v, float) and math.isnan(v) else v for k, v in row.items()}
