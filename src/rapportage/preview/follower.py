"""The pages that the PDF will have, from a process that stays ready: of the newest edit only.

A layout takes seconds, and an edit ends the one that is under way: its pages would be of before. The next
begins when edits pause, and longer each time that one was ended. A process that was ended is started anew at
once, so that it is ready by then.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Condition, Thread
from time import monotonic

from rapportage.build.processes import Processes, ProcessLost, Work, Worker
from rapportage.document import Document
from rapportage.errors import LayoutError, MachineError, UsageError
from rapportage.preview.engine_pages import PdfPages, get_ready, pages_of_pdf
from rapportage.style.tokens import HouseStyle

CALM = 0.4
"""So many seconds without an edit are a pause."""
_LONGER, _MOST_LONGER = 2, 8
"""So many times longer must a pause be each time that an edit ended a layout, and at most."""
MOST_SECONDS = 180.0
"""So many seconds on the clock may a layout take here; a report of 288 pages takes some fifty."""


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """A paper that pages are wanted of, and all by which they are made."""

    paper: str
    engine: str
    document: Document = field(repr=False)
    style: HouseStyle = field(repr=False)
    template: str = field(repr=False)

    def is_of(self, other: Wanted) -> bool:
        """Whether the pages of both are the same."""
        return self.document is other.document and (self.engine, self.template, self.style) == (
            other.engine,
            other.template,
            other.style,
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there are no pages."""

    words: str


Followed = PdfPages | Refused
Hear = Callable[[Wanted, Followed], None]


class Follower:
    """Makes the pages that are wanted, one paper after another; `hear` gets each, in a thread of this."""

    def __init__(self, hear: Hear, *, calm: float = CALM, most_seconds: float = MOST_SECONDS) -> None:
        self._hear = hear
        self._calm, self._most_seconds = calm, most_seconds
        self._changed = Condition()
        self._wanted: tuple[Wanted, ...] = ()
        self._since, self._longer = 0.0, 1
        self._closed = False
        self._thread: Thread | None = None

    def follow(self, wanted: Sequence[Wanted]) -> None:
        """From here on the pages of these are wanted, in this order, and no others; it does not wait."""
        with self._changed:
            known = self._wanted
            now = tuple(next((old for old in known if old.is_of(one)), one) for one in wanted)
            if now == known or self._closed:
                return
            if any(one not in known for one in now):
                self._since = monotonic()
            self._wanted = now
            self._changed.notify_all()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="volgen", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Leave no process, whatever it is busy with."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    # --- in the thread ----------------------------------------------------------------------------

    def _run(self) -> None:
        if sys.platform != "win32":  # a process that is started here does not hear Ctrl-C before it says so
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        going_on = True
        with suppress(KeyboardInterrupt):  # heard elsewhere, and all ends
            while going_on:
                with Processes(2) as processes:
                    going_on = self._serve(processes)

    def _serve(self, processes: Processes) -> bool:
        """Do with one process what is wanted; whether another is needed when it ends."""
        worker = processes.worker()
        ready, has_made = "", False
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return False
                engine = self._wanted[0].engine
            if ready != engine:
                worker.do("gereedmaken", get_ready, engine)
                ready = engine
            wanted = self._when_calm()
            if wanted is None:
                continue
            if has_made and worker.is_lost:
                return True  # it ended while nothing was asked of it, which says nothing of this paper
            made = self._made(worker, wanted)
            processes.works.clear()
            self._longer = 1 if made is not None else min(self._longer * _LONGER, _MOST_LONGER)
            if made is not None:
                self._told(wanted, made)
            if not isinstance(made, PdfPages) or worker.alone:
                return not self._closed  # what ended badly leaves nothing behind
            has_made = True

    def _when_calm(self) -> Wanted | None:
        """What is wanted first once edits pause; None where there is nothing any more."""
        with self._changed:
            while self._wanted and not self._closed:
                rest = self._since + self._calm * self._longer - monotonic()
                if rest <= 0:
                    return self._wanted[0]
                self._changed.wait(rest)
            return None

    def _made(self, worker: Worker, wanted: Wanted) -> Followed | None:
        """The pages or why there are none; None where they are not wanted any more."""
        work = worker.do(
            wanted.paper, pages_of_pdf, wanted.engine, wanted.document, wanted.style, wanted.template
        )
        if worker.alone:
            return Refused("op deze computer kan er geen ander proces naast dit werken")
        work.future.add_done_callback(lambda _: self._wake())
        until = monotonic() + self._most_seconds
        with self._changed:
            while not work.is_done:
                if self._closed or wanted not in self._wanted:
                    return None
                if monotonic() > until:
                    return Refused(f"dat was na {self._most_seconds:.0f} seconden nog niet klaar")
                self._changed.wait(max(0.0, until - monotonic()))
        return _outcome(work)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _told(self, wanted: Wanted, made: Followed) -> None:
        with self._changed:
            if wanted not in self._wanted:
                return
            self._wanted = tuple(one for one in self._wanted if one is not wanted)
        self._hear(wanted, made)


def _outcome(work: Work[PdfPages]) -> Followed:
    try:
        return work.result()
    except ProcessLost:
        return Refused("het proces dat dit deed, is gestopt, waarschijnlijk omdat het geheugen vol was")
    except (LayoutError, MachineError, UsageError) as error:
        return Refused(f"{error}\n{getattr(error, 'hint', None) or ''}".rstrip())
    except Exception as error:  # a fault of ours keeps nobody from going on: the next edit may undo it
        return Refused(f"rapportage gaat hier zelf de fout in: {type(error).__name__}: {error}")
