"""Let other processes work beside this one, and keep when each piece of work began and ended.

Work goes to a worker: a process that does one thing after another, so that what it holds in memory for
the next thing is still there. With a single job there are no other processes: the work is done here,
when its result is asked for, and gives the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from shutil import rmtree
from time import perf_counter
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

from rapportage.build.collected import search_memory_seldom
from rapportage.ctrl_c import heed, postponed
from rapportage.errors import MachineError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Given = ParamSpec("Given")
Result = TypeVar("Result")
Progress = Callable[[str], None]

_MOMENT = 0.2
"""For how many seconds at most Ctrl-C is not heard while others work, where waiting is deaf to it."""


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _silent(step: str, /) -> None:
    """Progress that nobody wants to hear."""
    del step


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of work, and when it began and ended on the clock that all processes share."""

    name: str
    began: float
    ended: float


@dataclass
class Processes:
    """Who works on a command: this process, and others beside it where `jobs` is more than one.

    `progress` hears in Dutch what is being done here. Used as a context: when it ends, with or
    without an error, no other process is left.
    """

    jobs: int = 1
    progress: Progress = _silent
    works: list[Work[Any]] = field(default_factory=list, repr=False)
    _workers: list[Worker] = field(default_factory=list)
    _steps: list[Step] = field(default_factory=list)

    def steps(self) -> list[Step]:
        """Every piece of work that was finished, here or elsewhere, in the order in which they began."""
        done = [work.step for work in self.works if work.step is not None]
        return sorted([*self._steps, *done], key=lambda step: step.began)

    def worker(self) -> Worker:
        """One more, whose process has not begun."""
        worker = Worker(self, alone=self.jobs == 1)
        self._workers.append(worker)
        return worker

    @contextmanager
    def step(self, name: str, *, quiet: bool = False) -> Iterator[None]:
        """Keep how long this step of this process takes, and tell it unless that is too much."""
        heed()
        if not quiet:
            self.progress(name)
        began = perf_counter()
        yield
        self._steps.append(Step(name, began, perf_counter()))

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Leave none of these processes, and touch none that others started here; may be asked again."""
        with postponed():
            for (
                worker
            ) in self._workers:  # all that they made is here; taking leave in order would take a while
                worker.kill()
            for worker in self._workers:
                worker.end()
            self._workers.clear()


class ProcessLost(MachineError):
    """A process was ended by the system, or by somebody, before its work was done."""

    def __init__(
        self, message: str, hint: str | None = "sluit andere programma's, of bouw met --jobs 1"
    ) -> None:
        super().__init__(message, hint)


@dataclass
class Worker:
    """A process that does work in the order in which it is given; where `alone`, it is done here."""

    processes: Processes
    alone: bool
    _pool: ProcessPoolExecutor | None = None
    _processes: list[BaseProcess] = field(default_factory=list)
    _folder: str | None = None

    def do(
        self, name: str, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Work[Result]:
        """Let the worker do this; what `work` takes and gives must be able to go to another process."""
        one: Work[Result] = Work(name, Future(), lambda: _timed(name, work, *given, **named))
        if not self.alone:
            try:
                with postponed():
                    pool = self._started()
                with postponed():  # anew: what the pool needs for itself lets signals through again
                    one = Work(name, pool.submit(_timed, name, work, *given, **named))
                    self._only_writer()
            except BrokenExecutor as error:
                # What the process held for this is gone with it, so that it cannot be done here either.
                one = Work(name, Future())
                one.future.set_exception(error)
            except (ImportError, NotImplementedError, OSError):
                self.alone = True  # where the system allows no other process, the work is done here
        self.processes.works.append(one)
        return one

    @property
    def is_lost(self) -> bool:
        """Whether its process was ended, by the system or by somebody."""
        return any(process.exitcode is not None for process in self._processes)

    def kill(self) -> None:
        """End the process at once, whatever it is doing."""
        for process in self._processes:
            if process.pid is not None:  # it was started
                process.kill()

    def end(self) -> None:
        """Let go of the process, and of what it had not thrown away."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor
            from tempfile import mkdtemp

            # Started anew on every system, since a copy of a process with threads may hang. It looks for
            # modules where this one does, and not in the folder that one stands in, which may be anybody's.
            os.environ["PYTHONSAFEPATH"] = "1"
            # The layout engine keeps fonts on disk, which a process that is killed leaves there.
            self._folder = self._folder or mkdtemp(prefix="rapportage-")
            context = _context(self._processes.append)
            self._pool = ProcessPoolExecutor(1, context, _settle, (self._folder,))
        return self._pool

    def _only_writer(self) -> None:
        """Leave the writing end of the results to the process, so that its death while it writes is noticed.

        The pool keeps it open as well, by a private name, and then waits without end for the rest.
        """
        results = getattr(self._pool, "_result_queue", None)
        writer = getattr(results, "_writer", None)
        if writer is not None and sys.platform != "win32" and not writer.closed:
            writer.close()


