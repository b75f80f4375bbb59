"""Figure-of-8: sides in turn, the repeat rule, slips of unit, exclusion, and no value before its time."""

from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.figure8 import (
    Closed,
    Confirmed,
    Corrected,
    Entered,
    Excluded,
    Figure8Plan,
    NotDone,
    Refusal,
    due,
    init,
    step,
    values,
)
from protocols.figure8_spec import Figure8Spec

HAND = Figure8Plan(segment="hand", affected_side="left", variant="ulnar-styloid-2nd-mcp", position="neutral")
ANKLE = Figure8Plan(segment="ankle", affected_side="right", variant="tatro-adams-1995", position="neutral")


class Tape:
    """A measurement under way; numbers are entered, events are sent."""

    def __init__(self, spec: Figure8Spec, plan: Figure8Plan = HAND) -> None:
        self.spec, self.state, self.t_ns = spec, init(spec, plan), 0

    def send(self, *inputs) -> Tape:
        for what in inputs:
            self.t_ns += 1
            event = Entered(t_ns=self.t_ns, girth_cm=what, entered=f"{what}") if isinstance(what, float) else what
            self.state = step(self.spec, self.state, event)
        return self

    def refuses(self, what, match: str) -> None:
        before = self.state
        with pytest.raises(Refusal, match=match):
            self.send(what)
        assert self.state == before

    @property
    def due(self):
        return due(self.spec, self.state)

    @property
    def counted(self) -> dict[str, list[float]]:
        counted = [reading for reading in self.state.readings if not reading.excluded]
        return {side: [r.girth_cm for r in counted if r.side == side] for side in ("left", "right")}

    def value(self, side: str):
        return next(value for value in values(self.spec, self.state) if value.side == side)


@pytest.fixture
def tape(figure8_spec: Figure8Spec) -> Tape:
    return Tape(figure8_spec)


@pytest.fixture
def ankle(figure8_spec: Figure8Spec) -> Tape:
    return Tape(figure8_spec, ANKLE)


def test_sides_take_turns_and_the_unaffected_comes_first(tape: Tape) -> None:
    asked = []
    while tape.due:
        asked.append(tape.due)
        tape.send(41.0)
    assert asked == [(side, repeat) for repeat in (1, 2, 3) for side in ("right", "left")]
    assert [(r.number, r.side, r.repeat) for r in tape.state.readings] == [
        (number, side, repeat) for number, (side, repeat) in enumerate(asked, 1)
    ]


def test_readings_that_agree_give_their_mean(tape: Tape) -> None:
    tape.send(41.2, 43.0, 41.7, 43.0, 41.5, 43.0)
    right = tape.value("right")
    assert right.girth_cm == pytest.approx((41.2 + 41.7 + 41.5) / 3)
    assert (right.statistic, right.status, right.affected) == ("mean", "complete", False)
    assert right.range_cm == 0.5
    assert right.sd_cm == pytest.approx(0.25166114784)
    assert tape.due is None


def test_readings_that_differ_by_more_than_half_a_centimetre_ask_for_two_more(tape: Tape) -> None:
    tape.send(41.2, 43.0, 41.8, 43.0, 41.5, 43.0)
    assert tape.due == ("right", 4)
    tape.send(41.6)
    assert tape.due == ("right", 5)
    tape.send(41.3)
    assert tape.due is None
    right, left = tape.value("right"), tape.value("left")
    assert (right.girth_cm, right.statistic, right.status, right.readings) == (41.5, "median", "spread_high", 5)
    assert (left.girth_cm, left.statistic, left.status) == (43.0, "mean", "complete")


def test_exactly_half_a_centimetre_agrees_also_where_floats_say_more(ankle: Tape) -> None:
    low, high = 63.9, 64.4
    assert high - low > 0.5
    ankle.send(low, 60.0, high, 60.0, low, 60.0)
    assert ankle.due is None
    assert (ankle.value("left").statistic, ankle.value("left").status) == ("mean", "complete")


@given(tenths=st.lists(st.integers(380, 400), min_size=6, max_size=10))
def test_repeat_rule(figure8_spec: Figure8Spec, tenths: list[int]) -> None:
    tape = Tape(figure8_spec)
    script = iter([n / 10 for n in tenths] + [39.0] * 10)
    while tape.due:
        assert not tape.state.closed
        tape.send(next(script))
    for side, girths in tape.counted.items():
        first = [round(g * 10) for g in girths[:3]]
        apart = max(first) - min(first) > 5
        assert len(girths) == (5 if apart else 3)
        expected = median(girths) if apart else sum(girths) / 3
        assert tape.value(side).girth_cm == pytest.approx(expected, rel=1e-12)
        assert tape.value(side).status == ("spread_high" if apart else "complete")


