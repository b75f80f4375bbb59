"""The packaged protocols, and a way to run a machine on a list of events."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Any

import pytest

from protocols import machines
from protocols.battery import BatterySpec, TestSpec
from protocols.effects import Effect, Finish, Parameter, Trial
from protocols.effects import Record as RecordEffect
from protocols.events import Event
from protocols.figure8_spec import Figure8Spec
from protocols.limits import LimitsSpec
from protocols.ramp_spec import RampSpec
from protocols.rating import RatingSpec
from protocols.train import TrainSpec
from qst_station.documents import load_document


class Run:
    """A machine under way: its state, and all effects so far in order."""

    def __init__(self, spec: Any, plan: tuple[str, ...] = ()) -> None:
        self.spec = spec
        self.state: Any = machines.init(spec, plan)
        self.effects: list[Effect] = []

    def send(self, *events: Event) -> tuple[Effect, ...]:
        """Feed events; returns the effects of these."""
        found: list[Effect] = []
        for event in events:
            self.state, effects = machines.step(self.spec, self.state, event)
            found += effects
        self.effects += found
        return tuple(found)

    def resume(self, t_ns: int) -> tuple[Effect, ...]:
        self.state, effects = machines.resume(self.spec, self.state, t_ns)
        self.effects += effects
        return effects

    @property
    def trials(self) -> list[Trial]:
        return [effect.trial for effect in self.effects if isinstance(effect, RecordEffect)]

    @property
    def parameters(self) -> dict[str, Parameter]:
        """The values of a finished test by name."""
        (finish,) = [effect for effect in self.effects if isinstance(effect, Finish)]
        return {parameter.name: parameter for parameter in finish.parameters}

    @property
    def expects(self) -> tuple[str, ...]:
        return machines.expects(self.spec, self.state)

    @property
    def due(self) -> str | None:
        stimulus = machines.stimulus(self.spec, self.state)
        return stimulus.id if stimulus else None


@pytest.fixture(scope="session")
def run() -> type[Run]:
    return Run


@pytest.fixture(scope="session")
def documents() -> dict[str, TestSpec]:
    """The tests of the DFNS battery by name."""
    return {name: _load(f"dfns/{name.lower()}.toml", TestSpec) for name in battery_tests()}


@pytest.fixture(scope="session")
def battery() -> BatterySpec:
    return _load("dfns/battery.toml", BatterySpec)


@pytest.fixture(scope="session")
def figure8_spec() -> Figure8Spec:
    return _load("limb/figure8.toml", Figure8Spec)


@pytest.fixture(scope="session")
def mdt(documents: dict[str, TestSpec]) -> LimitsSpec:
    return documents["MDT"].machine


@pytest.fixture(scope="session")
def mpt(documents: dict[str, TestSpec]) -> LimitsSpec:
    return documents["MPT"].machine


@pytest.fixture(scope="session")
def mps(documents: dict[str, TestSpec]) -> RatingSpec:
    return documents["MPS"].machine


@pytest.fixture(scope="session")
def vdt(documents: dict[str, TestSpec]) -> RatingSpec:
    return documents["VDT"].machine


@pytest.fixture(scope="session")
def wur(documents: dict[str, TestSpec]) -> TrainSpec:
    return documents["WUR"].machine


@pytest.fixture(scope="session")
def ppt(documents: dict[str, TestSpec]) -> RampSpec:
    return documents["PPT"].machine


def battery_tests() -> Iterable[str]:
    return _load("dfns/battery.toml", BatterySpec).tests


def _load(name: str, type_: type) -> Any:
    return load_document(files("protocols").joinpath(name).read_text(encoding="utf-8"), type_, place=name)
