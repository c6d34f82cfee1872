"""The pages of each paper that are shown: at once by the quick engine, then by the one that makes the PDF.

Those of the latter are shown while they are of the paper as it is. After an edit the quick ones take their
place, as soon as these are there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapportage.document import Document
from rapportage.errors import ContentError, LayoutError, UsageError
from rapportage.preview.follower import Followed, Follower, Refused, Wanted
from rapportage.preview.parts import Parts, page_parts, some_pages, svg_size
from rapportage.preview.pictures import Drawn, Held
from rapportage.preview.session import QUICK, Session

FAULT = "rapportage gaat hier zelf de fout in: "


@dataclass(frozen=True, slots=True)
class _Quick:
    """Pages by the quick engine, as they are told, the paper that they are of, and why there are no newer."""

    parts: Parts
    of: Document | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Engine:
    """What came of following: pages as they are told, or why there are none; and of what."""

    of: Wanted
    parts: Parts
    refused: str = ""


class Sheets:
    """The pages of one session; `tell` is called, in a thread, when there are others to show."""

    def __init__(self, session: Session, tell: Callable[[], object]) -> None:
        self._session = session
        self._tell = tell
        self._drawn, self._engines_own = Drawn(), Drawn("image/png")
        self._quick: dict[str, _Quick] = {}
        self._engine: dict[str, _Engine] = {}
        self._laid_out: dict[str, int] = {}
        self._follower = Follower(self._followed)

    def close(self) -> None:
        """Leave no process."""
        self._follower.close()

    def get(self, digest: str) -> Held | None:
        """The page that goes by this, while it is one of a paper's, or was just before."""
        return self._drawn.get(digest) or self._engines_own.get(digest)

    # --- in the thread that looks ------------------------------------------------------------------

    def ahead(self, paper: str) -> None:
        """Show the pages around what changed of a paper, where all others were shown before."""
        quick = self._quick.get(paper)
        if quick is None or "bladen" not in quick.parts:
            return
        try:
            first = self._session.first_pages(paper)
        except (ContentError, LayoutError, UsageError):
            return  # it is told when all pages are laid out
        if first:
            digests = self._drawn.add(paper, first)
            parts = {**quick.parts, **some_pages(quick.parts, digests)}
            self._quick[paper] = _Quick(parts, self._session.seen.papers.get(paper), quick.fault)
            self._tell()

    def lay_out(self, paper: str) -> None:
        """All pages of a paper by the quick engine, where they are not yet those of what is seen."""
        seen = self._session.seen
        if not paper or self._laid_out.get(paper) == seen.serial:
            return
        quick = self._quick.get(paper, _Quick({}))
        try:
            pages = self._session.pages(paper)
        except (ContentError, LayoutError, UsageError) as error:
            fault = f"{error}\n{getattr(error, 'hint', None) or ''}".rstrip()
            quick = _Quick(quick.parts, quick.of, fault)
        except Exception as error:  # a fault of ours keeps nobody from going on: the next edit may undo it
            quick = _Quick(quick.parts, quick.of, f"{FAULT}{type(error).__name__}: {error}")
        else:
            self._drawn.keep(paper, dict(zip(pages.digests, pages.svg, strict=True)))
            parts = page_parts(pages.digests, map(svg_size, pages.svg), (*pages.blocks, *pages.notes))
            quick = _Quick(parts, seen.papers[paper])
        self._quick[paper] = quick
        self._laid_out[paper] = seen.serial
        self._tell()

    def follow(self, papers: Sequence[str]) -> None:
        """Have the pages of these papers made by the engine that makes the PDF, where that is another."""
        wanted = (self._wanted(paper) for paper in papers)
        self._follower.follow([one for one in wanted if one is not None and self._had(one) is None])

    # --- what is shown ------------------------------------------------------------------------------

    def parts(self, paper: str) -> Parts:
        """What is told of a paper's pages, and which these are."""
        quick = self._quick.get(paper, _Quick({}))
        wanted = self._wanted(paper)
        had = self._had(wanted) if wanted is not None else None
        if had is not None and not had.refused:
            return {**had.parts, **_told(had.of.engine, fault="")}
        before = self._engine.get(paper)
        is_now = quick.of is not None and quick.of is self._session.seen.papers.get(paper)
        if wanted is not None and before is not None and before.parts and not is_now:
            return {**before.parts, **_told(wanted.engine, fault=quick.fault, old=True)}
        coming = wanted is not None and had is None
        refused = had.refused if had is not None else ""
        told = _told(QUICK.name, fault=quick.fault, coming=coming, refused=refused)
        return {**quick.parts, **told} if quick.parts or quick.fault else {}

    def _wanted(self, paper: str) -> Wanted | None:
        """The pages of a paper as the PDF will have them; None where these are the quick ones."""
        seen = self._session.seen
        if paper not in seen.papers or seen.style is None or seen.engine == QUICK.name or not seen.template:
            return None
        return Wanted(paper, seen.engine, seen.papers[paper], seen.style, seen.template)

    def _had(self, wanted: Wanted) -> _Engine | None:
        """What came of it, where that is there."""
        had = self._engine.get(wanted.paper)
        return had if had is not None and had.of.is_of(wanted) else None

    def _followed(self, wanted: Wanted, made: Followed) -> None:
        """In the follower's thread: the pages that the PDF will have, or why there are none."""
        if isinstance(made, Refused):
            before = self._engine.get(wanted.paper)
            self._engine[wanted.paper] = _Engine(wanted, before.parts if before else {}, made.words)
        else:
            self._engines_own.keep(wanted.paper, dict(zip(made.digests, made.pictures, strict=True)))
            parts = page_parts(made.digests, made.sizes, made.blocks)
            self._engine[wanted.paper] = _Engine(wanted, parts)
        self._tell()


def _told(
    engine: str, *, fault: str, old: bool = False, coming: bool = False, refused: str = ""
) -> dict[str, str]:
    """By what the pages are that are shown, whether they are of before, and if others follow or cannot."""
    by = {"motor": engine, "oud": old, "volgt": coming, "geweigerd": refused}
    return {"opgemaakt": json.dumps(by), "storing-bladen": json.dumps(fault)}
