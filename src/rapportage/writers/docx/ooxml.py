"""The fields, footnotes and bookmarks that python-docx lacks.

Everything here is plain WordprocessingML: small elements in the order of the schema (ISO/IEC
29500-1), with nothing of a document, a house style or a clock in it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, TypeAlias, cast

from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.oxml.parser import oxml_parser
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.parfmt import CT_PPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package

from rapportage.characters import NO_BREAK_HYPHEN

Element: TypeAlias = BaseOxmlElement
Value: TypeAlias = str | int

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "herkomst": "urn:rapportage:herkomst:1",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""
_LEVEL = 5
"""How hard members are packed; the next level takes twice as long over drawings, for one part in fifty."""


# --- elements --------------------------------------------------------------------------------


def el(tag: str, *children: Element | str | None, **attributes: Value | None) -> Element:
    """An element such as `w:p`; children and attributes that are None are left out.

    An attribute of a `w:` element gets the prefix `w:` too; elsewhere it has none. `r_id` stands
    for `r:id`, and a closing underscore is dropped (`type_`).
    """
    return _element(tag, (), children, attributes)


def root(
    tag: str, *children: Element | None, spaces: Iterable[str] = (), **attributes: Value | None
) -> Element:
    """The outermost element of a part, which declares the prefixes `spaces` once for all within."""
    return _element(tag, spaces, children, attributes)


def _element(
    tag: str,
    spaces: Iterable[str],
    children: Iterable[Element | str | None],
    attributes: Mapping[str, Value | None],
) -> Element:
    prefix, name = tag.split(":")
    named = {_attribute(prefix, key): str(value) for key, value in attributes.items() if value is not None}
    prefixes = dict.fromkeys((prefix, *spaces, *(space for space, _ in named if space not in ("", "xml"))))
    declared = {space: NAMESPACES[space] for space in prefixes}
    element = cast(Element, oxml_parser.makeelement(f"{{{NAMESPACES[prefix]}}}{name}", nsmap=declared))
    for (space, key), value in named.items():
        element.set(f"{{{NAMESPACES[space]}}}{key}" if space else key, value)
    for child in children:
        if isinstance(child, str):
            element.text = child
        elif child is not None:
            element.append(child)
    return element


def _attribute(prefix: str, key: str) -> tuple[str, str]:
    space, _, name = key.rstrip("_").partition("_")
    if name and space in NAMESPACES:
        return space, name
    return ("w" if prefix == "w" else ""), key.rstrip("_")


def on(tag: str, wanted: bool = True) -> Element | None:
    """A switch such as `w:keepNext`, or nothing where it is not wanted."""
    return el(tag) if wanted else None


# --- paragraphs and runs ---------------------------------------------------------------------


def paragraph(
    style: str,
    *content: Element,
    keep_next: bool = False,
    page_break: bool = False,
    numbering: tuple[int, int] | None = None,
    indent: tuple[int, int] | None = None,
) -> Element:
    """A paragraph in a style; `numbering` is (level, number id), `indent` (left, hanging)."""
    properties = el(
        "w:pPr",
        el("w:pStyle", val=style),
        on("w:keepNext", keep_next),
        on("w:pageBreakBefore", page_break),
        _numbering(numbering),
        None if indent is None else el("w:ind", left=indent[0], hanging=indent[1]),
    )
    return el("w:p", properties, *content)


def _numbering(numbering: tuple[int, int] | None) -> Element | None:
    if numbering is None:
        return None
    level, number = numbering
    return el("w:numPr", el("w:ilvl", val=level), el("w:numId", val=number))


def properties_of(element: object) -> CT_PPr:
    """The properties of an element that is a paragraph."""
    return cast(CT_P, element).get_or_add_pPr()


def run(*content: Element, properties: Element | None = None) -> Element:
    """A run of this content."""
    return el("w:r", properties, *content)


_ELEMENTS = {"\t": "w:tab", NO_BREAK_HYPHEN: "w:noBreakHyphen", "\N{SOFT HYPHEN}": "w:softHyphen"}
_OWN_ELEMENT = re.compile(f"([{''.join(_ELEMENTS)}])")


def text(words: str) -> list[Element]:
    """Literal characters as `w:t`, with tabs and Word's own hyphens as elements of their own."""
    parts: list[Element] = []
    for part in _OWN_ELEMENT.split(words):
        if part in _ELEMENTS:
            parts.append(el(_ELEMENTS[part]))
        elif part:
            parts.append(el("w:t", part, xml_space="preserve" if _has_outer_space(part) else None))
    return parts


