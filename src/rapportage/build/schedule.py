"""Make the files of papers, beside each other where there are processes for it.

The largest paper has the line with the layout engine to itself. Another line draws the figures for
both files, from the moment that each is known, and lays out the other papers; this process writes
the DOCX of each paper in turn once its pages are known, while the largest PDF is drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rapportage.build.processes import Crew, Line, Work
from rapportage.cache import cache_folder
from rapportage.document import Document, Image, walk
from rapportage.errors import ContentError, Place, Problem, refusal
from rapportage.figures.cache import FIGURES, FigureCache
from rapportage.style.tokens import HouseStyle

if TYPE_CHECKING:
    from rapportage.writers.pdf.layout import Layout


LAYOUT_RULE = "opmaak"
"""The rule of what is wrong with the layout of a paper, whose file is named without its period."""
_FIGURES = "figuren tekenen"


@dataclass(frozen=True, slots=True)
class PaperMaker:
    """Makes the files of papers with two lines of a crew: `engine` lays out the largest, `other` the rest."""

    crew: Crew
    engine: Line
    other: Line
    formats: Collection[str]

    def draw_ahead(self, image: Image) -> None:
        """Begin to draw a figure for the files before there is a paper to put it in."""
        self.other.do(_FIGURES, _draw_ahead, image, self.formats)

    def files(
        self, papers: Mapping[str, Document], style: HouseStyle, stylesheet: str, *, embed_fonts: bool
    ) -> dict[str, bytes]:
        """The files of these papers by name; raises ContentError with what is wrong with all of them."""
        begun = self._begin(papers, style, stylesheet) if papers else []
        files: dict[str, bytes] = {}
        problems: list[Problem] = []
        for paper in begun:
            self.crew.progress(f"{paper.name} maken")
            try:
                files |= self._finish(paper, embed_fonts=embed_fonts)
            except ContentError as error:
                problems += error.problems
        if problems:
            raise ContentError(problems)
        return files

    def _begin(self, papers: Mapping[str, Document], style: HouseStyle, stylesheet: str) -> list[_Begun]:
        """Give out all that other processes can do."""
        drawn, in_word = "pdf" in self.formats, "docx" in self.formats
        largest = max(papers, key=lambda name: sum(1 for _ in walk(papers[name].blocks)))
        if drawn:
            for document in papers.values():
                self.other.do(_FIGURES, _draw_figures, document.images)
        images = {
            name: self.other.do(_FIGURES, _with_bitmaps, document.images)
            for name, document in papers.items()
            if document.images and in_word
        }
        begun = []
        for name, document in papers.items():
            line = self.engine if name == largest else self.other
            # What the line has laid out it draws next, also when this process is not there yet.
            pages = line.do(
                f"{name}.pdf opmaken", _lay_out, name, document, style, stylesheet, drawn_later=drawn
            )
            pdf = line.do(f"{name}.pdf schrijven", _pdf, name) if drawn else None
            begun.append(_Begun(name, document, images.get(name), pages, pdf))
        return begun

    def _finish(self, paper: _Begun, *, embed_fonts: bool) -> dict[str, bytes]:
        """The files of a paper that is being laid out."""
        files = {}
        pages = paper.pages.result()
        if "docx" in self.formats:
            images = paper.images.result() if paper.images else {}
            with self.crew.step(f"{paper.name}.docx schrijven", quiet=True):
                docx = _docx(paper.document, images, pages, embed_fonts=embed_fonts)
            files[f"{paper.name}.docx"] = docx
        if paper.pdf is not None:
            files[f"{paper.name}.pdf"] = paper.pdf.result()
        return files


@dataclass(frozen=True, slots=True)
class _Begun:
    """A paper with the work that was given out for it: its pictures for Word, its pages, its PDF."""

    name: str
    document: Document
    images: Work[dict[str, Image]] | None
    pages: Work[_Pages]
    pdf: Work[bytes] | None


@dataclass(frozen=True, slots=True)
class _Pages:
    """What Word needs to know of a layout: the page of each anchor, how many there are, and the style."""

    of: Mapping[str, int]
    count: int
    style: HouseStyle


# --- what the lines do -----------------------------------------------------------------------


def get_ready() -> None:
    """Import the layout engine before there is anything to lay out."""
    from rapportage.writers.pdf.engine import load_engine

    load_engine()


_laid_out: dict[str, Layout] = {}
"""The papers that this process has laid out and has yet to draw."""


def _lay_out(
    name: str, document: Document, style: HouseStyle, stylesheet: str, *, drawn_later: bool
) -> _Pages:
    """Lay the paper out; what `_pdf` draws stays in this process."""
    from rapportage.writers.pdf.layout import lay_out

    with _told(name):
        layout = lay_out(document, style, stylesheet)
    if drawn_later:
        _laid_out[name] = layout
    return _Pages(layout.pages, layout.page_count, layout.style)


def _pdf(name: str) -> bytes:
    """The PDF of the paper that was laid out here."""
    layout = _laid_out.pop(name)
    with _told(name):
        # From the last to the first: another process may be drawing them from the first on.
        figures = {key: _drawn(layout.vectors[key]) for key in reversed(layout.vectors)}
        return layout.write(figures)


def _draw_ahead(image: Image, formats: Collection[str]) -> None:
    """Draw what the files will show of this figure; they find it among what is kept."""
    if "pdf" in formats:
        _draw_figures({"": image})
    if "docx" in formats:
        _with_bitmaps({"": image})


def _draw_figures(images: Mapping[str, Image]) -> None:
    """Draw what a PDF shows, as far as that is not kept; the process that writes it will find it there."""
    from rapportage.writers.pdf.figures import vector_names

    for name in vector_names(images):
        _drawn(images[name])


def _drawn(image: Image) -> bytes:
    """The drawing as a page of its own, drawn now or before."""
    from rapportage.writers.pdf.figures import drawn_figure

    return _figures().form(image, "pdf", drawn_figure)


def _with_bitmaps(images: Mapping[str, Image]) -> dict[str, Image]:
    """The pictures as Word wants them, with a bitmap beside each drawing."""
    return _figures().with_bitmaps(images)


def _figures() -> FigureCache:
    return _figures_in(cache_folder(FIGURES))


@cache
def _figures_in(folder: Path | None) -> FigureCache:
    """One for the whole run, so that its folder is tidied once."""
    return FigureCache(folder)


def _docx(document: Document, images: Mapping[str, Image], pages: _Pages, *, embed_fonts: bool) -> bytes:
    from rapportage.writers.docx.document import write_docx

    return write_docx(
        replace(document, images=images),
        pages.style,
        pages.of,
        page_count=pages.count,
        embed_fonts=embed_fonts,
    )


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What is wrong with the layout of this paper is told as its problem."""
    from rapportage.writers.pdf.engine import LayoutError

    try:
        yield
    except LayoutError as error:
        raise refusal(str(error), Place(f"{name}.pdf", 0), error.hint, LAYOUT_RULE) from None
