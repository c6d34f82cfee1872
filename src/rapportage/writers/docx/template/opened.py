"""Open a Word template as far as a paper takes something of it, and refuse what acts or fetches.

Nothing of it is trusted: how much it may be is bounded before it is unpacked, and no part is read that
declares entities. What stands in its own text is left alone.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import element_class_lookup
from lxml import etree

from rapportage.bounds import MAX_TEMPLATE_MEMBERS, MAX_TEMPLATE_PART, MAX_TEMPLATE_UNPACKED
from rapportage.writers.docx.ooxml import Element

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MOST_SIGNS = 5_000
"""So many = in one element are no attributes that a program wrote."""
_SAVE_AGAIN = "open het in Word en bewaar het als Word-sjabloon (*.dotx)"
_WITHOUT_MACROS = "bewaar het in Word als Word-sjabloon zonder macro's (*.dotx)"
_NO_OBJECT = "haal het uit het sjabloon, of maak er een plaatje van"
_HARMLESS_OUTSIDE = ("hyperlink", "attachedTemplate")
"""What leads outside and is not taken over: where a link goes, and of which template a document was made."""
_REFUSED = {
    "vbaProject": ("bevat macro's", _WITHOUT_MACROS),
    "wordVbaData": ("bevat macro's", _WITHOUT_MACROS),
    "keyMapCustomizations": ("bevat eigen sneltoetsen of knoppen", _WITHOUT_MACROS),
    "attachedToolbars": ("bevat eigen sneltoetsen of knoppen", _WITHOUT_MACROS),
    "oleObject": (
        "bevat een ingesloten object (OLE)",
        _NO_OBJECT,
    ),
    "package": ("bevat een ingesloten bestand", _NO_OBJECT),
    "control": ("bevat een besturingselement (ActiveX)", "haal het uit het sjabloon"),
    "aFChunk": ("haalt er een ander bestand bij (altChunk)", _SAVE_AGAIN),
    "subDocument": ("is een hoofddocument met subdocumenten", "maak er in Word één document van"),
}
"""What no template may hold, by the last word of its relationship: what is said of it, and the way out."""


class TemplateError(Exception):
    """The template cannot be used; message and hint are Dutch, the message goes on behind its name."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points at: the last word of its kind, and the name of a part, or an address outside."""

    kind: str
    target: str
    outside: bool


@dataclass(slots=True)
class Opened:
    """The parts of a template, each read when it is asked for."""

    archive: zipfile.ZipFile
    main: str
    relations: Mapping[str, Mapping[str, Relation]]
    _left: list[int] = field(default_factory=lambda: [MAX_TEMPLATE_UNPACKED])
    _read: dict[str, bytes] = field(default_factory=dict)

    def beside(self, kind: str, owner: str = "") -> str:
        """The part of this kind that the main part, or another, points at; '' where there is none."""
        found = self.relations.get(owner or self.main, {}).values()
        return next((one.target for one in found if one.kind == kind and not one.outside), "")

    def bytes_of(self, name: str) -> bytes:
        """A part as it is; raises TemplateError where it is too much, or not whole."""
        if name not in self._read:  # each paper asks for them again, and all count once
            self._read[name] = _read(self.archive, name, self._left)
        return self._read[name]

    def xml(self, name: str) -> Element:
        """A part as XML; raises TemplateError where it is none."""
        return parsed(self.bytes_of(name))


