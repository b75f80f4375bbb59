"""The picture of a course as a file: SVG and PDF keep it sharp at any size, PNG goes everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from qst_station.gui import theme
from qst_station.gui.course_plot import PICTURE, paint_course
from qst_station.gui.course_words import band_words
from qst_station.gui.json_lines import Json
from qst_station.gui.participant_words import kind_mark
from qst_station.gui.words import tr

SUFFIXES: Final = (".svg", ".png", ".pdf")

_HEAD, _FOOT = 54.0, 74.0
_PNG_SCALE = 2
_DOTS_PER_INCH = 96
_WRAP = Qt.TextFlag.TextWordWrap.value
_WHOLE = QRectF(0, 0, PICTURE.width(), _HEAD + PICTURE.height() + _FOOT)


def picture(course: Json, suffix: str) -> bytes:
    """The course as the bytes of a file.

    Parameters
    ----------
    suffix : {".svg", ".png", ".pdf"}

    Raises
    ------
    ValueError
        For another suffix.

    Notes
    -----
    Always dark on white, whatever theme the window wears: it will be printed.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    with theme.as_printed():
        match suffix:
            case ".svg":
                _svg(buffer, course)
            case ".png":
                _png(buffer, course)
            case ".pdf":
                _pdf(buffer, course)
            case _:
                raise ValueError(f"{suffix!r} is none of {', '.join(SUFFIXES)}")
    buffer.close()
    return bytes(data.data())


def save_picture(course: Json, path: Path) -> None:
    """Write the picture beside its place and rename it, so that the file is whole or as it was; OSError."""
    content = picture(course, path.suffix.lower())
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def _svg(buffer: QBuffer, course: Json) -> None:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(_WHOLE)
    generator.setSize(_WHOLE.size().toSize())
    generator.setResolution(_DOTS_PER_INCH)
    generator.setTitle(_title(course))
    painter = QPainter(generator)
    _paint(painter, course)
    painter.end()


def _png(buffer: QBuffer, course: Json) -> None:
    image = QImage(_WHOLE.size().toSize() * _PNG_SCALE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_PNG_SCALE, _PNG_SCALE)
    _paint(painter, course)
    painter.end()
    QImageWriter(buffer, QByteArray(b"png")).write(image)


def _pdf(buffer: QBuffer, course: Json) -> None:
    writer = QPdfWriter(buffer)
    inches = QSizeF(_WHOLE.width() / _DOTS_PER_INCH, _WHOLE.height() / _DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    writer.setTitle(_title(course))
    writer.setResolution(10 * _DOTS_PER_INCH)
    painter = QPainter(writer)
    painter.scale(10, 10)
    _paint(painter, course)
    painter.end()


def _paint(painter: QPainter, course: Json) -> None:
    painter.fillRect(_WHOLE, theme.PAPER)
    painter.setPen(theme.INK)
    painter.setFont(theme.font(22, bold=True))
    painter.drawText(QRectF(12, 8, _WHOLE.width() - 24, 34), Qt.AlignmentFlag.AlignVCenter.value, _title(course))
    paint_course(painter, PICTURE.translated(0, _HEAD), course)
    painter.setPen(theme.INK)
    painter.setFont(theme.font(13))
    foot = QRectF(12, _HEAD + PICTURE.height() + 4, _WHOLE.width() - 24, _FOOT - 8)
    painter.drawText(foot, _WRAP, f"{band_words(course)} {tr('Research output, not for diagnosis.')}")


def _title(course: Json) -> str:
    mark = kind_mark(course["kind"])
    kind = "" if not mark else "   " + tr("{kind}: not a participant", kind=mark)
    return f"{course['study']}   {course['participant_id']}   {tr('course')}{kind}"
