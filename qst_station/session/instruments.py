"""Which hair, pinprick or gauge is in the examiner's hand, what its certificate says, and if it may be used."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from protocols.battery import MachineSpec, TestSpec
from protocols.effects import Stimulus
from protocols.limits import LimitsSpec
from protocols.rating import RatingSpec
from protocols.train import TrainSpec

_KIND = {"hair": "hair", "pinprick": "pinprick", "train": "pinprick"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An instrument as the opening row has it: its state and its certificate on the day of the visit.

    Attributes
    ----------
    id, kind : str
        As in the register of instruments.
    nominal_mn, measured_mn, expanded_mn, coverage_factor : float or None
        Force that the maker states; force of the certificate with its expanded uncertainty and the factor in it.
    usable : bool
        Whether it may be used without an override.
    reason, remedy : str
        Why it is in its state, and what to do about it.
    certificate : str
        Number; empty without one.
    """

    id: str
    kind: str
    nominal_mn: float | None
    measured_mn: float | None
    expanded_mn: float | None
    coverage_factor: float | None
    usable: bool
    reason: str
    remedy: str
    certificate: str

    @classmethod
    def of(cls, snapshot: Mapping[str, Any]) -> Instrument:
        """The instrument of a snapshot (`qst_station.calibrating.snapshot`)."""
        return cls(
            id=snapshot["id"],
            kind=snapshot["kind"],
            nominal_mn=snapshot["nominal_mn"],
            measured_mn=snapshot["measured_mn"],
            expanded_mn=snapshot["expanded_mn"],
            coverage_factor=snapshot["coverage_factor"],
            usable=snapshot["usable"],
            reason=snapshot["reason"],
            remedy=snapshot["remedy"],
            certificate=snapshot["certificate"] or "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruments:
    """The instruments of a visit.

    Attributes
    ----------
    gate : bool
        Whether what must not be used stops the test; a practice visit records the state and goes on.
    override_roles : tuple of str
        Who may open the gate for an instrument.
    pieces : tuple of Instrument
        Hairs and pinpricks, at most one per kind and nominal force.
    """

    gate: bool = False
    override_roles: tuple[str, ...] = ()
    pieces: tuple[Instrument, ...] = ()

    def behind(self, stimulus: Stimulus) -> Instrument | None:
        """The hair or pinprick that a stimulus is applied with; None where the visit has none on record."""
        kind, force_mn = _KIND.get(stimulus.kind), stimulus.nominal_force_mn
        if kind is None or force_mn is None:
            return None
        of_kind = (piece for piece in self.pieces if piece.kind == kind and piece.nominal_mn is not None)
        return next((p for p in of_kind if math.isclose(p.nominal_mn or 0.0, force_mn, rel_tol=1e-6)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Why a stimulus must not be applied. `instrument` names what an override is about."""

    instrument: str
    reason: str
    remedy: str

    @property
    def text(self) -> str:
        """One sentence for a person."""
        return f"{self.instrument} must not be used: {self.reason}"


def obstacles(
    instruments: Instruments, stimulus: Stimulus, gauge: tuple[str, Instrument | None] | None
) -> tuple[Obstacle, ...]:
    """What stands against applying a stimulus.

    Parameters
    ----------
    gauge : (str, Instrument or None) or None
        Stream of the force gauge under the test and the instrument that it is, if there is a gauge.
    """
    if not instruments.gate:
        return ()
    found = []
    kind = _KIND.get(stimulus.kind)
    if kind is not None and stimulus.nominal_force_mn is not None:
        name = f"{kind} {stimulus.nominal_force_mn:g} mN"
        found.append(_obstacle(name, instruments.behind(stimulus)))
    if gauge is not None:
        found.append(_obstacle(f"gauge {gauge[0]}", gauge[1]))
    return tuple(obstacle for obstacle in found if obstacle is not None)


def _obstacle(name: str, instrument: Instrument | None) -> Obstacle | None:
    if instrument is None:
        remedy = "Register it and calibrate it, or have its use signed for."
        return Obstacle(instrument=name, reason="it has no certificate on record.", remedy=remedy)
    if instrument.usable:
        return None
    return Obstacle(instrument=instrument.id, reason=instrument.reason, remedy=instrument.remedy)


def stimuli_of(spec: MachineSpec) -> tuple[Stimulus, ...]:
    """Every stimulus that a test may ask for."""
    match spec:
        case LimitsSpec() | RatingSpec():
            return spec.stimuli
        case TrainSpec():
            return (spec.single, spec.train)
    return (spec.stimulus,)


def instruments_from(opening: Mapping[str, Any]) -> Instruments:
    """The instruments of an opening row; journals from before they were recorded have none, and no gate."""
    recorded = opening.get("instruments")
    if recorded is None:
        return Instruments()
    return Instruments(
        gate=recorded["gate"],
        override_roles=tuple(recorded["override_roles"]),
        pieces=tuple(Instrument.of(piece) for piece in recorded["pieces"]),
    )


def wanted_kinds(tests: Sequence[TestSpec]) -> dict[str, tuple[float, ...]]:
    """Nominal forces in mN of the hairs and pinpricks that tests ask for, by kind."""
    wanted: dict[str, set[float]] = {}
    for test in tests:
        for stimulus in stimuli_of(test.machine):
            kind = _KIND.get(stimulus.kind)
            if kind is not None and stimulus.nominal_force_mn is not None:
                wanted.setdefault(kind, set()).add(stimulus.nominal_force_mn)
    return {kind: tuple(sorted(forces)) for kind, forces in wanted.items()}
