"""Slips of the hand that leave signs of Markdown as words, or words as signs of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from rapportage.compose.numbers.vocabulary import WORDS
from rapportage.compose.prose.syntax import INSERT, unescaped
from rapportage.content.fields import UNCLOSED

_CALL = "|".join(WORDS)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is told, and by what of the words it is seen; '' where not by words alone."""

    pattern: str
    message: str
    hint: str
    rule: str = "markdown"
    in_cell: str = ""
    """The way out in the cell of a table, where it is another one."""


_IN_WORDS = (
    Slip(r"\[\^([^\]\s]+)\]", r"voetnoot '\1' bestaat niet", r"schrijf onderaan '[^\1]: …'", "voetnoot"),
    Slip(
        r"\[\^([^\[\]]*\s[^\[\]]*)\]",
        r"de naam van een voetnoot heeft geen spaties: '[^\1]'",
        "schrijf bijvoorbeeld [^noot-1]",
        "voetnoot",
    ),
    Slip(r"\^\[", "een voetnoot staat niet in de zin zelf", "schrijf [^1], en onderaan [^1]: …", "voetnoot"),
    Slip(
        rf"(?i:{INSERT.pattern})",
        "een figuur of tabel staat op een eigen regel",
        "zet er een witregel voor en na",
        in_cell="zet haar onder de tabel, op een eigen regel, en verwijs er in de cel naar met [@naam]",
    ),
    Slip(
        r"(?i)\[\s*open(?:[\s-]?punt)?\s*:",
        "een open punt staat op een eigen regel",
        "zet er een witregel voor en na: [open: wat er nog moet komen]",
        in_cell="zet het open punt op een eigen regel onder de tabel, en laat de cel leeg",
    ),
    Slip(
        r"(?i)\[(?:open|nog|todo|invullen|aanvullen|volgt)\b[^\]:]*\]",
        "hier staat iets wat nog ingevuld moet worden",
        "vul het in, of schrijf op een eigen regel [open: wat er nog moet komen]",
        in_cell="vul het in, of laat de cel leeg en schrijf onder de tabel [open: wat er nog moet komen]",
    ),
    Slip(
        r"<!\s*-",
        "deze aantekening (<!--) wordt niet gesloten",
        "schrijf <!-- … --> zonder lege regel erin",
    ),
    Slip(
        r"\*\*",
        "deze sterretjes maken niets vet",
        "zet ** direct voor en achter de woorden, zonder spatie ertussen en met een spatie eromheen",
    ),
    Slip(
        r"(?<!\S)([*_])(?=\w)(?:(?!\1).)*\1(?!\w)",
        r"deze tekens (\1) maken niets cursief",
        r"zet \1 direct voor en achter de woorden; een letterlijke \1 schrijft u als \\\1",
    ),
    Slip(
        r"(?<![\w*\\])\*[^\W\d_][^*\n]*\*(?=[^\W\d_])",
        "deze sterretjes maken niets cursief",
        "zet * om het hele woord; een letterlijk * schrijft u als \\\\*",
    ),
    Slip(
        r"==[^\s=+][^=]*==|\+\+[^\s+][^+]*\+\+|\{%",
        "deze tekens hebben hier geen betekenis",
        "gebruik **vet** of *nadruk*",
    ),
    Slip(
        r"(?:\b[Zz]ie |\()@([a-z][a-z0-9-]+)",
        r"'@\1' is geen verwijzing",
        r"bedoelde u [@\1]? een letterlijke @ schrijft u als \\@",
        "verwijzing",
    ),
    Slip(
        r"\[\[|\[@[^\]\s]*[\s,]",
        "deze verwijzing is niet te lezen",
        "schrijf [@naam], zonder spatie",
        "verwijzing",
    ),
    Slip(
        rf"(?<![\w{{])(?<!\{{ )(?:{_CALL})\(['\"“”‘’](?![^\n]*\}}\}})",
        "een uitdrukking staat tussen twee accolades",
        'schrijf {{ waarde("aanvragen") }}',
        "uitdrukking",
    ),
    Slip(
        r"(?i)\[\s*(figuur|figuren|tabel|register|veranderd)\s+([a-z0-9-]+)\s*\]",
        r"'[\1 \2]' is geen figuur of tabel",
        r"bedoelde u [\1: \2]? een letterlijke haak schrijft u als \\[",
    ),
    Slip(
        r"(?i)\b(?:zie|figuur|tabel|hoofdstuk|paragraaf|kader) \[([a-z0-9]+(?:-[a-z0-9]+)*)\](?![(\[{:])",
        r"'[\1]' verwijst naar niets",
        r"bedoelde u [@\1]? een letterlijke haak schrijft u als \\[",
        "verwijzing",
    ),
    Slip(
        r"(?i)\[\s*stoplicht\b[^\]]*\]?",
        "dit stoplicht is niet te begrijpen",
        "schrijf [stoplicht: groen], oranje of rood, eventueel met een woord: [stoplicht: rood, vertraagd]",
    ),
    Slip(r"\{\{|\}\}", *UNCLOSED),
    Slip(
        rf"(?<!\{{)\{{\s*(?:{_CALL})\s*(?:\([^{{}}]*\))?\s*\}}",
        "een uitdrukking staat tussen twee accolades",
        'schrijf {{ waarde("aanvragen") }}',
        "uitdrukking",
    ),
    Slip(
        r"\]\((?:https?:|mailto:|tel:|www\.)",
        "deze koppeling is niet te lezen",
        "schrijf [tekst](https://…) zonder spaties in het adres, en zet er geen koppeling of voetnoot in",
        "koppeling",
    ),
    Slip(
        r"\{lang",
        "achter [tekst] kan alleen een taal staan",
        "schrijf bijvoorbeeld [brexit]{lang=en}",
        "taal",
    ),
)
"""What a slip of the hand leaves as text."""


