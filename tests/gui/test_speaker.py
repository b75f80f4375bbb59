"""Tones are heard when they should be, whatever the requests of the sound device look like."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.gui.speaker import PERIOD_MS, PERIODS, Mixer, Speaker, Voice
from qst_station.gui.tone import RATE_HZ, Samples, tone_samples

MS = 1_000_000
COUNT = PERIOD_MS * RATE_HZ // 1000
AHEAD_NS = (PERIODS - 1) * PERIOD_MS * MS
TICK = tone_samples(0.05, 600.0, 600.0)


def played(mixer: Mixer, late_ms: list[float], *, start_ns: int = 0) -> Samples:
    """What a device asks for, one period after the other, each request somewhat late."""
    parts = [
        mixer.mixed(COUNT, start_ns + i * PERIOD_MS * MS + round(late * MS)) for i, late in enumerate(late_ms)
    ]
    return np.concatenate(parts)


def onsets(samples: Samples) -> list[int]:
    """Where tones begin."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 50)
    return [int(i) for i in loud[np.flatnonzero(np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 50)]]


@given(late_ms=st.lists(st.floats(0.0, 60.0), min_size=60, max_size=60), phase_ms=st.floats(0.0, 300.0))
def test_tones_keep_their_distance_however_late_the_requests_are(late_ms: list[float], phase_ms: float) -> None:
    late_ms[0] = 0.0
    mixer = Mixer()
    due = [AHEAD_NS + round((300.0 + phase_ms + 250.0 * i) * MS) for i in range(6)]
    voices = [Voice(samples=TICK, due_ns=moment) for moment in due]
    for voice in voices:
        mixer.add(voice)
    found = onsets(played(mixer, late_ms))
    assert len(found) == len(due)
    heard_ms = [1e3 * sample / RATE_HZ for sample in found]
    assert np.allclose(np.diff(heard_ms), 250.0, atol=0.1)
    assert [voice.heard_ns for voice in voices] == pytest.approx(due, abs=MS // 10)


def test_a_tone_that_is_ordered_late_joins_in_where_it_should_be() -> None:
    mixer = Mixer()
    played(mixer, [0.0] * 4)
    voice = Voice(samples=tone_samples(1.0, 300.0, 900.0), due_ns=AHEAD_NS)
    mixer.add(voice)
    heard = played(mixer, [0.0] * 4, start_ns=4 * PERIOD_MS * MS)
    missed = 4 * COUNT
    assert voice.heard_ns == pytest.approx(AHEAD_NS + 4 * PERIOD_MS * MS, abs=MS // 10)
    assert heard[0] == 0
    assert np.array_equal(heard[1000:], voice.samples[missed + 1000 : missed + len(heard)])


def test_a_tone_that_is_cut_fades_and_is_gone() -> None:
    mixer = Mixer()
    voice = Voice(samples=tone_samples(2.0, 300.0, 300.0), due_ns=AHEAD_NS)
    mixer.add(voice)
    before = played(mixer, [0.0] * 3)
    voice.cut = True
    after = played(mixer, [0.0] * 3, start_ns=3 * PERIOD_MS * MS)
    joint = np.concatenate((before, after)).astype(np.int32)
    assert np.abs(np.diff(joint)).max() < 1000
    assert before.any()
    assert not after[COUNT:].any()


def test_a_tone_that_is_cut_before_it_began_is_never_heard() -> None:
    mixer = Mixer()
    voice = Voice(samples=TICK, due_ns=AHEAD_NS + 100 * MS, cut=True)
    mixer.add(voice)
    assert not played(mixer, [0.0] * 10).any()
    assert voice.heard_ns is None


def test_loud_together_is_no_overflow() -> None:
    mixer = Mixer()
    for _ in range(8):
        mixer.add(Voice(samples=tone_samples(0.5, 300.0, 300.0, loudness=1.0), due_ns=AHEAD_NS))
    heard = played(mixer, [0.0] * 10)
    assert (heard.max(), heard.min()) == (32_767, -32_768)


def test_a_device_that_ran_dry_gets_a_new_clock() -> None:
    mixer = Mixer()
    played(mixer, [0.0] * 20)
    stalled_ns = 20 * PERIOD_MS * MS + 500 * MS
    mixer.mixed(COUNT, stalled_ns)
    assert mixer.clock.time_ns(20 * COUNT) == stalled_ns + AHEAD_NS


def test_a_real_device_that_plays_into_nothing(qtbot: Any) -> None:
    speaker = Speaker(simulated=True)
    try:
        qtbot.waitUntil(lambda: speaker.ready, timeout=5000)
        due_ns = time.perf_counter_ns() + 300 * MS
        # So long that it can still join in where the computer has stalled meanwhile.
        voice = speaker.play(tone_samples(30.0, 300.0, 300.0, loudness=0.1), due_ns)
        qtbot.waitUntil(lambda: voice.heard_ns is not None, timeout=5000)
        qtbot.waitUntil(lambda: speaker.problem() == "", timeout=5000)
    finally:
        speaker.close()


def test_a_machine_without_sound_says_so(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import miniaudio

    def no_device(**_options: object) -> None:
        raise miniaudio.MiniaudioError("no device", -104)

    monkeypatch.setattr(miniaudio, "PlaybackDevice", no_device)
    speaker = Speaker()
    qtbot.waitUntil(lambda: speaker.problem() != "", timeout=5000)
    speaker.play(TICK, time.perf_counter_ns())
    speaker.close()
    assert "no sound device" in speaker.problem()
