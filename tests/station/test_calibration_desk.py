"""Calibrations on a simulated balance: from bytes to a certificate, and every way in which they go wrong."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drivers.simulated.behaviour import Behaviour
from qst_station.calibrating.issuing import certificate_of
from qst_station.calibrating.register import Register, read_register
from qst_station.calibrating.run import CalibrationRun, replay, runs_folder
from qst_station.calibrating.run_opening import GivenSetting, Setup
from qst_station.calibrating.snapshot import snapshot
from qst_station.calibrating.unfinished import unfinished_runs
from qst_station.findings import Refused
from qst_station.recording.journal import Journal, JournalFailed
from qst_station.recording.journal_copy import read_journal
from qst_station.recording.journal_findings import disk_full
from qst_station.session.events import Actor
from qst_station.station.calibration_view import calibration_view
from qst_station.station.opening import VisitRequest
from tests.station.weighing_bench import (
    ALGOMETER,
    BALANCE,
    CHECK_G,
    HAIR,
    NYLON,
    PINPRICK,
    ROOM,
    TAPE,
    WHO,
    S,
    WeighingBench,
    reference,
    weighing_bench,
)


def replayed_state(bench: WeighingBench) -> object:
    return replay(read_journal(bench.run.folder).rows, place="test").state


def refused_code(ask: object, *given: object, **named: object) -> str:
    assert callable(ask)
    with pytest.raises(Refused) as refused:
        ask(*given, **named)
    return refused.value.finding.code


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


# Bad input: each named, nothing stored as valid, all readings kept.


def test_an_unstable_reading(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(7.8, held_s=0.1)  # let go before anything was held
        assert bench.refusals()[-1] == "reading.unstable"
        assert bench.run.state.readings[-1].reading.trace
        bench.put(CHECK_G, settle_s=0.3)
        assert refused_code(bench.enter, "take") == "calibration.not_now"


def test_a_check_that_has_not_settled(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.prepare()
        bench.put(CHECK_G, settle_s=0.2)
        bench.enter("take")
        assert bench.refusals() == ["reading.unstable"]
    with weighing_bench(tmp_path, gauge="sartorius-sbi") as bench:
        bench.begin(NYLON.id)
        bench.prepare()
        bench.put(CHECK_G, settle_s=0.4)  # this balance shows no number until it has settled
        assert refused_code(bench.enter, "take") == "calibration.no_reading"
        assert [stray.due for stray in bench.run.strays] == ["check"]


def test_an_overloaded_balance(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(3000.0)
        assert bench.refusals()[-1] == "reading.overloaded"


def test_a_balance_in_another_unit(tmp_path: Path) -> None:
    with weighing_bench(tmp_path, faults="unit@20s") as bench:
        bench.begin()
        bench.until_presses()
        bench.wait(20.0)
        bench.press(7.8, held_s=2.0)
        kept = bench.run.state.readings[-1]
        assert kept.refused is not None and kept.refused.code == "reading.unit"
        assert (kept.reading.unit, kept.reading.value) == ("kg", pytest.approx(0.000795, abs=2e-6))


def test_a_balance_that_was_tared_in_between(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        for _ in range(5):
            bench.press(7.8)
        bench.put(0.3)  # a shred on the pan
        bench.enter("take")
        assert bench.refusals()[-1] == "reading.zero_shifted"
        assert not bench.run.state.valid("press")
        assert len(bench.view["readings"]) == 8 and bench.due == "press"


def test_the_wrong_hair(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(16.0)
        assert bench.refusals()[-1] == "reading.does_not_fit"
        bench.enter("identified", text="marked 8, looked at twice")
        bench.press(16.0)
        assert bench.refusals()[-1] == ""


def test_too_few_readings(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(7.8)
        assert refused_code(bench.enter, "finish") == "calibration.too_few"
        assert refused_code(bench.desk.issue, name="Ada", role="calibrator", place="") == (
            "calibration.unfinished_round"
        )
        assert not read_register(tmp_path).certificates
        assert len(bench.run.state.valid("press")) == 1


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


def test_loads_out_of_order(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        given_settings = [GivenSetting(name="loads_minimum", value=2.0, set_by="Sponsor", set_on="2026-01-01")]
        balance = {"loads": (1.0, 10.0), "division": 1e-4}
        bench.begin(BALANCE.id, setup=Setup(**balance), settings=given_settings)
        bench.enter("conditions", **ROOM)
        bench.enter("reference", **reference("check_mass", role="loads", expanded=0.0001, nominal=0.0))
        bench.weigh(0.0)
        bench.put(10.0)
        bench.enter("take", load=10.0)
        assert bench.refusals()[-1] == "reading.out_of_order"
        bench.put(1.0)
        bench.enter("take", load=1.0)
        assert bench.refusals() == ["", "reading.out_of_order", ""]


def test_a_reference_past_its_date_and_a_room_outside_the_limits(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin(NYLON.id)
        bench.enter("conditions", temperature_c=21.0, humidity_percent=75.0)
        assert bench.due == "conditions"
        assert bench.view["problems"][-1]["code"] == "conditions.humidity"
        bench.enter("conditions", **ROOM)
        bench.enter("reference", **reference("balance", due="2020-01-01"))
        assert bench.due == "reference"
        assert bench.view["references"][-1]["refused"]["code"] == "reference.past_due"
        bench.put(CHECK_G)
        assert refused_code(bench.enter, "take") == "calibration.not_now"
        assert [stray.reading.value for stray in bench.run.strays] == [CHECK_G]
        assert replay(read_journal(bench.run.folder).rows, place="test").strays == bench.run.strays


def test_a_certificate_that_was_edited(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.whole_round()
        number = bench.desk.issue(name="Ada", role="calibrator", place="").certificate.number
        answer = bench.ask("certificates", instrument=HAIR.id)["certificates"]
        assert [one["files_ok"] for one in answer] == [True]
        path = Path(answer[0]["json"])
        document = json.loads(path.read_text())
        document["content"]["results"][0]["value"] += 0.1
        path.write_text(json.dumps(document))
        assert [one["files_ok"] for one in bench.ask("certificates")["certificates"]] == [False]
        certificate_of(read_register(tmp_path), number)  # the register's own copy is as it was signed


def test_what_cannot_be_entered_changes_nothing(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        assert refused_code(bench.enter, "take") == "calibration.none"
        assert refused_code(bench.begin, "nobody") == "register.unknown"
        assert refused_code(bench.begin, device="scale") == "calibration.device"
        assert refused_code(bench.begin, TAPE.id) == "calibration.device"
        assert refused_code(bench.begin, TAPE.id, device="", settings=()) == "calibration.method"
        bench.begin()
        assert refused_code(bench.begin, NYLON.id) == "calibration.open"
        seq = bench.run.seq
        assert refused_code(bench.enter, "reading", value=1.0) == "calibration.entry"
        assert refused_code(bench.enter, "conditions", temperature_c=21.0) == "document.invalid"
        assert refused_code(bench.enter, "conditions", temperature_c=300.0, humidity_percent=50.0) == (
            "document.invalid"
        )
        assert refused_code(bench.enter, "adjusted", text="bent") == "calibration.not_now"
        assert refused_code(bench.enter, "exclude", number=1, reason="slipped") == "calibration.entry"
        for load in ("one", float("nan"), True):
            assert refused_code(bench.enter, "take", load=load) == "document.invalid"
        assert bench.run.seq == seq


def _acts(bench: WeighingBench, act: str) -> None:
    """One thing that a careless person or a bad cable may do."""
    match act:
        case "put":
            bench.put(CHECK_G, settle_s=0.8)
        case "empty":
            bench.put(0.0, settle_s=0.8)
        case "press":
            bench.press(7.8, held_s=1.0)
        case "dry" | "room":
            bench.enter("conditions", temperature_c=21.0, humidity_percent=20.0 if act == "dry" else 50.0)
        case "balance" | "check_mass":
            bench.enter("reference", **reference(act))
        case "typed":
            bench.enter("typed", value=0.8, unit="g")
        case "exclude":
            bench.enter("exclude", number=3, reason="touched the pan")
        case "unplug":
            bench.lose()
            bench.come_back()
        case _:
            bench.enter(act, **({"text": "sure"} if act in ("identified", "adjusted") else {}))


ACTS = ("put", "empty", "press", "dry", "room", "balance", "check_mass", "typed", "exclude", "unplug")
ENTRIES = ("take", "enough", "finish", "identified", "adjusted")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(ACTS + ENTRIES), max_size=25), ready=st.booleans())
def test_whatever_people_do_nothing_is_lost_and_the_record_replays_to_the_same(
    acts: list[str], ready: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with weighing_bench(tmp_path_factory.mktemp("acts")) as bench:
        bench.begin()
        if ready:
            bench.until_presses()
        for act in acts:
            before, seq = bench.run.state.readings, bench.run.seq
            try:
                _acts(bench, act)
            except Refused as refused:
                assert refused.finding.remedy
            after = bench.run.state.readings
            assert [kept.reading for kept in after][: len(before)] == [kept.reading for kept in before]
            assert bench.run.seq >= seq
        replayed = replay(read_journal(bench.run.folder).rows, place="test")
        assert (replayed.state, replayed.strays) == (bench.run.state, bench.run.strays)
        calibration_view(bench.desk)


# Faults on the wire, and of the process.


def test_a_balance_that_is_unplugged_in_a_press_costs_that_press(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(7.8)
        bench.rest()
        bench.pan.put(bench.clock.now_ns(), 7.8e-3, taking_ns=10**9)
        bench.wait(2.0)
        assert bench.view["pressing"] is not None
        bench.lose()
        assert bench.view["pressing"] is None and bench.view["device_state"] == "lost"
        assert refused_code(bench.enter, "take") == "calibration.no_reading"
        (cut,) = bench.run.strays
        assert cut.reading.stable is False and len(cut.reading.trace) > 5
        bench.pan.put(bench.clock.now_ns(), 0.0)
        bench.come_back()
        bench.wait(2.0)
        bench.press(7.8)
        assert bench.refusals() == [""] * 4
        kinds = [row.kind for row in read_journal(bench.run.folder).rows]
        assert kinds.count("news") == 2 and kinds.count("stray") == 1


def test_a_calibration_goes_on_after_any_row(tmp_path: Path) -> None:
    """The record is copied after each row, as a killed process would leave it, and resumed from there."""
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.whole_round()
        rows = read_journal(bench.run.folder).rows
        want = bench.run.state
    for cut in range(1, len(rows)):
        data = tmp_path / f"cut-{cut}"
        folder = runs_folder(data) / "run"
        with Journal.create(folder, rows[0].kind, rows[0].body, ballast_bytes=0) as journal:
            if cut > 1:
                journal.append([(row.kind, row.body) for row in rows[1:cut]])
        replayed = replay(read_journal(folder).rows, place="cut")
        assert replayed.state.readings == want.readings[: len(replayed.state.readings)]
        assert replayed.ended == ""


def test_a_resumed_calibration_gives_one_certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(7.8)
        bench.press(7.8)
        before = bench.run.state
        folder = bench.run.folder
    with weighing_bench(tmp_path) as bench:
        assert refused_code(bench.begin) == "calibration.interrupted"
        (waiting,) = bench.ask("calibrate_unfinished")["unfinished"]
        assert (waiting["instrument"], waiting["readings"], waiting["why"]) == (HAIR.id, 4, "")
        bench.ask("calibrate_resume", folder=waiting["folder"], device="balance", actor={"who": "EX", "role": "r"})
        assert bench.run.state == before and bench.run.folder == folder
        while bench.due == "press":
            bench.press(7.8)
        bench.close_round()
        with Register.open(tmp_path):  # another process is writing it
            assert refused_code(bench.desk.issue, name="Ada", role="calibrator", place="") == "register.in_use"
        with monkeypatch.context() as patch:  # dies after the entry and before the record says so
            patch.setattr(CalibrationRun, "done", _die)
            with pytest.raises(ConnectionAbortedError):
                bench.desk.issue(name="Ada", role="calibrator", place="")
        (first,) = read_register(tmp_path).certificates
    with weighing_bench(tmp_path) as bench:
        bench.desk.resume(folder, device="")
        assert bench.desk.issue(name="Ada", role="calibrator", place="").certificate.number == first
    assert list(read_register(tmp_path).certificates) == [first]
    assert unfinished_runs(tmp_path) == []


def test_what_the_disk_does_not_take_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(journal: Journal, rows: object) -> None:
        raise JournalFailed(disk_full(journal.folder))

    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        before = bench.run.state
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "append", full)
            bench.press(7.8)
            assert bench.run.state == before
            assert "calibration.not_recorded" in {finding.code for finding in bench.engine.findings}
            assert refused_code(bench.enter, "conditions", **ROOM) == "calibration.not_recorded"
        assert replayed_state(bench) == before


def _die(*_: object, **__: object) -> None:
    raise ConnectionAbortedError("killed")


def test_an_abandoned_calibration_leaves_its_record_and_no_certificate(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        folder = bench.run.folder
        assert refused_code(bench.desk.abandon, " ", who=WHO.who) == "calibration.entry"
        bench.desk.abandon("hair broke", who=WHO.who)
        assert bench.desk.run is None
        copy = read_journal(folder)
        assert copy.closed and replay(copy.rows, place="test").ended == "abandoned"
        assert unfinished_runs(tmp_path) == [] and not read_register(tmp_path).certificates
        bench.begin()  # a new one may begin
