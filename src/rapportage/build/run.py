"""From period folder to finished files."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path

from rapportage.build.check import check
from rapportage.build.choice import likely_engine
from rapportage.build.formats import FORMATS
from rapportage.build.processes import Processes, ProcessLost, Worker
from rapportage.build.publish import free, interrupted, publish, usable
from rapportage.build.record import BuildRecord, digest, paper_key
from rapportage.build.schedule import PaperMaker
from rapportage.ctrl_c import undisturbed
from rapportage.document import Document
from rapportage.errors import ContentError, Place, Problem, UsageError, by_itself
from rapportage.opened import opened_meanwhile
from rapportage.periode import Periode
from rapportage.workspace import DOCUMENTS, EVERYTHING, Wanted, Workspace

_WITH_FIGURES = "bijlage"
"""The paper that has most of the figures; where it is not wanted, none is drawn ahead."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files of one period that changed, ready to be put in place, and of what all are made.

    `digests` are those of all, changed or not; `opened` are the files that the content was read from, and
    `papers` are those that the content gives, wanted or not.
    """

    folder: Path
    files: Mapping[str, bytes] = field(repr=False)
    made_of: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    opened: frozenset[Path] = frozenset()
    papers: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where all files stand, changed or not."""
        return tuple(self.folder / name for name in self.made_of)

    def outcome(self, periode: Periode) -> Outcome:
        """What came of building this period."""
        digests = {self.folder / name: one for name, one in self.digests.items()}
        return Outcome(periode, self.paths, self.problems, None, digests, self.opened)

    def put(self) -> None:
        """Put the files in place and remember what they are made of; raises UsageError when that fails."""
        if self.files:
            publish(self.folder, self.files)
            BuildRecord.of(self.folder).note(self.files, self.made_of)
        else:
            BuildRecord(self.folder.absolute()).still_holds()


MadeOrNot = Made | ContentError | UsageError
"""The files of a period, or why there are none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of building one period: its files and problems, and why it was not built when it was not.

    `digests` are those of the files, `opened` are the files that the content was read from.
    """

    periode: Periode
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: ContentError | UsageError | None = None
    digests: Mapping[Path, str] = field(default_factory=dict, repr=False)
    opened: frozenset[Path] = field(default=frozenset(), repr=False)


def build(
    workspace: Workspace,
    periode: Periode,
    wanted: Wanted = EVERYTHING,
    processes: Processes | None = None,
    engine: Worker | None = None,
) -> Outcome:
    """Build the papers of a period; the paths of the files, and the warnings.

    `engine` is the worker that has the layout engine ready. Raises ContentError with every
    problem, UsageError or MachineError; then nothing is written.
    """
    processes = processes or Processes()
    made = make(workspace, periode, wanted, processes, engine or processes.worker())
    with processes.step("bestanden op hun plaats zetten") if made.files else nullcontext():
        made.put()
    return made.outcome(periode)


def periods_of(workspace: Workspace) -> tuple[Periode, ...]:
    """The periods of a workspace, earliest first; raises UsageError where there is none."""
    periods = workspace.periods()
    if not periods:
        raise UsageError("in content/ staat nog geen periode", workspace.first_period_hint())
    return periods


def build_all(
    workspace: Workspace, periods: Collection[Periode], wanted: Wanted, processes: Processes
) -> list[Outcome]:
    """Build the papers of these periods, beside each other where there may be processes; in their order.

    A period that cannot be built keeps no other from being built, and one that lacks a paper that is
    wanted is built without it. Files are put in place when all are made.
    """
    workers = cycle([processes.worker() for _ in range(min(processes.jobs, len(periods)))])
    works = {one: next(workers).do(str(one), make_alone, workspace, one, wanted) for one in periods}
    made: dict[Periode, MadeOrNot] = {}
    for periode, work in works.items():
        processes.progress(f"{periode} bouwen")
        try:
            try:
                made[periode] = work.result()
            except ProcessLost:  # with whatever else its worker had to do: once more, in one of its own
                again = processes.worker().do(str(periode), make_alone, workspace, periode, wanted)
                made[periode] = again.result()
        except (ContentError, UsageError) as error:
            made[periode] = by_itself(error)
    with processes.step("bestanden op hun plaats zetten"), undisturbed():
        return [put(periode, one) for periode, one in made.items()]


def make_alone(workspace: Workspace, periode: Periode, wanted: Wanted) -> Made:
    """The files of a period that changed, made in this process; a paper that it lacks is left out.

    Raises as `build` does.
    """
    processes = Processes()
    made = make(workspace, periode, wanted, processes, processes.worker(), lenient=True)
    gc.collect()  # the boxes of a layout hold each other, and another period's come on top of them
    return made


def make_all_alone(workspace: Workspace, wanted: Wanted) -> dict[Periode, MadeOrNot]:
    """The files of all periods of a workspace that changed, made in this process, or why there are none.

    Raises UsageError where there is no period, MachineError where the machine lacks something.
    """
    made: dict[Periode, MadeOrNot] = {}
    for periode in periods_of(workspace):
        try:
            made[periode] = make_alone(workspace, periode, wanted)
        except (ContentError, UsageError) as error:
            made[periode] = by_itself(error)
    return made


