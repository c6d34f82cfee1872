"""The papers of the workspaces here, as Document, Word file and PDF, for tests that look at whole papers."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import engines
from engines import Layout
from where import ROOT, WORKSPACES

from rapportage.build.check import Checked, check
from rapportage.document import Document
from rapportage.figures.cache import user_cache
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.docx.document import write_docx


class Paper(NamedTuple):
    """One paper of a period in a workspace."""

    root: Path
    periode: str
    name: str

    @property
    def is_second(self) -> bool:
        """Whether another paper of its kind and size is looked at already: a second one tells little more."""
        return self.root == ROOT and self.periode != "2021-H2"

    def __str__(self) -> str:
        return f"{self.root.name}-{self.periode}-{self.name}"


class Made(NamedTuple):
    """What was made of a paper."""

    document: Document
    docx: bytes
    layout: Layout


PAPERS = [
    Paper(ROOT, "2021-H2", "raadsvoorstel"),
    Paper(ROOT, "2021-H2", "bijlage"),
    Paper(ROOT, "2022-H1", "bijlage"),
    *(
        Paper(WORKSPACES / "klein", folder.name, name)
        for folder in sorted((WORKSPACES / "klein" / "content").glob("20*"))
        for name in ("raadsvoorstel", "bijlage")
    ),
    Paper(WORKSPACES / "besluit", "2024-Q3", "raadsbesluit"),
]


@cache
def made(paper: Paper, engine: str = engines.DEFAULT) -> Made:
    """The paper in both formats; content with a mistake fails the test."""
    found = checked(paper.root, paper.periode)
    assert found.style
    document = found.documents[paper.name]
    layout = engines.lay_out(document, found.style, engine)
    with_bitmaps = replace(document, images=user_cache().with_bitmaps(document.images))
    return Made(document, write_docx(with_bitmaps, layout.style, layout.pages), layout)


@cache
def checked(root: Path, periode: str) -> Checked:
    """The papers of a period, without a mistake."""
    found = check(Workspace(root), parse_periode(periode))
    assert not found.errors
    return found
