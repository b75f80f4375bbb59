"""The state of the engine as plain data, for the window."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from calibration.scale import pressure_kpa
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.journal_copy import DATABASE, read_journal
from qst_station.session.commands import next_step
from qst_station.station.answered import answered_utc
from qst_station.station.calibration_view import calibration_view
from qst_station.station.engine import Engine
from qst_station.station.folder import unfinished
from qst_station.station.form_review import form_review
from qst_station.station.opening import STUDY
from qst_station.station.record import Unreplayable, clock_pairs, replay_rows, tables, without_nan
from qst_station.station.view import view
from qst_station.station.visit import Visit
from qst_station.study.study import load_study

TRACE_LIMIT = 4000
_WHERE_IT_STANDS = ("status", "step", "next_step", "rail", "test", "phase", "progress", "limb")


def status(engine: Engine, *, trace_of: str | None = None, trace_from_ns: int = 0) -> dict[str, Any]:
    """Everything that a screen may show now.

    Parameters
    ----------
    trace_of : str or None
        Device whose last readings are wanted.
    trace_from_ns : int
        Only readings after this session time (engine time where no visit is open). They are for the eye, and
        rounded.
    """
    visit = engine.visit
    now_ns = engine.clock.now_ns()
    start_ns = visit.start_ns if visit else 0
    return {
        "view": view(visit.plan, visit.state) if visit else None,
        "devices": [device.health(now_ns) for device in engine.devices.values()],
        "findings": [{**asdict(finding), "times": times} for finding, times in engine.findings.items()],
        "checklist": engine.check_desk.shown(visit) if visit else None,
        "time": engine.check_desk.time_left(visit) if visit else None,
        "saved": _saved(visit),
        "failed": visit is not None and visit.failure is not None,
        "now_ns": now_ns - start_ns,
        "clock_ns": now_ns,
        "trace": _trace(engine, trace_of, trace_from_ns, start_ns) if trace_of in engine.devices else None,
        "sealing": _sealing(engine),
        "calibration": calibration_view(engine.calibration_desk),
    }


def review(engine: Engine, role: str) -> dict[str, Any]:
    """Parameters with z-scores and limb values of the open visit, for the end of it.

    Values and z-scores are left out where the study does not show them to whoever asks, or to the role that opened
    the visit: somebody else's name does not unblind the person who tests.

    Raises
    ------
    Refused
        Something is still to be tested: earlier values stay hidden until then.
    """
    visit = engine.visit
    if visit is None or (next_step(visit.state) is not None and not visit.state.closed):
        raise _still_hidden("review", "Finish or skip the open tests first.")
    found = tables(visit.plan, visit.state)
    opening = visit.plan.opening
    study = load_study(opening["inputs"][STUDY], place=STUDY)
    roles = (role, opening["actor"]["role"])
    blind = next((one for one in roles if not study.may_see(one, "review")), "")
    shown = not blind
    sees_z = all(study.may_see(one, "z_scores") for one in roles)
    hidden = () if sees_z else ("x", "z", "direction", "outside_95", "detectability")
    return {
        "blinded": f"{study.name} does not show values to the {blind.replace('_', ' ')}." if blind else "",
        "parameters": [_without(without_nan(row), hidden) for row in found["parameters"]] if shown else [],
        "limb_sides": [without_nan(row) for row in found["limb_sides"]] if shown else [],
        "forms": form_review(visit.plan, found, with_z=not hidden) if shown else [],
        "notes": found["notes"],
        "checks": [without_nan(row) for row in found["checks"] if row["holds"]],
        "attempts": [row for row in found["attempts"] if row["step"] in _tried_again(found["steps"])],
        "overrides": [asdict(override) for override in visit.state.overrides],
        "norm_set": visit.plan.opening["norms"]["name"],
    }


def refuse_earlier_values(engine: Engine) -> None:
    """Earlier visits of a participant are not for whoever is testing.

    Raises
    ------
    Refused
        A visit is open.
    """
    if engine.visit is not None and not engine.visit.state.closed:
        raise _still_hidden("course", "Sign and close the visit first, or leave it.")


def _still_hidden(place: str, remedy: str) -> Refused:
    return Refused(
        Finding(
            code="review.hidden",
            severity=Severity.INFO,
            place=place,
            happened="Values stay hidden while something is still to be tested.",
            safe="Nothing was changed.",
            remedy=remedy,
        )
    )


def _tried_again(steps: list[dict[str, Any]]) -> set[str]:
    """The steps of which it must be seen which attempt counts, or that none does."""
    return {row["step"] for row in steps if row["attempts"] > 1 or row["status"] == "stopped"}


def unfinished_visits(data: Path) -> list[dict[str, Any]]:
    """The interrupted visits of a folder: who, when, how far, and what comes next or why it cannot go on.

    `view` holds, of one that can be resumed, what tells where it goes on. One that is `signed` has only to be
    sealed, and where its journal has not `ended` it can be resumed for that.
    """
    return [_unfinished_visit(folder) for folder in unfinished(data)]


def _unfinished_visit(folder: Path) -> dict[str, Any]:
    shown: dict[str, Any] = {"folder": str(folder), "participant": "", "visit": "", "utc": "", "rows": 0}
    shown |= {"next": "", "view": None, "answer_utc": "", "resumable": False, "signed": False, "ended": False}
    try:
        copy = read_journal(folder)
        shown["rows"] = len(copy.rows)
        opening = replay_rows(copy.rows[:1], place=str(folder)).plan.opening
        shown |= {"participant": opening["participant"]["id"], "visit": opening["visit"], "utc": opening["utc"]}
        replayed = replay_rows(copy.rows, place=str(folder))
    except (Refused, Unreplayable) as fault:
        return {**shown, "next": f"cannot be resumed: {fault}"}
    if copy.closed or replayed.state.closed:
        return {**shown, "next": "closed but not sealed", "signed": True, "ended": copy.closed}
    if copy.damaged or len(copy.rows) != copy.rows[-1].seq:
        return {**shown, "next": f"cannot be resumed: {copy.findings[0].line()}"}
    seen = view(replayed.plan, replayed.state)
    where = {name: seen[name] for name in _WHERE_IT_STANDS}
    answer_utc = answered_utc(replayed.state, clock_pairs(replayed))
    return {**shown, "view": where, "answer_utc": answer_utc, "resumable": True}


def _saved(visit: Visit | None) -> dict[str, Any] | None:
    if visit is None:
        return None
    last = visit.journal.last
    return {
        "seq": last.seq,
        "utc": visit.saved_utc,
        "answer_utc": visit.answered_utc,
        "journal": str(visit.journal.folder / DATABASE),
    }


def _trace(engine: Engine, name: str | None, from_ns: int, start_ns: int) -> dict[str, Any]:
    assert name is not None
    device = engine.devices[name]
    blocks = device.recent(from_ns + start_ns)
    t_ns = [t for block in blocks for t in (block.t_ns - start_ns).tolist()][-TRACE_LIMIT:]
    force_mn = [f for block in blocks for f in block.force_mn.tolist()][-TRACE_LIMIT:]
    kpa = pressure_kpa(force_mn, device.device.probe_area_cm2)
    return {
        "stream": name,
        "t_ns": t_ns,
        "force_n": _for_the_eye(np.array(force_mn) / 1e3, decimals=5),
        "kpa": _for_the_eye(np.array(kpa), decimals=4),
    }


def _for_the_eye(values: npt.NDArray[np.float64], *, decimals: int) -> list[float | None]:
    """Rounded, as digits that no screen can show would make most of the line; None where there is no value."""
    plain: list[float | None] = np.round(values, decimals).tolist()
    return [None if value != value else value for value in plain] if np.isnan(values).any() else plain


def _sealing(engine: Engine) -> dict[str, Any] | None:
    sealing = engine.sealing
    if sealing is None:
        return None
    return {
        "state": sealing.state,
        "path": str(sealing.path) if sealing.path else "",
        "findings": [asdict(finding) for finding in sealing.findings],
        "finding": asdict(sealing.finding) if sealing.finding else None,
    }


def _without(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """The row with what must not be seen left empty."""
    return {key: None if key in names else value for key, value in row.items()}
