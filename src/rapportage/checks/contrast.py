"""Find colours of the house style that are too faint on what is behind them (WCAG 2.1, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from rapportage.dutch import number_text
from rapportage.errors import Place, Problem
from rapportage.style.tokens import HouseStyle, contrast

_WORDS, _LINES = 4.5, 3.0
"""The least contrast of words with their ground, and of lines and shapes that carry meaning."""
_PAIRS = (
    *((colour, "papier", _WORDS) for colour in ("tekst", "accent", "grijs", "verwijzing")),
    *((colour, "accent-zacht", _WORDS) for colour in ("tekst", "accent", "verwijzing")),
    *((colour, "papier", _LINES) for colour in ("lijn", *(f"reeks-{number}" for number in range(1, 6)))),
)
"""What stands on what in the papers and the charts, by the names of the tokens."""


def faint_colours(style: HouseStyle, place: Place) -> Iterator[Problem]:
    """The problem with each colour that stands out too little from a ground that it is used on."""
    for colour, ground, least in _PAIRS:
        found = contrast(style.colour(colour), style.colour(ground))
        if found < least:
            below = Decimal(str(found)).quantize(
                Decimal("0.01"), rounding=ROUND_DOWN
            )  # never "4,5, nodig 4,5"
            shown = f"{number_text(below, 2)}, ten minste {number_text(Decimal(str(least)), 1)}"
            yield Problem(
                "fout",
                f"kleur '{colour}' is op '{ground}' te weinig te zien: contrast {shown}",
                place,
                f"maak 'kleur.{colour}' donkerder, of 'kleur.{ground}' lichter",
                "contrast",
            )
