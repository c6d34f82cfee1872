"""What a published value is as a value of our own tokens: published ones are written as CSS has them."""

from __future__ import annotations

import json
import math
import re
from decimal import Decimal
from typing import Any

from rapportage.errors import shortened
from rapportage.style.lengths import POINTS
from rapportage.style.token_file import TokenError

_REM = 16 * POINTS["px"]
"""What browsers make of a rem, in points."""
_UNITS = POINTS | {"rem": _REM}
_LENGTH = re.compile(r"(?P<number>[0-9]{0,6}\.?[0-9]{1,9})\s*(?P<unit>[a-z]{2,3})?", re.I)
_NUMBER = re.compile(r"(?P<number>[0-9]{0,6}\.?[0-9]{1,9})\s*(?P<share>%)?")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}|(?:rgba?|hsla?|oklch)\([^()]{1,100}\)", re.I)
_FAMILY = re.compile(r"\s*(?:\"([^\"]{1,100})\"|'([^']{1,100})'|([^\"',]{1,100}))\s*(?:,|\Z)")
_MOST = 2000
_MOST_FONTS = 20
_KINDS = {
    "color": ("kleur", "kies een token met een kleur als #0b4a6f, rgb(…) of hsl(…)"),
    "dimension": ("maat", "kies een token met een maat in px, rem, pt of mm"),
    "number": ("getal", "kies een token met een getal, of met een deel zoals 150%"),
    "fontFamily": ("lettertype", "kies een token met de naam van een lettertype"),
}
"""What a value of each kind is called, and the way out where a published one is none."""


def taken_over(kind: str | None, value: Any) -> Any:
    """The value as a token of ours of this kind has it; raises TokenError where it is none of the kind."""
    made: Any = None
    match kind:
        case "color":
            made = _colour(value)
        case "dimension":
            made = _length(value)
        case "number":
            made = _number(value)
        case "fontFamily":
            made = _families(value)
        case _:
            raise TokenError("een tekst kan niet van elders komen", hint="zet haar in huisstijl.tokens.json")
    if made is None:
        word, hint = _KINDS[kind]
        shown = shortened(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        raise TokenError(f"'{shown}' is geen {word}", hint=hint)
    return made


# --- colours ---------------------------------------------------------------------------------


def _colour(value: Any) -> str | None:
    if isinstance(value, dict):
        return _of_parts(value)
    text = value.strip() if isinstance(value, str) else ""
    if text.lower() == "transparent":
        raise _see_through(text)
    if not _COLOUR.fullmatch(text):
        return None
    from tinycss2.color5 import parse_color

    found = parse_color(text)
    if found is None or isinstance(found, str):
        return None
    if found.alpha < 1:
        raise _see_through(text)
    if found.space == "oklch":
        return _hex(*_of_oklch(*(float(one or 0) for one in found.coordinates)))
    return _hex(*found.to("srgb").coordinates)


def _see_through(text: str) -> TokenError:
    return TokenError(
        f"'{text}' is doorschijnend, en op papier schijnt er niets door",
        hint="kies een token met een dekkende kleur",
    )


def _of_parts(value: dict[str, Any]) -> str | None:
    """A colour in its parts, as the newer form of design tokens has it."""
    parts, alpha = value.get("components"), value.get("alpha", 1)
    if value.get("colorSpace") != "srgb" or not isinstance(parts, list) or len(parts) != 3:
        return None
    if not all(isinstance(one, int | float) and 0 <= one <= 1 for one in (*parts, alpha)):
        return None
    if alpha < 1:
        raise _see_through(json.dumps(value))
    return _hex(*parts)


def _hex(*channels: float) -> str:
    return "#" + "".join(f"{_byte(one):02x}" for one in channels)


def _byte(channel: float) -> int:
    """A channel from 0 to 1 as a byte; what no screen shows is made the nearest that it does."""
    return math.floor(min(1.0, max(0.0, channel)) * 255 + 0.5)


def _of_oklch(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """The channels of a colour in Oklch (CSS Color 4, 10.2), for which the library has no conversion."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _gamma(linear: float) -> float:
    inside = min(1.0, max(0.0, linear))
    return 12.92 * inside if inside <= 0.0031308 else 1.055 * inside ** (1 / 2.4) - 0.055


# --- sizes, numbers and fonts ----------------------------------------------------------------


def _length(value: Any) -> dict[str, Any] | None:
    if isinstance(value, dict):
        value = f"{value.get('value')}{value.get('unit')}"
    found = _LENGTH.fullmatch(str(value).strip()) if isinstance(value, str | int | float) else None
    if found is None:
        return None
    unit, number = (found["unit"] or "").lower(), float(found["number"])
    if unit not in _UNITS and (unit or number):
        return None
    points = number * _UNITS.get(unit, 0)
    return {"value": float(f"{points:.6g}"), "unit": "pt"} if points <= _MOST else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = _NUMBER.fullmatch(str(value).strip())
    if found is None:
        return None
    number = Decimal(found["number"]) / (100 if found["share"] else 1)
    return float(number) if number <= _MOST else None


def _families(value: Any) -> list[str] | None:
    if isinstance(value, list):
        names = value if all(isinstance(one, str) for one in value) else []
        return names[:_MOST_FONTS] or None
    if not isinstance(value, str):
        return None
    names, at = [], 0
    while at < len(value):
        found = _FAMILY.match(value, at)
        if found is None or found.end() == at:
            return None
        names.append((found[1] or found[2] or found[3]).strip())
        at = found.end()
    return [one for one in names if one][:_MOST_FONTS] or None
