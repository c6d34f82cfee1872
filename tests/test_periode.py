"""Reporting periods."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.periode import Periode, PeriodeError, PeriodKind, meant_periode, parse_periode

KINDS: dict[PeriodKind, int] = {"jaar": 1, "halfjaar": 2, "viermaands": 3, "kwartaal": 4}
NO_PERIOD = "schrijf een halfjaar als 2021-H2, een kwartaal als 2022-Q3, vier maanden als 2022-T1 en een jaar als 2022"
PERIODS = st.sampled_from(
    [
        Periode(year, number, kind)
        for year in (1999, 2020, 2024)
        for kind in KINDS
        for number in range(1, KINDS[kind] + 1)
    ]
)


@pytest.mark.parametrize(
    ("text", "first", "last", "name", "months"),
    [
        ("2021-H2", "2021-07-01", "2021-12-31", "tweede halfjaar 2021", "juli-december 2021"),
        ("2024-H1", "2024-01-01", "2024-06-30", "eerste halfjaar 2024", "januari-juni 2024"),
        ("2022-Q3", "2022-07-01", "2022-09-30", "derde kwartaal 2022", "juli-september 2022"),
        ("2024-Q1", "2024-01-01", "2024-03-31", "eerste kwartaal 2024", "januari-maart 2024"),
        ("2022-T1", "2022-01-01", "2022-04-30", "eerste viermaandsperiode 2022", "januari-april 2022"),
        ("2022-Q2", "2022-04-01", "2022-06-30", "tweede kwartaal 2022", "april-juni 2022"),
        ("2022-Q4", "2022-10-01", "2022-12-31", "vierde kwartaal 2022", "oktober-december 2022"),
        ("2022-T2", "2022-05-01", "2022-08-31", "tweede viermaandsperiode 2022", "mei-augustus 2022"),
        ("2022-T3", "2022-09-01", "2022-12-31", "derde viermaandsperiode 2022", "september-december 2022"),
        ("2022", "2022-01-01", "2022-12-31", "jaar 2022", "januari-december 2022"),
    ],
)
def test_a_period_has_days_and_names(text: str, first: str, last: str, name: str, months: str) -> None:
    periode = parse_periode(text)
    assert (str(periode.first_day), str(periode.last_day)) == (first, last)
    assert (periode.name, periode.months) == (name, months)


@given(PERIODS)
def test_periods_follow_each_other_without_a_gap(periode: Periode) -> None:
    assert periode.next.first_day == periode.last_day + timedelta(days=1)
    assert periode.next.previous == periode
    assert periode.previous.next == periode
    assert parse_periode(str(periode)) == periode
    assert (periode.year_before.year, periode.year_before.number) == (periode.year - 1, periode.number)


def test_the_periods_of_a_kind_fill_a_year() -> None:
    for kind, count in KINDS.items():
        first = Periode(2024, 1, kind)
        days = 0
        for _ in range(count):
            days += (first.last_day - first.first_day).days + 1
            first = first.next
        assert (days, first.first_day) == (366, date(2025, 1, 1))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2021-H3", "'2021-H3' bestaat niet", "dat jaar heeft 2021-H1, 2021-H2"),
        ("2021-H0", "'2021-H0' bestaat niet", "dat jaar heeft 2021-H1, 2021-H2"),
        ("2022-T4", "'2022-T4' bestaat niet", "dat jaar heeft 2022-T1, 2022-T2, 2022-T3"),
        ("2022-Q5", "'2022-Q5' bestaat niet", "dat jaar heeft 2022-Q1, 2022-Q2, 2022-Q3, 2022-Q4"),
        ("21H2", "'21H2' is geen periode", "bedoelde u 2021-H2?"),
        ("2021H2", "'2021H2' is geen periode", "bedoelde u 2021-H2?"),
        ("2021-h2", "'2021-h2' is geen periode", "bedoelde u 2021-H2?"),
        ("2021 H2", "'2021 H2' is geen periode", "bedoelde u 2021-H2?"),
        ("21h3", "'21h3' is geen periode", NO_PERIOD),
        ("K3-2022", "'K3-2022' is geen periode", "bedoelde u 2022-Q3?"),
        ("2e halfjaar 2021", "'2e halfjaar 2021' is geen periode", "bedoelde u 2021-H2?"),
        ("tweede halfjaar 2021", "'tweede halfjaar 2021' is geen periode", "bedoelde u 2021-H2?"),
        ("2022, derde kwartaal", "'2022, derde kwartaal' is geen periode", NO_PERIOD),
        ("2022 derde kwartaal", "'2022 derde kwartaal' is geen periode", "bedoelde u 2022-Q3?"),
        ("2022-H1 - kopie", "'2022-H1 - kopie' is geen periode", "bedoelde u 2022-H1?"),
        ("2022-H10", "'2022-H10' is geen periode", NO_PERIOD),
        (
            "zomer",
            "'zomer' is geen periode",
            NO_PERIOD,
        ),
    ],
)
def test_what_is_no_period_is_told_with_a_way_out(text: str, message: str, hint: str) -> None:
    with pytest.raises(PeriodeError) as error:
        parse_periode(text)
    assert (error.value.message, error.value.hint) == (message, hint)


@given(PERIODS)
def test_a_period_in_words_is_known_for_what_it_is(periode: Periode) -> None:
    if periode.kind != "jaar":
        assert meant_periode(periode.name) == periode


@given(st.text("0123456789HhTtQqKkSs-_ ./'e", max_size=12))
def test_no_hint_proposes_a_period_that_does_not_exist(text: str) -> None:
    with suppress(PeriodeError):
        parse_periode(text)
        return
    meant = meant_periode(text)
    assert meant is None or parse_periode(str(meant)) == meant


@pytest.mark.parametrize(
    ("text", "kind", "others"),
    [
        ("2025-H2", "kwartaal", ["2025-Q3", "2025-Q4"]),
        ("2025-Q3", "halfjaar", ["2025-H2"]),
        ("2025-T2", "halfjaar", ["2025-H1", "2025-H2"]),
        ("2025-T2", "kwartaal", ["2025-Q2", "2025-Q3"]),
        ("2025-Q1", "jaar", ["2025"]),
        ("2025", "viermaands", ["2025-T1", "2025-T2", "2025-T3"]),
    ],
)
def test_periods_of_another_kind_that_lie_in_one_are_known(
    text: str, kind: PeriodKind, others: list[str]
) -> None:
    assert [str(one) for one in parse_periode(text).beside(kind)] == others


@given(st.text(max_size=12))
def test_any_other_text_is_a_period_or_a_problem(text: str) -> None:
    with suppress(PeriodeError):
        assert str(parse_periode(text)) == text


@pytest.mark.parametrize(
    ("form", "half", "quarter", "year"),
    [
        ("lang", "tweede halfjaar van 2021", "derde kwartaal van 2025", "2022"),
        ("kort", "2e helft 2021", "3e kw. 2025", "2022"),
        ("maanden", "juli-december 2021", "juli-september 2025", "januari-december 2022"),
        ("zonder-jaar", "tweede halfjaar", "derde kwartaal", "jaar"),
        ("jaar", "2021", "2025", "2022"),
        ("naam", "2021-H2", "2025-Q3", "2022"),
    ],
)
def test_a_period_has_its_name_in_each_form(form: str, half: str, quarter: str, year: str) -> None:
    periods = (parse_periode(name) for name in ("2021-H2", "2025-Q3", "2022"))
    assert [one.words(form) for one in periods] == [half, quarter, year]
