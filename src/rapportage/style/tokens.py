"""Which colours, fonts and sizes the house style has, from a file of design tokens above another.

In a value, `{group.name}` is a reference to another token.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeAlias

from rapportage.bounds import MAX_STEPS
from rapportage.errors import nearest, shortened
from rapportage.style.contrast import contrast, tint
from rapportage.style.fonts import FAMILY, Typeface, house
from rapportage.style.lengths import POINTS
from rapportage.style.token_file import Token, TokenError, how_written, line_of, read_tokens

_REFERENCE = re.compile(r"\{([^{}]+)\}")
_UNITS = ("pt", "mm", "px")
_MOST = 2000
_LONGEST = 300
"""So many letters has a text at most: it is a word to choose, or says what a picture shows."""
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
_DESIGNED_FOR = 11
"""The size in points of running text beside which the drawings that come along were made."""
_HEX = re.compile(r"#[0-9a-f]{6}", re.I)
TEXT_AND_HEADINGS = ("tekst", "kop")
LETTERS = (*TEXT_AND_HEADINGS, "figuur")
"""What has a typeface: running text, headings, and the words in figures, which are drawn."""


class Points(float):
    """A length in points."""


class Words(str):
    """A text, which is no colour."""

    __slots__ = ()


Value: TypeAlias = str | float | tuple[str, ...]
"""What a token stands for."""


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """The organisation's own Word template: its file, and the names of styles that it calls otherwise.

    Only what was judged to be harmless stands in a house style. `words` are the lines above and below its
    pages, with a tab between what stands apart and '…' for what differs by paper or page.
    """

    data: bytes = field(repr=False)
    names: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The tokens of one house style, by dotted name such as 'kleur.accent', and what Word has besides.

    Colours are '#rrggbb', dimensions are points, font families are tuples with fallbacks last,
    numbers are floats, texts are Words. `own` are the typefaces that the organisation has itself.
    """

    tokens: dict[str, Value]
    own: tuple[Typeface, ...] = ()
    template: WordTemplate | None = None

    def colour(self, name: str) -> str:
        """The colour of token `kleur.NAME` as '#rrggbb'."""
        return str(self._get(f"kleur.{name}", str))

    def points(self, name: str) -> float:
        """The dimension or number with this dotted name; dimensions in points."""
        return float(self._get(name, float))

    def fonts(self, name: str = "tekst") -> tuple[str, ...]:
        """The font families of token `lettertype.NAME`, first choice first."""
        return tuple(self._get(f"lettertype.{name}", tuple))

    def typeface(self, name: str = "tekst") -> Typeface:
        """What draws token `lettertype.NAME`: its first family where that is an own one, or the house's."""
        return next((one for one in self.own if one.name == self.fonts(name)[0]), house())

    def typefaces(self) -> tuple[Typeface, ...]:
        """All that draw something, the house's last: it has the signs that others lack."""
        own = (self.typeface(name) for name in LETTERS)
        return (*dict.fromkeys(one for one in own if one != house()), house())

    def known_by(self) -> dict[str, Any]:
        """All that a paper or a drawing may take from the style, to keep what was made with it by."""
        return {**self.tokens, "": [one.known_by() for one in self.typefaces()]}

    def figure_scale(self) -> float:
        """How many times larger than they were designed figures are drawn, so that they suit the text.

        Never smaller: they have the smallest words that are printed.
        """
        return max(1.0, self.points("letter.tekst") / _DESIGNED_FOR)

    def words(self, name: str) -> str:
        """The text of the token with this dotted name."""
        return str(self._get(name, Words))

    def for_headings(self, depth: int) -> HouseStyle:
        """The style for a paper with headings this deep: one or two levels look as the next ones do.

        A short paper with the headings of a report would be more heading than text.
        """
        if depth > 2:
            return self
        calmer = {name: self.tokens[of] for name, of in _CALMER.items() if of in self.tokens}
        return replace(self, tokens=self.tokens | calmer)

    def closer(self) -> HouseStyle:
        """The style with less room between lines and blocks, in letters of the same size."""
        tokens = dict(self.tokens)
        for name, share in _CLOSER.items():
            value = self._get(name, float)
            tokens[name] = type(value)(value * share)
        return replace(self, tokens=tokens)

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


