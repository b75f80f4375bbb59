"""No stimulus of unknown force: the gate, who may open it, measured thresholds, certificates in old sessions."""

from __future__ import annotations

import datetime
import json
import math
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qst_station.acquisition.device import Device
from qst_station.calibrating.entries import Overridden, Used
from qst_station.calibrating.instruments import DueRule, Instrument
from qst_station.calibrating.issuing import issue
from qst_station.calibrating.register import Register, read_register
from qst_station.findings import Refused
from qst_station.recording.content import Dataset
from qst_station.recording.journal import read_journal
from qst_station.recording.sealed import read_sealed
from qst_station.session.events import Actor
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.stage import VirtualStage, virtual_engine
from qst_station.station.engine import Engine
from qst_station.station.opening import battery_documents
from qst_station.station.record import replay_rows, tables
from qst_station.station.verifying import verify
from qst_station.station.view import view
from qst_station.station.visit import Answered
from tests.calibrating.example_content import hair_content
from tests.made_once import made_once

EXAMINER = Actor(who="EX", role="examiner")
MEASURED = 0.95  # of the nominal force, by the certificates of these tests
U, K = 0.04, 2.0  # relative


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _forces(test: str) -> list[float]:
    return [s.nominal_force_mn or 0.0 for s in battery_documents().tests[test].machine.stimuli]  # type: ignore[union-attr]


def _set(kind: str, forces: list[float], *, expired: tuple[float, ...] = ()) -> list[Instrument]:
    return [
        Instrument(
            id=f"{kind}-A-{force:g}",
            kind=kind,  # type: ignore[arg-type]
            model="M",
            serial="L1",
            owner="site",
            nominal_mn=force,
            set_name=f"{kind}-A",
            slot=slot,
            due=DueRule(recalibrate_after_days=1 if force in expired else 365, set_by="sponsor"),
        )
        for slot, force in enumerate(forces, start=1)
    ]


