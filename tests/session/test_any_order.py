"""Whatever is pressed in whatever order: a refusal that changes nothing, or a record without gaps."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from qst_station.session.commands import ORDERS, allowed
from qst_station.session.events import FLAG_LATE, FLAG_OVERLOAD, TimerDue
from qst_station.session.machine import replay
from qst_station.session.running import NotNow

reasons = st.sampled_from(["", "because", " "])
ARGUMENTS = {
    bool: st.booleans(),
    int: st.integers(-1, 13),
    float: st.sampled_from([0.0, 0.5, 5.0, 16.2, 41.2, 41.9, 57.0, 101.0, 412.0, -1.0, float("inf"), 7]),
    str: reasons,
}


@st.composite
def orders(draw) -> tuple[str, dict]:
    name = draw(st.sampled_from(sorted(ORDERS)))
    return name, {arg: draw(ARGUMENTS[type_]) for arg, type_ in ORDERS[name].args.items()}


happenings = st.one_of(
    orders(),
    st.just(("button", {})),
    st.just(("wake", {})),
    st.sampled_from(["lost", "returned", "silent", "unit", "overload", "garbled"]).map(
        lambda w: ("news", {"what": w})
    ),
    st.sampled_from([0, FLAG_LATE, FLAG_OVERLOAD]).map(lambda flag: ("force", {"flag": flag})),
    st.just(("answer_due", {})),
)


def happen(visit, name: str, args: dict) -> None:
    match name:
        case "button":
            visit.button()
        case "wake":
            visit.t_ns = max(visit.t_ns, visit.state.wake_ns or 0) + 1
            visit.take(TimerDue(t_ns=visit.t_ns))
        case "news":
            visit.news(**args)
        case "force":
            visit.force(0.0, 3.0, 40.0, **args)
        case "answer_due":
            if visit.status == "running" and visit.state.run is not None:
                visit.answer()
        case _:
            visit.do(name, **args)


@settings(max_examples=150)
@given(st.integers(0, 12), st.lists(happenings, max_size=60))
def test_any_order_of_happenings(new_visit, plan, first: int, script: list[tuple[str, dict]]) -> None:
    visit = new_visit(plan)
    visit.do("start", step=first, reason="drill")
    for name, args in script:
        before = visit.state
        reasons_now = allowed(plan, before)
        try:
            happen(visit, name, args)
        except NotNow:
            assert name in ORDERS, "only a command may be refused"
            assert visit.state is before
            continue
        if name in ORDERS:
            assert reasons_now[name] == ""
        _record_is_whole(before, visit.state)
    assert replay(plan, visit.events) == visit.state


def _record_is_whole(before, after) -> None:
    assert [trial.number for trial in after.trials] == list(range(1, len(after.trials) + 1))
    # What was recorded stays; only its right to count can be lost.
    for was, now in zip(before.trials, after.trials, strict=False):
        assert replace(now, void_reason=was.void_reason) == was
        assert now.void_reason == was.void_reason or not was.void_reason
    assert len(after.notes) >= len(before.notes)
    assert after.t_ns >= before.t_ns
    assert sum(s.status in ("running", "paused") for s in after.steps) <= 1
    for trial in after.trials:
        assert trial.trial.value is None or trial.trial.void_reason == ""
    for state in after.steps:
        assert state.status != "skipped" or state.reason
        assert not state.parameters or state.status in ("done", "stopped")
