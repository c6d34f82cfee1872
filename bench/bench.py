"""Measure what an adviser waits for, as multiples of the bare layout engine; `make bench` runs it.

B is the wall time of WeasyPrint alone, in a process of its own that starts cold, on the HTML and the
stylesheet of the real report, for the same kind of PDF. All rows are measured in turns in one run, so
that what else the machine does touches them alike; each is told as its median with the spread. What
takes long is measured in fewer turns. Writes `bench/results.json`, and the tables of `docs/snelheid.md`.

`PARTS` names some of what is measured (`short warm others long many`), to try it: then nothing is written.
"""

from __future__ import annotations

import compileall
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import bare
import tables
import warm
from forty import Workers, can_be_had, forty
from generated import PERIODE, longer, more_periods
from others import judged, others

ROOT = Path(__file__).resolve().parent.parent
CHAPTER = f"content/{PERIODE}/bijlage/europa.md"
RUNS = int(os.environ.get("RUNS", "5"))
FEWER = int(os.environ.get("FEWER", max(1, min(3, RUNS))))
"""The turns for what takes long."""
RAPPORTAGE = [str(Path(sys.executable).with_name("rapportage"))]
TIMES, PERIODS = 10, 10
EDITS = os.environ.get("EDITS", "1000")
"""So many more edits while a period is kept warm, to see what memory does."""
ALL_PARTS = "short", "warm", "others", "long", "many"
PARTS = os.environ.get("PARTS", "").split() or list(ALL_PARTS)
TYPST = "--engine", "typst"


@dataclass
class Row:
    """One thing to wait for: how it is made ready and run, and what was measured."""

    name: str
    commands: Sequence[Sequence[str]]
    folder: Path
    goal: float | None = None
    before: Callable[[], None] = lambda: None
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def run(self, environment: dict[str, str]) -> None:
        """Run it once, and keep its time and the most memory of any one process."""
        self.before()
        seconds, most = 0.0, 0.0
        for command in self.commands:
            began = time.perf_counter()
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            _, status, usage = os.wait4(process.pid, 0)
            seconds += time.perf_counter() - began
            most = max(most, usage.ru_maxrss / 1024)
            if status:
                raise SystemExit(f"failed: {self.name}")
        self.seconds.append(seconds)
        self.megabytes.append(most)

    def told(self, unit: float) -> dict[str, float | None]:
        """The median in this unit with the least and the most, the goal, seconds and megabytes."""
        return {
            "median": round(statistics.median(self.seconds) / unit, 3),
            "least": round(min(self.seconds) / unit, 3),
            "most": round(max(self.seconds) / unit, 3),
            "goal": self.goal,
            "seconds": round(statistics.median(self.seconds), 2),
            "megabytes": round(statistics.median(self.megabytes)),
        }


