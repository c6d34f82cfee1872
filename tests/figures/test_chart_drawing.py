"""Charts: what is drawn can be read, and what cannot is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from chart_values import axes_of, chart, series
from lxml import etree
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure as Drawing
from matplotlib.font_manager import findfont

from rapportage.document import Image
from rapportage.errors import ContentError, Place
from rapportage.figures import chart_drawing, chart_ends, chart_labels
from rapportage.figures.chart import on_one_scale
from rapportage.figures.chart_data import Chart, Series, Shape
from rapportage.figures.chart_drawing import draw_chart
from rapportage.figures.chart_shares import as_shares
from rapportage.figures.svg import bitmap
from rapportage.periode import Periode
from rapportage.style.contrast import contrast
from rapportage.style.tokens import house_style, readable_on
from rapportage.workspace import package_templates

STYLE = house_style((package_templates() / "huisstijl.tokens.json").read_text("utf-8"))
PLACE = Place("figuren/woningen.yaml")
WIDE, HALF = 130.0, 62.0
SHAPES: tuple[Shape, ...] = ("gegroepeerd", "gestapeld", "liggend", "liggend gestapeld", "lijn")


def drawn(one: Chart, width: float = WIDE) -> Image:
    return draw_chart(one, STYLE, width, PLACE)


def told(error: pytest.ExceptionInfo[ContentError]) -> list[str]:
    return [f"{one.at}: {one.message}" for one in error.value.problems]


TOO_WIDE = ["figuren/woningen.yaml:1: deze grafiek past niet op het blad"]


def test_beside_it_the_words_of_a_chart_stay_words() -> None:
    image = drawn(chart(series("Koop", 7, 9), series("Huur", 10, 12), shape="gegroepeerd"))
    assert b"<text" not in image.data
    words = {"".join(map(str, text.itertext())) for text in etree.fromstring(image.worded).iter("{*}text")}
    assert {"Koop", "Huur", "7", "12"} <= words


def test_lying_bars_are_no_way_out_of_a_long_name_that_they_have_no_room_for_either() -> None:
    long = series("Woningen voor starters en ouderen " * 3 + "samen", 10, 12)
    with pytest.raises(ContentError) as error:
        drawn(chart(long, series("Koop", 7, 9), shape="gegroepeerd"), HALF)
    hint = error.value.problems[0].hint or ""
    assert hint.startswith("geef de reeks 'Woningen voor")
    assert "liggend" not in hint


@pytest.mark.parametrize("width", [WIDE, HALF])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_chart_is_a_drawing_as_wide_as_was_asked_for_whose_bitmap_has_150_dpi(
    shape: Shape, width: float
) -> None:
    image = drawn(chart(series("Huur", 10, 12), series("Koop", 7, 9), shape=shape), width)
    assert image.media_type == "image/svg+xml"
    assert image.width == pytest.approx(width / 25.4 * 96, abs=1)
    assert bitmap(image).startswith(b"\x89PNG")
    assert int.from_bytes(bitmap(image)[16:20]) == pytest.approx(width / 25.4 * 150, rel=0.01)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_number_stands_in_the_chart_as_it_is_printed(
    shape: Shape, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    for method in ("text", "annotate"):
        original = getattr(Axes, method)

        def noted(axes: Axes, *given: Any, original: Any = original, **options: Any) -> Any:
            seen.extend(one for one in given if isinstance(one, str))
            return original(axes, *given, **options)

        monkeypatch.setattr(Axes, method, noted)
    one = chart(series("Huur", 1348, 1512), series("Koop", 700, 909), shape=shape)
    drawn(one)
    numbers = [word for words in seen for word in words.split() if word not in ("Huur", "Koop")]
    assert sorted(numbers) == sorted(["1.348", "1.512", "700", "909", *(["2.048", "2.421"] * one.stacked)])


def words_in(image: Image) -> set[str]:
    return {"".join(map(str, text.itertext())) for text in etree.fromstring(image.worded).iter("{*}text")}


def test_a_stack_without_room_for_its_total_is_drawn_without() -> None:
    parts = series("Huur", 6_998_999, 3_000_000), series("Koop", 1_234, 2_999_999)
    roomy, narrow = (words_in(drawn(chart(*parts, shape="gestapeld"), width)) for width in (WIDE, 38))
    assert "7.000.233" in roomy
    assert {"1.234", "2.999.999"} <= narrow
    assert "7.000.233" not in narrow


def test_a_number_in_a_part_of_a_stack_can_be_read_on_its_ground() -> None:
    for index in range(1, 6):
        ground = STYLE.colour(f"reeks-{index}")
        assert contrast(readable_on(ground, STYLE), ground) >= 4.5


def test_a_number_at_a_line_of_the_scale_stands_on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    many = chart(series("Huur", *range(1000, 3000, 100)), shape="lijn")
    axes = axes_of(many, HALF, monkeypatch)
    assert axes.get_axisbelow() is True
    grounds = [text.get_bbox_patch() for text in axes.texts]
    assert [to_hex(ground.get_facecolor()) for ground in grounds if ground] == [STYLE.colour("papier")] * 2


def test_bars_differ_in_pattern_and_lines_in_mark_and_dashes_so_that_colour_is_not_needed() -> None:
    five = [series(f"Reeks {at}", 10 + at, 20 + 2 * at) for at in range(5)]
    bars = etree.fromstring(drawn(chart(*five, shape="gestapeld")).data)
    assert len(list(bars.iter("{http://www.w3.org/2000/svg}pattern"))) == 4  # the first one is plain
    lines = drawn(chart(*five[:2], series("Reeks 3", 80, 90), shape="lijn")).data.decode()
    dashes = {part.split('"')[0].split(";")[0] for part in lines.split("stroke-dasharray: ")[1:]}
    assert len(dashes) == 2


def test_the_colours_of_series_stand_out_from_the_paper() -> None:
    for index in range(1, 6):
        assert contrast(STYLE.colour(f"reeks-{index}"), STYLE.colour("papier")) >= 3


def test_lying_bars_make_a_chart_as_high_as_their_number_asks() -> None:
    few = drawn(chart(series("Huur", 1, 2), shape="liggend"))
    many = drawn(chart(series("Huur", *range(1, 13)), shape="liggend"))
    assert many.height > 3 * few.height


def test_names_too_long_for_one_row_of_the_legend_stand_below_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[int] = []
    draw = Drawing.legend

    def legend(drawing: Drawing, *given: Any, ncols: int, **options: Any) -> Any:
        tried.append(ncols)
        return draw(drawing, *given, ncols=ncols, **options)

    monkeypatch.setattr(Drawing, "legend", legend)
    drawn(chart(series("Huur", 10, 12), series("Koop", 7, 9)))
    assert tried == [2]
    long = "Woningen die zijn opgeleverd in het hele gebied", "Woningen die zijn begonnen in het gebied"
    drawn(chart(series(long[0], 10, 12), series(long[1], 7, 9)))
    assert tried == [2, 2, 1]


def test_a_chart_finds_no_font_but_those_of_the_house() -> None:
    drawn(chart(series("Huur", 10, 12)))
    for elsewhere in ("DejaVu Sans", "STIXGeneral", "cmr10"):  # which come with the drawing library
        with pytest.raises(ValueError, match="Failed to find font"):
            findfont(elsewhere, fallback_to_default=False)


@pytest.mark.parametrize("name", ["_intern", "Kosten $1$ en $2$", "a_b^c"])
def test_a_name_is_no_notation_of_the_drawing_library(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    crowded = chart_labels.crowded

    def noted(axes: Axes, one: Chart) -> bool:
        seen.append([text.get_text() for text in axes.figure.legends[0].get_texts()])
        return crowded(axes, one)

    monkeypatch.setattr(chart_drawing, "crowded", noted)
    drawn(chart(series(name, 10, 12), series("Koop", 7, 9)))
    assert seen[-1] == [name, "Koop"]


def test_a_name_wider_than_the_chart_is_a_problem() -> None:
    with pytest.raises(ContentError) as error:
        drawn(chart(series("Woningen " * 20, 10, 12), series("Koop", 7, 9)))
    assert told(error) == TOO_WIDE


def test_periods_that_would_run_into_each_other_are_a_problem() -> None:
    with pytest.raises(ContentError) as error:
        drawn(chart(series("Huur", *range(100, 108))), HALF)
    assert told(error) == TOO_WIDE


def test_numbers_that_would_stand_in_the_next_bar_are_a_problem() -> None:
    with pytest.raises(ContentError) as error:
        drawn(chart(series("Huur", *range(12)), series("Koop", *range(12))), 40)
    assert told(error) == TOO_WIDE


def test_a_line_with_many_points_has_numbers_at_its_ends_and_a_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    labelled: list[str] = []
    original = Axes.annotate

    def annotate(axes: Axes, text: str, *given: Any, **options: Any) -> Any:
        labelled.append(text)
        return original(axes, text, *given, **options)

    monkeypatch.setattr(Axes, "annotate", annotate)
    image = drawn(chart(series("Huur", *range(1000, 3000, 100)), shape="lijn"), HALF)
    assert labelled[-2:] == ["1.000", "2.900"]
    assert image.height > 0


@pytest.mark.parametrize("shape", ["gestapeld", "liggend gestapeld"])
def test_parts_too_thin_for_their_numbers_have_them_beside_the_stack_clear_of_each_other(
    shape: Shape,
) -> None:
    assert drawn(chart(series("Huur", 3, 2, 96), series("Koop", 97, 1, 3), shape=shape)).height > 0


def test_numbers_wider_than_the_bars_of_a_stack_are_a_problem() -> None:
    nine = [series(name, *range(20_000, 29_000, 1000)) for name in ("Huur", "Koop")]
    with pytest.raises(ContentError) as error:
        drawn(chart(*nine, shape="gestapeld"), HALF)
    assert told(error) == TOO_WIDE


def test_a_stack_takes_more_room_where_its_numbers_need_it() -> None:
    """A year and the quarter a year before it, in whole euros."""
    parts = (
        series(name, *range(start, start + 5), unit="€")
        for name, start in (("Nieuw", 1_250_000), ("Oud", 515_000))
    )
    assert drawn(chart(*parts, shape="gestapeld")).height > 0


@pytest.mark.parametrize("width", [WIDE, HALF])
def test_lines_close_together_are_drawn_with_a_scale_where_numbers_would_collide(width: float) -> None:
    three = series("Huur", 100, 110), series("Koop", 105, 112), series("Vrij", 50, 40)
    assert drawn(chart(*three, shape="lijn"), width).height > 0


def legends_of(axes: Axes) -> list[Any]:
    drawing = axes.get_figure()
    return drawing.legends if drawing else []


@pytest.mark.parametrize("width", [WIDE, HALF])
def test_lines_have_their_names_at_their_ends_clear_of_each_other(
    width: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two end at nearly the same height."""
    three = series("Huur", 100, 110), series("Koop", 105, 112), series("Vrij", 50, 40)
    axes = axes_of(chart(*three, shape="lijn"), width, monkeypatch)
    names = {text.get_text(): text.get_window_extent() for text in chart_ends.names_of(axes)}
    assert list(names) == ["110 Huur", "112 Koop", "40 Vrij"]
    assert not any(one.overlaps(other) for one, other in combinations(names.values(), 2))
    assert names["112 Koop"].y0 > names["110 Huur"].y0 > names["40 Vrij"].y0
    assert legends_of(axes) == []


