"""What the page must know, in parts by name, so that of a new state only the parts that differ are sent.

A part is a piece of JSON. Its keys are Dutch, as the words in it are: the page puts them on the screen.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from rapportage.document import Block, Document
from rapportage.errors import Place, Problem
from rapportage.preview.fragments import Fragment, fragments, typed_places
from rapportage.preview.pictures import Pictures
from rapportage.preview.session import Seen
from rapportage.remembered import Memory
from rapportage.writers.on_pages import BlockOnPage, flowing

Parts = Mapping[str, str]
"""The parts of a state, each as JSON."""
_A4 = 595.28, 841.89
_LISTED = ".yaml"
"""What is told line by line: one such file is shown here and there, in several papers."""
_SIZE = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')


def parts_of(seen: Seen, paper: str, pictures: Pictures, style: str, memory: Memory) -> dict[str, str]:
    """What is told of a state beside a paper's pages; `style` is by what the house style goes."""
    document = seen.papers.get(paper)
    made = {
        "stukken": list(seen.papers),
        "bestanden": {name: _files(one, memory) for name, one in seen.papers.items()},
        "stuk": {
            "naam": paper,
            **_facts(document),
            "stand": _standing(seen, paper),
            "opmaak": seen.engine,
            "eigen": seen.own_layout,
        },
        "stijl": style,
        "bevindingen": [_problem(one) for one in seen.problems],
        "open": [{"tekst": one.words, **_place(one.at)} for one in seen.open_points],
        "ongelezen": [_place(one) for one in seen.unread],
        "woorden": dict(seen.words),
    }
    parts = {name: _json(value) for name, value in made.items()}
    if document is not None:
        parts |= _text(fragments(document, pictures.of(document), memory), memory)
    return parts


def _facts(document: Document | None) -> dict[str, Any]:
    if document is None:
        return {"titel": "", "concept": False}
    return {"titel": document.meta.title, "concept": document.meta.concept, "taal": document.meta.lang}


def _files(document: Document, memory: Memory) -> dict[str, list[int]]:
    """What a paper is made of: each file, and of one that is no text the lines that are shown."""
    return memory.of(("bestanden", id(document)), partial(_typed, document, memory), document)


def _typed(document: Document, memory: Memory) -> dict[str, list[int]]:
    lines: dict[str, set[int]] = {}
    for block in flowing(document.blocks):
        for file, line in memory.of(("regels", id(block)), partial(_lines, block), block):
            lines.setdefault(file, set()).add(line)
    return {file: sorted(lines[file]) if file.endswith(_LISTED) else [] for file in sorted(lines)}


def _lines(block: Block) -> frozenset[tuple[str, int]]:
    return frozenset(
        (one.file, line)
        for one in typed_places(block)
        if one.line
        for line in (range(one.line, one.last + 1) if one.file.endswith(_LISTED) else (one.line,))
    )


def _standing(seen: Seen, paper: str) -> str:
    """Whether what is shown is the paper as it is now, as it was, or what could be made of it."""
    if paper in seen.old:
        return "oud"
    if paper in seen.rough:
        return "ruw"
    return "nu" if paper in seen.papers else ""


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "ernst": problem.severity,
        "tekst": problem.message,
        "raad": problem.hint or "",
        "naam": problem.rule,
        **_place(problem.at),
        "kolom": problem.at.column or 0,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"bestand": place.file, "regel": place.line, "einde": place.last}


def _text(made: Iterable[Fragment], memory: Memory) -> dict[str, str]:
    """The blocks, each by what it says and as which of its like, and the order in which they stand."""
    parts: dict[str, str] = {}
    order, before = [], Counter[str]()
    for one in made:
        told, digest = memory.of(("told", id(one)), partial(_block, one), one)
        before[digest] += 1
        name = f"{digest}-{before[digest]}"
        order.append(name)
        parts[f"blok/{name}"] = told
    return {"volgorde": _json(order), **parts}


def _block(one: Fragment) -> tuple[str, str]:
    told = _json({"html": one.html, **_place(one.place), **_contents(one)})
    return told, hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def _contents(one: Fragment) -> dict[str, Any]:
    return {"niveau": one.level, "label": one.label, "kop": one.words} if one.level else {}


def page_parts(
    digests: Iterable[str], sizes: Iterable[tuple[float, float]], blocks: Iterable[BlockOnPage]
) -> dict[str, str]:
    """What is told of a paper's pages: by what each is asked for, how large it is, and what stands where.

    As which block it comes is told from the first on its page: more words above change that one alone.
    """
    on_page: dict[int, list[BlockOnPage]] = {}
    for one in blocks:
        on_page.setdefault(one.page, []).append(one)
    listed = [[digest, *size] for digest, size in zip(digests, sizes, strict=True)]
    numbers = range(1, len(listed) + 1)
    first = [min((one.order for one in on_page.get(number, ())), default=0) for number in numbers]
    parts = {"bladen": _json(listed), "eerste": _json(first)}
    for number, begin in zip(numbers, first, strict=True):
        parts[f"vlakken/{number}"] = _json([_area(one, begin) for one in on_page.get(number, ())])
    return parts


def _area(one: BlockOnPage, begin: int) -> list[Any]:
    at = [round(one.top, 1), round(one.bottom, 1), one.place.file, one.place.line, one.order - begin]
    sides = [round(one.left, 1), round(one.right, 1)]
    return [*at, one.note, *sides] if any(sides) else [*at, one.note] if one.note else at


def svg_size(svg: str) -> tuple[float, float]:
    """How wide and high a page is, in points."""
    found = _SIZE.search(svg, 0, 500)
    return (float(found[1]), float(found[2])) if found else _A4


def some_pages(before: Parts, digests: Mapping[int, str]) -> dict[str, str]:
    """What is told otherwise of pages of which some were drawn ahead, by their numbers."""
    listed = json.loads(before["bladen"])
    for number, digest in digests.items():
        if number <= len(listed):
            listed[number - 1][0] = digest
    return {"bladen": _json(listed)}


def told(before: Parts, now: Parts) -> str:
    """What of this state differs from the one before, and which parts are no more; '' for nothing."""
    fresh = [f"{_json(name)}:{text}" for name, text in now.items() if before.get(name) != text]
    gone = [name for name in before if name not in now]
    if not fresh and not gone:
        return ""
    return f'{{"delen":{{{",".join(fresh)}}},"weg":{_json(gone)}}}'


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
