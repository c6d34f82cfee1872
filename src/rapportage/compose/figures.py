"""Turn a figure file into a picture, with its source, its data as a table, and a drafted description."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from rapportage.compose.drawings import DrawingRenderer, moment_filter, number_filter, printed
from rapportage.compose.numbers.expressions import filled, number_of
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.compose.picture_files import picture_bytes
from rapportage.compose.prose.syntax import INSERT
from rapportage.content.drawing_data import data_findings, number_paths, with_defaults
from rapportage.content.drawings import DrawingKind
from rapportage.content.fields import moment_text
from rapportage.content.figures import Afbeelding, Figuur, Grafiek, Tekening
from rapportage.content.findings import told
from rapportage.content.model import Loaded, Rapportage
from rapportage.content.named_files import Whereabouts, named_file
from rapportage.content.source import Path_
from rapportage.document import Image
from rapportage.dutch import csv_text
from rapportage.errors import NO_ROOM, Place, Problem, Problems, Result, attempt, refusal
from rapportage.figures.cache import Draw, Drawn, FigureCache, Remark, cache_key, fingerprint
from rapportage.figures.chart import chart_of, chart_source, draft, on_one_scale, with_moment
from rapportage.figures.chart_data import Chart
from rapportage.figures.drawn_chart import drawn_chart
from rapportage.opened import Unsuitable
from rapportage.quotes import as_typed
from rapportage.style.lengths import MILLIMETRE, PIXEL
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import HouseStyle
from rapportage.workspace import Workspace

BESIDE = "+"
"""Between the name of a figure and of the one beside it: so the picture of a half is called."""


_HIGH, _HIGH_BESIDE = 110 * MILLIMETRE, 80 * MILLIMETRE
"""A drawing, alone or beside another, that becomes higher than this past the text's width keeps to that."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A figure with its data: what it is drawn from, and what its description tells."""

    name: str
    loaded: Loaded[Figuur]
    data: Mapping[str, Any]
    subject: Chart | DrawingKind | Path


