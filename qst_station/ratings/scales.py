"""Rating scales as data, and ratings that never lose their scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from protocols.battery import Provenance
from qst_station.documents import load_document

_ON_STEP = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A rating scale in one wording.

    Attributes
    ----------
    id, title : str
    kind : {"numerical", "visual", "verbal"}
    minimum, maximum, step : float
        Ends of the scale and the smallest difference that can be given.
    unit : str
    low_anchor, high_anchor : str
        The words at its ends.
    recall_period : str
        What is rated: `now`, `24 h`, ...
    language : str
        ISO 639-1 code of the words.
    length_mm : float or None
        Length of the line of a visual scale; None where it is not stated.
    words : tuple of str
        The words of a verbal scale from the lowest up; empty for others.
    """

    id: str
    title: str
    kind: Literal["numerical", "visual", "verbal"]
    minimum: float
    maximum: float
    step: float
    unit: str
    low_anchor: str
    high_anchor: str
    recall_period: str
    language: str
    length_mm: float | None = None
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.minimum < self.maximum and self.step > 0):
            raise ValueError(f"scale {self.id}: minimum must be below maximum and step above 0")
        steps = (self.maximum - self.minimum) / self.step
        if abs(steps - round(steps)) > _ON_STEP:
            raise ValueError(f"scale {self.id}: no whole number of steps of {self.step:g} leads to the maximum")
        if (self.kind == "verbal") != bool(self.words) or (self.words and len(self.words) != round(steps) + 1):
            raise ValueError(f"scale {self.id}: a verbal scale has a word for every step, others have none")
        if self.length_mm is not None and (self.kind != "visual" or not self.length_mm > 0):
            raise ValueError(f"scale {self.id}: only a visual scale has a length, and it is above 0 mm")

    def why_not(self, value: float) -> str:
        """Why a value cannot be given on this scale; empty where it can."""
        if not self.minimum <= value <= self.maximum:
            return f"{value:g} is outside {self.minimum:g} to {self.maximum:g} ({self.title})"
        steps = (value - self.minimum) / self.step
        if abs(steps - round(steps)) > _ON_STEP:
            return f"{value:g} is not on the scale: steps of {self.step:g} ({self.title})"
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """A document of scales."""

    name: str
    version: str
    scales: tuple[Scale, ...]
    provenance: tuple[Provenance, ...]

    def __post_init__(self) -> None:
        ids = [scale.id for scale in self.scales]
        for id_ in ids:
            if ids.count(id_) > 1:
                raise ValueError(f"the scale {id_!r} is there twice")

    def scale(self, id_: str) -> Scale:
        """The scale of that id; ValueError names those there are."""
        for scale in self.scales:
            if scale.id == id_:
                return scale
        raise ValueError(f"no scale {id_!r}; there are {[scale.id for scale in self.scales]}")


class OtherScale(ValueError):
    """Two ratings on different scales were to be put together. Ratings are never rescaled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A value with the scale it was given on.

    Attributes
    ----------
    scale : Scale
    value : float
    of : str
        What was rated, for example `spontaneous pain`.
    body_site : str
        Where; empty where the question names no place.

    Raises
    ------
    ValueError
        The value cannot be given on the scale; nothing is clipped or rounded.
    """

    scale: Scale
    value: float
    of: str
    body_site: str = ""

    def __post_init__(self) -> None:
        if fault := self.scale.why_not(self.value):
            raise ValueError(fault)

    def minus(self, earlier: Rating) -> float:
        """The difference to an earlier rating, in the unit of their scale.

        Raises
        ------
        OtherScale
            The ratings differ in scale (also: in wording or recall period), subject or body site.
        """
        if (self.scale, self.of, self.body_site) != (earlier.scale, earlier.of, earlier.body_site):
            raise OtherScale(
                f"{self.of} {self.body_site} on {self.scale.id} cannot be compared with "
                f"{earlier.of} {earlier.body_site} on {earlier.scale.id}"
            )
        return self.value - earlier.value


@cache
def packaged_scales() -> Scales:
    """The scales that ship with the product; a study may bring its own document."""
    name = "scales.toml"
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return load_document(text, Scales, place=name)
