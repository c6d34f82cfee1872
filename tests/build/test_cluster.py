"""A cluster builds many workspaces, and what it says and gives back is judged; `hostile/test_dask.py` has a real one."""

from __future__ import annotations

import shutil
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from where import WORKSPACES

from rapportage.build import cluster
from rapportage.build.cluster import Cluster, address_of, build_on
from rapportage.build.from_bytes import content_of, make_from_bytes
from rapportage.build.many import Built
from rapportage.build.run import Made, build
from rapportage.cache import made_with
from rapportage.cli import main, many
from rapportage.errors import MachineError, UsageError
from rapportage.periode import Periode, parse_periode
from rapportage.workspace import Wanted, Workspace, workspaces_in

PERIODE = parse_periode("2024-H1")
QUICK = Wanted(("docx",), ("raadsvoorstel",), engine="typst")
PAPER = "raadsvoorstel.docx"


class Client:
    """What a cluster of so many workers, with these versions, tells of itself."""

    def __init__(self, workers: int = 2, **versions: Any) -> None:
        self.workers = workers
        self.versions = {"rapportage": "0.1.0", "distributed": "1", "dask": "1"} | versions
        self.made_with: Any = made_with()
        self.left: list[float] = []

    def scheduler_info(self) -> Mapping[str, Any]:
        return {"workers": dict.fromkeys(range(self.workers))}

    def wait_for_workers(self, number: int, patience: float) -> None:
        if self.workers < number and patience:
            raise TimeoutError

    def get_versions(self, packages: list[str]) -> Mapping[str, Any]:
        assert packages == ["rapportage"]
        here = {"packages": {"rapportage": "0.1.0", "distributed": "1", "dask": "1"}}
        return {"client": here, "scheduler": here, "workers": {"w": {"packages": self.versions}}}

    def run(self, function: Callable[[], object], on_error: str) -> Mapping[str, Any]:
        assert (function, on_error) == (made_with, "return")
        return {"w": self.made_with}

    def get_executor(self, pure: bool) -> Executor:
        assert not pure
        return Here()

    def close(self, timeout: float) -> None:
        self.left.append(timeout)


