"""What a decision is paid from is what it asks for, in the decisions and in a table of it."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.decisions.decided_cover import not_covered
from rapportage.checks.subjects import Paper
from rapportage.document import Block, Cell, Document, Heading, Paragraph, Row, Table

CREDIT = "Een krediet van € 1.240.000 beschikbaar te stellen voor jeugdhulp."
RAISED = "Het budget voor startersleningen met € 240.000 te verhogen."
Rows = tuple[tuple[str, str], ...]


def told(decisions: list[str], rows: Rows = (), title: str = "", said: str = "") -> list[str]:
    """What is told of these decisions, with a table or a text somewhere else in the memo."""
    heads = (Row((Cell(text("Post")), Cell(text("Bedrag")))),)
    body = tuple(Row(tuple(Cell(text(word)) for word in row)) for row in rows)
    table = (Table(heads, body, text(title), id="a", number=1),) if rows else ()
    blocks: list[Block] = [
        Heading(2, text("Besluitpunten"), "b"),
        *(Paragraph(text(one)) for one in decisions),
    ]
    words = (Paragraph(text(said)),) if said else ()
    rest: tuple[Block, ...] = (Heading(2, text("Financiën"), "f"), *table, *words)
    found = not_covered(Paper(Document(META, (*blocks, *rest)), STYLE))
    return [one.message.replace("\u00a0", " ") for one in found]


@pytest.mark.parametrize(
    ("decisions", "message"),
    [
        (
            [
                CREDIT,
                "Dit krediet voor € 900.000 te dekken uit de reserve wonen en voor € 320.000 uit de reserve.",
            ],
            "deze dekking is samen € 1.220.000, en gevraagd is € 1.240.000",
        ),
        (
            [CREDIT, "Dit krediet te dekken door € 1.420.000 te onttrekken aan de algemene reserve."],
            "deze dekking is samen € 1.420.000, en gevraagd is € 1.240.000",
        ),
        (
            [
                CREDIT,
                "Dit krediet te dekken uit:",
                "de reserve wonen: € 800.000;",
                "de algemene reserve: € 340.000.",
            ],
            "deze dekking is samen € 1.140.000, en gevraagd is € 1.240.000",
        ),
        (
            [CREDIT, "Dit krediet te dekken uit de reserve (€ 1.000.000) en een bijdrage (€ 204.000)."],
            "deze dekking is samen € 1.204.000, en gevraagd is € 1.240.000",
        ),
        (
            [
                CREDIT,
                "Het budget voor sport te verhogen met € 310.000 en dit te dekken uit de reserve (€ 200.000) en"
                " onvoorzien (€ 101.000).",
            ],
            "deze dekking is samen € 301.000, en gevraagd is € 310.000",
        ),
        (
            [
                "Een krediet van € 2.300.000 beschikbaar te stellen voor Zandwijk, en dit krediet te dekken uit de"
                " reserve Dijkversterking (€ 1.500.000) en een bijdrage van de provincie (€ 600.000)."
            ],
            "deze dekking is samen € 2,1 miljoen, en gevraagd is € 2.300.000",
        ),
        (
            ["Een subsidie van € 90.000 te verlenen, gedekt door een bijdrage van het Rijk van € 80.000."],
            "deze dekking is samen € 80.000, en gevraagd is € 90.000",
        ),
        (
            [RAISED, "Dit te dekken uit de reserve wonen (€ 150.000) en de stelpost wonen (€ 80.000)."],
            "deze dekking is samen € 230.000, en gevraagd is € 240.000",
        ),
    ],
)
def test_a_cover_of_another_amount_is_told(decisions: list[str], message: str) -> None:
    assert told(decisions) == [message]


@pytest.mark.parametrize(
    "decisions",
    [
        [
            CREDIT,
            "Dit krediet voor € 900.000 te dekken uit de reserve wonen en voor € 340.000 uit de reserve.",
        ],
        [CREDIT, "Dit krediet van € 1.240.000 te dekken uit de algemene reserve."],
        [CREDIT, "Dit krediet te dekken uit de reserve wonen."],
        [
            CREDIT,
            "Dit krediet voor € 900.000 te dekken uit de reserve wonen en de rest uit de algemene reserve.",
        ],
        [CREDIT, "Dit krediet voor € 900.000 te dekken uit de reserve wonen en uit de algemene reserve."],
        [CREDIT, "Hiervoor € 40.000 uit de algemene reserve te halen."],
        [CREDIT, "De kapitaallasten van dit krediet (€ 62.000) te dekken uit de begroting."],
        [CREDIT, "Dit krediet te dekken uit de reserve wonen (stand € 2.150.000)."],
        [CREDIT, "Daarvan € 900.000 te dekken uit de reserve wonen."],
        [CREDIT, RAISED, "Deze bedragen te dekken door € 1.480.000 aan de reserve te onttrekken."],
        [CREDIT, RAISED, "Dit budget te dekken uit de reserve wonen (€ 240.000)."],
        [CREDIT, "Het budget voor het baggeren te verhogen met € 310.000, en dit te dekken uit onvoorzien."],
        [
            CREDIT,
            "Het budget voor het baggeren te verhogen met € 310.000, van € 810.000 naar € 1.120.000, en dit te dekken"
            " uit de post onvoorzien.",
        ],
        [
            CREDIT,
            "Het budget voor het baggeren te verhogen met € 310.000 en dit te dekken uit de reserve (€ 200.000)"
            " en onvoorzien (€ 110.000).",
        ],
        [
            CREDIT,
            "Dit krediet te dekken uit de reserve (€ 1.000.000) en een bijdrage van het Rijk (€ 240.000).",
        ],
        *(
            [f"Een krediet van € 2.300.000 beschikbaar te stellen voor Zandwijk{rest}"]
            for rest in (
                ", en dit te dekken uit de reserve (€ 1.500.000) en een bijdrage van de provincie (€ 800.000).",
                " en dit te dekken uit de reserve.",
                ", te dekken uit de reserve (€ 1.500.000) en voor de rest uit de begroting.",
                ", te dekken uit de reserve, waarin daarna nog € 400.000 zit.",
                ", en de kapitaallasten van € 62.000 per jaar te dekken uit de begroting.",
                ", en daarvan € 1.500.000 te dekken uit de reserve.",
                ", waarvan € 1.500.000 wordt gedekt uit de reserve.",
                ", en hiervoor de reserve aan te spreken.",
                ", te dekken uit de reserve; en de begroting met € 100.000 te wijzigen.",
                ", te dekken uit de reserve wonen (stand € 3.150.000).",
            )
        ),
        ["De jaarstukken vast te stellen.", "Dit tekort van € 80.000 te dekken uit de reserve."],
        [RAISED, "Dit te dekken uit de reserve wonen (€ 150.000) en de stelpost wonen (€ 90.000)."],
    ],
)
def test_a_cover_that_is_the_amount_or_a_part_of_it_is_right(decisions: list[str]) -> None:
    assert told(decisions) == []


COVER = [RAISED, "Dit te dekken uit de reserve wonen (€ 150.000) en de stelpost wonen (€ 90.000)."]
TITLE = "Dekking van het budget voor startersleningen"


@pytest.mark.parametrize(
    ("rows", "title", "messages"),
    [
        (
            (("Reserve wonen", "€ 150.000"), ("Stelpost wonen", "€ 100.000"), ("Totaal", "€ 250.000")),
            TITLE,
            [
                "bij 'Stelpost wonen' staat hier € 100.000, en in de besluitpunten € 90.000",
                "dit totaal is € 250.000, en in de besluitpunten staat € 240.000",
            ],
        ),
        (
            (("Reserve wonen", "€ 150.000"), ("Stelpost wonen", "€ 90.000"), ("Totaal", "€ 240.000")),
            TITLE,
            [],
        ),
        (
            (("Reserve wonen", "€ 90.000"), ("Stelpost wonen", "€ 150.000"), ("Totaal dekking", "€ 240.000")),
            "Startersleningen",
            [
                "bij 'Reserve wonen' staat hier € 90.000, en in de besluitpunten € 150.000",
                "bij 'Stelpost wonen' staat hier € 150.000, en in de besluitpunten € 90.000",
            ],
        ),
        (
            (("Reserve wonen", "€ 150.000"), ("Stelpost wonen", "€ 100.000"), ("Totaal", "€ 250.000")),
            "Budget en dekking startersleningen",
            [
                "bij 'Stelpost wonen' staat hier € 100.000, en in de besluitpunten € 90.000",
                "dit totaal is € 250.000, en in de besluitpunten staat € 240.000",
            ],
        ),
        (
            (("Reserve wonen", "€ 2.150.000"), ("Stelpost wonen", "€ 310.000"), ("Totaal", "€ 2.460.000")),
            "Stand van de reserves",
            [],
        ),
        ((("Reserve wonen", "€ 2.150.000"), ("Totaal", "€ 2.150.000")), "Reserve na dit besluit", []),
        ((("Leningen", "€ 150.000"), ("Kosten", "€ 2.000"), ("Totaal", "€ 152.000")), "Uitgaven in 2024", []),
        ((("Lening", "€ 15.000"), ("Totaal", "€ 15.000")), "Opbouw van het budget per lening", []),
    ],
)
def test_a_table_of_a_decision_comes_to_its_amount(rows: Rows, title: str, messages: list[str]) -> None:
    assert told(COVER, rows, title) == messages


TAKEN = [RAISED, "Dit te dekken uit de reserve wonen (€ 150.000) en de stelpost wonen (€ 90.000)."]
LEFT = "en in de besluitpunten gaat er € 150.000 uit: dat is € 350.000"


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        (
            "De reserve wonen daalt van € 500.000 naar € 340.000.",
            [f"hier gaat de reserve wonen van € 500.000 naar € 340.000, {LEFT}"],
        ),
        (
            "De reserve wonen was op 1 januari € 500.000. Na dit besluit is daarvan nog € 450.000 over.",
            [f"hier gaat de reserve wonen van € 500.000 naar € 450.000, {LEFT}"],
        ),
        ("De reserve wonen daalt van € 500.000 naar € 350.000.", []),
        ("De reserve wonen was op 1 januari € 500.000. Na dit besluit is daarvan nog € 350.000 over.", []),
        (
            "De reserve wonen was op 1 januari € 500.000. Na dit besluit is daarvan nog ruim € 300.000 over.",
            [],
        ),
        ("De reserve wegen daalt van € 500.000 naar € 340.000.", []),
        ("De reserve wonen daalt ook door eerdere besluiten, van € 500.000 naar € 340.000.", []),
        ("De reserve wonen daalt inclusief rente van € 500.000 naar € 355.000.", []),
        ("De reserve wonen daalde vorig jaar van € 700.000 naar € 500.000.", []),
        ("De reserve wonen was op 1 januari € 500.000. Na dit besluit is € 120.000 nodig voor beheer.", []),
        ("De reserve wonen gaat van € 1,2 miljoen naar € 1,1 miljoen.", []),
    ],
)
def test_what_is_left_of_a_reserve_is_what_was_there_without_what_is_taken(
    said: str, messages: list[str]
) -> None:
    assert told(TAKEN, said=said) == messages


GRANT = [
    CREDIT,
    "Dit krediet te dekken uit de reserve wonen (€ 940.000) en een subsidie van de provincie (€ 300.000).",
]


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        (
            "De provincie draagt € 340.000 bij.",
            ["hier staat € 340.000 van de provincie, en in de besluitpunten € 300.000"],
        ),
        (
            "De provincie heeft een subsidie van € 340.000 toegekend.",
            ["hier staat € 340.000 van de provincie, en in de besluitpunten € 300.000"],
        ),
        (
            "De provincie betaalt € 300.000 mee, dat is 34% van de kosten.",
            ["'34%' klopt niet: € 300.000 is 24% van € 1.240.000"],
        ),
        ("De provincie betaalt € 300.000 mee, dat is 24% van de kosten.", []),
        ("De provincie draagt ook in 2027 € 340.000 bij.", []),
        ("De provincie draagt jaarlijks € 340.000 bij aan het fonds.", []),
        ("De provincie gaf eerder een subsidie van € 340.000 voor het plein.", []),
        ("De provincie en het Rijk dragen samen bij met een subsidie van € 340.000.", []),
        ("Het Rijk draagt € 340.000 bij.", []),
        ("De provincie betaalt € 0,3 miljoen mee.", []),
        ("Zonder de provincie is er een subsidie van € 340.000 minder.", []),
        ("De provincie draagt € 940.000 bij.", []),
    ],
)
def test_what_another_gives_is_what_the_decision_counts_on(said: str, messages: list[str]) -> None:
    assert told(GRANT, said=said) == messages


RESERVE = "Uit de reserve Bereikbaarheid € 45.000 beschikbaar te stellen voor een fietsenstalling."
PAID = ["Een krediet van € 750.000 beschikbaar te stellen.", "Dit krediet te dekken uit de reserve Water."]


@pytest.mark.parametrize(
    ("decisions", "said", "message"),
    [
        (
            [RESERVE],
            "De reserve Bereikbaarheid daalt van € 640.000 naar € 475.000.",
            "hier gaat de reserve bereikbaarheid van € 640.000 naar € 475.000, en in de besluitpunten gaat er"
            " € 45.000 uit: dat is € 595.000",
        ),
        (
            PAID,
            "In de reserve Water zit na de eerdere onttrekking € 950.000. Na dit besluit resteert € 250.000.",
            "hier gaat de reserve water van € 950.000 naar € 250.000, en in de besluitpunten gaat er"
            " € 750.000 uit: dat is € 200.000",
        ),
        (
            PAID,
            "In de reserve Zuivering zit € 950.000. Na dit besluit resteert € 200.000.",
            "hier gaat het om de reserve zuivering, en in de besluitpunten om de reserve water",
        ),
        (
            [RESERVE],
            "De stalling wordt gedekt uit de reserve Wonen.",
            "hier gaat het om de reserve wonen, en in de besluitpunten om de reserve bereikbaarheid",
        ),
    ],
)
def test_a_reserve_is_the_one_of_the_decisions(decisions: list[str], said: str, message: str) -> None:
    assert told(decisions, said=said) == [message]


@pytest.mark.parametrize(
    "said",
    [
        "De reserve Bereikbaarheid daalt van € 520.000 naar € 475.000 door deze onttrekking.",
        "De stalling wordt gedekt uit deze reserve. Het onderhoud wordt betaald uit de reserve Wegen.",
        "De fietsbrug is in 2024 betaald uit de reserve Wegen.",
        "De stalling kan ook uit de algemene reserve worden betaald.",
        "De stalling wordt niet betaald uit de reserve Wegen.",
        "In de reserve Zuivering zit € 2.100.000; die blijft zoals zij is.",
        "Op 19 september 2024 stelde u uit de reserve Bereikbaarheid € 120.000 beschikbaar.",
    ],
)
def test_another_reserve_may_be_for_something_else(said: str) -> None:
    assert told([RESERVE], said=said) == []


STALL = "Voor een fietsenstalling bij de hub Stationsplein € 45.000 beschikbaar te stellen."
NAME = "Fietsenstalling hub Stationsplein"


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        (((NAME, "€ 54.000"),), [f"bij '{NAME}' staat hier € 54.000, en in de besluitpunten € 45.000"]),
        (((NAME, "€ 45.000"),), []),
        (((NAME, "€ 60.000"), ("Bijdrage spoorbeheerder", "- € 15.000")), []),
        (((NAME, "€ 40.000"), (f"Onderhoud {NAME}", "€ 5.000")), []),
        ((("Fietsenstalling hub Noord", "€ 54.000"),), []),
        (((f"{NAME} 2023", "€ 54.000"),), []),
    ],
)
def test_a_row_of_what_a_decision_is_for_has_its_amount(rows: Rows, messages: list[str]) -> None:
    assert told([STALL], rows) == messages
