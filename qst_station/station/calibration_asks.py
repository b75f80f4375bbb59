"""The asks of the window about calibration. `STATUS` and its `calibration` are as in `calibration_view`.

An actor is `who` and `role`; days are ISO 8601.

calibrate_instruments  `on` (day, default today) -> `instruments` [INSTRUMENT], `sets` [name], `findings`
calibrate_methods      `instrument` -> `methods` [METHOD]: its own, and the daily check
calibrate_instrument   `instrument`, `on` -> `instrument`, `history` [ENTRY], `certificates` [CERTIFICATE]
calibrate_begin        `instrument`, `method` (kind), `device` (name; None: every value is typed), `actor`,
                       `condition`, `settings` [`name`, `value` or `values`, `set_by`, `set_on`], and what the
                       method asks of a gauge, tape or balance: `reading_unit`, `division`, `loads`, `load_unit`,
                       `round_probe` -> STATUS
calibrate_event        `event` (`kind` and the fields of its kind), `actor` -> STATUS
calibrate_result       -> `result`, see `result_view`; once `do.key` is "done"
calibrate_issue        `name`, `role`, `place`, `actor` -> STATUS, `certificate`, `pdf`, `json`, `findings`; of a
                       daily check `signal`
calibrate_abandon      `reason`, `actor` -> STATUS; the record is closed and kept
calibrate_leave        -> STATUS; can be resumed
calibrate_unfinished   -> `unfinished` [`folder`, `instrument`, `method`, `utc`, `who`, `readings`, `why`]: `why`
                       says why it cannot be resumed
calibrate_resume       `folder`, `device`, `actor` -> STATUS
calibrate_register     `instrument`, `event`, `actor` -> `instrument`. The event: `kind` retired (`reason`), noted
                       (`text`), rested, or due_rule (`recalibrate_after_days`, `due_soon_days`,
                       `check_every_days`, `set_by`)
calibrate_example      `name` -> `text`, a set document to fill in
calibrate_add          `text` (set document), `site` (only for the first), `actor` -> `instruments` [id]
certificates           `instrument` (None: all) -> `certificates` [CERTIFICATE]
trend                  `instrument` -> `trend`, see `drift_view`
trend_csv              `instrument` -> `csv`

Kinds of `calibrate_event`: conditions (`temperature_c`, `humidity_percent`, `note`), reference (`role`, `id`,
`certificate`, `due`, `expanded`, `unit`, `coverage_factor`, `division`, `nominal`), take (`load`), typed
(`value`, `unit`, `load`), inspect (`yes`, `text`), identified (`text`: the item is the right one although its
readings do not fit), exclude (`number`, `reason`), enough (leaves out what the method does not need), finish,
adjusted (`text`; begins the next round).

INSTRUMENT: a row of `qst_station.calibrating.snapshot` without `certificate_json`, with `nominal_gf`,
`nominal_log_units`, `nominal_mass_g`, `owner`, `tip`, `material`, `source`, `uses`, `last_rest`, `due_rule`.
CERTIFICATE: `number`, `instrument`, `date`, `verdict`, `measured_mn`, `expanded_mn`, `coverage_factor`, `pdf`,
`json` (paths), `files_ok`. ENTRY: `row`, `utc`, `who`, `kind`, `event`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

from calibration.method import MethodKind
from qst_station.calibrating.drift import drift_csv, drift_view
from qst_station.calibrating.entries import Calibrated, DueRuleSet, Event, Noted, Rested, Retired, plain
from qst_station.calibrating.history import History, RegisterContent
from qst_station.calibrating.instruments import DueRule
from qst_station.calibrating.issuing import certificate_folder
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.register import Register, read_register, register_folder
from qst_station.calibrating.run_opening import CALIBRATED, CHECKED_DAILY, GivenSetting, Operator, Setup, method_of
from qst_station.calibrating.set_document import example, load_set
from qst_station.calibrating.snapshot import snapshot
from qst_station.calibrating.unfinished import unfinished_runs
from qst_station.documents import checked
from qst_station.recording.journal_copy import DATABASE
from qst_station.station.actor import checked_actor
from qst_station.station.calibration_desk import CalibrationDesk
from qst_station.station.calibration_view import method_view, result_view

Ask = dict[str, Any]
_ENTRIES: Mapping[str, type[Event]] = {"retired": Retired, "noted": Noted, "rested": Rested}
_SETUP = ("reading_unit", "division", "loads", "load_unit", "round_probe")


class CalibrationAsks:
    """Answers them.

    Parameters
    ----------
    desk : CalibrationDesk
    status : callable
        The answer of an ask that changes what is under way.
    """

    def __init__(self, desk: CalibrationDesk, status: Callable[[Ask], Ask]) -> None:
        self._desk = desk
        self._status = status
        self.answers: Mapping[str, Callable[[Ask], Ask]] = {
            "calibrate_instruments": self._instruments,
            "calibrate_methods": self._methods,
            "calibrate_instrument": self._instrument,
            "calibrate_begin": self._begin,
            "calibrate_event": self._event,
            "calibrate_result": self._result,
            "calibrate_issue": self._issue,
            "calibrate_abandon": self._abandon,
            "calibrate_leave": self._leave,
            "calibrate_unfinished": self._unfinished,
            "calibrate_resume": self._resume,
            "calibrate_register": self._register,
            "calibrate_example": self._example,
            "calibrate_add": self._add,
            "certificates": self._certificates,
            "trend": self._trend,
            "trend_csv": self._trend_csv,
        }

    # The register

    def _instruments(self, ask: Ask) -> Ask:
        if not (register_folder(self._desk.data) / DATABASE).is_file():
            return {"instruments": [], "sets": [], "findings": []}
        content = read_register(self._desk.data)
        sets = sorted({h.instrument.set_name for h in content.histories.values()} - {""})
        rows = [_instrument(content, id_, _day(ask)) for id_ in content.histories]
        return {"instruments": rows, "sets": sets, "findings": [asdict(finding) for finding in content.findings]}

    def _instrument(self, ask: Ask) -> Ask:
        content = read_register(self._desk.data)
        history = content.history(ask["instrument"])
        entries = [
            {
                "row": entry.seq,
                "utc": entry.utc.isoformat(),
                "who": entry.who,
                "kind": entry.kind,
                "event": {k: v for k, v in plain(entry.event).items() if k not in ("document", "instrument")},
            }
            for entry in history.entries
        ]
        return {
            "instrument": _instrument(content, ask["instrument"], _day(ask)),
            "history": entries,
            "certificates": self._certificates_of(history),
        }

    def _methods(self, ask: Ask) -> Ask:
        kind = read_register(self._desk.data).history(ask["instrument"]).instrument.kind
        own = [method_of(kind)] if kind in CALIBRATED else []
        daily = [method_of("daily_check")] if kind in CHECKED_DAILY else []
        return {"methods": [method_view(method) for method in (*own, *daily)]}

    def _register(self, ask: Ask) -> Ask:
        actor = checked_actor(ask["actor"])
        event = _entry(ask["event"], place=str(ask["instrument"]))
        with Register.open(self._desk.data) as register:
            register.record([(ask["instrument"], event)], who=actor.who, utc=_utc())
            return {"instrument": _instrument(register.content, ask["instrument"], _day(ask))}

    def _example(self, ask: Ask) -> Ask:
        return {"text": example(ask["name"])}

    def _add(self, ask: Ask) -> Ask:
        actor, document = checked_actor(ask["actor"]), load_set(ask["text"], place="new instruments")
        data, site = self._desk.data, str(ask.get("site") or "")
        if (register_folder(data) / DATABASE).exists() or not site:
            opened = Register.open(data)
        else:
            opened = Register.create(data, site=site, who=actor.who, utc=_utc())
        with opened as register:
            register.add(document.members(), who=actor.who, utc=_utc(), more=document.certificates())
        return {"instruments": [one.id for one in document.members()]}

    def _certificates(self, ask: Ask) -> Ask:
        content = read_register(self._desk.data)
        asked = ask.get("instrument")
        histories = [content.history(asked)] if asked else list(content.histories.values())
        return {"certificates": [row for history in histories for row in self._certificates_of(history)]}

    def _certificates_of(self, history: History) -> list[Ask]:
        return [_certificate(self._desk.data, history, event) for event in history.calibrations]

    def _trend(self, ask: Ask) -> Ask:
        return {"trend": drift_view(read_register(self._desk.data).history(ask["instrument"]))}

    def _trend_csv(self, ask: Ask) -> Ask:
        return {"csv": drift_csv(read_register(self._desk.data).history(ask["instrument"]))}

    # What is under way

    def _begin(self, ask: Ask) -> Ask:
        kind = ask.get("method") or None
        if kind is not None and kind not in get_args(MethodKind):
            allowed = ", ".join(get_args(MethodKind))
            raise refused(
                "calibration.method", "method", f"There is no method {kind!r}.", f"There are: {allowed}."
            )
        actor = checked_actor(ask["actor"])
        given = {name: ask[name] for name in _SETUP if ask.get(name) is not None}
        self._desk.begin(
            ask["instrument"],
            kind=kind,
            device=ask.get("device") or "",
            operator=Operator(who=actor.who, role=actor.role),
            condition=str(ask.get("condition") or ""),
            setup=checked(given, Setup, place="set-up"),
            settings=[checked(one, GivenSetting, place="settings") for one in ask.get("settings") or ()],
        )
        return self._status(ask)

    def _event(self, ask: Ask) -> Ask:
        fields = dict(ask["event"])
        self._desk.watch()
        self._desk.enter(str(fields.pop("kind")), fields, who=checked_actor(ask["actor"]).who)
        return self._status(ask)

    def _result(self, ask: Ask) -> Ask:
        return {"result": result_view(self._desk)}

    def _issue(self, ask: Ask) -> Ask:
        run, actor = self._desk.run, checked_actor(ask["actor"])
        if run is not None and run.opening.method.kind == "daily_check":
            signal = self._desk.enter_check(who=actor.who).signal
            return {**self._status(ask), "signal": signal}
        issued = self._desk.issue(name=ask["name"], role=ask["role"], place=str(ask.get("place") or ""))
        number = issued.certificate.number
        stem = certificate_folder(self._desk.data, number) / number
        return {
            **self._status(ask),
            "certificate": number,
            "pdf": f"{stem}.pdf",
            "json": f"{stem}.json",
            "findings": [asdict(finding) for finding in issued.findings],
        }

    def _abandon(self, ask: Ask) -> Ask:
        self._desk.abandon(str(ask.get("reason") or ""), who=checked_actor(ask["actor"]).who)
        return self._status(ask)

    def _leave(self, ask: Ask) -> Ask:
        self._desk.leave()
        return self._status(ask)

    def _unfinished(self, ask: Ask) -> Ask:
        rows = [asdict(one) for one in unfinished_runs(self._desk.data)]
        return {"unfinished": [{**row, "folder": str(row["folder"])} for row in rows]}

    def _resume(self, ask: Ask) -> Ask:
        self._desk.resume(Path(ask["folder"]), device=ask.get("device") or "")
        return self._status(ask)


def _instrument(content: RegisterContent, id_: str, on: datetime.date) -> Ask:
    (row,) = snapshot(content, [id_], on)
    history = content.history(id_)
    one = history.instrument
    known = {name: value for name, value in row.items() if name != "certificate_json"}
    return {
        **known,
        "nominal_gf": one.nominal_gf,
        "nominal_log_units": one.nominal_log_units,
        "nominal_mass_g": one.nominal_mass_g,
        "owner": one.owner,
        "tip": one.tip,
        "material": one.material,
        "source": one.source,
        "uses": history.uses,
        "last_rest": history.last_rest.isoformat() if history.last_rest else None,
        "due_rule": plain(history.due),
    }


def _certificate(data: Path, history: History, event: Calibrated) -> Ask:
    stem = certificate_folder(data, event.certificate) / event.certificate
    pdf, document = Path(f"{stem}.pdf"), Path(f"{stem}.json")
    try:
        same = pdf.is_file() and document.read_bytes() == event.document.encode()
    except OSError:
        same = False
    return {
        "number": event.certificate,
        "instrument": history.instrument.id,
        "date": event.date.isoformat(),
        "verdict": event.verdict,
        "measured_mn": event.measured_mn,
        "expanded_mn": event.expanded_mn,
        "coverage_factor": event.coverage_factor,
        "pdf": str(pdf),
        "json": str(document),
        "files_ok": same,
    }


def _entry(given: Mapping[str, Any], *, place: str) -> Event:
    fields = {name: value for name, value in given.items() if name != "kind"}
    kind = str(given.get("kind"))
    if kind == "due_rule":
        return DueRuleSet(due=checked(fields, DueRule, place=place))
    if kind in _ENTRIES:
        return checked(fields, _ENTRIES[kind], place=place)
    allowed = ", ".join([*_ENTRIES, "due_rule"])
    raise refused("calibration.entry", place, f"There is no entry {kind!r}.", f"There are: {allowed}.")


def _day(ask: Ask) -> datetime.date:
    return datetime.date.fromisoformat(ask["on"]) if ask.get("on") else datetime.date.today()


def _utc() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