class Workspace:
    """A copy of the content, with an output folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.turn = 0
        shutil.copytree(ROOT / "content", root / "content")

    def build(self, *options: str) -> list[list[str]]:
        """The command that builds in it."""
        return [[*RAPPORTAGE, "build", *options]]

    def change(self) -> None:
        """Another sentence in one chapter."""
        self.turn += 1
        path = self.root / CHAPTER
        words = path.read_text("utf-8").split("\n\nZin ", 1)[0].rstrip("\n")
        path.write_text(f"{words}\n\nZin {self.turn} is erbij gezet.\n", "utf-8")

    def make(self, environment: dict[str, str], *options: str) -> None:
        """Build it, outside any measurement."""
        for command in self.build(PERIODE, *options):
            subprocess.run(command, cwd=self.root, env=environment, check=True, capture_output=True)

    def pages(self) -> int:
        """How many pages its bijlage has."""
        import pikepdf

        with pikepdf.open(self.root / "output" / PERIODE / "bijlage.pdf") as pdf:
            return len(pdf.pages)


class Bench:
    """Everything that is measured, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.environment = dict(os.environ) | {"RAPPORTAGE_CACHE": str(self.cache)}
        # As for who installed it: our own code was compiled before.
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        compileall.compile_dir(ROOT / "src", quiet=1)
        self.real = Workspace(folder / "real")
        self.long = Workspace(folder / "long")
        self.many = Workspace(folder / "many")
        self.forty = forty(folder / "forty")
        longer(self.long.root, TIMES)
        self.periods = more_periods(self.many.root, PERIODS)
        for name, workspace in (("real", self.real), ("long", self.long)):
            # In a process of its own: what this one holds would count as the memory of those it starts.
            subprocess.run(
                [sys.executable, bare.__file__, str(workspace.root), str(folder / name)], check=True
            )

    def bare(self, name: str) -> list[list[str]]:
        """The bare engine on the page of a workspace, with its pictures and fonts inside."""
        page = self.folder / name
        return [
            [
                sys.executable,
                "-c",
                bare.BARE,
                *(str(page / f"page.{kind}") for kind in ("html", "css", "pdf")),
            ]
        ]

    def forget(self, workspace: Workspace) -> Callable[[], None]:
        """No cache and no output."""

        def clear() -> None:
            shutil.rmtree(self.cache, ignore_errors=True)
            shutil.rmtree(workspace.root / "output", ignore_errors=True)

        return clear

    def short_rows(self) -> list[Row]:
        """What is measured RUNS times; each leaves things as the next one needs them."""
        root, build, check = self.real.root, self.real.build(PERIODE), [[*RAPPORTAGE, "check", PERIODE]]
        typst, change = self.real.build(PERIODE, *TYPST), self.real.change
        only = self.real.build(PERIODE, *TYPST, "--format", "pdf", "--document", "bijlage")
        cold = self.forget(self.real)
        return [
            Row("B, the bare engine", self.bare("real"), root, 1.0),
            Row("typst: only the PDF, cold cache", only, root, None, cold),
            Row("typst: build, cold cache", typst, root, 0.45, cold),
            Row("typst: build, nothing changed", typst, root, 0.03),
            Row("typst: build, one chapter changed", typst, root, 0.22, change),
            Row("build, cold cache", build, root, 1.15, cold),
            Row("build, nothing changed", build, root, 0.03),
            Row("build, one chapter changed", build, root, 0.75, change),
            Row("check, one chapter changed", check, root, 0.08, change),
            Row("check, nothing changed", check, root, 0.03),
            Row("status", [[*RAPPORTAGE, "status", PERIODE]], root),
            Row("--help", [[*RAPPORTAGE, "--help"]], root, 0.02),
            Row("--version", [[*RAPPORTAGE, "--version"]], root, 0.03),
            Row("build --jobs 1, cold cache", self.real.build(PERIODE, "--jobs", "1"), root, None, cold),
        ]

    def long_rows(self) -> list[Row]:
        """What is measured FEWER times."""
        every = self.forget(self.many)
        return [
            Row("long: the bare engine", self.bare("long"), self.long.root),
            Row("long: build", self.long.build(PERIODE), self.long.root, None, self.forget(self.long)),
            Row(
                "long: build with typst",
                self.long.build(PERIODE, *TYPST),
                self.long.root,
                None,
                self.forget(self.long),
            ),
            Row(
                "ten periods, --jobs 1", self.many.build("--all", "--jobs", "1"), self.many.root, None, every
            ),
            Row(
                "ten periods, --jobs 2", self.many.build("--all", "--jobs", "2"), self.many.root, None, every
            ),
        ]

    def many_rows(self, cluster: str) -> list[Row]:
        """Forty workspaces, by processes here and by a cluster of as many workers."""

        def cold() -> None:
            shutil.rmtree(self.cache, ignore_errors=True)
            for one in self.forty.iterdir():
                shutil.rmtree(one / "output", ignore_errors=True)

        build = [*RAPPORTAGE, "build", "--all", "--workspaces", str(self.forty), *TYPST]
        ways = {"--jobs 2": ["--jobs", "2"], "dask": ["--executor", f"dask://{cluster}"]}
        return [
            Row(f"forty workspaces, {name}", [[*build, *way]], self.forty, None, cold)
            for name, way in ways.items()
            if way[0] == "--jobs" or cluster
        ]

    def other_rows(self) -> tuple[list[Row], dict[str, Path]]:
        """Other programs on the same report, with the file that each makes."""
        folder = self.folder / "others"
        found = others(folder)
        rows = [Row(one.name, one.commands, folder) for one in found]
        return rows, {one.name: folder / one.result for one in found}

    def show_others(self) -> None:
        """Give the other programs what they start from: the page, its pictures beside it, and our DOCX."""
        folder = self.folder / "others"
        shutil.copytree(self.folder / "real" / "beside", folder)
        shutil.copy(self.real.root / "output" / PERIODE / "bijlage.docx", folder)


def turns(rows: Sequence[Row], count: int, environment: dict[str, str]) -> None:
    """Run all rows in turns."""
    for turn in range(count):
        for row in rows:
            print(f"{turn + 1}/{count} {row.name}", file=sys.stderr, flush=True)
            row.run(environment)


def ratio(over: Row, under: Row, what: str = "seconds") -> float:
    """How many times the one is the other, of their medians."""
    many: list[float] = getattr(over, what)
    few: list[float] = getattr(under, what)
    return round(statistics.median(many) / statistics.median(few), 2)


def measure(bench: Bench) -> dict[str, object]:
    """Run everything that is asked for; the results by table."""
    short = bench.short_rows()
    turns(short if "short" in PARTS else short[:1], RUNS, bench.environment)
    measured = list(short) if "short" in PARTS else short[:1]
    passes: dict[str, str] = {}
    if "long" in PARTS:
        long = bench.long_rows()
        turns(long, FEWER, bench.environment)
        measured += long
    if "many" in PARTS:
        measured += measure_many(bench)
    if (
        "others" in PARTS
    ):  # at last: what judges files makes this process large, which counts for those it starts
        rows, passes = measure_others(bench)
        measured += rows
    unit = statistics.median(short[0].seconds)
    return {
        "warm": measure_warm(bench) if "warm" in PARTS else {},
        "rows": tables.in_order({row.name: row.told(unit) for row in measured}),
        "against themselves": against_themselves(bench, {row.name: row for row in measured}),
        "passes": passes,
    }


