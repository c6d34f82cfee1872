"""What does not go with a number of a series, told by the first of all rules that knows it."""

from __future__ import annotations

from collections.abc import Callable

from rapportage.compose.numbers.compared_beside import other_comparison
from rapportage.compose.numbers.counted_beside import other_count, other_name
from rapportage.compose.numbers.course_beside import other_course, other_gain
from rapportage.compose.numbers.days_beside import other_month
from rapportage.compose.numbers.earlier_beside import other_earlier, other_then
from rapportage.compose.numbers.extremes_beside import no_extreme
from rapportage.compose.numbers.growth_beside import other_growth
from rapportage.compose.numbers.lookalike_beside import other_place
from rapportage.compose.numbers.measured_beside import Told, other_period
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.numbers.signs_beside import other_sign
from rapportage.compose.numbers.typed_beside import other_typed
from rapportage.compose.numbers.unlike_beside import no_percentage
from rapportage.compose.numbers.worked_beside import growth_from_ratio, other_periods, other_side, other_whole
from rapportage.compose.numbers.year_beside import part_of_year

_RULES: tuple[Callable[[str, Worked, str], Told | None], ...] = (
    other_period,
    part_of_year,
    other_comparison,
    other_then,
    other_earlier,
    other_course,
    other_gain,
    other_growth,
    other_count,
    other_name,
    other_place,
    other_month,
    growth_from_ratio,
    other_whole,
    other_periods,
    other_side,
    other_sign,
    no_extreme,
    no_percentage,
)


def of_series(before: str, worked: Worked, after: str, typed: str) -> Told | None:
    """What is told of a number by the words before and after it.

    `typed` are those after it as they were typed, with a mark for each expression.
    """
    for rule in _RULES:
        if told := rule(before, worked, after):
            return told
    return other_typed(worked, typed)
