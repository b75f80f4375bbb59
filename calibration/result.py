"""What came out of a calibration."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, isfinite, sqrt

from calibration.method import Method
from calibration.record import Problem, State
from calibration.scale import Scale
from calibration.uncertainty import Budget, Contribution, rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One line of the results.

    Attributes
    ----------
    expanded, coverage_factor : float or None
        None where the number has no uncertainty of its own: a spread, a count, a setting.
    text : str
        As it is printed, with unit and, where there is one, uncertainty and coverage factor.
    """

    name: str
    value: float
    unit: str
    expanded: float | None = None
    coverage_factor: float | None = None
    text: str

    def __post_init__(self) -> None:
        if not isfinite(self.value):
            raise ValueError(f"{self.name} is finite, not {self.value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The result of one round.

    Attributes
    ----------
    deviation : str
        Name of the quantity that a statement of conformity is about.
    nominal : float or None
        What a relative tolerance is a share of, in the unit of the deviation.
    scale : Scale or None
        Of a force gauge: what its readings mean from now on; the certificate's number is still to be entered.
    measured_force_mn : Quantity or None
        Of a hair or a pinprick.
    findings : tuple of Problem
        What a reader of the certificate must know.
    """

    kind: str
    quantities: tuple[Quantity, ...]
    budgets: tuple[Budget, ...]
    deviation: str
    nominal: float | None = None
    scale: Scale | None = None
    measured_force_mn: Quantity | None = None
    findings: tuple[Problem, ...] = ()

    def quantity(self, name: str) -> Quantity:
        """One quantity by name.

        Raises
        ------
        ValueError
            There is none of that name.
        """
        for quantity in self.quantities:
            if quantity.name == name:
                return quantity
        raise ValueError(f"there is no quantity {name!r}; there are {', '.join(q.name for q in self.quantities)}")


class NotFinished(ValueError):
    """There is no result of a round that lacks readings."""

    def __init__(self) -> None:
        super().__init__("the round is not finished; a result needs all readings that the method asks for")


def stated(method: Method, budget: Budget, *, value: float | None = None, name: str = "") -> Quantity:
    """The quantity of a budget, printed with U and k; `value` for another value of equal uncertainty."""
    shown = budget.estimate if value is None else value
    digits = method.count("rounding_digits")
    number, uncertainty = rounded(shown, budget.expanded, digits)
    unit = "" if budget.unit == "1" else f" {budget.unit}"
    return Quantity(
        name=name or budget.quantity,
        value=shown,
        unit=budget.unit,
        expanded=budget.expanded,
        coverage_factor=budget.coverage_factor,
        text=f"({number} ± {uncertainty}){unit}, k = {budget.coverage_factor:.2f}",
    )


def plain(name: str, value: float, unit: str) -> Quantity:
    """A quantity without an uncertainty of its own."""
    return Quantity(name=name, value=value, unit=unit, text=f"{value:.4g}{'' if unit == '1' else f' {unit}'}")


def mean_and_spread(values: list[float]) -> tuple[float, float]:
    """Arithmetic mean and experimental standard deviation (JCGM 100:2008, 4.2.1 and 4.2.2); two values or more."""
    mean = fsum(values) / len(values)
    return mean, sqrt(fsum((value - mean) ** 2 for value in values) / (len(values) - 1))


def pooled(spreads: list[float]) -> float:
    """Standard deviation of a single value, from series of equal length (JCGM 100:2008, 4.2.4)."""
    return sqrt(fsum(spread**2 for spread in spreads) / len(spreads))


def budget(method: Method, quantity: str, unit: str, estimate: float, contributions: list[Contribution]) -> Budget:
    """A budget at the coverage probability of the method."""
    return Budget(
        quantity=quantity,
        unit=unit,
        estimate=estimate,
        contributions=tuple(contributions),
        coverage_probability=method.value("coverage_probability"),
    )


def fewer_than_planned(state: State, key: str, round_: int) -> list[Problem]:
    """That the operator left out readings that the method does not need; nothing where all were taken."""
    planned = [task for task in state.plan if task.key == key]
    taken = len(state.valid(key, round_=round_))
    if taken >= len(planned):
        return []
    least = sum(not task.optional for task in planned)
    return [
        Problem(
            code="readings.fewer",
            happened=f"{taken} of {len(planned)} readings were taken; the method asks for {least} or more.",
            remedy="The uncertainty is that of the readings taken.",
        )
    ]


def left_out(method: Method, *names: str) -> list[Problem]:
    """What is not in the budget because nobody has set it."""
    missing = [name.replace("_", " ") for name in names if method.optional(name) is None]
    if not missing:
        return []
    return [
        Problem(
            code="budget.not_set",
            happened=f"The uncertainty leaves out what nobody has set: {', '.join(missing)}.",
            remedy="Set it from the site's own records, and calibrate again.",
        )
    ]
