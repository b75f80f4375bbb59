"""The feedback of a training visit in sentences, the most important first.

A sentence is a text with places in braces, and what stands there; so the window can say it in another language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from qst_station.station.training_feedback import Compared, Entries, Feedback, Pace, Ramps, TestTime

Mark = Literal["✓", "▲", "·"]

UNITS = {"1": "", "1/8": "/8", "mN": " mN", "kPa": " kPa"}
AREAS = {"control": "control area", "affected": "test area"}
MOMENTS = {
    "contact": "{test}, contact: {median} s, asked for {intended} s; {within} of {of} within {tolerance} s, "
    "worst {worst} s.",
    "pause": "{test}, pause before a touch: {median} s, asked for {intended} s; {within} of {of} within "
    "{tolerance} s, worst {worst} s.",
    "interval": "{test}, interval to the next stimulus: {median} s, asked for {intended} s; {within} of {of} "
    "within {tolerance} s, worst {worst} s.",
    "beat": "{test}, touches with the beat: {within} of {of} within {tolerance} s; "
    "{missing} beats without a touch, {extra} touches too many.",
    "rest": "{test}, rest before a ramp: {median} s, asked for {intended} s or more; {within} of {of} within "
    "{tolerance} s, worst {worst} s.",
}
PRACTISE = {
    "contact": "Hold each touch of {test} for {intended} s: yours were {how}.",
    "pause": "Leave {intended} s before each touch of {test}: your pauses were {how}.",
    "interval": "Leave {intended} s from one stimulus of {test} to the next: yours were {how}.",
    "beat": "Touch once with every beat of {test}.",
    "rest": "Let the muscle rest for {intended} s between two ramps of {test}: yours were {how}.",
}
_ALL_AS_SAID = "Each of {of} entries is what was said, where something was said."
NOTICE = "The participant is an invention and describes nobody."
DEFAULTS = "Tolerances and usual times are unverified defaults of QST Station; every single figure is a median."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence. `mark`: ✓ well done, ▲ to be practised, · for information."""

    mark: Mark
    text: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """The sentence in English, with its mark."""
        return f"{self.mark} {self.text.format(**self.values)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under a title."""

    title: str
    sentences: tuple[Sentence, ...]


def sentences(found: Feedback) -> tuple[Section, ...]:
    """The feedback in words."""
    entries = found.entries
    pace = tuple(_pace(one) for one in found.pacing)
    return (
        Section(title="What to practise next", sentences=practise_next(found)),
        Section(title="Entries", sentences=tuple(_entries(entries))),
        Section(
            title="Pace",
            sentences=pace or (Sentence(mark="·", text="None of these tests has a pace that was to be kept."),),
        ),
        *((Section(title="Ramps", sentences=tuple(_ramps(one) for one in found.ramps)),) if found.ramps else ()),
        Section(title="Time", sentences=tuple(_time(one) for one in found.times)),
        Section(title="Measured and true", sentences=tuple(_compared(one) for one in found.compared)),
        Section(title="Who it was", sentences=_who(found)),
    )


def practise_next(found: Feedback) -> tuple[Sentence, ...]:
    """What to practise, the most important first; one sentence of praise where there is nothing."""
    entries = found.entries
    lines: list[Sentence] = []
    if entries.differing:
        text = "Enter what is said: {n} of {of} entries differ from it. Undo a wrong one at once with Backspace."
        lines.append(_to_do(text, n=str(len(entries.differing)), of=str(entries.entered)))
    if entries.unheard:
        text = "Wait for the answer: {n} of {of} entries came before the participant had spoken."
        lines.append(_to_do(text, n=str(entries.unheard), of=str(entries.entered)))
    if entries.untouched:
        text = "Touch before you enter: {n} of {of} entries were made without a touch."
        lines.append(_to_do(text, n=str(entries.untouched), of=str(entries.entered)))
    for one in found.ramps:
        off = {"too fast": one.too_fast, "too slow": one.too_slow, "uneven": one.uneven}
        if n := sum(off.values()):
            text = "Follow the lane of {test}: {n} of {of} ramps were {how}."
            how, of = max(off, key=lambda word: off[word]), len(one.rates_kpa_per_s)
            lines.append(_to_do(text, test=one.test, n=str(n), of=str(of), how=how))
    for pace in sorted((one for one in found.pacing if not one.good), key=lambda one: one.within / max(1, one.of)):
        text = PRACTISE[pace.moment]
        lines.append(_to_do(text, test=pace.test, intended=f"{pace.intended_s:g}", how=_how(pace)))
    outside = [one for one in found.compared if one.measured is not None and not one.good]
    if outside:
        text = "Look at {which}: outside what flawless runs find. One such value may be chance."
        which = "; ".join(f"{one.flawless.parameter}, {AREAS[one.site_role]}" for one in outside)
        lines.append(_to_do(text, which=which))
    return tuple(lines) or (Sentence(mark="✓", text="Well done: nothing here asks for practice."),)


