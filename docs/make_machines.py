"""Write the page of the test machines: their phases and events, found by running them."""

from __future__ import annotations

import inspect
import random
import typing
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from protocols import effects, events, figure8, form, machines
from protocols.battery import MachineSpec
from protocols.limits import LimitsSpec
from protocols.ramp_spec import RampSpec
from protocols.rating import RatingSpec
from protocols.train import TrainSpec
from qst_station.station.opening import BatteryDocuments, battery_documents

PAGE = Path(__file__).parent / "explanation" / "machines.md"
WALKS, STEPS = 600, 40
_S = 1_000_000_000

Transitions = dict[tuple[str, str, str], set[str]]
"""(phase, event, next phase) -> names of the effects seen."""

_HEAD = """# Machines

<!-- made by docs/make_machines.py; do not edit -->

A test is a document and one of four machines. A machine is pure: it sees events, returns the next state, and asks
for effects. Everything else (clock, gauge, screen, journal) is outside, so a list of events is a whole test of a
test, undo is an earlier state, and a replay gives the same trials. The diagrams were made by running each machine
at random on a short version of its test and noting every step; what a phase takes is what `expects` says.
"""

_ABOUT = {
    "limits": (
        "One answer a stimulus. A series ends where the answer changes; that force is a turning point. "
        "The series alternate in direction, and the turning points of all make the threshold."
    ),
    "rating": (
        "One number a stimulus, in an order drawn before the visit from a seed that is stored. The interval runs "
        "from stimulus to stimulus; where the number takes longer, the next is due as soon as it is given. VDT is "
        "the same machine with three readings of the fork in a fixed order and an arithmetic mean."
    ),
    "train": (
        "A single touch and its rating, then a paced train and one rating for it. Beats are due at absolute "
        "times, so that a late one does not move the next; the machine asks to be woken for each."
    ),
    "ramp": (
        "A load rises from contact to the response: pressure in PPT, force in EVF; only the unit of the document "
        "differs. The load at the response is interpolated between the samples around it, so the machine waits "
        "for the first sample after it. Without a gauge it is typed; a number that is far from the trial "
        "before is doubted until somebody has said whether it stays."
    ),
}


def page() -> str:
    """The page as it should be."""
    documents = battery_documents()
    parts = [_HEAD, _vocabulary()]
    for kind, (spec, tests) in _short_tests(documents).items():
        parts.append(_machine(kind, spec, tests))
    parts += [_limb(), _form()]
    return "\n".join(parts)


def _vocabulary() -> str:
    rows = [f"| `{e.__name__}` | {_first_line(e)} |" for e in typing.get_args(events.Event)]
    wishes = [f"| `{e.__name__}` | {_first_line(e)} |" for e in typing.get_args(effects.Effect)]
    return "\n".join(("| event | |", "|---|---|", *rows, "", "| effect | |", "|---|---|", *wishes, ""))


def _first_line(type_: type) -> str:
    return (inspect.getdoc(type_) or "").split("\n\n")[0].replace("\n", " ")


def _short_tests(documents: BatteryDocuments) -> dict[str, tuple[MachineSpec, list[str]]]:
    """One spec of each kind with little to do, and the tests of that kind."""
    short: dict[str, tuple[MachineSpec, list[str]]] = {}
    for name, test in documents.tests.items():
        match test.machine:
            case LimitsSpec() as spec:
                at = [s.nominal_force_mn for s in spec.stimuli].index(spec.start_mn)
                stimuli = spec.stimuli[max(0, at - 1) : at + 2]
                kind, spec = "limits", replace(spec, series=3, stimuli=stimuli)
            case RatingSpec() as spec:
                kind, spec = "rating", replace(spec, runs=1)
            case TrainSpec() as spec:
                kind, spec = "train", replace(spec, repeats=2, beats=3)
            case RampSpec() as spec:
                kind, spec = "ramp", replace(spec, trials=2)
        short.setdefault(kind, (spec, []))[1].append(name)
    return short


def _machine(kind: str, spec: MachineSpec, tests: list[str]) -> str:
    seen, takes = explore(spec)
    lines = [f"## {kind}: {', '.join(tests)}\n", f"{_ABOUT[kind]}\n", "```mermaid", "stateDiagram-v2"]
    phases = list(takes)
    lines.append(f"    [*] --> {phases[0]}")
    lines += [f"    {a} --> {b} : {', '.join(names)}" for (a, b), names in _arrows(seen, phases)]
    lines += [
        "    done --> [*]",
        "```",
        "",
        "| phase | takes | event | next phase | effects |",
        "|---|---|---|---|---|",
    ]
    for phase in phases:
        steps = [(event, after, wishes) for (before, event, after), wishes in seen.items() if before == phase]
        first = f"| {phase} | {', '.join(takes[phase]) or 'nothing'} |"
        for event, after, wishes in sorted(steps) or [("", "", set())]:
            lines.append(f"{first} {event} | {after} | {', '.join(sorted(wishes))} |")
            first = "| | |"
    return "\n".join((*lines, ""))


