"""Who can be simulated: profiles as data, each with how both areas answer."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from qst_station.documents import load_document
from qst_station.findings import Finding, Refused, Severity
from qst_station.station.skin import Skin
from qst_station.station.training import Area, Training

FILE = "profiles.toml"
DEMONSTRATION = "demonstration"
SURPRISE = "surprise"
FOR_TRAINING = ("healthy", "crps_pressure_hyperalgesia", "sensory_loss")
"""Those that a trainee may choose; a surprise is drawn from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A simulated participant; the figures describe nobody.

    Attributes
    ----------
    age_y, sex
        For whom the claims of the profile hold against the packaged norms.
    reaction_s, reaction_spread_s : float
        Mean and standard deviation of the time from feeling to answering.
    """

    title: str
    describes: str
    age_y: int
    sex: Literal["female", "male"]
    reaction_s: float
    reaction_spread_s: float
    areas: dict[Area, Skin]

    def __post_init__(self) -> None:
        if set(self.areas) != {"control", "affected"}:
            raise ValueError(f"areas are {sorted(self.areas)}; control and affected are needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """The document of all profiles."""

    notice: str
    profiles: dict[str, Profile]


@cache
def load_profiles() -> Profiles:
    """The profiles that ship with the product."""
    text = files("qst_station.simulation").joinpath(FILE).read_text(encoding="utf-8")
    return load_document(text, Profiles, place=FILE)


def profile(name: str) -> Profile:
    """A profile by name.

    Raises
    ------
    Refused
        There is none of this name.
    """
    known = load_profiles().profiles
    if name not in known:
        raise Refused(
            Finding(
                code="training.profile",
                severity=Severity.STOP,
                place="training",
                happened=f"There is no profile {name!r}; there are {', '.join((*FOR_TRAINING, SURPRISE))}.",
                safe="Nothing was started.",
                remedy="Choose one of these.",
            )
        )
    return known[name]


def training(name: str, *, seed: int, tests: tuple[str, ...] = ()) -> Training:
    """A training on a profile; `surprise` draws one from the seed.

    Raises
    ------
    Refused
        There is no such profile.
    """
    chosen = random.Random(f"surprise {seed}").choice(FOR_TRAINING) if name == SURPRISE else name
    found = profile(chosen)
    return Training(
        profile=chosen,
        title=found.title,
        seed=seed,
        truth=dict(found.areas),
        tests=tests,
        surprise=name == SURPRISE,
        reaction_s=found.reaction_s,
    )
