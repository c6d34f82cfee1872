"""The periods that a text names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.named_periods import named_periods, placed_times
from rapportage.periode import FORMS, Periode, parse_periode

H1, H2 = ("2024-01-01", "2024-06-30"), ("2024-07-01", "2024-12-31")


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("over het derde kwartaal van 2025", "derde kwartaal van 2025", ("2025-07-01", "2025-09-30")),
        ("Derde Kwartaal 2025", "Derde Kwartaal 2025", ("2025-07-01", "2025-09-30")),
        ("tweede helft van 2021", "tweede helft van 2021", ("2021-07-01", "2021-12-31")),
        ("2025-Q3 en Q4", "2025-Q3 en Q4", ("2025-07-01", "2025-12-31")),
        ("H1 2022", "H1 2022", ("2022-01-01", "2022-06-30")),
        ("2024H2", "2024H2", H2),
        ("1e helft '24", "1e helft '24", H1),
        ("1e kw. 2024", "1e kw. 2024", ("2024-01-01", "2024-03-31")),
        ("Eerste halfjaarrapportage 2024", "Eerste halfjaarrapportage 2024", H1),
        ("eerste semester 2024", "eerste semester 2024", H1),
        ("halfjaar 1 2024", "halfjaar 1 2024", H1),
        ("eerste zes maanden van 2024", "eerste zes maanden van 2024", H1),
        ("laatste 6 maanden van 2024", "laatste 6 maanden van 2024", H2),
        ("januari tot en met december 2024", "januari tot en met december 2024", (H1[0], H2[1])),
        ("jan-jun 2024", "jan-jun 2024", H1),
        ("jul.-dec. 2024", "jul.-dec. 2024", H2),
        ("jan '24 - jun '24", "jan '24 - jun '24", H1),
        ("van januari tot juli 2024", "januari tot juli 2024", H1),
        ("van 1 januari tot 1 juli 2024", "1 januari tot 1 juli 2024", H1),
        ("1 januari t/m 30 juni 2024", "1 januari t/m 30 juni 2024", H1),
        ("01-01-2024 t/m 30-06-2024", "01-01-2024 t/m 30-06-2024", H1),
        ("oktober 2023-maart 2024", "oktober 2023-maart 2024", ("2023-10-01", "2024-03-31")),
        ("november-januari 2025", "november-januari 2025", ("2024-11-01", "2025-01-31")),
        ("Q1 en Q2 2024", "Q1 en Q2 2024", H1),
        ("Q1-Q2 2024", "Q1-Q2 2024", H1),
        ("eerste en tweede kwartaal 2024", "eerste en tweede kwartaal 2024", H1),
        ("het derde en het vierde kwartaal van 2024", "derde en het vierde kwartaal van 2024", H2),
        ("Stand 30-06-2024", "30-06-2024", (H1[1], H1[1])),
        ("tot 1 juli 2024", "tot 1 juli 2024", (H1[1], H1[1])),
        ("Stand per 30 juni 2024", "30 juni 2024", (H1[1], H1[1])),
        ("29 februari 2024", "29 februari 2024", ("2024-02-29", "2024-02-29")),
        ("juni 2024", "juni 2024", ("2024-06-01", "2024-06-30")),
    ],
)
def test_a_period_with_a_year_has_its_days(text: str, words: str, days: tuple[str, str]) -> None:
    (one,) = named_periods(text)
    assert (one.words, (str(one.first), str(one.last)), one.dated) == (words, days, True)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("het 3e kwartaal", "2024-Q3"),
        ("januari-juni", "2023-H1"),
        ("derde en vierde kwartaal", "2025-H2"),
        ("de tweede helft van het jaar", "2021-H2"),
        ("H2", "2021-H2"),
        ("september-december", "2024-T3"),
    ],
)
def test_a_period_without_a_year_may_be_of_any(text: str, may_be: str) -> None:
    (one,) = named_periods(text)
    assert not one.dated
    assert one.may_be(parse_periode(may_be))
    assert not one.may_be(parse_periode(may_be).next)
    assert one.is_before(parse_periode(may_be).next)


@pytest.mark.parametrize(
    "text",
    [
        "het eerste jaar, Q5, H20, A28, 30 juni, mei",
        "medio 2024, voorjaar 2024, zomer 2024, 2024/2025, 2023-2024",
        "de eerste zes maanden van het project",
        "de tweede helft van de bouw",
        "de eerste kwartaalrapportage van de regio",
        "sinds juni 2023, vanaf 1 januari 2024, na december 2023",
        "Motie van 14 mei 2024, besluit van dinsdag 14 mei 2024",
        "31-02-2024, 2024-31-12",
        "2024-1, 2024-I, periode 1 van 2024",
        "Jan-Piet Meijer 2024",
    ],
)
def test_what_is_no_period_names_none(text: str) -> None:
    assert named_periods(text) == []


@pytest.mark.parametrize(
    "text", ["2024-1", "2024/1", "2024-I", "I-2024", "periode 1 van 2024", "Periode 1, 2024"]
)
def test_a_number_is_a_period_where_one_is_looked_for(text: str) -> None:
    assert [one.may_be(parse_periode("2024-H1")) for one in named_periods(text, "halfjaar")] == [True]


@pytest.mark.parametrize(
    "text", ["motie 2024-1", "2024-3", "2024-10", "2024/2025", "nota 2024/2", "2024-1-12"]
)
def test_a_number_of_something_else_is_none(text: str) -> None:
    assert named_periods(text, "halfjaar") == []


def test_what_is_joined_has_the_periods_it_is_made_of() -> None:
    (one,) = named_periods("Q1, Q2 en Q3 2024")
    assert [str(part.first) for part in one.of_kind("kwartaal")] == ["2024-01-01", "2024-04-01", "2024-07-01"]
    assert one.of_kind("halfjaar") == []


def test_what_is_not_adjacent_is_not_joined() -> None:
    assert [one.words for one in named_periods("juni en december 2024")] == ["juni", "december 2024"]
    assert [one.words for one in named_periods("Q1 en Q4 2024")] == ["Q1", "Q4 2024"]


@pytest.mark.parametrize(
    ("text", "words", "over"),
    [
        ("eind 2023", "eind 2023", "2023-12-31"),
        ("aan het einde van 2023", "aan het einde van 2023", "2023-12-31"),
        ("ultimo 2023", "ultimo 2023", "2023-12-31"),
        ("begin 2024", "begin 2024", "2023-12-31"),
        ("1 januari 2024", "1 januari 2024", "2023-12-31"),
        ("30 juni 2024", "30 juni 2024", "2024-06-30"),
        ("in 2024-H1", "2024-H1", "2024-06-30"),
    ],
)
def test_the_end_of_a_year_is_a_time_with_the_last_day_that_is_over(text: str, words: str, over: str) -> None:
    ((start, end, one),) = placed_times(f"dan {text}, en")
    assert (f"dan {text}, en"[start:end], str(one.over)) == (words, over)


@pytest.mark.parametrize(
    "text", ["het begin van de bouw", "eind vorig jaar", "einde 2023-plan", "eind 2023/2024", "beginnen 2024"]
)
def test_other_ends_are_no_times(text: str) -> None:
    assert placed_times(text) == []


@given(st.sampled_from([*"HTQ"]), st.integers(1, 4), st.integers(1990, 2040), st.sampled_from(FORMS))
def test_a_period_is_known_by_each_name_that_it_has(letter: str, number: int, year: int, form: str) -> None:
    if number <= {"H": 2, "T": 3, "Q": 4}[letter] and form != "jaar":
        periode = parse_periode(f"{year}-{letter}{number}")
        assert [one.may_be(periode) for one in named_periods(f"Voortgang {periode.words(form)}.")] == [True]


@given(st.text("0123456789HQtTkI'-/ .,januieoctmberdvh", max_size=60))
def test_any_text_names_periods_in_order_of_days(text: str) -> None:
    for one in named_periods(text, "kwartaal"):
        assert one.first <= one.last
        assert all(one.first <= part.first for part in one.parts)


def test_the_days_of_a_period_are_of_one_period_of_its_kind() -> None:
    periode = parse_periode("2024-T2")
    assert Periode.of_days(periode.first_day, periode.last_day, "viermaands") == periode
    assert Periode.of_days(periode.first_day, periode.last_day, "kwartaal") is None
