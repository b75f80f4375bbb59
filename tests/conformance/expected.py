"""When each fault happens in these tests, and what a person must be told of it."""

from __future__ import annotations

from drivers.catalogue import BUILT_IN
from drivers.simulated.device import simulated
from drivers.simulated.faults import KINDS, FaultError, Kind, parse_faults
from drivers.spec import GaugeSpec
from tests.conformance.bench import spec_of

_SCRIPTS: dict[Kind, str] = {
    "batch": "batch@1500ms:{lasts}",
    "baud": "baud@1500ms:{lasts}",
    "busy": "unplug@1500ms:200ms,busy@1500ms:700ms",
    "cr": "cr@1500ms:{lasts}",
    "deny": "unplug@1500ms:200ms,deny@1500ms:700ms",
    "error": "error@1500ms:{lasts}",
    "flood": "flood@3s:1500ms",
    "garble": "garble@1500ms",
    "half": "half@1500ms",
    "merge": "merge@1500ms",
    "overload": "overload@1500ms:700ms",
    "parity": "parity@1500ms:{lasts}",
    "reboot": "reboot@1500ms",
    "silence": "silence@1500ms:{lasts}",
    "sleep": "sleep@1500ms:{lasts}",
    "stuck": "stuck@1500ms:{lasts}",
    "unit": "unit@1500ms,unit@{back},unit@{back}",  # on, and back again
    "unplug": "unplug@1500ms:300ms",
}


def script(kind: Kind, *, lasts_ms: int = 2_500) -> str:
    """A script of one fault."""
    return _SCRIPTS[kind].format(lasts=f"{lasts_ms}ms", back=f"{1_500 + lasts_ms}ms")


def over_ns(kind: Kind, *, lasts_ms: int = 2_500) -> int:
    """When the fault is over."""
    return max(fault.at_ns + fault.for_ns for fault in parse_faults(script(kind, lasts_ms=lasts_ms)))


NOT_ITS_FAULT: dict[tuple[str, Kind], str] = {
    ("loadstar-di1000", "unit"): "it has no key; its unit changes on an order over the wire, which nobody gives",
    ("bbtk-tpad", "reboot"): "a pad at rest and one that forgot its mode look alike: it has to be tried",
    ("bbtk-tpad", "sleep"): "as above",
}
"""What is no fault of this device, or cannot be seen from outside."""

_FRAMES = ("sauter-fl", "button-bitsi", "cedrus-xid")  # no line ends
_LETTER_KEY_REFUSED = ("imada-ds2", "imada-dsv", "sauter-fl")  # what unit it is now is not known
_UNIT_NOT_TOLD = ("loadstar-iload",)  # always millipounds
_PARITY_READABLE = ("button-bitsi",)  # A has an even number of ones

LOST = {"lost", "returned"}
SILENT = {"silent", "returned"}
UNREADABLE = {"garbled", "unreadable", "recovered"}


def cases() -> list[tuple[str, Kind]]:
    """Every gauge with every fault that it can have."""
    return [(name, kind) for name in BUILT_IN for kind in KINDS if _can_have(name, kind)]


def _can_have(name: str, kind: Kind) -> bool:
    try:
        simulated(name, faults=script(kind))
    except FaultError:
        return False
    return (name, kind) not in NOT_ITS_FAULT


def must_be_told(name: str, kind: Kind) -> list[set[str]]:
    """The news of a fault: one of these sets; an empty one where it does no harm or is no news but a flag."""
    spec = spec_of(name)
    force = spec.kind == "force"
    match kind:
        case "unplug" | "busy" | "deny":
            return [LOST]
        case "silence":
            return [SILENT if spec.silence_ns else set()]
        case "sleep":
            return [(SILENT if spec.silence_ns else set()) | _banner(spec)]
        case "baud":
            return [UNREADABLE]
        case "parity":
            return [{"garbled"}] if name in _PARITY_READABLE else [UNREADABLE]
        case "cr":
            return [set()] if name in _FRAMES or spec.terminator in (b"\r", b"") else [UNREADABLE]
        case "garble":
            return [{"garbled"}]
        case "half" | "merge":
            return [set(), {"garbled"}] if name in _FRAMES else [{"garbled"}]
        case "error":
            return [{"error", "unreadable", "recovered"}] if force else [{"error"}]
        case "stuck":
            return [{"stuck", "recovered"}] if force else [set()]
        case "flood":
            return [{"flood"}] if force else [set()]
        case "overload":
            return [{"error"}] if name in ("ohaus", "kern") else [UNREADABLE if name == "imada-zta" else set()]
        case "unit":
            return _unit_changed(name, force)
        case "reboot":
            return _restarted(spec)
        case _:
            return [set()]


def _unit_changed(name: str, force: bool) -> list[set[str]]:
    if name in _LETTER_KEY_REFUSED:
        return [UNREADABLE]
    return [{"unit"}] if force and name not in _UNIT_NOT_TOLD else [set()]


def _restarted(spec: GaugeSpec) -> list[set[str]]:
    if _banner(spec):
        return [_banner(spec)]
    if spec.name == "text-line":
        return [{"garbled"}]  # what its banner looks like is its user's to know
    if spec.kind == "force" and spec.stream_start:
        return [{"gap"}, SILENT]
    return [set()]  # it is away for less than a silence, and its zero is all that it may have lost


def _banner(spec: GaugeSpec) -> set[str]:
    known = any(kind == "banner" for kind, _ in spec.notices.values()) or spec.name == "button-bitsi"
    return {"restarted"} if known else set()
