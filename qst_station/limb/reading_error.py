"""How much a girth varies when nothing has changed: technical error, SEM, smallest detectable change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import fsum, sqrt
from typing import Literal

from protocols.battery import Grade, Provenance
from qst_station.documents import load_document

Z95 = 1.96
"""Two-sided 95 % point of the normal distribution, rounded as in the MDC95 of the literature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingError:
    """The standard error of measurement (SEM) of a single girth, and whose it is.

    Attributes
    ----------
    reader : {"same", "other"}
        Whether both girths that are compared were read by one person (intra) or by two (inter).
    sittings : {"within", "between", "not stated"}
        Whether the repeats of the study were taken within one sitting or on different occasions.
    sample, source : str
        In whom it was found, and where it is published.
    """

    id: str
    segment: Literal["hand", "ankle"]
    reader: Literal["same", "other"]
    sittings: Literal["within", "between", "not stated"]
    sem_cm: float
    sample: str
    source: str
    grade: Grade

    def __post_init__(self) -> None:
        if not 0 < self.sem_cm < float("inf"):
            raise ValueError(f"{self.id}: an SEM must be above 0 cm, not {self.sem_cm!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingErrors:
    """A table of reading errors: the packaged one, or that of a site from its own reader study."""

    name: str
    version: str
    errors: tuple[ReadingError, ...]
    provenance: tuple[Provenance, ...]

    def __post_init__(self) -> None:
        ids = [error.id for error in self.errors]
        for id_ in ids:
            if ids.count(id_) > 1:
                raise ValueError(f"the reading error {id_!r} is there twice")

    def entry(self, id_: str) -> ReadingError:
        """The entry of that id; ValueError names those there are."""
        for error in self.errors:
            if error.id == id_:
                return error
        raise ValueError(f"no reading error {id_!r}; there are {[error.id for error in self.errors]}")

    def between_visits(self, segment: str, reader: str) -> ReadingError | None:
        """The entry for two visits: the largest that fits, none from within one sitting; None if there is none."""
        fitting = [
            error
            for error in self.errors
            if error.segment == segment and error.reader == reader and error.sittings != "within"
        ]
        return max(fitting, key=lambda error: error.sem_cm, default=None)


@cache
def published_errors() -> ReadingErrors:
    """The packaged table."""
    name = "published_errors.toml"
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return load_document(text, ReadingErrors, place=name)


def technical_error(sets: Iterable[tuple[float, ...]]) -> float:
    """Technical error of measurement: the within-subject standard deviation over sets of repeats.

    sqrt(Σᵢ Σⱼ (xᵢⱼ - x̄ᵢ)² / Σᵢ (kᵢ - 1)); for two repeats of n subjects this is sqrt(Σ d² / 2n) (Bland and Altman
    1996, BMJ 313:744). In the unit of the values.

    Raises
    ------
    ValueError
        No set has two repeats.
    """
    squares: list[float] = []
    freedom = 0
    for repeats in sets:
        if repeats:
            mean = fsum(repeats) / len(repeats)
            squares += [(x - mean) ** 2 for x in repeats]
            freedom += len(repeats) - 1
    if not freedom:
        raise ValueError("a technical error needs a set of at least two repeats")
    return sqrt(fsum(squares) / freedom)


def sem_of_mean_cm(sem_cm: float, readings: int) -> float:
    """SEM of the mean of k readings of one sitting, SEM / sqrt(k).

    Only what varies from reading to reading shrinks. What a reader or a day adds does not: do not apply it to
    an SEM between sittings or between readers.
    """
    if readings < 1:
        raise ValueError(f"a mean has at least one reading, not {readings}")
    return sem_cm / sqrt(readings)


def mdc95_cm(sem_cm: float) -> float:
    """Smallest detectable change of a girth between two visits, 1.96 √2 SEM (95 %).

    The repeatability of Bland and Altman 1996, BMJ 313:744, with the SEM as the within-subject standard deviation.
    """
    return Z95 * sqrt(2) * sem_cm


def mdc95_of_difference_cm(sem_cm: float) -> float:
    """Smallest detectable change of the side difference, 1.96 · 2 SEM = 3.92 SEM (95 %).

    A difference of two girths has the SEM √2 SEM. Errors of both sides and visits are taken as independent; what
    a reader does alike on both sides cancels, so this is the cautious bound.
    """
    return mdc95_cm(sqrt(2) * sem_cm)
