"""The styles of a paper in a template: the template's own by their names, and ours for what it lacks.

A style is taken with all that it is based on, and stands on the standard one alone. What papers live by is
ours whatever the template says: numbers, the outline, the tabs of a contents list, what stays on one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace

from docx.oxml.ns import qn

from rapportage.style.contrast import WORDS, clear, contrast
from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.ooxml import Element, el
from rapportage.writers.docx.style_xml import Style, style_xml, twips
from rapportage.writers.docx.template.looks import Look, Styles, is_on
from rapportage.writers.docx.template.opened import value
from rapportage.writers.docx.template.properties import Properties
from rapportage.writers.docx.template.read import Template
from rapportage.writers.docx.template.table_look import readable, table_look
from rapportage.writers.docx.template.tokens import space_between

_PARAGRAPH = (
    *("keepNext", "keepLines", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs"),
    *("suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl"),
)
_CHARACTERS = (
    *(
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "color",
        "spacing",
        "kern",
        "sz",
        "szCs",
    ),
    *("u", "shd", "vertAlign", "lang"),
)
"""The properties in the order of the schema."""
_ALWAYS = ("numPr", "outlineLvl")
_WHERE_ON = ("keepNext", "keepLines", "suppressAutoHyphens")
_LIST, _IN_CONTENTS = "List", ("TOC1", "TOC2", "TOC3", "TOC4", "TOC5", "TableofFigures")
_RUNNING = ("Nalijst", "Nablok", "Intro", "Slot", "List", "Quote", "Kader")
"""The styles of ours in which text runs on, and has its edges as all text has them."""
_RESET = {
    "ind": el("w:ind", left=0, right=0, firstLine=0),
    "jc": el("w:jc", val="left"),
    "shd": el("w:shd", val="clear", color="auto", fill="auto"),
    "contextualSpacing": el("w:contextualSpacing", val=0),
}
"""What keeps a style of ours from having these of the template's standard style."""
_UNNUMBERED = el("w:numPr", el("w:numId", val=0))
_NO_OUTLINE = el("w:outlineLvl", val=9)


class Laid:
    """Our styles laid over those of a template; `names` are what it calls some of them."""

    def __init__(self, template: Template, names: Mapping[str, str], style: HouseStyle) -> None:
        self.styles: Styles = template.styles
        self.names = {one.lower(): other for one, other in names.items()}
        self.gap, self.soft = style.points("ruimte.alinea"), style.colour("accent-zacht")
        standard = self.styles.standard
        self.standard = self.styles.look(standard) if standard is not None else Look({}, {})
        whole = self.styles.whole(standard)
        indent = value(whole.paragraph.get("ind"), "firstLine")
        self.is_spaced = bool(space_between(whole)) or indent not in ("", "0")
        self.table = table_look(template, self.names)
        self.adapted: list[str] = []
        self.lacking: list[str] = []

    def defaults(self, lang: str) -> Element:
        """Letter, language and spacing of all text that says nothing else."""
        said = self.styles.defaults
        language = el("w:lang", val=lang, eastAsia=lang, bidi="ar-SA")
        paragraph = {"widowControl": el("w:widowControl")} | said.paragraph
        return el(
            "w:docDefaults",
            el("w:rPrDefault", properties("w:rPr", said.characters | {"lang": language})),
            el("w:pPrDefault", properties("w:pPr", paragraph)),
        )

    def all(self, listed: Iterable[Style], used: Iterable[str]) -> Iterator[Element]:
        """The elements of our styles, in order."""
        used = set(used)
        for one in listed:
            found = None if one.helper else self.found(one)
            if found is None:
                if not one.helper and one.name[0].islower():
                    self.lacking.append(one.name)
                made = self._ours(one, used)
            else:
                made = self._theirs(one, found, used)
            yield self._in_head(one, made) if one.id.startswith("Tabelkop") else made

    def found(self, one: Style) -> Element | None:
        """The template's style for one of ours."""
        kind = "character" if one.character else "paragraph"
        if one.id == "Normal" and "normal" not in self.names:
            found = self.styles.standard
        else:
            found = self.styles.named(self.names.get(one.name.lower(), one.name), kind)
        return found  # type: ignore[return-value]

    def _in_head(self, one: Style, made: Element) -> Element:
        """The style of words in the head of a table, clear on the ground that the template has there."""
        ground, wanted = self.table.ground, self.table.letters
        if not (ground or wanted):
            return made
        paragraph, characters = _children(made, "w:pPr"), _children(made, "w:rPr")
        own = self.styles.colour(Look({}, characters))
        colour = readable(wanted or own, ground or self.soft)
        if wanted and colour != wanted and one.id == "Tabelkop":
            behind = ground or self.soft
            told = f"kop van tabellen: {wanted} is op {behind} te weinig te zien; het werd {colour}"
            self.adapted.append(told)
        characters["color"] = el("w:color", val=colour[1:].upper())
        return _with(made, paragraph, characters)

    # --- the template's ------------------------------------------------------------------

    def _theirs(self, one: Style, found: Element, used: set[str]) -> Element:
        made = style_xml(one, used)
        standard = one.id == "Normal"
        look = self.styles.look(found, without_standard=not standard)
        ours = _children(made, "w:pPr")
        paragraph, characters = dict(look.paragraph), dict(look.characters)
        if self.styles.is_numbered(found) or one.id.startswith(_LIST):
            for tag in ("ind", "tabs"):
                paragraph.pop(tag, None)
        if one.id.startswith(_LIST) or one.id in _IN_CONTENTS:
            paragraph |= {tag: ours[tag] for tag in ("ind", "tabs") if tag in ours}
        paragraph |= {tag: ours[tag] for tag in _WHERE_ON if tag in ours}
        for tag in _ALWAYS:
            paragraph.pop(tag, None)
        paragraph |= {tag: ours[tag] for tag in _ALWAYS if tag in ours}
        if one.id == "TOCHeading":  # based on a heading in most templates, which numbers and lists it
            paragraph |= {"numPr": _UNNUMBERED, "outlineLvl": _NO_OUTLINE}
        if not self.is_spaced:
            _space(paragraph, twips(self.gap) if standard else 0, always=standard)
        if one.raised:
            characters["vertAlign"] = el("w:vertAlign", val="superscript")
        if one.underline:
            characters["u"] = el("w:u", val="single")
        self._clear(one, found, characters)
        based = one.based_on if one.character else "Normal" if self._stands_on_standard(found) else None
        _based_on(made, None if standard else based)
        return _with(made, {} if one.character else paragraph, characters)

    def _stands_on_standard(self, found: Element) -> bool:
        return any(one is self.styles.standard for one in self.styles.chain(found))

    def _clear(self, one: Style, found: Element, characters: Properties) -> None:
        """Let letters stand out from what is behind them, where the style itself says one or the other."""
        look = self.styles.whole(found) if one.id == "Normal" else self.styles.look(found)
        if not ({"color", "shd"} & look.characters.keys() or "shd" in look.paragraph):
            return
        whole = look if one.character else self.styles.whole(found)
        colour, ground = self.styles.colour(whole), self.styles.ground(whole)
        if contrast(colour, ground) >= WORDS:
            return
        dark = contrast("#ffffff", ground) > contrast("#000000", ground)
        made = "#ffffff" if dark else clear(colour, (ground,), WORDS)
        characters["color"] = el("w:color", val=made[1:].upper())
        self.adapted.append(f"stijl '{one.name}': {colour} is op {ground} te weinig te zien; het werd {made}")

    # --- ours ----------------------------------------------------------------------------

    def _ours(self, one: Style, used: set[str]) -> Element:
        """A style of ours, that has letters and lines of the standard style, and not its place."""
        if one.id == "Bijschriftnummer" and self._is_bold("caption"):
            one = replace(one, bold=None)  # bold in bold is light
        made = style_xml(one, used)
        paragraph, characters = _children(made, "w:pPr"), _children(made, "w:rPr")
        if "rFonts" in characters:
            heading = self.styles.named("heading 1")
            fonts = self.styles.whole(heading).characters.get("rFonts")
            characters.pop("rFonts")
            characters |= {"rFonts": fonts} if fonts is not None else {}
        if not one.character and one.based_on == "Normal":
            for tag, reset in _RESET.items():
                flows = tag == "jc" and one.id.startswith(_RUNNING)
                if tag in self.standard.paragraph and tag not in paragraph and not flows:
                    paragraph[tag] = reset
            if "ind" in paragraph and "ind" in self.standard.paragraph:
                _whole_indent(paragraph["ind"])
        return _with(made, {} if one.character else paragraph, characters)

    def _is_bold(self, name: str) -> bool:
        found = self.styles.named(name)
        return found is not None and is_on(self.styles.whole(found).characters, "b")


