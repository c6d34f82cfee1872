"""The timeline: what is to come, by day, from chapters, the register and `rapportage.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from rapportage.compose.places import from_place, noted
from rapportage.compose.register import answering, chosen
from rapportage.content.fields import OPEN, moment_days, moment_text
from rapportage.content.model import Rapportage
from rapportage.errors import Place

_NOTHING = "–"
_HEADS = ("Wanneer", "Wat", "Komt uit")
_REFERENCE = Markup('<a class="verwijzing" href="#{}"></a>')


@dataclass(frozen=True, slots=True)
class _Step:
    """What comes on a day or in a month, in which words, and all that say so."""

    moment: str
    words: Markup
    told_by: tuple[Markup, ...]
    place: Place


def timeline(rapportage: Rapportage, inline: Callable[[str, Place], Markup]) -> Markup:
    """The table of all steps in their order, a month behind its days; nothing where there is none.

    `inline` gives the words of a text as XHTML.
    """
    told = [*_of_the_register(rapportage), *_of_chapters(rapportage, inline), *_typed(rapportage, inline)]
    if not told:
        return Markup("")
    steps = _once(told)
    steps.sort(key=lambda one: moment_days(one.moment)[::-1])
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in _HEADS)
    rows = Markup("").join(map(_row, steps))
    place = from_place(replace(rapportage.gegevens.place("tijdlijn"), path=""))
    return Markup("<table{}><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(place, head, rows)


def _row(step: _Step) -> Markup:
    at, told_by = noted(step.place), Markup(", ").join(step.told_by) or _NOTHING
    return Markup(
        '<tr><th scope="row" data-bron="{}">{}</th><td data-bron="{}">{}</td><td data-bron="{}">{}</td></tr>'
    ).format(at, moment_text(step.moment).capitalize(), at, step.words, at, told_by)


def _once(told: Iterable[_Step]) -> list[_Step]:
    """The steps, of which one that is told in several places in the same words is there once."""
    steps: dict[tuple[str, str], _Step] = {}
    for one in told:
        name = (one.moment, one.words.rstrip(". ").casefold())
        known = steps.get(name, one)
        steps[name] = replace(known, told_by=tuple(dict.fromkeys((*known.told_by, *one.told_by))))
    return list(steps.values())


def _of_chapters(rapportage: Rapportage, inline: Callable[[str, Place], Markup]) -> Iterator[_Step]:
    """The next step of each task that says when it is."""
    known = rapportage.hoofdstukken
    for name in rapportage.gegevens.value.chapters():
        stand = known[name].gegevens.value.stand if name in known else None
        if stand and stand.wanneer and stand.volgende_stap and stand.volgende_stap != OPEN:
            place = known[name].gegevens.place("stand", "volgende-stap")
            words = _capital(inline(stand.volgende_stap, place))
            yield _Step(stand.wanneer, words, (_REFERENCE.format(name),), place)


def _of_the_register(rapportage: Rapportage) -> Iterator[_Step]:
    """What of the register is not done and has a day, as the report's date knew it."""
    day, register = rapportage.gegevens.value.rapportagedatum, rapportage.register
    for number, one in chosen(rapportage, "open"):
        if one.voor and register:
            late = ", over tijd" if one.is_late(day) else ""
            chapters = [_REFERENCE.format(name) for name in answering(rapportage, one.id)]
            told_by = (escape(f"{one.soort}{late}"), *chapters)
            yield _Step(one.voor, escape(one.wat), told_by, register.place("toezeggingen", number))


def _typed(rapportage: Rapportage, inline: Callable[[str, Place], Markup]) -> Iterator[_Step]:
    listed = rapportage.gegevens.value.chapters()
    for number, one in enumerate(rapportage.gegevens.value.stappen):
        place = rapportage.gegevens.place("stappen", number, "wat")
        told_by = (_REFERENCE.format(one.hoofdstuk),) if one.hoofdstuk in listed else ()
        yield _Step(one.wanneer, _capital(inline(one.wat, place)), told_by, place)


def _capital(words: Markup) -> Markup:
    """The words as they begin a cell; what begins with a mark stays as it is."""
    return words if words.startswith("<") else Markup(words[:1].upper() + words[1:])
