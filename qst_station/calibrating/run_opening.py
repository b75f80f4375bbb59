"""What a calibration begins with: everything that its result depends on and that no reading tells."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

from calibration.item import Item, ItemKind
from calibration.method import SETTINGS, Method, MethodKind, Setting
from calibration.methods import method_text
from calibration.procedure import init
from qst_station.calibrating.history import History
from qst_station.calibrating.instruments import Instrument
from qst_station.calibrating.refusals import refused
from qst_station.documents import checked, load_document
from qst_station.recording.canonical import canonical, read_strict

FORMAT: Literal["qst-calibration/1"] = "qst-calibration/1"
CALIBRATED: tuple[ItemKind, ...] = ("hair", "pinprick", "force_gauge", "tape", "balance")
CHECKED_DAILY: tuple[ItemKind, ...] = ("hair", "pinprick", "force_gauge")

_READING_UNIT: Mapping[ItemKind, str] = {
    "hair": "g",
    "pinprick": "g",
    "force_gauge": "N",
    "tape": "mm",
    "balance": "g",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSetting:
    """A figure of the method that the sponsor or the site has set."""

    name: str
    set_by: str
    set_on: str
    value: float | None = None
    values: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.set_by.strip():
            raise ValueError(f"{self.name}: who set it is needed")
        datetime.date.fromisoformat(self.set_on)
        if (self.value is None) != bool(self.values):
            raise ValueError(f"{self.name} is set to one value, or to a list of values")

    def into(self, setting: Setting) -> Setting:
        """The setting of the method with this figure."""
        return replace(setting, value=self.value, values=self.values, set_by=self.set_by, set_on=self.set_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What the operator says about the item on the bench; see `calibration.item.Item`.

    Attributes
    ----------
    reading_unit : str
        Empty for the usual one: g, N or mm.
    """

    reading_unit: str = ""
    division: float = 0.0
    loads: tuple[float, ...] = ()
    load_unit: Literal["mN", "g"] = "g"
    round_probe: bool = False
    compression_sign: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """Who calibrates, and in which role."""

    who: str
    role: str

    def __post_init__(self) -> None:
        if not self.who.strip() or not self.role.strip():
            raise ValueError("a calibration needs the name and the role of who does it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The balance or gauge that readings come from."""

    name: str
    gauge: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOpening:
    """The first row of the record of a calibration.

    Attributes
    ----------
    utc : str
        When it began, ISO 8601.
    date : str
        Day of the calibration in local time.
    condition : str
        Of the item as the operator found it.
    bench : Bench or None
        None where every value is typed.
    """

    format: Literal["qst-calibration/1"] = FORMAT
    run: str
    utc: str
    date: str
    operator: Operator
    condition: str
    instrument: Instrument
    item: Item
    method: Method
    bench: Bench | None

    def encoded(self) -> bytes:
        """The body of the row."""
        return canonical(asdict(self))


def decoded_opening(body: bytes, *, place: str) -> RunOpening:
    """The opening in a row; raises `Refused` (`document.invalid`), or `ValueError` for no document."""
    data = read_strict(body)
    if not isinstance(data, dict):
        raise ValueError(f"the opening is {type(data).__name__}, and no object")
    return checked(data, RunOpening, place=place)


def opening(
    history: History,
    *,
    kind: MethodKind | None,
    operator: Operator,
    condition: str,
    setup: Setup,
    settings: Sequence[GivenSetting],
    bench: Bench | None,
    utc: datetime.datetime,
    date: datetime.date,
) -> RunOpening:
    """The opening of a calibration of a registered instrument.

    Parameters
    ----------
    kind : str or None
        Kind of the method; None for the one that calibrates such an instrument.

    Raises
    ------
    Refused
        `calibration.instrument`: the instrument is retired, or of a kind that is not calibrated here.
        `calibration.method`: method, settings and item do not fit; the text says why.
    """
    instrument = history.instrument
    if history.retired is not None:
        happened = f"It was retired on {history.retired.utc.date()}."
        raise refused("calibration.instrument", instrument.id, happened, "Calibrate another instrument.")
    if instrument.kind not in CALIBRATED:
        happened = f"A {instrument.kind.replace('_', ' ')} is not calibrated here."
        raise refused("calibration.instrument", instrument.id, happened, "Send it to a laboratory.")
    try:
        method = method_of(kind or instrument.kind, settings)
        item = _item(instrument, setup)
        init(method, item, date.isoformat())  # a method that does not fit the item says so here
    except ValueError as error:
        raise refused("calibration.method", instrument.id, f"{error}.", "Correct it and begin again.") from error
    return RunOpening(
        run=str(uuid.uuid4()),
        utc=utc.isoformat(timespec="milliseconds"),
        date=date.isoformat(),
        operator=operator,
        condition=condition.strip() or "not noted",
        instrument=instrument,
        item=item,
        method=method,
        bench=bench,
    )


def method_of(kind: MethodKind, settings: Sequence[GivenSetting] = ()) -> Method:
    """The packaged method of a kind, with what has been set in it; raises `ValueError`."""
    method = load_document(method_text(kind), Method, place=f"method {kind}")
    found = {one.name: one for one in settings}
    if len(found) < len(settings):
        raise ValueError(f"a setting is given twice among {', '.join(one.name for one in settings)}")
    if unknown := sorted(set(found) - set(SETTINGS[kind])):
        raise ValueError(f"method {kind} has no setting {unknown[0]!r}; it has {', '.join(SETTINGS[kind])}")
    # All at once: two that belong together may each be impossible beside the default of the other.
    changed = (found[s.name].into(s) if s.name in found else s for s in method.settings)
    return replace(method, settings=tuple(changed))


def _item(instrument: Instrument, setup: Setup) -> Item:
    kind = instrument.kind
    assert kind in CALIBRATED  # asked for before
    return Item(
        id=instrument.id,
        kind=kind,
        reading_unit=setup.reading_unit or _READING_UNIT[kind],
        nominal_mn=instrument.nominal_mn,
        material=instrument.material,
        division=setup.division,
        loads=setup.loads,
        load_unit=setup.load_unit,
        compression_sign=setup.compression_sign,
        round_probe=setup.round_probe,
    )
