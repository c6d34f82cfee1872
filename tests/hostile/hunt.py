"""Make mistakes by the thousand, set off all bombs, kill builds, let the machine fail; tell what broke and count.

.venv/bin/python tests/hostile/hunt.py                 the long run; writes docs/betrouwbaarheid.md
.venv/bin/python tests/hostile/hunt.py klein-1234      one mutation again, with what is said of it
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TypeVar
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hostile.bombs import SMALL, Bomb, bombs
from hostile.commands import Commands
from hostile.grounds import Ground, ground, outcome_of
from hostile.kills import doomed
from where import ROOT

Work = TypeVar("Work")
MUTATIONS = {"klein": 5500, "besluit": 4300, "stijl": 300, "echt": 200}
"""So many mistakes on each workspace; on the last two, each takes many times as long as on the first two."""
_EACH_BUILT = 60
"""Of so many mistakes one is built too."""
_EACH_TOLD = 250
_SHARE = 100
"""So many mistakes are tried by one worker at a time."""
_HANDS = 2
KILLS = 200
PAGE = ROOT / "docs/betrouwbaarheid.md"
_BEGIN, _END = "<!-- gemeten: geschreven door make hostile -->", "<!-- einde -->"


@dataclass
class Count:
    """What was done and what broke."""

    done: Counter[str] = field(default_factory=Counter)
    faults: dict[str, tuple[str, ...]] = field(default_factory=dict)
    most_seconds: float = 0.0
    most_megabytes: float = 0.0
    stopped: bool = False
    """Whether somebody pressed Ctrl-C: what was counted until then is told."""
    lock: Lock = field(default_factory=Lock)

    def tried(self, kind: str, name: str, faults: tuple[str, ...]) -> None:
        """One more of this kind; what broke is told at once."""
        with self.lock:
            self.done[kind] += 1
            if self.done.total() % _EACH_TOLD == 0:
                print(f"  {dict(self.done)}", flush=True)
            if faults:
                self.faults[f"{kind} {name}"] = faults
                print(f"  {kind} {name}: {', '.join(faults)}", flush=True)


def mutations(count: Count, folder: Path, wanted: dict[str, int]) -> None:
    """Every mutation of each workspace up to its number, divided over the hands."""
    shares = [
        (name, range(start, min(start + _SHARE, most)))
        for name, most in wanted.items()
        for start in range(0, most, _SHARE)
    ]
    _divided(count, folder, sorted(shares, key=lambda share: share[1].start / wanted[share[0]]), _share)


def _share(count: Count, folder: Path, commands: Commands, share: tuple[str, range]) -> None:
    name, numbers = share
    own = _ground(name, folder)
    for number in numbers:
        if count.stopped:
            break
        mistake = own.mutation(number)
        count.tried("mutatie", mistake.name, own.check(commands, mistake))
        if number % _EACH_BUILT == 0 and name != "echt":
            count.tried("bouw", mistake.name, own.build(commands, mistake))
    _costs(count, commands)


def all_bombs(count: Count, folder: Path) -> None:
    """Every bomb in the place of its file."""
    _divided(count, folder, list(bombs()), _bomb)


def _bomb(count: Count, folder: Path, commands: Commands, bomb: Bomb) -> None:
    root = folder / "bommen"
    if not root.exists():
        shutil.copytree(SMALL, root)
    count.tried("bom", bomb.name, bomb.set_off(root, commands).faults)
    _costs(count, commands)


def _costs(count: Count, commands: Commands) -> None:
    with count.lock:
        count.most_seconds = max(count.most_seconds, commands.most_seconds)
        count.most_megabytes = max(count.most_megabytes, commands.most_megabytes)


def _ground(name: str, folder: Path) -> Ground:
    """The hand's own copy of a workspace, made when it first needs one."""
    if (folder / name).exists():
        shutil.rmtree(folder / name)
    return ground(name, folder)


def _divided(
    count: Count,
    folder: Path,
    work: Sequence[Work],
    do: Callable[[Count, Path, Commands, Work], None],
) -> None:
    left = iter(work)
    lock = Lock()

    def hand(number: int) -> None:
        own = folder / f"hand-{number}"
        own.mkdir(exist_ok=True)
        with Commands(own / "cache") as commands:
            while True:
                with lock:
                    one = next(left, None)
                if one is None or count.stopped:
                    return
                do(count, own, commands, one)

    with ThreadPoolExecutor(_HANDS) as hands:
        for done in [hands.submit(hand, number) for number in range(_HANDS)]:
            done.result()


