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
from threading import Timer
from typing import Any

import pytest
from where import TESTS

from rapportage.build.processes import Crew, Line, ProcessLost, Work, cores
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


def process(seconds: float = 0) -> int:
    """Which process this is, after so long."""
    time.sleep(seconds)
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


def gone(is_gone: Callable[[], bool]) -> bool:
    """Whether it is so within ten seconds."""
    until = time.monotonic() + 10
    while not is_gone() and time.monotonic() < until:
        time.sleep(0.05)
    return is_gone()


# --- lines -------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_gives_the_same_wherever_it_is_done(jobs: int) -> None:
    with Crew(jobs) as crew:
        line = crew.line()
        works = [line.do(f"helft van {number}", halved, number) for number in (1, 2, 13, 0, 4)]
        assert [work.result() for work in works[:2]] == [26, 13]
        with pytest.raises(ContentError) as told:
            works[2].result()
        assert told.value.problems == (
            Problem("fout", "dertien telt niet", PLACE, "neem een ander", "getal"),
        )
        with pytest.raises(ZeroDivisionError):
            works[3].result()
        assert works[4].result() == 6.5
    assert [step.name for step in crew.steps()] == ["helft van 1", "helft van 2", "helft van 4"]
    assert all(step.began <= step.ended for step in crew.steps())


def test_a_line_of_one_process_does_all_its_work_there_and_two_lines_work_beside_each_other() -> None:
    with Crew(2) as crew:
        one, other = crew.line(), crew.line()
        works = [
            line.do(name, process, 0.8) for name, line in (("een", one), ("weer", one), ("ander", other))
        ]
        first, second, third = [work.result() for work in works]
    assert first == second != third
    assert os.getpid() not in {first, third}
    steps = {step.name: step for step in crew.steps()}
    assert steps["ander"].began < steps["een"].ended <= steps["weer"].began


def test_one_job_means_no_other_process_and_nothing_is_done_before_it_is_asked_for() -> None:
    with Crew(1) as crew:
        line = crew.line()
        line.do("niet nodig", leave)
        assert line.do("proces", process).result() == os.getpid()


