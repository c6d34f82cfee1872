"""The YAML of a new period is that of the earlier one, but for what must be otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from rapportage.content.figures import Lijndiagram, Staafdiagram
from rapportage.content.source import parse_yaml
from rapportage.content.validation import validate
from rapportage.periode import parse_periode
from rapportage.turning.data_files import chart_data, marked, report_data, series_data
from rapportage.turning.dates import Days

H1, H2 = parse_periode("2024-H1"), parse_periode("2024-H2")

REPORT = """\
# wat vooraf gaat
titel: "Voortgang juni 2024"   # kort houden
ondertitel: Januari tot en met juni 2024
voetregel: 'Voortgang'
onderwerp: Het eerste halfjaar van 2024
status: vastgesteld # sinds juli
soort: ter-kennisname
nagezien: 2024-07-01

# wie wanneer
rapportagedatum: 2024-07-02
collegevergadering: 2024-07-09  # dinsdag

# en de raad
raadsvergadering: 2024-09-16

# wie
ondertekening: [burgemeester]
delen:
- titel: Het eerste halfjaar van 2024
  onderdelen:
  - titel: Vooruit naar het tweede halfjaar van 2024
    hoofdstukken: []
"""


def test_a_report_keeps_its_comments_order_and_manner() -> None:
    days = Days(date(2025, 1, 2), date(2025, 1, 7), date(2025, 3, 17))
    assert (
        report_data(REPORT, "rapportage.yaml", H1, H2, days)
        == """\
# wat vooraf gaat
titel: "Voortgang december 2024" # kort houden
ondertitel: Juli tot en met december 2024
voetregel: 'Voortgang'
onderwerp: Het tweede halfjaar van 2024
status: concept
overgenomen: 2024-H1
soort: ter-kennisname

# wie wanneer
rapportagedatum: 2025-01-02
collegevergadering: 2025-01-07  # voorlopig, nog niet bevestigd

# en de raad
raadsvergadering: 2025-03-17 # voorlopig, nog niet bevestigd

# wie
ondertekening: [burgemeester]
delen:
- titel: Het tweede halfjaar van 2024
  onderdelen:
  - titel: Vooruit naar het eerste halfjaar van 2025
    hoofdstukken: []