def opened(data: bytes) -> Opened:
    """The template in these bytes; raises TemplateError where it cannot or may not be used."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TemplateError(
            "is met een wachtwoord beveiligd, of van een Word van vóór 2007",
            "haal het wachtwoord weg, en bewaar het als Word-sjabloon (*.dotx)",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        raise TemplateError("is geen Word-bestand", _SAVE_AGAIN) from None
    names = [one.filename for one in members]
    if len(members) > MAX_TEMPLATE_MEMBERS or sum(one.file_size for one in members) > MAX_TEMPLATE_UNPACKED:
        raise _too_much()
    if len(set(names)) < len(names) or any(one.flag_bits & 1 for one in members):
        raise TemplateError("is geen gewoon Word-bestand", _SAVE_AGAIN)
    left = [MAX_TEMPLATE_UNPACKED]
    kinds = _content_types(archive, left)
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.values()) or any(
        name.lower().endswith("vbaproject.bin") for name in names
    ):
        raise TemplateError(*_REFUSED["vbaProject"])
    relations = dict(_all_relations(archive, names, left))
    for found in relations.values():
        for one in found.values():
            _judge(one)
    main = next((one.target for one in relations.get("", {}).values() if one.kind == "officeDocument"), "")
    if not kinds.get(main, "").startswith(_MAIN) or main not in names:
        raise TemplateError("is geen Word-bestand", _SAVE_AGAIN)
    return Opened(archive, main, relations, left)


def _judge(one: Relation) -> None:
    if one.kind in _REFUSED:
        raise TemplateError(*_REFUSED[one.kind])
    if one.outside and one.kind not in _HARMLESS_OUTSIDE:
        raise TemplateError(
            "haalt iets van buiten het bestand erbij, zoals een gekoppeld plaatje",
            "voeg het in Word in het bestand zelf in, of haal het weg",
        )


def _content_types(archive: zipfile.ZipFile, left: list[int]) -> dict[str, str]:
    """The kind of each part that is named, and of each ending under `*.ENDING`."""
    root = parsed(_read(archive, "[Content_Types].xml", left))
    found = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in root}
    return found | {f"*.{one.get('Extension')}": one.get("ContentType", "") for one in root}


def _all_relations(
    archive: zipfile.ZipFile, names: list[str], left: list[int]
) -> Iterator[tuple[str, dict[str, Relation]]]:
    """What each part points at, by the ids that the part has for it; '' is the file as a whole."""
    for name in names:
        folder, file = posixpath.split(name)
        if not name.endswith(".rels") or posixpath.basename(folder) != "_rels":
            continue
        around = posixpath.dirname(folder)
        owner = posixpath.join(around, file.removesuffix(".rels"))
        found: dict[str, Relation] = {}
        for one in parsed(_read(archive, name, left)).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            kind, target = one.get("Type", ""), one.get("Target", "")
            if kind.startswith(_STRICT) and kind.endswith("/officeDocument"):
                raise TemplateError(
                    "is bewaard als Strict Open XML", "bewaar het als gewoon Word-sjabloon (*.dotx)"
                )
            outside = one.get("TargetMode", "").lower() == "external"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", around, target)).lstrip("/")
            found[one.get("Id", "")] = Relation(kind.rpartition("/")[2], target, outside)
        yield owner, found


def _read(archive: zipfile.ZipFile, name: str, left: list[int]) -> bytes:
    most = min(MAX_TEMPLATE_PART, left[0])
    try:
        with archive.open(name) as member:
            data = member.read(most + 1)
    except KeyError:
        raise TemplateError("is niet heel: er ontbreekt een onderdeel", _SAVE_AGAIN) from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise TemplateError("is niet heel", _SAVE_AGAIN) from None
    if len(data) > most:
        raise _too_much()
    left[0] -= len(data)
    return data


def _too_much() -> TemplateError:
    megabytes = MAX_TEMPLATE_UNPACKED // 1_000_000
    return TemplateError(
        f"is uitgepakt te groot (hoogstens {megabytes} MB)",
        "maak er een sjabloon zonder tekst en met kleinere plaatjes van",
    )


def parsed(data: bytes) -> Element:
    """A part as XML, without entities, comments or network; raises TemplateError where it is none."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16").encode() if wide else data
    except UnicodeError:
        raise TemplateError("is niet heel", _SAVE_AGAIN) from None
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise TemplateError("bevat eigen entiteiten", _SAVE_AGAIN)
    if any(one.count(b"=") > _MOST_SIGNS for one in text.split(b"<")):
        raise TemplateError("is te ingewikkeld", _SAVE_AGAIN)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    parser.set_element_class_lookup(element_class_lookup)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise TemplateError("is niet heel", _SAVE_AGAIN) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise TemplateError("bevat eigen entiteiten", _SAVE_AGAIN)
    return cast(Element, root)


def value(element: etree._Element | None, attribute: str = "val") -> str:
    """An attribute of `w:` of an element that may be lacking; '' where there is none."""
    return "" if element is None else str(element.get(qn(f"w:{attribute}"), ""))
