"""Agreement of two readers on several limbs: technical error, intraclass correlation, Bland-Altman."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import fsum, sqrt
from statistics import median

from qst_station.limb.bland_altman import BlandAltman, bland_altman, single_reading_sd_cm
from qst_station.limb.intraclass import Coefficient, absolute_agreement, consistency, mean_squares
from qst_station.limb.reading_error import technical_error

FEWEST_LIMBS = 3
_ADVISED_LIMBS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class GirthRow:
    """One reading of a reader study; `place` says where it stands, for a message."""

    limb: str
    reader: str
    repeat: int
    girth_cm: float
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderStudy:
    """Two readers, n limbs, k repeats each, without gaps.

    Attributes
    ----------
    readers : tuple of str
    limbs : tuple of str, shape (n,)
    girths_cm : nested tuple of float, shape (n limbs, 2 readers, k repeats)
    """

    readers: tuple[str, str]
    limbs: tuple[str, ...]
    girths_cm: tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]

    @property
    def repeats(self) -> int:
        """Repeats of each reader on each limb."""
        return len(self.girths_cm[0][0])


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnicalError:
    """A technical error of measurement.

    Attributes
    ----------
    tem_cm : float
    tem_percent : float
        In per cent of the mean girth.
    reliability : float or None
        1 - TEM² / SD², SD over all girths it rests on; None where they are all the same.
    """

    tem_cm: float
    tem_percent: float
    reliability: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What a reader study says.

    Attributes
    ----------
    study : ReaderStudy
    within : tuple of TechnicalError, or empty
        Of each reader, from the repeats; empty where each limb was read once.
    between : TechnicalError
        Of the two readers' means.
    icc_2_1, icc_3_1 : Coefficient
        Of the readers' means; see `intraclass`.
    limits : BlandAltman
        Of the readers' means.
    single_reading_sd_cm : float
        SD of the differences that single readings would have.
    notes : tuple of str
        What to keep in mind, in words.
    """

    study: ReaderStudy
    within: tuple[TechnicalError, ...]
    between: TechnicalError
    icc_2_1: Coefficient
    icc_3_1: Coefficient
    limits: BlandAltman
    single_reading_sd_cm: float
    notes: tuple[str, ...]


def reader_study(rows: Iterable[GirthRow], *, slip_cm: float) -> ReaderStudy:
    """A reader study from its readings, checked for gaps and slips.

    Parameters
    ----------
    rows : iterable of GirthRow
    slip_cm : float
        A girth further than this from the median of its limb is taken for a slip of the pen or of the unit.

    Raises
    ------
    ValueError
        Not two readers, fewer than three limbs, a reading twice or missing, a slip; names the place.
    """
    read: dict[tuple[str, str, int], GirthRow] = {}
    for row in rows:
        key = (row.limb, row.reader, row.repeat)
        if key in read:
            raise ValueError(f"{row.place}: repeat {row.repeat} of {row.reader} at {row.limb} is there twice")
        if not 0 < row.girth_cm < float("inf"):
            raise ValueError(f"{row.place}: {row.girth_cm!r} cm is no girth above 0")
        read[key] = row
    limbs = tuple(dict.fromkeys(limb for limb, _, _ in read))
    readers = tuple(dict.fromkeys(reader for _, reader, _ in read))
    repeats = tuple(dict.fromkeys(repeat for _, _, repeat in read))
    if len(readers) != 2:
        raise ValueError(f"there are {len(readers)} readers ({', '.join(readers)}): give exactly two")
    if len(limbs) < FEWEST_LIMBS:
        raise ValueError(f"there are {len(limbs)} limbs: give at least {FEWEST_LIMBS}")
    for limb, reader, repeat in product(limbs, readers, repeats):
        if (limb, reader, repeat) not in read:
            raise ValueError(f"repeat {repeat} of {reader} at {limb} is missing: every cell must be filled")
    for limb in limbs:
        _check_slips([row for key, row in read.items() if key[0] == limb], slip_cm)

    def cell(limb: str, reader: str) -> tuple[float, ...]:
        return tuple(read[limb, reader, repeat].girth_cm for repeat in repeats)

    first, second = readers
    return ReaderStudy(
        readers=(first, second),
        limbs=limbs,
        girths_cm=tuple((cell(limb, first), cell(limb, second)) for limb in limbs),
    )


def agreement(study: ReaderStudy) -> Agreement:
    """Everything a reader study says."""
    first, second = ([cells[reader] for cells in study.girths_cm] for reader in (0, 1))
    means = [(fsum(a) / len(a), fsum(b) / len(b)) for a, b in study.girths_cm]
    within: tuple[TechnicalError, ...] = ()
    if study.repeats > 1:
        within = (_technical_error(first), _technical_error(second))
    limits = bland_altman([a for a, _ in means], [b for _, b in means])
    squares = mean_squares(means)
    single = limits.sd_cm
    if within:
        single = single_reading_sd_cm(limits.sd_cm, (within[0].tem_cm, within[1].tem_cm), study.repeats)
    return Agreement(
        study=study,
        within=within,
        between=_technical_error(means),
        icc_2_1=absolute_agreement(squares),
        icc_3_1=consistency(squares),
        limits=limits,
        single_reading_sd_cm=single,
        notes=_notes(study),
    )


def _check_slips(rows: list[GirthRow], slip_cm: float) -> None:
    middle = median(row.girth_cm for row in rows)
    for row in rows:
        if abs(row.girth_cm - middle) > slip_cm:
            raise ValueError(
                f"{row.place}: {row.girth_cm:g} cm is more than {slip_cm:g} cm from the median of {row.limb} "
                f"({middle:g} cm): a slip, or another unit?"
            )


def _technical_error(sets: Sequence[tuple[float, ...]]) -> TechnicalError:
    tem = technical_error(sets)
    girths = [girth for repeats in sets for girth in repeats]
    mean = fsum(girths) / len(girths)
    variance = fsum((girth - mean) ** 2 for girth in girths) / (len(girths) - 1)
    return TechnicalError(
        tem_cm=tem,
        tem_percent=100 * tem / mean,
        reliability=1 - tem**2 / variance if sqrt(variance) > 1e-9 * mean else None,
    )


def _notes(study: ReaderStudy) -> tuple[str, ...]:
    notes: list[str] = []
    if len(study.limbs) < _ADVISED_LIMBS:
        notes.append(
            f"{len(study.limbs)} limbs: a reader study usually has {_ADVISED_LIMBS} or more; see how wide the "
            "intervals are (unverified default)"
        )
    if study.repeats == 1:
        notes.append("each limb was read once: nothing can be said about a reader's own repeats")
    else:
        notes.append(
            f"ICC and limits of agreement are of means of {study.repeats} repeats; single readings agree less"
        )
    return tuple(notes)
