"""What an expression gives, and what is said when it cannot be worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.bounds import MAX_EXPRESSION
from rapportage.compose.numbers.expressions import evaluate
from rapportage.compose.numbers.quantities import ExpressionError
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.periode import parse_periode


def one(periode: str, waarde: str, **more: object) -> Waarde:
    return Waarde.model_validate({"periode": periode, "waarde": Decimal(waarde), **more})


def series(name: str, unit: str, decimals: int, *waarden: Waarde) -> Indicator:
    return Indicator(
        id=name, naam=f"Reeks {name}", eenheid=unit, decimalen=decimals, bron="Telling", waarden=waarden
    )


SERIES = (
    series("huur", "woningen", 0, one("2023-H2", "900"), one("2024-H1", "1050", peildatum="2024-06-30")),
    series("koop", "woningen", 0, one("2023-H2", "310"), one("2024-H1", "300.5", over="de vijf kernen")),
    series("aandeel", "%", 1, one("2023-H2", "29.95"), one("2024-H1", "30")),
    series("budget", "€", 0, one("2024-H1", "22500000")),
    series("tarief", "€", 2, one("2024-H1", "2.35")),
    series("niets", "%", 0, one("2024-H1", "0")),
    series("vorig", "woningen", 0, one("2023-H1", "880"), one("2024-H1", "910")),
    series("peil", "m", 2, one("2023-H2", "0.1"), one("2024-H1", "0.3")),
)
NUMBERS = Numbers(
    {one.id: one for one in SERIES},
    parse_periode("2024-H1"),
    {"college": date(2024, 9, 3), "raad": date(2024, 9, 16)},
)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ('waarde("huur")', "1.050"),
        ("waarde('huur')", "1.050"),
        ('  waarde( "huur" ) ', "1.050"),
        ('waarde("huur", "2023-H2")', "900"),
        ('waarde("huur", periode="2023-H2")', "900"),
        ('waarde("koop")', "301"),
        ('waarde("aandeel")', "30,0%"),
        ('waarde("budget")', "€\N{NO-BREAK SPACE}22,5\N{NO-BREAK SPACE}miljoen"),
        ('vorige("huur")', "900"),
        ('vorige("aandeel")', "30,0%"),
        ('jaar_eerder("vorig")', "880"),
        ('jaar_eerder("kort")', "1e helft 2023"),
        ('verschil("huur")', "150"),
        ('verschil("koop")', "−10"),
        ('verschil("peil")', "0,20"),
        ('percentage("huur", "koop")', "349%"),
        ('percentage("koop", "huur", 1)', "28,6%"),
        ('percentage("koop", "huur", decimalen=2)', "28,62%"),
        ("percentage(1, 3)", "33%"),
        ('percentage("niets", "aandeel")', "0%"),
        ('verhouding("huur", 100)', "10,5"),
        ('verhouding("huur", "koop", 3)', "3,494"),
        ('som("huur", "koop")', "1.351"),
        ('som("huur", 0.5)', "1.050,5"),
        ("som(0.1, 0.2)", "0,3"),
        ('percentage("koop", som("huur", "koop"))', "22%"),
        ('percentage(verschil("huur"), vorige("huur"), 1)', "16,7%"),
        ("som(-2, 1)", "−1"),
        ('verhouding("budget", 1000)', "€\N{NO-BREAK SPACE}22.500"),
        ('verhouding("tarief", 2)', "€\N{NO-BREAK SPACE}1,18"),
        ('verhouding("budget", 1000000, 1)', "€\N{NO-BREAK SPACE}22,5"),
        ('verhouding("aandeel", 2)', "15,0%"),
        ('verhouding("budget", "huur")', "€\N{NO-BREAK SPACE}21.428,57"),
        ('percentage(verschil("aandeel"), vorige("aandeel"), 1)', "0,2%"),
        ('som(12, "huur")', "1.062"),
        ('product("huur", 2)', "2.100"),
        ('product("tarief", "huur")', "€\N{NO-BREAK SPACE}2.467,50"),
        ('afgerond(product("tarief", "huur"), 1000)', "€\N{NO-BREAK SPACE}2.000"),
        ('som(afgerond(product("tarief", "huur"), 1000), "budget")', "€\N{NO-BREAK SPACE}22.502.000"),
        ("afgerond(1500, 1000)", "2.000"),
        ('afgerond("koop", 1)', "301"),
        ('datum("raad")', "16 september 2024"),
        ('peildatum("huur")', "30 juni 2024"),
        ('over("koop")', "de vijf kernen"),
        ('naam("huur")', "Reeks huur"),
    ],
)
def test_a_word_gives_its_number_in_dutch_notation(expression: str, text: str) -> None:
    assert evaluate(expression, NUMBERS) == text


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        ('waarde("huurr")', "indicator 'huurr' is onbekend", "bedoelde u 'huur'?"),
        (
            "waarde(huur)",
            "'huur' is geen woord voor een uitdrukking",
            'zet de naam tussen aanhalingstekens: "huur"',
        ),
        ('warde("huur")', "'warde' is geen woord voor een uitdrukking", "bedoelde u 'waarde'?"),
        (
            'waarde("huur", "2022-H1")',
            "indicator 'huur' heeft geen waarde voor 2022-H1",
            "er zijn waarden voor 2023-H2, 2024-H1",
        ),
        (
            'vorige("budget")',
            "indicator 'budget' heeft geen waarde voor 2023-H2",
            "er zijn waarden voor 2024-H1",
        ),
        (
            'verschil("budget")',
            "indicator 'budget' heeft geen waarde voor 2023-H2",
            "er zijn waarden voor 2024-H1",
        ),
        ('waarde("huur", "2023H2")', "'2023H2' is geen periode", "bedoelde u 2023-H2?"),
        ('waarde("huur", "2023-H3")', "'2023-H3' bestaat niet", "dat jaar heeft 2023-H1, 2023-H2"),
        (
            'percentage("aandeel", "niets")',
            "hier wordt door nul gedeeld",
            "controleer de waarde van het geheel",
        ),
        (
            'percentage("huur", "koop", 7)',
            "'decimalen' moet een getal van 0 tot en met 6 zijn",
            'schrijf bijvoorbeeld {{ percentage("a", "b", decimalen=1) }}',
        ),
        (
            'som("huur", "budget")',
            "'som' telt verschillende eenheden op: woningen, €",
            "tel alleen op wat in dezelfde eenheid gemeten is",
        ),
        (
            'som("huur", "peil")',
            "'som' telt verschillende eenheden op: m, woningen",
            "tel alleen op wat in dezelfde eenheid gemeten is",
        ),
        (
            'percentage("aandeel", "huur")',
            "wat niet in één eenheid gemeten is, is geen deel en geheel: %, woningen",
            "neem twee reeksen met dezelfde eenheid",
        ),
        (
            'percentage("peil", "huur")',
            "wat niet in één eenheid gemeten is, is geen deel en geheel: m, woningen",
            "neem twee reeksen met dezelfde eenheid",
        ),
        (
            'verhouding("huur", "budget")',
            "een bedrag en iets anders zijn geen deel en geheel: woningen, €",
            'een bedrag per stuk is {{ verhouding("bedrag", "aantal") }}, met het bedrag voorop;'
            " een aandeel vraagt twee reeksen met dezelfde eenheid",
        ),
        ('afgerond("huur", 10000)', "afgerond op 10.000 wordt 1.050 nul", "rond af op een kleiner getal"),
        ('product("huur")', "'product' vermenigvuldigt niets", 'schrijf {{ product("a", "b") }}'),
        (
            'product("aandeel", "huur")',
            "'product' kan percentages niet vermenigvuldigen, en bedragen niet met elkaar",
            "vermenigvuldig een bedrag of een aantal met aantallen",
        ),
        (
            'product("budget", "tarief")',
            "'product' kan percentages niet vermenigvuldigen, en bedragen niet met elkaar",
            "vermenigvuldig een bedrag of een aantal met aantallen",
        ),
        (
            'afgerond("huur", 0)',
            "'afgerond' rondt af op een heel getal vanaf 1",
            'schrijf bijvoorbeeld {{ afgerond("a", 1000) }} voor duizendtallen',
        ),
        ("som()", "'som' telt niets op", 'schrijf {{ som("a", "b") }}'),
        ('datum("raat")', "'raat' is geen datum van dit stuk", "bedoelde u 'raad'?"),
        (
            'peildatum("koop")',
            "indicator 'koop' heeft geen peildatum voor 2024-H1",
            "vul 'peildatum' in",
        ),
        ('over("huur")', "indicator 'huur' zegt niet waarover 2024-H1 gaat", "vul 'over' in"),
        (
            "waarde(3)",
            "hier hoort de naam van een indicator",
            'zet de naam tussen aanhalingstekens: "naam"',
        ),
        (
            'percentage("huur")',
            "de uitdrukking 'percentage(\"huur\")' klopt niet",
            "controleer de haakjes en wat ertussen staat; zie de handleiding, Getallen uit reeksen",
        ),
        (
            "waarde(“huur”)",
            "de uitdrukking 'waarde(“huur”)' is niet te lezen",
            "gebruik rechte aanhalingstekens",
        ),
        (
            'waarde("huur"',
            "de uitdrukking 'waarde(\"huur\"' is niet te lezen",
            'schrijf bijvoorbeeld {{ waarde("aanvragen") }}',
        ),
        (
            "",
            "de uitdrukking '' is niet te lezen",
            'schrijf bijvoorbeeld {{ waarde("aanvragen") }}',
        ),
        (
            '"huur"',
            "een uitdrukking begint met een woord en haakjes",
            'schrijf bijvoorbeeld {{ waarde("aanvragen") }}',
        ),
        (
            'som("huur",' + "1," * 300 + ")",
            f"deze uitdrukking is langer dan {MAX_EXPRESSION} tekens",
            "maak haar korter",
        ),
    ],
)
def test_what_cannot_be_worked_out_is_told_with_a_remedy(expression: str, message: str, hint: str) -> None:
    with pytest.raises(ExpressionError) as told:
        evaluate(expression, NUMBERS)
    assert (told.value.message, told.value.hint) == (message, hint)


@pytest.mark.parametrize(
    "expression",
    [
        "waarde.__class__",
        'waarde("huur").__class__.__mro__',
        'waarde("huur").unit',
        '"".__class__.__base__.__subclasses__()',
        "waarde.__globals__['os'].system('id')",
        'waarde("huur")|upper',
        'waarde("huur")|attr("unit")',
        'naam("huur".upper())',
        'naam("huur" ~ "x")',
        'naam("hu" "ur" * 9)',
        "som(*[1, 2])",
        'som(*"ab")',
        "som(**{})",
        "som(2 ** 99999999)",
        'naam("a" * 999999999)',
        "som(range(99999999)|list|length)",
        "self",
        "self._TemplateReference__context",
        "request",
        "lipsum()",
        "cycler.__init__.__globals__",
        'waarde("huur") if true else 1',
        "[x for x in (1, 2)]",
        '{"a": 1}',
        'waarde("huur") }} {% include "organisatie.yaml" %} {{ waarde("huur")',
        "%}{% for one in waarde %}",
    ],
)
def test_python_and_the_rest_of_jinja_are_out_of_reach(expression: str) -> None:
    with pytest.raises(ExpressionError):
        evaluate(expression, NUMBERS)


@pytest.mark.parametrize(
    "expression",
    [
        'waarde("huur")()',
        'som(naam("huur")(1))',
        '"huur"()',
        'naam(*"huur")',
        'som(*waarde("huur"))',
        'waarde("huur", **waarde("huur"))',
    ],
)
def test_only_a_word_is_called_and_its_arguments_are_written_out(expression: str) -> None:
    with pytest.raises(ExpressionError, match="mogen alleen de woorden uit de handleiding"):
        evaluate(expression, NUMBERS)


@pytest.mark.parametrize("number", ["1e400", "1e15", "9" * 400, "1e-300", "0.1234567", "-1e15"])
def test_a_number_of_absurd_size_is_refused(number: str) -> None:
    with pytest.raises(ExpressionError, match="te groot of te lang"):
        evaluate(f"som({number})", NUMBERS)


def outcome(expression: str) -> str:
    """The text, or the last two words of the problem."""
    try:
        return evaluate(expression, NUMBERS)
    except ExpressionError as told:
        return " ".join(told.message.split()[-2:])


@pytest.mark.parametrize(
    "inside", ["(" * 230 + "1" + ")" * 230, "som(" * 95 + "1" + ")" * 95, "-" * 480 + "1"]
)
def test_deep_nesting_ends_in_a_number_or_a_problem(inside: str) -> None:
    assert outcome(f"som({inside})") in ("1", "klopt niet")


def test_a_long_expression_is_cut_in_what_is_told() -> None:
    with pytest.raises(ExpressionError) as told:
        evaluate("som(1" * 50, NUMBERS)
    assert told.value.message == f"de uitdrukking '{('som(1' * 50)[:59]}…' is niet te lezen"


def test_what_was_read_once_is_judged_and_worked_out_anew_for_other_numbers() -> None:
    other = replace(NUMBERS, indicators={"huur": series("huur", "woningen", 0, one("2024-H1", "7"))})
    assert [evaluate('waarde("huur")', numbers) for numbers in (NUMBERS, other, NUMBERS)] == [
        "1.050",
        "7",
        "1.050",
    ]
    hints = []
    for numbers in (NUMBERS, other):
        with pytest.raises(ExpressionError) as told:
            evaluate("waarde(peil)", numbers)
        hints.append(told.value.hint)
    assert hints == ['zet de naam tussen aanhalingstekens: "peil"'] * 2


def test_a_series_that_may_stand_in_a_file_that_could_not_be_read_is_not_told_again() -> None:
    incomplete = Numbers(NUMBERS.indicators, NUMBERS.periode, NUMBERS.days, incomplete=True)
    with pytest.raises(ExpressionError) as told:
        evaluate('waarde("elders")', incomplete)
    assert told.value.known


WORDS = [
    "waarde",
    "vorige",
    "verschil",
    "percentage",
    "verhouding",
    "som",
    "datum",
    "peildatum",
    "over",
    "naam",
]
PIECES = [*WORDS, "huur", '"huur"', '"', "'", "(", ")", ",", ".", "1", "-", "1e9", "=", "{{", "}}", "%}", "|"]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from([*PIECES, " "]), max_size=14).map("".join)))
def test_any_text_gives_words_or_a_problem(expression: str) -> None:
    assert outcome(expression)
