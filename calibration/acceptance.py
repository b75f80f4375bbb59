"""Why a reading, a reference or a room cannot be used."""

from __future__ import annotations

from math import hypot

from calibration.conversion import GRAM_PER_UNIT, MILLIMETRE_PER_UNIT, in_mm
from calibration.events import Conditions, Reading, Reference
from calibration.item import Item
from calibration.method import SETTINGS, Method
from calibration.ramp import rising
from calibration.record import Problem, State
from calibration.site import weighing
from calibration.tasks import Task, expected

_UNITS_OF = {
    "balance": tuple(GRAM_PER_UNIT),
    "check_mass": tuple(GRAM_PER_UNIT),
    "calliper": ("mm",),
    "rule": ("mm",),
}


def conditions_problem(method: Method, item: Item, conditions: Conditions) -> Problem | None:
    """Humidity outside the limits of the method; hairs of glass take up no water and are spared."""
    low, high = method.optional("humidity_low"), method.optional("humidity_high")
    humidity = conditions.humidity_percent
    if item.material == "glass":
        return None
    if (low is not None and humidity < low) or (high is not None and humidity > high):
        return Problem(
            code="conditions.humidity",
            happened=f"The relative humidity is {humidity:g} %; the method allows {_span(low, high)} %.",
            remedy="Wait until the room is within the limits, then note the conditions again.",
        )
    return None


def reference_problem(method: Method, item: Item, date: str, reference: Reference) -> Problem | None:
    """A standard past its date, in a unit that does not fit its role, or too coarse for the tolerance."""
    name = f"{reference.role.replace('_', ' ')} {reference.id}"
    if reference.due < date:
        return Problem(
            code="reference.past_due",
            happened=f"The certificate {reference.certificate} of {name} was valid until {reference.due}.",
            remedy="Use a standard with a valid certificate.",
        )
    units = _UNITS_OF.get(reference.role) or ("1", *(GRAM_PER_UNIT if item.load_unit == "g" else ("mN",)))
    if reference.unit not in units:
        return Problem(
            code="reference.unit",
            happened=f"The uncertainty of {name} is given in {reference.unit!r}.",
            remedy=f"Give it in one of {', '.join(units)}.",
        )
    finest = _finest_division_g(method, item)
    division_g = reference.division * GRAM_PER_UNIT.get(reference.unit, 0.0)
    if reference.role == "balance" and finest is not None and division_g > finest * (1.0 + 1e-9):
        return Problem(
            code="reference.too_coarse",
            happened=f"{name} shows steps of {division_g:g} g; this item needs {finest:.2g} g or finer.",
            remedy="Use a finer balance.",
        )
    return None


def device_problem(reading: Reading, unit: str) -> Problem | None:
    """What the device itself says against a reading: overloaded, not settled, another unit."""
    if reading.overloaded:
        return Problem(
            code="reading.overloaded",
            happened="The device says that it is overloaded.",
            remedy="Take the load off at once, look after the device, and repeat the reading.",
        )
    if reading.stable is False or reading.value is None:
        return Problem(
            code="reading.unstable",
            happened="The reading had not settled.",
            remedy="Keep draught and hands away, let the device settle, and repeat the reading.",
        )
    if reading.unit != unit:
        return Problem(
            code="reading.unit",
            happened=f"The reading came in {reading.unit!r}, not in {unit!r}.",
            remedy=f"Set the device to {unit} and repeat the reading.",
        )
    return None


def reading_problem(method: Method, item: Item, state: State, task: Task, reading: Reading) -> Problem | None:
    """The first thing that is wrong with a reading."""
    problem = device_problem(reading, "mm" if task.key == "diameter" else item.reading_unit)
    if problem is not None:
        return problem
    if task.load is not None and reading.load is not None and reading.load != task.load:
        return Problem(
            code="reading.out_of_order",
            happened=f"Load {reading.load:g} was put on where {task.load:g} is due.",
            remedy=f"Put on {task.load:g}. Take all loads off first where the order of the series is broken.",
        )
    if task.key == "ramp" and len(rising([value * item.compression_sign for _, value in reading.trace])) < 3:
        return Problem(
            code="reading.no_ramp",
            happened=f"The curve of {len(reading.trace)} samples shows no rise that could be judged.",
            remedy="Record the whole press as a stream, from the first touch to the highest pressure.",
        )
    return _rest_problem(method, state, task, reading) or _fit_problem(method, item, state, task, reading)


def rested_ns(method: Method, state: State, task: Task) -> int:
    """Time from which the item has rested enough for a task; every load tires it, also one that was refused."""
    if task.key not in ("press", "lower", "weigh", "load") or "rest" not in SETTINGS[method.kind]:
        return 0
    loaded = [kept.reading.t_ns for kept in state.readings if kept.task.key == task.key]
    return max(loaded) + round(method.value("rest") * 1e9) if loaded else 0


