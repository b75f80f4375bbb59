"""A participant's course over the visits, from the heads of the sealed sessions in a data folder.

Changes are against the visit of day 0 and nothing else: where it has no value there is no change. What cannot be
compared says why; a visit that did not take place is a gap and never a line through it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from qst_station.findings import Finding, Refused, Severity
from qst_station.limb.change import Girths, change, compare, excess_reduction_percent, verdicts
from qst_station.limb.reading_error import ReadingError, published_errors
from qst_station.limb.site_calibration import estimate
from qst_station.recording.user_block import read_summary
from qst_station.station.limb_calibrations import KeptCalibration, latest
from qst_station.station.participant_view import iso_day
from qst_station.study.arrival import CONTROL
from qst_station.study.document import Study
from qst_station.study.participants import Attended, Participant

GAPS: Final = frozenset({"missed", "overdue"})
"""Visits that are shown as a gap; one that is not due yet is not shown."""

_VALUE = ("value", "unit", "censored", "bound", "reason")
_METHOD = ("segment", "path of the tape", "position", "affected side")
_Z = ("z", "direction", "outside_95", "detectability")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One place on the axis of visits: a session, or a gap.

    Attributes
    ----------
    on : date or None
        The day of the session, or the nominal day of a gap; None where the plan states none.
    gap : str
        Why there is nothing; empty for a session that was read.
    summary : mapping
        That of the session; empty for a gap.
    """

    visit: str
    title: str
    on: datetime.date | None
    file: str
    gap: str
    summary: Mapping[str, Any]


def course(
    data: Path, study: Study, participant: Participant, *, today: datetime.date, with_z: bool = True
) -> dict[str, Any]:
    """Limb, parameters and z-scores of a participant by visit, as plain data; missing numbers are None.

    Parameters
    ----------
    with_z : bool
        False leaves out the z-scores, for a role that may not see them.

    Returns
    -------
    dict
        `points` (the visits in the order of time), `limb` and `parameters` (one value, or None, for each point),
        `baseline`, `errors` (the published reading errors that the verdicts rest on), `calibrations` (the site's
        own, that estimated volumes rest on), `notes`, `findings`.
    """
    findings: list[Finding] = []
    points = _points(data, study, participant, today, findings)
    day_0 = next((p.on for p in points if p.visit == study.day_0.name and not p.gap), None)
    measured = _all_measured(participant, points)
    calibrations = _calibrations(data, measured, findings)
    limb = _limb(study, points, measured, calibrations)
    used = {v["error"] for row in limb if row for v in row["verdicts"]}
    errors = published_errors()
    return {
        "participant_id": participant.participant_id,
        "kind": participant.enrolled.kind,
        "study": study.name,
        "control_limb": participant.enrolled.control_limb,
        "baseline": {"title": study.day_0.title, "on": iso_day(day_0)},
        "points": [_plain_point(point, day_0) for point in points],
        "limb": limb,
        "parameters": list(_parameters(points, _VALUE + _Z if with_z else _VALUE)),
        "with_z": with_z,
        "errors": [asdict(error) for error in errors.errors if error.id in used],
        "calibrations": [
            {"file": kept.file, **asdict(kept.line), "done_on": iso_day(kept.line.done_on)}
            for kept in calibrations.values()
        ],
        "notes": [*_notes(points), *(note.what for note in errors.provenance if used)],
        "findings": [asdict(finding) for finding in findings],
    }


def _points(
    data: Path, study: Study, participant: Participant, today: datetime.date, findings: list[Finding]
) -> list[Point]:
    titles = {visit.name: visit.title for visit in study.visits}
    points = [_session(data, session, titles, findings) for session in participant.visits]
    points += [
        Point(visit=p.visit.name, title=p.visit.title, on=p.nominal, file="", gap=p.status, summary={})
        for p in participant.schedule(study, today=today)
        if p.visit.kind == "clinic" and p.status in GAPS
    ]
    return sorted(points, key=lambda p: (p.on or datetime.date.min, p.file))