def _to_do(text: str, **values: str) -> Sentence:
    return Sentence(mark="▲", text=text, values=values)


def _how(pace: Pace) -> str:
    if pace.median_s is None:
        return "missing"
    return "too short" if pace.median_s < pace.intended_s else "too long"


def _entries(entries: Entries) -> list[Sentence]:
    n, of = str(len(entries.differing)), str(entries.entered)
    text = "{n} of {of} entries differ from what was said." if entries.differing else _ALL_AS_SAID
    lines = [Sentence(mark="▲" if entries.differing else "✓", text=text, values={"n": n, "of": of})]
    lines += [
        Sentence(
            mark="▲",
            text="Trial {trial}, {test}, {area}: said {said}, entered {entered}.",
            values={
                "trial": str(one.trial),
                "test": one.test,
                "area": AREAS[one.site_role],
                "said": one.said,
                "entered": one.entered,
            },
        )
        for one in entries.differing
    ]
    if entries.unheard:
        text = "{n} entries before the participant had spoken."
        lines.append(_to_do(text, n=str(entries.unheard)))
    undone = "Answers taken back: {n}."
    return [*lines, Sentence(mark="·", text=undone, values={"n": str(entries.undone)})]


def _pace(one: Pace) -> Sentence:
    return Sentence(
        mark="✓" if one.good else "▲",
        text=MOMENTS[one.moment],
        values={
            "test": one.test,
            "median": _seconds(one.median_s),
            "intended": f"{one.intended_s:g}",
            "within": str(one.within),
            "of": str(one.of),
            "tolerance": f"{one.tolerance_s:g}",
            "worst": _seconds(one.worst_s),
            "missing": str(one.missing),
            "extra": str(one.extra),
        },
    )


def _seconds(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds:.1f}"


def _ramps(one: Ramps) -> Sentence:
    return Sentence(
        mark="▲" if one.too_fast or one.too_slow or one.uneven else "✓",
        text="{test}: {good} of {of} ramps good, {fast} too fast, {slow} too slow, {uneven} uneven; {rate} kPa/s, "
        "asked for {asked}; {band} % of the time in the lane; {repeated} repeated.",
        values={
            "test": one.test,
            "good": str(one.good),
            "of": str(len(one.rates_kpa_per_s)),
            "fast": str(one.too_fast),
            "slow": str(one.too_slow),
            "uneven": str(one.uneven),
            "rate": f"{median(one.rates_kpa_per_s):.0f}",
            "asked": f"{one.asked_kpa_per_s:g}",
            "band": f"{100 * one.in_band:.0f}",
            "repeated": str(one.repeated),
        },
    )


def _time(one: TestTime) -> Sentence:
    values = {"test": one.test, "area": AREAS[one.site_role], "used": _minutes(one.used_s)}
    if one.usual_s is None:
        return Sentence(mark="·", text="{test}, {area}: {used} min.", values=values)
    return Sentence(
        mark="·",
        text="{test}, {area}: {used} min; a flawless run takes about {usual} min.",
        values={**values, "usual": _minutes(one.usual_s)},
    )


def _minutes(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def number(value: float | None, unit: str) -> str:
    """A value with its unit, as far as it can be read."""
    if value is None:
        return "–"
    return (f"{value:.3g}" if abs(value) < 100 else f"{value:.0f}") + UNITS.get(unit, f" {unit}")


def _compared(one: Compared) -> Sentence:
    flawless = one.flawless
    values = {
        "parameter": flawless.parameter,
        "area": AREAS[one.site_role],
        "yours": number(one.measured, flawless.unit),
        "true": number(flawless.true, flawless.unit),
        "low": number(flawless.low, flawless.unit),
        "high": number(flawless.high, flawless.unit),
        "reason": one.reason,
    }
    if one.measured is None:
        text = "{parameter}, {area}: not measured ({reason}); true {true}."
        return Sentence(mark="·", text=text, values=values)
    text = "{parameter}, {area}: yours {yours}, true {true}; a flawless run lies between {low} and {high} (95 %)."
    return Sentence(mark="✓" if one.good else "▲", text=text, values=values)


def _who(found: Feedback) -> tuple[Sentence, ...]:
    who = Sentence(
        mark="·",
        text="Profile: {title}, seed {seed}.",
        values={"title": found.training.title, "seed": str(found.training.seed)},
    )
    true = "True is the force felt or sharp every second time (MDT, MPT), else the value of answers without end."
    return (
        who,
        Sentence(mark="·", text=true),
        Sentence(mark="·", text=NOTICE),
        Sentence(mark="·", text=DEFAULTS),
    )
