"""SparkFun OpenScale load-cell board."""

from __future__ import annotations

from typing import Final

from drivers.line_codec import LineCodec
from drivers.spec import GaugeSpec

OPENSCALE: Final = GaugeSpec(
    name="openscale",
    title="SparkFun OpenScale",
    grade="code",
    grade_note=(
        "Line read in the firmware, not tried on a board. Its pounds and kilograms are taken for lbf and kgf, "
        "as it is when it was calibrated with weights. The sign of compression is that of your wiring. A board "
        "that waits for a trigger is not read. Nothing is ever sent: an x would open its menu."
    ),
    source="sparkfun/OpenScale firmware/OpenScale/OpenScale.ino",
    codec=LineCodec,
    # [ms,]value,unit,[raw,][temperature,][temperature,]
    pattern=r"(?:\d{1,10},)?(?P<value>-?\d+(?:\.\d+)?),(?P<unit>lbs|kg),(?:-?\d+,)?(?:-?\d+\.\d+,){0,2}",
    notices={".*Readings:": ("banner", "")},
    units={"lbs": "lbf", "kg": "kgf"},
    baud=9_600,
    unsolicited=True,
)
