"""A text calls a promise or a motion done where the register has it done, and open where it is open."""

from __future__ import annotations

import pytest

from rapportage.checks.register.register_dated import done_thereby, otherwise_dated
from rapportage.checks.register.register_told import said_of_one
from rapportage.content.register import Soort, Staat, Toezegging


def entry(name: str, soort: Soort, wat: str, staat: Staat) -> Toezegging:
    return Toezegging(
        id=name, soort=soort, wat=wat, door="raad", sinds="2022", vindplaats="debat", staat=staat
    )


KNOWN = [
    entry("motie-verstedelijking", "motie", "De motie over de verstedelijkingsstrategie uitdragen", "open"),
    entry("fietsbrug-noord", "toezegging", "Een onderzoek naar de fietsbrug in Noord", "lopend"),
    entry("groen", "motie", "Meer groen bij de scholen", "afgedaan"),
    entry("zwembad", "toezegging", "Een brief over het zwembad", "afgedaan"),
]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("De motie over de verstedelijkingsstrategie is uitgevoerd.", "motie-verstedelijking"),
        (
            "Met deze rapportage is de motie over de verstedelijkingsstrategie afgedaan.",
            "motie-verstedelijking",
        ),
        ("De toezegging over de fietsbrug is hiermee nagekomen.", "fietsbrug-noord"),
        ("De motie 'Meer groen bij de scholen' staat nog open.", "groen"),
        ("De motie meer groen bij de scholen is nog niet uitgevoerd.", "groen"),
        ("fietsbrug-noord is afgehandeld.", "fietsbrug-noord"),
        ("De toezegging over het zwembad is nog niet afgedaan.", "zwembad"),
        ("De motie verstedelijking is inmiddels uitgevoerd.", "motie-verstedelijking"),
    ],
)
def test_another_state_than_the_register_has_is_told(sentence: str, name: str) -> None:
    found = said_of_one(sentence, KNOWN)
    assert found is not None
    assert found[0].id == name


@pytest.mark.parametrize(
    "sentence",
    [
        "De motie over de verstedelijkingsstrategie is nog niet uitgevoerd.",
        "De motie over de verstedelijkingsstrategie staat open.",
        "De motie over het verkeer is uitgevoerd.",
        "Het onderzoek naar de fietsbrug is afgerond.",
        "De motie over groen bij scholen is uitgevoerd.",
        "Zodra de motie over de verstedelijkingsstrategie is uitgevoerd, hoort u ervan.",
        "Het college stelt voor de motie over de verstedelijkingsstrategie als afgedaan te beschouwen.",
        "De motie over de verstedelijkingsstrategie is deels uitgevoerd.",
        "De toezegging over het zwembad is nagekomen. De moties zijn uitgevoerd.",
        "De motie over de verstedelijkingsstrategie is aangenomen, en het werk is uitgevoerd.",
        "Het zwembad staat nog open.",
        "De scholen zijn open.",
    ],
)
def test_the_state_of_the_register_and_of_something_else_is_right(sentence: str) -> None:
    assert said_of_one(sentence, KNOWN) is None


MOTION = Toezegging(
    id="flex",
    soort="motie",
    wat="Onderzoek naar flexwoningen",
    door="raad",
    sinds="2024-11-11",
    vindplaats="motie 2024-17",
    staat="open",
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Op 18 november 2024 vroeg de raad met motie 2024-17 om flexwoningen.", True),
        ("De raad nam op 18 november 2024 motie 2024-17 aan.", True),
        ("Motie 2024-17 van 18 november 2024 is uitgevoerd.", True),
        ("In motie 2024-71 vroeg de raad om flexwoningen.", True),
        ("De raad nam op maandag 11 november 2024 motie 2024-17 aan.", False),
        ("Motie 2024-17 van 11 november 2024 is uitgevoerd.", False),
        ("In motie 2023-12 vroeg de raad om iets anders.", False),
        ("Op 12 mei 2025 besprak de raad de uitvoering van motie 2024-17.", False),
        ("Op 12 mei 2025 vroeg de raad naar de stand van motie 2024-17.", False),
        ("De raad nam op 12 mei 2025 een motie aan.", False),
        ("De moties 2024-17 en 2024-18 zijn van de raad.", False),
    ],
)
def test_a_motion_is_of_the_day_and_number_of_the_register(sentence: str, told: bool) -> None:
    assert bool(list(otherwise_dated(sentence, [MOTION]))) is told


