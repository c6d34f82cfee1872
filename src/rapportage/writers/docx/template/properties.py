"""What is taken of the properties of a template's styles, and those of one style above those of another.

Only what bears on the look, and only in values that Word knows: no style of a template hides words, numbers
paragraphs, begins pages or reaches into the contents list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree

from rapportage.writers.docx.ooxml import Element, el
from rapportage.writers.docx.template.opened import value

_TWIPS, _COUNT, _ON = r"-?\d{1,5}", r"\d{1,4}", r"1|0|true|false|on|off"
FONT = r"[^\x00-\x1f\"<>&]{1,80}"
_HEX, _SHADE = r"[0-9A-Fa-f]{6}|auto", r"[0-9A-Fa-f]{2}"
_SLOT = "dark1|light1|dark2|light2|accent[1-6]|hyperlink|followedHyperlink|none|background[12]|text[12]"
_RULES = "none|nil|single|thick|double|dotted|dashed|dotDash|dotDotDash|triple|dashSmallGap"
BORDER = {
    "val": _RULES,
    "sz": _COUNT,
    "space": r"[0-9]|[12][0-9]|3[01]",
    "color": _HEX,
    "themeColor": _SLOT,
    "themeTint": _SHADE,
    "themeShade": _SHADE,
}
"""What is taken of a rule."""
_SIDES = ("top", "left", "bottom", "right", "between")
_SWITCH = {"val": _ON}
_MOST_TABS = 60
_TABS = {
    "val": "left|center|right|decimal|clear",
    "leader": "none|dot|hyphen|underscore|middleDot",
    "pos": _TWIPS,
}

PARAGRAPH: Mapping[str, Mapping[str, str]] = {
    "keepNext": _SWITCH,
    "keepLines": _SWITCH,
    "widowControl": _SWITCH,
    "pBdr": {},
    "shd": {
        "val": "clear|solid|nil",
        "color": _HEX,
        "fill": _HEX,
        "themeFill": _SLOT,
        "themeFillTint": _SHADE,
        "themeFillShade": _SHADE,
    },
    "tabs": {},
    "suppressAutoHyphens": _SWITCH,
    "spacing": {
        "before": r"\d{1,5}",
        "after": r"\d{1,5}",
        "line": r"\d{1,5}",
        "lineRule": "auto|exact|atLeast",
        "beforeAutospacing": _ON,
        "afterAutospacing": _ON,
    },
    "ind": {"left": _TWIPS, "right": _TWIPS, "hanging": r"\d{1,5}", "firstLine": r"\d{1,5}"},
    "contextualSpacing": _SWITCH,
    "jc": {"val": "left|right|center|both"},
}
"""What is taken of a paragraph, in the order of the schema: its attributes, and what each may be."""
CHARACTERS: Mapping[str, Mapping[str, str]] = {
    "rFonts": {
        "ascii": FONT,
        "hAnsi": FONT,
        "eastAsia": FONT,
        "cs": FONT,
        **{
            f"{one}Theme": r"(?:major|minor)(?:HAnsi|Ascii|EastAsia|Bidi)"
            for one in ("ascii", "hAnsi", "eastAsia")
        },
        "cstheme": r"(?:major|minor)(?:HAnsi|Ascii|EastAsia|Bidi)",
    },
    "b": _SWITCH,
    "bCs": _SWITCH,
    "i": _SWITCH,
    "iCs": _SWITCH,
    "caps": _SWITCH,
    "smallCaps": _SWITCH,
    "color": {"val": _HEX, "themeColor": _SLOT, "themeTint": _SHADE, "themeShade": _SHADE},
    "spacing": {"val": r"-?\d{1,3}"},
    "kern": {"val": _COUNT},
    "sz": {"val": _COUNT},
    "szCs": {"val": _COUNT},
    "u": {"val": "none|single|words|double|thick|dotted|dash|wave", "color": _HEX},
    "shd": {
        "val": "clear|solid|nil",
        "color": _HEX,
        "fill": _HEX,
        "themeFill": _SLOT,
        "themeFillTint": _SHADE,
        "themeFillShade": _SHADE,
    },
    "vertAlign": {"val": "baseline|superscript|subscript"},
}
"""The same of characters."""
_CALLED = {"start": "left", "end": "right"}
"""What later versions of the norm call sides."""
_THEMED = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_MOST = 31_680
"""The longest length that Word knows, in twentieths of a point: 22 inches."""
_W = qn("w:x")[:-1]

Properties = dict[str, Element]
"""The properties of a paragraph or of characters, by the last part of their names."""


def kept(properties: etree._Element | None, known: Mapping[str, Mapping[str, str]]) -> Properties:
    """What is known of these properties, with values that Word knows."""
    found: Properties = {}
    for one in () if properties is None else properties:
        space, _, name = str(one.tag).rpartition("}")
        if f"{space}}}" != _W or name not in known:
            continue
        if name == "pBdr":
            rules = [_with(side, BORDER) for side in _in_order(one, _SIDES)]
            found[name] = el("w:pBdr", *(rule for rule in rules if value(rule)))
        elif name == "tabs":
            made = [_with(stop, _TABS) for stop in list(one)[:_MOST_TABS] if stop.tag == qn("w:tab")]
            stops = [stop for stop in made if value(stop) and value(stop, "pos")]
            if stops:
                found[name] = el("w:tabs", *stops)
        else:
            kept = _with(one, known[name])
            if known[name] is _SWITCH or (kept.attrib and (value(kept) or "val" not in known[name])):
                found[name] = kept
    return found


def _in_order(rules: etree._Element, sides: Iterable[str]) -> list[etree._Element]:
    found = {str(one.tag): one for one in rules}
    found = {_CALLED.get(tag.rpartition("}")[2], tag.rpartition("}")[2]): one for tag, one in found.items()}
    return [found[side] for side in sides if side in found]


def _with(one: etree._Element, known: Mapping[str, str]) -> Element:
    """The element with those attributes of it that are known and sound."""
    name = str(one.tag).rpartition("}")[2]
    made = el(f"w:{_CALLED.get(name, name)}")
    for key, said in one.attrib.items():
        space, _, attribute = str(key).rpartition("}")
        attribute, text = _CALLED.get(attribute, attribute), _CALLED.get(str(said), str(said))
        huge = text.lstrip("-").isdecimal() and len(text) < 6 and abs(int(text)) > _MOST
        if f"{space}}}" == _W and not huge and re.fullmatch(known.get(attribute, r"(?!)"), text):
            made.set(qn(f"w:{attribute}"), text)
    return made


def known_children(
    properties: etree._Element | None, known: Mapping[str, Mapping[str, object]]
) -> Properties:
    """What is known of the properties of a table, row or cell, those of its sides within them."""
    found: Properties = {}
    for one in () if properties is None else properties:
        space, _, name = str(one.tag).rpartition("}")
        said = known.get(name) if f"{space}}}" == _W else None
        if said is None:
            continue
        sides = {key: inner for key, inner in said.items() if isinstance(inner, Mapping)}
        if sides:
            there = {str(side.tag).rpartition("}")[2]: side for side in one}
            there = {_CALLED.get(key, key): side for key, side in there.items()}
            within = [(_with(there[key], sides[key]), sides[key]) for key in sides if key in there]
            sound = (side for side, own in within if side.attrib and (value(side) or "val" not in own))
            found[name] = el(f"w:{name}", *sound)
        else:
            kept = _with(one, {key: str(inner) for key, inner in said.items()})
            if value(kept) or name not in _OF_A_VALUE:
                found[name] = kept
    return found


_OF_A_VALUE = frozenset(("jc", "tblOverlap", "gridSpan", "vAlign", "shd"))
"""What of a table, row or cell may not stand there without a value (ECMA-376 part 1, 17.4)."""


# --- one above another -----------------------------------------------------------------------


def merged(below: Properties, above: Properties) -> Properties:
    """The properties of both; where both say something, those above."""
    made = dict(below)
    for name, one in above.items():
        under = below.get(name)
        if under is not None and name in ("spacing", "ind", "rFonts") and len(one.attrib):
            made[name] = _joined(under, one)
        elif under is not None and name == "pBdr":
            made[name] = el("w:pBdr", *map(deepcopy, _in_order_of_both(under, one)))
        elif under is not None and name == "tabs":
            made[name] = _tabs(under, one)
        else:
            made[name] = one
    return made


def _joined(under: Element, over: Element) -> Element:
    made = deepcopy(under)
    for plain, themed in _THEMED.items():
        if value(over, plain) and made.get(qn(f"w:{themed}")) is not None:
            del made.attrib[qn(f"w:{themed}")]
    for one, other in (("hanging", "firstLine"), ("firstLine", "hanging")):
        if value(over, one) and made.get(qn(f"w:{other}")) is not None:
            del made.attrib[qn(f"w:{other}")]
    for key, said in over.attrib.items():
        made.set(key, said)
    return made


def _in_order_of_both(under: Element, over: Element) -> list[Element]:
    sides = {str(one.tag).rpartition("}")[2]: one for one in (*under, *over)}
    return [sides[side] for side in _SIDES if side in sides]


def _tabs(under: Element, over: Element) -> Element:
    stops = {value(one, "pos"): one for one in (*under, *over)}
    return el("w:tabs", *(deepcopy(stops[at]) for at in sorted(stops, key=int)))
