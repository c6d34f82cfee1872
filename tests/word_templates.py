"""Word templates that tests make, with what they say of styles, pages, headers and footers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence

import docx
from documents import IMAGES
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt, RGBColor

HOUSE = "C8102E"
"""The colour of the headings: a red that is clear enough on white."""


def template(
    change: Callable[[docx.document.Document], object] | None = None,
    parts: Mapping[str, Callable[[bytes], bytes]] | None = None,
) -> bytes:
    """A template of an organisation's own, changed as a whole, and then in its parts, by their names."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin, section.bottom_margin = Mm(35), Mm(25)
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Verdana", Pt(10)
    heading = made.styles["Heading 1"]
    heading.font.color.rgb, heading.font.size = RGBColor.from_string(HOUSE), Pt(17)
    if change is not None:
        change(made)
    saved = io.BytesIO()
    made.save(saved)
    return repacked(saved.getvalue(), parts or {})


def repacked(data: bytes, parts: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The package with some of its parts changed; one that is not there yet is made of nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    for name, change in parts.items():
        files[name] = change(files.get(name, b""))
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return saved.getvalue()


def after(old: str, new: str) -> Callable[[bytes], bytes]:
    """Puts text into a part behind the first place where this stands."""
    return lambda data: re.sub(re.escape(old.encode()), lambda found: found[0] + new.encode(), data, count=1)


def in_header(made: docx.document.Document, inside: str) -> None:
    """Let the header of the first section hold these runs, as the XML of Word's own."""
    fill(made.sections[0].header, inside)


def in_footer(made: docx.document.Document, inside: str) -> None:
    """The same of the footer."""
    fill(made.sections[0].footer, inside)


def fill(running: object, inside: str) -> None:
    """Let a header or footer hold these runs, as the XML of Word's own."""
    element = running._element  # type: ignore[attr-defined]
    for one in list(element):
        element.remove(one)
    element.append(parse_xml(f"<w:p {nsdecls('w', 'r')}>{inside}</w:p>"))


def field(instruction: str, shown: str) -> str:
    """A field with what it shows."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    result = f"<w:r><w:t>{shown}</w:t></w:r>"
    return mark.format("begin") + code + mark.format("separate") + result + mark.format("end")


def words(text: str) -> str:
    """A run with these words."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(properties: str, text: str) -> str:
    """A content control with these properties around some words."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{words(text)}</w:sdtContent></w:sdt>"


def with_letterhead() -> bytes:
    """A template with words and a picture above its pages."""

    def change(made: docx.document.Document) -> None:
        picture = next(one.data for one in IMAGES.values() if one.media_type == "image/png")
        header = made.sections[0].header.paragraphs[0]
        header.text = "Gemeente Kleinstad"
        header.add_run().add_picture(io.BytesIO(picture), height=Mm(8))

    return template(change)


def with_lines(lines: Sequence[str]) -> bytes:
    """A template with the page of the house style, and these lines above its pages or, behind 'voet: ', below.

    A line 'plaatje' is a picture.
    """

    def change(made: docx.document.Document) -> None:
        section = made.sections[0]
        for name in ("Heading 2", "Heading 3", "Heading 4", "Subtitle", "Caption"):
            made.styles[name].font.color.rgb = RGBColor.from_string(HOUSE)  # Word's own is too light
        section.left_margin, section.right_margin = Mm(22.5), Mm(60.5)
        section.top_margin = section.bottom_margin = Mm(18)
        for line in lines:
            below, words = line.startswith("voet: "), line.removeprefix("voet: ")
            running = section.footer if below else section.header
            if words == "plaatje":
                picture = next(one.data for one in IMAGES.values() if one.media_type == "image/png")
                running.add_paragraph().add_run().add_picture(io.BytesIO(picture), height=Mm(8))
            else:
                running.add_paragraph(words)

    return template(change)


def floating(text: str, height: int = 90_000) -> str:
    """A shape with words in it, at the top of the page, so many English Metric Units high."""
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="3" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>100000</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:align>top</wp:align></wp:positionV><wp:extent cx="900000" cy="{height}"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="Vlak"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="90000"/></a:xfrm><a:prstGeom prst="rect">'
        '<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="C8102E"/></a:solidFill></wps:spPr><wps:txbx>'
        f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
