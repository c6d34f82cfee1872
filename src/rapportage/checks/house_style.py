"""Whether the house style can be used, and is clear enough to read (WCAG 2.1, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from rapportage.checks.subjects import StyleFile
from rapportage.dutch import number_text
from rapportage.errors import Finding, Place
from rapportage.style.fonts import FAMILY
from rapportage.style.lengths import POINTS_PER_INCH
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import HouseStyle, TokenError, contrast, house_style

_LEAST = POINTS_PER_INCH
"""With less than an inch for each of two figures, or less than that in height, no page can be laid out."""
_WORDS, _LINES = 4.5, 3.0
"""The least contrast of words with their ground, and of lines and shapes that carry meaning."""
_PAIRS = (
    *((colour, "papier", _WORDS) for colour in ("tekst", "accent", "grijs", "verwijzing")),
    *((colour, "accent-zacht", _WORDS) for colour in ("tekst", "accent", "verwijzing")),
    *((colour, "papier", _LINES) for colour in ("lijn", *(f"reeks-{number}" for number in range(1, 6)))),
)
"""What stands on what in the papers and the charts, by the names of the tokens."""


def usable_style(file: StyleFile) -> HouseStyle | None:
    """The style that the file describes; None when no paper can be made with it."""
    return None if any(unusable(file)) else house_style(file.text)


def unusable(file: StyleFile) -> Iterator[Finding]:
    """What keeps papers from being made with this style, the first kind of mistake only."""
    hint = "vergelijk het met het bestand dat met rapportage meekomt"
    try:
        style = house_style(file.text)
    except TokenError as error:
        yield Finding(str(error), Place(file.file, error.line), hint)
        return
    place = Place(file.file)
    if lacking := style.lacks(file.model):
        for token in lacking:
            yield Finding(f"token '{token}' ontbreekt of is van een andere soort", place, hint)
    elif style.fonts()[0] != FAMILY:
        yield Finding(
            f"het lettertype '{style.fonts()[0]}' komt niet met rapportage mee",
            place,
            f"noem in 'lettertype' als eerste '{FAMILY}'",
        )
    else:
        yield from _no_room(style, place)


def _no_room(style: HouseStyle, place: Place) -> Iterator[Finding]:
    """The first page that its margins leave too little of."""
    for page, name, hint in (
        (portrait(style), "de bladspiegel", "maak de marges kleiner"),
        (landscape(style), "een liggende bladspiegel", "maak 'boven' of 'onder' kleiner"),
    ):
        if min(page.text_width(half=True), page.text_height) < _LEAST:
            yield Finding(f"de marges laten te weinig van {name} over", place, hint)
            return


def faint_colours(file: StyleFile) -> Iterator[Finding]:
    """Each colour that stands out too little from a ground that it is used on."""
    style = _complete(file)
    if style is None:
        return
    for colour, ground, least in _PAIRS:
        found = contrast(style.colour(colour), style.colour(ground))
        if found < least:
            # Rounded down: never "4,5, nodig 4,5".
            below = Decimal(str(found)).quantize(Decimal("0.01"), rounding=ROUND_DOWN)
            shown = f"{number_text(below, 2)}, ten minste {number_text(Decimal(str(least)), 1)}"
            yield Finding(
                f"kleur '{colour}' is op '{ground}' te weinig te zien: contrast {shown}",
                Place(file.file),
                f"maak 'kleur.{colour}' donkerder, of 'kleur.{ground}' lichter",
            )


def _complete(file: StyleFile) -> HouseStyle | None:
    """The style where it has every token that there is."""
    try:
        style = house_style(file.text)
    except TokenError:
        return None
    return None if style.lacks(file.model) else style
