"""What changed between two papers, as one page of HTML: it fetches nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable
from string import Template

from markupsafe import Markup, escape

from rapportage.changed_words import Part
from rapportage.compare.comparison import Change, ChapterChange, Comparison
from rapportage.compare.data import DataChange
from rapportage.compare.table import cell, data, named, series
from rapportage.since.register import PromiseChange
from rapportage.style.tokens import HouseStyle

_STYLE = """
body { font: 1rem/1.5 $fonts; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
body { color: $ink; background: $paper; }
h1, h2 { color: $accent; line-height: 1.25; }
h2 { margin: 2.5rem 0 0.5rem; }
a { color: $link; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; overflow-wrap: anywhere; }
th, td { border-bottom: 1px solid $line; }
thead th { background: $ground; padding-left: 0.5rem; }
.naast { table-layout: fixed; }
.naast th:first-child { width: 11rem; font-weight: normal; color: $grey; }
.getal { text-align: right; font-variant-numeric: tabular-nums; }
.gelijk td { color: $grey; }
.kop td { font-weight: bold; }
del { background: #fbe3e4; text-decoration: line-through; }
ins { background: #dff0df; text-decoration: underline; }
del::before, del::after, ins::before, ins::after {
  clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
del::before { content: " [weg:] "; }
ins::before { content: " [nieuw:] "; }
del::after, ins::after { content: " [tot hier] "; }
@media print { body { font-size: 0.75rem; margin: 0; max-width: none; } }
@media print { thead { display: table-header-group; } }
"""
_COLOURS = {
    "ink": "tekst",
    "paper": "papier",
    "accent": "accent",
    "link": "verwijzing",
    "line": "lijn",
    "ground": "accent-zacht",
    "grey": "grijs",
}
_ALONE = "default-src 'none'; style-src 'unsafe-inline'"
_NOTHING = Markup("<p>Geen verschil.</p>\n")


def page(found: Comparison, style: HouseStyle) -> str:
    """The whole page, in the house style."""
    title = f"{found.paper}: {found.was} → {found.wordt}"
    body = Markup("").join(
        (
            Markup("<h1>{}</h1>\n").format(title),
            _titles(found),
            Markup("<h2>Hoofdstukken</h2>\n"),
            _overview(found.chapters),
            Markup("<h2>Tabellen en figuren</h2>\n"),
            _items(_data(one) for one in found.data),
            Markup("<h2>Reeksen</h2>\n"),
            _items(escape(series(one)) for one in found.series),
            Markup("<h2>Toezeggingen, moties en aankondigingen</h2>\n"),
            _items(
                Markup("{} ({}): {} → {}").format(one.words, one.kind, one.was, one.wordt)
                for one in found.promises
            ),
            *(
                _chapter(at, one, found)
                for at, one in enumerate(found.chapters)
                if one.state != "ongewijzigd"
            ),
        )
    )
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_ALONE}">\n'
        f"<title>{escape(title)}</title>\n<style>{_styled(style)}</style>\n</head>\n"
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _styled(style: HouseStyle) -> str:
    colours = {name: style.colour(token) for name, token in _COLOURS.items()}
    # A font's name is a token, which an own house style may fill in.
    fonts = (one if one.replace("-", "").isalpha() else f'"{_bare(one)}"' for one in style.fonts())
    return Template(_STYLE).substitute(colours, fonts=", ".join(fonts))


def _bare(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum() or letter in " -")


def _titles(found: Comparison) -> Markup:
    same = found.was_title == found.title
    titles = found.title if same else f"{found.was_title} → {found.title}"
    return Markup("<p>{}. Wat weg is, is doorgehaald; wat nieuw is, is onderstreept.</p>\n").format(titles)


def _overview(chapters: Iterable[ChapterChange]) -> Markup:
    heads = ("Hoofdstuk", "Wat ermee gebeurde", "Woorden eruit", "Woorden erin")
    rows = Markup("").join(
        Markup(
            '<tr><th scope="row">{}</th><td>{}</td><td class="getal">{}</td><td class="getal">{}</td></tr>\n'
        ).format(
            named(one)
            if one.state == "ongewijzigd"
            else Markup('<a href="#h{}">{}</a>').format(at, named(one)),
            one.state,
            one.words_gone or "",
            one.words_new or "",
        )
        for at, one in enumerate(chapters)
    )
    return _table(heads, rows, numbers_from=2)


def _table(heads: Iterable[str], rows: Markup, *, kind: str = "", numbers_from: int = 99) -> Markup:
    cells = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(
            Markup(' class="getal"') if at >= numbers_from else "", one
        )
        for at, one in enumerate(heads)
    )
    begin = Markup('<table class="{}">').format(kind) if kind else Markup("<table>")
    return Markup("{}\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n").format(
        begin, cells, rows
    )


def _items(told: Iterable[Markup]) -> Markup:
    items = Markup("").join(Markup("<li>{}</li>\n").format(one) for one in told)
    return Markup("<ul>\n{}</ul>\n").format(items) if items else _NOTHING


def _promise(one: PromiseChange) -> Markup:
    return Markup("{} ({}): {} → {}").format(one.words, one.kind, one.was, one.wordt)


def _data(one: DataChange) -> Markup:
    cells = Markup("").join(Markup("<li>{}</li>\n").format(cell(changed)) for changed in one.cells)
    inside = Markup("\n<ul>\n{}</ul>\n").format(cells) if cells else Markup("")
    return Markup("{}{}").format(data(one), inside)


def _chapter(at: int, one: ChapterChange, found: Comparison) -> Markup:
    heads = ("Wat", f"Was ({found.was})", f"Wordt ({found.wordt})")
    rows = Markup("").join(_row(change) for change in one.changes)
    heading = Markup('<h2 id="h{}">{} <small>({})</small></h2>\n').format(at, named(one), one.state)
    return heading + _table(heads, rows, kind="naast")


def _row(change: Change) -> Markup:
    if change.state == "ongewijzigd":
        return Markup('<tr class="gelijk"><th scope="row">{}</th><td colspan="2">{}</td></tr>\n').format(
            change.what, change.wordt
        )
    look = "kop" if change.what == "kop" else ""
    if change.state == "verplaatst" and change.wordt is None:
        was, wordt = escape(change.was or ""), Markup("<em>staat nu elders</em>")
    elif change.state == "verplaatst":
        was, wordt = Markup("<em>stond elders</em>"), escape(change.wordt or "")
    else:
        was, wordt = _side(change.parts, "weg", "del"), _side(change.parts, "nieuw", "ins")
    return Markup('<tr class="{}"><th scope="row">{}, {}</th><td>{}</td><td>{}</td></tr>\n').format(
        look, change.what, change.state, was, wordt
    )


def _side(parts: Iterable[Part], own: str, tag: str) -> Markup:
    """The words of one of both, with those that the other lacks marked."""
    marked = Markup(f"<{tag}>{{}}</{tag}>")
    return Markup("").join(
        marked.format(part.text) if part.kind == own else escape(part.text)
        for part in parts
        if part.kind in (own, "gelijk")
    )
