"""Site check: do sixteen healthy volunteers look healthy under this site's hands?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from protocols.battery import Provenance
from qst_station.documents import load_document
from qst_station.scoring.zscore import OUTSIDE_95

Outcome = Literal["suspect", "not suspect", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRule:
    """How many abnormal values are too many, and in how many healthy volunteers.

    Attributes
    ----------
    participants : int
        The rule is stated for exactly so many volunteers.
    abnormal_in_person, abnormal_in_parameter : int
        From this count on a person, or a parameter, is suspect.
    """

    name: str
    version: str
    participants: int
    abnormal_in_person: int
    abnormal_in_parameter: int
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZValue:
    """A z-score of a healthy volunteer; None where there is none. `place` says where it stands, for a message."""

    participant_id: str
    parameter: str
    z: float | None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Abnormal values of one person or of one parameter.

    Attributes
    ----------
    name : str
    abnormal, missing, of : int
        Values outside the 95 % interval; values without z; all values that there could be.
    outcome : {"suspect", "not suspect", "open"}
        `open` where the missing values could change the outcome.
    """

    name: str
    abnormal: int
    missing: int
    of: int
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCheck:
    """The counts of a site check.

    Attributes
    ----------
    rule : SiteRule
    persons, parameters : tuple of Count
    left_out : tuple of str
        Parameters that have no z-score in anybody (DMA has none by rule); they are not counted.
    not_stated : str
        Why the rule says nothing about these volunteers; every outcome is then `open`. Empty where it applies.
    """

    rule: SiteRule
    persons: tuple[Count, ...]
    parameters: tuple[Count, ...]
    left_out: tuple[str, ...]
    not_stated: str

    @property
    def suspects(self) -> tuple[Count, ...]:
        """Persons and parameters that are suspect."""
        return tuple(count for count in (*self.persons, *self.parameters) if count.outcome == "suspect")

    @property
    def undecided(self) -> bool:
        """Some outcome is open."""
        return any(count.outcome == "open" for count in (*self.persons, *self.parameters))


@cache
def published_rule() -> SiteRule:
    """The packaged rule."""
    name = "site_check.toml"
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return load_document(text, SiteRule, place=name)


def site_check(values: Iterable[ZValue], rule: SiteRule) -> SiteCheck:
    """Count values outside |z| = 1.96 by person and by parameter.

    Raises
    ------
    ValueError
        A parameter of a person twice (one test area of each volunteer counts), or no z-score at all.
    """
    z: dict[tuple[str, str], float | None] = {}
    for value in values:
        key = (value.participant_id, value.parameter)
        if key in z:
            raise ValueError(
                f"{value.place}: {value.parameter} of {value.participant_id} is there twice; "
                "keep one test area of each volunteer"
            )
        z[key] = value.z
    persons = tuple(dict.fromkeys(person for person, _ in z))
    scored = {parameter for (_, parameter), score in z.items() if score is not None}
    parameters = tuple(dict.fromkeys(parameter for _, parameter in z if parameter in scored))
    if not scored:
        raise ValueError("there is no z-score")
    abnormal = {key for key, score in z.items() if score is not None and abs(score) > OUTSIDE_95}
    missing = {
        (person, parameter) for person in persons for parameter in parameters if z.get((person, parameter)) is None
    }
    not_stated = ""
    if len(persons) != rule.participants:
        not_stated = f"the rule is for {rule.participants} volunteers, the table has {len(persons)}"

    def counts(names: tuple[str, ...], index: int, of: int, limit: int) -> tuple[Count, ...]:
        found, absent = (Counter(key[index] for key in keys) for keys in (abnormal, missing))
        return tuple(
            Count(
                name=name,
                abnormal=found[name],
                missing=absent[name],
                of=of,
                outcome="open" if not_stated else _outcome(found[name], absent[name], limit),
            )
            for name in names
        )

    return SiteCheck(
        rule=rule,
        persons=counts(persons, 0, len(parameters), rule.abnormal_in_person),
        parameters=counts(parameters, 1, len(persons), rule.abnormal_in_parameter),
        left_out=tuple(dict.fromkeys(parameter for _, parameter in z if parameter not in scored)),
        not_stated=not_stated,
    )


def _outcome(abnormal: int, missing: int, limit: int) -> Outcome:
    if abnormal >= limit:
        return "suspect"
    return "open" if abnormal + missing >= limit else "not suspect"
