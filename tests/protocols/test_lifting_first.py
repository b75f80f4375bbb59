"""A ramp begins only after the probe was lifted from the skin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols import machines
from protocols.effects import Effect, Record, Release
from protocols.events import Begin, Mark
from protocols.ramp_spec import RampSpec
from tests.protocols.pressing import PERIOD_NS, S, block, in_time_order, pressed


def lying(load: float, seconds: float) -> list[tuple[int, float]]:
    """Samples of a probe that was left on the skin, from 0.1 s on."""
    return [(S // 10 + i * PERIOD_NS, load) for i in range(round(seconds * S / PERIOD_NS))]


def test_a_probe_left_on_the_skin_starts_no_ramp(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block(lying(300.0, 0.5)))
    assert (test.state.phase, test.state.trace) == ("lifting", ())
    assert machines.alert(ppt, test.state) == ppt.limit_kpa
    test.send(block([(S, 9.9)]))
    assert (test.state.phase, machines.alert(ppt, test.state)) == ("armed", ppt.contact_kpa)
    test.send(block(pressed(50.0, 3.0, start_ns=2 * S, lead_ns=S // 2)))
    assert (test.state.phase, test.state.contact_ns) == ("ramping", 2 * S + S // 5)
    test.send(Mark(t_ns=5 * S, uncertainty_ns=0))
    assert test.trials[0].value == pytest.approx(150.0)
    assert test.trials[0].ramp.verdict == "good"


def test_a_load_from_before_the_trial_was_armed_says_nothing_about_the_probe(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=S), block([(S - 2, 0.0), (S - 1, 400.0)]))
    assert (test.state.phase, test.state.lifted) == ("armed", False)
    test.send(block([(S, 400.0)]))
    assert test.state.phase == "lifting"


def test_pressing_on_without_lifting_ends_at_the_limit_with_an_alarm(run, ppt: RampSpec) -> None:
    test = run(ppt)
    release = test.send(Begin(t_ns=0), block(lying(300.0, 0.5)), block([(S, 999.0), (S + 1, 1000.0)]))[1]
    assert release == Release(reason="safety limit before the probe was lifted", alarm=True)
    (trial,) = test.trials
    assert (trial.value, trial.censored, trial.t_answered_ns) == (None, "", S + 1)
    assert (test.state.phase, test.state.values) == ("ready", ())


def test_a_response_before_the_probe_was_lifted_is_void(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block(lying(300.0, 0.5)), Mark(t_ns=S, uncertainty_ns=0))
    assert [trial.void_reason for trial in test.trials] == ["response before the probe was lifted"]


@given(
    values=st.lists(st.sampled_from([0.0, 5.0, 9.9, 10.0, 300.0, 999.0, 1000.0]), min_size=1, max_size=30),
    marks=st.lists(st.integers(0, 35 * PERIOD_NS), max_size=2, unique=True),
    cuts=st.lists(st.integers(1, 29), max_size=6),
    since=st.integers(0, 10 * PERIOD_NS),
)
def test_a_ramp_begins_only_after_a_load_below_contact(run, ppt: RampSpec, values, marks, cuts, since) -> None:
    """From the lift on it is the ramp of an older protocol, which knows nothing of lifting; before, no ramp."""
    points = [((i + 1) * PERIOD_NS, value) for i, value in enumerate(values)]
    pressed_at = [Mark(t_ns=t, uncertainty_ns=0) for t in sorted(marks)]
    test, old = run(ppt), run(replace(ppt, lift_first=False))
    effects: list[Effect] = list(test.send(Begin(t_ns=since)))
    lifted = next((t for t, load in points if t >= since and load < ppt.contact_kpa), None)
    pending = in_time_order(points, pressed_at, cuts)
    for event in pending:
        effects += test.send(event)
        if test.state.phase in ("ramping", "marked", "limited"):
            assert lifted is not None and lifted < test.state.contact_ns
    early = [m for m in marks if since <= m and (lifted is None or m < lifted)]
    high = [t for t, load in points if since <= t and load >= ppt.limit_kpa and (lifted is None or t < lifted)]
    if early or high:
        assert [effect.trial.void_reason != "" for effect in effects if isinstance(effect, Record)] == [True]
        assert test.state.phase == "ready"
    else:
        after = [point for point in points if lifted is not None and point[0] >= lifted]
        old.send(
            Begin(t_ns=since), *in_time_order(after, [m for m in pressed_at if lifted and m.t_ns >= lifted], [])
        )
        assert test.trials == old.trials
        assert test.state.values == old.state.values
        assert {"lifting": "armed"}.get(test.state.phase, test.state.phase) == old.state.phase
