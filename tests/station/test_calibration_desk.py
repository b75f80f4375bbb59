"""Calibrations on a simulated balance, from bytes to a certificate."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from drivers.simulated.behaviour import Behaviour
from qst_station.calibrating.issuing import certificate_of
from qst_station.calibrating.register import read_register
from qst_station.calibrating.run import runs_folder
from qst_station.calibrating.run_opening import GivenSetting, Setup
from qst_station.calibrating.snapshot import snapshot
from qst_station.findings import Refused
from qst_station.recording.journal_copy import read_journal
from qst_station.session.events import Actor
from qst_station.station.opening import VisitRequest
from tests.station.weighing_bench import (
    ALGOMETER,
    CHECK_G,
    HAIR,
    PINPRICK,
    ROOM,
    TAPE,
    WHO,
    S,
    reference,
    refused_code,
    replayed_state,
    weighing_bench,
)


def test_a_hair_is_calibrated_from_bytes_to_a_signed_certificate(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.whole_round(7.8)
        assert bench.refusals() == [""] * 9
        result = bench.run.result()
        assert result.measured_force_mn is not None and result.measured_force_mn.expanded is not None
        assert abs(result.measured_force_mn.value - 7.8) <= result.measured_force_mn.expanded
        assert replayed_state(bench) == bench.run.state
        presses = [kept.reading for kept in bench.run.state.readings if kept.task.key == "press"]
        assert all(press.stable and len(press.trace) > 20 for press in presses)
        issued = bench.desk.issue(name="Ada Example", role="calibrator", place="INCA site 1")
        assert issued.findings == ()
        assert bench.view["issued"] == issued.certificate.number
    content = read_register(tmp_path)
    (row,) = snapshot(content, [HAIR.id], content.histories[HAIR.id].calibrations[0].date)
    assert row["state"] == "valid" and abs(row["measured_mn"] - 7.8) <= row["expanded_mn"]
    document = certificate_of(content, issued.certificate.number).content
    copy = read_journal(next(runs_folder(tmp_path).iterdir()))
    assert copy.closed and copy.findings == ()
    assert document["work"]["record"]["sha256"] in {row.hash.hex() for row in copy.rows}
    assert document["work"]["device"]["gauge"] == "mt-sics"
    assert {s["name"] for s in document["work"]["settings"]} >= {
        "press_begins",
        "plateau_band",
        "plateau_shortest",
    }


@pytest.mark.parametrize("gauge", ["mt-sics", "sartorius-sbi", "and-standard", "ohaus", "kern"])
def test_every_balance_shows_the_presses_of_a_hair(gauge: str, tmp_path: Path) -> None:
    with weighing_bench(tmp_path, gauge=gauge) as bench:
        bench.begin()
        bench.prepare()
        bench.put(CHECK_G, settle_s=3.0)
        bench.enter("take")
        bench.put(0.0, settle_s=3.0)
        bench.enter("take")
        bench.press(7.8, held_s=4.0)
        (press,) = (kept for kept in bench.run.state.readings if kept.task.key == "press")
        assert press.refused is None
        assert press.reading.value == pytest.approx(0.7954, abs=1e-3)


def test_a_pinprick_is_weighed_and_lowered(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        given_settings = [
            GivenSetting(name=name, value=value, set_by="Sponsor", set_on="2026-01-01")
            for name, value in (("readings", 3.0), ("readings_minimum", 3.0), ("lowerings", 2.0), ("rest", 0.0))
        ]
        bench.begin(PINPRICK.id, settings=given_settings)
        bench.until_presses()
        while bench.due in ("weigh", "lower"):
            bench.press(8.02)
        bench.weigh(0.0)
        bench.enter("inspect", yes=True)
        bench.weigh(CHECK_G)
        bench.enter("finish")
        force = bench.run.result().measured_force_mn
        assert force is not None and force.expanded is not None and abs(force.value - 8.02) <= force.expanded
        assert bench.run.decision().verdict == "not_stated"  # nobody has set a tolerance
        bench.desk.issue(name="Ada", role="calibrator", place="")


def test_values_can_be_typed_where_there_is_no_device(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        setup = Setup(division=1.0)
        bench.begin(TAPE.id, device="", setup=setup, settings=())
        assert bench.due == "conditions"
        bench.enter("conditions", **ROOM)
        rule = reference("balance", role="rule", id="R-1", unit="mm", expanded=0.1)
        bench.enter("reference", **rule)
        while bench.due == "measure":
            assert bench.view["do"]["input"] == "type"
            task = bench.run.due.task
            assert task is not None and task.load is not None
            bench.enter("typed", value=task.load + 0.4, unit="mm")
        bench.enter("finish")
        assert bench.run.result().quantity("largest error").value == pytest.approx(0.4)


def test_before_and_after_an_adjustment(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.whole_round(6.6)
        assert bench.run.decision().verdict == "fail"
        bench.enter("adjusted", text="hair exchanged in its holder")
        (row,) = snapshot(read_register(tmp_path), [HAIR.id], datetime.date.fromisoformat(bench.view["date"]))
        assert row["state"] == "unchecked"
        bench.weigh(CHECK_G)
        bench.weigh(0.0)
        while bench.due == "press":
            bench.press(8.0)
        bench.close_round()
        before = bench.run.before()
        assert before is not None and before.quantity("force").value == pytest.approx(6.6, rel=0.01)
        number = bench.desk.issue(name="Ada", role="calibrator", place="").certificate.number
    content = certificate_of(read_register(tmp_path), number).content
    assert content["conformity"]["verdict"] == "pass"
    assert next(q for q in content["before_adjustment"] if q["name"] == "force")["value"] < 6.7


def test_an_algometer_is_loaded_and_its_user_presses_a_ramp(tmp_path: Path) -> None:
    gauge = Behaviour(capacity_n=500.0, decimals_n=2)
    with weighing_bench(tmp_path, gauge="mark10", behaviour=gauge) as bench:
        given_settings = [
            GivenSetting(name=name, value=value, set_by="Sponsor", set_on="2026-01-01")
            for name, value in (("loads_minimum", 2.0), ("series", 2.0), ("diameter_readings", 2.0))
        ]
        setup = Setup(division=0.01, loads=(500.0, 5000.0), load_unit="g", round_probe=True)
        bench.begin(ALGOMETER.id, setup=setup, settings=given_settings)
        bench.enter("conditions", **ROOM)
        bench.enter("reference", **reference("balance", role="loads", unit="1", expanded=1e-4, division=0.0))
        bench.enter("reference", **reference("balance", role="calliper", unit="mm", expanded=0.02, division=0.01))
        while bench.due in ("zero", "load"):
            task = bench.run.due.task
            bench.weigh(task.load if task is not None and task.load is not None else 0.0)
        while bench.due == "diameter":
            bench.enter("typed", value=11.28, unit="mm")
        assert bench.view["do"]["input"] == "press"
        bench.put(0.0)
        bench.pan.put(bench.clock.now_ns(), 20.0, taking_ns=4 * 10**9)  # 50 kPa/s on 1 cm2
        bench.wait(4.5)
        bench.put(0.0)
        bench.enter("finish")
        result = bench.run.result()
        assert result.quantity("loading rate").value == pytest.approx(50.0, rel=0.02)
        assert result.scale is not None
        assert result.scale.force_mn(10.0, "N") == pytest.approx(10_000.0, rel=1e-3)
        assert bench.desk.issue(name="Ada", role="calibrator", place="").findings == ()


def test_enough_presses_are_enough_and_the_certificate_says_how_many(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin(settings=[])
        bench.until_presses()
        for _ in range(4):
            bench.press(7.8)
        assert refused_code(bench.enter, "enough") == "calibration.too_few"
        bench.press(7.8)
        assert (bench.view["do"]["least"], bench.view["do"]["of"]) == (5, 10)
        bench.rest()
        bench.pan.put(bench.clock.now_ns(), 7.8e-3, taking_ns=S)
        bench.wait(2.0)
        assert refused_code(bench.enter, "enough") == "calibration.not_now"  # the press would be lost
        bench.pan.put(bench.clock.now_ns(), 0.0)
        bench.wait(1.0)
        bench.enter("enough")
        assert (bench.due, bench.view["do"]["least"]) == ("zero", 0)
        assert replayed_state(bench) == bench.run.state
        bench.close_round()
        issued = bench.desk.issue(name="Ada", role="calibrator", place="site")
        remarks = [remark["happened"] for remark in issued.certificate.content["findings"]]
        assert "6 of 10 readings were taken; the method asks for 5 or more." in remarks


def test_presses_of_a_calibration_count_as_uses(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.whole_round(7.8)
        bench.desk.issue(name="Ada", role="calibrator", place="site")
        assert read_register(tmp_path).history(HAIR.id).uses == 5
        bench.desk.leave()
        bench.begin()
        bench.until_presses()
        bench.press(7.8, held_s=0.0)  # refused, and bent all the same
        bench.press(7.8)
        bench.desk.abandon("interrupted", who=WHO.who)
        assert read_register(tmp_path).history(HAIR.id).uses_since_rest == 7
        bench.begin(TAPE.id, device="", setup=Setup(reading_unit="mm", division=1.0))
        bench.desk.abandon("no rule at hand", who=WHO.who)
        assert read_register(tmp_path).history(TAPE.id).uses == 0


def test_a_run_of_a_retired_hair_can_be_abandoned(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(7.8)
        bench.ask("calibrate_register", instrument=HAIR.id, event={"kind": "retired", "reason": "broke"})
        bench.desk.abandon("hair broke", who=WHO.who)
        assert bench.desk.run is None and bench.desk.take_findings() == ()
        assert read_register(tmp_path).history(HAIR.id).uses == 0


def test_neither_a_visit_nor_a_calibration_begins_beside_the_other(tmp_path: Path) -> None:
    wanted = VisitRequest(
        participant_id="P-0123", visit="day-0", affected_side="right", limb="upper", kind="practice"
    )
    nurse = Actor(who="AB", role="examiner")
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        with pytest.raises(Refused) as no:
            bench.engine.open_visit(wanted, nurse)
        assert (no.value.finding.code, no.value.finding.place) == ("visit.calibration", HAIR.id)
        assert refused_code(bench.engine.resume_visit, tmp_path / "journals" / "x", nurse) == "visit.calibration"
        folder = bench.run.folder
        bench.desk.leave()
        bench.engine.open_visit(wanted, nurse)
        assert refused_code(bench.begin, PINPRICK.id) == "calibration.visit"
        assert refused_code(bench.desk.resume, folder, device="balance") == "calibration.visit"
