"""Reasons that are offered to skip, repeat, count or reorder a step, or to end the visit. Recorded in English."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SKIP_REASONS = (
    QT_TRANSLATE_NOOP("", "not tolerated"),
    QT_TRANSLATE_NOOP("", "refused"),
    QT_TRANSLATE_NOOP("", "no time"),
    QT_TRANSLATE_NOOP("", "device not available"),
    QT_TRANSLATE_NOOP("", "wound or dressing"),
    QT_TRANSLATE_NOOP("", "not due"),
)
SKIPPED_BEFORE = QT_TRANSLATE_NOOP("", "skipped before")
AGAIN_REASONS = (
    QT_TRANSLATE_NOOP("", "interrupted"),
    QT_TRANSLATE_NOOP("", "participant did not understand"),
    QT_TRANSLATE_NOOP("", "wrong area"),
    QT_TRANSLATE_NOOP("", "device failed"),
)
ORDER_REASONS = (
    QT_TRANSLATE_NOOP("", "pain of the participant"),
    QT_TRANSLATE_NOOP("", "device not ready"),
    QT_TRANSLATE_NOOP("", "positioning"),
)
END_REASONS = (
    QT_TRANSLATE_NOOP("", "participant stopped"),
    QT_TRANSLATE_NOOP("", "no time"),
    QT_TRANSLATE_NOOP("", "device failed"),
)
COUNT_REASONS = (
    QT_TRANSLATE_NOOP("", "the later attempt was disturbed"),
    QT_TRANSLATE_NOOP("", "the later attempt was at a wrong place"),
    QT_TRANSLATE_NOOP("", "repeated by mistake"),
)
