"""A certificate as a PDF for people; the same certificate gives the same bytes."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from qst_station.calibrating.certificate_file import Certificate
from qst_station.calibrating.certificate_layout import Block, Grid, Pairs, sections, signature_block

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, Paragraph, Table

REGULAR, BOLD = "QSTStation", "QSTStation-Bold"
_FONTS = {REGULAR: "DejaVuSansCondensed.ttf", BOLD: "DejaVuSansCondensed-Bold.ttf"}
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})

# Millimetres and points.
_SIDE_MM, _TOP_MM, _BOTTOM_MM = 18.0, 24.0, 22.0
_LABEL_MM = 42.0
_FRAME_PADDING = 6.0  # of a reportlab frame, which the lines above and below it follow
_BODY, _SMALL = 8.2, 7.2
_INK, _GREY, _LINE, _SHADE = "#1b2430", "#5b6673", "#c3cad2", "#eef1f4"
_ON_PRINTING = (
    "Numbers are printed to seven digits; force traces and all digits are in the JSON document of this number. A "
    "character printed as U+ and a number is one that these pages cannot show."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What stands on every page."""

    number: str
    title: str
    statement: str
    scope: str
    total: int


def certificate_pdf(certificate: Certificate) -> bytes:
    """The pages of a certificate, with the number, the page and the number of pages on each.

    Characters that the font does not have, and scripts that run from right to left, are printed as their Unicode
    numbers: a name that is set wrongly would still look like a name.
    """
    _register_fonts()
    _, total = _built(certificate, total=0)
    pages, _ = _built(certificate, total=total)
    return pages


def _built(certificate: Certificate, *, total: int) -> tuple[bytes, int]:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    document = certificate.content["document"]
    page = _Page(
        number=certificate.number,
        title=str(document["title"]),
        statement=_sentence(str(document["statement"])),
        scope=str(certificate.content.get("scope_statement", "")),
        total=total,
    )
    file = io.BytesIO()
    template = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=_SIDE_MM * mm,
        rightMargin=_SIDE_MM * mm,
        topMargin=_TOP_MM * mm,
        bottomMargin=_BOTTOM_MM * mm,
        title=f"{page.title} {page.number}",
        author=str(certificate.content["person"]["name"]),
        subject=page.statement,
        creator="QST Station",
        # No time of writing in the file: the same certificate gives the same bytes.
        invariant=1,
    )

    def frame(canvas: Canvas, _template: object) -> None:
        _draw_frame(canvas, page)

    width = template.width - 2 * _FRAME_PADDING
    template.build(_story(certificate, page, width), onFirstPage=frame, onLaterPages=frame)
    return file.getvalue(), template.page


def _story(certificate: Certificate, page: _Page, width: float) -> list[Flowable]:
    from reportlab.platypus import CondPageBreak, KeepTogether, Spacer

    story: list[Flowable] = [
        _paragraph(page.title, size=15, bold=True),
        Spacer(1, 3),
        _paragraph(f"Certificate {page.number}", size=11, bold=True),
        Spacer(1, 2),
        _paragraph(page.statement, size=9, colour=_GREY),
        Spacer(1, 6),
    ]
    for section in sections(certificate):
        story += [CondPageBreak(60), _heading(section.title)]
        for block in section.blocks:
            if isinstance(block, Grid) and block.name:
                story.append(_paragraph(_sentence(block.name), bold=True, space_before=3, space_after=2))
            story += [_set(block, width), Spacer(1, 5)]
    end_mark = str(certificate.content["document"].get("end_mark", f"End of certificate {page.number}"))
    story.append(
        KeepTogether(
            [
                _heading("Signature"),
                _set(signature_block(certificate), width),
                Spacer(1, 6),
                _paragraph(page.scope, size=_SMALL, colour=_GREY),
                _paragraph(_ON_PRINTING, size=_SMALL, colour=_GREY),
                Spacer(1, 8),
                _paragraph(end_mark, size=_BODY, bold=True, centred=True),
            ]
        )
    )
    return story


