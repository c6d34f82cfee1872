"""Fill the template of a drawing with its data.

A template gets the drawing's fields by name (with an underscore for each hyphen), `breedte` in
points, and the words below. Everything it writes is in points.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rapportage.compose.own_templates import within_bounds
from rapportage.compose.render import Renderer
from rapportage.content.drawings import DRAFT, TEMPLATE, DrawingKind
from rapportage.content.fields import MOMENT, moment_text
from rapportage.document import Image
from rapportage.dutch import amount_in_full, are_mixed, quantity_text
from rapportage.errors import NO_ROOM, Place, refusal, shortened
from rapportage.figures.geometry import on_circle, petal, sector
from rapportage.figures.lettering import LINE, SMALLEST, Fitted, fit
from rapportage.figures.origin import Origin
from rapportage.quotes import typeset
from rapportage.style.fonts import Typeface
from rapportage.style.token_file import TokenError
from rapportage.style.tokens import HouseStyle, readable_on
from rapportage.workspace import Workspace

_DOUBLED = re.compile(r"(?<!\.)([.?!…])\.(?!\.)")
"""A template's point behind words that end in one themselves; three points stay."""


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """Words in lines, as templates see them; lengths in points."""

    regels: tuple[str, ...]
    grootte: float
    vet: bool
    breedte: float

    @property
    def hoogte(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return len(self.regels) * self.grootte * LINE


class DrawingRenderer:
    """Draws the drawings of one workspace in one house style."""

    def __init__(self, workspace: Workspace, style: HouseStyle) -> None:
        self.workspace = workspace
        self.style = style

    def draw(
        self, kind: DrawingKind, data: Mapping[str, Any], width: float, place: Place
    ) -> tuple[Image, tuple[str, ...]]:
        """The drawing of `width` points, and the words in it that became smaller or were broken.

        Raises ContentError when words do not fit, or when the template cannot be filled.
        """
        return within_bounds(self.workspace, kind.file(TEMPLATE), self._drawn, kind, data, width, place)

    def _drawn(
        self, kind: DrawingKind, data: Mapping[str, Any], width: float, place: Place
    ) -> tuple[Image, tuple[str, ...]]:
        scale = self.style.figure_scale()
        svg, shrunk = self.svg(kind, data, width / scale, place)
        from rapportage.figures.drawing import finish  # most drawings are kept, and need nothing of this

        letters = self.style.typeface("figuur")
        return finish(svg, self._template(kind), place, letters, width / scale, scale), shrunk

    def svg(
        self, kind: DrawingKind, data: Mapping[str, Any], width: float, place: Place
    ) -> tuple[str, tuple[str, ...]]:
        """The SVG as the template writes it, with words in `text` elements."""
        words = Words(place, self.style.typeface("figuur"))
        values = variables(data) | {"breedte": round(width, 2)}
        svg = self.renderer(kind, words).render(kind.file(TEMPLATE), values)
        return svg, tuple(dict.fromkeys(words.shrunk))

    def renderer(self, kind: DrawingKind, words: Words) -> Renderer:
        """What fills this kind's template, with the words that such a template may use."""
        renderer = Renderer(self.workspace)
        renderer.environment.filters |= {
            "passend": words.fitted,
            "breedte_van": words.width_of,
            "getal": number_filter,
            "gemengd": mixed_filter,
            "moment": moment_filter,
        }
        renderer.environment.globals |= {
            "kleur": self._colour,
            "kleur_op": self.readable_on,
            "op_cirkel": on_circle,
            "sector": sector,
            "bloemblad": petal,
            "bestand": lambda name: self._file(kind, name),
            "regelhoogte": LINE,
            "kleinste": SMALLEST,
        }
        return renderer

    def draft(self, kind: DrawingKind, data: Mapping[str, Any]) -> str:
        """The alternative text that the kind drafts from the data."""
        return within_bounds(self.workspace, kind.file(DRAFT), self._drafted, kind, data)

    def _drafted(self, kind: DrawingKind, data: Mapping[str, Any]) -> str:
        renderer = Renderer(self.workspace, autoescape=False)
        renderer.environment.filters |= {
            "getal": number_filter,
            "gemengd": mixed_filter,
            "moment": moment_filter,
        }
        return _DOUBLED.sub(r"\1", " ".join(renderer.render(kind.file(DRAFT), variables(data)).split()))

    def _template(self, kind: DrawingKind) -> Origin:
        """What is told to be wrong when the template writes no usable SVG."""
        at = Place(Renderer(self.workspace).place_of(kind.file(TEMPLATE)))
        hint = "vergelijk het met een sjabloon dat met rapportage meekomt"
        return Origin(kind.name, at, "tekening", hint)

    def _colour(self, name: str) -> str:
        try:
            return self.style.colour(name)
        except TokenError:
            raise ValueError(f"kleur '{name}' staat niet in de huisstijl") from None

    def readable_on(self, name: str) -> str:
        """The colour for words on the colour of this name."""
        return readable_on(self._colour(name), self.style)

    def _file(self, kind: DrawingKind, name: str) -> Any:
        try:
            return json.loads(self.workspace.read(self.workspace.template(kind.file(name))))
        except FileNotFoundError:
            raise ValueError(f"'{name}' staat niet in de map van deze tekening") from None
        except (ValueError, RecursionError):
            raise ValueError(f"'{name}' is geen geldige JSON") from None


class Words:
    """Fits words into their places, and remembers which had to become smaller or be broken."""

    def __init__(self, place: Place, letters: Typeface) -> None:
        self.place = place
        self.letters = letters
        self.shrunk: list[str] = []

    def fitted(
        self,
        text: object,
        breedte: float,
        hoogte: float | None = None,
        grootte: float = 9.0,
        vet: bool = False,
        regels: int | None = None,
    ) -> Tekstblok:
        """The text in lines; raises ContentError when it does not fit at the smallest size.

        Raises ValueError, which the template's line goes with, for what a template may not ask.
        """
        if text is None:
            raise ValueError("deze tekst is er niet; zet er {% if … %} omheen")
        if grootte < SMALLEST:
            raise ValueError(f"woorden in een figuur zijn minstens {SMALLEST:g} punten groot")
        words = printed(text)
        found = fit(
            typeset(words), breedte, hoogte, letters=self.letters, size=grootte, bold=vet, most_lines=regels
        )
        if found is None:
            raise refusal(
                f"'{shortened(words)}' is te lang voor zijn plaats in de tekening",
                self.place,
                "kies een kortere naam, of minder onderdelen",
                NO_ROOM,
                words,
            )
        if found.shrunk:
            self.shrunk.append(words)
        return _block(found)

    def width_of(self, text: object, grootte: float = 9.0, vet: bool = False) -> float:
        """How wide the text is on one line, in points; raises ValueError as `fitted` does."""
        if text is None:
            raise ValueError("deze tekst is er niet; zet er {% if … %} omheen")
        return self.letters.text_width(typeset(printed(text)), grootte, bold=vet)


def _block(found: Fitted) -> Tekstblok:
    return Tekstblok(found.lines, found.size, found.bold, found.width)


def number_filter(
    number: object, decimalen: int | None = None, eenheid: str = "", voluit: bool = False
) -> str:
    """The number in Dutch notation, with points between thousands: 1348 | getal is 1.348.

    Without `decimalen` it has those that it was given; `eenheid` may be % or €, and an amount is written
    `voluit` where it may not be told in millions. Raises ValueError, which the template's line goes with, for
    what is no number.
    """
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal):
        raise ValueError("het filter 'getal' werkt op een getal")
    value = Decimal(str(number))
    own = max(0, -int(value.normalize().as_tuple().exponent))
    decimals = own if decimalen is None else decimalen
    if voluit and eenheid == "€":
        return amount_in_full(value, decimals)
    return quantity_text(value, eenheid, decimals)


