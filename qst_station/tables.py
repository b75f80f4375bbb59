"""The columns of every table that leaves a session: one description for the sealed file and for exports.

Numbers that do not exist are NaN in float columns, -1 in integer columns and empty in text columns; a column
that allows this says so. Times are integer nanoseconds since the start of the session.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "int", "float", "bool"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name carries the unit, `unit` repeats it for machines (UDUNITS spelling, `1` for none)."""

    name: str
    kind: Kind
    label: str
    unit: str = "1"
    length: int = 0  # bytes of UTF-8 kept for text
    minimum: float | None = None
    maximum: float | None = None
    allowed: tuple[str, ...] = ()


def _text(name: str, label: str, length: int, *allowed: str) -> Column:
    return Column(name=name, kind="text", label=label, length=length, allowed=allowed)


def _int(
    name: str, label: str, unit: str = "1", minimum: float | None = None, maximum: float | None = None
) -> Column:
    return Column(name=name, kind="int", label=label, unit=unit, minimum=minimum, maximum=maximum)


def _float(
    name: str, label: str, unit: str = "1", minimum: float | None = None, maximum: float | None = None
) -> Column:
    return Column(name=name, kind="float", label=label, unit=unit, minimum=minimum, maximum=maximum)


def _bool(name: str, label: str) -> Column:
    return Column(name=name, kind="bool", label=label)


TESTS = ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT", "EVF")
PARAMETERS = ("MDT", "MPT", "MPS", "DMA", "WUR", "VDT", "PPT", "EVF")
SITE_ROLES = ("control", "affected")
SIDES = ("left", "right")

_WHERE = (
    _text("site_role", "role of the test site", 8, *SITE_ROLES),
    _text("body_site", "body area", 8, "hand", "foot"),
    _text("side", "side of the body", 8, *SIDES),
)

TRIALS: tuple[Column, ...] = (
    _int("trial", "number of the trial in the session", minimum=1),
    _text("test", "test", 8, *TESTS),
    _int("attempt", "attempt at this test (1 is the first)", minimum=1),
    *_WHERE,
    _text("stimulus", "identifier of the stimulus", 32),
    _text("stimulus_kind", "kind of stimulus", 16, "hair", "pinprick", "touch", "train", "fork", "ramp"),
    _float("nominal_force_mn", "nominal force of the stimulus; NaN where it has none", "mN", 0.0),
    _text("instrument", "hair or pinprick that was applied, as registered; empty where none is on record", 40),
    _float("measured_force_mn", "force of the instrument by its certificate; NaN without one", "mN", 0.0),
    _float("measured_expanded_mn", "expanded uncertainty of measured_force_mn, with measured_k", "mN", 0.0),
    _float("measured_k", "coverage factor of measured_expanded_mn", "1", 0.0),
    _text("certificate", "number of the certificate of the instrument", 48),
    _int("series", "series or run the trial belongs to, from 1; -1 where there are none"),
    _text("direction", "direction of the series", 10, "", "ascending", "descending"),
    _text("answer", "answer of the participant (felt, sharp)", 4, "", "yes", "no"),
    _float("rating", "rating given, or reading of the fork; NaN where none was asked", "1", 0.0, 100.0),
    _float("value", "threshold of the trial in `unit`; NaN where it has none"),
    _text("unit", "unit of `value` and of `rating`", 8),
    _text("censored", "end of the range at which the value is censored", 8, "", "low", "high"),
    _text("status", "whether the trial counts", 10, "counted", "voided"),
    _text("void_reason", "why a voided trial does not count: itself, or its attempt", 240),
    _int("t_presented_ns", "stimulus asked for", "ns"),
    _int("t_answered_ns", "answer received; -1 where none came", "ns"),
    _int("t_mark_ns", "response button or key; -1 where there was none", "ns"),
    _int("mark_uncertainty_ns", "uncertainty (p99) of t_mark_ns; -1 where there is no mark", "ns"),
    _text("stream", "force stream under the trial; empty where no gauge was attached", 32),
    _int("sample_first", "index of the first sample of the stream in the trial; -1 where none"),
    _int("sample_stop", "index one past the last sample of the stream in the trial; -1 where none"),
    _float("peak_force_mn", "largest force in the trace; NaN without a trace", "mN"),
    _float(
        "ramp_rate_kpa_per_s",
        "loading rate fitted from contact to mark; NaN where there was no ramp of pressure",
        "kPa/s",
    ),
    _float(
        "ramp_rate_mn_per_s",
        "loading rate fitted from contact to mark; NaN where there was no ramp of force",
        "mN/s",
    ),
    _float(
        "ramp_in_band",
        "share of the ramp time inside the target band; NaN where there was no ramp",
        "1",
        0.0,
        1.0,
    ),
    _text(
        "ramp_verdict",
        "ramp adherence by the rule of the protocol",
        10,
        "",
        "good",
        "too_fast",
        "too_slow",
        "uneven",
    ),
    _text("source", "device or key that gave the answer", 32),
    _text("actor", "who ran the trial", 64),
    _text("flags", "marks on the trial, separated by spaces", 400),
)