def kills(count: Count, folder: Path, number: int) -> None:
    """So many builds ended halfway, on two workspaces at once."""
    shares = [(name, range(number // 2)) for name in ("klein", "besluit")]
    _divided(count, folder, shares, _kills)


def _kills(count: Count, folder: Path, commands: Commands, share: tuple[str, range]) -> None:
    del commands
    name, numbers = share
    one = doomed(name, folder.resolve() / "gedoemd")
    for at in numbers:
        if count.stopped:
            break
        count.tried("beëindigd", f"{name}-{at}", one.kill(at))


FAULTS = ("test_machine.py", "test_links.py", "test_pipes.py", "test_quiet.py")
"""The tests that are faults of the machine, each counted."""


def machine_faults(count: Count, folder: Path) -> None:
    """Every fault of the machine, as the tests make them."""
    told = folder / "storingen.xml"
    files = [str(Path(__file__).with_name(name)) for name in FAULTS]
    command = [sys.executable, "-m", "pytest", "-q", "-n", str(_HANDS), f"--junitxml={told}", *files]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    if not told.exists():
        count.tried("storing", "geen", ("pytest gaf geen uitslag",))
        return
    for test in ElementTree.parse(told).iter("testcase"):
        broken = any(test.find(one) is not None for one in ("failure", "error"))
        if test.find("skipped") is None:
            count.tried("storing", test.attrib["name"], ("gebroken",) if broken else ())


# --- what is told --------------------------------------------------------------------------------


def again(name: str) -> None:
    """One mutation by its name: what was done, and what is said of it."""
    workspace, _, number = name.rpartition("-")
    with tempfile.TemporaryDirectory() as folder, Commands(Path(folder) / "cache") as commands:
        own = ground(workspace, Path(folder))
        mistake = own.mutation(int(number))
        outcome = outcome_of(own, commands, mistake)
        print(f"{mistake.what}\n\n{outcome.text}\n{outcome.status}: {outcome.faults or 'goed'}")


def measured(count: Count, seconds: float) -> str:
    """The figures of a run, as the page has them."""
    rows = [
        ("vergissingen door `check`", count.done["mutatie"]),
        ("vergissingen door een hele bouw", count.done["bouw"]),
        ("bommen", count.done["bom"]),
        ("bouwen die beëindigd zijn", count.done["beëindigd"]),
        ("storingen van de computer", count.done["storing"]),
        ("gevallen waarin een belofte brak", len(count.faults)),
    ]
    told = "".join(f"| {what} | {_dotted(number)} |\n" for what, number in rows)
    return (
        f"| op {date.today():%d-%m-%Y}, {os.cpu_count()} kernen, {seconds / 60:.0f} minuten | |\n|---|---|\n{told}"
        f"| de langste `check` | {count.most_seconds:.1f} s rekentijd |\n"
        f"| de zwaarste `check` | {count.most_megabytes:.0f} MB |\n"
    )


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def write(figures: str) -> None:
    """Put the figures on the page, in the place of the ones before."""
    text = PAGE.read_text("utf-8")
    PAGE.write_text(
        re.sub(rf"(?s)({_BEGIN}\n).*({_END})", lambda found: found[1] + figures + found[2], text), "utf-8"
    )


def main(words: Sequence[str]) -> int:
    """The long run, or one mutation again."""
    if words:
        again(words[0])
        return 0
    begin = time.monotonic()
    count = Count()
    signal.signal(signal.SIGINT, lambda *_: setattr(count, "stopped", True))
    with tempfile.TemporaryDirectory() as folder:
        for part in ("kills", "bombs", "mutations"):
            (Path(folder) / part).mkdir()
        machine_faults(count, Path(folder))
        kills(count, Path(folder) / "kills", KILLS)
        all_bombs(count, Path(folder) / "bombs")
        mutations(count, Path(folder) / "mutations", MUTATIONS)
    write(measured(count, time.monotonic() - begin))
    print(f"{dict(count.done)}, {len(count.faults)} fouten, {time.monotonic() - begin:.0f} s")
    return 1 if count.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
