"""What a proposal takes from a reserve in all is what its decisions come to, alone or together."""

from __future__ import annotations

import pytest

from rapportage.checks.decisions.decided_sums import otherwise_in_all
from rapportage.errors import Place

AT = Place("memo.md", 3)
DECIDED = (
    "Voor 40 extra deelfietsen € 120.000 te onttrekken aan de reserve Wonen.",
    "Een krediet van € 210.000 beschikbaar te stellen, en dit te dekken uit de reserve Wonen.",
)
BEFORE = "In 2026 onttrekken wij al € 310.000 aan de reserve."


def told(words: str, decided: tuple[str, ...] = DECIDED) -> list[str]:
    found = otherwise_in_all([(one, AT) for one in decided], [(words, AT)])
    return [one.replace("\u00a0", " ") for one, _ in found]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (f"{BEFORE} Met dit voorstel komt daar € 303.000 bij.", "€ 303.000"),
        (f"{BEFORE} Met dit voorstel komt daar nog € 310.000 bij.", "€ 310.000"),
        ("In de reserve zit genoeg. Met dit voorstel onttrekt u daar € 300.000 aan.", "€ 300.000"),
    ],
)
def test_another_sum_than_the_decisions_come_to_is_told(words: str, written: str) -> None:
    assert told(words) == [f"hier staat {written}, en de besluitpunten vragen samen € 330.000"]


@pytest.mark.parametrize(
    "words",
    [
        f"{BEFORE} Met dit voorstel komt daar € 330.000 bij.",
        f"{BEFORE} Met dit voorstel komt daar € 120.000 bij, en met het krediet € 210.000.",
        f"{BEFORE} Met dit voorstel komt daar € 0,3 miljoen bij.",
        f"{BEFORE} Met dit voorstel komt daar € 7.000 per jaar aan rente bij.",
        f"{BEFORE} Met dit voorstel komt daar voor onderhoud € 7.000 bij.",
        f"{BEFORE} Vorig jaar kwam daar € 50.000 bij.",
        "De kapitaallasten zijn € 4.000. Met dit voorstel komt daar € 9.000 bij.",
        "In de reserve zit genoeg. Met dit voorstel onttrekt u daar € 330.000 aan.",
    ],
)
def test_what_may_be_right_is_silent(words: str) -> None:
    assert told(words) == []


def test_an_amount_that_a_decision_names_twice_is_asked_once() -> None:
    twice = ("Een krediet van € 210.000 te verlenen, en € 210.000 te onttrekken aan de reserve.", DECIDED[0])
    (message,) = told(f"{BEFORE} Met dit voorstel komt daar € 303.000 bij.", twice)
    assert message.endswith("samen € 330.000")


@pytest.mark.parametrize(
    "decided",
    [
        (),
        ("Kennis te nemen van de rapportage.",),
        ("Een krediet van € 210.000 beschikbaar te stellen, en dit deels te dekken uit de reserve Wonen.",),
        ("Een krediet van € 210.000 beschikbaar te stellen voor het fietspad.",),
    ],
)
def test_decisions_that_do_not_tell_it_all_leave_it_open(decided: tuple[str, ...]) -> None:
    assert told(f"{BEFORE} Met dit voorstel komt daar € 150.000 bij.", decided) == []