PARAMETER_VALUES: tuple[Column, ...] = (
    _text("parameter", "QST parameter", 8, *PARAMETERS),
    *_WHERE,
    _float("value", "value of the parameter in `unit`; NaN where it could not be determined", "1", 0.0),
    _text("unit", "unit of the value", 8, "mN", "1", "1/8", "kPa"),
    _text("censored", "end of the range at which the value is censored", 8, "", "low", "high"),
    _float("bound", "the value is at least (censored high) or at most (low) this, in `unit`; else NaN"),
    _int("trials", "trials that count", minimum=0),
    _float(
        "measured_value",
        "MDT and MPT on measured forces, in `unit`, beside `value` on nominal forces; else NaN",
        "1",
        0.0,
    ),
    _float("measured_expanded", "expanded uncertainty (k = 2) of measured_value, of the forces alone", "1", 0.0),
    _text("measured_reason", "why there is no measured_value", 240),
    _int("painful_strokes", "touch strokes rated above 0 (DMA); -1 for other parameters"),
    _float("x", "value transformed like the norm (log10 or raw)"),
    _float("z", "z-score, positive for gain of function; NaN where none applies"),
    _text("direction", "sign of z", 8, "", "gain", "loss", "none"),
    _text("outside_95", "|z| > 1.96; empty without z", 5, "", "true", "false"),
    _text("stratum", "norm stratum used", 48),
    _text("norm_set", "norm set used", 64),
    _text("norm_sha256", "sha256 of the norm file", 64),
    _text("reason", "why a value or a z is missing", 240),
    _text(
        "detectability",
        "what this stratum cannot show: gain, loss, both or nothing",
        8,
        "",
        "gain",
        "loss",
        "both",
    ),
)

RATINGS: tuple[Column, ...] = (
    _int("trial", "number of the trial in the session", minimum=1),
    _text("test", "test", 8, *TESTS),
    *_WHERE,
    _text("stimulus", "identifier of the stimulus", 32),
    _text("scale", "identifier of the scale", 32),
    _float("scale_minimum", "lower end of the scale"),
    _float("scale_maximum", "upper end of the scale"),
    _text("anchor_low", "text of the lower anchor", 96),
    _text("anchor_high", "text of the upper anchor", 96),
    _float("rating", "rating given", "1", 0.0, 100.0),
    _text("status", "whether the rating counts", 10, "counted", "voided"),
    _int("t_answered_ns", "rating received", "ns"),
)

LIMB_READINGS: tuple[Column, ...] = (
    _int("reading", "number of the reading in the session", minimum=1),
    _text("segment", "limb segment", 8, "hand", "ankle"),
    _text("side", "side of the body", 8, *SIDES),
    _text("limb_role", "affected or unaffected limb", 10, "affected", "unaffected"),
    _int("repeat", "repeat on this side, from 1", minimum=1),
    _float("girth_cm", "figure-of-8 girth", "cm", 0.0, 100.0),
    _text("entered", "the text that was typed", 32),
    _text("status", "whether the reading counts", 10, "counted", "excluded"),
    _text("reason", "why it is excluded, or why a doubtful value was confirmed", 400),
    _text("landmark_variant", "path of the tape", 32),
    _text("position", "position of the limb", 32),
    _int("t_ns", "time of the entry", "ns"),
    _text("actor", "who entered it", 64),
)

