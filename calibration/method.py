"""A method of calibration as data: every figure with its unit, its grade and its source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite
from typing import Literal

MethodKind = Literal["hair", "pinprick", "force_gauge", "tape", "balance", "daily_check"]
Grade = Literal["published", "derived", "unverified"]

_COMMON = {
    "coverage_probability": "1",
    "rounding_digits": "1",
    "humidity_low": "%",
    "humidity_high": "%",
    "plausible_factor": "1",
    "zero_limit": "d",
}
_CONFORMITY = {"tolerance": "1", "guard_band": "U", "correction_limit": "1"}
_ON_A_BALANCE = {"local_gravity": "m/s2", "local_gravity_uncertainty": "m/s2", "air_buoyancy": "switch"}

_PRESSED = {"press_begins": "1", "plateau_band": "1", "plateau_shortest": "s"}

# Every setting of a method and the unit it is given in.
SETTINGS: dict[str, dict[str, str]] = {
    "hair": {
        **_COMMON,
        **_CONFORMITY,
        **_ON_A_BALANCE,
        "conditioning": "h",
        "readings": "1",
        "readings_minimum": "1",
        "rest": "s",
        "ramp_shortest": "s",
        "ramp_longest": "s",
        **_PRESSED,
        "readability_factor": "1",
        "angle_error": "deg",
        "humidity_coefficient": "1/%",
        "drift_between_calibrations": "1",
    },
    "pinprick": {
        **_COMMON,
        **_CONFORMITY,
        **_ON_A_BALANCE,
        "readings": "1",
        "readings_minimum": "1",
        "rest": "s",
        "lowerings": "1",
        "tilt_angles": "deg",
        **_PRESSED,
        "readability_factor": "1",
        "angle_error": "deg",
        "drift_between_calibrations": "1",
    },
    "force_gauge": {
        **_COMMON,
        **_CONFORMITY,
        **_ON_A_BALANCE,
        "series": "1",
        "loads_minimum": "1",
        "lowest_share": "1",
        "rest": "s",
        "diameter_readings": "1",
        "probe_area": "cm2",
        "ramp_rate": "kPa/s",
        "ramp_tolerance": "1",
        "press_begins": "1",
        "drift_between_calibrations": "1",
    },
    "tape": {
        **_COMMON,
        **_CONFORMITY,
        "tolerance": "mm",
        "correction_limit": "mm",
        "points": "mm",
        "readings": "1",
    },
    "balance": {
        **_COMMON,
        **_CONFORMITY,
        "tolerance": "g",
        "correction_limit": "g",
        "readings": "1",
        "loads_minimum": "1",
        "drift_between_calibrations": "g",
    },
    "daily_check": {
        **_COMMON,
        **_ON_A_BALANCE,
        "hair_readings": "1",
        "pinprick_readings": "1",
        "gauge_readings": "1",
        "rest": "s",
        **_PRESSED,
        "baseline_days": "1",
        "warn_limit": "s",
        "stop_limit": "s",
    },
}
_LISTS = ("tilt_angles", "points")


class NotSet(ValueError):
    """A figure that has no default and that the sponsor or the site has not set."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"method {kind}: {name} has no default and must be set before this method can be used")
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One figure of a method.

    Attributes
    ----------
    value : float or None
        None where there is no default: it must be set, or what depends on it is not stated.
    values : tuple of float
        In the place of `value` for the settings that are lists.
    grade : str
        "published", "derived", or "unverified": a default of ours, shown as such until somebody has set it.
    source : str
        Where the figure comes from, or whose proposal it is and who must set it.
    set_by, set_on : str
        Who set it and on which day (ISO 8601); empty for a default.
    """

    name: str
    unit: str
    grade: Grade
    source: str
    value: float | None = None
    values: tuple[float, ...] = ()
    set_by: str = ""
    set_on: str = ""

    @property
    def unverified(self) -> bool:
        """A default of ours that nobody has confirmed."""
        return self.grade == "unverified" and not self.set_by and (self.value is not None or self.values != ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One document: a kind, its version and its settings, none missing and none unknown."""

    kind: MethodKind
    title: str
    version: str
    settings: tuple[Setting, ...]

    def __post_init__(self) -> None:
        expected = SETTINGS[self.kind]
        names = [setting.name for setting in self.settings]
        if wrong := sorted(set(names) ^ set(expected)):
            raise ValueError(f"method {self.kind}: settings missing or unknown: {', '.join(wrong)}")
        if len(names) != len(set(names)):
            raise ValueError(f"method {self.kind}: a setting is given twice among {', '.join(names)}")
        for setting in self.settings:
            if setting.unit != expected[setting.name]:
                raise ValueError(f"{setting.name} is given in {expected[setting.name]}, not in {setting.unit!r}")
            if (setting.name in _LISTS) != bool(setting.values) or (setting.values and setting.value is not None):
                raise ValueError(f"{setting.name} is {'a list' if setting.name in _LISTS else 'one value'}")
        for setting in self.settings:
            for value in setting.values or ((setting.value,) if setting.value is not None else ()):
                _refuse_impossible(setting.name, value)
        if "readings_minimum" in expected and self.value("readings_minimum") > self.value("readings"):
            raise ValueError("readings_minimum is at most readings")

    def setting(self, name: str) -> Setting:
        """One setting, by name."""
        return next(setting for setting in self.settings if setting.name == name)

    def optional(self, name: str) -> float | None:
        """The value of a setting, None where nobody has set it."""
        return self.setting(name).value

    def value(self, name: str) -> float:
        """The value of a setting.

        Raises
        ------
        NotSet
            It has no default, and nobody has set it.
        """
        value = self.optional(name)
        if value is None:
            raise NotSet(self.kind, name)
        return value

    def count(self, name: str) -> int:
        """The value of a setting that counts something."""
        return round(self.value(name))

    def values(self, name: str) -> tuple[float, ...]:
        """The values of a setting that is a list."""
        return self.setting(name).values

    @property
    def unverified(self) -> tuple[str, ...]:
        """Names of the settings that are unconfirmed defaults."""
        return tuple(setting.name for setting in self.settings if setting.unverified)

    @property
    def not_set(self) -> tuple[str, ...]:
        """Names of the settings that nobody has set."""
        return tuple(s.name for s in self.settings if s.value is None and not s.values)

    def with_setting(self, name: str, value: float | tuple[float, ...], *, set_by: str, set_on: str) -> Method:
        """The same method with one figure set by a sponsor or a site.

        Raises
        ------
        ValueError
            No such setting, a value it cannot have, or nobody named.
        """
        if name not in SETTINGS[self.kind]:
            raise ValueError(
                f"method {self.kind} has no setting {name!r}; it has {', '.join(SETTINGS[self.kind])}"
            )
        if not set_by or not set_on:
            raise ValueError(f"{name}: who set it and on which day are needed")
        given = {"values": value} if isinstance(value, tuple) else {"value": float(value)}
        changed = replace(self.setting(name), set_by=set_by, set_on=set_on, **given)
        return replace(self, settings=tuple(changed if s.name == name else s for s in self.settings))


# What arithmetic needs of a count: a standard deviation takes two readings, a line through the presses three.
_LEAST_COUNT = {
    "readings_minimum": 3,
    "readings": 2,
    "lowerings": 2,
    "series": 2,
    "loads_minimum": 2,
    "diameter_readings": 2,
    "baseline_days": 3,
    "rounding_digits": 1,
    "hair_readings": 1,
    "pinprick_readings": 1,
    "gauge_readings": 1,
}


def _refuse_impossible(name: str, value: float) -> None:
    if not (isfinite(value) and value >= 0.0):
        raise ValueError(f"{name} is finite and not negative, not {value}")
    least = _LEAST_COUNT.get(name)
    if least is not None and (value < least or value != round(value)):
        raise ValueError(f"{name} is a whole number of at least {least}, not {value:g}")
    if name == "coverage_probability" and not 0.0 < value < 1.0:
        raise ValueError(f"{name} lies between 0 and 1, not {value:g}")
    if name == "plausible_factor" and value < 1.0:
        raise ValueError(f"{name} is at least 1, not {value:g}")
