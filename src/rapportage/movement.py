"""The Dutch words that say that something became more or less, of which number, and against which time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

UP, DOWN = 1, -1

AGAINST = r"(?:in\s+)?vergel(?:eken|ijking)\s+(?:met|bij)|ten\s+opzichte\s+van|t\.?o\.?v\.?"
"""What brings in the time that something is compared with."""

_VERBS = {
    UP: "stijgt|stijgen|steeg|stegen|groeit|groeien|groeide|groeiden"
    "|(?:verdubbel|verdrievoudig|verviervoudig)(?:t|en|de|den)",
    DOWN: "daalt|dalen|daalde|daalden|krimpt|krimpen|kromp|krompen|zakt|zakte|zakten"
    "|slinkt|slinken|slonk|slonken|keldert|kelderen|kelderde|kelderden|halveert|halveren|halveerde|halveerden",
}
_NOUNS = {
    UP: r"\w*(?:stijging|groei|toename|verdubbeling)|vermeerdering|verhoging",
    DOWN: r"\w*(?:daling|afname|krimp|teruggang|terugloop|terugval|halvering)|vermindering|verlaging",
}
_DONE = {
    UP: "gestegen|gegroeid|toegenomen|verhoogd|bijgekomen|opgelopen|verdubbeld|verdrievoudigd|verviervoudigd",
    DOWN: "gedaald|gekrompen|afgenomen|verlaagd|verminderd|gezakt|teruggelopen"
    "|geslonken|gekelderd|gehalveerd",
}
_MORE = {UP: "meer|méér|hoger|groter|extra|erbij|omhoog", DOWN: "minder|lager|kleiner|eraf|omlaag"}
_LONGER = {UP: "langer|duurder", DOWN: "korter|goedkoper"}
"""What is more or less of a measure, and only right behind it: elsewhere it is how something was done."""
_PARTS = {UP: "toe|bij|op|vooruit", DOWN: "af|terug|achteruit"}
_TAKES = "neemt|nemen|nam|namen"
_PARTED = (
    rf"(?:{_TAKES})\b[^.,;:!?]{{0,40}}?\b(?:toe|af)"
    r"|(?:loopt|lopen|liep|liepen)\b[^.,;:!?]{0,40}?\b(?:op|terug)(?=\s+(?:met|van|naar|tot)\b)|omhoog|omlaag"
)
"""A verb whose second half says which way: 'nam licht toe'."""
_PARTED_PAST = r"(?:nam|namen)(?:\s(?!(?:niet|geen|nauwelijks)\b)[^\W\d_]+){0,3}?\s(?:toe|af)"


def _either(*words: dict[int, str]) -> str:
    return "|".join(one[way] for one in words for way in (UP, DOWN))


_MOVING = rf"(?:{_either(_VERBS, _NOUNS, _DONE)}|{_PARTED})"
"""What says that something moves, before its numbers."""
_UPWARD = re.compile("|".join(one[UP] for one in (_VERBS, _NOUNS, _DONE, _MORE, _LONGER, _PARTS)), re.I)


MOVEMENT = _either(_NOUNS)
"""What a rise or a fall is called."""
MOVED = rf"(?:steeg|stegen|groeide|groeiden|daalde|daalden|kromp|krompen|{_PARTED_PAST})"
"""What says that something rose or fell."""
HAS_MOVED = rf"(?:is|zijn)\b(?:\s(?!(?:niet|geen|nauwelijks)\b)[^\W\d_]+){{0,3}}?\s(?:{_either(_DONE)})"
"""The same with its verb in two."""
_MUCH = r"(?:\s(?:iets|weer|verder|fors|flink|licht|veel|wat|opnieuw|steeds|nog))*"
_COMPARED = "hoger|groter|lager|kleiner|langer|korter|duurder|goedkoper"
MOVES = (
    rf"(?:blijft|blijven)\s(?:stijgen|dalen|groeien|krimpen)|{_either(_VERBS)}"
    rf"|(?:{_TAKES})\b[^.,;:!?]{{0,80}}?\s(?:toe|af)|(?:is|zijn)\b[^.,;:!?]{{0,80}}?\s(?:{_either(_DONE)})"
    rf"|(?:werd|werden|wordt|worden){_MUCH}\s(?:{_COMPARED})"
    rf"|(?:is|zijn){_MUCH}\s(?:{_COMPARED})(?:\sgeworden|(?=\sdan\b))"
)
"""What says in a clause of one subject that it rises or rose; that may stand within the words of a verb."""


def way_of(word: str) -> int:
    """Whether a word says more (1) or less (-1); of more words, the last says it, but for 'geworden'."""
    return UP if _UPWARD.fullmatch(word.removesuffix(" geworden").split()[-1]) else DOWN


def is_town(word: str) -> bool:
    """Whether a word that says which way something went is the name of a place."""
    return word in _TOWNS


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a number: the words, which way, and whether they stand before it."""

    words: str
    way: int
    before: bool
    is_label: bool = False
    """Whether the words only name the number, which may then have a sign of its own: 'groei: −3%'."""


