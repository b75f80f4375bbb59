"""What a calibration keeps: everything, also what was refused, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from calibration.events import Adjusted, Conditions, Identified, Inspect, Reading, Reference
from calibration.tasks import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why something is not used, or what a person must know about a result.

    Attributes
    ----------
    code : str
        Stable identifier, `area.what`.
    happened, remedy : str
        One sentence each.
    """

    code: str
    happened: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One reading.

    Attributes
    ----------
    number : int
        From 1, in the order of arrival over all rounds.
    round : int
        1 as found, 2 after the first adjustment.
    refused : Problem or None
        Why the method does not use it.
    excluded : str
        Why a person took it out.
    """

    number: int
    round: int
    task: Task
    reading: Reading
    refused: Problem | None = None
    excluded: str = ""

    @property
    def valid(self) -> bool:
        """Used for the result."""
        return self.refused is None and not self.excluded

    @property
    def value(self) -> float:
        """The value of a valid reading."""
        assert self.reading.value is not None  # a reading without a value is refused
        return self.reading.value


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReference:
    """A reference as shown, and why it may not be used."""

    reference: Reference
    refused: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptConditions:
    """Conditions as noted, and why the work may not go on in them."""

    conditions: Conditions
    refused: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptInspection:
    """An inspection, with the round it belongs to."""

    inspection: Inspect
    round: int


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where a calibration stands.

    Attributes
    ----------
    date : str
        Day of the calibration, ISO 8601; references must be valid on it.
    plan : tuple of Task
        The tasks of every round.
    round : int
        1 as found; each adjustment begins the next.
    finished : bool
        The round has all that the method asks for.
    enough : bool
        What the method does not need is left out of the round.
    """

    date: str
    plan: tuple[Task, ...]
    round: int = 1
    finished: bool = False
    enough: bool = False
    conditions: tuple[KeptConditions, ...] = ()
    references: tuple[KeptReference, ...] = ()
    readings: tuple[Kept, ...] = ()
    inspections: tuple[KeptInspection, ...] = ()
    identified: tuple[Identified, ...] = ()
    adjustments: tuple[Adjusted, ...] = ()

    def valid(self, *keys: str, round_: int | None = None) -> tuple[Kept, ...]:
        """Valid readings of tasks with these keys, of the present or another round."""
        asked = self.round if round_ is None else round_
        return tuple(k for k in self.readings if k.valid and k.round == asked and k.task.key in keys)

    def reference(self, role: str) -> Reference | None:
        """The latest valid reference in a role."""
        found = [k.reference for k in self.references if k.refused is None and k.reference.role == role]
        return found[-1] if found else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was refused: rooms, then references, then readings."""
        refused = [k.refused for k in self.conditions]
        refused += [k.refused for k in self.references]
        refused += [k.refused for k in self.readings]
        return tuple(problem for problem in refused if problem is not None)

    def without(self, problem: Problem, *, after: int = 0, series: int | None = None) -> State:
        """The same record with valid readings of this round refused.

        Parameters
        ----------
        problem : Problem
            Why.
        after : int
            Only readings with a number above this.
        series : int or None
            Only readings of this series.
        """

        def goes(kept: Kept) -> bool:
            there = kept.valid and kept.round == self.round and kept.number > after
            return there and series in (None, kept.task.series)

        readings = tuple(replace(kept, refused=problem) if goes(kept) else kept for kept in self.readings)
        return replace(self, readings=readings)
