"""The procedure as a machine: its order, how many readings it takes, and what may be left out or done again."""

from __future__ import annotations

from typing import Any

import pytest

from calibration.evaluation import evaluate
from calibration.events import Adjusted, Check, Enough, Exclude, Finish, Inspect, Zero
from calibration.item import Item
from calibration.procedure import TooFewReadings, Unexpected
from tests.calibration.bench import Bench, balance, gauge, gauges, hair, hairs, method, on_scale, pinprick, tape


def test_the_order_of_a_hair() -> None:
    bench = Bench(method("hair"), hair(), on_scale)
    seen = []
    while bench.due.key not in ("finish", "done"):
        seen.append(bench.due.role or bench.due.key)
        if bench.due.key in ("conditions", "reference"):
            bench.prepare()
            seen += ["balance", "check_mass"]
        else:
            bench.do()
    assert seen == ["conditions", "balance", "check_mass", "check", "zero", *["press"] * 10, "zero", "check"]
    assert bench.send(Finish(t_ns=0)).finished
    assert bench.due.key == "done"


def test_rising_and_falling_series_of_a_gauge() -> None:
    state = gauges().run()
    loads = [5e3, 10e3, 20e3, 35e3, 50e3]
    for series, mounting in ((1, 1), (2, 1), (3, 2), (4, 3)):
        own = [k.task for k in state.readings if k.task.series == series]
        assert {task.mounting for task in own} == {mounting}
        assert [task.load for task in own if task.direction == "up"] == loads
        assert [task.load for task in own if task.direction == "down"] == ([] if series == 2 else loads[-2::-1])
        assert (own[0].key, own[-1].key) == ("zero", "zero")


@pytest.mark.parametrize(
    ("kind", "item", "count"),
    [
        ("pinprick", pinprick(), 2 + 2 + 3 + 15),
        ("tape", tape(), 9),
        ("balance", balance(), 12),
        ("daily_check", hair(), 5),
        ("daily_check", gauge(), 3),
        ("daily_check", pinprick(128.0), 3),
        ("force_gauge", gauge(round_probe=True), 4 * 2 + 3 * 9 + 5 + 3 + 1),
    ],
)
def test_number_of_readings(kind: Any, item: Item, count: int) -> None:
    bench = Bench(method(kind), item, lambda t: (t.load or 0.0) if kind == "balance" else on_scale(t))
    state = bench.run()
    assert len(state.readings) == count
    assert all(kept.valid for kept in state.readings)
    assert state.finished


def test_a_hair_may_be_finished_at_the_minimum_and_not_before() -> None:
    bench = hairs()
    bench.until("press")
    for _ in range(4):
        bench.do()
    with pytest.raises(TooFewReadings, match="press"):
        bench.send(Finish(t_ns=bench.t_ns))
    assert len(bench.state.valid("press")) == 4
    bench.do()
    bench.send(Zero(t_ns=bench.t_ns, value=0.0, unit="g"))
    bench.send(Check(t_ns=bench.t_ns, value=10.0, unit="g"))
    assert bench.due.may_finish
    assert bench.send(Finish(t_ns=bench.t_ns)).finished


def test_the_rest_is_left_out_once_the_minimum_is_there_and_somebody_says_so() -> None:
    bench = hairs()
    bench.until("press")
    for _ in range(4):
        bench.do()
    assert bench.due.least == 0
    with pytest.raises(TooFewReadings, match="1 more"):
        bench.send(Enough(t_ns=bench.t_ns))
    bench.do()
    assert (bench.due.key, bench.due.least, bench.due.of) == ("press", 5, 10)
    bench.send(Enough(t_ns=bench.t_ns))
    assert (bench.due.key, bench.due.least) == ("zero", 0)
    with pytest.raises(Unexpected, match="zero is due"):
        bench.send(Enough(t_ns=bench.t_ns))
    state = bench.run()
    assert [kept.task.key for kept in state.readings[-3:]] == ["press", "zero", "check"]
    (said, *_) = evaluate(bench.method, bench.item, state).findings
    assert said.code == "readings.fewer" and said.happened.startswith("5 of 10 readings were taken")
    bench.send(Adjusted(t_ns=bench.t_ns, text="straightened"))
    bench.until("press")
    for _ in range(6):
        bench.do()
    assert bench.due.key == "press", "another round is taken in full again"


def test_a_reading_that_falls_after_enough_was_said_is_due_again() -> None:
    bench = hairs()
    bench.until("press")
    for _ in range(5):
        bench.do()
    bench.send(Enough(t_ns=bench.t_ns))
    bench.send(Exclude(t_ns=0, number=4, reason="the hand slipped"))
    assert (bench.due.key, bench.due.least) == ("press", 0)
    with pytest.raises(Unexpected, match="press is due"):
        bench.send(Enough(t_ns=bench.t_ns))


def test_what_the_method_needs_cannot_be_passed_over() -> None:
    bench = hairs()
    bench.until("press")
    for _ in range(4):
        bench.do()
    for event in (Check(t_ns=bench.t_ns, value=10.0, unit="g"), Inspect(t_ns=bench.t_ns, yes=True)):
        with pytest.raises(Unexpected, match="press is due"):
            bench.send(event)


def test_one_more_press_needs_one_more_zero_and_check() -> None:
    bench = hairs()
    bench.until("finish")
    bench.send(Exclude(t_ns=0, number=5, reason="the hand slipped"))
    assert bench.due.key == "press"
    state = bench.run()
    assert [kept.task.key for kept in state.readings[-3:]] == ["press", "zero", "check"]
    assert state.readings[4].excluded == "the hand slipped"
    assert len(state.valid("press")) == 10


def test_excluding_a_load_takes_its_series_along() -> None:
    bench = gauges()
    bench.until("finish")
    bench.send(Exclude(t_ns=0, number=4, reason="the stand was hit"))
    assert [kept.number for kept in bench.state.readings if kept.excluded] == list(range(1, 12))


@pytest.mark.parametrize(("number", "reason"), [(99, "why"), (3, "  ")])
def test_excluding_needs_a_reading_and_a_reason(number: int, reason: str) -> None:
    bench = hairs()
    bench.until("finish")
    with pytest.raises(ValueError, match=r"reading 99 is not|needs a reason"):
        bench.send(Exclude(t_ns=0, number=number, reason=reason))


def test_adjustment_begins_a_new_round_and_keeps_the_old_one() -> None:
    bench = gauges()
    with pytest.raises(Unexpected, match="Adjusted"):
        bench.send(Adjusted(t_ns=0, text="span"))
    first = bench.run()
    bench.send(Adjusted(t_ns=bench.t_ns, text="span"))
    second = bench.run()
    assert second.readings[: len(first.readings)] == first.readings
    assert (second.round, len(second.readings)) == (2, 2 * len(first.readings))
    assert len(second.valid("load")) == len(second.valid("load", round_=1))


def test_after_the_end_nothing_is_taken() -> None:
    bench = hairs()
    bench.run()
    for event in (Finish(t_ns=0), Zero(t_ns=0, value=0.0, unit="g"), Exclude(t_ns=0, number=3, reason="late")):
        with pytest.raises(Unexpected):
            bench.send(event)
