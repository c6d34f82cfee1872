"""Finish a drawing: check its words, and turn them into outlines.

A drawing's template writes ordinary SVG in points, each line of words in a `text` element of
its own. Here every line is measured: none may be smaller than SMALLEST, reach over the frame or
run into another. Then its outline takes its place, since a reader such as Word draws an SVG
with whatever font the machine has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import combinations
from math import inf

from lxml import etree

from rapportage.document import Image
from rapportage.errors import NO_ROOM, UNPRINTABLE, ContentError, Place, Problem, refusal
from rapportage.figures.lettering import ASCENT, DESCENT, SMALLEST, outline, short_number
from rapportage.figures.origin import Origin
from rapportage.figures.svg import svg_image
from rapportage.figures.svg_source import only_drawn, parse_svg
from rapportage.style.fonts import BOLD, FAMILY, NORMAL, Typeface, unprintable
from rapportage.style.lengths import PIXEL

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?[0-9]+\.[0-9]+(?:e-?[0-9]+)?")
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_SLACK = 0.6
"""How many points two boxes may share before the words in them touch."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """A line of words and the rectangle that it takes, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: TextBox) -> bool:
        """Whether the words of both run into each other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > _SLACK and down > _SLACK


def finish(
    svg: str, origin: Origin, place: Place, letters: Typeface, room: float = inf, scale: float = 1.0
) -> Image:
    """The drawing with its words as outlines, and beside it with its words as text.

    `origin` is the template that wrote it, `place` the figure whose words are in it, `letters` draw them, and
    `room` is the width that it may take, in points, before it is made `scale` times as large. Raises
    ContentError when its words do not fit, or it is no SVG.
    """
    root = parse_svg(svg.encode(errors="surrogatepass"), origin)
    boxes, frame = text_boxes(root, origin, letters), _frame(root, origin, room)
    misfits = _misfits(boxes, frame, place)
    unknown = unprintable("".join(box.text for box in boxes), place)
    problems = [*(one.told("fout", UNPRINTABLE) for one in unknown), *misfits]
    if problems:
        raise ContentError(problems)
    _shorten_numbers(root)
    worded = deepcopy(root)
    for element in worded.iter(f"{_SVG}text"):
        _in_its_letters(element, letters)
    for element in list(root.iter(f"{_SVG}text")):
        _outlined(element, letters)
    image = svg_image(etree.tostring(root), origin, own=True, width=frame[0] * scale / PIXEL)
    only_drawn(worded)
    return replace(image, worded=etree.tostring(worded))


def text_boxes(root: etree._Element, origin: Origin, letters: Typeface) -> list[TextBox]:
    """The boxes of all lines of words in a drawing as its template wrote it.

    Raises ContentError when a line is turned, made of parts, smaller than SMALLEST, or drawn in any
    way that its own box does not tell: repeated, masked, hidden, or placed by a percentage.
    """
    repeated = {str(one.get("href") or one.get(_XLINK) or "")[1:] for one in root.iter("{*}use")}
    words = (one for one in root.iter("{*}text", "{*}tspan", "{*}textPath") if _words(one) or len(one))
    return [_box(element, origin, letters, repeated) for element in words]


_OWN = {"x", "y", "font-size", "font-weight", "font-family", "text-anchor", "fill"}
"""The attributes that words may have: what else there is moves, turns, hides or stretches them."""
_AROUND = {"id", "fill", "stroke", "stroke-width", "font-family", "width", "height", "viewBox", "version"}
"""The attributes that what stands around words may have."""


def _box(element: etree._Element, origin: Origin, letters: Typeface, repeated: Set[str]) -> TextBox:
    words = _words(element)
    size, x, y = (_number(element, name) for name in ("font-size", "x", "y"))
    around = list(element.iterancestors())
    sound = (
        element.tag == f"{_SVG}text"
        and not len(element)
        and set(element.keys()) <= _OWN
        and element.get("text-anchor", "start") in _ANCHORS
        and all(set(one.keys()) <= _AROUND and one.get("id") not in repeated for one in around)
        and [one.tag for one in around] == [f"{_SVG}g"] * (len(around) - 1) + [f"{_SVG}svg"]
    )
    if not sound or size is None or x is None or y is None or size < SMALLEST:
        words = words or " ".join("".join(map(str, element.itertext())).split())
        raise _wrong(
            origin,
            f"zet '{words}' niet recht in een eigen <text>, of kleiner dan {SMALLEST:g} pt",
            "gebruik de macro's van _tekst.svg.j2, zonder eigen opmaak of maskers eromheen",
        )
    width = letters.text_width(words, size, bold=_is_bold(element))
    left = x - width * _anchor(element)
    return TextBox(words, left, y - ASCENT * size, left + width, y + DESCENT * size)


def _number(element: etree._Element, name: str) -> float | None:
    """The number in an attribute, 0 where it is left out as SVG has it; None when it is no bare number."""
    found = re.fullmatch(r"\s*(-?[0-9]+(?:\.[0-9]+)?)\s*", element.get(name, "0"))
    return float(found[1]) if found else None


def _frame(root: etree._Element, origin: Origin, room: float) -> tuple[float, float]:
    """The width and height of the drawing, which begins at the origin and fits in the room."""
    box = re.fullmatch(r"0 0 ([0-9]+(?:\.[0-9]+)?) ([0-9]+(?:\.[0-9]+)?)", root.get("viewBox") or "")
    hint = 'begin met <svg … width="Bpt" height="Hpt" viewBox="0 0 B H">, in punten'
    if box is None:
        raise _wrong(origin, "heeft geen viewBox vanaf 0 0", hint)
    width, height = float(box[1]), float(box[2])
    printed = [re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)pt", root.get(name) or "") for name in ("width", "height")]
    for side, length in zip(printed, (width, height), strict=True):
        if side is None or abs(float(side[1]) - length) > _SLACK:
            what = "is niet zo groot als haar viewBox; woorden veranderen dan van grootte"
            raise _wrong(origin, what, hint)
    if width > room + _SLACK:
        raise _wrong(origin, f"is {width:g} pt breed, en er is {room:g} pt", hint)
    return width, height


def _wrong(origin: Origin, what: str, hint: str) -> ContentError:
    """The error for a drawing whose template writes what only a drawing may not have."""
    return refusal(f"{origin} {what}", origin.at, hint, "tekening")


def _outlined(element: etree._Element, letters: Typeface) -> None:
    """Put the outline of the words where the text element stands."""
    size, x, y = (_number(element, name) or 0.0 for name in ("font-size", "x", "y"))
    path, width = outline(_words(element), size, letters, bold=_is_bold(element))
    lines = (element, *element.iterancestors())
    fill = next((str(one.get("fill")) for one in lines if one.get("fill")), "#000000")
    drawn = etree.Element(f"{_SVG}path", {"d": path, "fill": fill})
    if any(one.get("stroke") for one in lines):
        drawn.set("stroke", "none")
    drawn.set("transform", f"translate({short_number(x - width * _anchor(element))} {short_number(y)})")
    drawn.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, drawn)


def _in_its_letters(element: etree._Element, letters: Typeface) -> None:
    """Let the words begin where their outline does, in a face that comes along."""
    size, x, y = (_number(element, name) or 0.0 for name in ("font-size", "x", "y"))
    words, bold = _words(element), _is_bold(element)
    begin = x - letters.text_width(words, size, bold=bold) * _anchor(element)
    lines = (element, *element.iterancestors())
    fill = next((str(one.get("fill")) for one in lines if one.get("fill")), "#000000")
    element.attrib.clear()
    element.text = words
    facts = {
        "x": short_number(begin),
        "y": short_number(y),
        "font-family": letters.name if letters.name == FAMILY else f"'{letters.name}', '{FAMILY}'",
        "font-size": f"{size:g}",
        "font-weight": str(BOLD if bold else NORMAL),
        "fill": fill,
        "stroke": "none",
    }
    for name, value in facts.items():
        element.set(name, value)


def _shorten_numbers(root: etree._Element) -> None:
    """Give all numbers but those of words, which are still to be worked with, at most two decimals."""
    for element in root.iter():
        if element.tag == f"{_SVG}text":
            continue
        for name, value in list(element.items()):
            element.set(name, _NUMBER.sub(_short, str(value)))


def _words(element: etree._Element) -> str:
    return (element.text or "").strip()


def _anchor(element: etree._Element) -> float:
    """How much of the words lies left of their place."""
    return _ANCHORS.get(element.get("text-anchor") or "start", 0.0)


def _is_bold(element: etree._Element) -> bool:
    return (element.get("font-weight") or "400") in ("600", "700", "bold")


def _short(found: re.Match[str]) -> str:
    return short_number(float(found[0]))


def _misfits(boxes: list[TextBox], frame: tuple[float, float], place: Place) -> Iterator[Problem]:
    """The words that reach over the frame, and the first words that run into each other."""
    width, height = frame
    hint = "kies kortere woorden, of minder onderdelen"
    for box in boxes:
        if (
            box.left < -_SLACK
            or box.right > width + _SLACK
            or box.top < -_SLACK
            or box.bottom > height + _SLACK
        ):
            message = f"'{box.text}' past niet binnen de tekening"
            yield Problem("fout", message, place, hint, NO_ROOM, box.text)
    for one, other in combinations(boxes, 2):
        if one.overlaps(other):
            message = f"'{one.text}' en '{other.text}' lopen in deze tekening door elkaar"
            yield Problem("fout", message, place, hint, NO_ROOM, one.text)
            return  # one is enough: what mends it often mends the others
