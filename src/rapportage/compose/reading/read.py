"""Turn profile XHTML into a Document and refuse everything else.

An element, attribute or nesting that is not in the tables below is a problem, with the place
of the content (`data-bron`) or of the template that it came from. Runs of white space become
one space, as in HTML; no-break spaces stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import get_args

from lxml import etree

from rapportage.compose.reading.read_figures import read_figure, read_logo, read_pair
from rapportage.compose.reading.read_front import read_contents, read_metadata, read_signatures
from rapportage.compose.reading.read_inlines import classes, local, words_of
from rapportage.compose.reading.read_parts import PartReader
from rapportage.compose.reading.read_tables import ALIGN, read_sourced_table, read_table
from rapportage.document import (
    LABELS,
    Block,
    Counted,
    Document,
    Heading,
    Image,
    Kader,
    Landscape,
    List,
    ListItem,
    Logo,
    Meta,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quote,
)
from rapportage.errors import ContentError, Place, Problem
from rapportage.inlines import place_of
from rapportage.remembered import FORGETFUL, Memory

_ROLES: dict[str, ParagraphRole] = {role: role for role in get_args(ParagraphRole)}
_COUNTED: dict[str, Counted] = {one: one for one in get_args(Counted)}
_PARTS = ("p", "ul", "ol")
"""What may stand inside a list item, a kader and a quote."""


def read_document(
    xhtml: str,
    template: str,
    template_source: str = "",
    images: Mapping[str, Image] | None = None,
    memory: Memory = FORGETFUL,
) -> Document:
    """The Document that this XHTML says; raises ContentError with everything it may not say.

    `template` and its source place what has no `data-bron`. The document keeps the images
    that its figures name. `memory` is of who reads it over and over.
    """
    reader = _Reader(template, template_source, memory)
    try:
        root = etree.fromstring(xhtml.encode(), _parser())
    except etree.XMLSyntaxError as error:
        raise ContentError(
            [
                Problem(
                    "fout",
                    f"sjabloon '{template}' levert geen geldige XHTML",
                    Place(template),
                    _way_out(error.msg or ""),
                    "sjabloon",
                )
            ]
        ) from None
    document = reader.document(root, dict(images or {}))
    if reader.problems or document is None:
        raise ContentError(reader.problems)
    return document


_XML = (
    (r"Opening and ending tag mismatch: (\S+) .*? and (\w+).*", r"<\1> wordt gesloten met </\2>"),
    (r"Premature end of data in tag (\S+) .*", r"<\1> wordt niet gesloten"),
    (r"Entity '(\S+)' not defined.*", r"schrijf het teken zelf in plaats van &\1;"),
    (r"(?:EntityRef|xmlParseEntityRef).*", r"schrijf &amp; voor een losse &"),
    (r"AttValue.*|Specification mandate.*", r"zet de waarde van elk attribuut tussen aanhalingstekens"),
    (r"Attribute (\S+) redefined.*", r"het attribuut \1 staat er twee keer"),
)
"""What the XML parser says, and what that is in Dutch."""


def _way_out(said: str) -> str:
    for pattern, dutch in _XML:
        if found := re.fullmatch(pattern, said, re.S):
            return found.expand(dutch)
    return "controleer of elk element gesloten wordt"


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        huge_tree=False,
    )


class _Reader(PartReader):
    """Reads one tree and gathers what it may not say."""

    def __init__(self, template: str, template_source: str, memory: Memory) -> None:
        super().__init__(template, template_source)
        self.memory = memory
        self.template_source = template_source
        self.block_readers: dict[str, Callable[[etree._Element], Block | None]] = {
            **{f"h{level}": self.heading for level in range(1, 6)},
            "p": self.paragraph,
            "ul": self.list,
            "ol": self.list,
            "table": partial(read_table, self),
            "figure": partial(read_figure, self),
            "aside": self.kader,
            "blockquote": self.quote,
            "dl": partial(read_metadata, self),
            "section": partial(read_signatures, self),
            "nav": partial(read_contents, self),
            "hr": self.page_break,
            "div": self.division,
        }

    # --- the whole -----------------------------------------------------------------------

    def document(self, root: etree._Element, images: dict[str, Image]) -> Document | None:
        head, body = self.child(root, "head"), self.child(root, "body")
        if local(root) != "html" or head is None or body is None:
            self.refuse(root, "een sjabloon levert <html> met <head> en <body>")
            return None
        meta = self.meta(root, head)
        self.no_text(body)
        blocks = tuple(block for block in self.top(body) if block is not None)
        return Document(meta, blocks, images) if meta else None

    def top(self, body: etree._Element) -> Iterator[Block | None]:
        """The blocks of a paper: the very ones that were read before from the same XHTML, each but once."""
        seen: Counter[bytes] = Counter()
        for element in body:
            if not self.memory.kept:
                yield self.block(element)
                continue
            said = etree.tostring(element, with_tail=False)
            seen[said] += 1
            key = "blok", said, seen[said], self.template, self.template_source
            known: tuple[Block | None] | None = self.memory.find(key)
            if known is None:
                told = len(self.problems)
                known = (self.block(element),)
                if len(self.problems) == told:
                    self.memory.keep(key, known)
            yield known[0]

    def meta(self, root: etree._Element, head: etree._Element) -> Meta | None:
        said = {"title": ""}
        for one in head:
            if local(one) == "title":
                said["title"] = words_of(one)
            elif local(one) == "meta" and one.get("name") in _META:
                said[str(one.get("name"))] = str(one.get("content") or "")
            elif local(one) != "style":
                self.refuse(one, f"<{local(one)}> hoort niet in <head>")
        try:
            day = date.fromisoformat(said.get("date", ""))
        except ValueError:
            self.refuse(head, '<meta name="date"> noemt geen dag')
            return None
        return Meta(
            title=said["title"],
            author=said.get("author", ""),
            date=day,
            lang=root.get("lang") or "nl-NL",
            subject=said.get("subject", ""),
            keywords=tuple(word.strip() for word in said.get("keywords", "").split(";") if word.strip()),
            running_title=said.get("running-title", ""),
            concept=said.get("status") == "concept",
        )

    # --- blocks --------------------------------------------------------------------------

    def blocks(self, parent: etree._Element) -> tuple[Block, ...]:
        """The blocks within an element."""
        self.no_text(parent)
        found = [self.block(child) for child in parent]
        return tuple(block for block in found if block is not None)

    def block(self, element: etree._Element) -> Block | None:
        read = self.block_readers.get(local(element))
        if read is None:
            self.refuse(element, f"<{local(element)}> kan hier niet staan")
            return None
        self.attributes(element)
        return read(element)

    def parts(self, parent: etree._Element, skip: int = 0) -> tuple[Paragraph | List, ...]:
        """The paragraphs and lists within an element that holds nothing else."""
        found: list[Paragraph | List] = []
        self.no_text(parent)
        for child in list(parent)[skip:]:
            block = self.block(child) if local(child) in _PARTS else None
            if isinstance(block, Paragraph | List):
                found.append(block)
            elif local(child) not in _PARTS:
                what = _DUTCH.get(local(child), f"<{local(child)}>")
                self.refuse(child, f"{what} kan niet in {_DUTCH.get(local(parent), local(parent))} staan")
        return tuple(found)

    def heading(self, element: etree._Element) -> Heading:
        level = int(local(element)[1])
        label, content = self.numbered(element)
        number = label.removeprefix(LABELS["deel"]).strip() if level == 1 else label
        if not content:
            self.refuse(element, "deze kop is leeg")
        numbered = classes(element) == ["genummerd"]
        if classes(element) and not numbered:
            self.refuse(element, f"een kop kent geen klasse '{element.get('class')}'")
        return Heading(level, content, element.get("id") or "", numbered, number, self.place(element))

    def paragraph(self, element: etree._Element) -> Paragraph | Logo | None:
        match classes(element):
            case ["logo", *side] if len(side) <= 1 and "".join(side) in ALIGN:
                return read_logo(self, element, ALIGN["".join(side)])
        role = _ROLES.get(element.get("class") or "standaard")
        if role is None:
            self.refuse(element, f"een alinea kent geen rol '{element.get('class')}'")
        return Paragraph(self.inlines.read(element), role or "standaard", self.place(element))

    def list(self, element: etree._Element) -> List | None:
        ordered = local(element) == "ol"
        self.no_text(element)
        items = []
        for child in element:
            if local(child) != "li":
                self.refuse(child, "een lijst bestaat uit onderdelen (<li>)")
                continue
            self.attributes(child)
            items.append(self.item(child))
        if not items:
            self.refuse(element, "deze lijst is leeg")
        counted = _COUNTED.get(element.get("class") or "")
        if counted is None:
            self.refuse(element, f"een lijst kent geen rol '{element.get('class')}'")
        start = self.count(element, "start", 1, low=0)
        return List(tuple(items), ordered, start, counted or "", self.place(element))

    def item(self, element: etree._Element) -> ListItem:
        """Words that stand bare in an item are its first paragraph."""
        bare = 0
        while bare < len(element) and local(element[bare]) not in (*_PARTS, *self.block_readers):
            bare += 1
        words = self.inlines.read(element, stop=bare)
        first = (Paragraph(words, "standaard", place_of(words)),) if words else ()
        for child in list(element)[bare:]:
            if (child.tail or "").strip():
                self.refuse(child, "na een lijst of alinea kan geen losse tekst staan")
        blocks = first + tuple(
            block
            for child in list(element)[bare:]
            if isinstance(block := self.part(child, "li"), Paragraph | List)
        )
        if not blocks:
            blocks = (Paragraph((), "standaard", self.place(element)),)
        return ListItem(blocks, self.place(element))

    def part(self, child: etree._Element, parent: str) -> Block | None:
        if local(child) in _PARTS:
            return self.block(child)
        self.refuse(child, f"{_DUTCH.get(local(child), local(child))} kan niet in {_DUTCH[parent]} staan")
        return None

    def kader(self, element: etree._Element) -> Kader | None:
        if classes(element) != ["kader"] or not len(element) or classes(element[0]) != ["kadertitel"]:
            self.refuse(element, "een kader begint met <p class='kadertitel'>")
            return None
        return Kader(self.inlines.read(element[0]), self.parts(element, 1), self.place(element))

    def quote(self, element: etree._Element) -> Quote:
        return Quote(self.parts(element), self.place(element))

    def page_break(self, element: etree._Element) -> PageBreak | None:
        if classes(element) != ["pagina-einde"]:
            self.refuse(element, "<hr> heeft de klasse pagina-einde")
            return None
        self.holds(element, "")
        return PageBreak(self.place(element))

    def division(self, element: etree._Element) -> Block | None:
        match classes(element):
            case ["tabel"]:
                return read_sourced_table(self, element)
            case ["figuren"]:
                return read_pair(self, element)
            case ["liggend"]:
                return Landscape(self.blocks(element), self.place(element))
        self.refuse(element, "<div> heeft de klasse tabel, figuren of liggend")
        return None


_META = ("author", "subject", "keywords", "date", "running-title", "status")
_DUTCH = {
    "table": "een tabel",
    "div": "een tabel of figuur",
    "figure": "een figuur",
    "aside": "een kader",
    "blockquote": "een citaat",
    "li": "een lijst",
    "hr": "een pagina-einde",
    **{f"h{level}": "een kop" for level in range(1, 7)},
}