_END = re.compile(r"[.;:!?](?=\s|$)|\b(?:maar|terwijl|waarna|omdat|doordat)\b", re.I)
"""Where a clause ends, as far as words beyond it say nothing of a number in it."""
_SENTENCE = re.compile(r"[.;!?](?=\s|$)")
_SHORT = re.compile(r"\b(ca|plm|gem|incl|excl|nl)\.", re.I)
_ABOUT = (
    "ruim|bijna|circa|ca|plm|ongeveer|zo['’]n|maar liefst|slechts|in totaal|gemiddeld|rond de|nog eens"
    "|(?:meer|minder) dan"
)
_OTHER_VERB = (
    f"{_TAKES}|gaat|gaan|ging|gingen|loopt|liep|bleef|bleven|komt|kwam|is|was|werd|wordt|heeft|had"
    "|niet|geen|nauwelijks"
)
"""Words between a verb and a number that part them: another verb has the number, or it is denied."""
_BEFORE = re.compile(
    rf".*(?<![\w-])(?P<words>{_MOVING})(?![\w-])(?P<between>[^.,;:!?]{{0,60}}?)"
    rf"\s(?:met|van)(?:\s+(?:{_ABOUT}))?\s*\Z",
    re.I | re.S,
)
_PENDING = re.compile(
    rf"(?<!\w)(?:(?P<takes>{_TAKES})|komt|komen|kwam|kwamen|gaat|gaan|ging|gingen)\b[^,]*\Z", re.I
)
_SECOND_HALF = re.compile(
    r"[^.,;:!?\d]{0,50}?\s(?P<words>toe|af|bij)(?![\w-])(?P<rest>\s*(?:[.,;:!?)]|\Z))?", re.I
)
_RUNS = re.compile(r"(?<!\w)(?:loopt|lopen|liep|liepen|gaat|gaan|ging|gingen)\b[^,]*\bmet\s*\Z", re.I)
_RUNS_ON = re.compile(r"[^.,;:!?\d]{0,50}?\s(?P<words>terug|op|achteruit|vooruit)\s*(?:[.,;:!?)]|\Z)", re.I)
"""A verb around a number that says of it which way: 'liep met 168 terug'."""
_NO_NOUN = (
    "op|in|bij|met|van|en|of|dan|is|zijn|was|waren|dat|die|door|voor|er|wat|om|te|niet|geen|nog|ten|tot|naar"
    "|als|werd|werden|wordt|worden|komt|kwam|kwamen|heeft|hebben|had|want|ook|per|uit|aan"
)
_AFTER = re.compile(
    rf"(?:\s+(?!(?:{_NO_NOUN})\b)[\w’'-]+){{0,3}}?\s+(?P<words>{_either(_MORE, _DONE)})(?![\w-])"
    r"(?!\s+(?:snel|hard|sterk|vaak|goed|of)\b)",
    re.I,
)
_MEASURE = "uur|uren|minuten|dag|dagen|week|weken|maand|maanden|jaar|jaren|meter|kilometer|km|m|euro|procent"
_AFTER_MEASURE = re.compile(
    rf"(?:\s+(?:{_MEASURE}))?(?:\s+gemiddeld)?\s+(?P<words>{_either(_LONGER)})(?![\w-])", re.I
)
_LABEL = re.compile(
    rf".*(?<![\w-])(?P<words>{_either(_NOUNS)})(?:\s+[\w-]+){{0,4}}?"
    rf"(?:\s*:|\s+(?:is|was|bedraagt|bedroeg|komt uit op|kwam uit op))(?:\s+(?:{_ABOUT}))?\s*\Z",
    re.I | re.S,
)
_TOWNS = ("Krimpen", "Dalen")
"""What is a name of a place when it has a capital."""
_LATER = re.compile(rf"[^.,;:!?]{{0,60}}?\s(?P<words>{_either(_VERBS, _DONE)})(?![\w-])", re.I)


def clause_before(before: str) -> str:
    """What stands in the same clause before a number."""
    return _END.split(_SHORT.sub(r"\1", before))[-1]


