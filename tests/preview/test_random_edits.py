"""What a warm session shows after any edits is what one that begins anew finds, to every word and place."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from where import ROOT, TEMPLATES, WORKSPACES

from rapportage.build.check import Checked, check
from rapportage.errors import attempt, in_order
from rapportage.periode import parse_periode
from rapportage.preview.session import Session
from rapportage.workspace import Workspace

SNIPPETS = (
    "Een zin erbij.",
    "Zie @bestaat-niet.",
    "Op 31 juni 2024 begon het werk.",
    "[open: vraag na]",
    "[figuur: bestaat-niet]",
    '{{ waarde("bestaat-niet") }}',
    "{{ periode }}",
    "## Een kop",
    "- punt\n- punt",
    "1. een\n2. twee",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Een noot.[^n]\n\n[^n]: Wat er staat.",
    "::: kader Let op\nWoorden.\n:::",
    "De wijk telde 1.234 woningen, een stijging van 10% tot 5.",
    "**vet",
)


def edited(rng: random.Random, text: str) -> str:
    """The text with a small change, somewhere."""
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    match rng.randrange(7):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines[at:at] = ["", rng.choice(SNIPPETS), ""]
        case 3:
            words = lines[at].split(" ")
            rng.shuffle(words)
            lines[at] = " ".join(words)
        case 4:
            lines[at] = "".join(str(9 - int(one)) if one in "0123456789" else one for one in lines[at])
        case 5:
            other = rng.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = lines[at] + rng.choice((" erbij", ".", " {{ naam }}", "  ", " 2.5"))
    return "\n".join(lines)


def whole(value: Any) -> Any:
    """The value with all that it knows, also what is left out when two are compared."""
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [whole(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, Mapping):
        return [(key, whole(one)) for key, one in value.items()]
    if isinstance(value, list | tuple):
        return [whole(one) for one in value]
    return value


def compare(session: Session) -> None:
    """Look, and find what a check that remembers nothing finds."""
    seen = session.look()
    found = attempt(lambda: check(session.workspace, session.periode))
    checked = found.value or Checked(problems=found.problems)
    assert whole(seen.problems) == whole(in_order(checked.problems))
    if checked.documents and not seen.old:
        assert whole(seen.papers) == whole(checked.documents)
        assert whole(seen.style) == whole(checked.style)


def ill_treat(session: Session, seed: int, edits: int) -> None:
    """Edit file after file, now and then put one back or away, and look each time."""
    rng = random.Random(seed)
    content = session.workspace.content
    period = content / str(session.periode)
    files = sorted(path for path in content.rglob("*") if path.suffix in (".md", ".yaml"))
    texts = [path for path in files if path.is_relative_to(period)]
    before = {path: path.read_bytes() for path in files}
    compare(session)
    for _ in range(edits):
        path = rng.choice(texts if rng.random() < 0.7 else files)
        match rng.randrange(10):
            case 0 if path.exists():
                path.unlink()
            case 1 | 2 | 3 | 4:
                path.write_bytes(before[path])
            case 5:
                for one, data in before.items():
                    one.write_bytes(data)
            case _ if path.exists():
                text = path.read_text("utf-8")
                path.write_text(edited(rng, text) if text else "leeg", "utf-8")
        compare(session)


@pytest.mark.parametrize("seed", range(2))
def test_a_small_report_edited_at_random(klein: Path, seed: int) -> None:
    session = Session(Workspace(klein), parse_periode("2024-H1"))
    ill_treat(session, seed, edits=20)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_a_whole_report_edited_at_random(tmp_path: Path, seed: int) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    ill_treat(Session(Workspace(tmp_path), parse_periode("2021-H2")), seed, edits=40)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["besluit", "waterschap"])
def test_other_papers_edited_at_random(tmp_path: Path, name: str) -> None:
    root = shutil.copytree(WORKSPACES / name, tmp_path / name)
    workspace = Workspace(root)
    for periode in workspace.periods():
        ill_treat(Session(workspace, periode), 1, edits=30)


@pytest.mark.slow
def test_pictures_follow_what_they_are_drawn_with(klein: Path) -> None:
    figures = klein / "templates" / "figuren"
    shutil.copytree(TEMPLATES / "figuren" / "bloemblad", figures / "bloemblad")
    for name in ("_tekst.svg.j2", "../huisstijl.tokens.json"):
        shutil.copy(TEMPLATES / "figuren" / name, figures / name)
    session = Session(Workspace(klein), parse_periode("2024-H1"))
    compare(session)
    seen = [session.seen.papers["bijlage"].images]
    (series,) = (
        one for one in (klein / "content").rglob("*.yaml") if "- id: woningen" in one.read_text("utf-8")
    )
    for path, old, new in (
        (figures / "bloemblad" / "tekening.svg.j2", 'stroke-width="1"', 'stroke-width="2"'),
        (figures / "_tekst.svg.j2", "+ 0.92)", "+ 0.9)"),
        (figures.parent / "huisstijl.tokens.json", "#0b4a6f", "#0b4a3f"),
        (series, "waarde: 1180", "waarde: 1190"),
    ):
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        compare(session)
        seen.append(session.seen.papers["bijlage"].images)
    assert [before != after for before, after in pairwise(seen)] == [True] * 4