@dataclass
class Here(Executor):
    """Does the work at once, in this process; where there is an `instead`, it tells what comes of it."""

    instead: Callable[[dict[Periode, Any]], object] | None = None

    def submit(self, work: Any, /, *given: Any, **named: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(self.instead(kept()) if self.instead else work(*given, **named))
        except CancelledError:
            done.cancel()
            done.set_running_or_notify_cancel()
        except Exception as error:
            done.set_exception(error)
        return done


@cache
def kept() -> dict[Periode, Any]:
    """What comes of the small workspace, made once."""
    return make_from_bytes(content_of(Workspace(WORKSPACES / "klein")), QUICK)


@pytest.fixture(autouse=True)
def on_a_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A worker's own folder, without the library that says where it is."""
    fake = SimpleNamespace(
        get_worker=lambda: SimpleNamespace(local_directory=str(tmp_path)), KilledWorker=Killed
    )
    monkeypatch.setitem(sys.modules, "distributed", fake)


class Killed(Exception):
    pass


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A folder with a sound workspace and one with a mistake."""
    for name in ("aa", "bb"):
        shutil.copytree(WORKSPACES / "klein", tmp_path / "werkmappen" / name)
    (tmp_path / "werkmappen/bb/content/2024-H1/rapportage.yaml").write_text("titel: [\n", "utf-8")
    return tmp_path / "werkmappen"


def built_of(folder: Path, executor: Executor, wanted: Wanted = QUICK) -> dict[str, Built]:
    return {
        one.name: one
        for one in build_on(Cluster(Client(), executor), workspaces_in(folder)[0], wanted)  # a stand-in
    }


def test_what_a_cluster_makes_stands_here_as_if_it_were_made_here(two: Path, tmp_path: Path) -> None:
    built = built_of(two, Here())
    assert {name: one.error for name, one in built.items()} == {"aa": None, "bb": None}
    (made,) = built["aa"].outcomes
    assert made.files == (two / "aa/output/2024-H1" / PAPER,)
    ordinary = build(Workspace(WORKSPACES / "klein"), PERIODE, replace(QUICK, output=tmp_path / "gewoon"))
    assert made.files[0].read_bytes() == ordinary.files[0].read_bytes()
    assert [(one.at.file, one.at.line) for one in built["bb"].outcomes[0].problems] == [
        ("content/2024-H1/rapportage.yaml", 2)
    ]
    # The record is as of a build here: nothing is written again, and what is of another format is told.
    before = made.files[0].stat()
    (two / "aa/output/2024-H1/raadsvoorstel.pdf").write_bytes(b"van eerder")
    (again,) = built_of(two, Here())["aa"].outcomes
    assert made.files[0].stat() == before
    assert "oud-stuk" in [one.rule for one in again.problems]


def test_what_stands_in_the_way_here_is_told_of_that_period_and_files_go_where_they_were_asked(
    two: Path, tmp_path: Path
) -> None:
    (two / "aa/output").write_text("geen map", "utf-8")
    (outcome,) = built_of(two, Here(lambda made: made))["aa"].outcomes
    assert isinstance(outcome.error, UsageError)
    assert outcome.error.message == "'output' is een bestand, en hier hoort een map te staan"
    elsewhere = tmp_path / "elders"
    (outcome,) = built_of(two, Here(lambda made: made), replace(QUICK, output=elsewhere))["aa"].outcomes
    assert outcome.files == (elsewhere / "aa/2024-H1" / PAPER,)
    assert outcome.files[0].read_bytes() == kept()[PERIODE].files[PAPER]


def other_files(change: Callable[[Made], Made]) -> Callable[[dict[Periode, Any]], object]:
    return lambda made: {when: change(one) if isinstance(one, Made) else one for when, one in made.items()}


def named(name: Any, data: Any = b"x") -> Callable[[dict[Periode, Any]], object]:
    return other_files(lambda made: replace(made, files={name: data}, made_of={name: "x"}))


@pytest.mark.parametrize(
    ("instead", "what"),
    [
        (named("../../../uit.docx"), "'../../../uit.docx'"),
        (named("/tmp/uit.docx"), "'/tmp/uit.docx'"),
        (named("bijlage.docx"), "'bijlage.docx'"),
        (named(PAPER, "geen bytes"), "geen bestanden"),
        (named(PAPER, bytes(200_000_001)), "meer dan 200 MB"),
        (other_files(lambda made: replace(made, made_of={})), "andere stukken dan het zelf noemt"),
        (lambda _: {parse_periode("2024-H2"): kept()[PERIODE]}, "andere perioden dan er staan"),
        (lambda _: {}, "andere perioden dan er staan"),
        (lambda _: "iets", "andere perioden dan er staan"),
        (lambda _: {PERIODE: "iets"}, "geen stukken of meldingen"),
        (other_files(lambda made: replace(made, problems=("iets",))), "geen stukken of meldingen"),  # type: ignore[arg-type]
    ],
    ids=["up", "absolute", "unasked", "text", "large", "unmade", "other", "none", "thing", "odd", "told"],
)
def test_what_was_not_asked_for_is_refused_and_nothing_is_written(
    instead: Callable[[dict[Periode, Any]], object], what: str, two: Path
) -> None:
    error = built_of(two, Here(instead))["aa"].error
    assert isinstance(error, UsageError)
    assert error.message == (
        f"een werker van het cluster gaf {what} terug, en dat was niet gevraagd; er is niets geschreven"
    )
    assert not (two / "aa/output").exists()
    assert list(two.parent.glob("uit*")) == []


def raising(error: Exception) -> Callable[[dict[Periode, Any]], object]:
    def instead(_: dict[Periode, Any]) -> object:
        raise error

    return instead


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Killed(), "de werkers van het cluster die dit bouwden, zijn telkens halverwege gestopt"),
        (MachineError("de schijf is vol"), "op een werker van het cluster: de schijf is vol"),
        (ModuleNotFoundError("No module named 'rapportage'"), "op het cluster is rapportage niet te vinden"),
    ],
    ids=["killed", "machine", "lacking"],
)
def test_what_befalls_one_on_a_worker_keeps_no_other_from_being_built(
    error: Exception, told: str, two: Path
) -> None:
    built = built_of(two, Here(raising(error)))
    assert list(built) == ["aa", "bb"]
    assert isinstance(built["aa"].error, MachineError)
    assert built["aa"].error.message == told


def test_a_worker_of_another_version_that_comes_later_builds_nothing(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, other = made_with(), made_with() | {"weasyprint": "1", "own": "2"}
    without_pango = made_with() | {"text": ""}
    monkeypatch.setattr(cluster, "made_with", iter([here, other, here, without_pango]).__next__)
    monkeypatch.setattr(cluster, "make_from_bytes", lambda *_: kept())
    built = built_of(two, Here())
    error = built["aa"].error
    assert isinstance(error, MachineError)
    assert "andere versie van rapportage en weasyprint dan deze computer" in error.message
    assert built["bb"].error is None  # text libraries are only for who lays out


def test_a_cluster_that_is_lost_is_told_once_and_what_was_not_built_with_it(
    two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    class Falling(Here):
        def submit(self, work: Any, /, *given: Any, **named: Any) -> Future[Any]:
            done = super().submit(work, *given, **named)
            self.instead = raising(CancelledError())
            return done

    shutil.copytree(two / "aa", two / "cc")
    told = many._build_each(
        two, QUICK, lambda found: build_on(Cluster(Client(1), Falling(lambda made: made)), found, QUICK)
    )
    said = capfd.readouterr()
    assert said.out == "aa: 2024-H1 gebouwd\n"
    assert said.err == (
        "rapportage: de verbinding met het cluster is weg\n"
        "    wat gebouwd heet, is af; geef de opdracht opnieuw als het cluster er weer is\n"
        "1 van 3 werkmappen gebouwd.\n"
        "Niet of niet helemaal gebouwd: bb en cc. Herstel de fouten en probeer het opnieuw.\n"
    )
    assert told == 3


def test_a_cluster_whose_workers_leave_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cluster, "_LOOK_AGAIN", 0.01)
    monkeypatch.setattr(cluster, "PATIENCE", 0.02)
    with pytest.raises(MachineError, match="het cluster heeft geen werkers"):
        Cluster(Client(0), Here()).first_done({Future(): ""})


# --- before anything goes out -------------------------------------------------------------------

OTHER = "het cluster heeft een andere versie van {} dan deze computer"


@pytest.mark.parametrize(
    ("client", "told"),
    [
        (Client(0), "het cluster heeft geen werkers"),
        (Client(rapportage=None), "op het cluster is rapportage niet te vinden"),
        (Client(distributed="2", dask="2"), OTHER.format("distributed en dask")),
        (Client(rapportage="0.0.9"), OTHER.format("rapportage")),
    ],
    ids=["no-workers", "lacking", "dask", "rapportage"],
)
def test_a_cluster_that_cannot_build_is_told_before_content_goes_there(
    client: Client, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_client", lambda _: client)
    with pytest.raises(MachineError) as error, cluster.cluster_at("dask://rekenserver:8786"):
        pass
    assert error.value.message == told
    assert client.left


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (made_with() | {"jinja2": "2"}, OTHER.format("jinja2")),
        (made_with() | {"own": "andere code"}, OTHER.format("rapportage")),
        (ModuleNotFoundError(), "op het cluster is rapportage niet te vinden"),
    ],
    ids=["library", "code", "lacking"],
)
def test_workers_with_other_code_or_libraries_are_told(
    there: Any, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    client.made_with = there
    monkeypatch.setattr(cluster, "_client", lambda _: client)
    with pytest.raises(MachineError) as error, cluster.cluster_at("dask://rekenserver:8786"):
        pass
    assert error.value.message == told


@pytest.mark.parametrize(
    ("address", "found"),
    [("dask://rekenserver:8786", "rekenserver:8786"), ("dask://[::1]:8786", "[::1]:8786")],
)
def test_an_address_names_host_and_port(address: str, found: str) -> None:
    assert address_of(address) == found


@pytest.mark.parametrize(
    "address",
    [
        "",
        "rekenserver:8786",
        "dask://rekenserver",
        "dask://:8786",
        "dask://a:0",
        "dask://a:65536",
        "tcp://a:1",
    ],
)
def test_what_is_no_address_is_told_with_an_example(address: str) -> None:
    with pytest.raises(UsageError) as error:
        address_of(address)
    assert error.value.message == f"'{address}' is geen adres van een cluster"
    assert "dask://rekenserver:8786" in (error.value.hint or "")


@pytest.fixture
def silent() -> Iterator[int]:
    """A port at which somebody lets in and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_nobody_and_one_who_says_nothing_are_told_alike_and_soon(
    two: Path, silent: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.05)
    monkeypatch.setitem(sys.modules, "dask", SimpleNamespace(config=SimpleNamespace(get=lambda *_: False)))
    sys.modules["distributed"].Client = None  # type: ignore[attr-defined]  # is not asked
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = server.getsockname()[1]
    for port in (silent, closed):
        with pytest.raises(SystemExit) as end:
            main(["build", "--all", "--workspaces", str(two), "--executor", f"dask://127.0.0.1:{port}"])
        assert capfd.readouterr().err == (
            f"rapportage: op 127.0.0.1:{port} antwoordt geen dask-cluster\n"
            "    controleer host en poort (die van de scheduler, meestal 8786), en of het cluster draait\n"
        )
        assert end.value.code == 3


def test_without_the_extra_the_command_that_brings_it_is_told(
    two: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SystemExit) as end:
        main(["build", "--all", "--workspaces", str(two), "--executor", "dask://127.0.0.1:8786"])
    assert capfd.readouterr().err == (
        "rapportage: voor --executor is de uitbreiding 'dask' nodig, en die is niet geïnstalleerd\n"
        '    installeer haar in de map van rapportage: .venv/bin/pip install ".[dask]"\n'
    )
    assert end.value.code == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            "2024-H1",
            "--executor laat een cluster veel werkmappen bouwen, en gaat alleen samen met --workspaces",
        ),
        ("--all --workspaces . --jobs 2", "--executor en --jobs gaan niet samen"),
        ("--all --workspaces . --timings", "--executor en --timings gaan niet samen"),
    ],
)
def test_what_does_not_go_with_a_cluster_is_told(
    arguments: str, told: str, two: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(two)
    with pytest.raises(SystemExit) as end:
        main(["build", *arguments.split(), "--executor", "dask://127.0.0.1:8786"])
    assert capfd.readouterr().err.startswith(f"rapportage: {told}\n")
    assert end.value.code == 2
