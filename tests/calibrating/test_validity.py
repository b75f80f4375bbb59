"""May it be used today? Every state with its reason, from what the register says."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.calibrating.entries import (
    Adjusted,
    Calibrated,
    CertifiedElsewhere,
    Checked,
    DueRuleSet,
    Entry,
    Event,
    Noted,
    Overridden,
    Registered,
    Retired,
    Used,
    Verdict,
)
from qst_station.calibrating.history import History
from qst_station.calibrating.instruments import DueRule
from qst_station.calibrating.validity import USABLE, State, due_date, validity_of
from tests.calibrating.conftest import UTC, hair

DAY = datetime.date(2026, 3, 1)
RULE = DueRule(recalibrate_after_days=100, due_soon_days=10, set_by="sponsor")
DAILY = DueRule(recalibrate_after_days=100, due_soon_days=10, check_every_days=1, set_by="sponsor")


def calibrated(verdict: Verdict = "pass", date: datetime.date = DAY) -> Calibrated:
    return Calibrated(
        certificate="X-2026-0001",
        date=date,
        verdict=verdict,
        measured_mn=7.6,
        expanded_mn=0.1,
        coverage_factor=2.0,
        document="",
    )


def checked(result: str, after_days: int = 0) -> Checked:
    assert result in ("pass", "warn", "fail")
    return Checked(date=on(after_days), result=result, what="7.1 mN at 8 mN")


def on(after_days: int) -> datetime.date:
    return DAY + datetime.timedelta(days=after_days)


def history(*events: Event, due: DueRule = RULE) -> History:
    instrument = hair(8.0, due=due)
    entries = [
        Entry(seq=seq, instrument_id=instrument.id, who="EX", utc=UTC, event=event)
        for seq, event in enumerate((Registered(instrument=instrument), *events), start=2)
    ]
    return History(instrument=instrument, entries=tuple(entries))


UNSET = DueRule()
CASES: list[tuple[Sequence[Event], DueRule, int, State, str]] = [
    ((), RULE, 0, State.UNCHECKED, "no certificate"),
    ((calibrated(),), RULE, 0, State.VALID, "holds until 2026-06-09"),
    ((calibrated(),), RULE, 89, State.VALID, "holds until"),
    ((calibrated(),), RULE, 90, State.DUE_SOON, "holds until"),
    ((calibrated(),), RULE, 100, State.DUE_SOON, "holds until"),
    ((calibrated(),), RULE, 101, State.EXPIRED, "held until 2026-06-09"),
    ((calibrated(),), RULE, -1, State.UNCHECKED, "which is after"),
    ((calibrated(),), UNSET, 5000, State.VALID, "the sponsor has set no interval"),
    ((calibrated("not_stated"),), RULE, 0, State.VALID, "No tolerance was set"),
    ((calibrated("pass_with_correction"),), RULE, 0, State.VALID, "holds until"),
    ((calibrated("fail"),), RULE, 0, State.FAILED, "failed its calibration"),
    ((calibrated("fail"),), RULE, 101, State.FAILED, "failed its calibration"),
    ((calibrated("fail"), calibrated()), RULE, 0, State.VALID, "holds until"),
    ((calibrated(), Adjusted(what="straightened")), RULE, 0, State.UNCHECKED, "adjusted"),
    ((calibrated(), Adjusted(what="straightened"), calibrated()), RULE, 0, State.VALID, "holds until"),
    ((calibrated(), checked("fail")), RULE, 0, State.FAILED, "failed the check of 2026-03-01"),
    ((calibrated(), checked("fail"), checked("pass")), RULE, 0, State.VALID, "holds until"),
    ((calibrated(), checked("fail"), calibrated()), RULE, 0, State.VALID, "holds until"),
    ((calibrated(), checked("warn")), RULE, 0, State.VALID, "warning"),
    ((calibrated(),), DAILY, 0, State.VALID, "holds until"),
    ((calibrated(),), DAILY, 1, State.UNCHECKED, "checked every day"),
    ((calibrated(), checked("pass", 7)), DAILY, 7, State.VALID, "holds until"),
    ((calibrated(), checked("pass", 7)), DAILY, 8, State.UNCHECKED, "last checked on 2026-03-08"),
    ((calibrated(), checked("pass", 7)), DAILY, 6, State.UNCHECKED, "last checked on 2026-03-08"),
    ((calibrated(), DueRuleSet(due=DAILY)), UNSET, 1, State.UNCHECKED, "checked every day"),
    ((calibrated(), Overridden(reason="r", session_uuid="s")), RULE, 101, State.EXPIRED, "held until"),
    ((calibrated(), Retired(reason="bent"), Noted(text="x")), RULE, 0, State.RETIRED, "by EX: bent"),
]


@pytest.mark.parametrize(("events", "due", "after_days", "state", "reason"), CASES)
def test_state_and_reason(
    events: Sequence[Event], due: DueRule, after_days: int, state: State, reason: str
) -> None:
    found = validity_of(history(*events, due=due), on(after_days))
    assert found.state is state
    assert reason in found.reason
    assert found.usable == (state in USABLE)
    assert found.remedy or state is State.VALID


def test_a_certificate_from_elsewhere_counts_as_one() -> None:
    event = CertifiedElsewhere(certificate="D-K-1", laboratory="DAkkS lab", date=DAY)
    assert validity_of(history(event), on(100)).state is State.DUE_SOON
    assert validity_of(history(event), on(101)).state is State.EXPIRED


some_events: st.SearchStrategy[Event] = st.one_of(
    st.builds(calibrated, st.sampled_from(("pass", "fail", "not_stated")), st.integers(0, 300).map(on)),
    st.builds(checked, st.sampled_from(("pass", "warn", "fail")), st.integers(0, 300)),
    st.just(Adjusted(what="x")),
    st.just(Used(times=3)),
    st.just(Overridden(reason="r", session_uuid="s")),
    st.just(Retired(reason="x")),
    st.sampled_from((RULE, DAILY)).map(lambda rule: DueRuleSet(due=rule)),
)


@given(
    events=st.lists(some_events, max_size=8), due=st.sampled_from((RULE, DAILY, UNSET)), day=st.integers(0, 400)
)
def test_nothing_opens_the_gate_but_a_good_certificate_in_its_time(
    events: list[Event], due: DueRule, day: int
) -> None:
    of = history(*events, due=due)
    found = validity_of(of, on(day))
    assert found.reason
    assert (found.state is State.RETIRED) == any(isinstance(event, Retired) for event in events)
    known, last = of.certification, due_date(of)
    if found.usable:
        assert known is not None
        assert getattr(known, "verdict", "pass") != "fail"
        assert known.date <= on(day)
        assert last is None or on(day) <= last
        assert of.check is None or of.check.result != "fail"
    if last is not None and on(day) > last:
        assert not found.usable
        assert not validity_of(of, on(day + 1)).usable  # time alone never makes it good again


def test_uses_count_from_the_last_rest() -> None:
    of = history(Used(times=5), Used(times=2))
    assert (of.uses, of.uses_since_rest, of.last_rest) == (7, 7, None)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"recalibrate_after_days": 0, "set_by": "s"}, "1 to 36500"),
        ({"recalibrate_after_days": 9}, "who decided"),
        ({"due_soon_days": 9, "set_by": "s"}, "needs recalibrate_after_days"),
    ],
)
def test_a_rule_that_is_none_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        DueRule(**given)  # type: ignore[arg-type]