def _space(paragraph: Properties, after: int, *, always: bool) -> None:
    """Say what is left below a paragraph, where it does not say so itself."""
    spacing = deepcopy(paragraph["spacing"]) if "spacing" in paragraph else el("w:spacing")
    if always or spacing.get(qn("w:after")) is None:
        spacing.set(qn("w:after"), str(after))
    paragraph["spacing"] = spacing
    if always:
        paragraph.pop("contextualSpacing", None)


def _whole_indent(indent: Element) -> None:
    for side in ("left", "right"):
        if indent.get(qn(f"w:{side}")) is None:
            indent.set(qn(f"w:{side}"), "0")
    if indent.get(qn("w:hanging")) is None and indent.get(qn("w:firstLine")) is None:
        indent.set(qn("w:firstLine"), "0")


def standing_alone(styles: Styles, kind: str, key: str, name: str, new: str) -> Element | None:
    """A style of the template that headers and footers name, under a new id and name, based on none."""
    found = styles.by_id.get((kind, key))
    if found is None and kind == "paragraph":
        found = styles.standard
    if found is None:
        return None
    look = styles.look(found)
    made = el("w:style", el("w:name", val=name), el("w:uiPriority", val=99), el("w:semiHidden"),
              type_=kind, customStyle=1, styleId=new)  # fmt: skip
    return _with(made, look.paragraph if kind == "paragraph" else {}, look.characters)


# --- elements --------------------------------------------------------------------------------


def properties(tag: str, found: Properties) -> Element | None:
    """The element with these properties in the order of the schema; None where there are none."""
    order = _PARAGRAPH if tag == "w:pPr" else _CHARACTERS
    children = [deepcopy(found[name]) for name in order if name in found]
    return el(tag, *children) if children else None


def _children(style: Element, tag: str) -> Properties:
    found = style.find(qn(tag))
    return {} if found is None else {str(one.tag).rpartition("}")[2]: one for one in found}  # type: ignore[misc]


def _based_on(style: Element, base: str | None) -> None:
    found = style.find(qn("w:basedOn"))
    if found is not None:
        style.remove(found)
    if base is not None:
        style.insert(1, el("w:basedOn", val=base))


def _with(style: Element, paragraph: Properties, characters: Properties) -> Element:
    """The style with these properties and no others."""
    for tag in ("w:pPr", "w:rPr"):
        if (found := style.find(qn(tag))) is not None:
            style.remove(found)
    for one in (properties("w:pPr", paragraph), properties("w:rPr", characters)):
        if one is not None:
            style.append(one)
    return style
