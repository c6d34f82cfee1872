"""A figure comes with what is wrong with it; nothing is kept between two questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.compose.figure_data import data_table
from rapportage.compose.figures import FigureMaker
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.compose.reading.read import read_document
from rapportage.content.load import load
from rapportage.document import Table
from rapportage.errors import Place
from rapportage.figures.cache import FigureCache
from rapportage.inlines import Text, plain
from rapportage.periode import parse_periode
from rapportage.style.tokens import house_style
from rapportage.workspace import TOKENS, Workspace, package_templates

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
        assert made.picture(prepared.value).problems == ()
        assert made.draft(prepared.value).problems == ()


@pytest.mark.parametrize(("scale", "is_shared"), [("gelijk", True), ("eigen", False)])
def test_a_chart_gets_the_scale_of_the_one_beside_it_unless_it_wants_its_own(
    klein: Path, scale: str, *, is_shared: bool
) -> None:
    figures = klein / "content/2024-H1/figuren"
    one = (figures / "woningbouw.yaml").read_text("utf-8")
    other = one.replace("  - indicator: woningen\n", "") + f"schaal: {scale}\n"
    (figures / "huur.yaml").write_text(other, "utf-8")
    made = maker(klein)
    prepared = made.prepare("huur").value
    assert prepared is not None
    alone, beside, both = (made.picture(prepared, name).value for name in ("", "dijk", "woningbouw"))
    assert alone is not None
    assert beside is not None
    assert both is not None
    assert alone.width > beside.width
    assert (beside.data != both.data) == is_shared


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
    picture = made.picture(prepared, "other")
    assert picture.value is None
    assert [(one.rule, one.at.line, one.subject) for one in picture.problems] == [
        ("figuur-past-niet", 5, "m" * 60)
    ]


@pytest.mark.parametrize(
    "periods", [["2023-H2", "2024-H1"], ["2021-H1", "2021-H2", "2022-H1", "2023-H2", "2024-H1"]]
)
def test_every_number_below_a_chart_names_its_series_and_its_period(klein: Path, periods: list[str]) -> None:
    change(klein, "woningbouw", "[2023-H2, 2024-H1]", f"[{', '.join(periods)}]")
    made = maker(klein)
    figure = made.prepare("woningbouw").value
    assert figure is not None
    rows = made.rows(figure)
    assert rows is not None
    table = data_table(figure, rows, Place("wonen.md", 3))
    page = f'<html><head><meta name="date" content="2024-07-02"/></head><body>{table}</body></html>'
    (block,) = read_document(page, "proef.html.j2").blocks
    assert isinstance(block, Table)
    cells = [[plain(cell.content) for cell in row.cells] for row in (*block.head, *block.body)]
    assert cells == rows
    told = {
        (name, periode.words("kort")): (id, str(periode), periode in made.rapportage.indicatoren[id].measured)
        for name, id in (("Opgeleverde woningen", "woningen"), ("Sociaal", "sociale-huur"))
        for periode in map(parse_periode, periods)
    }
    found = {}
    for row, words in zip(block.body, rows[1:], strict=True):
        for head, cell in zip(rows[0][1:], row.cells[1:], strict=True):
            (text,) = cell.content
            assert isinstance(text, Text)
            (one,) = text.made
            key = (head, words[0]) if (head, words[0]) in told else (words[0], head)
            found[key] = (*one.series, one.periode, one.is_number)
    assert found == told


def test_numbers_in_the_table_of_a_drawing_are_printed_with_its_unit(klein: Path) -> None:
    """A year among other words stays as it is."""
    ranking = """\
soort: ranglijst
bijschrift: Proef
alt: Proef.
eenheid: "€"
onderdelen:
  - {naam: Plan 2024, waarde: 1348}
  - {naam: Plan 2023, waarde: 0.5}
"""
    (klein / "content/2024-H1/figuren/proef.yaml").write_text(ranking, "utf-8")
    made = maker(klein)
    prepared = made.prepare("proef").value
    assert prepared is not None
    assert made.rows(prepared) == [["", "Waarde"], ["Plan 2024", "€\xa01.348"], ["Plan 2023", "€\xa00,5"]]


def test_a_goal_of_which_less_is_better_is_at_most_so_much_in_the_table(klein: Path) -> None:
    goals = """\
soort: doelen
bijschrift: Proef
alt: Proef.
eenheid: "%"
doelen:
  - {naam: Telefoon opgenomen, stand: 86, doel: 85}
  - {naam: Uitval, stand: 4, doel: 5, minder-is-beter: true}
"""
    (klein / "content/2024-H1/figuren/proef.yaml").write_text(goals, "utf-8")
    made = maker(klein)
    prepared = made.prepare("proef").value
    assert prepared is not None
    rows = made.rows(prepared) or []
    assert [row[-1] for row in rows] == ["Streven", "85%", "hoogstens 5%"]
