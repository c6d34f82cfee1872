"""What the profile knows: which attributes an element may carry, and which elements may stand in it."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from rapportage.compose.places import read_place
from rapportage.compose.reading.read_inlines import local, whole
from rapportage.errors import Place, Problem

_ATTRIBUTES: dict[str, frozenset[str]] = {
    tag: frozenset({"data-bron", *own})
    for tag, own in {
        **{f"h{level}": ("id", "class") for level in range(1, 6)},
        **dict.fromkeys(("p", "div", "aside", "dl", "section", "hr"), ("class",)),
        **dict.fromkeys(("ul", "li", "thead", "tbody", "caption", "figcaption"), ()),
        **dict.fromkeys(("blockquote", "dt", "dd"), ()),
        "ol": ("start", "class"),
        "tr": ("class",),
        "table": ("id",),
        "th": ("class", "scope", "colspan", "rowspan"),
        "td": ("class", "colspan", "rowspan"),
        "figure": ("id",),
        "img": ("src", "alt"),
        "nav": ("class", "data-diepte", "data-lijst"),
    }.items()
}
"""The attributes of each element that is a block or a part of one."""


class ProfileChecker:
    """Checks elements of one tree, and gathers what they may not be with the place that it came from.

    A place is that of the content (`data-bron`), or else the first line of the template that
    holds such an element.
    """

    def __init__(self, template: str, template_source: str) -> None:
        self.template = template
        self.template_lines = template_source.split("\n")
        self.problems: list[Problem] = []
        self.noted = cache(read_place)  # one Place for all that came from the same lines

    def count(
        self, element: etree._Element, name: str, default: int, *, low: int, high: int = 9_999_999
    ) -> int:
        """The number that an attribute holds."""
        text = element.get(name) or str(default)
        number = whole(text)
        if number is None or not low <= number <= high:
            self.refuse(element, f"'{name}' is geen aantal: {text[:20]}")
            return default
        return number

    def child(self, element: etree._Element, tag: str) -> etree._Element | None:
        """The first child of this name."""
        return next((one for one in element if local(one) == tag), None)

    def no_text(self, element: etree._Element) -> None:
        """Refuse words that stand between the children."""
        loose = " ".join(((element.text or "") + "".join(child.tail or "" for child in element)).split())
        if loose:
            self.refuse(element, f"hier staat losse tekst: '{loose[:40]}'")

    def holds(self, element: etree._Element, pattern: str, *also: str) -> bool:
        """Whether the names of the children, with spaces between, match; nothing else may stand there.

        The element's and the children's attributes are checked too; `also` may stand on the element.
        """
        self.no_text(element)
        self.attributes(element, *also)
        for child in element:
            if local(child) in _ATTRIBUTES:
                self.attributes(child, "data-niveau" if local(element) == "ol" else "")
        names = " ".join(local(child) for child in element)
        if re.fullmatch(pattern, names):
            return True
        found = f"<{'>, <'.join(names.split())}>" if names else "niets"
        self.refuse(element, f"in <{local(element)}> kan zo niet staan: {found}")
        return False

    def attributes(self, element: etree._Element, *also: str) -> None:
        """Refuse what the element may not carry; `also` names what it may here."""
        for name in map(str, element.attrib):
            if name not in _ATTRIBUTES.get(local(element), frozenset()) and name not in also:
                self.refuse(element, f"<{local(element)}> kent geen eigenschap '{name}'")

    def place(self, element: etree._Element) -> Place:
        """Where the element came from."""
        for one in (element, *element.iterancestors()):
            if found := self.noted(one.get("data-bron") or ""):
                return found
        tag = f"<{local(element)}"
        lines = (number for number, line in enumerate(self.template_lines, 1) if tag in line)
        return Place(self.template, next(lines, 1))

    def refuse(self, element: etree._Element, message: str, hint: str = "") -> None:
        """Keep a problem that stops the build."""
        at = self.place(element)
        hint = hint or (
            "vergelijk het sjabloon met dat wat met rapportage meekomt"
            if at.file == self.template
            else "zet het ervoor of erna; zie de handleiding, Schrijven in Markdown"
        )
        self.problems.append(Problem("fout", message, at, hint, "profiel"))
