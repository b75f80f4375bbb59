"""Tones do not click, do not clip and have the pitch they should."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.gui.tone import (
    CUE_TONES,
    FADE_S,
    RATE_HZ,
    cue_samples,
    fade_in,
    fade_out,
    ramp_samples,
    tone_samples,
)

FULL_SCALE = 32_767
pitches = st.floats(50.0, 4000.0)
lengths = st.floats(2 * FADE_S, 1.0)


def steepest(hz: float, loudness: float) -> float:
    """The largest step between two samples of a tone with its fades, by the slope of sine and envelope."""
    return loudness * FULL_SCALE * (2 * np.pi * hz + np.pi / (2 * FADE_S)) / RATE_HZ + 1.0


@given(seconds=lengths, start_hz=pitches, end_hz=pitches, loudness=st.floats(0.0, 1.0))
def test_a_tone_is_bounded_and_never_jumps(
    seconds: float, start_hz: float, end_hz: float, loudness: float
) -> None:
    tone = tone_samples(seconds, start_hz, end_hz, loudness=loudness).astype(np.int64)
    assert len(tone) == round(seconds * RATE_HZ)
    assert np.abs(tone).max() <= round(loudness * FULL_SCALE)
    assert tone[0] == tone[-1] == 0
    assert np.abs(np.diff(tone)).max() <= steepest(max(start_hz, end_hz), loudness)


@given(start_hz=st.floats(200.0, 2000.0), octaves=st.floats(0.1, 1.5), down=st.booleans())
def test_the_pitch_glides_without_a_break_in_phase(start_hz: float, octaves: float, down: bool) -> None:
    octaves = -octaves if down else octaves
    tone = tone_samples(1.0, start_hz, start_hz * 2**octaves)
    rises = np.flatnonzero((tone[:-1] < 0) & (tone[1:] >= 0)) / RATE_HZ
    inside = rises[(rises > 0.05) & (rises < 0.95)]
    cycles = start_hz * (2 ** (octaves * inside) - 1) / (octaves * np.log(2))
    whole = np.round(cycles)
    assert np.all(np.diff(whole) == 1)
    assert np.abs(cycles - whole).max() <= 2 * start_hz * 2 ** max(octaves, 0.0) / RATE_HZ


@given(samples=st.lists(st.integers(-FULL_SCALE, FULL_SCALE), max_size=1000))
def test_fades_begin_or_end_in_silence(samples: list[int]) -> None:
    tone = np.array(samples, np.int16)
    into, out = fade_in(tone), fade_out(tone)
    fade = round(FADE_S * RATE_HZ)
    assert len(into) == len(out) == len(tone)
    assert np.array_equal(into[fade:], tone[fade:])
    assert not out[fade:].any()
    assert not into[:1].any()
    assert np.array_equal(out[:1], tone[:1])


def test_every_cue_has_a_tone_of_its_own() -> None:
    tones = [cue_samples(kind).tobytes() for kind in CUE_TONES]
    assert len(set(tones)) == len(tones)
    assert min(len(cue_samples(kind)) for kind in CUE_TONES) > 0


def test_the_ramp_sounds_from_contact_to_the_limit() -> None:
    tone = ramp_samples(10.0, 1000.0, 50.0)
    assert len(tone) == round(990.0 / 50.0 * RATE_HZ)


@pytest.mark.parametrize(
    ("seconds", "hz", "loudness"), [(0.001, 440.0, 0.5), (1.0, 0.0, 0.5), (1.0, 24_000.0, 0.5), (1.0, 440.0, 1.1)]
)
def test_what_is_no_tone_is_refused(seconds: float, hz: float, loudness: float) -> None:
    with pytest.raises(ValueError, match=r"tone|pitch|loudness"):
        tone_samples(seconds, hz, hz, loudness=loudness)
