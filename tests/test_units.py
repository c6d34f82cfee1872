"""Which units stand on one scale, and which no text would show."""

from __future__ import annotations

import pytest

from rapportage.units import is_measured, meant_unit, measure_of, scale_of, unit_within


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("euro", "€"),
        ("EUR", "€"),
        ("euro's", "€"),
        ("procent", "%"),
        ("Percentage", "%"),
        ("procentpunten", "procentpunt"),
    ],
)
def test_a_unit_in_words_is_known(unit: str, meant: str) -> None:
    assert meant_unit(unit) == meant


@pytest.mark.parametrize(
    ("unit", "sign"),
    [
        ("€ miljoen", "€"),
        ("x € 1.000", "€"),
        ("€ per inwoner", "€"),
        ("mln euro", "€"),
        ("k€", "€"),
        ("% bezet", "%"),
    ],
)
def test_a_sign_among_other_words_is_found(unit: str, sign: str) -> None:
    assert (meant_unit(unit), unit_within(unit)) == ("", sign)


@pytest.mark.parametrize(
    "unit",
    ["woningen", "Europese projecten", "neurologen", "kWh", "woningen x 1.000", "promille", "procentpunt"],
)
def test_other_units_have_no_sign(unit: str) -> None:
    assert unit_within(unit) == ""


@pytest.mark.parametrize(
    "unit",
    ["rapportcijfer", "score", "punten", "maanden", "%", "€", "ha", "kubieke meter", "woningen x 1.000"],
)
def test_what_is_measured_is_no_count(unit: str) -> None:
    assert scale_of(unit) != scale_of("aantallen")


def test_counts_of_whatever_stand_on_one_scale() -> None:
    assert scale_of("woningen") == scale_of("projecten") != scale_of("maanden")


@pytest.mark.parametrize(("one", "other"), [("km", "kilometer"), ("uur", "uren"), ("m²", "vierkante meter")])
def test_two_words_for_one_measure_stand_on_one_scale(one: str, other: str) -> None:
    assert scale_of(one) == scale_of(other) != scale_of("kg")


@pytest.mark.parametrize(
    ("unit", "measure", "never_counted"),
    [
        ("meter", "m", True),
        ("m t.o.v. NAP", "m", True),
        ("x 1.000 ton", "ton", True),
        ("vierkante kilometer", "km2", True),
        ("jaren", "jaar", False),
        ("woningen", None, False),
    ],
)
def test_a_unit_is_a_measure_or_counts_things(unit: str, measure: str | None, *, never_counted: bool) -> None:
    assert measure_of(unit) == measure
    assert is_measured(unit) == never_counted
