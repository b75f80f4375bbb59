"""The calibration that is under way as plain data for a screen; the asks are in `calibration_asks`.

`STATUS["calibration"]` is None, or:

- `folder`, `instrument` (id), `kind`, `nominal_mn`, `material`, `operator` (`who`, `role`), `date`, `condition`,
  `method` (METHOD), `round` (1 as found), `finished`, `issued` (None, "abandoned", a certificate's number or the
  signal of a daily check), `device` (name; None where every value is typed), `device_state`;
- `do`: what comes next. `key`: conditions, reference, check, zero, press, weigh, lower, load, measure, diameter,
  ramp, inspect, finish, done; `say`: one sentence; `input`: "form", "take" (a key takes what the device shows),
  "press" (is seen by itself), "type", "yes_no", "key" or "none"; `role` of the reference; `task`: None, or
  `series`, `mounting`, `direction`, `load`, `angle_deg`, `repeat`, `closing`, `optional`; `of`; `wait_s`: rest
  that is left; `may_finish`; `least`: so many of `of` are needed and there, the rest may be left out, else 0;
  `expected`: None, or `value`, `unit`; `unit`: of the readings;
- `live`: None, or `value`, `unit`, `stable` (True, False, None: it does not say), `overloaded`, `age_s`;
- `pressing`: None, or `since_s`, `highest`: a press is under way;
- `readings`: `number`, `round`, `key`, `series`, `direction`, `load`, `angle_deg`, `repeat`, `value`, `unit`,
  `force_mn`, `stable`, `typed`, `used`, `excluded` (reason), `refused` (None, or `code`, `happened`, `remedy`),
  `t_s`;
- `strays`: `t_s`, `value`, `unit`, `due`: came when something else was due, kept and never used;
- `chart`: None, or `unit`, `nominal`, `low`, `high` (tolerance band, None where nobody has set it),
  `tolerance_set_by` ("" for an unverified default), `points`: `number`, `repeat`, `value`, `used`;
- `conditions`, `references`, `inspections`: as entered, the first two each with `refused`;
- `problems`: what was refused so far, `code`, `happened`, `remedy`;
- `saved`: `seq`, `journal`.

METHOD: `kind`, `title`, `version`, `unverified` and `not_set` (names of settings), `settings`: `name`, `value`,
`values`, `unit`, `grade`, `source`, `set_by`, `set_on`, `unverified`.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from calibration.control_chart import ControlLimits
from calibration.conversion import UnfitUnit
from calibration.method import SETTINGS, Method
from calibration.procedure import Due
from calibration.record import Kept, Problem
from calibration.site import weighing
from calibration.tasks import expected
from qst_station.calibrating.run import CalibrationRun
from qst_station.recording.journal_copy import DATABASE
from qst_station.station.bench_readings import PRESSED
from qst_station.station.calibration_desk import CalibrationDesk

_SAY = {
    "conditions": "Note temperature and humidity of the room.",
    "reference": "Enter the {role} and its certificate.",
    "check": "Put the check mass on the balance and take the reading once it has settled.",
    "zero": "Take everything off and take the reading once it has settled.",
    "press": "Press the hair on the pan in {shortest:g} to {longest:g} s, upright, hold it bowed, and let go.",
    "weigh": "Put the moving mass on the pan, wait until it has settled, and take it off.",
    "lower": "Lower the pinprick on the pan at {angle:g} degrees, wait until it has settled, and lift it.",
    "load": "Put on {load:g} {unit}{direction} and take the reading.",
    "measure": "Read the tape at {load:g} mm of the rule and type the reading.",
    "diameter": "Measure the diameter of the probe with the calliper and type it in mm.",
    "ramp": "Press the probe on a firm pad as on a participant, at the rate of the test, and let go.",
    "inspect": "Look at the tip under a magnifier: is it flat, and without a burr?",
    "finish": "All readings are there. Look at them, then finish.",
    "done": "The readings are complete. Look at the result.",
}
_INPUT = {
    "conditions": "form",
    "reference": "form",
    "measure": "type",
    "diameter": "type",
    "inspect": "yes_no",
    "finish": "key",
    "done": "none",
}


def calibration_view(desk: CalibrationDesk) -> dict[str, Any] | None:
    """The view of the calibration at a desk; None where there is none."""
    run = desk.run
    if run is None:
        return None
    opened, state = run.opening, run.state
    device = desk.device
    return {
        "folder": str(run.folder),
        "instrument": opened.instrument.id,
        "kind": opened.item.kind,
        "nominal_mn": opened.item.nominal_mn,
        "material": opened.item.material,
        "operator": asdict(opened.operator),
        "date": opened.date,
        "condition": opened.condition,
        "method": method_view(opened.method),
        "round": state.round,
        "finished": state.finished,
        "issued": run.ended or None,
        "device": desk.device_name or None,
        "device_state": device.state if device else None,
        "do": _do(run, typed=not desk.device_name, now_ns=desk.now_ns),
        "live": _live(desk),
        "pressing": _pressing(desk),
        "readings": [_reading(run, kept) for kept in state.readings],
        "strays": [
            {"t_s": s.reading.t_ns / 1e9, "value": s.reading.value, "unit": s.reading.unit, "due": s.due}
            for s in run.strays
        ],
        "chart": _chart(run),
        "conditions": [{**asdict(k.conditions), "refused": _problem(k.refused)} for k in state.conditions],
        "references": [{**asdict(k.reference), "refused": _problem(k.refused)} for k in state.references],
        "inspections": [asdict(k.inspection) for k in state.inspections],
        "problems": [_problem(problem) for problem in state.problems],
        "saved": {"seq": run.seq, "journal": str(run.folder / DATABASE)},
    }


def method_view(method: Method) -> dict[str, Any]:
    """A method with what is unconfirmed and what is not set in it."""
    return {
        "kind": method.kind,
        "title": method.title,
        "version": method.version,
        "unverified": list(method.unverified),
        "not_set": list(method.not_set),
        "settings": [
            {**asdict(setting), "values": list(setting.values), "unverified": setting.unverified}
            for setting in method.settings
        ],
    }


def result_view(desk: CalibrationDesk) -> dict[str, Any]:
    """The result of the finished calibration at a desk; `Refused` before it is finished.

    Of a calibration `quantities`, `budgets` (each with `combined`, `expanded`, `coverage_factor`), `findings`,
    `before` (quantities as found, None where nothing was adjusted) and `decision`; of a daily check `daily`:
    `value`, `unit`, `signal` (baseline, in_control, warn, stop), `says`, `limits` (or None) and `history` (`date`,
    `value`, `result`).
    """
    run = desk.run
    if run is None or run.opening.method.kind == "daily_check":
        return {"daily": _daily(desk)}
    result, before = run.result(), run.before()
    return {
        "quantities": [asdict(quantity) for quantity in result.quantities],
        "budgets": [
            {
                "quantity": b.quantity,
                "unit": b.unit,
                "estimate": b.estimate,
                "combined": b.combined,
                "coverage_factor": b.coverage_factor,
                "expanded": b.expanded,
                "contributions": [
                    {
                        "name": c.name,
                        "standard": c.standard,
                        "unit": c.unit,
                        "evaluation": c.evaluation,
                        "source": c.source,
                    }
                    for c in b.contributions
                ],
            }
            for b in result.budgets
        ],
        "findings": [asdict(problem) for problem in result.findings],
        "before": [asdict(quantity) for quantity in before.quantities] if before else None,
        "decision": asdict(run.decision()),
    }


def _daily(desk: CalibrationDesk) -> dict[str, Any]:
    point = desk.daily_point()
    return {
        "value": point.value_mn,
        "unit": "mN",
        "signal": point.signal,
        "says": point.says,
        "limits": _limits(point.limits),
        "history": [{"date": c.date.isoformat(), "value": c.value_mn, "result": c.result} for c in point.before],
    }


def _limits(limits: ControlLimits | None) -> dict[str, float] | None:
    return None if limits is None else asdict(limits)


def _do(run: CalibrationRun, *, typed: bool, now_ns: int) -> dict[str, Any]:
    due = run.due
    item, task = run.opening.item, due.task
    nominal = expected(run.opening.method, task, item) if task else None
    asked = _INPUT.get(due.key) or ("type" if typed else "press" if due.key in PRESSED else "take")
    return {
        "key": due.key,
        "say": _said(run, due),
        "input": asked,
        "role": due.role,
        "task": None if task is None else {name: value for name, value in asdict(task).items() if name != "key"},
        "of": due.of,
        "wait_s": max(0, due.not_before_ns - now_ns) / 1e9,
        "may_finish": due.may_finish,
        "least": due.least,
        "expected": None if nominal is None else {"value": nominal[0], "unit": nominal[1]},
        "unit": "mm" if due.key == "diameter" else item.reading_unit,
    }


def _said(run: CalibrationRun, due: Due) -> str:
    method, item, task = run.opening.method, run.opening.item, due.task
    rising = "ramp_shortest" in SETTINGS[method.kind]
    return _SAY[due.key].format(
        role=due.role.replace("_", " "),
        shortest=method.value("ramp_shortest") if rising else 1.0,
        longest=method.value("ramp_longest") if rising else 2.0,
        angle=task.angle_deg if task else 0.0,
        load=task.load if task and task.load is not None else 0.0,
        unit=item.load_unit,
        direction={"up": ", going up,", "down": ", going down,"}.get(task.direction, "") if task else "",
    )


def _live(desk: CalibrationDesk) -> dict[str, Any] | None:
    shown = desk.bench.live if desk.bench else None
    if shown is None:
        return None
    return {
        "value": shown.value,
        "unit": shown.unit,
        "stable": shown.stable,
        "overloaded": shown.overloaded,
        "age_s": desk.age_s(),
    }


def _pressing(desk: CalibrationDesk) -> dict[str, Any] | None:
    samples = desk.bench.pressing if desk.bench else ()
    if not samples:
        return None
    values = [sample.value for sample in samples if sample.value is not None]
    return {"since_s": (desk.now_ns - samples[0].t_ns) / 1e9, "highest": max(values, default=None)}


def _reading(run: CalibrationRun, kept: Kept) -> dict[str, Any]:
    reading, task = kept.reading, kept.task
    return {
        "number": kept.number,
        "round": kept.round,
        "key": task.key,
        "series": task.series,
        "direction": task.direction,
        "load": task.load,
        "angle_deg": task.angle_deg,
        "repeat": task.repeat,
        "value": reading.value,
        "unit": reading.unit,
        "force_mn": _force_mn(run.opening.method, reading.value, reading.unit),
        "stable": reading.stable,
        "typed": reading.typed,
        "used": kept.valid,
        "excluded": kept.excluded,
        "refused": _problem(kept.refused),
        "t_s": reading.t_ns / 1e9,
    }


def _force_mn(method: Method, value: float | None, unit: str) -> float | None:
    try:
        return None if value is None else weighing(method).in_mn(value, unit)
    except UnfitUnit:
        return None


def _chart(run: CalibrationRun) -> dict[str, Any] | None:
    """Forces around the nominal one, of what has one."""
    method, nominal = run.opening.method, run.opening.item.nominal_mn
    if nominal is None:
        return None
    setting = method.setting("tolerance") if "tolerance" in SETTINGS[method.kind] else None
    share = None if setting is None else setting.value
    points = [
        {"number": kept.number, "repeat": kept.task.repeat, "value": force, "used": kept.valid}
        for kept in run.state.readings
        if kept.task.key in PRESSED and kept.round == run.state.round
        if (force := _force_mn(method, kept.reading.value, kept.reading.unit)) is not None
    ]
    return {
        "unit": "mN",
        "nominal": nominal,
        "low": None if share is None else nominal * (1.0 - share),
        "high": None if share is None else nominal * (1.0 + share),
        "tolerance_set_by": "" if setting is None else setting.set_by,
        "points": points,
    }


def _problem(problem: Problem | None) -> dict[str, str] | None:
    return None if problem is None else asdict(problem)
