"""Norm sets: published reference values with their identity, and the stratum that applies to a participant."""

from __future__ import annotations

import hashlib
import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from qst_station.documents import load_document
from qst_station.findings import Finding, Refused, Severity

Sex = Literal["female", "male"]
Site = Literal["hand", "foot"]
ParameterName = Literal["MDT", "MPT", "MPS", "DMA", "WUR", "VDT", "PPT"]

SEXES: tuple[Sex, ...] = ("female", "male")

# A norm file with another hash is not the one that was released, and its z-scores would look right.
_RELEASED = {
    "magerl2010": (
        "magerl2010_hand_foot.toml",
        "5ea78092504fb7729abccbcff6836fde4797cb8fff41c6103921c11d4a9e01c4",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """Ages from `from_y` (included) to `below_y` (excluded), in years."""

    label: str
    from_y: float
    below_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentSite:
    """A body site that this norm set has no values for, and why."""

    site: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterRule:
    """How a parameter is scored.

    Attributes
    ----------
    unit : str
        Unit of the values before the transform.
    transform : {"log10", "raw"}
    gain : {"low", "high"}
        Which values mean gain of function.
    stepped_only : bool
        The norm holds for stepped stimuli and not for ramped (electronic) ones.
    no_z : str
        Why there is no z-score by rule; empty where there is one.
    lowest, highest : float or None
        Ends of the scale itself, in `unit`.
    """

    unit: str
    transform: Literal["log10", "raw"]
    gain: Literal["low", "high"]
    stepped_only: bool = False
    no_z: str = ""
    lowest: float | None = None
    highest: float | None = None

    def transformed(self, value: float) -> float:
        """The value as the norm needs it; -inf for a logarithm of zero or less."""
        if self.transform == "raw":
            return value
        return math.log10(value) if value > 0 else -math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """Mean and standard deviation of the transformed values of one group."""

    parameter: ParameterName
    site: Site
    sex: Sex
    age_band: str
    mean: float
    sd: float

    def z(self, x: float, rule: ParameterRule) -> float:
        """The z-score of a transformed value, positive for gain of function."""
        z = (x - self.mean) / self.sd
        return (-z if rule.gain == "low" else z) + 0.0  # no negative zero


@dataclass(frozen=True, slots=True, kw_only=True)
class NormDocument:
    """The content of a norm file.

    Raises
    ------
    ValueError
        If the age bands leave a gap, or a stratum is missing, double or has no usable standard deviation.
    """

    name: str
    version: str
    title: str
    citation: str
    transcription: str
    grade: str
    grade_meaning: str
    devices: str
    age_bands: tuple[AgeBand, ...]
    absent_sites: tuple[AbsentSite, ...]
    parameters: dict[ParameterName, ParameterRule]
    strata: tuple[Stratum, ...]

    def __post_init__(self) -> None:
        for younger, older in itertools.pairwise(self.age_bands):
            if younger.below_y != older.from_y:
                raise ValueError(f"age band {older.label!r} must start at {younger.below_y:g} years")
        keys = [_key(stratum) for stratum in self.strata]
        sites = sorted({stratum.site for stratum in self.strata})
        labels = [band.label for band in self.age_bands]
        wanted = set(itertools.product(self.parameters, sites, SEXES, labels))
        for key in sorted(wanted.symmetric_difference(keys)):
            raise ValueError(f"the stratum {key} is {'missing' if key in wanted else 'not expected'}")
        if len(keys) != len(wanted):
            raise ValueError(f"{len(keys)} strata are given for {len(wanted)} groups: one is double")
        for stratum in self.strata:
            if not stratum.sd > 0 and not self.parameters[stratum.parameter].no_z:
                raise ValueError(f"the standard deviation of {_key(stratum)} must be above 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class NormSet:
    """A norm file with the sha256 of its bytes."""

    document: NormDocument
    sha256: str
    sites: tuple[str, ...]
    strata: Mapping[tuple[str, str, str, str], Stratum]

    @property
    def identity(self) -> str:
        """Name and version, for example `magerl2010 1`."""
        return f"{self.document.name} {self.document.version}"

    def rule(self, parameter: str) -> ParameterRule | None:
        """How a parameter is scored; None if this norm set does not know it."""
        rules: Mapping[str, ParameterRule] = self.document.parameters  # type: ignore[assignment]
        return rules.get(parameter)

    def stratum(self, *, parameter: str, site: str, sex: str, age_y: float) -> Stratum | None:
        """The group a participant belongs to; None if the norm set has none."""
        for band in self.document.age_bands:
            if band.from_y <= age_y < band.below_y:
                return self.strata.get((parameter, site, sex, band.label))
        return None

    def described(self, stratum: Stratum) -> str:
        """The stratum as text, for example `MDT hand female 20-29 log10 -0.215 sd 0.338`."""
        transform = self.document.parameters[stratum.parameter].transform
        return f"{' '.join(_key(stratum))} {transform} {stratum.mean:g} sd {stratum.sd:g}"


def load_norms(name: str = "magerl2010") -> NormSet:
    """A norm set that ships with the product.

    Raises
    ------
    Refused
        `norms.unknown` for a name that does not exist; `norms.changed` if the file is not the released one.
    """
    if name not in _RELEASED:
        raise Refused(
            Finding(
                code="norms.unknown",
                severity=Severity.STOP,
                place="norms",
                happened=f"there is no norm set {name!r}; known: {', '.join(_RELEASED)}.",
                safe="Nothing has been changed.",
                remedy="Choose one of these.",
            )
        )
    return _released(name)


def norm_file(name: str = "magerl2010") -> tuple[str, str]:
    """Name and text of the file of a norm set that ships with the product, to be kept with what is scored by it.

    Raises
    ------
    Refused
        As `load_norms`.
    """
    load_norms(name)
    file_name, _ = _RELEASED[name]
    return file_name, _packaged(file_name).decode("utf-8")


def _packaged(file_name: str) -> bytes:
    return resources.files(__package__).joinpath(file_name).read_bytes()


@cache
def _released(name: str) -> NormSet:
    file_name, sha256 = _RELEASED[name]
    norms = parse_norms(_packaged(file_name), place=file_name)
    if norms.sha256 != sha256:
        raise Refused(
            Finding(
                code="norms.changed",
                severity=Severity.STOP,
                place=file_name,
                happened=f"the norm file has sha256 {norms.sha256}, the released one has {sha256}.",
                safe="No z-score has been computed from it.",
                remedy="Install the product again.",
            )
        )
    return norms


def parse_norms(data: bytes, *, place: str) -> NormSet:
    """A norm set from the bytes of a norm file, for example of one kept inside a session.

    Raises
    ------
    Refused
        `document.invalid` if the file is not a complete norm set.
    """
    document = load_document(data.decode("utf-8", "replace"), NormDocument, place=place)
    strata = {_key(stratum): stratum for stratum in document.strata}
    sites = tuple(dict.fromkeys(stratum.site for stratum in document.strata))
    return NormSet(document=document, sha256=hashlib.sha256(data).hexdigest(), sites=sites, strata=strata)


def _key(stratum: Stratum) -> tuple[str, str, str, str]:
    return (stratum.parameter, stratum.site, stratum.sex, stratum.age_band)
