"""The pairs of girth and volume a site has measured: what can be meant, and the calibration they give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Literal

from protocols.figure8_spec import Figure8Spec, Segment, unit_slip
from qst_station.documents import load_document
from qst_station.limb.site_calibration import SiteCalibration, fitted
from qst_station.limb.volume import VolumeLimits, volume_limits

_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationPairs:
    """A site's calibration as the pairs it rests on; the line is computed from them and kept nowhere else.

    Attributes
    ----------
    variant : str
        Landmark variant of the girths, one of those of the figure-of-8 rules.
    version : int
        Counted from 1 for each segment and variant.
    done_on : date
    done_by : str
    girths_cm, volumes_ml : tuple of float
        One pair for each limb.

    Raises
    ------
    ValueError
        A variant that the rules do not know, a girth or a volume that cannot be meant, or pairs without a line.
    """

    segment: Literal["hand", "ankle"]
    variant: str
    version: int
    done_on: date
    done_by: str
    girths_cm: tuple[float, ...]
    volumes_ml: tuple[float, ...]

    def __post_init__(self) -> None:
        if self.version < 1:
            raise ValueError(f"version is {self.version}: versions count from 1")
        if not self.done_by.isprintable() or len(self.done_by) > _NAME_LENGTH:
            raise ValueError(
                f"done_by is {self.done_by[:_NAME_LENGTH]!r}: one line of up to {_NAME_LENGTH} letters"
            )
        plausible = Plausible.of(self.segment, self.variant)
        for girth_cm in self.girths_cm:
            plausible.check_girth(girth_cm)
        for volume_ml in self.volumes_ml:
            plausible.check_volume(volume_ml)
        self.line()

    def line(self) -> SiteCalibration:
        """The least-squares line through the pairs."""
        return fitted(
            self.girths_cm,
            self.volumes_ml,
            segment=self.segment,
            variant=self.variant,
            done_on=self.done_on,
            done_by=self.done_by,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plausible:
    """What is taken for a girth and a volume of a segment; the packaged limits are unverified defaults."""

    segment: Segment
    limits: VolumeLimits

    @classmethod
    def of(cls, segment: str, variant: str) -> Plausible:
        """The limits of a segment; ValueError names the segments and variants that the rules know."""
        text = files("protocols.limb").joinpath("figure8.toml").read_text(encoding="utf-8")
        rules = load_document(text, Figure8Spec, place="figure8.toml").segment(segment)
        if variant not in rules.variants:
            raise ValueError(
                f"variant {variant[:40]!r} is no landmark variant of the {segment}; "
                f"there are {', '.join(rules.variants)}"
            )
        return cls(segment=rules, limits=volume_limits())

    def check_girth(self, girth_cm: float) -> None:
        """Raise ValueError for a girth that cannot be meant; says what was probably meant."""
        low_cm, high_cm = self.segment.hard_min_cm, self.segment.hard_max_cm
        meant_cm, unit = unit_slip(self.segment, girth_cm)
        if meant_cm is not None:
            raise ValueError(f"girth {girth_cm:g} looks like {unit}: {meant_cm:.1f} cm")
        if not low_cm <= girth_cm <= high_cm:
            raise ValueError(f"girth {girth_cm:g} cm is outside {low_cm:g} to {high_cm:g} cm")

    def check_volume(self, volume_ml: float) -> None:
        """Raise ValueError for a volume that cannot be meant; says what was probably meant."""
        low_ml, high_ml = self.limits.displaced_min_ml, self.limits.displaced_max_ml
        if low_ml <= volume_ml <= high_ml:
            return
        litres = (
            f"; {volume_ml * 1000:g} ml if it was read in litres" if low_ml <= volume_ml * 1000 <= high_ml else ""
        )
        raise ValueError(f"volume {volume_ml:g} ml is outside {low_ml:g} to {high_ml:g} ml{litres}")