def _certify(register: Register, instrument: Instrument, share: float = MEASURED, days_ago: int = 5) -> str:
    """A certificate of some days ago that says how hard it presses."""
    assert instrument.nominal_mn is not None
    force = share * instrument.nominal_mn
    day = (_now() - datetime.timedelta(days=days_ago)).astimezone().date()

    def content(number: str) -> dict[str, Any]:
        given = hair_content(number, instrument_id=instrument.id)
        row = {"name": "force", "value": force, "unit": "mN", "expanded": U * force, "coverage_factor": K}
        work = {**given["work"], "date_calibration": day.isoformat()}
        results = [{**row, "text": f"{force:.4g}"}]
        return {**given, "kind": instrument.kind, "work": work, "results": results}

    issued = issue(register, content, instrument_id=instrument.id, meaning="calibrated", utc=_now())
    return issued.certificate.number


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station whose hairs and pinpricks are calibrated, but for the pinprick of 64 mN, which has expired."""
    return made_once(tmp_path_factory, "calibrated-station", _calibrate) / "data"


def _calibrate(made: Path) -> None:
    wanted = [*_set("hair", _forces("MDT")), *_set("pinprick", _forces("MPT"), expired=(64.0,))]
    with Register.create(made / "data", site="T", who="EX", utc=_now()) as register:
        register.add(wanted, who="EX", utc=_now())
        for instrument in wanted:
            _certify(register, instrument)


@pytest.fixture
def data(station: Path, tmp_path: Path) -> Path:
    """A copy of the station for one test."""
    return Path(shutil.copytree(station, tmp_path / "data"))


class Bedside:
    """An engine with an open real visit, and somebody who gives orders."""

    def __init__(self, engine: Engine, stage: VirtualStage) -> None:
        self.engine, self.stage = engine, stage

    def do(self, name: str, **args: Any) -> Answered:
        answers: list[Answered] = []
        self.engine.command(name, args, EXAMINER, "key", answers.append)
        self.engine.turn()
        if not answers:
            self.stage.wait(40_000_000)
        return answers[0]

    def start(self, key: str) -> None:
        assert self.engine.visit is not None
        if self.engine.visit.state.checked is None:
            assert self.do("checked", reason="of no account here").finding is None
        index = next(i for i, step in enumerate(self.engine.visit.plan.steps) if step.key == key)
        assert self.do("start", step=index, reason="only this test").finding is None

    @property
    def shown(self) -> dict[str, Any]:
        assert self.engine.visit is not None
        return view(self.engine.visit.plan, self.engine.visit.state)

    def why(self, test: str, role: str) -> str:
        """Why a step stands as the rail shows it."""
        return next(str(s["why"]) for s in self.shown["rail"] if (s["test"], s["site_role"]) == (test, role))

    def answer_all(self, limit_mn: float) -> None:
        """Answer by a participant who feels everything from a force on, until the test is done or blocked."""
        while self.shown["status"] == "running" and not self.shown["blocked"]:
            self.do("answer", yes=float(self.shown["stimulus"]["label"]) >= limit_mn)

    def close(self) -> Path:
        assert self.do("finish", reason="end of this test").seq is not None
        self.engine.seal()
        sealing = self.engine.wait_for_seal()
        assert sealing.state == "done" and sealing.path is not None
        return sealing.path


@contextmanager
def bedside(data: Path, **request: Any) -> Iterator[Bedside]:
    with virtual_engine(data, seed=1) as (engine, stage, _):
        for name in list(engine.devices):
            engine.detach(name)
        engine.open_visit(replace(demo_request(1), kind="real", participant_id="P-0123", **request), EXAMINER)
        yield Bedside(engine, stage)


def test_without_a_register_a_real_visit_applies_nothing_that_nobody_signed_for(tmp_path: Path) -> None:
    with bedside(tmp_path) as at:
        at.start("MDT@control")
        assert at.shown["blocked"]["instrument"] == "hair 16 mN"
        refused = at.do("begin").finding
        assert refused is not None and "no certificate on record" in refused.happened
        assert at.why("MDT", "affected").startswith("12 instruments must not be used, among them hair 16")
        override = {"scope": "test", "reason": "set is at the laboratory", "signed_by": "Dr A"}
        denied = at.do("override", role="examiner", **override).finding
        assert denied is not None and "investigator, calibrator" in denied.happened
        short = at.do("override", role="investigator", **{**override, "reason": "x"}).finding
        assert short is not None and "reason of at least" in short.happened
        assert at.do("override", role="investigator", **override).seq is not None
        assert at.do("begin").seq is not None
        at.answer_all(4.0)
        assert at.shown["status"] == "done"
        path = at.close()
    summary = read_sealed(path).summary
    assert {entry["signed_by"] for entry in summary["overrides"]} == {"Dr A"}
    assert verify(path) == []
    trials = _table(path, "trials")
    assert trials and all("override:hair_" in row["flags"] for row in trials)
    mdt = _parameter(path, "MDT")
    assert mdt["value"] > 0 and math.isnan(mdt["measured_value"]) and "no measured force" in mdt["measured_reason"]


def test_thresholds_stand_side_by_side_on_nominal_and_on_measured_forces(data: Path) -> None:
    with bedside(data) as at:
        at.start("MDT@control")
        at.do("begin")
        at.answer_all(4.0)
        assert at.shown["status"] == "done"
        path = at.close()
    mdt = _parameter(path, "MDT")
    assert mdt["measured_value"] == pytest.approx(MEASURED * mdt["value"])
    assert 0.0 < mdt["measured_expanded"] <= U * mdt["measured_value"] * 2.0 / K * (1 + 1e-9)
    row = _table(path, "trials")[0]
    assert row["instrument"] == "hair-A-16" and row["certificate"].startswith("T-")
    assert row["measured_force_mn"] == pytest.approx(MEASURED * row["nominal_force_mn"])
    assert "override" not in row["flags"]
    register = read_register(data)
    used = sum(e.event.times for e in register.entries if isinstance(e.event, Used))
    assert used == len(_table(path, "trials"))


def test_a_visit_that_is_sealed_from_the_list_tells_the_register_once(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bedside(data) as at:
        at.start("MDT@control")
        at.do("begin")
        at.answer_all(10.0)
        assert at.engine.visit is not None
        journal = at.engine.visit.journal.folder
        trials = len(at.engine.visit.state.trials)
    monkeypatch.setattr("qst_station.station.seals.Seals._start", lambda *_: None)
    for _ in range(2):  # the second time as where the sealing has failed, or its engine has gone
        with virtual_engine(data, seed=1) as (engine, _, _):
            engine.seal_interrupted(journal)
        used = [e.event for e in read_register(data).entries if isinstance(e.event, Used)]
        assert sum(event.times for event in used) == trials
        assert {event.session_uuid for event in used} == {journal.name}


def test_an_expired_pinprick_cannot_be_applied_and_an_override_marks_every_trial_it_touched(data: Path) -> None:
    with bedside(data) as at:
        at.start("MPT@control")
        at.do("begin")
        at.answer_all(100.0)
        blocked = at.shown["blocked"]
        assert blocked["instrument"] == "pinprick-A-64" and "held until" in blocked["why"]
        assert blocked["remedy"] == "Calibrate it."
        assert at.why("MPT", "affected").startswith("pinprick-A-64 must not be used: ")  # not its first
        refused = at.do("begin").finding
        assert refused is not None and "pinprick-A-64 must not be used" in refused.happened
        trials = len(at.engine.visit.state.trials)  # type: ignore[union-attr]
        assert at.do("answer", yes=False).finding is not None
        assert len(at.engine.visit.state.trials) == trials  # type: ignore[union-attr]
        signed = {"scope": "stimulus", "reason": "new set arrives tomorrow", "signed_by": "Dr A"}
        assert at.do("override", role="calibrator", **signed).seq is not None
        at.answer_all(100.0)
        assert at.shown["status"] == "done"
        path = at.close()
    for row in _table(path, "trials"):
        assert ("override:pinprick-A-64" in row["flags"]) == (row["nominal_force_mn"] == 64.0)
    entries = [e for e in read_register(data).entries if isinstance(e.event, Overridden)]
    assert [e.instrument_id for e in entries] == ["pinprick-A-64"]
    assert verify(path) == []


def test_a_practice_visit_records_the_instruments_and_has_no_gate(data: Path) -> None:
    with bedside(data, pinprick_set="pinprick-A") as at:
        pass
    with virtual_engine(data, seed=1) as (engine, stage, _):
        engine.open_visit(replace(demo_request(1), kind="practice"), EXAMINER)
        at = Bedside(engine, stage)
        at.start("MPT@control")
        at.do("begin")
        at.answer_all(100.0)
        assert at.shown["status"] == "done"
        trial = engine.visit.state.trials[0]  # type: ignore[union-attr]
        assert trial.instrument.startswith("pinprick-A-")


def test_two_sets_of_a_kind_must_be_told_apart(data: Path) -> None:
    other = [replace(one, id=f"B-{one.id}", set_name="hair-B") for one in _set("hair", _forces("MDT"))]
    with Register.open(data) as register:
        register.add(other, who="EX", utc=_now())
    with pytest.raises(Refused, match="hair-A, hair-B"), bedside(data):
        pass
    with bedside(data, hair_set="hair-B") as at:
        at.start("MDT@control")
        assert at.shown["blocked"]["instrument"] == "B-hair-A-16"


def test_a_new_certificate_changes_no_old_session(data: Path) -> None:
    with bedside(data) as at:
        at.start("MDT@control")
        at.do("begin")
        at.answer_all(4.0)
        path = at.close()
    before = _parameter(path, "MDT")
    with Register.open(data) as register:
        _certify(register, _set("hair", [4.0])[0], share=1.3, days_ago=0)
    assert verify(path) == []
    assert _parameter(path, "MDT") == before


def test_a_force_that_is_not_that_of_its_certificate_is_found(data: Path) -> None:
    with bedside(data) as at:
        assert at.engine.visit is not None
        opening = json.loads(json.dumps(at.engine.visit.plan.opening))
    from qst_station.station.verifying_certificates import check_certificates

    journal = next((data / "journals").iterdir())
    rows = read_journal(journal).rows
    piece = opening["instruments"]["pieces"][0]
    name = f"certificates/{piece['certificate']}.json"
    for spoil, place in (
        (lambda o: o["instruments"]["pieces"][0].update(measured_mn=1.0), "measured_mn"),
        (lambda o: o["inputs"].pop(name), "not in the file"),
        (lambda o: o["inputs"].update({name: o["inputs"][name].replace("LOT 12", "LOT 13")}), name),
    ):
        spoilt = json.loads(json.dumps(opening))
        spoil(spoilt)
        replayed = replay_rows((replace(rows[0], body=json.dumps(spoilt).encode()),), place="journal")
        found = check_certificates(journal, replayed)
        assert len(found) == 1 and place in found[0].place, found
    assert check_certificates(journal, replay_rows(rows, place="journal")) == []


def test_a_registered_gauge_reads_on_the_scale_of_its_certificate(data: Path) -> None:
    gauge = Instrument(id="ALG-1", kind="force_gauge", model="M5", serial="9", owner="site")
    day = _now().astimezone().date()
    with Register.open(data) as register:
        register.add([gauge], who="EX", utc=_now())

        def content(number: str) -> dict[str, Any]:
            given = hair_content(number, instrument_id="ALG-1")
            scale = {"compression_sign": 1, "gain": 1.02, "zero_mn": 5.0, "certificate": ""}
            work = {**given["work"], "date_calibration": day.isoformat()}
            return {**given, "kind": "force_gauge", "scale": scale, "work": work}

        number = issue(
            register, content, instrument_id="ALG-1", meaning="calibrated", utc=_now()
        ).certificate.number
    with virtual_engine(data, seed=1) as (engine, stage, _):
        engine.detach("algometer")
        unknown = Device(name="algometer", gauge="mark10", url="x", tests=("PPT",), instrument="ALG-9", options={})
        with pytest.raises(Refused):
            engine.attach(unknown)
        assert "algometer" not in engine.devices
        engine.attach(replace(unknown, instrument="ALG-1"))
        scale = engine.devices["algometer"].scale
        assert (scale.gain, scale.zero_mn, scale.certificate) == (1.02, 5.0, number)
        engine.open_visit(replace(demo_request(1), kind="real", participant_id="P-0123"), EXAMINER)
        at = Bedside(engine, stage)
        at.start("PPT@control")
        assert at.shown["blocked"] is None
        assert engine.visit is not None
        assert f"certificates/{number}.json" in engine.visit.plan.opening["inputs"]


def _table(path: Path, name: str) -> list[dict[str, Any]]:
    dataset: Dataset = next(d for d in read_sealed(path).datasets if d.path == name)
    names = dataset.array.dtype.names or ()
    return [
        {n: row[n].decode() if isinstance(row[n], bytes) else row[n].item() for n in names}
        for row in dataset.array
    ]


def _parameter(path: Path, name: str) -> dict[str, Any]:
    rows = replay_rows(read_sealed(path).rows, place=str(path))
    found = tables(rows.plan, rows.state)["parameters"]
    return next(row for row in found if row["parameter"] == name and row["site_role"] == "control")