def _arrows(seen: Transitions, phases: list[str]) -> Iterator[tuple[tuple[str, str], list[str]]]:
    pairs = sorted({(a, b) for a, _, b in seen}, key=lambda pair: (phases.index(pair[0]), phases.index(pair[1])))
    for pair in pairs:
        yield pair, sorted(event for a, event, b in seen if (a, b) == pair)


def explore(spec: MachineSpec) -> tuple[Transitions, dict[str, tuple[str, ...]]]:
    """Every step that random walks over a machine take, and what each phase takes, in order of appearance."""
    seen: Transitions = {}
    takes: dict[str, tuple[str, ...]] = {}
    chance = random.Random(1)
    plan = tuple(s.id for s in spec.stimuli) if isinstance(spec, RatingSpec) else ()
    for _ in range(WALKS):
        state, t_ns = machines.init(spec, plan), 0
        for _ in range(STEPS):
            expected = machines.expects(spec, state)
            takes.setdefault(state.phase, expected)
            if not expected:
                break
            t_ns += chance.choice((_S // 10, _S, 30 * _S))
            event = _event(spec, _one_of(expected, chance), t_ns, chance)
            after, wishes = machines.step(spec, state, event)
            step = seen.setdefault((state.phase, type(event).__name__, after.phase), set())
            step.update(type(wish).__name__ for wish in wishes)
            state = after
    last = takes.pop("done")
    return dict(sorted(seen.items())), {**takes, "done": last}


def _one_of(expected: tuple[str, ...], chance: random.Random) -> str:
    """An event by chance; interruptions are rare, or no walk would reach the end."""
    return chance.choices(expected, [1 if name == "Interrupted" else 5 for name in expected])[0]


def _event(spec: MachineSpec, name: str, t_ns: int, chance: random.Random) -> events.Event:
    match name:
        case "Begin":
            return events.Begin(t_ns=t_ns)
        case "Answer":
            return events.Answer(t_ns=t_ns, yes=chance.random() < 0.5)
        case "Rated":
            values = (100.0, 500.0) if isinstance(spec, RampSpec) else (1.0, 5.0)
            return events.Rated(t_ns=t_ns, value=chance.choice(values))
        case "Settled":
            return events.Settled(t_ns=t_ns, keep=chance.random() < 0.5)
        case "Mark":
            return events.Mark(t_ns=t_ns - _S // 20, uncertainty_ns=0)
        case "Samples":
            limit = spec.limit if isinstance(spec, RampSpec) else 0.0
            load = chance.choice((0.0, 0.2 * limit, 0.5 * limit, limit))
            return events.Samples(t_ns=(t_ns - _S // 100, t_ns), load=(load, load))
        case "Woke":
            return events.Woke(t_ns=t_ns)
        case "Interrupted":
            return events.Interrupted(t_ns=t_ns, reason="stopped")
    raise ValueError(f"no event {name!r}")


def _limb() -> str:
    rows = [f"| `{e.__name__}` | {_first_line(e)} |" for e in typing.get_args(figure8.LimbEvent)]
    about = (
        "## figure8: the limb measurement\n\n"
        "No stimuli and no phases: a list of readings, perhaps one in doubt, until the set is closed. The sides "
        "take turns, the unaffected one first. After three readings a side, a range above the rule's spread asks "
        "for a fourth and fifth, and the median is taken. A number that fits the limb only in another unit, or an "
        "unusual one, waits for a yes or a correction.\n"
    )
    return "\n".join((about, "| event | |", "|---|---|", *rows, ""))


def _form() -> str:
    rows = [f"| `{e.__name__}` | {_first_line(e)} |" for e in typing.get_args(form.FormEvent)]
    about = (
        "## form: ratings, check-lists and what is read off and typed\n\n"
        "Fields in order, each a number, a choice, yes or no, or a few words. A number outside the hard limits is "
        "refused; outside the soft ones it waits for a reason. Every entry stays: a correction reopens the field, "
        "and of several entries the last one holds. A field may stay without an answer for a declared reason. "
        "A form closes once every field has its entry.\n"
    )
    return "\n".join((about, "| event | |", "|---|---|", *rows, ""))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
