"""Paragraphs of two documents as one, with what went and what came marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from rapportage.changed_words import Words
from rapportage.compare.tracked import names as n
from rapportage.compare.tracked.atoms import Atom, Content, Reader, plain, within, written
from rapportage.compare.tracked.marks import OLD, Kind, Marks
from rapportage.compare.tracked.names import Element, el
from rapportage.compare.tracked.package import Luggage

_OWN = "oud-"
"""What stands before the number of a bookmark that was taken over."""


@dataclass(frozen=True)
class Paragraphs:
    """Writes the paragraphs of a part; `bookmarks` are the names that the new document has itself."""

    old: Reader
    new: Reader
    luggage: Luggage
    marks: Marks
    words: Words
    part: str
    bookmarks: frozenset[str] = frozenset()
    notes: dict[str, str] = field(default_factory=dict)
    """The notes that stand where they stood, the new number by the old one."""

    def whole(self, paragraph: Element, kind: Kind) -> Element:
        """A paragraph that is there in one of both only, or elsewhere in the other."""
        is_old = kind in OLD
        content = (self.old if is_old else self.new).content(paragraph)
        made = self._begun(paragraph, is_old=is_old)
        made.extend(self._within(content, kind))
        self.marks.paragraph(made, kind)
        return made

    def changed(self, was: Element, now: Element) -> Element:
        """A paragraph that is there in both, with the words of both."""
        old, new = self.old.content(was), self.new.content(now)
        made = self._begun(now, is_old=False)
        made.extend(_Both(self, old, new).written())
        self._note_style(made, was, now)
        return made

    def frame(self, paragraph: Element) -> tuple[list[Element], list[Element]]:
        """What opens and what closes a field around more than this paragraph of the new document."""
        content = self.new.content(paragraph)
        return [deepcopy(one) for one in content.before], [deepcopy(one) for one in content.behind]

    def is_same(self, was: Element, now: Element) -> bool:
        """Whether both say and show the same, and nothing in them is there only once."""
        old, new = self.old.content(was), self.new.content(now)
        alone = any(atom.note or _has_picture(atom) for atom in old.atoms)
        alone |= any((old.before, old.behind, new.before, new.behind))
        return bool(old.atoms) and not alone and old.keys == new.keys

    def has_words(self, paragraph: Element) -> bool:
        """Whether a paragraph of the old document holds anything that is taken over."""
        return any(not atom.is_space_between_columns for atom in self.old.content(paragraph).atoms)

    # --- parts of a paragraph --------------------------------------------------------------

    def _begun(self, paragraph: Element, *, is_old: bool) -> Element:
        made = el("w:p")
        for key, value in paragraph.attrib.items():
            if not is_old:
                made.set(key, value)
        properties = paragraph.find(n.P_PR)
        if properties is None:
            return made
        copy = self.luggage.take(properties, self.part) if is_old else deepcopy(properties)
        if is_old:
            for one in [*copy.iter(n.SECT_PR)]:
                copy.remove(one)
        made.append(copy)
        return made

    def _within(self, content: Content, kind: Kind) -> Iterator[Element]:
        """All of a paragraph of one document, with its bookmarks."""
        kept = self.bookmarks_of(content, is_old=kind in OLD)
        size = len(content.atoms)
        stops = sorted({0, size} | {at for at, _ in kept})
        for at, stop in pairwise([*stops, size]):
            yield from (mark for where, mark in kept if where == at)
            yield from self.atoms(content.atoms[at:stop], kind)

    def bookmarks_of(
        self, content: Content, *, is_old: bool, beside: bool = False
    ) -> list[tuple[int, Element]]:
        """The bookmarks with their places; of the old document those that the new one has not.

        `beside` a paragraph of the new one, what says which paragraph it is says so of that.
        """

        def is_kept(name: str) -> bool:
            return not is_old or not (name in self.bookmarks or (beside and name.startswith(n.HIDDEN)))

        kept = {
            str(mark.get(n.ID))
            for _, mark in content.marks
            if mark.tag == n.BOOKMARK and is_kept(str(mark.get(n.NAME)))
        }
        found: list[tuple[int, Element]] = []
        for at, mark in content.marks:
            if str(mark.get(n.ID)) in kept:
                copy = deepcopy(mark)
                if is_old:
                    copy.set(n.ID, f"{_OWN}{mark.get(n.ID)}")
                found.append((at, copy))
        return found

    def atoms(self, atoms: Sequence[Atom], kind: Kind | None) -> Iterator[Element]:
        """Atoms within their links, marked as what they are."""
        is_old = kind in OLD
        if is_old:  # what parts two columns has no place where there is one
            atoms = [atom for atom in atoms if not atom.is_space_between_columns]
        for _, group in groupby(atoms, lambda atom: id(atom.link) if atom.link is not None else 0):
            some = list(group)
            link = some[0].link
            runs = written(some)
            if is_old:
                runs = [self.luggage.take(one, self.part) for one in runs]
                link = None if link is None else self.luggage.take(link, self.part)
            yield from within(link, runs if kind is None else [self.marks.around(kind, runs)])

    def _note_style(self, made: Element, was: Element, now: Element) -> None:
        """Say which style and number the paragraph had, where those were others."""
        before, after = was.find(n.P_PR), now.find(n.P_PR)
        if before is None or after is None:
            return
        before = self.luggage.take(before, self.part)
        if any(plain(before.find(one)) != plain(after.find(one)) for one in (n.P_STYLE, n.NUM_PR)):
            if after.find(n.NUM_PR) is not None:
                self.luggage.number_as_styled(before)
            self.marks.style(made, before)


def _has_picture(atom: Atom) -> bool:
    return any(one.tag == n.DRAWING for every in atom.runs for one in every.iter())


class _Both:
    """The atoms of a paragraph that is there in both documents, on their way to be one row."""

    def __init__(self, paragraphs: Paragraphs, old: Content, new: Content) -> None:
        self.paragraphs = paragraphs
        self.old, self.new = old, new
        self.marks = paragraphs.bookmarks_of(new, is_old=False)
        self.old_marks = paragraphs.bookmarks_of(old, is_old=True, beside=True)
        self.made: list[Element] = []

    def written(self) -> list[Element]:
        """What both say in one row; bookmarks stand around what is gone and what came in its place."""
        at = new_at = 0
        is_word = [atom.is_word for atom in self.old.atoms]
        changes = self.paragraphs.words.changes(self.old.keys, self.new.keys, is_word)
        for begin, end, new_begin, new_end in changes:
            self._same(at, begin, new_at)
            self._marked(self.old_marks, begin)
            self._marked(self.marks, new_begin)
            self._row(self.old, self.old_marks, begin, end, "del")
            self._row(self.new, self.marks, new_begin, new_end, "ins")
            at, new_at = end, new_end
        self._same(at, len(self.old.atoms), new_at)
        self._marked(self.old_marks, len(self.old.atoms))
        self._marked(self.marks, len(self.new.atoms))
        return self.made

    def _same(self, begin: int, end: int, new_begin: int) -> None:
        """What both have, as the new one has it."""
        shift = new_begin - begin
        stops = {at for at, _ in self.old_marks} | {at - shift for at, _ in self.marks}
        places = sorted({begin, end} | {at for at in stops if begin < at < end})
        for at, stop in pairwise(places):
            self._marked(self.old_marks, at)
            self._marked(self.marks, at + shift)
            self.made += self.paragraphs.atoms(self.new.atoms[at + shift : stop + shift], None)
        for was, now in zip(self.old.atoms[begin:end], self.new.atoms[new_begin:], strict=False):
            if was.note:
                self.paragraphs.notes[was.note] = now.note

    def _row(
        self, content: Content, marks: list[tuple[int, Element]], begin: int, end: int, kind: Kind
    ) -> None:
        """What one of both has, with the bookmarks that stand within."""
        places = sorted({begin, end} | {at for at, _ in marks if begin < at < end})
        for at, stop in pairwise(places):
            if at > begin:
                self._marked(marks, at)
            self.made += self.paragraphs.atoms(content.atoms[at:stop], kind)

    def _marked(self, marks: list[tuple[int, Element]], at: int) -> None:
        """The bookmarks at a place, each once."""
        here = [one for one in marks if one[0] == at]
        self.made += [mark for _, mark in here]
        for one in here:
            marks.remove(one)
