"""A Word document under construction: its parts, its counters, and where each reference points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.package import Package

from rapportage.document import Contents, Document, Figure, Heading, Table, inlines_of, walk
from rapportage.identity import Names, Subject
from rapportage.inlines import notes_in, terms_in
from rapportage.numerals import letters
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.anchors import link_names
from rapportage.writers.docx.identity import hidden_name, numbered_names
from rapportage.writers.docx.ooxml import Element, bookmark, root
from rapportage.writers.docx.template.media import EXTENSIONS
from rapportage.writers.docx.template.paper import TemplatePaper
from rapportage.writers.docx.template.tokens import measured

_KINDS = {
    "styles": (CT.WML_STYLES, RT.STYLES),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES),
    "fontTable": (CT.WML_FONT_TABLE, RT.FONT_TABLE),
    "theme": (CT.OFC_THEME, RT.THEME),
    "header": (CT.WML_HEADER, RT.HEADER),
    "footer": (CT.WML_FOOTER, RT.FOOTER),
}
"""Per kind of part beside the main part: its content type and its relationship."""

_EXTENSIONS = {"image/svg+xml": "svg", **EXTENSIONS}

Target = Heading | Table | Figure


@dataclass(frozen=True, slots=True)
class Surround:
    """What a paragraph stands in: the styles it gets, and how far its text stands from the edge.

    `edge` is set where all paragraphs, those of lists too, must share one left edge, because
    Word draws one box around paragraphs only where their edges agree. `bullets` is the number id that
    the list styles carry; `styled_levels` says how many levels have a style of their own.
    """

    text: str = "Normal"
    list: str = ""
    edge: float | None = None
    bullets: int = 0
    styled_levels: int = 1


class WordPackage:
    """The document being written; one object per call, filled in the order of the document."""

    def __init__(
        self, document: Document, style: HouseStyle, pages: Mapping[str, int], page_count: int = 1
    ) -> None:
        self.document = document
        self._counts: dict[str, int] = {}
        self.template: TemplatePaper | None = None
        if style.template is not None:
            self.template = TemplatePaper(style.template, style, document.meta, page_count, self.count)
        self.style = self.template.style if self.template else style
        # What is laid out in other letters has other pages.
        self.pages = {} if self.template else pages
        self.measured = measured(self.style) if self.template else self.style
        self.page_count = page_count
        self.package = Package()
        self.body = root("w:body")
        self.main = self.part(
            "/word/document.xml",
            CT.WML_DOCUMENT_MAIN,
            root(
                "w:document",
                self.body,
                spaces=("r", "wp", "a", "pic", "asvg", "adec", "w14"),
                mc_Ignorable="w14",
            ),
        )
        self.footnotes = root("w:footnotes", spaces=("r",))
        self.footnotes_part = self.part("/word/footnotes.xml", CT.WML_FOOTNOTES, self.footnotes)
        self.lists: list[Element] = []
        self.running: list[Element] = []
        self.headers: dict[int, Element] = {}
        self.headed_by = 0
        self.page = portrait(self.style)
        self.used_bookmarks: set[str] = set()
        self.names = Names(document)
        self._pictures: dict[bytes, Part] = {}

    # --- facts about the document --------------------------------------------------------

    @cached_property
    def targets(self) -> dict[str, Target]:
        """The blocks that a reference may name."""
        found = (block for block in walk(self.document.blocks) if isinstance(block, Heading | Table | Figure))
        return {block.id: block for block in found if block.id}

    @cached_property
    def bookmarks(self) -> dict[str, str]:
        """The bookmark of all that something may lead to: blocks, notes with more marks, and terms."""
        contents = [content for block in walk(self.document.blocks) for content in inlines_of(block)]
        notes = [note.id for content in contents for note in notes_in(content) if note.id]
        terms = [term.id for content in contents for term in terms_in(content)]
        return numbered_names("_Ref", (*self.targets, *notes, *terms))

    @cached_property
    def link_names(self) -> dict[str, str]:
        """What each place that a link leads to is called."""
        return link_names(self.document)

    @cached_property
    def contents_bookmarks(self) -> dict[str, str]:
        """The bookmark of each heading, figure and table that stands in a contents list."""
        blocks = walk(self.document.blocks)
        named = (entry.target for block in blocks if isinstance(block, Contents) for entry in block.entries)
        return numbered_names("_Toc", named)

    @cached_property
    def counted_headings(self) -> frozenset[str]:
        """The headings to which Word's numbering gives the very number that they have."""
        counts = HeadingCounts()
        blocks = walk(self.document.blocks)
        return frozenset(block.id for block in blocks if isinstance(block, Heading) and counts.agrees(block))

    def identified(self, subject: Subject, content: list[Element], kind: str = "") -> list[Element]:
        """Content within the hidden bookmark of what says it; where there is none, nothing says it."""
        name = hidden_name(self.names.of(subject, kind))
        if not content:
            return content
        self.used_bookmarks.add(name)
        return bookmark(name, content)

    def used_styles(self) -> set[str]:
        """The ids of the styles that text, notes, headers and footers have named so far."""
        stories = (self.body, self.footnotes, *self.running)
        tags = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
        return {str(one.get(qn("w:val"))) for story in stories for one in story.iter(*tags)}

    # --- counters and parts --------------------------------------------------------------

    def count(self, what: str) -> int:
        """The next number of its kind, from 1."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def set_count(self, what: str, number: int) -> bool:
        """Count to `number`; whether that is the next one."""
        follows = self._counts.get(what, 0) + 1 == number
        self._counts[what] = number
        return follows

    def part(self, name: str, content_type: str, element: Element) -> XmlPart:
        """A new part whose XML is written when the package is."""
        return XmlPart(PackURI(name), content_type, element, self.package)

    def add(self, name: str, kind: str, element: Element) -> str:
        """A new part beside the main part, such as `styles`; the id of its relationship."""
        return self.attach(self.beside(name, kind, element), kind)

    def attach(self, part: XmlPart, kind: str) -> str:
        """Let the main part point at a part of this kind; the id of the relationship."""
        return self.main.relate_to(part, _KINDS[kind][1])

    def beside(self, name: str, kind: str, element: Element) -> XmlPart:
        """A new part of this kind that nothing points at yet."""
        return self.part(f"/word/{name}.xml", _KINDS[kind][0], element)

    def picture(self, media_type: str, data: bytes, owner: Part | None = None) -> str:
        """The relationship id of a picture in a part, the main one or another; it is stored once."""
        if data not in self._pictures:
            name = f"/word/media/image{len(self._pictures) + 1}.{_EXTENSIONS[media_type]}"
            self._pictures[data] = Part(PackURI(name), media_type, data, self.package)
        return (owner or self.main).relate_to(self._pictures[data], RT.IMAGE)


@dataclass
class HeadingCounts:
    """Counts headings as Word will, to know beforehand which number it shows."""

    _counts: list[int] = field(default_factory=lambda: [0, 0, 0])

    def agrees(self, heading: Heading) -> bool:
        """Whether Word, counting this heading too, gives it the number that it has."""
        if not heading.numbered or heading.level > len(self._counts):
            return False
        counts = [*self._counts[: heading.level], *[0] * (len(self._counts) - heading.level)]
        counts[heading.level - 1] += 1
        if _heading_number(heading.level, counts) != heading.number:
            return False
        self._counts = counts
        return True


def _heading_number(level: int, counts: list[int]) -> str:
    deel, onderdeel, hoofdstuk = (max(1, count) for count in counts)
    letter = letters(onderdeel).upper()
    return (f"{deel}", f"{deel}{letter}", f"{deel}{letter}.{hoofdstuk}")[level - 1]