def recorded(name: str, soort: Soort, wat: str, door: str, sinds: str, vindplaats: str) -> Toezegging:
    done = {"staat": "afgedaan", "afgerond": "2024-06-20"} if name == "wachtlijst" else {"staat": "open"}
    data = {"id": name, "soort": soort, "wat": wat, "door": door, "sinds": sinds, "vindplaats": vindplaats}
    return Toezegging.model_validate({**data, **done})


REGISTER = [
    recorded("fietsen-naar-school", "motie", "Een veilige fietsroute", "raad", "2023-11-09", "motie M-14"),
    recorded("parkeernorm", "motie", "Een lagere parkeernorm", "raad", "2024-06-13", "motie 21"),
    recorded(
        "leegstand",
        "toezegging",
        "Onderzoek naar leegstand op bedrijventerreinen",
        "wethouder Bouazza",
        "2024-05-16",
        "raadsvergadering van 16 mei 2024",
    ),
    recorded(
        "wachtlijst",
        "toezegging",
        "Een overzicht van bedrijven die wachten",
        "wethouder De Haan",
        "2024-03",
        "raadsvergadering",
    ),
]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("De motie over een lagere parkeernorm (M-21) van 13 juni 2023 loopt.", "van 13 juni 2023"),
        ("Op 20 juni 2024 nam de raad motie M-21 over een lagere parkeernorm aan.", "van 20 juni 2024"),
        ("De proef begon, waar de raad op 20 juni 2024 met motie M-21 om vroeg.", "van 20 juni 2024"),
        ("De motie over een lagere parkeernorm (M-12) komt later.", "nummer M-12"),
        ("Motie M-41 is uitgevoerd.", "M-14 wel"),
        ("Op 9 november 2023 nam de raad motie 41 aan.", "M-14 wel"),
        ("De motie 'Fietsen naar school' (M-41) als afgedaan te beschouwen.", "nummer M-41"),
        ("Op 16 november 2023 nam uw raad de motie 'Fietsen naar school' (M-14) aan.", "van 16 november"),
        ("Wethouder De Haan zegde een onderzoek naar leegstand op bedrijventerreinen toe.", "De Haan"),
        ("Op 16 mei 2023 zegde wethouder Bouazza een onderzoek naar leegstand op de"
         " bedrijventerreinen toe.", "16 mei 2023"),
        ("Wethouder De Haan zegde op 4 april 2024 een overzicht toe van bedrijven.", "4 april 2024"),
        ("De lagere parkeernorm waar de raad op 20 juni 2024 met motie M-21 om vroeg, geldt.", "20 juni 2024"),
        ("Motie M-21, die de raad op 20 juni 2024 aannam, loopt.", "20 juni 2024"),
        ("Op 20 juni 2024, na een lang debat, nam de raad motie M-21 aan.", "20 juni 2024"),
        ("Het onderzoek naar leegstand op bedrijventerreinen dat wethouder Bouazza op 23 mei 2024 toezegde,"
         " is op 20 juni 2024 gestuurd.", "23 mei 2024"),
        ("Het overzicht van bedrijven is op 20 juni 2023 naar de raad gestuurd.", "op 20 juni 2023 afgerond"),
    ],
)  # fmt: skip
def test_another_day_number_or_person_than_the_register_has_is_told(sentence: str, told: str) -> None:
    ((message, _),) = otherwise_dated(sentence, REGISTER)
    assert told in message


