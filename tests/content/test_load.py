"""A period's content: all that can be read is read, and what cannot be is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.content.load import load
from rapportage.content.model import Broken
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

PERIODE = parse_periode("2024-H1")


@pytest.mark.parametrize(
    ("file", "broken"),
    [
        ("begrippen.yaml", Broken(begrippen=True)),
        ("indicatoren/wonen.yaml", Broken(indicatoren=True)),
        ("2024-H1/bijlage/water.md", Broken(hoofdstukken=frozenset({"water"}))),
        ("2024-H1/figuren/opgaven.yaml", Broken(figuren=frozenset({"opgaven"}))),
        ("2024-H1/tabellen/breed.yaml", Broken(tabellen=frozenset({"breed"}))),
    ],
)
def test_what_could_not_be_read_is_known_by_what_it_is(klein: Path, file: str, broken: Broken) -> None:
    (klein / "content" / file).write_text("---\n{ nee", "utf-8")
    found = load(Workspace(klein), PERIODE)
    assert found.value.rapportage is not None
    assert found.value.broken == broken
    assert broken.anything
    assert {problem.at.file for problem in found.problems} == {f"content/{file}"}


def test_nothing_is_broken_where_all_can_be_read(klein: Path) -> None:
    assert not load(Workspace(klein), PERIODE).value.broken.anything


def test_a_series_told_twice_is_a_problem_also_where_the_rest_cannot_be_read(klein: Path) -> None:
    indicatoren = klein / "content/indicatoren"
    (indicatoren / "nog-eens.yaml").write_text((indicatoren / "wonen.yaml").read_text("utf-8"), "utf-8")
    (klein / "content/organisatie.yaml").write_text("{ nee", "utf-8")
    found = load(Workspace(klein), PERIODE)
    assert found.value.rapportage is None
    assert {problem.rule for problem in found.problems} == {"yaml", "dubbel"}