@dataclass(frozen=True)
class FigureMaker:
    """Makes the figures of one rapportage."""

    rapportage: Rapportage
    workspace: Workspace
    style: HouseStyle
    cache: FigureCache
    numbers: Numbers
    edition: int = 0
    """Of the numbers, where figures are remembered by who makes them over and over."""

    def fill(self, text: str, loaded: Loaded[Any], *path: str | int) -> Result[str]:
        """The text at this path of a file, with its expressions worked out."""
        written, place = loaded.source.as_written(text, *path)
        key = "gevuld", self.edition, written, place, place.end, place.path
        return self.cache.memory.of(key, lambda: filled(written, place, self.numbers))

    def prepare(self, name: str) -> Result[Prepared | None]:
        """The figure with its data; None when that cannot be had, which is a problem or told by a rule."""
        loaded = self.rapportage.figuren[name]
        match loaded.value:
            case Grafiek() as grafiek:
                return self._remembered(name, lambda: self._prepared_chart(name, loaded, grafiek), loaded)
            case Tekening() as tekening:
                kind, organisatie = self.rapportage.tekeningen[tekening.soort], self.rapportage.organisatie
                of = (loaded, organisatie, kind.schema, repr(kind.choices))
                return self._remembered(name, lambda: self._prepared_drawing(name, loaded, tekening), *of)
            case Afbeelding() as afbeelding:
                file = named_file(self.workspace, self.rapportage.periode, afbeelding.bestand)
                if file.whereabouts is not Whereabouts.HERE:
                    return Result(None)
                return attempt(lambda: self._prepared_file(name, loaded, file.path))

    def _remembered(
        self, name: str, make: Callable[[], Result[Prepared | None]], *of: object
    ) -> Result[Prepared | None]:
        """What `make` makes of these, and of the numbers."""
        return self.cache.memory.of(("figuur-gegevens", name, self.edition), make, *of)

    def _prepared_chart(self, name: str, loaded: Loaded[Figuur], grafiek: Grafiek) -> Result[Prepared | None]:
        chart = self._chart_of(loaded, grafiek)
        return Result(Prepared(name, loaded, chart.told(), chart) if chart else None)

    def _chart_of(self, loaded: Loaded[Figuur], grafiek: Grafiek) -> Chart | None:
        """What the chart of this file shows, of the numbers that there are."""
        key = "grafiek", id(loaded), self.edition
        return self.cache.memory.of(key, lambda: chart_of(grafiek, self.rapportage.indicatoren), loaded)

    def picture(self, figure: Prepared, beside: str = "") -> Result[Image | None]:
        """The picture over the text's width, or half of it `beside` another figure; None for a problem."""
        drawn = attempt(lambda: self.drawn(figure, beside))
        if drawn.value is None:
            return Result(None, tuple(_at_its_words(one, figure) for one in drawn.problems))
        told = [_shrunk(words, figure) for words in drawn.value.shrunk]
        return Result(drawn.value.image, (*told, *(_remark(one, figure) for one in drawn.value.remarks)))

    def begin_charts(self, texts: Iterable[str]) -> None:
        """Let others begin with the charts in these texts: what draws them takes long to read in."""
        if self.cache.aside is None:
            return
        for found in (found for text in texts for found in INSERT.finditer(text)):
            names = [name.strip() for name in (found["names"] or "").split(",")]
            for name in names:
                loaded = self.rapportage.figuren.get(name)
                if loaded is not None and isinstance(loaded.value, Grafiek):
                    chart = self._chart_of(loaded, loaded.value)
                    beside = next((other for other in names if other != name), "")
                    if chart is not None:
                        chart = self._on_scale(chart, loaded.value, beside)
                        self.cache.begin(*self._chart(chart, loaded.place(), half=bool(beside)))

    def _on_scale(self, chart: Chart, grafiek: Grafiek, beside: str) -> Chart:
        """The chart on one scale with the one beside it, unless either wants a scale of its own."""
        found = self.rapportage.figuren.get(beside)
        if found is None or not isinstance(other := found.value, Grafiek):
            return chart
        drawn = self._chart_of(found, other)
        if drawn is None or "eigen" in (grafiek.schaal, other.schaal):
            return chart
        key = "op een schaal", id(chart), id(drawn)
        return self.cache.memory.of(key, lambda: on_one_scale(chart, drawn), chart, drawn)

    def drawn(self, figure: Prepared, beside: str = "") -> Drawn:
        """The figure as drawn now or before; raises ContentError when it cannot be drawn."""
        place, half = figure.loaded.place(), bool(beside)
        width = portrait(self.style).block_width(half=half)
        match figure.subject:
            case Path() as path:
                wide = self._chosen_width(figure, half=half)
                letters = self.style.typeface("figuur")
                parts = {"data": figure.data, "name": path.name, "width": wide, "letters": letters.known_by()}
                return self.cache.get(cache_key(parts), lambda: self._picture(figure, path, wide), self.style)
            case DrawingKind() as kind:
                drawn = self._drawing(kind, figure.data, width, place)
                if drawn.image.height * PIXEL <= (_HIGH_BESIDE if half else _HIGH):
                    return drawn
                return self._drawing(kind, figure.data, portrait(self.style).column(half=half), place)
            case Chart() as chart:
                if isinstance(grafiek := figure.loaded.value, Grafiek):
                    chart = self._on_scale(chart, grafiek, beside)
                return self.cache.get(*self._chart(chart, place, half=half), self.style)

    def _drawing(self, kind: DrawingKind, data: Any, width: float, place: Place) -> Drawn:
        """The drawing of this width, drawn now or before."""
        renderer, fields = DrawingRenderer(self.workspace, self.style), _fields(kind, data)
        templates = self._templates
        key = self._key(data, width, templates, lambda: {"data": data, "templates": templates})
        return self.cache.get(key, lambda: Drawn(*renderer.draw(kind, fields, width, place)), self.style)

    def _chart(self, chart: Chart, place: Place, *, half: bool) -> tuple[str, Draw]:
        """The key of a chart, and what draws it, here or elsewhere."""
        width = portrait(self.style).block_width(half=half)
        key = self._key(chart, width, None, lambda: {"data": asdict(chart)})
        return key, partial(drawn_chart, chart, self.style, width / MILLIMETRE, place)

    def _key(
        self, data: object, width: float, templates: object, parts: Callable[[], Mapping[str, Any]]
    ) -> str:
        """What a drawing in this style and width is kept by, worked out once of the very same data."""
        return self.cache.memory.of(
            ("sleutel", id(data), width),
            lambda: cache_key({**parts(), "width": width, "style": self.style.known_by()}),
            *(data, templates, self.style),
        )

    def _chosen_width(self, figure: Prepared, *, half: bool) -> float | None:
        """The width in CSS pixels that a picture as given must have; None where it keeps its own size.

        Raises ContentError where that is more than there is.
        """
        value = figure.loaded.value
        chosen = value.breedte if isinstance(value, Afbeelding) else None
        if chosen == "half":
            return portrait(self.style).block_width(half=True) / PIXEL
        if chosen == "heel" and half:
            message = f"figuur '{figure.name}' staat in een paar, en kan daar niet de hele breedte krijgen"
            hint = f"verwijder 'breedte: heel', of schrijf [figuur: {figure.name}] op een eigen regel"
            raise refusal(message, figure.loaded.place("breedte"), hint, NO_ROOM)
        widest = max(page(self.style).block_width() for page in (portrait, landscape))
        return widest / PIXEL if chosen == "heel" else None

    def drawn_names(self) -> frozenset[str]:
        """The figures that are drawn to their size, unlike pictures as given."""
        figuren = self.rapportage.figuren.items()
        return frozenset(name for name, one in figuren if not isinstance(one.value, Afbeelding))

    def mark(self, figure: Prepared, alt: str) -> str:
        """The fingerprint that stands with a description once somebody read it beside its figure.

        It covers the period, what is drawn, and what is said: none of these goes on without being read.
        """
        words = [" ".join(text.split()) for text in (alt, figure.loaded.value.bijschrift)]
        return fingerprint({"periode": str(self.rapportage.periode), "data": figure.data, "tekst": words})

    def source(self, figure: Prepared) -> Result[str]:
        """Where the figure comes from, with the moment of measuring; '' where nobody says so."""
        value = figure.loaded.value
        if value.bron is not None:
            moment = moment_text(value.bron.peildatum) if value.bron.peildatum else ""
            name = self.fill(value.bron.naam, figure.loaded, "bron")
            return Result(with_moment(name.value, moment), name.problems)
        return Result(chart_source(value, self.rapportage.indicatoren) if isinstance(value, Grafiek) else "")

    def draft(self, figure: Prepared) -> Result[str | None]:
        """An alternative text made from the data; '' where there is no data, None where making it fails."""
        match figure.subject:
            case Chart() as chart:
                return Result(draft(chart))
            case DrawingKind() as kind:
                fields = _fields(kind, figure.data)
                renderer = DrawingRenderer(self.workspace, self.style)
                key = cache_key({"draft": kind.name, "fields": fields, "templates": self._templates})
                return attempt(lambda: self.cache.words(key, lambda: renderer.draft(kind, fields)))
            case Path():
                return Result("")

    def rows(self, figure: Prepared) -> list[list[str]] | None:
        """The data as rows of cells, headings first and in each first cell; None where there is no table."""
        match figure.subject:
            case Chart() as chart:
                return chart.rows()
            case DrawingKind() as kind:
                return _rows(kind, _fields(kind, figure.data))
            case Path():
                return None

    def data(self, figure: Prepared) -> str | None:
        """The data as CSV; None where there is none to tell."""
        if isinstance(figure.subject, Chart):
            return csv_text(figure.subject.data_rows())
        rows = self.rows(figure)
        return csv_text(rows) if rows else None

    def _prepared_drawing(
        self, name: str, loaded: Loaded[Figuur], tekening: Tekening
    ) -> Result[Prepared | None]:
        problems = Problems()
        kind = self.rapportage.tekeningen[tekening.soort]
        asked = number_paths(kind, tekening.data)

        def filled_in(value: Any, path: Path_) -> Any:
            if path in asked:
                return problems.take(number_of(str(value), loaded.place(*path), self.numbers))
            if isinstance(value, Mapping):
                return {key: filled_in(one, (*path, key)) for key, one in value.items()}
            if isinstance(value, list | tuple):
                return [filled_in(one, (*path, at)) for at, one in enumerate(value)]
            return problems.take(self.fill(value, loaded, *path)) if isinstance(value, str) else value

        own = filled_in(tekening.data, ())
        if asked and not problems:
            problems += told(data_findings(kind, own), loaded.source)
        data = {"soort": kind.name, **own}
        if kind.schema.get("x-organisatie"):
            organisatie = self.rapportage.organisatie.value
            opgaven = [{"id": one.id, "naam": one.naam} for one in organisatie.opgaven]
            data |= {"opgaven": opgaven, "samenwerkingsverband": organisatie.waarover}
        # Without one of its numbers it would be another drawing.
        return problems.having(None if problems else Prepared(name, loaded, data, kind))

    def _prepared_file(self, name: str, loaded: Loaded[Figuur], file: Path) -> Prepared:
        """The picture in a file; raises ContentError when that cannot be read."""
        data = picture_bytes(self.workspace, file, loaded.place("bestand"))
        return Prepared(name, loaded, {"bestand": _digest(data)}, file)

    def _picture(self, figure: Prepared, path: Path, width: float | None) -> Drawn:
        """The picture in this file, whose digest is known; raises ContentError when it cannot be used."""
        from rapportage.figures.images import read_image

        place = figure.loaded.place("bestand")
        data = picture_bytes(self.workspace, path, place)
        if _digest(data) != figure.data["bestand"]:
            message = f"afbeelding '{path.name}' werd een andere terwijl zij gelezen werd"
            raise refusal(message, place, "probeer het opnieuw", "onleesbaar")
        seen = cache_key({"decoded": hashlib.sha256(data).hexdigest()})
        known = self.cache.noted(seen)
        drawn = read_image(
            path.name, data, place, width, decoded=known, letters=self.style.typeface("figuur")
        )
        if drawn.as_given and not known:
            self.cache.note(seen)
        return drawn

    @cached_property
    def _templates(self) -> dict[str, str]:
        """The hash of every file that a template may include, by folder and name; hidden files are none."""
        found = {}
        for at, root in enumerate(map(str, self.workspace.template_folders)):
            for folder, _, files in os.walk(root):
                within = folder[len(root) + 1 :].replace(os.sep, "/")
                for name in files:
                    with suppress(OSError, Unsuitable):
                        if not name.startswith("."):
                            data = self.workspace.bytes_of(Path(folder, name))
                            file = f"{within}/{name}" if within else name
                            found[f"{at}/{file}"] = hashlib.sha256(data).hexdigest()
        said = (part for pair in found.items() for part in pair)
        return self.cache.memory.of("sjablonen", lambda: found, *said)


