"""A process that speaks the engine's lines, and can be told to misbehave: `python fake_engine.py MODE`.

Modes: `good`; `garbage` (a broken line before every answer); `die` (at the third ask); `mute` (answers nothing).
"""

from __future__ import annotations

import json
import os
import sys
import time

STATUS = {"view": None, "devices": [], "findings": [], "saved": None, "trace": None, "sealing": None}


def main(mode: str) -> None:
    """Answer until the pipe closes."""
    for number, line in enumerate(sys.stdin, 1):
        ask = json.loads(line)
        if mode == "die" and number >= 3:
            sys.stderr.write("disk is gone\n")
            sys.stderr.flush()
            os._exit(9)
        if mode == "mute" or ask["ask"] == "quit":
            continue
        if mode == "garbage":
            sys.stdout.write('{"id": 1, "view": nul\n')
        now_ns = time.perf_counter_ns()
        answer = {"id": ask["id"], "ok": True, "asked": ask, **STATUS, "now_ns": now_ns, "clock_ns": now_ns}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
