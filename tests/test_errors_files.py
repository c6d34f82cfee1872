"""One file a mistake: what is changed in the small workspace, and behind it what the user is told.

A file in errors/ is a title and parts that begin with a line '=== WORD PATH': `wijzig` (lines
'-old' with '+new' behind them; of a template, the one that comes along), `bestand` (the whole new
text), `lettertype` (a font, as `own_font` of the tests' fonts makes it), `sjabloon` (a Word template with
a page as the PDF has, and in its margin the text, a line a paragraph; behind 'voet: ' in the footer), `verwijder`,
`nagelezen` (of the period, as everything stands by then), and last `verwacht`: what `build` says, or `check` where that word stands behind
it. Between brackets, behind each message, is the name of its rule in `check --json`.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from own_fonts import own_font
from where import TESTS
from word_templates import with_lines

from rapportage.build.check import Checked, check
from rapportage.checks.registry import RULES
from rapportage.cli import main
from rapportage.content.proofread import file_of
from rapportage.periode import Periode
from rapportage.remembered import FORGETFUL, Memory
from rapportage.workspace import Workspace, package_templates

CASES = sorted((TESTS / "errors").glob("*.md"))
PART = re.compile(r"^=== (\w+) ?(.*)\n", re.M)
TOLD = re.compile(r"^\S.*?: (?:fout|waarschuwing|tip): .* \[(.+)\]$", re.M)


def parts(text: str) -> list[tuple[str, str, str]]:
    """The parts of a case as (word, path, text)."""
    pieces = PART.split(text)
    return list(zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True))


def apply(word: str, workspace: Path, name: str, text: str) -> None:
    """Make the mistake."""
    path = workspace / name
    if word == "verwijder":
        path.unlink()
    elif word == "bestand":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    elif word == "lettertype":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(own_font(*text.split()))
    elif word == "sjabloon":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(with_lines(text.splitlines()))
    elif word == "nagelezen":
        with pytest.raises(SystemExit):
            main(["proofread", name, "--done", "--workspace", str(workspace)])
    elif word == "wijzig":
        now = _text_of(path, name)
        for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", text, re.M):
            before = "".join(line[1:] + "\n" for line in old.splitlines())
            after = "".join(line[1:] + "\n" for line in new.splitlines())
            assert now.count(before) == 1, before
            now = now.replace(before, after)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, "utf-8")
    else:
        raise AssertionError(word)


def _text_of(path: Path, name: str) -> str:
    comes_along = package_templates() / name.removeprefix("templates/")
    return (path if path.exists() else comes_along).read_text("utf-8")


def with_rules(said: str, problems: list[dict[str, str]]) -> str:
    """What is said, with its rule behind each message; the problems are those of `check --json`."""
    lines = said.splitlines()
    rules = iter(problems)
    for at, line in enumerate(lines):
        if re.match(r"\S.*?: (?:fout|waarschuwing|tip): ", line):
            problem = next(rules)
            assert line.endswith(f": {problem['severity']}: {problem['message']}")
            lines[at] += f" [{problem['rule']}]"
    assert next(rules, None) is None
    return "".join(f"{line}\n" for line in lines)


KEPT = Memory()
"""What was made for one case is there for the next, as it is in a preview from one edit to the next."""


@pytest.fixture
def memory(request: pytest.FixtureRequest) -> Memory:
    """What a check remembers of those before it: nothing where a case is looked at anew."""
    memory: Memory = request.param
    memory.next_look()
    return memory


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch, memory: Memory) -> None:
    """Both commands of a case tell of one check, since nothing changes between them.

    Another is of what stood there when it was read through.
    """
    found = cache(lambda workspace, periode, _: check(workspace, periode, memory=memory))

    def checked(workspace: Workspace, periode: Periode, *_: object, **__: object) -> Checked:
        return found(workspace, periode, file_of(workspace, periode).is_file())

    for name in ("rapportage.build.run.check", "rapportage.build.check.check"):
        monkeypatch.setattr(name, checked)


@pytest.mark.usefixtures("once")
@pytest.mark.parametrize(
    "memory",
    [pytest.param(KEPT, id="remembered"), pytest.param(FORGETFUL, id="anew", marks=pytest.mark.slow)],
    indirect=True,
)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_told_with_place_rule_and_remedy(
    case: Path, klein: Path, update: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    text = case.read_text("utf-8")
    changes, (_, command, expected) = parts(text)[:-1], parts(text)[-1]
    for word, name, change in changes:
        apply(word, klein, name, change)
    capsys.readouterr()
    where = ["2024-H1", "--workspace", str(klein)]
    with pytest.raises(SystemExit) as left:
        main([command or "build", *where])
    said = capsys.readouterr().err.replace("2024-H1 controleren\n", "")
    with pytest.raises(SystemExit):
        main(["check", *where, "--json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    said = with_rules(said, problems)
    if update:
        case.write_text(text.removesuffix(expected) + said, "utf-8")
        return
    assert said == expected
    assert left.value.code == any(problem["severity"] == "fout" for problem in problems)
    assert command or left.value.code == 1
    assert not (klein / "output").exists()


def test_every_rule_has_a_case() -> None:
    shown = {rule for case in CASES for rule in TOLD.findall(parts(case.read_text("utf-8"))[-1][2])}
    assert {rule.name for rule in RULES} - shown == set()
