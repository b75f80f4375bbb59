"""The gauges this station knows."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from drivers.button import BUTTON, BUTTON_BITSI
from drivers.imada_ds2 import IMADA_DS2
from drivers.mark10 import MARK10
from drivers.spec import GaugeSpec
from drivers.text_line import TEXT_LINE
from drivers.wagner import WAGNER_FPX

GAUGES: Final[Mapping[str, GaugeSpec]] = MappingProxyType(
    {spec.name: spec for spec in (MARK10, IMADA_DS2, WAGNER_FPX, TEXT_LINE, BUTTON, BUTTON_BITSI)}
)


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
