"""Bad input to a calibration: each named, nothing stored as valid, all readings kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qst_station.calibrating.issuing import certificate_of
from qst_station.calibrating.register import read_register
from qst_station.calibrating.run import replay
from qst_station.calibrating.run_opening import GivenSetting, Setup
from qst_station.findings import Refused
from qst_station.recording.journal_copy import read_journal
from qst_station.station.calibration_view import calibration_view
from tests.station.weighing_bench import (
    BALANCE,
    CHECK_G,
    HAIR,
    NYLON,
    ROOM,
    TAPE,
    WeighingBench,
    reference,
    refused_code,
    weighing_bench,
)


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
