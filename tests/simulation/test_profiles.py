"""The profiles: what each claims is so against the norms, and their laws do what their expectations say."""

from __future__ import annotations

import random
from statistics import fmean

import pytest

from protocols.effects import Stimulus
from protocols.rating import RatingSpec
from qst_station.findings import Refused
from qst_station.scoring.norms import load_norms
from qst_station.scoring.zscore import OUTSIDE_95, score
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.profiles import FOR_TRAINING, load_profiles, profile, training
from qst_station.station.flawless import flawless_runs
from qst_station.station.opening import battery_documents
from qst_station.station.skin import Skin


def z_of(name: str, role: str, site: str) -> dict[str, float]:
    """The z-scores of the true values of a profile, for the age and sex that it gives."""
    who = profile(name)
    skin = who.areas["control" if role == "control" else "affected"]
    found = {}
    for test, document in battery_documents().tests.items():
        for one in flawless_runs(test, document.machine, skin, 2).ranges:
            scored = score(
                load_norms(), parameter=one.parameter, site=site, sex=who.sex, age_y=who.age_y, value=one.true
            )
            if scored.z is not None:
                found[one.parameter] = scored.z
    return found


@pytest.mark.parametrize("site", ("hand", "foot"))
def test_the_true_values_have_the_signs_that_the_profiles_claim(site: str) -> None:
    inside = {"MDT", "MPT", "MPS", "WUR", "VDT", "PPT"}
    for name in FOR_TRAINING:
        control = z_of(name, "control", site)
        assert set(control) == inside
        assert all(abs(z) < OUTSIDE_95 for z in control.values()), (name, control)
    assert all(abs(z) < OUTSIDE_95 for z in z_of("healthy", "affected", site).values())
    crps = z_of("crps_pressure_hyperalgesia", "affected", site)
    assert crps["PPT"] > OUTSIDE_95 and crps["MPT"] > OUTSIDE_95 and abs(crps["MDT"]) < OUTSIDE_95
    loss = z_of("sensory_loss", "affected", site)
    assert loss["MDT"] < -OUTSIDE_95 and loss["VDT"] < -OUTSIDE_95 and abs(loss["PPT"]) < OUTSIDE_95


def test_the_profiles_are_labelled_as_inventions() -> None:
    assert "describes nobody" in load_profiles().notice


def test_a_surprise_is_drawn_from_the_seed_and_every_profile_comes_up() -> None:
    drawn = [training("surprise", seed=seed) for seed in range(40)]
    assert {one.profile for one in drawn} == set(FOR_TRAINING)
    assert all(one.surprise for one in drawn)
    assert training("surprise", seed=3) == drawn[3]
    with pytest.raises(Refused, match="nobody"):
        training("nobody", seed=1)


@pytest.mark.parametrize("name", FOR_TRAINING)
def test_equal_seeds_answer_equally(name: str) -> None:
    hair = Stimulus(id="hair-2", kind="hair", label="2", nominal_force_mn=2.0)

    def said(seed: int) -> list[object]:
        person = SimulatedParticipant(seed, name)
        answers = [person.answers("MDT", "affected", hair) for _ in range(8)]
        return [answers, person.pressure_threshold_kpa("control"), person.reaction_ns()]

    assert said(4) == said(4) != said(5)


def test_lapses_bound_the_law_from_both_sides() -> None:
    skin = Skin(
        mdt_mn=1.0,
        mpt_mn=50.0,
        pain_at_512=10.0,
        touch_pain=0.0,
        wind_up=2.0,
        vibration=7.0,
        ppt_kpa=300.0,
        lapse=0.2,
    )
    chance = random.Random(1)
    for force_mn, expected in ((0.001, 0.1), (1.0, 0.5), (4000.0, 0.9)):
        stimulus = Stimulus(id="x", kind="hair", label="", nominal_force_mn=force_mn)
        felt = fmean(skin.perceives("MDT", stimulus, chance) for _ in range(4000))
        assert felt == pytest.approx(expected, abs=0.03)


def test_what_is_expected_is_what_many_answers_give() -> None:
    skin, chance = profile("crps_pressure_hyperalgesia").areas["affected"], random.Random(2)
    for test in ("MPS", "VDT"):
        spec = battery_documents().tests[test].machine
        assert isinstance(spec, RatingSpec)
        for stimulus in spec.stimuli:
            mean = fmean(skin.number(stimulus, chance) for _ in range(3000))
            assert mean == pytest.approx(skin.expected(stimulus), rel=0.06), stimulus.id
    drawn = fmean(skin.pressure_kpa(chance) for _ in range(3000))
    assert drawn == pytest.approx(skin.mean_pressure_kpa(), rel=0.01)


@pytest.mark.parametrize("name", FOR_TRAINING)
def test_the_range_of_pressure_owes_little_to_the_draw(name: str) -> None:
    spec = battery_documents().tests["PPT"].machine
    for skin in profile(name).areas.values():
        ((one,), (other,)) = (flawless_runs(test, spec, skin).ranges for test in ("PPT", "another draw"))
        assert one.low is not None and one.high is not None
        assert (one.low, one.high) == (pytest.approx(other.low, rel=0.01), pytest.approx(other.high, rel=0.01))


@pytest.mark.parametrize("name", FOR_TRAINING)
def test_flawless_runs_lie_around_the_truth_and_are_the_same_every_time(name: str) -> None:
    skin = profile(name).areas["affected"]
    for test in ("MPT", "PPT", "WUR"):
        spec = battery_documents().tests[test].machine
        runs = flawless_runs(test, spec, skin, 60)
        (found,) = runs.ranges
        assert found.low is not None and found.high is not None and found.true is not None
        assert found.low < found.true < found.high
        flawless_runs.cache_clear()
        assert flawless_runs(test, spec, skin, 60) == runs
