"""Gain, zero and errors of a force gauge or algometer from rising and falling loads.

The quantities are those of ISO 376 and DKD-R 3-3 as public summaries give them; no class is stated. The first
series of each mounting counts for the line and for reproducibility, the repeated first series for repeatability.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, sqrt

from calibration.conversion import GRAM_PER_UNIT
from calibration.evaluation.probe import probe_quantities
from calibration.evaluation.weighed import checked_round, drift_contribution, gravity_findings
from calibration.item import Item
from calibration.line_fit import fit_line
from calibration.method import Method
from calibration.record import State
from calibration.result import Quantity, Result, budget, left_out, mean_and_spread, plain, pooled, stated
from calibration.scale import Scale
from calibration.site import weighing
from calibration.uncertainty import Budget, Contribution, display_twice, rectangular, repeatability, resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series in mN, compression positive; the indications are not yet calibrated.

    Attributes
    ----------
    up, down : dict of float to float
        Indication by load.
    zero, zero_after : float
        Indication unloaded, before and after.
    """

    mounting: int
    up: dict[float, float]
    down: dict[float, float]
    zero: float
    zero_after: float


def evaluate(method: Method, item: Item, state: State, round_: int | None = None) -> Result:
    """The scale of a gauge for rising forces, with its errors.

    Raises
    ------
    NotFinished
        The round lacks readings.
    """
    asked = checked_round(state, round_)
    series = _series(method, item, state, asked)
    first = {one.mounting: one for one in reversed(series)}
    mounted = [first[mounting] for mounting in sorted(first)]
    gain, zero = _line(method, item, state, mounted)
    force = _force(method, item, state, mounted, gain, zero)
    errors = [fsum(one.up[load] for one in mounted) / len(mounted) - load for load in mounted[0].up]
    scale = Scale(compression_sign=item.compression_sign, gain=gain.estimate, zero_mn=zero.estimate)
    quantities, budgets, findings = [], [gain, zero, force], list(left_out(method, "drift_between_calibrations"))
    if item.round_probe:
        probe = probe_quantities(method, item, state, asked, scale, gain)
        quantities, findings = list(probe.quantities), [*findings, *probe.findings]
        budgets.append(probe.area)
    if item.load_unit == "g":
        findings += gravity_findings(method)
    return Result(
        kind="force_gauge",
        quantities=(
            stated(method, gain),
            stated(method, zero),
            stated(method, force),
            stated(method, force, value=max(errors, key=abs), name="largest error"),
            *_shares(series, mounted, gain, zero),
            *_hysteresis(method, item, mounted),
            plain("resolution", _division_mn(method, item), "mN"),
            *quantities,
        ),
        budgets=tuple(budgets),
        deviation="largest error",
        nominal=max(mounted[0].up),
        scale=scale,
        findings=tuple(findings),
    )


def _series(method: Method, item: Item, state: State, round_: int) -> list[Series]:
    site = weighing(method)
    kept = state.valid("zero", "load", round_=round_)
    found = []
    for number in sorted({k.task.series for k in kept}):
        own = [k for k in kept if k.task.series == number]
        mn = {k.task: site.in_mn(k.value, k.reading.unit) * item.compression_sign for k in own}
        loads = {
            direction: {
                site.in_mn(task.load, item.load_unit): value
                for task, value in mn.items()
                if task.direction == direction and task.load is not None
            }
            for direction in ("up", "down")
        }
        zeros = {task.closing: value for task, value in mn.items() if task.key == "zero" and task.repeat > 0}
        found.append(
            Series(
                mounting=own[0].task.mounting,
                up=dict(sorted(loads["up"].items())),
                down=dict(sorted(loads["down"].items())),
                zero=zeros[False],
                zero_after=zeros[True],
            )
        )
    return found


def _line(method: Method, item: Item, state: State, mounted: list[Series]) -> tuple[Budget, Budget]:
    """Gain and zero for force = gain x indication - zero; each mounting is one observation of both."""
    gains, zeros = [], []
    for one in mounted:
        line = fit_line([0.0, *one.up], [one.zero, *one.up.values()])
        gains.append(1.0 / line.slope)
        zeros.append(line.intercept / line.slope)
    highest = max(mounted[0].up)
    step = sqrt(2.0) * resolution(_division_mn(method, item))
    gain, gain_spread = mean_and_spread(gains)
    zero, zero_spread = mean_and_spread(zeros)
    reference = [_as_share(part, highest) for part in _loads(method, item, state, highest)]
    return (
        budget(
            method,
            "gain",
            "1",
            gain,
            [
                _mountings("gain", gain_spread, len(mounted), "1"),
                *reference,
                Contribution(
                    name="resolution", standard=step / highest, unit="1", source="at zero and highest load"
                ),
            ],
        ),
        budget(
            method,
            "zero",
            "mN",
            zero,
            [
                _mountings("zero", zero_spread, len(mounted), "mN"),
                Contribution(name="resolution", standard=step, unit="mN", source="under load and at zero"),
            ],
        ),
    )


def _mountings(name: str, spread: float, count: int, unit: str) -> Contribution:
    return Contribution(
        name=f"{name} over the mountings",
        standard=spread,
        unit=unit,
        degrees_of_freedom=count - 1,
        evaluation="A",
        source=f"s of {count} mountings, not of their mean: every use is a single mounting",
    )