def _has_outer_space(words: str) -> bool:
    return words != words.strip() or "  " in words or "\n" in words


def character_style(style: str) -> Element:
    """Run properties that hold a character style and nothing else."""
    return el("w:rPr", el("w:rStyle", val=style))


# --- fields, bookmarks and links -------------------------------------------------------------


def field_start(instruction: str) -> list[Element]:
    """The runs that open a field; its result follows."""
    return [
        run(el("w:fldChar", fldCharType="begin")),
        run(el("w:instrText", f" {instruction} ", xml_space="preserve")),
        run(el("w:fldChar", fldCharType="separate")),
    ]


def field_end() -> Element:
    """The run that closes a field."""
    return run(el("w:fldChar", fldCharType="end"))


def field(instruction: str, shown: str, properties: Element | None = None) -> list[Element]:
    """A field with the result that Word shows until it is asked to count again.

    Every run has the properties: some readers take a field's look from where it begins.
    """
    runs = [*field_start(instruction), run(*text(shown)), field_end()]
    if properties is not None:
        for one in runs:
            one.insert(0, deepcopy(properties))
    return runs


def bookmark(name: str, content: Iterable[Element]) -> list[Element]:
    """Content between the marks of a bookmark; `number_bookmarks` gives the marks their ids."""
    return [el("w:bookmarkStart", id="", name=name), *content, el("w:bookmarkEnd", id="")]


def number_bookmarks(body: Element, used: set[str]) -> None:
    """Number the bookmarks in `body` in their order, and drop those that nothing points at."""
    start, end = f"{{{NAMESPACES['w']}}}bookmarkStart", f"{{{NAMESPACES['w']}}}bookmarkEnd"
    key, named = f"{{{NAMESPACES['w']}}}id", f"{{{NAMESPACES['w']}}}name"
    open_marks: list[str | None] = []
    number = 0
    for mark in list(body.iter(start, end)):
        if mark.tag == start:
            kept = mark.get(named) in used
            open_marks.append(str(number) if kept else None)
            number += kept
            identity = open_marks[-1]
        else:
            identity = open_marks.pop()
        if identity is None:
            cast(Element, mark.getparent()).remove(mark)
        else:
            mark.set(key, identity)


def link_to(anchor: str, *content: Element, tip: str | None = None) -> Element:
    """A link to a bookmark in the same document; the tip says where it leads."""
    return el("w:hyperlink", *content, anchor=anchor, tooltip=tip, history=1)


# --- the package -----------------------------------------------------------------------------


def packed(package: Package) -> bytes:
    """The package as a zip file with its members in a fixed order and without a clock.

    The content types come first and the package's relationships second, where readers that
    stream expect them. The library's own way to save asks the clock, and fails where that is before 1980.
    """
    members: Any = _Members()
    parts: Any = package.parts
    writer: Any = PackageWriter
    for part in parts:
        part.before_marshal()
    writer._write_content_types_stream(members, parts)
    writer._write_pkg_rels(members, package.rels)
    writer._write_parts(members, parts)
    return zipped(members.blobs)


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """The members of a package, by their names, as a zip file."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as new:
        for name in sorted(members, key=_package_order):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            new.writestr(member, members[name], compresslevel=_LEVEL)
    return result.getvalue()


class _Members:
    """What the library writes into a package, by the names of its members."""

    def __init__(self) -> None:
        self.blobs: dict[str, bytes | str] = {}

    def write(self, uri: PackURI, blob: bytes | str) -> None:
        self.blobs[uri.membername] = blob


def _package_order(name: str) -> tuple[int, str]:
    first = ("[Content_Types].xml", "_rels/.rels")
    return (first.index(name) if name in first else len(first)), name
