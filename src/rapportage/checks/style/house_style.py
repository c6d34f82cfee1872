"""Whether the house style can be used, and is clear enough to read (WCAG 2.1, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from typing import get_args

from rapportage.checks.style import fonts
from rapportage.checks.subjects import StyleFile
from rapportage.document import Align
from rapportage.dutch import number_text
from rapportage.errors import Finding, Place, closest, nearest, shortened
from rapportage.style.contrast import PAIRS, WORDS, contrast
from rapportage.style.lengths import MILLIMETRE
from rapportage.style.page import has_room, landscape, portrait
from rapportage.style.token_file import TokenError, how_written, in_group, length, line_of, read_tokens
from rapportage.style.tokens import HouseStyle, house_style
from rapportage.workspace import LOGOS, TOKENS

_MARK, _SERIES = "accent", "reeks-1"
"""What marks the house, and what has its colour in charts: that may be like another one's."""
_COMPARE = "de handleiding noemt alle tokens, in Eigen huisstijl"


def usable_style(file: StyleFile) -> HouseStyle | None:
    """The style that the file describes; None when no paper can be made with it."""
    if file.unmapped or any(unusable(file)):
        return None
    return replace(house_style(file.text, file.below), own=file.fonts.typefaces)


def unusable(file: StyleFile) -> Iterator[Finding]:
    """What keeps papers from being made with this style, the first kind of mistake only."""
    try:
        style = house_style(file.text, file.below)
    except TokenError as error:
        yield Finding(str(error), Place(file.file, error.line), error.hint or _COMPARE)
        return
    if other := style.lacks(file.model):
        for token in other:
            kind, said = read_tokens(file.below)[token].kind, read_tokens(file.text).get(token)
            place, hint = (
                Place(file.file, line_of(file.text, token)),
                how_written(kind, said and said.value, token),
            )
            yield Finding(f"token '{token}' is van een andere soort dan '{kind}'", place, hint)
    elif found := list(fonts.unusable(style, file)):
        yield from found
    else:
        yield from _logo(style, file)
        margins = (one for name, one in file.mapped.items() if name.partition(".")[0] == "bladspiegel")
        yield from _no_room(style, next(margins, Place(file.file)))


def _logo(style: HouseStyle, file: StyleFile) -> Iterator[Finding]:
    """What of the logo no page has room for, or says no side of it."""
    side, page = style.words("logo.plaats"), portrait(style)
    if side not in get_args(Align):
        at = file.place("logo.plaats")
        yield Finding(f"'{shortened(side)}' is geen plaats voor het logo", at, nearest(side, get_args(Align)))
    for token, most in (
        ("logo.hoogte", page.logo_room),
        ("logo.koptekst", page.running_room()),
    ):
        if style.points(token) > max(0.0, most):
            millimetres = int(most / MILLIMETRE)
            if millimetres < 1:
                hint = "maak de marge 'boven' groter, of laat dit token weg"
            else:
                hint = f"ten hoogste {millimetres} mm past hier; {as_length(millimetres, 'mm')}"
            yield Finding(f"'{token}' is hoger dan er plaats is", file.place(token), hint)
    if not style.points("logo.hoogte") > 0:
        at = file.place("logo.hoogte")
        hint = f"{as_length(16, 'mm')}, of haal het logo weg"
        yield Finding("een logo zonder hoogte is er niet", at, hint)


def idle_logo_tokens(file: StyleFile) -> Iterator[Finding]:
    """The first token that says something of a logo, where there is none."""
    style = complete(file)
    said = [one for one in (style.tokens if style else ()) if one.startswith("logo.") and file.changes(one)]
    if said and not file.has_logo:
        hint = f"zet '{LOGOS[0]}' in templates, of haal 'logo' hier weg"
        yield Finding(f"'{said[0]}' doet niets: er is geen logo", file.place(said[0]), hint)


def as_length(number: float, unit: str) -> str:
    """What to write for a length that fits."""
    return f'schrijf "$value": {length(number, unit)}'


