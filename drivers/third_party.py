"""Gauges that other packages bring along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from drivers.spec import GaugeSpec

GROUP: Final = "qst_station.gauges"
"""Entry-point group; each entry is one `GaugeSpec`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenGauge:
    """An entry that gives no gauge.

    Attributes
    ----------
    entry, package : str
        Its name and value as the package declares them; the package with its version.
    why : str
        For a person.
    """

    entry: str
    package: str
    why: str


def installed_entries() -> tuple[EntryPoint, ...]:
    """The entries of all installed packages."""
    return tuple(entry_points(group=GROUP))


def third_party_gauges(
    entries: Iterable[EntryPoint], taken: Collection[str]
) -> tuple[tuple[GaugeSpec, ...], tuple[BrokenGauge, ...]]:
    """The gauges that entries give, and the entries that give none.

    Parameters
    ----------
    entries : iterable of EntryPoint
    taken : collection of str
        Names that a third party may not use. Of several entries with one name none is used, because which of
        them came first would depend on the installation.
    """
    found: list[tuple[EntryPoint, GaugeSpec]] = []
    broken: list[BrokenGauge] = []
    for entry in sorted(entries, key=lambda entry: (entry.name, entry.value)):
        loaded = _load(entry)
        if isinstance(loaded, BrokenGauge):
            broken.append(loaded)
        else:
            found.append((entry, loaded))
    uses = Counter(spec.name for _, spec in found)
    gauges: list[GaugeSpec] = []
    for entry, spec in found:
        if spec.name in taken:
            broken.append(_broken(entry, f"the name {spec.name!r} is that of a built-in gauge"))
        elif uses[spec.name] > 1:
            broken.append(_broken(entry, f"the name {spec.name!r} is given by {uses[spec.name]} entries"))
        else:
            gauges.append(spec)
    return tuple(gauges), tuple(broken)


def _load(entry: EntryPoint) -> GaugeSpec | BrokenGauge:
    try:
        loaded = entry.load()
    except Exception as error:  # noqa: BLE001 - code of others may raise anything, and it is reported
        return _broken(entry, f"{type(error).__name__}: {error}")
    if not isinstance(loaded, GaugeSpec):
        return _broken(entry, f"it is a {type(loaded).__name__}; allowed: a drivers.spec.GaugeSpec")
    return loaded


def _broken(entry: EntryPoint, why: str) -> BrokenGauge:
    package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else "unknown package"
    return BrokenGauge(entry=f"{entry.name} = {entry.value}", package=package, why=why)