LIMB_SIDES: tuple[Column, ...] = (
    _text("segment", "limb segment", 8, "hand", "ankle"),
    _text("side", "side of the body", 8, *SIDES),
    _text("limb_role", "affected or unaffected limb", 10, "affected", "unaffected"),
    _int("readings", "readings that count", minimum=0),
    _float("girth_cm", "value of the side; NaN where the set was not completed", "cm", 0.0, 100.0),
    _text("statistic", "how the value was formed", 8, "", "mean", "median"),
    _float("range_cm", "largest minus smallest counted reading", "cm", 0.0),
    _float("sd_cm", "standard deviation of the counted readings", "cm", 0.0),
    _text("status", "state of the set", 12, "complete", "spread_high", "incomplete", "not_done"),
    _text("reason", "why the set is not complete, or why no more readings were taken", 240),
    _text("landmark_variant", "path of the tape", 32),
    _text("position", "position of the limb", 32),
)

FORMS = (
    "daily_nrs",
    "spontaneous_pain",
    "budapest",
    "css",
    "limb_context",
    "skin_temperature",
    "circumferences",
    "water_displacement",
)

ENTRIES: tuple[Column, ...] = (
    _int("entry", "number of the entry in the session", minimum=1),
    _text("form", "form", 24, *FORMS),
    _text("moment", "before or after testing, for what is asked twice", 8, "", "before", "after"),
    _int("attempt", "attempt at this form (1 is the first)", minimum=1),
    _text("field", "identifier of the question", 48),
    _text("label", "the question", 240),
    _text("limb_role", "limb that it is about; empty where it is about none", 10, "", "affected", "unaffected"),
    _text("side", "side of the body", 8, "", *SIDES),
    _text("kind", "kind of answer", 8, "number", "choice", "yes_no", "text"),
    _float("value", "number in `unit`, also of a word on a scale; NaN where there is none"),
    _text("unit", "unit of `value`", 16),
    _text("answer", "word, yes or no, or text; empty for a number", 240),
    _text("entered", "the text that was typed", 240),
    _text("status", "whether the entry holds", 10, "counted", "corrected", "repeated"),
    _text("declined", "why there is no answer; empty where there is one", 48),
    _text("reason", "why an unusual number stands, or why the entry before was wrong", 400),
    _int("t_ns", "time of the entry", "ns"),
    _text("actor", "who entered it", 64),
    _float("minimum", "smallest number that is taken, or lower end of the scale; NaN where there is none"),
    _float("maximum", "largest number that is taken, or upper end of the scale; NaN where there is none"),
    _text("scale", "scale of a rating; empty for what is no rating", 32),
    _text("low_anchor", "words at the lower end of the scale", 96),
    _text("high_anchor", "words at the upper end of the scale", 96),
    _text("recall_period", "what time the rating is about", 24),
    _float("scale_length_mm", "length of the line of a visual scale; NaN where none is stated", "mm", 0.0),
)

DERIVED: tuple[Column, ...] = (
    _text(
        "quantity",
        "what was computed from a form",
        32,
        "css_total",
        "budapest_clinical",
        "budapest_research",
        "limb_volume",
        "skin_temperature_difference",
        "spontaneous_pain_change",
        "run_in",
    ),
    _text("form", "form that it follows from", 24, *FORMS),
    _text("side", "side of the body; empty where it is about both or none", 8, "", *SIDES),
    _float("value", "value in `unit`; NaN where an answer is missing, or where there is only a verdict"),
    _text("unit", "unit of `value`", 16),
    _text("verdict", "whether a rule is met; empty where nothing can be concluded", 8, "", "met", "not met"),
    _text("method", "how it was computed", 160),
    _text("reason", "why there is no value, or why a rule is not met", 400),
)

STEP_STATES = ("ready", "running", "paused", "done", "stopped", "skipped")

