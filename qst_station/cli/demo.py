"""`qst-station demo`: one simulated visit without a window, on the same engine as with one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qst_station.cli.output import DONE, print_json, print_summary
from qst_station.findings import Refused
from qst_station.recording.journal_copy import DATABASE
from qst_station.recording.user_block import read_summary
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER, Apparatus, SimulatedExaminer
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import VirtualStage, WireStage, virtual_engine, wire_engine
from qst_station.station.engine import Engine
from qst_station.station.visit import Acknowledged


def demo(out: Path, *, seed: int, wire: bool, as_json: bool) -> int:
    """Run the visit, seal it, and say where it is; returns the exit code."""
    open_engine = wire_engine if wire else virtual_engine
    with open_engine(out, seed=seed, on_acknowledged=_print_ack if as_json else _ignore) as (
        engine,
        stage,
        apparatus,
    ):
        path = _run(engine, stage, apparatus, seed=seed, as_json=as_json)
    if as_json:
        print_json({"session": str(path)})
        return DONE
    print()
    print_summary(read_summary(path))
    print(f"\nSaved and verified: {path}")
    return DONE


def _run(
    engine: Engine, stage: VirtualStage | WireStage, apparatus: Apparatus, *, seed: int, as_json: bool
) -> Path:
    engine.open_visit(demo_request(seed), EXAMINER)
    assert engine.visit is not None
    on_step: Callable[[str], None] = _ignore if as_json else _print_step
    if as_json:
        print_json({"journal": str(engine.visit.journal.folder / DATABASE)})
    else:
        print(f"Simulated visit, seed {seed}. Journal: {engine.visit.journal.folder / DATABASE}")
    SimulatedExaminer(engine, stage, SimulatedParticipant(seed), apparatus, on_step=on_step).run()
    engine.seal()
    sealing = engine.wait_for_seal()
    if sealing.finding is not None:
        raise Refused(sealing.finding)
    assert sealing.path is not None
    return sealing.path


def _ignore(_: object) -> None:
    pass


def _print_step(step: str) -> None:
    test, _, role = step.partition("@")
    print(f"  {test:5} {role}", flush=True)


def _print_ack(acknowledged: Acknowledged) -> None:
    recorded = acknowledged.recorded
    print_json({"ack": acknowledged.seq, "test": recorded.test, "site": recorded.site, "trial": recorded.trial})