def said_of(before: str, after: str) -> Said | None:
    """Which way the words around a number say that it went; None where they do not say it of that number."""
    clause = _END.split(_SHORT.sub(r"\1", before))[-1]
    following = _END.split(after)[0]
    if (found := _BEFORE.match(clause)) and not _parts(found):
        return Said(" ".join(found["words"].split()), way_of(found["words"]), before=True)
    if found := _LABEL.match(_SENTENCE.split(_SHORT.sub(r"\1", before))[-1]):
        return Said(found["words"], way_of(found["words"]), before=True, is_label=True)
    if _RUNS.search(clause) and (half := _RUNS_ON.match(following)):
        return Said(half["words"], way_of(half["words"]), before=False)
    pending, half = _PENDING.search(clause), _SECOND_HALF.match(following)
    if pending and half and (bool(pending["takes"]) or half["rest"] is not None):
        return Said(half["words"], way_of(half["words"]), before=False)
    found = _AFTER_MEASURE.match(following) or _AFTER.match(following)
    if found is None and re.search(r"(?<!\w)met\s*\Z", clause, re.I):
        found = _LATER.match(following)
    return Said(found["words"], way_of(found["words"]), before=False) if found else None


_NO_WAY = (
    "door|dankzij|wegens|vanwege|door\\w*|naar|op|om|als|voor|zonder|wie|waar\\w*|die|dat|en|of|vraag|verzoek\\w*"
    "|overstap|overgang|verhuiz\\w+|uitstroom|doorstroom|instroom|reis|reizen|onderzoek|zoektocht|verwijz\\w+|weg"
    "|omzetting|verkeer|pendel|route|terugkeer|vlucht|trek|verplaatsing|hoop|kijk\\w*"
)
"""Words between a verb and 'naar' with which that belongs to something else."""
_TO = re.compile(
    rf".*(?<![\w-])(?P<words>{_either(_VERBS, _DONE)}|{_PARTED}|(?<=een )(?:{_either(_NOUNS)}))(?![\w-])"
    rf"(?P<between>(?:\s+(?!(?:{_NO_WAY})\b)[\w’'-]+){{0,9}}?)\s+(?P<to>naar|tot)(?:\s+(?:{_ABOUT}))?\s*\Z",
    re.I | re.S,
)


_A_PERIOD = re.compile(r"\b[12][0-9]{3}(?:-[HTQ][1-4])?\b|\b[1-4]e\b|\b[HTQ][1-4]\b")


def said_of_end(before: str, after: str = "") -> Said | None:
    """Which way the words around a number say that it went there: 'daalde naar 9', 'is naar 9 gedaald'."""
    clause = _END.split(_APART.sub(r"\1", _SHORT.sub(r"\1", before)))[-1]
    if not re.search(r"\b(?:naar|tot)\b", clause[-30:], re.I):
        return None
    found = _TO.match(clause)
    if found is None:
        done = _DONE_BEHIND.match(_END.split(after)[0]) if _HAS_GONE.search(clause) else None
        return Said(f"naar … {done['words']}", way_of(done["words"]), before=False) if done else None
    if _parts(found) or re.search(r"\d", _A_PERIOD.sub("", found["between"])):
        return None
    if found["to"].lower() == "tot" and not _TOWARDS.fullmatch(found["between"]):
        return None  # elsewhere it ends a range
    return Said(f"{' '.join(found['words'].split())} {found['to']}", way_of(found["words"]), before=True)


_APART = re.compile(r",(\s+naar\s+(?:\w+\s+)?)\Z", re.I)
"""'Neemt weer toe, naar 364': a comma before the end parts no clause."""
_HAS_GONE = re.compile(
    rf"\b(?:is|zijn|was|waren)\b(?:\s+(?!(?:{_NO_WAY}|niet|geen|van)\b)[^\W\d][\w’'-]*){{0,6}}\s+naar"
    rf"(?:\s+(?:{_ABOUT}))?\s*\Z",
    re.I,
)
_DONE_BEHIND = re.compile(rf"(?:\s+[\w’'-]+){{0,2}}?\s+(?P<words>{_either(_DONE)})(?![\w-])", re.I)
_OF_YEAR = r"(?:\s+(?:van\s+)?[12][0-9]{3})?"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_WITHIN = (
    r"(?:\s+(?:in|over|tijdens|gedurende)\s+(?:"
    r"(?:(?:het|de|dit|deze)\s+)?(?:(?:eerste|tweede|derde|vierde|vorige|afgelopen)\s+)?"
    rf"(?:kwartaal|half\s?jaar|jaar|viermaandsperiode|\w*periode){_OF_YEAR}"
    rf"|(?:{_MONTHS})(?:\s*(?:-|–|t/m|tot\s+en\s+met)\s*(?:{_MONTHS}))?{_OF_YEAR}"
    rf"|[QHT][1-4]{_OF_YEAR}|[12][0-9]{{3}}(?:-[QHT][1-4])?)"
    r"|\s+(?:dit|vorig|afgelopen)\s+(?:kwartaal|half\s?jaar|jaar))"
)
"""A time in which something went so far: 'steeg in het derde kwartaal van 2024 tot'."""
_TOWARDS = re.compile(
    rf"{_WITHIN}?(?:\s+(?:licht|sterk|fors|flink|verder|snel|weer|opnieuw|iets|zelfs|daardoor|daarmee))?{_WITHIN}?",
    re.I,
)


