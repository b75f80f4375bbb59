"""`qst-station train` and `training-feedback`: learn on a simulated participant, and see how it went."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qst_station.cli.output import DONE, FOUND, print_json
from qst_station.findings import Refused

PROFILES = ("healthy", "crps_pressure_hyperalgesia", "sensory_loss", "surprise")


def add_train_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `train`."""
    parser.add_argument("--profile", choices=PROFILES, default="surprise", help="who is simulated")
    parser.add_argument("--tests", default="", metavar="LIST", help="such as MDT,MPT (default: the whole battery)")
    parser.add_argument("--side", choices=("left", "right"), default="right", help="affected side (right)")
    parser.add_argument("--limb", choices=("upper", "lower"), default="upper", help="affected limb (upper)")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same participant (default: 1)")
    parser.add_argument("--headless", action="store_true", help="a flawless simulated examiner, in virtual time")
    parser.add_argument(
        "--out", type=Path, default=None, help="folder (default: that of --data, or training-data)"
    )
    parser.add_argument("--json", action="store_true", help="without a window; print session and feedback")
    parser.set_defaults(run=_train)


def add_feedback_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `training-feedback`."""
    parser.add_argument("source", type=Path, metavar="FILE|JOURNAL", help="session or journal of a training visit")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=lambda arguments: training_feedback(arguments.source, as_json=arguments.json))


def _train(arguments: argparse.Namespace) -> int:
    choice: dict[str, Any] = {
        "profile": arguments.profile,
        "affected_side": arguments.side,
        "limb": arguments.limb,
        "tests": tuple(test.strip().upper() for test in arguments.tests.split(",") if test.strip()),
        "seed": arguments.seed,
    }
    out = arguments.out or arguments.data or Path("training-data")
    if not (arguments.headless or arguments.json):
        from qst_station.gui.app import run

        return run([], data=out, demo=False, seed=arguments.seed, training=choice)
    path = train(out, choice, say=_ignore if arguments.json else print)
    if arguments.json:
        print_json({"session": str(path)})
    else:
        print(f"\nSaved and verified: {path}\n")
    return training_feedback(path, as_json=arguments.json)


def train(out: Path, choice: dict[str, Any], *, say: Callable[[str], None]) -> Path:
    """Let a flawless examiner run a training visit, and seal it; returns the sealed session."""
    from qst_station.simulation.examiner import EXAMINER
    from qst_station.simulation.participant import SimulatedParticipant
    from qst_station.simulation.stage import virtual_engine
    from qst_station.simulation.trainee import Trainee
    from qst_station.simulation.training_visit import TrainingChoice, training_request

    request = training_request(TrainingChoice(**choice))
    assert request.training is not None
    with virtual_engine(out, seed=choice["seed"]) as (engine, stage, apparatus):
        engine.open_visit(request, EXAMINER)
        participant = SimulatedParticipant(choice["seed"], request.training.profile)
        Trainee(engine, stage, participant, apparatus, on_step=lambda step: say(f"  {step}")).run()
        engine.seal()
        sealing = engine.wait_for_seal()
    if sealing.finding is not None:
        raise Refused(sealing.finding)
    assert sealing.path is not None
    return sealing.path


def training_feedback(source: Path, *, as_json: bool) -> int:
    """Print the feedback of a training visit; 1 where its journal is damaged."""
    from qst_station.cli.sessions import recorded_rows
    from qst_station.station.record import Unreplayable, replay_rows, unreplayable
    from qst_station.station.training_feedback import training_feedback as feedback_of

    rows, findings = recorded_rows(source)
    try:
        replayed = replay_rows(rows, place=str(source))
    except Unreplayable as fault:
        raise Refused(unreplayable(source, fault)) from fault
    found = feedback_of(replayed)
    if as_json:
        print_json({**found, "findings": [asdict(finding) for finding in findings]})
    else:
        _print(found)
    return FOUND if findings else DONE


def _print(found: dict[str, Any]) -> None:
    for section in found["sections"]:
        print(section["title"])
        for line in section["sentences"]:
            print(f"  {line['mark']} {line['text'].format(**line['values'])}")
        print()


def _ignore(_: str) -> None:
    pass
