"""The probe of an algometer: its area by calliper, and the loading rate of its user."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

from calibration.item import Item
from calibration.line_fit import LineFit, fit_line
from calibration.method import Method
from calibration.ramp import rising
from calibration.record import Problem, State
from calibration.result import Quantity, budget, mean_and_spread, stated
from calibration.scale import Scale, pressure_kpa
from calibration.uncertainty import Budget, Contribution, display, repeatability


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Area and loading rate, with what must be known about them."""

    area: Budget
    quantities: tuple[Quantity, ...]
    findings: tuple[Problem, ...]


def probe_quantities(method: Method, item: Item, state: State, round_: int, scale: Scale, gain: Budget) -> Probe:
    """Diameter, area and loading rate of a finished round."""
    diameters = [k.value for k in state.valid("diameter", round_=round_)]
    diameter = _diameter(method, state, diameters)
    area = _area(method, diameter)
    (ramp,) = state.valid("ramp", round_=round_)
    forces = [scale.force_mn(value, item.reading_unit) for _, value in ramp.reading.trace]
    pressures = pressure_kpa(forces, area.estimate)
    line = _rise([t * 1e-9 for t, _ in ramp.reading.trace], pressures)
    rate = budget(
        method,
        "loading rate",
        "kPa/s",
        line.slope,
        [
            Contribution(
                name="scatter about the line",
                standard=line.slope_standard,
                unit="kPa/s",
                degrees_of_freedom=line.degrees_of_freedom,
                evaluation="A",
                source="least squares from 10 to 90 % of the highest pressure",
            ),
            _share_of("gain", gain, line.slope),
            _share_of("probe area", area, line.slope),
        ],
    )
    quantities = (stated(method, diameter), stated(method, area), stated(method, rate))
    return Probe(area=area, quantities=quantities, findings=_rate_findings(method, line.slope))


def _diameter(method: Method, state: State, diameters: list[float]) -> Budget:
    calliper = state.reference("calliper")
    assert calliper is not None  # asked for before any reading
    mean, spread = mean_and_spread(diameters)
    return budget(
        method,
        "probe diameter",
        "mm",
        mean,
        [
            repeatability(spread, len(diameters), "mm", source=f"{len(diameters)} readings, s / sqrt n"),
            Contribution(
                name="calliper",
                standard=calliper.standard,
                unit="mm",
                source=f"certificate {calliper.certificate}",
            ),
            display(calliper.division, "mm"),
        ],
    )


def _area(method: Method, diameter: Budget) -> Budget:
    """Area of a round probe; one percent of diameter is two percent of area."""
    area_cm2 = pi * diameter.estimate**2 / 400.0
    parts = [
        Contribution(
            name=part.name,
            standard=2.0 * area_cm2 * part.standard / diameter.estimate,
            unit="cm2",
            degrees_of_freedom=part.degrees_of_freedom,
            evaluation=part.evaluation,
            source=part.source,
        )
        for part in diameter.contributions
    ]
    return budget(method, "probe area", "cm2", area_cm2, parts)


def _rise(t_s: list[float], pressures: tuple[float, ...]) -> LineFit:
    """A line through the first rise from 10 to 90 % of the highest pressure."""
    inside = rising(pressures)
    return fit_line([t_s[i] for i in inside], [pressures[i] for i in inside])


def _share_of(name: str, other: Budget, value: float) -> Contribution:
    standard = abs(other.combined / other.estimate * value)
    freedom = other.effective_degrees_of_freedom
    return Contribution(
        name=name, standard=standard, unit="kPa/s", degrees_of_freedom=freedom, source=f"budget of the {name}"
    )


def _rate_findings(method: Method, rate: float) -> tuple[Problem, ...]:
    asked, tolerance = method.value("ramp_rate"), method.value("ramp_tolerance")
    if abs(rate - asked) <= tolerance * asked:
        return ()
    return (
        Problem(
            code="gauge.ramp",
            happened=f"The loading rate was {rate:.3g} kPa/s, not {asked:g} kPa/s within {tolerance:.0%}.",
            remedy="Practise the ramp before the gauge is used on a participant.",
        ),
    )