def measure_warm(bench: Bench) -> dict[str, object]:
    """What one waits for after an edit where the period is kept warm, in a process of its own."""
    command = [sys.executable, warm.__file__, str(bench.real.root), PERIODE, EDITS]
    told = subprocess.run(command, env=bench.environment, check=True, stdout=subprocess.PIPE).stdout
    return dict(json.loads(told))


def measure_others(bench: Bench) -> tuple[list[Row], dict[str, str]]:
    """Other programs on what we made, and what the checkers say of theirs and ours, by either engine."""
    ours = bench.real.root / "output" / PERIODE
    bench.real.make(bench.environment)
    bench.show_others()
    rows, files = bench.other_rows()
    turns(rows, RUNS, bench.environment)
    files |= {"ours, DOCX": ours / "bijlage.docx", "ours, PDF": ours / "bijlage.pdf"}
    with_typst = bench.folder / "typst"
    bench.real.make(bench.environment, *TYPST, "--output", str(with_typst))
    files["ours with typst, PDF"] = with_typst / PERIODE / "bijlage.pdf"
    return rows, judged(files)


def measure_many(bench: Bench) -> list[Row]:
    """Forty workspaces at once, with a cluster beside it where its library is installed."""
    with Workers(bench.folder / "cluster", bench.environment) if can_be_had() else nullcontext() as workers:
        rows = bench.many_rows(workers.address if workers else "")
        turns(rows, FEWER, bench.environment)
    return rows


def against_themselves(bench: Bench, rows: Mapping[str, Row]) -> dict[str, dict[str, object]]:
    """What is told as so many times another row, where both were measured."""
    memory = "megabytes"
    asked = {
        "ten times the report, time": ("long: build", "build, cold cache", "seconds", 10.5),
        "ten times the report, memory": ("long: build", "build, cold cache", memory, 3),
        "ten times the report with typst, time": (
            "long: build with typst",
            "typst: build, cold cache",
            "seconds",
            None,
        ),
        "ten times the report with typst, memory": (
            "long: build with typst",
            "typst: build, cold cache",
            memory,
            3,
        ),
        "the same, bare engine, time": ("long: the bare engine", "B, the bare engine", "seconds", None),
        "the same, bare engine, memory": ("long: the bare engine", "B, the bare engine", memory, None),
        "ten periods, two cores, times as fast": (
            "ten periods, --jobs 1",
            "ten periods, --jobs 2",
            "seconds",
            1.7,
        ),
        "forty workspaces, dask over --jobs 2": (
            "forty workspaces, dask",
            "forty workspaces, --jobs 2",
            "seconds",
            None,
        ),
    }
    found: dict[str, dict[str, object]] = {}
    largest = {
        "largest process, MB": "build, cold cache",
        "largest process with typst, MB": "typst: build, cold cache",
    }
    for name, row in largest.items():
        if row in rows:
            found[name] = {"median": rows[row].told(1)["megabytes"], "goal": 250}
    if "long" in PARTS and "short" in PARTS:
        found["pages"] = {"median": f"{bench.real.pages()} to {bench.long.pages()}", "goal": None}
    for name, (over, under, what, goal) in asked.items():
        if over in rows and under in rows:
            found[name] = {"median": ratio(rows[over], rows[under], what), "goal": goal}
    return found


def main() -> None:
    """Measure, print the tables and write the results."""
    with TemporaryDirectory(prefix="rapportage-") as folder:
        found = measure(Bench(Path(folder)))
    machine = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}
    report = {"runs": RUNS, "fewer": FEWER, "machine": machine, **found}
    if set(PARTS) == set(ALL_PARTS):
        (ROOT / "bench" / "results.json").write_text(json.dumps(report, indent=2) + "\n", "utf-8")
        tables.write(report)
    show(report)


def show(report: dict[str, object]) -> None:
    """Print the tables."""
    rows, themselves, passes = report["rows"], report["against themselves"], report["passes"]
    assert isinstance(rows, dict)
    assert isinstance(themselves, dict)
    assert isinstance(passes, dict)
    print(f"{'':36} {'B':>6} {'least':>6} {'most':>6} {'goal':>6} {'s':>7} {'MB':>5}")
    for name, row in rows.items():
        goal = "" if row["goal"] is None else f"{row['goal']:.2f}"
        missed = "  above its goal" if row["goal"] is not None and row["median"] > row["goal"] else ""
        times = " ".join(f"{row[key]:6.2f}" for key in ("median", "least", "most"))
        print(f"{name:36} {times} {goal:>6} {row['seconds']:7.2f} {row['megabytes']:5.0f}{missed}")
    print()
    for name, row in themselves.items():
        print(f"{name:40} {row['median']!s:>10}   goal {row['goal'] or '-'}")
    print()
    for name, said in [*passes.items(), *dict(report["warm"]).items()]:  # type: ignore[call-overload]
        print(f"{name:36} {said}")


if __name__ == "__main__":
    main()
