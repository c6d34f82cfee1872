"""Make the files of papers, beside each other where there are processes for it.

The largest paper has the worker with the layout engine to itself. Another worker draws the figures for
all files, from the moment that each is known, and lays out the other papers; this process writes
what is not drawn by the engine, of each paper in turn once its pages are known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from rapportage.build.formats import WRITTEN, Engine, Format, Layout, Pages
from rapportage.build.processes import Processes, Work, Worker
from rapportage.cache import cache_folder
from rapportage.document import Document, Image, Images, walk
from rapportage.errors import ContentError, LayoutError, Place, Problem, refusal
from rapportage.figures.cache import FIGURES, Aside, Draw, FigureCache
from rapportage.periode import Periode
from rapportage.style.tokens import HouseStyle

_FIGURES = "figuren tekenen"


@dataclass(frozen=True, slots=True)
class PaperMaker:
    """Makes the files of papers with two workers: `first` lays out the largest, `other` the rest.

    `formats` are the suffixes of the files that are wanted.
    """

    processes: Processes
    first: Worker
    other: Worker
    engine: Engine
    formats: Collection[str]
    periode: Periode

    @property
    def written(self) -> list[Format]:
        """The wanted formats that are written from the Document."""
        return [one for suffix, one in WRITTEN.items() if suffix in self.formats]

    @property
    def drawn(self) -> bool:
        """Whether the format that the engine draws is wanted."""
        return self.engine.suffix in self.formats

    @property
    def aside(self) -> Aside:
        """What the workers do of the drawing while this process still reads and judges content."""
        return Aside(self._begin_figure, self._draw_ahead)

    def _begin_figure(self, draw: Draw) -> Draw:
        """Let the worker that waits for a paper draw a figure; the answer waits for it."""
        return self.first.do(_FIGURES, draw).result

    def _draw_ahead(self, image: Image, style: HouseStyle) -> None:
        """Begin to draw a figure for the files before there is a paper to put it in."""
        engine = self.engine if self.drawn else None
        self.other.do(_FIGURES, _draw_ahead, image, engine, self.written, style)

    def files(
        self, papers: Mapping[str, Document], style: HouseStyle, stylesheet: str, *, embed_fonts: bool
    ) -> dict[str, bytes]:
        """The files of these papers by name; raises ContentError with what is wrong with all of them."""
        begun = self._begin(papers, style, stylesheet) if papers else []
        if begun:
            for one in self.written:
                one.load()  # while others lay out
        files: dict[str, bytes] = {}
        problems: list[Problem] = []
        for paper in begun:
            self.processes.progress(f"{paper.name} maken")
            try:
                files |= self._finish(paper, embed_fonts=embed_fonts)
            except ContentError as error:
                problems += error.problems
        if problems:
            raise ContentError(problems)
        return files

    def _begin(self, papers: Mapping[str, Document], style: HouseStyle, stylesheet: str) -> list[_Begun]:
        """Give out all that other processes can do."""
        largest = max(papers, key=lambda name: sum(1 for _ in walk(papers[name].blocks)))
        if self.drawn:
            for document in papers.values():
                self.other.do(_FIGURES, _draw_figures, self.engine, document.images, style)
        pictures = {name: self._pictures(document) for name, document in papers.items()}
        return [
            self._begun(
                self.first if name == largest else self.other,
                name,
                document,
                style,
                stylesheet,
                pictures[name],
            )
            for name, document in papers.items()
        ]

    def _pictures(self, document: Document) -> dict[str, Work[Images]]:
        """The paper's pictures as each written format wants them, by its suffix."""
        if not document.images:
            return {}
        return {one.suffix: self.other.do(_FIGURES, _prepared, one, document.images) for one in self.written}

    def _begun(
        self,
        worker: Worker,
        name: str,
        document: Document,
        style: HouseStyle,
        stylesheet: str,
        pictures: dict[str, Work[Images]],
    ) -> _Begun:
        file = f"{name}.{self.engine.suffix}"
        at = Place(f"{self.periode}/{file}", 0)
        pages = worker.do(
            f"{file} opmaken",
            _lay_out,
            *(self.engine, at, document, style, stylesheet),
            drawn_later=self.drawn,
        )
        # What the worker has laid out it draws next, also when this process is not there yet.
        drawn = worker.do(f"{file} schrijven", _draw, self.engine, at) if self.drawn else None
        return _Begun(name, document, pictures, pages, drawn)

    def _finish(self, paper: _Begun, *, embed_fonts: bool) -> dict[str, bytes]:
        """The files of a paper that is being laid out."""
        files = {}
        pages = paper.pages.result()
        for one in self.written:
            file = f"{paper.name}.{one.suffix}"
            pictures = paper.pictures[one.suffix].result() if paper.pictures else {}
            with self.processes.step(f"{file} schrijven", quiet=True):
                files[file] = one.write(replace(paper.document, images=pictures), pages, embed_fonts)
        if paper.drawn is not None:
            files[f"{paper.name}.{self.engine.suffix}"] = paper.drawn.result()
        return files


@dataclass(frozen=True, slots=True)
class _Begun:
    """A paper with the work that was given out for it: its pictures by format, its pages, its drawing."""

    name: str
    document: Document
    pictures: dict[str, Work[Images]]
    pages: Work[Pages]
    drawn: Work[bytes] | None


# --- what the workers do -----------------------------------------------------------------------

_laid_out: dict[Place, Layout] = {}
"""The papers that this process has laid out and has yet to draw, by their file."""


def _lay_out(
    engine: Engine, at: Place, document: Document, style: HouseStyle, stylesheet: str, *, drawn_later: bool
) -> Pages:
    """Lay the paper out; what `_draw` draws stays in this process."""
    with _told(at):
        layout = engine.lay_out(document, style, stylesheet)
    if drawn_later:
        _laid_out[at] = layout
    return Pages(layout.pages, layout.page_count, layout.style)


def drawn_in(engine: Engine, at: Place, document: Document, style: HouseStyle, stylesheet: str) -> bytes:
    """The file of a paper, laid out and drawn here; raises ContentError with what is wrong with it."""
    _lay_out(engine, at, document, style, stylesheet, drawn_later=True)
    return _draw(engine, at)


def _draw(engine: Engine, at: Place) -> bytes:
    """The file of the paper that was laid out here."""
    layout = _laid_out.pop(at)
    with _told(at):
        return engine.draw(layout, _figures())


def _draw_ahead(image: Image, engine: Engine | None, written: Collection[Format], style: HouseStyle) -> None:
    """Draw what the files will show of this figure; they find it among what is kept."""
    if engine is not None:
        _draw_figures(engine, {"": image}, style)
    for one in written:
        _prepared(one, {"": image})


def _draw_figures(engine: Engine, images: Images, style: HouseStyle) -> None:
    """Draw what the engine will show, as far as that is not kept; who needs it will find it there."""
    engine.prepare(_figures(), images, style)


def _prepared(one: Format, images: Images) -> Images:
    """The pictures as this format wants them."""
    return one.prepare(_figures(), images)


def _figures() -> FigureCache:
    return _figures_in(cache_folder(FIGURES))


@cache
def _figures_in(folder: Path | None) -> FigureCache:
    """One for the whole run, so that its folder is tidied once."""
    return FigureCache(folder)


@contextmanager
def _told(at: Place) -> Iterator[None]:
    """What is wrong with the layout of this paper is told as its problem."""
    try:
        yield
    except LayoutError as error:
        raise refusal(str(error), at, error.hint, "opmaak") from None
