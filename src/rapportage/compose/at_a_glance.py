"""The page in front of the bijlage: how each task stands, from what its chapter says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from rapportage.compose.places import from_place, noted
from rapportage.compose.prose.syntax import LIGHTS
from rapportage.content.fields import OPEN, STILL_OPEN, moment_text
from rapportage.content.model import Hoofdstuk
from rapportage.content.stand import Oordeel, Stand
from rapportage.errors import Place

_LIGHT: dict[Oordeel, str] = {"op koers": "groen", "aandacht": "oranje", "knelpunt": "rood"}
_NOTHING = "–"
"""What stands in a cell of which nothing is said."""


@dataclass(frozen=True, slots=True)
class GlanceView:
    """The page as templates see it: its table, and whether that wants a page on its side."""

    tabel: Markup
    liggend: bool


_MOST_UPRIGHT = 2
"""With more texts beside each other than these, lines become too short to read on an upright page."""


_NUMBER = Markup('<br/><a class="verwijzing" href="#{}"></a>')
"""Where the chapter is."""


def at_a_glance(
    chapters: Mapping[str, Hoofdstuk],
    opgaven: Mapping[str, str],
    inline: Callable[[str, Place], Markup],
    organisation: str,
    place: Place,
) -> GlanceView | None:
    """The page of the chapters that say how they stand, in their order; None where none does.

    Each goes by its task, or else by its own title; `inline` gives the words of a text as XHTML, and
    `place` is where their order was typed.
    """
    rows = [(name, one, one.gegevens.value.stand) for name, one in chapters.items()]
    told = [(name, one, stand) for name, one, stand in rows if stand is not None]
    if not told:
        return None
    heads = {
        "bereikt": "Wat er is bereikt",
        "sinds-vorige-keer": "Sinds de vorige keer",
        "volgende-stap": "Volgende stap",
        "eigen-inzet": f"Wat {organisation} doet",
    }
    keys = [key for key in heads if any(_text(stand, key) for _, _, stand in told)]
    head = Markup("").join(
        Markup('<th scope="col">{}</th>').format(one) for one in ("Opgave", *(heads[key] for key in keys))
    )
    body = Markup("")
    for name, one, stand in told:
        values = one.gegevens.value
        task = opgaven.get(values.opgave or "")
        words = escape(task) if task else inline(values.titel, one.gegevens.place("titel"))
        body += _row(one, stand, words + _NUMBER.format(name), keys, inline)
    table = Markup("<table{}><thead><tr>{}</tr></thead><tbody>{}</tbody></table>")
    table = table.format(from_place(place), head, body)
    return GlanceView(table, len(keys) > _MOST_UPRIGHT)


def _row(
    chapter: Hoofdstuk,
    stand: Stand,
    name: Markup,
    keys: Sequence[str],
    inline: Callable[[str, Place], Markup],
) -> Markup:
    place = chapter.gegevens.place
    judged = Markup("")
    if stand.oordeel:
        judged = Markup("<br/>{} {}").format(LIGHTS[_LIGHT[stand.oordeel]], stand.oordeel)
    first = Markup('<th scope="row" data-bron="{}">{}{}</th>').format(noted(place("stand")), name, judged)
    cells = Markup("").join(
        Markup('<td data-bron="{}">{}</td>').format(
            noted(place("stand", key)), _cell(stand, key, place("stand", key), inline)
        )
        for key in keys
    )
    return Markup("<tr>{}{}</tr>").format(first, cells)


def _cell(stand: Stand, key: str, place: Place, inline: Callable[[str, Place], Markup]) -> Markup:
    text = _text(stand, key)
    if not text:
        return escape(_NOTHING)
    if text == OPEN:
        return escape(STILL_OPEN)
    words = inline(text, place)
    if key == "volgende-stap" and stand.wanneer:
        words = Markup("<strong>{}:</strong> {}").format(moment_text(stand.wanneer).capitalize(), words)
    return words


def _text(stand: Stand, key: str) -> str:
    return str(getattr(stand, key.replace("-", "_")) or "")