def _digest(data: bytes) -> str:
    """The hash of a picture; a copy of an SVG with other line ends is the same picture."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _shrunk(words: str, figure: Prepared) -> Problem:
    """What is told of words that had to be made smaller or broken."""
    message = f"'{words}' is kleiner gezet of afgebroken om in de tekening te passen"
    hint = "kijk of het zo leesbaar is, of kies een kortere naam"
    at = place_of(words, figure)
    return Problem("waarschuwing", message, at, hint, "figuur-verkleind", words)


def _remark(remark: Remark, figure: Prepared) -> Problem:
    """What is told of a picture that was not taken over as it is."""
    at = figure.loaded.place("bestand")
    name = figure.subject.name if isinstance(figure.subject, Path) else figure.name
    return Problem("waarschuwing", f"afbeelding '{name}' {remark.what}", at, remark.hint, "afbeelding")


def _at_its_words(problem: Problem, figure: Prepared) -> Problem:
    """The problem at the line of the words that it is about, where it is about words."""
    return replace(problem, at=place_of(problem.subject, figure)) if problem.subject else problem


def place_of(words: str, figure: Prepared) -> Place:
    """The line of the figure's file that these words come from, or its beginning."""
    wanted = as_typed(words).split()

    def found(value: Any, path: Path_) -> Path_ | None:
        pairs: Iterable[tuple[str | int, Any]] = ()
        if isinstance(value, Mapping):
            pairs = value.items()
        elif isinstance(value, list):
            pairs = enumerate(value)
        elif isinstance(value, str) and as_typed(value).split() == wanted:
            return path
        return next((hit for key, one in pairs if (hit := found(one, (*path, key))) is not None), None)

    return figure.loaded.place(*(found(figure.data, ()) or ()))


