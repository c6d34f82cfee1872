"""What the styles of a template look like: each with all that it has from those that it is based on."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from rapportage.bounds import MAX_TEMPLATE_STYLES
from rapportage.writers.docx.ooxml import Element
from rapportage.writers.docx.template.opened import TemplateError, value
from rapportage.writers.docx.template.properties import CHARACTERS, FONT, PARAGRAPH, Properties, kept, merged

_BASE_OF = {
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""What a theme's part calls the slots that styles name."""
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Look:
    """All that a style says: of its paragraph, and of its characters."""

    paragraph: Properties
    characters: Properties

    def over(self, other: Look) -> Look:
        """This look, and what the other one says where this says nothing."""
        return Look(
            merged(other.paragraph, self.paragraph),
            merged(other.characters, self.characters),
        )


NOTHING = Look({}, {})


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme as hexadecimals by slot, and its fonts for headings (`major`) and text."""

    colours: Mapping[str, str]
    fonts: Mapping[str, str]


class Styles:
    """The styles of a template by their ids and names."""

    def __init__(self, root: Element, theme: Theme) -> None:
        self.theme = theme
        found = list(root.iter(qn("w:style")))
        if len(found) > MAX_TEMPLATE_STYLES:
            raise TemplateError("heeft te veel stijlen", "begin een nieuw sjabloon met alleen de huisstijl")
        self.by_id: dict[tuple[str, str], etree._Element] = {}
        self.by_name: dict[tuple[str, str], etree._Element] = {}
        for one in found:
            kind = value(one, "type") or "paragraph"
            self.by_id.setdefault((kind, value(one, "styleId")), one)
            self.by_name.setdefault((kind, _name_of(one).lower()), one)
        standard = (one for one in found if value(one, "default") in ("1", "true", "on"))
        self._standard = next((one for one in standard if value(one, "type") == "paragraph"), None)
        defaults = root.find(qn("w:docDefaults"))
        self.defaults = (
            NOTHING
            if defaults is None
            else _look_of(
                defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}"),
                defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}"),
            )
        )

    @property
    def standard(self) -> etree._Element | None:
        """The style of paragraphs that name none."""
        return self._standard if self._standard is not None else self.named("normal")

    def named(self, name: str, kind: str = "paragraph") -> etree._Element | None:
        """The style of this name, small letters and capitals alike."""
        return self.by_name.get((kind, name.lower()))

    def names(self, *kinds: str) -> Iterator[str]:
        """The names of those of these kinds."""
        return (_name_of(one) for (kind, _), one in self.by_name.items() if kind in kinds)

    def look(self, style: etree._Element, *, without_standard: bool = False) -> Look:
        """What a style says with all that it is based on, but for the standard one where that is so."""
        said = NOTHING
        for one in self.chain(style):
            if without_standard and one is self.standard and one is not style:
                break
            said = said.over(_look_of(one.find(qn("w:pPr")), one.find(qn("w:rPr"))))
        return said

    def whole(self, style: etree._Element | None) -> Look:
        """What text in a style looks like: what the style says, on top of what holds for all text."""
        return (self.look(style) if style is not None else NOTHING).over(self.defaults)

    def chain(self, style: etree._Element) -> Iterator[etree._Element]:
        """The style, and those that it is based on; none twice."""
        kind, seen, at = value(style, "type") or "paragraph", set[int](), style
        while id(at) not in seen and len(seen) < _DEEPEST:
            seen.add(id(at))
            yield at
            base = self.by_id.get((kind, value(at.find(qn("w:basedOn")))))
            if base is None:
                return
            at = base

    def is_numbered(self, style: etree._Element) -> bool:
        """Whether a style numbers its paragraphs, so that its indents make room for that."""
        return any(one.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None for one in self.chain(style))

    # --- what a look comes to ----------------------------------------------------------------

    def colour(self, look: Look, otherwise: str = "000000") -> str:
        """The colour of letters as '#rrggbb'."""
        return self._colour(look.characters.get("color"), "val", "theme", otherwise)

    def ground(self, look: Look, otherwise: str = "ffffff") -> str:
        """The colour behind them."""
        for found in (look.characters.get("shd"), look.paragraph.get("shd")):
            if found is not None and value(found) != "nil":
                ground = self._colour(found, "fill", "themeFill", "")
                if ground != "#":
                    return ground
        return f"#{otherwise}"

    def border_colour(self, look: Look, side: str) -> str:
        """The colour of the rule on a side; '' where there is none."""
        rules = look.paragraph.get("pBdr")
        found = None if rules is None else rules.find(qn(f"w:{side}"))
        if found is None or value(found) in ("none", "nil"):
            return ""
        return self._colour(found, "color", "theme", "000000")

    def font(self, look: Look) -> str:
        """The family of the letters; '' where nothing says."""
        fonts = look.characters.get("rFonts")
        themed = value(fonts, "asciiTheme") or value(fonts, "hAnsiTheme")
        return self.theme.fonts.get(themed[:5], "") or value(fonts, "ascii") or value(fonts, "hAnsi")

    def _colour(self, found: etree._Element | None, plain: str, themed: str, otherwise: str) -> str:
        prefix = themed if themed != "theme" else "theme"
        slot = value(found, themed if themed != "theme" else "themeColor")
        base = self.theme.colours.get(_BASE_OF.get(slot, slot))
        if base is not None:
            tint, shade = value(found, f"{prefix}Tint"), value(found, f"{prefix}Shade")
            return f"#{tinted(base, tint, shade)}"
        written = value(found, plain)
        return f"#{(written if re.fullmatch(r'[0-9A-Fa-f]{6}', written) else otherwise).lower()}"


def size_of(look: Look) -> float:
    """The size of letters in points; Word's own where nothing says."""
    found = value(look.characters.get("sz"))
    return int(found) / 2 if found else 10.0


