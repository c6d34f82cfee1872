"""Work that is divided over processes gives the same as work that is not, and leaves nothing behind."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from published import Published
from where import PATIENCE, TESTS, WORKSPACES

from rapportage.build import processes as processes_module
from rapportage.build.processes import Processes, ProcessLost, Work, Worker, cores, first_done
from rapportage.build.run import build, build_all, make
from rapportage.cache import ENVIRONMENT
from rapportage.ctrl_c import undisturbed
from rapportage.errors import ContentError, MachineError, Place, Problem, UsageError, refusal
from rapportage.periode import parse_periode
from rapportage.workspace import EVERYTHING, Wanted, Workspace

PERIODE = parse_periode("2024-H1")
PLACE = Place("content/x.yaml", 3, 4)


def halved(number: int) -> float:
    """Half of the number, as far as it has any."""
    if number == 13:
        raise refusal("dertien telt niet", PLACE, "neem een ander", "getal")
    return 26 / number


def process() -> int:
    """Which process this is."""
    return os.getpid()


def for_hours(begun: Path) -> None:
    """Work that is not done before all tests are, and that says when it has begun."""
    begun.touch()
    time.sleep(36_000)


def meet(here: Path, there: Path) -> int:
    """Which process this is, once another has come to the same point."""
    here.touch()
    assert soon(there.exists)
    return os.getpid()


def leave() -> None:
    """End as a process does that the system takes away."""
    os._exit(9)


def on_the_path() -> list[str]:
    """Where modules are looked for."""
    return sys.path


def running() -> list[Path]:
    """The processes that there are, by their folders in /proc; not those that ended and nobody asked after."""
    return [path for path in Path("/proc").glob("[0-9]*") if state(path)[:1] not in ([], ["Z"])]


def state(path: Path) -> list[str]:
    """What the system tells of a process behind its name: its state, its parent, its group, and more."""
    try:
        return (path / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return []


def group(path: Path) -> int:
    return int((state(path) + ["0"] * 3)[2])


def no_process_of(pgid: int) -> bool:
    return all(group(path) != pgid for path in running())


def soon(is_so: Callable[[], bool]) -> bool:
    """Whether it becomes so; a machine has to be very busy to take as long as this waits."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


# --- workers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_gives_the_same_wherever_it_is_done(jobs: int) -> None:
    with Processes(jobs) as processes:
        worker = processes.worker()
        works = [worker.do(f"helft van {number}", halved, number) for number in (1, 2, 13, 0, 4)]
        assert [work.result() for work in works[:2]] == [26, 13]
        with pytest.raises(ContentError) as told:
            works[2].result()
        assert told.value.problems == (
            Problem("fout", "dertien telt niet", PLACE, "neem een ander", "getal"),
        )
        with pytest.raises(ZeroDivisionError):
            works[3].result()
        assert works[4].result() == 6.5
    assert [step.name for step in processes.steps()] == ["helft van 1", "helft van 2", "helft van 4"]
    assert all(step.began <= step.ended for step in processes.steps())


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_result_that_is_asked_for_again_is_a_fault_and_no_wait_without_end(jobs: int) -> None:
    with Processes(jobs) as processes:
        work = processes.worker().do("helft", halved, 4)
        assert work.result() == 6.5
        with pytest.raises(RuntimeError, match="the result of 'helft' was taken before"):
            work.result()


