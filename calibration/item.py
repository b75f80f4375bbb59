"""The thing that is calibrated."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Literal

from calibration.conversion import GRAM_PER_UNIT, MILLIMETRE_PER_UNIT
from calibration.scale import NEWTON_PER_UNIT

ItemKind = Literal["hair", "pinprick", "force_gauge", "tape", "balance"]

_UNITS: dict[ItemKind, tuple[str, ...]] = {
    "hair": tuple(GRAM_PER_UNIT),
    "pinprick": tuple(GRAM_PER_UNIT),
    "force_gauge": tuple(NEWTON_PER_UNIT),
    "tape": tuple(MILLIMETRE_PER_UNIT),
    "balance": tuple(GRAM_PER_UNIT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One hair, pinprick, gauge, tape or balance on the bench.

    Attributes
    ----------
    reading_unit : str
        The unit in which readings must come: of the balance for hairs and pinpricks, else of the item itself.
    nominal_mn : float or None
        Nominal force of a hair or a pinprick.
    material : str
        Of a hair; limits of humidity spare "glass" alone.
    division : float
        Last digit of the item's own display, in `reading_unit`; 0 for what has no display.
    loads : tuple of float
        Reference loads in rising order, as their certificate gives them.
    load_unit : str
        "mN" for a reference load cell, "g" for masses.
    compression_sign : int
        +1 where the gauge shows pressing as positive, -1 where it shows it as negative.
    round_probe : bool
        A gauge with a round flat probe: its diameter and its loading rate are checked too.
    """

    id: str
    kind: ItemKind
    reading_unit: str
    nominal_mn: float | None = None
    material: str = ""
    division: float = 0.0
    loads: tuple[float, ...] = ()
    load_unit: Literal["mN", "g"] = "mN"
    compression_sign: int = 1
    round_probe: bool = False

    def __post_init__(self) -> None:
        if self.kind in ("hair", "pinprick") and not (
            self.nominal_mn is not None and isfinite(self.nominal_mn) and self.nominal_mn > 0.0
        ):
            raise ValueError(f"{self.id}: a {self.kind} needs a positive nominal_mn, not {self.nominal_mn}")
        if self.kind in ("force_gauge", "tape", "balance") and not self.division > 0.0:
            raise ValueError(f"{self.id}: a {self.kind} needs the division of its display, not {self.division}")
        if list(self.loads) != sorted(set(self.loads)) or not all(0.0 < load < 1e12 for load in self.loads):
            raise ValueError(f"{self.id}: loads are positive, finite and rising, not {self.loads}")
        if self.reading_unit not in _UNITS[self.kind]:
            units = ", ".join(_UNITS[self.kind])
            raise ValueError(f"{self.id}: a {self.kind} is read in {units}, not in {self.reading_unit!r}")
        if self.kind == "balance" and self.load_unit != "g":
            raise ValueError(f"{self.id}: a balance is loaded with masses in g, not {self.load_unit!r}")
        if self.compression_sign not in (-1, 1):
            raise ValueError(f"{self.id}: compression_sign is +1 or -1, not {self.compression_sign}")
