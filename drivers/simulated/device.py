"""A simulated device, whole: dialect and faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, get_args

from drivers.catalogue import UnknownGauge
from drivers.simulated import balances
from drivers.simulated.amplifiers import LoadstarDi1000, LoadstarIload, OpenScale, TextLine
from drivers.simulated.behaviour import Behaviour, Sensor
from drivers.simulated.buttons import BitsiButton, CedrusPad, PlainButton, PressPlan, TPad
from drivers.simulated.dialects import Dialect
from drivers.simulated.faults import FaultError, FaultScript, Kind, SensorKind, parse_faults
from drivers.simulated.imada import ImadaDs2, ImadaZta
from drivers.simulated.loads import Load, parse_load
from drivers.simulated.lutron import Lutron
from drivers.simulated.mark10 import Mark10, Mark10Series4
from drivers.simulated.sauter import SauterFl
from drivers.simulated.usb_bridge import UsbBridge
from drivers.simulated.wagner import WagnerFdix, WagnerFdv, WagnerFpx


@dataclass(frozen=True, slots=True)
class _Model:
    """What makes a simulated gauge.

    Its dialect, what it measures, the unit that it is switched on in, and its error reply, if it has one.
    """

    dialect: Callable[[Sensor], Dialect]
    behaviour: Behaviour
    unit: str = "N"
    error: bytes = b""


_500_N: Final = Behaviour(capacity_n=500.0, decimals_n=2)
# An FPX 25 measures 25 lbf; its sign is that of the only public driver.
_25_LBF: Final = Behaviour(capacity_n=111.2, decimals_n=2, sign=-1)
# 220 g in steps of 0.01 g.
_BALANCE: Final = Behaviour(capacity_n=2.157, decimals_n=4)

_GAUGES: Final[dict[str, _Model]] = {
    "mark10": _Model(Mark10, _500_N, error=b"*10\r\n"),
    "mark10-series4": _Model(Mark10Series4, _500_N, error=b"*10\r\n"),
    "imada-ds2": _Model(ImadaDs2, replace(_500_N, decimals_n=1), error=b"E\r"),
    "imada-dsv": _Model(ImadaDs2, replace(_500_N, decimals_n=1), error=b"E\r"),
    "imada-zta": _Model(ImadaZta, replace(_500_N, decimals_n=1)),
    "imada-zta-rs232": _Model(ImadaZta, replace(_500_N, decimals_n=1)),
    "wagner-fpx": _Model(WagnerFpx, _25_LBF),
    "wagner-fdx": _Model(WagnerFpx, replace(_25_LBF, sign=1)),
    "wagner-fdv": _Model(WagnerFdv, replace(_25_LBF, sign=1)),
    "wagner-fdix": _Model(WagnerFdix, replace(_25_LBF, sign=1)),
    "lutron": _Model(Lutron, Behaviour(capacity_n=49.03, decimals_n=2)),
    "loadstar-iload": _Model(LoadstarIload, _500_N, "lbf", error=b"E\r\n"),
    "loadstar-di1000": _Model(LoadstarDi1000, _500_N, error=b"E\r\n"),
    "sauter-fl": _Model(SauterFl, replace(_500_N, sign=-1)),
    "openscale": _Model(OpenScale, _500_N, "kgf"),
    "text-line": _Model(TextLine, Behaviour(capacity_n=200.0, decimals_n=2)),
    "mt-sics": _Model(balances.MtSics, _BALANCE, "g", error=b"ES\r\n"),
    "sartorius-sbi": _Model(balances.SartoriusSbi, _BALANCE, "g", error=b"Stat       ERR 101  \r\n"),
    "and-standard": _Model(balances.AndStandard, _BALANCE, "g", error=b"EC,E01\r\n"),
    "ohaus": _Model(balances.Ohaus, _BALANCE, "g", error=b"ES\r\n"),
    "kern": _Model(balances.Kern, _BALANCE, "g", error=b"        Error\r\n"),
}
_BUTTONS: Final[dict[str, Callable[[PressPlan], Dialect]]] = {
    "button": PlainButton,
    "button-bitsi": BitsiButton,
    "cedrus-xid": CedrusPad,
    "bbtk-tpad": TPad,
}

_OTHER_UNIT: Final = {"N": "kgf", "kgf": "lbf", "lbf": "N", "g": "kg", "kg": "g"}


class SimulatedDevice:
    """A device on a wire that can fail.

    Time is the clock of the link it is served on; it may stand still but never goes back.

    Parameters
    ----------
    dialect : Dialect
    faults : FaultScript

    Raises
    ------
    FaultError
        A fault of the sensor, and the device (a button, a capture) has none.
    """

    def __init__(self, dialect: Dialect, faults: FaultScript) -> None:
        for kind in get_args(SensorKind):
            if dialect.sensor is None and kind in faults.kinds():
                raise FaultError(f"fault {kind!r}: only a simulated gauge or balance has a sensor that can fail")
        self.dialect = dialect
        self._faults = faults
        self._bridge = UsbBridge()
        self._now_ns = -1

    def connected(self, t_ns: int) -> bool:
        """Whether the cable is in."""
        return not self._faults.active("unplug", t_ns)

    def suffers(self, kind: Kind, t_ns: int) -> bool:
        """Whether a fault of this kind acts at `t_ns`."""
        return self._faults.active(kind, t_ns)

    @property
    def fault_kinds(self) -> set[Kind]:
        """The kinds of fault in its script."""
        return self._faults.kinds()

    def power_on(self, t_ns: int) -> bytes:
        """Start afresh, as when the port is opened or the cable comes back."""
        self._bridge = UsbBridge()
        return self._sent(self.dialect.power_on(t_ns), t_ns)

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """The answer to bytes that arrive at `t_ns`, after what was due before."""
        sent = self.advance(t_ns)
        return sent if self._faults.mute(t_ns) else sent + self._sent(self.dialect.handle(data, t_ns), t_ns)

    def advance(self, t_ns: int) -> bytes:
        """What the device sends by itself until `t_ns`."""
        sent = b""
        for edge_ns in self._faults.edges(self._now_ns, t_ns):
            sent += self._step(edge_ns - 1) + self._step(edge_ns)
        sent += self._step(t_ns)
        self._now_ns = max(self._now_ns, t_ns)
        return sent

    def _step(self, t_ns: int) -> bytes:
        sensor = self.dialect.sensor
        if sensor is not None:
            sensor.overloaded = self._faults.active("overload", t_ns)
            sensor.stuck_ns = self._faults.began_ns("stuck", t_ns)
            if self._faults.take("unit", t_ns):
                sensor.unit = _OTHER_UNIT.get(sensor.unit, "N")
        begun = self.dialect.power_on(t_ns) if self._faults.take_restart(t_ns) else b""
        return self._sent(begun + self.dialect.advance(t_ns), t_ns)

    def _sent(self, data: bytes, t_ns: int) -> bytes:
        return self._bridge.carry(self._faults.spoil(data, t_ns), t_ns, batching=self.suffers("batch", t_ns))


class SimulatedButton(SimulatedDevice):
    """A response button on a wire that can fail."""

    def __init__(self, dialect: Dialect, faults: FaultScript, plan: PressPlan) -> None:
        super().__init__(dialect, faults)
        self._plan = plan

    def press(self, t_ns: int, *, held_ns: int = 120_000_000) -> None:
        """Press at `t_ns` (not in the past) and let go `held_ns` later; from any thread."""
        self._plan.press(t_ns, held_ns)


def simulated(
    name: str,
    *,
    load: Load | str = "hold:0",
    faults: str = "",
    seed: int = 0,
    noise_n: float = 0.0,
    behaviour: Behaviour | None = None,
) -> SimulatedDevice:
    """A simulated gauge or button.

    Parameters
    ----------
    name : str
        As in the catalogue.
    load : Load or str
        What presses on it; see `drivers.simulated.loads.parse_load`.
    faults : str
        See `drivers.simulated.faults.parse_faults`.
    seed, noise_n : int, float
        Of the noise; ignored where `behaviour` is given.
    behaviour : Behaviour, optional
        Another gauge of the same dialect.

    Raises
    ------
    ValueError
        Unknown name, load or fault.
    """
    if name in _BUTTONS:
        return simulated_button(name, faults=faults)
    if name not in _GAUGES:
        raise UnknownGauge(name, (*_GAUGES, *_BUTTONS))
    model = _GAUGES[name]
    measures = behaviour or replace(model.behaviour, noise_n=noise_n, seed=seed)
    sensor = Sensor(measures, parse_load(load) if isinstance(load, str) else load, model.unit)
    return SimulatedDevice(model.dialect(sensor), FaultScript(parse_faults(faults), error_reply=model.error))


def simulated_button(name: str = "button", *, faults: str = "", presses_ns: Iterable[int] = ()) -> SimulatedButton:
    """A simulated response button.

    Raises
    ------
    ValueError
        Unknown name or fault.
    """
    if name not in _BUTTONS:
        raise UnknownGauge(name, tuple(_BUTTONS))
    plan = PressPlan()
    button = SimulatedButton(_BUTTONS[name](plan), FaultScript(parse_faults(faults)), plan)
    for t_ns in presses_ns:
        button.press(t_ns)
    return button