def _session(data: Path, session: Attended, titles: Mapping[str, str], findings: list[Finding]) -> Point:
    summary: Mapping[str, Any] = {}
    gap = ""
    try:
        summary = read_summary(data / Path(session.file).name)
        if summary.get("session_uuid") != session.session_uuid:
            raise Refused(_other_session(session))
    except Refused as refused:
        findings.append(refused.finding)
        summary, gap = {}, "file cannot be read"
    title = titles.get(session.visit, session.visit)
    return Point(visit=session.visit, title=title, on=session.on, file=session.file, gap=gap, summary=summary)


def _plain_point(point: Point, day_0: datetime.date | None) -> dict[str, Any]:
    return {
        "visit": point.visit,
        "title": point.title,
        "on": iso_day(point.on),
        "day": (point.on - day_0).days if point.on and day_0 else None,
        "file": point.file,
        "gap": point.gap,
        "signed_by": point.summary.get("signed_by") or "",
    }


# Limb


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    """The limb at one session: girths, how they were taken, and by whom as far as the signature says."""

    girths: Girths
    method: tuple[str, str, str, str]  # what `_METHOD` names
    signed_by: str
    remarks: str


def _all_measured(participant: Participant, points: Sequence[Point]) -> list[_Measured | None]:
    no_control = CONTROL.get(participant.enrolled.control_limb, "")
    return [_measured(point, no_control) for point in points]


def _limb(
    study: Study, points: Sequence[Point], measured: Sequence[_Measured | None], calibrations: _Calibrations
) -> list[dict[str, Any] | None]:
    """One row for each point; None where the limb was not measured."""
    at_day_0 = (i for i, p in enumerate(points) if p.visit == study.day_0.name and measured[i] is not None)
    first = next(at_day_0, None)
    return [
        None
        if m is None
        else _limb_row(m, measured[first] if first is not None else None, _bar(study, first, i))
        | {"estimated_ml": _estimated(m, calibrations)}
        for i, m in enumerate(measured)
    ]


def _bar(study: Study, first: int | None, at: int) -> str:
    """Why the point `at` is not compared with the one that is the baseline; empty where it is."""
    if first is None:
        return f"no girth at {study.day_0.title}"
    return "the baseline" if at == first else f"before {study.day_0.title}" if at < first else ""


def _measured(point: Point, no_control: str) -> _Measured | None:
    sides = {side["limb_role"]: side for side in point.summary.get("limb_sides", ())}
    if not any(side["girth_cm"] is not None for side in sides.values()):
        return None
    affected, unaffected = sides["affected"], sides["unaffected"]
    marked = [side for side in (affected, unaffected) if side["status"] != "complete"]
    return _Measured(
        girths=Girths(
            affected_cm=affected["girth_cm"], unaffected_cm=unaffected["girth_cm"], no_control=no_control
        ),
        method=(affected["segment"], affected["landmark_variant"], affected["position"], affected["side"]),
        signed_by=point.summary.get("signed_by") or "",
        remarks="; ".join(f"{s['side']}: {s['status'].replace('_', ' ')} {s['reason']}".strip() for s in marked),
    )


def _limb_row(now: _Measured, first: _Measured | None, bar: str) -> dict[str, Any]:
    row = {
        "segment": now.method[0],
        "affected_side": now.method[3],
        "affected_cm": now.girths.affected_cm,
        "unaffected_cm": now.girths.unaffected_cm,
        **asdict(compare(now.girths)),
        "remarks": now.remarks,
        "change": None,
        "verdicts": [],
        "excess_reduction_percent": None,
        "not_compared": bar or _other_way(first, now),
    }
    if row["not_compared"] or first is None:
        return row
    changed = change(first.girths, now.girths)
    row["change"] = asdict(changed)
    error = _error(first, now)
    if error is None:
        row["not_compared"] = f"no published reading error for two readers of the {now.method[0]}"
        return row
    row["excess_reduction_percent"] = excess_reduction_percent(first.girths, now.girths, error)
    row["verdicts"] = [
        {"quantity": v.quantity, "change_cm": v.change_cm, "mdc95_cm": v.mdc95_cm, "verdict": v.verdict}
        | {"error": v.error.id}
        for v in verdicts(changed, error)
    ]
    return row