def put(periode: Periode, made: MadeOrNot) -> Outcome:
    """Put what was made of a period in place; what came of it, also where that fails."""
    try:
        if isinstance(made, Made):
            made.put()
            return made.outcome(periode)
    except UsageError as error:
        made = error
    assert not isinstance(made, Made)
    return Outcome(periode, problems=made.problems if isinstance(made, ContentError) else (), error=made)


def make(
    workspace: Workspace,
    periode: Periode,
    wanted: Wanted,
    processes: Processes,
    engine: Worker,
    *,
    lenient: bool = False,
) -> Made:
    """Make the files of a period that changed, and write none of them; raises as `build` does.

    `lenient` leaves out a paper that is wanted and that this period does not have.
    """
    folder = wanted.folder(workspace, periode)
    if wanted.output is None:
        usable(workspace, folder)
    else:
        free(folder)
    chosen_engine = likely_engine(workspace, wanted.engine)
    maker = PaperMaker(
        processes, engine, processes.worker(), chosen_engine, wanted.formats or FORMATS, periode
    )
    with processes.step(f"{periode} controleren"), opened_meanwhile() as opened:
        shown = not wanted.documents or _WITH_FIGURES in wanted.documents
        checked = check(workspace, periode, maker.aside if shown else None, wanted.engine)
    if checked.errors or checked.style is None:
        raise ContentError(checked.problems)
    maker = replace(maker, engine=checked.engine)
    chosen = _chosen(checked.documents, wanted.documents, lenient=lenient)
    embed = checked.maker is None or checked.maker.rapportage.organisatie.value.lettertype_insluiten
    record = BuildRecord(folder.absolute()) if interrupted(folder) else BuildRecord.of(folder)
    made_of: dict[str, str] = {}
    changed: dict[str, Document] = {}
    for name in chosen:
        document = checked.documents[name]
        key = paper_key(document, checked.style, checked.stylesheet, checked.engine.name, embed_fonts=embed)
        names = [f"{name}.{format}" for format in maker.formats]
        made_of |= dict.fromkeys(names, key)
        if record.holds(names, key):
            processes.progress(f"{name} is niet veranderd")
        else:
            changed[name] = document
    free(folder, [f"{name}.{format}" for name in changed for format in maker.formats])
    files = maker.files(changed, checked.style, checked.stylesheet, embed_fonts=embed)
    papers = tuple(checked.documents)
    problems = (*checked.problems, *of_before(workspace, folder, record, papers, made_of))
    digests = {name: digest(files[name]) if name in files else record.made[name].digest for name in made_of}
    return Made(folder, files, made_of, problems, digests, frozenset(opened), papers)


def of_before(
    workspace: Workspace,
    folder: Path,
    record: BuildRecord,
    papers: Collection[str],
    made_of: Mapping[str, str],
) -> Iterator[Problem]:
    """What is told of the files in a folder that are of an earlier build, and not of this one."""
    keys = {name.partition(".")[0]: key for name, key in made_of.items()}
    others = {f"{paper}.{suffix}": key for paper, key in keys.items() for suffix in FORMATS}
    older = [name for name, key in others.items() if name not in made_of and not record.holds([name], key)]
    yield from _left_behind(workspace, folder, papers)
    yield from _older(workspace, folder, older)


def _left_behind(workspace: Workspace, folder: Path, documents: Collection[str]) -> Iterator[Problem]:
    """The papers of an earlier build that the content no longer gives; somebody may still want them."""
    names = [f"{paper}.{suffix}" for paper in DOCUMENTS if paper not in documents for suffix in FORMATS]
    hint = "haal het weg als het niet meer geldt; rapportage verwijdert niets"
    yield from _of_before(workspace, folder, names, "hoort niet meer bij deze rapportage", hint)


def _older(workspace: Workspace, folder: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Those of these files that are there: of a format that is not asked for, and not of this content."""
    hint = "bouw zonder --format om alle bestanden gelijk te hebben"
    yield from _of_before(workspace, folder, names, "kan iets anders zeggen dan wat nu gemaakt is", hint)


def _of_before(
    workspace: Workspace, folder: Path, names: Sequence[str], what: str, hint: str
) -> Iterator[Problem]:
    for name in names:
        if (folder / name).exists():
            message = f"'{name}' is van een eerdere keer, en {what}"
            place = Place(workspace.name_of(folder / name), 0)
            yield Problem("waarschuwing", message, place, hint, "oud-stuk")


def _chosen(documents: Mapping[str, Document], names: tuple[str, ...], *, lenient: bool) -> list[str]:
    for name in names:
        if name not in documents and not lenient:
            raise UsageError(f"deze rapportage heeft geen {name}", "er is: " + ", ".join(documents))
    return [name for name in documents if not names or name in names]
