"""The Bland-Altman plot of two readers as an SVG document: no window, no drawing library."""

from __future__ import annotations

from xml.sax.saxutils import escape

from qst_station.limb.agreement import Agreement
from qst_station.limb.bland_altman import Estimate

_WIDTH, _HEIGHT = 760, 480
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 190, 50, 60
_ROOM = 0.08  # of the span, on every side
_TICKS = 5


def agreement_svg(found: Agreement) -> str:
    """Differences of the readers over their means, bias and limits of agreement with their 95 % intervals."""
    limits, readers = found.limits, found.study.readers
    lines = (("bias", limits.bias), ("upper limit", limits.upper), ("lower limit", limits.lower))
    heights = [*limits.differences_cm, *(edge for _, e in lines for edge in (e.low_cm, e.high_cm)), 0.0]
    across, up = _Axis(limits.means_cm, _LEFT, _WIDTH - _RIGHT), _Axis(heights, _HEIGHT - _BOTTOM, _TOP)
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text(_LEFT, 28, f"{readers[0]} minus {readers[1]}, cm ({len(limits.means_cm)} limbs)", size=18),
        _text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 14, "mean of both readers, cm", anchor="middle"),
    ]
    drawn += [_interval(estimate, up) for _, estimate in lines]
    for name, estimate in lines:
        drawn += _line(name, estimate, up)
    for value in up.ticks():
        drawn.append(_text(_LEFT - 8, up.at(value) + 5, f"{value:+.2f}", anchor="end"))
    for value in across.ticks():
        drawn.append(_text(across.at(value), _HEIGHT - _BOTTOM + 22, f"{value:.1f}", anchor="middle"))
    drawn += [
        f'<circle cx="{across.at(mean):.1f}" cy="{up.at(difference):.1f}" r="5" fill="#e69f00" stroke="#101418"/>'
        for mean, difference in zip(limits.means_cm, limits.differences_cm, strict=True)
    ]
    return "\n".join((*drawn, "</svg>")) + "\n"


class _Axis:
    """Values between two ends of the picture."""

    def __init__(self, values: list[float] | tuple[float, ...], start: float, stop: float) -> None:
        room = (max(values) - min(values)) * _ROOM or 1.0
        self._low, self._high = min(values) - room, max(values) + room
        self._start, self._stop = start, stop

    def at(self, value: float) -> float:
        return self._start + (value - self._low) / (self._high - self._low) * (self._stop - self._start)

    def ticks(self) -> list[float]:
        return [self._low + (i + 0.5) * (self._high - self._low) / _TICKS for i in range(_TICKS)]


def _interval(estimate: Estimate, up: _Axis) -> str:
    top, bottom = up.at(estimate.high_cm), up.at(estimate.low_cm)
    place = f'x="{_LEFT}" y="{top:.1f}" width="{_WIDTH - _RIGHT - _LEFT}" height="{bottom - top:.1f}"'
    return f'<rect {place} fill="#0072b2" fill-opacity="0.12"/>'


def _line(name: str, estimate: Estimate, up: _Axis) -> list[str]:
    y, dash = up.at(estimate.value_cm), "" if name == "bias" else ' stroke-dasharray="7 5"'
    return [
        f'<path d="M{_LEFT} {y:.1f} h{_WIDTH - _RIGHT - _LEFT}" stroke="#101418" stroke-width="2"{dash}/>',
        _text(_WIDTH - _RIGHT + 8, y + 5, f"{name} {estimate.value_cm:+.2f} cm"),
    ]


def _text(x: float, y: float, text: str, *, size: int = 15, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}">{escape(text)}</text>'
