"""Find lists of another number of items than the words above them say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checks.reading.texts import texts
from rapportage.checks.subjects import Paper
from rapportage.document import Block, Heading, Kader, Landscape, List, Paragraph, Quote
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding, Place
from rapportage.inlines import place_of, plain
from rapportage.number_words import number_of_word

_COUNT = (
    r"(?P<count>[0-9]{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    r"|zestien|zeventien|achttien|negentien|twintig)"
)
_ITEMS = (
    r"(?P<noun>(?:[\w-]*)(?:punten|onderwerpen|onderdelen|stappen|fasen|fases|doelen|doelstellingen|thema['’]s|opgaven"
    r"|sporen|lijnen|manieren|wijzen|redenen|argumenten|vragen|besluiten|voorwaarden|acties|maatregelen|projecten"
    r"|pijlers|opties|varianten|scenario['’]s|risico['’]s|conclusies|aanbevelingen|partijen|partners|gemeenten|kernen"
    r"|soorten|ambities|programma['’]s|criteria|taken|rollen|groepen|categorieën|oorzaken|gevolgen|lessen|keuzes"
    r"|ontwikkelingen|bronnen|producten|bijlagen|documenten|moties|toezeggingen|locaties|wijken|trajecten|zinnen))"
)
_ANNOUNCED = re.compile(
    rf"(?P<lead>.*?)(?<![\w-]){_COUNT}\s(?:[a-z]+e\s)?{_ITEMS}(?P<tail>(?:\s[\w’'-]+){{0,4}})\s?:\s*\Z",
    re.I | re.S,
)
"""'De raad neemt vijf besluiten:'."""
_OTHER_SUBJECT = re.compile(
    r"\b(?:voor|van|tussen|bij|over|aan|sinds|na|binnen|per|tegen|onder|naast|behalve|eerste|laatste|minstens|ten\sminste"
    r"|minimaal|maximaal|ruim|bijna|circa|ongeveer|elk|elke|ieder|fase|stap|punt|wijk|groep|artikel|nummer|of|tot|à)"
    r"(?:\s(?:de|deze|die|onze|alle|het|andere|overige))?\s\Z",
    re.I,
)
"""Before a count of something else than the items."""
_ONLY_SOME = re.compile(
    r"\b(?:onder\sandere|onder\smeer|zoals|waaronder|bijvoorbeeld|met\sname|vooral|waarvan|daarvan|o\.a\.|belangrijkste"
    r"|niet|geen|nog|zie|anders?|elke?(?!\s(?:half\s?jaar|jaar|kwartaal))|ieder\w*|gezamenlijk\w*|samen)\b",
    re.I,
)
"""What says that the list is not of all of them."""
_PLURAL = re.compile(
    r"\s(?:afspraken|vragen|plannen|gevolgen|maatregelen|kansen|acties|resultaten|kosten|eisen|regels)\b",
    re.I,
)
_BY_ITS_VERB = re.compile(
    r"\b(?:werk(?:en|t)\s(?:voor|aan|met|in)|richten\sons\sop|richt\szich\sop|bestaan\suit|bestaat\suit|kiezen\svoor"
    r"|kiest\svoor|gaat\sover|gaan\sover|gaat\som|letten\sop|bouwen\sop)(?:\s(?:de|deze))?\s\Z",
    re.I,
)
"""What such a word belongs to, so that the items are what the sentence is about."""
_DECISIONS = re.compile(
    rf"(?:\b(?:de|deze|alle)|\b(?:leggen|legt|vragen|vraagt|heeft|kent|bevat|telt|krijgt)(?:\s(?:u|uw\sraad|de\sraad|hierbij)){{0,2}})"
    rf"\s{_COUNT}\s(?:bovenstaande\s|genoemde\s)?besluitpunten\b",
    re.I,
)
_DECISION = re.compile(
    r"(?<!\bvan )\bbesluitpunt\s(?P<number>[0-9]{1,2})\b(?![.-][0-9])"
    r"(?!\s(?:van|uit|bij|in)\s(?:het|de|dat|die)\b)",
    re.I,
)
_ARGUES = re.compile(r"(?P<number>[1-9][0-9]?)\.[1-9][0-9]?\b")
"""A heading with the decision that it argues for: '2.1 De route is het ontbrekende stuk'."""
_DECIDED, _ARGUMENTS = "besluitpunten", ("argumenten", "kanttekeningen")


def of_another_number(paper: Paper) -> Iterator[Finding]:
    """Each 'vijf besluiten:' above a list of four, and 'de vier besluitpunten' of a memo that has three."""
    yield from _above_lists(paper.document.blocks)
    yield from _in_sentences(paper)
    decided = _decisions(paper.document.blocks)
    for words, place in texts(paper) if decided else ():
        for found in _DECISIONS.finditer(words):
            count = _number(found["count"])
            if count is not None and count != decided:
                yield _told(f"{found['count']} besluitpunten", decided, place, "het voorstel heeft er")
        for found in _DECISION.finditer(words):
            if int(found["number"]) > decided:
                yield _told(found[0], decided, place, "het voorstel heeft er")
    if decided:
        yield from _argued(paper.document.blocks, decided)


def _argued(blocks: Sequence[Block], decided: int) -> Iterator[Finding]:
    """Each '6.1' among the arguments of a memo that has five decisions."""
    section = 0
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        title = plain(block.content).strip()
        argued = _ARGUES.match(title)
        if title.casefold() in _ARGUMENTS:
            section = block.level
        elif block.level <= section:
            section = 0
        elif section and argued and int(argued["number"]) > decided:
            yield Finding(
                f"deze kop hoort bij besluitpunt {argued['number']}, en het voorstel heeft er {decided}",
                place_of(block.content),
                "geef de kop het nummer van zijn besluitpunt, of haal haar weg",
            )


def _above_lists(blocks: Sequence[Block]) -> Iterator[Finding]:
    for at, block in enumerate(blocks):
        if isinstance(block, Kader | Quote | Landscape):
            yield from _above_lists(block.blocks)
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and isinstance(following, List):
            after = blocks[at + 2] if at + 2 < len(blocks) else None
            if not _goes_on(following, blocks[at + 2 : at + 4]) and not isinstance(after, List):
                yield from _announced(block, following)


def _announced(above: Paragraph, below: List) -> Iterator[Finding]:
    said = said_count(plain(above.content))
    count = len(below.items)
    if said is not None and said[1] not in (count, _deep(below)):
        place = place_of(above.content)
        yield _told(said[0], count, place if place.file else above.place, "de lijst eronder heeft er")


def said_count(words: str) -> tuple[str, int] | None:
    """How many items a text says that follow it: 'vijf besluiten' are 5; None where it does not say so."""
    found = _ANNOUNCED.fullmatch(BETWEEN_SENTENCES.split(words.strip())[-1])
    count = _number(found["count"]) if found else None
    if found is None or count is None or _ONLY_SOME.search(found[0]):
        return None
    lead, tail = found["lead"], found["tail"]
    of_else = _OTHER_SUBJECT.search(lead) and not _BY_ITS_VERB.search(lead)
    if of_else or _PLURAL.search(tail) or re.search(r"[0-9]", lead + tail):
        return None
    if any(number_of_word(word) not in (None, 1) for word in re.findall(r"[^\W\d_]+", lead + tail)):
        return None
    return f"{found['count']} {found['noun']}", count


_IN_SENTENCE = re.compile(r"(?P<above>[^:]{4,200}:)\s(?P<items>[^.:;!?()0-9]{3,200})(?:\.(?=\s|\Z)|\Z)")
_BETWEEN_ITEMS = re.compile(r",\s(?:en\s)?|\sen\s")
_LONGEST_ITEM = 3
"""Of so many words is a name at most; what is longer says something."""


def _in_sentences(paper: Paper) -> Iterator[Finding]:
    """Each 'vijf opgaven: wonen, mobiliteit, energie en economie'."""
    for words, place in texts(paper):
        for sentence in BETWEEN_SENTENCES.split(words) if ":" in words else ():
            found = _IN_SENTENCE.fullmatch(sentence.strip())
            said = said_count(found["above"]) if found else None
            counts = _counts(found["items"]) if found else range(0)
            if said and counts and said[1] not in counts:
                yield _told(said[0], counts[-1], place, "de opsomming erachter heeft er")


def _counts(items: str) -> range:
    """How many items there may be in these words, in which 'en' may be part of one; none where they go on."""
    each = _BETWEEN_ITEMS.split(items)
    parts = re.split(r",\s", items)
    words = [one.split() for one in each]
    if len(parts) < 2 or any(not one or len(one) > _LONGEST_ITEM for one in words):
        return range(0)
    if _ONLY_SOME.search(items) or any(number_of_word(one.casefold()) for part in words for one in part):
        return range(0)
    joined = [one for one in parts if re.search(r"\ben\b", one)]
    is_plain = all(len(one) == 1 for one in words) and joined == parts[-1:] and " en " in parts[-1]
    return range(len(each) if is_plain else len(parts), len(each) + 1)


def _goes_on(first: List, following: Sequence[Block]) -> bool:
    """Whether a list goes on behind a paragraph."""
    return any(
        isinstance(one, List) and one.ordered and one.start == len(first.items) + 1 for one in following
    )


def _deep(one: List) -> int:
    """How many items a list has with all lists within it, those that have a list below them not counted."""
    below = [block for item in one.items for block in item.blocks if isinstance(block, List)]
    return len(one.items) - len(below) + sum(map(_deep, below))


def _decisions(blocks: Sequence[Block]) -> int:
    """How many decisions a paper asks for; 0 where it asks for none."""
    for at, block in enumerate(blocks[:-1]):
        if isinstance(block, Heading) and plain(block.content).strip().casefold() == _DECIDED:
            below = blocks[at + 1]
            return len(below.items) if isinstance(below, List) else 0
    return 0


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else number_of_word(words)


def _told(said: str, count: int, place: Place, where: str) -> Finding:
    return Finding(f"hier staat '{said}', en {where} {count}", place, "verander het getal, of de lijst")
