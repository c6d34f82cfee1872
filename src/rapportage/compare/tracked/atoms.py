"""A paragraph in atoms: words, and what cannot be parted, each with its look and its link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import cast

from docx.oxml.parser import parse_xml
from lxml import etree

from rapportage.changed_words import tokens
from rapportage.characters import NO_BREAK_HYPHEN
from rapportage.compare.tracked import names as n
from rapportage.compare.tracked.names import Element, el, run
from rapportage.writers.docx.ooxml import text

_SOFT = "\N{SOFT HYPHEN}"
_CHARACTERS = {n.TAB: "\t", n.NO_BREAK: NO_BREAK_HYPHEN, n.SOFT: _SOFT}


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """A word with its look, or runs that go as a whole: a field, a picture, a note's mark, a break.

    `key` is the same where both say, show and link to the same; `note` is the number of a note.
    """

    key: str
    text: str = ""
    look: Element | None = None
    runs: tuple[Element, ...] = ()
    link: Element | None = None
    note: str = ""

    @property
    def is_word(self) -> bool:
        """Whether it says something."""
        return bool(self.runs) or any(map(str.isalnum, self.text))

    @property
    def is_space_between_columns(self) -> bool:
        """Whether it only sends what follows to the next column."""
        return any(one.get(n.TYPE) == "column" for every in self.runs for one in every.iter(n.BR))


@dataclass(frozen=True, slots=True)
class Content:
    """What a paragraph holds: its atoms, and the bookmarks before each of them.

    `before` and `behind` are parts of a field that goes on in another paragraph, or holds links.
    """

    atoms: list[Atom] = field(default_factory=list)
    marks: list[tuple[int, Element]] = field(default_factory=list)
    before: list[Element] = field(default_factory=list)
    behind: list[Element] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        """What tells the atoms apart."""
        return [atom.key for atom in self.atoms]


class Reader:
    """Reads the paragraphs of a part of a document.

    `relations` say what its relations lead to, and `notes` by what its notes are known in both documents.
    """

    def __init__(self, relations: Mapping[str, str], notes: Mapping[str, str]) -> None:
        self._relations = relations
        self._notes = notes

    def content(self, paragraph: Element) -> Content:
        """What a paragraph holds."""
        found = Content()
        children = [child for child in paragraph if child.tag != n.P_PR]
        apart = _apart(children)
        for at, child in enumerate(children):
            if at in apart:
                (found.behind if found.atoms else found.before).append(child)
        self._add(found, [one for at, one in enumerate(children) if at not in apart], None)
        return found

    def _add(self, found: Content, children: Sequence[Element], link: Element | None) -> None:
        waiting = iter(children)
        for child in waiting:
            if child.tag in (n.BOOKMARK, n.BOOKMARK_END):
                found.marks.append((len(found.atoms), child))
            elif child.tag == n.LINK:
                self._add(found, list(child), child)
            elif kind_of(child) == "begin":
                runs, depth = [child], 1
                while depth:
                    runs.append(next(waiting))
                    depth += {"begin": 1, "end": -1}.get(kind_of(runs[-1]), 0)
                found.atoms.append(self._whole(tuple(runs), link))
            elif child.tag == n.R:
                found.atoms.extend(self._run(child, link))
            else:
                found.atoms.append(self._whole((child,), link))

    def _run(self, one: Element, link: Element | None) -> Iterator[Atom]:
        look = one.find(n.R_PR)
        words = ""
        for child in one:
            if child.tag == n.T:
                words += child.text or ""
            elif child.tag in _CHARACTERS:
                words += _CHARACTERS[child.tag]
            elif child.tag != n.R_PR:
                yield from self._words(words, look, link)
                words = ""
                yield self._whole((run(deepcopy(child), properties=deepcopy(look)),), link)
        yield from self._words(words, look, link)

    def _words(self, words: str, look: Element | None, link: Element | None) -> Iterator[Atom]:
        behind = f"\x1f{plain(look)}\x1f{self._target(link)}"
        for token in tokens(words):
            yield Atom(f"{token.replace(_SOFT, '')}{behind}", token, look, link=link)

    def _whole(self, runs: tuple[Element, ...], link: Element | None) -> Atom:
        note = next((str(one.get(n.ID)) for every in runs for one in every.iter(n.NOTE)), "")
        said = "".join(map(self._known, runs))
        return Atom(f"\x1e{said}\x1f{self._target(link)}", runs=runs, link=link, note=note)

    def _known(self, element: Element) -> str:
        """The element as text, with what its numbers stand for in their place."""
        copy = parse_xml(etree.tostring(element))
        for one in copy.iter():
            for key in (n.R_ID, n.R_EMBED):
                if one.get(key):
                    one.set(key, self._relations.get(str(one.get(key)), ""))
            if one.tag == n.NOTE:
                one.set(n.ID, self._notes.get(str(one.get(n.ID)), ""))
            elif str(one.tag).endswith(("}docPr", "}cNvPr")):
                for key in ("id", "name"):  # a picture is called by its number in the paper
                    one.attrib.pop(key, "")
        return plain(copy)

    def _target(self, link: Element | None) -> str:
        if link is None:
            return ""
        return f"{self._relations.get(str(link.get(n.R_ID)), '')}#{link.get(n.ANCHOR)}"


def plain(element: Element | None) -> str:
    """The element as text that is the same wherever it stands; '' for none."""
    return "" if element is None else str(etree.tostring(element, method="c14n", exclusive=True).decode())


def kind_of(element: Element) -> str:
    """Of a run that marks a field: whether it begins, parts or ends it."""
    found = element.find(n.FLD_CHAR) if element.tag == n.R else None
    return "" if found is None else str(found.get(n.FLD_KIND))


def _apart(children: Sequence[Element]) -> set[int]:
    """Where the runs of fields stand that begin or end in another paragraph, or have links in them."""
    begins: list[int] = []
    apart: set[int] = set()
    for at, child in enumerate(children):
        kind = kind_of(child)
        if kind == "begin":
            begins.append(at)
        elif kind == "end":
            begin = begins.pop() if begins else None
            if begin is None or any(one.tag == n.LINK for one in children[begin:at]):
                apart.add(at)
                apart |= set(_opening(children, begin)) if begin is not None else set()
    for begin in begins:
        apart |= set(_opening(children, begin))
    return apart


def _opening(children: Sequence[Element], begin: int) -> Iterator[int]:
    """Where the runs stand with which a field opens, up to where its result begins."""
    for at in range(begin, len(children)):
        yield at
        if kind_of(children[at]) == "separate":
            return


def written(atoms: Sequence[Atom]) -> list[Element]:
    """The atoms as runs, in which words of one look are one."""
    made: list[Element] = []
    words = ""
    for at, atom in enumerate(atoms):
        if atom.runs:
            made += [deepcopy(one) for one in atom.runs]
            continue
        words += atom.text
        following = atoms[at + 1] if at + 1 < len(atoms) else None
        if following is None or following.runs or plain(following.look) != plain(atom.look):
            made.append(run(*text(words), properties=deepcopy(atom.look)))
            words = ""
    return made


def within(link: Element | None, content: Sequence[Element]) -> list[Element]:
    """Content within a link as this one; by itself where there is none."""
    if link is None:
        return list(content)
    made = el("w:hyperlink", *content)
    for key, value in link.attrib.items():
        made.set(cast(str, key), cast(str, value))
    return [made]
