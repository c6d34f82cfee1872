"""Which colours, fonts and sizes the house style has, read from one file of design tokens.

The file follows the Design Tokens Community Group format: groups, `$type` (inherited from the
group), `$value`, and `{group.name}` for a reference to another token.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from rapportage.style.lengths import POINTS

_REFERENCE = re.compile(r"\{([^{}]+)\}")
_UNITS = ("pt", "mm", "px")
_MOST = 2000
_CALMER = {
    "letter.kop-1": "letter.kop-2",
    "letter.kop-2": "letter.kop-3",
    "ruimte.voor-kop-1": "ruimte.voor-kop-3",
    "ruimte.voor-kop-2": "ruimte.voor-kop-3",
}
_CLOSER = {
    "regelafstand.tekst": 0.95,
    "ruimte.alinea": 0.75,
    "ruimte.voor-kop-1": 0.75,
    "ruimte.voor-kop-2": 0.75,
    "ruimte.na-kop": 0.75,
    "ruimte.handtekening": 0.75,
}
_HEX = re.compile(r"#[0-9a-f]{6}", re.I)


class Points(float):
    """A length in points."""


class TokenError(ValueError):
    """The token file cannot be used; the message is Dutch, `line` is where, as far as known."""

    def __init__(self, message: str, line: int = 1) -> None:
        self.line = line
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The tokens of one house style, by dotted name such as 'kleur.accent'.

    Colours are '#rrggbb', dimensions are points, font families are tuples with fallbacks last,
    numbers are floats.
    """

    tokens: dict[str, str | float | tuple[str, ...]]

    def colour(self, name: str) -> str:
        """The colour of token `kleur.NAME` as '#rrggbb'."""
        return str(self._get(f"kleur.{name}", str))

    def points(self, name: str) -> float:
        """The dimension or number with this dotted name; dimensions in points."""
        return float(self._get(name, float))

    def fonts(self, name: str = "tekst") -> tuple[str, ...]:
        """The font families of token `lettertype.NAME`, first choice first."""
        return tuple(self._get(f"lettertype.{name}", tuple))

    def for_headings(self, depth: int) -> HouseStyle:
        """The style for a paper with headings this deep: one or two levels look as the next ones do.

        A short paper with the headings of a report would be more heading than text.
        """
        if depth > 2:
            return self
        calmer = {name: self.tokens[of] for name, of in _CALMER.items() if of in self.tokens}
        return HouseStyle(self.tokens | calmer)

    def closer(self) -> HouseStyle:
        """The style with less room between lines and blocks, in letters of the same size."""
        tokens = dict(self.tokens)
        for name, share in _CLOSER.items():
            value = self._get(name, float)
            tokens[name] = type(value)(value * share)
        return HouseStyle(tokens)

    def css(self) -> str:
        """All tokens as CSS custom properties on :root: `kleur.accent` becomes `--kleur-accent`."""
        lines = [f"  --{name.replace('.', '-')}: {_css(value)};" for name, value in self.tokens.items()]
        return ":root {\n" + "\n".join(lines) + "\n}\n"

    def lacks(self, model: HouseStyle) -> list[str]:
        """The tokens of the model style that this one has not, or has as another kind."""
        return [
            name for name, value in model.tokens.items() if type(self.tokens.get(name)) is not type(value)
        ]

    def _get(self, name: str, kind: type) -> Any:
        value = self.tokens.get(name)
        if not isinstance(value, kind):
            raise TokenError(f"de huisstijl mist het token '{name}'")
        return value


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2 defines it (relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(ground: str, style: HouseStyle) -> str:
    """The colour for words on this ground: the text's or the paper's, whichever is clearer."""
    return max((style.colour("tekst"), style.colour("papier")), key=lambda colour: contrast(colour, ground))


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def house_style(text: str) -> HouseStyle:
    """The style that the text of a token file describes; raises TokenError when it cannot be used."""
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        raise TokenError("dit is geen geldige JSON", error.lineno) from None
    except (ValueError, RecursionError):
        raise TokenError("dit is geen geldige JSON") from None
    if not isinstance(raw, dict):
        raise TokenError("het bestand moet uit groepen met tokens bestaan")
    flat = dict(_flatten(raw, "", None))
    return HouseStyle({name: _value(name, flat, ()) for name in flat})


def _flatten(
    group: dict[str, Any], prefix: str, kind: str | None
) -> list[tuple[str, tuple[str | None, Any]]]:
    kind = group.get("$type", kind)
    if "$value" in group:
        return [(prefix.rstrip("."), (kind, group["$value"]))]
    found = []
    for name, child in group.items():
        if not name.startswith("$") and isinstance(child, dict):
            found += _flatten(child, f"{prefix}{name}.", kind)
    return found


def _value(
    name: str, flat: dict[str, tuple[str | None, Any]], seen: tuple[str, ...]
) -> str | float | tuple[str, ...]:
    if name in seen or name not in flat:
        raise TokenError(f"token '{name}' bestaat niet of verwijst naar zichzelf")
    kind, value = flat[name]
    if isinstance(value, str) and (reference := _REFERENCE.fullmatch(value)):
        return _value(reference[1], flat, (*seen, name))
    match kind, value:
        case "color", str() if _HEX.fullmatch(value):
            return value.lower()
        case "dimension", {"value": int() | float() as number, "unit": str() as unit} if (
            unit in _UNITS and 0 <= number <= _MOST
        ):
            return Points(number * POINTS[unit])
        case "number", int() | float() if 0 <= value <= _MOST:
            return float(value)
        case "fontFamily", str():
            return (value,)
        case "fontFamily", list() if value and all(isinstance(one, str) for one in value):
            return tuple(value)
    raise TokenError(f"token '{name}' heeft geen bruikbare waarde voor soort '{kind}': {value!r}")


def _css(value: str | float | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return ", ".join(one if one.islower() else json.dumps(one) for one in value)
    if isinstance(value, Points):
        return f"{value:.6g}pt"
    if isinstance(value, float):
        return f"{value:g}"
    return value
