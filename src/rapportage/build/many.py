"""Build the papers of many workspaces, beside each other where there may be processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rapportage.build.processes import Processes, ProcessLost, Work, Worker, first_done
from rapportage.build.run import MadeOrNot, Outcome, make_all_alone, put
from rapportage.ctrl_c import undisturbed
from rapportage.periode import Periode
from rapportage.workspace import Wanted, Workspace


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one workspace: of each period, or why nothing was built of any."""

    name: str
    outcomes: tuple[Outcome, ...] = ()
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Begun:
    """A workspace that a worker is at; `again` when the process that was at it before was lost."""

    name: str
    worker: Worker
    work: Work[Any]
    again: bool = False


def build_many(workspaces: Mapping[str, Workspace], wanted: Wanted, processes: Processes) -> Iterator[Built]:
    """Build all periods of these workspaces, each told as soon as its files are in place.

    Whatever goes wrong with one keeps no other from being built. A workspace whose process was lost is built
    once more. Files that go elsewhere than into the workspaces go into a folder of its name.
    """
    todo = iter(workspaces)

    def begin(name: str, worker: Worker, *, again: bool = False) -> _Begun:
        work = worker.do(name, make_all_alone, workspaces[name], of_one(name, wanted))
        return _Begun(name, worker, work, again)

    def go_on(worker: Worker) -> list[_Begun]:
        return [begin(name, worker) for name in (next(todo, None),) if name is not None]

    begun: list[_Begun] = []
    for _ in range(min(processes.jobs, len(workspaces))):
        begun += go_on(processes.worker())
    while begun:
        work = first_done([one.work for one in begun])
        done = next(one for one in begun if one.work is work)
        begun.remove(done)
        try:
            made = work.result()
        except ProcessLost as error:
            worker = processes.worker()
            if not done.again:
                begun.append(begin(done.name, worker, again=True))
                continue
            begun += go_on(worker)
            yield Built(done.name, error=error)
        except Exception as error:
            begun += go_on(done.worker)
            yield Built(done.name, error=error)
        else:
            begun += go_on(done.worker)  # which need not wait for the files
            yield put_all(done.name, made)


def of_one(name: str, wanted: Wanted) -> Wanted:
    """What is wanted of this workspace: where the files go elsewhere, into a folder of its name."""
    return replace(wanted, output=wanted.output / name) if wanted.output is not None else wanted


def put_all(name: str, made: Mapping[Periode, MadeOrNot]) -> Built:
    """Put what was made of a workspace in place; what came of it, also where that fails."""
    try:
        with undisturbed():
            return Built(name, tuple(put(periode, one) for periode, one in made.items()))
    except Exception as error:
        return Built(name, error=error)