def unknown_tokens(file: StyleFile) -> Iterator[Finding]:
    """Each token that neither rapportage nor an own template or token uses."""
    try:
        own, known = read_tokens(file.text), read_tokens(file.below)
    except TokenError:
        return
    for name in (one for one in own if one not in known):
        group, _, last = name.rpartition(".")
        uses = (name.replace(".", "-"), f'"{last}"', f"'{last}'")
        used = any(use in text for text in file.templates for use in uses)
        if not (used or f"{{{name}}}" in file.text):
            place = Place(file.file, line_of(file.text, name))
            yield Finding(f"token '{name}' is onbekend", place, _meant(group, last, known))


def _meant(group: str, last: str, known: Iterable[str]) -> str:
    """The hint with the token of this group that was perhaps meant, or of any where there is no group."""
    beside = [one for one in known if one.rpartition(".")[0] == group]
    if not beside:
        return nearest(f"{group}.{last}", known, _COMPARE) or _COMPARE
    near = closest(last, (one.rpartition(".")[2] for one in beside))
    return f"bedoelde u '{group}.{near}'?" if near else f"in '{group}' staan: {in_group(group, known)}"


def _no_room(style: HouseStyle, place: Place) -> Iterator[Finding]:
    """The first page that its margins leave too little of."""
    for page, name, hint in (
        (portrait(style), "de bladspiegel", "maak de marges kleiner"),
        (landscape(style), "een liggende bladspiegel", "maak 'boven' of 'onder' kleiner"),
    ):
        if not has_room(page):
            yield Finding(f"de marges laten te weinig van {name} over", place, hint)
            return


def left_in_our_colour(file: StyleFile) -> Iterator[Finding]:
    """The first series of charts, where it has our accent yet and nothing else has."""
    style, series = complete(file), f"kleur.{_SERIES}"
    if style and file.changes(f"kleur.{_MARK}") and not file.says(series):
        ours = style.colour(_SERIES)
        mark = style.colour(_MARK)
        if ours != mark and contrast(mark, style.colour("papier")) >= WORDS:
            written = f'"{_SERIES}": {{ "$value": "{{kleur.{_MARK}}}" }}'
            hint = f"zet in {TOKENS}, onder 'kleur': {written}, of een andere kleur"
            message = f"grafieken hebben nog de kleur van rapportage ({ours}) voor de eerste reeks"
            yield Finding(message, file.place(f"kleur.{_MARK}"), hint)


def faint_colours(file: StyleFile) -> Iterator[Finding]:
    """Each colour that stands out too little from a ground that it is used on."""
    style = complete(file)
    if style is None:
        return
    for colour, ground, least in PAIRS:
        if (
            colour != _MARK
            and not file.says(f"kleur.{colour}")
            and style.colour(colour) == style.colour(_MARK)
        ):
            continue  # it follows the accent, of which the same is told
        found = contrast(style.colour(colour), style.colour(ground))
        if found < least:
            # Rounded down: never "4,5, nodig 4,5".
            below = Decimal(str(found)).quantize(Decimal("0.01"), rounding=ROUND_DOWN)
            place = file.place(f"kleur.{colour}", f"kleur.{ground}")
            elsewhere = "; dat kan ook in huisstijl.tokens.json" if place in file.mapped.values() else ""
            shown = f"{number_text(below, 2)}, ten minste {number_text(Decimal(str(least)), 1)}"
            yield Finding(
                f"kleur '{colour}' is op '{ground}' te weinig te zien: contrast {shown}",
                place,
                f"maak 'kleur.{colour}' donkerder, of 'kleur.{ground}' lichter{elsewhere}",
            )


def complete(file: StyleFile) -> HouseStyle | None:
    """The style where it can be read and has every token as the kind that it is."""
    if file.unmapped:
        return None
    try:
        style = house_style(file.text, file.below)
    except TokenError:
        return None
    return None if style.lacks(file.model) else style
