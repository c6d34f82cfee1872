"""One period kept warm: what there is to show of it after each edit, and its pages as pictures.

What is shown is what `check` finds. Papers that cannot be composed keep the looks that they had before.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from rapportage.build.check import Checked, check
from rapportage.build.formats import ENGINES
from rapportage.build.own_layout import is_own, pages_within_bounds
from rapportage.build.rehearsal import in_the_way, rehearse
from rapportage.checks.subjects import OpenPoint
from rapportage.document import Document
from rapportage.errors import ContentError, Place, Problem, in_order
from rapportage.periode import Periode
from rapportage.preview.sameness import alike
from rapportage.preview.told import left_to_do
from rapportage.remembered import Memory
from rapportage.style.tokens import HouseStyle
from rapportage.workspace import Workspace, package_templates
from rapportage.writers.typst.shown import Drawer, Pages

__all__ = ["QUICK", "Pages", "Seen", "Session"]
QUICK = ENGINES["typst"]
"""The engine by which pages are shown, whichever the papers are made with."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to show: `serial` grows with each look that differs from the one before.

    `papers` are those of now by their names, and `rough` those in which rules find a mistake. Where the
    content cannot be composed they are the last that could be, which are `old`; where there never were such,
    they are what could be made, and rough. `problems` are those of `check`; until rules have `judged` what is
    new, they are those of before. `words` counts those of each text by its file, `open_points` are what is
    not known yet, and `unread` the lines that were carried over and not read since, 0 for a whole file.
    `engine` names the one that the papers are made with, `template` is what that lays out with, and
    `own_layout` is whether that is one of the workspace that pages are not shown with.
    """

    serial: int = 0
    papers: Mapping[str, Document] = field(default_factory=dict)
    old: frozenset[str] = frozenset()
    rough: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    style: HouseStyle | None = None
    words: Mapping[str, int] = field(default_factory=dict)
    open_points: tuple[OpenPoint, ...] = ()
    unread: tuple[Place, ...] = ()
    engine: str = QUICK.name
    template: str = ""
    own_layout: bool = False
    judged: bool = True


class Session:
    """One workspace and period; to be used by one thread at a time."""

    def __init__(self, workspace: Workspace, periode: Periode) -> None:
        self.workspace = workspace
        self.periode = periode
        self.seen = Seen()
        self._ever_whole = False
        self._memory = Memory()
        self._drawers: dict[str, Drawer] = {}
        self._pages: dict[str, tuple[Document, HouseStyle, str, Pages]] = {}

    def settle(self) -> None:
        """Keep what is there by now from being searched for cycles, in a process that does nothing else.

        To search all that a report is made of takes as long as half a look.
        """
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Let go of what was kept."""
        for drawer in self._drawers.values():
            drawer.close()
        self._drawers.clear()
        self._pages.clear()
        self._memory.forget()

    def look(
        self, changed: Iterable[Path] | None = None, ahead: Callable[[Seen], None] | None = None
    ) -> Seen:
        """What there is to show of what is on disk now; `changed` are the files known to be otherwise.

        `ahead` gets what is shown already while rules still judge it, where that is otherwise than
        before. It may ask for pages; these are then of what it got.
        """
        del changed  # all is read, and known by its bytes
        before = self.seen

        def composed(papers: Checked) -> None:
            if ahead is not None and papers.whole:
                shown = self._with_known(papers.documents)
                nothing: frozenset[str] = frozenset()
                engine, template, own = _layout_of(papers, before)
                now = replace(before, papers=shown, style=papers.style, old=nothing, rough=nothing)
                now = replace(now, engine=engine, template=template, own_layout=own)
                if not alike(now, before):
                    self._ever_whole = True
                    self.seen = replace(now, serial=before.serial + 1, judged=False)
                    ahead(self.seen)

        self._memory.next_look()
        now = self._looked(composed)
        if not alike(replace(now, serial=self.seen.serial), self.seen) or self.seen.serial == 0:
            self.seen = replace(now, serial=self.seen.serial + 1)
        return self.seen

    def _with_known(self, papers: Mapping[str, Document]) -> dict[str, Document]:
        """The papers, each the very one that was shown before where it is as it was."""
        known = self.seen.papers
        return {
            name: known[name] if name in known and alike(one, known[name]) else one
            for name, one in papers.items()
        }

    def pages(self, paper: str) -> Pages:
        """The pages of a paper of the last look, by the quick engine.

        Raises KeyError where there is no such paper, LayoutError where the engine refuses it, and
        ContentError where its template cannot be read.
        """
        document, style, template = self._drawn_from(paper)
        kept = self._pages.get(paper)
        if kept is not None and kept[0] is document and kept[1:3] == (style, template):
            return kept[3]
        if is_own(template):
            pages = pages_within_bounds(document, style, template)
        else:
            pages = self._drawers.setdefault(paper, Drawer()).pages(document, style, template)
        self._pages[paper] = document, style, template, pages
        return pages

    def first_pages(self, paper: str) -> Mapping[int, str]:
        """The pages around what changed of a paper since `pages` was asked last, as SVG by their numbers.

        They are there in a part of the time. Nothing where that part is not known; `pages` tells the whole,
        also whether other pages moved. Raises as it does.
        """
        document, style, template = self._drawn_from(paper)
        drawer = self._drawers.get(paper)
        return drawer.first_pages(document, style, template) if drawer and not is_own(template) else {}

    def _drawn_from(self, paper: str) -> tuple[Document, HouseStyle, str]:
        document, style = self.seen.papers[paper], self.seen.style
        assert style is not None  # without a style no paper is composed
        return document, style, self.workspace.read(self.workspace.template(QUICK.template))

    def _looked(self, composed: Callable[[Checked], None]) -> Seen:
        before = self.seen
        try:
            checked = check(self.workspace, self.periode, memory=self._memory, ahead=composed)
            besides = [
                *rehearse(self.workspace, self.periode, checked),
                *in_the_way(self.workspace, self.periode, checked),
            ]
            problems = in_order([*checked.problems, *besides])
        except ContentError as error:
            checked, problems = Checked(), error.problems
        old: frozenset[str] = frozenset()
        if self._ever_whole and not checked.whole:
            papers, style, rough, old = before.papers, before.style, before.rough, frozenset(before.papers)
        else:
            papers, style = self._with_known(checked.documents), checked.style
            rough = frozenset(papers if any(one.is_error for one in checked.problems) else ())
        self._ever_whole |= checked.whole
        engine, template, own = _layout_of(checked, before)
        shown = Seen(0, papers, old, rough, problems, style)
        shown = replace(shown, engine=engine, template=template, own_layout=own)
        if checked.maker is None:
            known = before.words, before.open_points, before.unread
        else:
            known = left_to_do(checked.maker.rapportage, self.workspace)
        return replace(shown, words=known[0], open_points=known[1], unread=known[2])


def _layout_of(checked: Checked, before: Seen) -> tuple[str, str, bool]:
    """The engine that the papers are made with, its template, and whether that is not what is shown with."""
    if not checked.stylesheet:  # it is not known yet
        return before.engine, before.template, before.own_layout
    own = checked.engine is not QUICK and checked.stylesheet != _along(checked.engine.template)
    return checked.engine.name, checked.stylesheet, own


@cache
def _along(template: str) -> str:
    """The template of this name that comes along."""
    return (package_templates() / template).read_text("utf-8")
