"""What marks a place that was to be filled in, and a note of a writer to a colleague or to himself."""

from __future__ import annotations

import re

from rapportage.dutch import MONTHS

STILL_TO_DO = "iets wat nog ingevuld moet worden"
STILL_TO_DO_HINT = (
    "vul het in, of schrijf op een eigen regel, bij een tabel eronder, [open: wat er nog moet komen]"
)
_MONTH = "|".join(MONTHS)
_ASKED = "datum|bedrag|titel|aantal|percentage|nummer|jaartal|invullen|pm|ntb"
_QUOTES = "\"'“‘„«"
"""Behind one of these somebody is quoted, whose name and home may be left out."""
_DOTS = r"(?:\.{2,3}|…|_{2,}|\?{2,})"
_TO_DO = (
    "checken|navragen|nakijken|uitzoeken|nazoeken|opzoeken|invullen|aanvullen|bijwerken|controleren|verifiëren"
    "|afstemmen|bespreken|aanpassen|actualiseren|toevoegen"
)
"""What is still to be done to a text, as a writer tells it: 'nog checken bij Financiën'."""
_ASKING = "klopt|graag|wil|kun|kan|nog|moet|is|svp|zou|weet|heb|check|zie|hier|dit|deze|vul|kijk"
_MARKED = (
    "geel|rood|oranje|groen|blauw|actie|vraag|check|checken|controle|controleren|nakijken|navragen|opmerking|aanvullen"
    "|bijwerken|aanpassen|updaten?|actualiseren|todo|to do"
)

