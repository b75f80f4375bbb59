"""What an instrument is: the fixed facts on its label, and the rule that the sponsor set for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from calibration.conversion import log_unit
from calibration.scale import NEWTON_PER_UNIT

Kind: TypeAlias = Literal[
    "hair", "pinprick", "force_gauge", "tape", "balance", "reference_mass", "rule", "thermo_hygrometer"
]
WITH_NOMINAL_FORCE = ("hair", "pinprick")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRule:
    """When an instrument must be seen to again. No published standard says it: the sponsor does.

    Attributes
    ----------
    recalibrate_after_days : int or None
        Last day of validity, counted from the calibration; None where it has not been set.
    due_soon_days : int or None
        So many days before that day the instrument is due soon.
    check_every_days : int or None
        A daily check is good for so many days (1: for its own day); None where none is asked for.
    set_by : str
        Who decided this; empty only where nothing is set.
    """

    recalibrate_after_days: int | None = None
    due_soon_days: int | None = None
    check_every_days: int | None = None
    set_by: str = ""

    def __post_init__(self) -> None:
        rules = ("recalibrate_after_days", "due_soon_days", "check_every_days")
        given = {name: getattr(self, name) for name in rules if getattr(self, name) is not None}
        for name, days in given.items():
            if not 1 <= days <= 36_500:
                raise ValueError(f"{name} is 1 to 36500 days, not {days}")
        if self.due_soon_days is not None and self.recalibrate_after_days is None:
            raise ValueError("due_soon_days needs recalibrate_after_days")
        if given and not self.set_by.strip():
            raise ValueError("set_by must say who decided the rule")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One hair, pinprick, gauge, tape, balance or standard, as registered.

    Attributes
    ----------
    id : str
        Unique in the register, also where case is ignored; letters, digits, `.`, `_`, `-`.
    serial : str
        Serial number of the piece, or lot of the set.
    nominal_mn : float or None
        Force that the maker states, in mN; hairs and pinpricks have one.
    nominal_mass_g : float or None
        Mass that the maker states, in g; a reference mass has one.
    set_name : str
        The set it belongs to; empty for a single piece.
    slot : int or None
        Its place in the tray, from 1.
    marking : str
        Colour or shape by which it is told from its neighbours.
    source : str
        Where the nominal value comes from.
    """

    id: str
    kind: Kind
    model: str
    serial: str
    owner: str
    nominal_mn: float | None = None
    nominal_mass_g: float | None = None
    tip: str = ""
    material: str = ""
    set_name: str = ""
    slot: int | None = None
    marking: str = ""
    source: str = ""
    due: DueRule = field(default_factory=DueRule)

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"id {self.id!r} is not 1 to 40 letters, digits, '.', '_', '-'")
        for name in ("model", "serial", "owner"):
            if not getattr(self, name).strip():
                raise ValueError(f"{self.id}: {name} is empty")
        if (self.nominal_mn is not None) != (self.kind in WITH_NOMINAL_FORCE):
            raise ValueError(f"{self.id}: nominal_mn is for {', '.join(WITH_NOMINAL_FORCE)}, and required there")
        if (self.nominal_mass_g is not None) != (self.kind == "reference_mass"):
            raise ValueError(f"{self.id}: nominal_mass_g is for reference_mass, and required there")
        for name in ("nominal_mn", "nominal_mass_g"):
            value = getattr(self, name)
            if value is not None and not 0.0 < value < 1e7:
                raise ValueError(f"{self.id}: {name} must be above 0 and below 1e7, not {value}")
        if self.slot is not None and self.slot < 1:
            raise ValueError(f"{self.id}: slot counts from 1, not {self.slot}")

    @property
    def nominal_gf(self) -> float | None:
        """Nominal force in gram-force (standard gravity)."""
        return None if self.nominal_mn is None else self.nominal_mn * 1e-3 / NEWTON_PER_UNIT["gf"]

    @property
    def nominal_log_units(self) -> float | None:
        """Nominal force of a hair in the logarithmic units of filaments (`calibration.conversion.log_unit`)."""
        return None if self.nominal_mn is None or self.kind != "hair" else log_unit(self.nominal_mn)
