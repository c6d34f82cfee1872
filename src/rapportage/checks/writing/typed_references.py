"""Find references and headings that an author typed, which the paper does not know as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportage.checks.reading.texts import typed_texts
from rapportage.checks.subjects import Paper
from rapportage.document import Figure, Heading, Paragraph, Table, walk
from rapportage.errors import Finding
from rapportage.inlines import Inlines, Strong, Text, place_of, plain

_DIGITS = r"[0-9]{1,2}(?:[A-Z]?(?:\.[0-9]{1,2})*)"
_REFERENCE = re.compile(
    rf"(?<![-\w])(?P<word>tabel(?:len)?|tab\.|figu(?:ur|ren)|fig\.|grafiek(?:en)?|afbeelding(?:en)?|diagram"
    rf"|hoofdstuk(?:ken)?|hfst\.|paragra(?:af|fen)|par\.) ?(?<![a-z])(?<=[ .])(?P<number>{_DIGITS})"
    rf"(?![-\w]|[.,][0-9])(?=(?P<others>(?:(?:,| en| of|, en| t/m| tot en met) {_DIGITS}\b)*))"
    r"(?P<elsewhere>(?P=others)(?:\s+(?:van|uit|in|bij|op)\s|\s+(?-i:[A-Z])|,?\s*\(?(?:art|blz|p)\b))?",
    re.I,
)
"""A reference; behind it may stand of what other paper it is."""
_MEANT = {"tab": "tabel", "fig": "figuur", "hoo": "hoofdstuk", "hfs": "hoofdstuk", "par": "paragraaf"}
"""What a reference is to by the first letters of its word; pictures of any other name are figures."""
_OF_ANOTHER = re.compile(
    r"\b(?:[Rr]apport|[Nn]ota|[Ww]et|[Ww]etboek|verordening|besluit|plan|visie|monitor|onderzoek|notitie)\w*"
    r"(?:\s+[A-Z]\w+){0,3},?\s+\(?$",
    re.I,
)
_PAGE = re.compile(
    r"\b[Zz]ie (?:ook )?(?P<page>(?:bladzijde|pagina|blz\.|p\.) [0-9]{1,3})(?![0-9])(?!\s+(?:van|uit|in)\s)"
)
_ATTACHMENT = re.compile(
    r"(?<![-\w])(?P<said>bijlage (?P<number>[0-9]{1,2}))(?![-\w]|[.,][0-9])"
    r"(?!\s+(?:van|uit|in|bij|op)\s|\s+(?-i:[A-Z])|,?\s*\(?(?:art|blz|p)\b)",
    re.I,
)
_OTHER_PAPER = re.compile(
    r"(?:wet|besluit|verordening|regeling|rapport|plan|nota|overeenkomst|begroting|jaarstukken|visie|monitor"
    r"|onderzoek|notitie|brief|verslag|programma)\w*\b[^.!?]*\Z",
    re.I,
)
"""What in the same sentence may have attachments of its own."""
_FOR_THE_READER = re.compile(r"\(zie(?:\sook)?\s\Z", re.I)
"""Before what who reads this paper can look up."""
_LONGEST_HEADING = 80
_NEAR = 120
"""So far before a reference may stand of what other paper it is."""


def typed(paper: Paper) -> Iterator[Finding]:
    """Each reference to a figure, table or chapter whose number was typed; not to one of another paper."""
    numbers = _numbers(paper)
    for words, place in typed_texts(paper):
        for found in _PAGE.finditer(words):
            said = f"'{found['page']}' is getypt, en bladzijden verschuiven"
            yield Finding(said, place, "verwijs naar een figuur, tabel of hoofdstuk met [@naam]")
        for found in _REFERENCE.finditer(words):
            what, number = _MEANT.get(found["word"].lower()[:3], "figuur"), found["number"]
            is_caption = found.start() == 0 and words[found.end() : found.end() + 1] in (".", ":")
            if (
                is_caption
                or found["elsewhere"]
                or _OF_ANOTHER.search(words[max(0, found.start() - _NEAR) : found.start()])
            ):
                continue
            reference = f"{what} {number}"
            if reference in numbers:
                gone = "getypt, en gaat niet mee als de nummers verschuiven"
            elif any(one.startswith(what) for one in numbers):
                gone = f"getypt, en dit stuk heeft geen {reference}"
            else:
                continue  # a paper that numbers nothing so speaks of another
            yield Finding(
                f"'{found['word']} {number}' is {gone}",
                place,
                "schrijf [@naam], met de naam van de figuur, de tabel of het hoofdstuk; bedoelt u die van een"
                f" ander stuk, noem dat dan: '{reference} van …'",
            )


def beyond_the_last(paper: Paper) -> Iterator[Finding]:
    """Each attachment with a number higher than those of the memo go, unless it may be of another paper."""
    last = paper.attachments
    for words, place in typed_texts(paper) if last else ():
        for found in _ATTACHMENT.finditer(words):
            before = words[max(0, found.start() - _NEAR) : found.start()]
            if int(found["number"]) > last and (
                _FOR_THE_READER.search(before) or not _OTHER_PAPER.search(before)
            ):
                there = f"{'zijn er' if last > 1 else 'is er'} {last}"
                yield Finding(
                    f"'{found['said']}' is er niet; in de lijst {there}",
                    place,
                    "noem haar bij 'bijlagen' in rapportage.yaml, of verbeter het nummer; bedoelt u die van"
                    f" een ander stuk, noem dat dan: '{found['said']} van …'",
                )


def _numbers(paper: Paper) -> frozenset[str]:
    """What a reference to each numbered thing of this paper says."""
    said: set[str] = set()
    for block in walk(paper.document.blocks):
        if isinstance(block, Figure | Table):
            said.add(block.label.lower())
        elif isinstance(block, Heading) and block.number:
            said.update((f"hoofdstuk {block.number}", f"paragraaf {block.number}"))
    return frozenset(said)


def looks_like_heading(paper: Paper) -> Iterator[Finding]:
    """Each paragraph that is one bold line above another: who listens does not hear that it is a heading."""
    for block, following in pairwise(paper.document.blocks):
        if (
            isinstance(block, Paragraph)
            and block.role == "standaard"
            and not isinstance(following, Heading)
            and _is_bold_line(block.content)
        ):
            place = place_of(block.content)
            words = plain(block.content).strip()
            yield Finding(
                f"'{words}' is een vette regel, en voor een schermlezer dus geen kop",
                place if place.file else block.place,
                "zet er '## ' of '### ' voor, zonder sterretjes; of laat haar de alinea beginnen",
            )


def _is_bold_line(content: Inlines) -> bool:
    said = [one for one in content if not (isinstance(one, Text) and not one.text.strip())]
    words = plain(content).strip()
    return (
        len(said) == 1
        and isinstance(said[0], Strong)
        and len(words) <= _LONGEST_HEADING
        and not words.endswith((".", "!", "?", ",", ";"))
    )
