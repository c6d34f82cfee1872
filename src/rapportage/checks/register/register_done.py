"""Find texts that tell as ready what the register still has open: a plan that was asked for and adopted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from rapportage.checks.reading.told_facts import content_words, narrows
from rapportage.checks.register.register_named import named_in, words_of
from rapportage.content.register import Toezegging
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.named_periods import placed_periods

_READY = (
    r"(?:vastgesteld|klaar|gereed|afgerond|geleverd|opgeleverd|verschenen|gepubliceerd|aangeboden|uitgevoerd"
    r"|(?:gestuurd|verstuurd|gezonden|verzonden)\snaar\s(?:de|uw)\sraad"
    r"|naar\s(?:de|uw)\sraad\s(?:gestuurd|verstuurd|gezonden|verzonden))"
)
_NOUN = (
    r"(?:[\w-]+(?:e|ig)\s)?"
    r"(?P<thing>(?!(?:het|de|een|van|voor|over|naar|in|op|om|bij|met|aan|tot|uit|per|tussen|is|zijn|werd|werden)\b)[\w-]+)"
)
_THING = rf"\b(?:het|de|dit|deze|dat|die)\s{_NOUN}"
_IN_CLAUSE = r"[^.,;:]{0,120}"
_IS = r"\b(?:is|zijn|werd|werden)"
_DONE = (
    re.compile(rf"{_THING}\b(?P<of>{_IN_CLAUSE})\b{_IS}\b{_IN_CLAUSE}\b{_READY}\b", re.I),
    re.compile(rf"{_IS}\s{_THING}\b{_IN_CLAUSE}\b{_READY}\b", re.I),
)
"""'Het plan is in december 2024 vastgesteld', 'in december is het plan vastgesteld'."""
_DID = re.compile(
    rf"\b(?:(?:stelde|stelden)\b(?P<a>{_IN_CLAUSE})\bvast|(?:rondde|rondden)\b(?P<b>{_IN_CLAUSE})\baf"
    rf"|(?:stuurde|stuurden|zond|bood)\b(?P<c>{_IN_CLAUSE})\b(?:de|uw)\sraad)\b",
    re.I,
)
"""'In december stelde het college het plan vast'."""
_NAMED = re.compile(_THING, re.I)
_NOT_ALL = re.compile(
    r"\b(?:niet|geen|nog|concept\w*|ontwerp\w*|deel\w*|gedeeltelijk|grotendeels|bijna|eerste|tweede|derde|tussen\w*|als|zodra"
    r"|wanneer|indien|zou|zouden|kan|kunnen|moet|moeten|wordt|worden|zal|zullen|verwacht\w*|uiterlijk|vorige?|oude"
    r"|later|opdracht\w*|aanbesteed\w*|andere?)\b",
    re.I,
)
"""What makes it a part of it, something else, or not yet so."""
_FOLLOWS = re.compile(
    r"\b(?:niet|nog|volgt|volgen|vervolg\w*|daarna|hierna|uitvoer(?:en|ing)|uitwerk\w*|zal|zullen|moet|moeten|begint|beginnen"
    r"|start|starten|gaat|gaan)\b",
    re.I,
)
"""What says behind it that there is still something to do."""
_HEAD = re.compile(rf"(?:(?:een|het|de)\s)?{_NOUN}\b", re.I)


def told_as_ready(
    paragraph: str, pending: Sequence[Toezegging], answered: Collection[str], day: date
) -> Iterator[tuple[Toezegging, str]]:
    """Each open entry of which a paragraph of that day tells that it is there, with the words for it.

    What a sentence is about, it or the one before it names; in a chapter that has `answered` an entry, the
    words of what was asked name it too.
    """
    sentences = BETWEEN_SENTENCES.split(paragraph) if pending else []
    named: list[Toezegging] = []
    for at, sentence in enumerate(sentences):
        named = named_in(sentence, pending) or named
        if _NOT_ALL.search(sentence):
            continue
        for thing, of, words in _ready(sentence, day):
            behind = sentence[sentence.find(words) + len(words) :]
            if _FOLLOWS.search(" ".join((behind, *sentences[at + 1 :]))):
                continue
            meant = [one for one in named if thing == _head(one) and not narrows(of, content_words(one.wat))]
            if not meant:
                meant = [one for one in pending if one.id in answered and _is_told(one, thing, sentence)]
            if len(meant) == 1:
                yield meant[0], words
                break


def _ready(sentence: str, day: date) -> Iterator[tuple[str, str, str]]:
    """What a sentence tells to be there by that day, of what that is, and the words for it."""
    if any(named.first > day for _, _, named in placed_periods(sentence) if named.dated):
        return
    for found in [form.search(sentence) for form in _DONE]:
        if found:
            yield found["thing"].casefold(), found.groupdict().get("of") or "", found[0]
    if did := _DID.search(sentence):
        for one in _NAMED.finditer(did["a"] or did["b"] or did["c"] or ""):
            yield one["thing"].casefold(), "", did[0]


def _head(one: Toezegging) -> str:
    """The word for what was promised: 'plan' of 'Een plan voor veilige schoolroutes'."""
    found = _HEAD.match(one.wat)
    return found["thing"].casefold() if found else ""


def _is_told(one: Toezegging, thing: str, sentence: str) -> bool:
    """Whether a sentence is on what was promised: it has the word for it, and another one."""
    return thing == _head(one) and len(words_of(sentence) & words_of(one.wat) - words_of(thing)) > 0
