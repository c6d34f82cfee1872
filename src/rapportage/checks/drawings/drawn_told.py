"""What a text says of a drawing, one thing after another, and what of it the data contradict."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.drawings.drawn_counts import other_than_counted
from rapportage.checks.drawings.drawn_facts import Drawing
from rapportage.checks.drawings.drawn_goals import other_goals
from rapportage.checks.drawings.drawn_moments import other_moment
from rapportage.checks.drawings.drawn_numbers import other_number, turned_number
from rapportage.checks.drawings.drawn_ranked import other_average, other_side, other_times
from rapportage.checks.drawings.drawn_states import other_states
from rapportage.checks.drawings.drawn_steps import other_part, other_sign, other_step
from rapportage.checks.drawings.drawn_words import CLAUSE, GOAL, is_of_other_time
from rapportage.checks.reading.references_said import HERE
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.periode import Periode


def told_in(text: str, drawing: Drawing, periode: Periode, *, described: bool = False) -> str:
    """The first thing that a text says of a row and that is otherwise; '' where there is none."""
    told = (
        otherwise(sentence, drawing, periode, before=before, described=described)
        for before, sentence in sentences_of(text)
    )
    return next(filter(None, told), "")


def sentences_of(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence with the one before it."""
    before = ""
    for sentence in BETWEEN_SENTENCES.split(text):
        yield before, sentence
        before = sentence


def otherwise(
    sentence: str, drawing: Drawing, periode: Periode, *, before: str = "", described: bool = False
) -> str:
    """The first thing that a sentence says of a row and that is otherwise; '' where there is none.

    What is `described` is nothing but the drawing; a sentence elsewhere may be about other things as well.
    """
    words, before = (" ".join(one.replace(HERE, "…").split()) for one in (sentence, before))
    if told := other_moment(words, drawing):
        return told
    if is_of_other_time(words, periode):
        kept = (one for one in CLAUSE.split(words) if GOAL.search(one) or not is_of_other_time(one, periode))
        words = "; ".join(kept) if described else ""
    ways = (
        other_states(words, drawing, before),
        other_goals(words, drawing, before),
        other_average(words, drawing, described=described),
        other_side(words, drawing, described=described),
        other_times(words, drawing, described=described),
        other_number(words, drawing, described=described),
        other_part(words, drawing, before),
        other_sign(words, drawing),
        turned_number(words, drawing),
        other_step(words, drawing, before, described=described),
        other_than_counted(words, drawing, before, described=described),
    )
    return next(filter(None, ways), "")
