"""Lay papers out as a build would, to tell what that would refuse; no paper is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rapportage.build.check import Checked
from rapportage.build.formats import FORMATS, TEMPLATES, Engine
from rapportage.build.publish import usable
from rapportage.build.record import paper_key
from rapportage.build.schedule import drawn_in
from rapportage.cache import Verdict
from rapportage.document import Document
from rapportage.errors import ContentError, Place, Problem, UsageError
from rapportage.periode import Periode
from rapportage.style.tokens import HouseStyle
from rapportage.workspace import EVERYTHING, Workspace, package_templates

_KIND = "opgemaakt"
"""What it is remembered as that a paper could be laid out."""


def rehearse(workspace: Workspace, periode: Periode, checked: Checked) -> list[Problem]:
    """What a build would refuse about the layout of sound papers in templates or a style of one's own.

    The style that comes along is not tried: it has been, on papers of every kind.
    """
    style = checked.style
    if checked.errors or style is None or not _has_own_style(workspace):
        return []
    problems: dict[str, Problem] = {}
    for name, document in checked.documents.items():
        at = Place(f"{periode}/{name}.{checked.engine.suffix}", 0)
        for problem in _refused(checked.engine, at, document, style, checked.stylesheet):
            problems.setdefault(problem.message, problem)  # a style is wrong in each paper alike
    return list(problems.values())


def in_the_way(workspace: Workspace, periode: Periode, checked: Checked) -> list[Problem]:
    """What a build would refuse because of what stands where its files go."""
    folder = EVERYTHING.folder(workspace, periode)
    try:
        usable(workspace, folder, [f"{name}.{format}" for name in checked.documents for format in FORMATS])
    except UsageError as error:
        at = Place(workspace.name_of(folder), 0)
        return [Problem("fout", error.message, at, error.hint, "uitvoer")]
    return []


def _refused(
    engine: Engine, at: Place, document: Document, style: HouseStyle, stylesheet: str
) -> tuple[Problem, ...]:
    """What is wrong with the layout of this paper; it is not tried again once it went well."""
    verdict = Verdict(_KIND, paper_key(document, style, stylesheet, engine.name, embed_fonts=False))
    if verdict.is_good:
        return ()
    try:
        drawn_in(engine, at, document, style, stylesheet)
    except ContentError as error:
        return error.problems
    verdict.note()
    return ()


def _has_own_style(workspace: Workspace) -> bool:
    own = workspace.root / "templates"
    return own.resolve() != package_templates().resolve() and any(_looks(own))


def _looks(folder: Path) -> Iterator[Path]:
    """The templates and styles of a folder."""
    for ending in (*TEMPLATES, "*.css", "*.html.j2"):
        yield from folder.glob(ending)
