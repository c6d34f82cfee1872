"""Build the papers of many workspaces on a dask cluster that is there already.

Whole builds go out, as the bytes of their content, and files come back as bytes: the workers share no disk
with this machine. They must have this package in this version, which is asked before any content goes out and
again at each build, since a worker may come later. The content goes along with the task, so that the
scheduler still has it when the worker that was at it is lost.

Who speaks to a cluster trusts it: what its library sends are objects, and those can do anything where they
arrive. What comes back is judged all the same: it names the files that were asked for and no other place.
"""

from __future__ import annotations

import gc
import logging
import re
import socket
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from rapportage.bounds import MAX_CARRIED_BYTES
from rapportage.build.collected import search_memory_seldom
from rapportage.build.formats import FORMATS
from rapportage.build.from_bytes import content_of, make_from_bytes
from rapportage.build.many import Built, of_one, put_all
from rapportage.build.processes import ProcessLost
from rapportage.build.publish import free, usable
from rapportage.build.record import BuildRecord
from rapportage.build.run import Made, MadeOrNot, of_before, periods_of
from rapportage.cache import made_with
from rapportage.ctrl_c import heed
from rapportage.dutch import list_text
from rapportage.errors import ContentError, MachineError, Problem, UsageError, shortened
from rapportage.periode import Periode
from rapportage.workspace import DOCUMENTS, Wanted, Workspace

Answer = TypeVar("Answer")

PATIENCE = 10.0
"""The seconds within which a scheduler answers, and one that has no workers gets one."""
_MOST_UNDER_WAY = 64
"""So many workspaces the scheduler holds at once, however many workers it has."""
_LOOK_AGAIN = 2.0
"""After so many seconds without news is looked whether there still are workers."""
_EXAMPLE = "geef het zo: --executor dask://HOST:POORT, zoals dask://rekenserver:8786"
_ADDRESS = re.compile(r"dask://(?P<host>[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})")
_OURS = ("rapportage", "distributed", "dask")
_ITS_OWN = "text"
"""What may differ from here: a machine that only hands over needs no text libraries."""


