"""What one waits for after an edit while a period is kept warm, and whether memory stays as it is.

`python bench/warm.py WORKSPACE PERIODE TIMES` tells it as JSON: milliseconds from the writing of a chapter,
each with the least and the most, and how many MB the process grew by between the first edits and the last.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rapportage.periode import parse_periode
from rapportage.preview.session import Seen, Session
from rapportage.workspace import Workspace

STEPS = "changed page", "all findings", "all pages"
PAPER, CHAPTER = "bijlage", "europa"
WARM = 3
"""The first edits make what later ones find again."""


def edits(session: Session, times: int) -> dict[str, list[float]]:
    """The milliseconds until each of the STEPS, by step; another sentence each time."""
    path = session.workspace.content / str(session.periode) / PAPER / f"{CHAPTER}.md"
    words = path.read_text("utf-8").rstrip("\n")
    found: dict[str, list[float]] = {step: [] for step in STEPS}
    for turn in range(times):
        path.write_text(f"{words}\n\nZin {turn} is erbij gezet.\n", "utf-8")
        began = time.perf_counter()
        ends: dict[str, float] = {}

        def ahead(seen: Seen, ends: dict[str, float] = ends) -> None:
            del seen
            if session.first_pages(PAPER):
                ends[STEPS[0]] = time.perf_counter()

        session.look([path], ahead)
        ends[STEPS[1]] = time.perf_counter()
        session.pages(PAPER)
        ends[STEPS[2]] = time.perf_counter()
        for step, end in ends.items():
            found[step].append((end - began) * 1000)
    path.write_text(f"{words}\n", "utf-8")
    return found


def told(milliseconds: Sequence[float]) -> dict[str, int]:
    """The median with the least and the most."""
    every = statistics.median(milliseconds), min(milliseconds), max(milliseconds)
    return dict(zip(("median", "least", "most"), map(round, every), strict=True))


def megabytes() -> float:
    """What this process holds now; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def main(root: str, periode: str, times: str) -> None:
    """Measure in one process, and print it."""
    session = Session(Workspace(Path(root)), parse_periode(periode))
    session.look()
    session.pages(PAPER)
    edits(session, WARM)
    session.settle()
    measured = edits(session, 20)
    before = megabytes()
    edits(session, int(times))
    grown = round(megabytes() - before)
    session.close()
    memory = {"edits": int(times), "megabytes more": grown}
    print(json.dumps({**{step: told(one) for step, one in measured.items()}, **memory}))


if __name__ == "__main__":
    main(*sys.argv[1:])
