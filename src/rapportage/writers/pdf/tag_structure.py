"""The tags of a paper, from the tree of elements that was laid out and what the engine marked of each.

The tree says what there is and in what order; the marks say where on the pages it stands. So an element
has one tag, on however many pages and lines it goes on (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

from rapportage.writers.pdf.abbreviations import TERM
from rapportage.writers.pdf.boxes import Mark
from rapportage.writers.tag_names import Title
from rapportage.writers.tag_tree import TagError

Element = ElementTree.Element

_TAGS = {
    **{name: name.upper() for name in ("p", "h1", "h2", "h3", "h4", "h5", "tr", "th", "td")},
    **{"table": "Table", "thead": "THead", "tbody": "TBody", "caption": "Caption", "figcaption": "Caption"},
    **{"ul": "L", "ol": "L", "dl": "L", "blockquote": "BlockQuote"},
    "a": "Link",
}
"""What is not among these says nothing by itself: what stands in it stands in what is around it."""
_KEPT = {"Table", "THead", "TBody", "TR", "TH", "TD", "L", "LI", "BlockQuote"}
"""What is something even without words."""
_TITLES = {"titel", "omslagtitel", "kadertitel", "inhoudstitel"}
_LABELS = {"marker", "footnote-marker"}


@dataclass(slots=True)
class Tag:
    """A structure element: its type, what stands in it in reading order, and what it is told to say."""

    name: str
    kids: list[Tag | Mark] = field(default_factory=list)
    element: Element | None = None
    facts: dict[str, str] = field(default_factory=dict)

    def inside(self) -> Iterator[Tag]:
        """Every tag below this one, each before those in it."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield kid
                yield from kid.inside()


def tags_of(html: Element, marks: Sequence[Mark], titles: Iterable[Title]) -> Tag:
    """The tag of the whole paper, with all others in it; raises TagError for a note without a mark."""
    document = Tag("Document")
    _Reader(html, marks, titles).read(html, document)
    return document


class _Reader:
    """Reads the tree in its order, with the marks of each element between its children."""

    def __init__(self, html: Element, marks: Sequence[Mark], titles: Iterable[Title]) -> None:
        self._titles = deque(titles)
        around = {child: element for element in html.iter() for child in element}
        self._own: dict[Element, list[tuple[int, Mark]]] = {}
        self._labels: dict[Element, list[Mark]] = {}
        self._calls: dict[Element, list[Mark]] = {}
        self._first: dict[Element, int] = {}
        self._notes = 0
        for at, mark in enumerate(marks):
            if mark.element is None or mark.artifact:
                continue
            if mark.generated in _LABELS:
                self._labels.setdefault(mark.element, []).append(mark)
            elif mark.generated == "footnote-call":
                self._calls.setdefault(mark.element, []).append(mark)
            else:
                self._own.setdefault(mark.element, []).append((at, mark))
            self._begin(mark, at, around)

    def _begin(self, mark: Mark, at: int, around: Mapping[Element, Element]) -> None:
        """Note that all around the mark has begun; a note begins where its mark stands, not at the foot."""
        element = mark.element
        called = mark.generated == "footnote-call"
        while element is not None and element not in self._first and (called or not _is_note(element)):
            self._first[element] = at
            element = around.get(element)

    def read(self, element: Element, into: Tag) -> None:
        """Put what stands in the element into the tag."""
        waiting = iter(self._own.get(element, ()))
        mark = next(waiting, None)
        for child in element:
            begin = self._first.get(child, -1)
            while mark is not None and mark[0] < begin:
                into.kids.append(mark[1])
                mark = next(waiting, None)
            self._add(child, into)
        while mark is not None:
            into.kids.append(mark[1])
            mark = next(waiting, None)

    def _add(self, element: Element, into: Tag) -> None:
        """Put the element into the tag: as a tag of its own, or only what stands in it."""
        if element.tag == "li":
            self._item(element, into)
        elif element.tag == "dl":
            self._terms(element, into)
        elif element.tag == "nav":
            self._contents(element, into)
        elif element.tag == "figure":
            self._figure(element, into)
        elif _is_note(element):
            self._note(element, into)
        elif element.tag == "img":
            if alt := element.get("alt"):
                self._tag("Figure", element, into, Alt=alt)
        elif element.tag == "aside":
            self._tag("Sect", element, into, T=self._titles[0].words)
        elif element.get("class") in _TITLES:
            self._tag(f"H{self._titles.popleft().level}", element, into)
        elif term := element.get(TERM):
            self._tag("Span", element, into, E=term)
        elif lang := element.get("lang"):
            self._tag("Span", element, into, Lang=lang)
        elif name := _TAGS.get(element.tag):
            self._tag(name, element, into)
        else:
            self.read(element, into)

    def _tag(self, name: str, element: Element, into: Tag, **facts: str) -> Tag:
        tag = Tag(name, element=element, facts=facts)
        self.read(element, tag)
        if tag.kids or name in _KEPT:
            into.kids.append(tag)
        return tag

    def _item(self, element: Element, into: Tag) -> None:
        """A list item holds its label, if it has one, and its body, and nothing else (PDF/UA-1, 7.2-20)."""
        item = Tag("LI", element=element)
        if labels := self._labels.get(element):
            item.kids.append(Tag("Lbl", [*labels]))
        self._tag("LBody", element, item)
        into.kids.append(item)

    def _terms(self, element: Element, into: Tag) -> None:
        """Each term is the label of its value."""
        terms = Tag("L", element=element)
        for child in element:
            if child.tag == "dt":
                terms.kids.append(Tag("LI"))
            item = terms.kids[-1]
            assert isinstance(item, Tag)
            self._tag("Lbl" if child.tag == "dt" else "LBody", child, item)
        if terms.kids:
            into.kids.append(terms)

    def _contents(self, element: Element, into: Tag) -> None:
        """A contents list holds lines, and each line a reference (table 333)."""
        contents = self._tag("Sect", element, into, T=self._titles[0].words)
        for tag in contents.inside():
            if tag.name == "L":
                tag.name = "TOC"
            elif tag.name == "LI":
                tag.name = "TOCI"
            elif tag.name == "LBody":
                tag.name = "Reference"

    def _figure(self, element: Element, into: Tag) -> None:
        """A figure and what is said of it are one group, of which the caption comes first."""
        group = self._tag("Sect", element, into)
        group.kids.sort(key=lambda kid: not (isinstance(kid, Tag) and kid.name == "Caption"))

    def _note(self, element: Element, into: Tag) -> None:
        """A note stands behind its mark, which refers to it, and has a name (PDF/UA-1, 7.9)."""
        self._notes += 1
        if element not in self._calls:
            raise TagError(f"naar voetnoot {self._notes} verwijst niets in de tekst")
        into.kids.append(Tag("Reference", [*self._calls[element]]))
        note = Tag("Note", [Tag("Lbl", [*self._labels.get(element, ())])], element)
        note.facts["ID"] = f"noot-{self._notes}"
        self.read(element, note)
        into.kids.append(note)


def _is_note(element: Element) -> bool:
    return element.get("class") == "voetnoot"
