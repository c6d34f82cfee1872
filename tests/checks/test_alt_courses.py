"""What a description says of one turn of a chart is what the chart does then."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportage.checks.series.alt_courses import other_share, other_turn, other_way_of_one
from rapportage.checks.series.shown_series import Shown
from rapportage.content.indicators import Indicator, Waarde
from rapportage.periode import parse_periode

PERIODEN = tuple(map(parse_periode, ("2023-H1", "2023-H2", "2024-H1", "2024-H2", "2025-H1")))


def series(*values: str, unit: str = "weken", decimals: int = 0) -> Shown:
    numbers = tuple(map(Decimal, values))
    pairs = zip(PERIODEN, numbers, strict=True)
    waarden = tuple(Waarde(periode=periode, waarde=value) for periode, value in pairs)
    own = Indicator(id="x", naam="X", eenheid=unit, decimalen=decimals, bron="Telling", waarden=waarden)
    return Shown(own, numbers, PERIODEN)


WAIT = series("9.5", "10.0", "11.0", "12.4", "10.8", decimals=1)
IN_TIME = series("82", "79", "83", "84", "88", unit="%")
YOUNG = series("912", "930", "950", "979", "960", unit="jongeren")
MEASURED = replace(
    YOUNG,
    indicator=YOUNG.indicator.model_copy(
        update={"waarden": (Waarde(periode=PERIODEN[3], waarde=Decimal(979), peildatum="2025-02-01"),)}
    ),
)


@pytest.mark.parametrize(
    ("alt", "shown", "told"),
    [
        (
            "Van 912 naar 960, met 979 het hoogst op 30 juni 2024.",
            YOUNG,
            "en dat was het tweede halfjaar van 2024",
        ),
        (
            "Met 79% het laagst in de tweede helft van 2024.",
            IN_TIME,
            "en dat was het tweede halfjaar van 2023",
        ),
        ("De wachttijd stijgt naar 12,4 weken, en daalt dan naar 10,2.", WAIT, "daalt dan naar 10,2'"),
        ("De wachttijd was 12,4 weken, en stijgt dan naar 10,8.", WAIT, "stijgt dan naar 10,8'"),
        ("Van 912 naar 960, met 979 het hoogst op 31 december 2024.", YOUNG, ""),
        ("Van 912 naar 960, met 979 het hoogst op 1 januari 2025.", YOUNG, ""),
        ("Van 912 naar 960, met 979 het hoogst op 1 februari 2025.", MEASURED, ""),
        ("Met 979 het hoogst in 2024, en op 30 juni 2023 het laagst.", YOUNG, ""),
        ("Met 979 jongeren het hoogst in de tweede helft van 2024.", YOUNG, ""),
        ("Met 1.241 het hoogst op 30 juni 2024, samen.", YOUNG, ""),
        ("De wachttijd stijgt tot eind 2024, en daalt dan naar 10,8 weken.", WAIT, ""),
        ("De wachttijd stijgt, en daalt daarna naar 11.", WAIT, ""),
        ("De wachttijd moet dalen, en daalt dan naar 8 als het doel gehaald wordt.", WAIT, ""),
        ("Het aandeel daalt dan naar 45%.", WAIT, ""),
    ],
)
def test_a_turn_is_told_where_no_series_has_it(alt: str, shown: Shown, told: str) -> None:
    said = other_turn(alt, [shown])
    assert told in said if told else said == ""


DOCTOR = series("200", "210", "214", "205", "198", unit="trajecten")
TEAM = series("150", "151", "152", "170", "242", unit="trajecten")


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        ("De huisarts daalt van 58% (214) naar 48% (198).", "198 45%"),
        ("De huisarts daalt van 58% (214) naar 45% (198).", ""),
        ("Het team groeit met 42% (72), van 42% (152) naar 55% (242).", ""),
    ],
)
def test_a_share_with_its_number_is_what_it_is_of_all(alt: str, told: str) -> None:
    said = other_share(alt, [DOCTOR, TEAM])
    assert told in said if told else said == ""


def named(name: str, *values: str) -> tuple[Shown, str]:
    one = series(*values, unit="ton")
    return replace(one, indicator=one.indicator.model_copy(update={"naam": name})), name


SHORT = named("PMD", "10", "12", "13", "15", "18")
GLASS, PAPER = named("Glas", "10", "12", "13", "15", "18"), named("Oud papier", "90", "88", "80", "70", "60")


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        ("Glas daalt, oud papier ook.", "en in de grafiek steeg Glas"),
        ("Het oud papier stijgt licht.", "en in de grafiek daalde Oud papier"),
        ("Het aandeel van glas daalt.", "en in de grafiek steeg dat aandeel"),
        ("Glas stijgt en oud papier daalt.", ""),
        ("Het aandeel van glas groeit licht.", ""),
        ("Glas moet dalen.", ""),
        ("Glas en oud papier dalen samen.", ""),
        ("Het verschil tussen glas en de norm daalt.", ""),
        ("Het tempo waarin glas stijgt, daalt.", ""),
        ("Eerst daalt glas.", ""),
        ("Glas daalt in het tweede halfjaar van 2023.", ""),
        ("Het aandeel van hout daalt.", ""),
        ("Glas bleef gelijk.", ""),
    ],
)
def test_a_series_goes_the_way_that_is_told_of_it(alt: str, told: str) -> None:
    assert told in other_way_of_one(alt, [GLASS, PAPER], of_shares=True)
    assert bool(told) == bool(other_way_of_one(alt, [GLASS, PAPER], of_shares=True))


def test_a_short_name_is_known_as_a_whole() -> None:
    assert "en in de grafiek steeg PMD" in other_way_of_one("PMD daalt.", [SHORT, PAPER], of_shares=False)
    assert other_way_of_one("De PMDX daalt.", [SHORT, PAPER], of_shares=False) == ""


def test_a_chart_of_numbers_tells_nothing_of_shares() -> None:
    assert other_way_of_one("Het aandeel van glas daalt.", [GLASS, PAPER], of_shares=False) == ""
