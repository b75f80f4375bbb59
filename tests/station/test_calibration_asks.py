"""What the window is told about calibrations, the register and drift; every answer is plain data."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from qst_station.calibrating.daily_chart import checks_since_calibration
from qst_station.calibrating.entries import Calibrated, Checked
from qst_station.calibrating.register import Register, read_register
from qst_station.calibrating.run_opening import GivenSetting
from qst_station.findings import Refused
from qst_station.station import calibration_asks
from qst_station.station.server import Server
from qst_station.station.status import status
from tests.station.weighing_bench import HAIR, NYLON, ROOM, UTC, WeighingBench, weighing_bench

ACTOR = {"who": "EX", "role": "calibrator"}


def plain(value: Any) -> Any:
    """As it arrives at the window."""
    return json.loads(json.dumps(value, allow_nan=False))


def daily(bench: WeighingBench, force_mn: float) -> str:
    """A daily check of the hair; what the chart says."""
    settings = [GivenSetting(name="baseline_days", value=3.0, set_by="Sponsor", set_on="2026-01-01")]
    bench.begin(kind="daily_check", settings=settings)
    bench.enter("conditions", **ROOM)
    bench.enter("reference", **{**REFERENCE, "role": "balance"})
    bench.weigh(0.0)
    while bench.due == "press":
        bench.press(force_mn)
    bench.weigh(0.0)
    bench.enter("finish")
    found = bench.ask("calibrate_result")["result"]["daily"]
    answer = bench.ask("calibrate_issue", name="EX", role="calibrator")
    assert answer["signal"] == found["signal"] and plain(found)["unit"] == "mN"
    return str(found["signal"])


REFERENCE = {"id": "B", "certificate": "C", "due": "2999-01-01", "expanded": 3e-4, "unit": "g", "division": 1e-4}


def test_the_view_follows_the_calibration(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        assert status(bench.engine)["calibration"] is None
        answer = bench.ask(
            "calibrate_begin",
            instrument=HAIR.id,
            method="hair",
            device="balance",
            condition="straight",
            settings=[{"name": "readings", "value": 5, "set_by": "Sponsor", "set_on": "2026-01-01"}],
        )
        seen = [answer["calibration"]["do"]["key"]]
        bench.until_presses()
        view = plain(status(bench.engine)["calibration"])
        assert (view["do"]["input"], view["do"]["of"], view["live"]["stable"]) == ("press", 5, True)
        assert view["chart"]["low"] == pytest.approx(7.2) and view["chart"]["tolerance_set_by"] == ""
        assert "tolerance" in view["method"]["unverified"] and "local_gravity" in view["method"]["not_set"]
        bench.press(7.9)
        assert bench.view["do"]["wait_s"] > 0
        bench.press(7.9, held_s=0.0)
        view = plain(bench.view)
        assert [point["used"] for point in view["chart"]["points"]] == [True, False]
        assert view["problems"][-1]["code"] == "reading.unstable"
        assert view["readings"][-1]["refused"]["code"] == "reading.unstable"
        while bench.due == "press":
            bench.press(7.9)
        seen.append(bench.due)
        bench.close_round()
        result = plain(bench.ask("calibrate_result"))["result"]
        assert result["decision"]["verdict"] == "pass" and result["before"] is None
        assert result["budgets"][0]["contributions"]
        issued = plain(bench.ask("calibrate_issue", name="Ada", role="calibrator", place="site"))
        assert Path(issued["pdf"]).is_file() and Path(issued["json"]).is_file()
        assert bench.view["issued"] == issued["certificate"]
        assert seen == ["conditions", "zero"]


def test_the_register_is_asked_and_changed(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        listed = plain(bench.ask("calibrate_instruments", on="2026-05-01"))
        assert [one["id"] for one in listed["instruments"]][:2] == [HAIR.id, NYLON.id]
        assert {one["state"] for one in listed["instruments"]} == {"unchecked"}
        rule = {"kind": "due_rule", "recalibrate_after_days": 180, "set_by": "sponsor"}
        changed = bench.ask("calibrate_register", instrument=HAIR.id, event=rule)
        assert changed["instrument"]["due_rule"]["recalibrate_after_days"] == 180
        bench.ask("calibrate_register", instrument=NYLON.id, event={"kind": "retired", "reason": "tip bent"})
        one = plain(bench.ask("calibrate_instrument", instrument=NYLON.id))
        assert one["instrument"]["state"] == "retired"
        assert [entry["kind"] for entry in one["history"]] == ["registered", "retired"]
        kinds = [method["kind"] for method in bench.ask("calibrate_methods", instrument=HAIR.id)["methods"]]
        assert kinds == ["hair", "daily_check"]
        text = bench.ask("calibrate_example", name="optihair2")["text"].replace("FILL IN", "set-B")
        assert len(bench.ask("calibrate_add", text=text)["instruments"]) == 12
        for event in ({"kind": "registered"}, {"kind": "retired"}, {"kind": "noted", "text": " "}):
            with pytest.raises((Refused, ValueError)):
                bench.ask("calibrate_register", instrument=HAIR.id, event=event)
        with pytest.raises(Refused):
            bench.begin(NYLON.id)


def test_the_engine_answers_every_ask_that_is_documented(tmp_path: Path) -> None:
    answers: list[dict[str, Any]] = []
    with weighing_bench(tmp_path) as bench:
        server = Server(bench.engine, answers.append)
        asks = re.findall(r"^(\w+) +(?:`|->)", str(calibration_asks.__doc__), re.MULTILINE)
        assert len(asks) == 17
        for ask in asks:
            server.answer({"id": ask, "ask": ask})
        codes = {answer["id"]: answer.get("finding", {}).get("code", "") for answer in answers}
        assert not any("there is no ask" in str(answer) for answer in answers)
        assert codes["calibrate_instruments"] == codes["calibrate_unfinished"] == codes["calibrate_leave"] == ""
        server.answer(
            {"id": 0, "ask": "calibrate_begin", "instrument": HAIR.id, "device": "balance", "actor": ACTOR}
        )
        assert answers[-1]["ok"] and answers[-1]["calibration"]["do"]["key"] == "conditions"
        event = {"kind": "conditions", "temperature_c": 21, "humidity_percent": "dry"}
        server.answer({"id": 0, "ask": "calibrate_event", "event": event, "actor": ACTOR})
        assert answers[-1]["finding"]["code"] == "document.invalid"


def test_a_folder_without_a_register_is_no_error(tmp_path: Path) -> None:
    with weighing_bench(tmp_path / "with") as bench:
        bench.desk.data = tmp_path / "without"
        assert bench.ask("calibrate_instruments") == {"instruments": [], "sets": [], "findings": []}
        assert bench.ask("calibrate_unfinished") == {"unfinished": []}
        text = bench.ask("calibrate_example", name="dfns_pinpricks")["text"].replace("FILL IN", "pins")
        with pytest.raises(Refused) as refused:
            bench.ask("calibrate_add", text=text)
        assert refused.value.finding.code == "register.none"
        assert len(bench.ask("calibrate_add", text=text, site="INCA-02")["instruments"]) == 7


def test_the_daily_check_stands_on_its_chart(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        today = datetime.date.today()
        assert daily(bench, 7.9) == "baseline"
        with Register.open(tmp_path) as register:
            for days, force_mn in ((4, 7.88), (3, 7.9), (2, 7.92), (1, 7.91)):
                day = today - datetime.timedelta(days=days)
                entry = Checked(date=day, result="pass", what="checked", value_mn=force_mn)
                register.record([(HAIR.id, entry)], who="EX", utc=UTC)
        assert daily(bench, 7.9) == "in_control"
        assert daily(bench, 7.3) == "stop"
        history = read_register(tmp_path).history(HAIR.id)
        assert history.check is not None and history.check.result == "fail"
        assert [c.value_mn for c in checks_since_calibration(history, until=today)] == [7.88, 7.9, 7.92, 7.91]


def test_drift_over_calibrations_is_forecast_from_three(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        empty = plain(bench.ask("trend", instrument=HAIR.id))["trend"]
        assert empty["points"] == [] and empty["line"] is None and "0" in empty["why"]
        bench.begin()
        bench.whole_round(7.9)
        bench.ask("calibrate_issue", name="Ada", role="calibrator", place="site")
        (first,) = read_register(tmp_path).history(HAIR.id).calibrations
        with Register.open(tmp_path) as register:
            for number, (days, fall) in enumerate(((100, 0.1), (200, 0.2)), start=2):
                register.record([(HAIR.id, later(first, number, days, fall))], who="EX", utc=UTC)
        found = plain(bench.ask("trend", instrument=HAIR.id))["trend"]
        assert [point["deviation"] for point in found["points"]] == pytest.approx([-0.1, -0.2, -0.3], abs=0.01)
        assert found["line"]["slope_per_year"] == pytest.approx(-0.36525, abs=0.01)
        assert found["line"]["crossing"] is not None and found["tolerance"] == pytest.approx(0.8)
        rows = bench.ask("trend_csv", instrument=HAIR.id)["csv"].splitlines()
        assert len(rows) == 4 and rows[0].startswith("instrument,date,deviation")


def later(first: Calibrated, number: int, days: int, fall_mn: float) -> Calibrated:
    """A calibration some days later that found less force."""
    document = json.loads(first.document)
    for row in document["content"]["results"]:
        if row["name"] == "deviation":
            row["value"] -= fall_mn
    return Calibrated(
        certificate=f"{first.certificate[:-4]}{number:04d}",
        date=first.date + datetime.timedelta(days=days),
        verdict=first.verdict,
        measured_mn=first.measured_mn,
        expanded_mn=first.expanded_mn,
        coverage_factor=first.coverage_factor,
        document=json.dumps(document),
    )
