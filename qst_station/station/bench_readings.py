"""What the balance or gauge on the bench shows, as the events of a calibration."""

from __future__ import annotations

from calibration.conversion import GRAM_PER_UNIT
from calibration.events import Check, Reading, Zero
from calibration.item import Item
from calibration.method import Method
from calibration.press import Press, PressDetector, Sample, plateau
from calibration.scale import NEWTON_PER_UNIT
from calibration.site import weighing
from qst_station.acquisition.indication import Indication
from qst_station.calibrating.run_opening import RunOpening

PRESSED = ("press", "weigh", "lower", "ramp")
"""Tasks whose reading is a load that comes and goes: it is seen, and needs no order of the operator."""


class BenchReadings:
    """Indications in, readings out.

    Parameters
    ----------
    opened : RunOpening
    start_ns : int
        Engine time of the start of the calibration.

    Attributes
    ----------
    live : Indication or None
        The last one.
    """

    def __init__(self, opened: RunOpening, start_ns: int) -> None:
        self.live: Indication | None = None
        self._opened = opened
        self._start_ns = start_ns
        self._detector: PressDetector | None = None

    @property
    def pressing(self) -> tuple[Sample, ...]:
        """The samples of the press that is under way."""
        return self._detector.pressing if self._detector else ()

    def take(self, shown: Indication, due_key: str) -> Reading | None:
        """Take the next indication; the reading that it completes."""
        before, self.live = self.live, shown
        if due_key not in PRESSED:
            self._detector = None
            return None
        if self._detector is None:
            self._detector = PressDetector(press_begins(self._opened.method, self._opened.item))
            if before is not None:  # a quick hand presses before the next indication
                self._detector.take(self._sample(before))
        press = self._detector.take(self._sample(shown))
        return None if press is None else self._reading(press, shown.unit, due_key)

    def interrupt(self, due_key: str) -> Reading | None:
        """Indications are missing from here on; the press that was cut in two."""
        press = self._detector.interrupt() if self._detector else None
        return None if press is None else self._reading(press, self.live.unit if self.live else "", due_key)

    def now(self, shown: Indication, due_key: str, load: float | None) -> Reading | Check | Zero:
        """What the device shows now as the reading that is due; a plain reading where it shows no value."""
        t_ns, value = shown.t_ns - self._start_ns, shown.value
        if value is not None and due_key == "check":
            return Check(t_ns=t_ns, value=value, unit=shown.unit, stable=shown.stable)
        if value is not None and due_key == "zero":
            return Zero(t_ns=t_ns, value=value, unit=shown.unit, stable=shown.stable)
        return Reading(
            t_ns=t_ns, value=value, unit=shown.unit, stable=shown.stable, overloaded=shown.overloaded, load=load
        )

    def _sample(self, shown: Indication) -> Sample:
        value = None if shown.value is None else shown.value / self._factor(shown.unit)
        t_ns = shown.t_ns - self._start_ns
        return Sample(t_ns=t_ns, value=value, stable=shown.stable, overloaded=shown.overloaded)

    def _reading(self, press: Press, shown_unit: str, due_key: str) -> Reading:
        unit = shown_unit or self._opened.item.reading_unit
        return press_reading(
            press, self._opened.method, ramp=due_key == "ramp", unit=unit, factor=self._factor(unit)
        )

    def _factor(self, unit: str) -> float:
        """From a press to what the device shows: its sign in compression, and its unit."""
        item = self._opened.item
        for known in (GRAM_PER_UNIT, NEWTON_PER_UNIT):
            if unit in known and item.reading_unit in known:
                return item.compression_sign * known[item.reading_unit] / known[unit]
        return float(item.compression_sign)  # a unit of another kind, which the method refuses


def press_begins(method: Method, item: Item) -> float:
    """Level at which a press begins, in the unit of the readings of an item."""
    site = weighing(method)
    highest_mn = item.nominal_mn if item.nominal_mn is not None else site.in_mn(max(item.loads), item.load_unit)
    return method.value("press_begins") * highest_mn / site.in_mn(1.0, item.reading_unit)


def press_reading(press: Press, method: Method, *, ramp: bool, unit: str, factor: float) -> Reading:
    """The reading of one press: of a ramp its peak, else what was held.

    Parameters
    ----------
    ramp : bool
    unit : str
        In which the device showed it.
    factor : float
        From the samples of the press to what the device showed.

    Returns
    -------
    Reading
        With `stable` False where nothing was held or the load was not let go, so that it is refused and kept.
    """
    held = None
    if not ramp:
        shortest_ns = round(method.value("plateau_shortest") * 1e9)
        held = plateau(press, band=method.value("plateau_band"), shortest_ns=shortest_ns)
    value = press.peak if held is None else held.value
    stable = None
    if not press.released or (held is None and not ramp):
        stable = False
    elif held is not None and held.settled:
        stable = True
    return Reading(
        t_ns=press.samples[-1].t_ns if held is None else held.end_ns,
        value=None if press.overloaded or value is None else value * factor,
        unit=unit,
        stable=stable,
        overloaded=press.overloaded,
        trace=tuple((t_ns, number * factor) for t_ns, number in press.trace),
    )