def address_of(executor: str) -> str:
    """Where the scheduler is, as `--executor` names it; raises UsageError."""
    found = _ADDRESS.fullmatch(executor)
    if found is None or not 0 < int(found["port"]) < 1 << 16:
        raise UsageError(f"'{shortened(executor)}' is geen adres van een cluster", _EXAMPLE)
    return f"{found['host']}:{found['port']}"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster that was asked whether it can build."""

    client: Any
    executor: Executor

    def workers(self) -> int:
        """How many processes work there now."""
        with _told():
            return len(_answered(self.client.scheduler_info)["workers"])

    def first_done(self, futures: Mapping[Future[Any], object]) -> list[Future[Any]]:
        """Those that are done, waited for where none is; raises MachineError where nobody works at them."""
        without = 0.0
        while not (done := wait(futures, _LOOK_AGAIN, FIRST_COMPLETED).done):
            heed()
            without = 0.0 if self.workers() else without + _LOOK_AGAIN
            if without >= PATIENCE:
                raise _without_workers()
        return [one for one in futures if one in done]


@contextmanager
def cluster_at(executor: str) -> Iterator[Cluster]:
    """The cluster that `--executor` names, and no trace there of what was asked afterwards.

    Raises UsageError for what is no address, MachineError where the extra is not installed, nobody answers
    within PATIENCE, nobody works there, or there are other versions.
    """
    address = address_of(executor)
    with _quiet():
        client = _client(address)
        try:
            try:
                client.wait_for_workers(1, PATIENCE)
            except TimeoutError:
                raise _without_workers() from None
            with _told():
                _judge_versions(client)
            yield Cluster(client, client.get_executor(pure=False))
        finally:
            with suppress(
                Exception
            ):  # what was asked is given up, and a scheduler that is gone knows nothing
                client.close(timeout=PATIENCE)


def build_on(cluster: Cluster, workspaces: Mapping[str, Workspace], wanted: Wanted) -> Iterator[Built]:
    """Build all periods of these workspaces there, each told as soon as its files are in place here.

    Whatever goes wrong with one keeps no other from being built. The cluster builds a workspace whose worker
    was lost again, a few times. Raises MachineError when the cluster itself is lost.
    """
    todo = iter(workspaces.items())
    under_way: dict[Future[Any], _Asked] = {}
    while True:
        most = min(2 * max(cluster.workers(), 1), _MOST_UNDER_WAY)  # so that none waits for its next
        while len(under_way) < most and (following := next(todo, None)):
            asked = _Asked(*following, of_one(following[0], wanted))
            try:
                content = asked.content()
            except UsageError as error:
                yield Built(asked.name, error=error)
            else:
                under_way[asked.submitted(cluster, content)] = asked
        if not under_way:
            return
        for future in cluster.first_done(under_way):
            asked = under_way.pop(future)
            try:
                made = asked.received(future)
            except ClusterLost:
                raise
            except Exception as error:
                yield Built(asked.name, error=error)
            else:
                yield put_all(asked.name, made)
            del future  # the cluster holds what came of it as long as this does


class ClusterLost(MachineError):
    """The connection to the cluster is gone, and with it all that was asked of it."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A workspace that the cluster is to build."""

    name: str
    workspace: Workspace
    wanted: Wanted

    def content(self) -> dict[str, bytes]:
        """What goes along; raises UsageError where that cannot be or there is no period."""
        periods_of(self.workspace)
        return content_of(self.workspace)

    def submitted(self, cluster: Cluster, content: Mapping[str, bytes]) -> Future[Any]:
        """What will come of it."""
        with _told():
            wanted = replace(self.wanted, output=None)
            return cluster.executor.submit(make_for_another, content, wanted, made_with())

    def received(self, future: Future[Any]) -> dict[Periode, MadeOrNot]:
        """What came of each period, to be put in place here.

        Raises ClusterLost, UsageError for what the worker says or for what was not asked, or what the build
        raised.
        """
        try:
            given = future.result()
        except CancelledError:
            raise _lost() from None
        except MachineError as error:
            raise MachineError(f"op een werker van het cluster: {error.message}", error.hint) from None
        except UsageError:
            raise
        except Exception as error:
            raise _of_cluster(error) or error from None
        return {when: self._here(when, made) for when, made in self._judged(given).items()}

    def _judged(self, given: Any) -> dict[Periode, MadeOrNot]:
        """What a worker gave, where it is of the kind that was asked for."""
        if not isinstance(given, dict) or set(given) != set(self.workspace.periods()):
            raise _not_asked("andere perioden dan er staan")
        for made in given.values():
            problems = made.problems if isinstance(made, Made | ContentError) else ()
            if not isinstance(made, Made | ContentError | UsageError) or not all(
                isinstance(one, Problem) for one in problems
            ):
                raise _not_asked("geen stukken of meldingen")
        files = {name: data for made in given.values() if isinstance(made, Made) for name, data in _all(made)}
        papers, formats = self.wanted.documents or DOCUMENTS, self.wanted.formats or FORMATS
        expected = {f"{paper}.{suffix}" for paper in papers for suffix in formats}
        if strange := sorted(map(str, set(files) - expected)):
            raise _not_asked(f"'{shortened(strange[0])}'")
        total = sum(len(data) for made in given.values() if isinstance(made, Made) for _, data in _all(made))
        if total > MAX_CARRIED_BYTES:
            raise _not_asked(f"meer dan {MAX_CARRIED_BYTES // 1_000_000} MB")
        return given

    def _here(self, periode: Periode, made: MadeOrNot) -> MadeOrNot:
        """What was made there as if it were made here: in this folder, of which only what changed."""
        if not isinstance(made, Made):
            return made
        folder = self.wanted.folder(self.workspace, periode)
        try:
            if self.wanted.output is None:
                usable(self.workspace, folder)
            else:
                free(folder)
        except UsageError as error:
            return error
        record = BuildRecord.of(folder)
        changed = {
            name: data for name, data in made.files.items() if not record.holds([name], made.made_of[name])
        }
        problems = (*made.problems, *of_before(self.workspace, folder, record, made.papers, made.made_of))
        return replace(made, folder=folder, files=changed, problems=problems, opened=frozenset())


def _all(made: Made) -> Iterator[tuple[str, bytes]]:
    """The files with their names; raises UsageError where they are none, or not those that it speaks of."""
    of = made.made_of
    if set(of) != set(made.files) or not all(isinstance(one, str) for one in (*of.values(), *made.papers)):
        raise _not_asked("andere stukken dan het zelf noemt")
    for name, data in made.files.items():
        if not isinstance(name, str) or not isinstance(data, bytes):
            raise _not_asked("geen bestanden")
        yield name, data


def _not_asked(what: str) -> UsageError:
    return UsageError(
        f"een werker van het cluster gaf {what} terug, en dat was niet gevraagd; er is niets geschreven",
        "laat nakijken wie er op het cluster werkt",
    )


# --- on the worker -----------------------------------------------------------------------------


