"""The register of promises as a table in a paper: what, by whom, since when, its state, where answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from rapportage.compose.places import noted
from rapportage.compose.printed import as_printed, printed_title
from rapportage.content.answered import earlier_answers
from rapportage.content.model import Rapportage
from rapportage.content.register import Antwoord, Toezegging
from rapportage.dutch import list_text
from rapportage.workspace import Workspace

SELECTIONS = {
    "alle": "Toezeggingen, moties en aankondigingen",
    "open": "Wat nog niet is afgedaan",
    "over-tijd": "Wat over tijd is",
    "toezeggingen": "Toezeggingen",
    "moties": "Moties",
    "aankondigingen": "Aankondigingen",
}
"""What one may ask for, with the caption of the table."""
_KINDS = {"toezeggingen": "toezegging", "moties": "motie", "aankondigingen": "aankondiging"}
_HEADS = ("Wat", "Door", "Sinds", "Stand", "Waar beantwoord")


def chosen(rapportage: Rapportage, selection: str) -> list[tuple[int, Toezegging]]:
    """The entries of a selection with their number in the register, as they stand on the report's date."""
    entries = rapportage.register.value.toezeggingen if rapportage.register else ()
    day = rapportage.gegevens.value.rapportagedatum
    known = ((at, entry.as_of(day, rapportage.periode)) for at, entry in enumerate(entries))
    return [(at, one) for at, one in known if one is not None and _is_of(one, selection, day)]


def _is_of(one: Toezegging, selection: str, day: date) -> bool:
    return (
        selection == "alle"
        or (selection == "open" and one.is_pending)
        or (selection == "over-tijd" and one.is_late(day))
        or one.soort == _KINDS.get(selection)
    )


def register_table(
    workspace: Workspace, typed: Rapportage, selection: str, at: str, *, refers: bool
) -> Markup:
    """The profile XHTML of the table with this selection, which is not empty; `at` is where it is asked for.

    It `refers` to chapters by their numbers in the paper that has them; another names them.
    """
    rapportage, register = as_printed(typed), typed.register
    assert register is not None
    before = answers_before(workspace, typed)
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in _HEADS)
    rows = Markup("").join(
        _row(rapportage, _with(one, before), noted(register.place("toezeggingen", number)), refers)
        for number, one in chosen(rapportage, selection)
    )
    return Markup(
        '<div class="tabel" data-bron="{}"><table id="register-{}" data-bron="{}"><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(at, selection, at, SELECTIONS[selection], heads, rows)


def _row(rapportage: Rapportage, one: Toezegging, place: str, refers: bool) -> Markup:
    late = one.is_late(rapportage.gegevens.value.rapportagedatum)
    words: Sequence[str | Markup] = (
        one.door,
        f"{one.since} ({one.vindplaats})",
        f"{one.staat}, over tijd" if late else one.staat,
        _answered(rapportage, one, refers),
    )
    cells = Markup("").join(Markup('<td data-bron="{}">{}</td>').format(place, word) for word in words)
    return Markup('<tr><th scope="row" data-bron="{}">{}</th>{}</tr>').format(place, one.wat, cells)


def _answered(rapportage: Rapportage, one: Toezegging, refers: bool) -> Markup:
    """The chapters that answer it here, and the reports in which it was answered before."""
    here = list(answering(rapportage, one.id))
    earlier_ones = (answer for answer in one.antwoorden if answer.periode != rapportage.periode)
    before = [f"{answer.periode}, {answer.hoofdstuk}" for answer in earlier_ones]
    references = Markup(" en ").join(
        Markup('<a class="verwijzing" href="#{}"></a>').format(name)
        if refers
        else Markup("{}").format(rapportage.hoofdstukken[name].gegevens.value.titel)
        for name in here
    )
    earlier = Markup("eerder: {}").format(list_text(before)) if before else Markup("")
    return Markup("; ").join(part for part in (references, earlier) if part) or Markup("–")


def answers_before(workspace: Workspace, rapportage: Rapportage) -> dict[str, list[Antwoord]]:
    """The answers to each entry in the chapters of earlier reports, as those print their titles."""
    found: dict[str, list[Antwoord]] = {}
    for one in earlier_answers(workspace, rapportage):
        if one.title and not one.hidden:
            title = printed_title(one.title, one.report or rapportage)
            for name in one.names:
                found.setdefault(name, []).append(Antwoord(periode=one.periode, hoofdstuk=title))
    return found


def _with(one: Toezegging, before: Mapping[str, Sequence[Antwoord]]) -> Toezegging:
    """The entry with those answers too, but for what the register says itself of the same report."""
    typed = {each.periode for each in one.antwoorden}
    added = [each for each in before.get(one.id, ()) if each.periode not in typed]
    every = sorted([*one.antwoorden, *added], key=lambda each: each.periode.first_day)
    return one.model_copy(update={"antwoorden": tuple(every)}) if added else one


def answering(rapportage: Rapportage, name: str) -> Iterator[str]:
    """The chapters of this report that say that they answer it, in reading order."""
    for chapter in rapportage.gegevens.value.chapters():
        there = rapportage.hoofdstukken.get(chapter)
        if there is not None and name in there.gegevens.value.beantwoordt:
            yield chapter
