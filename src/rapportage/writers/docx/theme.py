"""The house style's colours and letter as Word's theme, so that its Design tab changes a whole document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.ooxml import Element, el, root

NAME = "Rapportage"

_SLOTS = {
    "dk1": ("tekst", "text1"),
    "lt1": ("papier", "background1"),
    "dk2": ("accent", "text2"),
    "lt2": ("accent-zacht", "background2"),
    "accent1": ("reeks-1", "accent1"),
    "accent2": ("reeks-2", "accent2"),
    "accent3": ("reeks-3", "accent3"),
    "accent4": ("reeks-4", "accent4"),
    "accent5": ("reeks-5", "accent5"),
    "accent6": ("grijs", "accent6"),
    "hlink": ("verwijzing", "hyperlink"),
    "folHlink": ("verwijzing", "followedHyperlink"),
}
"""Per place in a theme: the token that stands there, and what styles call it."""
_CALLED = dict(reversed(_SLOTS.values()))


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as Word writes it, and what the theme calls it; '' where it has none."""

    value: str
    theme: str


def colour(style: HouseStyle, token: str) -> Colour:
    """The colour of token `kleur.TOKEN`."""
    theme = "" if style.template else _CALLED.get(token, "")  # a template has a theme of its own
    return Colour(hexadecimal(style.colour(token)), theme)


def hexadecimal(value: str) -> str:
    """A colour such as '#0b4a6f' as Word writes it."""
    return value.lstrip("#").upper()


def letter_colour(one: Colour) -> Element:
    """The colour of letters."""
    return el("w:color", val=one.value, themeColor=one.theme or None)


def ground(one: Colour) -> Element:
    """The colour behind a paragraph or cell."""
    return el("w:shd", val="clear", color="auto", fill=one.value, themeFill=one.theme or None)


def letters(font: str, *, heading: bool = False) -> Element:
    """The theme's letter, of headings or of text; what it is called beside it is for who knows no themes."""
    kind = "major" if heading else "minor"
    return el(
        "w:rFonts",
        ascii=font,
        hAnsi=font,
        eastAsia=font,
        cs=font,
        asciiTheme=f"{kind}HAnsi",
        hAnsiTheme=f"{kind}HAnsi",
        eastAsiaTheme=f"{kind}EastAsia",
        cstheme=f"{kind}Bidi",
    )


def theme_xml(style: HouseStyle) -> Element:
    """The theme's part: its colours, its letters, and plain shapes."""
    return theme_part(known_colours(style), style.fonts("kop")[0], style.fonts()[0])


def known_colours(style: HouseStyle) -> dict[str, str]:
    """The colours of the house style by their place in a theme."""
    return {slot: hexadecimal(style.colour(token)) for slot, (token, _) in _SLOTS.items()}


def theme_part(colours: Mapping[str, str], heads: str, text: str) -> Element:
    """A theme of these colours by their places, and of these families for heads and for text."""

    def fonts(tag: str, family: str) -> Element:
        others = (el("a:ea", typeface=""), el("a:cs", typeface=""))
        return el(tag, el("a:latin", typeface=family), *others)

    listed = (el(f"a:{slot}", el("a:srgbClr", val=colours[slot].upper())) for slot in _SLOTS)
    letters = (fonts("a:majorFont", heads), fonts("a:minorFont", text))
    parts = el("a:clrScheme", *listed, name=NAME), el("a:fontScheme", *letters, name=NAME), _shapes()
    return root("a:theme", el("a:themeElements", *parts), name=NAME)


def _shapes() -> Element:
    """Plain fills, lines and no effects: the schema asks for three of each."""

    def fill() -> Element:
        return el("a:solidFill", el("a:schemeClr", val="phClr"))

    return el(
        "a:fmtScheme",
        el("a:fillStyleLst", *(fill() for _ in range(3))),
        el("a:lnStyleLst", *(el("a:ln", fill(), w=width) for width in (6350, 12700, 19050))),
        el("a:effectStyleLst", *(el("a:effectStyle", el("a:effectLst")) for _ in range(3))),
        el("a:bgFillStyleLst", *(fill() for _ in range(3))),
        name=NAME,
    )
