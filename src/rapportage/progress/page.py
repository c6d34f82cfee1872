"""Where a report stands, as one page of HTML to send around: it fetches nothing and runs nothing."""

from __future__ import annotations

from markupsafe import Markup, escape

from rapportage.dutch import date_text
from rapportage.progress.state import Open, Standing, TextState
from rapportage.progress.table import beyond, left, promise, states, summary

_STYLE = """
body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; }
th, td { border-bottom: 1px solid #767676; }
@media print { body { font-size: 0.75rem; margin: 0; } }
.getal { text-align: right; font-variant-numeric: tabular-nums; }
.waar { color: #555; }
"""
_HEADS = ("Tekst", "Stand", "Auteur", "Woorden", "Open", "Na te lezen", "Meldingen")


def page(standing: Standing) -> str:
    """The whole page."""
    title = f"{standing.periode}: {standing.title}"
    status = "vastgesteld" if standing.adopted else "concept"
    body = Markup("").join(
        (
            Markup("<h1>{}</h1>\n<p>Stand op {}. Status: {}.</p>\n").format(
                title, date_text(standing.today), status
            ),
            Markup("<p>Teksten: {}. {} {}</p>\n").format(
                states(standing), summary(standing), beyond(standing)
            ),
            _days(standing),
            _texts(standing),
            *(_points(one.title, one.open_points) for one in standing.texts if one.open_points),
            _points("Waarden", standing.values) if standing.values else "",
            _promises(standing),
            _files(standing),
        )
    )
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _days(standing: Standing) -> Markup:
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>\n').format(
            one.what, date_text(one.day), left(one)
        )
        for one in standing.deadlines
    )
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in ("Wat", "Dag", "Nog"))
    return Markup("<h2>Dagen</h2>\n<table>\n<tr>{}</tr>\n{}</table>\n").format(heads, rows)


def _texts(standing: Standing) -> Markup:
    heads = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(Markup(' class="getal"') if at > 2 else "", one)
        for at, one in enumerate(_HEADS)
    )
    rows = Markup("").join(_row(one) for one in standing.texts)
    return Markup("<h2>Teksten</h2>\n<table>\n<tr>{}</tr>\n{}</table>\n").format(heads, rows)


def _row(text: TextState) -> Markup:
    counts = (text.words, len(text.open_points), text.unread, text.findings)
    cells = Markup("").join(Markup('<td class="getal">{}</td>').format(one) for one in counts)
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td>{}</tr>\n').format(
        text.title, text.state, text.author, cells
    )


def _points(title: str, points: tuple[Open, ...]) -> Markup:
    items = Markup("").join(
        Markup('<li>{} <span class="waar">({})</span></li>\n').format(one.words, str(one.at))
        for one in points
    )
    return Markup("<h2>{}: nog open</h2>\n<ul>\n{}</ul>\n").format(title, items)


def _promises(standing: Standing) -> Markup:
    if not standing.promises:
        return Markup("")
    items = Markup("").join(Markup("<li>{}</li>\n").format(promise(one)) for one in standing.promises)
    return Markup("<h2>Toezeggingen, moties en aankondigingen</h2>\n<ul>\n{}</ul>\n").format(items)


def _files(standing: Standing) -> Markup:
    if not standing.unread_files:
        return Markup("")
    items = Markup("").join(Markup("<li>{}</li>\n").format(one) for one in standing.unread_files)
    return Markup("<h2>Figuren en tabellen na te kijken</h2>\n<ul>\n{}</ul>\n").format(items)
