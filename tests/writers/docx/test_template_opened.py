"""A Word template that acts, fetches or is too much is refused, before anything of it is used."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import docx
import pytest
from word_templates import after, repacked, template

from rapportage.bounds import MAX_TEMPLATE_PART, MAX_TEMPLATE_STYLES, MAX_TEMPLATE_UNPACKED
from rapportage.writers.docx.template.opened import TemplateError
from rapportage.writers.docx.template.read import read_template

RELS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, target: str, outside: str = "") -> dict[str, Callable[[bytes], bytes]]:
    """What lets the main part point at something more."""
    relation = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}"{outside}/>'
    return {RELS: lambda data: data.replace(b"</Relationships>", relation.encode() + b"</Relationships>")}


OUTSIDE = ' TargetMode="External"'
REFUSED: Mapping[str, tuple[dict[str, Callable[[bytes], bytes]], str]] = {
    "macros by name": ({"word/vbaProject.bin": lambda _: b"x"}, "macro's"),
    "macros by kind": (
        {TYPES: lambda data: data.replace(b"wordprocessingml.document.main+xml", b"x.macroEnabled.main+xml")},
        "macro's",
    ),
    "macros by relation": (related("vbaProject", "anders.bin"), "macro's"),
    "an object": (related("oleObject", "embeddings/oleObject1.bin"), "OLE"),
    "an ActiveX control": (related("control", "activeX/activeX1.xml"), "ActiveX"),
    "a sheet": (related("package", "embeddings/blad.xlsx"), "ingesloten bestand"),
    "another file": (related("aFChunk", "afchunk.html"), "altChunk"),
    "a linked picture": (related("image", "http://elders/logo.png", OUTSIDE), "van buiten het bestand"),
    "a linked file": (related("frame", "file:///c:/x", OUTSIDE), "van buiten het bestand"),
    "entities": (
        {"word/styles.xml": lambda data: b'<!DOCTYPE x [<!ENTITY a "b">]>' + data.split(b"?>", 1)[1]},
        "entiteiten",
    ),
    "entities in two bytes a letter": (
        {"word/styles.xml": lambda _: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16")},
        "entiteiten",
    ),
    "a bomb": ({"word/styles.xml": lambda _: b" " * (MAX_TEMPLATE_PART + 1)}, "te groot"),
    "no XML": ({"word/styles.xml": lambda _: b"<w:styles"}, "niet heel"),
    "many attributes": (
        {"word/styles.xml": lambda _: b"<x " + b" ".join(b'a%d="1"' % at for at in range(9_000)) + b"/>"},
        "te ingewikkeld",
    ),
    "many styles": (
        {"word/styles.xml": after("</w:latentStyles>", "<w:style/>" * (MAX_TEMPLATE_STYLES + 1))},
        "te veel stijlen",
    ),
    "no styles": ({RELS: lambda data: data.replace(b"/styles", b"/geen")}, "geen stijlen"),
    "Strict Open XML": (
        {"_rels/.rels": lambda data: data.replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/x")},
        "Strict Open XML",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_template_may_hold_is_refused_with_a_way_out(what: str) -> None:
    parts, said = REFUSED[what]
    with pytest.raises(TemplateError, match=said) as error:
        read_template(template(parts=parts))
    assert error.value.hint


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
    ],
)
def test_a_header_that_is_too_deep_to_look_into_is_refused(begin: str, end: str) -> None:
    def deep(made: docx.document.Document) -> None:
        made.sections[0].header.is_linked_to_previous = False

    def within(data: bytes) -> bytes:
        return re.sub(rb"<w:p\b", (begin * 101 + "<w:p/>" + end * 101).encode() + b"<w:p", data, count=1)

    with pytest.raises(TemplateError, match=r"te ingewikkeld|niet heel"):
        read_template(template(deep, parts={"word/header1.xml": within}))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{\\rtf1}", b"\xd0\xcf\x11\xe0" + b"\0" * 512])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(TemplateError):
        read_template(data)


def test_a_file_of_another_program_is_refused() -> None:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as packed:
        packed.writestr(
            TYPES, "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
        )
        packed.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(TemplateError, match="geen Word-bestand"):
        read_template(saved.getvalue())


def test_a_name_that_is_there_twice_is_refused() -> None:
    twice = io.BytesIO(template())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(twice, "a") as packed:
        packed.writestr("word/styles.xml", "<x/>")
    with pytest.raises(TemplateError):
        read_template(twice.getvalue())


def test_what_was_read_once_counts_once_however_many_papers_ask_for_it() -> None:
    own = read_template(template()).parts
    size = len(own.bytes_of("word/styles.xml"))
    for _ in range(MAX_TEMPLATE_UNPACKED // size + 1):
        assert len(own.bytes_of("word/styles.xml")) == size


@pytest.mark.parametrize("kind", ["hyperlink", "attachedTemplate"])
def test_what_every_document_has_and_nobody_takes_over_is_no_reason(kind: str) -> None:
    own = template(parts=related(kind, "file:///C:/Users/x/Normal.dotm", OUTSIDE))
    assert read_template(own).styles.named("heading 1") is not None


def test_a_template_is_read_as_a_document_is() -> None:
    kind = b"wordprocessingml.template.main+xml"
    own = template(parts={TYPES: lambda data: data.replace(b"wordprocessingml.document.main+xml", kind)})
    assert read_template(own).sheet == read_template(repacked(own, {})).sheet is not None
