"""One period kept warm: what there is to show of it after each edit, and its pages as pictures.

What is shown is what `check` finds; papers with errors keep the looks that they last had without.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapportage.build.check import Checked, check
from rapportage.build.formats import ENGINES
from rapportage.build.rehearsal import in_the_way, rehearse
from rapportage.checks.open_points import open_values
from rapportage.checks.stands import open_stands
from rapportage.checks.subjects import Content, OpenPoint
from rapportage.checks.unread import Unread, unread
from rapportage.content.text_blocks import text_blocks
from rapportage.document import Document
from rapportage.errors import ContentError, Place, Problem, in_order
from rapportage.periode import Periode
from rapportage.remembered import Memory
from rapportage.style.tokens import HouseStyle
from rapportage.workspace import Workspace
from rapportage.writers.typst.shown import BlockOnPage, Drawer, Pages

__all__ = ["BlockOnPage", "Pages", "Seen", "Session"]
QUICK = ENGINES["typst"]
"""The engine by which pages are shown, whichever the papers are made with."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to show: `serial` grows with each look that differs from the one before.

    `papers` are the last without errors, by their names; those that are `old` are of an earlier look, since
    the content now has errors. Where there never was one without, they are what could be made, and `rough`.
    `problems` are those of `check`. `words` counts those of each text by its file, `open_points` are
    what is not known yet, and `unread` the lines that were carried over and not read since.
    `engine` names the one that the papers are made with.
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


class Session:
    """One workspace and period; to be used by one thread at a time."""

    def __init__(self, workspace: Workspace, periode: Periode) -> None:
        self.workspace = workspace
        self.periode = periode
        self.seen = Seen()
        self._memory = Memory()
        self._drawers: dict[str, Drawer] = {}
        self._pages: dict[str, tuple[Document, HouseStyle, str, Pages]] = {}

    def close(self) -> None:
        """Let go of what was kept."""
        for drawer in self._drawers.values():
            drawer.close()
        self._drawers.clear()
        self._pages.clear()

    def look(self, changed: Iterable[Path] | None = None) -> Seen:
        """What there is to show of what is on disk now; `changed` are the files known to be otherwise."""
        del changed
        now = self._looked()
        if replace(now, serial=self.seen.serial) != self.seen or self.seen.serial == 0:
            self.seen = replace(now, serial=self.seen.serial + 1)
        return self.seen

    def pages(self, paper: str) -> Pages:
        """The pages of a paper of the last look, by the quick engine.

        Raises KeyError where there is no such paper, LayoutError where the engine refuses it, and
        ContentError where its template cannot be read.
        """
        document, style = self.seen.papers[paper], self.seen.style
        assert style is not None  # without a style no paper is composed
        template = self.workspace.read(self.workspace.template(QUICK.template))
        kept = self._pages.get(paper)
        if kept is not None and kept[0] is document and kept[1:3] == (style, template):
            return kept[3]
        pages = self._drawers.setdefault(paper, Drawer()).pages(document, style, template)
        self._pages[paper] = document, style, template, pages
        return pages

    def _looked(self) -> Seen:
        try:
            self._memory.next_look()
            checked = check(self.workspace, self.periode, memory=self._memory)
            besides = [
                *rehearse(self.workspace, self.periode, checked),
                *in_the_way(self.workspace, self.periode, checked),
            ]
            problems = in_order([*checked.problems, *besides])
        except ContentError as error:
            checked, problems = Checked(), error.problems
        return self._to_show(checked, problems)

    def _to_show(self, checked: Checked, problems: tuple[Problem, ...]) -> Seen:
        before = self.seen
        wrong = any(one.is_error for one in checked.problems) or not checked.documents
        had_good = bool(before.papers) and not before.rough
        papers, style = checked.documents, checked.style
        old: frozenset[str] = frozenset()
        rough: frozenset[str] = frozenset()
        if wrong and had_good:
            papers, style, old = before.papers, before.style, frozenset(before.papers)
        elif wrong:
            rough = frozenset(papers)
        shown = Seen(0, papers, old, rough, problems, style, engine=checked.engine.name)
        if checked.maker is None:
            return replace(shown, words=before.words, open_points=before.open_points, unread=before.unread)
        rapportage = checked.maker.rapportage
        content = Content(rapportage, self.workspace)
        texts = [rapportage.raadsvoorstel, *(one.tekst for one in rapportage.hoofdstukken.values())]
        words, points = {}, []
        for text in texts:
            blocks = text_blocks(text.text)
            words[text.file] = sum(len(block.words.split()) for block in blocks if block.is_prose)
            points += [
                OpenPoint(block.open_point, Place(text.file, text.first_line + block.line))
                for block in blocks
                if block.kind == "open"
            ]
        points += [*open_values(content), *open_stands(content)]
        left = [place for one in unread(content) for place in _places(one)]
        return replace(shown, words=words, open_points=tuple(points), unread=tuple(left))


def _places(one: Unread) -> list[Place]:
    """The lines of a file that were not read, or line 0 where it is the whole file."""
    return [Place(one.file, line) for line in one.lines] or [Place(one.file, 0)]
