"""Measure what an adviser waits for, as multiples of the bare layout engine; `make bench` runs it.

B is the wall time of WeasyPrint alone, in a process of its own that starts cold, on the HTML and the
stylesheet of the real report, for the same kind of PDF. All rows are measured in turns in one run, so
that what else the machine does touches them alike; each is told as its median with the spread. What
takes long is measured in fewer turns. Writes `bench/results.json`.
"""

from __future__ import annotations

import base64
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from generated import PERIODE, longer, more_periods
from others import judged, others

ROOT = Path(__file__).resolve().parent.parent
CHAPTER = f"content/{PERIODE}/bijlage/europa.md"
RUNS = int(os.environ.get("RUNS", "5"))
FEWER = max(1, min(3, RUNS))
"""The turns for what takes long."""
RAPPORTAGE = [str(Path(sys.executable).with_name("rapportage"))]
TIMES, PERIODS = 10, 10

BARE = """
import sys, weasyprint
page, style, pdf = sys.argv[1:]
weasyprint.HTML(page).write_pdf(pdf, stylesheets=[weasyprint.CSS(style)], pdf_variant="pdf/a-2a")
"""


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
        self.real = Workspace(folder / "real")
        self.long = Workspace(folder / "long")
        self.many = Workspace(folder / "many")
        longer(self.long.root, TIMES)
        self.periods = more_periods(self.many.root, PERIODS)
        for name, workspace in (("real", self.real), ("long", self.long)):
            # In a process of its own: what this one holds would count as the memory of those it starts.
            subprocess.run([sys.executable, __file__, str(workspace.root), str(folder / name)], check=True)

    def bare(self, name: str) -> list[list[str]]:
        """The bare engine on the page of a workspace, with its pictures and fonts inside."""
        page = self.folder / name
        return [
            [sys.executable, "-c", BARE, *(str(page / f"page.{kind}") for kind in ("html", "css", "pdf"))]
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
        cold = self.forget(self.real)
        return [
            Row("B, the bare engine", self.bare("real"), root, 1.0),
            Row("build, cold cache", build, root, 1.15, cold),
            Row("build, nothing changed", build, root, 0.03),
            Row("build, one chapter changed", build, root, 0.75, self.real.change),
            Row("check, one chapter changed", check, root, 0.08, self.real.change),
            Row("check, nothing changed", check, root, 0.03),
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
                "ten periods, --jobs 1", self.many.build("--all", "--jobs", "1"), self.many.root, None, every
            ),
            Row(
                "ten periods, --jobs 2", self.many.build("--all", "--jobs", "2"), self.many.root, None, every
            ),
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


def write_out(workspace: Path, folder: Path) -> None:
    """Write the report's page and stylesheet with pictures and fonts inside, and once with them beside it."""
    from rapportage.build.check import check
    from rapportage.build.formats import ENGINE
    from rapportage.periode import parse_periode
    from rapportage.workspace import Workspace
    from rapportage.writers.html import IMAGE_SCHEME, write_html
    from rapportage.writers.pdf.fonts import font_files
    from rapportage.writers.pdf.page import page_css

    folder.mkdir(exist_ok=True)
    beside = folder / "beside"
    beside.mkdir()
    where = Workspace(workspace)
    checked = check(where, parse_periode(PERIODE))
    document = checked.documents["bijlage"]
    assert checked.style
    page = apart = write_html(document)
    style = page_css(document, checked.style, where.read(where.template(ENGINE.template)))
    for name, image in document.images.items():
        (beside / f"{name}.svg").write_bytes(image.data)
        apart = apart.replace(f'"{IMAGE_SCHEME}{name}"', f'"{name}.svg"')
    # What pandoc makes of keywords for typst does not compile.
    (beside / "report.html").write_text(re.sub(r"<meta[^>]*keywords[^>]*>", "", apart), "utf-8")
    files: dict[str, tuple[str, bytes]] = {
        IMAGE_SCHEME + name: (one.media_type, one.data) for name, one in document.images.items()
    }
    files |= {address: ("font/ttf", data) for address, data in font_files().items()}
    for address, (kind, data) in files.items():
        inside = f'"data:{kind};base64,{base64.b64encode(data).decode()}"'
        page, style = page.replace(f'"{address}"', inside), style.replace(f'"{address}"', inside)
    (folder / "page.html").write_text(page, "utf-8")
    (folder / "page.css").write_text(style, "utf-8")


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
    """Run everything; the results by table."""
    short = bench.short_rows()
    turns(short, RUNS, bench.environment)
    bare, cold = short[0], short[1]
    pages = bench.real.pages()
    bench.show_others()
    other, files = bench.other_rows()
    turns(other, RUNS, bench.environment)
    long = bench.long_rows()
    turns(long, FEWER, bench.environment)
    long_bare, long_build, one_job, two_jobs = long
    unit = statistics.median(bare.seconds)
    ours = bench.real.root / "output" / PERIODE
    files |= {"ours, DOCX": ours / "bijlage.docx", "ours, PDF": ours / "bijlage.pdf"}
    return {
        "rows": {row.name: row.told(unit) for row in (*short, *long, *other)},
        "against themselves": {
            "largest process, MB": {"median": cold.told(unit)["megabytes"], "goal": 250},
            "pages": {"median": f"{pages} to {bench.long.pages()}", "goal": None},
            "ten times the report, time": {"median": ratio(long_build, cold), "goal": 10.5},
            "ten times the report, memory": {"median": ratio(long_build, cold, "megabytes"), "goal": 3},
            "the same, bare engine, time": {"median": ratio(long_bare, bare), "goal": None},
            "the same, bare engine, memory": {"median": ratio(long_bare, bare, "megabytes"), "goal": None},
            "ten periods, two cores, times as fast": {"median": ratio(one_job, two_jobs), "goal": 1.7},
        },
        "passes": judged(files),
    }


def main() -> None:
    """Measure, print the tables and write the results."""
    with TemporaryDirectory(prefix="rapportage-") as folder:
        found = measure(Bench(Path(folder)))
    machine = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}
    report = {"runs": RUNS, "fewer": FEWER, "machine": machine, **found}
    (ROOT / "bench" / "results.json").write_text(json.dumps(report, indent=2) + "\n", "utf-8")
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
    for name, said in passes.items():
        print(f"{name:36} {said}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        write_out(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        main()