@pytest.mark.parametrize("refusal", [OSError(11, "no more processes"), NotImplementedError(), ImportError()])
def test_where_the_system_allows_no_other_process_the_work_is_done_here(
    refusal: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise refusal

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", refuse)
    with Crew(2) as crew:
        line = crew.line()
        assert [line.do("proces", process).result() for _ in range(2)] == [os.getpid()] * 2


def test_no_process_is_left_when_the_crew_is_done() -> None:
    with Crew(2) as crew:
        line = crew.line()
        number = line.do("proces", process).result()
        line.do("lang", process, 60)
        began = time.perf_counter()
    assert time.perf_counter() - began < 5
    assert str(number) not in {path.name for path in running()}


def answer(line: Connection) -> None:
    """Give back what is sent, once."""
    line.send(line.recv())


def test_a_process_that_another_started_here_outlives_the_crew() -> None:
    ours, theirs = Pipe()
    other = get_context("spawn").Process(target=answer, args=(theirs,))
    other.start()
    theirs.close()
    with Crew(2) as crew:
        crew.line().do("proces", process).result()
    ours.send("nog hier")
    assert ours.recv() == "nog hier"
    other.join()
    assert other.exitcode == 0


def leave_while_it_is_sent() -> bytes:
    """Much, and an end as the system makes it while that is on its way."""
    Timer(0.02, leave).start()
    return bytes(100_000_000)


@pytest.mark.parametrize("work", [leave, leave_while_it_is_sent])
def test_a_process_that_the_system_takes_away_is_told_with_a_way_out(work: Callable[[], object]) -> None:
    with Crew(2) as crew:
        line = crew.line()
        with pytest.raises(ProcessLost, match="'opmaken' is halverwege gestopt") as told:
            line.do("opmaken", work).result()
        assert told.value.hint == "sluit andere programma's, of bouw met --jobs 1"
        with pytest.raises(ProcessLost, match="'schrijven' is halverwege gestopt"):
            line.do("schrijven", process).result()


def test_a_crew_that_is_left_while_much_is_sent_does_not_wait_for_it() -> None:
    for delay in (0.0, 0.005, 0.01, 0.02, 0.03):
        with Crew(2) as crew:
            line = crew.line()
            line.do("eerst", process).result()
            line.do("veel", bytes, 40_000_000)
            time.sleep(delay)
            began = time.perf_counter()
        assert time.perf_counter() - began < 5


def keep_a_file() -> str:
    """What work keeps on disk, and had no time to throw away."""
    return tempfile.mkdtemp()


def test_what_a_process_had_on_disk_is_gone_with_it() -> None:
    with Crew(2) as crew:
        kept = Path(crew.line().do("map", keep_a_file).result())
        assert kept.is_dir()
    assert not kept.parent.exists()


ORPHAN = """
import os, sys, time
sys.path[:0] = sys.argv[1:]
from test_processes import process
from rapportage.build.processes import Crew
if __name__ == "__main__":
    crew = Crew(2)
    print(crew.line().do("proces", process).result(), flush=True)
    time.sleep(60)
"""


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
    assert gone(lambda: str(number) not in {path.name for path in running()})


SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">
<filter id="f"><feMorphology operator="dilate" radius="4000"/></filter>
<rect width="900" height="900" filter="url(#f)"/></svg>"""
DRAWN = f"""
from rapportage.figures import raster
raster.MOST_SECONDS = 3600
raster.draw_bounded({SVG.encode()!r}, 900, 900)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it goes on until its time is over")
def test_what_draws_an_svg_for_hours_ends_when_the_one_that_wants_it_is_killed() -> None:
    run = subprocess.Popen([sys.executable, "-c", DRAWN], start_new_session=True)
    assert gone(lambda: sum(group(path) == run.pid for path in running()) == 2)
    run.kill()
    run.communicate()
    assert gone(partial(no_process_of, run.pid))


def test_modules_beside_the_user_are_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("multiprocessing", "weasyprint", "pickle", "signal"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('wrong module')", "utf-8")
    monkeypatch.chdir(tmp_path)
    with Crew(2) as crew:
        found = crew.line().do("pad", on_the_path).result()
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


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_build_gives_the_same_bytes_however_it_is_divided(
    jobs: int, klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for count in (1, jobs):
        monkeypatch.setenv(ENVIRONMENT, str(tmp_path / f"cache-{count}"))
        with Crew(count) as crew:
            build(Workspace(klein), PERIODE, Wanted(output=tmp_path / str(count)), crew)
    assert len(contents(tmp_path / "1")) == 4
    assert contents(tmp_path / "1") == contents(tmp_path / str(jobs))


def test_what_is_wrong_with_the_layout_of_both_papers_is_told_at_once(klein: Path) -> None:
    css = klein / "templates/document.css"
    css.parent.mkdir()
    css.write_text("p { colour: red }", "utf-8")
    for jobs in (1, 2):
        with Crew(jobs) as crew, pytest.raises(ContentError) as told:
            make(Workspace(klein), PERIODE, EVERYTHING, crew, crew.line())
        assert [str(one.at) for one in told.value.problems] == ["bijlage.pdf", "raadsvoorstel.pdf"]


def test_all_periods_are_built_and_one_with_a_mistake_keeps_no_other_from_it(
    klein: Path, tmp_path: Path
) -> None:
    workspace = Workspace(klein)
    shutil.copytree(klein / "content/2024-H1", klein / "content/2023-H2")
    (klein / "content/2023-H2/rapportage.yaml").write_text("titel: [\n", "utf-8")
    found = {}
    for jobs in (1, 2):
        output = tmp_path / str(jobs)
        with Crew(jobs) as crew:
            broken, sound = build_all(workspace, workspace.periods(), Wanted(output=output), crew)
        assert isinstance(broken.error, ContentError)
        assert {one.at.file for one in broken.problems} == {"content/2023-H2/rapportage.yaml"}
        assert (broken.files, sound.error, sound.problems) == ((), None, ())
        assert all(path.is_relative_to(output / "2024-H1") for path in sound.files)
        found[jobs] = contents(output)
    assert len(found[1]) == 4
    assert found[1] == found[2]


def test_a_period_whose_process_was_lost_is_built_once_more(
    klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = Line.do, []

    def do(line: Line, name: str, *given: Any, **named: Any) -> Work[Any]:
        asked.append(name)
        if asked != ["2024-H1"]:
            return real(line, name, *given, **named)
        lost: Work[Any] = Work(name, Future())
        lost.future.set_exception(BrokenExecutor())
        return lost

    monkeypatch.setattr(Line, "do", do)
    with Crew() as crew:
        wanted = Wanted(("docx",), ("raadsvoorstel",), tmp_path)
        (outcome,) = build_all(Workspace(klein), [PERIODE], wanted, crew)
    assert (outcome.error, [path.name for path in outcome.files]) == (None, ["raadsvoorstel.docx"])
    assert asked.count("2024-H1") == 2


def test_what_is_wrong_with_a_layout_says_of_which_period(klein: Path) -> None:
    css = klein / "templates/document.css"
    css.parent.mkdir()
    css.write_text("p { colour: red }", "utf-8")
    with Crew() as crew:
        (outcome,) = build_all(Workspace(klein), [PERIODE], EVERYTHING, crew)
    assert [str(one.at) for one in outcome.problems] == ["2024-H1/bijlage.pdf", "2024-H1/raadsvoorstel.pdf"]


def test_a_period_without_a_paper_that_is_wanted_is_built_without_it(klein: Path, tmp_path: Path) -> None:
    wanted = Wanted(("docx",), ("raadsvoorstel", "raadsbesluit"), tmp_path)
    with Crew() as crew:
        (outcome,) = build_all(Workspace(klein), [PERIODE], wanted, crew)
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

    with Crew(progress=press) as crew, pytest.raises(KeyboardInterrupt):
        build_all(Workspace(klein), [PERIODE], Wanted(("docx",)), crew)
    assert not (klein / "output").exists()  # before the first was replaced
    with undisturbed():
        signal.raise_signal(signal.SIGINT)
    assert heard == ["2024-H1 bouwen", "bestanden op hun plaats zetten"]


COMMAND = [sys.executable, "-c", "from rapportage.cli import main; main()"]


@pytest.mark.parametrize("arguments", [["2024-H1"], ["--all"]])
def test_interrupting_leaves_no_process_and_no_traceback(
    arguments: list[str], klein: Path, tmp_path: Path
) -> None:
    shutil.copytree(klein / "content/2024-H1", klein / "content/2023-H2")
    for number, delay in enumerate((0.0, 0.04, 0.08, 0.12, 0.16, 0.2, 0.3, 0.5)):
        process = subprocess.Popen(
            [*COMMAND, "build", *arguments, "--jobs", "2"],
            cwd=klein,
            env=os.environ | {ENVIRONMENT: str(tmp_path / f"cache-{number}")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        assert process.stderr
        assert process.stderr.readline().startswith("2")
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: all of them hear it
        time.sleep(0.2)
        if process.poll() is None:  # it may not be heard while a process is being started
            os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert "Traceback" not in err, delay
        assert err.splitlines()[-1] == "Afgebroken; er is niets gewijzigd."
        assert process.returncode == 130
        assert not (klein / "output").exists()
        assert gone(partial(no_process_of, process.pid))