def test_an_excluded_reading_stays_and_is_asked_for_again(tape: Tape) -> None:
    tape.send(41.2, 43.0, Excluded(t_ns=9, reason=" slip of the tape "))
    assert tape.due == ("left", 1)
    tape.send(43.4)
    girths = [(r.number, r.girth_cm, r.excluded, r.reason) for r in tape.state.readings]
    assert girths == [(1, 41.2, False, ""), (2, 43.0, True, "slip of the tape"), (3, 43.4, False, "")]
    assert tape.counted == {"right": [41.2], "left": [43.4]}


def test_exclusion_needs_a_reason_and_a_reading(tape: Tape) -> None:
    tape.refuses(Excluded(t_ns=1, reason="slip of the tape"), "no reading to exclude")
    tape.send(41.0)
    tape.refuses(Excluded(t_ns=2, reason="  "), "needs a reason")


@pytest.mark.parametrize(
    ("typed", "meant", "unit"),
    [(412.0, 41.2, "millimetres"), (16.2, 41.1, "inches"), (549.0, 54.9, "millimetres")],
)
def test_a_slip_of_unit_is_asked_about(tape: Tape, typed: float, meant: float, unit: str) -> None:
    tape.send(typed)
    assert tape.state.readings == ()
    assert tape.state.doubt.suggestion_cm == pytest.approx(meant)
    assert unit in tape.state.doubt.question
    tape.send(Corrected(t_ns=5, take=True))
    (reading,) = tape.state.readings
    assert (reading.girth_cm, reading.entered) == (pytest.approx(meant), f"{typed}")
    assert reading.reason
    assert tape.state.doubt is None


@pytest.mark.parametrize("typed", [412.0, 30.0, 57.0])
def test_a_doubt_waits_for_an_answer(tape: Tape, typed: float) -> None:
    tape.send(typed)
    tape.refuses(41.0, "waits for an answer")
    tape.refuses(Closed(t_ns=2), "still due")
    tape.send(Corrected(t_ns=3, take=False))
    assert tape.state.readings == ()
    assert tape.due == ("right", 1)
    tape.send(41.0)


def test_an_unusual_reading_is_kept_only_with_a_reason(tape: Tape) -> None:
    tape.send(57.0)
    tape.refuses(Corrected(t_ns=2, take=True), "no suggestion")
    tape.refuses(Confirmed(t_ns=2, reason=" "), "needs a reason")
    tape.send(Confirmed(t_ns=3, reason="large oedema, measured twice"))
    (reading,) = tape.state.readings
    assert (reading.girth_cm, reading.reason) == (57.0, "large oedema, measured twice")


def test_a_slip_that_is_impossible_in_centimetres_cannot_be_confirmed(tape: Tape) -> None:
    tape.send(412.0)
    tape.refuses(Confirmed(t_ns=2, reason="sure"), "outside 20 to 75 cm")


def test_nothing_to_answer_is_refused(tape: Tape) -> None:
    tape.refuses(Confirmed(t_ns=1, reason="sure"), "no reading waits")
    tape.refuses(Corrected(t_ns=1, take=True), "no reading waits")


@pytest.mark.parametrize("typed", [0.0, -41.2, 9.0, 90.0, 1e9, float("nan"), float("inf")])
def test_an_impossible_girth_is_refused(tape: Tape, typed: float) -> None:
    tape.refuses(typed, "outside 20 to 75 cm")


def test_limits_are_those_of_the_segment(ankle: Tape) -> None:
    ankle.send(69.9)
    assert ankle.counted["left"] == [69.9]
    ankle.refuses(96.0, "outside 30 to 95 cm")


def test_a_reading_far_from_the_others_of_its_side_is_refused(tape: Tape) -> None:
    tape.send(41.0, 46.5)
    tape.refuses(46.2, "far from the other readings of this side: .*; X excludes right reading 1")
    tape.send(46.0)


def test_a_wrong_first_reading_of_the_side_that_is_due_is_excluded_and_the_other_side_stays(tape: Tape) -> None:
    tape.send(36.2, 42.0)
    tape.refuses(46.2, "X excludes right reading 1")
    tape.send(Excluded(t_ns=9, reason="typing error", number=1))
    assert tape.due == ("right", 1)
    tape.send(46.2)
    assert tape.counted == {"right": [46.2], "left": [42.0]}
    assert [(r.number, r.excluded) for r in tape.state.readings] == [(1, True), (2, False), (3, False)]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_only_a_reading_that_counts_can_be_excluded(tape: Tape, number: int) -> None:
    tape.send(41.0, 42.0, Excluded(t_ns=8, reason="slip of the tape", number=1))
    tape.refuses(Excluded(t_ns=9, reason="slip of the tape", number=number), f"no reading {number} that counts")


def test_a_side_that_is_not_done_has_a_reason_and_no_value(tape: Tape) -> None:
    tape.send(41.0)
    tape.refuses(NotDone(t_ns=2, reason=""), "needs a reason")
    tape.send(NotDone(t_ns=2, reason="not tolerated"), 41.1, 41.0)
    left = tape.value("left")
    assert (left.girth_cm, left.status, left.reason) == (None, "not_done", "not tolerated")
    assert tape.value("right").status == "complete"
    assert tape.due is None
    tape.send(Closed(t_ns=9))


