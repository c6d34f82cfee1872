"""What a value as CSS has it is as a value of ours."""

from __future__ import annotations

from typing import Any

import pytest

from rapportage.style.taken_over import taken_over
from rapportage.style.token_file import TokenError


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#0B4A6F", "#0b4a6f"),
        ("#fff", "#ffffff"),
        ("#0b4a6fff", "#0b4a6f"),
        ("rgb(11, 74, 111)", "#0b4a6f"),
        ("rgb(11 74 111 / 1)", "#0b4a6f"),
        ("rgba(11, 74, 111, 1)", "#0b4a6f"),
        ("hsl(206 100% 16%)", "#002e52"),
        ("hsl(206, 100%, 16%)", "#002e52"),
        ("hsl(206deg 100% 16%)", "#002e52"),
        ("oklch(98.415% 0.00341 247.86)", "#f8fafc"),
        ({"colorSpace": "srgb", "components": [1, 0.5, 0]}, "#ff8000"),
    ],
)
def test_a_colour_is_taken_over_from_each_form(value: Any, colour: str) -> None:
    assert taken_over("color", value) == colour


@pytest.mark.parametrize(
    ("value", "points"),
    [
        *(("16px", 12), ("1rem", 12), ("0.875rem", 10.5), (".5rem", 6), ("11pt", 11), ("1in", 72)),
        *(("0", 0), (0, 0), ({"value": 16, "unit": "px"}, 12)),
    ],
)
def test_a_size_becomes_points(value: Any, points: float) -> None:
    assert taken_over("dimension", value) == {"value": points, "unit": "pt"}


@pytest.mark.parametrize(("value", "number"), [("150%", 1.5), ("1.35", 1.35), (1.2, 1.2), ("125 %", 1.25)])
def test_a_line_height_is_a_number_or_a_share(value: Any, number: float) -> None:
    assert taken_over("number", value) == number


@pytest.mark.parametrize(
    ("value", "families"),
    [
        ("'Fira Sans', Arial, sans-serif", ["Fira Sans", "Arial", "sans-serif"]),
        ('"Noto Sans Variable", "Arial"', ["Noto Sans Variable", "Arial"]),
        ("IBM Plex Sans", ["IBM Plex Sans"]),
        (["IBM Plex Sans", "sans-serif"], ["IBM Plex Sans", "sans-serif"]),
    ],
)
def test_fonts_are_a_list_in_order(value: Any, families: list[str]) -> None:
    assert taken_over("fontFamily", value) == families


@pytest.mark.parametrize(
    ("kind", "value", "message", "hint"),
    [
        ("color", "transparent", "'transparent' is doorschijnend, en op papier schijnt er niets door",
         "kies een token met een dekkende kleur"),
        ("color", "rgba(0, 0, 0, 0.5)", "'rgba(0, 0, 0, 0.5)' is doorschijnend, en op papier schijnt er niets door",
         "kies een token met een dekkende kleur"),
        ("color", "#0b4a6f80", "'#0b4a6f80' is doorschijnend, en op papier schijnt er niets door",
         "kies een token met een dekkende kleur"),
        ("color", "red", "'red' is geen kleur", "kies een token met een kleur als #0b4a6f, rgb(…) of hsl(…)"),
        ("color", "#12345", "'#12345' is geen kleur", "kies een token met een kleur als #0b4a6f, rgb(…) of hsl(…)"),
        ("color", "var(--rood)", "'var(--rood)' is geen kleur",
         "kies een token met een kleur als #0b4a6f, rgb(…) of hsl(…)"),
        ("dimension", "1.5em", "'1.5em' is geen maat", "kies een token met een maat in px, rem, pt of mm"),
        ("dimension", "16", "'16' is geen maat", "kies een token met een maat in px, rem, pt of mm"),
        ("dimension", "clamp(1rem, 2vw, 2rem)", "'clamp(1rem, 2vw, 2rem)' is geen maat",
         "kies een token met een maat in px, rem, pt of mm"),
        ("dimension", "-4px", "'-4px' is geen maat", "kies een token met een maat in px, rem, pt of mm"),
        ("dimension", "9000px", "'9000px' is geen maat", "kies een token met een maat in px, rem, pt of mm"),
        ("number", "22px", "'22px' is geen getal", "kies een token met een getal, of met een deel zoals 150%"),
        ("number", True, "'true' is geen getal", "kies een token met een getal, of met een deel zoals 150%"),
        ("fontFamily", 400, "'400' is geen lettertype", "kies een token met de naam van een lettertype"),
        ("fontFamily", '"Fira', "'\"Fira' is geen lettertype", "kies een token met de naam van een lettertype"),
        ("string", "links", "een tekst kan niet van elders komen", "zet haar in huisstijl.tokens.json"),
    ],
)  # fmt: skip
def test_what_is_no_such_value_is_refused_with_the_way_out(
    kind: str, value: Any, message: str, hint: str
) -> None:
    with pytest.raises(TokenError) as told:
        taken_over(kind, value)
    assert (str(told.value), told.value.hint) == (message, hint)
