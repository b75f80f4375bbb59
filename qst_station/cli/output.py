"""How commands end and what they print."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from qst_station.findings import Finding, Refused, Severity

if TYPE_CHECKING:
    from drivers.link import LinkUnavailable

DONE, FOUND, UNUSABLE = 0, 1, 2
"""Exit codes: done, a finding or difference, bad arguments or unreadable input."""


def print_json(fields: dict[str, Any]) -> None:
    """One line of JSON, at once."""
    print(json.dumps(fields, allow_nan=False), flush=True)


def print_summary(summary: dict[str, Any]) -> None:
    """The parameters and limb values of a session as a table."""
    who = summary["participant"]
    marked = "" if summary["kind"] == "real" else f"  ** {summary['kind'].upper()} **"
    print(f"{summary['study']} {who['id']} {summary['visit']}  age {who['age_y']}, {who['sex']}{marked}")
    print(f"{'':5} {'site':9} {'value':>10} {'unit':6} {'z':>7}")
    for row in summary["parameters"]:
        z = "" if row["z"] is None else f"{row['z']:+.2f}{' *' if row['outside_95'] == 'true' else ''}"
        note = row["reason"] or (f"{row['detectability']} cannot be found" if row["detectability"] else "")
        if row["parameter"] == "DMA":
            note = f"{row['painful_strokes']} painful strokes; {note}"
        print(
            f"{row['parameter']:5} {row['site_role']:9} {_number(row['value']):>10} {row['unit']:6} {z:>7}  {note}"
        )
    for side in summary["limb_sides"]:
        value = _number(side["girth_cm"])
        print(f"FIG8  {side['side']:9} {value:>10} cm     {side['limb_role']}, {side['status']} {side['reason']}")
    for row in summary["derived"]:
        name = " ".join(part for part in (row["quantity"], row["side"]) if part)
        number = "" if row["value"] is None else f"{_number(row['value'])} {row['unit']}".removesuffix(" 1")
        value = " ".join(part for part in (row["verdict"], number) if part) or "-"
        print(f"{name}: {value}  ({row['reason'] or row['method']})")
    print(f"Norms: {summary['norms']['name']} (sha256 {summary['norms']['sha256'][:12]}...). {summary['notice']}")


def _number(value: float | None) -> str:
    return "-" if value is None or math.isnan(value) else f"{value:.4g}"


def port_refused(url: str, error: LinkUnavailable) -> Refused:
    """The refusal for a port that does not open."""
    return Refused(
        Finding(
            code=f"device.{error.reason}",
            severity=Severity.STOP,
            place=url,
            happened=f"{error.what} ({error.detail}).",
            remedy=error.remedy,
        )
    )
