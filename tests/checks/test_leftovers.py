"""What other programs leave is looked for by its pattern only where a part of it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.strategies import from_regex

from rapportage.checks.writing.leftovers import _LEFTOVERS, _Leftover, left_in
from rapportage.errors import Place


@pytest.mark.parametrize("one", [one for one in _LEFTOVERS if one.parts], ids=lambda one: one.what)
def test_whatever_a_sign_sees_holds_one_of_the_parts(one: _Leftover) -> None:
    for sign in one.signs:

        @given(from_regex(sign))
        @settings(max_examples=8, database=None)
        def is_found(words: str) -> None:
            assert one.found_in(words)

        is_found()


TO_BE_FILLED_IN = """
Dat kost naar schatting € XX extra.
Dat kost naar schatting € ? extra.
Wij stellen het op xx september 2025 vast.
Wij stellen het op ... september 2025 vast.
Wij stellen het uiterlijk … september vast.
De raad besloot op XX-09-2025.
In 20XX bouwen wij verder.
In 202X bouwen wij verder.
XX
??
@Anja: klopt dit?
Dit is zo (@Anja checken).
<Anja: klopt dit nog?>
[geel: controleren]
De stand is [check: bij Anja].
De bouw begint later (nog checken bij Anja).
De bouw begint later (controle volgt). Nog checken bij Anja.
De bouw begint later (check!).
Wij vroegen NAAM INVULLEN om advies.
Tekst volgt.
nog te schrijven
Omschrijving volgt
Naam volgt later
(naam volgt)burgemeester
De kosten zijn € 4 (bedrag volgt).
"""
NOTHING_TO_FILL_IN = """
De gemeente deelt dit via @gemeenteveldmeer en @Veldmeer.
Mail naar info@veldmeer.nl, t.a.v. Team Wonen.
Een begeleider helpt bij het aanvullen (controleren en bijwerken) van formulieren.
Wij helpen inwoners bij het invullen van het formulier (nog geen DigiD nodig).
De gegevens zijn niet compleet (nog aan te vullen door het CBS).
De tien dossiers (nog te controleren) staan op de lijst.
De huisbezoeken (checken van rookmelders) gaan door.
In de eeuw van Johannes XX was dat anders.
De grens ligt bij <5 woningen en >10 inwoners.
In juli, augustus … september was het rustig.
“Vraag maar [antwoord van een bewoner] door.”
Nog aanvullen kan tot 1 oktober 2025.
In de jaren 20 bouwde men veel, en sinds 2024 niet meer.
De regeling (artikel 20x) zegt hier niets over.
Zie www.voorbeeld.nl/xx en mail xx@voorbeeld.nl.
Een tweede ronde volgt.
De naam volgt uit het bestemmingsplan (cijfers volgen in juli).
Nog te maken keuzes staan in de bijlage.
De toelichting volgt de wet.
Cijfers volgen later.
De tellingen lopen nog (cijfers volgen).
"""


@pytest.mark.parametrize("words", TO_BE_FILLED_IN.strip().splitlines())
def test_what_was_to_be_filled_in_or_asked_is_left_over(words: str) -> None:
    assert [one.message for one in left_in(words, Place("stuk.md", 1))]


@pytest.mark.parametrize("words", NOTHING_TO_FILL_IN.strip().splitlines())
def test_sentences_near_a_placeholder_are_whole(words: str) -> None:
    assert not [one.message for one in left_in(words, Place("stuk.md", 1))]
