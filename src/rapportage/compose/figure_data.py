"""Write the data of a figure as a table below it, and its credit; each says what it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from rapportage.compose.figures import Prepared, place_of
from rapportage.compose.places import marked, noted
from rapportage.content.figures import Grafiek
from rapportage.errors import Place
from rapportage.figures.chart_data import Chart, Series
from rapportage.periode import Periode

Told = tuple[Markup, Place]
"""The words of a cell and where they came from."""


def data_table(figure: Prepared, rows: Sequence[Sequence[str]], place: Place) -> Markup:
    """The profile XHTML of the data as a table without a number, its first cell a reference to the figure."""
    look = ' class="rechts"' if isinstance(figure.subject, Chart) else ""
    (_, *heads), *below = _told(figure, rows)
    body = Markup("").join(
        Markup("<tr>{}{}</tr>").format(_cell("th", ' scope="row"', first), _cells("td", look, others))
        for first, *others in below
    )
    return Markup(
        '<table data-bron="{}"><thead><tr><th scope="col"><a class="verwijzing" href="#{}"></a></th>'
        "{}</tr></thead><tbody>{}</tbody></table>"
    ).format(noted(place), figure.name, _cells("th", f' scope="col"{look}', heads), body)


def credit_words(figure: Prepared, source: str) -> Markup:
    """The words that credit the figure's source, which come from its series where it names none itself."""
    value = figure.loaded.value
    if value.bron is not None or not isinstance(value, Grafiek) or not source:
        return escape(source)
    return marked(source, series=[one.indicator for one in value.reeksen])


def _cells(tag: str, attributes: str, cells: Sequence[Told]) -> Markup:
    return Markup("").join(_cell(tag, attributes, one) for one in cells)


def _cell(tag: str, attributes: str, cell: Told) -> Markup:
    words, place = cell
    return Markup(f'<{tag}{attributes} data-bron="{{}}">{{}}</{tag}>').format(noted(place), words)


def _told(figure: Prepared, rows: Sequence[Sequence[str]]) -> list[list[Told]]:
    """The cells with what they came from: in a chart each its own series and period."""
    value = figure.loaded.value
    if not (isinstance(figure.subject, Chart) and isinstance(value, Grafiek)):
        return [[(escape(one), place_of(one, figure)) for one in row] for row in rows]
    by_series = _by_series(figure, figure.subject, value)
    return [list(row) for row in (zip(*by_series, strict=True) if figure.subject.by_period else by_series)]


def _by_series(figure: Prepared, chart: Chart, grafiek: Grafiek) -> Iterator[list[Told]]:
    """A row for each series, below one of periods; what a series gave is the value of no key here."""
    place = figure.loaded.place
    labels = enumerate(chart.labels)
    yield [(Markup(""), place()), *((escape(label), place("perioden", at)) for at, label in labels)]
    for row, (reeks, series) in enumerate(zip(grafiek.reeksen, chart.series, strict=True)):
        here, ids = replace(place("reeksen", row), path=""), [reeks.indicator]
        named = (escape(reeks.naam), place("reeksen", row, "naam")) if reeks.naam else None
        numbers = (_number(series, at, ids, periode) for at, periode in enumerate(grafiek.perioden))
        yield [named or (marked(series.name, series=ids), here), *((number, here) for number in numbers)]


def _number(series: Series, at: int, ids: Sequence[str], periode: Periode) -> Markup:
    """A number with what it came from, and what is said of it; a share has its number behind it."""
    own = series.counted or series
    made = marked(own.texts[at], series=ids, periode=str(periode), is_number=own.values[at] is not None)
    before = f"{series.texts[at]} (" if series.counted else ""
    after = series.said[at].removeprefix(before + own.texts[at])
    return escape(before) + made + after
