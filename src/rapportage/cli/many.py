"""`rapportage build --all --workspaces MAP`: the papers of all workspaces in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from rapportage.build.many import Built, build_many
from rapportage.build.processes import Processes, Step
from rapportage.build.run import Outcome
from rapportage.cli.telling import GOOD, MACHINE, MEND, failed, print_out, report, say, unforeseen
from rapportage.ctrl_c import heed
from rapportage.dutch import count_text, list_text
from rapportage.errors import ContentError, MachineError, Problem, UsageError, in_order
from rapportage.workspace import Wanted, Workspace, workspaces_in

Build = Callable[[Mapping[str, Workspace]], Iterator[Built]]


def build_workspaces(folder: Path, wanted: Wanted, jobs: int) -> tuple[int, list[Step]]:
    """Build all workspaces in this folder and tell each as it is done; the exit status, and what was done.

    Raises UsageError when there is none.
    """
    processes = Processes(jobs)
    try:
        with processes:
            status = _build_each(folder, wanted, lambda found: build_many(found, wanted, processes))
    finally:
        processes.end()  # also when Ctrl-C was pressed on the very way out
    return status, processes.steps()


def build_workspaces_on(executor: str, folder: Path, wanted: Wanted) -> int:
    """Let a cluster build all workspaces in this folder and tell each as it is done; the exit status.

    Raises UsageError when there is none, MachineError where the cluster cannot be had.
    """
    from rapportage.build.cluster import build_on, cluster_at

    workspaces_in(folder)  # before anybody is asked
    with cluster_at(executor) as cluster:
        return _build_each(folder, wanted, lambda found: build_on(cluster, found, wanted))


def _build_each(folder: Path, wanted: Wanted, build: Build) -> int:
    """Tell of each workspace as it is built, and of all together; the exit status."""
    workspaces, left_out = workspaces_in(folder)
    built: set[str] = set()
    unbuilt: dict[str, int] = {}
    told: set[str] = set()
    try:
        for one in build(workspaces):
            status = _told(one, wanted)
            told.add(one.name)
            if status != GOOD:
                unbuilt[one.name] = status
            elif any(outcome.files for outcome in one.outcomes):
                built.add(one.name)
    except MachineError as error:  # whoever built them is lost
        unbuilt |= dict.fromkeys((name for name in workspaces if name not in told), failed(error))
    if not built and not unbuilt:
        raise UsageError(f"geen enkele werkmap heeft een {' of een '.join(wanted.documents)}")
    say(f"{len(built)} van {count_text(len(workspaces), 'werkmap', 'werkmappen')} gebouwd.")
    if left_out:
        say(f"Overgeslagen, want zonder map 'content': {list_text(left_out)}.")
    if unbuilt:
        names = list_text([name for name in workspaces if name in unbuilt])
        say(f"Niet of niet helemaal gebouwd: {names}. Herstel de fouten en probeer het opnieuw.")
    return max(unbuilt.values(), default=GOOD)


def _told(built: Built, wanted: Wanted) -> int:
    """Tell what came of a workspace, all in which its name stands first; the exit status for it."""
    problems = in_order(problem for outcome in built.outcomes for problem in outcome.problems)
    report([_named(built.name, one) for one in problems])
    status = max((_told_error(name, error) for name, error in _errors(built)), default=GOOD)
    print_out(f"{built.name}: {_summary(built.outcomes, wanted)}")
    return status


def _named(name: str, problem: Problem) -> Problem:
    """The problem with the name of its workspace before its file."""
    return replace(problem, at=replace(problem.at, file=f"{name}/{problem.at.file}"))


def _errors(built: Built) -> Iterator[tuple[str, Exception]]:
    """What kept the workspace or a period of it from being built, and what that is called."""
    if built.error is not None:
        yield built.name, built.error
    for outcome in built.outcomes:
        if outcome.error is not None:
            yield f"{built.name}, {outcome.periode}", outcome.error


def _told_error(name: str, error: Exception) -> int:
    if isinstance(error, ContentError):  # its problems are told
        return MEND
    if isinstance(error, UsageError):
        status = failed(error, name)
    else:
        heed()
        status = unforeseen(error, name)
    return MACHINE if status == MACHINE else MEND  # the command itself was not used wrongly


def _summary(outcomes: Iterable[Outcome], wanted: Wanted) -> str:
    """Which periods were built and which not."""
    outcomes = list(outcomes)
    without = f"heeft geen {' of '.join(wanted.documents)}"
    kinds = {
        "gebouwd": [one for one in outcomes if one.files],
        "niet gebouwd": [one for one in outcomes if one.error],
        without: [one for one in outcomes if not one.files and not one.error],
    }
    told = [f"{list_text([str(one.periode) for one in some])} {kind}" for kind, some in kinds.items() if some]
    return "; ".join(told) or "niet gebouwd"
