"""Readings, references and rooms that do not fit: each is kept, named and due again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from calibration.procedure import TooFewReadings, Unexpected, due, step
from calibration.record import State
from calibration.tasks import Task
from tests.calibration.bench import (
    DATE,
    MASS_G,
    Bench,
    S,
    gauge,
    gauges,
    hair,
    hairs,
    method,
    on_scale,
    pinprick,
    reference,
    with_values,
)

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


@pytest.mark.parametrize("event", [Zero, Check])
def test_an_unsettled_zero_or_check_is_kept_and_repeated(event: Any) -> None:
    bench = hairs()
    key = "zero" if event is Zero else "check"
    bench.until(key)
    bench.send(event(t_ns=0, value=0.0 if event is Zero else 10.0, unit="g", stable=False))
    assert bench.last_problem is not None
    assert bench.last_problem.code == "reading.unstable"
    assert bench.due.key == key


def test_a_ramp_without_a_curve_is_refused() -> None:
    bench = Bench(method("force_gauge"), gauge(round_probe=True), on_scale)
    bench.prepare()
    bench.until("ramp")
    bench.press(10.0)
    assert bench.last_problem is not None
    assert bench.last_problem.code == "reading.no_ramp"


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
