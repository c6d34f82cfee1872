"""Load, validate and compose a period, and tell everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial

from rapportage.build.choice import engine_of, half_a_style, style_of_another
from rapportage.build.echoes import settled, without_echoes
from rapportage.build.formats import ENGINE, Engine
from rapportage.build.word_template import with_word_template
from rapportage.cache import kept_copy
from rapportage.checks.registry import PERIOD_KIND, judge
from rapportage.checks.style.house_style import usable_style
from rapportage.checks.style.mapped_tokens import Mapped, mapped_tokens
from rapportage.checks.subjects import Content, Paper, Report, StyleFile
from rapportage.compose.as_printed import as_printed
from rapportage.compose.figures import FigureMaker
from rapportage.compose.papers import Composed, compose, text_problems
from rapportage.content.folders import entries
from rapportage.content.load import load, period_folder
from rapportage.content.model import Rapportage
from rapportage.content.token_mapping import published_tokens
from rapportage.document import Document
from rapportage.errors import MISSING, ContentError, Problem, attempt, in_order
from rapportage.figures.cache import Aside, user_cache
from rapportage.periode import Periode
from rapportage.remembered import FORGETFUL, Memory
from rapportage.style.own_fonts import own_fonts
from rapportage.style.tokens import HouseStyle
from rapportage.workspace import LOGO, TOKENS, Workspace, package_templates

FONTS = "lettertypen"
"""What own fonts are kept as, for the libraries that draw."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a period's content gives: its papers where all is well, its figures, and every problem.

    `placed` are the figures and tables that a text asks for, `stylesheet` is what `engine` lays out with.
    `whole` says that the papers hold all that the content says, whatever rules find in it.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    style: HouseStyle | None = None
    maker: FigureMaker | None = None
    placed: frozenset[str] = frozenset()
    stylesheet: str = ""
    engine: Engine = ENGINE
    whole: bool = False

    @property
    def is_secret(self) -> bool:
        """Whether the report says that not everybody may read it."""
        if self.maker is None:
            return False
        return self.maker.rapportage.gegevens.value.openbaarheid.niveau == "geheim"

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the papers from being built."""
        return tuple(problem for problem in self.problems if problem.is_error)


def _wait(problems: Iterable[Problem]) -> None:
    """Leave the telling to whoever gets all of them."""
    del problems


def check(
    workspace: Workspace,
    periode: Periode,
    aside: Aside | None = None,
    engine: str | None = None,
    tell: Callable[[Iterable[Problem]], None] = _wait,
    memory: Memory = FORGETFUL,
    ahead: Callable[[Checked], None] | None = None,
) -> Checked:
    """Load, validate and compose a period; write nothing.

    `aside` is what others do of the drawing, `engine` is the layout engine where the content's own is
    not wanted, `tell` hears of the problems of each phase that stay as they are, `memory` is of who checks
    over and over, and `ahead` gets the papers as soon as they are there, before rules judge them. Raises
    ContentError when the period has no folder.
    """
    period_folder(workspace, periode)
    loaded = load(workspace, periode, memory)
    rapportage, broken = loaded.value.rapportage, loaded.value.broken
    style, problems = house_style_of(workspace, memory)
    chosen = engine_of(rapportage, engine)
    stylesheet = attempt(lambda: workspace.read(workspace.template(chosen.template)))
    problems += [*stylesheet.problems, *loaded.problems, *style_of_another(workspace, chosen)]
    if stylesheet.value is not None:
        problems += half_a_style(workspace, chosen, stylesheet.value)
    if rapportage is None:
        return Checked({}, in_order([*problems, *text_problems(loaded.value.texts)]), style)
    tell(settled(problems))
    content = Content(rapportage, workspace, broken)
    if cause := list(PERIOD_KIND.problems(content)):
        return Checked({}, in_order([*problems, *cause]), style)
    of_content = cache(lambda: judge(content))  # behind the papers, where somebody waits for these
    if ahead is None:
        tell(settled([*problems, *of_content()]))
    if style is None:
        found = [*problems, *of_content(), *judge(Report(content))]
        return Checked({}, without_echoes(found, rapportage))
    try:
        composed = compose(rapportage, workspace, style, user_cache(aside, memory), broken, memory)
    except ContentError as error:  # the texts become too much together: there are no papers to judge
        found = [*problems, *of_content(), *error.problems]
        return Checked({}, without_echoes(found, rapportage), style)
    made = composed.value
    problems += composed.problems
    whole = made.whole and not any(one.is_error for one in problems)
    printed = {name: as_printed(document, memory) for name, document in made.documents.items()}
    papers = Checked(printed, (), style, made.maker, made.placed, stylesheet.value or "", chosen, whole)
    if ahead is not None:
        ahead(papers)
    problems += of_content()
    tell(settled(problems))
    report = _report(content, made, style, memory)
    problems += judge(report)
    attachments, body = len(rapportage.gegevens.value.bijlagen), rapportage.organisatie.value.overheid
    drawn, days = made.maker.drawn_names(), made.maker.numbers.days
    for name, document in made.documents.items():
        kept = report.kept_of(name)
        problems += judge(Paper(document, style, drawn, days, attachments, body, kept, memory))
    if not any(one.is_error for one in problems):
        problems += [_gone(name, rapportage) for name in sorted(made.undrawn)]
    return replace(papers, problems=without_echoes(problems, rapportage))


def _gone(name: str, rapportage: Rapportage) -> Problem:
    """What was there when the content was judged, and was not when the papers were composed."""
    at = rapportage.figuren[name].place() if name in rapportage.figuren else rapportage.gegevens.place()
    message = f"'{name}' is er niet meer, en was er net nog wel"
    return Problem("fout", message, at, "kijk of het bestand er staat, en probeer het opnieuw", MISSING)


def _report(content: Content, composed: Composed, style: HouseStyle, memory: Memory) -> Report:
    points, shown = composed.open_points, composed.shown
    return Report(content, composed.documents, points, shown, composed.unplaced, style, memory)


def house_style_of(
    workspace: Workspace, memory: Memory = FORGETFUL
) -> tuple[HouseStyle | None, list[Problem]]:
    """The house style, None when it cannot be used, and what is wrong with it."""
    path = workspace.template(TOKENS)
    try:
        text = workspace.read(path)
    except ContentError as error:
        return None, list(error.problems)
    mapped = attempt(lambda: _mapped(workspace, workspace.read(package_templates() / TOKENS)))
    if mapped.value is None:
        return None, list(mapped.problems)
    below, found = mapped.value.text, mapped.value
    if found.places and path.parent == package_templates():
        text = "{}"  # the tokens that come along stand below what was taken over, not above it
    templates = tuple(_own_templates(workspace))
    fonts = own_fonts(workspace, partial(kept_copy, FONTS))
    name, logo = workspace.name_of(path), _may_have_logo(workspace)
    file = StyleFile(name, text, below, templates, found.places, found.findings, fonts, logo)
    usable, judged = _judged_style(file, memory)
    style = with_word_template(workspace, usable)
    return style.value, [*judged, *style.problems]


def _judged_style(file: StyleFile, memory: Memory) -> tuple[HouseStyle | None, list[Problem]]:
    """The style of this file where it can be used, and what is wrong with it."""
    known: tuple[StyleFile, HouseStyle | None, list[Problem]] | None = memory.find("stijlbestand")
    if known is None or known[0] != file:
        known = file, usable_style(file), judge(file)
    memory.keep("stijlbestand", known)
    return known[1:]


def _mapped(workspace: Workspace, below: str) -> Mapped:
    """The tokens that come along, with those that a published file has where a mapping names one."""
    found = published_tokens(workspace)
    return mapped_tokens(*found, below) if found else Mapped(below, {})


def _may_have_logo(workspace: Workspace) -> bool:
    """Whether there is a logo, or a file that was meant to be it, of which is told that it is not used."""
    there = attempt(partial(entries, workspace, workspace.root / "templates")).value or []
    return any(path.name.lower().startswith(LOGO) for path in there)


def _own_templates(workspace: Workspace) -> Iterator[str]:
    """The texts of the own templates and style that can be read."""
    own = workspace.root / "templates"
    for path in sorted([*own.rglob("*.j2"), *own.rglob("*.css"), *own.rglob("*.typ")]):
        text = attempt(partial(workspace.read, path)).value
        if text is not None:
            yield text