_STEP: tuple[Column, ...] = (
    _text("step", "identifier of the step", 48),
    _text("test", "test, form, or FIG8 for the limb measurement", 24),
    _text("site_role", "role of the test site; empty where it is at none", 8, "", *SITE_ROLES),
    _text("body_site", "body area; empty where it is at none", 8, "", "hand", "foot"),
    _text("side", "side of the body; empty where it is at none", 8, "", *SIDES),
)

STEPS: tuple[Column, ...] = (
    *_STEP,
    _text("moment", "before or after testing, for what is asked twice", 8, "", "before", "after"),
    _text("status", "how the step ended", 8, *STEP_STATES),
    _text("reason", "why it was skipped or stopped, or why another attempt than the last one counts", 400),
    _int("attempts", "how often it was begun", minimum=0),
    _int("counted_attempt", "the attempt that counts; -1 where none was finished"),
    _float("used_s", "time for which it ran, all attempts together and pauses left out", "s", 0.0),
)

ATTEMPTS: tuple[Column, ...] = (
    *_STEP,
    _int("attempt", "attempt at this step (1 is the first)", minimum=1),
    _text("status", "how the attempt ended", 8, *STEP_STATES),
    _text("reason", "why it was stopped", 240),
    _text("why", "why it was made although there was one before, or before its turn", 240),
    _bool("counts", "whether it is the attempt that counts"),
    _text("count_reason", "why it counts although a later one was finished", 240),
    _int("trials", "its trials", minimum=0),
    _int("trials_counted", "its trials that count", minimum=0),
    _int("t_start_ns", "when it was begun; later than a note values_shown: the values were known by then", "ns"),
    _int("t_end_ns", "when it was finished or stopped; -1 where it was not", "ns"),
)

NOTES: tuple[Column, ...] = (
    _int("note", "number of the note in the session", minimum=1),
    _text(
        "kind",
        "deviation, adverse, pause, stop, order (why a step was begun), values_shown (who saw values before the "
        "visit was signed) or remark",
        32,
    ),
    _text("code", "code of the list; `other` for words that stand in none, empty for a remark", 32),
    _text("label", "words of the code", 96),
    _text("text", "what was written", 2000),
    _text("step", "step that was open; empty between steps", 48),
    _int(
        "trial",
        "trial that was due, where its stimulus may have been on the skin (its rest was over; a ramp or train was "
        "begun), else the last of the attempt, between steps of all; -1 where there was none",
    ),
    _int("t_ns", "when it was noted", "ns"),
    _text("actor", "who noted it", 64),
)

CADENCE: tuple[Column, ...] = (
    _text("step", "identifier of the step; empty where it was over", 48),
    _int("trial", "trial that the beat was for; -1 where none was recorded"),
    _text("kind", "what was due: apply, lift, touch of a train, next stimulus", 8, "down", "up", "touch", "ready"),
    _int("number", "number of the beat under its stimulus", minimum=1),
    _int("intended_ns", "when it was due", "ns"),
    _int("seen_ns", "when the screen showed it; -1 where it did not", "ns"),
    _int("heard_ns", "when it was heard; -1 where the pace was silent", "ns"),
)

CHECKS: tuple[Column, ...] = (
    _text("line", "line of the check-list", 32),
    _text("text", "what the line says", 240),
    _text("found_by", "who found it out", 8, "engine", "window", "examiner"),
    _bool("optional", "whether the visit may go on without it and without a reason"),
    _text("state", "whether it was in order", 8, "ok", "open"),
    _text("said", "what was confirmed, typed or found", 160),
    _float("value", "the number that was typed, in `unit`; else NaN"),
    _text("unit", "unit of `value`", 16),
    _text("reason", "why an unusual number stands, or why the visit went on with an open line", 160),
    _bool("holds", "whether it is the last entry for its line"),
    _int("t_ns", "when it was entered; -1 for a line that was never answered", "ns"),
    _text("actor", "who entered it", 64),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "parameters": PARAMETER_VALUES,
    "trials": TRIALS,
    "ratings": RATINGS,
    "limb_readings": LIMB_READINGS,
    "limb_sides": LIMB_SIDES,
    "entries": ENTRIES,
    "derived": DERIVED,
    "steps": STEPS,
    "attempts": ATTEMPTS,
    "notes": NOTES,
    "checks": CHECKS,
    "cadence": CADENCE,
}
