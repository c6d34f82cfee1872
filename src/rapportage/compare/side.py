"""A paper of a workspace, composed to be laid beside another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapportage.build.check import house_style_of
from rapportage.compare.comparison import Side
from rapportage.compose.papers import PAPERS, compose
from rapportage.compose.printed import report_of
from rapportage.content.load import load, period_folder
from rapportage.errors import ContentError, UsageError
from rapportage.figures.cache import user_cache
from rapportage.periode import Periode
from rapportage.style.tokens import HouseStyle
from rapportage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper with what it is laid out with."""

    side: Side
    workspace: Workspace
    style: HouseStyle


def composed(workspace: Workspace, periode: Periode, paper: str, label: str) -> Composed:
    """The paper of a period, to be called by this label.

    Rules do not judge it: two reports are compared as they stand, and what a rule finds, `check` tells.
    Raises ContentError where it cannot be composed, UsageError where the report comes without this paper.
    """
    period_folder(workspace, periode)
    read = load(workspace, periode)
    rapportage = read.value.rapportage
    style, problems = house_style_of(workspace)
    if rapportage is None or style is None or read.value.broken.anything:
        raise ContentError([*read.problems, *problems])
    kind = rapportage.gegevens.value.soort
    if paper not in PAPERS[kind]:
        raise UsageError(f"{label} heeft geen {paper}", f"bij '{kind}' horen: {', '.join(PAPERS[kind])}")
    made = compose(rapportage, workspace, style, user_cache(None), read.value.broken)
    errors = [one for one in (*read.problems, *made.problems) if one.is_error]
    document = made.value.documents.get(paper)
    if errors or document is None:
        raise ContentError(errors or made.problems)
    maker = made.value.maker

    def rows(name: str) -> Sequence[Sequence[str]] | None:
        if name not in rapportage.figuren:
            return None
        prepared = maker.prepare(name).value
        return maker.rows(prepared) if prepared else None

    return Composed(Side(label, report_of(rapportage), document, rows), workspace, style)
