"""Hairs of known force, through the bytes of a balance and the presses in them, come out within U."""

from __future__ import annotations

import datetime
from math import cos, radians
from random import Random

from calibration.conversion import Weighing
from calibration.evaluation import evaluate
from calibration.events import Check, Conditions, Finish, Reference, Zero
from calibration.procedure import init, step
from calibration.record import State
from drivers.balance import MT_SICS
from drivers.conversation import Stamped
from drivers.line_codec import LineCodec
from drivers.simulated.device import simulated
from qst_station.acquisition.indication import weights
from qst_station.calibrating.history import History
from qst_station.calibrating.instruments import Instrument
from qst_station.calibrating.run_opening import GivenSetting, Operator, RunOpening, Setup, opening
from qst_station.station.bench_readings import BenchReadings
from tests.station.weighing_bench import CHECK_G, FINE, ROOM, STANDARD_G, S, reference

RUNS = 1000
PRESSES = 5
DAY = datetime.datetime(2026, 5, 4, 9, 0, tzinfo=datetime.UTC)
# A second of rising, and samples at 10 Hz while the hair is held, as the balance is asked.
ASKED_NS = (0, S // 2, *range(S, 19 * S // 10, S // 10), 21 * S // 10)


def opened(nominal_mn: float) -> RunOpening:
    hair = Instrument(
        id=f"hair-{nominal_mn:g}",
        kind="hair",
        model="OptiHair2",
        serial="1",
        owner="site",
        nominal_mn=nominal_mn,
        material="glass",
    )
    return opening(
        History(instrument=hair, entries=()),
        kind=None,
        operator=Operator(who="EX", role="calibrator"),
        condition="",
        setup=Setup(),
        settings=[GivenSetting(name="readings", value=float(PRESSES), set_by="Sponsor", set_on="2026-01-01")],
        bench=None,
        utc=DAY,
        date=DAY.date(),
    )


def up_to_the_presses(run: RunOpening) -> State:
    state = init(run.method, run.item, run.date)
    events = [
        Conditions(t_ns=0, **ROOM),
        Reference(t_ns=0, **reference("balance")),
        Reference(t_ns=0, **reference("check_mass")),
        Check(t_ns=0, value=CHECK_G, unit="g", stable=True),
        Zero(t_ns=0, value=0.0, unit="g", stable=True),
    ]
    for event in events:
        state = step(run.method, run.item, state, event)
    return state


class Hand:
    """Presses one after the other, each with its force; `error_g` is the error of the balance under load."""

    def __init__(self, forces_mn: list[float], here: Weighing, error_g: float) -> None:
        self._shown_n = [(here.mass_g(force) + error_g) * STANDARD_G for force in forces_mn]

    def __call__(self, t_ns: int) -> float:
        number, since_ns = divmod(t_ns, 40 * S)
        if number >= len(self._shown_n) or since_ns > 2 * S:
            return 0.0
        return self._shown_n[number] * min(1.0, since_ns / S)


def calibrated(run: RunOpening, state: State, hand: Hand) -> State:
    device, codec, bench = (
        simulated("mt-sics", load=hand, behaviour=FINE),
        LineCodec(MT_SICS),
        BenchReadings(run, 0),
    )
    index = 0
    for number in range(PRESSES):
        for since_ns in ASKED_NS:
            t_ns = number * 40 * S + since_ns
            messages = codec.feed(device.handle(b"SI\r\n", t_ns))
            for shown in weights([Stamped(message=message, t_ns=t_ns) for message in messages], index):
                index += 1
                reading = bench.take(shown, "press")
                if reading is not None:
                    state = step(run.method, run.item, state, reading)
    end_ns = PRESSES * 40 * S
    closing = (
        Zero(t_ns=end_ns, value=0.0, unit="g", stable=True),
        Check(t_ns=end_ns, value=CHECK_G, unit="g", stable=True),
        Finish(t_ns=end_ns),
    )
    for event in closing:
        state = step(run.method, run.item, state, event)
    return state


def test_the_force_of_a_hair_lies_within_u_in_95_of_100_calibrations() -> None:
    """Fatigue, angle, scatter, resolution and error of the balance, and gravity are all unknown to the method."""
    runs = [opened(2.0**power) for power in range(2, 10)]
    begun = [(run, up_to_the_presses(run)) for run in runs]
    hits = 0
    for seed in range(RUNS):
        chance = Random(seed)
        run, state = chance.choice(begun)
        assert run.item.nominal_mn is not None
        rested_mn = run.item.nominal_mn * chance.uniform(0.8, 1.2)
        fatigue, scatter = chance.uniform(0.0, 0.04) / 9.0, chance.uniform(0.002, 0.02)
        forces_mn = [
            rested_mn
            * (1.0 - fatigue * number)
            * cos(radians(chance.uniform(0.0, 7.0)))
            * (1.0 + chance.gauss(0.0, scatter))
            for number in range(PRESSES)
        ]
        here = Weighing(gravity_m_per_s2=chance.uniform(9.780, 9.832))
        result = evaluate(
            run.method, run.item, calibrated(run, state, Hand(forces_mn, here, chance.gauss(0.0, 1e-4)))
        )
        force = result.measured_force_mn
        assert force is not None and force.expanded is not None
        hits += abs(force.value - rested_mn) <= force.expanded
    assert hits >= 0.95 * RUNS, hits
