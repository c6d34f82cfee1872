"""Load, validate and compose a period, and tell everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rapportage.checks.abbreviations import unknown_abbreviations
from rapportage.checks.between_files import cross_check
from rapportage.checks.characters import unprintable_characters
from rapportage.checks.contrast import faint_colours
from rapportage.checks.figure_size import too_high
from rapportage.compose.figures import FigureMaker
from rapportage.compose.papers import compose, text_problems
from rapportage.content.load import Loader, period_folder
from rapportage.document import Document, Image
from rapportage.errors import ContentError, Place, Problem, in_order
from rapportage.figures.cache import user_cache
from rapportage.periode import Periode
from rapportage.style.fonts import FAMILY, unprintable
from rapportage.style.lengths import POINTS_PER_INCH
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import HouseStyle, TokenError, house_style
from rapportage.workspace import Workspace, package_templates

TOKENS = "huisstijl.tokens.json"
"""The token file of the house style, among the templates."""

_LEAST = POINTS_PER_INCH
"""With less than an inch for each of two figures, or less than that in height, no page can be laid out."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a period's content gives: its papers where all is well, its figures, and every problem."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    style: HouseStyle | None = None
    maker: FigureMaker | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the papers from being built."""
        return tuple(problem for problem in self.problems if problem.is_error)


def check(workspace: Workspace, periode: Periode, hear: Callable[[Image], None] | None = None) -> Checked:
    """Load, validate and compose a period; write nothing.

    `hear` is told of each figure that is drawn anew. Raises ContentError when the period has no folder.
    """
    period_folder(workspace, periode)
    loader = Loader(workspace, periode)
    rapportage = loader.load()
    problems = list(loader.problems)
    style = _style(workspace, problems)
    documents: Mapping[str, Document] = {}
    maker: FigureMaker | None = None
    if rapportage is None:
        problems += text_problems(loader.texts)
    else:
        problems += cross_check(rapportage, workspace, loader.broken)
        if "begrippen" not in loader.broken:
            problems += unknown_abbreviations(rapportage)
        if style is not None:
            composed = compose(rapportage, workspace, style, user_cache(hear), loader.broken)
            problems += composed.problems
            documents, maker = composed.documents, composed.maker
            gegevens = rapportage.gegevens
            problems += unprintable(gegevens.value.voetregel, gegevens.place("voetregel"))
            for document in documents.values():
                problems += unprintable_characters(document)
                problems += too_high(document, style, maker.drawn_names())
    return Checked(documents, in_order(problems), style, maker)


def _style(workspace: Workspace, problems: list[Problem]) -> HouseStyle | None:
    """The house style, with what is wrong with it added to the problems; None when it cannot be used."""
    path = workspace.template(TOKENS)
    hint = "vergelijk het met het bestand dat met rapportage meekomt"

    def tell(message: str, line: int = 1, hint: str = hint) -> None:
        problems.append(Problem("fout", message, Place(workspace.name_of(path), line), hint, "huisstijl"))

    try:
        style = house_style(workspace.read(path))
    except ContentError as error:
        problems += error.problems
        return None
    except TokenError as error:
        tell(str(error), error.line)
        return None
    lacking = style.lacks(house_style(workspace.read(package_templates() / TOKENS)))
    for token in lacking:
        tell(f"token '{token}' ontbreekt of is van een andere soort")
    if lacking:
        return None
    if style.fonts()[0] != FAMILY:
        tell(
            f"het lettertype '{style.fonts()[0]}' komt niet met rapportage mee",
            hint=f"noem in 'lettertype' als eerste '{FAMILY}'",
        )
        return None
    problems += faint_colours(style, Place(workspace.name_of(path)))
    for page, name, hint in (
        (portrait(style), "de bladspiegel", "maak de marges kleiner"),
        (landscape(style), "een liggende bladspiegel", "maak 'boven' of 'onder' kleiner"),
    ):
        if min(page.text_width(half=True), page.text_height) < _LEAST:
            tell(f"de marges laten te weinig van {name} over", hint=hint)
            return None
    return style
