"""The words for a time that is counted back from another."""

from __future__ import annotations

import re

import pytest

from rapportage.earlier_times import EARLIER, PREVIOUS, meant
from rapportage.periode import parse_periode

_EARLIER = re.compile(EARLIER, re.I)


@pytest.mark.parametrize(
    ("words", "own", "periods"),
    [
        ("een jaar eerder", "2024-H1", ["2023-H1"]),
        ("twee jaar geleden", "2024-H1", ["2022-H1"]),
        ("een halfjaar terug", "2024-Q3", ["2024-Q1"]),
        ("zes maanden eerder", "2024-H1", ["2023-H2"]),
        ("3 maanden daarvoor", "2024-Q1", ["2023-Q4"]),
        ("een maand eerder", "2024-H1", [None]),
        ("vorig kwartaal", "2024-H1", [None]),
        ("vorig jaar", "2024-H2", ["2023-H2"]),
        ("het jaar ervoor", "2024", ["2023"]),
        ("het voorgaande halfjaar", "2024-H1", ["2023-H2"]),
        ("het half jaar ervoor", "2024-H1", ["2023-H2"]),
        ("het kwartaal daarvoor", "2024-Q2", ["2024-Q1"]),
        ("de vorige rapportage", "2024-T1", ["2023-T3"]),
        ("de rapportage ervoor", "2024-T1", ["2023-T3"]),
        ("vorige keer", "2024", ["2023"]),
        ("de vorige meting", "2024-H2", ["2024-H1"]),
        ("hetzelfde kwartaal van vorig jaar", "2024-Q2", ["2023-Q2"]),
        ("dezelfde periode een jaar eerder", "2024-Q2", ["2023-Q2"]),
    ],
)
def test_words_for_an_earlier_time_mean_these_periods(
    words: str, own: str, periods: list[str | None]
) -> None:
    found = _EARLIER.fullmatch(words)
    assert found
    assert [one and str(one) for one in meant(found, parse_periode(own), is_flow=True)] == periods


def test_how_it_stood_last_year_may_be_how_it_stood_at_its_end() -> None:
    found = _EARLIER.fullmatch("vorig jaar")
    assert found
    assert [str(one) for one in meant(found, parse_periode("2024-H1"), is_flow=False)] == [
        *("2023-H1", "2023-H2")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "de vorige collegeperiode",
        "vorige jaren",
        "de vorige keer dat de raad",
        "een jaar later",
        "de vorige raad",
    ],
)
def test_other_words_are_for_no_time_to_count_back_to(words: str) -> None:
    assert not _EARLIER.fullmatch(words)
    assert not re.fullmatch(PREVIOUS, words)
