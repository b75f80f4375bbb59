"""The hand that a trainee steers, and the world around it: what the hand does reaches the wire as bytes."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from qst_station.simulation.served_world import serve_world
from qst_station.simulation.stage import ALGOMETER, BUTTON
from qst_station.simulation.steered_hand import FASTER, MOST_N, SteeredHand
from qst_station.simulation.training_visit import TrainingChoice
from qst_station.simulation.training_world import TrainingWorld
from qst_station.station.clock import RealClock

S = 1_000_000_000


class StandingClock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.t_ns = S

    def now_ns(self) -> int:
        return self.t_ns


def test_the_hand_presses_while_it_is_held_and_as_fast_as_it_is_steered() -> None:
    felt: list[int] = []
    hand = SteeredHand(1, felt.append)
    assert hand(S) == 0.0
    hand.press(S, 5.0, felt_n=1e9)
    assert hand.pressing and hand(S) == 0.0
    first = hand(3 * S) / 2
    assert 0.7 * 5.0 < first < 1.4 * 5.0
    hand.steer(3 * S, 3)
    assert (hand(5 * S) - hand(3 * S)) / 2 == pytest.approx(first * FASTER**3, rel=0.1)
    hand.steer(5 * S, -20)
    assert (hand(6 * S) - hand(5 * S)) < 0.3 * first
    hand.let_go(6 * S)
    assert not hand.pressing and hand(6 * S + S // 5) == 0.0
    assert not felt


def test_the_hand_tells_once_when_it_hurts_and_presses_no_harder_than_a_hand() -> None:
    felt: list[int] = []
    hand = SteeredHand(2, felt.append)
    hand.press(0, 10.0, felt_n=20.0)
    forces = [hand(t) for t in range(0, 60 * S, S // 20)]
    assert len(felt) == 1 and max(forces) < 1.05 * MOST_N
    assert hand(felt[0]) == pytest.approx(20.0, rel=0.1)


def test_a_press_that_is_let_go_before_it_hurts_is_answered_by_nothing() -> None:
    felt: list[int] = []
    hand = SteeredHand(2, felt.append)
    hand.press(0, 5.0, felt_n=20.0)
    hand.let_go(S)
    assert [hand(t) for t in range(0, 20 * S, S // 10)][-1] == 0.0
    assert not felt


def test_what_the_trainee_does_reaches_the_wires() -> None:
    clock: Any = StandingClock()
    world = TrainingWorld(TrainingChoice(profile="healthy", seed=3), clock)
    algometer, button = world.devices[ALGOMETER], world.devices[BUTTON]
    algometer.power_on(clock.t_ns)

    def shown_n() -> float:
        clock.t_ns += S // 50
        return float(algometer.handle(b"?\r", clock.t_ns).decode().split("N")[0].split()[0])

    assert abs(shown_n()) < 0.2
    assert world.answer({"hold": {"site_role": "control"}}) == {"pressing": True}
    pressed: list[float] = []
    while not (line := button.advance(clock.t_ns)):
        pressed.append(shown_n())
        assert len(pressed) < 1500, "the participant has not responded"
    assert line
    assert world.answer({"let_go": True}) == {"pressing": False}
    clock.t_ns += S
    assert 20.0 < max(pressed) < 80.0 and abs(shown_n()) < 0.2


def test_a_faster_press_is_answered_at_a_higher_pressure() -> None:
    def answered_n(steps: int) -> float:
        clock: Any = StandingClock()
        world = TrainingWorld(TrainingChoice(profile="healthy", seed=4), clock)
        world.answer({"hold": {"site_role": "affected"}})
        world.answer({"steer": steps})
        algometer, button, shown = world.devices[ALGOMETER], world.devices[BUTTON], 0.0
        algometer.power_on(clock.t_ns)
        while not button.advance(clock.t_ns):
            clock.t_ns += S // 100
            shown = float(algometer.handle(b"?\r", clock.t_ns).decode().split("N")[0].split()[0])
        return shown

    assert answered_n(8) > answered_n(0) + 1.5


def test_the_world_answers_lines_and_refuses_others() -> None:
    asks = [
        {"touch": {"test": "MPT", "site_role": "affected", "id": "pinprick-512"}},
        {"touch": {"test": "MDT", "site_role": "affected", "id": "hair-0.25"}},
        {"touch": {"test": "VDT", "site_role": "control", "id": "fork-64hz"}},
        {"sing": True},
    ]
    out = io.StringIO()
    clock = RealClock()
    world = TrainingWorld(TrainingChoice(profile="sensory_loss"), clock)
    serve_world(world, clock, io.StringIO("".join(json.dumps(ask) + "\n" for ask in asks)), out)
    first, sharp, nothing, fork, wrong = [json.loads(line) for line in out.getvalue().splitlines()]
    assert first["request"]["kind"] == "practice"
    assert first["request"]["training"]["profile"] == "sensory_loss"
    assert [device["name"] for device in first["devices"]] == ["training-algometer", "training-button"]
    assert sharp["meant"] == 1.0 and 0.1 < sharp["after_s"] < 1.0
    assert nothing["says"] == "(nothing)" and nothing["after_s"] > 1.0
    assert float(fork["says"]) == fork["meant"]
    assert "fault" in wrong
