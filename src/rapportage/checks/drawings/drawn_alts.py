"""Find descriptions and captions of drawings that say otherwise than the data that are drawn."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.drawings.drawn_facts import drawing_of
from rapportage.checks.drawings.drawn_moments import other_day
from rapportage.checks.drawings.drawn_numbers import unknown_to_drawing
from rapportage.checks.drawings.drawn_phases import left_out, other_phase
from rapportage.checks.drawings.drawn_ranked import other_first
from rapportage.checks.drawings.drawn_states import other_caption, other_count, other_state
from rapportage.checks.drawings.drawn_told import told_in
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Tekening
from rapportage.content.model import Rapportage
from rapportage.errors import Finding

_HINT = "kijk de tekst na bij de figuur"


def otherwise_than_data(rapportage: Rapportage) -> Iterator[Finding]:
    """Each drawing whose description or caption says what its data do not."""
    for figuur in rapportage.figuren.values():
        if isinstance(figuur.value, Tekening):
            if told := of_description(figuur.value, rapportage):
                yield Finding(told, figuur.place("alt"), _HINT)
            if told := of_caption(figuur.value, rapportage):
                yield Finding(told, figuur.place("bijschrift"), _HINT)


def of_description(value: Tekening, rapportage: Rapportage) -> str:
    """The first thing that a description says and that is otherwise; '' where there is none."""
    alt, drawing = _typed(value.alt), drawing_of(value, rapportage)
    if drawing is None:
        return ""
    if told := told_in(alt, drawing, rapportage.periode, described=True):
        return told
    if drawing.kind == "statustabel":
        return other_count(alt, drawing) or other_state(alt, drawing) or left_out(alt, drawing)
    if drawing.kind == "fasen":
        return other_phase(alt, drawing)
    if drawing.kind == "tijdlijn":
        return other_day(alt, drawing, f"{value.bijschrift} {value.data}")
    return other_first(alt, drawing) or unknown_to_drawing(alt, value, rapportage)


def of_caption(value: Tekening, rapportage: Rapportage) -> str:
    """The same of a caption, which may tell of another time as well."""
    caption, drawing = _typed(value.bijschrift), drawing_of(value, rapportage)
    if drawing is None:
        return ""
    told = other_caption(caption, drawing) or told_in(caption, drawing, rapportage.periode)
    return told or (other_count(caption, drawing) if drawing.kind == "statustabel" else "")


def _typed(words: str | None) -> str:
    return " ".join(EXPRESSION.sub("…", words or "").split())
