"""One file a mistake: what is changed in the small workspace, and behind it what the user is told.

A file in errors/ is a title and parts that begin with a line '=== WORD PATH': `wijzig` (lines
'-old' with '+new' behind them), `bestand` (the whole new text), `verwijder`, and `verwacht`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from where import TESTS

from rapportage.cli import main

CASES = sorted((TESTS / "errors").glob("*.md"))
PART = re.compile(r"^=== (\w+) ?(.*)\n", re.M)


def parts(text: str) -> list[tuple[str, str, str]]:
    """The parts of a case as (word, path, text)."""
    pieces = PART.split(text)
    return list(zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True))


def apply(word: str, path: Path, text: str) -> None:
    """Make the mistake."""
    if word == "verwijder":
        path.unlink()
    elif word == "bestand":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    elif word == "wijzig":
        now = path.read_text("utf-8")
        for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", text, re.M):
            before = "".join(line[1:] + "\n" for line in old.splitlines())
            after = "".join(line[1:] + "\n" for line in new.splitlines())
            assert now.count(before) == 1, before
            now = now.replace(before, after)
        path.write_text(now, "utf-8")
    else:
        raise AssertionError(word)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_told_with_place_and_remedy(
    case: Path, klein: Path, update: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    text = case.read_text("utf-8")
    changes, (_, _, expected) = parts(text)[:-1], parts(text)[-1]
    for word, path, change in changes:
        apply(word, klein / path, change)
    with pytest.raises(SystemExit) as left:
        main(["build", "2024-H1", "--workspace", str(klein)])
    said = "".join(
        line for line in capsys.readouterr().err.splitlines(True) if line != "2024-H1 controleren\n"
    )
    if update:
        case.write_text(text[: text.rindex("=== verwacht\n")] + "=== verwacht\n" + said, "utf-8")
        return
    assert said == expected
    assert left.value.code == 1
    assert not (klein / "output").exists()
