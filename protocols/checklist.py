"""The check-list before a visit: which lines it has, who answers each, and what mends it. Pure data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from protocols.battery import Provenance
from protocols.form_document import Number

FoundBy = Literal["engine", "window", "examiner"]
CheckState = Literal["ok", "open"]
Visited = Literal["tests", "ramp", "gauge", "limb"]
"""What a visit may hold: tests with stimuli, a ramp among them, a gauge under a test, a limb that is measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One line.

    Attributes
    ----------
    by : str
        Who finds out: the engine, the window, or the examiner, who confirms it or types a number.
    done, missing : str
        What is said where it is in order, and where it is not.
    mend, mend_label : str
        Where the window goes to mend it, and the words on the button; empty where the line itself is the button.
    only_with : tuple of str
        The line is there where the visit has one of these; empty: always.
    optional : bool
        Left open it needs no reason.
    number : Number or None
        The number that the examiner types.
    field : str
        The field of a form that asks for the same; the form takes the answer over instead of asking again.
    limit : float or None
        What the engine compares with, in `unit`.
    """

    id: str
    by: FoundBy
    done: str
    missing: str
    mend: Literal["", "devices", "sound", "pedals"] = ""
    mend_label: str = ""
    only_with: tuple[Visited, ...] = ()
    optional: bool = False
    number: Number | None = None
    field: str = ""
    limit: float | None = None
    unit: str = ""

    def __post_init__(self) -> None:
        if self.number is not None and self.by != "examiner":
            raise ValueError(f"{self.id}: only an examiner types a number")
        if bool(self.mend) != bool(self.mend_label):
            raise ValueError(f"{self.id}: mend and mend_label go together")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckListSpec:
    """The lines in order, the reasons that are offered for going on with open ones, and where they come from."""

    name: str
    version: str
    lines: tuple[CheckLine, ...]
    open_reasons: tuple[str, ...]
    provenance: tuple[Provenance, ...] = ()

    def __post_init__(self) -> None:
        twice = [id_ for id_, times in Counter(line.id for line in self.lines).items() if times > 1]
        if twice:
            raise ValueError(f"these lines are there twice: {', '.join(twice)}")

    def lines_with(self, visited: Collection[Visited]) -> tuple[CheckLine, ...]:
        """The lines of a visit that holds these."""
        return tuple(line for line in self.lines if not line.only_with or set(line.only_with) & set(visited))

    @property
    def unverified(self) -> tuple[str, ...]:
        """What nobody has confirmed."""
        return tuple(p.what for p in self.provenance if p.grade == "unverified")
