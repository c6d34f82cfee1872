"""A figure comes with what is wrong with it; nothing is kept between two questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import TOKENS
from rapportage.compose.figures import FigureMaker
from rapportage.compose.vocabulary import Numbers
from rapportage.content.load import load
from rapportage.figures.cache import FigureCache
from rapportage.periode import parse_periode
from rapportage.style.tokens import house_style
from rapportage.workspace import Workspace, package_templates

PERIODE = parse_periode("2024-H1")
STYLE = house_style((package_templates() / TOKENS).read_text("utf-8"))


def maker(klein: Path, *, whole: bool = True) -> FigureMaker:
    workspace = Workspace(klein)
    rapportage = load(workspace, PERIODE).value.rapportage
    assert rapportage is not None
    numbers = Numbers(rapportage.indicatoren, PERIODE, {}, incomplete=not whole)
    return FigureMaker(rapportage, workspace, STYLE, FigureCache(None), numbers)


def change(klein: Path, name: str, old: str, new: str) -> None:
    path = klein / "content/2024-H1/figuren" / f"{name}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_figure_that_is_in_order_comes_without_problems(klein: Path) -> None:
    made = maker(klein)
    for name in made.rapportage.figuren:
        prepared = made.prepare(name)
        assert prepared.value is not None
        assert prepared.problems == ()
        assert made.picture(prepared.value, half=False).problems == ()
        assert made.draft(prepared.value).problems == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "rules"),
    [
        ("opgaven", "uitgelicht: water", "hart: '{{ waarde(\"nergens\") }}'", ["uitdrukking"]),
        # That a named file is not there, or lies elsewhere, is told by a rule.
        ("dijk", "dijk.svg", "kade.svg", []),
        ("dijk", "figuren/dijk.svg", "../../../dijk.svg", []),
    ],
)
def test_a_figure_that_cannot_be_had_is_nothing_with_the_reason(
    klein: Path, name: str, old: str, new: str, rules: list[str]
) -> None:
    change(klein, name, old, new)
    made = maker(klein)
    first, second = made.prepare(name), made.prepare(name)
    assert first.value is None
    assert [problem.rule for problem in first.problems] == rules
    assert second == first


def test_a_series_in_a_file_that_could_not_be_read_is_not_told_again(klein: Path) -> None:
    change(klein, "opgaven", "uitgelicht: water", "hart: '{{ waarde(\"nergens\") }}'")
    assert maker(klein, whole=False).prepare("opgaven").problems == ()


def test_words_that_do_not_fit_come_with_the_line_where_they_stand(klein: Path) -> None:
    change(klein, "opgaven", "uitgelicht: water", f"hart: {'m' * 60}")
    made = maker(klein)
    prepared = made.prepare("opgaven").value
    assert prepared is not None
    picture = made.picture(prepared, half=True)
    assert picture.value is None
    assert [(one.rule, one.at.line, one.subject) for one in picture.problems] == [
        ("figuur-past-niet", 5, "m" * 60)
    ]
