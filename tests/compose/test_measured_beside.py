"""A number of a series stands beside words that go with its series, its period and how it came about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rapportage.compose.numbers.expressions import evaluated, filled
from rapportage.compose.numbers.scales import below_heads
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.fields import EXPRESSION
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(
    name: str, unit: str, values: dict[str, str], title: str = "", over: str | None = None
) -> Indicator:
    waarden = tuple(
        Waarde(periode=parse_periode(periode), waarde=Decimal(value), over=over)
        for periode, value in values.items()
    )
    return Indicator(id=name, naam=title or f"Reeks {name}", eenheid=unit, bron="Telling", waarden=waarden)


def halves(before: str, now: str) -> dict[str, str]:
    return {"2023-H2": before, "2024-H1": now}


NUMBERS = Numbers(
    {
        one.id: one
        for one in (
            series("woningen", "woningen", halves("1180", "1348"), "Opgeleverde woningen"),
            series("klachten", "klachten", halves("90", "60")),
            series("gelijk", "klachten", halves("90", "90")),
            series("reizigers", "reizigers", halves("40000", "41000"), "Reizigers in de bus"),
            series("inwoners", "inwoners", halves("28000", "28500")),
            series("personen", "personen", halves("100", "120")),
            series("aanvragen", "aanvragen", halves("27", "38"), "Aanvragen van ondernemers"),
            series("ondernemers", "ondernemers", halves("20", "30")),
            series("toewijzingen", "toewijzingen", halves("44", "57")),
            series("vergunningen", "vergunningen", halves("44", "57")),
            series("inschrijvingen", "inschrijvingen", halves("44", "57")),
            series("aandeel", "%", halves("27", "30"), "Aandeel sociale huur"),
            series("subsidie", "€", {"2024-H1": "22500000"}),
            series("plan", "woningen", {"2024-H1": "2000", "2024-H2": "1800"}, "Woningen in het plan"),
            series("begroot", "€", halves("500", "600"), over="het tweede halfjaar van 2023"),
            series("kwartaal", "woningen", {"2024-Q1": "10", "2024-H1": "30"}),
            series("bussen", "bussen", halves("5", "6")),
            series("huur", "huurwoningen", halves("5", "6")),
            series("omzet", "€", halves("900", "950"), "Omzet"),
            series("loonkosten", "€", halves("500", "550"), "Loonkosten"),
            series("omzet-bouw", "€", halves("300", "350"), "Omzet van de bouw"),
        )
    },
    parse_periode("2024-H1"),
    {"einde": date(2024, 6, 30), "raad": date(2024, 9, 16)},
)
YEARS = Numbers({"banen": series("banen", "banen", {"2022": "40", "2023": "50"})}, parse_periode("2023"), {})


def told(text: str, numbers: Numbers = NUMBERS) -> list[str]:
    return [one.message for one in filled(text, Place(""), numbers).problems]


V, W = '{{ vorige("woningen") }}', '{{ waarde("woningen") }}'
_OF_BEFORE, _OF_NOW = "en het is de waarde van 2023-H2", "en het is de waarde van 2024-H1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"In 2024-H1 waren het er {V}.", f"bij '1.180' staat '2024-H1', {_OF_BEFORE}"),
        (f"In 2023-H2 waren het er {W}.", f"bij '1.348' staat '2023-H2', {_OF_NOW}"),
        (
            f"In het eerste halfjaar van 2024 bouwde de regio {V} woningen.",
            f"bij '1.180' staat 'eerste halfjaar van 2024', {_OF_BEFORE}",
        ),
        (
            f"Het ging goed. Over 2024-H1 telde de regio {V} woningen.",
            f"bij '1.180' staat '2024-H1', {_OF_BEFORE}",
        ),
        (
            f"Nu is het {W}, en in de tweede helft van 2023 was het {W}.",
            f"bij '1.348' staat 'tweede helft van 2023', {_OF_NOW}",
        ),
        (
            f"De regio bouwde {V} woningen in het eerste halfjaar van 2024.",
            f"bij '1.180' staat 'eerste halfjaar van 2024', {_OF_BEFORE}",
        ),
        (f"Het waren er {V} in 2024-H1.", f"bij '1.180' staat '2024-H1', {_OF_BEFORE}"),
        (f"Opgeleverd: {V} woningen (2024-H1).", f"bij '1.180' staat '2024-H1', {_OF_BEFORE}"),
        (f"2023-H2: {W}", f"bij '1.348' staat '2023-H2', {_OF_NOW}"),
        (
            f"In januari tot en met juni 2024 waren het er {V}.",
            f"bij '1.180' staat 'januari tot en met juni 2024', {_OF_BEFORE}",
        ),
        (f"Eind juni 2024 waren het er {V}.", f"bij '1.180' staat 'juni 2024', {_OF_BEFORE}"),
        (f"In juni 2024 waren het er {V}.", f"bij '1.180' staat 'juni 2024', {_OF_BEFORE}"),
        (f"In december 2023 was het aantal {W}.", f"bij '1.348' staat 'december 2023', {_OF_NOW}"),
        (f"Op 31 december 2023 waren er {W}.", f"bij '1.348' staat '31 december 2023', {_OF_NOW}"),
        (f"Op 30 juni 2024 kregen {V} mensen een huis.", f"bij '1.180' staat '30 juni 2024', {_OF_BEFORE}"),
        (
            f'Op {{{{ datum("einde") }}}} was het aantal {V}.',
            f"bij '1.180' staat '30 juni 2024', {_OF_BEFORE}",
        ),
        (f"Per 31 december 2023 waren het er {W}.", f"bij '1.348' staat '31 december 2023', {_OF_NOW}"),
        (
            f"In het tweede halfjaar bouwde de regio {W} woningen.",
            f"bij '1.348' staat 'tweede halfjaar', {_OF_NOW}",
        ),
        (
            f"In de laatste zes maanden van het jaar bouwde de regio {W} woningen.",
            f"bij '1.348' staat 'laatste zes maanden', {_OF_NOW}",
        ),
        (f"Tot en met december bouwde de regio {W} woningen.", f"bij '1.348' staat 'december', {_OF_NOW}"),
        (f"Per 1 januari had de regio {W} woningen.", f"bij '1.348' staat '1 januari', {_OF_NOW}"),
        (
            f"In het derde kwartaal bouwde de regio {W} woningen.",
            f"bij '1.348' staat 'derde kwartaal', {_OF_NOW}",
        ),
        (f"Vorig halfjaar waren het er {W}.", f"bij '1.348' staat 'Vorig halfjaar', {_OF_NOW}"),
        (
            f"Er kwamen {W} woningen in de vorige periode.",
            f"bij '1.348' staat 'in de vorige periode', {_OF_NOW}",
        ),
        (f"In deze periode waren het er {V}.", f"bij '1.180' staat 'In deze periode', {_OF_BEFORE}"),
        (
            'In het eerste kwartaal van 2024 waren het er {{ waarde("kwartaal") }}.',
            f"bij '30' staat 'eerste kwartaal van 2024', {_OF_NOW}",
        ),
        (
            f"Het waren er {V} in de tweede helft van 2022.",
            f"bij '1.180' staat 'tweede helft van 2022', {_OF_BEFORE}",
        ),
        (f"In 2022-H1 waren het er {W}.", f"bij '1.348' staat '2022-H1', {_OF_NOW}"),
    ],
)
def test_a_number_of_another_period_than_is_said_is_told(text: str, message: str) -> None:
    assert told(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        f"In 2024-H1 waren het er {W}.",
        f"In het eerste halfjaar bouwde de regio {W} woningen.",
        f"In de eerste zes maanden van dit jaar bouwde de regio {W} woningen.",
        f"In de eerste helft van het jaar bouwde de regio {W} woningen.",
        f"Tot en met juni bouwde de regio {W} woningen.",
        f"Per 1 juli had de regio {W} woningen.",
        f"In de tweede helft van het jaar bouwt de regio {W} woningen.",
        f"Tot en met december gold een stop; nu zijn er {W} woningen.",
        f"In 2023-H2 waren het er {V}.",
        f"In het eerste halfjaar van 2024 steeg het aantal van {V} naar {W}.",
        f"In 2024-H1 waren het er {W}, tegen {V} in 2023-H2.",
        f"In 2024-H1 waren het er {W} tegen {V} in het tweede halfjaar van 2023.",
        f"In 2024-H1 waren het er meer dan {V}.",
        f"In 2024-H1 lag het aantal hoger dan de {V} van toen.",
        f"In 2024-H1 zijn de {V} woningen verhuurd.",
        f"In 2024-H1 kreeg een deel van de {V} woningen een label.",
        f"Sinds 2023-H2 zijn er {W} woningen gebouwd.",
        f"De motie van het tweede halfjaar van 2023 vroeg er {W}.",
        f"De in het tweede halfjaar van 2023 gestarte proef leverde {W} woningen op.",
        f"De aanpak die in 2023-H2 begon, leverde {W} woningen op.",
        f"In 2023-H2 vroeg de raad om cijfers; het zijn er {W}.",
        f"In 2023-H2 vroeg de raad om cijfers, en het zijn er nu {W}.",
        f"Na de start in 2023-H2 groeide het aantal naar {W}.",
        f"Vergeleken met 2023-H2 zijn het er veel: {W}.",
        f"Het plan voor 2023-H2 haalde {W} woningen.",
        'In het tweede halfjaar van 2024 verwachten wij er meer dan {{ waarde("plan") }}.',
        'In 2023-H2 kende het Rijk {{ waarde("subsidie") }} toe.',
        'In 2023-H2 werd {{ waarde("begroot") }} begroot.',
        'In 2023-H2 waren er {{ waarde("gelijk") }} klachten.',
        f"Tussen 2023-H2 en 2024-H1 kwamen er {W} bij.",
        f"Eind 2023 waren het er {W}.",
        f"In 2023 was het {W}, in 2024 niet.",
        f"De woningen zijn in 2023-H2 begonnen; {W} daarvan zijn klaar.",
        f"Er zijn {W} in 2023-H2 gestarte projecten.",
        f"Wij haalden {V} in 2023-H2 en {W} in 2024-H1.",
        f"{V} (2023-H2) en {W} (2024-H1)",
        f"De rapportage over 2023-H2 telde {V}, die over 2024-H1 {W}.",
        f"In 2024-H1 kwamen er 12 bij, bovenop {V}.",
        f"In 2024-H1, net als in 2023-H2, waren het er {W}.",
        f"Zie de cijfers van 2023-H2: nu zijn het er {W}.",
        f"In deze periode waren het er {W}, in de vorige {V}.",
        f"Vorig halfjaar waren het er {V}.",
        f"Er zijn {W} in de vorige periode gestarte projecten.",
        f"In de vorige periode was de verwachting {W}.",
        f"In de vorige periode beloofde het college {W} woningen.",
        f"Eind juni 2024 waren het er {W}.",
        f"Op 1 januari 2024 waren het er {W}.",
        f"Op 14 mei 2024 waren het er {V}.",
        f"In juni 2024 waren het er {W}, op 31 december 2023 nog {V}.",
        f"In december 2023 stelde de raad {W} woningen als doel.",
        f"Op 31 december 2023 liep de termijn af; nu zijn het er {W}.",
        f"In december 2023 was er sprake van een plan, en {W} woningen zijn klaar.",
        f"Op 1 juli 2024 waren er {W}.",
        f"Op 31 december 2023 was de raad bijeen om {W} woningen te bespreken.",
        f"In december 2023 was het college akkoord met {W} woningen.",
        f"Op 31 december 2023 lagen er plannen voor {W} woningen.",
        f"Eind mei 2024 waren het er {W}.",
        f"Op 31 december 2023 besloot het college dat er {W} mogen komen.",
        f"Vorig jaar waren het er {W}.",
        f"In de vorige periode vroeg de raad hoeveel het er waren; het zijn er {W}.",
        f"In de vorige periode stond dat het er niet meer dan {W} worden.",
        f"Meer dan in de vorige periode: {W}.",
        f"Deze periode steeg het aantal van {V} naar {W}.",
        f"Dit halfjaar kwamen er meer dan {V} bij.",
        'In de vorige periode kwam het Rijk met {{ waarde("subsidie") }}.',
        'Deze periode waren er evenveel klachten, {{ vorige("gelijk") }}.',
    ],
)
def test_a_number_beside_its_own_period_or_one_of_something_else_is_right(text: str) -> None:
    assert told(text) == []


def test_a_year_is_the_period_of_a_series_by_year() -> None:
    assert told('In 2022 waren er {{ waarde("banen") }} banen.', YEARS) == [
        "bij '50' staat '2022', en het is de waarde van 2023"
    ]
    assert told('In 2023 waren er {{ waarde("banen") }} banen, in 2022 {{ vorige("banen") }}.', YEARS) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{{ waarde("reizigers") }} woningen',
            "bij '41.000' staat 'woningen', en de reeks 'reizigers' telt reizigers",
        ),
        (
            'Er kwamen {{ waarde("klachten") }} nieuwe woningen bij.',
            "bij '60' staat 'woningen', en de reeks 'klachten' telt klachten",
        ),
        (
            '{{ waarde("woningen") }} inwoners',
            "bij '1.348' staat 'inwoners', en de reeks 'woningen' telt woningen",
        ),
        (
            'Er zijn {{ waarde("toewijzingen") }} aanvragen ingediend.',
            "bij '57' staat 'aanvragen', en de reeks 'toewijzingen' telt toewijzingen",
        ),
        (
            'Er zijn {{ waarde("toewijzingen") }} aanvragen. Alle zijn toegewezen.',
            "bij '57' staat 'aanvragen', en de reeks 'toewijzingen' telt toewijzingen",
        ),
    ],
)
def test_what_another_series_counts_is_told_behind_a_number(text: str, message: str) -> None:
    assert told(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        f"Er kwamen {W} woningen.",
        f"Er kwamen {W} nieuwe woningen.",
        f"Er kwamen {W} sociale huurwoningen.",
        'Er waren {{ waarde("inwoners") }} personen.',
        'Er waren {{ waarde("reizigers") }} inwoners in de bus.',
        'Er reisden {{ waarde("personen") }} inwoners mee.',
        'In totaal dienden {{ waarde("aanvragen") }} ondernemers iets in.',
        'In totaal dienden {{ waarde("aanvragen") }} individuele ondernemers iets in.',
        'Van de woningen is {{ waarde("aandeel") }} sociaal.',
        'Het Rijk gaf {{ waarde("subsidie") }} woningen en wegen ten spijt.',
        'Er zijn {{ waarde("huur") }} woningen te huur.',
        'Er zijn {{ percentage("klachten", "gelijk") }} woningen.',
        'In {{ waarde("bussen") }} van de bussen zaten reizigers.',
        'Er zijn {{ waarde("toewijzingen") }} aanvragen toegewezen.',
        '{{ waarde("toewijzingen") }} aanvragen zijn toegewezen.',
        'Dit halfjaar zijn {{ waarde("vergunningen") }} woningen vergund.',
        'Er zijn {{ waarde("inschrijvingen") }} inwoners ingeschreven.',
    ],
)
def test_what_the_series_itself_counts_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words", "went"),
    [
        (f"Het aantal daalde naar {W}.", "daalde naar", "het werd meer: in 2023-H2 was het 1.180"),
        (
            f"Daarmee daalde het aantal woningen naar {W}.",
            "daalde naar",
            "het werd meer: in 2023-H2 was het 1.180",
        ),
        (
            f"In het eerste halfjaar van 2024 kromp de bouw licht naar {W} woningen.",
            "kromp naar",
            "het werd meer: in 2023-H2 was het 1.180",
        ),
        (
            'De klachten stegen in 2024-H1 naar {{ waarde("klachten") }}.',
            "stegen naar",
            "het werd minder: in 2023-H2 was het 90",
        ),
        (
            'De klachten zijn toegenomen naar {{ waarde("klachten") }}.',
            "toegenomen naar",
            "het werd minder: in 2023-H2 was het 90",
        ),
        (
            'Het aantal steeg naar {{ waarde("gelijk") }}.',
            "steeg naar",
            "het bleef gelijk: in 2023-H2 was het 90",
        ),
        (f"Het aantal daalde verder tot {W}.", "daalde tot", "het werd meer: in 2023-H2 was het 1.180"),
        (f"Het aantal is naar {W} gedaald.", "naar … gedaald", "het werd meer: in 2023-H2 was het 1.180"),
        (
            f"In 2024 is de bouw naar {W} woningen teruggelopen.",
            "naar … teruggelopen",
            "het werd meer: in 2023-H2 was het 1.180",
        ),
        (
            'De klachten namen weer toe, naar {{ waarde("klachten") }}.',
            "namen weer toe naar",
            "het werd minder: in 2023-H2 was het 90",
        ),
        ('Een daling naar {{ waarde("aandeel") }}.', "daling naar", "het werd meer: in 2023-H2 was het 27%"),
    ],
)
def test_a_course_against_the_series_is_told(text: str, words: str, went: str) -> None:
    assert [one.split(" staat ")[1] for one in told(text)] == [f"'{words}', en {went}"]


@pytest.mark.parametrize(
    "text",
    [
        f"Het aantal steeg naar {W}.",
        f"Het aantal steeg verder naar {W}.",
        f"Het aantal nam weer toe, naar {W}.",
        f"De vraag daalde, en het aantal ging, naar {W}.",
        'Het aantal klachten daalde naar {{ waarde("klachten") }}.',
        f"De vraag daalde niet, het aanbod ging naar {W}.",
        f"Het aantal daalde sinds 2020 naar {W}.",
        f"In vijf jaren daalde het aantal naar {W}.",
        f"Het daalde ten opzichte van 2022 naar {W}.",
        f"De rente daalde, en het aantal ging naar {W}.",
        f"De kosten dalen door de overstap naar {W} woningen.",
        f"Vorig jaar daalde de vraag naar {W}.",
        f"Na de daling steeg het aantal naar {W}.",
        f"De huur daalde niet naar {W}.",
        f"Volgens de prognose daalt het aantal naar {W}.",
        f"De daling van de rente leidde tot {W} woningen.",
        'Het daalde naar {{ waarde("subsidie") }}.',
        f"De gemeente Krimpen ging naar {W}.",
        f"Van de daling profiteert wie gaat verhuizen naar {W} woningen.",
        f"Het budget krimpt, waardoor wij verwijzen naar {W} woningen.",
        f"Het aantal is gestegen naar {W}.",
        f"Het aantal is naar {W} gestegen.",
        f"Is de vraag naar {W} woningen gedaald?",
        f"De vraag naar {W} woningen is gedaald.",
        f"Het aantal is niet naar {W} gedaald.",
        f"Wij zijn naar {W} woningen gegaan, en de huur is gedaald.",
        f"De bouw is van 2.000 naar {W} gedaald.",
        f"De rente daalde, wat de bouw bracht tot {W}.",
        f"De prijs daalt voor gezinnen van 2 tot {W} leden.",
        f"De daling tot {W} is voorbij.",
        f"Sinds 2020, t.o.v. de regio, daalde het aantal naar {W}.",
    ],
)
def test_a_course_as_the_series_had_it_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('In {{ periode("lang") }} is gebouwd.', "hier komt 'In eerste halfjaar van 2024' te staan"),
        ('de bouw over {{ vorige("lang") }}', "hier komt 'over tweede halfjaar van 2023' te staan"),
        ('Na {{ volgende("zonder-jaar") }} is het klaar.', "hier komt 'Na tweede halfjaar' te staan"),
    ],
)
def test_a_period_without_its_article_is_told(text: str, message: str) -> None:
    assert told(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        'In het {{ periode("lang") }} is gebouwd.',
        "Voortgang {{ periode }}",
        "Rapportage over {{ periode }}",
        'Voortgang {{ periode("lang") }}',
        'Rapportage ({{ periode("lang") }})',
        'In {{ periode("naam") }} is gebouwd.',
        'In {{ periode("kort") }} is gebouwd.',
        'In {{ periode("maanden") }} is gebouwd.',
        'In {{ periode("jaar") }} is gebouwd.',
        'De cijfers van dit {{ periode("lang") }}.',
    ],
)
def test_a_period_with_its_article_or_without_need_of_one_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("heads", "cell", "wrong"),
    [
        (["2023-H2", "Woningen"], W, True),
        (["Deze periode", "Woningen"], V, True),
        (["Vorige periode", "Woningen"], W, True),
        (["Woningen", "2023-H2"], W, True),
        (["eerste halfjaar 2024", "Woningen"], V, True),
        (["Deze periode", "Woningen"], W, False),
        (["2024-H1", "Woningen"], f"{W} (was {V})", False),
        (["Beginstand", "2024-H1"], V, False),
        (["2024-H1", "Stand bij het begin"], V, False),
        (["Stand 2024-H1", "Woningen"], V, False),
        (["2022-H1", "Woningen"], W, False),
        (["Aantal", "Woningen", "Woningen in 2023-H2"], W, False),
        (["2023-H2", "Klachten"], '{{ waarde("gelijk") }}', False),
        (["2023-H2", "Subsidie"], '{{ waarde("subsidie") }}', False),
        (["2024-H1", "Verschil"], '{{ verschil("woningen") }}', False),
        (["Vorige", "Woningen"], V, False),
    ],
)
def test_a_cell_is_of_the_period_in_its_heads(heads: list[str], cell: str, wrong: bool) -> None:
    pieces = [evaluated(one, NUMBERS) if at % 2 else one for at, one in enumerate(EXPRESSION.split(cell))]
    assert (list(below_heads(heads, pieces)) != []) == wrong


K, KV = '{{ waarde("klachten") }}', '{{ vorige("klachten") }}'
"""Complaints went from 90 to 60, homes from 1.180 to 1.348."""


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (f"Het aantal nam af tot {W}.", "'1.348' staat 'nam af tot', en het werd meer"),
        (f"Het aantal is afgenomen tot {W}.", "'1.348' staat 'afgenomen tot', en het werd meer"),
        (f"Het aantal bleef gelijk op {W}.", "'1.348' staat 'bleef gelijk op', en het werd meer"),
        (f"Het aantal bleef dus ongewijzigd: {K}.", "'60' staat 'bleef dus ongewijzigd'"),
        (
            f"Er kwamen {W} woningen, minder dan in het vorige halfjaar ({V}).",
            "'1.348' staat 'minder dan in het vorige halfjaar', en het werd meer: in 2023-H2 was het 1.180",
        ),
        (
            f"Er waren {K} klachten, en dat zijn er meer dan in de vorige periode.",
            "'60' staat 'meer dan in de vorige periode', en het werd minder",
        ),
        (f"Het aantal is lager: {W} tegen {V}.", "'1.348' staat 'lager', en het werd meer"),
        (f"Met {W} ligt het lager dan de {V} van toen.", "'1.348' staat 'lager dan de 1.180'"),
        (f"Het aantal is lager dan de {V}.", "'1.180' staat 'lager dan de', en het werd meer"),
        (
            'September 2024: behandeling in de gemeenteraad op {{ datum("einde") }}',
            "hier staat 'September 2024', en de dag wordt 30 juni 2024",
        ),
        (
            'In juni 2024 vergadert de raad op {{ datum("raad") }}.',
            "hier staat 'juni 2024', en de dag wordt 16 september 2024",
        ),
    ],
)
def test_a_course_or_a_month_against_the_data_is_told(text: str, told_of: str) -> None:
    assert len(told(text)) == 1
    assert told_of in told(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        f"Het aantal klachten nam af tot {K}.",
        f"Het aantal is toegenomen tot {W}.",
        'Het aantal bleef gelijk op {{ waarde("gelijk") }}.',
        'Het aantal bleef vrijwel gelijk op {{ waarde("inwoners") }}.',
        f"De prijs bleef gelijk. {W} woningen zijn klaar.",
        f"Er kwamen {W} woningen, meer dan in het vorige halfjaar ({V}).",
        f"Er waren {K} klachten, minder dan in de vorige periode.",
        f"Van de {W} woningen is een deel verkocht, minder dan in het vorige halfjaar.",
        f"Er kwamen {W} woningen, minder dan verwacht.",
        f"Er kwamen {W} woningen, minder dan gepland in de vorige periode.",
        f"Er kwamen {W} woningen; de wachttijd is lager dan in het vorige halfjaar.",
        f"Er kwamen {W} woningen, waarvan minder dan in het vorige halfjaar in de kern.",
        f"Het aantal is hoger: {W} tegen {V}.",
        f"Het aantal klachten is lager: {K} tegen {KV}.",
        f"Met {K} ligt het lager dan de {KV} van toen.",
        f"Het aantal is hoger dan de {V} van toen.",
        f"Het plan ligt lager dan de {V} van toen.",
        f"Volgens de prognose is het aantal lager dan de {V}.",
        f"Het aantal klachten ging van {KV} naar {K}, lager dan ooit.",
        'September 2024: behandeling in de gemeenteraad op {{ datum("raad") }}',
        'In september vergadert de raad op {{ datum("raad") }}.',
        'In juni 2024 besloot het college de raad op {{ datum("raad") }} te informeren.',
        'In juni 2024 komt het college met een stuk, dat de raad bespreekt op {{ datum("raad") }}.',
        'In juni 2024 was het warm. De raad vergadert op {{ datum("raad") }}.',
    ],
)
def test_a_course_or_a_month_by_the_data_is_right(text: str) -> None:
    assert told(text) == []


_OF_COSTS = "en het is een getal van de reeks 'loonkosten'"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('De omzet is {{ waarde("loonkosten") }}.', f"bij '€\xa0550' staat 'omzet', {_OF_COSTS}"),
        ('Nu steeg de omzet naar {{ waarde("loonkosten") }}.', None),
        (
            'De omzet steeg licht naar {{ waarde("loonkosten") }}.',
            f"bij '€\xa0550' staat 'omzet', {_OF_COSTS}",
        ),
        ('Omzet: {{ waarde("loonkosten") }}', f"bij '€\xa0550' staat 'Omzet', {_OF_COSTS}"),
        (
            'Omzet van de bouw: {{ waarde("omzet") }}',
            "bij '€\xa0950' staat 'Omzet van de bouw', en het is een getal van de reeks 'omzet'",
        ),
        ('De omzet is {{ waarde("omzet") }}.', None),
        ('De omzet is {{ waarde("omzet-bouw") }}.', None),
        ('De loonkosten gaan mee met de omzet: {{ waarde("loonkosten") }}.', None),
        ('Van de omzet is {{ waarde("loonkosten") }} voor mensen.', None),
        ('Naast de omzet: {{ waarde("loonkosten") }} voor mensen.', None),
        ('De omzet is hoog. Aan lonen ging daarvan {{ waarde("loonkosten") }} weg.', None),
        ('De omzet is {{ waarde("omzet") }} en daarvan gaat {{ waarde("loonkosten") }} naar mensen.', None),
    ],
)
def test_the_name_of_another_series_right_before_a_number_is_told(text: str, message: str | None) -> None:
    assert told(text) == ([message] if message else [])