def _draw_frame(canvas: Canvas, page: _Page) -> None:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm

    width, height = A4
    left, right = _SIDE_MM * mm + _FRAME_PADDING, width - _SIDE_MM * mm - _FRAME_PADDING
    canvas.saveState()
    canvas.setStrokeColor(HexColor(_LINE))
    canvas.setFillColor(HexColor(_GREY))
    canvas.setFont(REGULAR, _SMALL)
    canvas.drawString(left, height - 14 * mm, printable(page.title))
    canvas.drawRightString(right, height - 14 * mm, printable(f"Certificate {page.number}"))
    canvas.line(left, height - 16 * mm, right, height - 16 * mm)
    canvas.line(left, 16 * mm, right, 16 * mm)
    canvas.drawString(left, 11.5 * mm, printable(page.statement))
    canvas.drawRightString(right, 11.5 * mm, f"{page.number} · page {canvas.getPageNumber()} of {page.total}")
    canvas.restoreState()


def _set(block: Block, width: float) -> Table:
    match block:
        case Pairs():
            return _set_pairs(block, width)
        case Grid():
            return _set_grid(block, width)


def _set_pairs(block: Pairs, width: float) -> Table:
    from reportlab.lib.units import mm
    from reportlab.platypus import Table, TableStyle

    rows = [[_paragraph(name, colour=_GREY), _paragraph(value)] for name, value in block.rows]
    table = Table(rows, colWidths=[_LABEL_MM * mm, width - _LABEL_MM * mm], hAlign="LEFT")
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(1.4)]))
    return table


def _set_grid(block: Grid, width: float) -> Table:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Table, TableStyle

    size = _BODY if len(block.head) <= 7 else _SMALL if len(block.head) <= 10 else 6.0
    head = [_paragraph(name, size=size, bold=True) for name in block.head]
    rows = [[_paragraph(value, size=size) for value in row] for row in block.rows]
    table = Table([head, *rows], colWidths=_column_widths(block, width, size), repeatRows=1, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor(_SHADE)),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(_LINE)),
                *_padding(2.2),
            ]
        )
    )
    return table


def _column_widths(block: Grid, width: float, size: float) -> list[float]:
    """Room by need; where there is not enough, the widest columns give way and wrap."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    gap = 9.0
    needs = [
        max(stringWidth(printable(cell), BOLD, size) for cell in column) + gap
        for column in zip(block.head, *block.rows, strict=True)
    ]
    limit = max(needs)
    while sum(min(need, limit) for need in needs) > width:
        limit *= 0.97
    fitted = [min(need, limit) for need in needs]
    spare = (width - sum(fitted)) / len(fitted)
    return [one + spare for one in fitted]


def _padding(points: float) -> list[tuple[str, tuple[int, int], tuple[int, int], float]]:
    sides = (("TOPPADDING", points), ("BOTTOMPADDING", points), ("LEFTPADDING", 3.0), ("RIGHTPADDING", 3.0))
    return [(side, (0, 0), (-1, -1), room) for side, room in sides]


def _heading(title: str) -> Paragraph:
    return _paragraph(_sentence(title), size=10.5, bold=True, space_before=7, space_after=3)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraph(
    text: str,
    *,
    size: float = _BODY,
    bold: bool = False,
    colour: str = _INK,
    centred: bool = False,
    space_before: float = 0.0,
    space_after: float = 0.0,
) -> Paragraph:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.enums import TA_CENTER, TA_LEFT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "text",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * 1.32,
        textColor=HexColor(colour),
        alignment=TA_CENTER if centred else TA_LEFT,
        spaceBefore=space_before,
        spaceAfter=space_after,
        # A hash has no space to break at.
        splitLongWords=1,
    )
    return Paragraph(escape(printable(text), quote=False), style)


def printable(text: str) -> str:
    """The text with `U+` and a number for every character that cannot be set as it is."""
    from reportlab.pdfbase.pdfmetrics import getFont
    from reportlab.pdfbase.ttfonts import TTFont

    _register_fonts()
    font = getFont(REGULAR)
    assert isinstance(font, TTFont)
    glyphs = font.face.charToGlyph
    return "".join(c if _is_printable(c, glyphs) else f"[U+{ord(c):04X}]" for c in text)


def _is_printable(character: str, glyphs: dict[int, int]) -> bool:
    if character in "\n\t ":
        return True
    return (
        ord(character) in glyphs
        and unicodedata.category(character)[0] != "C"
        and unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT
    )


def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    known: Sequence[str] = getRegisteredFontNames()
    for name, file in _FONTS.items():
        if name not in known:
            with as_file(files("qst_station.calibrating.fonts") / file) as path:
                registerFont(TTFont(name, path))
