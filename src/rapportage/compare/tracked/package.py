"""A Word file opened: its parts, what their relations lead to, and what one takes over from another."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, cast

from docx.oxml.parser import parse_xml
from lxml import etree

from rapportage.compare.tracked import names as n
from rapportage.compare.tracked.names import Element, el
from rapportage.writers.docx.ooxml import zipped

MAIN, NOTES = "word/document.xml", "word/footnotes.xml"
NUMBERING, STYLES, TYPES = "word/numbering.xml", "word/styles.xml", "[Content_Types].xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPED = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DEFAULT, _OVERRIDE = f"{_TYPED}Default", f"{_TYPED}Override"
_DIGITS = 9
"""So many end the name of what Word refers to."""
_STYLED = 10
"""Up to this number lists are those of styles, the same in every paper."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points at, by the path of another part or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word file, those with text as XML."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            self.parts = {name: opened.read(name) for name in opened.namelist()}
        self._xml: dict[str, Element] = {}
        self._relations: dict[str, dict[str, Relation]] = {}

    def xml(self, part: str) -> Element:
        """The part as XML, which may be changed."""
        if part not in self._xml:
            self._xml[part] = cast(Element, parse_xml(self.parts[part]))
        return self._xml[part]

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part points at, by the ids with which it does when the file is opened."""
        if part not in self._relations:
            self._relations[part] = dict(self._found(part))
        return self._relations[part]

    def _found(self, part: str) -> Iterator[tuple[str, Relation]]:
        name = relations_of(part)
        if name not in self.parts:
            return
        folder = posixpath.dirname(part)
        for one in self.xml(name).iter(_RELATION):
            external = one.get("TargetMode") == "External"
            target = str(one.get("Target"))
            path = target if external else posixpath.normpath(posixpath.join(f"/{folder}", target))
            yield str(one.get("Id")), Relation(str(one.get("Type")), path.lstrip("/"), external)

    def running(self) -> list[Element]:
        """Its headers and footers, only to be looked at."""
        found = (data for name, data in self.parts.items() if name.startswith(("word/header", "word/footer")))
        return [cast(Element, parse_xml(data)) for data in found]

    def known(self, part: str) -> dict[str, str]:
        """By what the relations of a part can be told in another file: an address, or a picture's bytes."""
        return {
            key: one.target
            if one.external or one.target not in self.parts
            else hashlib.sha256(self.parts[one.target]).hexdigest()
            for key, one in self.relations(part).items()
        }

    def packed(self) -> bytes:
        """The file, in the bytes that it always has."""
        changed = {
            name: etree.tostring(one, encoding="UTF-8", standalone=True) for name, one in self._xml.items()
        }
        return zipped(self.parts | changed)


