"""What stands beside an expression goes with what it becomes, in Markdown and in plain texts alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from inserts import Inserts

from rapportage.compose.numbers.expressions import evaluated, filled
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.compose.prose.markdown import Converter
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode

NOWHERE = Place("")


def series(
    name: str, unit: str, before: str | None, now: str, decimals: int = 0, over: str | None = None
) -> Indicator:
    values = (("2023-H2", before), ("2024-H1", now))
    waarden = tuple(
        Waarde(periode=parse_periode(periode), waarde=Decimal(value), over=over)
        for periode, value in values
        if value is not None
    )
    return Indicator(
        id=name, naam=f"reeks {name}", eenheid=unit, decimalen=decimals, bron="Telling", waarden=waarden
    )


NUMBERS = Numbers(
    {
        one.id: one
        for one in (
            series("woningen", "woningen", "1180", "1348", over="het eerste halfjaar van 2024"),
            series("daling", "woningen", "500", "400"),
            series("gelijk", "woningen", "400", "400"),
            series("pct", "%", "30", "27.4", 1),
            series("subsidie", "€", None, "22500000"),
            series("bijdrage", "€", None, "2.35", 2),
            series("neg", "graden", None, "-3"),
            series("duizenden", "woningen x 1.000", None, "13"),
            series("inwoners", "inwoners", None, "1200000"),
        )
    },
    parse_periode("2024-H1"),
    {"raad": date(2024, 9, 16)},
)


_UNIT_TWICE = "de eenheid staat hier twee keer, want de uitdrukking wordt '€\xa022,5\xa0miljoen'"


class Known(Inserts):
    """The series of this module."""

    def number(self, expression: str, place: Place) -> Worked:
        del place
        return evaluated(expression, NUMBERS)


def told(text: str) -> list[str]:
    """What is told of a text in Markdown; a plain text is told the same."""
    converter = Converter(Known())
    converter.sections(text, "water.md", 1, level=4, prefix="w")
    return [one.message for one in converter.problems]


def plainly(text: str) -> list[str]:
    return [one.message for one in filled(text, NOWHERE, NUMBERS).problems]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # a sign against its word
        ('**{{ verschil("daling") }}** meer', "hier komt '−100 meer' te staan"),
        ('{{ verschil("daling") }} woningen meer', "hier komt '−100 meer' te staan"),
        ('{{ verschil("daling") }} woningen minder', "hier komt '−100 minder' te staan"),
        ('{{ verschil("daling") }} woningen méér', "hier komt '−100 méér' te staan"),
        ('De bouw steeg met {{ verschil("daling") }}.', "hier komt 'steeg … −100' te staan"),
        (
            'Dat is {{ afstand("daling") }} minder dan toen, en {{ verschil("daling") }}.',
            "'−100' staat achter 'minder', en leest als het omgekeerde",
        ),
        ('De bouw daalde met {{ verschil("daling") }}.', "hier komt 'daalde … −100' te staan"),
        ('Een stijging van {{ verschil("daling") }}', "hier komt 'stijging … −100' te staan"),
        ('Een daling met {{ verschil("daling") }}', "hier komt 'daling … −100' te staan"),
        ('Een toename van {{ verschil("daling") }}', "hier komt 'toename … −100' te staan"),
        (
            'De bevolkingsgroei van ruim {{ verschil("daling") }}',
            "hier komt 'bevolkingsgroei … −100' te staan",
        ),
        (
            'Het aandeel steeg met {{ verschil("pct") }}.',
            "hier komt 'steeg … −2,6\xa0procentpunt' te staan",
        ),
        (
            'Een groei van {{ percentage(verschil("daling"), vorige("daling")) }}.',
            "hier komt 'groei … −20%' te staan",
        ),
        ('{{ verschil("woningen") }} minder', "bij '168' staat 'minder', en het werd meer"),
        ('Een daling van {{ verschil("woningen") }}.', "bij '168' staat 'daling', en het werd meer"),
        (
            'De bouw nam licht af met {{ verschil("woningen") }}.',
            "bij '168' staat 'nam licht af', en het werd meer",
        ),
        # a difference without its sign
        ('De weg is {{ afstand("daling") }} langer.', "bij '100' staat 'langer', en het werd minder"),
        ('De weg is {{ afstand("woningen") }} korter.', "bij '168' staat 'korter', en het werd meer"),
        (
            'Dat is {{ percentage(verschil("woningen"), vorige("woningen")) }} goedkoper.',
            "bij '14%' staat 'goedkoper', en het werd meer",
        ),
        ('{{ afstand("daling") }} woningen meer', "bij '100' staat 'meer', en het werd minder"),
        ('De bouw steeg met {{ afstand("daling") }}.', "bij '100' staat 'steeg', en het werd minder"),
        ('De bouw steeg met ca. {{ afstand("daling") }}.', "bij '100' staat 'steeg', en het werd minder"),
        ('Met {{ afstand("daling") }} toegenomen.', "bij '100' staat 'toegenomen', en het werd minder"),
        (
            'Met {{ afstand("daling") }} is de bouw toegenomen.',
            "bij '100' staat 'toegenomen', en het werd minder",
        ),
        ('De bouw nam met {{ afstand("daling") }} toe.', "bij '100' staat 'toe', en het werd minder"),
        ('Er kwamen {{ afstand("daling") }} woningen bij.', "bij '100' staat 'bij', en het werd minder"),
        ('{{ afstand("woningen") }} minder dan toen', "bij '168' staat 'minder', en het werd meer"),
        (
            'De bouw lag {{ percentage(afstand("daling"), vorige("daling")) }} hoger.',
            "bij '20%' staat 'hoger', en het werd minder",
        ),
        (
            'De bouw lag {{ afgerond(afstand("daling"), 10) }} hoger.',
            "bij '100' staat 'hoger', en het werd minder",
        ),
        (
            'Samen {{ som(afstand("daling"), afstand("daling")) }} hoger.',
            "bij '200' staat 'hoger', en het werd minder",
        ),
        (
            'De bouw is met {{ afstand("daling") }} woningen gestegen.',
            "bij '100' staat 'gestegen', en het werd minder",
        ),
        ('De bouw liep op met {{ afstand("daling") }}.', "bij '100' staat 'liep op', en het werd minder"),
        (
            'De bouw liep terug met {{ afstand("woningen") }}.',
            "bij '168' staat 'liep terug', en het werd meer",
        ),
        ('De bouw ging omhoog met {{ afstand("daling") }}.', "bij '100' staat 'omhoog', en het werd minder"),
        ('De stijging is {{ afstand("daling") }}.', "bij '100' staat 'stijging', en het werd minder"),
        ('Groei van de bouw: ruim {{ afstand("daling") }}', "bij '100' staat 'Groei', en het werd minder"),
        ('De daling bedroeg {{ verschil("woningen") }}.', "bij '168' staat 'daling', en het werd meer"),
        ('{{ afstand("gelijk") }} woningen meer', "bij '0' staat 'meer', en er is geen verschil"),
        ('Een daling van {{ verschil("gelijk") }}.', "bij '0' staat 'daling', en er is geen verschil"),
        # a unit twice
        *(
            (text, f"de eenheid staat hier twee keer, want de uitdrukking wordt '{worked}'")
            for text, worked in (
                ('Dat is {{ waarde("subsidie") }} euro per jaar.', "€\xa022,5\xa0miljoen"),
                ('Dat is {{ waarde("subsidie") }} miljoen.', "€\xa022,5\xa0miljoen"),
                ('Dat is {{ waarde("bijdrage") }} miljoen.', "€\xa02,35"),
                ('Dat is € **{{ waarde("bijdrage") }}**.', "€\xa02,35"),
                ('(x € 1.000): {{ waarde("subsidie") }}', "€\xa022,5\xa0miljoen"),
                (
                    '{{ verhouding("subsidie", 1000) }} duizend euro, {{ waarde("subsidie") }} euro',
                    "€\xa022,5\xa0miljoen",
                ),
                ('Dat is {{ waarde("pct") }} procent.', "27,4%"),
                ('Dat is {{ waarde("pct") }}%.', "27,4%"),
                ('Dat scheelt {{ verschil("pct") }} procentpunt.', "−2,6\xa0procentpunt"),
            )
        ),
        ('Bedragen in € 1.000: {{ waarde("subsidie") }}', _UNIT_TWICE),
        ('Bedragen in miljoenen: {{ waarde("subsidie") }}', _UNIT_TWICE),
        # another unit than its own
        ('€ {{ waarde("woningen") }}', "hier staat '€' bij '1.348', en de eenheid daarvan is 'woningen'"),
        ('{{ waarde("woningen") }}%', "hier staat '%' bij '1.348', en de eenheid daarvan is 'woningen'"),
        (
            '{{ waarde("woningen") }} euro',
            "hier staat 'euro' bij '1.348', en de eenheid daarvan is 'woningen'",
        ),
        (
            '{{ waarde("woningen") }} miljoen',
            "hier staat 'miljoen' bij '1.348', en de eenheid daarvan is 'woningen'",
        ),
        ('€ {{ waarde("pct") }}', "hier staat '€' bij '27,4%', en de eenheid daarvan is '%'"),
        ('{{ waarde("bijdrage") }}%', "hier staat '%' bij '€\xa02,35', en de eenheid daarvan is '€'"),
        ('{{ waarde("neg") }}%', "hier staat '%' bij '−3', en de eenheid daarvan is 'graden'"),
        # another measure than its series is in
        (
            '{{ waarde("woningen") }} m2 vloer',
            "hier staat 'm2' bij '1.348', en de eenheid daarvan is 'woningen'",
        ),
        ('{{ waarde("neg") }} kilo', "hier staat 'kilo' bij '−3', en de eenheid daarvan is 'graden'"),
        (
            'Zij wachtten {{ waarde("pct") }} maanden.',
            "hier staat 'maanden' bij '27,4%', en de eenheid daarvan is '%'",
        ),
        (
            'Zij wachtten {{ waarde("bijdrage") }} weken.',
            "hier staat 'weken' bij '€\xa02,35', en de eenheid daarvan is '€'",
        ),
        # a word against a number
        ('De{{ waarde("woningen") }} woningen', "'1.348' staat vast aan wat ervoor staat"),
        ('Er zijn {{ waarde("woningen") }}woningen', "'1.348' staat vast aan wat erachter staat"),
        # other words for up and down
        ('Het kelderde met {{ afstand("woningen") }}.', "bij '168' staat 'kelderde', en het werd meer"),
        ('Het liep met {{ afstand("woningen") }} terug.', "bij '168' staat 'terug', en het werd meer"),
        # a sign that sets nothing high or low
        ('x^{{ waarde("woningen") }} w^', "dit teken (^) blijft letterlijk staan"),
        ('x ~{{ waarde("woningen") }} m {{ waarde("daling") }}~', "dit teken (~) blijft letterlijk staan"),
        # glued together
        ('{{ waarde("woningen") }}{{ waarde("daling") }}', "'400' staat vast aan wat ervoor staat"),
        ('1{{ waarde("woningen") }}', "'1.348' staat vast aan wat ervoor staat"),
        ('**1**{{ waarde("woningen") }}', "'1.348' staat vast aan wat ervoor staat"),
        ('{{ waarde("woningen") }}.000', "'1.348' staat vast aan wat erachter staat"),
        ('{{ waarde("woningen") }},5', "'1.348' staat vast aan wat erachter staat"),
        # the same words twice
        ('In het {{ periode("lang") }} 2024', "hier komt '2024 2024' te staan"),
        ('In het {{ periode("lang") }} van 2024.', "hier komt 'van 2024 van 2024' te staan"),
        ('In het {{ periode("lang") }} 2023.', "hier komt '2024 2023' te staan"),
        ('Het eerste {{ periode("zonder-jaar") }}', "hier komt 'eerste eerste' te staan"),
        ('Het tweede {{ periode("zonder-jaar") }}', "hier komt 'tweede eerste' te staan"),
        ('Op {{ datum("raad") }} 2024', "hier komt '2024 2024' te staan"),
        ('Op 16 {{ datum("raad") }}', "hier komt '16 16' te staan"),
        ('In het {{ over("woningen") }}', "hier komt 'het het' te staan"),
        ('Het is min {{ waarde("neg") }} graden.', "hier staat een minteken voor '−3'"),
        ('Het is -{{ waarde("neg") }} graden.', "hier staat een minteken voor '−3'"),
    ],
)
def test_what_contradicts_or_repeats_an_expression_is_told(text: str, message: str) -> None:
    assert message in told(text)
    assert message in plainly(text.replace("**", ""))


@pytest.mark.parametrize(
    "text",
    [
        'De weg is {{ afstand("daling") }} korter. Door de bouw wachten {{ afstand("daling") }} gezinnen langer.',
        'Van de {{ waarde("woningen") }} woningen zijn er 404 sociale huur, 30% dus.',
        'Er zijn {{ waarde("woningen") }} woningen, **{{ verschil("woningen") }} meer** dan in de vorige periode.',
        'Dat zijn er {{ afstand("daling") }} minder. De huur steeg met 5%.',
        'Er kwamen er minder bij, en {{ verschil("daling") }} is veel.',
        'De bouw daalde met {{ afstand("daling") }}, terwijl de prijs steeg.',
        'De huur steeg, maar de bouw nam met {{ afstand("daling") }} af.',
        'De huur steeg en de bouw nam met {{ afstand("daling") }} af.',
        'Met {{ afstand("woningen") }} steeg het aantal harder dan eerst.',
        'Er kwamen {{ afstand("woningen") }} woningen bij.',
        'De huren stegen niet met {{ afstand("daling") }}.',
        'Het verschil is {{ verschil("daling") }}. Meer staat in de bijlage.',
        'Het verschil met toen is {{ verschil("daling") }}, meer niet.',
        'De ontwikkeling bedroeg {{ percentage(verschil("daling"), vorige("daling")) }}.',
        'De groei kwam uit op {{ percentage(verschil("daling"), vorige("daling")) }}, minder dan gedacht.',
        'Er bleven {{ waarde("daling") }} woningen; dat is 20% minder.',
        'Het aantal ging van {{ vorige("daling") }} naar {{ waarde("daling") }}.',
        'Een stijging van de huur met 5% kost {{ waarde("subsidie") }}.',
        'Een daling van {{ afstand("pct") }}.',
        'De daling is {{ afstand("pct") }}.',
        'De groei is {{ percentage(verschil("daling"), vorige("daling")) }}.',
        'Groei: {{ verschil("daling") }}',
        'De groei bedroeg {{ percentage(verschil("gelijk"), vorige("gelijk")) }}.',
        'De gemeente Krimpen aan den IJssel met {{ afstand("woningen") }} woningen.',
        'Zij betalen {{ waarde("bijdrage") }} euro-opslag.',
        'De huur liep op de markt terug. Met {{ waarde("woningen") }} woningen is dat gek.',
        'Het budget is {{ waarde("subsidie") }}, {{ waarde("bijdrage") }} per inwoner.',
        'Het was € 5 en wordt {{ waarde("bijdrage") }}.',
        'Een groei van {{ waarde("pct") }} jaar op jaar, en {{ waarde("pct") }} per maand.',
        'Van de jongeren krijgt {{ waarde("pct") }} dag- of weekopvang.',
        'Elke euro leidt tot {{ waarde("bijdrage") }} aan Europese steun.',
        '{{ verhouding("inwoners", 1000000) }} miljoen inwoners',
        '{{ verhouding("subsidie", 1000000) }} miljoen',
        '{{ waarde("duizenden") }} duizend woningen',
        'Dat is {{ waarde("pct") }}, 3 procentpunt minder dan toen.',
        'In 2023 was het {{ waarde("woningen") }}, in 2024 niet.',
        'Het is {{ waarde("woningen") }}. 400 daarvan zijn sociaal.',
        'Per 1-1-2024: {{ waarde("woningen") }}/{{ waarde("daling") }}-{{ waarde("gelijk") }}.',
        'Op maandag {{ datum("raad") }} om 20 uur.',
        "In {{ periode }} en {{ volgende }}.",
        'In het {{ periode("lang") }}, 2024 dus.',
        'H{{ periode("jaar") }}[^1]\n\n[^1]: 100{{ naam("pct") }}'.replace("100", ""),
        'Het is {{ waarde("neg") }} graden, min of meer.',
        'De {{ waarde("woningen") }}e woning',
        'In m^2^ is dat {{ waarde("woningen") }}^2^.',
        'In {{ waarde("daling") }} [@a] staan {{ waarde("gelijk") }} woningen.',
    ],
)
def test_what_goes_with_an_expression_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{{ over("woningen") }} telt.', "Het eerste halfjaar van 2024 telt."),
        ('{{ naam("pct") }}: 3', "Reeks pct: 3"),
        ('Zo is het. {{ over("woningen") }} telt.', "Zo is het. Het eerste halfjaar van 2024 telt."),
        ('Zie ook ({{ naam("pct") }})', "Zie ook (reeks pct)"),
        ('Bijv. {{ naam("pct") }}', "Bijv. reeks pct"),
        ('{{ periode("naam") }} telt.', "2024-H1 telt."),
    ],
)
def test_words_of_an_expression_have_a_capital_where_a_sentence_begins(text: str, words: str) -> None:
    assert filled(text, NOWHERE, NUMBERS).value == words


def test_a_name_with_capitals_within_keeps_its_small_first_letter() -> None:
    named = NUMBERS.indicators["pct"].model_copy(update={"naam": "eHerkenning"})
    numbers = replace(NUMBERS, indicators={"pct": named})
    assert filled('{{ naam("pct") }} groeit.', NOWHERE, numbers).value == "eHerkenning groeit."