@pytest.mark.slow
def test_a_worker_of_one_process_does_all_its_work_there_and_two_workers_work_beside_each_other(
    tmp_path: Path,
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    with Processes(2) as processes:
        one, other = processes.worker(), processes.worker()
        works = [
            one.do("een", meet, here, there),
            one.do("weer", process),
            other.do("ander", meet, there, here),
        ]
        first, second, third = [work.result() for work in works]
    assert first == second != third
    assert os.getpid() not in {first, third}
    steps = {step.name: step for step in processes.steps()}
    assert steps["een"].ended <= steps["weer"].began


def test_one_job_means_no_other_process_and_nothing_is_done_before_it_is_asked_for() -> None:
    with Processes(1) as processes:
        worker = processes.worker()
        worker.do("niet nodig", leave)
        assert worker.do("proces", process).result() == os.getpid()


@pytest.mark.parametrize("refusal", [OSError(11, "no more processes"), NotImplementedError(), ImportError()])
def test_where_the_system_allows_no_other_process_the_work_is_done_here(
    refusal: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise refusal

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", refuse)
    with Processes(2) as processes:
        worker = processes.worker()
        assert [worker.do("proces", process).result() for _ in range(2)] == [os.getpid()] * 2


def test_no_process_is_left_when_a_command_is_done_also_when_its_work_is_not(tmp_path: Path) -> None:
    with Processes(2) as processes:
        worker = processes.worker()
        number = worker.do("proces", process).result()
        worker.do("lang", for_hours, tmp_path / "begun")
        assert soon((tmp_path / "begun").exists)
    assert str(number) not in {path.name for path in running()}


def answer(line: Connection) -> None:
    """Give back what is sent, once."""
    line.send(line.recv())


@pytest.mark.slow
def test_a_process_that_another_started_here_outlives_the_command() -> None:
    ours, theirs = Pipe()
    other = get_context("spawn").Process(target=answer, args=(theirs,))
    other.start()
    theirs.close()
    with Processes(2) as processes:
        processes.worker().do("proces", process).result()
    ours.send("nog hier")
    assert ours.recv() == "nog hier"
    other.join()
    assert other.exitcode == 0


def send_in_part(part: float, after: Callable[[], object]) -> bytes:
    """Much, of which only this part is sent before something else happens."""
    # What writes the bytes is private, and has no types.
    whole = Connection._send  # type: ignore[attr-defined]

    def send(self: Connection, data: bytes, *_: object) -> None:
        if len(data) < 1_000_000:  # how much there will be
            whole(self, data)
            return
        whole(self, data[: int(part * len(data))])
        after()

    Connection._send = send  # type: ignore[attr-defined]
    return bytes(10_000_000)


PARTS = (0.0, 0.5, 0.9)
"""How much of a result has been sent when something happens."""


@pytest.mark.parametrize(
    "work",
    [
        leave,
        *(pytest.param(partial(send_in_part, part, leave), marks=pytest.mark.slow) for part in PARTS),
    ],
)
def test_a_process_that_the_system_takes_away_is_told_with_a_way_out(work: Callable[[], object]) -> None:
    with Processes(2) as processes:
        worker = processes.worker()
        with pytest.raises(ProcessLost, match="'opmaken' is halverwege gestopt") as told:
            worker.do("opmaken", work).result()
        assert told.value.hint == "sluit andere programma's, of bouw met --jobs 1"
        with pytest.raises(ProcessLost, match="'schrijven' is halverwege gestopt"):
            worker.do("schrijven", process).result()


@pytest.mark.parametrize("waited_for", [lambda one: one.result(), lambda one: first_done([one])])
def test_ctrl_c_is_heeded_while_others_work_also_where_waiting_is_deaf_to_it(
    monkeypatch: pytest.MonkeyPatch, waited_for: Callable[[Work[Any]], object]
) -> None:
    looks = 0

    def heard_at_last() -> None:
        nonlocal looks
        looks += 1
        if looks > 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(processes_module, "heed", heard_at_last)
    monkeypatch.setattr(processes_module, "_MOMENT", 0.001)
    with pytest.raises(KeyboardInterrupt):
        waited_for(Work("nooit klaar", Future()))


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_leaving_while_much_is_sent_does_not_wait_for_it(part: float, tmp_path: Path) -> None:
    with Processes(2) as processes:
        processes.worker().do("veel", send_in_part, part, partial(for_hours, tmp_path / "begun"))
        assert soon((tmp_path / "begun").exists)


def keep_a_file() -> str:
    """What work keeps on disk, and had no time to throw away."""
    return tempfile.mkdtemp()


@pytest.mark.slow
def test_what_a_process_had_on_disk_is_gone_with_it() -> None:
    with Processes(2) as processes:
        kept = Path(processes.worker().do("map", keep_a_file).result())
        assert kept.is_dir()
    assert not kept.parent.exists()


ORPHAN = """
import os, sys, time
sys.path[:0] = sys.argv[1:]
from test_processes import process
from rapportage.build.processes import Processes
if __name__ == "__main__":
    processes = Processes(2)
    print(processes.worker().do("proces", process).result(), flush=True)
    time.sleep(36_000)
"""


@pytest.mark.slow
def test_a_process_ends_when_the_one_that_it_works_for_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(ORPHAN, "utf-8")
    run = subprocess.Popen(
        [sys.executable, str(program), str(TESTS), str(TESTS / "build")], stdout=subprocess.PIPE, text=True
    )
    assert run.stdout
    number = int(run.stdout.readline())
    run.kill()
    run.communicate()
    assert soon(lambda: str(number) not in {path.name for path in running()})


SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">
<filter id="f"><feMorphology operator="dilate" radius="4000"/></filter>
<rect width="900" height="900" filter="url(#f)"/></svg>"""
DRAWN = f"""
from rapportage.figures import bounded, raster
bounded.MOST_SECONDS = 3600
raster.draw_bounded({SVG.encode()!r}, 900, 900)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it goes on until its time is over")
def test_what_draws_an_svg_for_hours_ends_when_the_one_that_wants_it_is_killed() -> None:
    run = subprocess.Popen([sys.executable, "-c", DRAWN], start_new_session=True)
    assert soon(lambda: sum(group(path) == run.pid for path in running()) == 2)
    run.kill()
    run.communicate()
    assert soon(partial(no_process_of, run.pid))


@pytest.mark.slow
def test_modules_beside_the_user_are_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("multiprocessing", "weasyprint", "pickle", "signal"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('wrong module')", "utf-8")
    monkeypatch.chdir(tmp_path)
    with Processes(2) as processes:
        found = processes.worker().do("pad", on_the_path).result()
    assert str(tmp_path) not in found
    assert "" not in found


@pytest.mark.parametrize(
    "error",
    [
        ContentError([Problem("fout", "dit", PLACE), Problem("waarschuwing", "dat", PLACE, "zo", "regel")]),
        UsageError("dit", "zo"),
        UsageError("dit"),
        MachineError("dit", "zo"),
    ],
)
def test_what_is_told_survives_the_way_back(error: ContentError | UsageError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert vars(back) == vars(error)
    assert str(back) == str(error)


def test_there_is_a_core_to_work_with() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


# --- builds ------------------------------------------------------------------------------------


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.slow
def test_a_build_gives_the_same_bytes_however_it_is_divided(
    klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, published: Published
) -> None:
    """What is published for the tests is built in two processes."""
    divided = {path.name: path.read_bytes() for path in published(WORKSPACES / "klein", "2024-H1")}
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "cache"))
    with Processes(1) as processes:
        build(Workspace(klein), PERIODE, Wanted(output=tmp_path / "alone"), processes)
    assert len(divided) == 4
    assert contents(tmp_path / "alone/2024-H1") == divided


def test_what_is_wrong_with_the_layout_of_both_papers_is_told_at_once(klein: Path) -> None:
    css = klein / "templates/document.css"
    css.parent.mkdir()
    css.write_text("@page { margin: 20mm }\np { colour: red }", "utf-8")
    for jobs in (1, 2):
        with Processes(jobs) as processes, pytest.raises(ContentError) as told:
            make(Workspace(klein), PERIODE, EVERYTHING, processes, processes.worker())
        places = [str(one.at) for one in told.value.problems]
        assert places == ["2024-H1/bijlage.pdf", "2024-H1/raadsvoorstel.pdf"]


@pytest.mark.slow
def test_all_periods_are_built_and_one_with_a_mistake_keeps_no_other_from_it(
    klein: Path, tmp_path: Path
) -> None:
    workspace = Workspace(klein)
    shutil.copytree(klein / "content/2024-H1", klein / "content/2024-H2")
    (klein / "content/2024-H2/rapportage.yaml").write_text("titel: [\n", "utf-8")
    found = {}
    for jobs in (1, 2):
        output = tmp_path / str(jobs)
        with Processes(jobs) as processes:
            wanted = Wanted((), ("raadsvoorstel",), output)
            sound, broken = build_all(workspace, workspace.periods(), wanted, processes)
        assert isinstance(broken.error, ContentError)
        assert {one.at.file for one in broken.problems} == {"content/2024-H2/rapportage.yaml"}
        assert (broken.files, sound.error, sound.problems) == ((), None, ())
        assert all(path.is_relative_to(output / "2024-H1") for path in sound.files)
        found[jobs] = contents(output)
    assert len(found[1]) == 2
    assert found[1] == found[2]


def test_a_period_whose_process_was_lost_is_built_once_more(
    klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = Worker.do, []

    def do(worker: Worker, name: str, *given: Any, **named: Any) -> Work[Any]:
        asked.append(name)
        if asked != ["2024-H1"]:
            return real(worker, name, *given, **named)
        lost: Work[Any] = Work(name, Future())
        lost.future.set_exception(BrokenExecutor())
        return lost

    monkeypatch.setattr(Worker, "do", do)
    with Processes() as processes:
        wanted = Wanted(("docx",), ("raadsvoorstel",), tmp_path)
        (outcome,) = build_all(Workspace(klein), [PERIODE], wanted, processes)
    assert (outcome.error, [path.name for path in outcome.files]) == (None, ["raadsvoorstel.docx"])
    assert asked.count("2024-H1") == 2


def test_what_is_wrong_with_a_layout_says_of_which_period_among_others(klein: Path) -> None:
    css = klein / "templates/document.css"
    css.parent.mkdir()
    css.write_text("@page { margin: 20mm }\np { colour: red }", "utf-8")
    with Processes() as processes:
        (outcome,) = build_all(Workspace(klein), [PERIODE], EVERYTHING, processes)
    assert [str(one.at) for one in outcome.problems] == ["2024-H1/bijlage.pdf", "2024-H1/raadsvoorstel.pdf"]


def test_a_period_without_a_paper_that_is_wanted_is_built_without_it(klein: Path, tmp_path: Path) -> None:
    wanted = Wanted(("docx",), ("raadsvoorstel", "raadsbesluit"), tmp_path)
    with Processes() as processes:
        (outcome,) = build_all(Workspace(klein), [PERIODE], wanted, processes)
    assert (outcome.error, [path.name for path in outcome.files]) == (None, ["raadsvoorstel.docx"])


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C is heard, also where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_ctrl_c_does_not_leave_some_periods_replaced(klein: Path) -> None:
    heard = []

    def press(step: str) -> None:
        heard.append(step)
        if step == "bestanden op hun plaats zetten":
            signal.raise_signal(signal.SIGINT)

    with Processes(progress=press) as processes, pytest.raises(KeyboardInterrupt):
        build_all(Workspace(klein), [PERIODE], Wanted(("docx",), ("raadsvoorstel",)), processes)
    assert not (klein / "output").exists()  # before the first was replaced
    with undisturbed():
        signal.raise_signal(signal.SIGINT)
    assert heard == ["2024-H1 bouwen", "bestanden op hun plaats zetten"]


COMMAND = [sys.executable, "-m", "rapportage", "build", "--jobs", "2"]
MOMENTS: dict[str, Callable[[int], bool]] = {
    "at its first line": lambda _: True,
    "with a process beside it": lambda pgid: sum(group(path) == pgid for path in running()) > 1,
    "with two and what watches them": lambda pgid: sum(group(path) == pgid for path in running()) > 3,
}
"""When to press, of a command that has told its first line."""


def press(run: subprocess.Popen[str], times: int | None) -> None:
    """Press Ctrl-C so many times, or until the command has ended; a terminal lets all its processes hear it."""
    while run.poll() is None and times != 0:
        os.killpg(run.pid, signal.SIGINT)
        times = times and times - 1


PRESSED = [
    *(("2024-H1", moment, times) for moment, times in zip(MOMENTS, (1, 10, None), strict=True)),
    *(("--all", moment, times) for moment, times in zip(MOMENTS, (None, 2, 10), strict=True)),
]
"""What is built, when Ctrl-C is pressed, and how often; None is until the command has ended."""


@pytest.mark.slow
@pytest.mark.parametrize(("what", "moment", "times"), PRESSED)
def test_interrupting_leaves_no_process_and_no_traceback(
    what: str, moment: str, times: int | None, klein: Path, tmp_path: Path
) -> None:
    shutil.copytree(klein / "content/2024-H1", klein / "content/2024-H2")
    (tmp_path / "tmp").mkdir()
    run = subprocess.Popen(
        [*COMMAND, what],
        cwd=klein,
        env=os.environ | {ENVIRONMENT: str(tmp_path / "cache"), "TMPDIR": str(tmp_path / "tmp")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert run.stderr
    assert run.stderr.readline().startswith("2")
    assert soon(lambda: MOMENTS[moment](run.pid))
    press(run, times)
    _, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 130
    assert err.splitlines()[-1] == "Afgebroken; er is niets gewijzigd."
    assert "Traceback" not in err
    assert "Error" not in err
    assert not (klein / "output").exists()
    assert soon(partial(no_process_of, run.pid))
    assert list((tmp_path / "tmp").iterdir()) == []
