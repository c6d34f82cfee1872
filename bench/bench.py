"""Measure what an adviser waits for, as multiples of the bare layout engine; `make bench` runs it.

B is the wall time of WeasyPrint alone, in a process of its own that starts cold, on the HTML and the
stylesheet of the real report, for the same kind of PDF. All rows are measured in turns in one run, so
that what else the machine does touches them alike; each is told as its median with the spread.
Writes `bench/results.json`.
"""

from __future__ import annotations

import base64
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PERIODE = "2021-H2"
CHAPTER = "content/2021-H2/bijlage/europa.md"
RUNS = int(os.environ.get("RUNS", "5"))
RAPPORTAGE = [str(Path(sys.executable).with_name("rapportage"))]

BARE = """
import sys, weasyprint
page, style, pdf = sys.argv[1:]
weasyprint.HTML(page).write_pdf(pdf, stylesheets=[weasyprint.CSS(style)], pdf_variant="pdf/a-2a")
"""


@dataclass
class Row:
    """One thing to wait for: how it is made ready and run, and the most that it should take, in B."""

    name: str
    goal: float
    command: list[str]
    before: Callable[[], None] = lambda: None
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


class Bench:
    """A copy of the workspace, with a cache and an output folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.workspace = folder / "gemeente"
        shutil.copytree(ROOT / "content", self.workspace / "content")
        self.environment = os.environ | {"RAPPORTAGE_CACHE": str(folder / "cache")}
        self.folder = folder
        self.turn = 0

    def rows(self) -> list[Row]:
        """The rows, in the order in which they are run: each leaves things as the next one needs them."""
        build = [*RAPPORTAGE, "build", PERIODE]
        return [
            Row("B, the bare engine", 1.0, self.bare()),
            Row("build, cold cache", 1.15, build, self.forget),
            Row("build, nothing changed", 0.2, build),
            Row("build, one chapter changed", 1.15, build, self.change),
            Row("check", 0.4, [*RAPPORTAGE, "check", PERIODE]),
            Row("--help", 0.15, [*RAPPORTAGE, "--help"]),
        ]

    def bare(self) -> list[str]:
        """The command that B times, with the page and its style written out whole."""
        # In a process of its own: what this one holds would count as the memory of those it starts.
        subprocess.run([sys.executable, __file__, str(self.workspace), str(self.folder)], check=True)
        return [
            sys.executable,
            "-c",
            BARE,
            *(str(self.folder / f"page.{kind}") for kind in ("html", "css", "pdf")),
        ]

    def forget(self) -> None:
        """No cache, no output."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        shutil.rmtree(self.workspace / "output", ignore_errors=True)

    def change(self) -> None:
        """Another sentence in one chapter."""
        self.turn += 1
        path = self.workspace / CHAPTER
        words = path.read_text("utf-8").split("\n\nZin ", 1)[0].rstrip("\n")
        path.write_text(f"{words}\n\nZin {self.turn} is erbij gezet.\n", "utf-8")

    def run(self, row: Row) -> None:
        """Run the row once, and keep its time and its most memory."""
        row.before()
        began = time.perf_counter()
        process = subprocess.Popen(
            row.command,
            cwd=self.workspace,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        row.seconds.append(time.perf_counter() - began)
        row.megabytes.append(usage.ru_maxrss / 1024)
        if status:
            raise SystemExit(f"failed: {row.name}")


def write_out(workspace: Path, folder: Path) -> None:
    """Write the report's page and its stylesheet, with pictures and fonts inside instead of beside them."""
    from rapportage.build import STYLESHEET, check
    from rapportage.periode import parse_periode
    from rapportage.workspace import Workspace
    from rapportage.writers.html import IMAGE_SCHEME, write_html
    from rapportage.writers.pdf_fonts import font_files
    from rapportage.writers.pdf_page import page_css

    where = Workspace(workspace)
    checked = check(where, parse_periode(PERIODE))
    document = checked.documents["bijlage"]
    assert checked.style
    page = write_html(document)
    style = page_css(document, checked.style, where.read(where.template(STYLESHEET)))
    files = {IMAGE_SCHEME + name: (one.media_type, one.data) for name, one in document.images.items()}
    files |= {address: ("font/ttf", data) for address, data in font_files().items()}
    for address, (kind, data) in files.items():
        inside = f'"data:{kind};base64,{base64.b64encode(data).decode()}"'
        page, style = page.replace(f'"{address}"', inside), style.replace(f'"{address}"', inside)
    (folder / "page.html").write_text(page, "utf-8")
    (folder / "page.css").write_text(style, "utf-8")


def told(rows: list[Row]) -> dict[str, dict[str, float]]:
    """For each row the median in B with the least and the most, the goal, seconds and megabytes."""
    unit = statistics.median(rows[0].seconds)
    return {
        row.name: {
            "median": round(statistics.median(row.seconds) / unit, 3),
            "least": round(min(row.seconds) / unit, 3),
            "most": round(max(row.seconds) / unit, 3),
            "goal": row.goal,
            "seconds": round(statistics.median(row.seconds), 2),
            "megabytes": round(statistics.median(row.megabytes)),
        }
        for row in rows
    }


def main() -> None:
    """Run all rows in turns, print the table and write the results."""
    with TemporaryDirectory(prefix="rapportage-") as folder:
        bench = Bench(Path(folder))
        rows = bench.rows()
        for _ in range(RUNS):
            for row in rows:
                bench.run(row)
    results = told(rows)
    machine = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}
    report = {"runs": RUNS, "machine": machine, "rows": results}
    (ROOT / "bench" / "results.json").write_text(json.dumps(report, indent=2) + "\n", "utf-8")
    print(f"{'':28} {'B':>6} {'least':>6} {'most':>6} {'goal':>6} {'s':>6} {'MB':>5}")
    for name, row in results.items():
        numbers = (row["median"], row["least"], row["most"], row["goal"], row["seconds"])
        met = "" if row["median"] <= row["goal"] else "  above its goal"
        print(
            f"{name:28} "
            + " ".join(f"{number:6.2f}" for number in numbers)
            + f" {row['megabytes']:5.0f}{met}"
        )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        write_out(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        main()
