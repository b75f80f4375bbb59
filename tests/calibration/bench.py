"""A bench with a patient operator: does what is due until the round is finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import pi
from typing import Any

from calibration.conversion import Weighing
from calibration.events import (
    Check,
    Conditions,
    Event,
    Finish,
    Inspect,
    Reading,
    Reference,
    Zero,
)
from calibration.item import Item
from calibration.method import Method, MethodKind
from calibration.methods import method_text
from calibration.procedure import Due, due, init, step
from calibration.record import Kept, Problem, State
from calibration.tasks import Task
from qst_station.documents import load_document

S = 10**9
DATE = "2026-05-04"
SPEED_KPA_PER_S = 50.0
MASS_G = round(Weighing().mass_g(64.0), 4)


def method(kind: MethodKind) -> Method:
    """A packaged method, read as the application reads it."""
    return load_document(method_text(kind), Method, place=f"{kind}.toml")


def with_values(chosen: Method, **values: float) -> Method:
    """The method with settings of a sponsor."""
    for name, value in values.items():
        chosen = chosen.with_setting(name, value, set_by="Sponsor", set_on="2026-01-01")
    return chosen


def hair(nominal_mn: float = 64.0, **fields: object) -> Item:
    return Item(id="hair-7", kind="hair", reading_unit="g", nominal_mn=nominal_mn, material="glass", **fields)


def pinprick(nominal_mn: float = 128.0) -> Item:
    return Item(id="pin-5", kind="pinprick", reading_unit="g", nominal_mn=nominal_mn)


def tape() -> Item:
    return Item(id="tape-1", kind="tape", reading_unit="mm", division=1.0)


def balance() -> Item:
    return Item(id="balance-1", kind="balance", reading_unit="g", division=1e-4, loads=(1.0, 10.0), load_unit="g")


def gauge(*, round_probe: bool = False) -> Item:
    return Item(
        id="gauge-1",
        kind="force_gauge",
        reading_unit="N",
        division=0.01,
        loads=(5e3, 10e3, 20e3, 35e3, 50e3),
        round_probe=round_probe,
    )


REFERENCES = {
    "balance": {"expanded": 0.0004, "unit": "g", "division": 0.0001},
    "check_mass": {"expanded": 0.0001, "unit": "g", "nominal": 10.0},
    "loads": {"expanded": 0.0005, "unit": "1"},
    "calliper": {"expanded": 0.02, "unit": "mm", "division": 0.01},
    "rule": {"expanded": 0.1, "unit": "mm"},
}


def reference(role: str, **changed: object) -> Reference:
    fields: dict[str, object] = {"t_ns": 0, "role": role, "id": f"{role}-1", "certificate": f"C-{role}"}
    return Reference(**{**fields, "due": "2027-01-01", **REFERENCES[role], **changed})


def steady_press(rate: float = SPEED_KPA_PER_S) -> tuple[tuple[int, float], ...]:
    """A ramp of four seconds in newton on 1 cm2, where 1 kPa is 0.1 N, and a quick release."""
    rise = [0.1 * rate * i / 50.0 for i in range(201)]
    return tuple((i * S // 50, value) for i, value in enumerate([*rise, *rise[::-20]]))


def retaken(state: State, read: Callable[[Task], float | None]) -> State:
    """A finished round with other values, which saves a thousand walks through the procedure."""

    def again(kept: Kept) -> Kept:
        value = read(kept.task)
        return kept if value is None else replace(kept, reading=replace(kept.reading, value=value))

    return replace(state, readings=tuple(again(kept) for kept in state.readings))


class Bench:
    """A procedure under way.

    `read` gives the value the device shows for a task; zeros are 0 and checks are right unless it says else.
    """

    def __init__(
        self, method: Method, item: Item, read: Callable[[Task], float | None] = lambda task: None
    ) -> None:
        self.method, self.item, self.read = method, item, read
        self.state: State = init(method, item, DATE)
        self.t_ns = 0

    @property
    def due(self) -> Due:
        return due(self.method, self.item, self.state)

    @property
    def last_problem(self) -> Problem | None:
        return self.state.readings[-1].refused

    def send(self, event: Event) -> State:
        self.state = step(self.method, self.item, self.state, event)
        return self.state

    def prepare(self) -> None:
        """Conditions and references."""
        self.send(Conditions(t_ns=0, temperature_c=22.0, humidity_percent=50.0))
        while self.due.key == "reference":
            self.send(reference(self.due.role))

    def until(self, key: str) -> None:
        """Do what is due until `key` is."""
        while self.due.key != key:
            self.do()

    def do(self) -> None:
        """Do what is due, after any rest."""
        due = self.due
        self.t_ns = max(self.t_ns + S, due.not_before_ns)
        self.send(self._event(due))

    def press(self, value: float | None, **fields: object) -> None:
        """A reading of the device after a full rest, whatever is due."""
        self.t_ns = max(self.t_ns + S, self.due.not_before_ns)
        self.send(Reading(**{"t_ns": self.t_ns, "value": value, "unit": self.item.reading_unit, **fields}))

    def run(self) -> State:
        """Everything, up to and with `Finish`."""
        if not self.state.conditions:
            self.prepare()
        while self.due.key not in ("finish", "done"):
            self.do()
        return self.send(Finish(t_ns=self.t_ns)) if self.due.key == "finish" else self.state

    def _event(self, due: Due) -> Event:
        task, t_ns, unit = due.task, self.t_ns, self.item.reading_unit
        assert task is not None
        value = self.read(task)
        match due.key:
            case "check":
                return Check(t_ns=t_ns, value=10.0 if value is None else value, unit=unit)
            case "zero":
                return Zero(t_ns=t_ns, value=0.0 if value is None else value, unit=unit)
            case "inspect":
                return Inspect(t_ns=t_ns, yes=True)
            case "diameter":
                return Reading(t_ns=t_ns, value=20.0 / pi**0.5 if value is None else value, unit="mm", typed=True)
            case "ramp":
                return Reading(t_ns=t_ns, value=0.0, unit=unit, trace=steady_press())
        assert value is not None, f"nothing to read for {task}"
        return Reading(t_ns=t_ns, value=value, unit=unit, stable=True, load=task.load)


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
    """A hair on a balance that is fit to weigh it."""
    bench = Bench(method("hair"), hair(**fields), on_scale)
    bench.prepare()
    return bench


def gauges() -> Bench:
    """A force gauge under loads that are fit for it."""
    bench = Bench(method("force_gauge"), gauge(), on_scale)
    bench.prepare()
    return bench
