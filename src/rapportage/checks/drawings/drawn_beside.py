"""Find sentences at a drawing, or that refer to it, that say of its rows what its data do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from rapportage.checks.drawings.drawn_facts import Drawing, drawing_of
from rapportage.checks.drawings.drawn_states import other_states
from rapportage.checks.drawings.drawn_told import otherwise, sentences_of
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.loose_numbers import loose_numbers
from rapportage.checks.reading.references_said import said_in, targets_in
from rapportage.checks.subjects import Report
from rapportage.content.figures import Grafiek, Tekening
from rapportage.content.model import Rapportage
from rapportage.content.text_blocks import text_blocks
from rapportage.document import (
    Block,
    Figure,
    FigurePair,
    Kader,
    Landscape,
    List,
    Paragraph,
    Table,
    inlines_of,
    walk,
)
from rapportage.errors import Finding
from rapportage.inlines import Inlines, place_of, plain


@dataclass(frozen=True, slots=True)
class _Beside:
    """The figures beside a paragraph by their names, and the tables."""

    names: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


def against_the_drawing(report: Report) -> Iterator[Finding]:
    """Each 'Daarvan zijn er twee afgerond' at a drawing in which one is."""
    rapportage = report.content.rapportage
    drawings = {
        key: drawing
        for key, figuur in rapportage.figuren.items()
        if isinstance(figuur.value, Tekening) and (drawing := drawing_of(figuur.value, rapportage))
    }
    yield from _of_stands(rapportage, drawings) if drawings else ()
    for paper in report.papers.values() if drawings else ():
        for content, beside in _texts(paper.document.blocks):
            referred = dict.fromkeys(targets_in(content, rapportage.figuren))
            about = [drawings[one] for one in referred or beside.names if one in drawings]
            others = set() if referred else _numbers_of(beside, rapportage)
            if about and len(referred) <= 1 and (told := _told_by_all(content, about, others, rapportage)):
                yield Finding(told, place_of(content), "kijk na welke van de twee klopt")


def _of_stands(rapportage: Rapportage, drawings: Mapping[str, Drawing]) -> Iterator[Finding]:
    """Each 'vier van de zes zijn op schema' of a stand where the table of states in its chapter has three."""
    for chapter in rapportage.hoofdstukken.values():
        stand, blocks = chapter.gegevens.value.stand, text_blocks(chapter.tekst.text)
        shown = {name for one in blocks if one.kind == "insert" for name in _NAME.findall(one.words)}
        tables = [drawings[name] for name in shown & drawings.keys() if drawings[name].kind == "statustabel"]
        for key in ("bereikt", "sinds_vorige_keer") if stand and len(tables) == 1 else ():
            for before, sentence in sentences_of(getattr(stand, key) or ""):
                if "{{" not in sentence and (told := other_states(sentence, tables[0], before)):
                    place = chapter.gegevens.place("stand", key.replace("_", "-"))
                    yield Finding(told, place, "kijk na welke van de twee klopt")


_NAME = re.compile(r"[a-z0-9-]+")


def _told_by_all(
    content: Inlines, about: Sequence[Drawing], others: set[Decimal], rapportage: Rapportage
) -> str:
    """The first thing that a drawing contradicts, and no other of its kind nor a table bears out."""
    words = said_in(content)[0]
    for kind in dict.fromkeys(one.kind for one in about):
        alike = [one for one in about if one.kind == kind]
        for before, sentence in sentences_of(words):
            told = [otherwise(sentence, one, rapportage.periode, before=before) for one in alike]
            own = {abs(amount) for one in alike for amount in one.amounts}
            said = {number_of(one) for one in loose_numbers(sentence, small=True)}
            if all(told) and not said - own & others:
                return told[0]
    return ""


def _numbers_of(beside: _Beside, rapportage: Rapportage) -> set[Decimal]:
    """What tables and charts beside a text tell, without their signs: it may be about those."""
    known: set[Decimal | None] = set()
    for name in beside.names:
        value = rapportage.figuren[name].value if name in rapportage.figuren else None
        for one in value.reeksen if isinstance(value, Grafiek) else ():
            series = rapportage.indicatoren.get(one.indicator)
            known |= set(series.measured.values()) if series else set()
    for text in (plain(content) for table in beside.tables for content in inlines_of(table)):
        known |= {number_of(number) for number in loose_numbers(text, small=True)}
    return {abs(number) for number in known if number is not None}


def _texts(blocks: Sequence[Block]) -> Iterator[tuple[Inlines, _Beside]]:
    """The paragraphs, with what stands right below and above each."""
    for at, block in enumerate(blocks):
        if isinstance(block, Landscape):
            yield from _texts(block.blocks)
        elif isinstance(block, Paragraph):
            near = [*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]]
            names = tuple(chain.from_iterable(map(_figures, near)))
            yield block.content, _Beside(names, tuple(one for one in near if isinstance(one, Table)))
        elif isinstance(block, List | Kader):
            yield from ((one.content, _Beside()) for one in walk((block,)) if isinstance(one, Paragraph))


def _figures(block: Block) -> tuple[str, ...]:
    match block:
        case Figure():
            return (block.id,)
        case FigurePair():
            return block.left.id, block.right.id
        case _:
            return ()
