"""What the tables of a template look like: its rules, and the ground and letters of a head.

That is the look of the style that papers are told to take, or else of the one that the template has for all
new tables. Widths, padding and what a table says of its head stay ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml import etree

from rapportage.style.contrast import WORDS, contrast
from rapportage.writers.docx.ooxml import Element, el
from rapportage.writers.docx.template.looks import NOTHING, Look, Styles
from rapportage.writers.docx.template.opened import value
from rapportage.writers.docx.template.properties import BORDER, CHARACTERS, PARAGRAPH, kept, known_children
from rapportage.writers.docx.template.read import Template

TABLE = "Gegevenstabel"
"""What our style of tables is called, and so the one that stands for it."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULES = dict.fromkeys(_SIDES, BORDER)
_TABLE = {"tblBorders": _RULES}
_CELL = {"tcBorders": dict.fromkeys(("top", "bottom"), BORDER), "shd": PARAGRAPH["shd"]}


@dataclass(frozen=True, slots=True)
class TableLook:
    """The rules of a table and of its head, and the colours of that head; None and '' where ours stay."""

    rules: Element | None = field(default=None, compare=False)
    head_rules: Element | None = field(default=None, compare=False)
    ground: str = ""
    letters: str = ""


PLAIN = TableLook()


def table_look(template: Template, names: Mapping[str, str]) -> TableLook:
    """The look of tables in the template; `names` may say in small letters which style has it."""
    found = _found(template, names.get(TABLE.lower(), ""))
    if found is None:
        return PLAIN
    styles = template.styles
    chain = [*styles.chain(found)][::-1]
    rules, head_rules, head = None, None, NOTHING
    for one in chain:
        rules = _rules(one.find(qn("w:tblPr")), "tblBorders", _TABLE, rules)
        for part in one.iterfind(qn("w:tblStylePr")):
            if value(part, "type") == "firstRow":
                cell = part.find(qn("w:tcPr"))
                head_rules = _rules(cell, "tcBorders", _CELL, head_rules)
                said = {key: shade for key, shade in known_children(cell, _CELL).items() if key == "shd"}
                head = Look(said, kept(part.find(qn("w:rPr")), CHARACTERS)).over(head)
    ground, letters = styles.ground(head, ""), styles.colour(head, "")
    return TableLook(rules, head_rules, ground.strip("#") and ground, letters.strip("#") and letters)


def readable(letters: str, ground: str) -> str:
    """The colour of letters, or the one of black and white that is clear on this ground where it is not."""
    if contrast(letters, ground) >= WORDS:
        return letters
    return max(("#ffffff", "#000000"), key=lambda one: contrast(one, ground))


def _found(template: Template, name: str) -> etree._Element | None:
    """The style of tables that is named, or the one for all new tables."""
    styles = template.styles
    if name:
        return styles.named(name, "table")
    settings = template.settings
    key = value(None if settings is None else settings.find(qn("w:defaultTableStyle")))
    if not key:
        return _standard(styles)
    chosen = styles.by_id.get(("table", key))
    return styles.named(key, "table") if chosen is None else chosen


def _standard(styles: Styles) -> etree._Element | None:
    tables = (one for (kind, _), one in styles.by_id.items() if kind == "table")
    return next((one for one in tables if value(one, "default") in ("1", "true", "on")), None)


def _rules(
    properties: etree._Element | None,
    tag: str,
    known: Mapping[str, Mapping[str, object]],
    below: Element | None,
) -> Element | None:
    """The rules that these properties draw, over those of the style below them."""
    found = known_children(properties, known).get(tag)
    if found is None:
        return below
    sides = {str(one.tag).rpartition("}")[2]: one for one in (*(() if below is None else below), *found)}
    drawn = [sides[side] for side in _SIDES if side in sides and value(sides[side])]
    return el(f"w:{tag}", *map(deepcopy, drawn)) if drawn else below
