"""One paper in a template: what the writer asks of it, instead of making that itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from docx.oxml.ns import qn
from lxml import etree

from rapportage.document import Meta
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle, WordTemplate
from rapportage.writers.docx.ooxml import Element, el
from rapportage.writers.docx.style_xml import Style, twips
from rapportage.writers.docx.template.drawn import pictured, without_other_relations, without_picture
from rapportage.writers.docx.template.extent import text_begins
from rapportage.writers.docx.template.media import kind_of
from rapportage.writers.docx.template.opened import TemplateError, value
from rapportage.writers.docx.template.properties import FONT
from rapportage.writers.docx.template.read import Sheet, has_page_number, read_template
from rapportage.writers.docx.template.running import Along, taken_over
from rapportage.writers.docx.template.styles import Laid, standing_alone
from rapportage.writers.docx.template.tokens import in_template
from rapportage.writers.docx.theme import known_colours, theme_part

_MOST_FONTS = 200
_LINE = 12.0
"""How high a line of a header is at least, in points."""
_ACCENTS = tuple(f"accent{one}" for one in range(1, 7))
_SLOTS = ("dark1", "light1", "dark2", "light2", *_ACCENTS, "hyperlink", "followedHyperlink")
Attach = Callable[[str, bytes], str]
"""Gives a picture of this media type to the part that shows it; the id of the relationship."""


class TemplatePaper:
    """A paper that is being written in a template; `number` counts what must have a number of its own."""

    def __init__(
        self, own: WordTemplate, style: HouseStyle, meta: Meta, page_count: int, number: Callable[[str], int]
    ) -> None:
        self.template = read_template(own.data)
        self.style = in_template(style, self.template)
        self.laid = Laid(self.template, dict(own.names), self.style)
        self._called: dict[tuple[str, str], str] = {}
        self._alone: list[Element] = []
        self._along = Along(self.template.styles, meta, page_count, self._style, number)

    @property
    def sheet(self) -> Sheet | None:
        """The upright page; None where the paper has that of the house style."""
        sheet, page = self.template.sheet, portrait(self.style)
        if sheet is None:
            return None
        near = (abs(length - getattr(page, side)) < 1 for side, length in sheet.page().items())
        return sheet if all(near) else None

    @property
    def left(self) -> tuple[str, ...]:
        """What of headers and footers was left out, each once."""
        return tuple(dict.fromkeys(self._along.left))

    # --- headers and footers -------------------------------------------------------------

    @property
    def even(self) -> bool:
        """Whether left pages have a header or footer of their own."""
        return any(page == "even" for _, page in self.template.running)

    def running(self, kind: str, page: str) -> tuple[str, Element | None]:
        """The template's header or footer of a page, and what it is called; None where it shows nothing."""
        name = self.template.running.get((kind, page), "")
        return name, taken_over(self.template, name, self._along) if name else None

    @property
    def opens_with_picture(self) -> bool:
        """Whether a picture stands above the first page, as the logo of a letterhead does."""
        name = self.template.running.get(("header", "first"), "")
        made = taken_over(self.template, name, self._aside()) if name else None
        return made is not None and any(True for _ in pictured(made))

    def keep_clear(self, header: Element) -> None:
        """Let a header of some pages reach as low as what hangs in it: the margin is that of all pages."""
        if self.sheet is None:
            return
        begin = text_begins(header, self.sheet.header, self.sheet.top, self.sheet.height, floating=True)
        lines = _LINE * sum(1 for _ in header.iterchildren(qn("w:p")))
        if begin > self.sheet.top and (room := begin - self.sheet.header - lines) > 0:
            spacing = el("w:spacing", before=0, after=0, line=twips(room), lineRule="exact")
            header.append(el("w:p", el("w:pPr", el("w:pStyle", val="Header"), spacing)))

    def lacks(self, page: str) -> tuple[bool, bool]:
        """Whether header and footer of a page leave out the paper's title, and the number of the page."""
        names = [self.template.running.get((kind, page), "") for kind in ("header", "footer")]
        along = self._aside()
        made = [taken_over(self.template, name, along) for name in names if name]
        return not along.has_title, not any(has_page_number(one) for one in made if one is not None)

    def _aside(self) -> Along:
        """What goes along with a header or footer that is only looked at."""
        return Along(self.template.styles, self._along.meta, 1, self._style, lambda _: 0)

    def give_pictures(self, name: str, running: Element, attach: Attach) -> None:
        """Let the pictures of a header or footer be those of its new part; what cannot be shown goes."""
        relations = self.template.parts.relations.get(name, {})
        for one, key in pictured(running):
            relation = relations.get(str(one.get(key, "")))
            data = b""
            if relation is not None and relation.kind == "image" and not relation.outside:
                try:
                    data = self.template.parts.bytes_of(relation.target)
                except TemplateError:
                    data = b""
            if kind := kind_of(data):
                one.set(key, attach(kind, data))
            else:
                without_picture(one)
        without_other_relations(running)

    def _style(self, kind: str, key: str) -> str:
        """The id that a style of the template has in the paper; '' for one that it does not have."""
        if (kind, key) not in self._called:
            number = len(self._alone) + 1
            made = standing_alone(self.template.styles, kind, key, f"Sjabloon {number}", f"Sjabloon{number}")
            self._called[kind, key] = "" if made is None else f"Sjabloon{number}"
            if made is not None:
                self._alone.append(made)
        return self._called[kind, key] or ("Normal" if kind == "paragraph" else "")

    # --- parts ---------------------------------------------------------------------------

    def styles(
        self, listed: Iterable[Style], used: Iterable[str], lang: str
    ) -> tuple[Element, list[Element]]:
        """What holds for all text, and the styles: ours over the template's, and those of its headers."""
        return self.laid.defaults(lang), [*self.laid.all(listed, used), *self._alone]

    def theme(self) -> Element:
        """A theme with the template's colours and letters, those of the house style where it has none."""
        theme = self.template.styles.theme
        family = self.style.fonts()[0]
        fonts = {kind: theme.fonts.get(kind, family) for kind in ("major", "minor")}
        return theme_part(known_colours(self.style) | dict(theme.colours), fonts["major"], fonts["minor"])

    def fonts(self) -> list[Element]:
        """The fonts that the template lists, each with what stands in for it; no files come along."""
        found = [] if self.template.fonts is None else list(self.template.fonts.iter(qn("w:font")))
        made: dict[str, Element] = {}
        for one in found[:_MOST_FONTS]:
            name = value(one, "name")
            if re.fullmatch(FONT, name):
                children = [_font_fact(one, tag, pattern) for tag, pattern in _FONT_FACTS.items()]
                made.setdefault(name, el("w:font", *children, name=name))
        return list(made.values())

    def colour_slots(self) -> dict[str, str]:
        """Which colours of the theme the template takes for text and ground."""
        settings = self.template.settings
        found = None if settings is None else settings.find(qn("w:clrSchemeMapping"))
        said = () if found is None else found.attrib.items()
        slots = {str(key).rpartition("}")[2]: str(one) for key, one in said}
        return {key: one for key, one in slots.items() if one in _SLOTS and key in _MAPPED}


_MAPPED = ("bg1", "t1", "bg2", "t2", *_ACCENTS, "hyperlink", "followedHyperlink")
_FONT_FACTS = {
    "altName": FONT,
    "panose1": r"[0-9A-Fa-f]{20}",
    "charset": r"[0-9A-Fa-f]{2}",
    "family": "decorative|modern|roman|script|swiss|auto",
    "pitch": "fixed|variable|default",
}


def _font_fact(font: etree._Element, tag: str, pattern: str) -> Element | None:
    said = value(font.find(qn(f"w:{tag}")))
    return el(f"w:{tag}", val=said) if re.fullmatch(pattern, said) else None
