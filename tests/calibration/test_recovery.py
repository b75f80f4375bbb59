"""Simulated items of known truth come out within their uncertainty in at least 95 of 100 runs."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians
from random import Random

from calibration.conversion import Weighing
from calibration.evaluation import evaluate
from calibration.item import Item
from calibration.method import Method
from calibration.record import State
from calibration.result import Quantity
from calibration.tasks import Task
from tests.calibration.bench import REFERENCES, Bench, gauge, hair, method, retaken

RUNS = 1000


def within(quantity: Quantity, truth: float) -> bool:
    assert quantity.expanded is not None
    return abs(quantity.value - truth) <= quantity.expanded


def pressed(chance: Random, rested_mn: float, balance: Callable[[float], float]) -> Callable[[Task], float | None]:
    """A hair that tires, pressed by a hand that is never quite upright."""
    fatigue = chance.uniform(0.0, 0.04) / 9.0
    scatter = chance.uniform(0.002, 0.02)

    def read(task: Task) -> float | None:
        if task.key != "press":
            return None
        tired = rested_mn * (1.0 - fatigue * (task.repeat - 1))
        return balance(tired * cos(radians(chance.uniform(0.0, 7.0))) * (1.0 + chance.gauss(0.0, scatter)))

    return read


def finished(hairs: Method, item: Item) -> State:
    """A round of a hair that is exactly what it says."""
    mass_g = Weighing().mass_g(item.nominal_mn or 0.0)
    return Bench(hairs, item, lambda task: mass_g if task.key == "press" else None).run()


def test_the_rested_force_of_a_hair_lies_within_u() -> None:
    """Fatigue, angle, scatter, resolution and calibration of the balance, and gravity are all unknown."""
    hairs = method("hair")
    division, expanded = REFERENCES["balance"]["division"], REFERENCES["balance"]["expanded"]
    items = [hair(2.0**i) for i in range(1, 10)]
    done = {item.nominal_mn: (item, finished(hairs, item)) for item in items}
    hits = 0
    for seed in range(RUNS):
        chance = Random(seed)
        nominal_mn = chance.choice(list(done))
        rested_mn = nominal_mn * chance.uniform(0.8, 1.2)
        here = Weighing(gravity_m_per_s2=chance.uniform(9.780, 9.832))
        error_g = chance.gauss(0.0, expanded / 2.0)

        def balance(force_mn: float, here: Weighing = here, error_g: float = error_g) -> float:
            return round((here.mass_g(force_mn) + error_g) / division) * division

        item, state = done[nominal_mn]
        result = evaluate(hairs, item, retaken(state, pressed(chance, rested_mn, balance)))
        assert result.measured_force_mn is not None
        hits += within(result.measured_force_mn, rested_mn)
    assert hits >= 0.95 * RUNS, hits


def test_gain_zero_and_hysteresis_of_an_algometer_lie_within_u() -> None:
    """Every mounting has its own gain; readings scatter, the display rounds, the masses are off by their U."""
    gauges, item = method("force_gauge"), gauge()
    state = Bench(gauges, item, lambda task: (task.load or 0.0) * 1e-3).run()
    hits = dict.fromkeys(("gain", "zero", "hysteresis", "force"), 0)
    for seed in range(RUNS):
        chance = Random(seed)
        gain, zero_mn = chance.uniform(0.95, 1.05), chance.uniform(-200.0, 200.0)
        hysteresis_mn, scatter_mn = chance.uniform(0.0, 300.0), chance.uniform(2.0, 20.0)
        loads_error = chance.gauss(0.0, 0.0005 / 2.0)
        mounted = {m: 1.0 + chance.gauss(0.0, 0.002) for m in range(1, 4)}

        def read(
            task: Task,
            line: tuple[float, float, float, float] = (gain, zero_mn, hysteresis_mn, scatter_mn),
            mounted: dict[int, float] = mounted,
            load_share: float = 1.0 + loads_error,
            chance: Random = chance,
        ) -> float:
            gain, zero_mn, hysteresis_mn, scatter_mn = line
            load = task.load or 0.0
            falling = hysteresis_mn * 4.0 * load / 50e3 * (1.0 - load / 50e3) if task.direction == "down" else 0.0
            shown_mn = (load * load_share * mounted[task.mounting] + zero_mn) / gain + falling
            return round((shown_mn + chance.gauss(0.0, scatter_mn)) / 10.0) * 0.01

        result = evaluate(gauges, item, retaken(state, read))
        hits["gain"] += within(result.quantity("gain"), gain)
        hits["zero"] += within(result.quantity("zero"), zero_mn)
        hits["hysteresis"] += within(result.quantity("hysteresis at 20 N"), hysteresis_mn * 0.96)
        hits["force"] += within(result.quantity("force at the highest load"), 50e3)
    assert all(count >= 0.95 * RUNS for count in hits.values()), hits