@pytest.mark.parametrize(
    "several",
    [
        [
            series("Woningen voor starters en ouderen in het hele gebied van de regio", 1, 9),
            series("Koop", 2, 3),
        ],
        [series(f"Reeks {at}", 1, 100 + at) for at in range(5)],
        [series("Koop", 2, 3), Series("Huur", (Decimal(2), None), ("2", "n.b."))],
    ],
    ids=["a long name", "five ends at one height", "an end without a number"],
)
def test_lines_whose_names_find_no_room_at_their_ends_have_a_legend(
    several: list[Series], monkeypatch: pytest.MonkeyPatch
) -> None:
    axes = axes_of(chart(*several, shape="lijn"), WIDE, monkeypatch)
    (legend,) = legends_of(axes)
    assert [text.get_text() for text in legend.get_texts()] == [one.name for one in several]
    assert chart_ends.names_of(axes) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_charts_beside_each_other_are_drawn_on_one_scale(
    shape: Shape, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The names of the one take two rows of the legend, and its numbers are a tenth of the other's."""
    one = chart(series("Aanvragen", 151, 228), series("Toewijzingen", 25, 36), shape=shape)
    other = chart(series("Aanvragen", 15, 22), series("Toegekend van wat gevraagd is", 2, 3), shape=shape)
    seen = [axes_of(this, HALF, monkeypatch) for this in (on_one_scale(one, other), on_one_scale(other, one))]
    unit = [axes.transData.transform((1, 1)) - axes.transData.transform((0, 0)) for axes in seen]
    along = 0 if one.lying else 1
    assert unit[0][along] == pytest.approx(unit[1][along], rel=0.01)
    assert axes_of(other, HALF, monkeypatch).transData.transform((1, 1))[along] != unit[1][along]


@pytest.mark.parametrize("width", [WIDE, HALF])
@pytest.mark.parametrize("shape", ["gestapeld", "liggend gestapeld"])
def test_shares_are_drawn_as_long_as_each_other(
    shape: Shape, width: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = as_shares(chart(series("Huur", 30, 1), series("Koop", 10, 2), shape=shape))
    assert one is not None
    axes = axes_of(one, width, monkeypatch)
    along = 0 if one.lying else 1
    ends = [bar.get_window_extent().max[along] for bar in axes.patches[-2:]]
    assert ends[0] == pytest.approx(ends[1])
    numbers = {text.get_text() for text in axes.texts}
    assert numbers == {"75%", "25%", "33%", "67%"}


def estimated(one: Series, *places: int) -> Series:
    return replace(one, estimates=places)


@pytest.mark.parametrize("shape", SHAPES)
def test_an_estimate_is_drawn_open_with_that_word_at_its_period(shape: Shape) -> None:
    parts = series("Huur", 10, 12, 14), series("Koop", 7, 8, 9)
    measured, guessed = chart(*parts, shape=shape), chart(*(estimated(one, 2) for one in parts), shape=shape)
    words = {"(raming)"} if not measured.lying else {"2022-H1 (raming)"}
    assert words <= words_in(drawn(guessed)) - words_in(drawn(measured))
    paper = f"fill: {STYLE.colour('papier')}".encode()
    assert drawn(guessed).data.count(paper) > drawn(measured).data.count(paper)


@pytest.mark.parametrize("shape", SHAPES)
def test_an_estimate_beside_a_measured_number_is_told_of_in_the_legend(shape: Shape) -> None:
    one = chart(estimated(series("Huur", 10, 12), 1), series("Koop", 7, 9), shape=shape)
    assert "raming" in words_in(drawn(one))


def test_an_estimate_whose_period_is_not_named_at_the_line_is_told_of_in_the_legend() -> None:
    one = chart(estimated(series("Huur", *range(1000, 3000, 100)), 18, 19), shape="lijn")
    assert {"raming", "(raming)"} <= words_in(drawn(one, HALF))


def test_a_character_without_a_glyph_is_a_problem() -> None:
    with pytest.raises(ContentError) as error:
        drawn(chart(series("Huur 😀", 10, 12)))
    assert told(error) == ["figuren/woningen.yaml:1: het teken '😀' (U+1F600) staat niet in het lettertype"]


@pytest.mark.parametrize("shape", ["gestapeld", "liggend gestapeld"])
def test_empty_stacks_are_drawn(shape: Shape) -> None:
    assert drawn(chart(series("Huur", 0, 0), series("Koop", 0, 0), shape=shape)).height > 0


@pytest.mark.parametrize("shape", ["gegroepeerd", "liggend", "lijn"])
def test_zero_and_negative_values_are_drawn(shape: Shape) -> None:
    assert drawn(chart(series("Groei", 0, 0), series("Land", 0, 0), shape=shape)).height > 0
    assert drawn(chart(series("Groei", -3, 5), series("Land", -4, 4), shape=shape)).height > 0


@pytest.mark.parametrize("several", [1, 2])
def test_a_standing_chart_holds_twelve_quarters(several: int) -> None:
    many = [series(name, *range(1000, 2200, 100)) for name in ("Huur", "Koop")][:several]
    labels = tuple(Periode(2023 + at // 4, at % 4 + 1, "kwartaal").words("kort") for at in range(12))
    assert drawn(replace(chart(*many), labels=labels)).height > 0


@pytest.mark.parametrize("shape", ["gegroepeerd", "liggend", "lijn"])
def test_a_value_that_is_not_known_is_a_gap_with_a_word(shape: Shape) -> None:
    gap = Series("Huur", (Decimal(10), None, Decimal(12)), ("10", "n.b.", "12"))
    assert drawn(replace(chart(series("Koop", 7, 8, 9), shape=shape), series=(gap,))).height > 0


@pytest.mark.parametrize("at", [0, 2])
def test_a_line_keeps_the_first_and_the_last_period_without_a_number(at: int) -> None:
    values: list[Decimal | None] = [Decimal(10), Decimal(11), Decimal(12)]
    texts = ["10", "11", "12"]
    values[at], texts[at] = None, "n.b."
    gap = Series("Huur", tuple(values), tuple(texts))
    one = replace(chart(series("Koop", 7, 8, 9), shape="lijn"), series=(gap,))
    root = etree.fromstring(drawn(one).worded)
    words = {"".join(map(str, text.itertext())) for text in root.iter("{*}text")}
    assert {"n.b.", *one.labels} <= words


@pytest.mark.parametrize(
    "values",
    [
        [(10, 12, 14, 16), (13, 13.5, 13, 12), (20, 18, 15, 11)],
        [(1234567, 1334567, 1434567, 1034567)],
    ],
)
@pytest.mark.parametrize("width", [WIDE, HALF])
def test_no_number_stands_on_a_line(
    values: list[tuple[float, ...]], width: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = [series(f"Reeks {at}", *one) for at, one in enumerate(values)]
    assert chart_labels.on_a_line(axes_of(chart(*several, shape="lijn"), width, monkeypatch)) == []


def test_a_series_without_a_first_number_is_not_named_over_the_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    gap = Series("Woningen", (None, *map(Decimal, range(21, 32))), ("n.b.", *map(str, range(21, 32))))
    one = chart(series("Koop", *range(31, 19, -1)), shape="lijn")
    axes = axes_of(replace(one, series=(gap, *one.series)), HALF, monkeypatch)
    (name,) = (text.get_window_extent() for text in axes.texts if text.get_text() == "Woningen: n.b.")
    scale = [text.get_window_extent() for text in axes.get_yticklabels()]
    assert axes.yaxis.get_visible()
    assert not any(name.overlaps(one) for one in scale)