_BEHIND_END = r"(?:\s+(?:(?!(?:en|of|maar|een|dan|niet)\b)[^\W\d_][\w’'-]*|(?:19|20)[0-9]{2}\b)){0,7}?"
"""What may stand between the last number of a course and what it is called: 'weken in 2024'."""
_CALLED = re.compile(
    r"(?:[\s,(:–-]+(?:(?:en|dus|dat is|dat was|dat betekent|dat zijn)\s+)?(?:dus\s+)?"
    rf"|{_BEHIND_END}(?:,\s+(?:dus\s+)?|[.;]\s+(?:dat|dit)\s+(?:is|was|betekent|betekende)\s+(?:dus\s+)?))"
    rf"een\s+(?:[\w-]+\s+)?(?P<words>{_either(_NOUNS)})(?![\w-])",
    re.I,
)
_ONLY_OF_ONE = (
    *("meer", "méér", "hoger", "groter", "extra", "erbij", "bij"),
    *("minder", "lager", "kleiner", "eraf"),
    *("langer", "korter", "duurder", "goedkoper"),
)
"""What is said of one number, and not of two that something goes from and to."""


_BECAME = re.compile(
    rf"\b(?P<words>(?:werd|werden|wordt|worden|is|zijn)(?:\s+(?:iets|weer|verder|fors|flink|licht|veel|wat))*\s+"
    rf"(?P<word>hoger|groter|lager|kleiner|{_either(_LONGER)})(?:\s+geworden)?)[,:]?\s*\Z",
    re.I,
)
"""'De wachttijd werd langer, van 10 naar 12 weken'."""


def said_of_course(before: str, after: str) -> Said | None:
    """The same for words around 'van 5 naar 9', which stands between them."""
    if called := _CALLED.match(after):
        return Said(called["words"], way_of(called["words"]), before=False)
    if became := _BECAME.search(before):
        return Said(" ".join(became["words"].split()), way_of(became["word"]), before=True)
    said = said_of(f"{before.rstrip().rstrip(':,')} van", after)
    return None if said and not said.before and said.words.lower() in _ONLY_OF_ONE else said


def _parts(found: re.Match[str]) -> bool:
    """Whether these words say nothing of the number after all."""
    other = re.search(rf"\b(?:{_OTHER_VERB})\b", found["between"], re.I)
    return other is not None or found["words"] in _TOWNS


_MOVES = re.compile(rf"(?<![\w-])(?P<words>{_either(_VERBS, _DONE, _NOUNS)}|{_PARTED})(?![\w-])", re.I)
_DENIED = re.compile(
    r"\b(?:niet|geen|nooit|nauwelijks|noch|zonder|zou|zouden|kan|kunnen|moet|moeten|of|als)\b", re.I
)


def ways_said(text: str) -> Iterator[Said]:
    """What a text says of rising and falling, clause by clause, where it neither denies nor supposes it."""
    for clause in re.split(r"[.;:!?,](?=\s|\Z)|\b(?:maar|terwijl|waarna)\b", text):
        for found in _MOVES.finditer(clause):
            if found["words"] not in _TOWNS and not _DENIED.search(clause):
                yield Said(" ".join(found["words"].split()), way_of(found["words"]), before=True)


_FACTORS = (
    ("verdubbel", Decimal("1.6"), Decimal(3)),
    ("verdrievoudig", Decimal("2.5"), Decimal(4)),
    ("verviervoudig", Decimal("3.4"), Decimal(5)),
    ("halve", Decimal("0.3"), Decimal("0.65")),
)
"""Between which times a number 'nearly' or 'more than' doubles or halves."""


def is_other_factor(words: str, first: Decimal, last: Decimal) -> bool:
    """Whether something 'doubles' or 'halves' that did neither."""
    if first <= 0 or last <= 0:
        return False
    return any(word in words.lower() and not low <= last / first <= high for word, low, high in _FACTORS)
