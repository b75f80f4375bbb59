"""The simulated participant and hand: repeatable, and within what a person can do."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.simulated.device import simulated_button
from qst_station.simulation.demo_world import DemoWorld
from qst_station.simulation.examiner import Apparatus, plan_press
from qst_station.simulation.hand import SimulatedHand
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.served_world import serve_world
from qst_station.station.clock import RealClock, VirtualClock
from qst_station.station.opening import battery_documents

S = 1_000_000_000


@given(seed=st.integers(0, 2**32), rate=st.floats(1.0, 20.0))
@settings(max_examples=50)
def test_the_hand_presses_a_ramp_and_lets_go(seed: int, rate: float) -> None:
    hand = SimulatedHand(seed)
    assert hand(0) == 0.0
    press = hand.press(2 * S, rate)
    assert 0.8 * rate < press.rate_n_per_s < 1.2 * rate
    assert hand(2 * S - 1) == 0.0
    assert hand(6 * S) == pytest.approx(4 * press.rate_n_per_s, rel=0.04)
    hand.let_go(7 * S)
    assert hand(8 * S) == 0.0
    assert all(hand(t) >= 0.0 for t in range(0, 9 * S, 100_000_000))


def test_equal_seeds_answer_equally_and_within_the_scales() -> None:
    tests = battery_documents().tests
    said = []
    for _ in range(2):
        person = SimulatedParticipant(3)
        rating = tests["MPS"].rating
        limits = tests["MDT"].limits
        assert rating is not None and limits is not None
        numbers = [person.number("MPS", role, s) for role in ("control", "affected") for s in rating.stimuli]
        felt = [person.answers("MDT", "affected", s) for s in limits.stimuli]
        said.append((numbers, felt, person.pressure_threshold_kpa("control"), person.girth_cm("affected")))
    assert said[0] == said[1]
    numbers, felt, kpa, _ = said[0]
    assert all(0.0 <= number <= 100.0 for number in numbers) and len(set(numbers)) > 5
    assert True in felt and False in felt and 200.0 < kpa < 800.0


def test_a_press_is_answered_at_the_threshold_and_then_let_go() -> None:
    apparatus = Apparatus(hand=SimulatedHand(1), button=simulated_button())
    until = plan_press(
        SimulatedParticipant(1), apparatus, "affected", now_ns=S, unit="kPa", rate_per_s=50.0, area_cm2=1.0
    )
    assert apparatus.button.advance(S) == b""
    line = apparatus.button.advance(until).split(b"\r\n")[0]
    pressed_ns = int(line.split(b",")[1]) * 1_000_000
    assert apparatus.hand(pressed_ns) == pytest.approx(19.0, rel=0.3)
    assert S < pressed_ns < until and apparatus.hand(until + S) == 0.0


def test_the_world_serves_devices_and_answers_lines() -> None:
    asks = [
        {"stimulus": {"test": "MDT", "site_role": "control", "id": "hair-512"}},
        {"limb": {"side": "left", "role": "affected"}},
        {"press": {"site_role": "control"}},
        {"stimulus": {"test": "PPT", "site_role": "control", "id": "probe-1cm2"}},
        {"stimulus": {"test": "MDT", "site_role": "control", "id": "feather"}},
        5,
    ]
    out = io.StringIO()
    clock = RealClock()
    serve_world(
        DemoWorld(1, clock), clock, io.StringIO("".join(json.dumps(ask) + "\n" for ask in asks) + "no json\n"), out
    )
    first, *answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [device["gauge"] for device in first["devices"]] == ["mark10", "button"]
    assert first["request"]["kind"] == "simulated"
    assert len(answers) == len(asks) + 1
    assert 35.0 < float(answers[1]["entered"]) < 50.0 and answers[2] == {"pressed": True}
    assert 50.0 < answers[3]["value"] < 1000.0 and answers[3]["says"] == f"{answers[3]['value']:g}"
    assert all("fault" in answer for answer in answers[4:])


def test_virtual_time_moves_only_when_it_is_moved_and_never_back() -> None:
    clock = VirtualClock()
    before = clock.utc()
    clock.move_to(5 * S)
    clock.move_to(2 * S)
    assert clock.now_ns() == 5 * S and clock.utc() > before


@pytest.mark.parametrize("speed", (1.0, 20.0))
def test_real_time_never_goes_back(speed: float) -> None:
    clock = RealClock(speed)
    times = [clock.now_ns() for _ in range(1000)]
    assert times == sorted(times)
