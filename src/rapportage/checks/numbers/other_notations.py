"""Find numbers as they are written in other languages, and letters that were read for digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.reading.amounts import head_words, number_in, says_rounded_above
from rapportage.checks.reading.table_lines import place_of_slot, tables
from rapportage.checks.reading.texts import running_texts, texts
from rapportage.checks.subjects import Paper
from rapportage.errors import Finding
from rapportage.inlines import plain

_COUNTED = (
    r"(?:[a-zà-ÿ]{3,20}e )?(?!(?:dwingen|dringen|springen|wringen|zingen|slingen)\b)"
    r"(?:[a-zà-ÿ-]{0,30}(?:[dklnrstwz]ingen|inwoners?|bewoners?|huishoudens|mensen|personen|gezinnen|aanvragen"
    r"|bezoekers|bezoeken|klachten|leerlingen|studenten|jongeren|kinderen|ouderen|cliënten|banen|bomen|adressen"
    r"|vragen|stemmen|auto's|voertuigen|fietsen|plaatsen|bedrijven|ondernemers|medewerkers|ambtenaren|leden"
    r"|huizen|panden|dossiers|zaken|besluiten|bezwaren|dagen|stuks|kiezers|vrijwilligers|statushouders"
    r"|deelnemers|contacten|gesprekken|incidenten|misdrijven|ongevallen))(?![\w-])"
)
"""What nobody has a thousandth of; the words of a letter's verbs end otherwise."""
_NO_AVERAGE = r"(?![^.;]{0,40}\bper\b)"
_NOT_A_PIECE = r"(?! (?:per|de|een|voor (?:een|elke?)) (?:liter|kub\w+|kuub|kilo|[kM]Wh|kg|km|m[²³]|GJ)\b)"
"""Of what is sold by the measure, the price has thousandths."""
_ENGLISH = (
    re.compile(
        r"€[ \u00a0]?[−-]?(?P<number>[1-9][0-9]{0,2},[0-9]{3})(?!\w|[.,][0-9]|,-)"
        r"(?![ \u00a0](?:mil(?:joen|jard)|ml[nd]|mrd)\b)"
        rf"(?!/){_NOT_A_PIECE}"
    ),
    re.compile(
        r"(?<![\w.,:/−-])(?P<number>[1-9][0-9]{0,2},[0-9]{3})"
        rf"(?=[ \u00a0](?:euro\b{_NOT_A_PIECE}|{_COUNTED}{_NO_AVERAGE}))"
    ),
)
_MEAN = re.compile(r"\b(?:gemiddelde?|doorgaans|factor|index|koers|ratio)\b[^.;]{0,40}\Z", re.I)
"""What may have thousandths, whatever is counted."""
_BLANK = re.compile(
    r"(?<![\w.,:/−-])(?P<number>[1-9][0-9]{0,2}[ \u00a0][0-9]{3}(?:[ \u00a0][0-9]{3})*)"
    rf"(?=[ \u00a0](?:euro\b|{_COUNTED}))"
)
_COUNTS_ON = re.compile(
    r"(?:(?:\w*(?:fase|deel|stap|lot|kavel|blok|gebied|groep|categorie|kwartaal|week|artikel|tabel|figuur|klasse"
    r"|periode|niveau|nummer|wijk|zone|bijlage|hoofdstuk|locatie|lijn|schaal|cluster|perceel|school|optie|variant"
    r"|scenario|huis|route|plan|jaar|straat|weg|laan|plein))|nr\.?|[A-ZÀ-Þ][\w.]*"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\s\Z"
)
"""A word that has a number of its own: in fase 1 450 woningen, in Noord 1 450 woningen."""
_LETTER = re.compile(
    r"(?<![\w.,:/@#_-])(?=[^\s]*[OolI])(?P<read>"
    r"(?:€[ \u00a0]?)?[0-9][0-9.,]{0,20}[OolI][0-9.,OolI]{0,20}[0-9](?:[ \u00a0]?%)?"
    r"|(?:€[ \u00a0]?)?[0-9.,]{0,20}[0-9][.,]?[Oo]{1,6}"
    r"(?:(?=[ \u00a0](?:procent|euro|miljoen|miljard)\b)|[ \u00a0]?%)"
    r"|€[ \u00a0]?[0-9.,]{1,20}[Oo]{1,6}|€[ \u00a0]?[OolI][.,][0-9]{1,3})(?![\w/@_-])"
)
_MAY_BE_READ = re.compile(r"[0-9][.,]?[OolI]|€[ \u00a0]?[OolI]")
_NEAR = 80
_DIGITS = str.maketrans("OolI", "0011")


