"""How long the monkey plays and with which seed; known without Qt, so that the head of a report can say it."""

from __future__ import annotations

import os
from random import SystemRandom

SECONDS = float(os.environ.get("QST_MONKEY_S", "20"))
SEED = int(os.environ.get("QST_MONKEY_SEED", "0")) or (
    652_807 if "QST_MONKEY_S" not in os.environ else SystemRandom().randrange(1, 1_000_000)
)
"""`make test` asks of every commit the same; `make soak`, which says how long, searches where nobody has been."""
os.environ["QST_MONKEY_SEED"] = str(SEED)  # what is drawn here is the same for every worker
