"""Find sentences that say when a series was highest or lowest, where it was so at another time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.reading.named_series import ADDS_NOTHING, NamedSeries
from rapportage.checks.reading.references_said import HERE
from rapportage.checks.reading.series_at_home import Telling, letters_of, meant_by, series_of, tellings
from rapportage.checks.series.series import whole_charts
from rapportage.checks.series.series_said import bare_of, periode_of
from rapportage.checks.subjects import Report
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode

_EXTREME = re.compile(
    r"\bhet\s(?P<words>(?P<up>hoogst|langst|grootst)|laagst|kortst|kleinst)\b(?!\s*(?:van|sinds|na)\b)", re.I
)
_SHOWS = re.compile(rf"\A.{{0,60}}?\b(?:laat|laten|toont|tonen)\b.{{0,20}}?\b(?:dat|,)\s|{HERE}", re.I)
_NO_EXTREME = re.compile(
    r"\b(?:niet|geen|op\séén\sna|bijna|als|verwacht\w*|doel\w*|zou|kan|zal|of|bij|voor|per|tot)\b", re.I
)
"""What makes it another thing, or a part of it."""
_WORD = re.compile(r"[^\W\d_]+")


def at_another_time(report: Report) -> Iterator[Finding]:
    """Each 'de wachttijd was het hoogst in de eerste helft van 2024', which it was half a year later."""
    every = series_of(report)
    drawn = [
        (set(chart.indicators), set(chart.grafiek.perioden)) for chart, _ in whole_charts(report.content)
    ]
    for telling in tellings(report) if every else ():
        for sentence in BETWEEN_SENTENCES.split(telling.words):
            found = _EXTREME.search(sentence)
            meant = _meant(sentence, found, every, telling) if found else None
            if found is None or meant is None or _NO_EXTREME.search(sentence):
                continue
            one, then = meant
            own = [each for each in one.known if each.kind == one.now.kind and each <= one.now]
            if HERE in sentence:
                own = [
                    each
                    for each in own
                    if all(each in of for names, of in drawn if one.indicator.id in names)
                ]
            most = (max if found["up"] else min)(own or [then], key=lambda each: one.known[each])
            if one.known[most] != one.known[then]:
                yield Finding(
                    f"hier staat 'het {found['words']}' bij '{one.indicator.naam}' in {then}: toen was het"
                    f" {one.text(one.known[then])}, en in {most} {one.text(one.known[most])}",
                    telling.place,
                    "verander het woord of de periode",
                )


def _meant(
    sentence: str, found: re.Match[str], every: list[NamedSeries], telling: Telling
) -> tuple[NamedSeries, Periode] | None:
    """The series and the time that a sentence is about, if it has words of nothing else."""
    named = placed_periods(sentence)
    bare = _SHOWS.sub(" ", bare_of(sentence.replace(found[0], " ")))
    words = [word for word in _WORD.findall(bare) if not ADDS_NOTHING.fullmatch(word.casefold())]
    one = meant_by(words, every, telling) if words else None
    if one is None or len(named) != 1 or re.search(r"[0-9]", bare):
        return None
    then = periode_of(named[0][2], one, one.now)
    is_only = all(word.casefold()[:_LETTERS] in letters_of(one) for word in words)
    return (one, then) if is_only and then is not None and then in one.known else None


_LETTERS = 6