def test_a_side_that_was_begun_and_given_up_is_incomplete(tape: Tape) -> None:
    tape.send(41.0, 43.0, NotDone(t_ns=2, reason="refused"))
    right = tape.value("right")
    assert (right.girth_cm, right.status, right.reason, right.readings) == (None, "incomplete", "refused", 1)


@given(count=st.integers(0, 5))
def test_an_open_set_has_no_value_and_cannot_be_closed(figure8_spec: Figure8Spec, count: int) -> None:
    tape = Tape(figure8_spec).send(*[41.0] * count)
    tape.refuses(Closed(t_ns=9), "still due")
    assert tape.value("left").girth_cm is None
    assert tape.value("left").reason == f"{count // 2} of 3 readings"


def test_a_closed_set_takes_nothing_more(tape: Tape) -> None:
    tape.send(*[41.0] * 6)
    tape.refuses(41.0, "no reading is due")
    tape.refuses(NotDone(t_ns=1, reason="refused"), "no reading is due")
    tape.send(Closed(t_ns=7))
    for event in (41.0, Excluded(t_ns=8, reason="slip of the tape"), Closed(t_ns=8)):
        tape.refuses(event, "closed")


events = st.one_of(
    st.integers(300, 620).map(lambda n: n / 10),
    st.sampled_from([412.0, 16.2, 5.0, 900.0]),
    st.sampled_from(["slip of the tape", ""]).map(lambda why: Excluded(t_ns=0, reason=why)),
    st.sampled_from(["sure", ""]).map(lambda why: Confirmed(t_ns=0, reason=why)),
    st.booleans().map(lambda take: Corrected(t_ns=0, take=take)),
    st.sampled_from([Closed(t_ns=0), NotDone(t_ns=0, reason="refused"), NotDone(t_ns=0, reason="")]),
)


@given(st.lists(events, max_size=40))
def test_readings_are_never_lost_or_changed_whatever_happens(figure8_spec: Figure8Spec, inputs: list) -> None:
    tape = Tape(figure8_spec)
    for what in inputs:
        before = tape.state
        try:
            tape.send(what)
        except Refusal:
            assert tape.state == before
            continue
        kept = [(r.number, r.side, r.girth_cm, r.entered) for r in tape.state.readings]
        assert kept[: len(before.readings)] == [(r.number, r.side, r.girth_cm, r.entered) for r in before.readings]
        assert len(kept) <= len(before.readings) + 1
        assert all(20.0 <= r.girth_cm <= 75.0 for r in tape.state.readings)
        assert all(len(girths) <= 5 for girths in tape.counted.values())


@pytest.mark.parametrize(
    "wrong", [{"variant": "tatro-adams-1995"}, {"position": "free-hanging"}, {"segment": "knee"}]
)
def test_a_plan_that_the_rules_do_not_know_is_refused(figure8_spec: Figure8Spec, wrong: dict[str, str]) -> None:
    plan = {"segment": "hand", "affected_side": "left", "variant": "ulnar-styloid-2nd-mcp", "position": "neutral"}
    with pytest.raises(ValueError, match=next(iter(wrong.values()))):
        init(figure8_spec, Figure8Plan(**{**plan, **wrong}))


def test_a_far_reading_cannot_come_in_through_a_doubt(tape: Tape) -> None:
    tape.send(41.2, 42.0)
    tape.refuses(525.0, "far from the other readings")
    tape.refuses(21.0, "far from the other readings")


def test_nothing_else_is_taken_while_a_doubt_waits(tape: Tape) -> None:
    tape.send(41.0, 412.0)
    tape.refuses(Excluded(t_ns=9, reason="typing error"), "waits for an answer")
    tape.refuses(NotDone(t_ns=9, reason="refused"), "waits for an answer")


def test_a_reading_finer_than_the_tape_is_refused(tape: Tape) -> None:
    tape.refuses(41.25, "finer than the tape")


def test_a_side_given_up_after_three_readings_keeps_its_median(tape: Tape) -> None:
    tape.send(41.0, 42.0, 41.2, 42.1, 41.9, 42.0)
    assert tape.due == ("right", 4)
    tape.send(NotDone(t_ns=99, reason="not tolerated"))
    value = tape.value("right")
    assert (value.girth_cm, value.statistic, value.status) == (41.2, "median", "spread_high")
    assert value.reason == "not tolerated"


def test_an_exclusion_keeps_the_reason_of_a_confirmation(tape: Tape) -> None:
    tape.send(30.0, Confirmed(t_ns=1, reason="very small hand"), Excluded(t_ns=2, reason="slip of the tape"))
    assert tape.state.readings[0].reason == "very small hand; slip of the tape"
