"""Tell which small mistakes the tests let pass in eleven modules; `make mutants` runs it.

mutmut makes the mistakes. Of each module a sample is judged that is the same each time, each mutant by
the tests that belong to the module, in a copy of the tree. Names behind the command choose modules:

    .venv/bin/python bench/mutants.py dutch.py compose/resolve.py
"""

from __future__ import annotations

import difflib
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mutmut.mutation.file_mutation import create_mutations, deep_replace

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "src/rapportage"
MODULES = {
    "dutch.py": ("test_dutch.py",),
    "numerals.py": ("test_numerals.py",),
    "periode.py": ("test_periode.py",),
    "compose/numbers/expressions.py": ("compose/test_expressions.py",),
    "compose/numbers/vocabulary.py": ("compose/test_expressions.py",),
    "compose/numbers/arithmetic.py": ("compose/test_expressions.py",),
    "compose/numbers/beside.py": ("compose/test_beside.py",),
    "compose/resolve.py": ("compose/test_resolve.py",),
    "checks/registry.py": ("checks/test_registry.py", "checks/test_rules.py", "test_errors.py"),
    "writers/docx/tables.py": ("writers/docx/test_blocks.py", "writers/docx/test_accessibility.py"),
    "writers/docx/lists.py": ("writers/docx/test_blocks.py", "writers/docx/test_document.py"),
    "writers/pdf/tag_structure.py": ("writers/pdf/test_tags.py",),
}
"""Each module with the tests that belong to it, the quickest first."""
SAMPLE = int(os.environ.get("SAMPLE", "20"))
_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "output")
_PYTEST = ("-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--hypothesis-seed", "0")
# Papers at random take a minute, which each mutant would have to wait.
_LEFT_OUT = ("-k", "not any_document")
# A mutant may have the size and the second of the one before: Python would run what it kept of that.
_NOTHING_KEPT = {"PYTHONDONTWRITEBYTECODE": "1"}


class UntestableError(Exception):
    """The tests fail on the module as it is."""


@dataclass(frozen=True)
class Outcome:
    """How many mutants of a module were judged, and what those that no test noticed change."""

    module: str
    judged: int
    survivors: Sequence[str]

    def __str__(self) -> str:
        killed = self.judged - len(self.survivors)
        return "\n".join([f"{self.module}: killed {killed} of {self.judged}", *self.survivors])


def main(modules: Sequence[str]) -> int:
    """Judge these modules and print what came out; the exit status."""
    if unknown := [one for one in modules if one not in MODULES]:
        print(f"unknown: {', '.join(unknown)}; choose from {', '.join(MODULES)}", file=sys.stderr)
        return 2
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = []
        try:
            for outcome in pool.map(judged, modules):
                print(outcome, flush=True)
                outcomes.append(outcome)
        except UntestableError as error:
            pool.shutdown(cancel_futures=True)
            print(error, file=sys.stderr)
            return 1
    total = sum(one.judged for one in outcomes)
    killed = total - sum(len(one.survivors) for one in outcomes)
    print(f"killed {killed} of {total} in {len(outcomes)} modules")
    return 0


def judged(module: str) -> Outcome:
    """The outcome for one module, worked out in a copy of the tree that is thrown away."""
    with TemporaryDirectory() as folder:
        tree = Path(folder, "rapportage")
        shutil.copytree(ROOT, tree, ignore=_NOT_COPIED)
        path = tree / PACKAGE / module
        source = path.read_text("utf-8")
        patience = _patience(tree, module)
        mutants = sample(module, source)
        survivors = []
        for mutant in mutants:
            path.write_text(mutant, "utf-8")
            if passes(tree, module, patience):
                survivors.append(change(source, mutant))
    return Outcome(module, len(mutants), survivors)


def sample(module: str, source: str) -> list[str]:
    """Some of the module's mutants, the same each time while module and mutmut stay the same."""
    mutants = [one for one in dict.fromkeys(_mutants(module, source)) if one != source]
    return random.Random(module).sample(mutants, min(SAMPLE, len(mutants)))


def _mutants(module: str, source: str) -> Iterator[str]:
    tree, mutations, *_ = create_mutations(module, source)
    for one in mutations:
        yield deep_replace(tree, one.original_node, one.mutated_node).code


def _patience(tree: Path, module: str) -> float:
    """The seconds after which a mutant counts as noticed, since it hangs."""
    begun = time.monotonic()
    if not passes(tree, module, None):
        raise UntestableError(f"{module}: the tests fail without a mutant")
    return 30 + 4 * (time.monotonic() - begun)


def passes(tree: Path, module: str, patience: float | None) -> bool:
    """Whether the module's tests in this copy of the project all pass in time."""
    tests = [str(tree / "tests" / one) for one in MODULES[module]]
    environment = {**os.environ, **_NOTHING_KEPT, "PYTHONPATH": str(tree / "src")}
    try:
        done = subprocess.run(
            [sys.executable, *_PYTEST, *_LEFT_OUT, *tests],
            cwd=tree,
            env=environment,
            capture_output=True,
            timeout=patience,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def change(source: str, mutant: str) -> str:
    """The lines that differ, with the place of each."""
    lines = difflib.unified_diff(source.splitlines(), mutant.splitlines(), n=0, lineterm="")
    return "\n".join("    " + line for line in lines if not line.startswith(("---", "+++")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(MODULES)))
