"""What runs above and below the pages of a template, made fit to stand in a paper.

Words and pictures stay; what fills itself in elsewhere, waits for somebody to type, or acts goes: the only
fields that are left count pages. Nothing unknown is taken along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml import etree

from rapportage.document import Meta
from rapportage.dutch import date_text
from rapportage.writers.docx.ooxml import NAMESPACES, Element, el, run, text
from rapportage.writers.docx.ooxml import field as field_runs
from rapportage.writers.docx.ooxml import root as root_element
from rapportage.writers.docx.template.drawn import cleaned_drawing, cleaned_picture
from rapportage.writers.docx.template.looks import Styles
from rapportage.writers.docx.template.opened import value
from rapportage.writers.docx.template.properties import (
    CHARACTERS,
    PARAGRAPH,
    Properties,
    kept,
    known_children,
)
from rapportage.writers.docx.template.read import Template, is_said
from rapportage.writers.docx.template.styles import properties

SPACES = ("r", "wp", "a", "pic", "adec", "mc", "wps", "wpg", "v", "o", "w10")
"""The prefixes that what is taken over may use."""
_LENGTH, _COUNT, _WORD = r"-?\d{1,5}", r"\d{1,4}", r"[A-Za-z]{1,20}"
_FRAME: Mapping[str, Mapping[str, str]] = {
    "framePr": {"w": _COUNT, "h": _COUNT, "hRule": "auto|exact|atLeast", "hSpace": _COUNT, "vSpace": _COUNT,
                "wrap": "auto|notBeside|around|tight|through|none", "vAnchor": "text|margin|page",
                "hAnchor": "text|margin|page", "x": _LENGTH, "y": _LENGTH,
                "xAlign": "left|center|right|inside|outside",
                "yAlign": "inline|top|center|bottom|inside|outside"},
}  # fmt: skip
"""A number of a page may stand in a frame of its own."""
_RULE = {"val": "none|nil|single|thick|double|dotted|dashed|dotDash|dotDotDash|triple", "sz": _COUNT,
         "space": r"[0-9]|[12][0-9]|3[01]", "color": r"[0-9A-Fa-f]{6}|auto"}  # fmt: skip
_WIDTH = {"w": _LENGTH, "type": "auto|dxa|nil|pct"}
_SHADE = {"val": "clear|solid|nil", "color": r"[0-9A-Fa-f]{6}|auto", "fill": r"[0-9A-Fa-f]{6}|auto"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULES, _PADDING = dict.fromkeys(_SIDES, _RULE), dict.fromkeys(_SIDES[:4], _WIDTH)
_TABLE: Mapping[str, Mapping[str, object]] = {
    "tblpPr": {"leftFromText": _COUNT, "rightFromText": _COUNT, "topFromText": _COUNT,
               "bottomFromText": _COUNT, "vertAnchor": "text|margin|page", "horzAnchor": "text|margin|page",
               "tblpX": _LENGTH, "tblpY": _LENGTH, "tblpXSpec": "left|center|right|inside|outside",
               "tblpYSpec": "inline|top|center|bottom|inside|outside"},
    "tblOverlap": {"val": "never|overlap"},
    "tblW": _WIDTH,
    "jc": {"val": "left|center|right"},
    "tblInd": _WIDTH,
    "tblBorders": _RULES,
    "shd": _SHADE,
    "tblLayout": {"type": "fixed|autofit"},
    "tblCellMar": _PADDING,
}  # fmt: skip
_ROW: Mapping[str, Mapping[str, object]] = {
    "cantSplit": {"val": "0|1|true|false"},
    "trHeight": {"val": r"\d{1,5}", "hRule": "auto|exact|atLeast"},
    "jc": {"val": "left|center|right"},
}
_CELL: Mapping[str, Mapping[str, object]] = {
    "tcW": _WIDTH,
    "gridSpan": {"val": r"\d{1,2}"},
    "vMerge": {"val": "restart|continue"},
    "tcBorders": _RULES,
    "shd": _SHADE,
    "noWrap": {"val": "0|1|true|false"},
    "tcMar": _PADDING,
    "vAlign": {"val": "top|center|bottom"},
}
"""What is taken over of tables, rows and cells, in the order of the schema."""

_WITHIN = frozenset(["ins", "moveTo", "smartTag", "customXml", "hyperlink", "sdt", "sdtContent", "fldSimple"])
"""What only stands around words."""
_CHARACTERS = frozenset(["t", "tab", "br", "cr", "ptab", "noBreakHyphen", "softHyphen", "sym"])
_PAGE_FIELDS = {"PAGE": "PAGE", "NUMPAGES": "NUMPAGES", "SECTIONPAGES": "NUMPAGES"}
"""The fields that count pages, and what they become: a paper has sections of its own."""
_FACTS: Mapping[str, Callable[[Meta], str]] = {
    "TITLE": lambda meta: meta.running_title or meta.title,
    "SUBJECT": lambda meta: meta.subject,
    "AUTHOR": lambda meta: meta.author,
    "COMPANY": lambda meta: meta.author,
    "CREATOR": lambda meta: meta.author,
    **dict.fromkeys(("DATE", "SAVEDATE", "CREATEDATE", "PUBLISHDATE"), lambda meta: date_text(meta.date)),
}
"""What a field or a bound control may say of the paper itself; a day is its own, not that of opening it."""
_TITLES = ("title", "titel")


@dataclass(slots=True)
class Along:
    """What goes along with what was taken over: how styles are called from now on, and what was left out."""

    styles: Styles
    meta: Meta
    page_count: int
    called: Callable[[str, str], str]
    number: Callable[[str], int]
    left: list[str] = field(default_factory=list)
    has_title: bool = False


def taken_over(template: Template, name: str, along: Along) -> Element | None:
    """A header or footer as it may stand in a paper, its pictures by the ids that it had for them.

    None where nothing of it is left to be seen.
    """
    found = template.parts.xml(name)
    kind = "w:hdr" if found.tag == qn("w:hdr") else "w:ftr"
    made = root_element(kind, *_blocks(found, along), spaces=SPACES)
    if not is_said(made):
        return None
    if made[-1].tag != qn("w:p"):
        made.append(el("w:p"))
    return made


# --- blocks ----------------------------------------------------------------------------------


def _blocks(around: etree._Element, along: Along) -> Iterator[Element]:
    for one in around:
        if one.tag == qn("w:p"):
            yield _paragraph(one, along)
        elif one.tag == qn("w:tbl"):
            if (table := _table(one, along)) is not None:
                yield table
        elif _local(one) == "sdt":
            yield from _control(one, along, lambda inside: _blocks(inside, along), in_line=False)
        elif _local(one) in _WITHIN:
            yield from _blocks(one, along)


def _table(table: etree._Element, along: Along) -> Element | None:
    rows = [made for row in _rows(table) if (made := _row(row, along)) is not None]
    grid = [el("w:gridCol", w=_digits(value(one, "w"))) for one in table.iterfind(f"{qn('w:tblGrid')}/*")]
    if not rows or not grid:
        return None
    said = table.find(qn("w:tblPr"))
    look: Properties = {}
    for style in (*_table_styles(said, along.styles), table):
        look |= known_children(style.find(qn("w:tblPr")), _TABLE)
    look.setdefault("tblW", el("w:tblW", w=0, type_="auto"))
    return el(
        "w:tbl", el("w:tblPr", *(look[key] for key in _TABLE if key in look)), el("w:tblGrid", *grid), *rows
    )


def _table_styles(said: etree._Element | None, styles: Styles) -> list[etree._Element]:
    """The style that a table names, after those that it is based on."""
    key = value(None if said is None else said.find(qn("w:tblStyle")))
    found = styles.by_id.get(("table", key))
    return [] if found is None else [*styles.chain(found)][::-1]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for one in table:
        if one.tag == qn("w:tr"):
            yield one
        elif _local(one) in _WITHIN:
            yield from _rows(one)


def _row(row: etree._Element, along: Along) -> Element | None:
    cells = [_cell(one, along) for one in row.iter(qn("w:tc")) if _nearest(one, "w:tr") is row]
    if not cells:
        return None
    said = known_children(row.find(qn("w:trPr")), _ROW)
    look = [said[key] for key in _ROW if key in said]
    return el("w:tr", el("w:trPr", *look) if look else None, *cells)


def _cell(cell: etree._Element, along: Along) -> Element:
    said = known_children(cell.find(qn("w:tcPr")), _CELL)
    content = list(_blocks(cell, along))
    if not content or content[-1].tag != qn("w:p"):
        content.append(el("w:p"))
    return el("w:tc", el("w:tcPr", *(said[key] for key in _CELL if key in said)), *content)


def _paragraph(paragraph: etree._Element, along: Along) -> Element:
    said = paragraph.find(qn("w:pPr"))
    key = value(None if said is None else said.find(qn("w:pStyle")))
    look: Properties = kept(said, _FRAME) | kept(said, PARAGRAPH)
    style = el("w:pStyle", val=along.called("paragraph", key))
    made = properties("w:pPr", look)
    children = list(_filled_in(_inlines(paragraph, along), along))
    return el("w:p", el("w:pPr", style, *(() if made is None else made)), *children)


# --- inlines ---------------------------------------------------------------------------------


def _inlines(around: etree._Element, along: Along) -> Iterator[Element]:
    """The runs, those of fields too, of which `_filled_in` makes what they may be."""
    for one in around:
        name = _local(one)
        if name == "r":
            yield from _run(one, along)
        elif name == "sdt":
            yield from _control(one, along, lambda inside: _inlines(inside, along), in_line=True)
        elif name == "fldSimple":
            yield run(el("w:fldChar", fldCharType="begin"))
            yield run(el("w:instrText", value(one, "instr")))
            yield run(el("w:fldChar", fldCharType="separate"))
            yield from _inlines(one, along)
            yield run(el("w:fldChar", fldCharType="end"))
        elif name in _WITHIN:
            yield from _inlines(one, along)


def _run(found: etree._Element, along: Along) -> Iterator[Element]:
    said = found.find(qn("w:rPr"))
    if said is not None and any(_is_on(said.find(qn(f"w:{one}"))) for one in ("vanish", "webHidden")):
        return
    look: Properties = kept(said, CHARACTERS)
    key = value(None if said is None else said.find(qn("w:rStyle")))
    if key and (style := along.called("character", key)):
        look["rStyle"] = el("w:rStyle", val=style)
    for one in found:
        made = _piece(one, along)
        if made is not None:
            yield run(made, properties=properties("w:rPr", look))


def _piece(one: etree._Element, along: Along) -> Element | None:
    """What may stand in a run; None for anything else."""
    name = _local(one)

    def blocks(inside: etree._Element) -> list[Element]:
        return list(_blocks(inside, along))

    if name in _CHARACTERS:
        made = el(f"w:{name}", one.text if name == "t" else None)
        if name == "t":
            made.set(f"{{{NAMESPACES['xml']}}}space", "preserve")
        for key in ("type", "alignment", "relativeTo", "leader", "font", "char"):
            if re.fullmatch(r"[\w -]{1,40}", said := value(one, key)):
                made.set(qn(f"w:{key}"), said)
        return made
    if name in ("fldChar", "instrText"):
        return el(
            f"w:{name}",
            one.text if name == "instrText" else None,
            fldCharType=value(one, "fldCharType") or None,
        )
    if name == "drawing":
        return cleaned_drawing(one, along.number, blocks)
    if name == "pict":
        return cleaned_picture(one, along.number, blocks)
    if one.tag == f"{{{NAMESPACES['mc']}}}AlternateContent":
        choice = next(iter(one), None)
        requires = "" if choice is None else choice.get("Requires", "")
        if choice is not None and requires in ("wps", "wpg"):
            drawing = choice.find(qn("w:drawing"))
            return None if drawing is None else cleaned_drawing(drawing, along.number, blocks, requires)
    return None


def _control(
    control: etree._Element,
    along: Along,
    within: Callable[[etree._Element], Iterable[Element]],
    *,
    in_line: bool,
) -> Iterator[Element]:
    """What stands in a control; of one that waits for words nothing, of one that knows the paper a fact."""
    said, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
    if said is None or content is None:
        return
    gallery = value(said.find(f"{qn('w:docPartObj')}/{qn('w:docPartGallery')}"))
    bound = value(said.find(qn("w:dataBinding")), "xpath")
    fact = next((one for one in _FACTS if re.search(rf":{one}\b", bound, re.I)), "")
    if fact:
        words = _FACTS[fact](along.meta)
        along.has_title |= fact == "TITLE"
        made = run(*text(words))
        style = el("w:pPr", el("w:pStyle", val=along.called("paragraph", "")))
        yield made if in_line else el("w:p", style, made)
    elif said.find(qn("w:showingPlcHdr")) is not None or bound:
        along.left.append("een invulveld dat op woorden wacht")
    elif gallery == "Watermarks":
        along.left.append("een watermerk")
    else:
        yield from within(content)


def _filled_in(runs: Iterable[Element], along: Along) -> Iterator[Element]:
    """The runs, in which each field became a number of pages, a fact of the paper, or nothing."""
    depth, instruction, result, look, shown = 0, "", False, None, False
    for one in runs:
        mark = one.find(qn("w:fldChar"))
        kind = value(mark, "fldCharType")
        if kind == "begin":
            if depth == 0:
                instruction, result, look, shown = "", False, one.find(qn("w:rPr")), False
            depth += 1
        elif kind == "separate":
            result |= depth == 1
        elif kind == "end":
            if depth == 1:
                yield from _field(instruction, look, along)
            depth = max(0, depth - 1)
        elif depth == 0:
            if mark is None and one.find(qn("w:instrText")) is None:
                yield one
        elif depth == 1 and not result:
            instruction += "".join(found.text or "" for found in one.iter(qn("w:instrText")))
        elif not shown and one.find(qn("w:t")) is not None:
            look, shown = one.find(qn("w:rPr")), True  # a field looks as its result did


def _field(instruction: str, look: etree._Element | None, along: Along) -> Iterator[Element]:
    word, *rest = instruction.replace('"', " ").split() or [""]
    word = word.upper()
    own = None if look is None else deepcopy(look)
    if word in _PAGE_FIELDS:
        kind = _PAGE_FIELDS[word]
        yield from field_runs(kind, str(along.page_count) if kind == "NUMPAGES" else "1", own)  # type: ignore[arg-type]
        return
    if word == "STYLEREF" and " ".join(rest).lower().startswith(_TITLES):
        word = "TITLE"
    elif word == "DOCPROPERTY" and rest:
        word = rest[0].upper()
    if word in _FACTS:
        along.has_title |= word == "TITLE"
        yield run(*text(_FACTS[word](along.meta)), properties=own)  # type: ignore[arg-type]
    elif word:
        along.left.append(f"het veld {word}, dat in elk stuk iets anders zegt")


# --- small things ----------------------------------------------------------------------------


def _local(one: etree._Element) -> str:
    """The name of an element of Word's own; '' for another."""
    space, _, name = str(one.tag).rpartition("}")
    return name if f"{space}}}" == qn("w:x")[:-1] else ""


def _nearest(one: etree._Element, tag: str) -> etree._Element | None:
    return next(one.iterancestors(qn(tag)), None)


def _is_on(found: etree._Element | None) -> bool:
    return found is not None and value(found) not in ("0", "false", "off")


def _digits(said: str) -> str:
    return said if re.fullmatch(r"\d{1,5}", said) else "0"
