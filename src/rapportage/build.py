"""From period folder to finished files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rapportage.checks.abbreviations import unknown_abbreviations
from rapportage.checks.characters import unprintable_characters
from rapportage.checks.contrast import faint_colours
from rapportage.checks.figure_size import too_high
from rapportage.compose.figures import FigureMaker, text_width
from rapportage.compose.papers import compose, text_problems
from rapportage.content.load import Loader, period_folder
from rapportage.content.rules import cross_check
from rapportage.document import Document
from rapportage.errors import ContentError, Place, Problem, UsageError, in_order, refusal
from rapportage.figures.cache import user_cache
from rapportage.fonts import FAMILY, unprintable
from rapportage.house_style import HouseStyle, TokenError, house_style
from rapportage.output import interrupted, publish
from rapportage.periode import Periode
from rapportage.record import BuildRecord, paper_key
from rapportage.workspace import FORMATS, Workspace, package_templates

TOKENS = "huisstijl.tokens.json"
STYLESHEET = "document.css"

_NARROWEST = 72.0
"""With less than an inch for each of two figures no page can be laid out."""

Progress = Callable[[str], None]


def _silent(step: str, /) -> None:
    """Progress that nobody wants to hear."""
    del step


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


def check(workspace: Workspace, periode: Periode) -> Checked:
    """Load, validate and compose a period; write nothing.

    Raises ContentError when the period has no folder.
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
            composed = compose(rapportage, workspace, style, user_cache(), loader.broken)
            problems += composed.problems
            documents, maker = composed.documents, composed.maker
            gegevens = rapportage.gegevens
            problems += unprintable(gegevens.value.voetregel, gegevens.place("voetregel"))
            for document in documents.values():
                problems += unprintable_characters(document)
                problems += too_high(document, style, maker.drawn_names())
    return Checked(documents, in_order(problems), style, maker)


def build(
    workspace: Workspace,
    periode: Periode,
    *,
    formats: Iterable[str] = (),
    documents: Iterable[str] = (),
    output: Path | None = None,
    progress: Progress = _silent,
) -> tuple[list[Path], tuple[Problem, ...]]:
    """Build the papers of a period; the paths of the files, and the warnings.

    `formats` and `documents` narrow down what is built; empty means all. `progress` hears in
    Dutch what is being done. Raises ContentError with every problem, or UsageError.
    """
    progress(f"{periode} controleren")
    checked = check(workspace, periode)
    if checked.errors or checked.style is None:
        raise ContentError(checked.problems)
    chosen = _chosen(checked.documents, tuple(documents))
    wanted = tuple(formats) or FORMATS
    stylesheet = workspace.read(workspace.template(STYLESHEET))
    embed = checked.maker is None or checked.maker.rapportage.organisatie.value.lettertype_insluiten
    folder = (output or workspace.output) / str(periode)
    record = BuildRecord(folder.absolute()) if interrupted(folder) else BuildRecord.of(folder)
    files: dict[str, bytes] = {}
    made_of: dict[str, str] = {}
    for name in chosen:
        document = checked.documents[name]
        key = paper_key(document, checked.style, stylesheet, embed_fonts=embed)
        names = [f"{name}.{format}" for format in wanted]
        made_of |= dict.fromkeys(names, key)
        if record.holds(names, key):
            progress(f"{name} is niet veranderd")
        else:
            files |= _paper(name, document, wanted, checked.style, stylesheet, embed, progress)
    if files:
        progress("bestanden op hun plaats zetten")
        publish(folder, files)
        record.note(files, made_of)
    return [folder / name for name in made_of], checked.problems


def _paper(
    name: str,
    document: Document,
    formats: tuple[str, ...],
    style: HouseStyle,
    stylesheet: str,
    embed_fonts: bool,
    progress: Progress,
) -> dict[str, bytes]:
    """The files of one paper. Word's page numbers come from the PDF's layout, so that is always made."""
    files: dict[str, bytes] = {}
    progress(f"{name}.pdf opmaken")
    from rapportage.writers.pdf import lay_out

    with _told(name):
        layout = lay_out(document, style, stylesheet)
    if "docx" in formats:
        progress(f"{name}.docx schrijven")
        from rapportage.writers.docx import write_docx

        files[f"{name}.docx"] = write_docx(
            user_cache().with_bitmaps(document),
            layout.style,
            layout.pages,
            page_count=layout.page_count,
            embed_fonts=embed_fonts,
        )
    if "pdf" in formats:
        progress(f"{name}.pdf schrijven")
        with _told(name):
            files[f"{name}.pdf"] = layout.pdf
    return files


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What is wrong with the layout of this paper is told as its problem."""
    from rapportage.writers.pdf import LayoutError

    try:
        yield
    except LayoutError as error:
        raise refusal(str(error), Place(f"{name}.pdf", 0), error.hint, "opmaak") from None


def _chosen(documents: Mapping[str, Document], names: tuple[str, ...]) -> list[str]:
    for name in names:
        if name not in documents:
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
