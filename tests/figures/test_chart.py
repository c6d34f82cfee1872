"""What a chart shows, and the description drafted from it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from chart_values import chart, series

from rapportage.content.figures import Lijndiagram, Staafdiagram
from rapportage.content.indicators import Indicator
from rapportage.figures.chart import chart_of, chart_source, draft, on_one_scale
from rapportage.figures.chart_data import Chart


def indicator(
    name: str, unit: str, rows: list[tuple[str, float, str | None]], source: str = "Teller"
) -> Indicator:
    """A series of rows (period, value, measured)."""
    values = [{"periode": one, "waarde": Decimal(str(value)), "peildatum": when} for one, value, when in rows]
    return Indicator.model_validate(
        {"id": name, "naam": name, "eenheid": unit, "bron": source, "waarden": values}
    )


HUUR = indicator("huur", "woningen", [("2021-H1", 151, "2021-06"), ("2021-H2", 228, "2022-01")])
KOOP = indicator("koop", "woningen", [("2021-H1", 25, "2021-06"), ("2021-H2", 36, "2022-01")], "Kadaster")
ALL = {"huur": HUUR, "koop": KOOP}


def bars(**keys: Any) -> Staafdiagram:
    data: dict[str, Any] = {"soort": "staafdiagram", "bijschrift": "Woningen", "alt": "Het stijgt."}
    data |= {"perioden": ["2021-H1", "2021-H2"], "reeksen": [{"indicator": "huur"}, {"indicator": "koop"}]}
    return Staafdiagram.model_validate(data | keys)


@pytest.mark.parametrize(
    ("keys", "shape"),
    [
        ({}, "gegroepeerd"),
        ({"vorm": "gestapeld"}, "gestapeld"),
        ({"richting": "liggend"}, "liggend"),
        ({"vorm": "gestapeld", "richting": "liggend"}, "liggend gestapeld"),
    ],
)
def test_a_bar_chart_has_the_shape_that_its_file_asks_for(keys: dict[str, str], shape: str) -> None:
    made = chart_of(bars(**keys), ALL)
    assert made is not None
    assert made.shape == shape


def test_a_line_chart_has_lines() -> None:
    data = {"soort": "lijndiagram", "bijschrift": "W", "perioden": ["2021-H1", "2021-H2"]}
    made = chart_of(Lijndiagram.model_validate(data | {"reeksen": [{"indicator": "huur"}]}), ALL)
    assert made is not None
    assert made.shape == "lijn"


def test_periods_are_called_by_their_short_names() -> None:
    made = chart_of(bars(), ALL)
    assert made is not None
    assert made.labels == ("1e helft 2021", "2e helft 2021")


def test_a_value_that_lacks_is_a_gap_but_in_a_stack() -> None:
    gap = indicator("huur", "woningen", [("2021-H2", 228, None)])
    made = chart_of(bars(reeksen=[{"indicator": "huur"}]), {"huur": gap})
    assert made is not None
    assert made.series[0].values == (None, Decimal(228))
    assert made.series[0].texts == ("n.b.", "228")
    said = "huur is 228 in 2e helft 2021, niet bekend voor 1e helft 2021 (1e helft 2021 tot 2e helft 2021)."
    assert draft(made) == said
    assert chart_of(bars(vorm="gestapeld", reeksen=[{"indicator": "huur"}]), {"huur": gap}) is None


def test_many_moments_of_measuring_are_summed_up() -> None:
    periods = [(2024 + at // 4, at % 4 + 1) for at in range(7)]
    huur = indicator(
        "huur",
        "woningen",
        [(f"{year}-Q{quarter}", 10, f"{year}-{quarter * 3:02}-30") for year, quarter in periods],
    )
    quarters = [f"{year}-Q{quarter}" for year, quarter in periods]
    made = chart_source(bars(perioden=quarters, reeksen=[{"indicator": "huur"}]), {"huur": huur})
    assert made == "Teller, kwartaalcijfers, maart 2024-september 2025"


def test_a_chart_with_an_unknown_series_or_a_missing_value_is_none() -> None:
    assert chart_of(bars(reeksen=[{"indicator": "zee"}]), ALL) is None
    assert chart_of(bars(perioden=["2020-H1"]), ALL) is None


def test_the_source_of_a_chart_is_that_of_its_series_with_the_moments_of_measuring() -> None:
    assert chart_source(bars(), ALL) == (
        "Teller, peildatum juni 2021 en januari 2022; Kadaster, peildatum juni 2021 en januari 2022"
    )


DRAFTS: list[tuple[Chart, str]] = [
    (
        chart(
            series("Aanvragen van inwoners", 151, 228, unit="aanvragen"),
            series("Toewijzingen", 25, 36, unit="toewijzingen"),
        ),
        "Aanvragen van inwoners stijgen van 151 naar 228; toewijzingen van 25 naar 36 (2021-H1 tot 2021-H2).",
    ),
    (
        chart(series("Regio Zwolle", -2.8, 4.7, unit="%"), series("Nederland", -3.7, 3.9, unit="%")),
        "Regio Zwolle stijgt van −2,8% naar 4,7%; Nederland van −3,7% naar 3,9% (2021-H1 tot 2021-H2).",
    ),
    (
        chart(series("Aandeel", 30, 27, unit="%"), series("Inkomen", 5, 5, unit="%")),
        "Aandeel daalt van 30,0% naar 27,0%. Inkomen blijft gelijk op 5,0% (2021-H1 tot 2021-H2).",
    ),
    (
        chart(series("Werkloosheid", 10, 40, 20)),
        "Werkloosheid stijgt van 10 naar 20, met 40 het hoogst in 2021-H2 (2021-H1 tot 2022-H1).",
    ),
    (
        chart(series("Dalfsen", 10, 20, unit="woningen"), series("Ommen", 5, 9, unit="woningen")),
        "Dalfsen stijgt van 10 naar 20; Ommen van 5 naar 9 (2021-H1 tot 2021-H2).",
    ),
    (
        chart(series("Werkloosheid", 20, 40, 5, 30)),
        "Werkloosheid stijgt van 20 naar 30, met 40 het hoogst in 2021-H2 en 5 het laagst in 2022-H1"
        " (2021-H1 tot 2022-H2).",
    ),
    (chart(series("Huur", 10), series("Koop", 7)), "2021-H1: Huur 10 en Koop 7."),
]


@pytest.mark.parametrize(("one", "words"), DRAFTS)
def test_a_description_is_drafted_from_the_numbers(one: Chart, words: str) -> None:
    assert draft(one) == words


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("30 juni 2023", "31 december 2023", "30 juni 2024"), "met 40 het hoogst op 31 december 2023"),
        (("juni 2023", "december 2023", "juni 2024"), "met 40 het hoogst in december 2023"),
        (("1e helft 2023", "2e helft 2023", "1e helft 2024"), "met 40 het hoogst in 2e helft 2023"),
    ],
)
def test_what_was_highest_on_a_day_was_so_on_it(labels: tuple[str, ...], said: str) -> None:
    made = replace(chart(series("Werkloosheid", 10, 40, 20)), labels=labels)
    assert said in draft(made)


def test_the_data_are_rows_of_series_or_of_periods_where_there_are_many() -> None:
    assert chart(series("Huur", 10, 12), series("Koop", 7, 9)).rows() == [
        ["", "2021-H1", "2021-H2"],
        ["Huur", "10", "12"],
        ["Koop", "7", "9"],
    ]
    assert chart(series("Huur", 1, 2, 3, 4)).rows() == [
        ["", "Huur"],
        *([f"{2021 + at // 2}-H{at % 2 + 1}", str(at + 1)] for at in range(4)),
    ]


def test_a_number_that_is_still_to_come_is_not_said_to_be_unknown() -> None:
    rows = [{"periode": "2021-H1", "waarde": Decimal(151)}, {"periode": "2021-H2", "waarde": "open"}]
    data = {"id": "huur", "naam": "Huur", "eenheid": "woningen", "bron": "Teller", "waarden": rows}
    made = chart_of(bars(reeksen=[{"indicator": "huur"}]), {"huur": Indicator.model_validate(data)})
    assert made is not None
    assert made.series[0].texts == ("151", "[nog open]")
    assert "nog open voor 2e helft 2021" in draft(made)
    assert "niet bekend" not in draft(made)


def test_a_stack_has_a_total_but_where_that_says_nothing() -> None:
    shares = series("Koop", 40, 30, unit="%"), series("Huur", 60, 70, unit="%")
    counted = chart(series("Koop", 1000, 7), series("Huur", 500, 8), shape="gestapeld")
    assert [text for _, text in counted.totals] == ["1.500", "15"]
    assert chart(series("Koop", 1000, 7), series("Huur", 500, 8)).totals == ()
    assert chart(series("Koop", 1000, 7), shape="gestapeld").totals == ()
    assert replace(chart(*shares, shape="gestapeld"), unit="%").totals == ()


def test_an_estimate_is_told_as_one_wherever_the_chart_is_told_in_words() -> None:
    given = Indicator.model_validate(
        {
            "id": "groei",
            "naam": "Groei",
            "eenheid": "%",
            "bron": "Monitor",
            "waarden": [
                {"periode": "2020", "waarde": Decimal(3)},
                {"periode": "2021", "waarde": Decimal(4), "raming": True},
                {"periode": "2022", "waarde": "n.b.", "raming": True},
            ],
        }
    )
    shown = Staafdiagram.model_validate(
        {
            "soort": "staafdiagram",
            "bijschrift": "Groei",
            "perioden": ["2020", "2021", "2022"],
            "reeksen": [{"indicator": "groei"}],
        }
    )
    one = chart_of(shown, {"groei": given})
    assert one is not None
    assert draft(one) == "Groei stijgt van 3% naar 4% (raming), niet bekend voor 2022 (2020 tot 2022)."
    assert one.rows() == [["", "2020", "2021", "2022"], ["Groei", "3%", "4% (raming)", "n.b."]]
    assert one.data_rows() == [
        ["periode", "Groei (%)", "Groei: raming"],
        ["2020", "3", "nee"],
        ["2021", "4", "ja"],
        ["2022", "n.b.", "nee"],
    ]


def test_only_charts_that_count_alike_and_run_alike_get_one_scale() -> None:
    few, many = chart(series("Koop", 3, 4)), chart(series("Huur", 30, 40))
    assert on_one_scale(few, many).reach == (Decimal(0), Decimal(40))
    assert on_one_scale(many, few).reach == (Decimal(0), Decimal(40))
    for other in (
        replace(many, unit="%"),
        replace(many, shape="lijn"),
        replace(many, shape="liggend"),
    ):
        assert on_one_scale(few, other) == few
    lines = (replace(one, shape="lijn") for one in (few, many))
    assert on_one_scale(*lines).reach == (Decimal(3), Decimal(40))


def shares_of(unit: str, *rows: tuple[str, float, float]) -> Chart | None:
    known = {
        name: indicator(name, unit, [("2020", first, None), ("2021", last, None)])
        for name, first, last in rows
    }
    return chart_of(
        Staafdiagram.model_validate(
            {
                "soort": "staafdiagram",
                "vorm": "aandelen",
                "bijschrift": "Delen",
                "perioden": ["2020", "2021"],
                "reeksen": [{"indicator": name, "naam": name.title()} for name in known],
            }
        ),
        known,
    )


def test_shares_are_of_what_each_period_comes_to_and_keep_their_numbers() -> None:
    one = shares_of("woningen", ("koop", 30, 1), ("huur", 10, 2))
    assert one is not None
    assert one.shape == "aandelen"
    assert [series.texts for series in one.series] == [("75%", "33%"), ("25%", "67%")]
    assert one.axis == ("2020\n(samen 40)", "2021\n(samen 3)")
    assert one.totals == ()
    assert one.rows()[1] == ["Koop", "75% (30)", "33% (1)"]
    assert one.data_rows()[1] == ["2020", "30", "10"]
    assert draft(one).startswith("Koop daalt van 75% (30) naar 33% (1)")


def test_percentages_are_shares_as_they_are_and_nothing_has_no_shares() -> None:
    one = shares_of("%", ("koop", 60, 61), ("huur", 40, 38))
    assert one is not None
    assert [series.texts for series in one.series] == [("60%", "61%"), ("40%", "38%")]
    assert one.axis == ("2020", "2021")
    assert shares_of("woningen", ("koop", 30, 0), ("huur", 10, 0)) is None


def euros(**amounts: tuple[float, float]) -> dict[str, Indicator]:
    return {
        name: indicator(name, "€", [("2021-H1", first, None), ("2021-H2", last, None)])
        for name, (first, last) in amounts.items()
    }


MIXED = euros(lasten=(22_100_000, 22_350_000))
SHORT = euros(lasten=(22_100_000, 22_500_000), baten=(0, 1_000_000_000))


@pytest.mark.parametrize(
    ("known", "keys", "texts"),
    [
        (MIXED, {}, [("€ 22.100.000", "€ 22.350.000")]),
        (SHORT, {}, [("€ 22,1 miljoen", "€ 22,5 miljoen"), ("€ 0", "€ 1 miljard")]),
        (euros(lasten=(120_000, 95_000)), {}, [("€ 120.000", "€ 95.000")]),
        (euros(lasten=(1_000_000, -650_000)), {}, [("€ 1.000.000", "€ −650.000")]),
        # what stacks come to stands in the chart as well
        (euros(een=(600_000, 500_000), twee=(900_000, 500_000)), {"vorm": "gestapeld"},
         [("€ 600.000", "€ 500.000"), ("€ 900.000", "€ 500.000")]),
    ],
)  # fmt: skip
def test_amounts_in_one_chart_are_told_alike(
    known: dict[str, Indicator], keys: dict[str, str], texts: list[tuple[str, str]]
) -> None:
    made = chart_of(bars(**keys, reeksen=[{"indicator": name} for name in known]), known)
    assert made is not None
    told = [*(one for series in made.series for one in series.texts), *(text for _, text in made.totals)]
    assert [tuple(text.replace("\xa0", " ") for text in one.texts) for one in made.series] == texts
    assert len({text.endswith(("miljoen", "miljard")) for text in told if text != "€\xa00"}) == 1


@pytest.mark.parametrize(
    ("known", "scale"),
    [
        (MIXED, ["€ 22.000.000", "€ 22.250.000"]),
        (SHORT, ["€ 22 miljoen", "€ 22,25 miljoen"]),
        (euros(lasten=(970_000, 990_000)), ["€ 22.000.000", "€ 22.250.000"]),
    ],
)
def test_a_scale_tells_amounts_as_the_series_do(known: dict[str, Indicator], scale: list[str]) -> None:
    made = chart_of(bars(reeksen=[{"indicator": name} for name in known]), known)
    assert made is not None
    assert [made.scale_text(at).replace("\xa0", " ") for at in (22e6, 22.25e6)] == scale


def test_a_share_tells_amounts_and_their_whole_alike() -> None:
    one = shares_of("€", ("koop", 600_000, 500_000), ("huur", 900_000, 500_000))
    assert one is not None
    assert one.wholes == ("€\xa01.500.000", "€\xa01.000.000")
    assert one.rows()[1] == ["Koop", "40% (€\xa0600.000)", "50% (€\xa0500.000)"]