def relations_of(part: str) -> str:
    """The part that holds what this one points at."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


class Luggage:
    """What the parts of the new file get of the old one's, so that what is taken over finds it there."""

    def __init__(self, old: Package, new: Package) -> None:
        self.old, self.new = old, new
        self._relations: dict[tuple[str, str], str] = {}
        self._lists: dict[str, str] = {}
        self._notes: dict[str, str] = {}
        self._style_numbers = {
            str(one.get(n.STYLE_ID)): number
            for one in old.xml(STYLES)
            if (number := one.find(f"{n.P_PR}/{n.NUM_PR}")) is not None
        }
        self._old_notes = {str(one.get(n.ID)): one for one in old.xml(NOTES)}
        self._last_note = max((int(str(one.get(n.ID))) for one in new.xml(NOTES)), default=0)
        self._old_lists = {str(one.get(n.ABSTRACT_ID)): one for one in old.xml(NUMBERING).iter(n.ABSTRACT)}
        self._new_lists = list(new.xml(NUMBERING).iter(n.ABSTRACT))

    def pair_lists(self, old: Element, new: Element) -> None:
        """Let what is taken over from the old list of this paragraph stand in the list of the new one."""
        was, now = number_of(old), number_of(new)
        if was is not None and now is not None and int(str(now.get(n.VAL))) > _STYLED:
            self._lists.setdefault(str(was.get(n.VAL)), str(now.get(n.VAL)))

    def number_as_styled(self, properties: Element) -> None:
        """Let properties of a paragraph say the list that their style stands for.

        Of what is rejected, LibreOffice takes a number away and does not ask the style for one.
        """
        style = properties.find(n.P_STYLE)
        name = "" if style is None else str(style.get(n.VAL))
        number = self._style_numbers.get(name)
        if number is not None and properties.find(n.NUM_PR) is None:
            known: Any = properties  # python-docx knows where among the others it belongs
            known.get_or_add_numPr().extend(deepcopy(one) for one in number)

    def rename(self, names: Iterable[str]) -> None:
        """Give bookmarks of the old file names that neither file has, and all that leads to them."""
        taken = {
            str(one.get(n.NAME))
            for package in (self.old, self.new)
            for one in package.xml(MAIN).iter(n.BOOKMARK)
        }
        fresh: dict[str, str] = {}
        for name in names:
            kind, number = name[:-_DIGITS], int(name[-_DIGITS:])
            while (made := f"{kind}{number:0{_DIGITS}}") in taken:
                number = (number + 1) % 10**_DIGITS
            taken.add(made)
            fresh[name] = made
        for part in (MAIN, NOTES) if fresh else ():
            for one in self.old.xml(part).iter(n.BOOKMARK, n.LINK, n.INSTR):
                for key in (n.NAME, n.ANCHOR):
                    if one.get(key) in fresh:
                        one.set(key, fresh[str(one.get(key))])
                if one.tag == n.INSTR:
                    one.text = " ".join(fresh.get(word, word) for word in (one.text or "").split(" "))

    def take(self, element: Element, part: str) -> Element:
        """A copy of something in the old part that can stand in the new one."""
        copy = deepcopy(element)
        for one in copy.iter():
            for key in (n.R_ID, n.R_EMBED):
                if one.get(key):
                    one.set(key, self._relation(part, str(one.get(key))))
            if one.tag == n.NOTE:
                one.set(n.ID, self._note(str(one.get(n.ID))))
            elif one.tag == n.NUM_ID:
                one.set(n.VAL, self._list(str(one.get(n.VAL))))
        return copy

    def _relation(self, part: str, key: str) -> str:
        if (part, key) not in self._relations:
            one = self.old.relations(part)[key]
            target = one.target if one.external else f"/{self._part(one.target)}"
            name = relations_of(part)
            if name not in self.new.parts:
                self.new.parts[name] = (
                    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
                )
            there = self.new.xml(name)
            made = f"rIdOud{len(self._relations) + 1}"
            mode = {"TargetMode": "External"} if one.external else {}
            etree.SubElement(there, _RELATION, {"Id": made, "Type": one.kind, "Target": target, **mode})
            self._relations[part, key] = made
        return self._relations[part, key]

    def _part(self, path: str) -> str:
        """The path in the new file of a picture of the old one."""
        data = self.old.parts[path]
        same = next((name for name, own in self.new.parts.items() if own == data and name != path), None)
        if self.new.parts.get(path) == data:
            return path
        if same is not None:
            return same
        folder, name = posixpath.split(path)
        made = f"{folder}/oud-{name}"
        self.new.parts[made] = data
        self._allow(path, made)
        return made

    def _allow(self, path: str, made: str) -> None:
        """Say of what kind a part is as the old file does: by its extension, or by its name (OPC, 7.2.3)."""
        types, before = self.new.xml(TYPES), self.old.xml(TYPES)
        extension = posixpath.splitext(path)[1].lstrip(".")
        for one in before.iter(_OVERRIDE):
            if one.get("PartName") == f"/{path}":
                named = deepcopy(one)
                named.set("PartName", f"/{made}")
                types.append(named)
                return
        if not any(one.get("Extension") == extension for one in types.iter(_DEFAULT)):
            types[:0] = [deepcopy(one) for one in before.iter(_DEFAULT) if one.get("Extension") == extension]

    def _note(self, number: str) -> str:
        if number not in self._notes:
            self._last_note += 1
            self._notes[number] = str(self._last_note)
            copy = self.take(self._old_notes[number], NOTES)
            copy.set(n.ID, self._notes[number])
            for one in copy.iter(n.P):
                one.attrib.pop(n.PARA_ID, "")
            self.new.xml(NOTES).append(copy)
        return self._notes[number]

    def _list(self, number: str) -> str:
        """The number of the list that stands for an old one: its pair, or a definition of its own."""
        if int(number) <= _STYLED:
            return number
        if number not in self._lists:
            last = self._new_lists[-1]
            made = int(str(last.get(n.ABSTRACT_ID))) + 1
            copy = deepcopy(self._old_lists[number])
            copy.set(n.ABSTRACT_ID, str(made))
            for own in list(copy.iter(n.NSID)):  # Word takes two lists of one such number for one
                copy.remove(own)
            last.addnext(copy)
            self._new_lists.append(copy)
            self.new.xml(NUMBERING).append(el("w:num", el("w:abstractNumId", val=made), numId=made))
            self._lists[number] = str(made)
        return self._lists[number]

    def take_styles(self) -> None:
        """Take over the styles that something names by now and the new file has not."""
        styles, old = self.new.xml(STYLES), self.old.xml(STYLES)
        there = {str(one.get(n.STYLE_ID)) for one in styles}
        before = {str(one.get(n.STYLE_ID)): one for one in old if one.get(n.STYLE_ID)}
        tags = (n.P_STYLE, n.R_STYLE, n.TBL_STYLE)
        named = [str(one.get(n.VAL)) for part in (MAIN, NOTES) for one in self.new.xml(part).iter(*tags)]
        while named:
            name = named.pop()
            if name in there or name not in before:
                continue
            there.add(name)
            styles.append(deepcopy(before[name]))
            named += [str(one.get(n.VAL)) for one in before[name].iter(n.BASED_ON, n.NEXT, n.LINKED)]


def number_of(paragraph: Element) -> Element | None:
    """What says in which list a paragraph stands by a number of its own."""
    return next(paragraph.iter(n.NUM_ID), None)
