"""A fault script on the command line that cannot be used: one line with what was found and what is allowed."""

from __future__ import annotations

import pytest

from qst_station.cli.main import main


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["mark10", "--fault", "explode@2s"], ["'explode@2s'", "NAME@TIME[:DURATION]", "unplug"]),
        (["mark10", "--fault", "busy@2s", "--transport", "tcp"], ["'busy'", "'pty'"]),
        (["lutron", "--fault", "error@2s"], ["'error'", "no error reply"]),
        (["button", "--fault", "stuck@2s"], ["'stuck'", "gauge or balance"]),
    ],
)
def test_a_fault_that_cannot_be_is_refused_in_one_line(
    arguments: list[str], says: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["simulate", *arguments])
    captured = capsys.readouterr()
    assert code != 0 and captured.out == ""
    (line,) = captured.err.splitlines()
    assert all(part in line for part in says), line