def _loads(method: Method, item: Item, state: State, force_mn: float) -> list[Contribution]:
    """Reference loads, and gravity where they are masses."""
    loads = state.reference("loads")
    assert loads is not None  # asked for before any reading
    site = weighing(method)
    standard = loads.standard * (force_mn if loads.unit == "1" else site.in_mn(1.0, loads.unit))
    source = f"certificate {loads.certificate}, U / {loads.coverage_factor:g}"
    found = [Contribution(name="reference loads", standard=standard, unit="mN", source=source)]
    if item.load_unit in GRAM_PER_UNIT:
        gravity = site.gravity_standard * force_mn
        found.append(Contribution(name="gravity", standard=gravity, unit="mN", source="gravity of the site"))
    return found


def _as_share(part: Contribution, force_mn: float) -> Contribution:
    return Contribution(name=part.name, standard=part.standard / force_mn, unit="1", source=part.source)


def _force(method: Method, item: Item, state: State, mounted: list[Series], gain: Budget, zero: Budget) -> Budget:
    """The highest load, read once on the way up and corrected; hysteresis is not in it."""
    loads = list(mounted[0].up)
    highest = loads[-1]
    corrected = {load: [gain.estimate * one.up[load] - zero.estimate for one in mounted] for load in loads}
    spreads = [mean_and_spread(values) for values in corrected.values()]
    residuals = [mean - load for (mean, _), load in zip(spreads, loads, strict=True)]
    drifts = [one.zero_after - one.zero for one in mounted]
    return budget(
        method,
        "force at the highest load",
        "mN",
        spreads[-1][0],
        [
            *_loads(method, item, state, highest),
            Contribution(
                name="single reading after mounting anew",
                standard=pooled([spread for _, spread in spreads]),
                unit="mN",
                degrees_of_freedom=(len(mounted) - 1) * len(loads),
                evaluation="A",
                source="s of corrected readings at one load, pooled over the loads",
            ),
            Contribution(
                name="gain",
                standard=gain.contributions[0].standard * highest / sqrt(len(mounted)),
                unit="mN",
                degrees_of_freedom=len(mounted) - 1,
                evaluation="A",
                source="s over the mountings / sqrt n",
            ),
            Contribution(
                name="deviation from the line",
                standard=rectangular(max(residuals, key=abs)),
                unit="mN",
                source="largest residual / sqrt 3",
            ),
            Contribution(
                name="zero return",
                standard=rectangular(max(drifts, key=abs)),
                unit="mN",
                source="largest zero error / sqrt 3",
            ),
            *display_twice(_division_mn(method, item), "mN"),
            *drift_contribution(method, highest),
        ],
    )


def _shares(series: list[Series], mounted: list[Series], gain: Budget, zero: Budget) -> list[Quantity]:
    """The relative errors, in percent: of the reading at each load, or of the highest load."""
    loads = list(mounted[0].up)
    means = {load: fsum(one.up[load] for one in mounted) / len(mounted) for load in loads}
    first, again = series[0].up, series[1].up
    residuals = [gain.estimate * means[load] - zero.estimate - load for load in loads]
    zeros = [one.zero_after - one.zero for one in series]
    reproducibility = [(max(o.up[x] for o in mounted) - min(o.up[x] for o in mounted)) / means[x] for x in loads]
    repeatability = [abs(again[load] - first[load]) / ((again[load] + first[load]) / 2.0) for load in loads]
    reversibility = [
        fsum(abs(one.down[load] - one.up[load]) / one.up[load] for one in mounted) / len(mounted)
        for load in mounted[0].down
    ]
    return [
        plain("linearity error", 100.0 * max(residuals, key=abs) / loads[-1], "%"),
        plain("repeatability b'", 100.0 * max(repeatability), "%"),
        plain("reproducibility b", 100.0 * max(reproducibility), "%"),
        plain("hysteresis v", 100.0 * max(reversibility), "%"),
        plain("zero error f0", 100.0 * max(zeros, key=abs) / loads[-1], "%"),
    ]


def _hysteresis(method: Method, item: Item, mounted: list[Series]) -> list[Quantity]:
    """Falling less rising reading at each load, in mN, over the mountings."""
    differences = {load: [one.down[load] - one.up[load] for one in mounted] for load in mounted[0].down}
    spreads = {load: mean_and_spread(values) for load, values in differences.items()}
    parts = [
        repeatability(
            pooled([spread for _, spread in spreads.values()]),
            len(mounted),
            "mN",
            degrees_of_freedom=(len(mounted) - 1) * len(spreads),
            source="s pooled over the loads, / sqrt n",
            name="differences over the mountings",
        ),
        Contribution(
            name="resolution",
            standard=sqrt(2.0) * resolution(_division_mn(method, item)),
            unit="mN",
            source="of both readings",
        ),
    ]
    return [
        stated(method, budget(method, f"hysteresis at {load * 1e-3:.4g} N", "mN", mean, parts))
        for load, (mean, _) in spreads.items()
    ]


def _division_mn(method: Method, item: Item) -> float:
    return weighing(method).in_mn(item.division, item.reading_unit)
