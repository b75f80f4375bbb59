"""How a device is doing by what it sends, as plain data for a screen."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from drivers.messages import Reading
from qst_station.acquisition.force_stream import ForceStream
from qst_station.acquisition.weighings import Weighings
from qst_station.session.events import Floats

_RATE_OVER_NS = 2_000_000_000
_SHOWN_FOR_NS = 1_000_000_000


def stream_health(stream: ForceStream, now_ns: int) -> dict[str, Any]:
    """Force, rate, noise and unit of now; no force where the last second brought none."""
    window = stream.since(now_ns - _RATE_OVER_NS)
    force_mn, raw = stream.latest(now_ns - _SHOWN_FOR_NS)
    return {
        "force_n": None if math.isnan(force_mn) else force_mn / 1e3,
        "raw": None if math.isnan(raw) else raw,
        "unit": stream.unit,
        "unit_was": stream.unit_was if stream.unit_was != stream.unit else "",
        "rate_hz": sum(len(block.t_ns) for block in window) / (_RATE_OVER_NS / 1e9),
        "noise_mn": _noise_mn(stream.forces_since(now_ns - _SHOWN_FOR_NS)),
    }


def weighing_health(weighings: Weighings) -> dict[str, Any]:
    """The mass on the display, and whether it has settled."""
    return {
        "mass": None if weighings.mass is None else _mass_words(weighings.mass),
        "stable": weighings.stable,
    }


def _noise_mn(force_mn: Floats) -> float | None:
    """Standard deviation from one reading to the next, so that a hand that presses is no noise."""
    return float(np.diff(force_mn).std() / math.sqrt(2)) if len(force_mn) > 2 else None


def _mass_words(mass: Reading) -> str:
    """A mass with as many decimals as the balance sent."""
    decimals = re.search(r"[.,](\d+)", mass.text)
    moving = " …" if mass.stable is False else ""
    return f"{mass.raw:.{len(decimals[1]) if decimals else 0}f} {mass.unit}{moving}"
