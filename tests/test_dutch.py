"""Dates, amounts, numbers and lists as Dutch council papers write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.dutch import (
    MONTHS,
    amount_text,
    count_text,
    date_text,
    list_text,
    month_text,
    number_text,
    quantity_text,
    rounded,
)
from rapportage.typed import typed_number, with_minus_first, with_whole_numbers


def spaced(text: str) -> str:
    """The text with its no-break spaces made visible."""
    return text.replace("\N{NO-BREAK SPACE}", "_")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1348", 0, "1.348"),
        ("999", 0, "999"),
        ("1234567.891", 2, "1.234.567,89"),
        ("0.94", 2, "0,94"),
        ("2.5", 0, "3"),
        ("0.125", 2, "0,13"),
        ("-2.5", 0, "−3"),
        ("-0.04", 1, "0,0"),
        ("-1348", 0, "−1.348"),
        ("30", 1, "30,0"),
        ("0", 0, "0"),
    ],
)
def test_numbers_have_points_between_thousands_and_a_decimal_comma(
    value: str, decimals: int, text: str
) -> None:
    assert number_text(Decimal(value), decimals) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("5000", 0, "€_5.000"),
        ("2.35", 2, "€_2,35"),
        ("22500000", 0, "€_22,5_miljoen"),
        ("1000000", 0, "€_1_miljoen"),
        ("22510000", 0, "€_22.510.000"),
        ("3000000000", 0, "€_3_miljard"),
        ("999999", 0, "€_999.999"),
        ("-40000", 0, "€_−40.000"),
        ("-22500000", 0, "€_−22,5_miljoen"),
    ],
)
def test_amounts_stand_after_the_sign_and_are_shortened_only_without_loss(
    value: str, decimals: int, text: str
) -> None:
    assert spaced(amount_text(Decimal(value), decimals)) == text


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        ("1.43", "%", 2, "1,43%"),
        ("22500000", "€", 0, "€_22,5_miljoen"),
        ("1348", "woningen", 0, "1.348"),
    ],
)
def test_a_quantity_carries_the_sign_of_its_unit(value: str, unit: str, decimals: int, text: str) -> None:
    assert spaced(quantity_text(Decimal(value), unit, decimals)) == text


def test_a_quantity_is_bare_and_whole_unless_something_else_is_asked() -> None:
    assert quantity_text(Decimal("1348.4")) == "1.348"


def test_the_months_have_their_names() -> None:
    names = [
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ]
    assert list(MONTHS) == names
    assert [month_text(date(2022, month, 1)) for month in range(1, 13)] == [f"{name} 2022" for name in names]


def test_days_and_months_are_written_out_without_capitals() -> None:
    assert date_text(date(2022, 1, 24)) == "24 januari 2022"
    assert date_text(date(2024, 3, 1)) == "1 maart 2024"
    assert month_text(date(2022, 8, 1)) == "augustus 2022"


def test_lists_have_en_before_the_last() -> None:
    assert list_text([]) == ""
    assert list_text(["a"]) == "a"
    assert list_text(["a", "b"]) == "a en b"
    assert list_text(["a", "b", "c"]) == "a, b en c"


def test_a_count_has_the_right_noun() -> None:
    assert count_text(1, "fout", "fouten") == "1 fout"
    assert count_text(0, "fout", "fouten") == "0 fouten"
    assert count_text(1200, "fout", "fouten") == "1.200 fouten"


@given(st.decimals(-(10**12), 10**12, places=3))
def test_a_number_read_back_is_the_rounded_number(value: Decimal) -> None:
    back = Decimal(number_text(value, 2).translate({ord("."): "", ord(","): ".", ord("−"): "-"}))
    assert abs(back - value) <= Decimal("0.005")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("het saldo was -€ 110.500", "het saldo was €_−110.500"),
        ("het saldo was € -110.500", "het saldo was €_−110.500"),
        ("het saldo was −€ 110.500", "het saldo was €_−110.500"),
        ("het saldo was -/- € 110.500", "het saldo was €_−110.500"),
        ("het saldo was - € 110.500", "het saldo was €_−110.500"),  # a dash, perhaps; it keeps to its amount
        ("van -5 tot –6", "van −5 tot −6"),
        ("het saldo is - € 500 en daalt", "het saldo is €_−500 en daalt"),
        ("van – € 1.250,50 naar - 3%.", "van €_−1.250,50 naar −3%."),
        ("Saldo: - € 500", "Saldo: €_−500"),
        ("het saldo (- € 500)", "het saldo (€_−500)"),
        ("Wonen - € 500", "Wonen -_€_500"),
        ("dat is - € 500 - te veel", "dat is -_€_500 - te veel"),
        ("de rit van 2 - 5 km", "de rit van 2 - 5 km"),
        ("tussen 2021-2022, op 12-14", "tussen 2021-2022, op 12-14"),
        ("blz. 12 -14, tel. 038-4981111", "blz. 12 -14, tel. 038-4981111"),
        ("€ 22,5 miljoen", "€_22,5_miljoen"),
        ("€ -", "€_-"),
    ],
)
def test_a_number_in_running_text_keeps_its_minus_and_its_euro_sign(typed: str, printed: str) -> None:
    assert spaced(with_whole_numbers(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("- 5", "−5"), ("- € 150.000", "€_−150.000"), ("-/- 5", "−5"), ("- tekst", "- tekst"), ("-", "-")],
)
def test_a_cell_that_begins_with_a_dash_and_a_number_is_below_zero(typed: str, printed: str) -> None:
    assert spaced(with_whole_numbers(with_minus_first(typed))) == printed


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3.100.000", "3100000"),
        ("23,7", "23.7"),
        ("1.348,50", "1348.50"),
        ("- € 1.500", "-1500"),
        ("−5", "-5"),
        ("1 348", "1348"),
        ("12%", "12"),
        ("(500)", "-500"),
        ("500-", "-500"),
        ("€ 3.000,--", "3000"),
        ("€ (1.500,50)", "-1500.50"),
        ("(€ 1.500)", "-1500"),
    ],
)
def test_a_number_as_people_type_it_is_understood(typed: str, number: str) -> None:
    assert typed_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "1.5",
        "1.34.5",
        "2021-12-31",
        "1,5,6",
        "circa 5",
        "--5",
        "(a)",
        "(-5)",
        "-5-",
        "9" * 20,
        "1" + ".000" * 5,
    ],
)
def test_what_may_be_several_numbers_is_none(typed: str) -> None:
    assert typed_number(typed) is None


def test_a_number_of_any_length_is_rounded() -> None:
    long = "1" * 40
    assert str(rounded(Decimal(f"{long}.55"), 1)) == f"{long}.6"
    assert number_text(Decimal(f"-{long}")).replace(".", "")[-40:] == long