"""
    )


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("# De data zijn voorlopig: gekozen na de zomervakantie, nog niet bevestigd.\n", ""),
        ("# het reces eindigt\n# op 3 september\n", ""),
        ("# ze staan ook in de planning van de griffie\n", "# ze staan ook in de planning van de griffie\n"),
    ],
)
def test_a_comment_on_days_of_then_does_not_stay_above_new_ones(said: str, kept: str) -> None:
    days = Days(date(2025, 1, 2), date(2025, 1, 7), date(2025, 3, 17))
    text = REPORT.replace("collegevergadering", said + "collegevergadering").replace(
        "rapportagedatum: 2024-07-02", "rapportagedatum: 2024-07-02  # na de kerstdagen"
    )
    moved = report_data(text, "rapportage.yaml", H1, H2, days)
    assert f"rapportagedatum: 2025-01-02\n{kept}collegevergadering: 2025-01-07" in moved
    assert "# en de raad\n" in moved


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("      - periode: 2024-H1\n        waarde: 3 # geteld\n", "      - periode: 2024-H1\n        waarde: 3 # geteld\n      - periode: 2024-H2\n        waarde: open\n"),
        ("      - {periode: 2024-H1, waarde: 3}\n", "      - {periode: 2024-H1, waarde: 3}\n      - {periode: 2024-H2, waarde: open}\n"),
        ("      - periode: 2024-H1\n        waarde: 3\n\n  # de volgende\n", "      - periode: 2024-H1\n        waarde: 3\n      - periode: 2024-H2\n        waarde: open\n\n  # de volgende\n"),
        ("      - periode: 2023-H2\n        waarde: 3\n", "      - periode: 2023-H2\n        waarde: 3\n      - periode: 2024-H1\n        waarde: open\n      - periode: 2024-H2\n        waarde: open\n"),
        ("      - periode: 2023-H1\n        waarde: 3\n", None),
        ("      - periode: 2024-H1\n        waarde: 3\n      - periode: 2024-H2\n        waarde: 4\n", None),
    ],
)  # fmt: skip
def test_a_series_asks_for_the_number_of_the_new_period(rows: str, expected: str | None) -> None:
    head = "indicatoren:\n  - id: a\n    waarden:\n"
    tail = "  - id: b\n    waarden:\n      - periode: 2020-H1\n        waarde: 1.50\n"
    made = series_data(head + rows + tail, "a.yaml", H1, H2)
    assert made == (None if expected is None else head + expected + tail)


@pytest.mark.parametrize(
    ("soort", "perioden", "expected"),
    [
        ("lijndiagram", "[2023-H2, 2024-H1] # van tot", "[2024-H1, 2024-H2] # van tot"),
        ("lijndiagram", "[2022-H1, 2022-H2]", "[2022-H1, 2022-H2]"),
        ("staafdiagram\nvorm: gestapeld", "[2023-H2, 2024-H1]", "[2023-H2, 2024-H1]"),
    ],
)
def test_a_chart_that_ended_with_the_earlier_period_moves_on(
    soort: str, perioden: str, expected: str
) -> None:
    text = f"# figuur\nsoort: {soort}\nbijschrift: Tot 2024-H1\nperioden: {perioden}\nreeksen:\n  - indicator: a\n"
    model = Staafdiagram if "gestapeld" in soort else Lijndiagram
    chart = validate(model, parse_yaml(text, "f.yaml"))
    made = chart_data(text, "f.yaml", chart, H1, H2)
    moves = perioden != expected
    assert made == (
        text.replace(perioden, expected)
        .replace("Tot 2024-H1", "Tot 2024-H2" if moves else "Tot 2024-H1")
        .replace("# figuur\n", "# figuur\novergenomen: 2024-H1\n")
    )


def test_a_file_is_said_to_be_taken_over_and_otherwise_as_it_was() -> None:
    text = "# schema\n\novergenomen: 2023-H2\nsoort:   kaart\nnagezien: 2024-07-01\nalt: 'x'   # y\n"
    assert marked(text, H1) == "# schema\n\novergenomen: 2024-H1\nsoort:   kaart\nalt: 'x'   # y\n"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Commissie Ruimte, 2 september 2025", "Commissie Ruimte"),
        ("Commissie Ruimte (2-9-2025)", "Commissie Ruimte"),
        ("Commissie Ruimte op dinsdag 2 september 2025", "Commissie Ruimte"),
        ("Commissie Ruimte", "Commissie Ruimte"),
        ("2 september 2025", None),
    ],
)
def test_the_day_of_a_committee_of_then_is_left_out(said: str, left: str | None) -> None:
    days_of_then = (
        "rapportagedatum: 2025-07-08\ncollegevergadering: 2025-07-15\nraadsvergadering: 2025-09-15\n"
    )
    text = f"titel: Voortgang\nstatus: vastgesteld\n{days_of_then}kenmerken:\n  commissie: {said}\n"
    day = date(2025, 10, 8)
    days = Days(rapportagedatum=day, collegevergadering=day, raadsvergadering=day)
    made = report_data(text, "rapportage.yaml", parse_periode("2025-Q2"), parse_periode("2025-Q3"), days)
    assert ("commissie:" in made) is (left is not None)
    assert left is None or f"commissie: {left}\n" in made


@pytest.mark.parametrize(
    ("alt", "expected"),
    [
        ("Lijn tot en met het eerste halfjaar van 2024.", "Lijn tot en met het tweede halfjaar van 2024."),
        (
            'In het eerste halfjaar van 2024 zijn het er {{ waarde("a") }}.',
            'In het tweede halfjaar van 2024 zijn het er {{ waarde("a") }}.',
        ),
        # what was counted then was not counted in the period after it
        ("In het eerste halfjaar van 2024 waren het er 356.", None),
        ("Het aantal steeg tot en met het eerste halfjaar van 2024.", None),
        (
            "Lijn tot 2024-H1. Die eindigt op 356 in 2024-H1.",
            "Lijn tot 2024-H2. Die eindigt op 356 in 2024-H1.",
        ),
    ],
)
def test_a_sentence_with_a_fact_of_then_keeps_its_period(alt: str, expected: str | None) -> None:
    text = f"soort: lijndiagram\nbijschrift: Lijn\nalt: '{alt}'\nperioden: [2023-H2, 2024-H1]\nreeksen:\n  - indicator: a\n"
    chart = validate(Lijndiagram, parse_yaml(text, "f.yaml"))
    assert f"alt: '{expected or alt}'\n" in chart_data(text, "f.yaml", chart, H1, H2)
