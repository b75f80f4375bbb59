"""One way to print measurements: least, median, most, and the ratio to the first row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median, quantiles


def print_table(title: str, unit: str, rows: Mapping[str, Sequence[float]]) -> None:
    """Print one row per name; the ratio is that of the medians to the first row."""
    base = median(next(iter(rows.values())))
    print(f"{title} [{unit}]")
    print(f"{'':44} {'n':>6} {'min':>9} {'median':>9} {'p99':>9} {'max':>9} {'ratio':>8}")
    for name, values in rows.items():
        middle = median(values)
        p99 = f"{quantiles(values, n=100)[98]:9.3f}" if len(values) >= 100 else f"{'-':>9}"
        ends = f"{min(values):9.3f} {middle:9.3f} {p99} {max(values):9.3f}"
        print(f"{name:44} {len(values):6} {ends} {middle / base:8.3f}", flush=True)
    print()