_PATTERNS = [(re.compile(slip.pattern), slip) for slip in _IN_WORDS]
_SIGN = re.compile(r"[\[\]{}<*_=+@(^]")
"""Without any of these nothing of it is there, as in most words."""


def in_words(words: str, *, in_cell: bool = False) -> Iterator[Slip]:
    """What is wrong with words that Markdown left as they are, with the groups of a pattern filled in."""
    for pattern, slip in _PATTERNS if _SIGN.search(words) else ():
        if found := pattern.search(words):
            hint = (slip.in_cell if in_cell else "") or slip.hint
            yield Slip(slip.pattern, found.expand(slip.message), found.expand(hint), slip.rule)


_STAR = Slip(
    "",
    "hier blijft een sterretje over",
    "zet voor en achter de woorden evenveel sterretjes; een letterlijk * schrijft u als \\*",
)
_LOOSE = Slip(
    "",
    "hier staat iets hoog of laag zonder letter of cijfer ervoor",
    "een letterlijke ~ of ^ schrijft u als \\~ of \\^; doorhalen kan niet",
)
_AFTER_HIGH = Slip(
    "",
    "achter deze hoge tekens gaat het woord meteen door",
    "sluit elk hoog stuk af, zoals in m^2^/s^2^",
)
_NOTE_ON_HIGH = Slip(
    "",
    "deze voetnoot komt direct achter een hoog teken, en leest daar als één getal mee",
    "zet de voetnoot achter een ander woord",
    "voetnoot",
)
_GLUED = Slip(
    "",
    "dit adres zit vast aan het woord ervoor",
    "zet er een spatie voor, of schrijf [tekst](https://…)",
    "koppeling",
)
_APART = Slip(
    "",
    "tussen de tekst en het adres van deze koppeling staat een spatie",
    "schrijf [tekst](https://…) aan elkaar",
    "koppeling",
)
_NAMED_TWICE = Slip(
    "",
    "het woord voor deze verwijzing komt er vanzelf bij te staan",
    "laat 'tabel', 'figuur' of 'hoofdstuk' ervoor weg",
    "verwijzing",
)
_KIND = re.compile(r"(?i)\b(?:tabel|figuur|hoofdstuk|paragraaf|onderdeel|deel|kader|bijlage)\s*\Z")
_OPENS, _CLOSES = ("em_open", "strong_open"), ("em_close", "strong_close")


def at_edge(children: Sequence[Token], index: int) -> Iterator[Slip]:
    """What is wrong where words meet emphasis, high and low letters, or an address."""
    child = children[index]
    before = children[index - 1] if index else None
    after = children[index + 1] if index + 1 < len(children) else None
    words = unescaped(child) if child.type == "text" else ""
    if (words.endswith("*") and after and after.type in _OPENS) or (
        words.startswith("*") and before and before.type in _CLOSES
    ):
        yield _STAR
    said = before.content if before and before.type in ("text", "expression") else ""
    loose = before is None or (before.type == "text" and said[-1:].isspace())
    if child.type in ("sub_open", "sup_open") and loose:
        yield _LOOSE
    if child.type == "sup_close" and after and after.type == "text" and re.match(r"[\w^]", after.content):
        yield _AFTER_HIGH
    if child.type == "footnote_ref" and before and before.type == "sup_close":
        yield _NOTE_ON_HIGH
    if child.type == "reference" and _KIND.search(said):
        yield _NAMED_TWICE
    if child.type == "link_open" and re.search(r"\]\s+\(\Z", said):
        yield _APART
    glued = re.search(r"\w\Z", said) or (before is not None and before.type == "link_close")
    if child.type == "link_open" and child.info == "auto" and glued:
        yield _GLUED
