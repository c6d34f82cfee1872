"""A Word document with tracked changes from another: accepted it is the new one, rejected the old."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rapportage.changed_words import Words
from rapportage.compare.tracked import names as n
from rapportage.compare.tracked.atoms import Reader
from rapportage.compare.tracked.body import Blocks, ended, properties
from rapportage.compare.tracked.marks import Marks, number_bookmarks, number_pictures
from rapportage.compare.tracked.names import Element
from rapportage.compare.tracked.package import MAIN, NOTES, Luggage, Package
from rapportage.compare.tracked.paragraphs import Paragraphs
from rapportage.compare.tracked.tables import Tables


@dataclass(frozen=True, slots=True)
class Signed:
    """By whom the changes are said to be, and of which day."""

    author: str
    day: date


def tracked(
    old: bytes, new: bytes, names: Mapping[str, str], notes: Mapping[int, int], signed: Signed
) -> bytes:
    """The new Word file with what the old one said marked in it.

    Both are files that `write_docx` wrote; `names` are the new one's hidden names by the old one's, and
    `notes` the numbers of its notes. Style, sections, headers and footers are the new one's: of a header that
    is tracked, LibreOffice shows both words in all sections but the first, whatever one accepts. Besides, it
    has what the old one's words need: pictures, notes, lists and addresses.
    """
    return _Tracked(Package(old), Package(new), names, notes, signed).written()


class _Tracked:
    """Two files on their way to be one."""

    def __init__(
        self,
        old: Package,
        new: Package,
        names: Mapping[str, str],
        notes: Mapping[int, int],
        signed: Signed,
    ) -> None:
        self.old, self.new = old, new
        self.names = names
        self.luggage = Luggage(old, new)
        self.marks = Marks(signed.author, signed.day)
        self.words = Words()
        self.pairs = {str(was): str(now) for was, now in notes.items()}

    def written(self) -> bytes:
        """The file."""
        paragraphs = self._paragraphs(MAIN)
        tables = Tables(paragraphs, self.names)
        body, before = self._body(self.new), self._body(self.old)
        section = properties(body)
        blocks = Blocks(paragraphs, tables, self.names).merged(list(before), list(body))
        for one in list(body):
            body.remove(one)
        body.extend([*ended(blocks), section])
        self._notes(paragraphs.notes)
        number_bookmarks(body)
        number_pictures(body, self.new.running())
        _once(body)
        self.luggage.take_styles()
        return self.new.packed()

    def _paragraphs(self, part: str) -> Paragraphs:
        numbers = {now: f"={now}" for now in self.pairs.values()}
        own = {was: f"={now}" for was, now in self.pairs.items()}
        bookmarks = frozenset(str(one.get(n.NAME)) for one in self.new.xml(MAIN).iter(n.BOOKMARK))
        return Paragraphs(
            Reader(self.old.known(part), _notes(self.old, own)),
            Reader(self.new.known(part), _notes(self.new, numbers)),
            self.luggage,
            self.marks,
            self.words,
            part,
            bookmarks,
        )

    def _body(self, package: Package) -> Element:
        body = package.xml(MAIN).find(n.BODY)
        assert body is not None
        return body

    def _notes(self, kept: Mapping[str, str]) -> None:
        """Mark what changed in the notes that stand where they stood."""
        paragraphs = self._paragraphs(NOTES)
        old = {str(one.get(n.ID)): one for one in self.old.xml(NOTES)}
        new = {str(one.get(n.ID)): one for one in self.new.xml(NOTES)}
        for was, now in kept.items():
            before, after = list(old[was].iter(n.P)), list(new[now].iter(n.P))
            for one, other in zip(before, after, strict=False):
                other.addprevious(paragraphs.changed(one, other))
                new[now].remove(other)


def _notes(package: Package, numbers: Mapping[str, str]) -> dict[str, str]:
    """By what each note is known in both files; one that is in this file only, by a number of its own."""
    return {
        key: numbers.get(key, f"{id(package)}-{key}")
        for key in (str(one.get(n.ID)) for one in package.xml(NOTES))
    }


def _once(body: Element) -> None:
    """Leave each number of a paragraph at the first that has it."""
    seen: set[str] = set()
    for one in body.iter(n.P):
        key = str(one.get(n.PARA_ID, ""))
        if key and key in seen:
            one.attrib.pop(n.PARA_ID)
        seen.add(key)
