"""What is of a day after the report was not done yet; what was planned for one may well be told."""

from __future__ import annotations

from datetime import date

import pytest

from rapportage.checks.days.not_yet_done import done_after

LAST = date(2023, 1, 24)


@pytest.mark.parametrize(
    ("sentence", "then"),
    [
        ("De minister nam de startbeslissing op 4 november 2023.", "4 november 2023"),
        ("De startbijeenkomst was op 17 februari 2023.", "17 februari 2023"),
        ("De startbijeenkomst was in maart 2023.", "maart 2023"),
        ("Het derde Vechtdaloverleg was op 12 april 2023.", "12 april 2023"),
        ("Op 12 april 2023 opende de wethouder het loket.", "12 april 2023"),
        ("De raad stelde de visie op 12 april 2023 vast.", "12 april 2023"),
        ("De raad kwam op woensdag 12 april 2023 bijeen.", "12 april 2023"),
        ("In maart 2023 werd de brug geopend.", "maart 2023"),
    ],
)
def test_what_was_done_after_the_report_is_told(sentence: str, then: str) -> None:
    assert done_after(sentence, LAST) == then


@pytest.mark.parametrize(
    "sentence",
    [
        "De minister nam de startbeslissing op 4 november 2022.",
        "De startbijeenkomst is op 17 februari 2023.",
        "De startbijeenkomst was gepland op 17 februari 2023.",
        "De opening zou op 12 april 2023 zijn.",
        "De raad besloot op 1 april 2023 te beginnen.",
        "Het Rijk besloot dat de regeling op 1 april 2023 ingaat.",
        "De regeling liep tot 1 april 2023.",
        "Het college sprak af dat de bouw in maart 2023 begint.",
        "De einddatum was 1 april 2023.",
        "De opening was eerst in november 2022, en is nu op 12 april 2023.",
        "Op 12 april 2023 opent het loket.",
        "De gemeente kreeg uitstel; op 12 april 2023 is de zitting.",
        "De gemeente kreeg een vergunning die in maart 2023 ingaat.",
        "De begroting 2023 werd op 7 november 2022 vastgesteld.",
        "De verwachting was maart 2023.",
        "Het bureau is in december begonnen en levert in oktober 2023 op.",
        "Het bureau kwam langs en levert in oktober 2023 op.",
        "De raad nam op 12 december 2022 een besluit over de verkiezingen van maart 2023.",
    ],
)
def test_what_was_planned_or_is_to_come_is_right(sentence: str) -> None:
    assert done_after(sentence, LAST) == ""


FIRST = date(2022, 7, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "De 40 flexwoningen op De Kolk zijn op 28 november 2023 opgeleverd.",
        "De nota is op 15 september 2023 vastgesteld.",
        "Op 28 november 2023 zijn de woningen opgeleverd.",
        "Het college heeft de brief op 12 oktober 2023 verstuurd.",
        "Het onderzoek is op maandag 11 september 2023 aan de raad aangeboden.",
    ],
)
def test_what_has_been_done_on_a_day_a_year_too_late_is_told(sentence: str) -> None:
    assert done_after(sentence, LAST, FIRST).endswith("2023")


@pytest.mark.parametrize(
    "sentence",
    [
        "De 40 flexwoningen op De Kolk zijn op 28 november 2022 opgeleverd.",
        "Het project is op 31 december 2023 afgerond.",
        "Op 1 september 2023 zijn alle woningen opgeleverd.",
        "In november 2023 zijn alle woningen opgeleverd.",
        "De zitting is op 12 oktober 2023 geagendeerd.",
        "De woningen worden op 28 november 2023 opgeleverd.",
        "De woningen zijn naar verwachting op 28 november 2023 opgeleverd.",
        "De woningen zijn uiterlijk op 28 november 2023 opgeleverd.",
        "De regio is op 28 november 2023 gastheer van de dag.",
        "De bijeenkomst is op 28 november 2023.",
        "Het loket is op 24 november 2023 gesloten.",
        "De opdracht is gegund; op 28 november 2023 begint het werk.",
        "Het werk is op 28 februari 2023 begonnen.",
        "De raad is op 12 oktober 2023 uitgenodigd voor een bezoek.",
    ],
)
def test_what_is_arranged_for_a_day_is_right(sentence: str) -> None:
    assert done_after(sentence, LAST, FIRST) == ""
