"""A number is of no later year than the edition that is its source."""

from __future__ import annotations

import pytest

from rapportage.checks.series.older_sources import beyond_its_source
from rapportage.content.indicators import Indicator
from rapportage.periode import parse_periode

NOW = parse_periode("2022-H2")


def series(bron: str, **last: object) -> Indicator:
    """A series of which the newest number is of the report's period."""
    values = [{"periode": "2021-H2", "waarde": 40}, {"periode": "2022-H2", "waarde": 41, **last}]
    return Indicator.model_validate(
        {"id": "a", "naam": "A", "eenheid": "woningen", "bron": bron, "waarden": values}
    )


@pytest.mark.parametrize(
    ("bron", "last"),
    [
        ("Regio Zwolle Monitor 2021", {}),
        ("Woonmonitor gemeente Voorbeeld 2021", {}),
        ("Jaarrekening 2021", {}),
        ("Regio Zwolle Monitor 2021", {"over": "een raming voor heel 2022", "raming": True}),
        ("Jaarrekening 2021", {"peildatum": "2022-12-31"}),
    ],
)
def test_a_number_of_after_its_source_is_told(bron: str, last: dict[str, object]) -> None:
    assert beyond_its_source(series(bron, **last), NOW) is not None


@pytest.mark.parametrize(
    ("bron", "last"),
    [
        ("Regio Zwolle Monitor 2022", {}),
        ("Regio Zwolle Monitor", {}),
        ("Begroting gemeente Dalfsen 2021", {}),
        ("Bevolkingsprognose 2021", {}),
        ("Woonvisie 2021 en Woonmonitor 2022", {}),
        ("Woonmonitor 2020-2021", {}),
        ("Woonmonitor 2021, team Wonen", {}),
        ("Jaarrekening 2021", {"peildatum": "2022-01-01"}),
        ("Woonmonitor 2021", {"over": "heel 2021"}),
        ("Woonmonitor 2021", {"over": "het onderzoek van Bureau Buiten"}),
        ("Woonmonitor 2021", {"waarde": 40}),
        ("Woonmonitor 2021", {"waarde": "n.b."}),
        ("Woonmonitor 2021", {"nagezien": "2023-01-09"}),
    ],
)
def test_one_that_can_be_in_it_is_right(bron: str, last: dict[str, object]) -> None:
    assert beyond_its_source(series(bron, **last), NOW) is None
