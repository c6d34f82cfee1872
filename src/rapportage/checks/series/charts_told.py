"""Find sentences that refer to a chart and say of its course what the chart does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.reading.named_series import first_letters, words_of
from rapportage.checks.reading.references_said import HERE, said_in, targets_in
from rapportage.checks.series.alt_numbers import other_way
from rapportage.checks.series.series import whole_charts
from rapportage.checks.series.shown_series import Shown, shown_of
from rapportage.checks.subjects import Report
from rapportage.document import Paragraph, walk
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding
from rapportage.inlines import place_of
from rapportage.movement import DOWN, UP, ways_said
from rapportage.named_periods import placed_times

_SHOWS = re.compile(
    rf"{HERE}\)?\s(?:laat|laten|toont|tonen|geeft|illustreert|is\s(?:goed\s)?te\szien|ziet\su|blijkt)\b(?P<said>[^,;:]+)",
    re.I,
)
"""What a sentence says that a chart shows, up to where it may go on with something else."""
_LINE = re.compile(
    r"\b(?P<words>(?:(?P<up>stijgend|oplopend|groeiend)|dalend|aflopend|krimpend)e\s(?:lijn|trend|reeks))\b",
    re.I,
)
_IN_A_ROW = re.compile(
    r"\b(?:achter\selkaar|op\srij|achtereen|elk\shalf\s?jaar|voor\shet\seerst|al\s\w+\s(?:halfjaren|kwartalen))\b",
    re.I,
)
"""What is said of so many steps, which the rule on the series itself knows."""
_BUT = re.compile(
    r"\b(?:niet|geen|nauwelijks|minder\ssnel|langzamer|sneller|waarom|waardoor|hoe|of|zou|doel\w*|verwacht\w*|prognose"
    r"|raming)\b",
    re.I,
)
"""What makes it no plain course."""


def against_the_chart(report: Report) -> Iterator[Finding]:
    """Each '[@grafiek] laat zien dat het aantal daalt' of a chart in which it rises."""
    figuren = report.content.rapportage.figuren
    charts = {
        next(key for key, one in figuren.items() if one is chart.figuur): [
            shown_of(one, chart.grafiek.perioden) for one in chosen
        ]
        for chart, chosen in whole_charts(report.content)
    }
    for paper in report.papers.values() if charts else ():
        for block in walk(paper.document.blocks):
            targets = targets_in(block.content, charts) if isinstance(block, Paragraph) else []
            if not targets or not isinstance(block, Paragraph) or len(set(targets)) > 1:
                continue
            words = said_in(block.content)[0]
            for sentence in BETWEEN_SENTENCES.split(words):
                found = _SHOWS.search(sentence)
                if found and (told := other_course(found["said"], charts[targets[0]], words)):
                    said, shown = told
                    place = place_of(block.content)
                    yield Finding(
                        f"hier staat '{said}', en {shown}",
                        place if place.file else block.place,
                        "verander de zin, of verwijs naar de grafiek die het wel laat zien",
                    )


def other_course(words: str, series: Sequence[Shown], around: str = "") -> tuple[str, str] | None:
    """What a sentence says of the course of a chart that none of its series has, and what they do.

    Where it names none of them, it is about the one that the text `around` it names.
    """
    if _BUT.search(words) or _IN_A_ROW.search(words):
        return None
    said = list(ways_said(words))
    about = (_named(words, series) or _named(around, series) if len(said) <= 1 else []) or list(series)
    if line := _LINE.search(words):
        way = UP if line["up"] else DOWN
        if all(_goes(one.values) == -way for one in about):
            return line["words"], _shown(about, way)
        return None
    if placed_times(words):
        return None
    if told := other_way(words, about):
        return told[0], f"de grafiek {told[1]}: {' en '.join(_course(one) for one in about)}"
    return None


def _named(words: str, series: Sequence[Shown]) -> list[Shown]:
    return [one for one in series if words_of(one.indicator) <= first_letters(words)]


def _goes(values: Sequence[Decimal]) -> int:
    """Which way a line goes that goes no other way in any step; 0 where it turns, or is none."""
    ways = {(after > before) - (after < before) for before, after in pairwise(values)} - {0}
    return ways.pop() if len(ways) == 1 else 0


def _shown(series: Sequence[Shown], way: int) -> str:
    other = "daalt" if way == UP else "stijgt"
    return f"de grafiek {other} daar: {' en '.join(_course(one) for one in series)}"


def _course(one: Shown) -> str:
    return f"{one.indicator.naam}: {', '.join(one.texts)}"
