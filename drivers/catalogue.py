"""The gauges this station knows."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from drivers.balance import AND_STANDARD, KERN, MT_SICS, OHAUS, SARTORIUS_SBI
from drivers.bbtk import BBTK_TPAD
from drivers.button import BUTTON, BUTTON_BITSI
from drivers.cedrus import CEDRUS_XID
from drivers.imada_ds2 import IMADA_DS2, IMADA_DSV
from drivers.imada_zta import IMADA_ZTA, IMADA_ZTA_RS232
from drivers.loadstar import LOADSTAR_DI1000, LOADSTAR_ILOAD
from drivers.lutron import LUTRON
from drivers.mark10 import MARK10, MARK10_SERIES4
from drivers.openscale import OPENSCALE
from drivers.sauter import SAUTER_FL
from drivers.spec import GaugeSpec
from drivers.text_line import TEXT_LINE
from drivers.third_party import BrokenGauge, installed_entries, third_party_gauges
from drivers.wagner import WAGNER_FDIX, WAGNER_FDV, WAGNER_FDX, WAGNER_FPX

_FORCE: Final = (
    *(MARK10, MARK10_SERIES4, IMADA_DS2, IMADA_DSV, IMADA_ZTA, IMADA_ZTA_RS232),
    *(WAGNER_FPX, WAGNER_FDX, WAGNER_FDV, WAGNER_FDIX),
    *(LUTRON, LOADSTAR_ILOAD, LOADSTAR_DI1000, SAUTER_FL, OPENSCALE, TEXT_LINE),
)
_BALANCES: Final = (MT_SICS, SARTORIUS_SBI, AND_STANDARD, OHAUS, KERN)
_BUTTONS: Final = (BUTTON, BUTTON_BITSI, CEDRUS_XID, BBTK_TPAD)

BUILT_IN: Final[Mapping[str, GaugeSpec]] = MappingProxyType(
    {spec.name: spec for spec in (*_FORCE, *_BALANCES, *_BUTTONS)}
)
"""The gauges of this package."""

_THIRD_PARTY, _BROKEN = third_party_gauges(installed_entries(), BUILT_IN)

GAUGES: Final[Mapping[str, GaugeSpec]] = MappingProxyType(
    {**BUILT_IN, **{spec.name: spec for spec in _THIRD_PARTY}}
)
"""All gauges, those of other installed packages included."""

BROKEN: Final[tuple[BrokenGauge, ...]] = _BROKEN
"""Entries of other packages that gave no gauge."""


class UnknownGauge(ValueError):
    """No gauge of this name."""

    def __init__(self, name: str, allowed: tuple[str, ...]) -> None:
        near = difflib.get_close_matches(name, allowed, n=1)
        hint = f" (did you mean {near[0]!r}?)" if near else ""
        super().__init__(f"no gauge {name!r}{hint}; known: {', '.join(allowed)}")
        self.name = name
        self.allowed = allowed


def gauge(name: str) -> GaugeSpec:
    """The spec of a gauge.

    Raises
    ------
    UnknownGauge
        With the names that exist.
    """
    try:
        return GAUGES[name]
    except KeyError:
        raise UnknownGauge(name, tuple(GAUGES)) from None


def gauges_of_port(vid: int | None, pid: int | None) -> tuple[GaugeSpec, ...]:
    """The gauges whose own USB port has these numbers; none for a common adapter."""
    return tuple(spec for spec in GAUGES.values() if (vid, pid) in spec.usb)


def with_pattern(spec: GaugeSpec, pattern: str, *, unit: str | None = None) -> GaugeSpec:
    """A text-line gauge that reads the user's own line.

    Parameters
    ----------
    spec : GaugeSpec
    pattern : str
        For one whole line; the groups are those of `GaugeSpec.pattern`.
    unit : str, optional
        Unit of lines that carry none.

    Raises
    ------
    drivers.spec.SpecError
        The pattern or the unit cannot be used.
    """
    return replace(spec, pattern=pattern, default_unit=unit or spec.default_unit)
