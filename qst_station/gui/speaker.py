"""The loudspeaker: tones that begin at given moments, mixed in the thread of the sound library.

The library asks for sound ahead of time. The moments of its requests tell when a sample will be heard, up to a
delay that is the same for all: the distance of two tones is exact even where each of them comes late.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from qst_station.gui.tone import RATE_HZ, Samples, fade_in, fade_out

if TYPE_CHECKING:
    import miniaudio

PERIOD_MS = 40
PERIODS = 3
_WINDOW = 64
"""Requests over which the least delayed is looked for."""
_DRY_NS = PERIODS * PERIOD_MS * 1_000_000
LOST_S = 2.0
CLOSE_S = 2.0


class SoundClock:
    """When each sample is heard, from the moments at which samples were asked for.

    A request is late where the computer is busy and never early, so the least delayed of the last requests counts.
    """

    def __init__(self) -> None:
        self._offsets: deque[int] = deque(maxlen=_WINDOW)

    def asked(self, t_ns: int, sample: int) -> None:
        """Samples from number ``sample`` on were asked for at ``t_ns``."""
        offset = t_ns - sample * 1_000_000_000 // RATE_HZ
        if self._offsets and offset - min(self._offsets) > _DRY_NS:
            self._offsets.clear()  # the device ran dry, and all that follows is heard later
        self._offsets.append(offset)

    def time_ns(self, sample: int) -> int:
        """When a sample is heard: a request comes while one period less than all is still waiting."""
        return min(self._offsets) + sample * 1_000_000_000 // RATE_HZ + (PERIODS - 1) * PERIOD_MS * 1_000_000

    def sample(self, t_ns: int) -> int:
        """The number of the sample that is heard at a moment."""
        return round((t_ns - self.time_ns(0)) * RATE_HZ / 1e9)


@dataclass(slots=True, eq=False)
class Voice:
    """A tone that was ordered.

    Attributes
    ----------
    due_ns : int
        When it should begin to be heard.
    heard_ns : int or None
        When it begins to be heard; None until its first samples were asked for.
    cut : bool
        Set to end it early.
    """

    samples: Samples
    due_ns: int
    first: int = 0
    heard_ns: int | None = None
    cut: bool = False


class Mixer:
    """Adds voices into one stream of samples. `add` is for any thread, `mixed` for that of the device."""

    def __init__(self) -> None:
        self.clock = SoundClock()
        self._ordered: deque[Voice] = deque()
        self._voices: list[Voice] = []
        self._next = 0

    def add(self, voice: Voice) -> None:
        """Let a voice be heard; one whose moment has passed joins in where it should be by then."""
        self._ordered.append(voice)

    def mixed(self, count: int, t_ns: int) -> Samples:
        """The next ``count`` samples, asked for at ``t_ns``."""
        self.clock.asked(t_ns, self._next)
        while self._ordered:
            self._voices.append(self._ordered.popleft())
        total = np.zeros(count, np.int32)
        for voice in self._voices:
            self._add_part(voice, total)
        self._next += count
        self._voices = [voice for voice in self._voices if not self._over(voice)]
        return np.clip(total, -32_768, 32_767).astype(np.int16)

    def _add_part(self, voice: Voice, total: npt.NDArray[np.int32]) -> None:
        begins = voice.heard_ns is None
        if begins:
            voice.first = self.clock.sample(voice.due_ns)
        if voice.first >= self._next + len(total) or (begins and voice.cut):
            return
        at = max(0, voice.first - self._next)
        part = voice.samples[max(0, self._next - voice.first) :][: len(total) - at]
        if begins and len(part):
            voice.heard_ns = self.clock.time_ns(self._next + at)
            part = part if voice.first >= self._next else fade_in(part)
        elif voice.cut:
            part = fade_out(part)
        total[at : at + len(part)] += part

    def _over(self, voice: Voice) -> bool:
        return voice.cut or voice.first + len(voice.samples) <= self._next


class Speaker:
    """The sound device of this computer, opened in the background: a machine without one loses nothing but sound.

    Parameters
    ----------
    simulated : bool
        Play into nothing, in real time.
    """

    def __init__(self, *, simulated: bool = False) -> None:
        self.mixer = Mixer()
        self._simulated = simulated
        self._failure = ""
        self._device: miniaudio.PlaybackDevice | None = None
        self._last_asked_s = 0.0
        self._opening = threading.Thread(target=self._open, name="sound", daemon=True)
        self._opening.start()

    @property
    def ready(self) -> bool:
        """Whether the device has asked for sound."""
        return self._last_asked_s > 0.0

    def problem(self) -> str:
        """Why nothing is heard; empty while it is, or while the device is being opened."""
        if self._failure:
            return self._failure
        if self.ready and time.monotonic() - self._last_asked_s > LOST_S:
            return "the sound device takes no more sound"
        return ""

    def play(self, samples: Samples, due_ns: int) -> Voice:
        """Let a tone begin at a moment of the clock `time.perf_counter_ns`."""
        voice = Voice(samples=samples, due_ns=due_ns)
        if self.ready:
            self.mixer.add(voice)
        return voice

    def close(self) -> None:
        """Let go of the device."""
        self._opening.join(timeout=CLOSE_S)
        if self._device is not None:
            self._device.close()

    def _open(self) -> None:
        # Loaded here because a library without its system parts fails on import.
        try:
            import miniaudio
        except (ImportError, OSError) as fault:
            self._failure = f"the sound library cannot be loaded ({fault})"
            return
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE_HZ,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=[miniaudio.Backend.NULL] if self._simulated else None,
                app_name="QST Station",
            )
            if self._device.backend == "Null" and not self._simulated:
                self._failure = "there is no sound device"
                return
            stream = self._stream()
            next(stream)
            self._device.start(stream)
        except miniaudio.MiniaudioError as fault:
            why = ", ".join(str(part) for part in fault.args)  # words and a number
            self._failure = f"no sound device can be opened ({why})"

    def _stream(self) -> Generator[Samples, int, None]:
        count = yield np.empty(0, np.int16)
        while True:
            self._last_asked_s = time.monotonic()
            count = yield self.mixer.mixed(count, time.perf_counter_ns())