@pytest.mark.parametrize(
    "sentence",
    [
        "Op 13 juni 2024 nam de raad motie M-21 over een lagere parkeernorm aan.",
        "De motie over een lagere parkeernorm (motie 21) van 13 juni 2024 loopt.",
        "De raad nam op 20 juni 2024 kennis van de uitvoering van motie M-21.",
        "Op 20 juni 2024 besprak de raad de uitvoering van motie M-21.",
        "Op 5 september 2024 begon de proef met een lagere parkeernorm, waar de raad met motie M-21 om vroeg.",
        "De raad nam motie M-21 over een lagere parkeernorm aan, en op 5 september 2024 begon de proef.",
        "Op 5 september 2024 begon de proef met een lagere parkeernorm waarom de raad met motie M-21 vroeg.",
        "Op 5 september 2024 begon de proef met een lagere parkeernorm, waartoe de raad met motie M-21 opriep.",
        "Op 5 september 2024 begon de proef met een lagere parkeernorm, zoals de raad met motie M-21 vroeg.",
        "De lagere parkeernorm waar de raad met motie M-21 om vroeg, geldt sinds 5 september 2024.",
        "De lagere parkeernorm, die de raad met motie M-21 vroeg, begon op 5 september 2024.",
        "De raad vroeg met motie M-21 om een lagere parkeernorm; de proef begon op 5 september 2024.",
        "De raad vroeg met motie M-21 om een lagere parkeernorm en op 5 september 2024 begon de proef.",
        "De raad vroeg met motie M-21 om op 5 september 2024 met een lagere parkeernorm te beginnen.",
        "De raad vroeg met motie M-21 om een lagere parkeernorm vanaf 5 september 2024.",
        "Met de start op 5 september 2024 is gedaan wat de raad met motie M-21 vroeg.",
        "Op 5 september 2024 begon de proef, conform de aangenomen motie M-21.",
        "Op 5 september 2024 begon de proef nadat de raad motie M-21 had aangenomen.",
        "Op 5 september 2024, zoals de raad met motie M-21 vroeg, begon de proef.",
        "Op 20 juni 2024 kreeg de raad het onderzoek naar leegstand op bedrijventerreinen dat wethouder Bouazza"
        " had toegezegd.",
        "Wethouder Bouazza heeft toegezegd het onderzoek naar leegstand op bedrijventerreinen voor 20 juni 2024"
        " te sturen.",
        "Op 20 juni 2024 nam de raad motie M-22 over groen aan.",
        "Op 20 juni 2024 nam de raad een motie over groen aan.",
        "Op 20 juni 2024 nam de raad motie M-41 over groen aan.",
        "De raad verwierp motie M-41.",
        "Motie M-11 is uitgevoerd, en motie 141 ook.",
        "De motie van 13 juni 2024 over de parkeernorm (M-21) staat open.",
        "De motie 13 juni 2024 over een lagere parkeernorm staat open.",
        "Wethouder M. Bouazza zegde op 16 mei een onderzoek naar leegstand op bedrijventerreinen toe.",
        "Wethouder De Haan zegde op 14 maart 2024 een overzicht van bedrijven toe.",
        "Wethouder De Haan bezocht de bedrijventerreinen; de leegstand is er laag.",
        "Het overzicht van bedrijven is op 20 juni 2024 naar de raad gestuurd.",
        "Op 27 juni 2024 stuurde het college de jaarrekening naar de raad.",
        "Op 3 april 2024 zegde de provincie een subsidie voor het onderzoek toe.",
        "Op 3 april 2024 zegde wethouder De Haan een brief over de wachtlijst toe.",
        "De moties M-14 en M-21 zijn van 9 november 2023 en 13 juni 2024.",
    ],
)
def test_what_the_register_has_and_what_it_has_not_is_right(sentence: str) -> None:
    assert list(otherwise_dated(sentence, REGISTER)) == []


def test_a_motion_is_known_by_its_number_alone() -> None:
    found = said_of_one("Motie M-21 is uitgevoerd.", REGISTER)
    assert found is not None
    assert found[0].id == "parkeernorm"


PROMISES = [
    Toezegging(
        id="plan-rivierkreeft",
        soort="toezegging",
        wat="Plan van aanpak voor de rivierkreeft",
        door="dagelijks bestuur",
        sinds="2025-03-12",
        vindplaats="toezegging T-09",
        staat="afgedaan",
        afgerond="2025-09-09",
    ),
    Toezegging(
        id="evaluatie-oevers",
        soort="toezegging",
        wat="Evaluatie van de oevers",
        door="dagelijks bestuur",
        sinds="2024-12-11",
        vindplaats="toezegging T-07",
        staat="lopend",
    ),
]
THEREBY = "Daarmee is de toezegging (T-09) afgedaan."