def _rows(kind: DrawingKind, fields: Mapping[str, Any]) -> list[list[str]] | None:
    """The list that the kind's schema names as its table, with the titles of its fields above it.

    A field that no item fills is left out.
    """
    table = kind.schema.get("x-tabel")
    if not isinstance(table, dict) or not fields[table["rijen"]]:
        return None
    titles = kind.schema["properties"][table["rijen"]]["items"]["properties"]
    first, *others = table["velden"]
    items = fields[table["rijen"]]
    filled = [name for name in others if any(item.get(name) not in (None, "", []) for item in items)]
    head = ["", *(str(titles[name].get("title", name)) for name in filled)]
    numbers, at_most = table.get("getallen", []), table.get("hoogstens", {})

    def cell(item: Mapping[str, Any], name: str) -> str:
        value = item.get(name)
        if value is not None and titles[name].get("format") == "moment":
            return moment_filter(value)
        if name not in numbers or value is None:
            return _cell(value)
        number = number_filter(value, fields.get("decimalen"), fields.get("eenheid") or "")
        return f"hoogstens {number}" if item.get(at_most.get(name)) is True else number

    return [head, *([cell(item, name) for name in (first, *filled)] for item in items)]


def _fields(kind: DrawingKind, data: Mapping[str, Any]) -> dict[str, Any]:
    """What the template gets: every field of the kind, those that the author left out at their defaults.

    The fingerprint does without them: a field that a later version adds makes no text out of date.
    """
    filled: dict[str, Any] = with_defaults(kind.schema, data)
    del filled["soort"]
    return filled


def _cell(value: Any) -> str:
    words = value if isinstance(value, list) else [] if value is None else [value]
    return ", ".join(printed(one) for one in words)
