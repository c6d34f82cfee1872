"""From period folder to finished files."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path

from rapportage.checks.abbreviations import unknown_abbreviations
from rapportage.checks.characters import unprintable_characters
from rapportage.checks.contrast import faint_colours
from rapportage.checks.figure_size import too_high
from rapportage.compose.figures import FigureMaker, text_width
from rapportage.compose.papers import compose, text_problems
from rapportage.content.load import Loader, period_folder
from rapportage.content.rules import cross_check
from rapportage.crew import Crew, Line, ProcessLost, undisturbed
from rapportage.document import Document, Image
from rapportage.errors import ContentError, Place, Problem, UsageError, in_order
from rapportage.figures.cache import user_cache
from rapportage.making import LAYOUT_RULE, PaperMaker
from rapportage.output import interrupted, publish
from rapportage.periode import Periode
from rapportage.record import BuildRecord, paper_key
from rapportage.style.fonts import FAMILY, unprintable
from rapportage.style.tokens import HouseStyle, TokenError, house_style
from rapportage.workspace import EVERYTHING, FORMATS, Wanted, Workspace, package_templates

TOKENS = "huisstijl.tokens.json"
STYLESHEET = "document.css"

_WITH_FIGURES = "bijlage"
"""The paper that has most of the figures; where it is not wanted, none is drawn ahead."""
_NARROWEST = 72.0
"""With less than an inch for each of two figures no page can be laid out."""


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


@dataclass(frozen=True, slots=True)
class Made:
    """The files of one period that changed, ready to be put in place, and of what all are made."""

    folder: Path
    files: Mapping[str, bytes] = field(repr=False)
    made_of: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where all files stand, changed or not."""
        return tuple(self.folder / name for name in self.made_of)

    def put(self) -> None:
        """Put the files in place and remember what they are made of; raises UsageError when that fails."""
        if self.files:
            publish(self.folder, self.files)
            BuildRecord.of(self.folder).note(self.files, self.made_of)
        else:
            BuildRecord(self.folder.absolute()).still_holds()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of building one period: its files and problems, and why it was not built when it was not."""

    periode: Periode
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: ContentError | UsageError | None = None


def build(
    workspace: Workspace,
    periode: Periode,
    wanted: Wanted = EVERYTHING,
    crew: Crew | None = None,
    engine: Line | None = None,
) -> Outcome:
    """Build the papers of a period; the paths of the files, and the warnings.

    `engine` is a line of the crew that has the layout engine ready. Raises ContentError with every
    problem, UsageError or MachineError; then nothing is written.
    """
    crew = crew or Crew()
    made = make(workspace, periode, wanted, crew, engine or crew.line())
    with crew.step("bestanden op hun plaats zetten") if made.files else nullcontext():
        made.put()
    return Outcome(periode, made.paths, made.problems)


def build_all(
    workspace: Workspace, periods: Collection[Periode], wanted: Wanted, crew: Crew
) -> list[Outcome]:
    """Build the papers of these periods, beside each other where the crew has processes; in their order.

    A period that cannot be built keeps no other from being built, and one that lacks a paper that is
    wanted is built without it. Files are put in place when all are made.
    """
    lines = cycle([crew.line() for _ in range(min(crew.jobs, len(periods)))])
    works = {one: next(lines).do(str(one), _make_alone, workspace, one, wanted) for one in periods}
    made: dict[Periode, Made | ContentError | UsageError] = {}
    for periode, work in works.items():
        crew.progress(f"{periode} bouwen")
        try:
            try:
                made[periode] = work.result()
            except ProcessLost:  # with whatever else its line had to do: once more, in one of its own
                again = crew.line().do(str(periode), _make_alone, workspace, periode, wanted)
                made[periode] = again.result()
        except (ContentError, UsageError) as error:
            made[periode] = error
    with crew.step("bestanden op hun plaats zetten"), undisturbed():
        return [_put(periode, one) for periode, one in made.items()]


def _make_alone(workspace: Workspace, periode: Periode, wanted: Wanted) -> Made:
    crew = Crew()
    try:
        made = make(workspace, periode, wanted, crew, crew.line(), lenient=True)
    except ContentError as error:
        raise ContentError(_of_period(problem, periode) for problem in error.problems) from None
    gc.collect()  # the boxes of a layout hold each other, and another period's come on top of them
    return made


def _of_period(problem: Problem, periode: Periode) -> Problem:
    """The same, where it is about a paper of this period and would be read as about another's."""
    if problem.rule != LAYOUT_RULE:
        return problem
    return replace(problem, at=replace(problem.at, file=f"{periode}/{problem.at.file}"))


def _put(periode: Periode, made: Made | ContentError | UsageError) -> Outcome:
    try:
        if isinstance(made, Made):
            made.put()
            return Outcome(periode, made.paths, made.problems)
    except UsageError as error:
        made = error
    assert not isinstance(made, Made)
    return Outcome(periode, problems=made.problems if isinstance(made, ContentError) else (), error=made)


def make(
    workspace: Workspace,
    periode: Periode,
    wanted: Wanted,
    crew: Crew,
    engine: Line,
    *,
    lenient: bool = False,
) -> Made:
    """Make the files of a period that changed, and write none of them; raises as `build` does.

    `lenient` leaves out a paper that is wanted and that this period does not have.
    """
    maker = PaperMaker(crew, engine, crew.line(), wanted.formats or FORMATS)
    with crew.step(f"{periode} controleren"):
        shown = not wanted.documents or _WITH_FIGURES in wanted.documents
        checked = check(workspace, periode, maker.draw_ahead if shown else None)
    if checked.errors or checked.style is None:
        raise ContentError(checked.problems)
    chosen = _chosen(checked.documents, wanted.documents, lenient=lenient)
    stylesheet = workspace.read(workspace.template(STYLESHEET))
    embed = checked.maker is None or checked.maker.rapportage.organisatie.value.lettertype_insluiten
    folder = wanted.folder(workspace, periode)
    record = BuildRecord(folder.absolute()) if interrupted(folder) else BuildRecord.of(folder)
    made_of: dict[str, str] = {}
    changed: dict[str, Document] = {}
    for name in chosen:
        document = checked.documents[name]
        key = paper_key(document, checked.style, stylesheet, embed_fonts=embed)
        names = [f"{name}.{format}" for format in maker.formats]
        made_of |= dict.fromkeys(names, key)
        if record.holds(names, key):
            crew.progress(f"{name} is niet veranderd")
        else:
            changed[name] = document
    files = maker.files(changed, checked.style, stylesheet, embed_fonts=embed)
    return Made(folder, files, made_of, checked.problems)


def _chosen(documents: Mapping[str, Document], names: tuple[str, ...], *, lenient: bool) -> list[str]:
    for name in names:
        if name not in documents and not lenient:
            raise UsageError(f"deze rapportage heeft geen {name}", "er is: " + ", ".join(documents))
    return [name for name in documents if not names or name in names]


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
    room = text_width(style, half=True)
    if room < _NARROWEST:
        tell("de marges laten te weinig van de bladspiegel over", hint="maak 'binnen' en 'buiten' kleiner")
        return None
    return style
