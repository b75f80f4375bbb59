"""How the columns of a table share its width."""

from __future__ import annotations

from collections.abc import Sequence


def column_widths(wanted: Sequence[tuple[int, int]], room: int, stretch: int) -> list[int]:
    """Widths for columns that want from the width of their longest word to that of their longest text.

    Every column gets at least its longest word, also where that is more than there is room. What is left goes
    first to the columns that want little more, so that few long texts take several lines and no short ones do;
    what nobody wants goes to the column `stretch`.
    """
    widths = [least for least, _ in wanted]
    left = room - sum(widths)
    if not wanted or left <= 0:
        return widths
    by_want = sorted(range(len(wanted)), key=lambda column: wanted[column][1] - wanted[column][0])
    for number, column in enumerate(by_want):
        least, most = wanted[column]
        given = min(most - least, left // (len(wanted) - number))
        widths[column] += given
        left -= given
    widths[stretch % len(widths)] += left
    return widths
