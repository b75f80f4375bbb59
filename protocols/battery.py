"""A battery as data: which tests, in which order, and what is known of every figure in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from protocols.limits import LimitsSpec
from protocols.ramp_spec import ForceRampSpec, RampSpec
from protocols.rating import RatingSpec
from protocols.train import TrainSpec

Grade = Literal["published", "transcribed", "derived", "unverified"]
MachineSpec: TypeAlias = LimitsSpec | RatingSpec | TrainSpec | RampSpec | ForceRampSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the figures of a test come from.

    `unverified` means: a default of ours that nobody has checked against the cited paper; it is shown as such.
    """

    what: str
    grade: Grade
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestPlace:
    """Where on the tested area a test is done, as the prompter says it; empty where the document does not."""

    hand: str = ""
    foot: str = ""

    __test__ = False

    def at(self, body_site: Literal["hand", "foot"]) -> str:
        """The place on one area."""
        return self.hand if body_site == "hand" else self.foot


@dataclass(frozen=True, slots=True, kw_only=True)
class TestSpec:
    """One test: its words, its machine and the provenance of its figures. Exactly one machine is given."""

    test: str
    title: str
    version: str
    instruction: str
    provenance: tuple[Provenance, ...]
    place: TestPlace = TestPlace()  # older protocols do not have it
    limits: LimitsSpec | None = None
    rating: RatingSpec | None = None
    train: TrainSpec | None = None
    ramp: RampSpec | None = None
    force_ramp: ForceRampSpec | None = None

    # A name that starts with Test would else be collected by pytest.
    __test__ = False

    def __post_init__(self) -> None:
        given = [spec for spec in self._machines if spec is not None]
        if len(given) != 1:
            names = "limits, rating, train, ramp, force_ramp"
            raise ValueError(f"test {self.test}: exactly one of {names}, not {len(given)}")

    @property
    def _machines(self) -> tuple[MachineSpec | None, ...]:
        return self.limits, self.rating, self.train, self.ramp, self.force_ramp

    @property
    def machine(self) -> MachineSpec:
        """The machine's own spec."""
        return next(spec for spec in self._machines if spec is not None)  # checked on creation

    @property
    def unverified(self) -> tuple[str, ...]:
        """What of this test is an unverified default."""
        return tuple(entry.what for entry in self.provenance if entry.grade == "unverified")


@dataclass(frozen=True, slots=True, kw_only=True)
class BatterySpec:
    """The tests of a battery in order, and which area comes first.

    Attributes
    ----------
    tests : tuple of str
        Names of the test documents, in the order in which they are run.
    site_order : tuple of str
        Roles of the test sites in the order in which they are tested.
    """

    name: str
    version: str
    tests: tuple[str, ...]
    site_order: tuple[Literal["control", "affected"], ...]
    provenance: tuple[Provenance, ...]

    def __post_init__(self) -> None:
        if len(set(self.tests)) != len(self.tests) or len(set(self.site_order)) != len(self.site_order):
            raise ValueError("a test or a site stands twice in the battery")