_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_HUNDREDS = re.compile(r"[0-9]{1,3}")
_COUNTS = re.compile(
    rf"\baantal(?:len)?\b|€|\beuro\b|\bbedrag(?:en)?\b|\b(?:lasten|baten|kosten|budget|begroting|begroot|realisatie)\b|\b{_COUNTED}"
)
"""What stands above numbers that have no thousandths."""
_MEASURES = re.compile(
    r"\bper\b|gemiddeld|index|factor|koers|ratio|prijs|tarief|verhouding|\b(?:liter|kilo|kg|km|ha|hectare|meter|ton|m[23²³]|kwh)\b"
)
"""What stands above numbers that may have them."""


def in_columns(paper: Paper) -> Iterator[Finding]:
    """Each column of numbers as other languages have them: '12,400' inhabitants, and '10.4' weeks."""
    yield from _with_english_thousands(paper)
    yield from _with_decimal_points(paper)


def _with_english_thousands(paper: Paper) -> Iterator[Finding]:
    """Each column of counts or amounts in which commas part the thousands of all numbers that have any.

    Where another cell has a point, the two contradict each other, which is told by itself.
    """
    for table, lines in tables(paper):
        for column in range(1, table.columns):
            above = f"{' '.join(head_words(table, column))} {plain(table.caption)}".casefold()
            is_counted = _COUNTS.search(above) and not _MEASURES.search(above)
            if not is_counted or says_rounded_above(table, column):
                continue
            slots = [line.cells[column][0] for line in lines if column in line.cells]
            read = [(slot, number) for slot in slots if (number := number_in(plain(slot.cell.content)))]
            parted = [(slot, number) for slot, number in read if _THOUSANDS.fullmatch(number)]
            small = [number for _, number in read if _HUNDREDS.fullmatch(number)]
            if parted and len(read) > 1 and len(parted) + len(small) == len(read):
                slot, number = parted[0]
                yield Finding(
                    f"in deze kolom staat '{number}', met een komma waar een punt hoort",
                    place_of_slot(table, slot),
                    f"schrijf {number.replace(',', '.')}, en zo ook de andere",
                )


_DECIMALS = re.compile(r"(?:0|[1-9][0-9]{0,3})\.[0-9]{1,2}")
_OF_AN_HOUR = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_NO_NUMBER = re.compile(
    r"nummer|\bn(?:umme)?rs?\b|paragraaf|artikel|hoofdstuk|versie|code|datum|\bdag|\btijd(?:stip)?\b|\buur\b|aanvang"
    r"|maatregel|\bdoel|opgave|onderdeel|plan\b|punt\b|stap\b|verwijzing|bijlage|kenmerk|nota|besluit",
    re.I,
)
"""What stands above numbers of which a point parts no decimals."""


def _with_decimal_points(paper: Paper) -> Iterator[Finding]:
    """Each column in which a point stands before the decimals of all numbers that have any."""
    for table, lines in tables(paper):
        for column in range(1, table.columns):
            head = " ".join(head_words(table, column))
            slots = [line.cells[column][0] for line in lines if column in line.cells]
            read = [(slot, number) for slot in slots if (number := number_in(plain(slot.cell.content)))]
            parted = [(slot, number) for slot, number in read if _DECIMALS.fullmatch(number)]
            others = [number for _, number in read if not _DECIMALS.fullmatch(number)]
            are_hours = all(_OF_AN_HOUR.fullmatch(number) for _, number in parted)
            if len(parted) < 2 or not all(map(str.isdigit, others)) or _NO_NUMBER.search(head) or are_hours:
                continue
            slot, number = parted[0]
            yield Finding(
                f"in deze kolom staat '{number}', met een punt waar een komma hoort",
                place_of_slot(table, slot),
                f"schrijf {number.replace('.', ',')}, en zo ook de andere",
            )


def of_elsewhere(paper: Paper) -> Iterator[Finding]:
    """Each number with a comma or a blank between its thousands, and each with a letter for a digit.

    In a table a column says whether a comma parts thousands: another rule compares its cells.
    """
    for words, place in running_texts(paper):
        for form in (*_ENGLISH, _BLANK):
            for found in form.finditer(words):
                before = words[max(0, found.start() - _NEAR) : found.start()]
                if not (_MEAN if form is not _BLANK else _COUNTS_ON).search(before):
                    meant = re.sub("[, \u00a0]", ".", found["number"])
                    sign = "een spatie" if form is _BLANK else "een komma"
                    message = f"in '{found[0]}' staat {sign} waar een punt hoort"
                    hint = f"schrijf {found[0].replace(found['number'], meant)}"
                    if form is _ENGLISH[0]:
                        hint += "; bedoelt u centen, dan twee cijfers achter de komma"
                    yield Finding(message, place, hint)
    for words, place in texts(paper):
        for found in _LETTER.finditer(words) if _MAY_BE_READ.search(words) else ():
            meant = found["read"].translate(_DIGITS)
            yield Finding(
                f"in '{found['read']}' staat een letter tussen de cijfers", place, f"schrijf {meant}"
            )
