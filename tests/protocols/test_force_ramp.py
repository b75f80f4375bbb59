"""One ramp machine for two quantities: the same events, scaled, give the same decisions."""

from __future__ import annotations

from dataclasses import replace
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols import machines
from protocols.battery import TestSpec
from protocols.effects import Effect, Record, Release, Trial
from protocols.events import Begin, Event, Interrupted, Mark, Rated, Samples, Settled, Woke
from protocols.ramp_spec import ForceRampSpec, RampSpec
from protocols.summaries import geometric_mean
from qst_station.documents import load_document
from qst_station.study.protocol_documents import document_of, protocol_text

PERIOD_NS = 10_000_000


@pytest.fixture(scope="module")
def evf() -> ForceRampSpec:
    test = load_document(protocol_text(document_of("EVF")), TestSpec, place="EVF")
    assert test.force_ramp is not None
    return test.force_ramp


def twin(ppt: RampSpec, millinewton_per_kpa: float) -> ForceRampSpec:
    """A force ramp that is the pressure ramp in another unit."""
    scale = millinewton_per_kpa
    entry = replace(
        ppt.entry,
        unit="mN",
        minimum=scale * ppt.entry.minimum,
        maximum=scale * ppt.entry.maximum,
        step=scale * ppt.entry.step,
    )
    return ForceRampSpec(
        parameter=ppt.parameter,
        trials=ppt.trials,
        rate_mn_per_s=scale * ppt.rate_kpa_per_s,
        rate_tolerance=ppt.rate_tolerance,
        rate_window_s=ppt.rate_window_s,
        longest_gap_s=ppt.longest_gap_s,
        tip_diameter_mm=0.5,
        contact_mn=scale * ppt.contact_kpa,
        limit_mn=scale * ppt.limit_kpa,
        rest_s=ppt.rest_s,
        mark_grace_s=ppt.mark_grace_s,
        summary=ppt.summary,
        entry=entry,
        stimulus=ppt.stimulus,
        lift_first=ppt.lift_first,
        ask_factor=ppt.ask_factor,
    )


events = st.lists(
    st.one_of(
        st.just(("begin", 0.0)),
        st.tuples(st.just("samples"), st.floats(-5.0, 1100.0)),
        st.tuples(st.just("mark"), st.floats(-0.2, 0.2)),
        st.just(("woke", 0.0)),
        st.just(("interrupted", 0.0)),
        st.tuples(st.just("typed"), st.integers(10, 1000).map(float)),
        st.tuples(st.just("settled"), st.booleans().map(float)),
    ),
    max_size=60,
)


def made(kind: str, number: float, t_ns: int, scale: float) -> Event:
    match kind:
        case "samples":
            times = tuple(t_ns + i * PERIOD_NS for i in range(3))
            return Samples(t_ns=times, load=tuple(scale * number * (1.0 + 0.01 * i) for i in range(3)))
        case "mark":
            return Mark(t_ns=t_ns + round(number * 1e9), uncertainty_ns=0)
        case "woke":
            return Woke(t_ns=t_ns)
        case "interrupted":
            return Interrupted(t_ns=t_ns, reason="gauge lost", alarm=True)
        case "typed":
            return Rated(t_ns=t_ns, value=scale * number)
        case "settled":
            return Settled(t_ns=t_ns, keep=bool(number))
    return Begin(t_ns=t_ns)


