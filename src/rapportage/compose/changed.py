"""What is otherwise than in an earlier report, as a list in a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from rapportage.compose.places import marked
from rapportage.content.model import Rapportage
from rapportage.dutch import list_text
from rapportage.periode import Periode
from rapportage.since.content import ContentChanges, Correction
from rapportage.since.register import PromiseChange, SeriesChange

_ANSWERED = ", antwoord in"


def changed_list(old: Rapportage, new: Rapportage, found: ContentChanges, at: str, *, refers: bool) -> Markup:
    """The profile XHTML of the list; `at` is where it is asked for.

    It `refers` to chapters by their numbers in the paper that has them; another names them.
    """
    told = _items(old, new, found, refers=refers)
    items = Markup("").join(Markup('<li data-bron="{}">{}</li>').format(at, words) for words in told)
    if not items:
        nothing = Markup('<p data-bron="{}">Er is niets anders dan in {}.</p>')
        return nothing.format(at, _named(old.periode))
    beside = Markup('<p data-bron="{}">Vergeleken met {}:</p>').format(at, _named(old.periode))
    return beside + Markup('<ul data-bron="{}">{}</ul>').format(at, items)


def _named(periode: Periode) -> str:
    """A period within a sentence: het eerste halfjaar van 2024, or a year."""
    words = periode.words("lang")
    return words if periode.kind == "jaar" else f"het {words}"


def _items(old: Rapportage, new: Rapportage, found: ContentChanges, *, refers: bool) -> Iterator[Markup]:
    for what, names in (("Nieuw", found.new), ("Gewijzigd", found.changed)):
        if names:
            chapters = [_chapter(new, name, refers=refers) for name in names]
            yield Markup("{}: {}.").format(what, _joined(chapters))
    if found.gone:
        titles = [old.hoofdstukken[name].gegevens.value.titel for name in found.gone]
        yield Markup("Niet meer opgenomen: {}.").format(list_text(titles))
    yield from (marked(_series(one), series=[one.name]) for one in found.series if one.direction != "gelijk")
    yield from (Markup("{}").format(_corrected(one)) for one in found.corrections)
    yield from (
        Markup("{}: {}; eerder {}.").format(one.words, _state(one.wordt), _state(one.was))
        for one in found.promises
        if _is_told(one)
    )


def _chapter(of: Rapportage, name: str, *, refers: bool) -> Markup:
    title = of.hoofdstukken[name].gegevens.value.titel
    if not refers:
        return Markup("{}").format(title)
    reference = Markup('<a class="verwijzing" href="#{}"></a>').format(name)
    if name == of.gegevens.value.kernboodschap:  # which has no number, so that its title stands for it
        return reference
    return Markup("{} ({})").format(reference, title)


def _joined(parts: Sequence[Markup]) -> Markup:
    """Words in a row, as `list_text` has them."""
    if len(parts) < 2:
        return Markup("").join(parts)
    return Markup(", ").join(parts[:-1]) + " en " + parts[-1]


def _series(one: SeriesChange) -> str:
    if one.correction:
        return (
            f"{one.title}: het cijfer over {one.periode} is verbeterd, van {one.was or 'geen'}"
            f" naar {one.wordt or 'geen'}."
        )
    if one.was is None or one.wordt is None:
        now = one.wordt if one.wordt is not None else "niet meer gemeten"
        return f"{one.title}: {now}{'; er was eerder geen cijfer' if one.was is None else ''}."
    return f"{one.title}: {one.direction}, van {one.was} naar {one.wordt} ({one.difference})."


def _corrected(one: Correction) -> str:
    where = ", ".join(part for part in (one.cell.row, one.cell.column) if part)
    return f"Verbeterd cijfer in '{one.table}': {where} is {one.cell.wordt}; eerder stond er {one.cell.was}."


def _state(told: str) -> str:
    return told.partition(_ANSWERED)[0]


def _is_told(one: PromiseChange) -> bool:
    """Whether its state is another, and not only the chapter that answers it."""
    return _state(one.was) != _state(one.wordt)
