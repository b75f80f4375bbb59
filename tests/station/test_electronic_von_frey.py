"""The electronic von Frey from the bytes of a gauge to a sealed file: in mN, with no z-score, on paper too."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from drivers.simulated.behaviour import Behaviour
from drivers.simulated.device import simulated, simulated_button
from protocols.summaries import geometric_mean
from qst_station.acquisition.device import Device
from qst_station.recording.sealed import read_sealed
from qst_station.simulation.examiner import EXAMINER, Apparatus, SimulatedExaminer
from qst_station.simulation.hand import SimulatedHand
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import ALGOMETER, BUTTON, SimulatedBench, VirtualStage, WireStage, serve
from qst_station.station.attendance import sealed_visit
from qst_station.station.clock import RealClock, VirtualClock
from qst_station.station.engine import Engine
from qst_station.station.opening import STUDY, VisitRequest
from qst_station.station.status import status
from qst_station.station.verifying import verify
from qst_station.station.view import view
from tests.study.documents import as_toml, document

SEED = 3
EVF = ("EVF@control", "EVF@affected")
Bench = tuple[Engine, Any, Apparatus | None]


def put_study(data: Path, *limits: dict[str, Any]) -> None:
    """A study that asks for the electronic von Frey and nothing else."""
    study = document("healthy")
    study["visits"][0]["required"] = ["electronic_von_frey"]
    data.mkdir(exist_ok=True)
    text = as_toml({**study, "force_limits": list(limits)})
    (data / STUDY).write_text(text, encoding="utf-8")


def fine_gauge() -> SimulatedBench:
    """A gauge of 5 N that shows tenths of a millinewton."""
    hand = SimulatedHand(SEED)
    measures = Behaviour(capacity_n=5.0, decimals_n=4, noise_n=0.0003, seed=SEED)
    return SimulatedBench(
        algometer=simulated("mark10", load=hand, behaviour=measures),
        apparatus=Apparatus(hand=hand, button=simulated_button()),
    )


def attach(engine: Engine, urls: dict[str, str]) -> None:
    engine.attach(Device(name=ALGOMETER, gauge="mark10", url=urls[ALGOMETER], tests=("EVF",), options={}))
    engine.attach(Device(name=BUTTON, gauge="button", url=urls[BUTTON], options={}))


@contextmanager
def in_virtual_time(data: Path) -> Iterator[Bench]:
    bench, clock = fine_gauge(), VirtualClock()
    stage = VirtualStage(clock, bench, seed=SEED)
    engine = Engine(data, clock, open_device=stage.open_device, threads=False)
    stage.engine = engine
    try:
        attach(engine, {name: f"memory://{name}" for name in (ALGOMETER, BUTTON)})
        stage.wait(1_000_000_000)
        yield engine, stage, bench.apparatus
    finally:
        engine.close()


@contextmanager
def on_wires(data: Path) -> Iterator[Bench]:
    bench, clock = fine_gauge(), RealClock(10.0)
    stage, engine = WireStage(clock), Engine(data, clock)
    stage.engine = engine
    with ExitStack() as stack:
        stack.callback(engine.close)
        attach(engine, {name: stack.enter_context(serve(d, clock)).url for name, d in bench.devices.items()})
        stage.wait(1_000_000_000)
        yield engine, stage, bench.apparatus
        engine.close()


@contextmanager
def without_a_gauge(data: Path) -> Iterator[Bench]:
    bench, clock = fine_gauge(), VirtualClock()
    stage = VirtualStage(clock, bench, seed=SEED)
    engine = Engine(data, clock, open_device=stage.open_device, threads=False)
    stage.engine = engine
    try:
        yield engine, stage, None
    finally:
        engine.close()


def open_visit(engine: Engine) -> None:
    request = VisitRequest(
        participant_id="V-001",
        visit="volunteer",
        affected_side="left",
        limb="upper",
        age_y=45,
        sex="female",
        kind="simulated",
        seed=SEED,
    )
    engine.open_visit(request, EXAMINER)


def sealed(engine: Engine) -> Path:
    engine.seal()
    path = engine.wait_for_seal().path
    assert path is not None
    return path


@pytest.mark.parametrize("bench", [in_virtual_time, on_wires], ids=["virtual", "pty"])
def test_a_rising_force_becomes_a_sealed_value_in_millinewton(
    tmp_path: Path, bench: Callable[[Path], Any]
) -> None:
    put_study(tmp_path)
    with bench(tmp_path) as (engine, stage, apparatus):
        open_visit(engine)
        SimulatedExaminer(engine, stage, SimulatedParticipant(SEED), apparatus).run()
        path = sealed(engine)
    assert verify(path) == []
    assert sealed_visit(path).attended.assessments == ("electronic_von_frey",)
    summary = read_sealed(path).summary
    assert [step["step"] for step in summary["steps"]] == list(EVF) and summary["complete"]
    control, affected = summary["parameters"]
    assert {row["unit"] for row in (control, affected)} == {"mN"}
    assert control["value"] > affected["value"] > 10.0
    for row in (control, affected):
        assert row["z"] is None and row["x"] is None and row["stratum"] == "" and row["detectability"] == ""
        assert "stepped stimuli only (Pfau 2020)" in row["reason"]
        assert row["norm_set"]
    assert any("50 mN/s" in what for what in summary["unverified"]["EVF"])
    if bench is in_virtual_time:  # ten times as fast on a busy computer, wires give no figures
        assert 80.0 < control["value"] < 160.0 and 14.0 < affected["value"] < 32.0
        check_trials(path)


def check_trials(path: Path) -> None:
    """The force at the answer, and the rate in a column of its own."""
    arrays = {dataset.path: dataset.array for dataset in read_sealed(path).datasets}
    trials = [t for t in arrays["trials"] if t["status"] == b"counted"]
    assert len(trials) == 6
    for trial in trials:
        assert trial["unit"] == b"mN" and trial["stimulus"] == b"tip-0.5mm"
        assert math.isnan(trial["ramp_rate_kpa_per_s"]) and 40.0 < trial["ramp_rate_mn_per_s"] < 60.0
        forces = arrays["streams/algometer/force_mn"][until_the_mark(arrays, trial)]
        assert abs(max(forces) - trial["value"]) < 3.0
    for role in (b"control", b"affected"):
        mean = geometric_mean([float(t["value"]) for t in trials if t["site_role"] == role])
        assert any(math.isclose(row["value"], mean) for row in arrays["parameters"])


def until_the_mark(arrays: dict[str, Any], trial: Any) -> Any:
    """The samples of a trial up to its mark."""
    index, t_ns = arrays["streams/algometer/index"], arrays["streams/algometer/t_ns"]
    return (index >= trial["sample_first"]) & (index < trial["sample_stop"]) & (t_ns <= trial["t_mark_ns"])


def test_without_a_gauge_the_force_is_typed(tmp_path: Path) -> None:
    put_study(tmp_path)
    with without_a_gauge(tmp_path) as (engine, stage, apparatus):
        open_visit(engine)
        examiner = SimulatedExaminer(engine, stage, SimulatedParticipant(SEED), apparatus)
        visit = engine.visit
        assert visit is not None
        examiner._order("start", step=0, reason="")
        shown = view(visit.plan, visit.state)
        assert shown["entry"]["unit"] == "mN" and shown["do"] == "Type the force that the display shows."
        examiner.run()
        path = sealed(engine)
    assert verify(path) == []
    assert all(row["value"] is not None for row in read_sealed(path).summary["parameters"])


def test_a_study_limit_stops_the_ramp_rings_and_censors(tmp_path: Path) -> None:
    put_study(tmp_path, {"test": "EVF", "limit_mn": 60.0, "grade": "protocol", "source": "a test"})
    with in_virtual_time(tmp_path) as (engine, stage, apparatus):
        open_visit(engine)
        assert apparatus is not None and engine.visit is not None
        examiner = SimulatedExaminer(engine, stage, SimulatedParticipant(SEED), apparatus)
        examiner._order("start", step=0, reason="")
        examiner._order("begin")
        visit = engine.visit
        assert view(visit.plan, visit.state)["alarm"] is None
        apparatus.hand.press(engine.clock.now_ns() + 100_000_000, 0.05)
        stage.wait(3_000_000_000)
        shown = view(visit.plan, visit.state)
        assert shown["alarm"]["reason"] == "limit 60 mN, set by the study"
        (kept,) = visit.state.trials
        assert (kept.trial.value, kept.trial.censored, kept.trial.unit) == (None, "high", "mN")
        assert kept.peak_force_mn is not None and kept.peak_force_mn < 75.0
        # What the ramp screen draws: newtons, to a hundredth of a millinewton.
        trace = status(engine, trace_of=ALGOMETER)["trace"]
        assert trace["force_n"][-1] == pytest.approx(0.145, abs=0.02)
        apparatus.hand.let_go(engine.clock.now_ns())
        stage.wait(2_000_000_000)
        examiner.run()
        path = sealed(engine)
    assert verify(path) == []
    summary = read_sealed(path).summary
    assert summary["force_limits"]["EVF@control"]["load"] == 60.0
    control, _ = summary["parameters"]
    assert (control["value"], control["censored"]) == (None, "high")
    assert "60 mN" in control["reason"] and control["z"] is None and control["bound"] <= 60.0