SIGNS = (
    r"Klik of tik om\b[^.]*\.?",
    r"Klik hier als u (?:tekst|een datum) wilt\b[^.]*\.?",
    r"^Kies een (?:item|datum)\.$",
    r"Click or tap\b[^.]*\.?",
    r"\bLorem ipsum\b",
    r"€\s?(?:[xX]{2,}|\.{3}|…|_{2,}|\?{1,3})",
    r"_{3,}",
    r"\bdd-mm-jjjj\b",
    r"\[(?:x{2,}|hier (?:komt|volgt|nog|tekst|figuur|tabel|invullen)|vul)\b[^\]]*\]",
    rf"\[(?:[\w ]*\b)?(?:{_ASKED})\]",
    rf"\A[^{_QUOTES}]{{0,1000}}?(?P<shown>\[(?:[\w ]{{0,40}}\b)?(?:naam|plaats)\])",
    r"\[\?+\]|(?<!\A)\[x\]",
    rf"\b(?:XX|xx)[ \xa0](?:{_MONTH})\b|\b(?:XX|xx)-(?:XX|xx|[0-9]{{1,2}})-(?:[0-9]{{4}}|XXXX|xxxx)\b",
    rf"\b(?:op|per|tot|vanaf|uiterlijk|voor|na|dag)[ \xa0](?P<dots>{_DOTS}[ \xa0](?:{_MONTH}))\b",
    r"\b(?:x{3,}|X{3,})\b|\b20(?:XX|xx|[0-9][Xx])\b",
    r"(?<![\w/.@-])xx(?![\w/@-]|\.\w)",
    r"(?<=\b(?:op|is|er) )XX\b(?!-| eeuw)|(?<=\b(?:van|met|dat|per|tot) )XX\b(?!-| eeuw)",
    r"\bXX(?=%| (?:procent|euro|miljoen|woningen|inwoners|aanvragen|personen|mensen|dagen)\b)",
    r"\bXX(?= (?:weken|maanden|jaar|keer|uur|gezinnen|jongeren|cliënten|leerlingen)\b)",
    r"\A(?:XX|\?{2})\Z",
    r"(?:\A|(?<=[.!?] )|(?<=\b(?:er|[Dd]e) )|(?<=\b(?:bij|met) )|(?<=\b(?:ruim|zijn) ))"
    r"XX(?= [a-zà-ÿ]{4,30}(?:en|s)\b)",
    rf"\b[Aa]antal\b[^.]{{0,80}} (?:is|was|bedraagt|bedroeg) (?P<empty>{_DOTS})(?=\.?\Z|\. )",
    r"«[A-Za-z_]{1,40}[0-9]?»|<<[A-Za-z_]{1,40}[0-9]?>>|\bMERGEFIELD\b",
    r"\?{3,}",
    r"\bTODO\b",
    r"^[Nn]og (?:in te vullen|invullen|aanvullen|doen)\.?$",
    r"^(?:[Tt]ekst|TEKST|[Ii]nhoud) (?:volgt|VOLGT|komt nog)\.?$",
    r"^\(?[Nn]og te (?:schrijven|maken|bepalen|beschrijven|omschrijven|leveren|benoemen|noemen)\)?\.?$",
    r"^(?:[Oo]mschrijving|[Bb]eschrijving|[Bb]ijschrift|[Bb]ron|[Tt]itel|[Nn]aam)"
    r" (?:volgt|komt nog|nog te [a-z]{4,15})(?: nog| later)?\.?$",
    r"\((?:naam|namen|bedrag|bedragen|datum) (?:volgt|volgen|komt nog|komen nog)(?: nog| later)?\)",
    r"\b(?:[A-Z]{2,20} ){0,4}(?:INVULLEN|AANVULLEN|CHECKEN|NAVRAGEN|NAKIJKEN|CONTROLEREN|BIJWERKEN)\b",
)
"""How a place that was to be filled in is seen; none is seen without one of `PARTS`."""
PARTS = (
    *("Klik ", "Kies een ", "Click or ", "Lorem", "€", "___", "dd-mm", "[", "XX", "«", "<<", "MERGEFIELD"),
    *("xx", "20", "??", "TODO", "og in te ", "og invullen", "og aanvullen", "og doen", "volgt", "VOLGT"),
    *(
        "og te ",
        "volgen",
        "komt nog",
        "komen nog",
        "VULLEN",
        "CHECKEN",
        "NAVRAGEN",
        "NAKIJKEN",
        "CONTROLEREN",
        "WERKEN",
        "..",
        "…",
        "__",
    ),
)
NOTES = (
    rf"\[(?:{_MARKED})(?::| bij\b)[^\[\]]{{0,200}}\]|\[(?:nog|even) (?:{_TO_DO})\b[^\[\]]{{0,200}}\]",
    rf"(?<![\w.@])@[A-Z][a-zà-ÿ]{{1,20}}(?::|,? (?:{_ASKING}|{_TO_DO})\b)[^.]{{0,80}}",
    r"(?:(?<=\s)|(?<=[(\[])|\A)<[A-Za-zà-ÿ][^<>=@/]{2,120}>",
    rf"\((?:nog|even|svp|s\.v\.p\.|graag|later) (?:even |goed |na te |weer )?(?:{_TO_DO})\b[^()]{{0,80}}\)",
    r"\((?:checken|navragen|nakijken|uitzoeken|opzoeken) bij [^()]{1,80}\)|\(check(?:en)?[!?]?\)",
    r"(?:\A|(?<=[.!?] ))Nog (?:checken|navragen|nakijken|uitzoeken|invullen|controleren)\b"
    r"(?: (?:bij|met|of)\b[^.]{0,80})?[.!]?\Z",
)
"""How a note to a colleague, or of a writer to himself, is seen."""
NOTE_PARTS = "[", "@", "<", "(", "Nog "
_NOT_YET = re.compile(
    r"\(?(?:(?:de\s)?(?:naam|tekst|omschrijving|beschrijving)\s)?"
    r"(?:n\.?\s?n\.?(?:\s?b\.?)?|n\.?\s?t\.?\s?b\.?|p\.?m\.?"
    r"|(?:nog\s)?(?:niet\sbekend|onbekend)|nog\ste\s(?:bepalen|benoemen)|vacant|vacature"
    r"|wordt\s(?:nog\s|later\s)?(?:aangevuld|ingevuld|toegevoegd|geschreven|bepaald|bekendgemaakt)"
    r"|volgt(?:\snog|\slater)?|komt\snog)\)?\.?",
    re.I,
)


def is_to_come(words: str) -> bool:
    """Whether a name or a description says no more than that it is not known yet, as only a cell may."""
    return _NOT_YET.fullmatch(" ".join(words.split())) is not None
