"""Tones as samples: made beforehand, so that nothing is computed while they sound."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.int16]

RATE_HZ = 48_000
FADE_S = 0.005
LOUDNESS = 0.5
_FULL_SCALE = 32_767

CUE_TONES: dict[str, tuple[float, float, float]] = {
    "down": (0.12, 520.0, 390.0),
    "up": (0.12, 390.0, 520.0),
    "touch": (0.08, 660.0, 660.0),
    "ready": (0.08, 440.0, 440.0),
}
"""What is heard at each cue: seconds, pitch at its begin and at its end (Hz). Apply falls, lift rises."""

ALARM_TONES = ((0.14, 1_320.0), (0.14, 880.0)) * 2 + ((0.10, 1_320.0),)
"""One burst of the alarm: seconds and pitch (Hz) of its parts. No cue lies so high, and none changes so fast."""
ALARM_REST_S = 0.12
ALARM_LOUDNESS = 0.95

RAMP_LOW_HZ = 220.0
RAMP_OCTAVES = 2.5
"""The tone of a ramp begins at the low pitch and rises by so many octaves up to the limit."""


def tone_samples(seconds: float, start_hz: float, end_hz: float, *, loudness: float = LOUDNESS) -> Samples:
    """A tone that glides evenly in pitch, with a fade at both ends so that it does not click.

    Parameters
    ----------
    seconds : float
        Length; at least twice the fade.
    start_hz, end_hz : float
        Pitch at the begin and at the end; above 0 and below half the sampling rate.
    loudness : float
        Largest value as a share of full scale, 0 to 1.

    Returns
    -------
    int16 array, shape (round(seconds * RATE_HZ),)

    Raises
    ------
    ValueError
        A length, pitch or loudness outside its range.
    """
    if seconds < 2 * FADE_S:
        raise ValueError(f"a tone of {seconds} s is shorter than its fades; at least {2 * FADE_S} s")
    if not (0.0 < start_hz < RATE_HZ / 2 and 0.0 < end_hz < RATE_HZ / 2):
        raise ValueError(f"pitch {start_hz} to {end_hz} Hz lies outside 0 to {RATE_HZ // 2} Hz")
    if not 0.0 <= loudness <= 1.0:
        raise ValueError(f"loudness is {loudness}, not 0 to 1")
    count = round(seconds * RATE_HZ)
    t_s = np.arange(count) / RATE_HZ
    octaves_per_s = np.log2(end_hz / start_hz) / seconds
    if abs(octaves_per_s) < 1e-9:
        cycles = start_hz * t_s
    else:  # the integral of start_hz * 2 ** (octaves_per_s * t)
        cycles = start_hz * (np.exp2(octaves_per_s * t_s) - 1.0) / (octaves_per_s * np.log(2.0))
    envelope = np.minimum(1.0, np.minimum(np.arange(count), np.arange(count)[::-1]) / (FADE_S * RATE_HZ))
    wave = np.sin(2 * np.pi * cycles) * np.sin(0.5 * np.pi * envelope) ** 2
    samples: Samples = np.round(loudness * _FULL_SCALE * wave).astype(np.int16)
    return samples


def cue_samples(kind: str) -> Samples:
    """The tone of a cue; KeyError where there is none of this kind."""
    seconds, start_hz, end_hz = CUE_TONES[kind]
    return tone_samples(seconds, start_hz, end_hz)


def ramp_samples(contact: float, limit: float, rate_per_s: float) -> Samples:
    """The tone of a ramp from contact to the limit: its pitch tells the load that the hand should have now."""
    highest_hz = RAMP_LOW_HZ * 2.0**RAMP_OCTAVES
    return tone_samples((limit - contact) / rate_per_s, RAMP_LOW_HZ, highest_hz, loudness=0.5 * LOUDNESS)


def alarm_samples(seconds: float) -> Samples:
    """The alarm, burst after burst, for so long."""
    parts = [tone_samples(length, hz, hz, loudness=ALARM_LOUDNESS) for length, hz in ALARM_TONES]
    burst = np.concatenate((*parts, np.zeros(round(ALARM_REST_S * RATE_HZ), np.int16)))
    count = round(seconds * RATE_HZ)
    samples: Samples = np.tile(burst, -(-count // len(burst)))[:count]
    return samples


def fade_in(samples: Samples) -> Samples:
    """The samples with a fade at their begin, where a tone is joined in its middle."""
    slope = np.ones(len(samples))
    count = min(len(samples), round(FADE_S * RATE_HZ))
    slope[:count] = np.arange(count) / (FADE_S * RATE_HZ)
    return (samples * slope).astype(np.int16)


def fade_out(samples: Samples) -> Samples:
    """The samples with a fade at their begin and silence after it, where a tone is cut."""
    slope = np.maximum(0.0, 1.0 - np.arange(len(samples)) / (FADE_S * RATE_HZ))
    return (samples * slope).astype(np.int16)