def _context(hear: Callable[[BaseProcess], None]) -> BaseContext:
    """Processes that are started anew, of each of which `hear` is told.

    A pool does not say which are its own, and those of this process may be anybody's.
    """
    from multiprocessing.context import SpawnContext, SpawnProcess

    class Told(SpawnContext):
        # In the library's types this is a class, and not what makes one.
        def Process(self, *given: Any, **named: Any) -> SpawnProcess:  # type: ignore[override]
            process = SpawnProcess(*given, **named)
            hear(process)
            return process

    return Told()


@dataclass
class Work(Generic[Result]):
    """Something that is being done, or that `here` does once its result is asked for."""

    name: str
    future: Future[tuple[Result, Step]]
    _here: Callable[[], tuple[Result, Step]] | None = None
    _step: Step | None = None
    _taken: bool = False

    @property
    def step(self) -> Step | None:
        """When it was done; None while it is not, or when it could not be."""
        future = self.future
        if self._step is None and future.done() and not future.cancelled() and future.exception() is None:
            self._step = future.result()[1]
        return self._step

    @property
    def is_done(self) -> bool:
        """Whether its result is there for the asking, or is made here once asked for."""
        return self._here is not None or self.future.done()

    def result(self) -> Result:
        """What came of it, asked for once; raises what the work raised, MachineError if its process ended."""
        heed()
        if self._taken:
            raise RuntimeError(
                f"the result of '{self.name}' was taken before"
            )  # to wait for it would not end
        here, self._here = self._here, None
        if here is not None:
            try:
                self.future.set_result(here())
            except Exception as error:
                self.future.set_exception(error)
        _wait_for([self.future])
        try:
            result, self._step = self.future.result()
            self._taken = True
            self.future = Future()  # what came of it may be large, and is not kept here
            return result
        except BrokenExecutor:
            raise ProcessLost(
                f"'{self.name}' is halverwege gestopt, waarschijnlijk omdat het geheugen vol was"
            ) from None


def first_done(works: Collection[Work[Any]]) -> Work[Any]:
    """The first of these to be done, waited for where none is; one that is done here counts as that."""
    if not any(one.is_done for one in works):
        _wait_for([one.future for one in works])
    return next(one for one in works if one.is_done)


def _wait_for(futures: Collection[Future[Any]]) -> None:
    """Wait until one of these is done, a moment at a time.

    Before Python 3.14 a wait without end does not hear Ctrl-C on Windows.
    """
    from concurrent.futures import FIRST_COMPLETED, wait

    while not wait(futures, _MOMENT, FIRST_COMPLETED).done:
        heed()


# --- in the other process --------------------------------------------------------------------


def _settle(folder: str) -> None:
    """Leave Ctrl-C to the process that started this one, end when that does, and keep files in `folder`."""
    import signal
    import tempfile
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = os.environ["TMPDIR"] = folder
    search_memory_seldom()
    parent = parent_process()

    def leave_too() -> None:
        if parent is not None:
            parent.join()
            rmtree(folder, ignore_errors=True)
            os._exit(1)

    Thread(target=leave_too, daemon=True).start()


def _timed(name: str, work: Callable[..., Any], *given: Any, **named: Any) -> tuple[Any, Step]:
    began = perf_counter()
    result = work(*given, **named)
    return result, Step(name, began, perf_counter())