@given(steps=events, power=st.integers(-3, 6))
def test_the_same_events_scaled_give_the_same_decisions(ppt: RampSpec, steps, power: int) -> None:
    """By a power of two no rounding differs, so every comparison must fall the same way."""
    scale = 2.0**power
    force = twin(ppt, scale)
    one, other = machines.init(ppt, ()), machines.init(force, ())
    for at, (kind, number) in enumerate(steps):
        t_ns = (at + 1) * 5 * PERIOD_NS
        takes = machines.expects(ppt, one)
        assert takes == machines.expects(force, other)
        name = {"samples": "Samples", "mark": "Mark", "woke": "Woke", "typed": "Rated"}.get(kind, kind.title())
        if name not in takes:
            continue
        one, effects = machines.step(ppt, one, made(kind, number, t_ns, 1.0))
        other, same = machines.step(force, other, made(kind, number, t_ns, scale))
        assert one.phase == other.phase
        alert, alert_other = machines.alert(ppt, one), machines.alert(force, other)
        assert alert_other == (None if alert is None else scale * alert)
        assert [unscaled(effect, 1.0) for effect in effects] == [unscaled(effect, scale) for effect in same]
    (value,), (scaled,) = machines.parameters(ppt, one), machines.parameters(force, other)
    assert (value.censored, value.trials) == (scaled.censored, scaled.trials)
    for single, double in ((value.value, scaled.value), (value.bound, scaled.bound)):
        assert double == (None if single is None else scale * single)


def unscaled(effect: Effect, scale: float) -> object:
    """What an effect decides, with its loads in the one unit."""
    if not isinstance(effect, Record):
        return type(effect), getattr(effect, "reason", ""), getattr(effect, "t_ns", 0)
    trial: Trial = effect.trial
    fit = trial.ramp
    judged = (fit.verdict, fit.in_band, fit.rate_per_s / scale) if fit else None
    value = None if trial.value is None else trial.value / scale
    return value, trial.censored, trial.void_reason, trial.t_answered_ns, trial.t_mark_ns, trial.flags, judged


def test_the_packaged_test_is_in_millinewton_and_has_its_own_mean(run, evf: ForceRampSpec) -> None:
    test = run(evf)
    test.send(*(Rated(t_ns=i, value=value) for i, value in enumerate((100.0, 200.0, 400.0))))
    assert {trial.unit for trial in test.trials} == {"mN"}
    parameter = test.parameters["EVF"]
    assert isclose(parameter.value or 0.0, geometric_mean([100.0, 200.0, 400.0]))
    assert parameter.unit == "mN"


def test_the_limit_censors_in_the_mean_of_the_document(run, evf: ForceRampSpec) -> None:
    test = run(evf)
    test.send(*(Rated(t_ns=i, value=value) for i, value in enumerate((400.0, 1000.0, 400.0))))
    parameter = test.parameters["EVF"]
    assert (parameter.value, parameter.censored) == (None, "high")
    assert isclose(parameter.bound or 0.0, geometric_mean([400.0, 1000.0, 400.0]))
    assert "1000 mN" in parameter.reason


def test_what_nobody_chose_rings_and_what_somebody_chose_does_not(run, evf: ForceRampSpec) -> None:
    def alarms(*then: Event) -> list[bool]:
        test = run(evf)
        test.send(Begin(t_ns=0), Samples(t_ns=(0, 1, 2), load=(0.0, 20.0, 30.0)))
        return [effect.alarm for effect in test.send(*then) if isinstance(effect, Release)]

    assert alarms(Samples(t_ns=(3,), load=(1000.0,))) == [True]
    assert alarms(Interrupted(t_ns=3, reason="gauge lost", alarm=True)) == [True]
    assert alarms(Interrupted(t_ns=3, reason="stopped")) == [False]
    assert alarms(Mark(t_ns=3, uncertainty_ns=0)) == [False]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"tip_diameter_mm": 0.0}, "tip_diameter_mm"),
        ({"rate_mn_per_s": 0.0}, "rate_mn_per_s"),
        ({"contact_mn": 1000.0}, "contact_mn < limit_mn"),
        ({"limit_mn": 5.0}, "contact_mn < limit_mn"),
        ({"trials": 0}, "trials"),
        ({"mark_grace_s": -1.0}, "mark_grace_s"),
    ],
)
def test_figures_that_make_no_ramp_are_refused(evf: ForceRampSpec, change: dict[str, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        replace(evf, **change)  # type: ignore[arg-type]


def test_a_geometric_mean_takes_no_zero(evf: ForceRampSpec) -> None:
    with pytest.raises(ValueError, match="geometric"):
        replace(evf, entry=replace(evf.entry, minimum=0.0))
    with pytest.raises(ValueError, match="typed is in kPa"):
        replace(evf, entry=replace(evf.entry, unit="kPa"))