def make_for_another(
    content: Mapping[str, bytes], wanted: Wanted, versions: Mapping[str, str]
) -> dict[Periode, MadeOrNot]:
    """The files of all periods of a workspace whose content came from a machine with these versions.

    Raises MachineError where they are other than here. While it is being built, content stands where the
    cluster keeps its own files, which it throws away when it has to end a worker.
    """
    from distributed import get_worker

    if differing := _differing(versions, made_with()):
        raise _other_versions(differing)
    before = gc.get_threshold()
    search_memory_seldom()
    try:
        return make_from_bytes(content, wanted, Path(get_worker().local_directory))
    finally:
        gc.set_threshold(*before)  # the process does other people's work too


def _differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The names of what has another version there than here."""
    names = sorted((one.keys() | other.keys()) - {_ITS_OWN})
    return ["rapportage" if name == "own" else name for name in names if one.get(name) != other.get(name)]


# --- what may be wrong with a cluster ------------------------------------------------------------


def _client(address: str) -> Any:
    """A client of the scheduler there; raises MachineError where there is none."""
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise MachineError(
            "voor --executor is de uitbreiding 'dask' nodig, en die is niet geïnstalleerd",
            'installeer haar in de map van rapportage: .venv/bin/pip install ".[dask]"',
        ) from None
    encrypted = bool(dask.config.get("distributed.comm.require-encryption", False))
    try:
        _knock(address, speaks_first=not encrypted)
        there = f"{'tls' if encrypted else 'tcp'}://{address}"
        return _answered(
            lambda: Client(there, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
        )
    except Exception as error:
        raise MachineError(
            f"op {address} antwoordt geen dask-cluster",
            "controleer host en poort (die van de scheduler, meestal 8786), en of het cluster draait",
        ) from error


def _knock(address: str, *, speaks_first: bool) -> None:
    """Raise OSError where nobody listens, or one who says nothing: the library would not give up on that."""
    host, _, port = address.rpartition(":")
    with socket.create_connection((host.strip("[]"), int(port)), PATIENCE) as connection:
        if speaks_first and not connection.recv(1):
            raise ConnectionError


def _judge_versions(client: Any) -> None:
    """Raise MachineError where scheduler or workers have other versions than this machine."""
    found = _answered(lambda: client.get_versions(packages=["rapportage"]))
    here = found["client"]["packages"]
    for there in (found["scheduler"], *found["workers"].values()):
        packages = there["packages"] if isinstance(there, Mapping) else {}
        if packages.get("rapportage") is None:
            raise _lacking()
        if other := [name for name in _OURS if packages.get(name) != here.get(name)]:
            raise _other_versions(other)
    for versions in _answered(lambda: client.run(made_with, on_error="return")).values():
        if not isinstance(versions, Mapping):
            raise _lacking()
        if other := _differing(made_with(), versions):
            raise _other_versions(other)


def _lacking() -> MachineError:
    return MachineError(
        "op het cluster is rapportage niet te vinden",
        "installeer op de scheduler en op elke werker dezelfde versie als hier, met de uitbreiding 'dask'",
    )


def _other_versions(names: list[str]) -> MachineError:
    return MachineError(
        f"het cluster heeft een andere versie van {list_text(names)} dan deze computer",
        "geef beide dezelfde: installeer hier en daar uit hetzelfde requirements-dask.lock",
    )


def _without_workers() -> MachineError:
    return MachineError("het cluster heeft geen werkers", "start er een: dask worker HOST:POORT")


def _lost() -> ClusterLost:
    return ClusterLost(
        "de verbinding met het cluster is weg",
        "wat gebouwd heet, is af; geef de opdracht opnieuw als het cluster er weer is",
    )


def _of_cluster(error: Exception) -> MachineError | None:
    """What the cluster's own errors say, in Dutch."""
    from distributed import KilledWorker

    if isinstance(error, KilledWorker):
        return ProcessLost(
            "de werkers van het cluster die dit bouwden, zijn telkens halverwege gestopt",
            "waarschijnlijk is het geheugen er vol: geef de werkers meer, of bouw deze werkmap hier",
        )
    if isinstance(error, ModuleNotFoundError) and "rapportage" in str(error):
        return _lacking()
    return None


@contextmanager
def _told() -> Iterator[None]:
    """Tell what the library raises for a cluster that falters, in Dutch."""
    try:
        yield
    except (OSError, RuntimeError):  # the library's, for a scheduler that is gone; and TimeoutError is one
        raise _lost() from None


def _answered(ask: Callable[[], Answer]) -> Answer:
    """What is answered; raises TimeoutError where that takes long, since the library may wait without end."""
    answer: Future[Answer] = Future()

    def wait_for_it() -> None:
        try:
            answer.set_result(ask())
        except Exception as error:
            answer.set_exception(error)

    Thread(target=wait_for_it, daemon=True).start()
    return answer.result(2 * PATIENCE)


@contextmanager
def _quiet() -> Iterator[None]:
    """Let the library say nothing itself meanwhile: it speaks English, and of its own parts."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