def _other_way(first: _Measured | None, now: _Measured) -> str:
    """How the limb was measured otherwise than at the baseline; empty where it was not."""
    for was, is_, what in zip(first.method if first else (), now.method, _METHOD, strict=False):
        if was != is_:
            return f"other {what} than at the baseline: {is_}, not {was}"
    return ""


def _error(first: _Measured, now: _Measured) -> ReadingError | None:
    same = first.signed_by and first.signed_by == now.signed_by
    return published_errors().between_visits(now.method[0], "same" if same else "other")


# Estimated volume

_Calibrations: TypeAlias = Mapping[tuple[str, str], KeptCalibration]
"""The latest of the site's calibrations by segment and landmark variant."""


def _calibrations(data: Path, measured: Sequence[_Measured | None], findings: list[Finding]) -> _Calibrations:
    found = {}
    for segment, variant in dict.fromkeys(m.method[:2] for m in measured if m is not None):
        try:
            kept = latest(data, segment, variant)
        except Refused as refused:
            findings.append(refused.finding)
        else:
            if kept is not None:
                found[segment, variant] = kept
    return found


def _estimated(now: _Measured, calibrations: _Calibrations) -> dict[str, Any] | None:
    """Volume of both sides by the site's calibration, and why a girth gives none; None without a calibration."""
    segment, variant = now.method[:2]
    kept = calibrations.get((segment, variant))
    if kept is None:
        return None
    row: dict[str, Any] = {"calibration": kept.file, "reason": ""}
    girths = {"affected": now.girths.affected_cm, "unaffected": now.girths.unaffected_cm}
    for side, girth_cm in girths.items():
        row[side] = None
        if girth_cm is None:
            continue
        try:
            volume = estimate(kept.line, girth_cm, segment=segment, variant=variant)
        except ValueError as fault:
            row["reason"] = "; ".join(part for part in (row["reason"], f"{side}: {fault}") if part)
        else:
            row[side] = {name: getattr(volume, name) for name in ("volume_ml", "low_ml", "high_ml")}
    return row


# Parameters


def _parameters(points: Sequence[Point], names: Sequence[str]) -> Iterator[dict[str, Any]]:
    rows = [{(r["parameter"], r["site_role"]): r for r in p.summary.get("parameters", ())} for p in points]
    for key in dict.fromkeys(key for of_point in rows for key in of_point):
        values = [of_point.get(key) for of_point in rows]
        yield {
            "parameter": key[0],
            "site_role": key[1],
            "values": [None if row is None else {name: row[name] for name in names} for row in values],
        }


def _notes(points: Sequence[Point]) -> Iterator[str]:
    yield "Who read the tape is taken from the signature of each session."
    norms = {r["norm_sha256"] for p in points for r in p.summary.get("parameters", ()) if r["z"] is not None}
    if len(norms) > 1:
        yield "The z-scores rest on different norm sets and cannot be compared."
    kinds = {p.summary["kind"] for p in points if p.summary}
    if kinds - {"real"}:
        yield "SIMULATED: not a participant."


def _other_session(session: Attended) -> Finding:
    return Finding(
        code="participants.other_session",
        severity=Severity.WARNING,
        place=session.file,
        happened=f"The file holds another session than {session.session_uuid}, which the register names.",
        safe="The file stays as it is and is left out.",
        remedy="Find out who put it there, and restore the session from a backup.",
    )
