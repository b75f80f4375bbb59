"""The last readings of a balance."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from drivers.conversation import Stamped
from drivers.messages import Reading, one_by_one
from qst_station.acquisition.indication import KEPT, Indication, weights


class Weighings:
    """Keeps what a balance showed.

    Attributes
    ----------
    mass : Reading or None
        The last value; it stays where the balance shows none.
    """

    def __init__(self) -> None:
        self.mass: Reading | None = None
        self._shown: deque[Indication] = deque(maxlen=KEPT)

    def take(self, stamped: Sequence[Stamped], first: int) -> int:
        """Keep the readings among messages, the first under the index `first`; how many there were."""
        weighed = weights(stamped, first)
        self._shown.extend(weighed)
        for message in one_by_one(one.message for one in stamped):
            if isinstance(message, Reading):
                self.mass = message
        return len(weighed)

    def since(self, first: int) -> list[Indication]:
        """What was shown from the index `first` on, as far as it is kept."""
        return [shown for shown in self._shown if shown.index >= first]

    @property
    def stable(self) -> bool | None:
        """Whether the last reading had settled; None where the balance does not say, or has shown nothing."""
        return self._shown[-1].stable if self._shown else None
