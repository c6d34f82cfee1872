"""A number of the period before is told where it was typed, and not where an expression made it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

KERN, SERIES = "content/2024-H1/bijlage/kern.md", "content/indicatoren/wonen.yaml"


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("De bijdrage per inwoner aan de regio is € 2,25.", True),
        ('De bijdrage per inwoner aan de regio is {{ vorige("bijdrage") }}.', False),
        ("De bijdrage per inwoner begon met € 2,25.", False),
        ("De bijdrage per inwoner was eerst € 2,25.", False),
    ],
)
def test_an_amount_of_the_period_before_is_told_where_it_was_typed(
    klein: Path, sentence: str, is_told: bool
) -> None:
    series = klein / SERIES
    text, now = series.read_text("utf-8"), "      - periode: 2024-H1\n        waarde: 2.35\n"
    assert now in text
    before = now.replace("2024-H1", "2023-H2").replace("2.35", "2.25")
    series.write_text(text.replace(now, before + now), "utf-8")
    kern = klein / KERN
    kern.write_text(f"{kern.read_text('utf-8')}\n{sentence}\n", "utf-8")
    found = check(Workspace(klein), parse_periode("2024-H1")).problems
    assert any(one.rule == "getal-van-toen" for one in found) is is_told