def _rest_problem(method: Method, state: State, task: Task, reading: Reading) -> Problem | None:
    early_ns = rested_ns(method, state, task) - reading.t_ns
    if early_ns <= 0:
        return None
    return Problem(
        code="reading.rest_too_short",
        happened=f"The reading came {early_ns * 1e-9:.1f} s before the end of the rest.",
        remedy=f"Wait for {method.value('rest'):g} s from now on, then repeat the reading.",
    )


def _fit_problem(method: Method, item: Item, state: State, task: Task, reading: Reading) -> Problem | None:
    nominal = expected(method, task, item)
    if nominal is None or state.identified or reading.value is None:
        return None
    factor = method.value("plausible_factor")
    shown, due = _alike(method, item, reading.value, reading.unit), _alike(method, item, *nominal)
    if task.key == "load" and item.kind == "force_gauge":
        shown *= item.compression_sign
    if due / factor <= shown <= due * factor:
        return None
    return Problem(
        code="reading.does_not_fit",
        happened=f"The device shows {reading.value:g} {reading.unit} where {nominal[0]:g} {nominal[1]} is due.",
        remedy="Look whether the right item and the right load lie on and whether the device was tared in "
        "between. If the item is the right one, say so, and its readings will be taken.",
    )


def zero_limit(method: Method, item: Item, state: State) -> float | None:
    """By how much the zero may shift, in the unit of the readings; None without a limit."""
    divisions = method.optional("zero_limit")
    if divisions is None:
        return None
    balance = state.reference("balance")
    if balance is None:
        return divisions * item.division
    return divisions * balance.division * GRAM_PER_UNIT[balance.unit] / GRAM_PER_UNIT[item.reading_unit]


def zero_problem(method: Method, item: Item, state: State, task: Task, reading: Reading) -> Problem | None:
    """A zero that has shifted: tared, or touched, in between."""
    if (problem := device_problem(reading, item.reading_unit)) is not None:
        return problem
    limit = zero_limit(method, item, state)
    opening = [k.value for k in state.valid("zero") if k.task.series == task.series]
    before = opening[0] if opening and item.kind == "force_gauge" else 0.0
    unbound = item.kind == "force_gauge" and not opening
    if limit is None or reading.value is None or unbound or abs(reading.value - before) <= limit * (1.0 + 1e-9):
        return None
    return Problem(
        code="reading.zero_shifted",
        happened=f"Unloaded the device shows {reading.value:g} {reading.unit}, more than {limit:g} {reading.unit} "
        f"away from {before:g}: it was tared or touched in between.",
        remedy="Tare with nothing on and repeat the readings since the last good zero.",
    )


def check_problem(item: Item, state: State, reading: Reading) -> Problem | None:
    """A check mass that the balance does not show within both uncertainties and a division."""
    balance, mass = state.reference("balance"), state.reference("check_mass")
    assert balance is not None  # asked for before any check
    assert mass is not None
    if (problem := device_problem(reading, item.reading_unit)) is not None:
        return problem
    assert reading.value is not None  # or it had not settled
    error_g = reading.value * GRAM_PER_UNIT[reading.unit] - mass.nominal * GRAM_PER_UNIT[mass.unit]
    allowed_g = (
        hypot(balance.expanded * GRAM_PER_UNIT[balance.unit], mass.expanded * GRAM_PER_UNIT[mass.unit])
        + balance.division * GRAM_PER_UNIT[balance.unit]
    )
    if abs(error_g) <= allowed_g * (1.0 + 1e-9):
        return None
    return Problem(
        code="check.failed",
        happened=f"The balance is off by {error_g:.3g} g with check mass {mass.id}; {allowed_g:.2g} g is allowed.",
        remedy="Level, warm up and adjust the balance, then repeat the check and all readings since the last one.",
    )


def _alike(method: Method, item: Item, value: float, unit: str) -> float:
    if unit in MILLIMETRE_PER_UNIT:
        return in_mm(value, unit)
    return weighing(method).in_mn(value, unit)


def _finest_division_g(method: Method, item: Item) -> float | None:
    if item.nominal_mn is None or "readability_factor" not in SETTINGS[method.kind]:
        return None
    tolerance = method.optional("tolerance")
    if tolerance is None:
        return None
    return weighing(method).mass_g(tolerance * item.nominal_mn) / method.value("readability_factor")


def _span(low: float | None, high: float | None) -> str:
    if low is None:
        return f"at most {high:g}"
    return f"at least {low:g}" if high is None else f"{low:g} to {high:g}"