def readable_on(ground: str, style: HouseStyle) -> str:
    """The colour for words on this ground: the text's or the paper's, whichever is clearer."""
    return max((style.colour("tekst"), style.colour("papier")), key=lambda colour: contrast(colour, ground))


@lru_cache(maxsize=8)
def house_style(text: str, below: str | None = None) -> HouseStyle:
    """The style that the text of a token file describes; raises TokenError when it cannot be used.

    What it leaves out is taken from the file `below`, and so are the kinds of tokens that it has too.
    References find the tokens of both together.
    """
    known = read_tokens(below) if below is not None else {}
    own = read_tokens(text, known)
    flat = known | {name: replace(one, kind=one.kind or _kind(name, known)) for name, one in own.items()}
    values = {name: _value(name, flat, (), text) for name in flat}
    return HouseStyle(values | dict(_tints(flat, values)))


def _tints(flat: Mapping[str, Token], values: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    """The colours that go with another one, where that is no longer the one that they were chosen beside."""
    paper = values.get("kleur.papier")
    for name, token in flat.items():
        of, beside = token.tint or ("", "")
        colour = values.get(of, beside)
        if token.tint and colour != beside and isinstance(paper, str) and _HEX.fullmatch(str(colour)):
            yield name, tint(str(colour), paper)


def _kind(name: str, known: Mapping[str, Token]) -> str | None:
    """The kind of the token of this name, or else of those in its group, where all are known."""
    group = name.rpartition(".")[0]
    kinds = {one.kind for other, one in known.items() if other.rpartition(".")[0] == group}
    return known[name].kind if name in known else kinds.pop() if len(kinds) == 1 else None


def _value(name: str, flat: dict[str, Token], seen: tuple[str, ...], text: str) -> Value:
    def wrong(message: str, hint: str | None = "schrijf een waarde") -> TokenError:
        return TokenError(message, line_of(text, seen[0] if seen else name), hint)

    if name in seen:
        raise wrong(f"token '{seen[0]}' verwijst naar zichzelf")
    if len(seen) > MAX_STEPS:
        raise wrong(f"token '{seen[0]}' verwijst over te veel stappen")
    if name not in flat:
        raise wrong(f"token '{name}' bestaat niet", nearest(name, flat, "schrijf een waarde"))
    token = flat[name]
    if isinstance(token.value, str) and (reference := _REFERENCE.fullmatch(token.value)):
        return _value(reference[1], flat, (*seen, name), text)
    match token.kind, token.value:
        case "color", str() as colour if _HEX.fullmatch(colour):
            return colour.lower()
        case "dimension", {"value": int() | float() as number, "unit": str() as unit} if (
            unit in _UNITS and 0 <= number <= _MOST
        ):
            return Points(number * POINTS[unit])
        case "number", int() | float() as number if 0 <= number <= _MOST:
            return float(number)
        case "string", str() as words if len(words) <= _LONGEST and words.isprintable():
            return Words(words)
        case "fontFamily", str() as family:
            return (family,)
        case "fontFamily", list() as families if families and all(isinstance(one, str) for one in families):
            return tuple(families)
    shown = shortened(json.dumps(token.value, ensure_ascii=False))
    raise TokenError(
        f"token '{name}' heeft geen bruikbare waarde voor soort '{token.kind}': {shown}",
        line_of(text, name),
        how_written(token.kind, token.value, name)
        or "kies een soort: color, dimension, number, string of fontFamily",
    )


def _css(value: Value) -> str:
    if isinstance(value, tuple):
        value = tuple(dict.fromkeys((value[0], FAMILY, *value[1:])))  # which has the signs that others lack
        return ", ".join(one if one.islower() else json.dumps(one) for one in value)
    if isinstance(value, Words):
        return css_string(value)
    if isinstance(value, Points):
        return f"{value:.6g}pt"
    if isinstance(value, float):
        return f"{value:g}"
    return value


def css_string(text: str) -> str:
    """The text as a CSS string."""
    return '"' + re.sub(r'["\\\n\r\f]', lambda found: f"\\{ord(found[0]):x} ", text) + '"'
