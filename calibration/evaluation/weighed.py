"""What every force on a balance has in its budget."""

from __future__ import annotations

from math import cos, radians

from calibration.conversion import GRAM_PER_UNIT
from calibration.method import Method
from calibration.record import Kept, Problem, State
from calibration.result import NotFinished
from calibration.site import weighing
from calibration.uncertainty import Contribution, display_twice


def forces_mn(method: Method, kept: tuple[Kept, ...]) -> list[float]:
    """Readings of a balance as forces, in their order."""
    site = weighing(method)
    return [site.in_mn(k.value, k.reading.unit) for k in kept]


def checked_round(state: State, round_: int | None) -> int:
    """The round asked for, or the present one.

    Raises
    ------
    NotFinished
        It lacks readings.
    """
    asked = state.round if round_ is None else round_
    if not 1 <= asked <= state.round or (asked == state.round and not state.finished):
        raise NotFinished
    return asked


def balance_contributions(method: Method, state: State, force_mn: float) -> list[Contribution]:
    """Calibration and resolution of the balance, and gravity."""
    balance = state.reference("balance")
    assert balance is not None  # asked for before any reading
    site = weighing(method)
    gram = GRAM_PER_UNIT[balance.unit]
    local = method.optional("local_gravity") is not None
    return [
        Contribution(
            name="balance calibration",
            standard=balance.standard * gram * site.mn_per_g,
            unit="mN",
            source=f"certificate {balance.certificate}, U / {balance.coverage_factor:g}",
        ),
        *display_twice(balance.division * gram * site.mn_per_g, "mN"),
        Contribution(
            name="gravity",
            standard=site.gravity_standard * force_mn,
            unit="mN",
            source="local gravity of the site" if local else "conventional gravity, 0.3 % / sqrt 3",
        ),
    ]


def angle_contribution(method: Method, force_mn: float) -> Contribution:
    """A stimulus that stands askew presses with less than its force."""
    angle = method.value("angle_error")
    share = 1.0 - cos(radians(angle))
    return Contribution(
        name="angle", standard=share * force_mn, unit="mN", source=f"1 - cos {angle:g} degrees = {share:.2%}"
    )


def drift_contribution(method: Method, force_mn: float) -> list[Contribution]:
    """Change between calibrations, where the site has records of it."""
    drift = method.optional("drift_between_calibrations")
    if drift is None:
        return []
    return [
        Contribution(
            name="drift between calibrations", standard=drift * force_mn, unit="mN", source="records of the site"
        )
    ]


def gravity_findings(method: Method) -> list[Problem]:
    """That the conventional gravity was used for want of a local one."""
    if method.optional("local_gravity") is not None:
        return []
    return [
        Problem(
            code="gravity.not_set",
            happened="The local gravity is not set; 9.80665 m/s2 was used, within 0.3 %.",
            remedy="Set the local gravity of the site.",
        )
    ]
