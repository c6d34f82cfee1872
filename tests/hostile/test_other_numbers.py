"""No rule fails on what it looks for with other numbers in it, or with numbers where there were none.

The cases of errors/ hold, rule by rule, what makes it speak; here their numbers and words change by chance.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from test_errors_files import CASES, apply, parts

from rapportage.build.check import check
from rapportage.errors import attempt
from rapportage.periode import parse_periode
from rapportage.remembered import Memory
from rapportage.workspace import Workspace

OTHERS = (
    *(
        "0",
        "1",
        "2",
        "13",
        "-3",
        "0,0",
        "12,5",
        "140%",
        "12.",
        "1.2.3",
        "€ 0",
        "9" * 40,
        "2025",
        "31 februari",
    ),
    *(
        '{{ datum("college") }}',
        "Mei",
        "nul",
        "[open: niet bekend]",
        "C++",
        "a(b",
        "[x]",
        "*",
        "",
        "€",
        "%",
        "…",
    ),
)
NUMBER = re.compile(r"(?<![\w.,:{-])[0-9]+(?:[.,][0-9]+)*(?![\w}:-])")
WORDS = re.compile(
    r"^(?P<key>[ -]*(?:titel|bijschrift|alt|naam|bron|wat|tekst|kop): )(?P<words>[^\[{'\"\n]+)$", re.M
)
"""A text in a YAML file that stands there as it is."""
VALUE = re.compile(r"(?P<key>\b(?:wanneer|waarde|stand|doel): )(?P<words>[^,}'\"\n]+)")
"""A value of a row, also where the row stands on one line."""


def turned(rng: random.Random, text: str) -> str:
    """The text with other numbers here and there, and some put behind words that had none."""

    def number(found: re.Match[str]) -> str:
        return rng.choice(OTHERS) if rng.random() < 0.3 else found[0]

    def words(found: re.Match[str]) -> str:
        if rng.random() < 0.6:
            return found[0]
        said = found["words"].split()
        said.insert(rng.randrange(len(said) + 1), rng.choice(OTHERS))
        return f"{found['key']}'{' '.join(said)}'".replace("\\", "")

    def value(found: re.Match[str]) -> str:
        return f"{found['key']}'{rng.choice(OTHERS)}'" if rng.random() < 0.2 else found[0]

    return NUMBER.sub(number, VALUE.sub(value, WORDS.sub(words, text)))


MEMORY = Memory()


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_case_with_other_numbers_makes_no_rule_fail(
    case: Path, klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAPPORTAGE_TRACEBACK", "1")
    rng, changed = random.Random(f"{case.stem}-0"), set()
    for word, name, text in parts(case.read_text("utf-8")):
        if word in ("wijzig", "bestand"):
            apply(word, klein, name, text)
            changed.add(klein / name)
    for path in sorted(one for one in changed if one.suffix in (".md", ".yaml")):
        path.write_text(turned(rng, path.read_text("utf-8")), "utf-8")
    MEMORY.next_look()
    attempt(lambda: check(Workspace(klein), parse_periode("2024-H1"), memory=MEMORY))