@pytest.mark.parametrize(
    ("sentence", "behind", "told"),
    [
        ("Het plan dat wij u op 21 maart 2025 toezegden, is klaar.", THEREBY, "is hier van 21 maart 2025"),
        ("Het plan is op 19 september 2025 vastgesteld.", THEREBY, "op 19 september 2025 afgerond"),
        ("Op 19 september 2025 is het plan naar de raad gestuurd.", THEREBY, "op 9 september 2025"),
        ("Het plan dat wij u op 12 maart 2025 toezegden, is op 9 september 2025 vastgesteld.", THEREBY, ""),
        ("Het plan is op 1 september 2025 vastgesteld en op 9 september 2025 naar de raad gestuurd.",
         THEREBY, ""),
        ("Het plan is in september vastgesteld.", THEREBY, ""),
        ("Op 1 oktober 2025 begint de uitvoering van het plan.", THEREBY, ""),
        ("Het plan is op 19 september 2025 vastgesteld.", "Daarmee begint het werk (T-09).", ""),
        ("Het plan is op 19 september 2025 vastgesteld.", "De toezegging (T-09) is afgedaan.", ""),
        ("Een concept is op 19 juni 2025 vastgesteld.", THEREBY, ""),
        ("De evaluatie van T-07 is op 1 juni 2025 vastgesteld.", THEREBY, ""),
        ("De vergunning van 12 mei 2025 is verleend.", THEREBY, ""),
        ("Het plan kost € 40.000.", THEREBY, ""),
    ],
)  # fmt: skip
def test_what_a_promise_is_done_by_has_its_days(sentence: str, behind: str, told: str) -> None:
    said = "; ".join(message for message, _ in done_thereby(sentence, behind, PROMISES))
    assert told in said if told else said == ""


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Daarmee is de toezegging (T-07) afgedaan.", "evaluatie-oevers"),
        ("Toezegging T-09 staat nog open.", "plan-rivierkreeft"),
        ("Daarmee is de toezegging (T-09) afgedaan.", ""),
        ("Toezegging T-07 staat nog open.", ""),
        ("Motie 07 is afgedaan.", ""),
        ("De T-70 is een trein die afgedaan is.", ""),
    ],
)
def test_a_promise_is_known_by_its_number(sentence: str, name: str) -> None:
    found = said_of_one(sentence, PROMISES)
    assert (found[0].id if found else "") == name


def test_what_a_motion_asked_for_is_done_on_a_day_of_its_own() -> None:
    asked = recorded("luiers", "motie", "Onderzoek naar luiers", "raad", "2024-11-07", "motie M-2024-11")
    told = "Het onderzoek naar luiers waar u met motie M-2024-11 om vroeg, is op 19 juni 2025 afgerond."
    assert list(otherwise_dated(told, [asked])) == []


HOURS = Toezegging(
    id="openingstijden-oudeveer",
    soort="toezegging",
    wat="Ruimere openingstijden in Oudeveer",
    door="college",
    sinds="2024-11-28",
    vindplaats="raad",
    staat="afgedaan",
    afgerond="2025-03-22",
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Daarmee is de toezegging van 28 november 2024 over ruimere openingstijden afgedaan.", ""),
        ("De toezegging van 28 november 2024 over ruimere openingstijden is daarmee afgedaan.", ""),
        ("Met de heropening is de toezegging over ruimere openingstijden van 28 november 2024 ingelost.", ""),
        ("De toezegging over ruimere openingstijden is op 22 maart 2025 afgedaan.", ""),
        ("De toezegging van 18 november 2024 over ruimere openingstijden is afgedaan.", "28 november 2024"),
        ("De toezegging over ruimere openingstijden is op 23 maart 2025 afgedaan.", "22 maart 2025"),
    ],
)
def test_the_day_of_a_promise_is_not_that_on_which_it_was_kept(sentence: str, told: str) -> None:
    found = [message for message, _ in otherwise_dated(sentence, [HOURS])]
    assert [one.endswith(told) for one in found] == ([True] if told else [])
