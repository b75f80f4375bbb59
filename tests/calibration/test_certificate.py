"""A certificate holds everything, in plain data."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from calibration.certificate import Particulars, certificate_content
from calibration.decision import decide
from calibration.evaluation import evaluate
from calibration.events import Adjusted, Exclude, Finish
from calibration.result import Result
from calibration.tasks import Task
from tests.calibration.bench import Bench, balance, gauge, hair, method, pinprick, tape, with_values

WHO = Particulars(
    number="SITE1-2026-0007",
    date_issue="2026-05-05",
    place_name="Pain Laboratory",
    place_address="Ward 3",
    item={"model": "OptiHair2", "serial": "17"},
    person_name="Ada Müller",
    person_role="study nurse",
)


def read(task: Task) -> float | None:
    match task.key:
        case "press":
            return 6.5 + 0.01 * (task.repeat % 3)
        case "weigh" | "lower":
            return 13.05
        case "load":
            return (task.load or 0.0) * 1e-3
        case "measure":
            return task.load
    return None


def content(bench: Bench, before: Result | None = None) -> dict[str, Any]:
    result = evaluate(bench.method, bench.item, bench.state)
    decision = decide(bench.method, result)
    return certificate_content(WHO, bench.method, bench.item, bench.state, result, decision, before)


@pytest.mark.parametrize("item", [hair(), pinprick(), gauge(round_probe=True), tape(), balance()])
def test_it_is_plain_json_with_all_groups(item: Any) -> None:
    weighed = (lambda task: task.load) if item.kind == "balance" else read
    bench = Bench(method(item.kind), item, weighed)
    bench.run()
    found = content(bench)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    for group in ("document", "place", "item", "work", "results", "budgets", "readings", "traceability", "person"):
        assert found[group], group
    assert found["kind"] == item.kind
    assert found["document"]["number"] in found["document"]["end_mark"]
    assert "not issued by an accredited laboratory" in found["document"]["statement"]
    assert "only to the item" in found["scope_statement"]
    assert {setting["name"] for setting in found["work"]["settings"]} == {s.name for s in bench.method.settings}
    assert not any(
        "interval" in key or key in ("due", "next_due") for key in (*found, *found["work"], *found["item"])
    )
    for row in found["results"]:
        assert row["text"]
        assert (row["expanded"] is None) == (row["coverage_factor"] is None)


def test_readings_that_were_refused_or_excluded_are_in_it() -> None:
    bench = Bench(method("hair"), hair(), read)
    bench.prepare()
    bench.until("press")
    bench.press(13.0)
    bench.until("finish")
    bench.send(Exclude(t_ns=0, number=5, reason="draught"))
    bench.run()
    rows = {row["number"]: row for row in content(bench)["readings"]}
    assert len(rows) == len(bench.state.readings)
    assert (rows[3]["used"], rows[3]["value"], rows[3]["refused"]["code"]) == (False, 13.0, "reading.does_not_fit")
    assert (rows[5]["used"], rows[5]["excluded"]) == (False, "draught")


def test_no_verdict_without_a_tolerance() -> None:
    bench = Bench(method("pinprick"), pinprick(), read)
    bench.run()
    assert content(bench)["conformity"] is None
    bench.method = with_values(bench.method, tolerance=0.05)
    conformity = content(bench)["conformity"]
    assert (conformity["verdict"], conformity["tolerance"]) == ("pass", pytest.approx(6.4))
    assert "Sponsor" in conformity["rule"]


def test_before_and_after_adjustment() -> None:
    bench = Bench(method("force_gauge"), gauge(), lambda task: (task.load or 0.0) * 0.9e-3)
    bench.run()
    before = evaluate(bench.method, bench.item, bench.state)
    with pytest.raises(ValueError, match="before adjustment"):
        content(bench, before)
    bench.send(Adjusted(t_ns=0, text="span"))
    bench.read = read
    bench.run()
    with pytest.raises(ValueError, match="before adjustment"):
        content(bench)
    found = content(bench, before)
    assert found["before_adjustment"][0]["value"] == pytest.approx(1.0 / 0.9)
    assert found["results"][0]["value"] == pytest.approx(1.0)
    assert found["work"]["adjustments"][0]["text"] == "span"


def test_no_certificate_of_an_unfinished_round_or_by_nobody() -> None:
    bench = Bench(method("hair"), hair(), read)
    bench.prepare()
    bench.until("finish")
    finished = replace(bench.state, finished=True)
    result = evaluate(bench.method, bench.item, finished)
    decision = decide(bench.method, result)
    with pytest.raises(ValueError, match="not finished"):
        certificate_content(WHO, bench.method, bench.item, bench.state, result, decision)
    bench.send(Finish(t_ns=0))
    with pytest.raises(ValueError, match="person_name"):
        nobody = replace(WHO, person_name="")
        certificate_content(nobody, bench.method, bench.item, bench.state, result, decision)


def test_infinite_degrees_of_freedom_are_null() -> None:
    bench = Bench(method("hair"), hair(), read)
    bench.run()
    (budget,) = content(bench)["budgets"]
    freedom = {part["name"]: part["degrees_of_freedom"] for part in budget["contributions"]}
    assert freedom["repeatability"] == 9
    assert freedom["balance calibration"] is None
