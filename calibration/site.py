"""How masses become forces where the method was set up."""

from __future__ import annotations

from math import sqrt

from calibration.conversion import GRAVITY_RANGE, Weighing
from calibration.method import SETTINGS, Method


def weighing(method: Method) -> Weighing:
    """Gravity and air buoyancy of a method.

    Without a local gravity the conventional one is used, and the range on Earth is its uncertainty. A method
    without these settings takes the conventional value for comparisons that decide nothing.
    """
    if "local_gravity" not in SETTINGS[method.kind]:
        return Weighing(gravity_standard=GRAVITY_RANGE / sqrt(3.0))
    buoyancy = method.value("air_buoyancy") != 0.0
    gravity = method.optional("local_gravity")
    if gravity is None:
        return Weighing(gravity_standard=GRAVITY_RANGE / sqrt(3.0), air_buoyancy=buoyancy)
    expanded = method.value("local_gravity_uncertainty")
    return Weighing(gravity_m_per_s2=gravity, gravity_standard=expanded / 2.0 / gravity, air_buoyancy=buoyancy)
