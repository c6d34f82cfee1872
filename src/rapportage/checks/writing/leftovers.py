"""Find what another program, a template or a draft left in the texts of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapportage.checks.reading.placeholders import (
    NOTE_PARTS,
    NOTES,
    PARTS,
    SIGNS,
    STILL_TO_DO,
    STILL_TO_DO_HINT,
)
from rapportage.checks.reading.texts import each_text
from rapportage.checks.subjects import Paper
from rapportage.document import Paragraph, walk
from rapportage.errors import Finding, Place
from rapportage.inlines import place_of, plain


@dataclass(frozen=True, slots=True)
class _Leftover:
    """What is left, seen by any of its signs, looked for where one of `parts` stands, or everywhere."""

    what: str
    hint: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    parts: tuple[str, ...] = ()
    needs: re.Pattern[str] | None = None
    """What stands in each of its signs, and is found sooner."""

    def found_in(self, words: str) -> re.Match[str] | None:
        """Where it stands in these words."""
        if self.parts and not any(part in words for part in self.parts):
            return None
        if self.needs is not None and not self.needs.search(words):
            return None
        return self.pattern.search(words)


def _left(what: str, hint: str, *signs: str, parts: tuple[str, ...] = (), needs: str = "") -> _Leftover:
    sooner = re.compile(needs) if needs else None
    return _Leftover(what, hint, signs, re.compile("|".join(signs)), parts, sooner)


_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_MAIL = r"(?:(?:\w+)?bericht|e-?mail|(?:web)?site|(?:web)?pagina)"
_DRAWN = "tekst|kaart|diagram|grafiek|schermopname|schermafbeelding|logo|persoon|buiten|hemel|gras|overdekt"
"""What Word calls what it sees in a picture."""
_LEFT_OUT = "en|of|dan|tot|als|alsook|alsmede|noch|plus|maar|versus|resp|respectievelijk|naast|cq|c|annex"
"""What follows a hyphen that stands for a part that is left out: woon- en werkruimte."""
_COUNTED = (
    r"[a-zà-ÿ]*(?:figuur|tabel|grafiek|bijlage|hoofdstuk|paragraaf|artikel|kwartaal|versie|variant|scenario|perceel"
    r"|locatie|cluster|niveau|categorie|gebied|groep|project|programma|product|thema|opgave|spoor|fase|nummer|schaal"
    r"|klasse|kavel|tranche|station|woning|scherm|kamer|regel|vraag|functie|domein|level|indicator)"
    r"|windows|office|python|covid|corona|sharepoint|android"
)
"""What has a number of its own, with or without a blank before it."""
_LEFTOVERS = (
    _left(
        "een foutmelding van een ander programma",
        "zet er neer wat er had moeten staan",
        r"Fout! (?:Verwijzings|Bladwijzer|Geen |Onbekend)[^.]*\.",
        r"Error! (?:Reference|Bookmark|No |Unknown)[^.]*\.",
        r"#(?:N/[AB]|VERW!|REF!|WAARDE!|VALUE!|DEEL/0!|DIV/0!|NAAM\?|NAME\?)",
    ),
    _left(
        "een getal dat Excel niet kon laten zien",
        "maak de kolom in Excel breder, en neem het getal over",
        r"#{4,}",
        r"\b[0-9],[0-9]+E[+-]?[0-9]+\b",
    ),
    _left(
        STILL_TO_DO,
        STILL_TO_DO_HINT,
        *SIGNS,
        parts=PARTS,
    ),
    _left(
        "een aantekening die nog verwerkt moet worden",
        "verwerk haar en haal haar weg; een aantekening voor uzelf schrijft u als <!-- … -->",
        *NOTES,
        parts=NOTE_PARTS,
    ),
    _left(
        "een opmerking uit Word",
        "haal haar weg; een aantekening voor uzelf schrijft u als <!-- … -->",
        r"\b(?:Met opmerkingen|Opmerking|Commented) \[\w+\]:",
        r"^Met opmaak:",
        r"\[Opmerking [A-Z]{1,3}[0-9]+\b[^\]]{0,200}\]",
        r"\w\[[A-Z]{1,3}[0-9]{1,3}\]",
        r"\b_(?:Toc|Ref)[0-9]{4,}\b",
        r"(?<=[a-zà-ÿ] )(?:Verwijderd|Ingevoegd|Deleted|Inserted): ",
        parts=("[", "Met opmaak:", "_Toc", "_Ref", "wijderd: ", "voegd: ", "leted: ", "serted: "),
    ),
    _left(
        "een rest van een afbeelding",
        "haal haar weg, of beschrijf de afbeelding in eigen woorden",
        r"\[cid:[^\]]*\]",
        r"Automatisch gegenereerde beschrijving",
        r"Description automatically generated",
        r"Door AI gegenereerde inhoud kan onjuist zijn",
        r"AI-generated content may be incorrect",
        rf"^Afbeelding met (?:{_DRAWN})\b(?:, \w+(?: \w+)?){{0,12}}\.?$",
        r"^Afbeelding met \w+(?: \w+)?(?:, \w+(?: \w+)?){2,12}\.?$",
        r"^An? [a-z -]{0,30}(?:screenshot|picture|close-up|map|diagram|graph|group|logo|photo|drawing)"
        r" (?:of|with|showing)\b",
    ),
    _left(
        "een rest van een bericht of van een schrijfhulp",
        "haal haar weg",
        r"(?<!-)-{3,60}\s?(?:Oorspronkelijk|Doorgestuurd|Original|Forwarded)\b[^-]{0,60}-{0,60}",
        r"\b(?:Verzonden|Verstuurd) vanaf mijn \w+",
        r"\[(?:EXTERNAL|EXTERN|EXT)\]",
        r"^(?:Van|Aan|CC): .*@",
        r"\b(?:Van|From): [^:]{1,80}\s(?:Verzonden|Verstuurd|Sent): ",
        r"^(?:Verzonden|Verstuurd|Sent): (?:\w{2,9}dag|\w+day|[0-9]{1,2}[ -])",
        r"\b(?:Onderwerp|Subject|Betreft): (?:RE|Re|FW|Fw|Fwd|FWD|Antw|Doorst): ?",
        r"^Op \w{2,9}\.? [0-9]{1,2} \w+\.? [0-9]{4} om [0-9]{1,2}[:.][0-9]{2}(?: uur)? schreef\b",
        r"\bDit (?:e-?mail)?bericht (?:\S+ ){0,8}(?:uitsluitend|alleen) (?:bestemd|bedoeld) voor de"
        r" geadresseerde\w*",
        r"\bDenk aan het milieu voordat u deze? (?:e-?mail|bericht) (?:print|afdrukt)",
        r"citeturn[0-9]\w*|:contentReference\S*",
        r"^(?:Zeker|Natuurlijk|Uiteraard)[!,] [Hh]ier (?:is|volgt|zijn|vindt?)\b[^.:]*[.:]?",
        r"\bAls AI-(?:taal)?model\b",
        parts=(
            *("---", "vanaf mijn ", "[EXT", "@", "citeturn", ":content", "Als AI-"),
            *("Zeker", "Natuurlijk", "Uiteraard"),
            *("zonden: ", "stuurd: ", "Sent: ", "werp: ", "Subject: ", "treft: ", " schreef"),
            *("geadresseerde", "het milieu voor"),
        ),
    ),
    _left(
        "een rest van een website",
        "haal haar weg",
        r"\b[Dd]eze (?:web)?site (?:gebruikt|maakt gebruik van|plaatst) (?:\w+ ){0,2}cookies\b[^.]{0,60}",
        r"\b(?:Alle|alle) cookies (?:accepteren|weigeren|toestaan)\b",
        r"^(?:Accepteer|Weiger) (?:alle )?cookies$",
        rf"\b[Aa]an (?:de inhoud van )?(?:dit {_MAIL}|deze {_MAIL}) kunnen geen rechten worden ontleend",
        r"(?<=[.!?…] )(?:Lees|Bekijk) (?:meer|verder)\s?[>»→…]+$",
        parts=("cookies", "rechten worden ontleend", "Lees ", "Bekijk "),
    ),
    _left(
        "tekst met verkeerd gelezen letters",
        "neem de tekst opnieuw over; bewaar bestanden als UTF-8",
        r"Ã[©«¯¨¶¼¤¡³\xad§]|â€[™œ\x9d“”¦˜]?|â‚¬|Â[\xa0€°©®²³]",
    ),
    _left(
        "een dubbel streepje",
        "schrijf –",
        r"(?<=[0-9])-{2,3}(?=[0-9])",
        r"\s-{2,3}\s",
        parts=("--",),
    ),
    _left(
        "opmaak van een ander programma",
        "haal haar weg; zie de handleiding, Schrijven in Markdown",
        r"\[/?(?:b|i|u|url|img)\]",
        r"\'\'\'",
        r"(?<![\w:\\])\\(?:frac|text|mathbf|newpage|pagebreak|textbf|textit|emph|begin|end|section|item|cite|ref|footnote)\b",
        r"``",
        r"\$[^$\d\s][^$]*[\\^_=][^$]*\$",
        r"%%[^%]+%%",
        r"\s\^[a-z][\w-]*$",
        r"^\w+::\s",
        r"\[zie @\w",
        r"\\$",
        r"\{(?:code|panel|-|\.unnumbered|\\rtf\d?)\}?",
        r"^\+{3}\s",
        r"^\.\. \w+::",
        r"(?<![\w:]):[a-z][a-z_]{2,}:(?!\w)",
        r"&(?:nbsp|amp|lt|gt|quot|euro|[a-z]{1,2}(?:uml|acute|grave))\b;?",
        r"^={2,}\s.*={2,}$",
        r"(?<![+=])={4,}(?![+=])",
        r"\.{5,}",
        r"^:{2}\s?\w+",
        parts=("[", "'''", "\\", "``", "$", "%%", "^", ":", "{", "+++", "..", "&", "=="),
    ),
    _left(
        "een kop- of voetregel van een ander stuk",
        "haal haar weg; bladzijden krijgen vanzelf een nummer",
        r"\b[Pp]agina [0-9]+ van [0-9]+\b",
    ),
    _left(
        "een woord dat aan het einde van een regel was afgebroken",
        "schrijf het woord aan elkaar; is het een gedachtestreepje, schrijf dan een spatie, – en een spatie",
        rf"\b[A-Za-zà-ÿ]?[a-zà-ÿ]{{1,40}}- (?!(?:{_LEFT_OUT})\b)[a-zà-ÿ]{{2,40}}(?![\w&-]|\.\w)",
        parts=("- ",),
    ),
    _left(
        "een voetnoot die met de hand is geschreven",
        "schrijf [^1] in de tekst, en onderaan [^1]: …",
        r"(?<!\bdam)(?<!\bton)(?<!\bbvo)(?<=[a-zà-ÿ]{3})[¹²³](?![a-z])",
        r"[.,][¹²³](?![a-z])",
        r"(?:^|\s)[¹²³](?=\s)",
        r"[a-zà-ÿ.,)] ?\[[0-9]{1,2}\](?!\()",
        r"\A\[[0-9]{1,2}\](?=\s+\S)",
        r"(?<!hfdst)(?<!hoofdst)(?<!paragr)(?<=[a-zà-ÿ]{5})\.[1-9][0-9]?(?=\s+[A-Z]|$)",
        rf"(?<![\w./@:#_-])(?!(?:{_COUNTED})[0-9])[a-zà-ÿ]{{6,40}}[1-9][0-9]?(?![\w@/#_=-]|[.,]\w)",
        r"(?<=[a-zà-ÿ]{5}),[1-9][0-9]?(?=\s[a-z])",
        needs=r"[¹²³]|\[[0-9]|[a-zà-ÿ][.,]?[1-9]",
    ),
)
_CAPTION = re.compile(r"(?P<typed>(?:Figuur|Tabel|Grafiek|Afbeelding) [0-9]+)(?:[.:]|\s[-–])\s")
_INSERT = re.compile(
    r"(?P<what>[Ff]iguur|[Ff]iguren|[Tt]abel)\s?: ?(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*(?:, ?[a-z0-9-]+)?)"
)
_NUMBER = re.compile(r"[0-9]{1,3}")
_NEWS = r"(?:nieuws|pers)?(?:artikel|bericht)"
_LINES = (
    _left(
        STILL_TO_DO,
        STILL_TO_DO_HINT,
        r"(?:PM|P\.M\.|TBD|NTB|[Nn]\.?t\.?b|[Nn](?:og|ader) te bepalen|[Vv]olgt(?: nog)?|[Kk]omt nog)\.?",
    ),
    _left(
        "een bladzijdenummer van een ander stuk",
        "haal het weg; bladzijden krijgen vanzelf een nummer",
        r"[-–—−|]\s?[0-9]{1,3}\s?[-–—|]|[0-9]{1,3}\s[-–—|]",
        r"(?:[Pp]agina|[Bb]ladzijde|[Bb]lz\.|[Pp]\.|Page) ?[0-9]{1,3}(?:\s?(?:of|/|\|)\s?[0-9]{1,3})?",
        r"[0-9]{1,3}\s?\|\s?(?:Pagina|Page|P a g i n a)",
        r"[0-9]{1,3}\s?/\s?[0-9]{1,3}",
    ),
    _left(
        "een rest van een website",
        "haal haar weg",
        *(
            rf"(?:[<«‹←]\s?)?(?:{line})\.?(?:\s?[>»›→↑…]+)?"
            for line in (
                r"(?:Lees|Bekijk) (?:meer|verder|alles)(?: over [^.]{1,60})?",
                r"(?:Terug )?[Nn]aar boven|Terug naar (?:het )?(?:overzicht|begin|home|nieuws\w*)",
                r"Terug naar de (?:vorige pagina|homepage|startpagina)",
                rf"(?:Deel|Print|Bewaar) (?:deze pagina|dit {_NEWS})(?: (?:op|via|met) [^.]{{1,60}})?",
                r"(?:Deel|Delen) (?:op|via) (?:Facebook|X|Twitter|LinkedIn|WhatsApp|e-?mail)\b[^.]{0,60}",
                r"(?:Ga )?(?:[Dd]irect )?[Nn]aar (?:de )?(?:hoofd)?inhoud|Skip to (?:main )?content",
                r"Alle rechten voorbehouden|(?:Open|Sluit) menu|Hoofdmenu|Inloggen",
                r"Klik hier(?: voor meer informatie| om verder te lezen)?",
                r"Leestijd:? [0-9]+ min(?:uten|uut)?",
                r"Hebt? u gevonden wat u zocht\?|Was deze (?:pagina|informatie) nuttig\?",
            )
        ),
        r"(?:U bent hier|Je bent hier|Hier bent u):? .{1,200}",
        r"(?:Home|Startpagina|Homepage)(?:\s?[>»›→/|]\s?[^>»›→/|.]{1,60}){1,8}",
    ),
    _left(
        "een datum van een website",
        "haal haar weg, of noem haar in een zin",
        r"(?:(?:Gepubliceerd|Geplaatst|Laatst (?:gewijzigd|bijgewerkt|aangepast))(?: op)?:?"
        r"|(?:Nieuws|Pers)bericht\s?[|–-])\s(?:\w+dag )?"
        rf"[0-9]{{1,2}}[ -](?:{_MONTH}|[0-9]{{1,2}})[ -][0-9]{{4}}"
        r"(?:,? (?:om )?[0-9]{1,2}[:.][0-9]{2}(?: uur)?)?",
    ),
    _left(
        "het slot van een brief",
        "haal haar weg; wie ondertekent, staat in organisatie.yaml",
        r"(?:Met (?:zeer )?)?(?:[Vv]riendelijke|[Hh]artelijke) groet(?:en)?[,.]?(?:\s.{0,60})?",
        r"[Mm]vg[,.]?",
    ),
)
"""What nobody writes as a paragraph of a council paper, though within a sentence it may well stand."""


@each_text
def from_elsewhere(words: str, place: Place) -> Iterator[Finding]:
    """Each rest of another program, and each place that was never filled in."""
    yield from left_in(words, place)


def left_in(words: str, place: Place) -> Iterator[Finding]:
    """The same in some words."""
    for one in _LEFTOVERS:
        if found := one.found_in(words):
            shown = found[found.lastgroup or 0].strip()
            yield Finding(f"hier staat {one.what}: '{shown}'", place, one.hint)


def alone(paper: Paper) -> Iterator[Finding]:
    """Each paragraph that is a page's number, a caption numbered by hand, or left of a website or letter."""
    for block in walk(paper.document.blocks):
        if not isinstance(block, Paragraph) or block.role != "standaard":
            continue
        words, place = plain(block.content).strip(), place_of(block.content)
        place = place if place.file else block.place
        if _NUMBER.fullmatch(words):
            yield Finding(
                f"hier staat alleen het getal {words}", place, "haal het weg, of maak er een zin van"
            )
        elif left := next((one for one in _LINES if one.pattern.fullmatch(words)), None):
            yield Finding(f"hier staat {left.what}: '{words}'", place, left.hint)
        elif found := _INSERT.fullmatch(words):
            yield Finding(
                f"'{words}' zet geen {found['what'].lower()} neer",
                place,
                f"schrijf [{found['what'].lower()}: {found['name']}]",
            )
        elif found := _CAPTION.match(words):
            yield Finding(
                f"'{found['typed']}' is met de hand genummerd, en is hier geen bijschrift",
                place,
                "geef een figuur een 'bijschrift', een tabel '::: tabel naam Titel'; zij nummeren vanzelf",
            )
