"""Feedback of a training: none without a reason, every reason found, and the same from the sealed file."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from protocols import machines
from protocols.effects import RampFit
from protocols.rating import RatingSpec
from qst_station.findings import Refused
from qst_station.recording.sealed import read_sealed
from qst_station.session.events import Actor, Command, TimerDue
from qst_station.session.machine import first_state, step
from qst_station.session.plan import plan_from_opening
from qst_station.session.running import NotNow
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.spoken import spoken
from qst_station.simulation.stage import virtual_engine
from qst_station.simulation.trainee import FLAWLESS, Habits, Trainee
from qst_station.simulation.training_visit import TrainingChoice, training_request
from qst_station.station.opening import opening_row
from qst_station.station.record import replay_rows
from qst_station.station.training import training_of
from qst_station.station.training_feedback import Feedback, feedback, training_feedback
from tests.made_once import made_once

S = 1_000_000_000
ACTOR = Actor(who="AB", role="examiner")


class QuickVisit:
    """A training of limits and rating tests without an engine, run by a trainee of given habits."""

    def __init__(self, seed: int, *, tests: tuple[str, ...] = ("MPT",), profile: str = "healthy") -> None:
        request = training_request(TrainingChoice(seed=seed, tests=tests, profile=profile))
        self.plan = plan_from_opening(opening_row(request, (), ACTOR, utc="2026-01-02T03:04:05Z"), place="test")
        self.state = first_state(self.plan)
        self.commands: list[Command] = []
        self.t_ns = 0
        self.participant = SimulatedParticipant(seed, profile)

    def do(self, name: str, after_s: float = 0.0, **args: Any) -> None:
        self.t_ns += round(after_s * S)
        command = Command(t_ns=self.t_ns, name=name, args=args, actor=ACTOR, source="test")
        self.state, _ = step(self.plan, self.state, command)
        self.commands.append(command)

    def run(self, habits: Habits = FLAWLESS, *, heard: bool = True) -> Feedback:
        entered = 0
        for index in range(len(self.plan.steps)):
            self.do("start", step=index, reason="")
            self.do("begin", 2.0)
            spec = self.plan.test_at(index).machine
            while self.state.run is not None and self.state.steps[index].status == "running":
                entered += 1
                due = machines.stimulus(spec, self.state.run.machine)
                assert due is not None and self.state.present is not None
                self.t_ns += round(self.state.present.rest_ns * habits.pause)
                down_ns = self.t_ns
                said = spoken(self.participant, self.plan.steps[index].test, self.state.run.site.role, due)
                if heard:
                    self.do(
                        "heard",
                        0.25,
                        test=self.plan.steps[index].test,
                        stimulus=due.id,
                        said=said.says,
                        meant=said.meant,
                    )
                up_ns = down_ns + round(self.state.present.hold_ns * habits.contact)
                self.t_ns = max(self.t_ns, up_ns)
                self.do("applied", down_ns=down_ns, up_ns=up_ns)
                if isinstance(spec, RatingSpec):
                    self.do("rate", 3.0, value=said.meant)
                else:
                    self.do("answer", 0.3, yes=bool(said.meant) != (entered in habits.wrong))
        self.do("finish", reason="")
        return self.feedback()

    def feedback(self) -> Feedback:
        training = training_of(self.plan.opening)
        assert training is not None
        return feedback(self.plan, self.state, self.commands, training)


def test_flawless_runs_of_many_seeds_meet_no_complaint_and_lie_where_flawless_runs_lie() -> None:
    inside = []
    for seed in range(1, 41):
        profile = ("healthy", "sensory_loss", "crps_pressure_hyperalgesia")[seed % 3]
        found = QuickVisit(seed, profile=profile).run()
        assert all(pace.good for pace in found.pacing), found.pacing
        assert not found.entries.differing and not found.entries.unheard and not found.entries.untouched
        assert all(time.good for time in found.times)
        inside += [one.good for one in found.compared]
    assert len(inside) == 80
    assert sum(inside) / len(inside) >= 0.95


def test_a_hasty_examiner_is_told_of_pauses_contacts_and_the_wrong_entry() -> None:
    found = QuickVisit(3).run(Habits(contact=0.3, pause=0.2, wrong=(5,)))
    assert {(pace.moment, pace.good) for pace in found.pacing} == {("contact", False), ("pause", False)}
    (wrong,) = found.entries.differing
    assert {wrong.said, wrong.entered} == {"sharp", "blunt"} and wrong.trial == 5
    assert not found.entries.unheard and not found.ramps


def test_a_pause_is_no_time_of_the_test() -> None:
    class Paused(QuickVisit):
        def do(self, name: str, after_s: float = 0.0, **args: Any) -> None:
            super().do(name, after_s, **args)
            if name == "answer" and len(self.state.trials) == 3:
                super().do("pause", reason="the visit was interrupted")
                super().do("resume", 3600.0)

    times, undisturbed = Paused(3).run().times, QuickVisit(3).run().times
    assert [time.used_s for time in times] == pytest.approx([time.used_s for time in undisturbed])


@pytest.mark.parametrize(("touches_a_beat", "extra", "good"), ((1, 0, True), (5, 40, False)))
def test_touches_beyond_one_for_each_beat_are_not_with_it(touches_a_beat: int, extra: int, good: bool) -> None:
    visit = QuickVisit(3, tests=("WUR",))
    visit.do("start", step=0, reason="")
    visit.do("begin", 2.0)
    visit.do("rate", 3.0, value=4.0)
    visit.do("begin", 1.0)
    while visit.state.wake_ns is not None:
        visit.t_ns = visit.state.wake_ns
        visit.state, _ = step(visit.plan, visit.state, TimerDue(t_ns=visit.t_ns))
    visit.do("rate", 3.0, value=9.0)
    beats_ns = [beat.intended_ns for kept in visit.state.trials for beat in kept.trial.beats]
    for n in range(10 * touches_a_beat):
        down_ns = beats_ns[0] + n * S // touches_a_beat
        visit.do("applied", down_ns=down_ns, up_ns=down_ns + S // 20)
    (kept,) = visit.feedback().pacing
    assert (kept.moment, kept.of, kept.missing, kept.extra) == ("beat", len(beats_ns), 0, extra - extra // 20)
    assert (kept.within, kept.good) == (10, good)


def test_a_ramp_that_was_cut_off_is_a_load_after_which_the_muscle_rests() -> None:
    visit = QuickVisit(3, tests=("PPT",))
    visit.do("start", step=0, reason="")
    for value in (300.0, 301.0, 302.0):
        visit.do("rate", 12.0, value=value)
    times_s = ((4, 10, ""), (20, 26, "cut off"), (27, 33, ""))
    ramps = [
        replace(
            kept,
            trial=replace(
                kept.trial,
                void_reason=void,
                t_answered_ns=end_s * S,
                ramp=RampFit(contact_ns=contact_s * S, rate_per_s=50.0, in_band=1.0, verdict="good"),
            ),
        )
        for kept, (contact_s, end_s, void) in zip(visit.state.trials, times_s, strict=True)
    ]
    visit.state = replace(visit.state, trials=tuple(ramps))
    (rest,) = visit.feedback().pacing
    assert (rest.moment, rest.of, rest.worst_s, rest.good) == ("rest", 1, 1.0, False)


def test_the_interval_of_ratings_is_from_touch_to_touch() -> None:
    (kept,) = QuickVisit(3, tests=("MPS",)).run().pacing
    assert (kept.moment, kept.median_s, kept.good) == ("interval", pytest.approx(10.0), True)
    assert kept.of == 2 * 49
    (hasty,) = QuickVisit(3, tests=("MPS",)).run(Habits(pause=0.2)).pacing
    assert hasty.median_s is not None and hasty.median_s < 6.0 and not hasty.good


def test_entries_before_the_participant_has_spoken_are_counted() -> None:
    visit = QuickVisit(3)
    found = visit.run(heard=False)
    assert found.entries.unheard == found.entries.entered > 20
    assert not found.entries.differing


def test_an_entry_that_was_taken_back_is_no_wrong_entry() -> None:
    visit = QuickVisit(1)
    visit.do("start", step=0, reason="")
    visit.do("begin", 2.0)
    visit.do("heard", 2.3, test="MPT", stimulus="pinprick-8", said="blunt", meant=0.0)
    visit.do("answer", 0.3, yes=True)
    assert len(visit.feedback().entries.differing) == 1
    visit.do("undo", 1.0, reason="")
    visit.do("heard", 2.0, test="MPT", stimulus="pinprick-8", said="blunt", meant=0.0)
    visit.do("answer", 0.3, yes=False)
    found = visit.feedback().entries
    assert found.differing == () and found.undone == 1 and found.entered == 1


def test_a_rating_that_was_taken_back_is_entered_again_without_another_touch() -> None:
    visit = QuickVisit(1, tests=("MPS",))
    visit.do("start", step=0, reason="")
    visit.do("begin", 2.0)
    assert visit.state.run is not None
    due = machines.stimulus(visit.plan.test_at(0).machine, visit.state.run.machine)
    assert due is not None
    visit.t_ns += 12 * S
    visit.do("heard", 1.0, test="MPS", stimulus=due.id, said="53", meant=53.0)
    visit.do("applied", down_ns=visit.t_ns - 2 * S, up_ns=visit.t_ns - S)
    visit.do("rate", 1.0, value=35.0)
    visit.do("undo", 1.0, reason="")
    visit.do("rate", 1.0, value=54.0)
    found = visit.feedback().entries
    assert (found.entered, found.unheard, found.untouched) == (1, 0, 0)
    assert [(wrong.said, wrong.entered) for wrong in found.differing] == [("53", "54")]


def test_only_a_training_takes_what_was_heard() -> None:
    visit = QuickVisit(1)
    plain = replace(visit.plan, opening={**visit.plan.opening, "training": None})
    command = Command(t_ns=1, name="applied", args={"down_ns": 0, "up_ns": 1}, actor=ACTOR, source="test")
    with pytest.raises(NotNow, match="no training"):
        step(plain, visit.state, command)
    older = {key: value for key, value in visit.plan.opening.items() if key != "training"}
    assert training_of(older) is None


@pytest.mark.parametrize(
    ("change", "said"), (({"kind": "real"}, "only practice"), ({"tests": ("XYZ",)}, "no test XYZ"))
)
def test_a_training_that_is_none_is_refused(change: dict[str, Any], said: str) -> None:
    request = training_request(TrainingChoice())
    assert request.training is not None
    if "tests" in change:
        request = replace(request, training=replace(request.training, tests=change["tests"]))
    else:
        request = replace(request, kind=change["kind"])
    with pytest.raises(Refused, match=said):
        opening_row(request, (), ACTOR, utc="2026-01-02T03:04:05Z")


@dataclass(frozen=True)
class Recorded:
    """A hasty visit on simulated devices: feedback from its journal and from its sealed file, and its folder."""

    of_journal: dict[str, Any]
    of_file: dict[str, Any]
    data: Path


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """Ramps twice as fast as asked for, no rests, the second entry wrong."""
    folder = made_once(tmp_path_factory, "hasty-training", _record_hasty)
    told = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    return Recorded(of_journal=told["journal"], of_file=told["file"], data=folder / "data")


def _record_hasty(made: Path) -> None:
    request = training_request(TrainingChoice(seed=5, tests=("VDT", "PPT"), profile="crps_pressure_hyperalgesia"))
    assert request.training is not None
    person = SimulatedParticipant(5, request.training.profile)
    with virtual_engine(made / "data", seed=5) as (engine, stage, apparatus):
        engine.open_visit(request, ACTOR)
        Trainee(engine, stage, person, apparatus, habits=Habits(rate=2.0, pause=0.02, wrong=(2,))).run()
        assert engine.visit is not None
        folder = engine.visit.journal.folder
        engine.seal()
        sealing = engine.wait_for_seal()
    assert sealing.path is not None, sealing.finding
    done = run("training-feedback", str(folder), "--json")
    sealed = training_feedback(replay_rows(read_sealed(sealing.path).rows, place="test"))
    told = {"journal": json.loads(done.stdout), "file": sealed}
    (made / "told.json").write_text(json.dumps(told), encoding="utf-8")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program."""
    command = [sys.executable, "-m", "qst_station", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_hasty_hand_is_told_of_its_ramps_and_of_the_wrong_entry(hasty: Recorded) -> None:
    (ramps,) = hasty.of_file["ramps"]
    assert ramps["too_fast"] == len(ramps["rates_kpa_per_s"]) == 6
    (wrong,) = hasty.of_file["entries"]["differing"]
    assert float(wrong["said"]) - float(wrong["entered"]) == 0.5
    marked = [line["text"] for line in hasty.of_file["sections"][0]["sentences"] if line["mark"] == "▲"]
    assert marked[0].startswith("Enter what is said") and marked[1].startswith("Follow the lane")


def test_the_sealed_file_tells_what_the_journal_tells(hasty: Recorded) -> None:
    assert {**hasty.of_journal, "findings": None} == {**hasty.of_file, "findings": None}


def test_a_training_says_so_in_its_name_and_is_left_out_of_exports(hasty: Recorded) -> None:
    (file,) = hasty.data.glob("*.h5")
    assert file.name.startswith("PRACTICE_TRAIN-005_training_")
    done = run("export", str(hasty.data), "--out", str(hasty.data / "out"))
    assert "practice session" in done.stderr and not (hasty.data / "out").exists()


def test_feedback_waits_for_the_end_and_is_for_trainings_only(tmp_path: Path) -> None:
    visit = QuickVisit(1)
    shown = replace(_replayed(visit), state=replace(visit.state, closed=False))
    with pytest.raises(Refused, match="hidden") as caught:
        training_feedback(shown)
    assert "sealed as interrupted" in caught.value.finding.remedy
    plan = replace(visit.plan, opening={**visit.plan.opening, "training": None})
    with pytest.raises(Refused, match="no training"):
        training_feedback(replace(shown, plan=plan))


def _replayed(visit: QuickVisit) -> Any:
    from qst_station.recording.chain import Row
    from qst_station.station.record import Replayed

    last = Row.__new__(Row)
    return Replayed(plan=visit.plan, state=visit.state, events=(), recorded=(), closed=False, last=last)
