"""Whether what is read is what the gauge shows: asked of a person where no manual says how replies are built."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

NEEDED: Final = 2
"""One load could agree by chance: a zero, a wrong decimal point at a round number."""

LEAST_N: Final = 1.0
"""Unverified default: below it many displays show nothing but noise."""

APART: Final = 0.25
"""Unverified default: two loads are different when they differ by this part of the greater one."""


class NoComparison(ValueError):
    """A reading with which nothing can be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A number on the wire that the examiner saw on the display, with its unit."""

    raw: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayCheck:
    """How far the comparison is.

    Attributes
    ----------
    agreed : tuple of Shown
        Readings that the display showed too.
    differed : Shown or None
        One that it did not show. It stands until the comparison is made anew.
    """

    agreed: tuple[Shown, ...] = ()
    differed: Shown | None = None

    @property
    def state(self) -> Literal["open", "agreed", "differed"]:
        """Whether the number can be relied on."""
        if self.differed is not None:
            return "differed"
        return "agreed" if len(self.agreed) >= NEEDED else "open"

    def same(self, shown: Shown, force_n: float) -> DisplayCheck:
        """After the examiner saw the same on the display.

        Raises
        ------
        NoComparison
            The load is too small, or as it was before.
        """
        if abs(force_n) < LEAST_N:
            raise NoComparison(f"the load is {force_n:.2f} N; press with at least {LEAST_N:g} N")
        agreed = () if self.state != "open" else self.agreed
        for before in agreed:
            if before.unit != shown.unit:
                raise NoComparison(f"the unit was {before.unit} before and is {shown.unit} now; set it back")
            if abs(shown.raw - before.raw) < APART * max(abs(shown.raw), abs(before.raw)):
                raise NoComparison(
                    f"the load is as it was before ({before.raw:g} {before.unit}); press clearly harder or softer"
                )
        return DisplayCheck(agreed=(*agreed, shown))

    def other(self, shown: Shown) -> DisplayCheck:
        """After the examiner saw something else on the display."""
        return replace(self, differed=shown)
