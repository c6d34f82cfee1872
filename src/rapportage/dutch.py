"""Dates, amounts, numbers and lists as Dutch council papers write them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from io import StringIO

from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
BETWEEN_SENTENCES = re.compile(r"(?<=[.!?;])\s+(?=[^a-z])")
"""The white space between two sentences, or two parts of one that stand by themselves."""
SENTENCE_END = re.compile(r"(?<!\bt\.o\.v)[.;!?](?=\s)")
"""The sign behind which other words begin: what stands before it says nothing of what is behind it."""
_LOCALE = "nl_NL"
MONTHS = tuple(str(name) for name in get_month_names("wide", locale=_LOCALE).values())
_LARGE = ((Decimal(10**9), "miljard"), (Decimal(10**6), "miljoen"))


_DIGITS = 28
"""So many digits a number has room for at least; one that is longer gets as many as it has."""


def date_text(day: date) -> str:
    """A day in words: 24 januari 2022."""
    return format_date(day, "d MMMM y", locale=_LOCALE)


def month_text(day: date) -> str:
    """The month of a day in words: januari 2022."""
    return format_date(day, "MMMM y", locale=_LOCALE)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """`value` with exactly this many decimals, halves away from zero as in council papers."""
    with _room_for(value, decimals):
        return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _room_for(value: Decimal, decimals: int) -> AbstractContextManager[Context]:
    """A context in which the number is written in full, however long it is."""
    digits = value.adjusted() + decimals + 2 if value.is_finite() else 0
    return localcontext(Context(prec=max(_DIGITS, digits)))


def number_text(value: Decimal, decimals: int = 0) -> str:
    """A number with points between thousands and a decimal comma: 1.348 or 0,94.

    Below zero it has a real minus sign, at which no line ends (UAX #14, class PR); a zero has no sign.
    """
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    number = rounded(value, decimals)
    with _room_for(number, decimals):
        words: str = format_decimal(abs(number), format=pattern, locale=_LOCALE)
    return (MINUS if number < 0 else "") + words


def quantity_text(value: Decimal, unit: str = "", decimals: int = 0) -> str:
    """A number with its sign where the unit is % or €: 1,43%, € 5.000, € 22,5 miljoen; bare otherwise."""
    if unit == "%":
        return number_text(value, decimals) + "%"
    if unit == "procentpunt":
        return f"{number_text(value, decimals)}{NO_BREAK_SPACE}procentpunt"
    if unit == "€":
        return amount_text(value, decimals)
    return number_text(value, decimals)


def amount_text(euros: Decimal, decimals: int = 0) -> str:
    """An amount in euros: € 5.000, € 2,35, € −500, and € 22,5 miljoen where that loses nothing.

    The minus stands behind the euro sign, as CLDR has it for Dutch: no line can end between it and
    the number.
    """
    sign = MINUS if euros < 0 else ""
    size = abs(euros)
    for unit, word in _LARGE:
        scaled = size / unit
        if scaled >= 1 and scaled == rounded(scaled, 1):
            short = number_text(scaled, 0 if scaled == scaled.to_integral_value() else 1)
            return f"€{NO_BREAK_SPACE}{sign}{short}{NO_BREAK_SPACE}{word}"
    return amount_in_full(euros, decimals)


def amount_in_full(euros: Decimal, decimals: int = 0) -> str:
    """An amount in euros with all of its digits, however large: € 22.500.000."""
    return f"€{NO_BREAK_SPACE}{number_text(euros, decimals)}"


def amount_in_millions(euros: Decimal) -> str:
    """An amount in euros as millions, with as many decimals as it takes: € 0,25 miljoen."""
    millions = (euros / 10**6).normalize()
    decimals = max(0, -int(millions.as_tuple().exponent))
    return f"€{NO_BREAK_SPACE}{number_text(millions, decimals)}{NO_BREAK_SPACE}miljoen"


def are_mixed(euros: Iterable[Decimal]) -> bool:
    """Whether some of these amounts would be told in millions and others in full."""
    forms = {amount_text(abs(one)).rpartition(NO_BREAK_SPACE)[2].isalpha() for one in euros if one}
    return len(forms) > 1


def list_text(words: Sequence[str]) -> str:
    """Words in a row: 'a', 'a en b', 'a, b en c'."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " en " + words[-1]


def count_text(count: int, singular: str, plural: str) -> str:
    """A count with its noun: '1 probleem', '3 problemen'."""
    return f"{number_text(Decimal(count))} {singular if count == 1 else plural}"


_RUN = re.compile(r"[=@\t\r]|[+-](?![\d,.\s]*%?$)")
"""How a cell begins that a spreadsheet works out instead of showing it."""


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as a CSV file that a Dutch spreadsheet reads, with semicolons between them.

    What a spreadsheet would take for a formula has an apostrophe before it.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([f"'{cell}" if _RUN.match(cell) else cell for cell in row] for row in rows)
    return out.getvalue()