def is_on(properties: Properties, tag: str) -> bool:
    """Whether a switch such as `b` is on."""
    found = properties.get(tag)
    return found is not None and value(found) not in ("0", "false", "off")


def tinted(base: str, tint: str, shade: str) -> str:
    """A colour of the theme made lighter or darker, as the norm counts it (ISO/IEC 29500-1, 17.18.97)."""
    if not (tint or shade):
        return base.lower()
    hue, light, full = colorsys.rgb_to_hls(*(one / 255 for one in bytes.fromhex(base)))
    if tint:
        light = light * int(tint, 16) / 255 + 1 - int(tint, 16) / 255
    if shade:
        light *= int(shade, 16) / 255
    mixed = colorsys.hls_to_rgb(hue, min(1.0, light), full)
    return bytes(round(one * 255) for one in mixed).hex()


# --- reading ---------------------------------------------------------------------------------


def _name_of(style: etree._Element) -> str:
    return value(style.find(qn("w:name")))


def _look_of(paragraph: etree._Element | None, characters: etree._Element | None) -> Look:
    return Look(kept(paragraph, PARAGRAPH), kept(characters, CHARACTERS))


def theme_of(root: Element | None) -> Theme:
    """The colours and fonts of a theme's part."""
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    colours: dict[str, str] = {}
    fonts: dict[str, str] = {}
    if root is not None:
        for slot in root.iterfind(f"{a}themeElements/{a}clrScheme/*"):
            said = next(iter(slot), None)
            key = "val" if said is not None and said.tag == f"{a}srgbClr" else "lastClr"
            text = "" if said is None else said.get(key, "")
            if re.fullmatch(r"[0-9A-Fa-f]{6}", text):
                colours[str(slot.tag).rpartition("}")[2]] = text.lower()
        for kind in ("major", "minor"):
            latin = root.find(f"{a}themeElements/{a}fontScheme/{a}{kind}Font/{a}latin")
            family = "" if latin is None else latin.get("typeface", "")
            if re.fullmatch(FONT, family):
                fonts[kind] = family
    return Theme(colours, fonts)
