"""Which sentences may be untrue in the next report, and which are of any report by themselves."""

from __future__ import annotations

import pytest

from rapportage.content.facts import tells_a_fact
from rapportage.periode import parse_periode


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Er kwamen 12 pompen bij.", True),
        ("Er kwamen twaalf pompen bij.", True),
        ("In het eerste kwartaal waren dat er {{ vorige('pompen') }}.", True),
        ("In de vorige periode waren dat er 12.", True),
        ("In de vorige periode waren het er meer.", True),
        ("In de vorige periode waren dat er {{ vorige('pompen') }}.", False),
        ("Dit halfjaar zijn het er {{ waarde('pompen') }}.", False),
        ("Van de ritten tot zeven kilometer gaat {{ waarde('fiets') }} per fiets.", False),
        ("Van zeven ritten gaat {{ waarde('fiets') }} per fiets.", True),
        ("Alle zeven dorpen doen mee.", False),
        ("Het vergt goed overleg.", False),
    ],
)
def test_a_sentence_that_may_be_untrue_by_the_next_report_tells_a_fact(sentence: str, expected: bool) -> None:
    assert tells_a_fact(sentence, parse_periode("2025-H1"), parse_periode("2025-H2")) is expected