def mixed_filter(numbers: object) -> bool:
    """Whether amounts that stand in one drawing would be told in millions here and in full there.

    Raises ValueError, which the template's line goes with, for what are no numbers.
    """
    found = numbers if isinstance(numbers, list) else [None]
    if not all(isinstance(one, int | float | Decimal) and not isinstance(one, bool) for one in found):
        raise ValueError("het filter 'gemengd' werkt op een lijst van getallen")
    return are_mixed(Decimal(str(one)) for one in found)


def moment_filter(moment: object) -> str:
    """A day or a month in words: 2024-06-30 | moment is 30 juni 2024.

    Raises ValueError, which the template's line goes with, for what is neither.
    """
    if not isinstance(moment, str) or not re.fullmatch(MOMENT, moment.strip()):
        raise ValueError("het filter 'moment' werkt op een dag of een maand")
    return moment_text(moment.strip())


def printed(value: object) -> str:
    """The words of a value: a decimal number has a comma; a whole one may be a year and stays as it is."""
    return number_filter(value) if isinstance(value, float | Decimal) else str(value)


def variables(data: Any) -> Any:
    """The data with keys that templates can name: an underscore for each hyphen."""
    if isinstance(data, Mapping):
        return {str(key).replace("-", "_"): variables(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [variables(value) for value in data]
    return float(data) if isinstance(data, Decimal) else data  # a template counts with it
