"""The procedure as a machine: its order, every kind of bad input, and what is kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.conversion import Weighing
from calibration.evaluation import evaluate
from calibration.events import (
    Adjusted,
    Check,
    Conditions,
    Enough,
    Event,
    Exclude,
    Finish,
    Identified,
    Inspect,
    Reading,
    Zero,
)
from calibration.item import Item
from calibration.procedure import TooFewReadings, Unexpected, due, init, step
from calibration.record import State
from calibration.tasks import Task
from tests.calibration.bench import (
    DATE,
    Bench,
    S,
    balance,
    gauge,
    hair,
    method,
    pinprick,
    reference,
    tape,
    with_values,
)

MASS_G = round(Weighing().mass_g(64.0), 4)


def on_scale(task: Task) -> float | None:
    """What a sound item shows."""
    match task.key:
        case "press":
            return MASS_G
        case "weigh" | "lower":
            return 13.06
        case "load":
            return (task.load or 0.0) * 1e-3
        case "measure":
            return task.load
    return None


def hairs(**fields: Any) -> Bench:
    bench = Bench(method("hair"), hair(**fields), on_scale)
    bench.prepare()
    return bench


def gauges() -> Bench:
    bench = Bench(method("force_gauge"), gauge(), on_scale)
    bench.prepare()
    return bench


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


BAD_READINGS = [
    ({"stable": False}, MASS_G, "reading.unstable"),
    ({}, None, "reading.unstable"),
    ({"overloaded": True}, None, "reading.overloaded"),
    ({"unit": "mg"}, MASS_G, "reading.unit"),
    ({}, 2.0 * MASS_G, "reading.does_not_fit"),
    ({}, 0.0, "reading.does_not_fit"),
    ({}, -MASS_G, "reading.does_not_fit"),
]


@pytest.mark.parametrize(("fields", "value", "code"), BAD_READINGS)
def test_a_bad_reading_is_kept_named_and_due_again(fields: dict[str, Any], value: float | None, code: str) -> None:
    bench = hairs()
    bench.until("press")
    before = bench.due.task
    bench.press(value, **fields)
    assert bench.last_problem is not None
    assert bench.last_problem.code == code
    assert bench.due.task == before
    assert bench.state.problems == (bench.last_problem,)
    state = bench.run()
    assert len(state.valid("press")) == 10
    assert len(state.readings) == 2 + 2 + 10 + 1


def test_a_rest_too_short_counts_from_the_last_press_even_a_refused_one() -> None:
    bench = hairs()
    bench.until("press")
    bench.do()
    pressed_ns = bench.t_ns
    bench.send(Reading(t_ns=pressed_ns + 29 * S, value=MASS_G, unit="g"))
    assert bench.last_problem is not None
    assert bench.last_problem.code == "reading.rest_too_short"
    assert bench.due.not_before_ns == pressed_ns + 59 * S
    bench.send(Reading(t_ns=pressed_ns + 59 * S, value=MASS_G, unit="g"))
    assert bench.last_problem is None


def test_a_balance_tared_in_between_takes_its_readings_along() -> None:
    bench = hairs()
    bench.until("press")
    for _ in range(3):
        bench.do()
    bench.send(Zero(t_ns=bench.t_ns, value=0.0004, unit="g"))
    bench.do()
    bench.send(Zero(t_ns=bench.t_ns, value=-MASS_G, unit="g"))
    refused = [kept.number for kept in bench.state.readings if kept.refused]
    assert [kept.task.key for kept in bench.state.readings] == [
        "check",
        "zero",
        *["press"] * 3,
        "zero",
        "press",
        "zero",
    ]
    assert refused == [7, 8]
    assert {problem.code for problem in bench.state.problems} == {"reading.zero_shifted"}
    assert len(bench.run().valid("press")) == 10


@pytest.mark.parametrize("shown", [10.01, 9.99])
def test_a_check_mass_that_is_off_at_the_end_condemns_the_round(shown: float) -> None:
    bench = hairs()
    bench.until("check")
    bench.do()
    bench.until("check")
    bench.send(Check(t_ns=bench.t_ns, value=shown, unit="g"))
    assert not bench.state.valid("check", "zero", "press")
    assert len(bench.state.readings) == 14
    assert bench.due.task == Task(key="check")
    with pytest.raises(TooFewReadings):
        bench.send(Finish(t_ns=bench.t_ns))
    assert len(bench.run().readings) == 28


def test_loads_out_of_order_break_their_series_only() -> None:
    bench = gauges()
    while bench.due.task is None or bench.due.task.series < 3 or bench.due.task.load != 20e3:
        bench.do()
    valid = len(bench.state.valid("load", "zero"))
    bench.press(35.0, load=35e3)
    assert bench.last_problem is not None
    assert bench.last_problem.code == "reading.out_of_order"
    assert len(bench.state.valid("load", "zero")) == valid - 3
    assert bench.due.task == Task(key="zero", series=3, mounting=2)
    state = bench.run()
    assert len(state.readings) == 40 + 4


def test_a_gauge_whose_zero_moved_repeats_the_series() -> None:
    bench = Bench(with_values(method("force_gauge"), zero_limit=5.0), gauge(), on_scale)
    bench.prepare()
    for _ in range(10):
        bench.do()
    bench.send(Zero(t_ns=bench.t_ns, value=0.06, unit="N"))
    assert bench.last_problem is not None
    assert bench.last_problem.code == "reading.zero_shifted"
    assert bench.due.task == Task(key="zero", series=1, mounting=1)
    assert len(bench.run().readings) == 40 + 11


def test_a_reference_past_its_date_is_kept_and_not_used() -> None:
    bench = Bench(method("hair"), hair(), on_scale)
    bench.send(Conditions(t_ns=0, temperature_c=22.0, humidity_percent=50.0))
    bench.send(reference("balance", due="2026-05-03"))
    assert [problem.code for problem in bench.state.problems] == ["reference.past_due"]
    assert (bench.due.key, bench.due.role) == ("reference", "balance")
    bench.send(reference("balance", due=DATE))
    assert bench.due.role == "check_mass"
    assert len(bench.state.references) == 2


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"division": 0.1}, "reference.too_coarse"),
        ({"unit": "mm"}, "reference.unit"),
        ({"unit": "1"}, "reference.unit"),
    ],
)
def test_a_balance_that_does_not_suit(changed: dict[str, Any], code: str) -> None:
    bench = Bench(method("hair"), hair(), on_scale)
    bench.send(Conditions(t_ns=0, temperature_c=22.0, humidity_percent=50.0))
    bench.send(reference("balance", **changed))
    assert [problem.code for problem in bench.state.problems] == [code]
    assert bench.due.role == "balance"


@pytest.mark.parametrize("humidity", [39.9, 60.1])
def test_nylon_waits_for_the_room_and_glass_does_not(humidity: float) -> None:
    damp = Conditions(t_ns=0, temperature_c=22.0, humidity_percent=humidity)
    nylon = Item(id="n", kind="hair", reading_unit="g", nominal_mn=64.0, material="nylon")
    for item, key in ((hair(), "reference"), (nylon, "conditions")):
        bench = Bench(method("hair"), item, on_scale)
        bench.send(damp)
        assert bench.due.key == key
    assert [problem.code for problem in bench.state.problems] == ["conditions.humidity"]


def test_conditions_that_turn_bad_stop_the_work() -> None:
    nylon = Item(id="n", kind="hair", reading_unit="g", nominal_mn=64.0, material="nylon")
    bench = Bench(method("hair"), nylon, on_scale)
    bench.prepare()
    bench.until("press")
    bench.send(Conditions(t_ns=bench.t_ns, temperature_c=22.0, humidity_percent=70.0))
    with pytest.raises(Unexpected, match="conditions is due"):
        bench.send(Reading(t_ns=bench.t_ns, value=MASS_G, unit="g"))


def test_the_right_hair_of_a_wrong_force_can_be_measured_once_it_was_looked_at() -> None:
    bench = hairs()
    bench.until("press")
    bench.press(0.4 * MASS_G)
    bench.send(Identified(t_ns=bench.t_ns, text="engraved 64"))
    bench.press(0.4 * MASS_G)
    assert [kept.valid for kept in bench.state.readings[-2:]] == [False, True]


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


@pytest.mark.parametrize("event", [Zero, Check])
def test_an_unsettled_zero_or_check_is_kept_and_repeated(event: Any) -> None:
    bench = hairs()
    key = "zero" if event is Zero else "check"
    bench.until(key)
    bench.send(event(t_ns=0, value=0.0 if event is Zero else 10.0, unit="g", stable=False))
    assert bench.last_problem is not None
    assert bench.last_problem.code == "reading.unstable"
    assert bench.due.key == key


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"kind": "hair"}, "nominal_mn"),
        ({"kind": "hair", "nominal_mn": -1.0}, "nominal_mn"),
        ({"kind": "pinprick", "nominal_mn": 8.0, "reading_unit": "N"}, "mg, g, kg"),
        ({"kind": "tape", "reading_unit": "mm"}, "division"),
        ({"kind": "force_gauge", "reading_unit": "g", "division": 0.1}, "N, mN"),
        ({"kind": "force_gauge", "reading_unit": "N", "division": 0.1, "loads": (2.0, 1.0)}, "rising"),
        ({"kind": "force_gauge", "reading_unit": "N", "division": 0.1, "compression_sign": 0}, "compression_sign"),
        ({"kind": "balance", "division": 0.1, "loads": (1.0,)}, "masses in g"),
    ],
)
def test_an_impossible_item_is_refused(fields: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        Item(**{"id": "x", "reading_unit": "g", **fields})


@pytest.mark.parametrize(
    "changed", [{"due": "soon"}, {"expanded": 0.0}, {"coverage_factor": 0.5}, {"id": ""}, {"division": 0.0}]
)
def test_an_impossible_reference_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        reference("balance", **changed)


@pytest.mark.parametrize(
    ("event", "fields"),
    [
        (Conditions, {"temperature_c": 22.0, "humidity_percent": 101.0}),
        (Conditions, {"temperature_c": 220.0, "humidity_percent": 50.0}),
        (Reading, {"value": float("nan"), "unit": "g"}),
        (Zero, {"value": float("inf"), "unit": "g"}),
        (Check, {"value": float("nan"), "unit": "g"}),
    ],
)
def test_an_event_that_no_instrument_can_send_is_refused(event: Any, fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        event(t_ns=0, **fields)


def test_a_reference_that_the_method_does_not_need_is_refused() -> None:
    bench = Bench(method("hair"), hair(), on_scale)
    with pytest.raises(Unexpected, match="role of rule"):
        bench.send(reference("rule"))


def test_there_is_no_daily_check_of_a_tape() -> None:
    with pytest.raises(ValueError, match="no daily check of a tape"):
        init(method("daily_check"), tape(), DATE)


def test_after_the_end_nothing_is_taken() -> None:
    bench = hairs()
    bench.run()
    for event in (Finish(t_ns=0), Zero(t_ns=0, value=0.0, unit="g"), Exclude(t_ns=0, number=3, reason="late")):
        with pytest.raises(Unexpected):
            bench.send(event)


def test_a_ramp_without_a_curve_is_refused() -> None:
    bench = Bench(method("force_gauge"), gauge(round_probe=True), on_scale)
    bench.prepare()
    bench.until("ramp")
    bench.press(10.0)
    assert bench.last_problem is not None
    assert bench.last_problem.code == "reading.no_ramp"


@pytest.mark.parametrize(
    "item",
    [
        Item(id="g", kind="force_gauge", reading_unit="N", division=0.01, loads=(1.0, 2.0, 3.0, 4.0)),
        Item(id="g", kind="force_gauge", reading_unit="N", division=0.01, loads=(2.0, 4.0, 6.0, 8.0, 10.0)),
        hair(),
    ],
)
def test_a_method_that_does_not_suit_the_item_is_refused_before_anything(item: Item) -> None:
    with pytest.raises(ValueError, match=r"g:|hair-7"):
        init(method("force_gauge"), item, DATE)


events: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        Reading,
        t_ns=st.integers(0, 10**12),
        value=st.none() | st.sampled_from([MASS_G, 0.0, 2.0 * MASS_G, 13.06]),
        unit=st.sampled_from(["g", "mg", "N"]),
        stable=st.none() | st.booleans(),
        overloaded=st.booleans(),
    ),
    st.builds(Zero, t_ns=st.just(0), value=st.sampled_from([0.0, 0.3]), unit=st.sampled_from(["g", "N"])),
    st.builds(Check, t_ns=st.just(0), value=st.sampled_from([10.0, 10.0, 11.0]), unit=st.just("g")),
    st.builds(Inspect, t_ns=st.just(0), yes=st.booleans()),
    st.builds(Exclude, t_ns=st.just(0), number=st.integers(1, 30), reason=st.sampled_from(["", "slip"])),
    st.builds(Finish, t_ns=st.just(0)),
    st.builds(Enough, t_ns=st.just(0)),
    st.builds(Adjusted, t_ns=st.just(0), text=st.just("cleaned")),
    st.builds(Identified, t_ns=st.just(0), text=st.just("seen")),
    st.builds(
        Conditions,
        t_ns=st.just(0),
        temperature_c=st.just(22.0),
        humidity_percent=st.sampled_from([50.0, 50.0, 80.0]),
    ),
    st.sampled_from([reference("balance"), reference("check_mass"), reference("balance", due="2020-01-01")]),
)


def recorded(state: State) -> int:
    return len(state.readings) + len(state.conditions) + len(state.references) + len(state.inspections)


@given(st.lists(events, max_size=60), st.sampled_from(["hair", "pinprick"]), st.booleans())
def test_whatever_happens_nothing_is_lost_and_nothing_unfit_is_used(sent, kind: Any, prepared: bool) -> None:
    bench = Bench(method(kind), hair() if kind == "hair" else pinprick(), on_scale)
    if prepared:
        bench.prepare()
        bench.until("press" if kind == "hair" else "weigh")
    for event in sent:
        before = bench.state
        try:
            after = step(bench.method, bench.item, before, event)
        except ValueError:
            assert bench.state is before
            continue
        taken = isinstance(event, Reading | Zero | Check | Inspect | Conditions) or hasattr(event, "role")
        assert recorded(after) == recorded(before) + taken
        assert [k.reading for k in after.readings[: len(before.readings)]] == [k.reading for k in before.readings]
        assert all(old.valid or not new.valid for old, new in zip(before.readings, after.readings, strict=False))
        bench.state = after
        due(bench.method, bench.item, after)
    for kept in bench.state.readings:
        usable = kept.reading.value is not None and kept.reading.unit == "g" and not kept.reading.overloaded
        assert not kept.valid or usable
    if bench.state.finished:
        least = 5 if kind == "hair" else 15
        assert len(bench.state.valid("press", "lower")) >= least


@given(st.lists(events, max_size=25))
def test_a_patient_operator_always_comes_to_an_end(sent) -> None:
    bench = hairs()
    for event in sent:
        try:
            bench.send(event)
        except ValueError:
            continue
    if not bench.state.finished and bench.state.conditions[-1].refused:
        bench.send(Conditions(t_ns=0, temperature_c=22.0, humidity_percent=50.0))
    assert bench.run().finished
