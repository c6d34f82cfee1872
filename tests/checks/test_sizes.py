"""Sizes that papers ordinarily have are no reason to warn."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace


@pytest.mark.parametrize(("points", "warned"), [(10, False), (12, False), (13, True)])
def test_only_an_unusual_text_is_too_large_for_our_headings(klein: Path, points: int, warned: bool) -> None:
    tokens = klein / "templates/huisstijl.tokens.json"
    tokens.parent.mkdir(exist_ok=True)
    tokens.write_text(
        f'{{"letter": {{"tekst": {{"$value": {{"value": {points}, "unit": "pt"}}}}}}}}\n', "utf-8"
    )
    problems = check(Workspace(klein), parse_periode("2024-H1")).problems
    assert any(one.rule == "maat-ongewoon" for one in problems) == warned
